package duizhao.search;

import duizhao.text.EnglishStemmer;
import duizhao.text.StopWords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The reports of every stem, and the stems that begin alike, for slips; not those of numbers, of
 * which another one is no slip. Stop words have none: they count inside phrases only.
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
  private final UnitWriter body = new UnitWriter();

  /** Every word: in the order of the text, and by the hash of its characters. */
  private final List<Form> forms = new ArrayList<>();

  private @Nullable Form[] table = new Form[1 << 12];
  private final TreeMap<String, Stem> stems = new TreeMap<>();

  StemIndex(Corpus corpus, Units units) {
    this.corpus = corpus;
    this.units = units;
    this.postings = new Postings(corpus.lengthNorms());
  }

  /** A word, and how often it occurs. */
  private static final class Form {
    private final String word;
    private final Stem stem;
    private int count;
    private int hash;

    Form(String word, Stem stem) {
      this.word = word;
      this.stem = stem;
    }

    boolean is(Corpus corpus, int from, int to) {
      if (word.length() != to - from) {
        return false;
      }
      for (int i = from; i < to; i++) {
        if (word.charAt(i - from) != corpus.at(i)) {
          return false;
        }
      }
      return true;
    }
  }

  /** A stem and the segments that hold it: ascending, one entry an occurrence. */
  private static final class Stem {
    private final String stem;
    private int[] segments = {};
    private int size;
    private int reports;
    private @Nullable Form commonest;

    Stem(String stem) {
      this.stem = stem;
    }

    void add(int segment) {
      if (size == segments.length) {
        segments = Arrays.copyOf(segments, 2 * size + 4);
      }
      segments[size++] = segment;
    }

    /** Takes the form that occurs most, the first in the alphabet of equals. */
    void form(Form form) {
      if (commonest == null
          || form.count > commonest.count
          || (form.count == commonest.count && form.word.compareTo(commonest.word) < 0)) {
        commonest = form;
      }
    }
  }

  /** What stop words have for a stem. */
  private static final Stem STOP = new Stem("");

  void write() throws IOException {
    int parts = corpus.length() / CHARS_AT_ONCE + 1;
    for (int part = 0; part < parts; part++) {
      gather(part, parts);
      for (Stem stem : stems.values()) {
        if (stem.size > 0) {
          list(stem);
        }
      }
    }
    vocabulary();
  }

  private void gather(int part, int parts) {
    for (int segment = 0; segment < corpus.segmentCount(); segment++) {
      int i = corpus.start(segment);
      int start = i;
      while (true) {
        char c = corpus.at(i);
        if (c == ' ' || c == Corpus.END || GramTree.isHan(c)) {
          if (i > start) {
            Form form = form(start, i);
            if (part == 0) {
              form.count++;
            }
            if (form.stem != STOP
                && (parts == 1 || Math.floorMod(form.stem.stem.hashCode(), parts) == part)) {
              form.stem.add(segment);
            }
          }
          start = i + 1;
        }
        if (c == Corpus.END) {
          break;
        }
        i++;
      }
    }
  }

  /** The word between two places of the text. */
  private Form form(int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + corpus.at(i);
    }
    int mask = table.length - 1;
    int at = (hash ^ hash >>> 15) & mask;
    Form form = table[at];
    while (form != null && !(form.hash == hash && form.is(corpus, from, to))) {
      at = (at + 1) & mask;
      form = table[at];
    }
    if (form == null) {
      form = form(corpus.text(from, to));
      form.hash = hash;
      table[at] = form;
      forms.add(form);
      if (2 * forms.size() > table.length) {
        grow();
      }
    }
    return form;
  }

  private void grow() {
    table = new Form[2 * table.length];
    int mask = table.length - 1;
    for (Form form : forms) {
      int at = (form.hash ^ form.hash >>> 15) & mask;
      while (table[at] != null) {
        at = (at + 1) & mask;
      }
      table[at] = form;
    }
  }

  private Form form(String word) {
    if (StopWords.contains(word)) {
      return new Form(word, STOP);
    }
    return new Form(word, stems.computeIfAbsent(EnglishStemmer.stem(word), Stem::new));
  }

  private void list(Stem stem) throws IOException {
    postings.clear();
    for (int i = 0; i < stem.size; i++) {
      postings.add(corpus.place(stem.segments[i]));
    }
    body.truncate(0);
    body.number(postings.size() * GramTree.KINDS + GramTree.ENDS);
    body.number(0); // no label
    postings.write(body);
    units.add(STEM + stem.stem, body, 0, body.length());
    stem.reports = postings.size();
    stem.segments = new int[0];
    stem.size = 0;
  }

  private void vocabulary() throws IOException {
    forms.forEach(form -> form.stem.form(form));
    TreeMap<String, UnitWriter> byStart = new TreeMap<>();
    for (Stem stem : stems.values()) {
      if (Character.isDigit(stem.stem.charAt(0))) {
        continue; // another number is no slip
      }
      String start = stem.stem.substring(0, 1);
      UnitWriter all = byStart.computeIfAbsent(start, k -> new UnitWriter());
      all.text(stem.stem.substring(1));
      all.number(stem.reports);
      // Every form begins with the first letter of its stem.
      all.text(stem.commonest == null ? "" : stem.commonest.word.substring(1));
    }
    for (Map.Entry<String, UnitWriter> entry : byStart.entrySet()) {
      UnitWriter all = entry.getValue();
      units.add(VOCABULARY + entry.getKey(), all, 0, all.length());
    }
  }
}
