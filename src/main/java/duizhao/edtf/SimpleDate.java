package duizhao.edtf;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A date that is no interval, or one end of an interval.
 *
 * @param year the first year that the text can mean; 0 for an open or unknown end
 * @param month 1 to 12, or 21 to 24 for a season; 0 when not given
 * @param day 1 to 31; 0 when not given
 */
record SimpleDate(Form form, int year, int month, int day, boolean approximate, boolean uncertain) {

  static final SimpleDate OPEN = new SimpleDate(Form.OPEN, 0, 0, 0, false, false);
  static final SimpleDate UNKNOWN = new SimpleDate(Form.UNKNOWN, 0, 0, 0, false, false);

  /** How much of a date is written. */
  enum Form {
    CENTURY,
    DECADE,
    YEAR,
    UNKNOWN_MONTH,
    UNKNOWN_MONTH_AND_DAY,
    SEASON,
    MONTH,
    UNKNOWN_DAY,
    DAY,
    /** An end that lies beyond all dates: {@code ..}. */
    OPEN,
    /** An end that exists and is not known: nothing. */
    UNKNOWN
  }

  boolean isDate() {
    return form != Form.OPEN && form != Form.UNKNOWN;
  }

  boolean certain() {
    return !approximate && !uncertain;
  }

  @Nullable LocalDate earliest() {
    return switch (form) {
      case OPEN, UNKNOWN -> null;
      case CENTURY, DECADE, YEAR, UNKNOWN_MONTH, UNKNOWN_MONTH_AND_DAY ->
          LocalDate.of(Math.max(1, year), 1, 1);
      case SEASON -> firstMonthOfSeason().atDay(1);
      case MONTH, UNKNOWN_DAY -> LocalDate.of(year, month, 1);
      case DAY -> LocalDate.of(year, month, day);
    };
  }

  @Nullable LocalDate latest() {
    return switch (form) {
      case OPEN, UNKNOWN -> null;
      case CENTURY -> LocalDate.of(year + 99, 12, 31);
      case DECADE -> LocalDate.of(year + 9, 12, 31);
      case YEAR, UNKNOWN_MONTH, UNKNOWN_MONTH_AND_DAY -> LocalDate.of(year, 12, 31);
      case SEASON -> firstMonthOfSeason().plusMonths(2).atEndOfMonth();
      case MONTH, UNKNOWN_DAY -> YearMonth.of(year, month).atEndOfMonth();
      case DAY -> LocalDate.of(year, month, day);
    };
  }

  /** Spring begins in March; the winter of a year begins in its December. */
  private YearMonth firstMonthOfSeason() {
    return YearMonth.of(year, (month - 20) * 3);
  }
}
