package duizhao.importer;

import duizhao.importer.Piece.Hint;
import java.util.ArrayList;
import java.util.List;

/** Cuts a page where its own markup says that an article begins. */
final class Articles {

  private static final int LONGEST_LINE = 48;
  private static final int LONGEST_SUBHEADING = 24;

  private final List<Piece> pieces;
  private final List<Section> sections = new ArrayList<>();
  private final List<Part> furniture = new ArrayList<>();
  private Section current = new Section();

  private Articles(List<Piece> pieces) {
    this.pieces = pieces;
  }

  static Articles of(List<Piece> pieces) {
    Articles articles = new Articles(pieces);
    for (int i = 0; i < pieces.size(); i++) {
      articles.add(i);
    }
    articles.close();
    return articles;
  }

  /** In the order of the page; together with {@link #furniture} all pieces. */
  List<Section> sections() {
    return sections;
  }

  List<Part> furniture() {
    return furniture;
  }

  /** Whether the markup tells each article from the next, so that nothing need be guessed. */
  boolean told() {
    boolean headed = !sections.isEmpty();
    for (Section section : sections) {
      headed &= section.has(Part.Type.HEADLINE);
      headed &= section.body().stream().noneMatch(p -> Signs.item(p.text()));
      headed &= section.body().stream().filter(p -> Signs.dateline(p.text())).count() <= 1;
    }
    return headed;
  }

  private void add(int i) {
    Piece piece = pieces.get(i);
    Part.Type type = type(i);
    if (type == Part.Type.FURNITURE) {
      furniture.add(new Part(piece, type));
      return;
    }
    if (type == Part.Type.HEADLINE && current.hasBody()) {
      close();
    }
    boolean first = type == Part.Type.SUBHEADING && !current.hasBody();
    current.add(piece, first ? Part.Type.HEADLINE : type);
  }

  private Part.Type type(int i) {
    Piece piece = pieces.get(i);
    String text = piece.text();
    return switch (piece.hint()) {
      case FURNITURE -> Part.Type.FURNITURE;
      case HEADLINE -> Part.Type.HEADLINE;
      case SUBHEADING -> Part.Type.SUBHEADING;
      case BYLINE -> Part.Type.BYLINE;
      case CAPTION -> caption(text);
      case NONE -> text(i);
    };
  }

  /** What a line is of which markup says nothing. */
  private Part.Type text(int i) {
    Piece piece = pieces.get(i);
    String text = piece.text();
    if (Signs.box(text) || lastIs(Part.Type.BOX) && Signs.box(last().text())) {
      return Part.Type.BOX;
    } else if (Signs.byline(text) || Signs.author(text)) {
      return Part.Type.BYLINE;
    } else if (Signs.signature(text)) {
      return Part.Type.SIGNATURE;
    } else if (Signs.credit(text)) {
      return caption(text);
    } else if (text.length() <= 24 && (Signs.fromPage(text) || Signs.toPage(text))) {
      return Part.Type.MARK;
    }
    boolean line = piece.size() <= LONGEST_LINE && !Signs.closed(text) && !Signs.semiclosed(text);
    boolean deck = !current.hasBody() && current.has(Part.Type.HEADLINE);
    if (line && !Signs.dateline(text) && (deck || headlineFollows(i))) {
      return Part.Type.HEADLINE;
    }
    boolean heading =
        line
            && piece.size() <= LONGEST_SUBHEADING
            && current.hasBody()
            && Signs.closed(last().text())
            && i + 1 < pieces.size()
            && pieces.get(i + 1).hint() == Hint.NONE
            && pieces.get(i + 1).size() > LONGEST_LINE;
    return heading ? Part.Type.SUBHEADING : Part.Type.BODY;
  }

  private static Part.Type caption(String text) {
    return text.length() <= 30 && Signs.credit(text) && text.indexOf('。') < 0
        ? Part.Type.CREDIT
        : Part.Type.CAPTION;
  }

  private boolean headlineFollows(int i) {
    return i + 1 < pieces.size()
        && pieces.get(i + 1).hint() == Hint.HEADLINE
        && (!current.hasBody() || Signs.closed(last().text()));
  }

  private boolean lastIs(Part.Type type) {
    return !current.parts.isEmpty() && last().is(type);
  }

  private Part last() {
    return current.parts.get(current.parts.size() - 1);
  }

  /** A headline that no text follows is of the frame around the articles. */
  private void close() {
    if (current.hasBody()) {
      sections.add(current);
    } else {
      current.parts.forEach(p -> furniture.add(new Part(p.piece(), Part.Type.FURNITURE)));
    }
    current = new Section();
  }
}
