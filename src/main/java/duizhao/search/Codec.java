package duizhao.search;

/**
 * Numbers as printable ASCII, so that shards are plain scripts which every host compresses. A
 * number is one or more symbols, least significant first: 31 symbols say that more follow, 62 end
 * it. Symbols are the characters from space to {@code ~} without {@code "} and {@code \}, which a
 * string in a script would have to escape. See {@code src/docs/search-index.md}.
 */
final class Codec {

  /** Symbols that end a number. */
  static final int LAST = 62;

  /** Symbols that say that more follow. */
  static final int MORE = 31;

  private Codec() {}

  /** Appends a number of at least 0. */
  static void number(int value, StringBuilder out) {
    int rest = value;
    while (rest >= LAST) {
      rest -= LAST;
      out.append(symbol(LAST + rest % MORE));
      rest /= MORE;
    }
    out.append(symbol(rest));
  }

  /** Appends a text with its length in UTF-16 units before it. */
  static void text(CharSequence text, StringBuilder out) {
    number(text.length(), out);
    out.append(text);
  }

  private static char symbol(int index) {
    int c = index + ' ';
    if (c >= '"') {
      c++;
    }
    if (c >= '\\') {
      c++;
    }
    return (char) c;
  }
}
