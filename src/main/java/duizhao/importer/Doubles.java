package duizhao.importer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds passages that stand twice on a page: pasted in again where a column ends, or a whole report
 * again.
 */
final class Doubles {

  /** Shorter repetitions are names and set phrases. In UTF-16 units. */
  private static final int SHORTEST = 24;

  /** Copies that differ in no longer a run than this, and little in it, are one passage still. */
  private static final int GAP = 40;

  /** How many characters copies may differ by in one place. */
  private static final int SLIP = 4;

  /**
   * A passage that repeats an earlier one, some slips apart; offsets are into the text that was
   * searched, and ends do not count.
   */
  record Repeat(int first, int firstEnd, int second, int secondEnd) {

    int length() {
      return secondEnd - second;
    }
  }

  private Doubles() {}

  /**
   * The repeated passages of a text, in the order of their second copies, none overlapping: each
   * the longest from where it starts. Takes time in proportion to the text.
   */
  static List<Repeat> find(String text) {
    List<Repeat> found = new ArrayList<>();
    Map<Integer, Integer> seen = new HashMap<>();
    int indexed = 0;
    int i = 0;
    while (i + SHORTEST <= text.length()) {
      for (; indexed + SHORTEST <= i; indexed++) {
        seen.putIfAbsent(hash(text, indexed), indexed);
      }
      Integer first = seen.get(hash(text, i));
      int length = first == null ? 0 : common(text, first, i);
      if (first == null || length < SHORTEST) {
        i++;
        continue;
      }
      Repeat last = found.isEmpty() ? null : found.get(found.size() - 1);
      if (last != null
          && first >= last.firstEnd()
          && first + length <= last.second()
          && alike(text, last.firstEnd(), first, last.secondEnd(), i)) {
        found.set(
            found.size() - 1, new Repeat(last.first(), first + length, last.second(), i + length));
      } else {
        found.add(new Repeat(first, first + length, i, i + length));
      }
      i += length;
    }
    return found;
  }

  /** Whether what stands between two common passages is nearly the same in both copies. */
  private static boolean alike(String text, int a, int aEnd, int b, int bEnd) {
    if (aEnd - a > GAP || bEnd - b > GAP) {
      return false;
    }
    int[][] common = new int[aEnd - a + 1][bEnd - b + 1];
    for (int i = 1; i <= aEnd - a; i++) {
      for (int j = 1; j <= bEnd - b; j++) {
        common[i][j] =
            text.charAt(a + i - 1) == text.charAt(b + j - 1)
                ? common[i - 1][j - 1] + 1
                : Math.max(common[i - 1][j], common[i][j - 1]);
      }
    }
    int same = common[aEnd - a][bEnd - b];
    return aEnd - a - same <= SLIP && bEnd - b - same <= SLIP;
  }

  private static int hash(String text, int at) {
    int hash = 0;
    for (int i = at; i < at + SHORTEST; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return hash;
  }

  private static int common(String text, int first, int second) {
    int length = 0;
    while (second + length < text.length()
        && first + length < second
        && text.charAt(first + length) == text.charAt(second + length)) {
      length++;
    }
    return length;
  }
}
