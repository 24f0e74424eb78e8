package duizhao.check;

import duizhao.text.EnglishStemmer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A text as {@link Phrases} compares it: each character of Chinese, each lemma of English, with the
 * place in the text that it comes from.
 *
 * @param symbols lower-case; an English word is its stem, without apostrophes
 * @param starts for each symbol, index of its first UTF-16 unit
 * @param ends for each symbol, index after its last one
 */
record Wording(List<String> symbols, List<Integer> starts, List<Integer> ends) {

  /** No phrase reaches from one sentence into the next. */
  private static final String END = ".";

  private static final String ENDS = ".;:?!";

  /** Lemmas of words that were met: the same few thousand make up most of any archive. */
  private static final Map<String, String> LEMMAS = new ConcurrentHashMap<>();

  private static final int MOST_LEMMAS = 100_000;

  /** One string a character, made when it is first met. */
  private static final String[] SYMBOLS = new String[1 << 16];

  static Wording chinese(String text) {
    Wording wording = new Wording(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < text.length(); i++) {
      wording.add(symbol(Character.toLowerCase(text.charAt(i))), i, i + 1);
    }
    return wording;
  }

  /** English by lemma: {@code workers’} and {@code worker} are one. */
  static Wording english(String text) {
    return english(text, true);
  }

  /** English word by word: only {@code workers}, {@code workers’} and {@code worker’s} are one. */
  static Wording englishWords(String text) {
    return english(text, false);
  }

  private static Wording english(String text, boolean stem) {
    Wording wording = new Wording(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    StringBuilder word = new StringBuilder();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (Character.isLetterOrDigit(c)) {
        if (word.isEmpty()) {
          start = i;
        }
        word.append(c);
      } else if (c != '’' && c != '\'') {
        boolean within = i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1));
        if (!word.isEmpty()) {
          String lower = word.toString().toLowerCase(Locale.ROOT);
          wording.add(stem ? lemma(lower) : lower, start, i);
          word.setLength(0);
        }
        if (ENDS.indexOf(c) >= 0 && !within) {
          wording.add(END, i, i + 1);
        }
      }
    }
    return wording;
  }

  private static String lemma(String word) {
    if (LEMMAS.size() > MOST_LEMMAS) {
      LEMMAS.clear();
    }
    return LEMMAS.computeIfAbsent(word, EnglishStemmer::stem);
  }

  private static String symbol(char c) {
    String symbol = SYMBOLS[c];
    if (symbol == null) {
      symbol = String.valueOf(c);
      SYMBOLS[c] = symbol;
    }
    return symbol;
  }

  private void add(String symbol, int start, int end) {
    symbols.add(symbol);
    starts.add(start);
    ends.add(end);
  }
}
