package duizhao.importer;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of one page.
 *
 * @param name of the file, as it was typed
 * @param lines without their line breaks; a text, split by line feeds, is all of the page
 * @param marked whether markup may say what they are
 */
record PageText(String name, List<Line> lines, boolean marked) {

  /** A line, and what markup says of it. */
  record Line(String text, Piece.Hint hint) {}

  PageText {
    lines = List.copyOf(lines);
  }

  static PageText of(String name, String text) {
    List<Line> lines = new ArrayList<>();
    for (String line : text.split("\r\n|[\n\r\u0085\u2028\u2029]", -1)) {
      lines.add(new Line(line, Piece.Hint.NONE));
    }
    return new PageText(name, lines, false);
  }

  /**
   * The column of a character.
   *
   * @param line 1-based
   * @param offset in UTF-16 units, 0-based
   * @return 1-based, in code points
   */
  int column(int line, int offset) {
    String text = lines.get(line - 1).text();
    return text.codePointCount(0, Math.max(0, Math.min(offset, text.length()))) + 1;
  }

  /** A piece for every line that is not empty. */
  List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    int blanks = 0;
    for (int i = 0; i < lines.size(); i++) {
      String text = lines.get(i).text();
      Piece piece =
          new Piece(
                  i + 1,
                  0,
                  text,
                  blanks,
                  !text.isEmpty() && Signs.isSpace(text.charAt(0)),
                  lines.get(i).hint())
              .sub(0, text.length());
      if (piece.text().isEmpty()) {
        blanks++;
      } else {
        pieces.add(piece);
        blanks = 0;
      }
    }
    return pieces;
  }
}
