package duizhao.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Many phrases of one language, found in one go, whatever their number. Chinese is compared by
 * character, English by word. Safe for several threads once all phrases are in.
 *
 * @param <T> what a phrase stands for
 */
public final class Phrases<T> {

  /** How words are compared. */
  public enum By {
    /** Each character for itself, Latin in lower case. */
    CHARACTER,

    /** Lower-case words without apostrophes: workers, workers’ and worker’s are one. */
    WORD,

    /** Stems: worker and workers are one, pair, paired and pairing are. */
    STEM
  }

  /**
   * One place where a phrase stands.
   *
   * @param start index of its first UTF-16 unit
   * @param end index after its last
   * @param meanings what it stands for, and whether it was added as asking
   */
  public record Hit<T>(int start, int end, Map<T, Boolean> meanings) {}

  /** No phrase reaches from one sentence into the next. */
  private static final String ENDS = ".;:?!";

  private static final int UNKNOWN = 0;

  /** A power of two. */
  private static final int KNOWN_WORDS = 1 << 14;

  private final By by;

  /** Number of each word or stem of a phrase, from 1. */
  private final Map<String, Integer> lexicon = new HashMap<>();

  /**
   * The same for words that texts have shown, each at the place that its hash says; another word of
   * that place takes it. Threads may overwrite each other's, which costs a look into the lexicon.
   */
  private final @Nullable Known[] known = new Known[KNOWN_WORDS];

  private final Trie trie = new Trie();

  /** What the phrases that end at each node of the trie stand for. */
  private final List<Map<T, Boolean>> nodes = new ArrayList<>(List.of(Map.of()));

  public Phrases(By by) {
    this.by = by;
  }

  /**
   * Adds a phrase.
   *
   * @param asks whatever the caller wants to be told with a hit; true wins where it is added twice
   */
  public void add(String phrase, T meaning, boolean asks) {
    Symbols symbols = new Symbols(phrase, true);
    int node = Trie.ROOT;
    for (int i = 0; i < symbols.size; i++) {
      node = trie.grow(node, symbols.values[i]);
      if (node == nodes.size()) {
        nodes.add(Map.of());
      }
    }
    if (node != Trie.ROOT) {
      if (nodes.get(node).isEmpty()) {
        nodes.set(node, new LinkedHashMap<>());
      }
      nodes.get(node).merge(meaning, asks, Boolean::logicalOr);
    }
  }

  /** Every phrase in a text, those inside others too. */
  public List<Hit<T>> all(String text) {
    List<Hit<T>> hits = new ArrayList<>();
    if (by == By.CHARACTER) {
      for (int i = 0; i < text.length(); i++) {
        characters(text, i, hits);
      }
      return hits;
    }
    if (lexicon.isEmpty()) {
      return hits;
    }
    Symbols symbols = new Symbols(text, false);
    for (int i = 0; i < symbols.size; i++) {
      int node = Trie.ROOT;
      for (int j = i; j < symbols.size && symbols.values[j] != UNKNOWN; j++) {
        node = trie.next(node, symbols.values[j]);
        if (node == Trie.ROOT) {
          break;
        }
        add(node, symbols.starts[i], symbols.ends[j], hits);
      }
    }
    return hits;
  }

  /** Adds the phrases that start here. */
  private void characters(String text, int start, List<Hit<T>> hits) {
    int node = Trie.ROOT;
    for (int i = start; i < text.length(); i++) {
      node = trie.next(node, Character.toLowerCase(text.charAt(i)));
      if (node == Trie.ROOT) {
        return;
      }
      add(node, start, i + 1, hits);
    }
  }

  private void add(int node, int start, int end, List<Hit<T>> hits) {
    Map<T, Boolean> meanings = nodes.get(node);
    if (!meanings.isEmpty()) {
      hits.add(new Hit<>(start, end, meanings));
    }
  }

  /** Of the hits of one text, in order: where two overlap, the longer, else the earlier. */
  public static <T> List<Hit<T>> longest(List<Hit<T>> all) {
    if (all.size() < 2) {
      return all;
    }
    List<Hit<T>> byLength = new ArrayList<>(all);
    byLength.sort(Comparator.comparingInt(hit -> hit.start() - hit.end()));
    BitSet taken = new BitSet();
    List<Hit<T>> hits = new ArrayList<>();
    for (Hit<T> hit : byLength) {
      int next = taken.nextSetBit(hit.start());
      if (next < 0 || next >= hit.end()) {
        taken.set(hit.start(), hit.end());
        hits.add(hit);
      }
    }
    hits.sort(Comparator.comparingInt(Hit::start));
    return hits;
  }

  // ---- the words ----

  /** A word of a text, and its number in the lexicon. */
  private record Known(String word, int number) {}

  /** The number of a word of a text, which most are not asked for the first time. */
  private int known(String text, int start, int end, int hash) {
    int slot = (hash ^ hash >>> 15) & known.length - 1;
    Known entry = known[slot];
    if (entry != null && entry.word.length() == end - start && text.startsWith(entry.word, start)) {
      return entry.number;
    }
    String word = text.substring(start, end);
    int number = lexicon.getOrDefault(root(word), UNKNOWN);
    known[slot] = new Known(word, number);
    return number;
  }

  private String root(String word) {
    String lower = word.replace("’", "").replace("'", "").toLowerCase(Locale.ROOT);
    return by == By.STEM ? EnglishStemmer.stem(lower) : lower;
  }

  /** A text cut up, each piece with its place. */
  private final class Symbols {

    private int[] values;
    private int[] starts;
    private int[] ends;
    private int size;

    Symbols(String text, boolean learn) {
      int room = by == By.CHARACTER ? text.length() : text.length() / 3 + 8;
      values = new int[room];
      starts = new int[room];
      ends = new int[room];
      if (by == By.CHARACTER) {
        for (int i = 0; i < text.length(); i++) {
          add(Character.toLowerCase(text.charAt(i)), i, i + 1);
        }
      } else {
        words(text, learn);
      }
    }

    private void words(String text, boolean learn) {
      int full = learn ? number(".") : lexicon.getOrDefault(".", UNKNOWN);
      int start = -1;
      int end = 0;
      int hash = 0;
      for (int i = 0; i <= text.length(); i++) {
        char c = i < text.length() ? text.charAt(i) : ' ';
        if (isPart(c)) {
          if (start < 0) {
            start = i;
            hash = 0;
          }
          hash = 31 * hash + c;
          end = i + 1;
        } else if (c != '’' && c != '\'') {
          if (start >= 0) {
            add(
                learn ? number(text.substring(start, end)) : known(text, start, end, hash),
                start,
                i);
            start = -1;
          }
          boolean within = i + 1 < text.length() && isPart(text.charAt(i + 1));
          if (ENDS.indexOf(c) >= 0 && !within) {
            add(full, i, i + 1);
          }
        }
      }
    }

    private static boolean isPart(char c) {
      return c >= 'a' && c <= 'z' || Character.isLetterOrDigit(c);
    }

    private int number(String word) {
      return lexicon.computeIfAbsent(root(word), w -> lexicon.size() + 1);
    }

    private void add(int value, int start, int end) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size + 8);
        starts = Arrays.copyOf(starts, 2 * size + 8);
        ends = Arrays.copyOf(ends, 2 * size + 8);
      }
      values[size] = value;
      starts[size] = start;
      ends[size++] = end;
    }
  }
}
