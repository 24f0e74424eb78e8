package duizhao.search;

import duizhao.text.SearchFold;
import duizhao.text.StopWords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
 *
 * <p>In large archives the index would be mostly leaves of one report or two. There those below one
 * node are pooled until a pool has a few reports, which are read to tell them apart.
 */
final class GramTree {

  /** Most reports of a leaf. */
  static final int LEAF = 12;

  /** Before paths that start inside a word. */
  static final char INNER = '\u0001';

  private static final int DEEPEST = 64;

  /** A subtree of more characters becomes a piece of its own. */
  private static final int UNIT_CHARS = 3_000;

  /** Starts are held in memory in so many parts, by and large, and one that is this large. */
  private static final int PARTS = 8;

  private static final int LEAST_PART = 16_000_000;
  private static final int MOST_PART = 32_000_000;

  /** An archive of fewer reports needs no pools. */
  private static final int LARGE = 500;

  /** Most reports of a pool: below Chinese and in words, and below phrases. */
  private static final int POOL = 6;

  private static final int PHRASE_POOL = 32;

  /** Most reports of a leaf below phrases in a large archive. */
  private static final int PHRASE_LEAF = 32;

  /** More starts than that hardly stand inside a piece with their parts. */
  private static final int SURELY_OUTSIDE = 1_000;

  private static final int NONE = -1;

  // A start is an index of the text, and two marks.
  private static final int INSIDE_WORD = 1 << 31;
  private static final int STOP_WORD = 1 << 30;
  private static final int INDEX = STOP_WORD - 1;

  private final Corpus corpus;
  private final Units units;
  private final Postings postings;
  private final boolean large;
  private int[] starts = {};
  private int[] scratch = {};
  private int[] symbols = {};
  private final int[] tally = new int[ROOTS + 1];
  private int[] touched = new int[64];

  /** Letters of short words, twice, plus 1 for a stop word. */
  private final long[] shortWords = new long[1 << 12];

  /** Whether the paths at hand start with Chinese, or inside a word. */
  private boolean chinese;

  private boolean inner;

  GramTree(Corpus corpus, Units units) {
    this.corpus = corpus;
    this.units = units;
    this.postings = new Postings(corpus.lengthNorms());
    this.large = corpus.reportCount() >= LARGE;
  }

  /** Writes the tree of the whole corpus, some first characters at a time. */
  void write() throws IOException {
    int[] counts = new int[ROOTS];
    scan((start, root) -> counts[root]++);
    long all = 0;
    for (int count : counts) {
      all += count;
    }
    int atOnce = (int) Math.max(LEAST_PART, Math.min(MOST_PART, all / PARTS));
    for (int from = 0, to = 0; from < ROOTS; from = to) {
      int[] ends = new int[ROOTS];
      int size = 0;
      while (to < ROOTS && (to == from || size + counts[to] <= atOnce)) {
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
  private static final int LONGEST_STOP_WORD = 7;
  private static final char FIRST_HAN = '\u2e80';
  private static final boolean[] HAN = han();

  /** Surrogates stand for rare Chinese characters. */
  private static boolean[] han() {
    boolean[] han = new boolean[ROOTS];
    for (int c = FIRST_HAN; c < ROOTS; c++) {
      han[c] = Character.isSurrogate((char) c) || SearchFold.isHan(c);
    }
    return han;
  }

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
        found.add(isStopWord(i, runEnd) ? i | STOP_WORD : i, corpus.at(i));
      }
      i = runEnd + 1;
    }
  }

  /** Whether a word is a stop word; the short words seen last are remembered by their letters. */
  private boolean isStopWord(int from, int to) {
    if (to - from > LONGEST_STOP_WORD) {
      return false;
    }
    long letters = 1;
    for (int i = from; i < to; i++) {
      int letter = corpus.at(i) - 'a';
      if (letter < 0 || letter >= 26) {
        return false;
      }
      letters = letters * 26 + letter;
    }
    int slot = (int) ((letters * 0x9e3779b97f4a7c15L) >>> 52);
    if (shortWords[slot] >> 1 != letters) {
      shortWords[slot] = letters << 1 | (StopWords.contains(corpus.text(from, to)) ? 1 : 0);
    }
    return (shortWords[slot] & 1) > 0;
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

  /** Whether a UTF-16 unit is Chinese, or half of a rare character. */
  static boolean isHan(char c) {
    return c >= FIRST_HAN && HAN[c];
  }

  /** The character of a path at a depth of at least 1, or {@link #NONE} behind its end. */
  private int symbol(int start, int depth) {
    int index = (start & INDEX) + depth - (inner ? 1 : 0);
    if (chinese || inner) {
      char c = corpus.at(index);
      return c == ' ' || c == Corpus.END ? NONE : c;
    }
    char before = corpus.at(index - 1);
    return before == Corpus.END || (before == ' ' && (start & STOP_WORD) != 0)
        ? NONE
        : corpus.at(index);
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
    if (scratch.length < count) {
      scratch = new int[Math.max(count, 2 * scratch.length)];
      symbols = new int[scratch.length];
    }
    int first = symbol(starts[from], depth) + 1;
    boolean same = true;
    for (int i = 0; i < count; i++) {
      int symbol = symbol(starts[from + i], depth) + 1;
      same &= symbol == first;
      symbols[i] = symbol;
    }
    if (same) {
      return new int[] {from, to};
    }
    int groups = 0;
    for (int i = 0; i < count; i++) {
      if (tally[symbols[i]]++ == 0) {
        if (groups == touched.length) {
          touched = Arrays.copyOf(touched, 2 * groups);
        }
        touched[groups++] = symbols[i];
      }
    }
    Arrays.sort(touched, 0, groups);
    int[] limits = new int[groups + 1];
    int next = 0;
    for (int g = 0; g < groups; g++) {
      limits[g] = from + next;
      int size = tally[touched[g]];
      tally[touched[g]] = next;
      next += size;
    }
    limits[groups] = to;
    for (int i = 0; i < count; i++) {
      scratch[tally[symbols[i]]++] = starts[from + i];
    }
    for (int g = 0; g < groups; g++) {
      tally[touched[g]] = 0;
    }
    System.arraycopy(scratch, 0, starts, from, count);
    return limits;
  }

  /**
   * All paths with one first character: a list for the character if it is Chinese, and a piece for
   * each pair.
   */
  private void root(int from, int to) throws IOException {
    inner = (starts[from] & INSIDE_WORD) != 0;
    char first = inner ? INNER : corpus.at(starts[from] & INDEX);
    chinese = isHan(first);
    StringBuilder path = new StringBuilder().append(first);
    if (chinese) {
      StringBuilder body = new StringBuilder();
      count(from, to);
      outside(rows(ranks(1)), ranks(1), "", body);
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
  static final int ENDS = 0;

  static final int INSIDE = 1;
  static final int OUTSIDE = 2;

  /** Ends here, without a label and with a brief list: the impacts of a leaf matter little. */
  static final int BRIEF = 3;

  /** A brief list of several children together; no label. */
  static final int POOLED = 4;

  /** Has its children in pieces of their own, and a brief list. */
  static final int OUTSIDE_BRIEF = 5;

  static final int KINDS = 6;

  private void count(int from, int to) {
    postings.clear();
    for (int i = from; i < to; i++) {
      add(starts[i] & INDEX);
    }
  }

  private void add(int index) {
    int place = corpus.place(index);
    postings.add(place >> Corpus.FIELD_BITS, Corpus.field(place));
  }

  private int report(int start) {
    return corpus.place(start & INDEX) >> Corpus.FIELD_BITS;
  }

  /** Whether starts in the order of the text are in too many reports for a leaf. */
  private boolean isLeaf(int from, int to, boolean phrase) {
    int most = phrase && large ? PHRASE_LEAF : LEAF;
    int reports = 0;
    int before = NONE;
    for (int i = from; i < to && reports <= most; i++) {
      int report = report(starts[i]);
      if (report != before) {
        reports++;
        before = report;
      }
    }
    return reports <= most;
  }

  /**
   * Appends a node: {@link #KINDS} times how many reports or children it has plus its kind, the
   * rest of the label that leads to it, then its list or the children.
   *
   * @param path leads here; as long as {@code depth}
   */
  private void subtree(int from, int to, int depth, StringBuilder path, StringBuilder out)
      throws IOException {
    if (isLeaf(from, to, path.indexOf(" ") > 0)) {
      count(from, to);
      leaf(depth, out);
      return;
    }
    boolean ranks = ranks(depth);
    Rows rows = null;
    if (to - from > SURELY_OUTSIDE) {
      count(from, to);
      rows = rows(ranks);
    }
    int here = depth;
    int[] groups = group(from, to, here);
    while (groups.length == 2 && here < DEEPEST && symbol(starts[from], here) != NONE) {
      path.append((char) symbol(starts[from], here));
      here++;
      groups = group(from, to, here);
    }
    String label = path.substring(depth);
    if (here >= DEEPEST) {
      recount(from, to);
      Codec.number(postings.size() * KINDS + ENDS, out);
      Codec.text(label, out);
      postings.write(out);
    } else {
      children(groups, here, path, label, ranks, rows, out);
    }
    path.setLength(depth);
  }

  /**
   * Whether the list of such a node ranks reports: words are ranked by the lists of their stems.
   */
  private boolean ranks(int depth) {
    return !large || (chinese && depth == 2);
  }

  /** A list as it is written, and how many reports it has. */
  private record Rows(int reports, StringBuilder text) {}

  /** What was counted last. */
  private Rows rows(boolean ranks) {
    StringBuilder text = new StringBuilder();
    if (ranks) {
      postings.write(text);
    } else {
      postings.writeBrief(text);
    }
    return new Rows(postings.size(), text);
  }

  /** Appends a node whose children are pieces of their own. */
  private static void outside(Rows rows, boolean ranks, String label, StringBuilder out) {
    Codec.number(rows.reports() * KINDS + (ranks ? OUTSIDE : OUTSIDE_BRIEF), out);
    Codec.text(label, out);
    out.append(rows.text());
  }

  /** Counts what has been grouped, and so is no longer in the order of the text. */
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
  private void children(
      int[] groups,
      int depth,
      StringBuilder path,
      String label,
      boolean ranks,
      @Nullable Rows known,
      StringBuilder out)
      throws IOException {
    int from = groups[0];
    int to = groups[groups.length - 1];
    List<StringBuilder> bodies = new ArrayList<>();
    int chars = 0;
    for (int g = 0; g + 1 < groups.length; g++) {
      int symbol = symbol(starts[groups[g]], depth);
      StringBuilder body = new StringBuilder();
      if (symbol == NONE) {
        count(groups[g], groups[g + 1]);
        leaf(depth + 1, body);
      } else {
        path.append((char) symbol);
        subtree(groups[g], groups[g + 1], depth + 1, path, body);
        path.setLength(depth);
      }
      bodies.add(body);
      chars += body.length() + 1;
    }
    if (chars <= 2 * UNIT_CHARS) {
      StringBuilder inside = new StringBuilder(chars);
      inside(groups, depth, path, label, bodies, inside);
      if (inside.length() <= UNIT_CHARS) {
        out.append(inside);
        return;
      }
    }
    if (known == null) {
      recount(from, to);
    }
    outside(known == null ? rows(ranks) : known, ranks, label, out);
    for (int g = 0; g < bodies.size(); g++) {
      char symbol = character(groups[g], depth);
      // Nobody asks where a run of Chinese ends.
      if (!(chinese || inner) || symbol != Corpus.END) {
        units.add(path.toString() + symbol, bodies.get(g));
      }
    }
  }

  /** The character that leads from a depth to the start at a place. */
  private char character(int at, int depth) {
    int symbol = symbol(starts[at], depth);
    return symbol == NONE ? Corpus.END : (char) symbol;
  }

  /** Appends a node with its children; the smallest are pooled where that is worth it. */
  private void inside(
      int[] groups,
      int depth,
      CharSequence path,
      String label,
      List<StringBuilder> bodies,
      StringBuilder out) {
    int most = !large ? 0 : path.toString().indexOf(' ') > 0 ? PHRASE_POOL : POOL;
    StringBuilder children = new StringBuilder();
    int size = 0;
    int[] pool = new int[most];
    int[] alone = new int[most];
    int[] members = new int[bodies.size()];
    int pooled = 0;
    int reports = 0;
    for (int g = 0; g < bodies.size(); g++) {
      char symbol = character(groups[g], depth);
      // Where a word ends has to be told apart.
      boolean ends = !chinese && !inner && (symbol <= ' ' || symbol >= FIRST_HAN);
      int together = ends ? NONE : join(groups[g], groups[g + 1], pool, reports);
      if (together == NONE && !ends && join(groups[g], groups[g + 1], alone, 0) != NONE) {
        pool(members, pooled, groups, depth, bodies, children);
        size++;
        pooled = 0;
        together = join(groups[g], groups[g + 1], pool, 0);
      }
      if (together == NONE) {
        children.append(symbol).append(bodies.get(g));
        size++;
      } else {
        reports = together;
        members[pooled++] = g;
      }
    }
    if (pooled > 0) {
      pool(members, pooled, groups, depth, bodies, children);
      size++;
    }
    Codec.number(size * KINDS + INSIDE, out);
    Codec.text(label, out);
    out.append(children);
  }

  /**
   * Adds the reports of a group to a pool that has some.
   *
   * @return how many it has then; {@link #NONE} if they are too many
   */
  private int join(int from, int to, int[] pool, int reports) {
    int size = reports;
    for (int i = from; i < to; i++) {
      int report = report(starts[i]);
      int at = 0;
      while (at < size && pool[at] != report) {
        at++;
      }
      if (at == pool.length) {
        return NONE;
      }
      if (at == size) {
        pool[size++] = report;
      }
    }
    return size;
  }

  /** Appends a child that stands for several, or for one as it is. */
  private void pool(
      int[] members,
      int size,
      int[] groups,
      int depth,
      List<StringBuilder> bodies,
      StringBuilder out) {
    out.append(character(groups[members[0]], depth));
    if (size == 1) {
      out.append(bodies.get(members[0]));
      return;
    }
    int count = 0;
    for (int i = 0; i < size; i++) {
      int from = groups[members[i]];
      int more = groups[members[i] + 1] - from;
      System.arraycopy(starts, from, scratch, count, more);
      count += more;
    }
    for (int i = 0; i < count; i++) {
      scratch[i] &= INDEX;
    }
    Arrays.sort(scratch, 0, count);
    postings.clear();
    for (int i = 0; i < count; i++) {
      add(scratch[i]);
    }
    Codec.number(postings.size() * KINDS + POOLED, out);
    postings.writeBrief(out);
  }

  /** Appends a node with what was counted last, without a label or children. */
  private void leaf(int depth, StringBuilder out) {
    boolean brief = large && (!chinese || depth > 2);
    Codec.number(postings.size() * KINDS + (brief ? BRIEF : ENDS), out);
    if (brief) {
      postings.writeBrief(out);
    } else {
      Codec.number(0, out); // no label
      postings.write(out);
    }
  }
}
