package duizhao.copy;

import duizhao.copy.Copyreader.Findings;
import duizhao.diagnostic.Code;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Marks that come in pairs. */
final class Marks {

  static final String OPENING = "「『《〈【“‘（([";
  static final String CLOSING = "」』》〉】”’）)]";

  private static final Pattern WIDE = Pattern.compile("[Ａ-Ｚａ-ｚ０-９]+");

  private Marks() {}

  /** Whether a character is of the script Han, as far as one UTF-16 unit tells. */
  static boolean isHan(char c) {
    return c >= 0x3400 && c <= 0x9FFF || c >= 0xF900 && c <= 0xFAFF || c == '〇';
  }

  static boolean isLatin(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 'À' && c <= 'ɏ';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Tells full-width letters and figures. */
  static void narrow(Findings findings) {
    Matcher wide = WIDE.matcher(findings.text);
    while (wide.find()) {
      StringBuilder narrow = new StringBuilder();
      wide.group().chars().forEach(c -> narrow.append((char) (c - 0xFEE0)));
      findings.correct(
          Code.FULL_WIDTH_LETTER,
          wide.start(),
          wide.end(),
          narrow.toString(),
          "\"" + wide.group() + "\" is full-width",
          "write " + narrow);
    }
  }

  /** Tells brackets and quotation marks that lack their other half. */
  static void pair(Findings findings) {
    if (!findings.has(Traits.PAIRED)) {
      return;
    }
    String text = findings.text;
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Traits.isPaired(c)) {
        continue;
      }
      if (OPENING.indexOf(c) >= 0) {
        open.push(i);
        continue;
      }
      int kind = CLOSING.indexOf(c);
      if (kind < 0 || c == '’' && isApostrophe(findings, i, open)) {
        continue;
      }
      Integer last = open.peek();
      if (last != null && same(OPENING.indexOf(text.charAt(last)), kind)) {
        open.pop();
        continue;
      }
      boolean numbersList = // 1) or a)
          c == ')'
              && (isDigit(findings.before(i)) || isLatin(findings.before(i)))
              && (isHan(findings.at(i + 1))
                  || isLatin(findings.at(i + 1))
                  || findings.at(i + 1) == ' ')
              && open.isEmpty();
      // What stands between the two is told by its own mark.
      if (!numbersList && !open.removeIf(at -> OPENING.indexOf(text.charAt(at)) == kind)) {
        findings.tell(
            Code.UNPAIRED_MARK,
            i,
            i + 1,
            "nothing opens this " + c,
            "add " + OPENING.charAt(kind) + " where it begins, or delete it");
      }
    }
    while (!open.isEmpty()) {
      int at = open.removeLast();
      char c = text.charAt(at);
      String message = "this " + c + " is never closed";
      String hint = "add " + CLOSING.charAt(OPENING.indexOf(c)) + " where it ends";
      if (c == '“' || c == '「') {
        findings.open(at, message, hint);
      } else {
        findings.tell(Code.UNPAIRED_MARK, at, at + 1, message, hint);
      }
    }
  }

  /** （ may close with ), which is told as a mark of the wrong width and not as unpaired. */
  private static boolean same(int opening, int closing) {
    return opening == closing || opening == 7 && closing == 8 || opening == 8 && closing == 7;
  }

  private static boolean isApostrophe(Findings findings, int i, Deque<Integer> open) {
    boolean letterBefore = isLatin(findings.before(i)) || isDigit(findings.before(i));
    boolean letterAfter = isLatin(findings.at(i + 1)) || isDigit(findings.at(i + 1));
    Integer last = open.peek();
    boolean quoted = last != null && findings.text.charAt(last) == '‘';
    return letterBefore && letterAfter || letterAfter && !quoted || letterBefore && !quoted;
  }
}
