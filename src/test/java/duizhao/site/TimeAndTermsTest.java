package duizhao.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Calendars, months and the glossary as pages show them. */
class TimeAndTermsTest {

  private final Site site = Site.withBase();

  @Test
  void aDayOfTheCalendarSaysHowManyReportsItHasAndLeadsToThem() {
    Document year = site.page("en/years/2022/index.html");
    assertThat(year.select("table.month")).hasSize(12);
    Element day = year.selectFirst("a.day");
    assertThat(day.attr("aria-label")).isEqualTo("16 June: 9 reports");
    assertThat(day.attr("href")).isEqualTo("06/index.html#d16");
    Document month = site.page("en/years/2022/06/index.html");
    assertThat(month.getElementById("d16").text()).isEqualTo("16 June 2022");
    assertThat(month.select(".dated .card")).hasSize(9);
  }

  @Test
  void anUncertainDateStandsUnderItsMonthAndOnNoDay() {
    Document year = site.page("en/years/2023/index.html");
    assertThat(year.select("a.day")).isEmpty();
    assertThat(year.select("table.month tfoot a").attr("href")).isEqualTo("11/index.html#undated");
    Document month = site.page("en/years/2023/11/index.html");
    assertThat(month.getElementById("undated")).isNotNull();
    assertThat(month.select(".dated .inexact").eachText()).contains("around November 2023");
    assertThat(month.select("time[datetime^=2023-11]")).isEmpty();
  }

  @Test
  void theGlossaryFollowsPinyinInChineseAndTheAlphabetInEnglish() {
    List<String> english =
        site.page("en/glossary/index.html").select(".terms h2").eachText().stream().toList();
    assertThat(english).isSorted().contains("A", "W");
    Document chinese = site.page("zh/glossary/index.html");
    Element union = chinese.getElementById("term-workers-home");
    assertThat(union.closest("section").selectFirst("h2").text()).isEqualTo("Z");
    assertThat(chinese.select(".entry").eachAttr("id"))
        .containsExactlyInAnyOrderElementsOf(
            site.page("en/glossary/index.html").select(".entry").eachAttr("id"));
  }

  @Test
  void anExampleMarksItsTermInBothLanguages() {
    Document glossary = site.page("en/glossary/index.html");
    assertThat(glossary.select(".example").size()).isGreaterThan(100);
    for (Element example : glossary.select(".example")) {
      assertThat(example.select("blockquote"))
          .hasSize(2)
          .allMatch(q -> !q.select("mark").isEmpty());
      assertThat(example.select("figcaption a").attr("href")).contains("/reports/").contains("#p");
    }
  }
}
