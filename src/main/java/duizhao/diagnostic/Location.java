package duizhao.diagnostic;

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
    int files = file.equals(other.file) ? 0 : file.compareTo(other.file);
    int lines = files != 0 ? files : Integer.compare(line, other.line);
    int columns = lines != 0 ? lines : Integer.compare(column, other.column);
    return columns != 0 ? columns : Integer.compare(length, other.length);
  }

  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
