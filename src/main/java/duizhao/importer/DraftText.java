package duizhao.importer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a report in paragraphs, with broken lines joined.
 *
 * @param kicker line above the headline; null where there is none
 * @param headline null where it is lost
 * @param deck line below the headline; null where there is none
 * @param paragraphs in reading order
 * @param beside what is printed with the text and is not of it: bylines, credits, marks
 */
record DraftText(
    @Nullable String kicker,
    @Nullable String headline,
    @Nullable String deck,
    List<Paragraph> paragraphs,
    List<Part> beside) {

  /** A paragraph, and from which pieces of the page it comes. */
  record Paragraph(Part.Type type, String text, List<Part> parts) {}

  static DraftText of(Section report) {
    List<String> headlines = headlines(report.of(Part.Type.HEADLINE));
    int main = main(headlines);
    List<Paragraph> paragraphs = new ArrayList<>();
    List<Part> beside = new ArrayList<>();
    List<Part> open = new ArrayList<>();
    for (Part part : report.parts) {
      if (part.is(Part.Type.HEADLINE)) {
        continue;
      }
      boolean text =
          Section.isBody(part.type()) || part.is(Part.Type.SUBHEADING) || part.is(Part.Type.BOX);
      if (!text) {
        beside.add(part);
        continue;
      }
      if (!open.isEmpty() && !goesOn(open.get(open.size() - 1), part)) {
        paragraphs.add(paragraph(open));
        open = new ArrayList<>();
      }
      open.add(part);
    }
    if (!open.isEmpty()) {
      paragraphs.add(paragraph(open));
    }
    return new DraftText(
        main > 0 ? String.join(" ", headlines.subList(0, main)) : null,
        headlines.isEmpty() ? null : headlines.get(main),
        main + 1 < headlines.size()
            ? String.join(" ", headlines.subList(main + 1, headlines.size()))
            : null,
        List.copyOf(paragraphs),
        List.copyOf(beside));
  }

  /** Whether a piece goes on in the paragraph of the one before. */
  private static boolean goesOn(Part before, Part part) {
    if (before.type() != part.type()
        || part.is(Part.Type.SUBHEADING)
        || Signs.box(before.text())
        || Signs.dateline(part.text())) {
      return false;
    }
    if (!Signs.closed(before.text())) {
      return !Signs.semiclosed(before.text()) || !Signs.opener(part.text());
    }
    // a line that is set to its full width may end in a full stop by chance
    return part.piece().line() == before.piece().line() + 1
        && part.piece().blanks() == 0
        && !part.piece().indented()
        && !before.piece().indented()
        && before.piece().size() >= 10
        && before.piece().size() <= 60
        && Math.abs(before.piece().size() - part.piece().size()) <= 1;
  }

  private static Paragraph paragraph(List<Part> parts) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      join(text, part.text());
    }
    return new Paragraph(parts.get(0).type(), text.toString(), List.copyOf(parts));
  }

  /** Puts a space between two Latin words that a line break parted, and nothing else. */
  private static void join(StringBuilder text, String more) {
    if (text.length() > 0 && !more.isEmpty()) {
      char last = text.charAt(text.length() - 1);
      char next = more.charAt(0);
      boolean letters = latin(last) && latin(next);
      boolean word =
          latin(last) && Character.isDigit(next) || ".,;:!?".indexOf(last) >= 0 && latin(next);
      text.append(letters || word ? " " : "");
    }
    text.append(more);
  }

  private static boolean latin(char c) {
    return Character.isLetter(c) && c < 0x250;
  }

  /** Lines of one headline are joined where nothing but the width of the column parted them. */
  private static List<String> headlines(List<Part> parts) {
    List<String> lines = new ArrayList<>();
    Part before = null;
    for (Part part : parts) {
      boolean broken =
          before != null
              && part.piece().blanks() == 0
              && part.piece().line() == before.piece().line() + 1
              && Math.abs(part.piece().size() - before.piece().size()) <= 3;
      if (broken) {
        lines.set(lines.size() - 1, lines.get(lines.size() - 1) + part.text());
      } else {
        lines.add(part.text());
      }
      before = part;
    }
    return lines;
  }

  /**
   * Which of the lines is the headline, as far as a text without type sizes tells: after a line
   * that ends in a dash the next one; of two the one that names a union or a place, being the news;
   * else the last but a longer deck.
   */
  private static int main(List<String> lines) {
    int best = 0;
    double most = -99;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      double score = i == 0 ? 0 : 0.1;
      score += i > 0 && lines.get(i - 1).endsWith("——") ? 3 : 0;
      score -= line.endsWith("——") ? 3 : 0;
      score += line.matches("(?s).*(?:总|工会|省|市|县|区|州|公司|集团).*") ? 1 : 0;
      score -= Signs.count(line, ",，") > 0 ? 0.7 : 0;
      score -= line.length() > 26 ? 0.7 : 0;
      score -= line.length() < 8 ? 0.6 : 0;
      if (score > most) {
        most = score;
        best = i;
      }
    }
    return best;
  }

  /** Everything of it as printed, in the order in which it is written. */
  String text() {
    StringBuilder text = new StringBuilder();
    paragraphs.forEach(p -> text.append(p.text()).append('\n'));
    return text.toString();
  }
}
