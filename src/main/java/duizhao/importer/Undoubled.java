package duizhao.importer;

import duizhao.importer.Doubles.Repeat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The pieces of a page without what stands on it twice.
 *
 * @param pieces what is to be read, in the order of the page
 * @param doubles what was taken out
 */
record Undoubled(List<Piece> pieces, List<Doubled> doubles) {

  /** A passage that stands elsewhere, too; null where that is not known to the character. */
  record Doubled(Piece piece, int line) {}

  /** A repetition of less is taken out only where it fills a piece to its beginning or end. */
  private static final int CERTAIN = 40;

  /** A repetition of more may be a whole report. */
  private static final int REPORT = 150;

  /** So much may stand twice, one below the other, and is not meant to. */
  private static final int SHORTEST_AGAIN = 4;

  /** So much more of the words beside it, 0 to 1 each, the copy has that stays for its place. */
  private static final double MARGIN = 0.3;

  /** So many characters at the edge of a repetition may be the same by chance. */
  private static final int CHANCE = 3;

  static Undoubled of(List<Piece> pieces, Words words) {
    StringBuilder text = new StringBuilder();
    List<int[]> origin = new ArrayList<>();
    int[] starts = new int[pieces.size() + 1];
    for (int p = 0; p < pieces.size(); p++) {
      starts[p] = text.length();
      String piece = pieces.get(p).text();
      for (int k = 0; k < piece.length(); k++) {
        if (!Signs.isSpace(piece.charAt(k))) {
          text.append(piece.charAt(k));
          origin.add(new int[] {p, k});
        }
      }
    }
    starts[pieces.size()] = text.length();
    int[] twin = new int[text.length()];
    Arrays.fill(twin, -1);
    for (Repeat found : Doubles.find(text.toString())) {
      take(found, origin, starts, pieces, words, twin);
    }
    for (int p = 1; p < pieces.size(); p++) {
      again(p, starts, text, twin);
    }
    List<Piece> kept = new ArrayList<>();
    List<Doubled> doubles = new ArrayList<>();
    for (int p = 0; p < pieces.size(); p++) {
      cut(pieces, p, starts, origin, twin, kept, doubles);
    }
    return new Undoubled(kept, doubles);
  }

  /** Marks a piece that is the end of the one before it, printed again. */
  private static void again(int p, int[] starts, StringBuilder text, int[] twin) {
    int size = starts[p + 1] - starts[p];
    int from = starts[p] - size;
    if (size < SHORTEST_AGAIN || from < starts[p - 1] || twin[starts[p]] >= 0) {
      return;
    }
    for (int k = 0; k < size; k++) {
      if (text.charAt(from + k) != text.charAt(starts[p] + k)) {
        return;
      }
    }
    for (int k = 0; k < size; k++) {
      twin[starts[p] + k] = from + k;
    }
  }

  /** Marks the copy that is to go. */
  private static void take(
      Repeat repeat,
      List<int[]> origin,
      int[] starts,
      List<Piece> pieces,
      Words words,
      int[] twin) {
    Repeat found = snap(repeat, starts);
    int firstPiece = origin.get(found.first())[0];
    int secondPiece = origin.get(found.second())[0];
    boolean starts1 = starts[firstPiece] == found.first();
    boolean starts2 = starts[secondPiece] == found.second();
    boolean ends1 = Arrays.binarySearch(starts, found.firstEnd()) >= 0;
    boolean ends2 = Arrays.binarySearch(starts, found.secondEnd()) >= 0;
    if (found.length() < CERTAIN && !(ends2 && ends1) && !(starts2 && starts1)) {
      return;
    }
    boolean dropFirst = false;
    if (found.length() >= REPORT && starts1 && starts2) {
      dropFirst =
          found.length() > found.firstEnd() - found.first() || around(pieces, found, origin, words);
    } else if (starts1 && ends1 && starts2 && ends2) {
      Set<Integer> passage = Words.pairs(pieces.get(firstPiece).text());
      dropFirst =
          words.coverage(passage, before(pieces, secondPiece, firstPiece))
              > words.coverage(passage, before(pieces, firstPiece, -1)) + 0.1;
    }
    int from = dropFirst ? found.first() : found.second();
    int to = dropFirst ? found.firstEnd() : found.secondEnd();
    int other = dropFirst ? found.second() : found.first();
    for (int k = from; k < to; k++) {
      if (twin[other] < 0) {
        twin[k] = other;
      }
    }
  }

  /**
   * Without the few characters at either end that are of another piece and are the same by chance,
   * such as a full stop.
   */
  private static Repeat snap(Repeat found, int[] starts) {
    int begin = boundary(starts, found.second(), found.second() + CHANCE);
    int lead = begin < 0 ? 0 : begin - found.second();
    int end = boundary(starts, found.secondEnd() - CHANCE, found.secondEnd());
    int trail = end < 0 ? 0 : found.secondEnd() - end;
    return new Repeat(
        found.first() + lead,
        found.firstEnd() - trail,
        found.second() + lead,
        found.secondEnd() - trail);
  }

  /** The first start of a piece in a range, its ends included; -1 where there is none. */
  private static int boundary(int[] starts, int from, int to) {
    int at = Arrays.binarySearch(starts, from);
    int index = at >= 0 ? at : -at - 1;
    return index < starts.length && starts[index] <= to ? starts[index] : -1;
  }

  /** Whether the second copy stands among its own kind, and the first does not. */
  private static boolean around(List<Piece> pieces, Repeat found, List<int[]> origin, Words words) {
    int a = origin.get(found.first())[0];
    int aEnd = origin.get(found.firstEnd() - 1)[0] + 1;
    int b = origin.get(found.second())[0];
    int bEnd = origin.get(found.secondEnd() - 1)[0] + 1;
    Set<Integer> passage = new HashSet<>();
    for (int p = b; p < bEnd; p++) {
      passage.addAll(Words.pairs(pieces.get(p).text()));
    }
    return beside(pieces, b, bEnd, passage, words)
        > beside(pieces, a, aEnd, passage, words) + MARGIN;
  }

  private static double beside(
      List<Piece> pieces, int from, int to, Set<Integer> passage, Words words) {
    double before =
        from == 0 ? 0 : words.coverage(Words.pairs(pieces.get(from - 1).text()), passage);
    double after =
        to >= pieces.size() ? 0 : words.coverage(Words.pairs(pieces.get(to).text()), passage);
    return before + after;
  }

  /** What the two pieces before a copy speak of, the other copy left out. */
  private static Set<Integer> before(List<Piece> pieces, int at, int without) {
    StringBuilder text = new StringBuilder();
    for (int p = Math.max(0, at - 2); p < at; p++) {
      text.append(p == without ? "" : pieces.get(p).text()).append('\n');
    }
    return Words.pairs(text.toString());
  }

  /** Of a piece that is doubled but for a few characters, those are of the double, too. */
  private static void residue(int from, int to, int[] twin) {
    int last = -1;
    int kept = 0;
    for (int k = from; k < to; k++) {
      last = twin[k] >= 0 ? twin[k] : last;
      kept += twin[k] < 0 ? 1 : 0;
    }
    if (last >= 0 && kept <= CHANCE + 1 && kept * 10 < to - from) {
      for (int k = from; k < to; k++) {
        twin[k] = twin[k] < 0 ? last : twin[k];
      }
    }
  }

  private static void cut(
      List<Piece> pieces,
      int p,
      int[] starts,
      List<int[]> origin,
      int[] twin,
      List<Piece> kept,
      List<Doubled> doubles) {
    Piece piece = pieces.get(p);
    int at = starts[p];
    residue(starts[p], starts[p + 1], twin);
    while (at < starts[p + 1]) {
      int to = at;
      boolean doubled = twin[at] >= 0;
      while (to < starts[p + 1] && twin[to] >= 0 == doubled) {
        to++;
      }
      Piece part =
          piece.sub(
              at == starts[p] ? 0 : origin.get(at)[1],
              to == starts[p + 1] ? piece.text().length() : origin.get(to)[1]);
      if (doubled) {
        doubles.add(new Doubled(part, pieces.get(origin.get(twin[at])[0]).line()));
      } else {
        kept.add(part);
      }
      at = to;
    }
  }
}
