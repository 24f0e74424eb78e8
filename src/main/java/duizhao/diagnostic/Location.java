package duizhao.diagnostic;

import java.util.Comparator;

/**
 * A place in a source file.
 *
 * @param file path below the project root, with {@code /} between its parts
 * @param line 1-based
 * @param column 1-based, in Unicode code points
 * @param length how many code points are meant; 0 when unknown
 */
public record Location(String file, int line, int column, int length)
    implements Comparable<Location> {

  private static final Comparator<Location> ORDER =
      Comparator.comparing(Location::file)
          .thenComparingInt(Location::line)
          .thenComparingInt(Location::column)
          .thenComparingInt(Location::length);

  public Location {
    if (line < 1 || column < 1 || length < 0) {
      throw new IllegalArgumentException(file + ":" + line + ":" + column + "+" + length);
    }
  }

  /** The whole file, told as its first character. */
  public static Location of(String file) {
    return new Location(file, 1, 1, 0);
  }

  @Override
  public int compareTo(Location other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
