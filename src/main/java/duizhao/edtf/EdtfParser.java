package duizhao.edtf;

import duizhao.edtf.SimpleDate.Form;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads one text from left to right; the first fault ends it. */
final class EdtfParser {

  private static final int MAX_LENGTH = 64;

  private final String text;

  private EdtfParser(String text) {
    this.text = text;
  }

  /** The date, or the fault without a hint from {@link Suggestion}. */
  static EdtfDate parse(String text) throws EdtfException {
    return new EdtfParser(text).date();
  }

  private EdtfDate date() throws EdtfException {
    if (text.isEmpty()) {
      throw fault(0, "The date is empty");
    }
    if (text.length() > MAX_LENGTH) {
      throw fault(0, "A date cannot have " + text.length() + " characters");
    }
    checkCharacters();
    int slash = text.indexOf('/');
    if (slash < 0) {
      return new EdtfDate(text, simple(0, text.length()), null);
    }
    int second = text.indexOf('/', slash + 1);
    if (second >= 0) {
      throw fault(
          second, quoted() + " has more than one slash, which only stands between two dates");
    }
    SimpleDate start = end(0, slash);
    SimpleDate end = end(slash + 1, text.length());
    if (!start.isDate() && !end.isDate()) {
      throw fault(0, quoted() + " has no date on either side of the slash");
    }
    LocalDate earliest = start.earliest();
    LocalDate latest = end.latest();
    if (earliest != null && latest != null && latest.isBefore(earliest)) {
      throw fault(slash + 1, quoted() + " ends before it starts");
    }
    return new EdtfDate(text, start, end);
  }

  private void checkCharacters() throws EdtfException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 'Y' && text.matches("(.*/)?Y-?\\d.*")) {
        throw fault(i, quoted() + " is a year of more than four digits, which no newspaper has");
      }
      if (c == '-' && (i == 0 || text.charAt(i - 1) == '/')) {
        throw fault(i, quoted() + " is a year before the year 1, which no newspaper has");
      }
      if (c == 'T' && i > 0 && Character.isDigit(text.charAt(i - 1))) {
        throw fault(i, quoted() + " holds a time of day, which a date here cannot have");
      }
      if ("0123456789X~?%/.-".indexOf(c) < 0) {
        throw fault(i, quoted() + " holds " + name(i) + ", which no date in ISO form has");
      }
    }
  }

  private String name(int at) {
    int c = text.codePointAt(at);
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      return "a space";
    }
    return Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE
        ? String.format(Locale.ROOT, "the character U+%04X", c)
        : "\"" + Character.toString(c) + "\"";
  }

  private SimpleDate end(int from, int to) throws EdtfException {
    if (from == to) {
      return SimpleDate.UNKNOWN;
    }
    return text.substring(from, to).equals("..") ? SimpleDate.OPEN : simple(from, to);
  }

  private SimpleDate simple(int from, int to) throws EdtfException {
    boolean approximate = false;
    boolean uncertain = false;
    int last = to;
    char c = text.charAt(to - 1);
    if (c == '~' || c == '?' || c == '%') {
      approximate = c != '?';
      uncertain = c != '~';
      last--;
    }
    for (int i = from; i < last; i++) {
      char inner = text.charAt(i);
      if (inner == '~' || inner == '?' || inner == '%') {
        throw fault(
            i, quoted() + " has \"" + inner + "\" elsewhere than once at the end of a date");
      }
      if (inner == '.') {
        throw fault(i, quoted() + " has a dot, which only stands as \"..\" for an open end");
      }
    }
    return written(from, last, approximate, uncertain);
  }

  private SimpleDate written(int from, int to, boolean approximate, boolean uncertain)
      throws EdtfException {
    int yearEnd = partEnd(from, to);
    if (yearEnd - from != 4) {
      throw fault(from, quoted() + " does not start with a year of four digits");
    }
    String yearText = text.substring(from, yearEnd);
    String digits = yearText.replaceFirst("X{1,2}$", "");
    if (digits.indexOf('X') >= 0) {
      throw fault(
          from + yearText.indexOf('X'),
          quoted() + " leaves digits of the year open other than the last or the last two");
    }
    int year = Integer.parseInt((digits + "00").substring(0, 4));
    if (digits.length() < 4) {
      if (yearEnd != to) {
        throw fault(yearEnd, quoted() + " has a month although its year is not known");
      }
      Form form = digits.length() == 3 ? Form.DECADE : Form.CENTURY;
      return new SimpleDate(form, year, 0, 0, approximate, uncertain);
    }
    if (year == 0) {
      throw fault(from, quoted() + " is in the year 0, which no newspaper has");
    }
    if (yearEnd == to) {
      return new SimpleDate(Form.YEAR, year, 0, 0, approximate, uncertain);
    }
    int monthEnd = partEnd(yearEnd + 1, to);
    Integer month = twoDigits(yearEnd + 1, monthEnd, "month");
    if (month != null && !((month >= 1 && month <= 12) || (month >= 21 && month <= 24))) {
      throw fault(
          yearEnd + 1,
          quoted()
              + (" has month " + month)
              + ", but months run from 01 to 12 and seasons from 21 (spring) to 24 (winter)");
    }
    if (monthEnd == to) {
      Form form = month == null ? Form.UNKNOWN_MONTH : month > 12 ? Form.SEASON : Form.MONTH;
      return new SimpleDate(form, year, month == null ? 0 : month, 0, approximate, uncertain);
    }
    int dayEnd = partEnd(monthEnd + 1, to);
    Integer day = twoDigits(monthEnd + 1, dayEnd, "day");
    if (dayEnd != to) {
      throw fault(dayEnd, quoted() + " goes on after the day");
    }
    if (month == null) {
      if (day != null) {
        throw fault(monthEnd + 1, quoted() + " has a day although its month is not known");
      }
      return new SimpleDate(Form.UNKNOWN_MONTH_AND_DAY, year, 0, 0, approximate, uncertain);
    }
    if (month > 12) {
      throw fault(monthEnd, quoted() + " has a day in a season, which has none");
    }
    if (day == null) {
      return new SimpleDate(Form.UNKNOWN_DAY, year, month, 0, approximate, uncertain);
    }
    int length = YearMonth.of(year, month).lengthOfMonth();
    if (day < 1 || day > length) {
      String monthText = text.substring(from, monthEnd);
      throw new EdtfException(
          quoted() + " is no day, since " + monthText + " has " + length + " days",
          monthEnd + 1,
          "write " + monthText + " if the day is not certain");
    }
    return new SimpleDate(Form.DAY, year, month, day, approximate, uncertain);
  }

  private int partEnd(int from, int to) {
    int hyphen = text.indexOf('-', from);
    return hyphen < 0 || hyphen > to ? to : hyphen;
  }

  /** The number, or null for {@code XX}. */
  private @Nullable Integer twoDigits(int from, int to, String what) throws EdtfException {
    String part = text.substring(from, to);
    if (part.length() != 2) {
      throw fault(from, quoted() + " needs two digits for the " + what);
    }
    if (part.equals("XX")) {
      return null;
    }
    if (part.indexOf('X') >= 0) {
      throw fault(from, quoted() + " leaves one digit of the " + what + " open instead of both");
    }
    return Integer.valueOf(part);
  }

  private EdtfException fault(int index, String message) {
    return new EdtfException(message, index, null);
  }

  /** The text as a message can show it. */
  private String quoted() {
    StringBuilder shown = new StringBuilder("\"");
    text.codePoints()
        .map(
            c ->
                Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE
                    ? 0xFFFD
                    : c)
        .forEach(shown::appendCodePoint);
    return shown.append('"').toString();
  }
}
