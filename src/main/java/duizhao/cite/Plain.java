package duizhao.cite;

/** Text for formats in which a line is a line. */
final class Plain {

  private Plain() {}

  /** One line: white space folded, control characters dropped, lone surrogates replaced. */
  static String line(String text) {
    StringBuilder line = new StringBuilder(text.length());
    boolean blank = false;
    for (int c : text.codePoints().toArray()) {
      if (Character.isWhitespace(c) || c == 0x85) {
        blank = true;
      } else if (Character.getType(c) != Character.CONTROL) {
        line.append(blank && line.length() > 0 ? " " : "");
        line.appendCodePoint(Character.getType(c) == Character.SURROGATE ? 0xFFFD : c);
        blank = false;
      }
    }
    return line.toString();
  }
}
