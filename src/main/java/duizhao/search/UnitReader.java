package duizhao.search;

/** Reads the numbers and texts that {@link UnitWriter} writes. */
final class UnitReader {

  private final String text;
  private int at;

  UnitReader(String text) {
    this.text = text;
  }

  /** A piece of the index is not as {@link UnitWriter} writes it. */
  static final class DamagedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  boolean ended() {
    return at >= text.length();
  }

  /** A number of at least 0. */
  int number() {
    long value = 0;
    for (long unit = 1; ; unit *= UnitWriter.MORE) {
      int c = character();
      if (c < ' ' || c > '~' || unit > Integer.MAX_VALUE) {
        throw new DamagedException();
      }
      if (c > '\\') {
        c--;
      }
      if (c > '"') {
        c--;
      }
      c -= ' ';
      value += c * unit;
      if (value > Integer.MAX_VALUE) {
        throw new DamagedException();
      }
      if (c < UnitWriter.LAST) {
        return (int) value;
      }
    }
  }

  /** A text with its length before it. */
  String text() {
    int length = number();
    if (length > text.length() - at) {
      throw new DamagedException();
    }
    at += length;
    return text.substring(at - length, at);
  }

  char character() {
    if (ended()) {
      throw new DamagedException();
    }
    return text.charAt(at++);
  }
}
