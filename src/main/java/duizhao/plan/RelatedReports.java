package duizhao.plan;

import duizhao.model.Archive;
import duizhao.model.Block;
import duizhao.model.Edition;
import duizhao.model.Language;
import duizhao.model.LocalizedText;
import duizhao.model.Programme;
import duizhao.model.Reference;
import duizhao.model.Region;
import duizhao.model.Report;
import duizhao.model.Term;
import duizhao.plan.Page.Reason;
import duizhao.plan.Page.Related;
import duizhao.plan.Page.Why;
import duizhao.text.TermFinder;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What else the archive holds on the matter of a report, and why it is told.
 *
 * <p>A report scores, for each thing it shares with this one, the weight of the kind times ln(1 +
 * N/n), where n of the archive's N reports have that thing (inverse document frequency: Spärck
 * Jones, 1972). Kinds are schemes (3), people and bodies (3), places (1.5; the narrowest shared one
 * only), programmes (1) and terms of the glossary in the text (1; only those that at most a tenth
 * of the reports use). The same week adds 1 − days/7. For each thing only the {@value #NEIGHBOURS}
 * reports before and after this one are looked at, so that the work for a report does not grow with
 * the archive.
 */
final class RelatedReports {

  private static final int MOST = 5;
  private static final int MOST_REASONS = 2;
  private static final int NEIGHBOURS = 20;
  private static final int WEEK = 7;

  /** Something that reports share: what it is, and which reports have it. */
  private record Thing(Why why, double weight, LocalizedText name, List<Integer> reports) {}

  private record Point(Reason reason, double points) {}

  /** Another report, and what speaks for it. */
  private static final class Candidate {
    private final int at;
    private final List<Point> points = new ArrayList<>(4);
    private double score;

    Candidate(int at) {
      this.at = at;
    }

    void total() {
      score =
          points.size() == 1
              ? points.get(0).points
              : points.stream().mapToDouble(Point::points).sum();
    }
  }

  private final Archive archive;
  private final ArchiveIndex index;
  private final List<Report> reports;
  private final Map<String, Integer> positions = new HashMap<>();
  private final Map<String, List<Integer>> byName = new HashMap<>();
  private final List<List<Integer>> byTerm = new ArrayList<>();
  private final List<List<Integer>> termsOf = new ArrayList<>();
  private final Map<String, List<Integer>> ofList = new HashMap<>();

  RelatedReports(Archive archive, ArchiveIndex index) {
    this.archive = archive;
    this.index = index;
    this.reports = archive.reports();
    archive.glossary().forEach(term -> byTerm.add(new ArrayList<>()));
    Map<String, TermFinder> finders = new HashMap<>();
    for (Language language : archive.languages()) {
      finders.put(language.id(), new TermFinder(archive.glossary(), language));
    }
    for (Report report : reports) {
      int position = positions.size();
      positions.put(report.id(), position);
      for (LocalizedText name : names(report)) {
        byName.computeIfAbsent(key(name), k -> new ArrayList<>()).add(position);
      }
      List<Integer> terms = terms(report, finders);
      terms.forEach(term -> byTerm.get(term).add(position));
      termsOf.add(terms);
    }
  }

  /** People and bodies, each once; a changed name tells nothing. */
  private static List<LocalizedText> names(Report report) {
    Map<String, LocalizedText> names = new LinkedHashMap<>();
    report.people().stream()
        .filter(person -> !person.pseudonym())
        .forEach(person -> names.putIfAbsent(key(person.name()), person.name()));
    report.organisations().forEach(o -> names.putIfAbsent(key(o.name()), o.name()));
    return List.copyOf(names.values());
  }

  private static String key(LocalizedText name) {
    return name.byLanguage().values().stream().findFirst().orElse("");
  }

  /** Terms that the original uses, or what there is in its place. */
  private static List<Integer> terms(Report report, Map<String, TermFinder> finders) {
    Edition original = report.in(report.translation().original());
    Edition edition = original != null ? original : report.editions().values().iterator().next();
    TermFinder finder = finders.get(edition.language().id());
    Set<Integer> terms = new LinkedHashSet<>();
    if (finder != null) {
      for (Block block : edition.body().blocks()) {
        finder.find(block.text()).forEach(hit -> terms.add(hit.term()));
      }
    }
    return List.copyOf(terms);
  }

  /** Where a report stands in the archive, newest first. */
  int position(Report report) {
    return positions.getOrDefault(report.id(), 0);
  }

  /** The closest others, best first; those nearer in time win a tie. */
  List<Related> of(Report report) {
    int here = position(report);
    Map<Integer, Candidate> found = new HashMap<>();
    for (Thing thing : things(report)) {
      share(thing, here, found);
    }
    for (Reference reference : report.regions()) {
      List<Region> path = index.regionPath(reference.id());
      for (int i = path.size() - 1; i >= 0; i--) {
        Region region = path.get(i);
        List<Integer> there = positions("r" + region.code(), index.ofRegion(region.code()));
        share(new Thing(Why.PLACE, 1.5, region.name(), there), here, found);
      }
    }
    sameWeek(here, found);
    found.values().forEach(Candidate::total);
    Comparator<Candidate> order =
        Comparator.comparingDouble((Candidate each) -> -each.score)
            .thenComparingInt(each -> Math.abs(each.at - here))
            .thenComparingInt(each -> each.at);
    return found.values().stream()
        .sorted(order)
        .limit(MOST)
        .map(each -> new Related(reports.get(each.at), reasons(each.points)))
        .toList();
  }

  /** What a report may share with others, but places and time. */
  private List<Thing> things(Report report) {
    List<Thing> things = new ArrayList<>();
    for (Reference reference : report.programmes()) {
      Programme programme = archive.programmes().get(reference.id());
      if (programme != null) {
        things.add(
            new Thing(
                programme.scheme() ? Why.SCHEME : Why.PROGRAMME,
                programme.scheme() ? 3 : 1,
                programme.label(),
                positions("p" + programme.id(), index.ofProgramme(programme.id()))));
      }
    }
    for (LocalizedText name : names(report)) {
      things.add(new Thing(Why.NAME, 3, name, byName.getOrDefault(key(name), List.of())));
    }
    for (int term : termsOf.get(position(report))) {
      if (byTerm.get(term).size() <= Math.max(3, reports.size() / 10)) {
        Term found = archive.glossary().get(term);
        things.add(new Thing(Why.TERM, 1, found.term(), byTerm.get(term)));
      }
    }
    return things;
  }

  private List<Integer> positions(String key, List<Report> list) {
    return ofList.computeIfAbsent(key, k -> list.stream().map(this::position).toList());
  }

  private void share(Thing thing, int here, Map<Integer, Candidate> found) {
    double points = thing.weight * Math.log(1 + (double) reports.size() / thing.reports.size());
    Point point = new Point(new Reason(thing.why, thing.name), points);
    int at = Collections.binarySearch(thing.reports, here);
    int from = Math.max(0, at - NEIGHBOURS);
    int to = Math.min(thing.reports.size(), at + NEIGHBOURS + 1);
    for (int other : thing.reports.subList(from, to)) {
      if (other != here) {
        Candidate candidate = found.computeIfAbsent(other, Candidate::new);
        boolean said = false;
        for (Point known : candidate.points) {
          said |= says(known.reason, point.reason);
        }
        if (!said) {
          candidate.points.add(point);
        }
      }
    }
  }

  /** Whether one reason makes another needless: the wider place, or a term named like a scheme. */
  private static boolean says(Reason known, Reason reason) {
    return (known.why() == Why.PLACE && reason.why() == Why.PLACE)
        || (known.name() != null
            && reason.name() != null
            && key(known.name()).equals(key(reason.name())));
  }

  private void sameWeek(int here, Map<Integer, Candidate> found) {
    LocalDate day = day(reports.get(here));
    int last = Math.min(reports.size(), here + NEIGHBOURS + 1);
    for (int other = Math.max(0, here - NEIGHBOURS); day != null && other < last; other++) {
      LocalDate then = day(reports.get(other));
      if (other != here && then != null) {
        long days = Math.abs(ChronoUnit.DAYS.between(day, then));
        if (days < WEEK) {
          found
              .computeIfAbsent(other, Candidate::new)
              .points
              .add(new Point(new Reason(Why.WEEK, null), 1 - (double) days / WEEK));
        }
      }
    }
  }

  /** The day a report is of, also where that is only nearly known. */
  private static @Nullable LocalDate day(Report report) {
    LocalDate earliest = report.source().date().earliest();
    return earliest != null && earliest.equals(report.source().date().latest()) ? earliest : null;
  }

  /** Those that count most, one of a kind, so that they are read at a glance. */
  private static List<Reason> reasons(List<Point> points) {
    Map<Why, Reason> reasons = new LinkedHashMap<>();
    points.stream()
        .sorted(Comparator.comparingDouble((Point point) -> -point.points))
        .forEach(point -> reasons.putIfAbsent(point.reason.why(), point.reason));
    return reasons.values().stream().limit(MOST_REASONS).toList();
  }
}
