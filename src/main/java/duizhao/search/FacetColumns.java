package duizhao.search;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import duizhao.model.Archive;
import duizhao.model.Language;
import duizhao.model.LocalizedText;
import duizhao.model.Reference;
import duizhao.model.Report;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What reports can be filtered and counted by: the values of each facet, and for some reports at a
 * time a page of columns, so that a client reads those of its results only.
 */
final class FacetColumns {

  /** How many reports a page has. */
  static final int PAGE = 1024;

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private static final List<String> STATES =
      List.of("original", "full", "abridged", "machine-draft", "none");

  /**
   * A value of a facet.
   *
   * @param i id
   * @param u number of the value above it; -1 at the top
   * @param l labels by language
   */
  private record Value(String i, int u, Map<String, String> l) {}

  private record Values(
      List<Value> region, List<Value> programme, List<Value> newspaper, List<Value> state) {}

  private final Archive archive;
  private final Map<String, Integer> regions;
  private final Map<String, Integer> programmes;
  private final Map<String, Integer> newspapers;

  FacetColumns(Archive archive) {
    this.archive = archive;
    regions = numbered(archive.regions().keySet());
    programmes = numbered(archive.programmes().keySet());
    newspapers = numbered(archive.newspapers().keySet());
  }

  private static Map<String, Integer> numbered(Collection<String> ids) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    ids.forEach(id -> numbers.put(id, numbers.size()));
    return numbers;
  }

  /** The values of every facet, as JSON. */
  String values() {
    List<Value> regionValues = new ArrayList<>();
    archive
        .regions()
        .forEach((code, r) -> regionValues.add(value(code, r.parent(), regions, r.name())));
    List<Value> programmeValues = new ArrayList<>();
    archive
        .programmes()
        .forEach(
            (id, p) -> {
              String broader = p.broader() == null ? null : p.broader().id();
              programmeValues.add(value(id, broader, programmes, p.label()));
            });
    List<Value> newspaperValues = new ArrayList<>();
    archive
        .newspapers()
        .forEach((id, n) -> newspaperValues.add(value(id, null, newspapers, n.name())));
    List<Value> stateValues = STATES.stream().map(id -> new Value(id, -1, Map.of())).toList();
    return GSON.toJson(new Values(regionValues, programmeValues, newspaperValues, stateValues));
  }

  private static Value value(
      String id, @Nullable String above, Map<String, Integer> numbers, LocalizedText label) {
    return new Value(id, above == null ? -1 : numbers.getOrDefault(above, -1), label.byLanguage());
  }

  /** How many pages there are. */
  int pageCount() {
    return (archive.reports().size() + PAGE - 1) / PAGE;
  }

  /**
   * A page: for its reports the years of each, then the regions of each, programmes, newspaper, and
   * states of the languages; all of them with their count before, as {@link UnitWriter} writes
   * numbers.
   */
  String page(int page) {
    int from = page * PAGE;
    List<Report> reports =
        archive.reports().subList(from, Math.min(archive.reports().size(), from + PAGE));
    UnitWriter out = new UnitWriter();
    List<Function<Report, List<Integer>>> columns =
        List.of(
            report -> report.source().date().years(),
            report -> known(report.regions(), regions),
            report -> known(report.programmes(), programmes),
            report -> List.of(newspapers.getOrDefault(report.source().newspaper().id(), 0)),
            report ->
                archive.languages().stream()
                    .map(language -> STATES.indexOf(state(report, language)))
                    .toList());
    for (Function<Report, List<Integer>> column : columns) {
      for (Report report : reports) {
        List<Integer> numbers = column.apply(report);
        out.number(numbers.size());
        numbers.forEach(out::number);
      }
    }
    return out.toString();
  }

  private static List<Integer> known(List<Reference> references, Map<String, Integer> numbers) {
    return references.stream().map(r -> numbers.get(r.id())).filter(Objects::nonNull).toList();
  }

  private static String state(Report report, Language language) {
    if (language.equals(report.translation().original())) {
      return "original";
    }
    return report.in(language) == null ? "none" : report.translation().status().id();
  }
}
