package duizhao.check;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.quantity.Pairs;
import duizhao.quantity.Pairs.Case;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every number of the English of the labelled pairs, with one slip at a time. */
class SlipsInPairsTest {

  private static final List<String> FILES =
      List.of(
          "dev.txt",
          "held-out.txt",
          "further.txt",
          "second.txt",
          "third.txt",
          "fourth.txt",
          "fifth.txt",
          "sixth.txt",
          "seventh.txt");

  /** With {@code -Dquantity.table}, what was found and what was missed is printed. */
  @Test
  void nearlyEverySlipIsFound() {
    boolean print = System.getProperty("quantity.table") != null;
    Map<String, int[]> table = new HashMap<>();
    for (String file : FILES) {
      for (Case pair : Pairs.read(file)) {
        if (pair.label().equals("clean")) {
          for (Slips.Slip slip : Slips.of(pair.en(), true)) {
            int[] row = table.computeIfAbsent(slip.label(), label -> new int[2]);
            boolean found = new Case(slip.label(), pair.zh(), slip.text()).isFound();
            row[0] += found ? 1 : 0;
            row[1]++;
            if (print && !found) {
              System.out.println(slip.label() + " " + slip.change() + " in " + pair.en());
            }
          }
        }
      }
    }
    if (print) {
      table.forEach((label, row) -> System.out.println(label + " " + row[0] + "/" + row[1]));
    }
    assertThat(part(table, "magnitude")).isGreaterThanOrEqualTo(0.99);
    assertThat(part(table, "magnitude", "value", "date", "unit")).isGreaterThanOrEqualTo(0.95);
    assertThat(part(table, "hedge")).isGreaterThanOrEqualTo(0.85);
  }

  private static double part(Map<String, int[]> table, String... labels) {
    double found = Stream.of(labels).mapToInt(label -> table.get(label)[0]).sum();
    return found / Stream.of(labels).mapToInt(label -> table.get(label)[1]).sum();
  }
}
