package duizhao.importer;

import java.util.List;

/**
 * How likely the parts of a report are one report, all of it that the page has, and in its order.
 * The factors are how often that was so on 40 pages that were made to be difficult, for reports
 * that have what is named.
 */
final class Confidence {

  private static final double BASE = 0.95;
  private static final double JOINED = 0.65;
  private static final double JOINED_ELSEWHERE = 0.97;
  private static final double NO_HEADLINE = 0.75;
  private static final double NO_BEGINNING = 0.88;
  private static final double NO_END = 0.75;
  private static final double LONE_SUBHEADING = 0.55;
  private static final double MANY_HEADLINES = 0.8;
  private static final double STRANGE_HEADLINE = 0.93;
  private static final double DOUBTFUL = 0.6;
  private static final double LEAST = 0.05;

  private Confidence() {}

  /**
   * The confidence in one report.
   *
   * @param page all reports of its page: where much was torn, more is wrong
   * @return 0 to 1
   */
  static double of(Section report, List<Section> page, Words words) {
    List<Part> headlines = report.of(Part.Type.HEADLINE);
    List<Part> body = report.body();
    int elsewhere = page.stream().mapToInt(s -> s.joins).sum() - report.joins;
    double confidence = BASE * Math.pow(JOINED, report.joins);
    confidence *= Math.pow(JOINED_ELSEWHERE, elsewhere);
    confidence *= headlines.isEmpty() ? NO_HEADLINE : 1;
    confidence *= headlines.size() > 3 ? MANY_HEADLINES : 1;
    confidence *= begins(report) ? 1 : NO_BEGINNING;
    boolean open = body.isEmpty() || !Signs.closed(body.get(body.size() - 1).text());
    confidence *= open ? NO_END : 1;
    confidence *= report.of(Part.Type.SUBHEADING).size() == 1 ? LONE_SUBHEADING : 1;
    confidence *= report.doubtful ? DOUBTFUL : 1;
    if (headlines.size() > 1) {
      Section text = new Section(report.parts);
      text.parts.removeAll(headlines);
      double said = words.coverage(Words.pairs(headlines.get(0).text()), text.pairs());
      confidence *= said < 0.06 ? STRANGE_HEADLINE : 1;
    }
    return Math.max(LEAST, confidence);
  }

  private static boolean begins(Section report) {
    return report.started() || report.has(Part.Type.CREDIT) || report.has(Part.Type.CAPTION);
  }
}
