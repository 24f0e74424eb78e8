package duizhao.cite;

import static duizhao.cite.Works.EN;
import static duizhao.cite.Works.ZH;
import static duizhao.cite.Works.article;
import static duizhao.cite.Works.chinese;
import static duizhao.cite.Works.text;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the archive needs of the styles that guides have few examples of. */
class StylesTest {

  /** MLA Handbook, 9th ed., 5.9 (order of names), 5.30 (translated titles), appendix 1. */
  @Test
  void chineseNamesKeepTheirOrderWithoutAComma() {
    Work work =
        article(
            ZH,
            "“工匠日”来了",
            "Craftsmen’s day",
            "工人日报",
            "2020-11-18",
            3,
            null,
            chinese("田国全", "Tian Guoquan"),
            chinese("王振华", "Wang Zhenhua"));

    assertThat(text(Mla.of(work)))
        .isEqualTo(
            "Tian Guoquan and Wang Zhenhua. “‘工匠日’来了” [Craftsmen’s day]. 工人日报, 18 Nov. 2020, p. 3.");
    assertThat(text(Chicago.bibliography(work)))
        .isEqualTo(
            "Tian Guoquan 田国全 and Wang Zhenhua 王振华. “‘工匠日’来了” [Craftsmen’s day]. 工人日报,"
                + " November 18, 2020.");
    assertThat(text(Apa.of(work)))
        .startsWith("Tian, G., & Wang, Z. (2020, November 18). “工匠日”来了 [Craftsmen’s day].");
    assertThat(text(GbT7714.of(work))).startsWith("田国全, 王振华. “工匠日”来了[N]. 工人日报, 2020-11-18(3).");
  }

  @Test
  void aBodyIsNotTakenApart() {
    Work work =
        article(ZH, "题", null, "工人日报", "2020", null, null, chinese("新华社", "Xinhua News Agency"));

    assertThat(text(Apa.of(work))).startsWith("Xinhua News Agency. (2020).");
    assertThat(text(Mla.of(work))).startsWith("Xinhua News Agency. ");
  }

  /** Chicago 17th ed., 14.145; MLA 9th ed., 5.82; GB/T 7714-2015, 8.4.3. */
  @Test
  void aDoubtfulDateIsToldAsDoubtful() {
    Work approximate = article(ZH, "题", null, "工人日报", "2020-11~", null, null);
    Work uncertain = article(ZH, "题", null, "工人日报", "2020-11-18?", null, null);

    assertThat(text(Chicago.note(approximate))).contains("[ca. November 2020]");
    assertThat(text(Chicago.note(uncertain))).contains("[November 18, 2020?]");
    assertThat(text(Mla.of(approximate))).contains("[circa Nov. 2020]");
    assertThat(text(Apa.of(approximate))).contains("(ca. 2020, November)");
    assertThat(text(GbT7714.of(approximate))).contains("[2020-11].");
    assertThat(text(GbT7714.of(uncertain))).contains("[2020-11-18?]");
  }

  /** Chicago 17th ed., 8.159 and 8.161; MLA 9th ed., 2.90. */
  @Test
  void englishTitlesAreInHeadlineStyle() {
    Work work =
        article(
            EN,
            "a home for iPhone-carrying couriers: the “union” that never sleeps is what it’s for",
            null,
            "Daily",
            "2020",
            null,
            null);

    assertThat(text(Mla.of(work)))
        .startsWith(
            "“A Home for iPhone-Carrying Couriers: The ‘Union’ That Never Sleeps Is What It’s"
                + " For.”");
    assertThat(text(Apa.of(work))).startsWith("a home for iPhone-carrying couriers");
  }
}
