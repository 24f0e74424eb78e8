package duizhao.model;

import duizhao.diagnostic.Location;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One numbered paragraph, or what stands in a paragraph's place, of one language edition.
 *
 * @param number 1-based; the same number names the counterpart in every other edition
 * @param html one element without an id
 * @param text the words alone, without markup, white space folded
 * @param runs where pieces of the text stand in the file, in the order of the text; empty when not
 *     known
 */
public record Block(
    int number, BlockKind kind, Html html, String text, Location at, List<Run> runs) {

  /**
   * A piece of a block's text that stands in the file as it is.
   *
   * @param start where in the text it starts, in UTF-16 units
   */
  public record Run(int start, Location at) {

    /**
     * Where words of a text stand.
     *
     * @param runs of the text, in its order
     * @param start in UTF-16 units
     * @param end exclusive
     * @return the place; null where it is not known
     */
    static @Nullable Location place(List<Run> runs, String text, int start, int end) {
      Run last = null;
      for (Run run : runs) {
        if (run.start() <= start) {
          last = run;
        }
      }
      if (last == null || end > text.length()) {
        return null;
      }
      Location from = last.at();
      return new Location(
          from.file(),
          from.line(),
          from.column() + text.codePointCount(last.start(), start),
          text.codePointCount(start, end));
    }
  }

  public Block {
    runs = List.copyOf(runs);
  }

  /** A block of which only the start is known. */
  public Block(int number, BlockKind kind, Html html, String text, Location at) {
    this(number, kind, html, text, at, List.of());
  }

  /**
   * Where words of the text stand in the file; the block itself where that is not known.
   *
   * @param start in UTF-16 units
   * @param end exclusive
   */
  public Location place(int start, int end) {
    return Objects.requireNonNullElse(Run.place(runs, text, start, end), at);
  }
}
