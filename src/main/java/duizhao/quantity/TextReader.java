package duizhao.quantity;

import duizhao.model.Hedge;
import duizhao.quantity.Quantity.Kind;
import duizhao.quantity.Quantity.Weight;
import duizhao.quantity.QuantityReader.Names;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the numbers of a text from left to right, whatever its language. */
abstract class TextReader {

  static final BigDecimal HALF = new BigDecimal("0.5");
  static final BigDecimal NOON = BigDecimal.valueOf(720);

  /** What figures may touch without being a code: 500Mbps. */
  static final Set<String> SIGNS =
      Set.of(
          "mbps", "gbps", "kw", "mw", "gw", "kwh", "kv", "mpa", "mb", "gb", "tb", "hz", "mhz",
          "ghz", "ml", "mg", "km", "kg", "cm", "mm", "nm", "ms", "rpm", "ppm", "ha", "db", "um",
          "mbar", "kpa", "hpa", "mah", "mwh", "gwh", "kcal", "kj", "dpi", "fps", "kbps", "v", "t",
          "l", "sqm");

  /** What stands between a number and the next of a list. */
  private static final Pattern LISTED =
      Pattern.compile("[^.,;:!?]* for [^.,;:!?]*(?:, | and |, and )");

  /** The text as it was given. */
  final String source;

  private final String compared;
  private final Names names;
  final List<Quantity> found = new ArrayList<>();

  /**
   * @param compared the text as it is compared with names, character for character
   */
  TextReader(String source, String compared, Names names) {
    this.source = source;
    this.compared = compared;
    this.names = names;
  }

  /** How many places there are: characters or words. */
  abstract int size();

  /** Reads what starts at a place, and says where to go on. */
  abstract int step(int i);

  /** A quantity from one place up to another. */
  abstract Draft add(Kind kind, BigDecimal value, int from, int to);

  final List<Quantity> read() {
    int i = 0;
    while (i < size()) {
      i = Math.max(i + 1, step(i));
    }
    shareHedges();
    return found;
  }

  /**
   * What is said before the first of a list may be meant for all of it: "no less than 3,200 yuan
   * for teachers, 2,600 for assistants and 2,300 for nurses".
   */
  private void shareHedges() {
    for (int n = 1; n < found.size(); n++) {
      Quantity first = found.get(n - 1);
      Quantity next = found.get(n);
      boolean bare = next.measure() == null && next.hedge() == Hedge.EXACT;
      if (bare
          && first.hedge() != Hedge.EXACT
          && first.kind() == next.kind()
          && !first.vague()
          && first.end() < next.start()
          && LISTED.matcher(source.substring(first.end(), next.start())).matches()) {
        found.set(n, next.hedged(first.hedge()));
      }
    }
  }

  /** Adds "this year" and the like, which may be any of many; returns where it ends. */
  final int wide(Kind kind, int low, int high, int from, int to) {
    add(kind, BigDecimal.valueOf(low), from, to)
        .high(BigDecimal.valueOf(high))
        .weight(Weight.OPTIONAL)
        .done();
    return to;
  }

  /** A draft of characters from one index up to another. */
  final Draft draft(Kind kind, BigDecimal value, int start, int end) {
    return new Draft(this::keep, kind, value, start, end);
  }

  /**
   * Gives both ends of a range the hedge that stands at one, as in 5000-6000吨左右.
   *
   * @param from how many quantities had been found before
   */
  final void shareHedge(int from) {
    if (found.size() - from == 2) {
      Quantity low = found.get(from);
      Quantity high = found.get(from + 1);
      if (low.hedge() == Hedge.EXACT) {
        found.set(from, low.hedged(high.hedge()));
      } else if (high.hedge() == Hedge.EXACT) {
        found.set(from + 1, high.hedged(low.hedge()));
      }
    }
  }

  private void keep(Draft draft) {
    boolean named = names.cover(compared, draft.start()) || names.cover(compared, draft.end() - 1);
    found.add(draft.of(source, named));
  }
}
