package duizhao.bench;

import com.sun.management.OperatingSystemMXBean;
import duizhao.Folders;
import duizhao.SiteBuild;
import duizhao.serve.PreviewServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

/**
 * Records edits under {@code serve}: when a file was saved, when a browser was told, and when it
 * had the page with the change, on a copy of an archive.
 *
 * <p>Takes the content folder, the themes folder and how many saves.
 */
public final class SaveToReload {

  private static final OperatingSystemMXBean MACHINE =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI page;
  private final BufferedReader events;
  private final BlockingQueue<PreviewServer.Rebuilt> built;

  private SaveToReload(PreviewServer server, String id, BlockingQueue<PreviewServer.Rebuilt> built)
      throws IOException, InterruptedException {
    this.built = built;
    this.page = server.address().resolve("zh/reports/" + id + "/");
    this.events =
        new BufferedReader(
            new InputStreamReader(
                client
                    .send(
                        HttpRequest.newBuilder(server.address().resolve(".duizhao/events")).build(),
                        BodyHandlers.ofInputStream())
                    .body(),
                StandardCharsets.UTF_8));
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("duizhao-serve");
    Path content = folder.resolve("content");
    Folders.copy(Path.of(arguments[0]), content);
    List<Path> texts;
    try (Stream<Path> all = Files.walk(content.resolve("reports"))) {
      texts = all.filter(file -> file.endsWith("zh.md")).sorted().toList();
    }
    Path text = texts.get(texts.size() / 2);
    long start = System.nanoTime();
    SiteBuild.Request request =
        new SiteBuild.Request(
            content, Path.of(arguments[1]), folder.resolve("site"), null, null, List.of(), false);
    BlockingQueue<PreviewServer.Rebuilt> built = new LinkedBlockingQueue<>();
    try (PreviewServer server = PreviewServer.start(request, 0, System::nanoTime, built::add)) {
      System.out.printf(
          "%d reports, shown after %.1f s%n", texts.size(), (System.nanoTime() - start) / 1e9);
      String id = String.valueOf(text.getParent().getFileName());
      new SaveToReload(server, id, built).record(text, Integer.parseInt(arguments[2]));
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Collections.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private void record(Path text, int saves) throws IOException, InterruptedException {
    String whole = Files.readString(text);
    long version = version();
    List<Long> told = new ArrayList<>();
    List<Long> loaded = new ArrayList<>();
    for (int n = 1; n <= saves; n++) {
      String mark = "第" + n + "次保存。";
      while (!built.take().proofread()) {
        // an editor does not save before the page is there
      }
      long cpu = MACHINE.getProcessCpuTime();
      long saved = System.nanoTime();
      String clock = LocalTime.now().format(CLOCK);
      Files.writeString(text, whole.stripTrailing() + mark + "\n");
      long next = version();
      while (next == version) {
        next = version();
      }
      version = next;
      told.add(System.nanoTime() - saved);
      long spent = MACHINE.getProcessCpuTime() - cpu;
      String html =
          client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString()).body();
      loaded.add(System.nanoTime() - saved);
      System.out.printf(
          "%s saved %s   event +%d ms (CPU %d ms)   page +%d ms   %s%n",
          clock,
          text.getFileName(),
          told.get(n - 1) / 1_000_000,
          spent / 1_000_000,
          loaded.get(n - 1) / 1_000_000,
          html.contains(mark) ? "with \"" + mark + "\"" : "WITHOUT THE CHANGE");
    }
    System.out.printf(
        "median %s, longest %s%n", line(told, loaded, saves / 2), line(told, loaded, saves - 1));
  }

  private static String line(List<Long> told, List<Long> loaded, int rank) {
    Collections.sort(told);
    Collections.sort(loaded);
    return "event +%d ms, page +%d ms"
        .formatted(told.get(rank) / 1_000_000, loaded.get(rank) / 1_000_000);
  }

  /** The version that the next event tells. */
  private long version() throws IOException {
    String line = events.readLine();
    while (!line.startsWith("data: ")) {
      line = events.readLine();
    }
    return Long.parseLong(line.replaceFirst(".*?\"version\":(\\d+).*", "$1"));
  }
}
