package duizhao.cli;

/** How many columns of a terminal a text takes. */
final class Columns {

  private Columns() {}

  static int of(String text) {
    return text.codePoints()
        .map(c -> wide(c) ? 2 : Character.getType(c) == Character.NON_SPACING_MARK ? 0 : 1)
        .sum();
  }

  /** A text and as many spaces as it lacks. */
  static String pad(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - of(text)));
  }

  /** A text that takes no more columns than these; where it is cut it ends in an ellipsis. */
  static String cut(String text, int columns) {
    if (of(text) <= columns) {
      return text;
    }
    int end = text.length();
    while (end > 0 && of(text.substring(0, end)) > columns - 1) {
      end = text.offsetByCodePoints(end, -1);
    }
    return columns < 1 ? "" : text.substring(0, end) + "…";
  }

  /** East Asian Wide and Fullwidth, UAX 11, as far as Chinese text goes. */
  private static boolean wide(int c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0xA4CF)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE4F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x1F300 && c <= 0x1FAFF)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }
}
