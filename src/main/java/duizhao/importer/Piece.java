package duizhao.importer;

/**
 * A run of characters of one line of a page that stays together: a line, or what is left of it when
 * a doubled passage is taken out.
 *
 * @param line 1-based
 * @param from where it starts in the line, in UTF-16 units, 0-based
 * @param text its characters as printed, without white space at either end
 * @param blanks how many empty lines stand before it
 * @param indented whether the line starts with white space
 * @param hint what the page's own markup says of it
 */
record Piece(int line, int from, String text, int blanks, boolean indented, Hint hint) {

  /** What the markup of a page says of a line; plain text says nothing. */
  enum Hint {
    NONE,
    HEADLINE,
    SUBHEADING,
    BYLINE,
    CAPTION,
    FURNITURE
  }

  int to() {
    return from + text.length();
  }

  /** How many characters it has that are not white space. */
  int size() {
    return (int) text.chars().filter(c -> !Signs.isSpace(c)).count();
  }

  /** A part of it, without white space at either end. */
  Piece sub(int begin, int end) {
    int a = begin;
    int b = end;
    while (a < b && Signs.isSpace(text.charAt(a))) {
      a++;
    }
    while (b > a && Signs.isSpace(text.charAt(b - 1))) {
      b--;
    }
    return new Piece(
        line,
        from + a,
        text.substring(a, b),
        begin == 0 ? blanks : 0,
        indented && begin == 0,
        hint);
  }
}
