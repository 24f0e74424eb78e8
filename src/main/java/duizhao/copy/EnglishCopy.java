package duizhao.copy;

import duizhao.copy.Copyreader.Findings;
import duizhao.diagnostic.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** English copy as British newspapers set it. */
final class EnglishCopy {

  private static final Pattern SPACE_BEFORE =
      Pattern.compile("(?<=[^ \\n]) +(?=[,;:?!.](?:[ \\n”’)]|$))");

  /** A mark without the space that follows it, such as in "new,grew" and "said:“Yes”". */
  private static final Pattern TIGHT =
      Pattern.compile("[,;](?<=[a-z]{2}.)(?=[A-Za-z]{2}|[“‘])|:(?<=[a-z]{2}.)(?=[“‘])");

  /** A mark on the wrong side of a space: "apples ,pears". */
  private static final Pattern ASTRAY = Pattern.compile(" ,(?<=[A-Za-z0-9] ,)(?=[A-Za-z])");

  /** Sentences run together; in a name such as Node.js no capital stands there. */
  private static final Pattern RUN_TOGETHER = Pattern.compile("\\.(?<=[a-z]{3}\\.)(?=[A-Z][a-z])");

  /** A quotation that begins within a word. */
  private static final Pattern WITHIN = Pattern.compile("“(?<=[a-z]“)(?=[A-Za-z])");

  /** Spaces on the inner side of marks that come in pairs. */
  private static final Pattern INNER =
      Pattern.compile(
          " +(?<=(?:^|[ \\n])[“(] {1,9})(?=[A-Za-z0-9])"
              + "| +(?<=[A-Za-z0-9,.?!] {1,9})(?=[”)](?:[ \\n,.;:?!]|$))");

  private static final Pattern HYPHENS =
      Pattern.compile("--(?<=[A-Za-z0-9,”’)] --)(?= [A-Za-z0-9“‘(])");
  private static final Pattern TIGHT_HYPHENS = Pattern.compile("--(?<=[A-Za-z]--)(?=[A-Za-z])");
  private static final Pattern SHOUTED = Pattern.compile("([?!])\\1+");

  private static final Pattern SPACES = Pattern.compile("(?<=[^ \\n]) {2,}(?=[^ \\n])");
  private static final Pattern DOUBLED = Pattern.compile("([,;:])\\1+|(?<!\\.)\\.\\.(?!\\.)");

  /** Words of which the second is always a slip. */
  private static final Set<String> NEVER_TWICE =
      Set.of(
          "the", "a", "an", "of", "to", "and", "with", "from", "is", "are", "was", "were", "its");

  /** Words that good English may say twice. */
  private static final Set<String> SOMETIMES_TWICE =
      Set.of(
          "had", "that", "very", "bye", "no", "so", "do", "in", "on", "long", "many", "far", "he",
          "her");

  private static final Pattern RANGE =
      Pattern.compile("(?<![\\w./–-])([1-9]\\d{0,3})-(\\d{1,4})(?![\\w/–-]|\\.\\d)");

  /** What a number with a hyphen may be the name of: a standard, a room, a model. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:[A-Z/]{2,10}"
              + "|\\b(?i:room|flat|building|block|unit|apartment|model|flight|gate|boeing|airbus|type|no\\.?)"
              + ") ?$");

  /** Any other name; but the months are none. */
  private static final Pattern NAME =
      Pattern.compile(
          "\\b(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Nos|Pages?|Pp|Years?)"
              + "[a-z]*\\b)[A-Z][a-z]+ ?$");

  private static final Map<Character, String> NARROW =
      Map.of(
          '，', ",", '。', ".", '；', ";", '：', ":", '？', "?", '！', "!", '（', "(", '）', ")", '、', ",");

  private EnglishCopy() {}

  static void read(Findings findings) {
    apostrophes(findings);
    quotes(findings);
    if (findings.has(Traits.SPACED)) {
      spaces(findings);
    }
    if (findings.has(Traits.MARKS)) {
      doubled(findings);
    }
    repeated(findings);
    if (findings.has(Traits.HYPHENED)) {
      ranges(findings);
    }
    if (findings.has(Traits.HYPHENS)) {
      dashes(findings);
    }
    if (findings.has(Traits.TIGHT)) {
      tight(findings);
    }
    if (findings.has(Traits.EASTERN)) {
      narrow(findings);
    }
    if (findings.has(Traits.WIDE)) {
      Marks.narrow(findings);
    }
    Marks.pair(findings);
  }

  private static boolean isWord(char c) {
    return Marks.isLatin(c) || Marks.isDigit(c);
  }

  private static void apostrophes(Findings findings) {
    String text = findings.text;
    for (int i = text.indexOf('\''); i >= 0; i = text.indexOf('\'', i + 1)) {
      char before = findings.before(i);
      char after = findings.at(i + 1);
      boolean within = isWord(before) && Marks.isLatin(after);
      boolean decade = !isWord(before) && Marks.isDigit(after) && Marks.isDigit(findings.at(i + 2));
      boolean possessive = before == 's' && !isWord(after) && !opens(text, i);
      if (Marks.isDigit(before) && !Marks.isLatin(after) && !opens(text, i)) {
        continue; // feet, or minutes of arc
      }
      String message = "a straight ' stands in English";
      if (within || decade || possessive) {
        findings.correct(Code.STRAIGHT_QUOTE, i, i + 1, "’", message, "write ’");
      } else {
        findings.tell(Code.STRAIGHT_QUOTE, i, i + 1, message, "write ‘ or ’");
      }
    }
  }

  /** Whether a single quotation mark before this place may begin a quotation. */
  private static boolean opens(String text, int end) {
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (c == '‘' || c == '\'' && (i == 0 || !isWord(text.charAt(i - 1)))) {
        return true;
      }
    }
    return false;
  }

  private static void quotes(Findings findings) {
    String text = findings.text;
    List<Integer> places = new ArrayList<>();
    boolean certain = text.indexOf('“') < 0 && text.indexOf('”') < 0;
    for (int i = text.indexOf('"'); i >= 0; i = text.indexOf('"', i + 1)) {
      boolean opens = places.size() % 2 == 0;
      if (opens && Marks.isDigit(findings.before(i))) {
        continue; // inches, for nothing is open that it would close
      }
      char beside = opens ? findings.at(i + 1) : findings.before(i);
      certain &= beside != ' ' && beside != '\n';
      places.add(i);
    }
    certain &= places.size() % 2 == 0;
    for (int n = 0; n < places.size(); n++) {
      int i = places.get(n);
      String right = n % 2 == 0 ? "“" : "”";
      String message = "a straight \" stands in English";
      if (certain) {
        findings.correct(Code.STRAIGHT_QUOTE, i, i + 1, right, message, "write " + right);
      } else {
        findings.tell(Code.STRAIGHT_QUOTE, i, i + 1, message, "write “ or ”");
      }
    }
  }

  private static void spaces(Findings findings) {
    Matcher before = SPACE_BEFORE.matcher(findings.text);
    while (before.find()) {
      findings.correct(
          Code.ENGLISH_SPACE,
          before.start(),
          before.end(),
          "",
          "a space stands before " + findings.at(before.end()),
          "delete it");
    }
    Matcher astray = ASTRAY.matcher(findings.text);
    while (astray.find()) {
      findings.correct(
          Code.ENGLISH_SPACE,
          astray.start(),
          astray.end(),
          ", ",
          "a space stands before , and none after it",
          "write it after the comma");
    }
    Matcher inner = INNER.matcher(findings.text);
    while (inner.find()) {
      findings.correct(
          Code.ENGLISH_SPACE,
          inner.start(),
          inner.end(),
          "",
          "a space stands on the inner side of a mark",
          "delete it");
    }
    Matcher several = SPACES.matcher(findings.text);
    while (several.find()) {
      if (!beforeMark(findings, several.end())) {
        findings.correct(
            Code.ENGLISH_SPACE,
            several.start(),
            several.end(),
            " ",
            several.group().length() + " spaces stand side by side",
            "keep one");
      }
    }
  }

  /** Marks that lack the space behind them. */
  private static void tight(Findings findings) {
    Matcher tight = TIGHT.matcher(findings.text);
    while (tight.find()) {
      String mark = tight.group();
      findings.correct(
          Code.ENGLISH_SPACE,
          tight.start(),
          tight.end(),
          mark + " ",
          "no space stands after this " + mark,
          "add one");
    }
    tell(findings, RUN_TOGETHER, Code.ENGLISH_SPACE, "no space stands after this .", "add one");
    tell(findings, WITHIN, Code.ENGLISH_SPACE, "no space stands before this “", "add one");
  }

  private static void dashes(Findings findings) {
    Matcher hyphens = HYPHENS.matcher(findings.text);
    String message = "two hyphens stand for a dash";
    while (hyphens.find()) {
      int from = hyphens.start();
      findings.correct(Code.ENGLISH_MARK, from, hyphens.end(), "–", message, "write –");
    }
    tell(findings, TIGHT_HYPHENS, Code.ENGLISH_MARK, message, "write a dash");
  }

  private static void tell(
      Findings findings, Pattern wrong, Code code, String message, String hint) {
    Matcher found = wrong.matcher(findings.text);
    while (found.find()) {
      findings.tell(code, found.start(), found.end(), message, hint);
    }
  }

  /** Whether {@link #SPACE_BEFORE} tells the spaces that end here. */
  private static boolean beforeMark(Findings findings, int end) {
    char after = findings.at(end + 1);
    return ",;:?!.".indexOf(findings.at(end)) >= 0 && " \n”’)".indexOf(after) >= 0;
  }

  private static void doubled(Findings findings) {
    Matcher run = DOUBLED.matcher(findings.text);
    while (run.find()) {
      String one = run.group().substring(0, 1);
      boolean certain = run.group().length() == 2;
      String message = "the marks " + run.group() + " stand side by side";
      if (certain) {
        findings.correct(
            Code.DOUBLED_MARK, run.start(), run.end(), one, message, "keep one of them");
      } else {
        findings.tell(Code.DOUBLED_MARK, run.start(), run.end(), message, "keep one of them");
      }
    }
    Matcher shouted = SHOUTED.matcher(findings.text);
    while (shouted.find()) {
      String message = "the marks " + shouted.group() + " stand side by side";
      findings.tell(Code.DOUBLED_MARK, shouted.start(), shouted.end(), message, "keep one of them");
    }
  }

  private static void repeated(Findings findings) {
    String text = findings.text;
    int start = 0;
    int end = 0;
    for (int i = 0; i < text.length(); i++) {
      if (!isPart(text.charAt(i))) {
        continue;
      }
      int next = i + 1;
      while (next < text.length() && isPart(text.charAt(next))) {
        next++;
      }
      if (next - i == end - start
          && isGap(text, end, i)
          && text.regionMatches(true, start, text, i, next - i)) {
        repeated(findings, text.substring(start, end), end, i, next);
      }
      start = i;
      end = next;
      i = next;
    }
  }

  private static boolean isPart(char c) {
    return isWord(c) || c == '’' || c == '\'' || c == '-';
  }

  private static boolean isGap(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) != ' ' && text.charAt(i) != '\n') {
        return false;
      }
    }
    return from > 0 && from < to;
  }

  /** A word that ends at {@code end} stands again from {@code again} to {@code next}. */
  private static void repeated(Findings findings, String word, int end, int again, int next) {
    String plain = word.toLowerCase(Locale.ROOT);
    boolean name = Character.isUpperCase(findings.at(again));
    boolean letters = plain.chars().allMatch(c -> c >= 'a' && c <= 'z');
    if (name || !letters || SOMETIMES_TWICE.contains(plain)) {
      return;
    }
    String message = "\"" + word + "\" stands here twice";
    if (NEVER_TWICE.contains(plain)) {
      findings.correct(Code.REPEATED_WORD, end, next, "", message, "keep one");
    } else {
      findings.tell(Code.REPEATED_WORD, end - word.length(), next, message, "keep one");
    }
  }

  private static void ranges(Findings findings) {
    Matcher range = RANGE.matcher(findings.text);
    while (range.find()) {
      int from = Integer.parseInt(range.group(1));
      int to = Integer.parseInt(range.group(2));
      boolean years = range.group(1).length() == 4 && range.group(2).length() == 2;
      boolean rises = years ? from % 100 < to : range.group(2).charAt(0) != '0' && from < to;
      String lead = findings.text.substring(Math.max(0, range.start() - 12), range.start());
      if (!rises || NAMED.matcher(lead).find()) {
        continue;
      }
      int hyphen = range.end(1);
      String message = "a hyphen stands between the numbers of \"" + range.group() + "\"";
      if (NAME.matcher(lead).find()) {
        findings.tell(Code.NUMBER_DASH, hyphen, hyphen + 1, message, "write – if it is a range");
      } else {
        findings.correct(Code.NUMBER_DASH, hyphen, hyphen + 1, "–", message, "write –");
      }
    }
  }

  private static void narrow(Findings findings) {
    String text = findings.text;
    for (int i = 0; i < text.length(); i++) {
      String half = text.charAt(i) < Traits.FIRST_EASTERN ? null : NARROW.get(text.charAt(i));
      if (half == null) {
        continue;
      }
      char before = findings.before(i);
      char after = findings.at(i + 1);
      String message = "the Chinese mark " + text.charAt(i) + " stands in English";
      boolean spaced = isWord(after) && !half.equals("(") || isWord(before) && half.equals("(");
      boolean certain =
          !Marks.isHan(before)
              && !Marks.isHan(after)
              && NARROW.get(before) == null
              && NARROW.get(after) == null;
      String right = !spaced ? half : half.equals("(") ? " (" : half + " ";
      if (certain && before != ' ') {
        findings.correct(Code.ENGLISH_MARK, i, i + 1, right, message, "write " + half);
      } else {
        findings.tell(Code.ENGLISH_MARK, i, i + 1, message, "write " + half);
      }
    }
  }
}
