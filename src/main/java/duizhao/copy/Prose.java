package duizhao.copy;

import duizhao.diagnostic.Location;
import java.util.Arrays;

/**
 * The words of one paragraph as they are typed, each character with its place in the file. A line
 * break is a line feed; code, pictures and the like are one {@code U+FFFC} each.
 */
public final class Prose {

  /** Stands for what is no prose. */
  static final char OTHER = '\uFFFC';

  private final Location start;
  private final boolean heading;
  private final StringBuilder text = new StringBuilder();
  private int[] lines = new int[64];
  private int[] columns = new int[64];

  /**
   * @param start where to complain when the place of a character is not known
   * @param heading whether this is a title, which may set clauses apart by spaces
   */
  public Prose(Location start, boolean heading) {
    this.start = start;
    this.heading = heading;
  }

  /**
   * Adds characters that stand side by side in the file.
   *
   * @param line 1-based
   * @param column of the first, 1-based, in code points; 0 where the file spells them otherwise
   */
  public void add(String typed, int line, int column) {
    int at = column;
    int c;
    for (int i = 0; i < typed.length(); i += Character.charCount(c)) {
      c = typed.codePointAt(i);
      for (int unit = 0; unit < Character.charCount(c); unit++) {
        add(typed.charAt(i + unit), line, at);
      }
      at += at == 0 ? 0 : 1;
    }
  }

  /** Adds something that is no prose. */
  public void addOther() {
    add(OTHER, 0, 0);
  }

  public void addLineBreak() {
    add('\n', 0, 0);
  }

  private void add(char c, int line, int column) {
    int i = text.length();
    if (i == lines.length) {
      lines = Arrays.copyOf(lines, 2 * i);
      columns = Arrays.copyOf(columns, 2 * i);
    }
    lines[i] = line;
    columns[i] = column;
    text.append(c);
  }

  boolean isHeading() {
    return heading;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /** The place of a piece; its length counts what stands on the line where it begins. */
  Location at(int from, int to) {
    int i = from;
    while (i < to - 1 && columns[i] == 0) {
      i++;
    }
    if (i >= text.length() || columns[i] == 0) {
      return start;
    }
    int last = i;
    while (last + 1 < to && lines[last + 1] == lines[i] && columns[last + 1] >= columns[last]) {
      last++;
    }
    return new Location(start.file(), lines[i], columns[i], columns[last] - columns[i] + 1);
  }

  /** Whether a piece stands in the file just so, without a break or markup within it. */
  boolean isWhole(int from, int to) {
    for (int i = from; i < to; i++) {
      boolean half = i > from && Character.isLowSurrogate(text.charAt(i));
      if (columns[i] == 0
          || i > from
              && (lines[i] != lines[from] || columns[i] - columns[i - 1] != (half ? 0 : 1))) {
        return false;
      }
    }
    return from < to;
  }
}
