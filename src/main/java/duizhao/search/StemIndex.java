package duizhao.search;

import duizhao.text.EnglishStemmer;
import duizhao.text.SearchFold;
import duizhao.text.StopWords;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The reports of every stem, and the stems that begin alike, for slips and wildcards. Stop words
 * have none: they count inside phrases only.
 */
final class StemIndex {

  /** Before the key of a stem's list. */
  static final char STEM = '\u0002';

  /** Before the key of the stems that begin with one letter. */
  static final char VOCABULARY = '\u0003';

  private static final int CHARS_AT_ONCE = 60_000_000;

  private final Corpus corpus;
  private final Units units;
  private final Postings postings;
  private final Map<String, String> stems = new HashMap<>();

  /** How often each word occurs. */
  private final Map<String, Integer> forms = new HashMap<>();

  StemIndex(Corpus corpus, Units units) {
    this.corpus = corpus;
    this.units = units;
    this.postings = new Postings(corpus.lengthNorms());
  }

  /** Segments that hold a stem, ascending, one entry an occurrence. */
  private static final class Occurrences {
    private int[] segments = new int[4];
    private int size;

    void add(int segment) {
      if (size == segments.length) {
        segments = Arrays.copyOf(segments, 2 * size);
      }
      segments[size++] = segment;
    }
  }

  void write() throws IOException {
    TreeMap<String, Integer> counts = new TreeMap<>();
    int parts = corpus.length() / CHARS_AT_ONCE + 1;
    for (int part = 0; part < parts; part++) {
      Map<String, Occurrences> found = gather(part, parts);
      for (Map.Entry<String, Occurrences> entry : new TreeMap<>(found).entrySet()) {
        counts.put(entry.getKey(), list(entry.getKey(), entry.getValue()));
      }
    }
    vocabulary(counts);
  }

  private Map<String, Occurrences> gather(int part, int parts) {
    Map<String, Occurrences> found = new HashMap<>();
    StringBuilder word = new StringBuilder();
    for (int segment = 0; segment < corpus.segmentCount(); segment++) {
      int i = corpus.start(segment);
      while (true) {
        char c = corpus.at(i++);
        if (c != ' ' && c != Corpus.END && !Character.isSurrogate(c) && !SearchFold.isHan(c)) {
          word.append(c);
          continue;
        }
        if (word.length() > 0) {
          String stem = stem(word.toString());
          if (part == 0) {
            forms.merge(word.toString(), 1, Integer::sum);
          }
          if (!stem.isEmpty() && Math.floorMod(stem.hashCode(), parts) == part) {
            found.computeIfAbsent(stem, k -> new Occurrences()).add(segment);
          }
          word.setLength(0);
        }
        if (c == Corpus.END) {
          break;
        }
      }
    }
    return found;
  }

  private String stem(String word) {
    return stems.computeIfAbsent(word, w -> StopWords.contains(w) ? "" : EnglishStemmer.stem(w));
  }

  private int list(String stem, Occurrences occurrences) throws IOException {
    postings.clear();
    for (int i = 0; i < occurrences.size; i++) {
      int segment = occurrences.segments[i];
      postings.add(corpus.report(segment), corpus.field(segment));
    }
    StringBuilder body = new StringBuilder();
    Codec.number(0, body); // no label
    Codec.number(postings.size() * 3, body);
    postings.write(body);
    units.add(STEM + stem, body);
    return postings.size();
  }

  private void vocabulary(Map<String, Integer> counts) throws IOException {
    Map<String, String> commonest = commonest();
    TreeMap<String, StringBuilder> byStart = new TreeMap<>();
    counts.forEach(
        (stem, count) -> {
          String start = stem.substring(0, 1);
          StringBuilder body = byStart.computeIfAbsent(start, k -> new StringBuilder());
          Codec.text(stem.substring(start.length()), body);
          Codec.number(count, body);
          Codec.text(commonest.getOrDefault(stem, stem).substring(start.length()), body);
        });
    for (Map.Entry<String, StringBuilder> entry : byStart.entrySet()) {
      units.add(VOCABULARY + entry.getKey(), entry.getValue());
    }
  }

  /**
   * The form of each stem that occurs most, the first in the alphabet of equals; all begin with the
   * stem's first letter.
   */
  private Map<String, String> commonest() {
    Map<String, String> commonest = new HashMap<>();
    for (String form : new TreeSet<>(forms.keySet())) {
      String stem = stem(form);
      String before = commonest.get(stem);
      if (before == null || forms.getOrDefault(form, 0) > forms.getOrDefault(before, 0)) {
        commonest.put(stem, form);
      }
    }
    return commonest;
  }
}
