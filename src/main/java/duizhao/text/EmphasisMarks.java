package duizhao.text;

import duizhao.model.Html;

/**
 * Makes {@code *} work next to Chinese punctuation. CommonMark 0.31 (section 6.2) lets a run of
 * {@code *} open or close emphasis by the punctuation and spaces around it, and Chinese has no
 * spaces. A private-use character between the run and the punctuation counts as a letter there; the
 * writer leaves it out.
 */
final class EmphasisMarks {

  private static final char LETTER = '\uE000';

  private EmphasisMarks() {}

  /** Whether a character has a meaning inside the program, so that no text may hold it. */
  static boolean isReserved(int c) {
    return c == LETTER || c == Html.LINK_START || c == Html.LINK_END;
  }

  /** The text with line feeds alone and without reserved characters. */
  static String normalise(String source) {
    if (source.chars().noneMatch(c -> c == '\r' || isReserved(c))) {
      return source;
    }
    StringBuilder text = new StringBuilder(source.length());
    source
        .replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .filter(c -> !isReserved(c))
        .forEach(text::appendCodePoint);
    return text.toString();
  }

  /** The text with a letter on each side of a run where Chinese would otherwise break emphasis. */
  static String support(String text) {
    if (text.indexOf('*') < 0) {
      return text;
    }
    StringBuilder supported = new StringBuilder(text.length() + 64);
    int i = 0;
    while (i < text.length()) {
      if (text.charAt(i) != '*') {
        supported.append(text.charAt(i++));
        continue;
      }
      int end = i;
      while (end < text.length() && text.charAt(end) == '*') {
        end++;
      }
      int before = i == 0 ? '\n' : text.codePointBefore(i);
      int after = end == text.length() ? '\n' : text.codePointAt(end);
      boolean chinese =
          Cjk.is(before)
              || Cjk.is(after)
              || (Cjk.isShared(before) && i > 1 && Cjk.is(text.codePointBefore(i - 1)))
              || (Cjk.isShared(after)
                  && end + 1 < text.length()
                  && Cjk.is(text.codePointAt(end + 1)));
      if (chinese && before != '\\' && isPunctuation(before)) {
        supported.append(LETTER);
      }
      supported.append(text, i, end);
      if (chinese && isPunctuation(after)) {
        supported.append(LETTER);
      }
      i = end;
    }
    return supported.toString();
  }

  /** Punctuation and symbols in the sense of CommonMark. */
  private static boolean isPunctuation(int c) {
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_SYMBOL ->
          true;
      default -> false;
    };
  }

  /** The text as its author wrote it. */
  static String strip(String supported) {
    return supported.indexOf(LETTER) < 0
        ? supported
        : supported.replace(String.valueOf(LETTER), "");
  }
}
