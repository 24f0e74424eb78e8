package duizhao.model;

import duizhao.diagnostic.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that were published, as {@code addresses.txt} keeps them.
 *
 * @param entries one an address, in the order of the file
 */
public record Ledger(List<Entry> entries) {

  public static final Ledger EMPTY = new Ledger(List.of());

  public Ledger {
    entries = List.copyOf(entries);
  }

  /**
   * One address.
   *
   * @param address below the site's root, as servers know it: {@code en/reports/x/}
   * @param paragraphs the highest number of a paragraph that it had; 0 for none
   * @param target where readers are led who come here; null where the page itself has to be
   * @param gone whether readers are told that there is nothing any more
   */
  public record Entry(
      String address, int paragraphs, @Nullable String target, boolean gone, Location at) {}
}
