package duizhao.importer;

/** A piece of a page, and what it is in its report. */
record Part(Piece piece, Type type) {

  /** What a piece of a newspaper page can be. */
  enum Type {
    HEADLINE,
    BYLINE,
    BOX,
    BODY,
    SUBHEADING,
    CAPTION,
    CREDIT,
    SIGNATURE,
    MARK,
    DOUBLE,
    FRAGMENT,
    FURNITURE;

    /** The word for it, as it is printed. */
    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  String text() {
    return piece.text();
  }

  boolean is(Type other) {
    return type == other;
  }
}
