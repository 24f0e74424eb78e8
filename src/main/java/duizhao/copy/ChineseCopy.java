package duizhao.copy;

import duizhao.copy.Copyreader.Findings;
import duizhao.diagnostic.Code;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
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
      Pattern.compile("(?<=[㐀-鿿，。、；：？！」』》〉】）”])[ 　]+(?=[㐀-鿿，。、；：？！「『《〈【（“])");

  /** What newspapers set off by a space: one part of a byline from the next. */
  private static final Pattern BYLINE =
      Pattern.compile("(?:本报|本刊|特约|实习|见习|驻\\S{1,6})?(?:记者|通讯员|摄影|供图|文|图|摄)|[㐀-鿿]{1,6}：");

  /** What a name follows, or ends with. */
  private static final Pattern SIGNED = Pattern.compile("(?:记者|通讯员|编辑|作者|摄影)$");

  private static final Pattern SIGNATURE = Pattern.compile("[^，。；：？！]{1,20}(?:摄|摄影|供图|文|图|报道)$");

  /** A work of a list, as GB/T 7714 sets it: with half-width marks. */
  private static final Pattern CITED =
      Pattern.compile("\\[(?:[JMNDCRSPGZA]|EB|DB)(?:/(?:OL|CD))?]");

  /** An indent of two ideographic spaces, as pages set it. */
  private static final Pattern INDENT = Pattern.compile("^　+(?=[^ 　\\n])");

  private static final Pattern DOTS = Pattern.compile("(?<=[㐀-鿿，」』》〉】）”])\\.{3}(?!\\.)");

  private static final Pattern HYPHENS = Pattern.compile("(?<=[㐀-鿿」』》〉】）”])--(?=[㐀-鿿「『《〈【（“])");

  /** Pronouns and the like that never stand twice, but for 其他他们, 其它它们 and 自我我们. */
  private static final Pattern ONE =
      Pattern.compile("们们|她她|你你|这这|那那|也也|(?<![其吉])他他|(?<!其)它它|(?<!自)我我");

  private static final String STRAYS =
      "(?:and|the|of|to|in|for|with|or|on|at|by|from|is|are|was|were)";

  /** Words that scanning leaves behind. */
  private static final Pattern STRAY =
      Pattern.compile("(?<=[㐀-鿿，。、；：] ?)" + STRAYS + "(?: " + STRAYS + "){0,3}(?= ?[㐀-鿿，。、；：])");

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
    if (findings.has(Traits.HALF_MARK) && !CITED.matcher(findings.text).find()) {
      halfWidth(findings);
    }
    quotes(findings);
    if (findings.has(Traits.MARKS)) {
      doubled(findings);
    }
    if (findings.has(Traits.SPACE) && !findings.isHeading()) {
      spaces(findings);
    }
    replace(findings, DOTS, Code.CHINESE_MARK, "……", "three full stops stand in Chinese");
    replace(findings, HYPHENS, Code.CHINESE_MARK, "——", "two hyphens stand in Chinese");
    repeated(findings);
    if (findings.has(Traits.WIDE)) {
      Marks.narrow(findings);
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
      int next = i + 1;
      while (findings.at(next) == ' ') {
        next++;
      }
      char mark = text.charAt(i);
      char after = findings.at(next);
      String right = String.valueOf(FULL.charAt(kind));
      if (isChinese(findings, i, next)) {
        String where = Marks.isHan(findings.before(i)) && Marks.isHan(after) ? "between" : "beside";
        findings.correct(
            Code.CHINESE_MARK,
            i,
            after == '\n' ? i + 1 : next,
            right,
            "a half-width " + mark + " stands " + where + " Chinese characters",
            "write " + right);
      } else if (mark == '.' && next == text.length() && isUnit(findings, i)) {
        findings.tell(
            Code.CHINESE_MARK,
            i,
            i + 1,
            "a half-width . ends a Chinese paragraph",
            "write 。 if it is no abbreviation");
      }
    }
  }

  /**
   * Whether the half-width mark at {@code i} can only be a Chinese one. A full stop may be that of
   * a number or an abbreviation, a colon that of a score, and names of firms end in ! and ?.
   *
   * @param next index of the first character after it that is no space
   */
  private static boolean isChinese(Findings findings, int i, int next) {
    char mark = findings.text.charAt(i);
    char before = findings.before(i);
    char after = findings.at(next);
    boolean chineseBefore = Marks.isHan(before) || (CLOSES + "？！").indexOf(before) >= 0;
    boolean chineseAfter = Marks.isHan(after) || (OPENS + CLOSES + "\n\"'").indexOf(after) >= 0;
    if (chineseBefore && chineseAfter) {
      return true;
    }
    boolean asks = mark == '?' || mark == '!';
    if (chineseBefore) {
      return mark != '.' && (Marks.isDigit(after) || Marks.isLatin(after) || asks);
    }
    boolean counted = Marks.isDigit(before) || "%％‰℃".indexOf(before) >= 0;
    boolean word = (Marks.isLatin(before) || before == Prose.OTHER) && next == i + 1;
    return (mark == ',' || mark == ';') && (counted || word) && Marks.isHan(after);
  }

  /** Whether a number or a unit ends before this place. */
  private static boolean isUnit(Findings findings, int i) {
    char before = findings.before(i);
    return !findings.isHeading()
        && (Marks.isDigit(before) || before == '%' || before == '％' || Marks.isLatin(before));
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
    List<Integer> places = new ArrayList<>();
    for (int i = text.indexOf(mark); i >= 0; i = text.indexOf(mark, i + 1)) {
      if (isApostrophe(findings, i)) {
        String message = "a straight " + mark + " stands in Chinese";
        findings.correct(Code.STRAIGHT_QUOTE, i, i + 1, "’", message, "write ’");
      } else if (places.size() % 2 == 1 || !Marks.isDigit(findings.before(i))) {
        places.add(i); // else an inch or a minute of arc, for nothing is open that it would close
      }
    }
    // or a pair that another mark already began
    boolean certain =
        places.size() % 2 == 0 && text.indexOf(opening) < 0 && text.indexOf(closing) < 0;
    for (int n = 0; n < places.size(); n++) {
      int i = places.get(n);
      String right = n % 2 == 0 ? opening : closing;
      String message = "a straight " + mark + " stands in Chinese";
      if (certain) {
        findings.correct(Code.STRAIGHT_QUOTE, i, i + 1, right, message, "write " + right);
      } else {
        findings.tell(
            Code.STRAIGHT_QUOTE, i, i + 1, message, "write " + opening + " or " + closing);
      }
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
   * editors need them. Between two words a space may stand for a mark, such as 、, so that a person
   * has to decide.
   */
  private static void spaces(Findings findings) {
    replace(findings, INDENT, Code.CHINESE_SPACE, "", "an indent is typed");
    Matcher space = SPACE.matcher(findings.text);
    while (space.find()) {
      int from = space.start();
      int to = space.end();
      boolean words = Marks.isHan(findings.before(from)) && Marks.isHan(findings.at(to));
      String message = "a space stands in Chinese text";
      if (!findings.isWhole(from - 1, to + 1)) {
        continue;
      }
      if (isByline(findings.text, from, to)) {
        continue;
      }
      if (!words) {
        findings.correct(Code.CHINESE_SPACE, from, to, "", message, "delete it");
      } else if (!isQuoted(findings.text, from)) {
        findings.tell(
            Code.CHINESE_SPACE, from, to, message, "delete it, or write 、 if it sets words apart");
      }
    }
  }

  /** Whether a space sets apart who wrote from who took the picture, or from what they are. */
  private static boolean isByline(String text, int from, int to) {
    int start = from;
    while (start > 0 && Marks.isHan(text.charAt(start - 1))) {
      start--;
    }
    return BYLINE.matcher(text).region(to, text.length()).lookingAt()
        || BYLINE.matcher(text).region(start, from).lookingAt()
        || SIGNED.matcher(text).region(start, from).find()
        || SIGNATURE.matcher(text).region(to, text.length()).lookingAt();
  }

  private static void replace(
      Findings findings, Pattern wrong, Code code, String right, String message) {
    Matcher found = wrong.matcher(findings.text);
    while (found.find()) {
      String hint = right.isEmpty() ? "delete it" : "write " + right;
      findings.correct(code, found.start(), found.end(), right, message, hint);
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
    Matcher one = ONE.matcher(findings.text);
    while (one.find()) {
      String word = one.group().substring(1);
      findings.tell(
          Code.REPEATED_WORD,
          one.start(),
          one.end(),
          "\"" + word + "\" stands here twice",
          "keep one");
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

  private static void stray(Findings findings) {
    Matcher stray = STRAY.matcher(findings.text);
    while (stray.find()) {
      findings.tell(
          Code.STRAY_WORD,
          stray.start(),
          stray.end(),
          "the English \"" + stray.group() + "\" stands alone in Chinese",
          "it was left by a scan or a draft: write the Chinese for it, or delete it");
    }
  }
}
