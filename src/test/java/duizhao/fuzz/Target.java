package duizhao.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.SiteBuild;
import duizhao.diagnostic.Diagnostic;
import duizhao.diagnostic.Diagnostics;
import duizhao.edtf.EdtfDate;
import duizhao.edtf.EdtfException;
import duizhao.golden.SampleArchive;
import duizhao.importer.PageImporter;
import duizhao.model.Archive;
import duizhao.model.Block;
import duizhao.model.Body;
import duizhao.model.Language;
import duizhao.model.Ledger;
import duizhao.model.Limits;
import duizhao.quantity.Quantity;
import duizhao.quantity.QuantityReader;
import duizhao.read.ContentReader;
import duizhao.search.SearchIndexException;
import duizhao.search.SearchReader;
import duizhao.text.ArticleHtml;
import duizhao.text.TextContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The parsers of ours, each taking bytes that nobody meant to write: it throws where something is
 * wrong. {@link SeedsTest} hands each its seeds and all that ever failed; Jazzer looks for more, as
 * {@code src/docs/trust.md} tells.
 */
public enum Target {

  /** What is a date is one again when it is printed; what is none says where it goes wrong. */
  EDTF {
    @Override
    void take(byte[] bytes) throws IOException {
      String text = text(bytes);
      try {
        EdtfDate date = EdtfDate.parse(text);
        assertThat(EdtfDate.parse(date.text())).isEqualTo(date);
        assertThat(date.years()).hasSizeLessThan(4);
        if (date.earliest() != null && date.latest() != null) {
          assertThat(date.earliest()).isBeforeOrEqualTo(date.latest());
        }
      } catch (EdtfException e) {
        assertThat(e.index()).isBetween(0, text.length());
      }
    }
  },

  /** Numbers stand in the text, in their order. */
  NUMBERS {
    @Override
    void take(byte[] bytes) throws IOException {
      String text = text(bytes);
      for (QuantityReader reader : QuantityReader.values()) {
        int from = 0;
        for (Quantity quantity : reader.read(text)) {
          assertThat(quantity.start()).isBetween(from, text.length());
          assertThat(quantity.end()).isBetween(quantity.start(), text.length());
          from = quantity.start();
        }
      }
    }
  },

  /** A report of one file: front matter in YAML, and Markdown. */
  FRONT_MATTER {
    @Override
    void take(byte[] bytes) throws IOException {
      content(FILE, bytes);
    }
  },

  /** A file of YAML alone. */
  YAML {
    @Override
    void take(byte[] bytes) throws IOException {
      content(SETTINGS, bytes);
    }
  },

  /** A text in HTML: what is left of it is neither run nor leads anywhere unasked. */
  HTML {
    @Override
    void take(byte[] bytes) throws IOException {
      Diagnostics diagnostics = new Diagnostics();
      Body body = ArticleHtml.parse(text(bytes), CONTEXT, diagnostics);
      for (Block block : body.blocks()) {
        assertThat(block.html().markup())
            .startsWith("<")
            .doesNotContain("\uE000")
            .doesNotContainPattern("<(script|style|iframe|svg|object)|<[a-z][^>\"]* on[a-z]+=")
            .doesNotContainPattern("(href|src)=\"(?!https?:|mailto:|#|\uE001)");
      }
      assertPlaced(diagnostics);
    }
  },

  /** The ledger of addresses. */
  LEDGER {
    @Override
    void take(byte[] bytes) throws IOException {
      Files.write(Sample.ARCHIVE.content().resolve(ContentReader.LEDGER), bytes);
      Diagnostics diagnostics = new Diagnostics();
      Ledger ledger = new ContentReader(Sample.ARCHIVE.content(), "content", diagnostics).ledger();
      assertPlaced(diagnostics);
      for (Ledger.Entry entry : ledger.entries()) {
        assertThat("/" + entry.address() + "/" + entry.target() + "/")
            .doesNotContain("/../", "/./", "\\", " ");
        assertThat(entry.paragraphs()).isBetween(0, 999_999);
        assertThat(entry.gone() && entry.target() != null).isFalse();
      }
    }
  },

  /** Whatever is typed is a query. */
  QUERY {
    @Override
    void take(byte[] bytes) throws IOException {
      SearchReader.Answer answer = Sample.SEARCH.search(text(bytes), "en", 5);
      assertThat(answer.hits()).hasSizeLessThanOrEqualTo(5);
    }
  },

  /** A file of the index with other bytes is damaged, and nothing worse. */
  SHARD {
    @Override
    void take(byte[] bytes) throws IOException {
      if (bytes.length == 0) {
        return;
      }
      Path shard = Sample.SHARDS.get((bytes[0] & 0xff) % Sample.SHARDS.size());
      byte[] before = Files.readAllBytes(shard);
      byte[] after = before.clone();
      // Runs of the input stand in for parts of the file: position, then the characters.
      for (int i = 1; i + 2 < bytes.length; i += 3) {
        int at = ((bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff) % after.length;
        after[at] = bytes[i + 2];
      }
      Files.write(shard, after);
      try {
        SearchReader reader = SearchReader.open(Sample.ARCHIVE.site());
        for (String language : reader.languages()) {
          reader.search("union 工会 home", language, 5);
        }
      } catch (SearchIndexException e) {
        assertThat(e.hint()).isNotEmpty();
      } finally {
        Files.write(shard, before);
      }
    }
  },

  /** A raw newspaper page: no character of it is lost. */
  PAGE {
    @Override
    void take(byte[] bytes) throws IOException {
      for (String name : List.of("page.txt", "page.html")) {
        Path file = Files.write(Sample.ARCHIVE.folder().resolve(name), bytes);
        Diagnostics diagnostics = new Diagnostics();
        new PageImporter(Sample.READ, diagnostics).read(file, "daily", "2020-11-18", true);
        for (Diagnostic diagnostic : diagnostics.sorted()) {
          assertThat(diagnostic.at().line()).isPositive();
        }
      }
    }
  };

  private static final TextContext CONTEXT =
      new TextContext(
          "zh.html",
          1,
          "about",
          new Language("zh", "zh-Hans", "中文"),
          Map.of(),
          path -> path.endsWith("/") ? "report:x" : null);

  private static final String FILE = "content/reports/2020/fuzz.zh.md";
  private static final String SETTINGS = "content/reports/2020/yinchuan-homes/report.yaml";

  /** What the parsers work on; made when the first asks. */
  private static final class Sample {
    static final SampleArchive ARCHIVE = build();
    static final Archive READ =
        Objects.requireNonNull(
            new ContentReader(ARCHIVE.content(), "content", new Diagnostics()).read());
    static final SearchReader SEARCH = search();
    static final List<Path> SHARDS = shards();

    private static SampleArchive build() {
      try {
        SampleArchive archive = SampleArchive.in(Files.createTempDirectory("fuzz"));
        assertThat(SiteBuild.build(archive.request(), SiteBuild.Progress.NONE).published())
            .isTrue();
        return archive;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static SearchReader search() {
      try {
        return SearchReader.open(ARCHIVE.site());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static List<Path> shards() {
      try (Stream<Path> files = Files.walk(ARCHIVE.site().resolve("search"))) {
        return files.filter(Files::isRegularFile).sorted().toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  abstract void take(byte[] bytes) throws IOException;

  /** What Jazzer calls first, and gives more time than an input. */
  public static void fuzzerInitialize() {
    assertThat(Sample.SHARDS).isNotEmpty();
  }

  /** What Jazzer calls then. */
  public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
    valueOf(System.getProperty("target")).take(bytes);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void assertPlaced(Diagnostics diagnostics) {
    for (Diagnostic diagnostic : diagnostics.sorted()) {
      assertThat(diagnostic.at().line()).isPositive();
      assertThat(diagnostic.at().column()).isPositive();
      assertThat(diagnostic.message()).isNotEmpty().doesNotContain("\n");
    }
  }

  /** Reads the archive with other bytes in one file: all that is wrong has a place. */
  private static void content(String name, byte[] bytes) throws IOException {
    Path file =
        Sample.ARCHIVE.folder().resolve(name.startsWith("content/") ? name : "content/" + name);
    byte[] before = Files.exists(file) ? Files.readAllBytes(file) : null;
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    try {
      Diagnostics diagnostics = new Diagnostics();
      ContentReader reader =
          new ContentReader(Sample.ARCHIVE.content(), "content", diagnostics, null, Limits.DEFAULT);
      reader.read();
      assertPlaced(diagnostics);
    } finally {
      if (before == null) {
        Files.delete(file);
      } else {
        Files.write(file, before);
      }
    }
  }
}
