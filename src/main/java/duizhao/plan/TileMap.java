package duizhao.plan;

import duizhao.model.LocalizedText;
import duizhao.model.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many reports each province-level unit has, as a map of equal tiles.
 *
 * @param columns how many tiles it is wide
 * @param rows how many tiles it is high
 * @param tiles all units, in code order
 * @param steps what the shades mean, the palest first; empty where there are no reports
 */
public record TileMap(int columns, int rows, List<Tile> tiles, List<Step> steps) {

  private static final int SHADES = 5;

  public TileMap {
    tiles = List.copyOf(tiles);
    steps = List.copyOf(steps);
  }

  /**
   * One unit.
   *
   * @param label its name
   * @param abbreviation its name as short as a tile needs it
   * @param column 0-based
   * @param row 0-based
   * @param shade 1 to 5; 0 without reports
   * @param region null where it has no page
   */
  public record Tile(
      String code,
      LocalizedText label,
      LocalizedText abbreviation,
      int column,
      int row,
      int count,
      int shade,
      @Nullable Region region) {}

  /**
   * One shade.
   *
   * @param shade 1 to 5
   * @param from the fewest reports, at least 1
   * @param to the most reports
   */
  public record Step(int shade, int from, int to) {}

  /**
   * The map of some reports.
   *
   * @param regions places that have pages, by code
   * @param count how many reports a code has
   */
  static TileMap of(Map<String, Region> regions, ToIntFunction<String> count) {
    return all(regions, List.of(count)).get(0);
  }

  /** Several maps whose shades mean the same. */
  static List<TileMap> all(Map<String, Region> regions, List<ToIntFunction<String>> counts) {
    int[] some =
        counts.stream()
            .flatMapToInt(
                count -> Stream.of(Province.values()).mapToInt(p -> count.applyAsInt(p.code())))
            .filter(reports -> reports > 0)
            .sorted()
            .toArray();
    List<Step> steps = some.length == 0 ? List.of() : steps(some[0], some[some.length - 1]);
    return counts.stream().map(count -> of(regions, count, steps)).toList();
  }

  private static TileMap of(
      Map<String, Region> regions, ToIntFunction<String> count, List<Step> steps) {
    List<Tile> tiles = new ArrayList<>();
    for (Province province : Province.values()) {
      Region region = regions.get(province.code());
      int reports = count.applyAsInt(province.code());
      int shade =
          steps.stream()
              .filter(s -> reports >= s.from() && reports <= s.to())
              .findFirst()
              .map(Step::shade)
              .orElse(0);
      tiles.add(
          new Tile(
              province.code(),
              region == null ? province.label() : region.name(),
              province.abbreviation(),
              province.column(),
              province.row(),
              reports,
              shade,
              region));
    }
    return new TileMap(Province.COLUMNS, Province.ROWS, tiles, steps);
  }

  /**
   * Cuts the span of counts into at most five steps that grow by one factor, because a few places
   * have most of the reports. Where there are fewer steps, they take shades as far apart as can be.
   */
  private static List<Step> steps(int least, int most) {
    double factor = StrictMath.pow((double) most / least, 1.0 / SHADES);
    int[] ends = new int[SHADES];
    for (int i = 0; i < SHADES; i++) {
      ends[i] =
          i == SHADES - 1 ? most : Math.max(least, round(least * StrictMath.pow(factor, i + 1.0)));
    }
    int[] distinct = Arrays.stream(ends).distinct().toArray();
    List<Step> steps = new ArrayList<>();
    double apart = (SHADES - 1.0) / (distinct.length - 1);
    for (int i = 0; i < distinct.length; i++) {
      int shade = distinct.length == 1 ? (SHADES + 1) / 2 : (int) Math.round(1 + i * apart);
      steps.add(new Step(shade, i == 0 ? least : distinct[i - 1] + 1, distinct[i]));
    }
    return steps;
  }

  /** Down to two digits and zeros. */
  private static int round(double value) {
    int zeros = 1;
    while (value / zeros >= 100) {
      zeros *= 10;
    }
    return zeros * (int) (value / zeros);
  }
}
