package duizhao.diagnostic;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds what an author probably meant. */
public final class Nearest {

  private Nearest() {}

  /**
   * The known word closest to a wrong one by edit distance, or null when none is close: at most a
   * third of the letters, and at least one, may differ.
   */
  public static @Nullable String to(String wrong, Collection<String> known) {
    String folded = wrong.toLowerCase(Locale.ROOT);
    int best = Math.max(1, folded.length() / 3) + 1;
    String nearest = null;
    for (String candidate : known) {
      if (Math.abs(candidate.length() - folded.length()) > best) {
        continue;
      }
      int distance = distance(folded, candidate.toLowerCase(Locale.ROOT));
      if (distance < best
          || (distance == best && nearest != null && candidate.compareTo(nearest) < 0)) {
        best = distance;
        nearest = candidate;
      }
    }
    return nearest;
  }

  /** {@code did you mean "x"? } with a trailing space, or the empty string when nothing is near. */
  public static String didYouMean(String wrong, Collection<String> known) {
    String nearest = to(wrong, known);
    return nearest == null ? "" : "did you mean \"" + nearest + "\"? ";
  }

  /** Optimal string alignment distance: insertions, deletions, changes and swaps of neighbours. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
