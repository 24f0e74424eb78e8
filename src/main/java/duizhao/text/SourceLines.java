package duizhao.text;

import duizhao.diagnostic.Location;

/**
 * Turns the positions of parsers into those of the file: code points, from the file's first line.
 */
final class SourceLines {

  private final TextContext context;
  private final String[] lines;

  /**
   * @param text as the parser saw it; what {@link EmphasisMarks} added does not count
   */
  SourceLines(TextContext context, String text) {
    this.context = context;
    this.lines = text.split("\n", -1);
  }

  /**
   * A place.
   *
   * @param line 0-based
   * @param column 0-based, in UTF-16 units
   * @param length in UTF-16 units
   */
  Location at(int line, int column, int length) {
    String text = lines[Math.min(line, lines.length - 1)];
    int start = Math.min(column, text.length());
    int end = Math.min(start + length, text.length());
    return new Location(
        context.file(),
        context.firstLine() + line,
        1 + count(text.substring(0, start)),
        count(text.substring(start, end)));
  }

  String line(int line) {
    return lines[line];
  }

  int count() {
    return lines.length;
  }

  private static int count(String text) {
    String written = EmphasisMarks.strip(text);
    return written.codePointCount(0, written.length());
  }
}
