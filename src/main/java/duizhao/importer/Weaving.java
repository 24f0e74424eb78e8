package duizhao.importer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Unravels columns: paragraphs of several reports that stand among each other, because the page was
 * read across its columns. Each paragraph is given to the report that it most likely goes on in; a
 * report is begun where the page shows its beginning. Of all ways to do so the likeliest one is
 * looked for, some ways at a time.
 */
final class Weaving {

  /** So many ways are kept after each paragraph. */
  private static final int WAYS = 16;

  /** What is less likely than this is not looked at, as a natural logarithm. */
  private static final double UNLIKELY = -7;

  /** What it says that a paragraph stands below another. */
  private static final double ADJACENT = 4.29;

  /** What is usual, see {@link Assembly}. */
  private static final double USUAL = 0.006;

  /** What is known of a report: its headlines, its first paragraph, and what was given to it. */
  private static final class Strand {
    final Set<Integer> pairs;
    final int size;

    /** Where its text has come to; null where the page has not yet shown its beginning. */
    final @Nullable Part last;

    /** Its headlines and paragraphs as text. */
    final String text;

    final Map<Unit, Double> kinship = new HashMap<>();

    Strand(Set<Integer> pairs, int size, String text, @Nullable Part last) {
      this.pairs = pairs;
      this.size = size;
      this.text = text;
      this.last = last;
    }

    Strand and(Unit unit) {
      if (unit.first) {
        return new Strand(pairs, size, text, unit.last());
      }
      Set<Integer> both = new HashSet<>(pairs);
      both.addAll(unit.pairs);
      Part end = last == null ? null : unit.last();
      return new Strand(both, size + unit.size, text + unit.text, end);
    }
  }

  /** Paragraphs that are not torn apart: one, with its sub-heading. */
  private static final class Unit {
    final Section home;
    final List<Part> parts = new ArrayList<>();
    final boolean first;
    String text = "";
    Set<Integer> pairs = Set.of();
    Set<String> seats = Set.of();
    int size;

    Unit(Section home, boolean first) {
      this.home = home;
      this.first = first;
    }

    Part last() {
      return parts.get(parts.size() - 1);
    }
  }

  /** Some of the units, given to reports. */
  private record Way(
      double score,
      Map<Section, Strand> strands,
      @Nullable Section current,
      @Nullable Way before,
      @Nullable Section given) {}

  /** One unit more, given to a report; {@code score} is that of the whole way. */
  private record Step(Way way, Section to, double score) {}

  private final List<Section> sections;
  private final Words words;
  private final Set<Section> beginning = new HashSet<>();

  /** What the end of a report says for the unit at hand to go on there, beside it and not. */
  private final Map<Part, double[]> seams = new HashMap<>();

  Weaving(List<Section> sections, Words words) {
    this.sections = sections;
    this.words = words;
  }

  /**
   * Moves paragraphs between the sections; the sections stay.
   *
   * @return what stands before the beginning of its report, by that report
   */
  Map<Section, Section> unravel() {
    List<Unit> units = new ArrayList<>();
    Map<Section, Strand> strands = new LinkedHashMap<>();
    for (Section section : sections) {
      if (section.has(Part.Type.HEADLINE) || section.started()) {
        beginning.add(section);
      }
      if (free(section)) {
        int from = units.size();
        units(section, units);
        strands.put(section, head(section, from == units.size() ? null : units.get(from)));
      }
    }
    List<Way> ways = List.of(new Way(0, strands, null, null, null));
    for (Unit unit : units) {
      List<Step> next = new ArrayList<>();
      seams.clear();
      for (Way way : ways) {
        extend(way, unit, next);
      }
      ways =
          next.stream()
              .sorted(Comparator.comparingDouble(Step::score).reversed())
              .limit(WAYS)
              .map(s -> step(s, unit))
              .toList();
    }
    return give(units, ways.get(0));
  }

  private static Strand head(Section section, @Nullable Unit first) {
    StringBuilder text = new StringBuilder();
    int size = 0;
    for (Part headline : section.of(Part.Type.HEADLINE)) {
      text.append(headline.text()).append('\n');
      size += headline.piece().size();
    }
    if (first != null) {
      text.append(first.text);
      size += first.size;
    }
    return new Strand(Words.pairs(text.toString()), size, text.toString(), null);
  }

  /** Whether its paragraphs may be of another report, and others of it. */
  private static boolean free(Section section) {
    return (section.hasBody() || section.has(Part.Type.HEADLINE))
        && !section.has(Part.Type.CREDIT)
        && !section.has(Part.Type.CAPTION)
        && section.body().stream().noneMatch(p -> Signs.item(p.text()) || Signs.row(p.text()));
  }

  private static void units(Section section, List<Unit> units) {
    boolean first = true;
    Unit unit = new Unit(section, true);
    for (Part part : section.parts) {
      boolean body = Section.isBody(part.type());
      if (!body && !part.is(Part.Type.SUBHEADING)) {
        continue;
      }
      unit.parts.add(part);
      unit.size += part.piece().size();
      if (body) {
        StringBuilder text = new StringBuilder();
        unit.parts.forEach(p -> text.append(p.text()).append('\n'));
        unit.text = text.toString();
        unit.pairs = Words.pairs(unit.text);
        unit.seats = Signs.seats(unit.text);
        units.add(unit);
        first = false;
        unit = new Unit(section, first);
      }
    }
  }

  private void extend(Way way, Unit unit, List<Step> next) {
    if (unit.first) {
      next.add(new Step(way, unit.home, way.score));
      return;
    }
    List<Section> candidates = new ArrayList<>();
    Section below = null;
    double best = 1e-9;
    for (Map.Entry<Section, Strand> each : way.strands.entrySet()) {
      Section section = each.getKey();
      boolean begun = each.getValue().last != null;
      if (begun || beginning.contains(section)) {
        candidates.add(section);
        below = below == null && !begun ? section : below;
        best = Math.max(best, kinship(unit, each.getValue()));
      }
    }
    double[] scores = new double[candidates.size()];
    double none = -0.11 - 0.04 * weight(unit);
    double all = Math.exp(none);
    for (int i = 0; i < scores.length; i++) {
      Section candidate = candidates.get(i);
      Strand strand = Objects.requireNonNull(way.strands.get(candidate));
      scores[i] = places(strand, unit) + akin(unit, kinship(unit, strand), best);
      scores[i] +=
          strand.last == null
              ? candidate == below ? -0.2 : -1.35
              : seams
                  .computeIfAbsent(
                      strand.last,
                      p -> new double[] {goesOn(p, unit, false), goesOn(p, unit, true)})[
                  candidate == way.current ? 1 : 0];
      all += Math.exp(scores[i]);
    }
    for (int i = 0; i < scores.length; i++) {
      double score = scores[i] - Math.log(all);
      if (score > UNLIKELY) {
        next.add(new Step(way, candidates.get(i), way.score + score));
      }
    }
    if (none - Math.log(all) > UNLIKELY) {
      Section orphan = new Section();
      orphan.cut = true;
      next.add(new Step(way, orphan, way.score + none - Math.log(all)));
    }
  }

  private static Way step(Step step, Unit unit) {
    Section to = step.to;
    Map<Section, Strand> strands = new LinkedHashMap<>(step.way.strands);
    Strand strand = strands.get(to);
    boolean begins = strand == null || strand.last == null && !unit.first && !to.hasBody();
    strands.put(to, begins ? begun(strand, unit) : Objects.requireNonNull(strand).and(unit));
    return new Way(step.score, strands, to, step.way, to);
  }

  private static Strand begun(@Nullable Strand headlines, Unit unit) {
    if (headlines == null) {
      return new Strand(unit.pairs, unit.size, unit.text, unit.last());
    }
    Set<Integer> pairs = new HashSet<>(headlines.pairs);
    pairs.addAll(unit.pairs);
    return new Strand(pairs, headlines.size + unit.size, headlines.text + unit.text, unit.last());
  }

  private double kinship(Unit unit, Strand strand) {
    return strand.kinship.computeIfAbsent(
        unit,
        u -> words.coverage(u.pairs, strand.pairs) / Math.sqrt(Math.max(80, strand.size)) / USUAL);
  }

  private static double weight(Unit unit) {
    return Math.sqrt(Math.min(unit.size, 250) / 100.0);
  }

  /** What its words say for a unit to be of a report. */
  private static double akin(Unit unit, double kinship, double best) {
    double weight = weight(unit);
    return 2.16 * Math.sqrt(Math.min(kinship, 4)) * weight
        + (1.82 * weight + 1.14) * kinship / best;
  }

  /** What the towns, counties and districts say that a unit names. */
  private static double places(Strand strand, Unit unit) {
    double score = unit.seats.stream().anyMatch(strand.text::contains) ? 1.42 : 0;
    return score - (unit.seats.stream().allMatch(strand.text::contains) ? 0 : 0.66);
  }

  /** What its first line says for a unit to go on where a report has come to. */
  private double goesOn(Part last, Unit unit, boolean adjacent) {
    String end = last.text();
    String start = unit.parts.get(0).text();
    boolean open = !Signs.closed(end);
    boolean tail = Signs.tailStart(start);
    double join = open ? Math.min(3, words.join(end, start)) : 0;
    boolean nothing = open && join == 0 && !tail;
    int width = last.piece().size();
    int other = unit.parts.get(0).piece().size();
    boolean same = open && width >= 11 && width <= 30 && Math.abs(width - other) <= 2;
    boolean quoted = Signs.count(end, "“") > Signs.count(end, "”");
    boolean closes = Signs.closesQuotation(start);
    boolean ended =
        Signs.toPage(end) || Signs.signed(end) || Signs.credit(end) || Signs.signature(end);
    double score = 1.66 * join;
    score += adjacent ? ADJACENT : 0;
    score += open ? 1.71 : 0;
    score += !tail ? 0 : open ? 0.68 : -0.67;
    score += nothing ? 0.19 : 0;
    score -= open && Signs.opener(start) ? 0.99 : 0;
    score += quoted && closes ? 0.66 : 0;
    score -= quoted && !closes ? 0.39 : 0;
    score -= !quoted && closes ? 0.73 : 0;
    score += same ? 2.57 : 0;
    score -= ended ? 1.16 : 0;
    if (adjacent) {
      score -= open ? 1.23 : 0;
      score -= same ? 1.93 : 0;
      score -= tail ? 0.57 : 0;
      score -= nothing ? 0.5 : 0;
      score += ended ? 0.56 : 0;
    }
    return score;
  }

  private Map<Section, Section> give(List<Unit> units, Way last) {
    Map<Section, Section> before = new LinkedHashMap<>();
    Deque<Way> steps = new ArrayDeque<>();
    for (Way way = last; way.before != null; way = way.before) {
      steps.push(way);
    }
    for (Unit unit : units) {
      Section to = Objects.requireNonNull(steps.pop().given);
      if (to == unit.home) {
        continue;
      }
      unit.home.parts.removeAll(unit.parts);
      unit.home.woven = true;
      to.woven = true;
      int line = unit.parts.get(0).piece().line();
      if (to.cut) {
        to.parts.addAll(unit.parts);
        if (!sections.contains(to)) {
          sections.add(sections.indexOf(unit.home) + 1, to);
        }
      } else if (to.hasBody() && to.body().get(0).piece().line() > line) {
        before.computeIfAbsent(to, s -> new Section()).parts.addAll(unit.parts);
      } else {
        insert(to, unit);
      }
    }
    return before;
  }

  /** Puts a unit behind what stands above it on the page. */
  private static void insert(Section section, Unit unit) {
    int line = unit.parts.get(0).piece().line();
    int at = -1;
    int above = 0;
    for (int i = 0; i < section.parts.size(); i++) {
      int other = section.parts.get(i).piece().line();
      boolean text = section.parts.get(i).is(Part.Type.SUBHEADING);
      text |= Section.isBody(section.parts.get(i).type());
      if (text && other < line && other >= above) {
        above = other;
        at = i + 1;
      }
    }
    section.parts.addAll(at < 0 ? section.parts.size() : at, unit.parts);
  }
}
