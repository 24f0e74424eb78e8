package duizhao.xliff;

import duizhao.model.Language;
import duizhao.text.Passages;
import duizhao.text.Passages.Kind;
import duizhao.text.Passages.Piece;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands for a paragraph that is not yet translated, so that the others keep their numbers.
 */
final class Gap {

  private static final String CHINESE = "【待译】";
  private static final String ENGLISH = "[Translation pending]";

  private Gap() {}

  static boolean is(List<Piece> pieces) {
    String words = Passages.words(pieces);
    return words.equals(CHINESE) || words.equals(ENGLISH);
  }

  /** A gap in the shape of the block that it stands for: a heading for a heading. */
  static List<Piece> of(List<Piece> source, Language language) {
    Piece gap = new Piece(Kind.WORDS, language.tag().startsWith("zh") ? CHINESE : ENGLISH);
    long runs = source.stream().filter(p -> p.kind() == Kind.WORDS).count();
    if (runs == 0) {
      return source;
    }
    List<Piece> pieces = new ArrayList<>();
    if (runs == 1) {
      source.forEach(p -> pieces.add(p.kind() == Kind.WORDS ? gap : p));
      return pieces;
    }
    Piece first = source.get(0);
    if (first.kind() == Kind.FRAME && first.value().matches("#+ |\\[\\^.*")) {
      pieces.add(first);
    }
    pieces.add(gap);
    return pieces;
  }
}
