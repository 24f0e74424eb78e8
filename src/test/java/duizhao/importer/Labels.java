package duizhao.importer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a person made of a page: for each character its report and its place there. A line a report,
 * {@code ID TAB SPAN...}, each span {@code LINE:FROM-TO} (line 1-based, UTF-16 units 0-based, the
 * end not included); {@code =ID@PLACE TAB SPAN...} for a passage that stands again, and is that
 * from the given character on (0-based, white space not counted). A line that starts with {@code #}
 * is a remark. What is not named is margin.
 */
record Labels(PageText page, Map<String, Integer> sizes, Map<Long, Place> places) {

  /** Where a character belongs. */
  record Place(String report, int at) {}

  static Labels of(PageText page, String text) {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    Map<Long, Place> places = new HashMap<>();
    for (String row : text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
      String[] fields = row.split("\t");
      boolean copy = row.startsWith("=");
      String id = copy ? fields[0].substring(1, fields[0].indexOf('@')) : fields[0];
      int at = copy ? Integer.parseInt(fields[0].substring(fields[0].indexOf('@') + 1)) : 0;
      for (String span : fields[1].split(" ")) {
        String[] numbers = span.split("[:-]");
        int line = Integer.parseInt(numbers[0]);
        for (int i = Integer.parseInt(numbers[1]); i < Integer.parseInt(numbers[2]); i++) {
          if (!Signs.isSpace(page.lines().get(line - 1).text().charAt(i))) {
            places.put(key(line, i), new Place(id, at++));
          }
        }
      }
      if (!copy) {
        sizes.put(id, at);
      }
    }
    return new Labels(page, sizes, places);
  }

  static long key(int line, int offset) {
    return (long) line << 32 | offset;
  }

  /**
   * A piece as it was put into a report.
   *
   * @param type the word for what it is
   * @param line 1-based
   * @param from in UTF-16 units, 0-based
   */
  record Span(String type, int line, int from, String text) {

    static List<Span> of(Section report) {
      return report.parts.stream()
          .map(p -> new Span(p.type().word(), p.piece().line(), p.piece().from(), p.text()))
          .toList();
    }

    /** Of pages without characters beyond the basic plane. */
    static List<Span> of(PageImporter.Cut report) {
      return report.lines().stream()
          .map(l -> new Span(l.type(), l.line(), l.column() - 1, l.text()))
          .toList();
    }
  }

  /**
   * How a report that was made compares with one that is wanted.
   *
   * @param made its number among those that were made; -1 where nothing was made of it
   * @param right characters that are in it and in their order
   * @param wanted how many it should have
   * @param all how many characters it was given; 0 where nothing was made
   */
  record Result(String id, int made, int right, int wanted, int all) {

    boolean whole() {
      return right == wanted && all == wanted;
    }
  }

  /** One result for each wanted report, in their order; each made report counts once. */
  List<Result> compare(List<List<Span>> reports) {
    Map<String, Result> results = new LinkedHashMap<>();
    sizes.forEach((id, size) -> results.put(id, new Result(id, -1, 0, size, 0)));
    List<Result> candidates = new ArrayList<>();
    for (int made = 0; made < reports.size(); made++) {
      for (String id : sizes.keySet()) {
        int right = common(reports.get(made), id);
        if (right > 0) {
          candidates.add(new Result(id, made, right, sizes.get(id), size(reports.get(made))));
        }
      }
    }
    candidates.sort((a, b) -> b.right() - a.right());
    Set<Integer> used = new HashSet<>();
    for (Result candidate : candidates) {
      boolean open = results.get(candidate.id()).made() < 0;
      if (open && used.add(candidate.made())) {
        results.put(candidate.id(), candidate);
      }
    }
    return List.copyOf(results.values());
  }

  private static int size(List<Span> report) {
    return (int)
        report.stream().flatMapToInt(s -> s.text().chars()).filter(c -> !Signs.isSpace(c)).count();
  }

  /** The longest run of characters of a wanted report that a made one has in their order. */
  private int common(List<Span> report, String id) {
    List<Span> read = new ArrayList<>();
    List<String> first = List.of("headline", "byline", "box");
    first.forEach(t -> report.stream().filter(s -> s.type().equals(t)).forEach(read::add));
    report.stream().filter(s -> !first.contains(s.type())).forEach(read::add);
    List<Integer> ends = new ArrayList<>();
    for (Span span : read) {
      for (int i = span.from(); i < span.from() + span.text().length(); i++) {
        Place place = places.get(key(span.line(), i));
        if (place != null && place.report().equals(id)) {
          int found = Collections.binarySearch(ends, place.at());
          int at = found >= 0 ? found : -found - 1;
          if (at == ends.size()) {
            ends.add(place.at());
          } else {
            ends.set(at, place.at());
          }
        }
      }
    }
    return ends.size();
  }
}
