package duizhao.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Parts that follow each other and belong to one report; grows while a page is read. */
final class Section {

  final List<Part> parts = new ArrayList<>();

  /** Whether a credit, signature or mark has closed it. */
  boolean ended;

  /** How many times text from elsewhere on the page was joined to it. */
  int joins;

  /** Whether columns of another report stood among its own. */
  boolean woven;

  /** Whether it was cut off another, to which it goes back if it belongs nowhere. */
  boolean cut;

  /** Whether something speaks against its being one report. */
  boolean doubtful;

  /** Where texts were joined: each without its headlines, in reading order; else empty. */
  List<List<Part>> runs = List.of();

  private List<Part> measured = List.of();
  private Set<Integer> pairs = Set.of();
  private int size;

  Section() {}

  Section(List<Part> parts) {
    this.parts.addAll(parts);
  }

  void add(Piece piece, Part.Type type) {
    parts.add(new Part(piece, type));
  }

  List<Part> of(Part.Type type) {
    return parts.stream().filter(p -> p.is(type)).toList();
  }

  boolean has(Part.Type type) {
    return parts.stream().anyMatch(p -> p.is(type));
  }

  /** The running text: body, captions and boxes. */
  List<Part> body() {
    return parts.stream().filter(p -> isBody(p.type())).toList();
  }

  static boolean isBody(Part.Type type) {
    return type == Part.Type.BODY || type == Part.Type.CAPTION;
  }

  boolean hasBody() {
    return parts.stream().anyMatch(p -> isBody(p.type()));
  }

  /** Whether it begins as reports do: by a dateline or byline. */
  boolean started() {
    return has(Part.Type.BYLINE)
        || has(Part.Type.MARK)
        || parts.stream().anyMatch(p -> isBody(p.type()) && Signs.dateline(p.text()));
  }

  /** Whether someone is named who wrote it. */
  boolean signed() {
    return has(Part.Type.BYLINE)
        || has(Part.Type.SIGNATURE)
        || has(Part.Type.CREDIT)
        || parts.stream()
            .anyMatch(
                p ->
                    Signs.signed(p.text())
                        || (Signs.dateline(p.text())
                            && p.text()
                                .substring(0, Math.min(40, p.text().length()))
                                .matches("(?s).*(?:记者|通讯员|实习生).*")));
  }

  String text() {
    return parts.stream().map(Part::text).collect(Collectors.joining("\n"));
  }

  /** The pairs of its text; not to be changed. */
  Set<Integer> pairs() {
    measure();
    return pairs;
  }

  int size() {
    measure();
    return size;
  }

  /** Parts come and go, but seldom between two questions. */
  private void measure() {
    if (!measured.equals(parts)) {
      measured = List.copyOf(parts);
      pairs = Words.pairs(text());
      size = parts.stream().mapToInt(p -> p.piece().size()).sum();
    }
  }
}
