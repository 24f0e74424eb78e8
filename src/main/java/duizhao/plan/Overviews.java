package duizhao.plan;

import duizhao.edtf.EdtfDate;
import duizhao.model.Archive;
import duizhao.model.Programme;
import duizhao.model.Reference;
import duizhao.model.Region;
import duizhao.model.Report;
import duizhao.plan.Page.FigureRow;
import duizhao.plan.Page.NewspaperCount;
import duizhao.plan.Page.ProgrammeEntry;
import duizhao.plan.Page.ProgrammeNode;
import duizhao.plan.Page.ProgrammeOverview;
import duizhao.plan.Page.RegionNode;
import duizhao.plan.Page.RegionOverview;
import duizhao.plan.Page.RegionRow;
import duizhao.plan.Page.RelatedProgramme;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the first page of a region or programme says beside its reports. It is the same in every
 * language, and made once.
 */
final class Overviews {

  /** Figures in the table of a page; the rest is in the data files. */
  static final int FIGURES = 100;

  private static final int RELATED = 6;

  private final Archive archive;
  private final ArchiveIndex index;
  private final Trees trees;
  private final Map<String, RegionOverview> ofRegion = new HashMap<>();
  private final Map<String, ProgrammeOverview> ofProgramme = new HashMap<>();
  private @Nullable List<ProgrammeEntry> programmes;

  Overviews(Archive archive, ArchiveIndex index, Trees trees) {
    this.archive = archive;
    this.index = index;
    this.trees = trees;
  }

  // ---- regions ----

  /** Every province's reports. */
  TileMap map() {
    return TileMap.of(archive.regions(), code -> index.ofRegion(code).size());
  }

  /** The provinces that have reports, most reports first. */
  List<RegionRow> provinces() {
    return trees.regions().stream()
        .map(
            node ->
                new RegionRow(
                    node.region(),
                    node.count(),
                    places(node.children()),
                    index.figuresOfRegion(node.region().code()).size()))
        .sorted(Comparator.comparingInt((RegionRow row) -> -row.reports()))
        .toList();
  }

  private static int places(List<RegionNode> nodes) {
    return nodes.size() + nodes.stream().mapToInt(node -> places(node.children())).sum();
  }

  RegionOverview of(Region region) {
    return ofRegion.computeIfAbsent(region.code(), code -> overview(region));
  }

  private RegionOverview overview(Region region) {
    List<Report> reports = index.ofRegion(region.code());
    List<FigureRow> figures = index.figuresOfRegion(region.code());
    String province = index.regionPath(region.code()).get(0).code();
    return new RegionOverview(
        trees.regionsUnder(region.code()),
        trees.regionsUnder(region.parent()).stream()
            .filter(node -> !node.region().code().equals(region.code()))
            .toList(),
        trees.programmesOf(reports),
        TileMap.of(archive.regions(), code -> code.equals(province) ? 1 : 0),
        Timeline.of(dates(reports), dates(reports), Timeline.BARS),
        first(figures),
        figures.size());
  }

  // ---- programmes ----

  /** The programmes at the top; all maps have the same shades, and all timelines the same years. */
  List<ProgrammeEntry> programmes() {
    if (programmes == null) {
      programmes = allProgrammes();
    }
    return programmes;
  }

  private List<ProgrammeEntry> allProgrammes() {
    List<ProgrammeNode> nodes = trees.programmesUnder(null);
    List<EdtfDate> all = dates(archive.reports());
    List<ToIntFunction<String>> counts =
        nodes.stream().map(node -> byProvince(index.ofProgramme(node.programme().id()))).toList();
    List<TileMap> maps = TileMap.all(archive.regions(), counts);
    return IntStream.range(0, nodes.size())
        .mapToObj(
            i ->
                new ProgrammeEntry(
                    nodes.get(i),
                    Timeline.of(
                        dates(index.ofProgramme(nodes.get(i).programme().id())),
                        all,
                        Timeline.THIN_BARS),
                    maps.get(i)))
        .toList();
  }

  /** How many of some reports each province has, by its code. */
  private ToIntFunction<String> byProvince(List<Report> reports) {
    Map<String, Integer> counts =
        trees.provincesOf(reports).stream()
            .collect(Collectors.toMap(node -> node.region().code(), RegionNode::count));
    return code -> counts.getOrDefault(code, 0);
  }

  ProgrammeOverview of(Programme programme) {
    return ofProgramme.computeIfAbsent(programme.id(), id -> overview(programme));
  }

  private ProgrammeOverview overview(Programme programme) {
    List<Report> reports = index.ofProgramme(programme.id());
    List<FigureRow> figures = index.figuresOfProgramme(programme.id());
    Report earliest = earliest(reports);
    return new ProgrammeOverview(
        trees.programmesUnder(programme.id()),
        related(programme, reports),
        programme.regions().stream()
            .map(reference -> archive.regions().get(reference.id()))
            .filter(Objects::nonNull)
            .toList(),
        trees.provincesOf(reports),
        newspapers(reports),
        TileMap.of(archive.regions(), byProvince(reports)),
        Timeline.of(dates(reports), dates(reports), Timeline.BARS),
        Comparison.of(figures, index),
        earliest,
        earliest == null ? null : before(earliest.source().date(), figures),
        first(figures),
        figures.size());
  }

  /**
   * The report that may have been printed first, those of a known year before all others; null
   * where no date has a beginning.
   */
  private static @Nullable Report earliest(List<Report> reports) {
    return reports.stream()
        .filter(report -> report.source().date().earliest() != null)
        .min(
            Comparator.comparing((Report report) -> report.source().date().years().isEmpty())
                .thenComparing(report -> report.source().date()))
        .orElse(null);
  }

  /** The figure that tells of the time furthest before the first report; null for none. */
  private static @Nullable FigureRow before(EdtfDate report, List<FigureRow> figures) {
    LocalDate printed = Objects.requireNonNull(report.earliest());
    FigureRow first = null;
    LocalDate firstDay = printed;
    for (FigureRow row : figures) {
      EdtfDate span = row.figure().span();
      LocalDate begins = span == null ? null : span.earliest();
      LocalDate ends = span == null ? null : span.latest();
      if (begins != null && begins.isBefore(firstDay) && ends != null && ends.isBefore(printed)) {
        first = row;
        firstDay = begins;
      }
    }
    return first;
  }

  private List<NewspaperCount> newspapers(List<Report> reports) {
    Map<String, List<Report>> byId =
        reports.stream().collect(Collectors.groupingBy(r -> r.source().newspaper().id()));
    return archive.newspapers().values().stream()
        .filter(newspaper -> byId.containsKey(newspaper.id()))
        .map(n -> NewspaperCount.of(n, byId.getOrDefault(n.id(), List.of())))
        .sorted(Comparator.comparingInt((NewspaperCount node) -> -node.count()))
        .toList();
  }

  /**
   * Those that the vocabulary calls related, and others of the same kind that share most reports;
   * not what it belongs to, nor what belongs to it.
   */
  private List<RelatedProgramme> related(Programme programme, List<Report> reports) {
    Map<String, Integer> shared = new HashMap<>();
    for (Report report : reports) {
      report.programmes().stream()
          .flatMap(reference -> index.programmePath(reference.id()).stream())
          .map(Programme::id)
          .distinct()
          .forEach(id -> shared.merge(id, 1, Integer::sum));
    }
    Set<String> named =
        programme.related().stream()
            .map(Reference::id)
            .collect(Collectors.toCollection(HashSet::new));
    List<RelatedProgramme> others =
        archive.programmes().values().stream()
            .filter(other -> !kin(programme, other))
            .map(other -> new RelatedProgramme(other, shared.getOrDefault(other.id(), 0)))
            .toList();
    return Stream.concat(
            others.stream().filter(other -> named.contains(other.programme().id())),
            others.stream()
                .filter(other -> !named.contains(other.programme().id()) && other.shared() > 0)
                .filter(other -> other.programme().scheme() == programme.scheme())
                .sorted(Comparator.comparingInt((RelatedProgramme other) -> -other.shared()))
                .limit(Math.max(0, RELATED - named.size())))
        .sorted(Comparator.comparingInt((RelatedProgramme other) -> -other.shared()))
        .toList();
  }

  private boolean kin(Programme one, Programme other) {
    return index.programmePath(one.id()).contains(other)
        || index.programmePath(other.id()).contains(one);
  }

  private static List<EdtfDate> dates(List<Report> reports) {
    return reports.stream().map(report -> report.source().date()).toList();
  }

  private static List<FigureRow> first(List<FigureRow> figures) {
    return figures.subList(0, Math.min(FIGURES, figures.size()));
  }
}
