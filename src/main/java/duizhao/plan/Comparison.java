package duizhao.plan;

import duizhao.model.Figure;
import duizhao.model.LocalizedText;
import duizhao.model.Reference;
import duizhao.model.Region;
import duizhao.model.Report;
import duizhao.plan.Page.FigureRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One quantity that at least two regions state: the same words for what is counted, in the same
 * unit.
 *
 * @param what what is counted
 * @param bars the greatest first
 */
public record Comparison(LocalizedText what, List<RegionBar> bars) {

  private static final int MOST = 8;
  private static final int BARS = 20;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public Comparison {
    bars = List.copyOf(bars);
  }

  /**
   * What one region states.
   *
   * @param row the figure and its report
   * @param percent its length, of the longest bar; for a range that of the lower end
   * @param percentUpTo the length of the upper end; {@code percent} for a single number
   */
  public record RegionBar(Region region, FigureRow row, int percent, int percentUpTo) {}

  /** A figure and the one place it is about. */
  private record Stated(Region region, FigureRow row) {

    BigDecimal value() {
      return row.figure().value();
    }

    /** The upper end of a range; the number itself where it is single. */
    BigDecimal greatest() {
      BigDecimal upTo = row.figure().upTo();
      return upTo == null ? value() : upTo;
    }
  }

  /** The quantities that figures share, those of the most regions first. */
  static List<Comparison> of(List<FigureRow> rows, ArchiveIndex index) {
    Map<List<String>, List<Stated>> byQuantity = new LinkedHashMap<>();
    for (FigureRow row : rows) {
      Region region = place(row.report(), row.figure(), index);
      if (region != null && row.figure().value().signum() >= 0) {
        byQuantity
            .computeIfAbsent(quantity(row.figure()), k -> new ArrayList<>())
            .add(new Stated(region, row));
      }
    }
    return byQuantity.values().stream()
        .filter(stated -> regions(stated) > 1)
        .sorted(Comparator.comparingLong((List<Stated> stated) -> -regions(stated)))
        .limit(MOST)
        .map(Comparison::of)
        .toList();
  }

  private static long regions(List<Stated> stated) {
    return stated.stream().map(s -> s.region().code()).distinct().count();
  }

  private static List<String> quantity(Figure figure) {
    String what = figure.what().byLanguage().values().stream().findFirst().orElse("");
    return List.of(what.strip(), figure.unit().id());
  }

  private static Comparison of(List<Stated> stated) {
    BigDecimal most =
        stated.stream().map(Stated::greatest).max(Comparator.naturalOrder()).orElse(BigDecimal.ONE);
    List<RegionBar> bars =
        stated.stream()
            .sorted(Comparator.comparing(Stated::value).reversed())
            .limit(BARS)
            .map(
                s ->
                    new RegionBar(
                        s.region(), s.row(), percent(s.value(), most), percent(s.greatest(), most)))
            .toList();
    return new Comparison(stated.get(0).row().figure().what(), bars);
  }

  /** Rounded up, so that no number but 0 is without a bar. */
  private static int percent(BigDecimal value, BigDecimal most) {
    return most.signum() == 0
        ? 0
        : value.multiply(HUNDRED).divide(most, 0, RoundingMode.UP).intValueExact();
  }

  /** The one place a figure is about: the narrowest that holds all it names; null for none. */
  private static @Nullable Region place(Report report, Figure figure, ArchiveIndex index) {
    List<Reference> named = figure.regions().isEmpty() ? report.regions() : figure.regions();
    List<Region> common = null;
    for (Reference reference : named) {
      List<Region> path = index.regionPath(reference.id());
      if (common == null) {
        common = path;
      } else {
        int shared = 0;
        while (shared < Math.min(common.size(), path.size())
            && Objects.equals(common.get(shared).code(), path.get(shared).code())) {
          shared++;
        }
        common = common.subList(0, shared);
      }
    }
    return common == null || common.isEmpty() ? null : common.get(common.size() - 1);
  }
}
