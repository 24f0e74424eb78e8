package duizhao.quantity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The labelled paragraph pairs below {@code src/test/resources/quantity}. */
public final class Pairs {

  /**
   * A pair of paragraphs.
   *
   * @param label what is wrong with it; "clean" for nothing
   */
  public record Case(String label, String zh, String en) {

    public List<Comparison.Difference> differences() {
      return Comparison.of(
          List.of(
              new Comparison.Pair(
                  QuantityReader.CHINESE.read(zh), QuantityReader.ENGLISH.read(en))));
    }

    /**
     * Whether what was found is what the label names: a hedge for a hedge, a value for the rest; in
     * a clean pair anything at all.
     */
    public boolean isFound() {
      return differences().stream()
          .anyMatch(
              d ->
                  label.equals("clean")
                      || (d.fault() == Comparison.Fault.HEDGE) == label.equals("hedge"));
    }
  }

  private Pairs() {}

  public static List<Case> read(String file) {
    List<Case> cases = new ArrayList<>();
    String zh = "";
    String en = "";
    try {
      for (String line :
          Files.readAllLines(
              Path.of("src/test/resources/quantity", file), StandardCharsets.UTF_8)) {
        if (line.startsWith("zh: ")) {
          zh = line.substring(4);
        } else if (line.startsWith("en: ")) {
          en = line.substring(4);
          cases.add(new Case("clean", zh, en));
        } else if (line.startsWith("! ")) {
          cases.add(edit(line.substring(2).split(" \\| "), zh, en));
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return cases;
  }

  private static Case edit(String[] parts, String zh, String en) {
    String[] change = parts[2].split(" => ");
    boolean english = parts[1].equals("en");
    String text = english ? en : zh;
    int at = text.indexOf(change[0]);
    if (at < 0 || change.length != 2) {
      throw new IllegalStateException("no \"" + change[0] + "\" in: " + text);
    }
    String edited = text.substring(0, at) + change[1] + text.substring(at + change[0].length());
    return new Case(parts[0], english ? zh : edited, english ? edited : en);
  }
}
