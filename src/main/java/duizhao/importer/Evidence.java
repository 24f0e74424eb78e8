package duizhao.importer;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a page was printed, as far as it says so itself.
 *
 * @param date EDTF; null where nothing speaks of it
 * @param page the number of the print page; null where it is not printed
 * @param basis the characters it rests on, or what the user said
 */
record Evidence(@Nullable String date, @Nullable Integer page, String basis, double confidence) {

  private static final Pattern FULL =
      Pattern.compile("((?:19|20)\\d\\d)[年\\-/.](\\d{1,2})[月\\-/.](\\d{1,2})日?");
  private static final Pattern YEAR =
      Pattern.compile("(?<!自|到|至|截至|于|力争|从)((?:19|20)\\d\\d)年(?!起|底前|前)");
  private static final Pattern DAY = Pattern.compile("(?<![\\d年])(\\d{1,2})月(\\d{1,2})日");
  private static final Pattern PAGE = Pattern.compile("(?:第|^)?0?(\\d{1,2})[\\s\u3000]*版");

  /** The date that the user gave, else what the margin of the page says, else the texts. */
  static Evidence of(@Nullable String given, List<Part> furniture, List<Section> reports) {
    Integer page = null;
    String printed = null;
    String basis = "";
    for (Part part : furniture) {
      Matcher date = FULL.matcher(part.text());
      if (printed == null && date.find()) {
        printed = edtf(date);
        basis = date.group();
      }
      Matcher number = PAGE.matcher(part.text());
      if (page == null && number.find() && Integer.parseInt(number.group(1)) > 0) {
        page = Integer.valueOf(number.group(1));
      }
    }
    if (given != null) {
      return new Evidence(given, page, "given with --date", 1);
    }
    if (printed != null) {
      return new Evidence(printed, page, basis + ", printed in the margin", 0.95);
    }
    int year = 0;
    String where = "";
    for (Section report : reports) {
      for (Part part : report.parts) {
        Matcher matcher = YEAR.matcher(part.text());
        while (matcher.find()) {
          if (Integer.parseInt(matcher.group(1)) > year) {
            year = Integer.parseInt(matcher.group(1));
            where = matcher.group() + " in line " + part.piece().line();
          }
        }
      }
    }
    return year == 0
        ? new Evidence(null, page, "no year is named on the page", 0)
        : new Evidence(year + "/..", page, where + " is the latest year that the page names", 0.4);
  }

  private static @Nullable String edtf(Matcher date) {
    int month = Integer.parseInt(date.group(2));
    int day = Integer.parseInt(date.group(3));
    boolean valid = month >= 1 && month <= 12 && day >= 1 && day <= 31;
    return valid ? date.group(1) + "-" + two(month) + "-" + two(day) : null;
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : String.valueOf(number);
  }

  /** The days that a text names without their year, as printed. */
  static List<String> days(String text) {
    return DAY.matcher(text).results().map(r -> r.group()).distinct().limit(6).toList();
  }
}
