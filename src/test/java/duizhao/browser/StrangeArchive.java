package duizhao.browser;

import duizhao.SiteBuild;
import duizhao.diagnostic.Severity;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * An archive of everything that a theme is seldom tried with: headlines of three lines and of one
 * word, a report of one word and one of 200 paragraphs, reports without place, picture or figure, a
 * programme without reports and one with very many, names without Latin form, no base URL, and a
 * third language. To look at it:
 *
 * <pre>{@code
 * mvn -q test-compile exec:java -Dexec.classpathScope=test \
 *     -Dexec.mainClass=duizhao.browser.StrangeArchive -Dexec.args="target/strange 3000"
 * }</pre>
 */
final class StrangeArchive {

  private final Path content;

  private StrangeArchive(Path content) {
    this.content = content;
  }

  /** Takes a folder and how many reports the largest programme has. */
  public static void main(String[] arguments) throws IOException {
    System.out.println(build(Path.of(arguments[0]), Integer.parseInt(arguments[1])));
  }

  /**
   * Writes the archive below a folder and builds it.
   *
   * @param many reports of the largest programme
   * @return the site's folder
   */
  static Path build(Path folder, int many) throws IOException {
    Path themes = folder.resolve("themes");
    Path words = Files.createDirectories(themes.resolve("strange/words"));
    put(themes.resolve("strange/theme.yaml"), "extends: duizhao\n");
    // The third language is another language's words: what matters is where they stand.
    Files.writeString(
        words.resolve("ko.yaml"), Files.readString(Path.of("themes/duizhao/words/en.yaml")));
    StrangeArchive archive = new StrangeArchive(folder.resolve("content"));
    archive.vocabularies();
    archive.reports();
    for (int n = 0; n < many; n++) {
      archive.oneOfMany(n);
    }
    Path site = folder.resolve("site");
    SiteBuild.Result result =
        SiteBuild.build(
            new SiteBuild.Request(archive.content, themes, site, null, null, List.of(), false),
            SiteBuild.Progress.NONE);
    if (!result.published()) {
      throw new IllegalStateException(
          result.diagnostics().stream()
              .filter(d -> d.severity() == Severity.ERROR)
              .toList()
              .toString());
    }
    return site;
  }

  private void vocabularies() throws IOException {
    file(
        "archive.yaml",
        """
        title: {zh: 一份名字长得不得了、把各省市县工会新闻一网打尽的三语对照报纸档案, en: An Archive, ko: 보관소}
        description: {zh: 样样都奇怪。, en: Everything strange., ko: 모든 것이 이상하다.}
        languages:
          - {id: zh, tag: zh-Hans, name: 中文}
          - {id: en, tag: en, name: English}
          - {id: ko, tag: ko, name: 한국어}
        theme: strange
        """);
    file(
        "newspapers.yaml",
        """
        - {id: daily, name: {zh: 工人日报, en: Workers’ Daily}}
        - {id: gazette, name: {zh: 某某省某某自治州某某自治县职工与工会工作通讯暨劳动竞赛简报}}
        """);
    file("units.yaml", "- {id: people, label: {zh: 人, en: people}}\n");
    file(
        "programmes.yaml",
        """
        - id: everything
          label: {zh: 什么都管, en: Everything at Once}
          scope: {zh: 报道极多的项目。, en: A programme with very many reports.}
        - id: nothing
          label: {zh: 尚无报道的项目, en: A programme that no newspaper has reported yet}
          scope: {zh: 还没有报道。, en: No report yet.}
        - id: deep
          kind: scheme
          broader: nothing
          label: {zh: 尚无报道的做法, en: A scheme that no newspaper has reported yet}
          scope: {zh: 还没有报道。, en: No report yet.}
        - id: long
          label:
            zh: 新时代背景下面向新就业形态劳动者和户外劳动者的“十五分钟服务圈”一站式综合服务体系标准化建设
            en: Standardised construction of one-stop comprehensive “fifteen-minute” service systems for everybody
          scope: {zh: 名字很长。, en: A long name.}
        """);
    file(
        "glossary.yaml",
        """
        - {id: union, term: {zh: 工会, en: trade union, ko: 노동조합}}
        - {id: lonely, term: {zh: 没有英文的词}}
        - {id: trade-union-home, term: {zh: 职工之家, en: workers’ home}, note: {zh: 工会办的地方。, en: A place run by a union.}}
        """);
  }

  private void reports() throws IOException {
    report(
        "long-title",
        "2023-11-18",
        """
        title:
          zh: 某某省某某自治州某某自治县总工会联合人力资源和社会保障局、司法局、人民法院、工商业联合会等十一个单位共同成立一站式劳动争议多元化解中心并举行揭牌仪式暨首批调解员聘任大会
          en: Eleven institutions including the federation of trade unions, the human resources bureau, the justice bureau, the people’s court and the chamber of commerce open a one-stop centre for labour disputes
        summary: {zh: 题目长。, en: A long title.}
        """,
        "regions: [吉林省/延边朝鲜族自治州/延吉市]\nprogrammes: [everything, long]",
        "工会在这里。\n",
        "The trade union is here.\n");
    report(
        "one-word",
        "undated",
        "title: {zh: 好, en: Good}\nsummary: {zh: 好。, en: Good.}\n",
        "regions: []\nprogrammes: []",
        "好。\n",
        "Good.\n");
    StringBuilder chinese = new StringBuilder();
    StringBuilder english = new StringBuilder();
    for (int n = 1; n <= 200; n++) {
      chinese.append("第%d段说的是职工之家，一段接着一段。\n\n".formatted(n));
      english.append("Paragraph %d is about a workers’ home, one after another.\n\n".formatted(n));
    }
    report(
        "two-hundred",
        "2022-01/2022-03",
        "title: {zh: 二百段, en: Two hundred paragraphs}\nsummary: {zh: 很长。, en: Long.}\n",
        "regions: [北京市]\nprogrammes: [everything]",
        chinese.toString(),
        english.toString());
    report(
        "no-latin-names",
        "2021~",
        """
        title: {zh: 没有外文名的人}
        summary: {zh: 人名、单位名都只有汉字。}
        people: [{name: {zh: 欧阳某某某}, role: {zh: 某某某某某某集团有限公司某某分公司工会委员会主席}}, {name: {zh: 张三}, pseudonym: true}]
        organisations: [{zh: 某某省某某市某某区某某街道总工会职工服务中心}]
        """,
        "regions: [吉林省/延边朝鲜族自治州]\nprogrammes: [nothing]",
        "只有中文。\n\n## 小标题\n\n- 一\n- 二\n\n> 引文。\n",
        null);
    Path folder = content.resolve("reports/shapes");
    put(
        folder.resolve("report.yaml"),
        """
        title: {zh: 各样的段落, en: Every shape, ko: 모든 모양}
        summary: {zh: 标题、列表、引文、表格、图片、脚注。, en: "Heading, list, quotation, table, picture, note.", ko: 모양.}
        kind: photo
        source: {newspaper: daily, date: "2020-02-29", page: 4, headline: 各样, kicker: 引题, deck: 副题, byline: [{name: {zh: 某某}}]}
        regions: [香港特别行政区, 台湾省, 海南省/三沙市]
        programmes: [everything]
        pictures:
          - {file: wide.png, alt: {zh: 会场, en: The hall}, caption: {zh: 一张横幅的照片：职工代表在会场里听报告，后排站着二十多人，说明写了两行才写完。, en: "A wide photograph: delegates listen in the hall, more than twenty stand at the back, and the caption runs to two lines."}, credit: {zh: 某某 摄, en: Somebody}}
          - {file: tall.png, alt: {zh: 工匠, en: A craftsman}, caption: {zh: 一张竖幅的照片。, en: A tall photograph.}}
          - {file: tiny.png, alt: {zh: 徽标, en: A badge}}
        figures:
          - {what: {zh: 一个特别大的数目字, en: A very large number indeed}, value: 123456789012.5, unit: people, hedge: over, as_stated: {zh: 123456789012.5人, en: 123456789012.5 people}}
        translation: {original: zh, status: abridged, by: {zh: 某人, en: somebody}}
        """);
    put(
        folder.resolve("zh.md"),
        """
        ## 小标题

        - 一
        - 二

        > 引文。

        | 一 | 二 | 三 | 四 | 五 | 六 | 七 | 八 |
        |---|---|---|---|---|---|---|---|
        | 很长的一格 | 很长的一格 | 很长的一格 | 很长的一格 | 很长的一格 | 很长的一格 | 很长的一格 | 很长的一格 |

        ![会场](wide.png)

        有123456789012.5人，还有一条注。[^1]

        [^1]: 注文。
        """);
    put(
        folder.resolve("en.md"),
        """
        ## A heading

        - One
        - Two

        > A quotation.

        | one | two | three | four | five | six | seven | eight |
        |---|---|---|---|---|---|---|---|
        | a long cell | a long cell | a long cell | a long cell | a long cell | a long cell | a long cell | a long cell |

        ![The hall](wide.png)

        There are 123456789012.5 people, and averyveryveryverylongwordthatnobodycouldeverbreakintwohttpsisnotinit. [^1]

        [^1]: A note.
        """);
    put(folder.resolve("ko.md"), "## 제목\n\n- 하나\n- 둘\n\n> 인용.\n");
    picture(folder.resolve("wide.png"), 1600, 1000);
    picture(folder.resolve("tall.png"), 600, 900);
    picture(folder.resolve("tiny.png"), 48, 48);
  }

  /** Grey, with a lighter half, so that its edges are seen. */
  private static void picture(Path file, int widthPx, int heightPx) throws IOException {
    BufferedImage image = new BufferedImage(widthPx, heightPx, BufferedImage.TYPE_BYTE_GRAY);
    for (int x = 0; x < widthPx; x++) {
      for (int y = 0; y < heightPx; y++) {
        image.getRaster().setSample(x, y, 0, x * heightPx < y * widthPx ? 90 : 170);
      }
    }
    ImageIO.write(image, "png", file.toFile());
  }

  private void oneOfMany(int n) throws IOException {
    report(
        "many-" + n,
        "%d-%02d-%02d".formatted(1990 + n % 30, 1 + n % 12, 1 + n % 28),
        "title: {zh: 第%1$d篇, en: Number %1$d}\nsummary: {zh: 第%1$d篇。, en: Number %1$d.}\n"
            .formatted(n),
        "regions: [吉林省/延边朝鲜族自治州]\nprogrammes: [everything]",
        "工会办了第%d件事。\n".formatted(n),
        "The trade union did thing number %d.\n".formatted(n));
  }

  private void report(
      String id,
      String date,
      String titles,
      String topics,
      String chinese,
      @Nullable String english)
      throws IOException {
    Path folder = content.resolve("reports/" + id);
    put(
        folder.resolve("report.yaml"),
        titles
            + """
            kind: brief
            source: {newspaper: %s, date: "%s"%s}
            %s
            translation: {original: zh, status: %s}
            """
                .formatted(
                    id.length() % 2 == 0 ? "daily" : "gazette",
                    date.equals("undated") ? "19XX" : date,
                    date.matches("\\d.*~|undated|.*/.*")
                        ? ", date_note: {zh: 没有印出。, en: Not printed.}"
                        : "",
                    topics,
                    english == null ? "none" : "full"));
    put(folder.resolve("zh.md"), chinese);
    if (english != null) {
      put(folder.resolve("en.md"), english);
      put(folder.resolve("ko.md"), english);
    }
  }

  private void file(String name, String text) throws IOException {
    put(content.resolve(name), text);
  }

  private static void put(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
