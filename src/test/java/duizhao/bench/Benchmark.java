package duizhao.bench;

import duizhao.Folders;
import duizhao.bench.Cost.Written;
import duizhao.diagnostic.Diagnostics;
import duizhao.model.Archive;
import duizhao.read.ContentReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Measures what builds cost, and beside it what Hugo with Pagefind cost on the same reports, and
 * writes the tables of {@code src/docs/speed.md}.
 */
public final class Benchmark {

  /** Archives up to this many reports are built several times. */
  private static final int SMALL = 200;

  private static final int RUNS = 3;
  private static final int STARTS = 5;

  /** How often a start is repeated while the clock runs: the shell counts in hundredths. */
  private static final int REPEATED = 10;

  private static final int FIRST_ARCHIVE = 50;

  /** From here on the launcher chooses other options for the JVM. */
  private static final int LARGE = 5_000;

  private final Path work;
  private final @Nullable Path hugo;
  private final @Nullable Path pagefind;
  private final PrintStream out;
  private final Map<String, String> environment;

  private Benchmark(Path work, boolean peers, PrintStream out) {
    this.work = work;
    this.out = out;
    this.hugo = peers ? onPath("hugo") : null;
    this.pagefind = peers ? pagefind() : null;
    this.environment = Map.of("XDG_CACHE_HOME", work.resolve("cache").toString());
  }

  /**
   * Measures.
   *
   * @param arguments how many reports, several times; then perhaps {@code --no-peers}. The property
   *     {@code benchmark.work} names the folder to work in, {@code benchmark.pagefind} the program
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    boolean peers = !List.of(arguments).contains("--no-peers");
    List<Integer> sizes =
        Stream.of(String.join(" ", arguments).split("[ ,]+"))
            .filter(word -> word.matches("\\d+"))
            .map(Integer::valueOf)
            .toList();
    Path work = Path.of(System.getProperty("benchmark.work", "target/benchmark")).toAbsolutePath();
    run(sizes, work, peers, new PrintStream(System.out, true, StandardCharsets.UTF_8));
  }

  /** Measures archives of these sizes in a folder, and leaves the tables there. */
  static void run(List<Integer> sizes, Path work, boolean peers, PrintStream out)
      throws IOException, InterruptedException {
    Files.createDirectories(work);
    Benchmark benchmark = new Benchmark(work, peers, out);
    benchmark.warm();
    benchmark.starts();
    for (int reports : sizes) {
      benchmark.measure(reports);
    }
  }

  private static @Nullable Path onPath(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Path pagefind() {
    String named = System.getProperty("benchmark.pagefind");
    if (named != null && !named.isBlank()) {
      return Path.of(named);
    }
    Path extended = onPath("pagefind_extended");
    return extended == null ? onPath("pagefind") : extended;
  }

  // ---- what is run ----

  private Cost cost(String... command) throws IOException, InterruptedException {
    return Cost.of(List.of(command), work.resolve("log.txt"), environment);
  }

  /** What one of several runs costs. */
  private Cost repeated(String... command) throws IOException, InterruptedException {
    List<String> loop = new ArrayList<>(List.of("sh", "-c"));
    loop.add("for i in " + "x ".repeat(REPEATED) + "; do \"$@\"; done");
    loop.add("sh");
    loop.addAll(List.of(command));
    Cost all = cost(loop.toArray(String[]::new));
    return new Cost(all.cpuSeconds() / REPEATED, all.wallSeconds() / REPEATED, all.peakMiB());
  }

  private Cost build(Path archive) throws IOException, InterruptedException {
    return cost(
        "./duizhao",
        "build",
        "--quiet",
        "--content",
        archive.resolve("content").toString(),
        "--themes",
        archive.resolve("themes").toString(),
        "--output",
        archive.resolve("site").toString());
  }

  /**
   * Lets the launcher make what it keeps: the jar, and the class-data archive behind the scenes.
   */
  private void warm() throws IOException, InterruptedException {
    cost("./duizhao", "--version");
    Path cache = work.resolve("cache/duizhao");
    for (int tries = 0; tries < 600 && !holds(cache, ".classes"); tries++) {
      Thread.sleep(100);
    }
  }

  private static boolean holds(Path folder, String ending) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(ending));
    }
  }

  private void starts() throws IOException, InterruptedException {
    Path archive = archive(FIRST_ARCHIVE);
    List<Cost> bare = new ArrayList<>();
    List<Cost> version = new ArrayList<>();
    List<Cost> small = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      bare.add(repeated(java(), "-cp", "target/test-classes", Hello.class.getName()));
      version.add(repeated("./duizhao", "--version"));
      Folders.delete(archive.resolve("site"));
      small.add(build(archive));
    }
    Cost hello = Cost.middle(bare);
    table("start, median of " + STARTS, "CPU s", "against the bare JVM", "wall s", "peak MiB");
    start("a bare JVM: one class, one line", hello, hello);
    start("`duizhao --version`", Cost.middle(version), hello);
    start("`duizhao build`, " + FIRST_ARCHIVE + " reports", Cost.middle(small), hello);
    Folders.delete(archive);
  }

  private void start(String what, Cost cost, Cost bare) {
    row(
        what,
        decimals(cost.cpuSeconds()),
        decimals(cost.cpuSeconds() / bare.cpuSeconds()) + "x",
        decimals(cost.wallSeconds()),
        String.valueOf(cost.peakMiB()));
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** A fresh archive of so many reports, with a theme of its own. */
  private Path archive(int reports) throws IOException {
    Path archive = work.resolve("archive-" + reports);
    Folders.delete(archive);
    CorpusMaker.make(Path.of("content"), archive.resolve("content"), reports);
    Folders.copy(Path.of("themes"), archive.resolve("themes"));
    return archive;
  }

  private void measure(int reports) throws IOException, InterruptedException {
    Path archive = archive(reports);
    int runs = reports <= SMALL ? RUNS : 1;
    Path site = archive.resolve("site");
    List<Cost> fromNothing = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      Folders.delete(site);
      fromNothing.add(build(archive));
    }
    Cost full = Cost.middle(fromNothing);
    peers(reports, runs, archive, full, Written.in(site));
    again(reports, archive, full);
    Folders.delete(archive);
  }

  /**
   * Builds over the site that is there, after nothing, a text, a name or a template has changed.
   */
  private void again(int reports, Path archive, Cost full)
      throws IOException, InterruptedException {
    table(grouped(reports) + " reports", "CPU s", "of the full build", "wall s", "peak MiB");
    build("full build with search, from nothing", full, full);
    build("again, nothing changed", build(archive), full);
    edit(report(archive), "(?s)\\A([^\\n]*)", "$1职工都说好。");
    build("one report edited", build(archive), full);
    edit(
        archive.resolve("content/programmes.yaml"),
        "(?m)label: \\{zh: ([^,]*), en: ",
        "label: {zh: $1等, en: ");
    build("one programme renamed", build(archive), full);
    edit(
        archive.resolve("themes/duizhao/templates/report.ftlh"),
        "<article ",
        "<article data-edited ");
    build("the template of reports edited", build(archive), full);
    build("the search index alone, with reading", index(reports, archive), full);
  }

  private void build(String what, Cost cost, Cost full) {
    row(
        what,
        decimals(cost.cpuSeconds()),
        Math.round(100 * cost.cpuSeconds() / full.cpuSeconds()) + " %",
        decimals(cost.wallSeconds()),
        String.valueOf(cost.peakMiB()));
  }

  /** The report in the middle, by its Chinese text. */
  private static Path report(Path archive) throws IOException {
    try (Stream<Path> all = Files.walk(archive.resolve("content/reports"))) {
      List<Path> texts = all.filter(file -> file.endsWith("zh.md")).sorted().toList();
      return texts.get(texts.size() / 2);
    }
  }

  private static void edit(Path file, String what, String by) throws IOException {
    String text = Files.readString(file);
    String edited = text.replaceFirst(what, by);
    if (edited.equals(text)) {
      throw new IOException(file + " has no " + what);
    }
    Files.writeString(file, edited);
  }

  private Cost index(int reports, Path archive) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(
        reports < LARGE
            ? List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
            : List.of("-XX:+UseParallelGC"));
    command.addAll(
        List.of(
            "-cp",
            "target/duizhao.jar:target/test-classes",
            IndexTime.class.getName(),
            archive.resolve("content").toString(),
            archive.resolve("index").toString()));
    return cost(command.toArray(String[]::new));
  }

  // ---- Hugo and Pagefind ----

  private void peers(int reports, int runs, Path archive, Cost ours, Written written)
      throws IOException, InterruptedException {
    Path content = archive.resolve("content");
    table(
        grouped(reports) + " reports, the whole site with search",
        "CPU s",
        "against duizhao",
        "wall s",
        "against duizhao",
        "peak MiB",
        "files",
        "MB");
    peer("duizhao", ours, ours, written);
    if (hugo == null || pagefind == null) {
      return;
    }
    Archive read =
        Objects.requireNonNull(new ContentReader(content, "content", new Diagnostics()).read());
    for (String kind : List.of("full", "bare")) {
      Path site = archive.resolve("hugo-" + kind);
      Folders.copy(Path.of("src/test/hugo", kind), site);
      HugoContent.write(read, content, site);
      List<Cost> builds = new ArrayList<>();
      List<Cost> searches = new ArrayList<>();
      Path made = site.resolve("public");
      for (int i = 0; i < runs; i++) {
        Folders.delete(made);
        builds.add(cost(hugo.toString(), "--quiet", "--source", site.toString()));
        searches.add(cost(pagefind.toString(), "--site", made.toString()));
      }
      Cost build = Cost.middle(builds);
      Cost search = Cost.middle(searches);
      peer("Hugo, " + kind + " site, with Pagefind", build.and(search), ours, Written.in(made));
      peer("Hugo alone", build, ours, null);
      peer("Pagefind alone", search, ours, null);
    }
  }

  private void peer(String name, Cost cost, Cost ours, @Nullable Written written) {
    row(
        name,
        decimals(cost.cpuSeconds()),
        decimals(cost.cpuSeconds() / ours.cpuSeconds()) + "x",
        decimals(cost.wallSeconds()),
        decimals(cost.wallSeconds() / ours.wallSeconds()) + "x",
        String.valueOf(cost.peakMiB()),
        written == null ? "" : grouped(written.files()),
        written == null ? "" : megabytes(written));
  }

  // ---- tables ----

  private void table(String... heads) {
    out.println();
    row(heads);
    row(Arrays.stream(heads).map(head -> head == heads[0] ? "---" : "---:").toArray(String[]::new));
  }

  private void row(String... cells) {
    out.println("| " + String.join(" | ", cells) + " |");
  }

  private static String decimals(double number) {
    return String.format(
        Locale.ROOT, number < 10 ? "%.2f" : number < 100 ? "%.1f" : "%.0f", number);
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String megabytes(Written written) {
    return String.valueOf(Math.round(written.bytes() / 1e6));
  }
}
