package duizhao.bench;

import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import duizhao.model.Archive;
import duizhao.model.Theme;
import duizhao.plan.OutputFile;
import duizhao.plan.Page;
import duizhao.plan.SitePlan;
import duizhao.plan.SitePlanner;
import duizhao.read.ContentReader;
import duizhao.read.ThemeReader;
import duizhao.render.PageRenderer;
import duizhao.search.SearchIndexer;
import duizhao.text.Markdown;
import duizhao.text.TextContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How long the steps take that a build repeats for every report, in the turn of a hundred. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
public class HotPaths {

  private static final int REPORTS = 100;

  private Path folder;
  private Archive archive;
  private Theme theme;
  private SitePlan plan;
  private PageRenderer renderer;
  private List<Page> pages;
  private List<String> paragraphs;
  private byte[] page;
  private TextContext context;
  private int next;

  @Setup
  public void make() throws IOException {
    folder = Files.createTempDirectory("duizhao-speed");
    CorpusMaker.make(Path.of("content"), folder.resolve("content"), REPORTS);
    Diagnostics diagnostics = new Diagnostics();
    archive =
        Objects.requireNonNull(
            new ContentReader(folder.resolve("content"), "content", diagnostics).read());
    theme =
        Objects.requireNonNull(
            new ThemeReader(Path.of("themes"), "themes", archive.languages(), diagnostics)
                .read(archive.theme(), Location.of("archive.yaml")));
    plan = SitePlanner.plan(archive, theme, diagnostics);
    renderer = Objects.requireNonNull(PageRenderer.of(plan, theme, diagnostics));
    pages = plan.pages().stream().filter(Page.ReportPage.class::isInstance).toList();
    page =
        Objects.requireNonNull(renderer.render(pages.get(0)))
            .text()
            .getBytes(StandardCharsets.UTF_8);
    paragraphs = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder.resolve("content/reports"))) {
      for (Path file : all.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
        paragraphs.addAll(List.of(Files.readString(file).split("\n\n")));
      }
    }
    context =
        new TextContext("zh.md", 1, "report", archive.languages().get(0), Map.of(), path -> null);
  }

  @TearDown
  public void delete() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Benchmark
  public Object markdownParagraph() {
    next = (next + 1) % paragraphs.size();
    return Markdown.parse(paragraphs.get(next), context, new Diagnostics());
  }

  @Benchmark
  public Object reportPage() {
    next = (next + 1) % pages.size();
    return renderer.render(pages.get(next));
  }

  @Benchmark
  public byte[] hashOfAPage() throws NoSuchAlgorithmException {
    return MessageDigest.getInstance("SHA-256").digest(page);
  }

  /** The result is a count of characters, so that nothing of it is left out. */
  @Benchmark
  public long indexOfAHundredReports() throws IOException {
    long[] characters = {0};
    SearchIndexer.write(plan, theme, (OutputFile file) -> characters[0] += file.text().length());
    return characters[0];
  }
}
