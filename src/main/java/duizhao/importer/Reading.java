package duizhao.importer;

import duizhao.importer.Undoubled.Doubled;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What was made of a page. */
record Reading(List<Section> reports, List<Part> furniture, List<Doubled> doubles) {

  static Reading of(PageText page, Collection<String> known) {
    List<Piece> pieces = page.pieces();
    Words words = new Words(known, pieces.stream().map(Piece::text).toList());
    Undoubled undoubled = Undoubled.of(pieces, words);
    Segmenter segmenter = new Segmenter(undoubled.pieces(), words);
    List<Section> sections = segmenter.sections();
    return new Reading(
        new Assembly(new ArrayList<>(sections), words).reports(),
        segmenter.furniture(),
        undoubled.doubles());
  }
}
