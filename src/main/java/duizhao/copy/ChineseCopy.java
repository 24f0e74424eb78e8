package duizhao.copy;

import duizhao.copy.Copyreader.Findings;
import duizhao.diagnostic.Code;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Chinese copy, by GB/T 15834-2011 (marks) and GB/T 15835-2011 (figures) as far as they leave no
 * choice.
 */
final class ChineseCopy {

  private static final String HALF = ",.;:?!";
  private static final String FULL = "，。；：？！";
  private static final String OPENS = "「『《〈【“‘（";
  private static final String CLOSES = "」』》〉】”’）";

  /** Marks of which two never stand side by side. */
  private static final Pattern DOUBLED = Pattern.compile("[，。、；：]{2,}");

  private static final Pattern SPACE =
      Pattern.compile("(?<=[㐀-鿿，。、；：？！」』》〉】）”]) +(?=[㐀-鿿，。、；：？！「『《〈【（“])");

  private static final Pattern WIDE = Pattern.compile("[Ａ-Ｚａ-ｚ０-９]+");

  /** Words that scanning leaves behind. */
  private static final Pattern STRAY =
      Pattern.compile(
          "(?<=[㐀-鿿，。、；：] ?)(?:and|the|of|to|in|for|with|or|on|at|by|from|is|are|was|were)"
              + "(?= ?[㐀-鿿，。、；：])");

  /** How long words are that are looked for twice: shorter ones may be, as in 讨论讨论. */
  private static final int SHORTEST_TWICE = 3;

  private static final int LONGEST_TWICE = 12;

  private static final Pattern DE = Pattern.compile("(?<!目)的的(?!确)");

  private ChineseCopy() {}

  static void read(Findings findings) {
    if (!findings.has(Traits.HAN)) {
      return; // a quotation or a name in another language
    }
    if (findings.has(Traits.PAIRED)) {
      brackets(findings);
    }
    if (findings.has(Traits.HALF_MARK)) {
      halfWidth(findings);
    }
    quotes(findings);
    if (findings.has(Traits.MARKS)) {
      doubled(findings);
    }
    if (findings.has(Traits.SPACE) && !findings.isHeading()) {
      spaces(findings);
    }
    repeated(findings);
    if (findings.has(Traits.WIDE)) {
      wide(findings);
    }
    if (findings.has(Traits.LATIN)) {
      stray(findings);
    }
    Marks.pair(findings);
  }

  private static void halfWidth(Findings findings) {
    String text = findings.text;
    for (int i = 0; i < text.length(); i++) {
      int kind = HALF.indexOf(text.charAt(i));
      if (kind < 0) {
        continue;
      }
      char before = findings.before(i);
      int next = i + 1;
      while (findings.at(next) == ' ') {
        next++;
      }
      char after = findings.at(next);
      boolean chineseBefore = Marks.isHan(before) || CLOSES.indexOf(before) >= 0;
      boolean chineseAfter = Marks.isHan(after) || (OPENS + CLOSES + "\n\"'").indexOf(after) >= 0;
      if (chineseBefore && chineseAfter) {
        String right = String.valueOf(FULL.charAt(kind));
        findings.correct(
            Code.CHINESE_MARK,
            i,
            after == '\n' ? i + 1 : next,
            right,
            "a half-width " + text.charAt(i) + " stands between Chinese characters",
            "write " + right);
      }
    }
  }

  /** Brackets are full-width around Chinese, beside it, and where their other half is. */
  private static void brackets(Findings findings) {
    String text = findings.text;
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(' || c == '（') {
        open.push(i);
      } else if ((c == ')' || c == '）') && !open.isEmpty()) {
        int start = open.pop();
        boolean mixed = (text.charAt(start) == '(') != (c == ')');
        boolean beside = Marks.isHan(findings.before(start)) || Marks.isHan(findings.at(i + 1));
        if (mixed || c == ')' && (beside || hasHan(text, start, i))) {
          bracket(findings, start, '(', "（", mixed);
          bracket(findings, i, ')', "）", mixed);
        }
      }
    }
  }

  private static void bracket(Findings findings, int i, char half, String full, boolean mixed) {
    if (findings.text.charAt(i) == half) {
      findings.correct(
          Code.CHINESE_MARK,
          i,
          i + 1,
          full,
          mixed
              ? "a half-width " + half + " stands opposite a full-width bracket"
              : "a half-width " + half + " stands in Chinese",
          "write " + full);
    }
  }

  private static boolean hasHan(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Marks.isHan(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static void quotes(Findings findings) {
    straight(findings, '"', "“", "”");
    straight(findings, '\'', "‘", "’");
  }

  private static void straight(Findings findings, char mark, String opening, String closing) {
    String text = findings.text;
    int count = 0;
    boolean certain = true;
    for (int i = text.indexOf(mark); i >= 0; i = text.indexOf(mark, i + 1)) {
      if (isApostrophe(findings, i)) {
        continue;
      }
      count++;
      // an inch, a minute of arc, or a pair that another mark already began
      certain &= !Marks.isDigit(findings.before(i));
    }
    certain &= count % 2 == 0 && text.indexOf(opening) < 0 && text.indexOf(closing) < 0;
    boolean opens = true;
    for (int i = text.indexOf(mark); i >= 0; i = text.indexOf(mark, i + 1)) {
      String right = isApostrophe(findings, i) ? "’" : opens ? opening : closing;
      boolean apostrophe = isApostrophe(findings, i);
      String message = "a straight " + mark + " stands in Chinese";
      if (certain || apostrophe) {
        findings.correct(Code.STRAIGHT_QUOTE, i, i + 1, right, message, "write " + right);
      } else {
        findings.tell(
            Code.STRAIGHT_QUOTE, i, i + 1, message, "write " + opening + " or " + closing);
      }
      opens ^= !apostrophe;
    }
  }

  private static boolean isApostrophe(Findings findings, int i) {
    return findings.text.charAt(i) == '\''
        && Marks.isLatin(findings.before(i))
        && Marks.isLatin(findings.at(i + 1));
  }

  private static void doubled(Findings findings) {
    Matcher run = DOUBLED.matcher(findings.text);
    while (run.find()) {
      String marks = run.group();
      String message = "the marks " + marks + " stand side by side";
      if (marks.length() == 2 && marks.charAt(0) == marks.charAt(1)) {
        findings.correct(
            Code.DOUBLED_MARK,
            run.start(),
            run.end(),
            marks.substring(1),
            message,
            "keep one of them");
      } else {
        boolean ellipsis = marks.startsWith("。。。");
        findings.tell(
            Code.DOUBLED_MARK,
            run.start(),
            run.end(),
            message,
            ellipsis ? "write …… if something is left out" : "keep the one that is right");
      }
    }
  }

  /**
   * Titles set clauses apart by spaces, and slogans in quotation marks do; and beside markup some
   * editors need them.
   */
  private static void spaces(Findings findings) {
    Matcher space = SPACE.matcher(findings.text);
    while (space.find()) {
      boolean quoted = isQuoted(findings.text, space.start());
      boolean words =
          Marks.isHan(findings.before(space.start())) && Marks.isHan(findings.at(space.end()));
      if ((!quoted || !words) && findings.isWhole(space.start() - 1, space.end() + 1)) {
        findings.correct(
            Code.CHINESE_SPACE,
            space.start(),
            space.end(),
            "",
            "a space stands in Chinese text",
            "delete it");
      }
    }
  }

  private static boolean isQuoted(String text, int at) {
    int opening = Math.max(text.lastIndexOf('“', at), text.lastIndexOf('《', at));
    int closing = Math.max(text.lastIndexOf('”', at), text.lastIndexOf('》', at));
    return opening > closing;
  }

  private static void repeated(Findings findings) {
    if (findings.text.contains("的的")) {
      Matcher de = DE.matcher(findings.text);
      while (de.find()) {
        findings.correct(
            Code.REPEATED_WORD, de.start(), de.end(), "的", "\"的\" stands here twice", "keep one");
      }
    }
    char[] text = findings.text.toCharArray();
    for (int length = SHORTEST_TWICE; length <= LONGEST_TWICE; length++) {
      twice(findings, text, length);
    }
  }

  /** Tells words of this length that stand twice, side by side. */
  private static void twice(Findings findings, char[] text, int length) {
    int same = 0;
    for (int i = length; i < text.length; i++) {
      char c = text[i];
      same = c == text[i - length] && Marks.isHan(c) ? same + 1 : 0;
      if (same == length) {
        same = 0;
        String word = new String(text, i + 1 - length, length);
        if (word.chars().distinct().count() > 2) {
          findings.tell(
              Code.REPEATED_WORD,
              i + 1 - length,
              i + 1,
              "\"" + word + "\" stands here twice",
              "keep one");
        }
      }
    }
  }

  private static void wide(Findings findings) {
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

  private static void stray(Findings findings) {
    Matcher stray = STRAY.matcher(findings.text);
    while (stray.find()) {
      findings.tell(
          Code.STRAY_WORD,
          stray.start(),
          stray.end(),
          "the English word \"" + stray.group() + "\" stands alone in Chinese",
          "it was left by a scan or a draft: write the Chinese for it, or delete it");
    }
  }
}
