package duizhao.importer;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.diagnostic.Diagnostics;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads pages of electronic editions, each with a layout of its own. */
class EditionTest {

  private static final List<String> BOATS =
      List.of(
          "职工书屋搬上渔船",
          "休渔期里书声多",
          "本报讯（记者方亭）“出海二十天，书是最好的伴。”近日，浙江省舟山市普陀区总工会给42艘渔船配上流动书箱，船员靠岸时就能换书。",
          "普陀区总工会与图书馆约定，每只书箱装三十本书，每月轮换一次，船员用工会会员卡登记。",
          "目前，流动书箱已借出图书三千多册次。");

  private static final List<String> MINE =
      List.of(
          "煤矿女工有了“妈妈小屋”",
          "本报讯（通讯员蓝晓）河南省平顶山市一家煤矿的工会把闲置的更衣室改成“妈妈小屋”，配备冰箱、沙发和消毒柜。",
          "小屋启用半年，已有67名女职工使用，矿上准备再建两处。");

  @Test
  void articlesInTablesInDivisionsAndWithoutAnyAreToldApart() throws IOException {
    assertThat(reports("tables")).containsExactly(BOATS);
    assertThat(reports("list")).containsExactly(MINE);
    assertThat(reports("flat")).containsExactly(BOATS, MINE);
    assertThat(reports("divisions")).containsExactly(BOATS, MINE);
  }

  @Test
  void theKickerStandsAboveTheHeadlineWhereThePageHasItThere() throws IOException {
    assertThat(reports("sizes").get(0)).startsWith(BOATS.get(1), BOATS.get(0));
  }

  @Test
  void captionsAndSubheadingsStayInTheirArticle() throws IOException {
    Reading reading = Reading.of(page("sections"), List.of());
    assertThat(reading.reports().get(0).parts.stream().map(p -> p.type() + " " + p.text()))
        .contains("CAPTION 船员在挑书。方亭 摄", "SUBHEADING 书箱怎么转");
    assertThat(reading.reports()).hasSize(2);
    assertThat(reading.margin().stream().map(Part::text).collect(Collectors.joining()))
        .contains("分享到", "上一篇");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tables", "list", "flat", "sections", "divisions", "sizes"})
  void everyVisibleCharacterIsInALineHoweverThePageIsCut(String name) throws IOException {
    String html = text(name);
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      int from = seed == 0 ? 0 : random.nextInt(html.length());
      int to = seed == 0 ? html.length() : from + random.nextInt(html.length() - from + 1);
      String cut = html.substring(0, from / 3) + html.substring(from, to);
      PageText page = HtmlPage.read(name, cut);
      Document document = Jsoup.parse(cut);
      document.select("head, title, script, style").remove();
      String lines = page.lines().stream().map(PageText.Line::text).collect(Collectors.joining());
      assertThat(plain(lines)).as("seed %s", seed).isEqualTo(plain(document.wholeText()));
      Proof.check(page, Reading.of(page, List.of()));
    }
  }

  private static String plain(String text) {
    return text.chars()
        .filter(c -> !Signs.isSpace(c) && c != '\u2003')
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static List<List<String>> reports(String name) throws IOException {
    PageText page = page(name);
    Reading reading = Reading.of(page, List.of());
    Proof.check(page, reading);
    return reading.reports().stream().map(r -> r.parts.stream().map(Part::text).toList()).toList();
  }

  private static PageText page(String name) throws IOException {
    return Objects.requireNonNull(PageFile.read(name + ".html", bytes(name), new Diagnostics()));
  }

  /** The pages of two encodings as text; what is no character here is none there. */
  private static String text(String name) throws IOException {
    String charset = name.equals("tables") ? "GB18030" : name.equals("sizes") ? "UTF-16" : "UTF-8";
    return new String(bytes(name), charset);
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in =
        EditionTest.class.getResourceAsStream("/import/editions/" + name + ".html")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }
}
