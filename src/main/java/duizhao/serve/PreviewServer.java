package duizhao.serve;

import com.google.gson.Gson;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import duizhao.SiteBuild;
import duizhao.SitePreview;
import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostic;
import duizhao.diagnostic.Location;
import duizhao.diagnostic.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Phaser;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Serves an archive to this machine's browsers, watches its files, and has the browsers load again
 * what was saved. While content or theme have errors, the last site without them is shown, and over
 * it what is wrong.
 */
public final class PreviewServer implements AutoCloseable {

  /** Below this path stand the server's own files. */
  private static final String OWN = "/.duizhao/";

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("jsonld", "application/ld+json"),
          Map.entry("xml", "application/xml"),
          Map.entry("tmx", "application/xml"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("jpeg", "image/jpeg"),
          Map.entry("gif", "image/gif"),
          Map.entry("csv", "text/csv; charset=utf-8"),
          Map.entry("ttl", "text/turtle; charset=utf-8"),
          Map.entry("bib", "text/plain; charset=utf-8"),
          Map.entry("ris", "text/plain; charset=utf-8"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  private static final Gson GSON = new Gson();

  /** More of them help nobody on a page; how many there are is told. */
  private static final int MOST_PROBLEMS = 100;

  /** How often a browser that has gone is noticed. */
  private static final long HEARTBEAT_MS = 15_000;

  /**
   * How long a browser is told at a stretch. One that listens connects again by itself; one that
   * never reads what it asked for is got rid of.
   */
  private static final long LONGEST_TELLING_NS = TimeUnit.MINUTES.toNanos(5);

  /** How long one event may take to be written; what waits to be read has its bounds. */
  private static final long PATIENCE_MS = 30_000;

  /** After how long a browser connects again. */
  private static final long RETRY_MS = 500;

  /** Who is told what happens; from other threads than the one that started the server. */
  public interface Listener {

    /** What the start, or an edit, has led to. */
    void rebuilt(Rebuilt built);

    /**
     * The system does not tell of changes, so that files are looked at now and then; told once.
     *
     * @param reason in the system's words
     */
    default void unwatched(String reason) {}
  }

  /**
   * What an edit led to. It is told twice: when the site can be seen, and when it has been
   * proof-read, unless another edit came in between.
   *
   * @param changed what was; empty at the start
   * @param millis from the change being seen to the site being ready
   * @param shown whether there is a site without errors to show
   * @param proofread whether all diagnostics are there
   * @param fault what the program could not go on with; null where it could
   */
  public record Rebuilt(
      Set<Path> changed,
      List<Diagnostic> diagnostics,
      long millis,
      boolean shown,
      boolean proofread,
      @Nullable Throwable fault) {}

  /**
   * A site that browsers are shown.
   *
   * @param version grows with each
   */
  private record Shown(@Nullable SitePreview site, long version) {}

  /**
   * What browsers are told.
   *
   * @param version of the site that is shown
   * @param problems the first of them
   */
  private record State(long version, long errors, long warnings, List<Problem> problems) {}

  private record Problem(
      String severity, String at, String message, @Nullable String hint, String code) {}

  private final LongSupplier nanoClock;
  private final Listener told;
  private final long patienceMs;
  private final HttpServer server;
  private final FolderWatch watch;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1);

  private final AtomicInteger listening = new AtomicInteger();

  /** One thread only, so that another remains for the next edit. */
  private final ForkJoinPool proofreader = new ForkJoinPool(1);

  private final CompletableFuture<@Nullable Void> following = new CompletableFuture<>();
  private volatile boolean closed;
  private volatile @Nullable Diagnostic fault;

  /** How the content folder is called in diagnostics. */
  private final String content;

  private volatile SitePreview latest;
  private volatile Shown shown = new Shown(null, 0);

  /** What {@link #state} was made from. */
  private List<Diagnostic> stated = List.of();

  private volatile State state = new State(0, 0, 0, List.of());

  /** Goes on to the next phase with each new {@link #state}. */
  private final Phaser news = new Phaser(1);

  private PreviewServer(
      SiteBuild.Request request,
      int port,
      LongSupplier nanoClock,
      Listener told,
      FolderWatch.Registrar registrar,
      long patienceMs)
      throws IOException {
    this.patienceMs = patienceMs;
    this.nanoClock = nanoClock;
    this.content = request.content().toString().replace('\\', '/');
    this.told = told;
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    this.watch =
        new FolderWatch(List.of(request.content(), request.themes()), registrar, told::unwatched);
    this.latest = SiteBuild.preview(request);
  }

  /**
   * Starts to serve on 127.0.0.1.
   *
   * @param port 0 for any that is free
   * @param told hears of the start and of each change
   * @throws java.net.BindException where something else serves on this port
   */
  public static PreviewServer start(
      SiteBuild.Request request, int port, LongSupplier nanoClock, Listener told)
      throws IOException {
    return start(request, port, nanoClock, told, FolderWatch.Registrar.SYSTEM, PATIENCE_MS);
  }

  static PreviewServer start(
      SiteBuild.Request request,
      int port,
      LongSupplier nanoClock,
      Listener told,
      FolderWatch.Registrar registrar,
      long patienceMs)
      throws IOException {
    long start = nanoClock.getAsLong();
    PreviewServer made = new PreviewServer(request, port, nanoClock, told, registrar, patienceMs);
    made.show(Set.of(), start);
    made.clock.setRemoveOnCancelPolicy(true);
    made.server.createContext("/", made::answer);
    made.server.setExecutor(made.threads);
    made.server.start();
    made.threads.execute(made::follow);
    return made;
  }

  /**
   * Returns when the server is closed.
   *
   * @throws IOException where the files cannot be watched any longer
   */
  public void await() throws IOException, InterruptedException {
    try {
      following.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UncheckedIOException cannot) {
        throw cannot.getCause();
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Where the site is shown. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  // ---- following the files ----

  private void follow() {
    try {
      for (Set<Path> changed = watch.next(); changed != null; changed = watch.next()) {
        follow(changed);
      }
      following.complete(null);
    } catch (InterruptedException | RejectedExecutionException e) {
      following.complete(null); // closed meanwhile
    } catch (RuntimeException | StackOverflowError e) {
      following.completeExceptionally(e);
    }
  }

  private void follow(Set<Path> changed) {
    long start = nanoClock.getAsLong();
    try {
      latest = latest.after(changed);
      show(changed, start);
    } catch (RejectedExecutionException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      fail(changed, e);
    }
  }

  private void show(Set<Path> changed, long start) {
    SitePreview made = latest;
    fault = null;
    if (made.shows()) {
      shown = new Shown(made, shown.version() + 1);
    }
    tellBrowsers();
    long millis = (nanoClock.getAsLong() - start) / 1_000_000;
    told.rebuilt(new Rebuilt(changed, made.diagnostics(), millis, made.shows(), false, null));
    proofreader.execute(
        () -> {
          try {
            made.proofread(() -> made != latest || closed);
            if (made == latest && !closed) {
              told.rebuilt(
                  new Rebuilt(changed, made.diagnostics(), millis, made.shows(), true, null));
              tellBrowsers();
            }
          } catch (RuntimeException | StackOverflowError e) {
            if (made == latest) {
              fail(changed, e);
            }
          }
        });
  }

  /** A fault of the program is told like any other, and the next change may find it mended. */
  private void fail(Set<Path> changed, Throwable e) {
    SitePreview made = latest;
    fault =
        new Diagnostic(
            Code.PROGRAM_FAULT,
            Location.of(content),
            "the program could not go on: " + e,
            "this is a fault of the program itself; please report it with what the terminal says."
                + " The next change is looked at again");
    tellBrowsers();
    try {
      told.rebuilt(new Rebuilt(changed, List.of(fault), 0, made.shows(), true, e));
    } catch (RuntimeException again) {
      e.addSuppressed(again); // nobody else to tell
    }
  }

  /** Faults of templates come to light when a page is made, so this is asked after each. */
  private synchronized void tellBrowsers() {
    Diagnostic failed = fault;
    List<Diagnostic> found =
        failed == null
            ? latest.diagnostics()
            : Stream.concat(Stream.of(failed), latest.diagnostics().stream()).toList();
    if (!found.equals(stated) || shown.version() != state.version()) {
      stated = found;
      long errors = found.stream().filter(d -> d.severity() == Severity.ERROR).count();
      List<Problem> problems =
          found.stream()
              .sorted(Comparator.comparing(Diagnostic::severity))
              .limit(MOST_PROBLEMS)
              .map(PreviewServer::problem)
              .toList();
      state = new State(shown.version(), errors, found.size() - errors, problems);
      news.arrive();
    }
  }

  private static Problem problem(Diagnostic found) {
    return new Problem(
        found.severity().name().toLowerCase(Locale.ROOT),
        found.at().toString(),
        found.message(),
        found.hint(),
        found.code().id());
  }

  // ---- answering ----

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    try {
      if (!fromHere(exchange)) {
        send(exchange, 403, "txt", "This preview answers only to 127.0.0.1 and localhost.\n");
      } else if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        send(exchange, 405, "txt", "Only GET and HEAD.\n");
      } else if (path == null || !path.startsWith("/")) {
        send(exchange, 400, "txt", "No such address.\n");
      } else if (path.equals(OWN + "events")) {
        listen(exchange);
      } else if (path.startsWith(OWN)) {
        own(exchange, path.substring(OWN.length()));
      } else {
        page(exchange, path.substring(1));
      }
    } catch (UncheckedIOException | IOException e) {
      if (exchange.getResponseCode() < 0) {
        send(exchange, 500, "txt", "A file could not be read: " + e.getMessage() + "\n");
      }
    } catch (RuntimeException | StackOverflowError e) {
      fail(Set.of(), e);
      if (exchange.getResponseCode() < 0) {
        send(exchange, 500, "html", live(frame(""), shown));
      }
    }
    exchange.close();
  }

  /** Another name for this machine would let pages of other sites read the drafts shown here. */
  private boolean fromHere(HttpExchange exchange) {
    String host = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Host"), "");
    String name = host.replaceFirst(":\\d+$", "");
    return Set.of("127.0.0.1", "localhost", "[::1]").contains(name);
  }

  /** Each browser has its own thread, so that one that does not listen keeps no other waiting. */
  private void listen(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(200, 0);
    listening.incrementAndGet();
    try {
      OutputStream out = exchange.getResponseBody();
      long start = nanoClock.getAsLong();
      int phase = news.getPhase();
      String event = "retry: " + RETRY_MS + "\n" + event();
      while (nanoClock.getAsLong() - start < LONGEST_TELLING_NS) {
        tell(out, event);
        try {
          phase = news.awaitAdvanceInterruptibly(phase, HEARTBEAT_MS, TimeUnit.MILLISECONDS);
          event = event();
        } catch (TimeoutException e) {
          event = ":\n\n";
        }
      }
    } catch (InterruptedException e) {
      // closed
    } finally {
      listening.decrementAndGet();
    }
  }

  /** Writing that takes too long is interrupted, which closes the connection. */
  private void tell(OutputStream out, String event) throws IOException {
    ScheduledFuture<?> late =
        clock.schedule(Thread.currentThread()::interrupt, patienceMs, TimeUnit.MILLISECONDS);
    try {
      out.write(event.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } finally {
      late.cancel(false);
    }
  }

  /** How many browsers are told what happens. */
  int listening() {
    return listening.get();
  }

  private String event() {
    return "data: " + GSON.toJson(state) + "\n\n";
  }

  private void own(HttpExchange exchange, String name) throws IOException {
    if (!Set.of("live.js", "live.css").contains(name)) {
      send(exchange, 404, "txt", "No such file.\n");
      return;
    }
    try (InputStream in = PreviewServer.class.getResourceAsStream(name)) {
      send(exchange, 200, ending(name), Objects.requireNonNull(in).readAllBytes());
    }
  }

  private void page(HttpExchange exchange, String path) throws IOException {
    Shown now = shown;
    SitePreview site = now.site();
    if (site == null) {
      send(exchange, 503, "html", live(frame(""), now));
      return;
    }
    String name = path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
    byte[] file = site.file(name);
    tellBrowsers();
    if (file == null && site.file(name + "/index.html") != null) {
      String query = exchange.getRequestURI().getRawQuery();
      String to = exchange.getRequestURI().getRawPath() + "/" + (query == null ? "" : "?" + query);
      // Two slashes at the start would lead to another host.
      exchange.getResponseHeaders().set("Location", to.replaceFirst("^/+", "/"));
      send(exchange, 301, "txt", "");
    } else if (file != null) {
      String ending = ending(name);
      send(exchange, 200, ending, ending.equals("html") ? live(text(file), now) : file);
    } else if (site.plans(name)) {
      send(exchange, 500, "html", live(frame(""), now));
    } else {
      byte[] missing = site.file("404.html");
      send(
          exchange,
          404,
          "html",
          live(missing == null ? frame("There is no such page.") : text(missing), now));
    }
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.UTF_8);
  }

  private static String frame(String said) {
    return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>duizhao</title></head><body><p>"
        + said
        + "</p></body></html>";
  }

  /** The page with the script that loads it again. */
  private static byte[] live(String page, Shown now) {
    String script =
        "<script src=\"" + OWN + "live.js\" data-version=\"" + now.version() + "\" defer></script>";
    return page.replaceFirst("</head>", script + "</head>").getBytes(StandardCharsets.UTF_8);
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static void send(HttpExchange exchange, int status, String ending, String text)
      throws IOException {
    send(exchange, status, ending, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, String ending, byte[] body)
      throws IOException {
    exchange
        .getResponseHeaders()
        .set("Content-Type", TYPES.getOrDefault(ending, "application/octet-stream"));
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.getResponseHeaders().set("Content-Security-Policy", "frame-ancestors 'none'");
    boolean silent = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
    exchange.sendResponseHeaders(status, silent ? -1 : body.length);
    if (!silent) {
      exchange.getResponseBody().write(body);
    }
  }

  /** Stops serving and watching. */
  @Override
  public void close() throws IOException {
    closed = true;
    watch.close();
    server.stop(0);
    threads.shutdownNow();
    clock.shutdownNow();
    proofreader.shutdown();
  }
}
