package duizhao.copy;

/** What a text holds that a rule may have to look at, seen in one pass over it. */
final class Traits {

  static final int LATIN = 1;
  static final int HAN = 1 << 1;

  /** One of {@code ,.;:?!}. */
  static final int HALF_MARK = 1 << 2;

  /** One of {@code ，。、；：}. */
  static final int FULL_MARK = 1 << 3;

  /** A bracket or a quotation mark that has another half. */
  static final int PAIRED = 1 << 4;

  /** A full-width letter or figure, or a mark between these. */
  static final int WIDE = 1 << 5;

  static final int SPACE = 1 << 6;
  private static final int HYPHEN = 1 << 7;

  /** Two marks side by side. */
  static final int MARKS = 1 << 8;

  /** A space before another space or a mark, or on the inner side of marks that come in pairs. */
  static final int SPACED = 1 << 9;

  /** A figure after a hyphen. */
  static final int HYPHENED = 1 << 10;

  /** A character of those that East Asian text is set in. */
  static final int EASTERN = 1 << 11;

  /** Two hyphens side by side. */
  static final int HYPHENS = 1 << 12;

  /** A letter or an opening quotation mark just behind a mark, or the latter behind a letter. */
  static final int TIGHT = 1 << 13;

  static final char FIRST_EASTERN = '\u3000';

  /** By character: what it is by itself. */
  private static final byte[] KINDS = new byte[Character.MAX_VALUE + 1];

  static {
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      KINDS[c] = (byte) (Marks.isHan(c) ? HAN : 0);
    }
    range('a', 'z', LATIN);
    range('０', 'ｚ', WIDE);
    each(",.;:?!", HALF_MARK);
    each("，。、；：", FULL_MARK);
    each(Marks.OPENING + Marks.CLOSING, PAIRED);
    each(" \u3000", SPACE);
    each("-", HYPHEN);
  }

  private Traits() {}

  private static void range(char from, char to, int kind) {
    for (char c = from; c <= to; c++) {
      KINDS[c] |= (byte) kind;
    }
  }

  private static void each(String characters, int kind) {
    characters.chars().forEach(c -> KINDS[c] |= (byte) kind);
  }

  static boolean isPaired(char c) {
    return (KINDS[c] & PAIRED) != 0;
  }

  static int of(String text) {
    int traits = 0;
    int last = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int kind = KINDS[c];
      traits |= kind;
      if ((last & (SPACE | HYPHEN | HALF_MARK | FULL_MARK)) != 0) {
        if ((last & kind & (HALF_MARK | FULL_MARK)) != 0) {
          traits |= MARKS;
        } else if ((last & SPACE) != 0 && (kind & (SPACE | HALF_MARK | PAIRED)) != 0) {
          traits |= SPACED;
        } else if ((last & HYPHEN) != 0 && Marks.isDigit(c)) {
          traits |= HYPHENED;
        } else if ((last & kind & HYPHEN) != 0) {
          traits |= HYPHENS;
        } else if ((last & HALF_MARK) != 0 && Marks.isLatin(c)) {
          traits |= TIGHT;
        }
      }
      if ((last & PAIRED) != 0 && (kind & SPACE) != 0) {
        traits |= SPACED;
      }
      if ((c == '“' || c == '‘') && (last & (LATIN | HALF_MARK)) != 0) {
        traits |= TIGHT;
      }
      if (c >= FIRST_EASTERN) {
        traits |= EASTERN;
      }
      last = kind;
    }
    return traits;
  }
}
