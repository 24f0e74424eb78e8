package duizhao.edtf;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A date of ISO 8601-2:2019 (EDTF) level 1, as far as newspapers need it: a year, month, day or
 * season; a decade or century ({@code 202X}, {@code 20XX}); a month or day that is not known
 * ({@code 2020-XX}, {@code 2020-XX-XX}, {@code 2020-11-XX}); approximate {@code ~}, uncertain
 * {@code ?} or both {@code %} after any of these; and intervals between two of them, open ({@code
 * ..}) or unknown (nothing) at one end. Years run from 0001 to 9999.
 *
 * <p>Sorts by earliest day, then latest day, then the more certain first, then text. What has no
 * earliest day comes first, what has no latest day last.
 */
public final class EdtfDate implements Comparable<EdtfDate> {

  private static final int MAX_YEARS = 3;

  private static final Comparator<EdtfDate> ORDER =
      Comparator.comparing(
              EdtfDate::earliest, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
          .thenComparing(
              EdtfDate::latest, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
          .thenComparing(EdtfDate::uncertain)
          .thenComparing(EdtfDate::approximate)
          .thenComparing(EdtfDate::text);

  private final String text;
  private final SimpleDate start;
  private final @Nullable SimpleDate end;

  /**
   * @param end the second side of an interval; null for a single date
   */
  EdtfDate(String text, SimpleDate start, @Nullable SimpleDate end) {
    this.text = text;
    this.start = start;
    this.end = end;
  }

  /**
   * Reads a date.
   *
   * @throws EdtfException for any other text, saying what to write instead where that can be
   *     guessed
   */
  public static EdtfDate parse(String text) throws EdtfException {
    try {
      return EdtfParser.parse(text);
    } catch (EdtfException e) {
      String better = Suggestion.instead(text);
      throw better == null
          ? new EdtfException(
              e.getMessage(), e.index(), e.hint() == null ? Suggestion.FORMS : e.hint())
          : new EdtfException(e.getMessage(), e.index(), "write " + better);
    }
  }

  /** The date as EDTF writes it; {@link #parse} gives an equal date for it. */
  public String text() {
    return text;
  }

  /** The date itself, or the start of an interval. */
  SimpleDate start() {
    return start;
  }

  /** The end of an interval; null for a single date. */
  @Nullable SimpleDate end() {
    return end;
  }

  /**
   * The first day that the written digits can mean; null where the start is open or unknown. Being
   * approximate or uncertain does not widen it, since EDTF does not say by how much.
   */
  public @Nullable LocalDate earliest() {
    return start.earliest();
  }

  /**
   * The last day that the written digits can mean, with the same reserve; null where the end is
   * open or unknown.
   */
  public @Nullable LocalDate latest() {
    return (end == null ? start : end).latest();
  }

  /** Whether any part of it is approximate. */
  public boolean approximate() {
    return start.approximate() || (end != null && end.approximate());
  }

  /** Whether any part of it rests on doubtful evidence. */
  public boolean uncertain() {
    return start.uncertain() || (end != null && end.uncertain());
  }

  /** Whether it is neither approximate nor uncertain; it may still be coarse. */
  public boolean certain() {
    return !approximate() && !uncertain();
  }

  /** Whether it is one certain day. */
  public boolean exactDay() {
    return end == null && start.form() == SimpleDate.Form.DAY && certain();
  }

  /**
   * The calendar years it may fall into, in order; empty when there are more than three or no
   * bounds.
   */
  public List<Integer> years() {
    LocalDate earliest = earliest();
    LocalDate latest = latest();
    if (earliest == null || latest == null || latest.getYear() - earliest.getYear() >= MAX_YEARS) {
      return List.of();
    }
    return IntStream.rangeClosed(earliest.getYear(), latest.getYear()).boxed().toList();
  }

  /**
   * The value for the {@code datetime} of an HTML {@code time} element; null where HTML has none.
   */
  public @Nullable String datetime() {
    if (end != null || !certain()) {
      return null;
    }
    return switch (start.form()) {
      case YEAR, MONTH, DAY -> text;
      default -> null;
    };
  }

  @Override
  public int compareTo(EdtfDate other) {
    return ORDER.compare(this, other);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EdtfDate date && text.equals(date.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
