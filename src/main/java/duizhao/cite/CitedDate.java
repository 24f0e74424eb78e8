package duizhao.cite;

import duizhao.edtf.EdtfDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as citations need it: how much of it is known, and how surely.
 *
 * @param start null where an interval has no start
 * @param end null for a single date, and where an interval has no end
 */
record CitedDate(EdtfDate edtf, @Nullable Part start, @Nullable Part end) {

  private static final Pattern SIDE =
      Pattern.compile("(\\d{1,3}X{1,2}|\\d{4})(?:-(\\d\\d|XX))?(?:-(\\d\\d|XX))?[~?%]?");

  private static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");

  private static final List<String> SEASONS = List.of("Spring", "Summer", "Autumn", "Winter");

  /**
   * @param year its four digits, of which the last may be X
   * @param month 1 to 12, or 21 (spring) to 24; 0 when not known
   * @param day 0 when not known
   */
  record Part(String year, int month, int day) {

    /** The year for a reader: a decade or century in words. */
    String yearInWords() {
      return year.endsWith("X") ? year.replace('X', '0') + "s" : year;
    }

    boolean season() {
      return month > 20;
    }

    /** The month or season, in English; empty when not known. */
    String monthInWords() {
      return month == 0 ? "" : season() ? SEASONS.get(month - 21) : MONTHS.get(month - 1);
    }

    /** As MLA abbreviates it (MLA Handbook, 9th ed., appendix 1). */
    String shortMonth() {
      String name = monthInWords();
      return name.length() <= 4 || season()
          ? name
          : month == 9 ? "Sept." : name.substring(0, 3) + ".";
    }

    /** ISO 8601, as far as it is known; a season in words of Chinese. */
    String iso() {
      String number = month < 10 ? "0" + month : "" + month;
      if (season()) {
        return year + "年" + "春夏秋冬".charAt(month - 21) + "季";
      }
      return yearInWords()
          + (month == 0 ? "" : "-" + number)
          + (day == 0 ? "" : (day < 10 ? "-0" : "-") + day);
    }
  }

  /** Words one side of an interval, or a single date. */
  interface Wording {
    String of(Part part);
  }

  static @Nullable CitedDate of(@Nullable EdtfDate date) {
    if (date == null) {
      return null;
    }
    String[] sides = date.text().split("/", 2);
    return new CitedDate(date, part(sides[0]), sides.length == 1 ? null : part(sides[1]));
  }

  private static @Nullable Part part(String side) {
    Matcher matcher = SIDE.matcher(side);
    return matcher.matches()
        ? new Part(matcher.group(1), number(matcher.group(2)), number(matcher.group(3)))
        : null;
  }

  private static int number(@Nullable String digits) {
    return digits == null || digits.equals("XX") ? 0 : Integer.parseInt(digits);
  }

  boolean approximate() {
    return edtf.approximate();
  }

  boolean uncertain() {
    return edtf.uncertain();
  }

  boolean interval() {
    return edtf.text().contains("/");
  }

  /** The first side that is known; null for an interval that has none. */
  @Nullable Part known() {
    return start != null ? start : end;
  }

  String words(Wording wording, String between) {
    String from = start == null ? "" : wording.of(start);
    return interval() ? from + between + (end == null ? "" : wording.of(end)) : from;
  }
}
