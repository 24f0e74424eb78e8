package duizhao.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text as search compares it: the index is built from folded text, and a query is folded before it
 * is looked up. {@code client/terms.js} does the same in the browser.
 *
 * <p>Each code point for itself is brought to NFKD (Unicode Standard Annex 15) and lower case;
 * diacritics and what is invisible are left out, traditional and variant Chinese characters become
 * simplified ones, and letters and digits stay. Apostrophes are left out ({@code Xi'an}, {@code
 * workers'}), except after a Chinese character, where they are quotation marks. All else separates:
 * a run of it becomes one space, or nothing at either end.
 *
 * <p>What a letter is goes by Unicode 13 in every Java and every browser. Characters that it does
 * not assign are kept or not, but always alike, and never changed.
 */
public final class SearchFold {

  private static final BitSet WORD = FoldRanges.of("word");
  private static final BitSet MAPPED = FoldRanges.of("mapped");
  private static final BitSet IGNORED = FoldRanges.of("ignored");
  private static final BitSet HAN = FoldRanges.of("han");
  private static final String TABLE = FoldRanges.lines("han.txt").get(0);
  private static final char[] SIMPLIFIED = simplified();
  private static final String APOSTROPHES = "'`´ʻʼ‘’‛";

  /**
   * For most UTF-16 units, which are looked at no further: the letter or digit that one becomes, or
   * {@link #SEPARATOR}; 0 for the others.
   */
  private static final char[] SIMPLE = simple();

  private static final char SEPARATOR = 1;

  /** From a character of ASCII to its form as wide as a Chinese one. */
  private static final int FULL_WIDTH = 0xfee0;

  private static final @Nullable String[] DECOMPOSED = new String[Character.MAX_VALUE + 1];

  private final String original;
  private char[] folded;
  private int length;

  /** Of each folded unit; empty where nobody asks. */
  private int[] offsets;

  /** Where the separators or apostrophes began that follow the last letter, or -1. */
  private int gapAt = -1;

  private boolean isGap;
  private int last;

  private SearchFold(String original, boolean offsets) {
    this.original = original;
    this.folded = new char[original.length() + 1];
    this.offsets = new int[offsets ? folded.length : 0];
  }

  /**
   * Folded text.
   *
   * @param offsets for each UTF-16 unit of the text the index in the original of the character that
   *     it comes from (of a space: where the separators begin), and one more: where the last
   *     character ends. They never fall. One character may give several letters, as ㈱ does, which
   *     then share their offset
   */
  @SuppressWarnings("ArrayRecordComponent") // one for each folded text: a list would cost too much
  public record Folded(String text, int[] offsets) {}

  public static String fold(String text) {
    return new SearchFold(text, false).read();
  }

  public static Folded foldWithOffsets(String text) {
    return new SearchFold(text, true).run();
  }

  /** Whether a code point is of the script Han. */
  public static boolean isHan(int codePoint) {
    return HAN.get(codePoint);
  }

  /** Cuts folded text into runs of Chinese characters and words of other letters, in order. */
  public static List<String> words(String folded) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < folded.length(); ) {
      int c = folded.codePointAt(i);
      int next = i + Character.charCount(c);
      if (c == ' ') {
        start = next;
      } else if (next == folded.length()
          || folded.charAt(next) == ' '
          || isHan(c) != isHan(folded.codePointAt(next))) {
        words.add(folded.substring(start, next));
        start = next;
      }
      i = next;
    }
    return words;
  }

  /** The traditional and variant characters, each followed by its simplified one: 職职裏里. */
  public static String table() {
    return TABLE;
  }

  private static char[] simplified() {
    char[] simplified = new char[Character.MAX_VALUE + 1];
    for (int c = 0; c < simplified.length; c++) {
      simplified[c] = (char) c;
    }
    for (int i = 0; i < TABLE.length(); i += 2) {
      simplified[TABLE.charAt(i)] = TABLE.charAt(i + 1);
    }
    return simplified;
  }

  private static char[] simple() {
    char[] simple = new char[Character.MAX_VALUE + 1];
    for (char c = 0; c < Character.MIN_SURROGATE; c++) {
      if (!MAPPED.get(c)) {
        simple[c] = simple(c);
      }
    }
    for (char c = 'A'; c <= 'Z'; c++) {
      simple[c] = Character.toLowerCase(c);
    }
    // Chinese punctuation is most of what else is mapped.
    for (char c = '!'; c <= '~'; c++) {
      simple[c + FULL_WIDTH] = simple[c];
    }
    return simple;
  }

  private static char simple(char c) {
    char letter = SIMPLIFIED[c];
    if (IGNORED.get(letter) || APOSTROPHES.indexOf(letter) >= 0) {
      return 0;
    }
    return WORD.get(letter) ? letter : SEPARATOR;
  }

  private Folded run() {
    String text = read();
    offsets[length] = gapAt < 0 ? original.length() : gapAt;
    return new Folded(text, Arrays.copyOf(offsets, length + 1));
  }

  private String read() {
    for (int i = 0; i < original.length(); i++) {
      char simple = SIMPLE[original.charAt(i)];
      if (simple > SEPARATOR) {
        addLetter(simple, i);
      } else if (simple == SEPARATOR) {
        addGap(i, true);
      } else {
        int c = original.codePointAt(i);
        if (MAPPED.get(c)) {
          addMapped(c, i);
        } else {
          add(c, i);
        }
        i += Character.charCount(c) - 1;
      }
    }
    return new String(folded, 0, length);
  }

  private void addMapped(int c, int at) {
    String mapped = decomposed(c);
    int part;
    for (int i = 0; i < mapped.length(); i += Character.charCount(part)) {
      part = mapped.codePointAt(i);
      add(Character.toLowerCase(part), at);
    }
  }

  /** The same few characters come again and again: each is looked up once. */
  private static String decomposed(int c) {
    String known = c < DECOMPOSED.length ? DECOMPOSED[c] : null;
    if (known == null) {
      known = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
      if (c < DECOMPOSED.length) {
        DECOMPOSED[c] = known;
      }
    }
    return known;
  }

  private void add(int mapped, int at) {
    int c = mapped < SIMPLIFIED.length ? SIMPLIFIED[mapped] : mapped;
    if (IGNORED.get(c)) {
      return;
    }
    boolean isApostrophe = APOSTROPHES.indexOf(c) >= 0;
    if (isApostrophe || !WORD.get(c)) {
      addGap(at, !isApostrophe || isHan(last));
    } else {
      addLetter(c, at);
    }
  }

  private void addGap(int at, boolean separates) {
    if (gapAt < 0) {
      gapAt = at;
    }
    isGap |= separates;
  }

  private void addLetter(int c, int at) {
    if (isGap && length > 0) {
      append(' ', gapAt);
    }
    gapAt = -1;
    isGap = false;
    last = c;
    if (Character.isBmpCodePoint(c)) {
      append((char) c, at);
    } else {
      append(Character.highSurrogate(c), at);
      append(Character.lowSurrogate(c), at);
    }
  }

  private void append(char c, int at) {
    if (length + 1 == folded.length) {
      folded = Arrays.copyOf(folded, 2 * folded.length);
      offsets = offsets.length == 0 ? offsets : Arrays.copyOf(offsets, folded.length);
    }
    folded[length] = c;
    if (offsets.length > 0) {
      offsets[length] = at;
    }
    length++;
  }
}
