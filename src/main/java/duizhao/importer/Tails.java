package duizhao.importer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the ends of reports that are of another report: what follows a paragraph, and has less to
 * do with it than with a report elsewhere on the page.
 */
final class Tails {

  /** What stands in a section from a part on, and the report that it is of. */
  record Tail(Section section, int from, @Nullable Section home, double odds) {}

  /** What the words of texts have in common where nothing is known of them. */
  private static final double USUAL = 0.006;

  static final double[] W = {
    0.33, 2.62, 3.90, 0.46, -0.24, 1.19, 0.26, 0.59, 0.15, -0.17, -0.15, -0.09, 1.20, 0.42, 0.21, -0.77, -0.04, 1.63, 0.13, -0.05, 3.75, -1.06, 0.41, 0.44, -0.64, 1.02, 0.26
  };

  private final List<Section> sections;
  private final Words words;
  private final Map<Section, Set<Integer>> pairs = new HashMap<>();
  private final Map<Section, Integer> sizes = new HashMap<>();

  Tails(List<Section> sections, Words words) {
    this.sections = sections;
    this.words = words;
    for (Section section : sections) {
      pairs.put(section, section.pairs());
      sizes.put(section, section.size());
    }
  }

  /** The one that is most certainly of another report; null where none is. */
  @Nullable Tail find() {
    Tail best = null;
    for (Section section : sections) {
      for (int k = 1; k < section.parts.size(); k++) {
        if (!mayBreak(section, k)) {
          continue;
        }
        List<@Nullable Section> homes = homes(section);
        double[][] features = features(section, k, homes);
        double stays = dot(features[0]);
        for (int i = 1; i < features.length; i++) {
          double odds = dot(features[i]) - stays;
          if (odds > 0 && (best == null || odds > best.odds)) {
            best = new Tail(section, k, homes.get(i), odds);
          }
        }
      }
    }
    return best;
  }

  double odds(Section section, int k) {
    List<@Nullable Section> homes = homes(section);
    double[][] features = features(section, k, homes);
    double best = -99;
    for (int i = 1; i < features.length; i++) {
      best = Math.max(best, dot(features[i]));
    }
    return best - dot(features[0]);
  }

  private static double dot(double[] features) {
    double sum = 0;
    for (int i = 0; i < features.length; i++) {
      sum += features[i] * W[i];
    }
    return sum;
  }

  /** Whether a paragraph of a text starts here that might be of another report. */
  static boolean mayBreak(Section section, int k) {
    Part part = section.parts.get(k);
    return (part.is(Part.Type.BODY) || part.is(Part.Type.SUBHEADING))
        && section.parts.subList(0, k).stream().anyMatch(p -> Section.isBody(p.type()))
        && !section.parts.get(k - 1).is(Part.Type.SUBHEADING)
        && !pictured(section)
        && !listed(section);
  }

  static boolean pictured(Section section) {
    return section.has(Part.Type.CREDIT) || section.has(Part.Type.CAPTION);
  }

  static boolean listed(Section section) {
    return section.body().stream().anyMatch(p -> Signs.item(p.text()) || Signs.row(p.text()));
  }

  /** Where a tail may go: the section itself first, null for none of the reports. */
  List<@Nullable Section> homes(Section section) {
    List<@Nullable Section> homes = new ArrayList<>();
    homes.add(section);
    homes.add(null);
    for (Section other : sections) {
      if (other != section && !pictured(other) && !listed(other)) {
        homes.add(other);
      }
    }
    return homes;
  }

  static Set<Long> triples(String text) {
    Set<Long> triples = new java.util.HashSet<>();
    for (int i = 0; i + 2 < text.length(); i++) {
      char a = text.charAt(i), b = text.charAt(i + 1), c = text.charAt(i + 2);
      if (Words.isHan(a) && Words.isHan(b) && Words.isHan(c)) {
        triples.add((long) a << 32 | b << 16 | c);
      }
    }
    return triples;
  }
  final Map<Section, Set<Long>> tri = new HashMap<>();

  double[][] features(Section section, int k, List<@Nullable Section> homes) {
    Section head = new Section(section.parts.subList(0, k));
    Section tail = new Section(section.parts.subList(k, section.parts.size()));
    Set<Integer> own = tail.pairs();
    Set<String> seats = Signs.seats(tail.text());
    double[] kin = new double[homes.size()];
    double best = 1e-9;
    for (int i = 0; i < kin.length; i++) {
      Section home = homes.get(i);
      if (home == section) {
        kin[i] = kinship(own, head.pairs(), head.size());
      } else if (home != null) {
        kin[i] =
            kinship(
                own,
                pairs.computeIfAbsent(home, Section::pairs),
                sizes.computeIfAbsent(home, Section::size));
      }
      best = Math.max(best, kin[i]);
    }
    Set<Long> t3 = triples(tail.text());
    double[] shared = new double[kin.length];
    List<Set<Long>> sets = new ArrayList<>();
    for (Section home : homes) sets.add(home == null ? Set.of() : home == section ? triples(head.text()) : tri.computeIfAbsent(home, h -> triples(h.text())));
    for (long t : t3) {
      int n = 0;
      for (Set<Long> set : sets) n += set.contains(t) ? 1 : 0;
      if (n > 0) for (int i = 0; i < shared.length; i++) if (sets.get(i).contains(t)) shared[i] += 1.0 / n / n;
    }
    double weight = Math.sqrt(Math.min(tail.size(), 400) / 100.0);
    double[][] features = new double[homes.size()][];
    for (int i = 0; i < kin.length; i++) {
      Section home = homes.get(i);
      double[] f = new double[27];
      features[i] = f;
      if (home == null) {
        f[0] = 1;
        f[1] = weight;
        continue;
      }
      boolean stays = home == section;
      Section text = stays ? head : home;
      f[2] = Math.sqrt(Math.min(kin[i], 4)) * weight;
      f[3] = kin[i] / best;
      f[4] = kin[i] / best * weight;
      String words = text.text();
      f[5] = seats.stream().anyMatch(words::contains) ? 1 : 0;
      f[6] = seats.stream().allMatch(words::contains) ? 0 : 1;
      String start = tail.parts.get(0).text();
      String end = last(tail).text();
      seam(text, start, f, stays ? 7 : 12);
      f[17] = stays ? 0 : below(tail, home) ? 1 : 0;
      f[24] = Math.log1p(shared[i]);
      f[25] = Math.log1p(shared[i]) - Math.log1p(java.util.Arrays.stream(shared).max().orElse(0));
      f[26] = stays && shared[i] < 1 ? 1 : 0;
      f[18] = stays ? 0 : text.has(Part.Type.HEADLINE) && !text.hasBody() ? 1 : 0;
      f[19] = signed(end) && signedAtEnd(text) ? 1 : 0;
      f[20] = stays ? 1 : 0;
      f[21] = stays ? 0 : !text.has(Part.Type.HEADLINE) ? 1 : 0;
      f[22] = stays && tail.parts.get(0).is(Part.Type.SUBHEADING) ? 1 : 0;
      f[23] = stays && Signs.opener(start) ? 1 : 0;
    }
    return features;
  }

  private void seam(Section text, String start, double[] f, int at) {
    List<Part> body = text.body();
    if (body.isEmpty()) {
      return;
    }
    Part last = body.get(body.size() - 1);
    boolean open = !Signs.closed(last.text());
    boolean tail = Signs.tailStart(start);
    f[at] = open ? 1 : 0;
    f[at + 1] = open ? Math.min(3, words.join(last.text(), start)) : 0;
    f[at + 2] = open && tail ? 1 : 0;
    f[at + 3] = !open && tail ? 1 : 0;
    boolean quoted = Signs.count(last.text(), "“") > Signs.count(last.text(), "”");
    int close = start.indexOf('”');
    int first = start.indexOf('“');
    boolean closes = close >= 0 && (first < 0 || first > close);
    f[at + 4] = quoted && closes ? 1 : quoted != closes ? -1 : 0;
  }

  private static Part last(Section section) {
    return section.parts.get(section.parts.size() - 1);
  }

  private static boolean signed(String text) {
    return Signs.signed(text) || Signs.signature(text) || Signs.toPage(text);
  }

  private static boolean signedAtEnd(Section section) {
    return section.has(Part.Type.SIGNATURE) || signed(last(section).text());
  }

  /** Whether a report starts right below a text. */
  private boolean below(Section tail, Section home) {
    int line = last(tail).piece().line();
    int start = home.parts.get(0).piece().line();
    return start > line
        && sections.stream()
            .mapToInt(s -> s.parts.get(0).piece().line())
            .noneMatch(l -> l > line && l < start);
  }

  private double kinship(Set<Integer> tail, Set<Integer> other, int size) {
    return words.coverage(tail, other) / Math.sqrt(Math.max(80, size)) / USUAL;
  }
}
