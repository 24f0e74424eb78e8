package duizhao.importer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds who wrote a report, and the people, bodies and numbers that it names, by how newspapers
 * name them.
 */
final class Names {

  /**
   * A name in a byline.
   *
   * @param role as report.yaml has it
   * @param evidence as printed
   */
  record Writer(String name, String role, String evidence) {}

  /** The family names of nine Chinese in ten and more. */
  static final String FAMILY =
      "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
          + "姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
          + "温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季"
          + "裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄"
          + "窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇郎甄丛仲虞敖巩明佘池查麻苑迟邝屠郁阎蔺荀闻桑祖蓟濮暴库";

  private static final String TITLE =
      "书记|主席|副主席|主任|副主任|委员|部长|局长|处长|科长|会长|秘书长|干事|干部|负责人|经理|董事长|总裁|厂长|校长"
          + "|院长|所长|站长|队长|班长|班组长|组长|列车长|车长|律师|协调员|调解员|职工|员工|工人|技师|工程师|劳模|工匠|宣讲员"
          + "|主任科员|科员|专家|教授|教师|医生|驾驶员|司机|快递员|志愿者|选手";

  private static final Pattern PERSON =
      Pattern.compile(
          "([^，,。、；;：:？?！!“”\\s\u3000]{0,24}(?:"
              + TITLE
              + ")(?:、[^，,。“”]{1,12}(?:"
              + TITLE
              + "))?)"
              + "(["
              + FAMILY
              + "]\\p{IsHan}{1,2}?)"
              + "(?=说|表示|介绍|告诉|认为|强调|指出|坦言|感慨|称|激动|出席|讲话|致信|带领|接待|再次|作了|的|[，,。、(（])");

  private static final Pattern BYLINE =
      Pattern.compile(
          "(记者|通讯员|实习生|评论员)[\\s\u3000/:：]*((?:"
              + Signs.NAME
              + ")(?:[\\s\u3000、,，/]+(?:"
              + Signs.NAME
              + "))*)(?=$|[\\s\u3000)）/]|报道|摄|文|/|本报|新华社)");

  private static final Pattern CREDIT =
      Pattern.compile(
          "(?:^|[。！？!?”）)\\s\u3000])[(（]?(?:图片?[由为])?(?:本报|新华社)?(?:记者|通讯员)?[\\s\u3000/:：]*((?:"
              + Signs.NAME
              + ")(?:[、,，][\\s\u3000]?(?:"
              + Signs.NAME
              + "))*)[\\s\u3000/]*(?:摄影|摄|供图)");

  private static final Pattern SIGNATURE =
      Pattern.compile("[(（](?:(记者|通讯员)[\\s\u3000]*)?(" + Signs.NAME + ")[)）]$");

  private static final Pattern BODY =
      Pattern.compile(
          "[\\p{IsHan}（）()]{2,22}?(?:总工会|工会联合会|工会委员会|产业工会|委员会|有限公司|有限责任公司|集团公司"
              + "|人民政府|教育局|财政局|公安局|税务局|学院|大学|医院|研究院|协会|商会|联合会|指导中心|服务中心)");

  private static final String LEFT_EDGE = "和与及由在从向到对为据经以将把是的了、，,。（(“”于并让请等以及";

  private Names() {}

  /** Who wrote it and took its pictures, in the order of the report, each once. */
  static List<Writer> writers(Section report) {
    Map<String, Writer> writers = new LinkedHashMap<>();
    for (Part part : report.parts) {
      String text = part.text();
      boolean credit = Signs.credit(text);
      if (credit) {
        String end = text.substring(Math.max(0, text.length() - 60));
        Matcher matcher = CREDIT.matcher(end);
        while (matcher.find()) {
          add(matcher.group(1), "photographer", matcher.group(), writers);
        }
      }
      if (part.is(Part.Type.BYLINE) || Signs.dateline(text)) {
        Matcher matcher = BYLINE.matcher(text.substring(0, Math.min(80, text.length())));
        while (matcher.find()) {
          String role = matcher.group(1).equals("通讯员") ? "correspondent" : "reporter";
          add(matcher.group(2), role, matcher.group(), writers);
        }
      }
      if (part.is(Part.Type.SIGNATURE) || Signs.signed(text)) {
        Matcher matcher = SIGNATURE.matcher(text.substring(Math.max(0, text.length() - 30)));
        if (matcher.find()) {
          String role = "记者".equals(matcher.group(1)) ? "reporter" : "correspondent";
          add(matcher.group(2), role, matcher.group(), writers);
        }
      }
    }
    return List.copyOf(writers.values());
  }

  private static void add(String names, String role, String evidence, Map<String, Writer> to) {
    // two characters spread by a space are one name
    for (String name :
        names.split("[、,，/]+|(?<=\\p{IsHan}{2})[\\s\u3000]+|[\\s\u3000]+(?=\\p{IsHan}{2})", -1)) {
      String plain = name.replaceAll("[\\s\u3000]", "");
      if (plain.length() >= 2) {
        to.putIfAbsent(plain, new Writer(plain, role, evidence.strip()));
      }
    }
  }

  /** People with what they are: {@code evidence} is the role with the name. */
  static List<Proposal> people(String text) {
    Map<String, Proposal> people = new LinkedHashMap<>();
    Matcher matcher = PERSON.matcher(text);
    while (matcher.find()) {
      people.putIfAbsent(matcher.group(2), new Proposal(matcher.group(2), 0.6, matcher.group(1)));
    }
    return List.copyOf(people.values());
  }

  /** Bodies, by how their names end; where they begin is a guess. */
  static List<Proposal> organisations(String text) {
    Map<String, Proposal> bodies = new LinkedHashMap<>();
    Matcher matcher = BODY.matcher(text);
    while (matcher.find()) {
      String name = matcher.group();
      for (int i = name.length() - 5; i >= 0; i--) {
        if (LEFT_EDGE.indexOf(name.charAt(i)) >= 0) {
          name = name.substring(i + 1);
          break;
        }
      }
      name = name.replaceFirst("^(?:记者|近日|日前|获悉|近年来|今年|目前|同时|此外|其中|该|各)+", "");
      if (name.length() >= 5) {
        String evidence = name;
        bodies.merge(
            name,
            new Proposal(name, 0.5, evidence),
            (a, b) -> new Proposal(a.value(), Math.min(0.9, a.confidence() + 0.15), evidence));
      }
    }
    return new ArrayList<>(bodies.values());
  }
}
