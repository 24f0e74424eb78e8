package duizhao.quantity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Phrases that are looked for at every place of a text, the longest first. */
final class Phrases {

  /** Latin letters and figures end before this character. */
  private static final char LETTERS = 0x250;

  private static final BitSet WORD = new BitSet(LETTERS);

  static {
    IntStream.range(0, LETTERS).filter(Character::isLetterOrDigit).forEach(WORD::set);
  }

  /** By their first two characters, so that a text is passed over but once. */
  private final Map<Integer, List<String>> byStart = new HashMap<>();

  /** Their first characters: at most places of a text none begins. */
  private final BitSet firsts = new BitSet();

  private final Set<String> exceptions = new HashSet<>();
  private int longest;

  /**
   * @param phrases those that start with {@code !} are what other phrases may start with and not be
   *     themselves: 十分钟 is not 十分
   */
  Phrases(Collection<String> phrases) {
    for (String phrase : phrases) {
      boolean except = phrase.startsWith("!");
      if (except) {
        exceptions.add(phrase.substring(1));
      } else if (phrase.length() >= 2) {
        firsts.set(phrase.charAt(0));
        longest = Math.max(longest, phrase.length());
        byStart.merge(
            start(phrase, 0),
            List.of(phrase),
            (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
      }
    }
  }

  /** A reviewed list of the program: one phrase a line; what follows {@code #} explains. */
  static Phrases of(String resource) {
    try (InputStream in =
        Objects.requireNonNull(
            Phrases.class.getResourceAsStream("/duizhao/quantity/" + resource))) {
      return new Phrases(
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(line -> line.replaceFirst("#.*", "").strip())
              .filter(line -> !line.isEmpty())
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int start(String text, int at) {
    return text.charAt(at) << Character.SIZE | text.charAt(at + 1);
  }

  /** The length of the longest phrase that starts here; 0 where none does. */
  int at(String text, int start) {
    if (start + 2 > text.length() || !firsts.get(text.charAt(start)) || cutsWord(text, start)) {
      return 0;
    }
    int length = 0;
    for (String phrase : byStart.getOrDefault(start(text, start), List.of())) {
      if (phrase.length() > length
          && text.startsWith(phrase, start)
          && !cutsWord(text, start + phrase.length())) {
        length = phrase.length();
      }
    }
    boolean excepted =
        length > 0 && exceptions.stream().anyMatch(other -> text.startsWith(other, start));
    return excepted ? 0 : length;
  }

  /** Whether a word of Latin letters or figures goes on across this place. */
  private static boolean cutsWord(String text, int at) {
    return at > 0 && at < text.length() && isWord(text.charAt(at - 1)) && isWord(text.charAt(at));
  }

  private static boolean isWord(char c) {
    return c < LETTERS && WORD.get(c);
  }

  /** Whether a phrase covers this character. */
  boolean cover(String text, int place) {
    for (int start = Math.max(0, place + 1 - longest); start <= place; start++) {
      if (start + at(text, start) > place) {
        return true;
      }
    }
    return false;
  }

  /** Every character that belongs to a phrase. */
  BitSet in(String text) {
    BitSet covered = new BitSet(text.length());
    if (!byStart.isEmpty()) {
      for (int i = 0; i < text.length(); i++) {
        int length = at(text, i);
        if (length > 0) {
          covered.set(i, i + length);
        }
      }
    }
    return covered;
  }
}
