package duizhao.cite;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the styles of English-speaking publishers share. */
final class English {

  /** What stays small within a title: articles, conjunctions, and the short prepositions. */
  private static final Set<String> SMALL =
      Set.of(
          "a", "an", "and", "as", "at", "but", "by", "down", "for", "from", "in", "into", "nor",
          "of", "off", "on", "onto", "or", "out", "over", "so", "the", "till", "to", "up", "upon",
          "via", "with", "yet");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}’']*");

  private English() {}

  /** The language of the title, where that is not the language of the style. */
  static @Nullable String tag(Work work) {
    return Work.isEnglish(work.language()) ? null : work.language().tag();
  }

  /**
   * A title in headline style (Chicago 17th ed., 8.159; MLA 9th ed., 2.90), if it is in English.
   * Words that have a capital or begin with a digit stay as they are.
   */
  static String headline(Work work) {
    String title = work.title();
    if (!Work.isEnglish(work.language())) {
      return title;
    }
    StringBuilder headline = new StringBuilder();
    Matcher word = WORD.matcher(title);
    int end = lastLetter(title);
    int from = 0;
    while (word.find()) {
      String before = title.substring(from, word.start());
      boolean first = from == 0 || before.chars().anyMatch(c -> ":?!—".indexOf(c) >= 0);
      boolean last = word.end() == end;
      boolean joined = before.equals("-") || title.startsWith("-", word.end());
      String text = word.group();
      boolean small = SMALL.contains(text) && !first && !last && !joined;
      boolean kept = small || text.chars().anyMatch(Character::isUpperCase);
      headline.append(before);
      headline.append(kept ? text.charAt(0) : Character.toUpperCase(text.charAt(0)));
      headline.append(text, 1, text.length());
      from = word.end();
    }
    return headline.append(title.substring(from)).toString();
  }

  /** Where the title's last letter or digit ends. */
  private static int lastLetter(String title) {
    int end = title.length();
    while (end > 0 && !Character.isLetterOrDigit(title.codePointBefore(end))) {
      end -= Character.charCount(title.codePointBefore(end));
    }
    return end;
  }

  /** A title to stand between double quotes: its own become single. */
  static String inner(String title) {
    return title
        .replace('“', '‘')
        .replace('”', '’')
        .replaceAll("\"([^\"]*)\"", "‘$1’")
        .replace('"', '’');
  }

  static boolean ends(String title) {
    String bare = title.replaceFirst("[”’]+$", "");
    return !bare.isEmpty() && ".!?。！？".indexOf(bare.charAt(bare.length() - 1)) >= 0;
  }

  /** {@code November 18, 2020}. */
  static String monthFirst(CitedDate.Part part) {
    String month = part.monthInWords();
    String before = month.isEmpty() ? "" : month + " ";
    return part.day() == 0
        ? before + part.yearInWords()
        : before + part.day() + ", " + part.yearInWords();
  }
}
