package duizhao.edtf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Prints dates in one language, by patterns that a theme gives. Placeholders stand in braces; all
 * numbers print without leading zeros.
 *
 * <ul>
 *   <li>{@code date-day}: {year} {month} {day}; {@code date-month}: {year} {month}; {@code
 *       date-year}: {year}; {@code date-season}: {year} {season}; {@code date-decade}: {decade},
 *       its first year
 *   <li>{@code date-month-unknown}, {@code date-day-unknown}, {@code date-month-day-unknown},
 *       {@code date-approximate}, {@code date-uncertain}: {date}, in words
 *   <li>{@code date-range}: {start} {end}, in words; {@code date-range-years}: two years
 *   <li>{@code date-range-months}, in one year: {year}, and {start} {end}, two months or seasons
 *   <li>{@code date-range-days}, in one month: {year} {month}, and {start} {end}, two days
 *   <li>{@code date-range-dates}, in one year: {year}, and {start} {end}, each by {@code
 *       date-day-in-year}: {month} {day}
 *   <li>{@code date-from}, {@code date-end-unknown}: {start}; {@code date-until}, {@code
 *       date-start-unknown}: {end}, in words
 *   <li>{@code month-1} to {@code month-12}, {@code season-21} (spring) to {@code season-24}: names
 *   <li>{@code century-17} to {@code century-21}, for as long as there have been newspapers: names;
 *       other centuries print as a range of years
 * </ul>
 */
public final class EdtfWording {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");
  private static final int FIRST_CENTURY = 17;
  private static final int LAST_CENTURY = 21;
  private static final List<String> KEYS = allKeys();

  private final Map<String, String> patterns = new LinkedHashMap<>();

  /**
   * Takes the patterns of one language.
   *
   * @param patterns gives the pattern of each of {@link #keys}
   * @throws IllegalArgumentException naming the first key that has no pattern
   */
  public EdtfWording(Function<String, @Nullable String> patterns) {
    for (String key : KEYS) {
      String pattern = patterns.apply(key);
      if (pattern == null) {
        throw new IllegalArgumentException("no pattern for " + key);
      }
      this.patterns.put(key, pattern);
    }
  }

  /** Every key that needs a pattern. */
  public static List<String> keys() {
    return KEYS;
  }

  private static List<String> allKeys() {
    List<String> keys =
        new ArrayList<>(
            List.of(
                "date-day",
                "date-month",
                "date-year",
                "date-season",
                "date-decade",
                "date-month-unknown",
                "date-day-unknown",
                "date-month-day-unknown",
                "date-approximate",
                "date-uncertain",
                "date-range",
                "date-range-days",
                "date-range-dates",
                "date-day-in-year",
                "date-range-months",
                "date-range-years",
                "date-from",
                "date-until",
                "date-end-unknown",
                "date-start-unknown"));
    for (int month = 1; month <= 12; month++) {
      keys.add("month-" + month);
    }
    for (int season = 21; season <= 24; season++) {
      keys.add("season-" + season);
    }
    for (int century = FIRST_CENTURY; century <= LAST_CENTURY; century++) {
      keys.add("century-" + century);
    }
    return List.copyOf(keys);
  }

  /** The date in words, as plain text. */
  public String print(EdtfDate date) {
    SimpleDate start = date.start();
    SimpleDate end = date.end();
    if (end == null || start.equals(end)) {
      return words(start);
    }
    return switch (start.form()) {
      case OPEN -> fill("date-until", "end", words(end));
      case UNKNOWN -> fill("date-start-unknown", "end", words(end));
      default ->
          switch (end.form()) {
            case OPEN -> fill("date-from", "start", words(start));
            case UNKNOWN -> fill("date-end-unknown", "start", words(start));
            default -> range(start, end);
          };
    };
  }

  /** Says what both ends share only once, unless a qualifier belongs to one end alone. */
  private String range(SimpleDate start, SimpleDate end) {
    boolean alike = start.form() == end.form() && start.certain() && end.certain();
    boolean sameYear = start.year() == end.year();
    if (alike && sameYear) {
      switch (start.form()) {
        case DAY -> {
          return start.month() == end.month()
              ? fill(
                  "date-range-days",
                  "year",
                  start.year(),
                  "month",
                  month(start),
                  "start",
                  start.day(),
                  "end",
                  end.day())
              : fill(
                  "date-range-dates",
                  "year",
                  start.year(),
                  "start",
                  fill("date-day-in-year", "month", month(start), "day", start.day()),
                  "end",
                  fill("date-day-in-year", "month", month(end), "day", end.day()));
        }
        case MONTH, SEASON -> {
          return fill(
              "date-range-months",
              "year",
              start.year(),
              "start",
              start.month() > 12 ? season(start) : month(start),
              "end",
              start.month() > 12 ? season(end) : month(end));
        }
        default -> {}
      }
    }
    return alike && start.form() == SimpleDate.Form.YEAR
        ? years(start.year(), end.year())
        : fill("date-range", "start", words(start), "end", words(end));
  }

  private String words(SimpleDate date) {
    String words = known(date);
    if (date.approximate()) {
      words = fill("date-approximate", "date", words);
    }
    words =
        switch (date.form()) {
          case UNKNOWN_MONTH -> fill("date-month-unknown", "date", words);
          case UNKNOWN_DAY -> fill("date-day-unknown", "date", words);
          case UNKNOWN_MONTH_AND_DAY -> fill("date-month-day-unknown", "date", words);
          default -> words;
        };
    return date.uncertain() ? fill("date-uncertain", "date", words) : words;
  }

  private String known(SimpleDate date) {
    return switch (date.form()) {
      case CENTURY -> century(date);
      case DECADE -> fill("date-decade", "decade", date.year());
      case YEAR, UNKNOWN_MONTH, UNKNOWN_MONTH_AND_DAY -> fill("date-year", "year", date.year());
      case SEASON -> fill("date-season", "year", date.year(), "season", season(date));
      case MONTH, UNKNOWN_DAY -> fill("date-month", "year", date.year(), "month", month(date));
      case DAY -> fill("date-day", "year", date.year(), "month", month(date), "day", date.day());
      case OPEN, UNKNOWN -> throw new IllegalArgumentException(date.toString());
    };
  }

  private String century(SimpleDate date) {
    int century = date.year() / 100 + 1;
    return century >= FIRST_CENTURY && century <= LAST_CENTURY
        ? fill("century-" + century)
        : years(Math.max(1, date.year()), date.year() + 99);
  }

  private String years(int start, int end) {
    return fill("date-range-years", "start", start, "end", end);
  }

  private String month(SimpleDate date) {
    return fill("month-" + date.month());
  }

  private String season(SimpleDate date) {
    return fill("season-" + date.month());
  }

  /**
   * Fills a pattern.
   *
   * @param namesAndValues placeholders, each followed by what takes its place
   */
  private String fill(String key, Object... namesAndValues) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i].toString(), namesAndValues[i + 1].toString());
    }
    String pattern = patterns.getOrDefault(key, "");
    return PLACEHOLDER
        .matcher(pattern)
        .replaceAll(m -> Matcher.quoteReplacement(values.getOrDefault(m.group(1), m.group())));
  }
}
