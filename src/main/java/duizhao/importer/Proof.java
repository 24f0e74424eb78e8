package duizhao.importer;

import duizhao.importer.Undoubled.Doubled;
import java.util.ArrayList;
import java.util.List;

/** Proves that nothing of a page is lost and nothing is added; a failure is a fault of ours. */
final class Proof {

  private Proof() {}

  /**
   * Checks that every character of the page but white space is in exactly one part, and that each
   * draft's text has the characters of its parts, in their order.
   *
   * @throws IllegalStateException naming the line, when it is not so
   */
  static void check(PageText page, Reading reading) {
    List<boolean[]> taken = new ArrayList<>();
    page.lines().forEach(line -> taken.add(new boolean[line.text().length()]));
    for (Section report : reading.reports()) {
      report.parts.forEach(part -> take(page, part.piece(), taken));
    }
    reading.outside().forEach(part -> take(page, part.piece(), taken));
    for (Doubled doubled : reading.doubles()) {
      take(page, doubled.piece(), taken);
    }
    for (int line = 0; line < taken.size(); line++) {
      String text = page.lines().get(line).text();
      for (int i = 0; i < text.length(); i++) {
        if (!taken.get(line)[i] && !Signs.isSpace(text.charAt(i))) {
          throw new IllegalStateException(
              "\""
                  + text.charAt(i)
                  + "\" of line "
                  + (line + 1)
                  + " of "
                  + page.name()
                  + " is lost");
        }
      }
    }
  }

  private static void take(PageText page, Piece piece, List<boolean[]> taken) {
    String line = page.lines().get(piece.line() - 1).text();
    boolean[] marks = taken.get(piece.line() - 1);
    if (!line.startsWith(piece.text(), piece.from())) {
      throw new IllegalStateException(
          "a piece of line " + piece.line() + " of " + page.name() + " is not as printed");
    }
    for (int i = piece.from(); i < piece.to(); i++) {
      if (marks[i] && !Signs.isSpace(line.charAt(i))) {
        throw new IllegalStateException(
            "\""
                + line.charAt(i)
                + "\" of line "
                + piece.line()
                + " of "
                + page.name()
                + " is used twice");
      }
      marks[i] = true;
    }
  }

  /** Checks that a draft's text is that of its report. */
  static void check(PageText page, Section report, DraftText text) {
    StringBuilder expected = new StringBuilder();
    for (Part part : report.parts) {
      boolean body =
          Section.isBody(part.type()) || part.is(Part.Type.SUBHEADING) || part.is(Part.Type.BOX);
      expected.append(body ? part.text() : "");
    }
    StringBuilder made = new StringBuilder();
    text.paragraphs().forEach(p -> made.append(p.text()));
    StringBuilder lines = new StringBuilder();
    report.of(Part.Type.HEADLINE).forEach(p -> lines.append(p.text()));
    StringBuilder headlines = new StringBuilder();
    for (String line : new String[] {text.kicker(), text.headline(), text.deck()}) {
      headlines.append(line == null ? "" : line);
    }
    if (!plain(expected).equals(plain(made)) || !plain(lines).equals(plain(headlines))) {
      throw new IllegalStateException(
          "a draft of " + page.name() + " has not the text of its parts");
    }
  }

  private static String plain(StringBuilder text) {
    StringBuilder plain = new StringBuilder();
    text.chars().filter(c -> !Signs.isSpace(c)).forEach(c -> plain.append((char) c));
    return plain.toString();
  }
}
