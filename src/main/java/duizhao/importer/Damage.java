package duizhao.importer;

import duizhao.importer.DraftText.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What seems to be wrong with a text as it was printed or transcribed. */
final class Damage {

  /**
   * Something that an editor should look at.
   *
   * @param line of the page, 1-based
   * @param column 1-based, in code points
   */
  record Finding(int line, int column, String message) {

    @Override
    public String toString() {
      return line + ":" + column + ": " + message;
    }
  }

  /** So many findings of one report are told. */
  private static final int MOST = 30;

  private static final Pattern LONE_WORD =
      Pattern.compile("(?<=\\p{IsHan})[ \u3000]+([a-z]{2,}(?: [a-z]+)*)[ \u3000]+(?=\\p{IsHan})");

  private static final String[] PAIRS = {"“”", "‘’", "《》", "「」", "【】"};

  private final PageText page;
  private final List<Finding> found = new ArrayList<>();

  private Damage(PageText page) {
    this.page = page;
  }

  /** At most {@value #MOST} findings, first what is missing, then in the order of the report. */
  static List<Finding> find(PageText page, Section report, DraftText text) {
    return new Damage(page).find(report, text);
  }

  private List<Finding> find(Section report, DraftText text) {
    List<Part> body = report.body();
    if (!body.isEmpty()) {
      Part first = body.get(0);
      boolean begins =
          report.started() || report.has(Part.Type.CREDIT) || report.has(Part.Type.CAPTION);
      if (!begins && (Signs.tailStart(first.text()) || !Signs.opener(first.text()))) {
        found.add(at(first, 0, "the text may lack its beginning: " + start(first.text())));
      }
      Part last = body.get(body.size() - 1);
      if (!Signs.closed(last.text()) && !report.has(Part.Type.CREDIT)) {
        found.add(at(last, last.text().length() - 1, "the text breaks off: " + end(last.text())));
      }
    } else {
      found.add(at(report.parts.get(0), 0, "there is no text to this headline"));
    }
    if (!report.has(Part.Type.HEADLINE)) {
      found.add(at(report.parts.get(0), 0, "there is no headline to this text"));
    }
    for (Paragraph paragraph : text.paragraphs()) {
      paragraph(paragraph);
    }
    return found.size() > MOST ? List.copyOf(found.subList(0, MOST)) : List.copyOf(found);
  }

  private void paragraph(Paragraph paragraph) {
    Part first = paragraph.parts().get(0);
    for (String pair : PAIRS) {
      int open = Signs.count(paragraph.text(), pair.substring(0, 1));
      int close = Signs.count(paragraph.text(), pair.substring(1));
      if (open != close) {
        found.add(
            at(first, 0, "of the marks " + pair + " " + open + " open and " + close + " close"));
      }
    }
    for (Part part : paragraph.parts()) {
      Matcher word = LONE_WORD.matcher(part.text());
      while (word.find()) {
        found.add(at(part, word.start(1), "a Latin word stands alone: " + word.group(1)));
      }
    }
    for (int i = 1; i < paragraph.parts().size(); i++) {
      String before = paragraph.parts().get(i - 1).text();
      Part after = paragraph.parts().get(i);
      char last = before.charAt(before.length() - 1);
      if (Words.isHan(last) && after.text().charAt(0) == last) {
        found.add(at(after, 0, "a character may stand twice where a line was broken: " + last));
      }
    }
  }

  private Finding at(Part part, int offset, String message) {
    int line = part.piece().line();
    return new Finding(line, page.column(line, part.piece().from() + offset), message);
  }

  private static String start(String text) {
    return text.substring(0, Math.min(12, text.length())) + "…";
  }

  private static String end(String text) {
    return "…" + text.substring(Math.max(0, text.length() - 12));
  }
}
