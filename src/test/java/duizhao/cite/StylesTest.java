package duizhao.cite;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.diagnostic.Location;
import duizhao.edtf.EdtfDate;
import duizhao.edtf.EdtfException;
import duizhao.model.Language;
import duizhao.model.LocalizedText;
import duizhao.model.Newspaper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Holds the styles to examples that their publishers print. */
class StylesTest {

  private static final Language ZH = new Language("zh", "zh-Hans", "中文");
  private static final Language EN = new Language("en", "en", "English");

  private static Work work(
      Language language,
      String title,
      @Nullable String english,
      String newspaper,
      String date,
      @Nullable Integer page,
      @Nullable String url,
      Name... authors)
      throws EdtfException {
    Newspaper paper =
        new Newspaper(
            "paper",
            Location.of("newspapers.yaml"),
            new LocalizedText(Map.of(language.id(), newspaper)),
            null,
            null,
            null,
            null,
            null);
    return new Work(
        Citations.Subject.ORIGINAL,
        "key",
        language,
        EN,
        title,
        false,
        english,
        List.of(authors),
        paper,
        CitedDate.of(EdtfDate.parse(date)),
        page,
        null,
        url,
        null);
  }

  private static Name name(String zh, String en) {
    Map<String, String> names = new LinkedHashMap<>();
    Stream.of(Map.entry("zh", zh), Map.entry("en", en))
        .filter(e -> !e.getValue().isEmpty())
        .forEach(e -> names.put(e.getKey(), e.getValue()));
    return Name.of(new LocalizedText(names), zh.isEmpty() ? EN : ZH, EN);
  }

  private static String text(Line line) {
    return Line.text(line.runs());
  }

  /** GB/T 7714-2015, section 4.4.2, example 1, and 4.4 online example. */
  @Test
  void gbtCitesTheStandardsOwnNewspaperArticles() throws EdtfException {
    Work printed = work(ZH, "数字革命与竞争国际化", null, "中国青年报", "2000-11-20", 15, null, name("丁文祥", ""));
    Work online =
        work(
            ZH,
            "大风沙过后的思考",
            null,
            "北京青年报",
            "2000-01-12",
            null,
            "http://www.bjyouth.com.cn/1",
            name("傅刚", ""),
            name("赵承", ""),
            name("李佳路", ""));

    assertThat(text(GbT7714.of(printed))).isEqualTo("丁文祥. 数字革命与竞争国际化[N]. 中国青年报, 2000-11-20(15).");
    assertThat(text(GbT7714.of(online)))
        .isEqualTo(
            "傅刚, 赵承, 李佳路. 大风沙过后的思考[N/OL]. 北京青年报, 2000-01-12[引用日期]. http://www.bjyouth.com.cn/1.");
  }

  /** Publication Manual, 7th ed., 10.1, example 16. */
  @Test
  void apaCitesItsOwnNewspaperArticle() throws EdtfException {
    Work work =
        work(
            EN,
            "North Korea vows to restart shuttered nuclear reactor",
            null,
            "The Washington Post",
            "2013-04-02",
            1,
            null,
            name("", "Chico Harlan"));

    assertThat(text(Apa.of(work)))
        .isEqualTo(
            "Harlan, C. (2013, April 2). North Korea vows to restart shuttered nuclear reactor."
                + " The Washington Post, 1.");
  }

  /** Chicago Manual of Style, 17th ed., 14.199: no writer, in a note and in a bibliography. */
  @Test
  void chicagoPutsTheNewspaperInThePlaceOfAMissingWriter() throws EdtfException {
    Work work =
        work(
            EN,
            "In Texas, Ad Heats Up Race for Governor",
            null,
            "New York Times",
            "2002-07-30",
            null,
            null);

    assertThat(text(Chicago.note(work)))
        .isEqualTo("“In Texas, Ad Heats Up Race for Governor,” New York Times, July 30, 2002.");
    assertThat(text(Chicago.bibliography(work)))
        .isEqualTo("New York Times. “In Texas, Ad Heats Up Race for Governor.” July 30, 2002.");
  }

  /** MLA Handbook, 9th ed., 5.9 (order of names), 5.30 (translated titles), appendix 1. */
  @Test
  void chineseNamesKeepTheirOrderWithoutAComma() throws EdtfException {
    Work work =
        work(
            ZH,
            "“工匠日”来了",
            "Craftsmen’s day",
            "工人日报",
            "2020-11-18",
            3,
            null,
            name("田国全", "Tian Guoquan"),
            name("王振华", "Wang Zhenhua"));

    assertThat(text(Mla.of(work)))
        .isEqualTo(
            "Tian Guoquan and Wang Zhenhua. “‘工匠日’来了” [Craftsmen’s day]. 工人日报, 18 Nov. 2020, p. 3.");
    assertThat(text(Chicago.bibliography(work)))
        .isEqualTo(
            "Tian Guoquan 田国全 and Wang Zhenhua 王振华. “‘工匠日’来了” [Craftsmen’s day]. 工人日报,"
                + " November 18, 2020, p. 3.");
    assertThat(text(Apa.of(work)))
        .startsWith("Tian, G., & Wang, Z. (2020, November 18). “工匠日”来了 [Craftsmen’s day].");
    assertThat(text(GbT7714.of(work))).startsWith("田国全, 王振华. “工匠日”来了[N]. 工人日报, 2020-11-18(3).");
  }

  @Test
  void aBodyIsNotTakenApart() throws EdtfException {
    Work work = work(ZH, "题", null, "工人日报", "2020", null, null, name("新华社", "Xinhua News Agency"));

    assertThat(text(Apa.of(work))).startsWith("Xinhua News Agency. (2020).");
    assertThat(text(Mla.of(work))).startsWith("Xinhua News Agency. ");
  }

  /** Chicago 17th ed., 14.145; MLA 9th ed., 5.82; GB/T 7714-2015, 8.4.3. */
  @Test
  void aDoubtfulDateIsToldAsDoubtful() throws EdtfException {
    Work approximate = work(ZH, "题", null, "工人日报", "2020-11~", null, null);
    Work uncertain = work(ZH, "题", null, "工人日报", "2020-11-18?", null, null);

    assertThat(text(Chicago.note(approximate))).contains("[ca. November 2020]");
    assertThat(text(Chicago.note(uncertain))).contains("[November 18, 2020?]");
    assertThat(text(Mla.of(approximate))).contains("[circa Nov. 2020]");
    assertThat(text(Apa.of(approximate))).contains("(ca. 2020, November)");
    assertThat(text(GbT7714.of(approximate))).contains("[2020-11].");
    assertThat(text(GbT7714.of(uncertain))).contains("[2020-11-18?]");
  }
}
