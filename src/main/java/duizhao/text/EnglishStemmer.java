package duizhao.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts English words down to their stems, by the rules of M. F. Porter, "An algorithm for suffix
 * stripping", Program 14(3), 1980, as lunr 2.3.9 applies them: with the endings {@code bli} and
 * {@code logi}, and without the need for a vowel before a final {@code y}. Words shorter than three
 * letters stay. {@code client/stemmer.js} does the same in the browser.
 */
public final class EnglishStemmer {

  /** Endings of step 2, each with what takes its place. */
  private static final Map<String, String> DERIVED =
      pairs(
          """
          ational ate  tional tion  enci ence  anci ance  izer ize  bli ble  alli al  entli ent
          eli e  ousli ous  ization ize  ation ate  ator ate  alism al  iveness ive  fulness ful
          ousness ous  aliti al  iviti ive  biliti ble  logi log
          """);

  /** Endings of step 3. */
  private static final Map<String, String> FORMED =
      Map.of(
          "icate", "ic", "ative", "", "alize", "al", "iciti", "ic", "ical", "ic", "ful", "", "ness",
          "");

  /** Endings that step 4 takes away. */
  private static final Set<String> LAST =
      Set.of(
          "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ou",
          "ism", "ate", "iti", "ous", "ive", "ize");

  private static final int LONGEST_ENDING = 7;

  private String word;

  private EnglishStemmer(String word) {
    this.word = word;
  }

  /**
   * The stem of a word, which need not be a word.
   *
   * @param word in lower case and without apostrophes, as {@link SearchFold} leaves it
   */
  public static String stem(String word) {
    if (word.length() < 3) {
      return word;
    }
    EnglishStemmer stemmer = new EnglishStemmer(word);
    stemmer.plural();
    stemmer.past();
    stemmer.finalY();
    stemmer.replace(DERIVED);
    stemmer.replace(FORMED);
    stemmer.last();
    stemmer.finalE();
    stemmer.finalDouble();
    return stemmer.word;
  }

  private static Map<String, String> pairs(String text) {
    List<String> parts = List.of(text.split("\\s+"));
    Map<String, String> pairs = new HashMap<>();
    for (int i = 0; i < parts.size(); i += 2) {
      pairs.put(parts.get(i), parts.get(i + 1));
    }
    return pairs;
  }

  /** Step 1a. */
  private void plural() {
    if (endsIn("sses") || endsIn("ies")) {
      cut(2);
    } else if (endsIn("s") && word.length() > 2 && at(-2) != 's') {
      cut(1);
    }
  }

  /** Step 1b. */
  private void past() {
    if (endsIn("eed")) {
      if (measure(before(3)) > 0) {
        cut(1);
      }
      return;
    }
    int length = endsIn("ed") ? 2 : endsIn("ing") ? 3 : 0;
    if (length == 0 || !hasVowel(before(length))) {
      return;
    }
    cut(length);
    if (word.endsWith("at") || word.endsWith("bl") || word.endsWith("iz") || isShort(word)) {
      word += "e";
    } else if (word.length() > 1 && at(-1) == at(-2) && "aeiouylsz".indexOf(at(-1)) < 0) {
      cut(1);
    }
  }

  /** Step 1c. */
  private void finalY() {
    if (endsIn("y") && word.length() > 2 && !isAlwaysVowel(at(-2))) {
      word = before(1) + "i";
    }
  }

  /** Steps 2 and 3: the longest ending decides, even if what stands before it is too short. */
  private void replace(Map<String, String> endings) {
    String ending = longest(endings.keySet());
    if (ending != null && measure(before(ending.length())) > 0) {
      word = before(ending.length()) + endings.get(ending);
    }
  }

  /** Step 4. */
  private void last() {
    String ending = longest(LAST);
    int length = ending != null ? ending.length() : endsIn("sion") || endsIn("tion") ? 3 : 0;
    if (length > 0 && measure(before(length)) > 1) {
      cut(length);
    }
  }

  /** Step 5a. */
  private void finalE() {
    if (endsIn("e")) {
      int measure = measure(before(1));
      if (measure > 1 || (measure == 1 && !isShort(before(1)))) {
        cut(1);
      }
    }
  }

  /** Step 5b. */
  private void finalDouble() {
    if (word.endsWith("ll") && measure(word) > 1) {
      cut(1);
    }
  }

  private char at(int fromEnd) {
    return word.charAt(word.length() + fromEnd);
  }

  /** Whether the word has this ending and more. */
  private boolean endsIn(String ending) {
    return word.length() > ending.length() && word.endsWith(ending);
  }

  private String before(int length) {
    return word.substring(0, word.length() - length);
  }

  private void cut(int length) {
    word = before(length);
  }

  private @Nullable String longest(Set<String> endings) {
    for (int i = Math.max(1, word.length() - LONGEST_ENDING); i < word.length(); i++) {
      String ending = word.substring(i);
      if (endings.contains(ending)) {
        return ending;
      }
    }
    return null;
  }

  private static boolean isAlwaysVowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
  }

  /** Which letters are vowels: a y is one after a consonant. */
  private static boolean[] vowels(String text) {
    boolean[] vowels = new boolean[text.length()];
    for (int i = 0; i < vowels.length; i++) {
      char c = text.charAt(i);
      vowels[i] = isAlwaysVowel(c) || (c == 'y' && i > 0 && !vowels[i - 1]);
    }
    return vowels;
  }

  private static boolean hasVowel(String text) {
    for (boolean vowel : vowels(text)) {
      if (vowel) {
        return true;
      }
    }
    return false;
  }

  /** Porter's m: how often vowels are followed by consonants. */
  private static int measure(String text) {
    boolean[] vowels = vowels(text);
    int measure = 0;
    for (int i = 1; i < vowels.length; i++) {
      if (vowels[i - 1] && !vowels[i]) {
        measure++;
      }
    }
    return measure;
  }

  /** Whether a word is one short syllable, as "hop" is and "snow" is not. */
  private static boolean isShort(String text) {
    int end = text.length() - 1;
    if (end < 2 || "aeiouwxy".indexOf(text.charAt(end)) >= 0) {
      return false;
    }
    boolean[] vowels = vowels(text);
    for (int i = 0; i < end; i++) {
      if (vowels[i] != (i == end - 1)) {
        return false;
      }
    }
    return true;
  }
}
