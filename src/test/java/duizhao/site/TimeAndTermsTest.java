package duizhao.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
    assertThat(union.selectFirst("a").attr("href")).isEqualTo("z/index.html#term-workers-home");
    assertThat(chinese.select(".terms li").eachAttr("id"))
        .containsExactlyInAnyOrderElementsOf(
            site.page("en/glossary/index.html").select(".terms li").eachAttr("id"));
  }

  @Test
  void everyTermHasItsEntryOnThePageOfItsLetterAndReportsLeadThere() {
    Document brief = site.page("en/glossary/index.html");
    List<String> letters =
        brief.select(".terms li a").eachAttr("href").stream()
            .map(href -> href.replaceFirst("#.*", ""))
            .distinct()
            .toList();
    assertThat(letters).hasSizeGreaterThan(15).contains("w/index.html");
    List<String> entries = new ArrayList<>();
    for (String letter : letters) {
      Document page = site.page("en/glossary/" + letter);
      assertThat(page.select(".letters [aria-current]").attr("href")).isEqualTo("index.html");
      entries.addAll(page.select(".entry").eachAttr("id"));
    }
    assertThat(entries).isEqualTo(brief.select(".terms li").eachAttr("id"));
    Document report = site.page("en/reports/yinchuan-workers-homes/index.html");
    assertThat(report.select(".gloss a").eachAttr("href"))
        .isNotEmpty()
        .allMatch(href -> href.matches("\\.\\./\\.\\./glossary/[a-z]/index\\.html#term-.+"));
  }

  @Test
  void anExampleMarksItsTermInBothLanguages() {
    Document glossary = site.page("en/glossary/w/index.html");
    assertThat(glossary.select(".example").size()).isGreaterThan(5);
    for (Element example : glossary.select(".example")) {
      assertThat(example.select("blockquote"))
          .hasSize(2)
          .allMatch(q -> !q.select("mark").isEmpty());
      assertThat(example.select("figcaption a").attr("href")).contains("/reports/").contains("#p");
    }
  }
}
