package duizhao.search;

import duizhao.text.SearchFold;
import duizhao.text.StopWords;
import java.io.IOException;
import java.util.Arrays;

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

  private static final int LEAST_PART = 8_000_000;
  private static final int MOST_PART = 16_000_000;

  /** An archive of fewer reports needs no pools. */
  private static final int LARGE = 500;

  /** Most reports of a pool in words: nothing but the words themselves tells them apart. */
  private static final int WORD_POOL = 6;

  /** Most reports of a leaf or pool in phrases of a large archive. */
  private static final int PHRASE_POOL = 64;

  /** More starts than that hardly stand inside a piece with their parts. */
  private static final int SURELY_OUTSIDE = 1_000;

  private static final int NONE = -1;

  /** Stands behind the end of a path; in no text. */
  private static final char OVER = 0;

  // A start is a place of the corpus, and below it a mark and an index of the text: so starts sort
  // by report.
  private static final int PLACE_SHIFT = 32;
  private static final long INSIDE_WORD = 1L << 31;
  private static final int INDEX = (1 << 30) - 1;

  private final Corpus corpus;
  private final Units units;
  private final Postings postings;
  private final boolean large;
  private long[] starts = {};

  /**
   * Behind each start, before they are moved, the second character of the path: the text is at hand
   * then.
   */
  private char[] seconds = {};

  private long[] scratch = {};
  private char[] symbols = {};
  private final int[] tally = new int[ROOTS];
  private char[] touched = new char[64];

  /** Whether the paths at hand start with Chinese, or inside a word. */
  private boolean chinese;

  private boolean inner;

  /** Whether a node below the one at hand is without its list: then that has to have its own. */
  private boolean unlisted;

  /** What leads to the node at hand. */
  private final StringBuilder path = new StringBuilder();

  /** The nodes that are being written: behind each, for the time being, those below it. */
  private final UnitWriter out = new UnitWriter();

  /** A node without its children, or one alone; and the children of one. */
  private final UnitWriter node = new UnitWriter();

  private final UnitWriter row = new UnitWriter();

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
        starts = new long[size];
        seconds = new char[size];
      }
      int first = from;
      int last = to;
      scan(
          (start, root) -> {
            if (root >= first && root < last) {
              inner = root == INNER;
              chinese = isHan((char) root);
              seconds[ends[root]] = symbol(start, 1);
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
    void add(long start, int root);
  }

  /** Finds all starts, in the order of the text, with the first character of their paths. */
  private void scan(Starts found) {
    for (int segment = 0; segment < corpus.segmentCount(); segment++) {
      long place = (long) corpus.place(segment) << PLACE_SHIFT;
      char c = ' ';
      for (int i = corpus.start(segment); c != Corpus.END; i++) {
        int from = i;
        boolean han = false;
        while ((c = corpus.at(i)) != ' ' && c != Corpus.END) {
          han |= isHan(c);
          i++;
        }
        if (han) {
          inChinese(from, i, place, found);
        } else {
          found.add(place | from, corpus.at(from));
        }
      }
    }
  }

  private void inChinese(int from, int to, long place, Starts found) {
    boolean before = true;
    for (int i = from; i < to; i++) {
      char c = corpus.at(i);
      boolean here = isHan(c);
      if (!Character.isLowSurrogate(c)) {
        boolean inner = !here && !before;
        found.add(place | (inner ? INSIDE_WORD : 0) | i, inner ? INNER : c);
      }
      before = here;
    }
  }

  /** Whether a UTF-16 unit is Chinese, or half of a rare character. */
  static boolean isHan(char c) {
    return c >= FIRST_HAN && HAN[c];
  }

  /** The character of a path at a depth of at least 1, or {@link #OVER}. */
  private char symbol(long start, int depth) {
    int index = ((int) start & INDEX) + depth - (inner ? 1 : 0);
    if (chinese || inner) {
      char c = corpus.at(index);
      return c == ' ' || c == Corpus.END ? OVER : c;
    }
    return corpus.at(index - 1) == Corpus.END ? OVER : corpus.at(index);
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
      scratch = new long[Math.max(count, 2 * scratch.length)];
      symbols = new char[scratch.length];
    }
    int groups = 0;
    for (int i = 0; i < count; i++) {
      char symbol = depth == 1 ? seconds[from + i] : symbol(starts[from + i], depth);
      symbols[i] = symbol;
      if (tally[symbol]++ == 0) {
        if (groups == touched.length) {
          touched = Arrays.copyOf(touched, 2 * groups);
        }
        touched[groups++] = symbol;
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
    char first = inner ? INNER : corpus.at((int) starts[from] & INDEX);
    chinese = isHan(first);
    path.setLength(0);
    path.append(first);
    if (chinese) {
      out.truncate(0);
      outside(from, to, 1);
      units.add(path.toString(), out, 0, out.length());
    }
    int[] limits = group(from, to, 1);
    for (int g = 0; g + 1 < limits.length; g++) {
      char symbol = symbol(starts[limits[g]], 1);
      if (symbol != OVER && symbol != Corpus.END) {
        path.append(symbol);
        out.truncate(0);
        if (isLeaf(limits[g], limits[g + 1], isPhrase())) {
          leaf(limits[g], limits[g + 1], 2, out);
        } else {
          split(limits[g], limits[g + 1]);
        }
        units.add(path.toString(), out, 0, out.length());
        path.setLength(1);
      }
    }
    wordEnd(limits);
  }

  /**
   * Adds the piece that lists where the word of the path ends, but for spaces behind it: at the end
   * of a segment, and before Chinese.
   */
  private void wordEnd(int[] limits) throws IOException {
    if (chinese || inner) {
      return;
    }
    int count = 0;
    for (int g = 0; g + 1 < limits.length; g++) {
      char symbol = character(limits[g], path.length());
      if (symbol == Corpus.END || symbol >= FIRST_HAN) {
        count = gather(limits[g], limits[g + 1], count);
      }
    }
    if (count > 0) {
      countGathered(count);
      node.truncate(0);
      leaf(large, node);
      units.add(path.toString() + Corpus.END, node, 0, node.length());
    }
  }

  /** Puts starts behind those that were gathered before. */
  private int gather(int from, int to, int count) {
    if (scratch.length < count + to - from) {
      scratch = Arrays.copyOf(scratch, 2 * (count + to - from));
      symbols = new char[scratch.length];
    }
    System.arraycopy(starts, from, scratch, count, to - from);
    return count + to - from;
  }

  private void countGathered(int count) {
    Arrays.sort(scratch, 0, count);
    postings.clear();
    for (int i = 0; i < count; i++) {
      postings.add((int) (scratch[i] >> PLACE_SHIFT));
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
      postings.add((int) (starts[i] >> PLACE_SHIFT));
    }
  }

  private static int report(long start) {
    return (int) (start >> PLACE_SHIFT + Corpus.FIELD_BITS);
  }

  /** Whether starts in the order of the text are in few enough reports for a leaf. */
  private boolean isLeaf(int from, int to, boolean phrase) {
    int most = phrase && large ? PHRASE_POOL : LEAF;
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

  /** Whether the path goes on behind a word. */
  private boolean isPhrase() {
    return path.indexOf(" ") > 0;
  }

  /**
   * Appends a node that is no leaf: {@link #KINDS} times how many reports or children it has plus
   * its kind, the rest of the label that leads to it, then its list or the children.
   */
  private void split(int from, int to) throws IOException {
    int depth = path.length();
    int end = depth + common(from, to, depth);
    for (int i = depth; i < end; i++) {
      path.append(symbol(starts[from], i));
    }
    if (end < DEEPEST) {
      children(from, to, depth);
    } else {
      count(from, to);
      out.number(postings.size() * KINDS + ENDS);
      out.text(path, depth, end);
      postings.write(out);
    }
    path.setLength(depth);
  }

  /** How many characters all paths go on alike behind a depth. */
  private int common(int from, int to, int depth) {
    int most = DEEPEST - depth;
    for (int i = from + 1; i < to && most > 0; i++) {
      int same = 0;
      while (same < most) {
        char symbol = symbol(starts[i], depth + same);
        if (symbol == OVER || symbol != symbol(starts[from], depth + same)) {
          break;
        }
        same++;
      }
      most = same;
    }
    return most;
  }

  /**
   * Whether the list of such a node ranks reports: words are ranked by the lists of their stems.
   */
  private boolean ranks(int depth) {
    return !large || (chinese && depth == 2);
  }

  /**
   * Whether a query may end at the node of the path: not inside a word of a phrase that a stop word
   * begins, as phrases end with words.
   *
   * @param depth where its label begins
   */
  private boolean isAsked(int depth) {
    int space = path.indexOf(" ");
    if (space < 0 || !StopWords.contains(path.substring(0, space))) {
      return true;
    }
    for (int i = space; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c >= FIRST_HAN || (c == ' ' && i >= depth - 1)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a character is behind a word. */
  private static boolean endsWord(char c) {
    return c <= ' ' || c >= FIRST_HAN;
  }

  /** Appends a node whose children are pieces of their own; its label is the path from a depth. */
  private void outside(int from, int to, int depth) {
    boolean ranks = ranks(depth);
    if (isAsked(depth)) {
      count(from, to);
    } else {
      postings.clear();
    }
    out.number(postings.size() * KINDS + (ranks ? OUTSIDE : OUTSIDE_BRIEF));
    out.text(path, depth, path.length());
    if (ranks) {
      postings.write(out);
    } else {
      postings.writeBrief(out);
    }
  }

  /**
   * Appends a node with its children and without a list, which is theirs together; or, where they
   * are too long, its list alone: then each child is a piece of its own.
   *
   * @param depth where its label begins in the path, which leads to the children
   */
  private void children(int from, int to, int depth) throws IOException {
    int here = path.length();
    int start = out.length();
    boolean listed = to - from > SURELY_OUTSIDE;
    if (listed) {
      outside(from, to, depth); // as long as the starts are in order
    }
    int[] limits = group(from, to, here);
    // Where the nodes of the children are; those of leaves are not written before they are needed.
    int[] bodies = new int[limits.length];
    boolean phrase = isPhrase();
    boolean before = unlisted;
    unlisted = false;
    for (int g = 0; g + 1 < limits.length; g++) {
      bodies[g] = out.length();
      char symbol = symbol(starts[limits[g]], here);
      if (symbol != OVER
          && symbol != Corpus.END
          && !isLeaf(limits[g], limits[g + 1], phrase || symbol == ' ')) {
        path.append(symbol);
        split(limits[g], limits[g + 1]);
        path.setLength(here);
      }
    }
    bodies[limits.length - 1] = out.length();
    if (!unlisted && out.length() - bodies[0] <= UNIT_CHARS && fits(limits, bodies, depth)) {
      out.truncate(start);
      out.append(node, 0, node.length());
      out.append(row, 0, row.length());
      unlisted = before;
      return;
    }
    for (int g = 0; g + 1 < limits.length; g++) {
      char symbol = character(limits[g], here);
      if (symbol != Corpus.END) {
        String key = path.toString() + symbol;
        if (bodies[g] < bodies[g + 1]) {
          units.add(key, out, bodies[g], bodies[g + 1]);
        } else {
          node.truncate(0);
          leaf(limits[g], limits[g + 1], here + 1, node);
          units.add(key, node, 0, node.length());
        }
      }
    }
    wordEnd(limits);
    if (listed) {
      out.truncate(bodies[0]);
    } else {
      out.truncate(start);
      Arrays.sort(starts, from, to);
      outside(from, to, depth);
    }
    unlisted = before || !isAsked(depth);
  }

  /** The character that leads from a depth to the start at a place. */
  private char character(int at, int depth) {
    char symbol = symbol(starts[at], depth);
    return symbol == OVER ? Corpus.END : symbol;
  }

  /**
   * Writes a node that holds its children, unless they are too long; the smallest are pooled where
   * that is worth it.
   */
  private boolean fits(int[] limits, int[] bodies, int depth) {
    int here = path.length();
    int most = !large ? 0 : isPhrase() ? PHRASE_POOL : chinese || inner ? LEAF : WORD_POOL;
    row.truncate(0);
    int size = 0;
    int[] pool = new int[most];
    int[] alone = new int[most];
    int[] members = new int[limits.length];
    int pooled = 0;
    int reports = 0;
    for (int g = 0; g + 1 < limits.length && row.length() <= UNIT_CHARS; g++) {
      char symbol = character(limits[g], here);
      boolean leaf = bodies[g] == bodies[g + 1];
      // Where a word ends has to be told apart.
      boolean ends = !chinese && !inner && endsWord(symbol);
      boolean joins = leaf && !ends;
      int together = joins ? join(limits[g], limits[g + 1], pool, reports) : NONE;
      if (together == NONE && joins && join(limits[g], limits[g + 1], alone, 0) != NONE) {
        pool(members, pooled, limits);
        size++;
        pooled = 0;
        together = join(limits[g], limits[g + 1], pool, 0);
      }
      if (together != NONE) {
        reports = together;
        members[pooled++] = g;
        continue;
      }
      size++;
      row.append(symbol);
      if (leaf) {
        leaf(limits[g], limits[g + 1], here + 1, row);
      } else {
        row.append(out, bodies[g], bodies[g + 1]);
      }
    }
    if (pooled > 0) {
      pool(members, pooled, limits);
      size++;
    }
    node.truncate(0);
    node.number(size * KINDS + INSIDE);
    node.text(path, depth, here);
    return node.length() + row.length() <= UNIT_CHARS;
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
  private void pool(int[] members, int size, int[] limits) {
    int first = limits[members[0]];
    row.append(character(first, path.length()));
    if (size == 1) {
      leaf(first, limits[members[0] + 1], path.length() + 1, row);
      return;
    }
    int count = 0;
    for (int i = 0; i < size; i++) {
      count = gather(limits[members[i]], limits[members[i] + 1], count);
    }
    countGathered(count);
    row.number(postings.size() * KINDS + POOLED);
    postings.writeBrief(row);
  }

  /** Appends a node without children; it is found at a depth, and has no label. */
  private void leaf(int from, int to, int depth, UnitWriter into) {
    count(from, to);
    leaf(large && (!chinese || depth > 2), into);
  }

  /** Appends a node without children for the reports that were counted. */
  private void leaf(boolean brief, UnitWriter into) {
    into.number(postings.size() * KINDS + (brief ? BRIEF : ENDS));
    if (brief) {
      postings.writeBrief(into);
    } else {
      into.number(0); // no label
      postings.write(into);
    }
  }
}
