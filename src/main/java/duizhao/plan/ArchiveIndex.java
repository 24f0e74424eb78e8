package duizhao.plan;

import duizhao.model.Archive;
import duizhao.model.Figure;
import duizhao.model.Programme;
import duizhao.model.Reference;
import duizhao.model.Region;
import duizhao.model.Report;
import duizhao.plan.Page.Choice;
import duizhao.plan.Page.FigureRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which reports belong to which place, programme and newspaper; each list newest first. */
final class ArchiveIndex {

  private final Archive archive;
  private final Map<String, List<Report>> byRegion = new HashMap<>();
  private final Map<String, List<Report>> byProgramme = new HashMap<>();
  private final Map<String, List<Report>> byNewspaper = new HashMap<>();
  private final Map<String, List<Region>> regionsUnder = new TreeMap<>();
  private final Map<String, List<Programme>> programmesUnder = new HashMap<>();

  ArchiveIndex(Archive archive) {
    this.archive = archive;
    for (Region region : archive.regions().values()) {
      regionsUnder
          .computeIfAbsent(region.parent() == null ? "" : region.parent(), k -> new ArrayList<>())
          .add(region);
    }
    for (Programme programme : archive.programmes().values()) {
      String broader = programme.broader() == null ? "" : programme.broader().id();
      programmesUnder.computeIfAbsent(broader, k -> new ArrayList<>()).add(programme);
    }
    for (Report report : archive.reports()) {
      regionsWithin(report.regions()).forEach(code -> add(byRegion, code, report));
      programmesWithin(report.programmes()).forEach(id -> add(byProgramme, id, report));
      add(byNewspaper, report.source().newspaper().id(), report);
    }
  }

  private static <K> void add(Map<K, List<Report>> map, K key, Report report) {
    map.computeIfAbsent(key, k -> new ArrayList<>()).add(report);
  }

  /** Codes of the named places and of all places that hold them. */
  private Set<String> regionsWithin(List<Reference> references) {
    Set<String> codes = new LinkedHashSet<>();
    for (Reference reference : references) {
      for (Region region : regionPath(reference.id())) {
        codes.add(region.code());
      }
    }
    return codes;
  }

  private Set<String> programmesWithin(List<Reference> references) {
    Set<String> ids = new LinkedHashSet<>();
    for (Reference reference : references) {
      programmePath(reference.id()).forEach(p -> ids.add(p.id()));
    }
    return ids;
  }

  /** From the province down to the place itself. */
  List<Region> regionPath(String code) {
    List<Region> path = new ArrayList<>();
    String next = code;
    while (next != null) {
      Region region = archive.regions().get(next);
      if (region == null) {
        break;
      }
      path.add(0, region);
      next = region.parent();
    }
    return path;
  }

  /** From the top of the tree down to the programme itself. */
  List<Programme> programmePath(String id) {
    List<Programme> path = new ArrayList<>();
    Programme next = archive.programmes().get(id);
    while (next != null) {
      path.add(0, next);
      next = next.broader() == null ? null : archive.programmes().get(next.broader().id());
    }
    return path;
  }

  /** Reports of a place and of the places in it. */
  List<Report> ofRegion(String code) {
    return byRegion.getOrDefault(code, List.of());
  }

  /** Reports of a programme and of what is under it. */
  List<Report> ofProgramme(String id) {
    return byProgramme.getOrDefault(id, List.of());
  }

  List<Report> ofNewspaper(String id) {
    return byNewspaper.getOrDefault(id, List.of());
  }

  /** Places in this one, in code order; the provinces for null. */
  List<Region> regionsUnder(@Nullable String code) {
    return regionsUnder.getOrDefault(code == null ? "" : code, List.of());
  }

  /**
   * Programmes and schemes under this one, in the order of the vocabulary; those at the top for
   * null.
   */
  List<Programme> programmesUnder(@Nullable String id) {
    return programmesUnder.getOrDefault(id == null ? "" : id, List.of());
  }

  /** Figures of these reports that are about a place or one in it. */
  List<FigureRow> figuresOfRegion(String code) {
    return figures(
        ofRegion(code),
        (report, figure) ->
            figure.regions().isEmpty() || regionsWithin(figure.regions()).contains(code));
  }

  /**
   * Figures that measure a programme or one under it; a figure that names no programme counts for
   * the programmes of its report.
   */
  List<FigureRow> figuresOfProgramme(String id) {
    return figures(
        ofProgramme(id),
        (report, figure) -> {
          Reference programme = figure.programme();
          return programme == null || programmesWithin(List.of(programme)).contains(id);
        });
  }

  /** Every figure, in the order of the reports. */
  List<FigureRow> figures() {
    return figures(archive.reports(), (report, figure) -> true);
  }

  private List<FigureRow> figures(
      List<Report> reports, java.util.function.BiPredicate<Report, Figure> which) {
    List<FigureRow> rows = new ArrayList<>();
    for (Report report : reports) {
      for (Figure figure : report.figures()) {
        if (which.test(report, figure)) {
          rows.add(row(report, figure));
        }
      }
    }
    return rows;
  }

  private FigureRow row(Report report, Figure figure) {
    Reference programme = figure.programme();
    return new FigureRow(
        report,
        figure,
        List.copyOf(
            regionsWithin(figure.regions().isEmpty() ? report.regions() : figure.regions())),
        List.copyOf(
            programmesWithin(programme == null ? report.programmes() : List.of(programme))));
  }

  /** Every region that a row of figures names, each after the place that holds it. */
  List<Choice> regionChoices(List<FigureRow> rows) {
    Set<String> named = new HashSet<>();
    rows.forEach(row -> named.addAll(row.regions()));
    List<Choice> choices = new ArrayList<>();
    regionChoices(null, 0, named, choices);
    return choices;
  }

  private void regionChoices(
      @Nullable String above, int depth, Set<String> named, List<Choice> choices) {
    for (Region region : regionsUnder(above)) {
      if (named.contains(region.code())) {
        choices.add(new Choice(region.code(), region.name(), depth));
        regionChoices(region.code(), depth + 1, named, choices);
      }
    }
  }

  /** Every programme that a row of figures names, each after what it belongs to. */
  List<Choice> programmeChoices(List<FigureRow> rows) {
    Set<String> named = new HashSet<>();
    rows.forEach(row -> named.addAll(row.programmes()));
    List<Choice> choices = new ArrayList<>();
    programmeChoices(null, 0, named, choices);
    return choices;
  }

  private void programmeChoices(
      @Nullable String above, int depth, Set<String> named, List<Choice> choices) {
    for (Programme programme : programmesUnder(above)) {
      if (named.contains(programme.id())) {
        choices.add(new Choice(programme.id(), programme.label(), depth));
        programmeChoices(programme.id(), depth + 1, named, choices);
      }
    }
  }

  /** Every unit that a row of figures is counted in. */
  List<Choice> unitChoices(List<FigureRow> rows) {
    Set<String> named = new HashSet<>();
    rows.forEach(row -> named.add(row.figure().unit().id()));
    return archive.units().values().stream()
        .filter(unit -> named.contains(unit.id()))
        .map(unit -> new Choice(unit.id(), unit.label(), 0))
        .toList();
  }
}
