package duizhao.cite;

import duizhao.cite.Citations.Run;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A citation in the making. */
final class Line {

  private static final String ENDS = ".!?。！？…";
  private static final String CLOSES = "”’\"')]";

  private final List<Run> runs = new ArrayList<>();

  /** Adds words in the language of the style; nothing for null. */
  Line add(@Nullable String text) {
    return add(text, false, null);
  }

  Line italic(@Nullable String text) {
    return add(text, true, null);
  }

  /**
   * Adds words of the work.
   *
   * @param tag BCP 47 tag of their language; null for that of the style
   */
  Line add(@Nullable String text, boolean italic, @Nullable String tag) {
    if (text == null || text.isEmpty()) {
      return this;
    }
    String clean = text.isBlank() ? text : inOneLine(text);
    int last = runs.size() - 1;
    if (last >= 0 && !italic && tag == null && isPlain(runs.get(last))) {
      runs.set(last, new Run(runs.get(last).text() + clean, false, null));
    } else {
      runs.add(new Run(clean, italic, tag));
    }
    return this;
  }

  /** Each run of spaces, line breaks and control characters as one space. */
  private static String inOneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = c <= ' ' || c == 0x7f;
      boolean again = space && i > 0 && (text.charAt(i - 1) <= ' ' || text.charAt(i - 1) == 0x7f);
      if (!again) {
        line.append(space ? ' ' : c);
      }
    }
    return line.toString();
  }

  private static boolean isPlain(Run run) {
    return !run.italic() && run.lang() == null;
  }

  /** Ends a sentence, unless its own last character does. */
  Line stop() {
    return ended() ? this : add(".");
  }

  private boolean ended() {
    for (int i = runs.size() - 1; i >= 0; i--) {
      String text = runs.get(i).text();
      for (int c = text.length() - 1; c >= 0; c--) {
        if (CLOSES.indexOf(text.charAt(c)) < 0) {
          return ENDS.indexOf(text.charAt(c)) >= 0;
        }
      }
    }
    return true;
  }

  List<Run> runs() {
    return List.copyOf(runs);
  }

  /** The words alone. */
  static String text(List<Run> runs) {
    StringBuilder text = new StringBuilder();
    runs.forEach(run -> text.append(run.text()));
    return text.toString();
  }
}
