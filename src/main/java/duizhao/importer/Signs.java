package duizhao.importer;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The signs by which Chinese newspapers mark the parts of a page. */
final class Signs {

  /** A Chinese name as it is printed; one of two characters may be spread by a space. */
  static final String NAME =
      "(?!记者|通讯员|实习|本报|新华社|见习|体验|观察|调查|手记|述评|探访|连线|专访|亲历|日记|札记|视线|随笔|评论|走基层)\\p{IsHan}[ \u3000]?[\\p{IsHan}·]{1,5}?";

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
              + "|.*(?:新华社|中新社|人民图片|视觉中国)发?[\\s\u3000]*[(（]"
              + NAMES
              + "[\\s\u3000]*摄[)）]$"
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
              + "|国内统一(?:连续出版物|刊)号|新闻热线|联系电话|投稿邮箱|本报地址|社址|邮编|广告热线|发行热线).*"
              + "|.*\\d{4}年\\d{1,2}月\\d{1,2}日[\\s\u3000]*(?:农历.*)?星期[一二三四五六日天].*"
              + "|.*星期[一二三四五六日天][\\s\u3000]*\\d{4}年\\d{1,2}月\\d{1,2}日.*"
              + "|\\d{4}年\\d{1,2}月\\d{1,2}日"
              + "|[—\\-·\\s\u3000]*\\d{1,3}[—\\-·\\s\u3000]*)$");

  private static final String RUBRIC =
      "(?:要闻|综合|新闻|专版|专刊|周刊|副刊|特刊|工会|基层|产业|工人|职工|劳动|之声|权益|维权|民生|社会|经济|文化|体育"
          + "|教育|国际|国内|时评|评论|广告|天地|视野|视点|聚焦|关注|服务|生活|健康|科技|创新|班组|地方|企业|园区)";
  private static final Pattern PAGE_HEAD =
      Pattern.compile(
          "^[A-Z]?\\d{0,2}[\\s\u3000版.·:：]*(?:"
              + RUBRIC
              + "[\\s\u3000·、/|]*){1,6}(?:第?[A-Z]?[\\d一二三四五六七八九十]{1,3}版?)?$"
              + "|^\\p{IsHan}{1,8}(?:日报|时报|晚报|晨报|午报|周报|商报)$");

  /** What stands at the top of text that is a list, not a report, or that no report goes on in. */
  private static final Pattern NOTICE =
      Pattern.compile("^.{0,8}(?:遗失声明|声明|公告|启事|公示|通告|通知|讣告|征订|简讯|短讯|快讯|简报|要闻速览|一句话新闻|新闻速递)$");

  private static final Pattern ITEM = Pattern.compile("^[▲△●○■◆◇★☆▶►※].*", Pattern.DOTALL);
  private static final Pattern ROW =
      Pattern.compile("[^\\s\u3000。]{1,16}(?:[\\s\u3000]+[^\\s\u3000。]{1,12}){2,8}");
  private static final Pattern DIGIT = Pattern.compile("\\d");
  private static final Pattern SALUTATION =
      Pattern.compile("^(?:编辑(?:部|同志|老师)*(?:同志|老师)?|尊敬的.{1,10}|亲爱的.{1,10})[:：]$");
  private static final Pattern SIGNER =
      Pattern.compile("^(?:读者|作者|律师|答复人|解答人|执笔|寄信人)[\\s\u3000:：]+" + NAME + "$");
  private static final Pattern AUTHOR =
      Pattern.compile(
          "^\\p{IsHan}{2,14}(?:总工会|工会|公司|厂|局|学院|大学|中学|小学|中心|集团|支队|车站|矿|研究院|委员会|协会|医院|法院)[\\s\u3000]+["
              + Names.FAMILY
              + "]\\p{IsHan}{1,2}$");
  private static final Pattern SEAT =
      Pattern.compile("(?=(\\p{IsHan}{2})(?:市|县|区|州|旗)(?!场|域|民|值|面|别|间))\\p{IsHan}");
  private static final Pattern PERSON = Pattern.compile("^[" + Names.FAMILY + "]\\p{IsHan}{1,2}$");
  private static final Pattern SAYING =
      Pattern.compile(
          ".*(?:介绍|表示|认为|强调|指出|透露|坦言|算了一笔账|告诉记者|告诉笔者|[^传劝述游]说|了解到|获悉)" + "(?:,|，|:|：|说).*");
  private static final Pattern ADVERB =
      Pattern.compile(
          "^(?:据悉|据了解|据介绍|据统计|此外|同时|其中|另外|下一步|接下来|目前|近年来|近日|日前|随后|当天|当日|截至目前|为此|对此|因此|然而"
              + "|但是|如今|眼下|今年以来|去年以来|与此同时|不仅如此|首先|其次|最后|会上|过去|以前|以往|从前|后来|最初|当时|现在|原来|平时|这样一来|说到底|接着|不久)[,，]");
  private static final Pattern BREAKS_OFF =
      Pattern.compile(".*[的是在和与把被将还也就都对从向为于以及因由但而所其这那每各该并或得很更最已曾共累计]$|.*[\\dA-Za-z%,，、]$");

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
      Pattern.compile(
          "^(?:[的们].*|[,，。、;；:：?？!！”’)）》」』].*|.[,，。、;；:：?？!！”’)）》].*|..[。?？!！)）》”’].*)");
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

  /** Names a part of the newspaper, or the newspaper; no headline where it tops a page. */
  static boolean pageHead(String text) {
    return text.length() <= 16 && PAGE_HEAD.matcher(text).matches();
  }

  /** Tops notices or a list of brief items. */
  static boolean notice(String text) {
    return text.length() <= 14 && NOTICE.matcher(text).matches();
  }

  /** Starts with the sign of an item in a list. */
  static boolean item(String text) {
    return ITEM.matcher(head(text)).matches() && !byline(text);
  }

  /** Is a row of a table: three columns and more, and a number in them. */
  static boolean row(String text) {
    return isShort(text) && ROW.matcher(text).matches() && DIGIT.matcher(text).find();
  }

  /** Starts a letter to the editors. */
  static boolean salutation(String text) {
    return isShort(text) && SALUTATION.matcher(text).matches();
  }

  /** Ends a letter, or the answer to one. */
  static boolean signer(String text) {
    return isShort(text) && SIGNER.matcher(text).matches();
  }

  /** The places whose towns, counties, districts or unions a text names, without what they are. */
  static Set<String> seats(String text) {
    Set<String> seats = new HashSet<>();
    Matcher seat = SEAT.matcher(text);
    while (seat.find()) {
      seats.add(seat.group(1));
    }
    return seats;
  }

  /** Is nothing but a name, of two or three characters. */
  static boolean name(String text) {
    return text.length() <= 3 && PERSON.matcher(text).matches();
  }

  /** Names an author with the body he works for, and nothing else. */
  static boolean author(String text) {
    return isShort(text) && AUTHOR.matcher(text).matches();
  }

  /** Closes a bracket or quotation that it has not opened. */
  static boolean closesAnother(String text) {
    int first = text.indexOf('”');
    int bracket = Math.max(text.indexOf(')'), text.indexOf('）'));
    return first >= 0 && text.lastIndexOf('“', first) < 0
        || bracket >= 0 && count(text.substring(0, bracket), "(（") == 0;
  }

  /** Closes a quotation before it opens one. */
  static boolean closesQuotation(String text) {
    int close = text.indexOf('”');
    int open = text.indexOf('“');
    return close >= 0 && (open < 0 || open > close);
  }

  /** Starts as no headline does. */
  static boolean adverb(String text) {
    return ADVERB.matcher(head(text)).lookingAt();
  }

  /** Tells who says something, as sentences do and headlines do not. */
  static boolean saying(String text) {
    return isShort(text) && SAYING.matcher(text).matches();
  }

  /** Ends in a character that no headline ends in. */
  static boolean breaksOff(String text) {
    return BREAKS_OFF.matcher(tail(text)).matches();
  }

  /** Starts as only the rest of a sentence can. */
  static boolean tailStart(String text) {
    return TAIL.matcher(head(text)).matches();
  }

  static boolean caption(String text) {
    return CAPTION.matcher(head(text)).matches();
  }

  static boolean starter(String text) {
    return dateline(text) || byline(text) || box(text) || fromPage(text) || salutation(text);
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
