package duizhao.check;

import duizhao.text.EnglishStemmer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Many phrases of one language, found in one go, whatever their number. Chinese is compared by
 * character, English by word. Safe for several threads once all phrases are in.
 *
 * @param <T> what a phrase stands for
 */
final class Phrases<T> {

  /** How words are compared. */
  enum By {
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
  record Hit<T>(int start, int end, Map<T, Boolean> meanings) {}

  /** No phrase reaches from one sentence into the next. */
  private static final String ENDS = ".;:?!";

  private static final int UNKNOWN = 0;
  private static final int MOST_KNOWN_WORDS = 300_000;

  private final By by;

  /** Number of each word or stem of a phrase, from 1. */
  private final Map<String, Integer> lexicon = new HashMap<>();

  /** The same for the words that texts have shown so far; {@link #UNKNOWN} for most. */
  private final Map<String, Integer> known = new ConcurrentHashMap<>();

  /** Edges of the trie: node and symbol, to node. */
  private long[] edges = new long[1024];

  private int[] targets = new int[1024];
  private final List<Map<T, Boolean>> nodes = new ArrayList<>(List.of(Map.of()));

  Phrases(By by) {
    this.by = by;
  }

  /**
   * Adds a phrase.
   *
   * @param asks whatever the caller wants to be told with a hit; true wins where it is added twice
   */
  void add(String phrase, T meaning, boolean asks) {
    Symbols symbols = new Symbols(phrase, true);
    int node = 0;
    for (int i = 0; i < symbols.size; i++) {
      node = grow(node, symbols.values[i]);
    }
    if (node > 0) {
      if (nodes.get(node).isEmpty()) {
        nodes.set(node, new LinkedHashMap<>());
      }
      nodes.get(node).merge(meaning, asks, Boolean::logicalOr);
    }
  }

  /** Every phrase in a text, those inside others too. */
  List<Hit<T>> all(String text) {
    Symbols symbols = new Symbols(text, false);
    List<Hit<T>> hits = new ArrayList<>();
    for (int i = 0; i < symbols.size; i++) {
      int node = 0;
      for (int j = i; j < symbols.size; j++) {
        node = symbols.values[j] == UNKNOWN ? 0 : targets[slot(node, symbols.values[j])];
        if (node == 0) {
          break;
        }
        Map<T, Boolean> meanings = nodes.get(node);
        if (!meanings.isEmpty()) {
          hits.add(new Hit<>(symbols.starts[i], symbols.ends[j], meanings));
        }
      }
    }
    return hits;
  }

  /** Of the hits of one text, in order: where two overlap, the longer, else the earlier. */
  static <T> List<Hit<T>> longest(List<Hit<T>> all) {
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

  // ---- the trie ----

  /** The place of an edge, or the empty one where it would be put. */
  private int slot(int node, int symbol) {
    long edge = (long) node << Integer.SIZE | symbol;
    long mixed = edge * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 33) & edges.length - 1;
    while (targets[slot] != 0 && edges[slot] != edge) {
      slot = slot + 1 & edges.length - 1;
    }
    return slot;
  }

  private int grow(int node, int symbol) {
    int slot = slot(node, symbol);
    if (targets[slot] == 0) {
      if (2 * nodes.size() > edges.length) {
        enlarge();
        slot = slot(node, symbol);
      }
      edges[slot] = (long) node << Integer.SIZE | symbol;
      targets[slot] = nodes.size();
      nodes.add(Map.of());
    }
    return targets[slot];
  }

  private void enlarge() {
    long[] oldEdges = edges;
    int[] oldTargets = targets;
    edges = new long[2 * oldEdges.length];
    targets = new int[edges.length];
    for (int i = 0; i < oldEdges.length; i++) {
      if (oldTargets[i] != 0) {
        int slot = slot((int) (oldEdges[i] >>> Integer.SIZE), (int) oldEdges[i]);
        edges[slot] = oldEdges[i];
        targets[slot] = oldTargets[i];
      }
    }
  }

  // ---- the words ----

  private int known(String word) {
    Integer number = known.get(word);
    if (number == null) {
      number = lexicon.getOrDefault(root(word), UNKNOWN);
      if (known.size() < MOST_KNOWN_WORDS) {
        known.put(word, number);
      }
    }
    return number;
  }

  private String root(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
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
          if (!word.isEmpty()) {
            add(number(word.toString(), learn), start, i);
            word.setLength(0);
          }
          boolean within = i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1));
          if (ENDS.indexOf(c) >= 0 && !within) {
            add(number(".", learn), i, i + 1);
          }
        }
      }
    }

    private int number(String word, boolean learn) {
      return learn ? lexicon.computeIfAbsent(root(word), w -> lexicon.size() + 1) : known(word);
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
