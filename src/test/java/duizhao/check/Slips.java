package duizhao.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the errors that translators make, one at a time, in every number of a text. */
final class Slips {

  /**
   * A text with one error.
   *
   * @param label magnitude, value, date, unit or hedge
   * @param change what was written for what
   */
  record Slip(String label, String text, String change) {}

  private static final Pattern FIGURES =
      Pattern.compile("(?<![A-Za-z0-9.,:/-])\\d+(?:,\\d{3})*(?:\\.\\d+)?(?![A-Za-z0-9]|[.,:]\\d)");

  private static final Map<String, String> ENGLISH =
      Map.ofEntries(
          Map.entry(" million", " billion"),
          Map.entry(" billion", " million"),
          Map.entry("two ", "seven "),
          Map.entry("three ", "eight "),
          Map.entry("four ", "six "),
          Map.entry("five ", "nine "),
          Map.entry("six ", "eight "),
          Map.entry("seven ", "six "),
          Map.entry("eight ", "five "),
          Map.entry("nine ", "four "),
          Map.entry("ten ", "twelve "),
          Map.entry("thousands", "hundreds"),
          Map.entry("per cent", "percentage points"),
          Map.entry("percentage points", "per cent"),
          Map.entry("more than ", ""),
          Map.entry("nearly ", ""),
          Map.entry("about ", ""),
          Map.entry("over ", ""));

  private static final Map<String, String> CHINESE =
      Map.of("万元", "亿元", "亿元", "万元", "万人", "人", "余名", "名", "多名", "名", "个百分点", "%");

  private Slips() {}

  static List<Slip> of(String text, boolean english) {
    List<Slip> slips = new ArrayList<>();
    Matcher figures = FIGURES.matcher(text);
    while (figures.find()) {
      figures(text, figures, slips);
    }
    for (Map.Entry<String, String> word : (english ? ENGLISH : CHINESE).entrySet()) {
      words(text, word.getKey(), word.getValue(), english, slips);
    }
    return slips;
  }

  private static void figures(String text, Matcher figures, List<Slip> slips) {
    String was = figures.group();
    boolean year = was.matches("1[89]\\d\\d|20\\d\\d");
    String grouped = was.contains(",") ? "," : "";
    BigDecimal value = new BigDecimal(was.replace(",", ""));
    if (year) {
      add(text, figures, plain(value.add(BigDecimal.ONE), ""), "date", slips);
      return;
    }
    boolean date =
        after(text, figures.end())
            .matches(
                "(?s) ?(?:[月日年]|January|February|March|April|May|June|July|August|September|October|November|December).*");
    if (!date && value.compareTo(BigDecimal.ONE) > 0) {
      add(text, figures, plain(value.movePointRight(1), grouped), "magnitude", slips);
      if (value.stripTrailingZeros().scale() < 0 || was.contains(".")) {
        add(text, figures, plain(value.movePointLeft(1), grouped), "magnitude", slips);
      }
    }
    String label = date ? "date" : "value";
    char last = was.charAt(was.length() - 1);
    char other = last == '9' ? '8' : (char) (last + 1);
    if (last != '0') {
      add(text, figures, was.substring(0, was.length() - 1) + other, label, slips);
    }
    for (int i = 0; i + 1 < was.length(); i++) {
      char a = was.charAt(i);
      char b = was.charAt(i + 1);
      boolean digits = Character.isDigit(a) && Character.isDigit(b);
      if (digits && a != b && !(i == 0 && b == '0') && !date) {
        String swapped = was.substring(0, i) + b + a + was.substring(i + 2);
        add(text, figures, swapped, "value", slips);
        break;
      }
    }
  }

  private static String after(String text, int end) {
    return text.substring(end, Math.min(text.length(), end + 12));
  }

  private static String plain(BigDecimal value, String separator) {
    String text = value.stripTrailingZeros().toPlainString();
    int point = text.indexOf('.');
    StringBuilder grouped = new StringBuilder(text);
    if (!separator.isEmpty() || text.length() > 4 && point < 0) {
      for (int i = (point < 0 ? text.length() : point) - 3; i > 0; i -= 3) {
        grouped.insert(i, separator);
      }
    }
    return grouped.toString();
  }

  private static void add(
      String text, Matcher figures, String now, String label, List<Slip> slips) {
    slips.add(
        new Slip(
            label,
            text.substring(0, figures.start()) + now + text.substring(figures.end()),
            figures.group() + " => " + now));
  }

  private static void words(
      String text, String word, String other, boolean english, List<Slip> slips) {
    int at = text.indexOf(word);
    while (at >= 0) {
      char before = at == 0 ? ' ' : text.charAt(at - 1);
      boolean whole =
          !english || word.startsWith(" ") || !Character.isLetter(before) && before != '-';
      boolean numbered =
          !other.isEmpty()
              || text.substring(at + word.length())
                  .matches("(?s)(?:\\d|twenty|thirty|half|one hundred|a hundred).*");
      if (whole && numbered) {
        String label =
            other.isEmpty() || word.startsWith("余") || word.startsWith("多")
                ? "hedge"
                : word.contains("per") || word.contains("点")
                    ? "unit"
                    : word.contains("illion")
                            || word.contains("万")
                            || word.contains("亿")
                            || word.startsWith("thousand")
                        ? "magnitude"
                        : "value";
        slips.add(
            new Slip(
                label,
                text.substring(0, at) + other + text.substring(at + word.length()),
                word + "=> " + other));
      }
      at = text.indexOf(word, at + 1);
    }
  }
}
