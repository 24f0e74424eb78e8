package duizhao.importer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Weighs whether the end of a report is of another: what follows some paragraph of it, by what its
 * words and its first line have to do with the text before and with the other reports of the page.
 */
final class Tails {

  /** What is told where nothing may be cut off. */
  private static final double LEAST = -9;

  /** What the words of texts have in common where nothing is known of them. */
  private static final double USUAL = 0.006;

  private static final int NO_HOME = 0;
  private static final int NO_HOME_SIZE = 1;
  private static final int KINSHIP = 2;
  private static final int NEAREST = 3;
  private static final int NEAREST_SIZE = 4;
  private static final int NAMED = 5;
  private static final int UNNAMED = 6;
  private static final int STAYING_SEAM = 7;
  private static final int MOVING_SEAM = 12;
  private static final int BELOW = 17;
  private static final int BARE_HEADLINE = 18;
  private static final int SIGNED_TWICE = 19;
  private static final int STAYS = 20;
  private static final int NO_HEADLINE = 21;
  private static final int SUBHEADING = 22;
  private static final int OPENER = 23;

  /** What each of these says, in natural logarithms of odds; fitted to pages that were torn. */
  private static final double[] WEIGHTS = {
    0.39, 3.50, 3.59, 0.58, 0.04, 1.12, 0.12, 0.66, 0.12, -0.16, -0.12, -0.05, 1.18, 0.45, 0.24,
    -0.77, -0.09, 1.62, 0.12, -0.05, 3.85, -1.07, 0.33, 0.36
  };

  private final List<Section> sections;
  private final Words words;
  private final Map<Section, Set<Integer>> pairs = new HashMap<>();
  private final Map<Section, String> texts = new HashMap<>();

  Tails(List<Section> sections, Words words) {
    this.sections = sections;
    this.words = words;
    sections.forEach(s -> pairs.put(s, s.pairs()));
  }

  /** How much speaks for the parts from some on to be of another report, or of none. */
  double odds(Section section, int from) {
    List<@Nullable Section> homes = homes(section);
    double[] scores = scores(section, from, homes);
    return Arrays.stream(scores, 1, scores.length).max().orElse(LEAST) - scores[0];
  }

  /**
   * How much speaks for some end of a report being of another, and for some end of another being of
   * it, as natural logarithms of odds; one entry a report.
   */
  void doubts(double[] leaves, double[] wants) {
    Arrays.fill(leaves, LEAST);
    Arrays.fill(wants, LEAST);
    for (int s = 0; s < sections.size(); s++) {
      Section section = sections.get(s);
      List<@Nullable Section> homes = homes(section);
      for (int k = 1; k < section.parts.size(); k++) {
        if (!mayBreak(section, k)) {
          continue;
        }
        double[] scores = scores(section, k, homes);
        for (int i = 1; i < scores.length; i++) {
          double odds = scores[i] - scores[0];
          leaves[s] = Math.max(leaves[s], odds);
          int home = sections.indexOf(homes.get(i));
          if (home >= 0) {
            wants[home] = Math.max(wants[home], odds);
          }
        }
      }
    }
  }

  private static boolean mayBreak(Section section, int k) {
    Part part = section.parts.get(k);
    return (part.is(Part.Type.BODY) || part.is(Part.Type.SUBHEADING))
        && section.parts.subList(0, k).stream().anyMatch(p -> Section.isBody(p.type()))
        && !section.parts.get(k - 1).is(Part.Type.SUBHEADING)
        && isProse(section);
  }

  /** Whether it is no picture and no list. */
  private static boolean isProse(Section section) {
    return !section.has(Part.Type.CREDIT)
        && !section.has(Part.Type.CAPTION)
        && section.body().stream().noneMatch(p -> Signs.item(p.text()) || Signs.row(p.text()));
  }

  /** Where the end of a section may be of: the section itself first, null for no report. */
  private List<@Nullable Section> homes(Section section) {
    List<@Nullable Section> homes = new ArrayList<>();
    homes.add(section);
    homes.add(null);
    sections.stream().filter(s -> s != section && isProse(s)).forEach(homes::add);
    return homes;
  }

  private double[] scores(Section section, int k, List<@Nullable Section> homes) {
    Section head = new Section(section.parts.subList(0, k));
    Section tail = new Section(section.parts.subList(k, section.parts.size()));
    Words.Weighed own = words.weighed(tail.pairs());
    Set<String> seats = Signs.seats(tail.text());
    int next = next(tail);
    double[] kinship = new double[homes.size()];
    double best = 1e-9;
    for (int i = 0; i < kinship.length; i++) {
      Section home = homes.get(i);
      if (home != null) {
        Section text = home == section ? head : home;
        Set<Integer> theirs = home == section ? head.pairs() : pairs.get(home);
        kinship[i] =
            own.in(theirs == null ? home.pairs() : theirs)
                / Math.sqrt(Math.max(80, text.size()))
                / USUAL;
        best = Math.max(best, kinship[i]);
      }
    }
    double[] scores = new double[kinship.length];
    for (int i = 0; i < scores.length; i++) {
      Section home = homes.get(i);
      double[] signs =
          signs(home == section ? head : home, home == section, tail, seats, kinship[i], best);
      if (home != null && home != section) {
        signs[BELOW] = home.parts.get(0).piece().line() == next ? 1 : 0;
      }
      for (int s = 0; s < signs.length; s++) {
        scores[i] += WEIGHTS[s] * signs[s];
      }
    }
    return scores;
  }

  private double[] signs(
      @Nullable Section home,
      boolean stays,
      Section tail,
      Set<String> seats,
      double kinship,
      double best) {
    double[] signs = new double[WEIGHTS.length];
    double size = Math.sqrt(Math.min(tail.size(), 400) / 100.0);
    if (home == null) {
      signs[NO_HOME] = 1;
      signs[NO_HOME_SIZE] = size;
      return signs;
    }
    signs[KINSHIP] = Math.sqrt(Math.min(kinship, 4)) * size;
    signs[NEAREST] = kinship / best;
    signs[NEAREST_SIZE] = kinship / best * size;
    String text = stays ? home.text() : texts.computeIfAbsent(home, Section::text);
    signs[NAMED] = seats.stream().anyMatch(text::contains) ? 1 : 0;
    signs[UNNAMED] = seats.stream().allMatch(text::contains) ? 0 : 1;
    String start = tail.parts.get(0).text();
    seam(home, start, signs, stays ? STAYING_SEAM : MOVING_SEAM);
    signs[SIGNED_TWICE] = signed(last(tail).text()) && signed(home) ? 1 : 0;
    signs[STAYS] = stays ? 1 : 0;
    signs[SUBHEADING] = stays && tail.parts.get(0).is(Part.Type.SUBHEADING) ? 1 : 0;
    signs[OPENER] = stays && Signs.opener(start) ? 1 : 0;
    signs[BARE_HEADLINE] = !stays && home.has(Part.Type.HEADLINE) && !home.hasBody() ? 1 : 0;
    signs[NO_HEADLINE] = !stays && !home.has(Part.Type.HEADLINE) ? 1 : 0;
    return signs;
  }

  private void seam(Section home, String start, double[] signs, int at) {
    List<Part> body = home.body();
    if (body.isEmpty()) {
      return;
    }
    String end = body.get(body.size() - 1).text();
    boolean open = !Signs.closed(end);
    boolean tail = Signs.tailStart(start);
    signs[at] = open ? 1 : 0;
    signs[at + 1] = open ? Math.min(3, words.join(end, start)) : 0;
    signs[at + 2] = open && tail ? 1 : 0;
    signs[at + 3] = !open && tail ? 1 : 0;
    boolean quoted = Signs.count(end, "“") > Signs.count(end, "”");
    boolean closes = Signs.closesQuotation(start);
    signs[at + 4] = quoted && closes ? 1 : quoted != closes ? -1 : 0;
  }

  private static Part last(Section section) {
    return section.parts.get(section.parts.size() - 1);
  }

  private static boolean signed(String text) {
    return Signs.signed(text) || Signs.signature(text) || Signs.toPage(text);
  }

  private static boolean signed(Section section) {
    return section.has(Part.Type.SIGNATURE) || signed(last(section).text());
  }

  /** The line where the first report below a text starts; 0 where none does. */
  private int next(Section tail) {
    int line = last(tail).piece().line();
    return sections.stream()
        .mapToInt(s -> s.parts.get(0).piece().line())
        .filter(l -> l > line)
        .min()
        .orElse(0);
  }
}
