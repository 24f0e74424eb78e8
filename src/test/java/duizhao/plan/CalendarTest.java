package duizhao.plan;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.export.Sample;
import duizhao.model.Report;
import duizhao.plan.Page.Day;
import duizhao.plan.Page.DayReports;
import duizhao.plan.Page.MonthGrid;
import duizhao.plan.Year.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CalendarTest {

  /** Reports of these dates, each called by its date, in the order of an archive. */
  private static Calendar calendar(String... dates) {
    List<Report> reports = new ArrayList<>();
    Stream.of(dates).forEach(date -> reports.add(Sample.bare(date, date)));
    reports.sort(Comparator.comparing((Report r) -> r.source().date()).reversed());
    return new Calendar(reports);
  }

  private static Year year(Calendar calendar, int number) {
    return calendar.years().stream().filter(y -> y.number() == number).findFirst().orElseThrow();
  }

  private static Month month(Calendar calendar, int year, int month) {
    return year(calendar, year).months().get(month - 1);
  }

  private static List<String> listed(List<Report> reports) {
    return reports.stream().map(Report::id).toList();
  }

  private static List<SitePath> pages(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(n -> new SitePath("page-" + n)).toList();
  }

  private static List<Integer> numbers(List<Day> week) {
    return week.stream().map(Day::number).toList();
  }

  @Test
  void february2024HasTwentyNineDaysAndBeginsOnAThursday() {
    Calendar calendar = calendar("2024-02-29");
    MonthGrid grid = calendar.grid(month(calendar, 2024, 2), pages(1), 50);
    assertThat(grid.weeks()).hasSize(5);
    assertThat(numbers(grid.weeks().get(0))).containsExactly(0, 0, 0, 1, 2, 3, 4);
    assertThat(numbers(grid.weeks().get(4))).containsExactly(26, 27, 28, 29, 0, 0, 0);
    assertThat(grid.weeks().get(4).get(3)).isEqualTo(new Day(29, 1, new SitePath("page-1")));
  }

  @Test
  void february1900And2023HaveTwentyEightDays() {
    Calendar calendar = calendar("1900-02-28", "2023-02-28");
    for (int year : List.of(1900, 2023)) {
      MonthGrid grid = calendar.grid(month(calendar, year, 2), pages(1), 50);
      assertThat(grid.weeks().stream().flatMap(List::stream).mapToInt(Day::number).max())
          .hasValue(28);
    }
  }

  @Test
  void aMonthThatFillsItsWeeksHasNoneMore() {
    Calendar calendar = calendar("2021-02-01");
    MonthGrid grid = calendar.grid(month(calendar, 2021, 2), pages(1), 50);
    assertThat(grid.weeks()).hasSize(4).allMatch(week -> !numbers(week).contains(0));
  }

  @Test
  void theLastDayOfAMonthAndTheFirstOfTheNextPartTheMonths() {
    Calendar calendar = calendar("2020-12-31", "2021-01-01");
    assertThat(listed(calendar.ofMonth(month(calendar, 2020, 12)))).containsExactly("2020-12-31");
    assertThat(listed(calendar.ofMonth(month(calendar, 2021, 1)))).containsExactly("2021-01-01");
    assertThat(calendar.newer(month(calendar, 2020, 12))).isEqualTo(month(calendar, 2021, 1));
    assertThat(calendar.older(month(calendar, 2021, 1))).isEqualTo(month(calendar, 2020, 12));
    assertThat(calendar.newer(month(calendar, 2021, 1))).isNull();
  }

  @Test
  void onlyOneCertainDayStandsOnADay() {
    Calendar calendar =
        calendar("2023-11-18", "2023-11-18~", "2023-11-18?", "2023-11", "2023-11-20/2023-11-21");
    MonthGrid grid = calendar.grid(month(calendar, 2023, 11), pages(1), 50);
    assertThat(grid.weeks().stream().flatMap(List::stream).filter(day -> day.count() > 0))
        .containsExactly(new Day(18, 1, new SitePath("page-1")));
    assertThat(grid.withoutDay()).isEqualTo(4);
    assertThat(month(calendar, 2023, 11)).isEqualTo(new Month(2023, 11, 5, 2));
  }

  @Test
  void aDateThatSpansMonthsStandsInEachAsUncertain() {
    Calendar calendar = calendar("2019-24", "2019-12-05");
    assertThat(month(calendar, 2019, 12)).isEqualTo(new Month(2019, 12, 2, 1));
    assertThat(month(calendar, 2020, 1)).isEqualTo(new Month(2020, 1, 1, 1));
    assertThat(month(calendar, 2020, 2)).isEqualTo(new Month(2020, 2, 1, 1));
    assertThat(month(calendar, 2020, 3).count()).isZero();
    assertThat(year(calendar, 2019).uncertain()).isEqualTo(1);
  }

  @Test
  void aDateWithoutMonthStandsInItsYearOnly() {
    Calendar calendar = calendar("2020", "2020-11~");
    assertThat(listed(calendar.withoutMonth(2020))).containsExactly("2020");
    assertThat(listed(calendar.ofMonth(month(calendar, 2020, 11)))).containsExactly("2020-11~");
    assertThat(year(calendar, 2020).count()).isEqualTo(2);
    assertThat(year(calendar, 2020).uncertain()).isEqualTo(1);
  }

  @Test
  void whatNamesNoYearStandsLast() {
    Calendar calendar = calendar("../2020", "2021", "2019");
    assertThat(calendar.years()).extracting(Year::number).containsExactly(2021, 2019, 0);
    assertThat(year(calendar, 0).months()).isEmpty();
    assertThat(listed(calendar.withoutMonth(0))).containsExactly("../2020");
  }

  @Test
  void aMonthIsListedFromItsLastDayAndWhatHasNoneComesLast() {
    Calendar calendar = calendar("2023-11-02", "2023-11", "2023-11-18", "2023-11-30~");
    List<DayReports> days = Calendar.byDay(calendar.ofMonth(month(calendar, 2023, 11)));
    assertThat(days).extracting(DayReports::day).containsExactly(18, 2, 0);
    assertThat(listed(days.get(2).reports())).containsExactlyInAnyOrder("2023-11", "2023-11-30~");
  }

  @Test
  void aDayLeadsToThePageOfALongMonthThatBeginsIt() {
    Calendar calendar = calendar("2023-11-03", "2023-11-02", "2023-11-01");
    MonthGrid grid = calendar.grid(month(calendar, 2023, 11), pages(2), 2);
    assertThat(grid.weeks().get(0).get(2).page()).isEqualTo(new SitePath("page-2"));
    assertThat(grid.weeks().get(0).get(3).page()).isEqualTo(new SitePath("page-1"));
  }
}
