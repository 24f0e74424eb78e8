package duizhao.search;

import duizhao.text.SearchFold;
import duizhao.text.StopWords;
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
 * phrases are paths too; from stop words they go no further than the next word, which has paths of
 * its own. Inside a run that holds Chinese they also start within words and numbers (so that 00多家
 * finds 300多家), but apart from the others, behind {@link #INNER}.
 */
final class GramTree {

  /** Most reports of a leaf. */
  static final int LEAF = 12;

  /** Before paths that start inside a word. */
  static final char INNER = '\u0001';

  private static final int DEEPEST = 64;

  /** A subtree of more characters becomes a piece of its own. */
  private static final int UNIT_CHARS = 3_000;

  /** Starts held in memory at once, by and large. */
  private static final int STARTS_AT_ONCE = 32_000_000;

  private static final int NONE = -1;

  // A start is an index of the text, and two marks.
  private static final int INSIDE_WORD = 1 << 31;
  private static final int STOP_WORD = 1 << 30;
  private static final int INDEX = STOP_WORD - 1;

  private final Corpus corpus;
  private final Units units;
  private final Postings postings;
  private int[] starts = {};
  private int[] scratch = {};
  private long[] keys = {};

  GramTree(Corpus corpus, Units units) {
    this.corpus = corpus;
    this.units = units;
    this.postings = new Postings(corpus.lengthNorms());
  }

  /** Writes the tree of the whole corpus, some first characters at a time. */
  void write() throws IOException {
    int[] counts = new int[ROOTS];
    scan((start, root) -> counts[root]++);
    for (int from = 0, to = 0; from < ROOTS; from = to) {
      int[] ends = new int[ROOTS];
      int size = 0;
      while (to < ROOTS && (to == from || size + counts[to] <= STARTS_AT_ONCE)) {
        ends[to] = size;
        size += counts[to++];
      }
      if (starts.length < size) {
        starts = new int[size];
      }
      int first = from;
      int last = to;
      scan(
          (start, root) -> {
            if (root >= first && root < last) {
              starts[ends[root]++] = start;
            }
          });
      for (int root = first; root < last; root++) {
        if (counts[root] > 0) {
          root(ends[root] - counts[root], ends[root]);
        }
      }
    }
  }

  // ---- where paths start ----

  private static final int ROOTS = Character.MAX_VALUE + 1;

  private interface Starts {
    void add(int start, int root);
  }

  /** Finds all starts, in the order of the text, with the first character of their paths. */
  private void scan(Starts found) {
    int end = corpus.length();
    for (int i = 0; i < end; ) {
      int runEnd = i;
      boolean han = false;
      char c;
      while ((c = corpus.at(runEnd)) != ' ' && c != Corpus.END) {
        han |= isHan(c);
        runEnd++;
      }
      if (han) {
        inChinese(i, runEnd, found);
      } else if (runEnd > i) {
        boolean stop = StopWords.contains(corpus.text(i, runEnd));
        found.add(stop ? i | STOP_WORD : i, corpus.at(i));
      }
      i = runEnd + 1;
    }
  }

  private void inChinese(int from, int to, Starts found) {
    boolean before = true;
    for (int i = from; i < to; i++) {
      char c = corpus.at(i);
      boolean here = isHan(c);
      if (!Character.isLowSurrogate(c)) {
        boolean inner = !here && !before;
        found.add(inner ? i | INSIDE_WORD : i, inner ? INNER : c);
      }
      before = here;
    }
  }

  /** Surrogates stand for rare Chinese characters. */
  private static boolean isHan(char c) {
    return c >= '\u2e80' && (Character.isSurrogate(c) || SearchFold.isHan(c));
  }

  /** The character of a path at a depth, or {@link #NONE} behind its end. */
  private int symbol(int start, int depth) {
    boolean inner = (start & INSIDE_WORD) != 0;
    if (inner && depth == 0) {
      return INNER;
    }
    int origin = start & INDEX;
    int index = origin + depth - (inner ? 1 : 0);
    if (index >= corpus.length()) {
      return NONE;
    }
    char c = corpus.at(index);
    if (inner || isHan(corpus.at(origin))) {
      return c == ' ' || c == Corpus.END ? NONE : c;
    }
    if (depth == 0) {
      return c;
    }
    char before = corpus.at(index - 1);
    return before == Corpus.END || (before == ' ' && (start & STOP_WORD) != 0) ? NONE : c;
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
    if (keys.length < count) {
      keys = new long[Math.max(count, 2 * keys.length)];
      scratch = new int[keys.length];
    }
    boolean same = true;
    int first = symbol(starts[from], depth);
    for (int i = 0; i < count; i++) {
      int symbol = symbol(starts[from + i], depth);
      same &= symbol == first;
      keys[i] = ((long) (symbol + 1) << 32) | i;
    }
    if (same) {
      return new int[] {from, to};
    }
    Arrays.sort(keys, 0, count);
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
      add(starts[i] & INDEX);
    }
  }

  private void add(int index) {
    int segment = corpus.segment(index);
    postings.add(corpus.report(segment), corpus.field(segment));
  }

  /**
   * Appends the rest of the label that leads to a node, then the node: three times how many reports
   * or children it has plus what becomes of the children, then its list or the children.
   *
   * @param path leads here; as long as {@code depth}
   */
  private void subtree(int from, int to, int depth, StringBuilder path, StringBuilder out)
      throws IOException {
    count(from, to);
    int reports = postings.size();
    if (reports <= LEAF) {
      leaf(out);
      return;
    }
    int here = depth;
    int[] groups = group(from, to, here);
    while (groups.length == 2 && here < DEEPEST && symbol(starts[from], here) != NONE) {
      path.append((char) symbol(starts[from], here));
      here++;
      groups = group(from, to, here);
    }
    Codec.text(path.substring(depth), out);
    if (here >= DEEPEST) {
      recount(from, to);
      Codec.number(reports * 3 + ENDS, out);
      postings.write(out);
    } else {
      children(groups, here, path, reports, out);
    }
    path.setLength(depth);
  }

  /** Counts again what has been grouped, and so is no longer in the order of the text. */
  private void recount(int from, int to) {
    int[] ordered = new int[to - from];
    for (int i = 0; i < ordered.length; i++) {
      ordered[i] = starts[from + i] & INDEX;
    }
    Arrays.sort(ordered);
    postings.clear();
    for (int index : ordered) {
      add(index);
    }
  }

  /**
   * Appends a node with its children and without a list, which is theirs together; or, where they
   * are too long, its list alone: then each child is a piece of its own.
   */
  private void children(int[] groups, int depth, StringBuilder path, int reports, StringBuilder out)
      throws IOException {
    List<String> symbols = new ArrayList<>();
    List<StringBuilder> bodies = new ArrayList<>();
    int chars = 0;
    for (int g = 0; g + 1 < groups.length; g++) {
      int symbol = symbol(starts[groups[g]], depth);
      StringBuilder body = new StringBuilder();
      if (symbol == NONE) {
        symbol = Corpus.END;
        count(groups[g], groups[g + 1]);
        leaf(body);
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
    recount(groups[0], groups[groups.length - 1]);
    postings.write(out);
    boolean chinese = isHan(path.charAt(0)) || path.charAt(0) == INNER;
    for (int i = 0; i < bodies.size(); i++) {
      // Nobody asks where a run of Chinese ends.
      if (!chinese || symbols.get(i).charAt(0) != Corpus.END) {
        units.add(path + symbols.get(i), bodies.get(i));
      }
    }
  }

  /** Appends a node with what was counted last, without a label or children. */
  private void leaf(StringBuilder out) {
    Codec.number(0, out);
    Codec.number(postings.size() * 3 + ENDS, out);
    postings.write(out);
  }
}
