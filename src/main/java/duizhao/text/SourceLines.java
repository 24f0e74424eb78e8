package duizhao.text;

import duizhao.diagnostic.Location;
import org.jspecify.annotations.Nullable;

/**
 * Turns the positions of parsers into those of the file: code points, from the file's first line.
 */
final class SourceLines {

  private final TextContext context;
  private final String[] lines;
  private final int[] @Nullable [] columns;

  /**
   * @param text as the parser saw it; what {@link EmphasisMarks} added does not count
   */
  SourceLines(TextContext context, String text) {
    this.context = context;
    this.lines = text.split("\n", -1);
    this.columns = new int[lines.length][];
  }

  /**
   * A place.
   *
   * @param line 0-based
   * @param column 0-based, in UTF-16 units
   * @param length in UTF-16 units
   */
  Location at(int line, int column, int length) {
    int known = Math.min(line, lines.length - 1);
    int[] counts = counts(known);
    int start = Math.min(column, counts.length - 1);
    int end = Math.min(start + length, counts.length - 1);
    return new Location(
        context.file(), context.firstLine() + line, 1 + counts[start], counts[end] - counts[start]);
  }

  /**
   * How many code points were typed before each column; kept, since whole files may be one line.
   */
  private int[] counts(int line) {
    int[] counts = columns[line];
    if (counts == null) {
      String text = lines[line];
      counts = new int[text.length() + 1];
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        boolean starts = !Character.isLowSurrogate(c) && !EmphasisMarks.isReserved(c);
        counts[i + 1] = counts[i] + (starts ? 1 : 0);
      }
      columns[line] = counts;
    }
    return counts;
  }

  String line(int line) {
    return lines[line];
  }

  int count() {
    return lines.length;
  }
}
