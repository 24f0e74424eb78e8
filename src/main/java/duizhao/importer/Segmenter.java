package duizhao.importer;

import duizhao.importer.Piece.Hint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the pieces of a page from top to bottom and cuts them into sections. */
final class Segmenter {

  /** A headline has no more characters than this. */
  private static final int LONGEST_HEADLINE = 48;

  /** A caption with all its paragraphs has no more characters than this. */
  private static final int LONGEST_CAPTION = 520;

  /** Below this kinship, see {@link Assembly}, a text has nothing to do with the one before it. */
  private static final double STRANGE = 0.0013;

  private final List<Piece> pieces;
  private final Words words;
  private final Part.Type[] types;
  private final List<Section> sections = new ArrayList<>();
  private final List<Part> furniture = new ArrayList<>();
  private Section current = new Section();

  Segmenter(List<Piece> pieces, Words words) {
    this.pieces = pieces;
    this.words = words;
    this.types = new Part.Type[pieces.size()];
  }

  /** The sections in the order of the page; together with {@link #furniture} all pieces. */
  List<Section> sections() {
    classify();
    for (int i = types.length - 1; i >= 0; i--) {
      if (types[i] == Part.Type.BODY && isHeadline(i)) {
        types[i] = Part.Type.HEADLINE;
      }
    }
    for (int i = 1; i < types.length; i++) {
      if (types[i] == Part.Type.BODY && isDeck(i)) {
        types[i] = Part.Type.HEADLINE;
      }
    }
    for (int i = 0; i < types.length; ) {
      i = read(i);
    }
    close();
    return sections;
  }

  List<Part> furniture() {
    return furniture;
  }

  private void classify() {
    boolean box = false;
    for (int i = 0; i < types.length; i++) {
      String text = pieces.get(i).text();
      types[i] = Part.Type.BODY;
      if (pieces.get(i).hint() == Hint.FURNITURE || Signs.furniture(text)) {
        types[i] = Part.Type.FURNITURE;
      } else if (Signs.box(text)) {
        types[i] = Part.Type.BOX;
        box = true;
        continue;
      } else if (Signs.byline(text)) {
        types[i] = Part.Type.BYLINE;
      } else if (Signs.signature(text)) {
        types[i] = Part.Type.SIGNATURE;
      } else if (Signs.credit(text)) {
        types[i] = text.length() <= 30 ? Part.Type.CREDIT : Part.Type.CAPTION;
      } else if (text.length() <= 24 && (Signs.fromPage(text) || Signs.toPage(text))) {
        types[i] = Part.Type.MARK;
      } else if (pieces.get(i).hint() == Hint.HEADLINE) {
        types[i] = Part.Type.HEADLINE;
      } else if (pieces.get(i).hint() == Hint.CAPTION) {
        types[i] = Part.Type.CAPTION;
      } else if (box) {
        types[i] = Part.Type.BOX;
        box = !Signs.closed(text);
        continue;
      }
      box = false;
    }
  }

  private String text(int i) {
    return pieces.get(i).text();
  }

  /** The next piece that is no furniture, or the number of pieces. */
  private int next(int i) {
    int n = i + 1;
    while (n < types.length && types[n] == Part.Type.FURNITURE) {
      n++;
    }
    return n;
  }

  private int previous(int i) {
    int p = i - 1;
    while (p >= 0 && types[p] == Part.Type.FURNITURE) {
      p--;
    }
    return p;
  }

  /** Whether a report starts here, headlines apart. */
  private boolean starter(int i) {
    return i < types.length
        && (types[i] == Part.Type.BYLINE
            || (types[i] == Part.Type.BOX && Signs.box(text(i)))
            || (types[i] == Part.Type.MARK && Signs.fromPage(text(i)))
            || (types[i] == Part.Type.BODY && (Signs.dateline(text(i)) || Signs.fromPage(text(i))))
            || captionEnd(i) >= 0);
  }

  /** Where the caption that starts here ends, if one does; else -1. */
  private int captionEnd(int i) {
    int size = 0;
    for (int q = i; q < types.length && q < i + 5; q = next(q)) {
      size += pieces.get(q).size();
      if (size > LONGEST_CAPTION
          || !(types[q] == Part.Type.BODY
              || types[q] == Part.Type.CAPTION
              || types[q] == Part.Type.CREDIT)
          || (types[q] == Part.Type.BODY && Signs.dateline(text(q)))) {
        return -1;
      }
      if (types[q] == Part.Type.CREDIT || types[q] == Part.Type.CAPTION) {
        return q > i || types[q] == Part.Type.CAPTION ? q : -1;
      }
    }
    return -1;
  }

  /** Called from the last piece up, so that what follows is decided. */
  private boolean isHeadline(int i) {
    return headlineScore(i) >= 1;
  }

  /** Whether a line below a headline is one, too, that would be a sentence elsewhere. */
  private boolean isDeck(int i) {
    int p = previous(i);
    int n = next(i);
    return p >= 0
        && types[p] == Part.Type.HEADLINE
        && n < types.length
        && types[n] == Part.Type.BODY
        && !Signs.closed(text(i))
        && (Signs.closed(text(n)) || pieces.get(n).size() > 2 * pieces.get(i).size())
        && words.join(text(i), text(n)) < 1
        && !Signs.tailStart(text(n))
        && pieces.get(i).size() >= 12
        && headlineScore(i) >= -1.5;
  }

  /** More than 1 for a headline; what counts for and against it was weighed by hand. */
  double headlineScore(int i) {
    Piece piece = pieces.get(i);
    String text = piece.text();
    int size = piece.size();
    if (size > LONGEST_HEADLINE + 16
        || size > LONGEST_HEADLINE && !text.endsWith("——")
        || size < 2
        || Signs.dateline(text)) {
      return -9;
    }
    int n = next(i);
    if (text.endsWith("——") && starter(n)
        || text.endsWith("——") && n < types.length && types[n] == Part.Type.HEADLINE) {
      return 9;
    }
    if (text.indexOf('。') >= 0) {
      return -9;
    }
    int p = previous(i);
    boolean leads = starter(n) || (n < types.length && types[n] == Part.Type.HEADLINE && leads(n));
    boolean closed = Signs.closed(text) && !text.endsWith("——");
    if (closed && !(leads && size <= 26 && text.matches("(?s).*[!！?？][”’]?$"))) {
      return -9;
    }
    double score = size <= 16 ? 1 : size <= 28 ? 0.5 : size <= 40 ? 0 : -1;
    int commas = Signs.count(text, ",，;；");
    score += commas == 0 ? 1 : commas == 1 ? 0 : -1.5;
    score += leads ? 3 : 0;
    score += text.endsWith("——") ? 2 : 0;
    score += text.matches("(?s).*[\\p{IsHan}”][ \u3000]+[\\p{IsHan}“].*") ? 1 : 0;
    score -= Signs.opener(text) && !text.startsWith("“") && !text.startsWith("《") ? 1.5 : 0;
    score -= Signs.unbalanced(text) ? 1.5 : 0;
    score -= Signs.tailStart(text) ? 2 : 0;
    score -= Signs.semiclosed(text) ? 1 : 0;
    score += piece.blanks() >= 3 ? 0.5 : 0;
    boolean below = leads && p >= 0 && pieces.get(p).size() <= LONGEST_HEADLINE;
    if (p >= 0 && types[p] == Part.Type.BODY && !Signs.closed(text(p)) && !below) {
      score -= 1 + words.join(text(p), text);
      score -= sameWidth(p, i) ? 1 : 0;
    } else {
      score += 0.5;
    }
    if (n < types.length && types[n] == Part.Type.BODY && !starter(n)) {
      score -= 0.7 * words.join(text, text(n));
      score -= Signs.tailStart(text(n)) ? 2 : 0;
      score -= sameWidth(i, n) ? 1 : 0;
    }
    return score;
  }

  private boolean sameWidth(int i, int j) {
    int a = pieces.get(i).size();
    int b = pieces.get(j).size();
    return a >= 11 && a <= 30 && Math.abs(a - b) <= 2;
  }

  /** Whether the headlines from here on end at the start of a report. */
  private boolean leads(int i) {
    int n = i;
    for (int k = 0; k < 5 && n < types.length && types[n] == Part.Type.HEADLINE; k++) {
      n = next(n);
    }
    return starter(n);
  }

  private void close() {
    if (!current.parts.isEmpty()) {
      sections.add(current);
    }
    current = new Section();
  }

  /** Takes what starts here to a section, and gives where to go on. */
  private int read(int i) {
    Piece piece = pieces.get(i);
    switch (types[i]) {
      case FURNITURE -> furniture.add(new Part(piece, Part.Type.FURNITURE));
      case HEADLINE -> {
        return headlines(i);
      }
      case BYLINE -> byline(i);
      case BOX -> {
        if (current.ended) {
          close();
        }
        current.add(piece, Part.Type.BOX);
      }
      case MARK -> {
        if (Signs.fromPage(piece.text()) && current.hasBody()) {
          close();
        }
        current.add(piece, Part.Type.MARK);
        current.ended = Signs.toPage(piece.text());
      }
      case SIGNATURE, CREDIT -> {
        current.add(piece, types[i]);
        current.ended = true;
      }
      default -> {
        return body(i);
      }
    }
    return i + 1;
  }

  private int headlines(int i) {
    int end = i;
    int last = i;
    int count = 0;
    while (end < types.length
        && (types[end] == Part.Type.HEADLINE || types[end] == Part.Type.FURNITURE)) {
      if (types[end] == Part.Type.HEADLINE) {
        last = end;
        count++;
      }
      end++;
    }
    boolean report =
        starter(end)
            || !current.hasBody()
            || current.ended
            || count >= 2
            || pieces.get(i).hint() == Hint.HEADLINE
            || end == types.length
            || strange(last, end);
    if (report && current.hasBody() || current.ended) {
      close();
    }
    for (int k = i; k <= last; k++) {
      if (types[k] == Part.Type.FURNITURE) {
        furniture.add(new Part(pieces.get(k), Part.Type.FURNITURE));
      } else {
        current.add(pieces.get(k), report ? Part.Type.HEADLINE : Part.Type.SUBHEADING);
      }
    }
    return last + 1;
  }

  /** Whether a headline and what follows it have little to do with the report so far. */
  private boolean strange(int headline, int from) {
    StringBuilder following = new StringBuilder(text(headline));
    for (int k = from;
        k < types.length && types[k] == Part.Type.BODY && following.length() < 600;
        k++) {
      if (Signs.dateline(text(k))) {
        break;
      }
      following.append('\n').append(text(k));
    }
    int size = current.size();
    if (size < 200 || following.length() < 150) {
      return false;
    }
    Set<Integer> pairs = Words.pairs(following.toString());
    return words.coverage(pairs, current.pairs()) / Math.sqrt(size) < STRANGE;
  }

  private void byline(int i) {
    int n = next(i);
    boolean last = n >= types.length || types[n] == Part.Type.HEADLINE || starter(n);
    if (current.ended || (current.hasBody() && !last)) {
      close();
    }
    current.add(pieces.get(i), Part.Type.BYLINE);
    current.ended = current.hasBody();
  }

  private int body(int i) {
    Piece piece = pieces.get(i);
    String text = piece.text();
    boolean dateline = Signs.dateline(text);
    int captionEnd = dateline ? -1 : captionEnd(i);
    boolean caption =
        captionEnd >= 0
            && (!current.hasBody() || current.ended || Signs.caption(text) && closedSoFar());
    if (current.ended || (current.hasBody() && (dateline || caption || Signs.fromPage(text)))) {
      close();
    }
    if (!caption) {
      current.add(piece, types[i]);
      current.ended = Signs.signed(text) || Signs.toPage(text) || types[i] == Part.Type.CAPTION;
      return i + 1;
    }
    for (int k = i; k <= captionEnd; k++) {
      Part.Type type = types[k] == Part.Type.BODY ? Part.Type.CAPTION : types[k];
      if (type == Part.Type.FURNITURE) {
        furniture.add(new Part(pieces.get(k), type));
      } else {
        current.add(pieces.get(k), type);
      }
    }
    current.ended = true;
    return captionEnd + 1;
  }

  private boolean closedSoFar() {
    List<Part> body = current.body();
    return body.isEmpty() || Signs.closed(body.get(body.size() - 1).text());
  }
}
