package duizhao.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds web addresses that stand in running text; Chinese punctuation ends them as a space does.
 */
final class BareAddresses {

  private static final Pattern START =
      Pattern.compile("(?<![A-Za-z0-9])https?://", Pattern.CASE_INSENSITIVE);

  private BareAddresses() {}

  /** Writes text with its addresses as links. */
  static void write(String text, Markup markup) {
    if (text.indexOf("://") < 0) {
      markup.text(text);
      return;
    }
    int done = 0;
    Matcher start = START.matcher(text);
    while (start.find(done)) {
      int end = end(text, start.start(), start.end());
      String address = text.substring(start.start(), end);
      String attributes = end > start.end() ? Links.outside(address) : null;
      markup.text(text.substring(done, start.start()));
      if (attributes == null) {
        markup.text(address);
      } else {
        markup.link(attributes, () -> markup.text(address));
      }
      done = end;
    }
    markup.text(text.substring(done));
  }

  private static int end(String text, int from, int least) {
    int end = from;
    int open = 0;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      if (c <= ' '
          || Character.isSpaceChar(c)
          || Cjk.is(c)
          || Cjk.isShared(c)
          || "<>\"`|{}[]".indexOf(c) >= 0) {
        break;
      }
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
      end += Character.charCount(c);
    }
    while (end > least) {
      char last = text.charAt(end - 1);
      if (last == ')' && open < 0) {
        open++;
      } else if (".,;:!?'*_~".indexOf(last) < 0) {
        break;
      }
      end--;
    }
    return end;
  }
}
