package duizhao.edtf;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Guesses the EDTF form of a date that people write otherwise. */
final class Suggestion {

  /** The hint where nothing can be guessed. */
  static final String FORMS =
      "write a date like 2020, 2020-11, 2020-11-18, 2020-11-18~ (approximate), 2020-11? (uncertain)"
          + " or 2020-11-10/2020-11-20";

  private static final int MAX_LENGTH = 64;
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final List<String> SEASONS = List.of("spring", "summer", "autumn", "winter");
  private static final String CHINESE_SEASONS = "春夏秋冬";

  private static final Pattern ABOUT =
      Pattern.compile("(?:circa|ca?\\.?|about|around|approximately|大?约) ?(.+)|(.+?)(?:前后|左右)");
  private static final Pattern QUALIFIED = Pattern.compile("([~?%]?)([^~?%]+)([~?%]{0,2})(.*)");
  private static final Pattern BETWEEN = Pattern.compile("(.+?) ?(?:/| - | to |[–—至到]|~) ?(.+)");

  private static final List<Form> WAYS =
      List.of(
          new Form("([12]\\d{3})(\\d{2})(\\d{2})", Suggestion::numbers),
          new Form("(\\d{4}) ?[-. ] ?(\\d{1,2}) ?[-. ] ?(\\d{1,2})", Suggestion::numbers),
          new Form("(\\d{4})/(\\d{1,2})/(\\d{1,2})", Suggestion::numbers),
          new Form("(\\d{4}) ?年 ?(\\d{1,2}) ?月 ?(\\d{1,2}) ?[日号]?", Suggestion::numbers),
          new Form("(\\d{4}) ?[-/.年] ?(\\d{1,2})月?", Suggestion::numbers),
          new Form("(\\d{4})年?", Suggestion::numbers),
          new Form("(\\d{4})-?(\\d{2})-?(\\d{2})[t ]\\d.*", Suggestion::numbers),
          new Form("(?:the )?(\\d{3})(?:0'?s|0年代|x)", m -> m.group(1) + "X"),
          new Form("(\\d{2})xx", m -> m.group(1) + "XX"),
          new Form("(\\d{4})年?-?(\\d{2})?-?x{1,2}(?:-x{1,2})?", Suggestion::unknown),
          new Form("(\\d{4})-(\\d{2})-\\dx", m -> m.group(1) + "-" + m.group(2) + "-XX"),
          new Form("(\\d{4})-\\dx", m -> m.group(1) + "-XX"),
          new Form("(\\d{4})年?([春夏秋冬])[天季]?", Suggestion::chineseSeason),
          new Form("(spring|summer|autumn|fall|winter),? (?:of )?(\\d{4})", Suggestion::season),
          new Form(
              "(\\d{1,2})(?:st|nd|rd|th)?[- ]([a-z]{3,9})\\.?,?[- ](\\d{4})",
              m -> named(m.group(3), m.group(2), m.group(1))),
          new Form(
              "([a-z]{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})",
              m -> named(m.group(3), m.group(1), m.group(2))),
          new Form("([a-z]{3,9})\\.?,? (\\d{4})", m -> named(m.group(2), m.group(1), null)));

  private Suggestion() {}

  /** A way of writing dates and its translation, which is null or no date where it does not fit. */
  private record Form(Pattern pattern, Translation translation) {
    Form(String regex, Translation translation) {
      this(Pattern.compile(regex), translation);
    }
  }

  @FunctionalInterface
  private interface Translation {
    @Nullable String of(MatchResult match);
  }

  /** A valid EDTF text, or null when nothing can be guessed. */
  static @Nullable String instead(String text) {
    if (text.length() > MAX_LENGTH) {
      return null;
    }
    String folded =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[\\s\\p{Z}\\p{Cc}]+", " ")
            .strip();
    if (folded.length() > MAX_LENGTH) {
      return null;
    }
    String single = single(folded);
    if (single != null) {
      return single;
    }
    Matcher interval = BETWEEN.matcher(folded);
    if (!interval.matches()) {
      return null;
    }
    String start = single(interval.group(1));
    if (start == null) {
      return null;
    }
    String written = interval.group(2).replaceFirst("[日号月年]$", "");
    // "2020-11-10/20" leaves out what both ends share.
    if (written.matches("\\d{1,2}") && start.matches("\\d{4}(-\\d{2}){1,2}")) {
      written = start.substring(0, start.lastIndexOf('-') + 1) + written;
    } else if (written.matches("\\d{1,2}[-月]\\d{1,2}") && start.length() == 10) {
      written = start.substring(0, 5) + written.replace('月', '-');
    }
    String end = single(written);
    return end == null ? null : valid(start + "/" + end);
  }

  private static @Nullable String single(String folded) {
    Matcher about = ABOUT.matcher(folded);
    if (about.matches()) {
      String date = plain(about.group(1) == null ? about.group(2) : about.group(1));
      return date == null ? null : valid(date + "~");
    }
    Matcher qualified = QUALIFIED.matcher(folded);
    if (!qualified.matches()) {
      return null;
    }
    String marks = qualified.group(1) + qualified.group(3);
    String date = plain(qualified.group(2) + qualified.group(4));
    if (date == null) {
      return null;
    }
    return valid(date + (marks.length() > 1 ? "%" : marks));
  }

  private static @Nullable String plain(String folded) {
    for (Form way : WAYS) {
      Matcher matcher = way.pattern().matcher(folded);
      if (matcher.matches()) {
        String date = way.translation().of(matcher.toMatchResult());
        if (date != null && valid(date) != null) {
          return date;
        }
      }
    }
    return null;
  }

  private static @Nullable String valid(String text) {
    try {
      return EdtfParser.parse(text).text();
    } catch (EdtfException e) {
      return null;
    }
  }

  private static String numbers(MatchResult match) {
    StringBuilder date = new StringBuilder(match.group(1));
    for (int i = 2; i <= match.groupCount(); i++) {
      date.append('-').append(padded(match.group(i)));
    }
    return date.toString();
  }

  private static String padded(String number) {
    return number.length() == 1 ? "0" + number : number;
  }

  private static String unknown(MatchResult match) {
    String month = match.group(2);
    return month == null ? match.group(1) + "-XX" : match.group(1) + "-" + month + "-XX";
  }

  private static String chineseSeason(MatchResult match) {
    return match.group(1) + "-2" + (CHINESE_SEASONS.indexOf(match.group(2)) + 1);
  }

  private static String season(MatchResult match) {
    int season = SEASONS.indexOf(match.group(1).replace("fall", "autumn"));
    return match.group(2) + "-2" + (season + 1);
  }

  private static @Nullable String named(String year, String month, @Nullable String day) {
    int number = MONTHS.indexOf(month.substring(0, 3)) + 1;
    if (number == 0) {
      return null;
    }
    String date = year + "-" + padded(Integer.toString(number));
    return day == null ? date : date + "-" + padded(day);
  }
}
