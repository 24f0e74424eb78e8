package duizhao.read;

import duizhao.copy.Copyreader;
import duizhao.copy.Prose;
import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostic;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import duizhao.read.YamlValue.Scalar;
import java.util.Set;

/** Hands the words of metadata to the copyreader. */
final class YamlProse {

  /** Fields that are no running text, so that spaces may set their parts apart. */
  private static final Set<String> HEADINGS =
      Set.of(
          "\"title\"",
          "\"label\"",
          "\"name\"",
          "\"alt\"",
          "\"what\"",
          "\"as_stated\"",
          "\"caption\"",
          "\"credit\"",
          "\"agency\"",
          "\"by\"");

  /** A field that repeats a piece of the text, which may cut a pair of marks in two. */
  private static final String PIECE = "\"as_stated\"";

  private YamlProse() {}

  /**
   * Reads the copy of one text.
   *
   * @param field as messages call it
   */
  static void read(Scalar scalar, String language, String field, Diagnostics diagnostics) {
    Diagnostics found = new Diagnostics();
    new Copyreader(language, found).readAlone(prose(scalar, HEADINGS.contains(field)));
    for (Diagnostic diagnostic : found.sorted()) {
      if (diagnostic.code() != Code.UNPAIRED_MARK || !field.equals(PIECE)) {
        diagnostics.add(diagnostic);
      }
    }
  }

  /** The lines of a text as the file has them, if they are what was read; else what was read. */
  private static Prose prose(Scalar scalar, boolean heading) {
    Location at = scalar.at();
    String typed = scalar.typed();
    boolean block = typed.startsWith("|") || typed.startsWith(">");
    boolean quoted = typed.startsWith("\"") || typed.startsWith("'");
    Prose prose = new Prose(at, heading);
    StringBuilder words = new StringBuilder();
    int line = at.line();
    int start = quoted ? 1 : 0;
    int close = quoted ? typed.length() - 1 : typed.length();
    for (int from = 0; from <= close; line++) {
      int end = typed.indexOf('\n', from);
      int to = end < 0 || end > close ? close : end;
      boolean first = from == 0;
      int begin = first ? start : from;
      while (begin < to && (typed.charAt(begin) == ' ' || typed.charAt(begin) == '\t')) {
        begin++;
      }
      if (!(first && block) && begin < to) {
        int column = (first ? at.column() : 1) + typed.codePointCount(from, begin);
        if (!words.isEmpty()) {
          prose.addLineBreak();
        }
        words.append(typed, begin, to);
        prose.add(typed.substring(begin, to), line, column);
      }
      from = to + 1;
    }
    if (squeezed(words.toString()).equals(squeezed(scalar.text()))) {
      return prose;
    }
    Prose unplaced = new Prose(at, heading);
    unplaced.add(scalar.text().strip(), 0, 0);
    return unplaced;
  }

  private static String squeezed(String text) {
    StringBuilder squeezed = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ' ' && c != '\n' && c != '\t') {
        squeezed.append(c);
      }
    }
    return squeezed.toString();
  }
}
