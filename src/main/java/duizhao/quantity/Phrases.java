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
import java.util.stream.Stream;

/** Phrases that are looked for at every place of a text, the longest first. */
final class Phrases {

  /** By their first two characters, so that a text is passed over but once. */
  private final Map<String, List<String>> byStart = new HashMap<>();

  private final Set<String> exceptions = new HashSet<>();

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
        byStart.merge(
            phrase.substring(0, 2),
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

  /** The length of the longest phrase that starts here; 0 where none does. */
  int at(String text, int start) {
    if (start + 2 > text.length()) {
      return 0;
    }
    int longest = 0;
    for (String phrase : byStart.getOrDefault(text.substring(start, start + 2), List.of())) {
      if (phrase.length() > longest
          && text.startsWith(phrase, start)
          && isWhole(text, start, start + phrase.length())) {
        longest = phrase.length();
      }
    }
    boolean excepted =
        longest > 0 && exceptions.stream().anyMatch(other -> text.startsWith(other, start));
    return excepted ? 0 : longest;
  }

  /** Whether neither end cuts a word of Latin letters. */
  private static boolean isWhole(String text, int start, int end) {
    return !(start > 0 && isWord(text.charAt(start - 1)) && isWord(text.charAt(start)))
        && !(end < text.length() && isWord(text.charAt(end - 1)) && isWord(text.charAt(end)));
  }

  private static boolean isWord(char c) {
    return c < 0x250 && Character.isLetterOrDigit(c);
  }

  /** Every character that belongs to a phrase. */
  BitSet in(String text) {
    BitSet covered = new BitSet(text.length());
    if (!byStart.isEmpty()) {
      for (int i = 0; i < text.length(); i++) {
        covered.set(i, i + at(text, i));
      }
    }
    return covered;
  }
}
