package duizhao.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;

/**
 * Sets of code points that do not depend on the Java version, as {@code src/search-fold} writes
 * them.
 */
final class FoldRanges {

  private FoldRanges() {}

  /** The lines of a resource of this package that are no comments. */
  static List<String> lines(String resource) {
    try (InputStream in = FoldRanges.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The set of that name in {@code ranges.txt}. */
  static BitSet of(String name) {
    return lines("ranges.txt").stream()
        .filter(line -> line.startsWith(name + " "))
        .map(line -> set(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no ranges " + name));
  }

  /**
   * @param steps from one bound of the set to the next, in base 36; the last range may be open
   */
  static BitSet set(String steps) {
    BitSet set = new BitSet();
    int bound = 0;
    int start = -1;
    for (String step : steps.split(" ", -1)) {
      bound += Integer.parseInt(step, 36);
      if (start < 0) {
        start = bound;
      } else {
        set.set(start, bound);
        start = -1;
      }
    }
    if (start >= 0) {
      set.set(start, Character.MAX_CODE_POINT + 1);
    }
    return set;
  }
}
