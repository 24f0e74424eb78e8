package duizhao.xliff;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.cli.Invocation;
import duizhao.golden.SampleArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.sf.okapi.lib.xliff2.reader.XLIFFReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports in HTML, reports of single files, and reports in an archive with errors. */
class ExchangeFormsTest {

  private static final String ID = "yinchuan-homes";
  private static final String FOLDER = "content/reports/2020/" + ID + "/";

  private static final String CHINESE =
      """
      <!DOCTYPE html>
      <html lang="zh"><head><title>旧题</title><style>p { color: red }</style></head>
      <body><div class="text">
      <h2>一处 &amp; 两处</h2>
      <p class=a>投入<b>3400万元</b>，建成<a href="https://example.org/?a=1&amp;b=2">一处</a>。
        <!-- 旁注 --></p>
      散落的字<br>又一行
      <ul>
        <li>甲</li>
        <li><i>乙</i></li>
      </ul>
      <table><tr><td>一</td><td>二</td></tr></table>
      <pre>code</pre>
      <p><span>完<b>了</span></b></p>
      <script>var x = "不译";</script>
      </div></body></html>
      """;

  private static final String ENGLISH =
      """
      <h2>One &amp; two</h2>
      <p>It cost <strong>34 million yuan</strong>.</p>
      Loose words<br>on two lines
      <ul><li>First</li><li>Second</li></ul>
      <table><tr><td>one</td><td>two</td></tr></table>
      <pre>code</pre>
      <p>The end.</p>
      """;

  @TempDir private Path place;
  private SampleArchive archive;
  private Path file;

  @BeforeEach
  void copy() throws IOException {
    archive = SampleArchive.in(place);
    file = place.resolve("out/" + ID + ".xlf");
  }

  private void html() throws IOException {
    Files.delete(place.resolve(FOLDER + "zh.md"));
    Files.delete(place.resolve(FOLDER + "en.md"));
    archive.with(FOLDER + "zh.html", CHINESE);
    archive.with(FOLDER + "en.html", ENGLISH);
  }

  private void single(String zh, String en) throws IOException {
    String yaml = Files.readString(place.resolve(FOLDER + "report.yaml"));
    String rest =
        yaml.replaceAll("(?s)^title:.*?(?=\\nkind:)", "")
            .replaceAll("(?s)figures:.*?(?=translation)", "")
            .strip();
    try (Stream<Path> files = Files.walk(place.resolve(FOLDER))) {
      for (Path each : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
    archive.with(
        "content/reports/2020/" + ID + ".zh.md",
        "---\ntitle: 银川的家\nsummary: 一座城。\n" + rest + "\n---\n\n" + zh);
    if (!en.isEmpty()) {
      archive.with("content/reports/2020/" + ID + ".en.md", en);
    }
  }

  private Invocation export() {
    return Invocation.of(
        "translate",
        "export",
        ID,
        "-c",
        "" + archive.content(),
        "-o",
        "" + file.getParent(),
        "--force");
  }

  private String exported() throws IOException {
    Invocation export = export();
    assertThat(export.err()).isEmpty();
    try (XLIFFReader reader = new XLIFFReader(XLIFFReader.VALIDATION_MAXIMAL)) {
      reader.open(file.toFile());
      while (reader.hasNext()) {
        reader.next();
      }
    }
    return Files.readString(file);
  }

  private Invocation take(String text, String... more) throws IOException {
    Files.writeString(file, text);
    String[] all =
        Stream.concat(
                Stream.of("translate", "import", "" + file, "-c", "" + archive.content()),
                Stream.of(more))
            .toArray(String[]::new);
    return Invocation.of(all);
  }

  private String text(String path) throws IOException {
    return Files.readString(place.resolve(path));
  }

  private Map<String, String> reports() throws IOException {
    Map<String, String> reports = new TreeMap<>();
    try (Stream<Path> files = Files.walk(archive.content())) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        reports.put(each.toString(), Files.readString(each));
      }
    }
    return reports;
  }

  // ---- HTML ----

  @Test
  void htmlComesBackAsItWas() throws IOException {
    html();
    Map<String, String> before = reports();
    String xliff = exported();
    assertThat(xliff)
        .contains("<source>一处 &amp; 两处</source>", "<target>One &amp; two</target>")
        .contains("type=\"link\"", "<data id=\"c1-start\">&lt;b&gt;</data>")
        .contains("<unit id=\"p7\">")
        .doesNotContain("旧题", "不译", "color: red", "<unit id=\"p8\">");
    assertThat(take(xliff).exit()).isZero();
    assertThat(reports()).isEqualTo(before);
  }

  @Test
  void aChangedParagraphOfHtmlAloneIsWritten() throws IOException {
    html();
    Invocation back =
        take(exported().replace(">34 million yuan<", ">34 million \"yuan\" &lt;&amp;&gt;<"));
    assertThat(back.err()).isEmpty();
    assertThat(text(FOLDER + "en.html"))
        .isEqualTo(ENGLISH.replace("34 million yuan", "34 million &quot;yuan&quot; &lt;&amp;&gt;"));
    assertThat(exported()).contains(">34 million \"yuan\" &lt;&amp;&gt;<");
  }

  @Test
  void aNewEditionOfHtmlHasTheShapeOfTheOriginal() throws IOException {
    html();
    Files.delete(place.resolve(FOLDER + "en.html"));
    archive.with(
        FOLDER + "report.yaml",
        text(FOLDER + "report.yaml").replace("status: full", "status: none"));
    String xliff = exported();
    Invocation back =
        take(
            xliff.replaceFirst(
                "(?s)(<unit id=\"p1\">.*?</source>\n)", "$1   <target>One &amp; two</target>\n"),
            "--status",
            "full");
    assertThat(back.err()).isEmpty();
    assertThat(text(FOLDER + "en.html"))
        .contains("<h2>One &amp; two</h2>", "<li>[Translation pending]</li>")
        .doesNotContain("投入", "散落");
    assertThat(archive.run("check").out()).doesNotContain("error");
    assertThat(exported()).contains("<target>One &amp; two</target>");
  }

  @Test
  void markupThatIsLostIsTold() throws IOException {
    html();
    Map<String, String> before = reports();
    archive.with(FOLDER + "en.html", ENGLISH.replace("strong", "b"));
    String xliff = exported();
    assertThat(xliff).containsPattern("<target>It cost <pc id=\"c1\" [^>]*>34 million yuan</pc>");
    Invocation back =
        take(xliff.replaceAll("<pc id=\"c1\" [^>]*>34 million yuan</pc>", "34 million yuan"));
    assertThat(back.exit()).isEqualTo(1);
    assertThat(back.err()).contains("lacks code \"c1\" (<b>)", "[broken-codes]");
    archive.with(FOLDER + "en.html", ENGLISH);
    assertThat(reports()).isEqualTo(before);
  }

  @Test
  void aParagraphThatHtmlLacksIsNotPutAnywhere() throws IOException {
    html();
    archive.with(FOLDER + "zh.html", CHINESE.replaceFirst("<span>.*</b>", "完了"));
    archive.with(FOLDER + "en.html", ENGLISH.replace("<p>The end.</p>", ""));
    String before = text(FOLDER + "en.html");
    Invocation back =
        take(
            exported()
                .replaceFirst(
                    "(?s)(<unit id=\"p7\">.*?</source>\n)", "$1   <target>The end.</target>\n"));
    assertThat(back.err()).contains("[unwritable-text]", "by hand first");
    assertThat(text(FOLDER + "en.html")).isEqualTo(before);
  }

  @Test
  void markdownAndHtmlMayAnswerEachOther() throws IOException {
    Files.delete(place.resolve(FOLDER + "zh.md"));
    archive.with(FOLDER + "zh.html", "<p>投入<b>3400万元</b>。</p><p>完。</p>");
    archive.with(FOLDER + "en.md", "It cost **34 million** yuan.\n\nEnd.\n");
    Map<String, String> before = reports();
    String xliff = exported();
    assertThat(take(xliff).exit()).isZero();
    assertThat(reports()).isEqualTo(before);
    assertThat(take(xliff.replace("<target>End", "<target>The end")).exit()).isZero();
    assertThat(text(FOLDER + "en.md")).isEqualTo("It cost **34 million** yuan.\n\nThe end.\n");
  }

  // ---- single files ----

  @Test
  void singleFilesComeBackAsTheyWere() throws IOException {
    single("正文。\n", "---\ntitle: A home in Yinchuan\nsummary: One city.\n---\nText.\n");
    Map<String, String> before = reports();
    String xliff = exported();
    assertThat(xliff).contains("<target>A home in Yinchuan</target>", "<target>Text.</target>");
    assertThat(take(xliff).exit()).isZero();
    assertThat(reports()).isEqualTo(before);
    Invocation back =
        take(
            xliff
                .replace("<target>A home in", "<target>Homes: in")
                .replace("<target>Text.", "<target>The text."));
    assertThat(back.err()).isEmpty();
    assertThat(text("content/reports/2020/" + ID + ".en.md"))
        .isEqualTo("---\ntitle: \"Homes: in Yinchuan\"\nsummary: One city.\n---\nThe text.\n");
    assertThat(text("content/reports/2020/" + ID + ".zh.md")).contains("fingerprints:");
  }

  @Test
  void aSingleFileGetsItsTranslationBesideIt() throws IOException {
    single("正文。\n", "");
    Path zh = place.resolve("content/reports/2020/" + ID + ".zh.md");
    Files.writeString(zh, Files.readString(zh).replace("status: full", "status: none"));
    String xliff = exported();
    Invocation back =
        take(
            xliff
                .replace(
                    "<source>银川的家</source>\n",
                    "<source>银川的家</source>\n   <target>A home</target>\n")
                .replace(
                    "<source>正文。</source>\n", "<source>正文。</source>\n   <target>Text.</target>\n"),
            "--status",
            "full");
    assertThat(back.err()).isEmpty();
    assertThat(text("content/reports/2020/" + ID + ".en.md"))
        .isEqualTo("---\ntitle: A home\n---\n\nText.\n");
    assertThat(Files.readString(zh)).contains("status: full");
  }

  // ---- errors elsewhere ----

  @Test
  void errorsInOtherReportsAreNoHindrance() throws IOException {
    archive.with(FOLDER.replace(ID, "broken") + "report.yaml", "title: [");
    archive.with(FOLDER.replace(ID, "half") + "zh.md", "文\n");
    assertThat(take(exported()).exit()).isZero();
  }

  @Test
  void errorsInTheReportAreToldAndWriteNothing() throws IOException {
    archive.with(
        FOLDER + "report.yaml", text(FOLDER + "report.yaml").replace("[homes]", "[hoems]"));
    Invocation export = export();
    assertThat(export.exit()).isEqualTo(1);
    assertThat(export.err()).contains("[unknown-programme]", "nothing was written");
    assertThat(file).doesNotExist();
  }

  @Test
  void aReportThatCannotBeReadForABrokenVocabularyIsNotCalledUnknown() throws IOException {
    archive.with("content/newspapers.yaml", "- id: [");
    Invocation export = export();
    assertThat(export.exit()).isEqualTo(1);
    assertThat(export.err()).contains("newspapers.yaml:", "[yaml-syntax]");
  }
}
