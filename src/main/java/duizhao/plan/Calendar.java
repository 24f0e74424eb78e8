package duizhao.plan;

import duizhao.edtf.EdtfDate;
import duizhao.model.Report;
import duizhao.plan.Page.Day;
import duizhao.plan.Page.DayReports;
import duizhao.plan.Page.MonthGrid;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which reports belong to which year, month and day. A report stands in every year and month that
 * its date may mean, as long as these are few: a date that spans more than {@value #MAX_MONTHS}
 * months stands in its years only, and one that spans more years than {@link EdtfDate#years} counts
 * is undated. On a day stand only those of one certain day.
 */
final class Calendar {

  private static final int MAX_MONTHS = 3;
  private static final int DAYS_A_WEEK = 7;

  private final NavigableMap<Integer, List<Report>> byYear = new TreeMap<>();
  private final NavigableMap<YearMonth, List<Report>> byMonth = new TreeMap<>();
  private final Map<Integer, List<Report>> withoutMonth = new HashMap<>();
  private final List<Year> years;

  /**
   * @param reports newest first
   */
  Calendar(List<Report> reports) {
    for (Report report : reports) {
      List<Integer> in = report.source().date().years();
      List<YearMonth> months = months(report.source().date());
      months.forEach(m -> byMonth.computeIfAbsent(m, k -> new ArrayList<>()).add(report));
      for (int year : in.isEmpty() ? List.of(0) : in) {
        byYear.computeIfAbsent(year, k -> new ArrayList<>()).add(report);
        if (months.isEmpty()) {
          withoutMonth.computeIfAbsent(year, k -> new ArrayList<>()).add(report);
        }
      }
    }
    byMonth.values().forEach(list -> list.sort(Comparator.comparingInt(r -> -day(r))));
    this.years = byYear.descendingMap().keySet().stream().map(this::year).toList();
  }

  /** The months that a date may mean; none where they are too many. */
  private static List<YearMonth> months(EdtfDate date) {
    LocalDate earliest = date.earliest();
    LocalDate latest = date.latest();
    if (earliest == null || latest == null) {
      return List.of();
    }
    YearMonth first = YearMonth.from(earliest);
    long count = first.until(YearMonth.from(latest), ChronoUnit.MONTHS) + 1;
    return count > MAX_MONTHS
        ? List.of()
        : IntStream.range(0, (int) count).mapToObj(first::plusMonths).toList();
  }

  /** The day of a report that has one certain day; 0 for the others. */
  private static int day(Report report) {
    EdtfDate date = report.source().date();
    LocalDate day = date.earliest();
    return day != null && date.exactDay() ? day.getDayOfMonth() : 0;
  }

  private Year year(int number) {
    List<Report> reports = ofYear(number);
    long certain =
        reports.stream()
            .map(report -> report.source().date())
            .filter(date -> number != 0 && date.certain() && date.years().size() == 1)
            .count();
    List<Year.Month> months =
        number == 0
            ? List.of()
            : IntStream.rangeClosed(1, 12).mapToObj(m -> month(YearMonth.of(number, m))).toList();
    int uncertain = number == 0 ? 0 : reports.size() - (int) certain;
    return new Year(number, reports.size(), uncertain, months);
  }

  private Year.Month month(YearMonth month) {
    List<Report> reports = byMonth.getOrDefault(month, List.of());
    long certain =
        reports.stream()
            .map(report -> report.source().date())
            .filter(date -> date.certain() && months(date).size() == 1)
            .count();
    return new Year.Month(
        month.getYear(), month.getMonthValue(), reports.size(), reports.size() - (int) certain);
  }

  /** Years with reports, newest first, the undated last. */
  List<Year> years() {
    return years;
  }

  /** What may belong to a year, newest first; to none for 0. */
  List<Report> ofYear(int year) {
    return Collections.unmodifiableList(byYear.getOrDefault(year, List.of()));
  }

  /** What belongs to a year and to no month of it, newest first. */
  List<Report> withoutMonth(int year) {
    return Collections.unmodifiableList(withoutMonth.getOrDefault(year, List.of()));
  }

  /** What may belong to a month: the last day first, then what is of no certain day. */
  List<Report> ofMonth(Year.Month month) {
    return Collections.unmodifiableList(byMonth.getOrDefault(at(month), List.of()));
  }

  private static YearMonth at(Year.Month month) {
    return YearMonth.of(month.year(), month.number());
  }

  /** The nearest later month with reports; null for the last. */
  Year.@Nullable Month newer(Year.Month month) {
    YearMonth newer = byMonth.higherKey(at(month));
    return newer == null ? null : month(newer);
  }

  /** The nearest earlier month with reports; null for the first. */
  Year.@Nullable Month older(Year.Month month) {
    YearMonth older = byMonth.lowerKey(at(month));
    return older == null ? null : month(older);
  }

  /** Part of a month's list, day by day. */
  static List<DayReports> byDay(List<Report> reports) {
    List<DayReports> days = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= reports.size(); i++) {
      int day = day(reports.get(from));
      if (i == reports.size() || day(reports.get(i)) != day) {
        days.add(new DayReports(day, reports.subList(from, i)));
        from = i;
      }
    }
    return days;
  }

  /**
   * A month's weeks from Monday.
   *
   * @param pages the pages that list the month, each {@code size} reports long
   */
  MonthGrid grid(Year.Month month, List<SitePath> pages, int size) {
    int[] counts = new int[32];
    int[] first = new int[32];
    List<Report> reports = ofMonth(month);
    for (int i = 0; i < reports.size(); i++) {
      int day = day(reports.get(i));
      first[day] = counts[day]++ == 0 ? i : first[day];
    }
    YearMonth at = at(month);
    int blank = at.atDay(1).getDayOfWeek().getValue() - 1;
    int cells = (blank + at.lengthOfMonth() + DAYS_A_WEEK - 1) / DAYS_A_WEEK * DAYS_A_WEEK;
    List<List<Day>> weeks = new ArrayList<>();
    for (int cell = 0; cell < cells; cell++) {
      if (cell % DAYS_A_WEEK == 0) {
        weeks.add(new ArrayList<>());
      }
      int number = cell - blank + 1;
      boolean real = number >= 1 && number <= at.lengthOfMonth();
      int count = real ? counts[number] : 0;
      weeks
          .get(weeks.size() - 1)
          .add(
              new Day(
                  real ? number : 0, count, count == 0 ? null : pages.get(first[number] / size)));
    }
    return new MonthGrid(
        month, weeks, counts[0], counts[0] == 0 ? null : pages.get(first[0] / size));
  }
}
