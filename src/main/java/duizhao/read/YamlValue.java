package duizhao.read;

import duizhao.diagnostic.Location;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of YAML that knows where it stands. Scalars keep the characters that the author typed.
 */
sealed interface YamlValue {

  Location at();

  /** What this is, in an author's words. */
  String called();

  /**
   * One value.
   *
   * @param text what was typed, without quotes; no type is guessed
   * @param nothing whether it is a plain null: empty, {@code ~} or {@code null}
   * @param typed how the file spells it, from its place on, with quotes and indents; empty where
   *     that is of no use
   */
  record Scalar(Location at, String text, boolean nothing, String typed) implements YamlValue {

    Scalar(Location at, String text, boolean nothing) {
      this(at, text, nothing, "");
    }

    @Override
    public String called() {
      return nothing ? "nothing" : "a single value";
    }
  }

  /** A list. */
  record Items(Location at, List<YamlValue> items) implements YamlValue {
    @Override
    public String called() {
      return "a list";
    }
  }

  /** A map, in the order it was typed. */
  record Entries(Location at, List<Entry> entries) implements YamlValue {
    @Override
    public String called() {
      return "a map";
    }

    /** The first value under a key, or null. */
    @Nullable YamlValue get(String key) {
      for (Entry entry : entries) {
        if (entry.key().text().equals(key)) {
          return entry.value();
        }
      }
      return null;
    }

    List<String> keys() {
      List<String> keys = new ArrayList<>();
      entries.forEach(e -> keys.add(e.key().text()));
      return keys;
    }
  }

  /** One line of a map. */
  record Entry(Scalar key, YamlValue value) {}

  /** Whether two values say the same, wherever they stand. */
  static boolean same(YamlValue a, YamlValue b) {
    if (a instanceof Scalar x && b instanceof Scalar y) {
      return x.text().equals(y.text());
    }
    if (a instanceof Items x && b instanceof Items y) {
      return x.items().size() == y.items().size()
          && java.util.stream.IntStream.range(0, x.items().size())
              .allMatch(i -> same(x.items().get(i), y.items().get(i)));
    }
    if (a instanceof Entries x && b instanceof Entries y) {
      return x.entries().size() == y.entries().size()
          && x.entries().stream()
              .allMatch(
                  e -> {
                    YamlValue other = y.get(e.key().text());
                    return other != null && same(e.value(), other);
                  });
    }
    return false;
  }
}
