package duizhao.search;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import duizhao.model.Archive;
import duizhao.model.Language;
import duizhao.model.LocalizedText;
import duizhao.model.Reference;
import duizhao.model.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What reports can be filtered and counted by: one column for all reports, and the labels of its
 * values.
 */
final class FacetColumns {

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  /**
   * A value of a facet.
   *
   * @param i id
   * @param u number of the value above it; -1 at the top
   * @param l labels by language
   */
  private record Value(String i, int u, Map<String, String> l) {}

  /**
   * @param c for each report: years, newspaper, programmes, regions, state of each language; lists
   *     with their length before them, as {@link Codec} writes numbers
   */
  private record Columns(String c, List<Value> p, List<Value> r, List<Value> n, List<String> s) {}

  private final Archive archive;

  FacetColumns(Archive archive) {
    this.archive = archive;
  }

  String json() {
    Map<String, Integer> programmes = new LinkedHashMap<>();
    archive.programmes().keySet().forEach(id -> programmes.put(id, programmes.size()));
    Map<String, Integer> regions = new LinkedHashMap<>();
    archive.regions().keySet().forEach(code -> regions.put(code, regions.size()));
    Map<String, Integer> newspapers = new LinkedHashMap<>();
    archive.newspapers().keySet().forEach(id -> newspapers.put(id, newspapers.size()));
    List<String> states = List.of("original", "full", "abridged", "machine-draft", "none");

    StringBuilder column = new StringBuilder();
    for (Report report : archive.reports()) {
      List<Integer> years = report.source().date().years();
      Codec.number(years.size(), column);
      years.forEach(year -> Codec.number(year, column));
      Codec.number(newspapers.getOrDefault(report.source().newspaper().id(), 0), column);
      numbers(report.programmes(), programmes, column);
      numbers(report.regions(), regions, column);
      for (Language language : archive.languages()) {
        Codec.number(states.indexOf(state(report, language)), column);
      }
    }
    List<Value> programmeValues = new ArrayList<>();
    archive
        .programmes()
        .forEach(
            (id, p) ->
                programmeValues.add(
                    value(
                        id,
                        p.broader() == null ? -1 : programmes.getOrDefault(p.broader().id(), -1),
                        p.label())));
    List<Value> regionValues = new ArrayList<>();
    archive
        .regions()
        .forEach(
            (code, r) ->
                regionValues.add(
                    value(
                        code,
                        r.parent() == null ? -1 : regions.getOrDefault(r.parent(), -1),
                        r.name())));
    List<Value> newspaperValues = new ArrayList<>();
    archive.newspapers().forEach((id, n) -> newspaperValues.add(value(id, -1, n.name())));
    return GSON.toJson(
        new Columns(column.toString(), programmeValues, regionValues, newspaperValues, states));
  }

  private static Value value(String id, int above, LocalizedText label) {
    return new Value(id, above, label.byLanguage());
  }

  private static void numbers(
      List<Reference> references, Map<String, Integer> known, StringBuilder out) {
    List<Integer> numbers =
        references.stream()
            .filter(r -> known.containsKey(r.id()))
            .map(r -> known.get(r.id()))
            .toList();
    Codec.number(numbers.size(), out);
    numbers.forEach(number -> Codec.number(number, out));
  }

  private static String state(Report report, Language language) {
    if (language.equals(report.translation().original())) {
      return "original";
    }
    return report.in(language) == null ? "none" : report.translation().status().id();
  }
}
