package duizhao.plan;

import duizhao.model.Archive;
import duizhao.model.Region;
import duizhao.model.Report;
import duizhao.plan.Page.ProgrammeNode;
import duizhao.plan.Page.RegionNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Places and programmes with how many reports they have. */
final class Trees {

  private static final int ALL_LEVELS = Integer.MAX_VALUE;

  private final Archive archive;
  private final ArchiveIndex index;

  Trees(Archive archive, ArchiveIndex index) {
    this.archive = archive;
    this.index = index;
  }

  /** The provinces that have reports, with all places in them that have any. */
  List<RegionNode> regions() {
    return nodes(index.regionsUnder(null), this::count, ALL_LEVELS);
  }

  /**
   * The places directly in one that have reports.
   *
   * @param code null for the provinces
   */
  List<RegionNode> regionsUnder(@Nullable String code) {
    return nodes(index.regionsUnder(code), this::count, 0);
  }

  /** The provinces of some reports, in code order; counts are of these reports. */
  List<RegionNode> provincesOf(List<Report> reports) {
    Map<String, Integer> byCode = new HashMap<>();
    for (Report report : reports) {
      report.regions().stream()
          .map(reference -> index.regionPath(reference.id()).get(0).code())
          .distinct()
          .forEach(code -> byCode.merge(code, 1, Integer::sum));
    }
    return nodes(index.regionsUnder(null), r -> byCode.getOrDefault(r.code(), 0), 0);
  }

  private int count(Region region) {
    return index.ofRegion(region.code()).size();
  }

  /** Places with at least one report, and as many levels below them as asked. */
  private List<RegionNode> nodes(List<Region> regions, ToIntFunction<Region> count, int levels) {
    return regions.stream()
        .map(
            region ->
                new RegionNode(
                    region,
                    count.applyAsInt(region),
                    levels == 0
                        ? List.of()
                        : nodes(index.regionsUnder(region.code()), count, levels - 1)))
        .filter(node -> node.count() > 0)
        .toList();
  }

  /**
   * Programmes and schemes under one, with all under them.
   *
   * @param id null for those at the top
   */
  List<ProgrammeNode> programmesUnder(@Nullable String id) {
    return index.programmesUnder(id).stream()
        .map(p -> new ProgrammeNode(p, index.ofProgramme(p.id()).size(), programmesUnder(p.id())))
        .toList();
  }

  /** The programmes at the top that some reports belong to, most reports first. */
  List<ProgrammeNode> programmesOf(List<Report> reports) {
    Map<String, Integer> byId = new HashMap<>();
    for (Report report : reports) {
      report.programmes().stream()
          .map(reference -> index.programmePath(reference.id()).get(0).id())
          .distinct()
          .forEach(id -> byId.merge(id, 1, Integer::sum));
    }
    return archive.programmes().values().stream()
        .filter(p -> byId.containsKey(p.id()))
        .map(p -> new ProgrammeNode(p, byId.getOrDefault(p.id(), 0), List.of()))
        .sorted(Comparator.comparingInt((ProgrammeNode node) -> -node.count()))
        .toList();
  }
}
