package duizhao.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import duizhao.SiteBuild;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class PreviewServerTest {

  /** What no content can bring about. */
  public static final Set<String> CODES = Set.of("program-fault");

  private static final String REPORT = "reports/2020/yinchuan-workers-homes/";
  private static final String PAGE = "zh/reports/yinchuan-workers-homes/";

  private final BlockingQueue<PreviewServer.Rebuilt> builds = new LinkedBlockingQueue<>();
  private final HttpClient client = HttpClient.newHttpClient();
  @TempDir private Path folder;
  private Path content;
  private PreviewServer server;

  @BeforeEach
  void serve() throws IOException, InterruptedException {
    content = folder.resolve("content");
    copy(Path.of("content"), content, "archive.yaml", "units.yaml", "newspapers.yaml");
    copy(Path.of("content"), content, "programmes.yaml", "glossary.yaml", "regions.yaml");
    for (String file : List.of("report.yaml", "zh.md", "en.md")) {
      copy(Path.of("content"), content, REPORT + file);
    }
    server =
        PreviewServer.start(
            new SiteBuild.Request(
                content, folder.resolve("themes"), folder, null, null, List.of(), false),
            0,
            System::nanoTime,
            builds::add);
    assertThat(next().shown()).isTrue();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  // ---- faults of the program ----

  /** Whoever is told throws, which is as bad as a rule that does. */
  @Test
  void aFaultIsToldAndTheNextChangeIsShown() throws Exception {
    server.close();
    AtomicBoolean broken = new AtomicBoolean();
    BlockingQueue<PreviewServer.Rebuilt> told = new LinkedBlockingQueue<>();
    try (PreviewServer faulty =
        PreviewServer.start(
            new SiteBuild.Request(
                content, folder.resolve("themes"), folder, null, null, List.of(), false),
            0,
            System::nanoTime,
            built -> {
              if (built.fault() == null && broken.get()) {
                throw new IllegalStateException("a rule failed");
              } else if (built.fault() != null || built.proofread()) {
                told.add(built);
              }
            })) {
      assertThat(Objects.requireNonNull(told.poll(20, TimeUnit.SECONDS)).fault()).isNull();
      Path text = content.resolve(REPORT + "zh.md");
      String first = Files.readString(text);
      broken.set(true);
      Files.writeString(text, first + "\n又一段。\n");
      assertThat(Objects.requireNonNull(told.poll(20, TimeUnit.SECONDS)).fault())
          .hasMessage("a rule failed");
      assertThat(events(faulty)).contains("program-fault", "a rule failed");
      broken.set(false);
      Files.writeString(text, first);
      assertThat(Objects.requireNonNull(told.poll(20, TimeUnit.SECONDS)).shown()).isTrue();
      assertThat(events(faulty)).doesNotContain("program-fault");
    }
  }

  /** What browsers are told first. */
  private static String events(PreviewServer server) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
      socket
          .getOutputStream()
          .write(
              "GET /.duizhao/events HTTP/1.1\r\nHost: localhost\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      String line = lines.readLine();
      while (line != null && !line.startsWith("data:")) {
        line = lines.readLine();
      }
      return String.valueOf(line);
    }
  }

  // ---- pages ----

  @Test
  void showsPagesPicturesFeedsAndTheSearchIndex() throws Exception {
    assertThat(get("").statusCode()).isEqualTo(200);
    assertThat(get(PAGE).body()).contains("银川").contains("/.duizhao/live.js");
    assertThat(get("data/reports.csv").headers().firstValue("Content-Type"))
        .hasValue("text/csv; charset=utf-8");
    assertThat(get("search/index.js").body()).startsWith("duizhao(");
    assertThat(get("zh/feed.xml").body()).contains("<feed");
    assertThat(get(".duizhao/live.js").body()).contains("EventSource");
  }

  @Test
  void aFolderWithoutItsSlashLeadsToThePageAndTheRestIsNotFound() throws Exception {
    HttpResponse<String> folderOfPage = get("zh/reports");
    assertThat(folderOfPage.statusCode()).isEqualTo(301);
    assertThat(folderOfPage.headers().firstValue("Location")).hasValue("/zh/reports/");
    assertThat(get("nowhere/").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../content/archive.yaml",
        "..%2f..%2fetc%2fpasswd",
        "zh/../../content/archive.yaml",
        "%2e%2e/content/archive.yaml",
        ".duizhao/../../archive.yaml",
        ".duizhao/PreviewServer.class",
        "%00",
        "zh/%5c..%5carchive.yaml",
        "/etc/passwd"
      })
  void onlyPlannedFilesAreServed(String path) throws Exception {
    assertThat(raw("GET /" + path + " HTTP/1.1", "Host: localhost"))
        .containsPattern("HTTP/1.1 (40[04]|301)")
        .doesNotContain("base_url", "root:");
  }

  @Test
  void anotherHostsNameIsRefused() throws Exception {
    assertThat(raw("GET / HTTP/1.1", "Host: evil.example")).startsWith("HTTP/1.1 403");
    assertThat(raw("GET / HTTP/1.1", "Host: 127.0.0.1.evil.example")).startsWith("HTTP/1.1 403");
    assertThat(raw("GET / HTTP/1.1", "Host: localhost:4040")).startsWith("HTTP/1.1 200");
    assertThat(raw("POST / HTTP/1.1", "Host: localhost")).startsWith("HTTP/1.1 405");
  }

  @Test
  void twoHundredRequestsAtOnceAreAnswered() {
    List<Integer> answers =
        IntStream.range(0, 200)
            .mapToObj(
                n ->
                    client.sendAsync(
                        HttpRequest.newBuilder(server.address().resolve(PAGE)).build(),
                        BodyHandlers.ofString()))
            .toList()
            .stream()
            .map(answer -> answer.join().statusCode())
            .distinct()
            .toList();
    assertThat(answers).containsExactly(200);
  }

  @Test
  void aPortInUseIsSaid() {
    Assertions.assertThatExceptionOfType(BindException.class)
        .isThrownBy(
            () ->
                PreviewServer.start(
                    new SiteBuild.Request(
                        content, folder.resolve("themes"), folder, null, null, List.of(), false),
                    server.address().getPort(),
                    System::nanoTime,
                    built -> {}));
  }

  // ---- changes ----

  @Test
  void aSavedReportIsShownAndBrowsersAreTold() throws Exception {
    try (BufferedReader events = events()) {
      assertThat(event(events)).contains("\"version\":1,");
      replace(REPORT + "zh.md", "银川", "金川");
      assertThat(next().changed()).contains(content.resolve(REPORT + "zh.md").toAbsolutePath());
      assertThat(event(events)).contains("\"version\":2,");
    }
    assertThat(get(PAGE).body()).contains("金川").contains("data-version=\"2\"");
  }

  @Test
  void aBrokenFileLeavesTheLastSiteAndMendingItBringsTheNewOne() throws Exception {
    String whole = Files.readString(content.resolve(REPORT + "report.yaml"));
    try (BufferedReader events = events()) {
      event(events);
      Files.writeString(content.resolve(REPORT + "report.yaml"), whole.substring(0, 300) + "\n[");
      assertThat(next().shown()).isFalse();
      assertThat(event(events))
          .contains("\"version\":1,", "\"severity\":\"error\"", REPORT + "report.yaml:");
      assertThat(get(PAGE).body()).contains("银川");
      Files.writeString(content.resolve(REPORT + "report.yaml"), whole);
      assertThat(next().shown()).isTrue();
      assertThat(event(events)).contains("\"version\":2,").doesNotContain("\"error\"");
    }
  }

  @Test
  void everyFileMayBreakOrGoAndComeBack() throws Exception {
    List<Path> files;
    try (Stream<Path> all = Files.walk(content)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      byte[] whole = Files.readAllBytes(file);
      Files.write(file, new byte[] {(byte) 0xff, '{', '\n', ' ', '-', ':'});
      next();
      Files.delete(file);
      next();
      Files.write(file, whole);
      PreviewServer.Rebuilt mended = next();
      while (!mended.shown()) {
        mended = next();
      }
      assertThat(get(PAGE).statusCode()).as(file.toString()).isEqualTo(200);
    }
  }

  @Test
  void theWholeFolderMayGoAndComeBack() throws Exception {
    Files.move(content, folder.resolve("away"));
    PreviewServer.Rebuilt gone = next();
    while (gone.shown()) {
      gone = next();
    }
    Files.move(folder.resolve("away"), content);
    PreviewServer.Rebuilt back = next();
    while (!back.shown()) {
      back = next();
    }
    replace(REPORT + "zh.md", "银川", "金川");
    while (!get(PAGE).body().contains("金川")) {
      next();
    }
  }

  @Test
  void newFoldersAndThemesAreWatchedToo() throws Exception {
    String there = "reports/2021/moved/";
    for (String file : List.of("report.yaml", "zh.md", "en.md")) {
      copy(content.resolve(REPORT), content.resolve(there), file);
    }
    while (get("zh/reports/moved/").statusCode() != 200) {
      next();
    }
    replace(there + "zh.md", "银川", "金川");
    while (!get("zh/reports/moved/").body().contains("金川")) {
      next();
    }
    Path words = Files.createDirectories(folder.resolve("themes/duizhao/words"));
    copy(Path.of("themes/duizhao/words"), words, "zh.yaml", "en.yaml");
    next();
  }

  @Test
  void aBurstOfSavesEndsWithTheLast() throws Exception {
    for (int n = 0; n < 50; n++) {
      Files.writeString(content.resolve(REPORT + "zh.md"), "第" + n + "稿。\n");
      Files.writeString(content.resolve(REPORT + "en.md"), "Draft " + n + ".\n");
    }
    while (!get(PAGE).body().contains("第49稿")) {
      next();
    }
    assertThat(builds.size()).isLessThan(50);
  }

  /** Two editors save for some seconds, half-written files and files put in place included. */
  @Test
  void twoBurstsOfSavesEndWithWhatAFreshBuildShows() throws Exception {
    String other = "reports/2020/other/";
    for (String file : List.of("report.yaml", "zh.md", "en.md")) {
      copy(content.resolve(REPORT), content.resolve(other), file);
    }
    Thread first = new Thread(() -> saves(content.resolve(REPORT), 1));
    Thread second = new Thread(() -> saves(content.resolve(other), 2));
    first.start();
    second.start();
    first.join();
    second.join();
    replace(other + "zh.md", "银川", "金川");
    SiteBuild.Request request =
        new SiteBuild.Request(
            content,
            folder.resolve("themes"),
            folder.resolve("site"),
            null,
            null,
            List.of(),
            false);
    assertThat(SiteBuild.build(request, SiteBuild.Progress.NONE).published()).isTrue();
    List<Path> pages;
    try (Stream<Path> all = Files.walk(folder.resolve("site"))) {
      pages = all.filter(file -> file.toString().endsWith(".html")).sorted().toList();
    }
    assertThat(pages).hasSizeGreaterThan(30);
    while (!get("zh/reports/other/").body().contains("金川") || !differing(pages).isEmpty()) {
      next();
    }
  }

  /** Those that are served otherwise than they were published. */
  private List<Path> differing(List<Path> pages) throws IOException, InterruptedException {
    List<Path> found = new ArrayList<>();
    for (Path page : pages) {
      String served = get(folder.resolve("site").relativize(page).toString()).body();
      if (!served
          .replaceFirst("<script src=\"/.duizhao/live.js\"[^>]*></script>", "")
          .equals(Files.readString(page))) {
        found.add(page);
      }
    }
    return found;
  }

  /** Three hundred saves of three files, of every kind that editors make; the last are whole. */
  private static void saves(Path report, int seed) {
    Random random = new Random(seed);
    try {
      Map<String, byte[]> whole = new TreeMap<>();
      for (String file : List.of("report.yaml", "zh.md", "en.md")) {
        whole.put(file, Files.readAllBytes(report.resolve(file)));
      }
      for (int n = 0; n < 300; n++) {
        String name = List.copyOf(whole.keySet()).get(random.nextInt(3));
        Path file = report.resolve(name);
        byte[] bytes = whole.get(name);
        switch (random.nextInt(4)) {
          case 0 -> Files.write(file, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
          case 1 -> Files.deleteIfExists(file);
          case 2 -> {
            Path next = Files.write(report.resolve("." + name + ".swp"), bytes);
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
          }
          default -> Files.write(file, (n + new String(bytes, UTF_8)).getBytes(UTF_8));
        }
        Thread.sleep(random.nextInt(20));
      }
      for (Map.Entry<String, byte[]> file : whole.entrySet()) {
        Files.write(report.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  // ---- what the system refuses ----

  /** As the JDK says it on Linux; the folder that is refused may come later. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5})
  void withoutWatchesChangesAreSeenToo(int granted) throws Exception {
    server.close();
    List<String> reasons = new CopyOnWriteArrayList<>();
    AtomicInteger watches = new AtomicInteger();
    server =
        PreviewServer.start(
            new SiteBuild.Request(
                content, folder.resolve("themes"), folder, null, null, List.of(), false),
            0,
            System::nanoTime,
            new PreviewServer.Listener() {
              @Override
              public void rebuilt(PreviewServer.Rebuilt built) {
                builds.add(built);
              }

              @Override
              public void unwatched(String reason) {
                reasons.add(reason);
              }
            },
            (watched, service) -> {
              if (watches.incrementAndGet() > granted) {
                throw new IOException("User limit of inotify watches reached");
              }
              return FolderWatch.Registrar.SYSTEM.register(watched, service);
            },
            60_000);
    assertThat(next().shown()).isTrue();
    String there = "reports/2021/moved/";
    for (String file : List.of("report.yaml", "zh.md", "en.md")) {
      copy(content.resolve(REPORT), content.resolve(there), file);
    }
    while (get("zh/reports/moved/").statusCode() != 200) {
      next();
    }
    assertThat(reasons).containsExactly("User limit of inotify watches reached");
    replace(REPORT + "zh.md", "银川", "金川");
    while (!get(PAGE).body().contains("金川")) {
      next();
    }
    Files.delete(content.resolve(there + "report.yaml"));
    Files.delete(content.resolve(there + "zh.md"));
    Files.delete(content.resolve(there + "en.md"));
    while (get("zh/reports/moved/").statusCode() != 404) {
      next();
    }
    assertThat(reasons).hasSize(1);
  }

  // ---- browsers that do not read ----

  /**
   * A browser asks for events and never reads one. What it is told is in the end more than the
   * system holds for it, so that the server waits for it; meanwhile others are served, and it is
   * dropped. A folder with a long name, and with signs for which JSON takes six bytes, makes events
   * of some 200,000 bytes.
   */
  @Test
  void aBrowserThatNeverReadsIsDropped() throws Exception {
    server.close();
    Path report = content.resolve("reports/" + "=".repeat(240)).resolve("long");
    copy(content.resolve(REPORT), report, "report.yaml", "zh.md", "en.md");
    String yaml = Files.readString(report.resolve("report.yaml"));
    server =
        PreviewServer.start(
            new SiteBuild.Request(
                content, folder.resolve("themes"), folder, null, null, List.of(), false),
            0,
            System::nanoTime,
            builds::add,
            FolderWatch.Registrar.SYSTEM,
            500);
    assertThat(next().shown()).isTrue();
    int save = 0;
    try (Socket deaf = new Socket();
        BufferedReader events = events()) {
      event(events);
      deaf.setReceiveBufferSize(4_096);
      deaf.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), server.address().getPort()));
      deaf.getOutputStream()
          .write("GET /.duizhao/events HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(UTF_8));
      while (server.listening() < 2) {
        Thread.sleep(10);
      }
      while (server.listening() == 2 && save < 100) {
        String words = "\"unknown in save " + ++save + " ";
        String unknown =
            IntStream.range(0, 100)
                .mapToObj(each -> words + each + "\"")
                .collect(joining(", ", "programmes: [", "]\n"));
        Files.writeString(
            report.resolve("report.yaml"), yaml.replaceFirst("programmes:\n( .*\n)+", unknown));
        assertThat(next().shown()).isFalse();
        assertThat(get(PAGE).statusCode()).isEqualTo(200);
        String event = event(events);
        while (!event.contains("in save " + save)) {
          event = event(events);
        }
      }
      assertThat(server.listening()).isOne();
      deaf.setSoTimeout(20_000);
      assertThat(heard(deaf.getInputStream()))
          .contains("\"version\":1,")
          .doesNotContain("in save " + save);
    }
  }

  /** What there is to read until the server hangs up. */
  private static String heard(InputStream in) throws IOException {
    ByteArrayOutputStream heard = new ByteArrayOutputStream();
    try {
      in.transferTo(heard);
    } catch (SocketException e) {
      // hung up without a farewell
    }
    return heard.toString(UTF_8);
  }

  /** No browser is told without end, whether it reads or not; it is asked to come back. */
  @Test
  void afterSomeMinutesABrowserHasToAskAgain() throws Exception {
    server.close();
    AtomicLong clock = new AtomicLong();
    server =
        PreviewServer.start(
            new SiteBuild.Request(
                content, folder.resolve("themes"), folder, null, null, List.of(), false),
            0,
            clock::get,
            builds::add);
    assertThat(next().shown()).isTrue();
    try (BufferedReader events = events()) {
      assertThat(events.readLine()).isEqualTo("retry: 500");
      assertThat(event(events)).startsWith("data: {\"version\":1,");
      replace(REPORT + "zh.md", "银川", "金川");
      assertThat(event(events)).startsWith("data: {\"version\":2,");
      clock.addAndGet(TimeUnit.MINUTES.toNanos(6));
      replace(REPORT + "zh.md", "金川", "银川");
      for (String line = events.readLine(); line != null; line = events.readLine()) {
        assertThat(line).as("a sign of life instead of the end").doesNotStartWith(":");
      }
    }
    try (BufferedReader events = events()) {
      assertThat(event(events)).startsWith("data: {\"version\":3,");
    }
  }

  // ---- the means ----

  /** What the next build that was proof-read to its end has led to. */
  private PreviewServer.Rebuilt next() throws InterruptedException {
    PreviewServer.Rebuilt built = told();
    while (!built.proofread()) {
      built = told();
    }
    return built;
  }

  private PreviewServer.Rebuilt told() throws InterruptedException {
    return Objects.requireNonNull(builds.poll(30, TimeUnit.SECONDS), "nothing was built");
  }

  private void replace(String file, String from, String to) throws IOException {
    Path path = content.resolve(file);
    Files.writeString(path, Files.readString(path).replace(from, to));
  }

  private static void copy(Path from, Path to, String... files) throws IOException {
    for (String file : files) {
      Files.createDirectories(to.resolve(file).getParent());
      Files.copy(from.resolve(file), to.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(server.address() + path)).build(),
        BodyHandlers.ofString());
  }

  private BufferedReader events() throws IOException, InterruptedException {
    return new BufferedReader(
        new InputStreamReader(
            client
                .send(
                    HttpRequest.newBuilder(URI.create(server.address() + ".duizhao/events"))
                        .build(),
                    BodyHandlers.ofInputStream())
                .body(),
            StandardCharsets.UTF_8));
  }

  private static String event(BufferedReader events) throws IOException {
    String line = events.readLine();
    while (!line.startsWith("data: ")) {
      line = events.readLine();
    }
    return line;
  }

  private String raw(String... lines) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
      String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
