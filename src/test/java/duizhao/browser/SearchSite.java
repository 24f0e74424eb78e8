package duizhao.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import duizhao.SiteBuild;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A small archive of 24 reports, built, and served below a path of 127.0.0.1. Every report has the
 * word 工会, a term whose English is "union"; the English text of every sixth is missing.
 */
final class SearchSite implements AutoCloseable {

  /** How the server answers for a file. */
  interface Fault {

    /** Whether it answered, so that the file itself is not sent. */
    boolean answer(HttpExchange exchange, Path file) throws IOException;
  }

  static final int REPORTS = 24;
  private static final String BELOW = "/some/where/";

  private final Path folder;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile @Nullable Fault fault;

  private SearchSite(Path folder, HttpServer server) {
    this.folder = folder;
    this.server = server;
  }

  /** Builds the archive below a folder and starts the server. */
  static SearchSite in(Path folder) throws IOException {
    Path content = folder.resolve("content");
    write(content);
    Path site = folder.resolve("site");
    SiteBuild.Result result =
        SiteBuild.build(
            new SiteBuild.Request(content, Path.of("themes"), site, null, null, List.of(), false),
            SiteBuild.Progress.NONE);
    if (!result.published()) {
      throw new IllegalStateException(result.diagnostics().toString());
    }
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    SearchSite built = new SearchSite(site, server);
    server.createContext("/", built::serve);
    server.setExecutor(built.threads);
    server.start();
    return built;
  }

  /** A page of the site as a server shows it. */
  URI served(String page) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + BELOW + page);
  }

  /** The same page as it is opened from disk. */
  URI opened(String page) {
    return URI.create(folder.toUri() + page);
  }

  /** What goes wrong from now on; null for nothing. */
  void fault(@Nullable Fault wrong) {
    fault = wrong;
  }

  /** Answers with the file's text changed, wherever its path ends so. */
  void change(String ending, UnaryOperator<String> change) {
    fault(
        (exchange, file) -> {
          if (!file.toString().endsWith(ending)) {
            return false;
          }
          send(exchange, 200, change.apply(Files.readString(file)).getBytes("UTF-8"));
          return true;
        });
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      Path file = folder.resolve(path.substring(Math.min(path.length(), BELOW.length())));
      Fault wrong = fault;
      if (wrong != null && wrong.answer(exchange, file)) {
        return;
      }
      boolean there = path.startsWith(BELOW) && Files.isRegularFile(file);
      send(exchange, there ? 200 : 404, there ? Files.readAllBytes(file) : new byte[0]);
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String type =
        path.endsWith(".js")
            ? "text/javascript"
            : path.endsWith(".css")
                ? "text/css"
                : path.endsWith(".svg") ? "image/svg+xml" : "text/html; charset=utf-8";
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    // Nothing but files of the site may run or dress a page, or be read by it.
    exchange
        .getResponseHeaders()
        .set(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                + " connect-src 'self'");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  // ---- the archive ----

  private static void write(Path content) throws IOException {
    put(
        content.resolve("archive.yaml"),
        """
        title: {zh: 小档案, en: A Small Archive}
        description: {zh: 检索用的小档案。, en: A small archive to search in.}
        languages: [{id: zh, tag: zh-Hans, name: 中文}, {id: en, tag: en, name: English}]
        licence: {id: CC-BY-4.0, name: {zh: 许可, en: Licence}}
        """);
    put(
        content.resolve("newspapers.yaml"),
        """
        - {id: daily, name: {zh: 工人日报, en: Workers’ Daily}}
        - {id: weekly, name: {zh: 工会周报, en: Union Weekly}}
        """);
    put(
        content.resolve("programmes.yaml"),
        """
        - {id: homes, label: {zh: 职工之家, en: Workers’ homes}, scope: {zh: 活动场所。, en: Places.}}
        - {id: training, label: {zh: 技能培训, en: Skills training}, scope: {zh: 培训。, en: Training.}}
        """);
    put(
        content.resolve("glossary.yaml"),
        """
        - {id: union, term: {zh: 工会, en: union}}
        - {id: rest-station, term: {zh: 工会驿站, en: rest station}}
        - {id: mediation, term: {zh: 劳动争议调解, en: mediation of disputes}}
        """);
    put(content.resolve("units.yaml"), "- {id: people, label: {zh: 人, en: people}}\n");
    for (int n = 0; n < REPORTS; n++) {
      report(content, n);
    }
  }

  private static void report(Path content, int n) throws IOException {
    int year = 2018 + n % 3;
    boolean translated = n % 6 != 5;
    Path folder = content.resolve("reports/%d/report-%d".formatted(year, n));
    put(
        folder.resolve("report.yaml"),
        """
        title: {zh: 第%1$d篇报道, en: Report number %1$d}
        summary: {zh: 第%1$d篇的摘要。, en: The summary of number %1$d.}
        source: {newspaper: %2$s, date: "%3$d-%4$02d-15"}
        kind: brief
        regions: [%5$s]
        programmes: [%6$s]
        translation: {original: zh, status: %7$s}
        """
            .formatted(
                n,
                n % 2 == 0 ? "daily" : "weekly",
                year,
                1 + n % 12,
                n % 2 == 0 ? "浙江省/嘉兴市/海宁市" : "江西省/九江市/都昌县",
                n % 4 == 0 ? "homes" : "training",
                translated ? "full" : "none"));
    put(
        folder.resolve("zh.md"),
        """
        这一篇讲的是第%1$d个地方的事情。

        当地工会为职工办了%2$s。

        末了一段说到别的。%3$s
        """
            .formatted(n, n % 4 == 0 ? "职工之家" : "培训班", n == 7 ? "独一无二的锦鲤。" : ""));
    if (translated) {
      put(
          folder.resolve("en.md"),
          """
          This one tells of place number %1$d.

          The local union runs %2$s for workers.

          The last paragraph is about something else.
          """
              .formatted(n, n % 4 == 0 ? "a workers’ home" : "training"));
    }
  }

  private static void put(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
