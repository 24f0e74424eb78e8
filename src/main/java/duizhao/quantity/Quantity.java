package duizhao.quantity;

import duizhao.model.Hedge;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A number that a text states.
 *
 * @param low exact; a share is a part of one (8% is 0.08), points are as stated, a multiple is the
 *     result as a multiple of what was before, a clock time is in minutes after midnight, a weekday
 *     counts from Monday, 1
 * @param high the same as {@code low}, but for what is vague: 数十 is 20 to 99
 * @param also a second reading: 3点 may be 15:00, 八折 is 20 per cent off, 三季度末 is the end of nine
 *     months; null for none
 * @param hedge how exact the text says it is
 * @param sure whether the words of the hedge can mean nothing else, as 近三年 and "over three years"
 *     can
 * @param start where its words start in the text, in UTF-16 units
 * @param end where they end, exclusive
 * @param words the characters that state it
 */
public record Quantity(
    Kind kind,
    BigDecimal low,
    BigDecimal high,
    @Nullable BigDecimal also,
    @Nullable Measure measure,
    Hedge hedge,
    boolean sure,
    Weight weight,
    int start,
    int end,
    String words) {

  private static final BigDecimal HALF = new BigDecimal("0.5");

  /** What a number does. */
  public enum Kind {
    COUNT,
    SHARE,
    POINTS,
    MULTIPLE,
    ORDINAL,
    YEAR,
    MONTH,
    DAY,
    WEEKDAY,
    CLOCK,
    DECADE,
    /** Half a year or three quarters of one, by the months at its end: 6, 9 or 12. */
    PERIOD,
    /** One of the four quarters of a year; at its end, so many months are over. */
    QUARTER,
    /** "All" is 1 and "none" is 0; each says no number and may render 100% or 0%. */
    WHOLE
  }

  /** How much the other language may be expected to say the same. */
  public enum Weight {
    /** A name, an article or an idiom may be all that it is. */
    OPTIONAL,
    /** A small number, which may be told otherwise: three trades are "fitters, welders …". */
    WEAK,
    STRONG
  }

  /** Whether a number is said in as many words, and not "all" or a part of the year. */
  public boolean isNumber() {
    return kind != Kind.WHOLE && kind != Kind.PERIOD && kind != Kind.QUARTER;
  }

  /** The same with a hedge that may not be meant for it. */
  Quantity hedged(Hedge other) {
    boolean exact = other == Hedge.EXACT;
    return new Quantity(
        kind, low, high, also, measure, other, exact && sure, weight, start, end, words);
  }

  boolean vague() {
    return low.compareTo(high) != 0;
  }

  /**
   * Whether this may be the number {@code value} of a unit of {@code units.yaml}: {@code %} counts
   * hundredths, and a measure may be converted.
   */
  public boolean states(BigDecimal value, String unit) {
    if (!isNumber()) {
      return false;
    }
    if (vague()) {
      return low.compareTo(value) <= 0 && value.compareTo(high) <= 0;
    }
    BigDecimal own = kind == Kind.SHARE && unit.equals("%") ? low.movePointRight(2) : low;
    BigDecimal gap = own.subtract(value).abs();
    boolean equal =
        gap.compareTo(value.abs().movePointLeft(2).min(HALF)) <= 0 && kind == Kind.SHARE;
    return equal || gap.signum() == 0 || also != null && also.compareTo(value) == 0;
  }

  /** The value in figures, such as {@code 120,000,000}, {@code 8%} or {@code 9:30}. */
  public String figures() {
    if (vague()) {
      return plain(low) + " to " + plain(high);
    }
    return switch (kind) {
      case SHARE -> plain(low.movePointRight(2)) + "%";
      case POINTS -> plain(low) + " percentage points";
      case MULTIPLE -> plain(low) + " times";
      case ORDINAL -> "number " + plain(low);
      case YEAR -> "the year " + low.toPlainString();
      case MONTH -> "month " + plain(low);
      case DAY -> "day " + plain(low);
      case WEEKDAY -> DayOfWeek.of(low.intValue()).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      case DECADE -> "the " + low.toPlainString() + "s";
      case CLOCK -> clock(low.intValue());
      case QUARTER -> "quarter " + plain(low);
      case PERIOD -> "the part of the year up to month " + plain(low);
      default -> plain(low) + unit();
    };
  }

  private String unit() {
    return measure == null ? "" : " " + measure.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String clock(int minutes) {
    int past = minutes % 60;
    return minutes / 60 + (past < 10 ? ":0" : ":") + past;
  }

  /** Plain decimal notation with commas between thousands and at most four decimals. */
  static String plain(BigDecimal number) {
    BigDecimal rounded =
        number.scale() > 4 ? number.setScale(4, java.math.RoundingMode.HALF_UP) : number;
    String text = rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().abs().toPlainString();
    int point = text.indexOf('.');
    StringBuilder grouped = new StringBuilder(text);
    for (int i = (point < 0 ? text.length() : point) - 3; i > 0; i -= 3) {
      grouped.insert(i, ',');
    }
    return (rounded.signum() < 0 ? "-" : "") + grouped;
  }
}
