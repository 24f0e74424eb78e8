package duizhao.check;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.golden.SampleArchive;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Titles, summaries, captions and figures are proof-read as the text is, each at its place. */
class BesideTheTextTest {

  private static final String FOLDER = "content/reports/2020/yinchuan-homes/";
  private static final String REST =
      """
      kind: news
      source: {newspaper: daily, date: 2020-11-18}
      regions: []
      programmes: [homes]
      translation: {original: zh, status: full}
      """;

  @TempDir private Path place;
  private SampleArchive archive;

  @BeforeEach
  void copy() throws IOException {
    archive = SampleArchive.in(place);
    archive.with(
        "content/glossary.yaml",
        """
        - id: home
          term: {zh: 职工之家, en: workers’ home}
          forbidden: {en: [staff home], zh: [职工的家]}
        - id: federation
          term: {zh: 总工会, en: federation of trade unions}
          variants: {en: [union]}
        """);
  }

  private String check(String report) throws IOException {
    archive.with(FOLDER + "report.yaml", report + REST);
    return archive.told(archive.run("check").out());
  }

  @Test
  void aTitleUsesTheTermsOfTheGlossary() throws IOException {
    String told =
        check(
            """
            title:
              zh: 银川建成职工之家
              en: "Yinchuan opens a staff home"
            summary: {zh: 银川市总工会建成一处。, en: The Yinchuan union has opened one.}
            """);
    assertThat(told)
        .contains("report.yaml:2:11: warning: \"职工之家\" has no answer in English [term-missing]")
        .contains("the title in English should say \"workers’ home\"")
        .contains("report.yaml:3:25: warning: the glossary rules out \"staff home\"");
  }

  /** A folded summary: the words stand on a line of their own. */
  @Test
  void aSummaryUsesThemToo() throws IOException {
    String told =
        check(
            """
            title: {zh: 银川开门, en: Yinchuan opens}
            summary:
              zh: 银川市总工会建成一处职工之家。
              en: >-
                The Yinchuan union has opened
                one and a staff home.
            """);
    assertThat(told)
        .contains("report.yaml:3:17: warning: \"职工之家\" has no answer in English")
        .contains("report.yaml:6:15: warning: the glossary rules out \"staff home\"");
  }

  /** Headlines are free to say what stands in the text only, and to leave it out. */
  @Test
  void aTitleOfTheTranslationMaySayWhatTheOriginalSaysInItsText() throws IOException {
    assertThat(
            check(
                """
                title: {zh: 银川开门, en: Yinchuan opens a workers’ home}
                summary: {zh: 建成一处。, en: One has opened.}
                figures:
                  - what: {zh: 职工之家的投入, en: Money spent}
                    value: 34000000
                    unit: CNY
                    as_stated: {zh: 3400万元, en: 34 million yuan}
                """))
        .contains("0 warnings");
  }

  @Test
  void whatAFigureCountsUsesWordsOfTheGlossary() throws IOException {
    assertThat(
            check(
                """
                title: {zh: 银川开门, en: Yinchuan opens}
                summary: {zh: 建成一处。, en: One has opened.}
                figures:
                  - what: {zh: 职工的家, en: Staff homes}
                    value: 34000000
                    unit: CNY
                    as_stated: {zh: 3400万元, en: 34 million yuan}
                """))
        .contains("report.yaml:4:16: warning: the glossary rules out \"职工的家\"");
  }

  @Test
  void aTitleIsInItsLanguage() throws IOException {
    assertThat(
            check(
                """
                title: {zh: 银川建成, en: 银川建成}
                summary: {zh: The union of Yinchuan has opened a house., en: The 银川 union}
                """))
        .contains("report.yaml:1:23: warning: this title of the English text is Chinese")
        .contains("report.yaml:2:15: warning: this summary of the Chinese text is not Chinese")
        .contains("report.yaml:2:66: warning: \"银川\" is not translated");
  }

  /** One person, one spelling: a letter that differs is a slip, unless it is someone else. */
  @Test
  void aNameIsSpeltAsThePeopleOfTheReportSay() throws IOException {
    archive.with(FOLDER + "zh.md", "赵建荣和赵建永说。\n");
    archive.with(FOLDER + "en.md", "Zhao Jianyong’s son and Zhao Jianrong met Zhao Jianron.\n");
    String told =
        check(
            """
            title: {zh: 赵建荣, en: Director Zhao Jianromg}
            summary: {zh: 建成一处。, en: One has opened.}
            people:
              - name: {zh: 赵建荣, en: Zhao Jianrong}
              - name: {zh: 赵建永, en: Zhao Jianyong}
            """);
    assertThat(told)
        .contains("report.yaml:1:31: warning: \"Zhao Jianromg\" is nearly \"Zhao Jianrong\"")
        .contains("en.md:1:43: warning: \"Zhao Jianron\" is nearly")
        .contains("2 warnings");
  }

  /** Whom one report lists, another may name. */
  @Test
  void aPersonOfAnotherReportHasTheSameName() throws IOException {
    archive.with("content/reports/2020/other/zh.md", "赵建荣来了。\n");
    archive.with("content/reports/2020/other/en.md", "Chao Chien-jung came.\n");
    archive.with(
        "content/reports/2020/other/report.yaml",
        "title: {zh: 来, en: Come}\nsummary: {zh: 来。, en: Come.}\n" + REST);
    String told =
        check(
            """
            title: {zh: 赵建荣, en: Zhao Jianrong}
            summary: {zh: 建成一处。, en: One has opened.}
            people: [{name: {zh: 赵建荣, en: Zhao Jianrong}}]
            """);
    assertThat(told).contains("other/zh.md:1:1: warning: \"赵建荣\" has no answer in English");
  }

  @Test
  void numbersInTitlesAndSummariesAreToldWhereTheyStand() throws IOException {
    String told =
        check(
            """
            title:
              zh: 银川建成200个家
              en: "Yinchuan opens 300 homes"
            summary:
              zh: 投入3400余万元，另有15人。
              en: >-
                The Yinchuan union has spent
                exactly 34 million yuan on it.
            """);
    assertThat(told)
        .contains("report.yaml:3:23: warning: \"200个\" = 200, but the English says \"300\" = 300")
        .contains("or waive it with a reason under \"waive:\"; the Chinese is at content/reports")
        .contains("report.yaml:2:11\n")
        .contains("report.yaml:8:13: warning: \"3400余万元\" = 34,000,000 yuan is \"more than\"")
        .contains("report.yaml:5:19: warning: the Chinese says \"15人\" = 15, and the English")
        .contains("3 warnings");
  }

  @Test
  void numbersInCaptionsAndFiguresAreToldWhereTheyStand() throws IOException {
    BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    archive.with(FOLDER + "photo.png", png.toByteArray());
    String told =
        check(
            """
            title: {zh: 银川开门, en: Yinchuan opens}
            summary: {zh: 建成一处。, en: One has opened.}
            pictures:
              - file: photo.png
                alt: {zh: 26名工人在门前, en: Sixty-two workers at the door}
                caption:
                  zh: 11月18日，120名工人来了。
                  en: On 18 November 210 workers came.
            figures:
              - what: {zh: 前15个月的投入, en: Money spent in the first 51 months}
                value: 3400
                unit: CNY
                as_stated:
                  zh: 3400万元
                  en: 34 million yuan
            """);
    assertThat(told)
        .contains("report.yaml:5:29: warning: \"26名\" = 26, but the English says \"Sixty-two\"")
        .contains("report.yaml:8:26: warning: \"120名\" = 120, but the English says \"210\" = 210")
        .contains("report.yaml:10:55: warning: \"15个月\" = 15 months, but the English says \"51")
        .contains("report.yaml:14:11: warning: the Chinese says \"3400万元\" = 34,000,000 yuan, but")
        .contains("report.yaml:15:11: warning: the English says \"34 million yuan\" = 34,000,000");
  }

  /** A title in the front matter of its own text. */
  @Test
  void numbersInFrontMatterAreToldInTheFileThatSaysThem() throws IOException {
    for (String name : List.of("report.yaml", "zh.md", "en.md")) {
      Files.delete(place.resolve(FOLDER + name));
    }
    String file = "content/reports/2020/yinchuan-homes";
    archive.with(file + ".zh.md", "---\ntitle: 银川建成200个家\nsummary: 建成。\n" + REST + "---\n正文在此。\n");
    archive.with(
        file + ".en.md",
        "---\ntitle: Opening 300 homes\nsummary: Opened.\n---\nThe text is here.\n");
    assertThat(archive.told(archive.run("check").out()))
        .contains(file + ".en.md:2:16: warning: \"200个\" = 200, but the English says \"300\"")
        .contains("the Chinese is at " + file + ".zh.md:2:12\n");
  }
}
