package duizhao.importer;

import java.util.regex.Pattern;

/** The signs by which Chinese newspapers mark the parts of a page. */
final class Signs {

  /** A Chinese name as it is printed; one of two characters may be spread by a space. */
  static final String NAME = "(?!记者|通讯员|实习|本报|新华社|见习)\\p{IsHan}[ \u3000]?[\\p{IsHan}·]{1,5}?";

  private static final String PAPER = "(?:本报|本刊|本网|新华社|中新社|实习|见习|特约|首席|驻站|全媒体|融媒体)*";
  private static final String ROLE = PAPER + "(?:记者|通讯员|实习生|评论员|撰稿)";
  private static final String NAMES = NAME + "(?:[\\s\u3000、,，/]+" + NAME + ")*";

  private static final Pattern DATELINE =
      Pattern.compile(
          "^[\\[【(（]?(?:"
              + "本[报刊网][^。,，:：“]{0,14}?(?:讯|电|消息)"
              + "|(?:新华社|中新社)[^。,，:：“]{0,14}?电"
              + "|"
              + ROLE
              + "[\\s\u3000]*"
              + NAMES
              + "(?:[\\s\u3000]*"
              + ROLE
              + "[\\s\u3000]*"
              + NAMES
              + ")*[\\s\u3000]*(?:报道|报导)"
              + ")"
              + "|^[(（]"
              + ROLE
              + "[^。,，:：“]{2,40}[)）].");
  private static final Pattern BYLINE =
      Pattern.compile(
          "^[□■◎●▲◇*]?[\\s\u3000]*(?:文/|图/|撰文/)?(?:"
              + ROLE
              + "[\\s\u3000/:：]*"
              + NAMES
              + "[\\s\u3000/;；,，、]*)+(?:文/图|文图|文|/文|报道|整理)?$");
  private static final Pattern CREDIT =
      Pattern.compile(
          "(?:^|.*[。！？!?”）)\\s\u3000])[(（]?(?:图片?[由为])?(?:"
              + ROLE
              + ")?[\\s\u3000/:：]*"
              + NAMES
              + "[\\s\u3000/]*(?:摄影报道|摄影|摄|供图|提供|绘)[)）]?"
              + "(?:[\\s\u3000]*[(（][^)）]{2,8}发[)）])?$"
              + "|.*[(（](?:新华社|中新社|资料)(?:发|图片|照片)?[)）]$");
  private static final Pattern SIGNATURE =
      Pattern.compile(
          "^[(（](?:"
              + ROLE
              + "[\\s\u3000]*)?"
              + NAMES
              + "(?:[\\s\u3000]+"
              + ROLE
              + "[\\s\u3000]*"
              + NAMES
              + ")*[)）]$");
  private static final Pattern SIGNED =
      Pattern.compile(".*[。！？!?…][”’」』]*[(（](?:" + ROLE + "[\\s\u3000]*)?" + NAMES + "[)）]$");
  private static final Pattern BOX =
      Pattern.compile(
          "^[\\[【■□◆●]?[\\s\u3000]*(?:阅读提示|核心提示|内容提要|内容提示|新闻提示|提要|编者按|编者的话|导读"
              + "|相关链接|新闻链接|延伸阅读|链接|背景|新闻背景|小贴士|名词解释|记者手记|短评|点评)"
              + "[\\s\u3000]*[\\]】]?[:：]?$");
  private static final Pattern FROM_PAGE =
      Pattern.compile(
          "[(（]?[\\s\u3000]*(?:紧接|上接|接)第?[\\s\u3000]*[A-Z]?[\\d一二三四五六七八九十]{1,3}[\\s\u3000]*版[^)）。]{0,16}[)）]?");
  private static final Pattern TO_PAGE =
      Pattern.compile(
          ".*[(（]?下转第?[\\s\u3000]*[A-Z]?[\\d一二三四五六七八九十]{1,3}[\\s\u3000]*版[^)）。]{0,16}[)）]?$");
  private static final Pattern FURNITURE =
      Pattern.compile(
          "^(?:[A-Z]?0?\\d{1,2}[\\s\u3000]*版?|第?[\\d一二三四五六七八九十]{1,3}版|版次.*|上一[篇版期].*|下一[篇版期].*"
              + "|.*(?:责任编辑|责编|本版编辑|本版责编|值班|美编|版式|校对|电子邮箱|[Ee]-?mail|邮政编码|邮发代号"
              + "|国内统一(?:连续出版物|刊)号|新闻热线|联系电话|投稿邮箱).*"
              + "|.*\\d{4}年\\d{1,2}月\\d{1,2}日[\\s\u3000]*(?:农历.*)?星期[一二三四五六日天].*"
              + "|.*星期[一二三四五六日天][\\s\u3000]*\\d{4}年\\d{1,2}月\\d{1,2}日.*"
              + "|\\d{4}年\\d{1,2}月\\d{1,2}日"
              + "|[—\\-·\\s\u3000]*\\d{1,3}[—\\-·\\s\u3000]*)$");

  private static final Pattern CLOSED =
      Pattern.compile(
          ".*(?:[。！？!?…]|(?<=\\p{IsHan})\\.)[\\s\u3000]*[”’」』\"'》）)\\]】]*[\\s\u3000]*$");
  private static final Pattern SEMICLOSED = Pattern.compile(".*[;；:：]$");
  private static final Pattern OPENER =
      Pattern.compile(
          "^(?:据(?!点)|日前|近日|近来|目前|此外|同时|今年|去年|近年|截至|为(?!民)|在|《|“|‘|\\d{1,2}月|(?:19|20)\\d\\d年|——|●|◆|■"
              + "|首先|其次|另外|下一步|接下来|会上|会议|当天|随后|记者|笔者|这|该|“|一位|一次|“|不仅|自|通过|经过|随着|作为|对于|对此|针对)"
              + ".*");
  private static final Pattern TAIL =
      Pattern.compile("^(?:[,，。、;；:：?？!！”’)）》」』].*|.[,，。、;；:：?？!！”’)）》].*|..[。?？!！)）》”’].*)");
  private static final Pattern CAPTION =
      Pattern.compile(
          "^(?:(?:19|20)\\d\\d年)?(?:\\d{1,2}月\\d{1,2}日|日前|近日|连日来|图为|上图|下图|左图|右图).*|.*图为.*",
          Pattern.DOTALL);

  private Signs() {}

  static boolean isSpace(int c) {
    return c == '\u3000' || c == '\u00A0' || c == '\uFEFF' || Character.isWhitespace(c);
  }

  /** Only what stands in the first or last characters counts; lines may be megabytes long. */
  private static String head(String text) {
    return text.length() > 200 ? text.substring(0, 200) : text;
  }

  private static String tail(String text) {
    return text.length() > 120 ? text.substring(text.length() - 120) : text;
  }

  private static boolean isShort(String text) {
    return text.length() <= 60;
  }

  static boolean dateline(String text) {
    return DATELINE.matcher(head(text)).find() && !byline(text);
  }

  static boolean byline(String text) {
    return isShort(text) && BYLINE.matcher(text).matches();
  }

  /** Ends with the name of who took the picture. */
  static boolean credit(String text) {
    return CREDIT.matcher(tail(text)).matches();
  }

  /** Is nothing but a name in brackets. */
  static boolean signature(String text) {
    return isShort(text) && SIGNATURE.matcher(text).matches();
  }

  /** Ends with a name in brackets, after its last sentence. */
  static boolean signed(String text) {
    return SIGNED.matcher(tail(text)).matches();
  }

  static boolean box(String text) {
    return isShort(text) && BOX.matcher(text).matches();
  }

  /** Starts with a mark that says from which page it comes. */
  static boolean fromPage(String text) {
    return FROM_PAGE.matcher(head(text)).lookingAt();
  }

  /** Ends with a mark that says on which page it goes on. */
  static boolean toPage(String text) {
    return TO_PAGE.matcher(tail(text)).matches();
  }

  static boolean furniture(String text) {
    return isShort(text) && FURNITURE.matcher(text).matches();
  }

  static boolean closed(String text) {
    return CLOSED.matcher(tail(text)).matches() || signed(text) || credit(text) || toPage(text);
  }

  static boolean semiclosed(String text) {
    return SEMICLOSED.matcher(tail(text)).matches();
  }

  /** Starts as sentences do that open a paragraph. */
  static boolean opener(String text) {
    return OPENER.matcher(head(text)).lookingAt();
  }

  /** Starts as only the rest of a sentence can. */
  static boolean tailStart(String text) {
    return TAIL.matcher(head(text)).matches();
  }

  static boolean caption(String text) {
    return CAPTION.matcher(head(text)).matches();
  }

  static boolean starter(String text) {
    return dateline(text) || byline(text) || box(text) || fromPage(text);
  }

  /** Whether a quotation mark or bracket is opened and not closed, or closed and not opened. */
  static boolean unbalanced(String text) {
    return count(text, "“") != count(text, "”")
        || count(text, "《") != count(text, "》")
        || count(text, "(（") != count(text, ")）");
  }

  static int count(String text, String marks) {
    return (int) text.chars().filter(c -> marks.indexOf(c) >= 0).count();
  }
}
