package duizhao.cite;

import org.jspecify.annotations.Nullable;

/** What the styles of English-speaking publishers share. */
final class English {

  private English() {}

  /** The language of the title, where that is not the language of the style. */
  static @Nullable String tag(Work work) {
    return Work.isEnglish(work.language()) ? null : work.language().tag();
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
