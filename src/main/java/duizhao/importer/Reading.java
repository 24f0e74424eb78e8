package duizhao.importer;

import duizhao.importer.Undoubled.Doubled;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What was made of a page.
 *
 * @param outside margin, and fragments that no report was found for
 * @param confidences one for each report, 0 to 1; see {@link Confidence}
 */
record Reading(
    List<Section> reports, List<Part> outside, List<Doubled> doubles, List<Double> confidences) {

  /** What is printed around the reports. */
  List<Part> margin() {
    return outside.stream().filter(p -> p.is(Part.Type.FURNITURE)).toList();
  }

  static Reading of(PageText page, Collection<String> known) {
    List<Piece> pieces = page.pieces();
    Words words = new Words(known, pieces.stream().map(Piece::text).toList());
    List<Part> outside = new ArrayList<>();
    if (page.marked()) {
      pieces.stream()
          .filter(p -> p.hint() == Piece.Hint.FURNITURE)
          .forEach(p -> outside.add(new Part(p, Part.Type.FURNITURE)));
      pieces.removeIf(p -> p.hint() == Piece.Hint.FURNITURE);
    }
    Undoubled undoubled = Undoubled.of(pieces, words);
    if (page.marked()) {
      Articles articles = Articles.of(undoubled.pieces());
      if (articles.told()) {
        outside.addAll(articles.furniture());
        return new Reading(
            articles.sections(),
            outside,
            undoubled.doubles(),
            articles.sections().stream().map(Confidence::told).toList());
      }
    }
    Segmenter segmenter = new Segmenter(undoubled.pieces(), words);
    Assembly assembly = new Assembly(segmenter.sections(), words);
    List<Section> reports = assembly.reports();
    outside.addAll(segmenter.furniture());
    outside.addAll(assembly.fragments());
    return new Reading(reports, outside, undoubled.doubles(), Confidence.of(reports, words));
  }
}
