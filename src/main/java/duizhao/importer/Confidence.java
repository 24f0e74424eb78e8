package duizhao.importer;

import java.util.ArrayList;
import java.util.List;

/**
 * How likely the parts of a report are one report, all of it that the page has, and in its order.
 * The weights are fitted to how often that was so on pages that were made to be difficult, for
 * reports that have what is named.
 */
final class Confidence {

  /** What each of {@link #signs} says, in natural logarithms of odds. */
  private static final double[] WEIGHTS = {
    0.34, -1.78, -0.04, -1.49, -0.22, -0.66, -0.85, -0.41, -0.24, -0.90, -0.48, -0.77, -0.21, -0.32,
    0.03, 0.32
  };

  /** The confidence in an article that the markup of its page tells from the others. */
  private static final double TOLD = 0.93;

  private static final double LEAST_ODDS = -6;
  private static final double MOST_ODDS = 2;

  private static final double BREAKS_OFF = 0.75;

  private Confidence() {}

  /** The confidence in an article of which markup says where it begins and ends. */
  static double told(Section article) {
    List<Part> body = article.body();
    boolean open = body.isEmpty() || !Signs.closed(body.get(body.size() - 1).text());
    return open ? TOLD * BREAKS_OFF : TOLD;
  }

  /**
   * The confidence in each of the reports of a page, 0 to 1: where much was torn, more is wrong.
   */
  static List<Double> of(List<Section> page, Words words) {
    double[] leaves = new double[page.size()];
    double[] wants = new double[page.size()];
    new Tails(page, words).doubts(leaves, wants);
    List<Double> all = new ArrayList<>();
    for (int i = 0; i < page.size(); i++) {
      double[] signs = signs(page.get(i), page, words, leaves[i], wants[i]);
      double odds = 0;
      for (int k = 0; k < signs.length; k++) {
        odds += WEIGHTS[k] * signs[k];
      }
      all.add(1 / (1 + Math.exp(-odds)));
    }
    return all;
  }

  static double[] signs(
      Section report, List<Section> page, Words words, double leaves, double wants) {
    List<Part> headlines = report.of(Part.Type.HEADLINE);
    List<Part> body = report.body();
    int joined = page.stream().mapToInt(s -> s.joins).sum() - report.joins;
    long woven = page.stream().filter(s -> s.woven).count() - (report.woven ? 1 : 0);
    long bare = page.stream().filter(s -> !s.has(Part.Type.HEADLINE)).count();
    boolean open = body.isEmpty() || !Signs.closed(body.get(body.size() - 1).text());
    Section text = new Section(report.parts);
    text.parts.removeAll(headlines);
    double said =
        headlines.isEmpty()
            ? 1
            : words.coverage(Words.pairs(headlines.get(0).text()), text.pairs());
    return new double[] {
      1,
      Math.min(3, report.joins),
      Math.min(4, joined),
      report.woven ? 1 : 0,
      Math.min(4, woven),
      headlines.isEmpty() ? 1 : 0,
      headlines.size() > 3 ? 1 : 0,
      begins(report) ? 0 : 1,
      open ? 1 : 0,
      report.of(Part.Type.SUBHEADING).size() == 1 ? 1 : 0,
      report.doubtful ? 1 : 0,
      said < 0.06 ? 1 : 0,
      Math.max(LEAST_ODDS, Math.min(MOST_ODDS, leaves)),
      Math.max(LEAST_ODDS, Math.min(MOST_ODDS, wants)),
      Math.min(3, bare),
      Math.log(Math.max(50, report.size()) / 400.0),
    };
  }

  private static boolean begins(Section report) {
    return report.started() || report.has(Part.Type.CREDIT) || report.has(Part.Type.CAPTION);
  }
}
