package duizhao.search;

import duizhao.text.SearchFold;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The tree that answers a query of any length with one list. A path is a run of characters; its
 * node lists the reports that hold it. A node with more than {@link #LEAF} reports is split by the
 * next character, one with fewer is a leaf: what is asked beyond a leaf is decided by reading those
 * few reports.
 *
 * <p>Paths start at every Chinese character and at the start of every other word. From Chinese they
 * go to the end of the run; from other words they go on, with one space between words, so that
 * phrases are paths too. Inside a run that holds Chinese they also start within words and numbers
 * (so that 00多家 finds 300多家), but apart from the others, behind {@link #INNER}.
 */
final class GramTree {

  /** Most reports of a leaf. */
  static final int LEAF = 12;

  /** Before paths that start inside a word. */
  static final char INNER = '\u0001';

  private static final int DEEPEST_HAN = 24;
  private static final int DEEPEST_WORDS = 40;

  /** A subtree of more characters becomes a piece of its own. */
  private static final int UNIT_CHARS = 3_000;

  /** Starts held in memory at once, by and large. */
  private static final int STARTS_AT_ONCE = 4_000_000;

  private static final int NONE = -1;

  private final Corpus corpus;
  private final Units units;
  private final Postings postings;
  private long[] starts = new long[1 << 16];
  private int size;

  GramTree(Corpus corpus, Units units) {
    this.corpus = corpus;
    this.units = units;
    this.postings = new Postings(corpus.lengthNorms());
  }

  /** Writes the tree of the whole corpus, some first characters at a time. */
  void write() throws IOException {
    int parts = Math.max(1, corpus.length() / STARTS_AT_ONCE + 1);
    for (int part = 0; part < parts; part++) {
      gather(part, parts);
      int[] groups = group(0, size, 0);
      for (int g = 0; g + 1 < groups.length; g++) {
        root(groups[g], groups[g + 1]);
      }
    }
  }

  // ---- where paths start: segment << 33 | index << 1 | inner ----

  private void gather(int part, int parts) {
    size = 0;
    for (int segment = 0; segment < corpus.segmentCount(); segment++) {
      int end = segment + 1 < corpus.segmentCount() ? corpus.start(segment + 1) : corpus.length();
      int i = corpus.start(segment);
      while (i < end - 1) {
        int runEnd = i;
        boolean han = false;
        while (corpus.at(runEnd) != ' ' && corpus.at(runEnd) != Corpus.END) {
          han |= isHan(corpus.at(runEnd));
          runEnd++;
        }
        run(segment, i, han ? runEnd : i + 1, part, parts);
        i = runEnd + 1;
      }
    }
  }

  private void run(int segment, int from, int to, int part, int parts) {
    for (int i = from; i < to; i++) {
      char c = corpus.at(i);
      if (Character.isLowSurrogate(c) || c % parts != part) {
        continue;
      }
      boolean inner = i > from && !isHan(c) && !isHan(corpus.at(i - 1));
      if (size == starts.length) {
        starts = Arrays.copyOf(starts, 2 * size);
      }
      starts[size++] = ((long) segment << 33) | ((long) i << 1) | (inner ? 1 : 0);
    }
  }

  /** Surrogates stand for rare Chinese characters. */
  private static boolean isHan(char c) {
    return Character.isSurrogate(c) || SearchFold.isHan(c);
  }

  private static int segment(long start) {
    return (int) (start >>> 33);
  }

  /** The character of a path at a depth, or {@link #NONE} behind its end. */
  private int symbol(long start, int depth) {
    boolean inner = (start & 1) == 1;
    if (inner && depth == 0) {
      return INNER;
    }
    int origin = (int) (start >>> 1);
    int index = origin + depth - (inner ? 1 : 0);
    if (index >= corpus.length()) {
      return NONE;
    }
    char c = corpus.at(index);
    if (inner || isHan(corpus.at(origin))) {
      return c == ' ' || c == Corpus.END ? NONE : c;
    }
    return depth > 0 && corpus.at(index - 1) == Corpus.END ? NONE : c;
  }

  // ---- nodes ----

  /**
   * Brings starts with the same character at a depth together, keeping their order; those that have
   * ended come first.
   *
   * @return the limits of the groups
   */
  private int[] group(int from, int to, int depth) {
    int count = to - from;
    long[] scratch = new long[count];
    long[] keys = new long[count];
    for (int i = 0; i < count; i++) {
      keys[i] = ((long) (symbol(starts[from + i], depth) + 1) << 32) | i;
    }
    Arrays.sort(keys);
    int[] limits = new int[16];
    int groups = 0;
    int before = -1;
    for (int i = 0; i < count; i++) {
      scratch[i] = starts[from + (int) keys[i]];
      int symbol = (int) (keys[i] >>> 32);
      if (symbol != before) {
        if (groups + 1 >= limits.length) {
          limits = Arrays.copyOf(limits, 2 * limits.length);
        }
        limits[groups++] = from + i;
        before = symbol;
      }
    }
    System.arraycopy(scratch, 0, starts, from, count);
    limits[groups] = to;
    return Arrays.copyOf(limits, groups + 1);
  }

  /**
   * All paths with one first character: a list for the character if it is Chinese, and a piece for
   * each pair.
   */
  private void root(int from, int to) throws IOException {
    int first = symbol(starts[from], 0);
    StringBuilder path = new StringBuilder().append((char) first);
    if (first != INNER && isHan((char) first)) {
      StringBuilder body = new StringBuilder();
      Codec.number(0, body); // no label
      count(from, to);
      Codec.number(postings.size() * 3 + OUTSIDE, body);
      postings.write(body);
      units.add(path.toString(), body);
    }
    int[] groups = group(from, to, 1);
    for (int g = 0; g + 1 < groups.length; g++) {
      int symbol = symbol(starts[groups[g]], 1);
      if (symbol != NONE) {
        path.append((char) symbol);
        StringBuilder body = new StringBuilder();
        subtree(groups[g], groups[g + 1], 2, path, body);
        units.add(path.toString(), body);
        path.setLength(1);
      }
    }
  }

  /** Nodes end here, hold their children, or have them in pieces of their own. */
  private static final int ENDS = 0;

  private static final int INSIDE = 1;
  private static final int OUTSIDE = 2;

  private void count(int from, int to) {
    postings.clear();
    for (int i = from; i < to; i++) {
      int segment = segment(starts[i]);
      postings.add(corpus.report(segment), corpus.field(segment));
    }
  }

  /**
   * Appends the rest of the label that leads to a node, then the node: three times how many reports
   * or children it has plus what becomes of the children, then its list or the children.
   *
   * @param path leads here; as long as {@code depth}
   */
  private void subtree(int from, int to, int depth, StringBuilder path, StringBuilder out)
      throws IOException {
    StringBuilder list = new StringBuilder();
    count(from, to);
    postings.write(list); // before grouping, which brings reports out of order
    int reports = postings.size();
    int here = depth;
    int[] groups = {};
    if (reports > LEAF) {
      groups = group(from, to, here);
      while (groups.length == 2 && here < deepest(path) && symbol(starts[from], here) != NONE) {
        path.append((char) symbol(starts[from], here));
        here++;
        groups = group(from, to, here);
      }
    }
    Codec.text(path.substring(depth), out);
    if (reports <= LEAF || here >= deepest(path)) {
      Codec.number(reports * 3 + ENDS, out);
      out.append(list);
    } else {
      children(groups, here, path, reports, list, out);
    }
    path.setLength(depth);
  }

  /**
   * Appends a node with its children and without a list, which is theirs together; or, where they
   * are too long, its list alone: then each child is a piece of its own.
   */
  private void children(
      int[] groups,
      int depth,
      StringBuilder path,
      int reports,
      StringBuilder list,
      StringBuilder out)
      throws IOException {
    List<String> symbols = new ArrayList<>();
    List<StringBuilder> bodies = new ArrayList<>();
    int chars = 0;
    for (int g = 0; g + 1 < groups.length; g++) {
      int symbol = symbol(starts[groups[g]], depth);
      StringBuilder body = new StringBuilder();
      if (symbol == NONE) {
        symbol = Corpus.END;
        leaf(groups[g], groups[g + 1], body);
      } else {
        path.append((char) symbol);
        subtree(groups[g], groups[g + 1], depth + 1, path, body);
        path.setLength(depth);
      }
      symbols.add(String.valueOf((char) symbol));
      bodies.add(body);
      chars += body.length() + 1;
    }
    if (chars <= UNIT_CHARS) {
      Codec.number(bodies.size() * 3 + INSIDE, out);
      for (int i = 0; i < bodies.size(); i++) {
        out.append(symbols.get(i)).append(bodies.get(i));
      }
      return;
    }
    Codec.number(reports * 3 + OUTSIDE, out);
    out.append(list);
    for (int i = 0; i < bodies.size(); i++) {
      units.add(path + symbols.get(i), bodies.get(i));
    }
  }

  /** Appends a node that ends with its list, without a label. */
  private void leaf(int from, int to, StringBuilder out) {
    count(from, to);
    Codec.number(0, out);
    Codec.number(postings.size() * 3 + ENDS, out);
    postings.write(out);
  }

  private static int deepest(StringBuilder path) {
    return isHan(path.charAt(0)) || path.charAt(0) == INNER ? DEEPEST_HAN : DEEPEST_WORDS;
  }
}
