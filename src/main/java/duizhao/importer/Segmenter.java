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

  /** So many lines that might be headlines, one below the other, are something else. */
  private static final int SHORT_LINES = 6;

  /** Below this kinship, see {@link Assembly}, a text has nothing to do with the one before it. */
  private static final double STRANGE = 0.0013;

  private final List<Piece> pieces;
  private final Words words;
  private final Part.Type[] types;
  private final List<Section> sections = new ArrayList<>();
  private final List<Part> furniture = new ArrayList<>();
  private Section current = new Section();

  /** Whether some piece is the rest of a sentence that breaks off elsewhere on the page. */
  private boolean dangling;

  Segmenter(List<Piece> pieces, Words words) {
    this.pieces = pieces;
    this.words = words;
    this.types = new Part.Type[pieces.size()];
  }

  /** The sections in the order of the page; together with {@link #furniture} all pieces. */
  List<Section> sections() {
    classify();
    for (int i = 0; i < types.length; i++) {
      int p = previous(i);
      dangling |=
          types[i] == Part.Type.BODY
              && Signs.tailStart(text(i))
              && (p < 0
                  || Signs.closed(text(p))
                  || types[p] != Part.Type.BODY
                  || pieces.get(p).size() <= LONGEST_HEADLINE / 2
                      && pieces.get(i).size() > LONGEST_HEADLINE);
    }
    for (int i = types.length - 1; i >= 0; i--) {
      if (types[i] == Part.Type.BODY && isHeadline(i)) {
        types[i] = Part.Type.HEADLINE;
      }
    }
    for (int i = 1; i + 1 < types.length; i++) {
      int p = previous(i);
      int n = next(i);
      if (Signs.name(text(i))
          && types[i] == Part.Type.HEADLINE
          && p >= 0
          && types[p] == Part.Type.BODY
          && Signs.closed(text(p))
          && n < types.length
          && types[n] == Part.Type.HEADLINE) {
        types[i] = Part.Type.SIGNATURE;
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
    boolean top = true;
    for (int i = 0; i < types.length; i++) {
      String text = pieces.get(i).text();
      types[i] = Part.Type.BODY;
      if (pieces.get(i).hint() == Hint.FURNITURE
          || Signs.furniture(text)
          || top && Signs.pageHead(text)) {
        types[i] = Part.Type.FURNITURE;
        continue;
      }
      top = false;
      if (Signs.box(text)) {
        types[i] = Part.Type.BOX;
        box = true;
        continue;
      } else if (Signs.byline(text) || Signs.author(text)) {
        types[i] = Part.Type.BYLINE;
      } else if (Signs.signature(text)) {
        types[i] = Part.Type.SIGNATURE;
      } else if (Signs.credit(text)) {
        types[i] = text.length() <= 30 ? Part.Type.CREDIT : Part.Type.CAPTION;
      } else if (text.length() <= 24 && (Signs.fromPage(text) || Signs.toPage(text))) {
        types[i] = Part.Type.MARK;
      } else if (pieces.get(i).hint() == Hint.BYLINE) {
        types[i] = Part.Type.BYLINE;
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
            || (types[i] == Part.Type.BODY
                && (Signs.dateline(text(i))
                    || Signs.fromPage(text(i))
                    || Signs.salutation(text(i))))
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
    if (p < 0
        || types[p] != Part.Type.HEADLINE
        || n >= types.length
        || types[n] != Part.Type.BODY
        || Signs.closed(text(i))) {
      return false;
    }
    return aboveTornText(i)
        || headlineScore(i) >= 1.5
        || (Signs.closed(text(n)) || pieces.get(n).size() > 2 * pieces.get(i).size())
            && words.join(text(i), text(n)) < 1
            && !Signs.tailStart(text(n))
            && pieces.get(i).size() >= 12
            && headlineScore(i) >= -1.5;
  }

  /** Whether a line that could be a headline stands above the rest of a sentence. */
  private boolean aboveTornText(int i) {
    String text = text(i);
    int n = next(i);
    int size = pieces.get(i).size();
    return size >= 6
        && size <= LONGEST_HEADLINE - 8
        && Signs.tailStart(text(n))
        && !sameWidth(i, n)
        && !Signs.opener(text)
        && !Signs.tailStart(text)
        && !Signs.saying(text)
        && !Signs.breaksOff(text)
        && !broken(i)
        && Signs.count(text, ",，;；。") <= 1
        && words.join(text, text(n)) < 1;
  }

  /** More than 1 for a headline; what counts for and against it was weighed by hand. */
  double headlineScore(int i) {
    Piece piece = pieces.get(i);
    String text = piece.text();
    int size = piece.size();
    if (size > LONGEST_HEADLINE + 16
        || size > LONGEST_HEADLINE && !text.endsWith("——")
        || size < 2
        || Signs.dateline(text)
        || Signs.item(text)
        || row(i)
        || Signs.salutation(text)
        || Signs.signer(text)) {
      return -9;
    }
    int n = next(i);
    if (text.endsWith("——") && starter(n)
        || text.endsWith("——") && n < types.length && types[n] == Part.Type.HEADLINE) {
      return 9;
    }
    int before = previous(i);
    if (text.indexOf('。') >= 0
        || Signs.adverb(text)
        || Signs.closesAnother(text)
            && before >= 0
            && types[before] == Part.Type.BODY
            && Signs.unbalanced(text(before))
            && (pieces.get(before).size() > LONGEST_HEADLINE
                || Signs.count(text(before), "。") > 0)) {
      return -9;
    }
    if (size <= 8 && Signs.semiclosed(text) && n < types.length && types[n] != Part.Type.HEADLINE) {
      return -9;
    }
    if (text.startsWith("——") && size <= LONGEST_HEADLINE && !Signs.closed(text)) {
      return Signs.semiclosed(text) ? -9 : 9;
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
    score += n < types.length && types[n] == Part.Type.HEADLINE && text(n).startsWith("——") ? 3 : 0;
    score -= commas > 0 && text.indexOf('了') >= 0 ? 1 : 0;
    score -= commas > 0 && dangling && !closed && p >= 0 && Signs.closed(text(p)) ? 2 : 0;
    score -= broken(i) ? 2.5 : 0;
    score -= Signs.saying(text) ? 3 : 0;
    score -= Signs.breaksOff(text) ? 1.5 : 0;
    score -= text.matches("(?s).*[,，、]$") ? 2 : 0;
    score +=
        text.matches("\\S{2,12}[:：]") && n < types.length && types[n] == Part.Type.HEADLINE ? 2 : 0;
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

  /** Whether a line is a row of a table, or the top one of its rows. */
  private boolean row(int i) {
    int n = next(i);
    return Signs.row(text(i))
        || n < types.length && Signs.row(text(n)) && gaps(text(i)) == gaps(text(n));
  }

  private boolean isListed(int i) {
    return row(i) || Signs.item(text(i));
  }

  private static int gaps(String text) {
    return text.trim().split("[\\s\u3000]+").length - 1;
  }

  /** Whether a mark of quotation is open at one end, and not closed by the lines beside it. */
  private boolean broken(int i) {
    String text = text(i);
    if (!Signs.unbalanced(text)) {
      return false;
    }
    int p = previous(i);
    int n = next(i);
    boolean above = p >= 0 && pieces.get(p).size() <= LONGEST_HEADLINE && !Signs.closed(text(p));
    boolean below = n < types.length && types[n] == Part.Type.HEADLINE;
    return !(above && !Signs.unbalanced(text(p) + text))
        && !(below && !Signs.unbalanced(text + text(n)));
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
            || end < types.length && isListed(end)
            || !current.hasBody()
            || current.ended
            || count >= 2
            || Signs.notice(text(i))
            || pieces.get(i).hint() == Hint.HEADLINE
            || end == types.length
            || signedAgain(end)
            || strange(last, end);
    report |= current.hasBody() && previous(i) >= 0 && Signs.row(text(previous(i)));
    boolean continued =
        count == 1
            && end < types.length
            && !starter(end)
            && !current.hasBody()
            && (current.has(Part.Type.MARK) || current.has(Part.Type.BYLINE))
            && current.has(Part.Type.HEADLINE);
    report &= !continued;
    if (report && current.hasBody() || current.ended) {
      close();
    }
    if (count >= SHORT_LINES) {
      i = shortLines(i, last + 1);
    } else if (count > 1 && Signs.notice(text(i)) && !(end < types.length && isListed(end))) {
      current.add(pieces.get(i++), Part.Type.HEADLINE);
      close();
    } else if (count > 1 && report && Signs.notice(text(last))) {
      for (; i < last; i++) {
        boolean headline = types[i] == Part.Type.HEADLINE;
        if (headline) {
          current.add(pieces.get(i), Part.Type.HEADLINE);
        } else {
          furniture.add(new Part(pieces.get(i), Part.Type.FURNITURE));
        }
      }
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

  /**
   * Takes lines as short as headlines that are too many for headlines: a poem, or a table. Gives
   * where the headlines of what follows start.
   */
  private int shortLines(int from, int end) {
    StringBuilder following = new StringBuilder();
    for (int k = end;
        k < types.length && types[k] != Part.Type.HEADLINE && following.length() < 600;
        k++) {
      following.append(text(k)).append('\n');
    }
    Set<Integer> pairs = Words.pairs(following.toString());
    int start = end;
    for (int k = end - 1; k >= from; k--) {
      if (types[k] == Part.Type.HEADLINE) {
        if (words.coverage(Words.pairs(text(k)), pairs) < 0.08 && !text(k).endsWith("——")) {
          break;
        }
        start = k;
      }
    }
    start = end == types.length ? end : Math.min(start, end - 1);
    int lines = 0;
    for (int k = from; k < start; k++) {
      lines += types[k] == Part.Type.HEADLINE ? 1 : 0;
    }
    if (lines < SHORT_LINES - 1) {
      return from;
    }
    boolean first = true;
    for (int k = from; k < start; k++) {
      if (types[k] == Part.Type.FURNITURE) {
        furniture.add(new Part(pieces.get(k), Part.Type.FURNITURE));
      } else {
        current.add(pieces.get(k), first ? Part.Type.HEADLINE : Part.Type.BODY);
        first = false;
      }
    }
    close();
    return start;
  }

  /** Whether a text that names its reporter is followed by one that names another at its end. */
  private boolean signedAgain(int from) {
    if (!current.signed()) {
      return false;
    }
    for (int k = from; k < types.length && types[k] != Part.Type.HEADLINE && !starter(k); k++) {
      if (types[k] == Part.Type.SIGNATURE || Signs.signed(text(k))) {
        return true;
      }
    }
    return false;
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
    List<Part> before = current.body();
    current.ended |=
        !before.isEmpty()
            && Signs.row(before.get(before.size() - 1).text())
            && !row(i)
            && Signs.row(text(previous(i)));
    if (!goesOnAsList(text)
        && (current.ended
            || (current.hasBody() && (dateline || caption || Signs.fromPage(text))))) {
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

  /** Whether a list of brief items, each of them signed, goes on. */
  private boolean goesOnAsList(String text) {
    return Signs.item(text)
        && current.body().stream().anyMatch(p -> p.text().charAt(0) == text.charAt(0));
  }

  private boolean closedSoFar() {
    List<Part> body = current.body();
    return body.isEmpty() || Signs.closed(body.get(body.size() - 1).text());
  }
}
