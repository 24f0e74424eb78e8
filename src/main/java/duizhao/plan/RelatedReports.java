package duizhao.plan;

import duizhao.model.Programme;
import duizhao.model.Reference;
import duizhao.model.Region;
import duizhao.model.Report;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What else the archive holds on the matter of a report: others that share its schemes, programmes
 * and places. A scheme says most, a province least. Only neighbours in each list are looked at, so
 * that the work for one report does not grow with the archive.
 */
final class RelatedReports {

  private static final int MOST = 4;
  private static final int NEIGHBOURS = 40;

  private final Map<String, Programme> programmes;
  private final ArchiveIndex index;
  private final List<Report> reports;
  private final Map<String, Integer> positions = new HashMap<>();

  RelatedReports(Map<String, Programme> programmes, List<Report> reports, ArchiveIndex index) {
    this.programmes = programmes;
    this.index = index;
    this.reports = reports;
    for (Report report : reports) {
      positions.put(report.id(), positions.size());
    }
  }

  /** The closest others, best first; those nearer in time win a tie. */
  List<Report> of(Report report) {
    Map<Integer, Integer> scores = new HashMap<>();
    for (Reference reference : report.programmes()) {
      Programme programme = programmes.get(reference.id());
      boolean scheme = programme != null && programme.scheme();
      score(index.ofProgramme(reference.id()), report, scheme ? 5 : 3, scores);
    }
    for (Reference reference : report.regions()) {
      List<Region> path = index.regionPath(reference.id());
      for (int i = 0; i < path.size(); i++) {
        score(index.ofRegion(path.get(i).code()), report, i + 1, scores);
      }
    }
    int here = position(report);
    List<Integer> related = new ArrayList<>(scores.keySet());
    related.sort(
        Comparator.comparingInt((Integer at) -> -scores.getOrDefault(at, 0))
            .thenComparingInt(at -> Math.abs(at - here))
            .thenComparingInt(at -> at));
    return related.stream().limit(MOST).map(reports::get).toList();
  }

  private int position(Report report) {
    return positions.getOrDefault(report.id(), 0);
  }

  private void score(List<Report> list, Report report, int points, Map<Integer, Integer> scores) {
    int at = Collections.binarySearch(list, report, Comparator.comparingInt(this::position));
    int from = Math.max(0, at - NEIGHBOURS);
    for (Report other : list.subList(from, Math.min(list.size(), at + NEIGHBOURS + 1))) {
      if (!other.id().equals(report.id())) {
        scores.merge(position(other), points, Integer::sum);
      }
    }
  }
}
