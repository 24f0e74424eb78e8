package duizhao.text;

import java.text.Normalizer;

/** Placeholder. */
public final class SearchFold {
  private SearchFold() {}

  public static boolean isHan(int c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }

  public static String fold(String text) {
    StringBuilder out = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKD)
        .codePoints()
        .forEach(
            c -> {
              if (c == '\'' || c == '’' || (c >= 0x300 && c <= 0x36f)) {
                return;
              }
              if (Character.isLetterOrDigit(c)) {
                out.appendCodePoint(Character.toLowerCase(c));
              } else if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
              }
            });
    return out.toString().strip();
  }
}
