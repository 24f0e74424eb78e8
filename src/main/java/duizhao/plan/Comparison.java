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
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Figures in one unit that at least two regions state: of one quantity, where they count it in the
 * same words, or else of whatever they count in that unit.
 *
 * @param what what is counted; null where that differs from bar to bar
 * @param unit id of a {@link duizhao.model.Unit}
 * @param bars the greatest first
 */
public record Comparison(@Nullable LocalizedText what, Reference unit, List<RegionBar> bars) {

  private static final int MOST = 8;
  private static final int MOST_UNITS = 3;
  private static final int BARS = 20;
  private static final int BARS_OF_A_UNIT = 12;
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

  /** The quantities that figures share, then the units; those of the most regions first. */
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
    List<Comparison> comparisons = new ArrayList<>();
    for (List<Stated> stated : widest(byQuantity.values(), MOST)) {
      Figure figure = stated.get(0).row().figure();
      comparisons.add(of(figure.what(), figure.unit(), stated, BARS));
    }
    Map<String, List<Stated>> byUnit = new LinkedHashMap<>();
    for (List<Stated> stated : byQuantity.values()) {
      if (regions(stated) == 1) {
        String unit = stated.get(0).row().figure().unit().id();
        byUnit.computeIfAbsent(unit, k -> new ArrayList<>()).addAll(stated);
      }
    }
    for (List<Stated> stated : widest(byUnit.values(), MOST_UNITS)) {
      comparisons.add(of(null, stated.get(0).row().figure().unit(), stated, BARS_OF_A_UNIT));
    }
    return comparisons;
  }

  /** The groups of more than one region, those of the most regions first. */
  private static List<List<Stated>> widest(Collection<List<Stated>> groups, int most) {
    return groups.stream()
        .filter(stated -> regions(stated) > 1)
        .sorted(Comparator.comparingLong((List<Stated> stated) -> -regions(stated)))
        .limit(most)
        .toList();
  }

  private static long regions(List<Stated> stated) {
    return stated.stream().map(s -> s.region().code()).distinct().count();
  }

  private static List<String> quantity(Figure figure) {
    String what = figure.what().byLanguage().values().stream().findFirst().orElse("");
    return List.of(what.strip(), figure.unit().id());
  }

  private static Comparison of(
      @Nullable LocalizedText what, Reference unit, List<Stated> stated, int bars) {
    BigDecimal most =
        stated.stream().map(Stated::greatest).max(Comparator.naturalOrder()).orElse(BigDecimal.ONE);
    List<RegionBar> greatest =
        stated.stream()
            .sorted(Comparator.comparing(Stated::value).reversed())
            .limit(bars)
            .map(
                s ->
                    new RegionBar(
                        s.region(), s.row(), percent(s.value(), most), percent(s.greatest(), most)))
            .toList();
    return new Comparison(what, unit, greatest);
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
