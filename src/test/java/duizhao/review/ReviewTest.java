package duizhao.review;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.cli.Invocation;
import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostic;
import duizhao.export.Sample;
import duizhao.model.Archive;
import duizhao.model.Report;
import duizhao.review.MarkedText.Mark;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sheets for proof-reading. */
class ReviewTest {

  private static final Path CONTENT = Path.of("content");
  private static final String ID = "zaozhuang-lu-ban-day";

  @TempDir private Path folder;
  private Path content;
  private Path sheet;

  @BeforeEach
  void copy() throws IOException {
    content = folder.resolve("content");
    sheet = folder.resolve("out/sheet.html");
    try (Stream<Path> files = Files.walk(CONTENT)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = CONTENT.relativize(file).toString();
        if (!name.startsWith("reports") || name.contains(ID)) {
          Path target = content.resolve(name);
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
        }
      }
    }
  }

  private Path file(String name) {
    return content.resolve("reports/2023/" + ID + "/" + name);
  }

  private void edit(String name, String was, String now) throws IOException {
    String text = Files.readString(file(name));
    assertThat(text).contains(was);
    Files.writeString(file(name), text.replace(was, now));
  }

  private Invocation review(String... more) {
    return Invocation.of(
        Stream.concat(
                Stream.of("review", "-c", content.toString(), "-o", sheet.toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private Document read() {
    try {
      return Jsoup.parse(Files.readString(sheet));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Element pair(Document page, String name) {
    return page.select("section.pair").stream()
        .filter(p -> p.select("b.at").text().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** A title, a caption and a figure have rows of their own, and so has what is found there. */
  @Test
  void whatStandsBesideTheTextHasItsFindingsInItsRow() throws IOException {
    ImageIO.write(
        new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB), "png", file("door.png").toFile());
    edit(
        "report.yaml",
        "translation:",
        """
        pictures:
          - file: door.png
            alt: {zh: "门,开着", en: The door}
            caption: {zh: 职工之家。, en: A room  for all}
        translation:""");
    edit("report.yaml", "10 million yuan}", "10 million yuans}");
    edit("report.yaml", "  zh: 枣庄：", "  zh: 枣庄的的：");
    assertThat(review(ID).exit()).isZero();
    Document page = read();
    assertThat(pair(page, "title").select(".found li").text()).contains("repeated-word");
    assertThat(pair(page, "title").select(".f").text()).startsWith("的的");
    Element alt = pair(page, "alt 1");
    assertThat(alt.select("img").attr("src")).startsWith("data:image/png;base64,iVBOR");
    assertThat(alt.select(".found li").text()).contains("chinese-mark", "report.yaml:");
    assertThat(pair(page, "caption 1").select(".found li")).hasSize(2);
    assertThat(page.select("tr.told .found").text()).contains("figure-not-stated");
    assertThat(page.select("#report")).isEmpty();
    assertThat(page.select(".summary a[href=#figure-9]")).hasSize(1);
    assertThat(page.select("#figure-9")).hasSize(1);
  }

  /** What keeps a report from being read is told with its line, and no sheet is written. */
  @Test
  void aReportThatCannotBeReadIsToldByItsErrors() throws IOException {
    assertThat(review("zaozhuang-lu-ban-dai").err())
        .isEqualTo(
            "duizhao: there is no report called \"zaozhuang-lu-ban-dai\"; did you mean"
                + " \"zaozhuang-lu-ban-day\"? duizhao status lists them all\n");
    byte[] yaml = Files.readAllBytes(file("report.yaml"));
    Files.write(file("report.yaml"), java.util.Arrays.copyOf(yaml, yaml.length / 2 + 1));
    Invocation half = review(ID);
    assertThat(half.exit()).isEqualTo(1);
    assertThat(half.err())
        .contains("report.yaml:", ": error: ", " | ", "hint: ", "no sheet was written")
        .doesNotContain("Usage:");
    Files.write(file("report.yaml"), yaml);
    Files.delete(file("zh.md"));
    Files.createDirectory(file("zh.md"));
    assertThat(review(ID).err()).contains("zh.md:1:1: error: ", "[not-a-file]");
    assertThat(sheet).doesNotExist();
  }

  @Test
  void everyParagraphStandsBesideItsCounterpart() {
    assertThat(review(ID).exit()).isZero();
    Document page = read();
    assertThat(page.select("section.pair b.at").eachText())
        .containsExactly("title", "summary", "p1", "p2", "p3", "p4", "p5");
    Element second = pair(page, "p2");
    assertThat(second.select(".text[lang=zh-Hans]").text()).startsWith("被称为“工匠鼻祖”的鲁班");
    assertThat(second.select(".text[lang=en]").text()).startsWith("Lu Ban, called");
    assertThat(second.select("input[type=checkbox]")).hasSize(1);
    assertThat(page.select("table.figures tbody tr")).hasSize(9);
    assertThat(page.select("script, link, img, iframe")).isEmpty();
    assertThat(page.html()).doesNotContain("http://").doesNotContain("url(");
  }

  @Test
  void numbersAndTermsThatAnswerEachOtherLookAlike() {
    assertThat(review(ID).exit()).isZero();
    Element second = pair(read(), "p2");
    Element ours = second.select("[lang=zh-Hans] .n:containsOwn(40万人)").first();
    Element theirs = second.select("[lang=en] .n:containsOwn(400,000)").first();
    assertThat(ours).isNotNull();
    assertThat(theirs).isNotNull();
    assertThat(look(theirs, "n")).isEqualTo(look(ours, "n")).isNotEmpty();
    Element term = second.select("[lang=zh-Hans] .t:containsOwn(鲁班)").first();
    assertThat(look(second.select("[lang=en] .t:containsOwn(Lu Ban)").first(), "t"))
        .isEqualTo(look(term, "t"))
        .isNotEmpty();
  }

  private static String look(Element element, String kind) {
    return element.classNames().stream()
        .filter(c -> c.matches(kind + "[0-9]"))
        .findFirst()
        .orElse("");
  }

  @Test
  void aFindingStandsAtItsParagraphWithItsCharactersMarked() throws IOException {
    edit("en.md", "400,000 skilled", "500,000 skilled");
    assertThat(review(ID).exit()).isZero();
    Element second = pair(read(), "p2");
    assertThat(second.select(".found li").text())
        .contains("number-differs")
        .contains("en.md:3:")
        .contains("500,000");
    assertThat(second.select("[lang=en] .f.warning").text()).contains("500,000");
    assertThat(second.select("[lang=en] .f + sup.label, [lang=en] .f sup.label").text())
        .isEqualTo(second.select(".found li").attr("value"));
    assertThat(pair(read(), "p3").select(".found")).isEmpty();
  }

  @Test
  void theSummaryCountsAndLeadsToEachPlace() throws IOException {
    edit("en.md", "400,000 skilled", "500,000 skilled");
    edit(
        "report.yaml",
        "  status: full\n",
        "  status: full\n  fingerprints: [none, aaaaaaaaaa, none, none, none]\n");
    assertThat(review(ID).exit()).isZero();
    Element summary = read().select(".summary").first();
    assertThat(summary).isNotNull();
    assertThat(summary.text()).contains("5 paragraphs, 1 out of date, 4 not yet checked");
    assertThat(summary.select("b.warning").text()).isEqualTo("2 warnings");
    assertThat(summary.select("li").eachText())
        .containsExactly("1 number-differs p2", "1 stale-translation p2");
    for (Element link : read().select("a[href]")) {
      assertThat(read().select(link.attr("href"))).as(link.attr("href")).hasSize(1);
    }
  }

  @Test
  void twoReportsOnASheetHaveTheirOwnAddresses() throws IOException {
    Path other = content.resolve("reports/2023/other");
    Files.createDirectories(other);
    for (String name : List.of("report.yaml", "zh.md", "en.md")) {
      Files.copy(file(name), other.resolve(name));
    }
    assertThat(review(ID, "other").exit()).isZero();
    assertThat(read().select("#other-p2, #" + ID + "-p2")).hasSize(2);
    assertThat(read().select("#p2")).isEmpty();
  }

  @Test
  void whatIsStaleOrMissingSaysSo() throws IOException {
    edit(
        "report.yaml",
        "  status: full\n",
        "  status: full\n  fingerprints: [none, aaaaaaaaaa, none, none, none]\n");
    String text = Files.readString(file("en.md"));
    Files.writeString(file("en.md"), text.substring(0, text.indexOf("Craftsmen now exchange")));
    assertThat(review(ID).exit()).isZero();
    assertThat(pair(read(), "p2").hasClass("stale")).isTrue();
    assertThat(pair(read(), "p3").hasClass("stale")).isFalse();
    assertThat(pair(read(), "p5").select(".missing")).hasSize(1);
    assertThat(read().select(".found").text()).contains("uneven-paragraphs");
  }

  @Test
  void aFileThatIsNoSheetIsLeftAlone() throws IOException {
    Files.createDirectories(sheet.getParent());
    Files.writeString(sheet, "<p>mine</p>");
    Invocation refused = review(ID);
    assertThat(refused.exit()).isEqualTo(3);
    assertThat(refused.err()).contains("no review sheet").contains("hint: ");
    assertThat(Files.readString(sheet)).isEqualTo("<p>mine</p>");
    Files.delete(sheet);
    assertThat(review(ID).exit()).isZero();
    edit("en.md", "Firms are", "Companies are");
    assertThat(review(ID).exit()).isZero();
    assertThat(read().text()).contains("Companies are");
  }

  @Test
  void anUnknownReportIsAFaultOfTheCommandLine() {
    Invocation wrong = review("zaozhuang-lu-ban-dya");
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.err()).contains("did you mean \"" + ID + "\"?");
  }

  @Test
  void hostileTextStaysText() {
    Archive archive = Sample.plan(null).archive();
    Report report = archive.reports().get(0);
    Diagnostic hostile =
        new Diagnostic(Code.BAD_VALUE, report.at(), Sample.HOSTILE, Sample.HOSTILE);
    for (Report each : archive.reports()) {
      Document page =
          Jsoup.parse(ReviewSheet.of(archive, List.of(each), List.of(hostile), p -> null));
      assertThat(page.select("script, b:not(.at, .head b, .found b)")).isEmpty();
      assertThat(page.select("body [onclick], body [style]")).isEmpty();
    }
    String html = ReviewSheet.of(archive, List.of(report), List.of(hostile), p -> null);
    assertThat(html).contains("&lt;/script&gt;]]&gt;&quot;&#39;,;&amp;amp;&lt;b&gt;");
    assertThat(html).doesNotContain("</script>");
  }

  @Test
  void marksMayOverlapAndCrossMarkup() {
    String html =
        MarkedText.of(
            "<p>ab<a href=\"x&quot;&gt;y\" onclick=\"z\"><em>cd</em></a>&lt;e</p>",
            "abcd<e",
            List.of(new Mark(1, 3, "n", ""), new Mark(2, 5, "f", "1")));
    assertThat(Jsoup.parseBodyFragment(html).text()).isEqualTo("abcd<1e");
    assertThat(html).doesNotContain("onclick").contains("<span class=\"n f\">c</span>");
  }
}
