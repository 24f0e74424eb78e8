package duizhao.plan;

import duizhao.edtf.EdtfDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Objects;

/**
 * How many reports each year has, or each span of years where there are too many years.
 *
 * @param bars from the first year to the last, those without reports included
 * @param most the greatest count of a bar; 0 without bars
 * @param undated how many reports no year is known of
 */
public record Timeline(List<YearBar> bars, int most, int undated) {

  /** As many bars as have room for their numbers on a telephone. */
  static final int BARS = 10;

  /** As many bars as can be told apart where they have no numbers. */
  static final int THIN_BARS = 40;

  private static final int[] STEPS_YEARS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000};

  public Timeline {
    bars = List.copyOf(bars);
  }

  /**
   * Some years.
   *
   * @param first the first of them
   * @param last the last of them; {@code first} for a single year
   * @param count how many reports may belong here
   * @param uncertain how many of these may belong elsewhere; never more than {@code count}
   */
  public record YearBar(int first, int last, int count, int uncertain) {}

  /**
   * The years of some reports. A report that may belong to several years counts in each, as it does
   * on the pages of years.
   *
   * @param reports their dates
   * @param span dates whose years are the first and the last to show; those of the reports are
   *     among them
   * @param most how many bars there may be
   */
  static Timeline of(List<EdtfDate> reports, List<EdtfDate> span, int most) {
    List<EdtfDate> dates = reports.stream().filter(date -> !date.years().isEmpty()).toList();
    IntSummaryStatistics years =
        span.stream().flatMap(date -> date.years().stream()).mapToInt(y -> y).summaryStatistics();
    int undated = reports.size() - dates.size();
    if (years.getCount() == 0) {
      return new Timeline(List.of(), 0, undated);
    }
    int first = years.getMin();
    int last = years.getMax();
    int step = step(first, last, most);
    List<YearBar> bars = new ArrayList<>();
    for (int start = first - first % step; start <= last; start += step) {
      int from = Math.max(start, first);
      int to = Math.min(start + step - 1, last);
      List<EdtfDate> here =
          dates.stream()
              .filter(date -> date.years().stream().anyMatch(y -> y >= from && y <= to))
              .toList();
      long uncertain = here.stream().filter(date -> doubtful(date, from, to)).count();
      bars.add(new YearBar(from, to, here.size(), (int) uncertain));
    }
    return new Timeline(bars, bars.stream().mapToInt(YearBar::count).max().orElse(0), undated);
  }

  /** A bar of several years needs room for two of them. */
  private static int step(int first, int last, int most) {
    for (int step : STEPS_YEARS) {
      if (last / step - first / step < (step == 1 ? most : most * 2 / 3)) {
        return step;
      }
    }
    return STEPS_YEARS[STEPS_YEARS.length - 1];
  }

  /**
   * Whether a date may mean other years: it spans them, it rests on doubtful evidence, or the year
   * itself is approximate.
   */
  private static boolean doubtful(EdtfDate date, int from, int to) {
    LocalDate earliest = Objects.requireNonNull(date.earliest());
    LocalDate latest = Objects.requireNonNull(date.latest());
    boolean wholeYear = earliest.getDayOfYear() == 1 && latest.getDayOfYear() >= 365;
    return date.uncertain()
        || (date.approximate() && wholeYear)
        || date.years().stream().anyMatch(year -> year < from || year > to);
  }
}
