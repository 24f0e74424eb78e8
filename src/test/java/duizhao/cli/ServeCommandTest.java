package duizhao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.golden.SampleArchive;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code serve} as a command: its options, what it says, and how it ends. */
class ServeCommandTest {

  @TempDir private Path place;
  private SampleArchive archive;
  private Path bin;
  private Process process;

  @BeforeEach
  void copy() throws IOException {
    archive = SampleArchive.in(place);
    bin = Files.createDirectory(place.resolve("bin"));
  }

  @AfterEach
  void end() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  /** Starts it with nothing on the path but what {@link #bin} holds. */
  private BufferedReader serve(String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "duizhao.cli.Main"));
    command.addAll(List.of("serve", "--port", "0", "-c", archive.content().toString()));
    command.addAll(List.of("--themes", archive.themes().toString()));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PATH", bin.toString());
    process = builder.start();
    return process.inputReader(StandardCharsets.UTF_8);
  }

  private static String line(BufferedReader said, String words) throws IOException {
    String line = said.readLine();
    while (line != null && !line.contains(words)) {
      line = said.readLine();
    }
    assertThat(line).as(words).isNotNull();
    return line;
  }

  private static URI address(BufferedReader said) throws IOException {
    String line = line(said, "Serving at ");
    return URI.create(line.replaceFirst("Serving at (\\S+) - end with Ctrl-C", "$1"));
  }

  private static String get(URI address) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
        .body();
  }

  @Test
  void saysWhereItServesAndWhatEachSaveLedTo() throws Exception {
    BufferedReader said = serve();
    URI page = address(said).resolve("zh/reports/yinchuan-homes/");
    assertThat(page.getHost()).isEqualTo("127.0.0.1");
    assertThat(get(page)).contains("银川");
    Path zh = archive.content().resolve("reports/2020/yinchuan-homes/zh.md");
    String text = Files.readString(zh);
    Files.writeString(zh, text.replace("。", "！"));
    assertThat(line(said, "zh.md: ")).matches("zh\\.md: ready, \\d+\\.\\d\\d s");
    assertThat(get(page)).contains("！");
    Files.writeString(zh.resolveSibling("report.yaml"), "title: [");
    assertThat(line(said, "report.yaml: ")).contains("error, not shown");
    assertThat(line(said, "[yaml-syntax]")).contains("report.yaml:1:");
  }

  @Test
  void opensABrowserWhereItIsAskedTo() throws Exception {
    Path opened = place.resolve("opened");
    Path opener = bin.resolve("xdg-open");
    Files.writeString(
        opener,
        "#!/bin/sh\necho \"$1\" > "
            + opened
            + ".part\n"
            + "/bin/mv "
            + opened
            + ".part "
            + opened
            + "\n");
    Files.setPosixFilePermissions(opener, PosixFilePermissions.fromString("rwxr-xr-x"));
    URI address = address(serve("--open"));
    while (!Files.exists(opened)) {
      Thread.sleep(20);
    }
    assertThat(Files.readString(opened)).isEqualTo(address + "\n");
  }

  @Test
  void saysWhereToGoWhereThereIsNoBrowser() throws Exception {
    BufferedReader said = serve("--open");
    URI address = address(said);
    assertThat(line(said, "no browser")).endsWith("no browser could be opened; go to " + address);
  }

  @Test
  void aPortInUseIsSaidWithWhatToDo() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Invocation serve = archive.run("serve", "--port", "" + taken.getLocalPort());
      assertThat(serve.exit()).isEqualTo(3);
      assertThat(serve.err())
          .isEqualTo(
              "duizhao: port "
                  + taken.getLocalPort()
                  + " is in use\n  hint: name another with --port, or --port 0 for any that is"
                  + " free\n");
    }
  }

  /** The reasons are those of the JDK on Linux. */
  @Test
  void aLimitOfTheSystemIsSaidWithWhatToDo() {
    assertThat(ServeCommand.unwatchedMessage("User limit of inotify watches reached"))
        .isEqualTo(
            "duizhao: the system does not tell of changes (User limit of inotify watches reached);"
                + " every file is looked at once a second instead\n"
                + "  hint: raise the limit with: sudo sysctl fs.inotify.max_user_watches=524288");
    assertThat(
            ServeCommand.unwatchedMessage(
                "User limit of inotify instances reached or too many open files"))
        .endsWith("\n  hint: raise the limit with: sudo sysctl fs.inotify.max_user_instances=512");
    assertThat(ServeCommand.unwatchedMessage("Permission denied")).endsWith("instead");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "65536", "http"})
  void whatIsNoPortIsWrongUsage(String port) {
    Invocation serve = archive.run("serve", "--port=" + port);
    assertThat(serve.exit()).isEqualTo(2);
    assertThat(serve.err()).contains("--port");
  }
}
