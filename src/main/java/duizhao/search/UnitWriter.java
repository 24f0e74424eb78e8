package duizhao.search;

import java.util.Arrays;

/**
 * Writes numbers and texts one after the other; {@link UnitReader} reads them. Numbers are
 * printable ASCII, so that shards are plain scripts which every host compresses. A number is one or
 * more symbols, least significant first: 31 symbols say that more follow, 62 end it. Symbols are
 * the characters from space to {@code ~} without {@code "} and {@code \}, which a string in a
 * script would have to escape. See {@code src/docs/search-index.md}.
 *
 * <p>What was written last can be taken back, so that one buffer serves many pieces.
 */
final class UnitWriter {

  /** Symbols that end a number. */
  static final int LAST = 62;

  /** Symbols that say that more follow. */
  static final int MORE = 31;

  /** Most bytes that {@link #json} takes for a UTF-16 unit. */
  static final int JSON_BYTES = 6;

  private static final char[] SYMBOLS = symbols();

  private char[] chars = new char[64];
  private int length;

  private static char[] symbols() {
    char[] symbols = new char[LAST + MORE];
    char next = ' ';
    for (int i = 0; i < symbols.length; i++, next++) {
      while (next == '"' || next == '\\') {
        next++;
      }
      symbols[i] = next;
    }
    return symbols;
  }

  /** Appends a number of at least 0. */
  void number(int value) {
    int rest = value;
    while (rest >= LAST) {
      rest -= LAST;
      append(SYMBOLS[LAST + rest % MORE]);
      rest /= MORE;
    }
    append(SYMBOLS[rest]);
  }

  /** Appends a text with its length in UTF-16 units before it. */
  void text(String text) {
    text(text, 0, text.length());
  }

  /** Appends a part of a text with its length before it. */
  void text(CharSequence text, int from, int to) {
    number(to - from);
    ensure(to - from);
    for (int i = from; i < to; i++) {
      chars[length++] = text.charAt(i);
    }
  }

  void append(char c) {
    if (length == chars.length) {
      ensure(1);
    }
    chars[length++] = c;
  }

  /** Appends what another one holds from an index on, up to another. */
  void append(UnitWriter other, int from, int to) {
    ensure(to - from);
    System.arraycopy(other.chars, from, chars, length, to - from);
    length += to - from;
  }

  private void ensure(int more) {
    if (length + more > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(2 * chars.length, length + more));
    }
  }

  /** Takes back what was written from an index on. */
  void truncate(int end) {
    length = end;
  }

  int length() {
    return length;
  }

  /**
   * Writes all of it as the inside of a string in a script: JSON in UTF-8. Surrogates are escaped,
   * for the two of a pair may stand apart.
   *
   * @param out has room for {@link #JSON_BYTES} times as many bytes behind {@code at}
   * @return index after the last byte
   */
  int json(byte[] out, int at) {
    int next = at;
    for (int i = 0; i < length; i++) {
      char c = chars[i];
      if (c < 0x80 && c >= ' ') {
        if (c == '"' || c == '\\') {
          out[next++] = '\\';
        }
        out[next++] = (byte) c;
      } else if (c == '\n') {
        out[next++] = '\\';
        out[next++] = 'n';
      } else if (c < ' ' || Character.isSurrogate(c)) {
        out[next++] = '\\';
        out[next++] = 'u';
        for (int shift = 12; shift >= 0; shift -= 4) {
          out[next++] = (byte) Character.forDigit(c >> shift & 0xf, 16);
        }
      } else {
        if (c < 0x800) {
          out[next++] = (byte) (0xc0 | c >> 6);
        } else {
          out[next++] = (byte) (0xe0 | c >> 12);
          out[next++] = (byte) (0x80 | c >> 6 & 0x3f);
        }
        out[next++] = (byte) (0x80 | c & 0x3f);
      }
    }
    return next;
  }

  @Override
  public String toString() {
    return new String(chars, 0, length);
  }
}
