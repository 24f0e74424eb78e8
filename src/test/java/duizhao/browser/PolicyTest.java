package duizhao.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import duizhao.SiteBuild;
import duizhao.plan.SitePlan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Content Security Policy of the pages, with what Chromium stops by it counted: nothing on our
 * pages, served and from disk, and everything that is not ours.
 */
class PolicyTest {

  /** Runs before any script of a page, and is not subject to its policy. */
  static final String COUNT =
      "window.stopped = []; addEventListener('securitypolicyviolation',"
          + " e => stopped.push(e.effectiveDirective + ' ' + e.blockedURI + ' ' + e.lineNumber))";

  private static final String SETTLED =
      "['idle','done','error'].includes(document.getElementById('results').dataset.searchState)";

  @TempDir private static Path folder;
  private static Path site;
  private static HttpServer server;
  private static final ExecutorService THREADS = Executors.newCachedThreadPool();
  private static Browser browser;

  @BeforeAll
  static void open() throws IOException {
    site = folder.resolve("site");
    SiteBuild.Result built =
        SiteBuild.build(
            new SiteBuild.Request(
                Path.of("content"), Path.of("themes"), site, null, null, List.of(), false),
            SiteBuild.Progress.NONE);
    assertThat(built.published()).isTrue();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", PolicyTest::serve);
    server.setExecutor(THREADS);
    server.start();
    browser = Browser.open();
    browser
        .driver()
        .executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", COUNT));
  }

  @AfterAll
  static void close() {
    browser.close();
    server.stop(0);
    THREADS.shutdownNow();
  }

  /** Sends files as a plain host does: with their types, and no header that says more. */
  private static void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
      boolean there = file.normalize().startsWith(folder) && Files.isRegularFile(file);
      String name = file.toString();
      exchange
          .getResponseHeaders()
          .set(
              "Content-Type",
              name.endsWith(".js")
                  ? "text/javascript"
                  : name.endsWith(".css")
                      ? "text/css"
                      : name.endsWith(".svg") ? "image/svg+xml" : "text/html; charset=utf-8");
      byte[] body = there ? Files.readAllBytes(file) : new byte[0];
      exchange.sendResponseHeaders(there ? 200 : 404, body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private static URI served(String page) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + page);
  }

  /** Of each kind of page, by folder and depth, the longest in each language. */
  private static List<Path> kinds() throws IOException {
    Map<String, Path> kinds = new TreeMap<>();
    try (Stream<Path> files = Files.walk(site)) {
      for (Path page :
          files
              .filter(f -> f.toString().endsWith(".html"))
              .sorted(Comparator.comparing((Path f) -> f.toFile().length()).thenComparing(f -> f))
              .toList()) {
        String[] parts = site.relativize(page).toString().split("/");
        kinds.put(
            parts.length < 3 ? site.relativize(page) + "" : parts[0] + parts[1] + parts.length,
            page);
      }
    }
    return List.copyOf(kinds.values());
  }

  private static List<?> stopped() {
    return (List<?>) Objects.requireNonNull(browser.script("return window.stopped"));
  }

  /** What the page asked of other places than its own. */
  private static Object strangers() {
    return browser.script(
        "return performance.getEntriesByType('resource').map(e => e.name)"
            + ".filter(n => !n.startsWith(location.protocol + '//' + location.host + '/'))");
  }

  @Test
  void everyPageHasThePolicyBeforeItLoadsAnythingAndNothingInlineToRun() throws IOException {
    int pages = 0;
    try (Stream<Path> files = Files.walk(site)) {
      for (Path page : files.filter(f -> f.toString().endsWith(".html")).toList()) {
        var head = Jsoup.parse(page).head();
        assertThat(head.select("meta[http-equiv=Content-Security-Policy]").eachAttr("content"))
            .as(page.toString())
            .containsExactly(SitePlan.POLICY);
        assertThat(head.select("meta[name=referrer]").eachAttr("content"))
            .containsExactly(SitePlan.REFERRER);
        assertThat(head.child(1).attr("http-equiv")).isEqualTo("Content-Security-Policy");
        var document = Jsoup.parse(page);
        assertThat(document.select("script:not([src]):not([type='application/ld+json'])"))
            .as(page.toString())
            .isEmpty();
        assertThat(document.select("style, [style], base, iframe, object, embed")).isEmpty();
        assertThat(
                document.getAllElements().stream()
                    .flatMap(e -> e.attributes().asList().stream())
                    .filter(a -> a.getKey().startsWith("on"))
                    .toList())
            .isEmpty();
        pages++;
      }
    }
    assertThat(pages).isGreaterThan(500);
    System.out.println("PolicyTest: " + pages + " pages have the policy");
  }

  @Test
  void theHeadersFileSaysTheSameAndWhoMayFrameThePages() throws IOException {
    assertThat(Files.readAllLines(site.resolve("_headers")))
        .startsWith("/*")
        .contains(
            "  Content-Security-Policy: " + SitePlan.POLICY + "; frame-ancestors 'self'",
            "  Referrer-Policy: " + SitePlan.REFERRER,
            "  X-Content-Type-Options: nosniff");
    assertThat(SitePlan.POLICY).doesNotContain("unsafe", "*", "http", "data:", "blob:");
  }

  @Test
  void nothingIsStoppedOnAnyKindOfPageServedOrFromDisk() throws IOException {
    int loads = 0;
    for (Path page : kinds()) {
      String name = site.relativize(page).toString();
      for (URI address : List.of(served("site/" + name), page.toUri())) {
        if (name.equals("404.html") && address.getScheme().equals("file")) {
          continue; // shown by servers only
        }
        browser.go(address);
        if (name.endsWith("/search/index.html")) {
          browser.await(SETTLED);
        }
        assertThat(stopped()).as(address.toString()).isEqualTo(List.of());
        assertThat(strangers()).as(address.toString()).isEqualTo(List.of());
        loads++;
      }
    }
    System.out.println("PolicyTest: 0 violations on " + loads + " loads");
    assertThat(loads).isGreaterThan(60);
  }

  /** So that the count above means something: what is not ours is stopped, and counted. */
  @Test
  void whatIsNotOursIsStoppedServedAndFromDisk() throws IOException {
    String page = "en/planted.html";
    String home = Files.readString(site.resolve("en/index.html"));
    Files.writeString(
        site.resolve(page),
        home.replace(
            "</body>",
            """
            <script>window.ran = 1</script>
            <p style="color: red" onclick="window.ran = 1" id="planted">x</p>
            <img src="http://127.0.0.2:9/x.png" onerror="window.ran = 1">
            <iframe srcdoc="<script>parent.ran = 1</script>"></iframe>
            <script src="data:text/javascript,window.ran=1"></script>
            <object data="data:text/html,x"></object>
            <base href="http://127.0.0.2:9/">
            </body>
            """));
    try {
      for (URI address : List.of(served("site/" + page), site.resolve(page).toUri())) {
        browser.go(address);
        browser.script("document.getElementById('planted').click()");
        TreeSet<String> directives = new TreeSet<>();
        stopped().forEach(s -> directives.add(String.valueOf(s).split(" ")[0]));
        assertThat(directives)
            .as(address.toString())
            .contains(
                "script-src-elem", "style-src-attr", "script-src-attr", "img-src", "base-uri");
        assertThat(browser.script("return window.ran === undefined")).isEqualTo(true);
      }
      browser.consoleErrors();
    } finally {
      Files.delete(site.resolve(page));
    }
  }

  /** A quotation in both languages reads the parallel page; the search makes scripts of its own. */
  @Test
  void whatPagesDoForReadersIsNotStopped() throws IOException {
    try (Stream<Path> reports = Files.list(site.resolve("en/reports"))) {
      String report =
          reports
              .filter(r -> Files.exists(r.resolve("index.html")))
              .filter(r -> !r.getFileName().toString().equals("page"))
              .map(r -> r.getFileName().toString())
              .filter(r -> Files.exists(site.resolve("en/parallel/" + r)))
              .sorted()
              .findFirst()
              .orElseThrow();
      browser.go(served("site/en/reports/" + report + "/index.html"));
    }
    assertThat(
            browser.later(
                "const done = arguments[arguments.length - 1];"
                    + "fetch(document.querySelector('[data-both]').dataset.both)"
                    + ".then(a => done(a.status), e => done(String(e)))"))
        .isEqualTo(200L);
    browser.script("document.querySelectorAll('.number, button').forEach(b => b.click())");
    assertThat(stopped()).isEqualTo(List.of());
    for (URI search :
        List.of(
            served("site/en/search/index.html?q=union"),
            URI.create(site.resolve("en/search/index.html").toUri() + "?q=union"))) {
      browser.go(search);
      browser.await("document.querySelector('[data-report]')");
      browser.await("document.querySelectorAll('#filters-body fieldset').length > 3");
      assertThat(stopped()).as(search.toString()).isEqualTo(List.of());
    }
    browser.consoleErrors();
  }
}
