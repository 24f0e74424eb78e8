package duizhao.quantity;

import duizhao.model.Hedge;
import duizhao.quantity.ChineseNumerals.Numeral;
import duizhao.quantity.Quantity.Kind;
import duizhao.quantity.Quantity.Weight;
import duizhao.quantity.QuantityReader.Names;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the numbers of a Chinese text from left to right. */
final class ChineseReader extends TextReader {

  private static final Phrases IDIOMS = Phrases.of("idioms-zh.txt");

  /** The first congress that newspapers of our day name by its number alone. */
  private static final BigDecimal SEVENTEEN = BigDecimal.valueOf(17);

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** How far from their number those may be named that it counts. */
  private static final int NAMED_NEAR = 20;

  private static final String BREAKS = "，。；！？,;!?\n";

  private static final BigDecimal SEVEN = BigDecimal.valueOf(7);

  /** After a 7, all day and every day. */
  private static final String[] ALWAYS = {
    "×24", "*24", " X 24", " x 24", " × 24", "/24", "x24", "X24", "天24小时", "天×24", "天*24"
  };

  private static final String[] DEGREES = {"度", "℃", "°", "摄氏度", "至", "到", "~", "～"};

  /** Characters that count things after a numeral; a numeral without one may be part of a word. */
  private static final String MEASURES =
      "个名位人家户所座栋幢间套台辆架艘条项件份张本册部篇首支队批次届期场轮班组对双片块亩顷元角米里斤克吨升度岁年月日天"
          + "周时秒分级等类种款道门口只头匹株棵颗粒根枚把面页点处站县市区省乡镇村街国校厂店层楼号路步倍成折股圈代世员笔单"
          + "桩宗起趟回遍顿餐碗杯瓶盒箱包袋桶节课集幕章句字词大平公毫厘千英海小至到余多几来旗省省席尺寸亿万盏幅面架"
          + "辈版刻番环孔管枪发列车床桌排行座档社例则封筐吨匝副具身票辆团族支杆地"
          + "子胎任方维者连季";

  /** The numbers of the police, the fire brigade and the ambulance, which may be told as those. */
  private static final Set<BigDecimal> CALLS =
      Set.of(
          BigDecimal.valueOf(110),
          BigDecimal.valueOf(119),
          BigDecimal.valueOf(120),
          BigDecimal.valueOf(122));

  private static final String[] CALLED = {"报警", "急救", "救护", "指挥", "接警", "出警", "民警"};

  /** What is called by a number after 号, which is then no day of the month: 3号线, 2号炉. */
  private static final String NUMBERED = "线楼院井桥机炉车门厅店矿船台岛坑厂库窗桌塔仓洞隧泵罐梁";

  /** Set phrases for a great many, by the least that they may mean. */
  private static final Map<String, Long> MANY =
      Map.of(
          "成百上千", 100L,
          "成千上万", 1_000L,
          "数以百计", 100L,
          "一字千金", 1_000L,
          "一诺千金", 1_000L,
          "数以千计", 1_000L,
          "数以万计", 10_000L);

  /** What a year without 年 may stand before. */
  private static final String[] SEASONS = {"赛季", "财年", "学年", "年"};

  /** What 近 before a few of them may mean the last of. */
  private static final String[] LATELY = {"个月", "个季度", "个赛季", "个学期", "小时", "个小时", "个星期", "个财年"};

  /** Names of an age, by the years at its start. */
  private static final Map<String, Integer> AGES = Map.of("花甲", 60, "古稀", 70, "耄耋", 80, "半百", 50);

  /** Eight or nine in ten. */
  private static final String[] MOSTLY = {"十有八九", "十之八九", "十中八九"};

  /** Before 第五年, when it says how many years it has been. */
  private static final String[] RUNNING = {"连续第", "接连第"};

  /** What 今年, 当日 and the like start with. */
  private static final String RELATIVE = "今去前明当同次翌上来本昨";

  private static final Map<String, Measure> UNITS = new LinkedHashMap<>();

  static {
    // the longer before what they start with
    UNITS.put("平方公里", Measure.SQUARE_KILOMETRES);
    UNITS.put("平方米", Measure.SQUARE_METRES);
    UNITS.put("平米", Measure.SQUARE_METRES);
    UNITS.put("工作日", Measure.DAYS);
    UNITS.put("个工作日", Measure.DAYS);
    UNITS.put("小时", Measure.HOURS);
    UNITS.put("个小时", Measure.HOURS);
    UNITS.put("个钟头", Measure.HOURS);
    UNITS.put("分钟", Measure.MINUTES);
    UNITS.put("秒", Measure.SECONDS);
    UNITS.put("个星期", Measure.WEEKS);
    UNITS.put("周年", Measure.YEARS);
    UNITS.put("周岁", Measure.YEARS);
    UNITS.put("周", Measure.WEEKS);
    UNITS.put("个月", Measure.MONTHS);
    UNITS.put("个多月", Measure.MONTHS);
    UNITS.put("个年头", Measure.YEARS);
    UNITS.put("天", Measure.DAYS);
    UNITS.put("年", Measure.YEARS);
    UNITS.put("岁", Measure.YEARS);
    UNITS.put("美元", Measure.DOLLARS);
    UNITS.put("美金", Measure.DOLLARS);
    UNITS.put("欧元", Measure.EUROS);
    UNITS.put("人民币", Measure.YUAN);
    UNITS.put("元", Measure.YUAN);
    UNITS.put("块钱", Measure.YUAN);
    UNITS.put("亩", Measure.MU);
    UNITS.put("公顷", Measure.HECTARES);
    UNITS.put("公里", Measure.KILOMETRES);
    UNITS.put("千米", Measure.KILOMETRES);
    UNITS.put("里地", Measure.LI);
    UNITS.put("里路", Measure.LI);
    UNITS.put("华里", Measure.LI);
    UNITS.put("里", Measure.LI);
    UNITS.put("毫米", Measure.MILLIMETRES);
    UNITS.put("厘米", Measure.CENTIMETRES);
    UNITS.put("米", Measure.METRES);
    UNITS.put("公斤", Measure.KILOGRAMS);
    UNITS.put("千克", Measure.KILOGRAMS);
    UNITS.put("斤", Measure.JIN);
    UNITS.put("吨", Measure.TONNES);
    UNITS.put("克", Measure.GRAMS);
  }

  /** Words before a number; the longest that fits counts. */
  private static final Map<String, Hedge> BEFORE =
      Map.ofEntries(
          Map.entry("不超过", Hedge.UP_TO),
          Map.entry("不多于", Hedge.UP_TO),
          Map.entry("不高于", Hedge.UP_TO),
          Map.entry("不得超过", Hedge.UP_TO),
          Map.entry("不大于", Hedge.UP_TO),
          Map.entry("不低于", Hedge.AT_LEAST),
          Map.entry("不少于", Hedge.AT_LEAST),
          Map.entry("不小于", Hedge.AT_LEAST),
          Map.entry("不下于", Hedge.AT_LEAST),
          Map.entry("不下", Hedge.AT_LEAST),
          Map.entry("至少", Hedge.AT_LEAST),
          Map.entry("至少有", Hedge.AT_LEAST),
          Map.entry("少说", Hedge.AT_LEAST),
          Map.entry("少说也", Hedge.AT_LEAST),
          Map.entry("少说也有", Hedge.AT_LEAST),
          Map.entry("最少", Hedge.AT_LEAST),
          Map.entry("最多", Hedge.UP_TO),
          Map.entry("至多", Hedge.UP_TO),
          Map.entry("未超过", Hedge.UP_TO),
          Map.entry("没超过", Hedge.UP_TO),
          Map.entry("没有超过", Hedge.UP_TO),
          Map.entry("不会超过", Hedge.UP_TO),
          Map.entry("不超", Hedge.UP_TO),
          Map.entry("约合", Hedge.ABOUT),
          Map.entry("超过", Hedge.OVER),
          Map.entry("超过了", Hedge.OVER),
          Map.entry("超出", Hedge.OVER),
          Map.entry("突破", Hedge.OVER),
          Map.entry("突破了", Hedge.OVER),
          Map.entry("超越", Hedge.OVER),
          Map.entry("升破", Hedge.OVER),
          Map.entry("涨破", Hedge.OVER),
          Map.entry("冲破", Hedge.OVER),
          Map.entry("破", Hedge.OVER),
          Map.entry("不止", Hedge.OVER),
          Map.entry("大于", Hedge.OVER),
          Map.entry("高于", Hedge.OVER),
          Map.entry("多于", Hedge.OVER),
          Map.entry("逾", Hedge.OVER),
          Map.entry("超", Hedge.OVER),
          Map.entry("将近", Hedge.NEARLY),
          Map.entry("接近", Hedge.NEARLY),
          Map.entry("近", Hedge.NEARLY),
          Map.entry("近乎", Hedge.NEARLY),
          Map.entry("几近", Hedge.NEARLY),
          Map.entry("逼近", Hedge.NEARLY),
          Map.entry("几乎", Hedge.NEARLY),
          Map.entry("差不多", Hedge.ABOUT),
          Map.entry("跌破", Hedge.NEARLY),
          Map.entry("降破", Hedge.NEARLY),
          Map.entry("不足", Hedge.NEARLY),
          Map.entry("不到", Hedge.NEARLY),
          Map.entry("不满", Hedge.NEARLY),
          Map.entry("未满", Hedge.NEARLY),
          Map.entry("低于", Hedge.NEARLY),
          Map.entry("少于", Hedge.NEARLY),
          Map.entry("小于", Hedge.NEARLY),
          Map.entry("满", Hedge.AT_LEAST),
          Map.entry("年满", Hedge.AT_LEAST),
          Map.entry("多达", Hedge.UP_TO),
          Map.entry("高达", Hedge.UP_TO),
          Map.entry("可达", Hedge.UP_TO),
          Map.entry("最高", Hedge.UP_TO),
          Map.entry("最高达", Hedge.UP_TO),
          Map.entry("最低", Hedge.AT_LEAST),
          Map.entry("最长", Hedge.UP_TO),
          Map.entry("最短", Hedge.AT_LEAST),
          Map.entry("最久", Hedge.UP_TO),
          Map.entry("最大", Hedge.UP_TO),
          Map.entry("最小", Hedge.AT_LEAST),
          Map.entry("起码", Hedge.AT_LEAST),
          Map.entry("不得低于", Hedge.AT_LEAST),
          Map.entry("不得少于", Hedge.AT_LEAST),
          Map.entry("不得小于", Hedge.AT_LEAST),
          Map.entry("不得高于", Hedge.UP_TO),
          Map.entry("不得大于", Hedge.UP_TO),
          Map.entry("不应低于", Hedge.AT_LEAST),
          Map.entry("不应少于", Hedge.AT_LEAST),
          Map.entry("不能低于", Hedge.AT_LEAST),
          Map.entry("不能少于", Hedge.AT_LEAST),
          Map.entry("顶多", Hedge.UP_TO),
          Map.entry("充其量", Hedge.UP_TO),
          Map.entry("不过", Hedge.UP_TO),
          Map.entry("过了", Hedge.OVER),
          Map.entry("约", Hedge.ABOUT),
          Map.entry("大致", Hedge.ABOUT),
          Map.entry("约有", Hedge.ABOUT),
          Map.entry("约为", Hedge.ABOUT),
          Map.entry("约占", Hedge.ABOUT),
          Map.entry("大约", Hedge.ABOUT),
          Map.entry("大概", Hedge.ABOUT),
          Map.entry("大概有", Hedge.ABOUT),
          Map.entry("大约有", Hedge.ABOUT));

  private static final Map<String, Hedge> AFTER =
      Map.ofEntries(
          Map.entry("左右", Hedge.ABOUT),
          Map.entry("上下", Hedge.ABOUT),
          Map.entry("以上", Hedge.AT_LEAST),
          Map.entry("及以上", Hedge.AT_LEAST),
          Map.entry("以下", Hedge.UP_TO),
          Map.entry("以内", Hedge.UP_TO),
          Map.entry("之内", Hedge.UP_TO),
          Map.entry("有余", Hedge.OVER),
          Map.entry("出头", Hedge.OVER),
          Map.entry("还多", Hedge.OVER),
          Map.entry("或多", Hedge.AT_LEAST),
          Map.entry("或更高", Hedge.AT_LEAST),
          Map.entry("或更多", Hedge.AT_LEAST),
          Map.entry("或更长", Hedge.AT_LEAST),
          Map.entry("或更久", Hedge.AT_LEAST),
          Map.entry("或更大", Hedge.AT_LEAST),
          Map.entry("或更低", Hedge.UP_TO),
          Map.entry("或更少", Hedge.UP_TO),
          Map.entry("或更短", Hedge.UP_TO),
          Map.entry("或以上", Hedge.AT_LEAST),
          Map.entry("或以下", Hedge.UP_TO),
          Map.entry("挂零", Hedge.OVER),
          Map.entry("开外", Hedge.OVER));

  /** Hedges of {@link #BEFORE} whose words may as well mean the number itself. */
  private static final Set<String> UNSURE =
      Set.of(
          "突破", "突破了", "最少", "最多", "差不多", "破", "满", "年满", "多达", "高达", "可达", "最高", "最高达", "约合", "超越",
          "跌破", "降破", "最低", "最长", "最短", "最久", "最大", "最小", "不过", "过了");

  /** Hedges that keep their force when words stand between them and their number. */
  private static final Set<String> FAR =
      Set.of(
          "约", "大约", "大概", "至少", "最少", "最多", "至多", "不超过", "不得超过", "不低于", "不少于", "不高于", "不多于", "几乎",
          "差不多", "大致", "超过", "接近", "将近", "最高", "最长", "最低", "少说", "少说也", "起码", "顶多");

  /** What may stand between the two so that they are one phrase all the same. */
  private static final Set<String> LINKS =
      Set.of(
          "有", "为", "是", "在", "达", "达到", "占", "需", "需要", "要", "能", "可", "共", "共有", "合", "高", "长",
          "重", "宽", "深", "每年", "每月", "每天", "每日", "每秒", "每人", "每户", "每亩", "每小时", "人民币");

  /** What turns 超过 and 低于 round. */
  private static final String[] DENIALS = {
    "不能", "不得", "不可", "不许", "不准", "不应", "不宜", "不会", "不要", "不再", "没有", "未能", "绝不", "决不", "从未", "勿"
  };

  /** What may stand between a number and the hedge after it: 立方米每秒左右. */
  private static final String UNIT_CHARACTERS = "立方平公里米厘毫吨千克瓦时度摄氏兆帕伏安升亩元人次户天小每秒分日年月个名台件℃/";

  /** Words that compare rather than hedge when what is compared stands after them. */
  private static final Set<String> COMPARING = Set.of("超出", "高于", "多于", "大于", "低于", "少于", "小于");

  /** Days named by their figures, as the month and the day; 十一 is a number unless it says more. */
  private static final Map<String, Integer> FESTIVALS =
      Map.ofEntries(
          Map.entry("双十一", 11),
          Map.entry("双11", 11),
          Map.entry("双十二", 12),
          Map.entry("双12", 12),
          Map.entry("五一", 1),
          Map.entry("五四", 4),
          Map.entry("六一", 1),
          Map.entry("六四", 4),
          Map.entry("七一", 1),
          Map.entry("七七", 7),
          Map.entry("八一", 1),
          Map.entry("九一八", 18),
          Map.entry("十一", 1),
          Map.entry("三八", 8));

  private static final Pattern DOTTED =
      Pattern.compile(
          "(?<![0-9.·])(?:(?<year>(?:19|20)[0-9]{2})\\.(?=[0-9]{1,2}\\.)|(?=[0-9]{1,2}·))"
              + "(?<month>1[0-2]|0?[1-9])[.·](?<day>3[01]|[12][0-9]|0?[1-9])(?![0-9.·])");

  /** After the first number of 1.1个和0.2个百分点. */
  private static final Pattern POINTS =
      Pattern.compile("个(?:和|、|至|到|或)[0-9]{1,3}(?:\\.[0-9]{1,3})?个百分点");

  /** “7.19”洪灾: within quotation marks a day needs no more than a point. */
  private static final Pattern QUOTED =
      Pattern.compile(
          "(?:(?<year>(?:19|20)[0-9]{2})\\.)?(?<month>1[0-2]|0?[1-9])[.·]"
              + "(?<day>3[01]|[12][0-9]|0?[1-9])(?=[”’》洪强特事重地讲暴])");

  /** Before 80年代. */
  private static final Pattern CENTURY = Pattern.compile("([0-9]{2}) ?世纪$");

  private static final String[] PLACES = {"路", "街", "大道", "广场", "村", "中学", "小学", "学校", "线", "劳动奖"};

  /** Parts of the year, by the months at their end. */
  private static final Map<String, Integer> PERIODS =
      Map.ofEntries(
          Map.entry("上半年", 6),
          Map.entry("下半年", 12),
          Map.entry("前三季度", 9),
          Map.entry("前3季度", 9),
          Map.entry("前三个季度", 9),
          Map.entry("前3个季度", 9),
          Map.entry("前两季度", 6),
          Map.entry("前两个季度", 6));

  private static final BigDecimal MONTHS_A_QUARTER = BigDecimal.valueOf(3);

  /** Quarters of the year. */
  private static final Map<String, Integer> QUARTERS =
      Map.ofEntries(
          Map.entry("一季度", 1),
          Map.entry("1季度", 1),
          Map.entry("第一季度", 1),
          Map.entry("首季度", 1),
          Map.entry("二季度", 2),
          Map.entry("2季度", 2),
          Map.entry("第二季度", 2),
          Map.entry("三季度", 3),
          Map.entry("3季度", 3),
          Map.entry("第三季度", 3),
          Map.entry("四季度", 4),
          Map.entry("4季度", 4),
          Map.entry("第四季度", 4));

  /** How far before a quarter 截至 may stand: 截至今年第三季度. */
  private static final int UP_TO_GAP = 6;

  /** Characters that a number, or what stands for one, may start with. */
  private static final BitSet STARTS = new BitSet();

  static {
    ("0123456789零〇一二三四五六七八九两俩仨十百千万亿廿卅数几好上" + "翻减半对过超双首成周星礼下第全昼日花古耄" + RELATIVE)
        .chars()
        .forEach(STARTS::set);
  }

  private final String text;
  private final ChineseNumerals numerals;
  private final BitSet idioms;

  ChineseReader(String text, Names names) {
    super(text, text, names);
    this.text = fold(text);
    this.numerals = new ChineseNumerals(this.text);
    this.idioms = IDIOMS.in(this.text);
  }

  /** Full-width figures and signs as ASCII, character for character. */
  private static String fold(String text) {
    char[] folded = text.toCharArray();
    for (int i = 0; i < folded.length; i++) {
      char c = folded[i];
      if (c >= '０' && c <= '９' || c == '％' || c == '．' || c == '：' || c == '＋' || c == '－') {
        folded[i] = (char) (c - 0xFEE0);
      } else if (c == '○' || c == '◯' || "OoＯ".indexOf(c) >= 0 && isBetweenDigits(text, i)) {
        folded[i] = '〇';
      }
    }
    return new String(folded);
  }

  /** Whether Chinese digits stand on both sides of a letter that is meant for one: 二O一八. */
  private static boolean isBetweenDigits(String text, int i) {
    return i > 0
        && i + 1 < text.length()
        && ChineseNumerals.digit(text.charAt(i - 1)) >= 0
        && ChineseNumerals.digit(text.charAt(i + 1)) >= 0;
  }

  private char at(int i) {
    return numerals.at(i);
  }

  private boolean has(String words, int i) {
    return text.startsWith(words, Math.max(i, 0)) && i >= 0;
  }

  @Override
  int size() {
    return text.length();
  }

  @Override
  int step(int i) {
    char c = at(i);
    if (!STARTS.get(c)) {
      return i + 1;
    }
    int named = "上下前一1第首二2三3四4".indexOf(c) >= 0 && !isNumeric(at(i - 1)) ? period(i) : i;
    named = named == i && "双三五六七八九十百".indexOf(c) >= 0 ? festival(i) : named;
    named = named == i && "七八九".indexOf(c) >= 0 ? shortYear(i) : named;
    named = named == i && "全昼日".indexOf(c) >= 0 ? allDay(i) : named;
    boolean counted = i > 0 && at(i - 1) == '第' && !idioms.get(i - 1); // 第四季 is no 四季
    if (named > i || idioms.get(i) && !counted) {
      return Math.max(named > i ? named : idiom(i), i + 1);
    }
    if ("翻减半一对过超十五六七八九花古耄".indexOf(c) >= 0) {
      int end = fixed(i, c);
      if (end > i) {
        return end;
      }
    }
    if (RELATIVE.indexOf(c) >= 0) {
      int end = relative(i);
      if (end > i) {
        return end;
      }
    }
    Long many =
        c == '成' || c == '数' || c == '一'
            ? MANY.get(text.substring(i, Math.min(i + 4, text.length())))
            : null;
    if (many != null) {
      add(Kind.COUNT, BigDecimal.valueOf(many), i, i + 4)
          .high(BigDecimal.valueOf(many * 100 - 1))
          .weight(Weight.OPTIONAL)
          .done();
      return i + 4;
    }
    if (c == '周' || has("星期", i) || has("礼拜", i)) {
      int end = weekday(i, c == '周' ? i + 1 : i + 2);
      if (end > i) {
        return end;
      }
    }
    if (c == '双') {
      add(Kind.COUNT, BigDecimal.valueOf(2), i, i + 1).weight(Weight.OPTIONAL).done();
      return i + 1;
    }
    if (c == '首' && "届批个次家场期名位支条座项创".indexOf(at(i + 1)) >= 0) {
      boolean series = "届批".indexOf(at(i + 1)) >= 0;
      add(Kind.ORDINAL, BigDecimal.ONE, i, i + 2)
          .weight(series ? Weight.WEAK : Weight.OPTIONAL)
          .done();
      return i + 2;
    }
    Numeral numeral = numerals.read(i);
    if (numeral == null) {
      int j = i;
      while (ChineseNumerals.isFigure(at(j)) || j > i && at(j) == '.') {
        j++;
      }
      return j;
    }
    if (numeral.figures()) {
      int end = dotted(i);
      end = end > i || numeral.value().scale() > 0 ? end : date(numeral);
      if (end > i) {
        return end;
      }
    }
    return numeral(numeral);
  }

  /** 二十四节气: a set phrase whose number the other language may say. */
  private int idiom(int i) {
    Numeral numeral = i > 0 && idioms.get(i - 1) ? null : numerals.read(i);
    if (numeral == null
        || numeral.end() - i < 2 && !numeral.bare()
        || numeral.next() != null
        || numeral.value().compareTo(BigDecimal.TEN) <= 0
        || numeral.scale().longValue() > 1
        || numeral.value().longValue() > 9_999) {
      return i;
    }
    add(Kind.COUNT, numeral.value(), i, numeral.end()).weight(Weight.OPTIONAL).done();
    return numeral.end();
  }

  private int period(int i) {
    for (Map.Entry<String, Integer> period : PERIODS.entrySet()) {
      if (has(period.getKey(), i)) {
        int end = i + period.getKey().length();
        add(Kind.PERIOD, BigDecimal.valueOf(period.getValue()), i, end).weight(Weight.WEAK).done();
        return end;
      }
    }
    for (Map.Entry<String, Integer> quarter : QUARTERS.entrySet()) {
      if (has(quarter.getKey(), i)) {
        int end = i + quarter.getKey().length();
        String before = text.substring(Math.max(0, i - UP_TO_GAP), i);
        boolean over = at(end) == '末' || at(end) == '底' || before.matches(".*(?:截至|截止).*");
        BigDecimal number = BigDecimal.valueOf(quarter.getValue());
        Draft draft = add(Kind.QUARTER, number, i, end).weight(Weight.WEAK);
        (over ? draft.also(number.multiply(MONTHS_A_QUARTER)) : draft).done();
        return end;
      }
    }
    return i;
  }

  /** 九二共识 and 九八年: a year by its last two figures. */
  private int shortYear(int i) {
    int tens = ChineseNumerals.digit(at(i));
    int ones = ChineseNumerals.digit(at(i + 1));
    boolean quoted = "“\"「《".indexOf(at(i - 1)) >= 0;
    if (ones < 0
        || ones == tens + 1
        || isNumeric(at(i - 1))
        || isNumeric(at(i + 2))
        || !(quoted && isHan(at(i + 2))
            || at(i + 2) == '年'
            || any(new String[] {"共识", "抗洪", "洪水", "回归"}, i + 2) > 0)) {
      return i;
    }
    int end = at(i + 2) == '年' ? i + 3 : i + 2;
    add(Kind.YEAR, BigDecimal.valueOf(1900L + tens * 10L + ones), i, end)
        .weight(Weight.OPTIONAL)
        .done();
    return end;
  }

  private static boolean isHan(char c) {
    return c >= 0x4E00 && c <= 0x9FFF;
  }

  /** 全天候 and 昼夜, which may be told as 24 hours. */
  private int allDay(int i) {
    int length = any(new String[] {"全天候", "全天", "昼夜", "日夜"}, i);
    if (length > 0) {
      add(Kind.COUNT, BigDecimal.valueOf(24), i, i + length)
          .measure(Measure.HOURS)
          .weight(Weight.OPTIONAL)
          .done();
    }
    return i + length;
  }

  /** 双十一, 五一 and the like, whose day the other language may name; 百分百 likewise. */
  private int festival(int i) {
    if (has("百分百", i)) {
      add(Kind.SHARE, BigDecimal.ONE, i, i + 3).weight(Weight.OPTIONAL).done();
      return i + 3;
    }
    for (int length = 2; length <= 3 && i + length <= text.length(); length++) {
      Integer day = FESTIVALS.get(text.substring(i, i + length));
      int end = i + length;
      if (day != null && isFestival(i, end)) {
        add(Kind.DAY, BigDecimal.valueOf(day), i, end).weight(Weight.OPTIONAL).done();
        return end;
      }
    }
    return i;
  }

  private boolean isFestival(int start, int end) {
    boolean inside = isNumeric(at(start - 1)) || isNumeric(at(end)) || at(start - 1) == '第';
    if (inside || any(PLACES, end) > 0) {
      return false;
    }
    if (at(start) != '十' && at(start) != '三') {
      return true;
    }
    boolean quoted = "“\"「".indexOf(at(start - 1)) >= 0 && "”\"」".indexOf(at(end)) >= 0;
    String[] after =
        at(start) == '三'
            ? new String[] {"节", "妇女", "国际", "红旗"}
            : new String[] {"假期", "黄金周", "长假", "国庆", "期间", "前夕"};
    return quoted || any(after, end) > 0;
  }

  private static boolean isNumeric(char c) {
    return ChineseNumerals.isNumeral(c) || ChineseNumerals.isFigure(c);
  }

  /** Words that are a number without a numeral, or with 一 or 半 as part of them. */
  private int fixed(int i, char c) {
    String[] halves = {"一半", "半数", "过半", "对半", "减半", "半价"};
    for (String half : halves) {
      boolean word = half.equals("过半") && "百个年辈生载".indexOf(at(i + 2)) >= 0; // 年过半百
      if (has(half, i) && !word) {
        boolean over = half.equals("过半") || at(i - 1) == '过' || at(i - 1) == '超';
        over |= half.equals("一半") && at(i + 2) == '多';
        add(Kind.SHARE, HALF, i, i + 2)
            .weight(Weight.WEAK)
            .hedge(over ? Hedge.OVER : around(i, i + 2), true)
            .done();
        return i + (half.equals("过半") && at(i + 2) == '数' ? 3 : 2);
      }
    }
    if (c == '十' && any(MOSTLY, i) > 0 && !isNumeric(at(i - 1))) {
      add(Kind.SHARE, new BigDecimal("0.8"), i, i + 4)
          .weight(Weight.WEAK)
          .hedge(Hedge.ABOUT, false)
          .done();
      add(Kind.SHARE, new BigDecimal("0.9"), i, i + 4)
          .weight(Weight.WEAK)
          .hedge(Hedge.ABOUT, false)
          .done();
      return i + 4;
    }
    if (c == '翻') {
      int j = at(i + 1) == '了' ? i + 2 : i + 1;
      Numeral times = at(j) == '番' ? null : numerals.read(j);
      int end = times == null ? j : times.end();
      if (at(end) == '番' && (times == null || times.value().compareTo(BigDecimal.TEN) < 0)) {
        int power = times == null ? 1 : times.value().intValue();
        boolean over = has("还多", end + 1) || has("多", end + 1);
        add(Kind.MULTIPLE, BigDecimal.valueOf(2).pow(power), i, end + 1)
            .weight(Weight.WEAK)
            .hedge(over ? Hedge.OVER : before(i), true)
            .done();
        return end + 1;
      }
    }
    if (c == '半'
        && "近超逾".indexOf(at(i - 1)) >= 0
        && before(i) != Hedge.EXACT
        && "个年天小月日夜空里公米岁斤块".indexOf(at(i + 1)) < 0) {
      add(Kind.SHARE, HALF, i, i + 1).weight(Weight.WEAK).hedge(before(i), true).done();
      return i + 1;
    }
    int rounds = "五六七八九".indexOf(c) >= 0 && at(i + 1) == '旬' ? ChineseNumerals.digit(c) * 10 : 0;
    int age =
        rounds > 0
            ? rounds
            : AGES.getOrDefault(text.substring(i, Math.min(i + 2, text.length())), 0);
    if (age > 0 && !isNumeric(at(i - 1))) {
      add(Kind.COUNT, BigDecimal.valueOf(age), i, i + 2)
          .high(BigDecimal.valueOf(age + 9L))
          .weight(Weight.WEAK)
          .done();
      return i + 2;
    }
    if (has("半个世纪", i)) {
      add(Kind.COUNT, BigDecimal.valueOf(50), i, i + 4)
          .measure(Measure.YEARS)
          .weight(Weight.OPTIONAL)
          .hedge(before(i), true)
          .done();
      return i + 4;
    }
    if (c == '半' && at(i - 1) != '上' && at(i - 1) != '下') {
      int unit = i + 1;
      Measure measure = unitAt(unit);
      boolean more = has("个多", unit); // 半个多小时
      if (measure == null && more) {
        unit += 2;
        measure = has("小时", unit) ? Measure.HOURS : has("月", unit) ? Measure.MONTHS : null;
      }
      if (measure != null && measure != Measure.YUAN && !has("年级", unit)) {
        int end = unit + unitLength(unit);
        end = has("月", unit) ? unit + 1 : end;
        add(Kind.COUNT, HALF, i, end)
            .measure(measure)
            .weight(Weight.WEAK)
            .hedge(
                more || at(end) == '多' ? Hedge.OVER : around(i, end),
                at(end) != '内' && !UNSURE.contains(hedgeBefore(i)))
            .done();
        return end;
      }
    }
    return i;
  }

  /** 今年 and the like: a year, month or day that the other language may name. */
  private int relative(int i) {
    String[] years = {"今年", "去年", "前年", "明年", "当年", "同年", "次年", "翌年", "上年", "来年", "本年"};
    String[] months = {"本月", "上月", "当月", "上个月", "同月", "次月"};
    String[] days = {"当天", "当日", "今天", "昨天", "昨日", "今日", "前天", "次日", "同日", "当晚", "前一天"};
    if (any(years, i) > 0) {
      return wide(Kind.YEAR, 1900, 2100, i, i + 2);
    } else if (any(months, i) > 0) {
      return wide(Kind.MONTH, 1, 12, i, i + 2);
    } else if (any(days, i) > 0) {
      return wide(Kind.DAY, 1, 31, i, i + 2);
    }
    return i;
  }

  private int any(String[] words, int i) {
    for (String word : words) {
      if (has(word, i)) {
        return word.length();
      }
    }
    return 0;
  }

  /** 周四 and 星期四, but not 每周一次 or 四周一片; the end of it, or 0. */
  private int weekday(int start, int i) {
    int day = at(i) == '日' || at(i) == '天' ? 7 : "一二三四五六".indexOf(at(i)) + 1;
    boolean counts =
        MEASURES.indexOf(at(i + 1)) >= 0 && "上大到至".indexOf(at(i + 1)) < 0
            || ChineseNumerals.isNumeral(at(i + 1));
    boolean counted = ChineseNumerals.isNumeral(at(i - 2)) || ChineseNumerals.isFigure(at(i - 2));
    if (day == 0 || counts || counted || at(i) == '天' && at(i - 1) == '周') {
      return 0;
    }
    add(Kind.WEEKDAY, BigDecimal.valueOf(day), start, i + 1).weight(Weight.WEAK).done();
    return i + 1;
  }

  /** 2021.6.11 and 3·15: dates with dots. */
  private int dotted(int i) {
    Pattern dots = "“‘《".indexOf(at(i - 1)) >= 0 ? QUOTED : DOTTED;
    Matcher date = dots.matcher(text).region(i, Math.min(text.length(), i + 12));
    date.useTransparentBounds(true);
    if (!date.lookingAt()) {
      return i;
    }
    if (date.group("year") != null) {
      add(Kind.YEAR, new BigDecimal(date.group("year")), i, date.end("year")).done();
    }
    boolean full = date.group("year") != null;
    add(Kind.MONTH, new BigDecimal(date.group("month")), date.start("month"), date.end("month"))
        .weight(Weight.WEAK)
        .done();
    add(Kind.DAY, new BigDecimal(date.group("day")), date.start("day"), date.end())
        .weight(full ? Weight.STRONG : Weight.OPTIONAL)
        .done();
    return date.end();
  }

  /** Dates and times all in figures: 2020-11-18, 2020/11/18, 18:00. */
  private int date(Numeral first) {
    int i = first.end();
    boolean ratio = text.substring(Math.max(0, first.start() - 4), first.start()).indexOf('比') >= 0;
    if (at(i) == ':' && !ratio && i - first.start() <= 2 && first.value().intValue() <= 24) {
      Numeral minutes = ChineseNumerals.isFigure(at(i + 1)) ? numerals.read(i + 1) : null;
      if (minutes != null && minutes.end() == i + 3 && minutes.value().intValue() < 60) {
        int hour = first.value().intValue();
        int start = first.start();
        int lead = numerals.before(start);
        String before = text.substring(Math.max(0, lead - 2), lead);
        if (isAfter(start, hour * 60 + minutes.value().intValue())) {
          before = "下午";
        }
        clock(hour, minutes.value().intValue(), start, minutes.end(), before, false);
        return minutes.end();
      }
    }
    int season = season(first, i);
    if (season > i) {
      return season;
    }
    boolean slashes = at(i) == '-' || at(i) == '/' || at(i) == '.';
    if (slashes && i - first.start() == 4 && isYear(first.value())) {
      Numeral month = ChineseNumerals.isFigure(at(i + 1)) ? numerals.read(i + 1) : null;
      if (month != null && month.end() - i <= 3 && at(month.end()) == at(i)) {
        int j = month.end() + 1;
        Numeral day = ChineseNumerals.isFigure(at(j)) ? numerals.read(j) : null;
        if (day != null && day.end() - j <= 2) {
          add(Kind.YEAR, first.value(), first.start(), i).done();
          add(Kind.MONTH, month.value(), i + 1, month.end()).weight(Weight.WEAK).done();
          add(Kind.DAY, day.value(), j, day.end()).done();
          return day.end();
        }
      }
    }
    return first.start();
  }

  /** 2017-18赛季 and 2018财年: the years, and where they end; else the start. */
  private int season(Numeral first, int i) {
    if (i - first.start() != 4 || !isYear(first.value())) {
      return i;
    }
    boolean joined = "-/–—".indexOf(at(i)) >= 0;
    Numeral last = joined && ChineseNumerals.isFigure(at(i + 1)) ? numerals.read(i + 1) : null;
    int end = last == null ? i : last.end();
    int name = numerals.past(end);
    if (joined != (end == i + 3) || any(SEASONS, name) == 0 || !joined && at(name) == '年') {
      return i;
    }
    add(Kind.YEAR, first.value(), first.start(), i).done();
    if (last != null) {
      int century = first.value().intValue() / 100 * 100;
      add(Kind.YEAR, last.value().add(BigDecimal.valueOf(century)), i + 1, end)
          .weight(Weight.WEAK)
          .done();
      end = at(end) == '年' && at(end + 1) != '度' ? end + 1 : end;
    }
    return Math.max(end, i + 1);
  }

  /** Whether a time goes on from one of the afternoon right before it: 下午2:00—5:30. */
  private boolean isAfter(int start, int minutes) {
    Quantity last = found.isEmpty() ? null : found.get(found.size() - 1);
    return last != null
        && last.kind() == Kind.CLOCK
        && start - last.end() <= 2
        && start > last.end()
        && last.low().compareTo(NOON) >= 0
        && last.low().compareTo(BigDecimal.valueOf(minutes)) > 0
        && minutes < NOON.intValue();
  }

  private static boolean isYear(BigDecimal value) {
    return value.scale() == 0 && value.intValue() >= 1800 && value.intValue() <= 2100;
  }

  /** A numeral, and those that are joined to it: 3至5万元, 3、5、8月. */
  private int numeral(Numeral first) {
    List<Numeral> chain = new ArrayList<>(List.of(first));
    Numeral last = first;
    boolean range = true;
    while (chain.size() < 50) {
      int i = last.end();
      int gap = joins(i);
      Numeral next = gap == 0 || idioms.get(i + gap) ? null : numerals.read(i + gap);
      if (next == null || next.figures() != last.figures()) {
        break;
      }
      range &= at(i) != '、';
      chain.add(next);
      last = next;
    }
    if (has("分之", last.end())) {
      int end = share(last);
      if (end > last.end()) {
        return end;
      }
    }
    int plan = plan(last);
    if (plan > last.start()) {
      return plan;
    }
    if (chain.size() == 1 && isList(first)) {
      for (int i = first.start(); i < first.end(); i++) {
        add(Kind.COUNT, BigDecimal.valueOf(ChineseNumerals.digit(at(i))), i, i + 1)
            .weight(Weight.WEAK)
            .done();
      }
      return first.end();
    }
    int every = chain.size() == 1 ? everyFew(first) : first.start();
    if (every > first.start()) {
      return every;
    }
    BigDecimal scale = last.scale();
    int before = found.size();
    for (int n = 0; n < chain.size(); n++) {
      Numeral each = chain.get(n);
      boolean inherits =
          range
              && each.scale().compareTo(BigDecimal.ONE) == 0
              && each.value().compareTo(last.value().divide(scale, MathContext.DECIMAL64)) < 0;
      Numeral whole =
          inherits && n < chain.size() - 1
              ? new Numeral(
                  each.value().multiply(scale),
                  null,
                  null,
                  scale,
                  each.inner(),
                  each.figures(),
                  each.bare(),
                  each.start(),
                  each.end())
              : each;
      int end = emit(whole, last.end(), n == chain.size() - 1);
      if (n == chain.size() - 1) {
        if (range) {
          shareHedge(before);
        }
        return end;
      }
    }
    return last.end();
  }

  /** 一二三等奖 and 四五六年级, which are three numbers. */
  private boolean isList(Numeral numeral) {
    int length = numeral.end() - numeral.start();
    boolean rising = !numeral.figures() && length >= 3 && length <= 6;
    for (int i = numeral.start(); i < numeral.end() && rising; i++) {
      int digit = ChineseNumerals.digit(at(i));
      rising = digit > 0 && (i == numeral.start() || digit > ChineseNumerals.digit(at(i - 1)));
    }
    return rising
        && any(new String[] {"年级", "等", "号", "楼", "班", "产", "季度", "线"}, numeral.end()) > 0;
  }

  /** How many characters join the number before to the one after; 0 for none. */
  private int joins(int i) {
    if (at(i) == '—' && at(i + 1) == '—') {
      return 2;
    }
    return "-—–~～至到、或".indexOf(at(i)) >= 0 ? 1 : 0;
  }

  /** 十四五 and its like, where they are a plan and not an age; where it ends, or its start. */
  private int plan(Numeral numeral) {
    boolean early = "一二".indexOf(at(numeral.end() - 1)) >= 0 && at(numeral.end()) == '五';
    int end = early ? numeral.end() + 1 : numeral.end();
    String words = text.substring(numeral.start(), end);
    boolean shaped =
        (early || numeral.next() != null) && words.length() == 3 && words.charAt(0) == '十'
            || words.length() <= 3 && words.endsWith("五") && words.startsWith("十");
    int ordinal = words.length() == 3 ? 10 + ChineseNumerals.digit(words.charAt(1)) : 10;
    if (!shaped || !words.endsWith("五")) {
      return numeral.start();
    }
    int before = at(numeral.start() - 1) == ' ' ? numeral.start() - 2 : numeral.start() - 1;
    int next = at(end) == ' ' ? end + 1 : end;
    boolean quoted = "“‘\"「".indexOf(at(before)) >= 0 && "”’\"」".indexOf(at(next)) >= 0;
    String[] after = {"规划", "时期", "期间", "末", "开局", "收官", "以来", "良好", "目标", "建设", "发展"};
    if (!quoted && any(after, end) == 0) {
      return numeral.start();
    }
    add(Kind.ORDINAL, BigDecimal.valueOf(ordinal), numeral.start(), end).done();
    return end;
  }

  /** 百分之八, 三分之一. */
  private int share(Numeral whole) {
    Numeral part = numerals.read(whole.end() + 2);
    if (part == null || whole.value().signum() == 0) {
      return whole.end();
    }
    BigDecimal value = part.value().divide(whole.value(), MathContext.DECIMAL64);
    int end = part.end();
    Hedge hedge = before(whole.start());
    if (at(end) == '多' && at(end + 1) != '数' || at(end) == '余') {
      hedge = Hedge.OVER;
      end++;
    } else if (part.inner() != Hedge.EXACT) {
      hedge = part.inner();
    } else if (at(end) == '强' || at(end) == '弱') {
      hedge = at(end) == '强' ? Hedge.OVER : Hedge.NEARLY;
      end++;
    } else if (hedge == Hedge.EXACT) {
      hedge = after(end) == Hedge.EXACT ? ofThese(whole.start()) : after(end);
    }
    boolean sure = hedge != Hedge.EXACT;
    hedge = sure ? hedge : loose(whole.start());
    Draft draft =
        add(Kind.SHARE, value, whole.start(), end)
            .hedge(hedge, sure || hedge == Hedge.EXACT)
            .weight(whole.value().intValue() >= 100 ? Weight.STRONG : Weight.WEAK);
    if (part.top() != null) {
      draft.high(part.top().divide(whole.value(), MathContext.DECIMAL64));
    }
    draft.done();
    if (part.next() != null) {
      BigDecimal next = part.next().divide(whole.value(), MathContext.DECIMAL64);
      add(Kind.SHARE, next, whole.start(), end).hedge(hedge, false).done();
    }
    return end;
  }

  /** The hedge of 约占总数的三分之一 and 不到去年的两倍, which stands before what the share is of. */
  private Hedge ofThese(int start) {
    if (at(start - 1) == '的') {
      for (int i = start - 2; i > start - 18 && i >= 0 && !isBreak(at(i)); i--) {
        String said = hedgeBefore(i + 1);
        boolean hedges = said.length() >= 2 && i < start - 2 && !COMPARING.contains(said);
        if (hedges || "占合为是了达".indexOf(at(i)) >= 0) {
          return BEFORE.getOrDefault(said, Hedge.EXACT);
        }
      }
    }
    return Hedge.EXACT;
  }

  private static boolean isBreak(char c) {
    return "，。；：、！？\n".indexOf(c) >= 0
        || ChineseNumerals.isFigure(c)
        || ChineseNumerals.isNumeral(c);
  }

  /** Whether a clause or another number breaks off 每10名一线工人里，就有. */
  private boolean isEnd(int i) {
    boolean goesOn = at(i) == '，' && (at(i + 1) == '就' || at(i + 1) == '有');
    return isBreak(at(i)) && !goesOn && !idioms.get(i);
  }

  /** 每4名女工中就有1人: a share, where the second number is part of the first. */
  private int everyFew(Numeral whole) {
    boolean often = unitAt(numerals.past(whole.end())) != null; // 每3秒就有一台
    if (at(whole.start() - 1) != '每'
        || often
        || whole.value().compareTo(BigDecimal.valueOf(100)) > 0) {
      return whole.start();
    }
    for (int i = whole.end(); i < whole.end() + 14 && !isEnd(i); i++) {
      int quoted = at(i) == '“' ? text.indexOf('”', i) : -1;
      i = quoted > 0 && quoted < i + 8 ? quoted : i;
      int j = i;
      boolean has = "中里就".indexOf(at(i)) >= 0;
      boolean about = false;
      while ("中里就约有".indexOf(at(j)) >= 0) {
        about |= at(j) == '约';
        j++;
      }
      Numeral part = has && at(j - 1) == '有' ? numerals.read(j) : null;
      if (part != null
          && part.value().signum() > 0
          && part.value().compareTo(whole.value()) < 0
          && "人个名位户家辆台所".indexOf(at(part.end())) >= 0) {
        add(
                Kind.SHARE,
                part.value().divide(whole.value(), MathContext.DECIMAL64),
                whole.start(),
                part.end() + 1)
            .weight(Weight.WEAK)
            .hedge(about ? Hedge.ABOUT : Hedge.EXACT, true)
            .done();
        return part.end() + 1;
      }
    }
    return whole.start();
  }

  /**
   * Adds a numeral as what the characters after {@code from} say it is, and returns where they end.
   *
   * @param from the end of the last numeral that is joined to this one
   */
  private int emit(Numeral numeral, int from, boolean last) {
    int i = numerals.past(from);
    Hedge hedge = numeral.inner();
    boolean sure = true;
    if (hedge == Hedge.EXACT && last) {
      if (at(i) == '多' && "少样边维媒".indexOf(at(i + 1)) < 0
          || at(i) == '多' && numeral.figures()
          || at(i) == '余' && "姚杭额震热波温庆".indexOf(at(i + 1)) < 0
          || at(i) == '+' && !ChineseNumerals.isFigure(at(i + 1)) && !isLatin(at(i + 1))) {
        hedge = Hedge.OVER;
        i++;
      } else if (at(i) == '来' && "个名位人家户岁年天里斤米元亩件次块条吨号口辆台头只座间套张分秒公平升顿趟根棵".indexOf(at(i + 1)) >= 0) {
        hedge = Hedge.ABOUT;
        i++;
      }
    }
    int unit = i;
    if (at(i) == '几') {
      i++;
    }
    int start = numerals.before(numeral.start());
    Hedge before = before(numeral.start());
    boolean recent =
        hedgeBefore(start).equals("近")
            && "是了已有达过用花".indexOf(at(start - 2)) < 0
            && ("年天周日届".indexOf(at(unit)) >= 0 || any(LATELY, unit) > 0);
    if (hedge == Hedge.EXACT) {
      hedge =
          before == Hedge.EXACT && "%‰成倍折".indexOf(at(i)) >= 0 ? ofThese(numeral.start()) : before;
      sure = !recent && !UNSURE.contains(hedgeBefore(start));
    }
    Draft draft = draft(numeral, i);
    int end = draft == null ? i : draft.end();
    if (draft == null) {
      return numeral.end();
    }
    if (hedge == Hedge.EXACT && last) {
      hedge = after(end);
      if (hedge == Hedge.EXACT
          && at(end) == '多'
          && "个年月天周时里米亩元岁倍斤吨钟成%番".indexOf(at(end - 1)) >= 0) {
        hedge = Hedge.OVER;
      }
      Measure measure = unitAt(unit);
      boolean far = has("开外", end) && measure != null && measure.converts(Measure.METRES);
      sure = !far && (hedge != Hedge.UP_TO || !has("内", end + 1)); // 5米开外
      sure &= hedge != Hedge.AT_LEAST && hedge != Hedge.UP_TO || !isRange(numeral.start(), end);
      if (hedge == Hedge.EXACT) {
        hedge = loose(numeral.start());
        sure = hedge == Hedge.EXACT;
      }
      if (has("多小时", end) || has("多星期", end)) {
        draft.measure(has("多小时", end) ? Measure.HOURS : Measure.WEEKS);
      }
    }
    if (hedge == Hedge.UP_TO
        && !sure
        && last
        && (after(end) == Hedge.AT_LEAST || after(end) == Hedge.OVER)) {
      hedge = after(end); // 可达100毫米以上
      sure = true;
    }
    boolean rising =
        at(end) == '起'
            && last
            && "年月日号时点".indexOf(at(end - 1)) < 0
            && "，。；、”’）！？起步售送租\n".indexOf(at(end + 1)) >= 0;
    if (hedge == Hedge.EXACT && rising) {
      hedge = Hedge.AT_LEAST; // 6000元起
      sure = false;
    }
    if (hedge == Hedge.EXACT && at(end) == '级' && numeral.bare()) {
      hedge = Hedge.AT_LEAST; // 亿元级
      sure = false;
    }
    if (text.startsWith("个多", unit)) {
      hedge = Hedge.OVER;
    }
    if (text.startsWith("分多钟", end)) {
      draft.measure(Measure.MINUTES);
      hedge = Hedge.OVER;
      sure = true;
    }
    if (numeral.next() != null) {
      hedge = hedge == Hedge.EXACT ? Hedge.ABOUT : hedge; // 五六百 may be told as "about 500"
      sure = false;
    }
    draft.hedge(hedge, sure).done();
    if (numeral.next() != null) {
      Draft second = draft(withValue(numeral, numeral.next()), i);
      if (second != null) {
        second.hedge(hedge, sure).done();
      }
    }
    return end;
  }

  /** Whether a number is an end of 35℃以上37℃以下, which may be "between 35 and 37". */
  private boolean isRange(int start, int end) {
    String before = text.substring(Math.max(0, start - 4), start);
    int above = text.indexOf("以上", end);
    int next = above >= 0 && above <= end + 3 ? above + 2 : -1;
    next = next > 0 && "至、到".indexOf(at(next)) >= 0 ? next + 1 : next;
    return before.contains("以上") || next > 0 && isNumeric(at(next));
  }

  private static Numeral withValue(Numeral n, BigDecimal value) {
    return new Numeral(
        value, null, null, n.scale(), n.inner(), n.figures(), n.bare(), n.start(), n.end());
  }

  private @Nullable Draft draft(Numeral numeral, int i) {
    BigDecimal value = numeral.value();
    int start = numeral.start();
    char c = at(i);
    int lead = numerals.before(start);
    if (any(RUNNING, lead - 3) > 0 && (c == '年' || has("个年", i))) {
      return add(Kind.COUNT, value, lead - 1, i + 1).measure(Measure.YEARS).weight(Weight.WEAK);
    }
    if (at(lead - 1) == '第') {
      return add(Kind.ORDINAL, value, lead - 1, numeral.end())
          .weight(value.compareTo(BigDecimal.valueOf(3)) <= 0 ? Weight.WEAK : Weight.STRONG);
    }
    boolean congress =
        c == '大'
            && (value.compareTo(SEVENTEEN) >= 0 && "类项工行板部重领系举任目景特产城品杰".indexOf(at(i + 1)) < 0
                || "的提后前会，。、”》）".indexOf(at(i + 1)) >= 0);
    if (!numeral.figures() && value.compareTo(BigDecimal.TEN) > 0 && (congress || has("届", i))) {
      return add(Kind.ORDINAL, value, start, i + 1);
    }
    if (c == '%' || c == '‰') {
      BigDecimal part = value.movePointLeft(c == '%' ? 2 : 3);
      Draft draft = share(numeral, part, i + 1);
      boolean whole = part.compareTo(BigDecimal.ONE) >= 0 && grows(start);
      return whole ? draft.also(part.add(BigDecimal.ONE)) : draft;
    }
    if (c == '个' && POINTS.matcher(text).region(i, text.length()).lookingAt()) {
      return add(Kind.POINTS, value, start, i + 1);
    }
    if (has("个百分点", i) || has("百分点", i)) {
      return add(Kind.POINTS, value, start, i + (c == '个' ? 4 : 3));
    }
    if (c == '成'
        && "员为功立果绩本长都年人就效熟交分品材份套活型全才".indexOf(at(i + 1)) < 0
        && value.compareTo(BigDecimal.TEN) <= 0) {
      int tenths = digit(i + 1);
      boolean more =
          tenths > 0 && !ChineseNumerals.isFigure(at(i + 2)) && "个名家人位".indexOf(at(i + 2)) < 0;
      BigDecimal share = value.movePointLeft(1);
      if (at(i + 1) == '半' && !has("半导", i + 1)) {
        return share(numeral, share.add(HALF.movePointLeft(1)), i + 2); // 三成半
      }
      return more
          ? share(numeral, share.add(BigDecimal.valueOf(tenths).movePointLeft(2)), i + 2)
          : tenths(numeral, share, i + 1);
    }
    if (c == '折' && value.compareTo(BigDecimal.valueOf(100)) < 0) {
      BigDecimal paid = value.movePointLeft(value.compareTo(BigDecimal.TEN) < 0 ? 1 : 2);
      Draft draft = share(numeral, paid, i + 1).weight(Weight.WEAK);
      return draft.also(BigDecimal.ONE.subtract(paid));
    }
    if (c == '倍') {
      return multiple(numeral, value, i);
    }
    if (c == '强' && value.compareTo(TWO) > 0 && "调化制度劲烈".indexOf(at(i + 1)) < 0) {
      return add(Kind.COUNT, value, start, i + 1).weight(Weight.WEAK); // 百强
    }
    Draft money = money(numeral, i);
    if (money != null) {
      return money;
    }
    if (has("刻钟", i) && value.compareTo(BigDecimal.valueOf(3)) <= 0) {
      return add(Kind.COUNT, value.multiply(BigDecimal.valueOf(15)), start, i + 2)
          .measure(Measure.MINUTES)
          .weight(Weight.WEAK);
    }
    if (has("世纪", i)) {
      return add(Kind.ORDINAL, value, start, i + 2).weight(Weight.WEAK);
    }
    if (c == '年') {
      Draft year = year(numeral, value, i);
      if (year != null) {
        return year;
      }
    }
    boolean whole =
        value.scale() <= 0 && value.compareTo(BigDecimal.valueOf(31)) <= 0 && value.signum() > 0;
    if (c == '月' && whole && value.intValue() <= 12) {
      return add(Kind.MONTH, value, start, i + 1).weight(Weight.WEAK);
    }
    if ((c == '日' || c == '号') && whole && numeral.scale().compareTo(BigDecimal.ONE) == 0) {
      boolean named = c == '号' && NUMBERED.indexOf(at(i + 1)) >= 0;
      boolean dated = at(start - 1) == '月' || numeral.figures() && !named;
      if (dated || at(start - 1) == '至') {
        return add(Kind.DAY, value, start, i + 1);
      }
    }
    boolean midnight = value.signum() == 0;
    if ((c == '点' || c == '时') && (whole || midnight) && value.intValue() <= 24) {
      Draft time = time(numeral, value.intValue(), i);
      if (time != null) {
        return time;
      }
    }
    if (c == '后' && numeral.figures() && numeral.end() - start == 2) {
      return add(Kind.DECADE, decade(value, ""), start, i + 1).weight(Weight.WEAK);
    }
    return count(numeral, value, i);
  }

  /** 多了一成, which may be told as ten percentage points where it compares two shares. */
  private Draft tenths(Numeral numeral, BigDecimal share, int end) {
    Draft draft = share(numeral, share, end);
    return grows(numeral.start()) ? draft.also(share.movePointRight(2)) : draft;
  }

  private Draft share(Numeral numeral, BigDecimal share, int end) {
    Draft draft = add(Kind.SHARE, share, numeral.start(), end);
    if (numeral.top() != null) {
      draft.high(numeral.top().multiply(share.divide(numeral.value(), MathContext.DECIMAL64)));
    }
    return draft;
  }

  /** Growth by 2倍 makes three times as much; growth to 3倍 does, too. */
  private Draft multiple(Numeral numeral, BigDecimal value, int i) {
    boolean grows = grows(numeral.start());
    boolean half = at(i + 1) == '半' && !isHan(at(i + 2));
    BigDecimal times = half ? value.add(HALF) : value;
    int end = half ? i + 2 : i + 1;
    return add(Kind.MULTIPLE, grows ? times.add(BigDecimal.ONE) : times, numeral.start(), end)
        .weight(numeral.figures() ? Weight.STRONG : Weight.WEAK);
  }

  /** Whether what stands here is what something grows by, or how much larger it is: 大一倍. */
  private boolean grows(int start) {
    String context = text.substring(Math.max(0, start - 5), start);
    boolean grows = false;
    for (String verb : new String[] {"增", "提高", "提升", "上升", "上涨", "扩大", "多", "高出", "涨", "快", "翻"}) {
      int found = context.lastIndexOf(verb);
      grows |= found >= 0 && "至到为达是的".chars().noneMatch(to -> context.indexOf(to, found) >= 0);
    }
    int lead = numerals.before(start);
    lead -= hedgeBefore(lead).length();
    return grows || "大高长强贵重宽远厚深好".indexOf(at(lead - 1)) >= 0 && at(lead - 2) != '最';
  }

  private BigDecimal decade(BigDecimal value, String before) {
    int decade = value.intValue();
    Matcher century = CENTURY.matcher(before);
    if (century.find() && decade < 100) {
      return BigDecimal.valueOf(Long.parseLong(century.group(1)) * 100 - 100 + decade);
    }
    boolean old = decade >= 30 || before.endsWith("上世纪") || before.endsWith("20世纪");
    return BigDecimal.valueOf(decade < 100 ? decade + (old ? 1900 : 2000) : decade);
  }

  private @Nullable Draft year(Numeral numeral, BigDecimal value, int i) {
    int start = numeral.start();
    if (at(i + 1) == '代' && value.scale() <= 0) {
      int lead = numerals.before(start);
      String before = text.substring(Math.max(0, lead - 5), lead);
      boolean digit = value.compareTo(BigDecimal.TEN) < 0; // 7、80年代
      BigDecimal years = digit ? value.multiply(BigDecimal.TEN) : value;
      return add(Kind.DECADE, decade(years, before), start, i + 2).weight(Weight.WEAK);
    }
    if (at(i + 1) == '级') {
      return add(Kind.COUNT, value, start, i + 1).weight(Weight.WEAK);
    }
    boolean four =
        numeral.end() - start == 4
            && isYear(value)
            && numeral.scale().compareTo(BigDecimal.ONE) == 0;
    if (four) {
      return add(Kind.YEAR, value, start, i + 1);
    }
    boolean two = numeral.figures() && numeral.end() - start == 2 && value.intValue() >= 70;
    if (two && "春夏秋冬初底".indexOf(at(i + 1)) >= 0) {
      return add(Kind.YEAR, value.add(BigDecimal.valueOf(1900)), start, i + 1);
    }
    return null;
  }

  private @Nullable Draft time(Numeral numeral, int hour, int i) {
    int start = numeral.start();
    int lead = numerals.before(start);
    String before = text.substring(Math.max(0, lead - 2), lead);
    boolean told = false;
    for (String part :
        new String[] {
          "上午", "下午", "早上", "早", "晚上", "晚", "凌晨", "中午", "傍晚", "清晨", "深夜", "午夜", "夜里", "午后"
        }) {
      told |= before.endsWith(part);
    }
    int minutes = 0;
    int end = at(i + 1) == ' ' && ChineseNumerals.isFigure(at(i + 2)) ? i + 2 : i + 1;
    boolean exact = told;
    if (at(end) == '半') {
      minutes = 30;
      end++;
      exact = true;
    } else if (at(end) == '整' || at(end) == '钟' || at(end) == '许') {
      end++;
      exact = true;
    } else if (has("一刻", end) || has("三刻", end)) {
      minutes = at(end) == '一' ? 15 : 45;
      end += 2;
      exact = true;
    } else {
      boolean goesOn = idioms.get(end) || at(end) == '一' && "过到".indexOf(at(end + 1)) >= 0;
      Numeral past = goesOn ? null : numerals.read(end);
      exact |= goesOn && at(end) == '一';
      int mark = past == null ? end : numerals.past(past.end());
      if (past != null && at(mark) == '分' && past.value().intValue() < 60 && at(mark + 1) != '钟') {
        minutes = past.value().intValue();
        end = mark + 1;
        exact = true;
      } else if (past != null && told && past.value().intValue() < 60 && !past.figures()) {
        minutes = past.value().intValue();
        end = past.end();
      } else if (past != null && at(mark) != '分' && at(i) == '点') {
        return null;
      }
    }
    boolean chained = !found.isEmpty() && found.get(found.size() - 1).kind() == Kind.CLOCK;
    boolean few = !numeral.figures() && hour <= 3; // 好一点，
    chained |= few && "天日午早晚从于到".indexOf(at(start - 1)) >= 0;
    chained &= hour > 1 || numeral.figures() || "就开前后之到起至，、。）多".indexOf(at(end)) >= 0;
    boolean plain =
        at(i) == '时'
            ? numeral.figures() || hour == 0
            : "开前后之到起至".indexOf(at(end)) >= 0
                || !few && at(end) == '就'
                || !few && "，、。）".indexOf(at(end)) >= 0
                || chained;
    if (!exact && !plain) {
      return null;
    }
    return clockDraft(hour, minutes, start, end, before, !told);
  }

  private void clock(int hour, int minutes, int start, int end, String before, boolean open) {
    clockDraft(hour, minutes, start, end, before, open).done();
  }

  private Draft clockDraft(int hour, int minutes, int start, int end, String before, boolean open) {
    boolean evening = hour > 4 && (before.contains("晚") || before.endsWith("深夜"));
    boolean late =
        before.endsWith("下午")
            || before.endsWith("午后")
            || evening
            || before.endsWith("中午") && hour < 11;
    boolean midnight = hour == 12 && (before.contains("晚") || before.contains("夜"));
    int told = (midnight ? 0 : late && hour < 12 ? hour + 12 : hour) * 60 + minutes;
    Draft draft = add(Kind.CLOCK, BigDecimal.valueOf(told), start, end);
    if (told % (24 * 60) == 0) {
      draft.weight(Weight.WEAK); // from 0 to 24 is the day
    }
    if (open && !midnight && hour <= 12) {
      draft.also(BigDecimal.valueOf(told).add(NOON));
    }
    if (told == 0) {
      draft.also(NOON.add(NOON));
    }
    return draft;
  }

  private @Nullable Measure unitAt(int i) {
    return UNITS.get(text.substring(i, i + unitLength(i)));
  }

  /** The length of the unit here; 0 for none. */
  private int unitLength(int i) {
    for (String unit : UNITS.keySet()) {
      if (has(unit, i)) {
        return unit.length();
      }
    }
    return 0;
  }

  private @Nullable Draft count(Numeral numeral, BigDecimal value, int i) {
    int start = numeral.start();
    Measure measure = unitAt(i);
    int end = i + unitLength(i);
    if (has("年", i) && (has("年度", i) || has("年初", i)) || has("周岁", i) || has("岁", i)) {
      measure = null;
    }
    boolean counted = measure != null || MEASURES.indexOf(at(i)) >= 0;
    if (measure == null && counted && "人个名家次户".indexOf(at(i)) >= 0) {
      end = i + 1;
      if (has("人次", i)) {
        end++;
      }
    }
    BigDecimal read = value;
    if (measure == Measure.SECONDS && numeral.figures() && ChineseNumerals.isFigure(at(end))) {
      int from = end;
      while (ChineseNumerals.isFigure(at(end)) && end - from < 3) {
        end++;
      }
      read = new BigDecimal(value.toPlainString() + "." + text.substring(from, end)); // 56秒82
    }
    if (measure == null && at(i) == '分' && isMinutes(start, i + 1)) {
      measure = Measure.MINUTES;
      end = i + 1;
    }
    int tenths = measure == null ? 0 : tenths(measure, end);
    if (tenths > 0) {
      String digits = figures(end, tenths);
      read = value.add(new BigDecimal("0." + digits)); // 1米75
      end += tenths + (measure == Measure.METRES ? 0 : 1);
    }
    boolean frost = isFrost(numeral, i);
    read = frost ? read.negate() : read;
    if ((at(end) == '半' || at(i) == '个' && at(i + 1) == '半') && measure != Measure.YUAN) {
      boolean inside = at(i) == '个' && at(i + 1) == '半';
      read = value.add(HALF);
      end = inside ? i + 2 : end + 1;
      if (inside) {
        measure = has("月", end) ? Measure.MONTHS : has("小时", end) ? Measure.HOURS : measure;
      }
    }
    Weight weight;
    boolean latin =
        isLatin(at(start - 1))
            || at(start - 1) == '-' && isLatin(at(start - 2))
            || isLatin(at(numeral.end()));
    boolean unitSign =
        numeral.figures()
            && !isLatin(at(start - 1))
            && isLatin(at(numeral.end()))
            && (sign(numeral.end()) != null || isSign(numeral.end()));
    boolean faraway = numeral.bare() && numeral.end() - start == 1 && at(i) == '里';
    boolean called =
        CALLS.contains(read)
            && (any(CALLED, numeral.end()) > 0 || "打报叫通".indexOf(at(start - 1)) >= 0);
    if (latin && !unitSign
        || called
        || isWholeOf(start, value, measure)
        || faraway
        || has("面体", i)) {
      weight = Weight.OPTIONAL;
    } else if (read.compareTo(BigDecimal.ONE) == 0) {
      boolean limit = measure != null && measure.converts(Measure.DAYS) && isSpan(start, end);
      weight = numeral.figures() && counted || limit ? Weight.WEAK : Weight.OPTIONAL;
    } else if (numeral.figures()) {
      boolean repeated =
          value.compareTo(BigDecimal.TEN) <= 0
              && (at(start - 1) == '等'
                  || has("以上", start - 2)
                  || has("上述", start - 2)
                  || isCountOfList(start, value));
      weight =
          repeated || value.compareTo(BigDecimal.valueOf(3)) <= 0 ? Weight.WEAK : Weight.STRONG;
    } else if (!counted
        && numeral.end() - start == 1
        && !(numeral.bare() && before(start) != Hedge.EXACT)) {
      return null;
    } else if (value.compareTo(BigDecimal.TEN) <= 0
        || !counted
            && numeral.top() == null
            && (numeral.bare() || numeral.scale().compareTo(BigDecimal.ONE) == 0)
        || numeral.bare()
            && numeral.end() - start == 1
            && before(start) == Hedge.EXACT
            && at(i - 1) != '余'
            && at(i - 1) != '多') {
      weight = Weight.WEAK;
    } else {
      weight = Weight.STRONG;
    }
    if (numeral.bare() && numeral.end() - start == 1 && !counted && before(start) == Hedge.EXACT) {
      return null;
    }
    if (weight == Weight.WEAK && isHeadCount(numeral, value, i)) {
      weight = Weight.STRONG;
    }
    int last = end == i && i == numeral.end() + 1 && at(i - 1) == ' ' ? numeral.end() : end;
    Draft draft = add(Kind.COUNT, read, start, Math.max(last, numeral.end())).weight(weight);
    draft.measure(unitSign ? sign(numeral.end()) : measure);
    if (frost && joins(start - 1) > 0) {
      draft.also(value); // 零下5到8度
    }
    boolean always = value.compareTo(SEVEN) == 0 && any(ALWAYS, numeral.end()) > 0;
    if (always) {
      draft.weight(Weight.OPTIONAL);
    }
    if (numeral.top() != null) {
      draft.high(numeral.top());
    }
    return draft;
  }

  /** Whether 分 here are minutes, beside hours or seconds: 1小时20分, 2分30秒. */
  private boolean isMinutes(int start, int end) {
    Quantity last = found.isEmpty() ? null : found.get(found.size() - 1);
    Numeral next = numerals.read(end);
    boolean seconds = next != null && at(next.end()) == '秒';
    return seconds || last != null && last.measure() == Measure.HOURS && start - last.end() <= 1;
  }

  /** How many digits after a unit are tenths and hundredths of it: 1米75, 6斤8两, 三亩五分. */
  private int tenths(Measure measure, int end) {
    int length = 0;
    while (digit(end + length) >= 0 && length < 3) {
      length++;
    }
    char next = at(end + length);
    boolean named = measure == Measure.JIN && next == '两' || measure == Measure.MU && next == '分';
    if (measure == Measure.JIN && length == 2 && at(end + 1) == '两') {
      return 1; // 两 is a digit, too
    }
    boolean metres =
        measure == Measure.METRES
            && (MEASURES.indexOf(next) < 0 || "到至多".indexOf(next) >= 0)
            && !isNumeric(next)
            && next != '.'
            && next != '%';
    return length == 1 && (named || metres) || length == 2 && metres ? length : 0;
  }

  private String figures(int from, int length) {
    StringBuilder figures = new StringBuilder();
    for (int i = from; i < from + length; i++) {
      figures.append(digit(i));
    }
    return figures.toString();
  }

  /** Whether this says over again the time right before it: 一年365天, 一天24小时. */
  private boolean isWholeOf(int start, BigDecimal value, @Nullable Measure measure) {
    Quantity last = found.isEmpty() ? null : found.get(found.size() - 1);
    Measure outer = last == null ? null : last.measure();
    if (last == null || outer == null || measure == null || last.end() != start) {
      return false;
    }
    boolean one = last.low().compareTo(BigDecimal.ONE) == 0 && outer.converts(measure);
    BigDecimal gap = outer.base(BigDecimal.ONE).subtract(measure.base(value)).abs();
    return one && gap.compareTo(outer.base(new BigDecimal("0.01"))) < 0;
  }

  /** Whether the end of a time stands here within which something is done: 一年内. */
  private boolean isLimit(int end) {
    return at(end) == '内' || has("以内", end) || has("之内", end);
  }

  /** Whether what starts and ends here is how long something took: 为期一周, 一周后. */
  private boolean isSpan(int start, int end) {
    return isLimit(end)
        || any(new String[] {"后", "之后", "以后"}, end) > 0
        || Stream.of("为期", "历时", "持续", "长达", "缩短", "延长", "提前", "推迟")
            .anyMatch(word -> has(word, start - 2) || has(word + "了", start - 3));
  }

  /** Whether degrees are below zero: 零下5度, -20℃ and the second of 零下5到8度. */
  private boolean isFrost(Numeral numeral, int i) {
    int start = numerals.before(numeral.start());
    if (numeral.top() != null) {
      return false;
    }
    boolean sign =
        "-−".indexOf(at(start - 1)) >= 0 && !isNumeric(at(start - 2)) && !isLatin(at(start - 2));
    if (has("零下", start - 2) || sign && any(DEGREES, i) > 0) {
      return true;
    }
    Quantity last = found.isEmpty() ? null : found.get(found.size() - 1);
    return last != null
        && last.low().signum() < 0
        && last.end() == start - 1
        && joins(start - 1) == 1
        && any(DEGREES, i) > 0;
  }

  /** An amount of yuan, tenths and hundredths of one: 36块5毛, 六毛五, 3分钱; null for none. */
  private @Nullable Draft money(Numeral numeral, int i) {
    char c = at(i);
    if (numeral.end() != i || numeral.next() != null || numeral.top() != null) {
      return null;
    }
    BigDecimal value = numeral.value();
    int end = i + 1;
    if (c == '块' || c == '元') {
      int tenths = digit(end);
      boolean named = tenths >= 0 && (at(end + 1) == '毛' || at(end + 1) == '角');
      if (!named && (c == '元' || tenths(end) <= 0)) {
        return null;
      }
      value = value.add(BigDecimal.valueOf(tenths).movePointLeft(1));
      end += named ? 2 : 1;
      int hundredths = named ? hundredths(end) : -1;
      value = value.add(BigDecimal.valueOf(Math.max(hundredths, 0)).movePointLeft(2));
      end += hundredths < 0 ? 0 : at(end + 1) == '分' ? 2 : 1;
    } else if (c == '毛' || c == '角') {
      int hundredths = hundredths(end);
      boolean last = at(end) == '钱' || isBreak(at(end)) && numeral.figures();
      boolean said = hundredths >= 0 && (c == '毛' || at(end + 1) == '分');
      if (!last && !said || value.compareTo(BigDecimal.TEN) >= 0) {
        return null;
      }
      value = value.movePointLeft(1);
      value = value.add(BigDecimal.valueOf(Math.max(hundredths, 0)).movePointLeft(2));
      end += hundredths < 0 ? 0 : at(end + 1) == '分' ? 2 : 1;
    } else if (c == '分' && at(end) == '钱') {
      value = value.movePointLeft(2);
    } else {
      return null;
    }
    end += at(end) == '钱' ? 1 : 0;
    return add(Kind.COUNT, value, numeral.start(), end)
        .measure(Measure.YUAN)
        .weight(numeral.figures() ? Weight.STRONG : Weight.WEAK);
  }

  private int digit(int i) {
    return ChineseNumerals.isFigure(at(i)) ? at(i) - '0' : ChineseNumerals.digit(at(i));
  }

  /** The 5 of 六毛五 and 6角5分; -1 where none is. */
  private int hundredths(int i) {
    char next = at(i + 1);
    boolean counts = MEASURES.indexOf(next) >= 0 && "分到至".indexOf(next) < 0;
    return counts || isNumeric(next) ? -1 : digit(i);
  }

  /** Whether as many names as this says stand right before it: 甲、乙、丙3家. */
  private boolean isCountOfList(int start, BigDecimal value) {
    int names = 1;
    for (int i = start - 1; i > start - 200 && i >= 0 && "，。；：".indexOf(at(i)) < 0; i--) {
      names += at(i) == '、' ? 1 : 0;
    }
    return names > 1 && BigDecimal.valueOf(names).compareTo(value) == 0;
  }

  /**
   * Whether a small number counts people or things that are not named beside it, as in 两名工友 and
   * 六个平台, so that a translation has to say it. 前三名 is the first three, 四个字 words.
   */
  private boolean isHeadCount(Numeral numeral, BigDecimal value, int i) {
    int start = numeral.start();
    int least = at(i) == '名' ? 2 : at(i) == '位' ? 3 : "个家户台所座支".indexOf(at(i)) >= 0 ? 4 : 11;
    if (numeral.top() != null
        || numeral.next() != null
        || value.scale() > 0
        || value.intValue() < least
        || value.compareTo(BigDecimal.TEN) > 0
        || "“‘《「前后头首末等述".indexOf(at(start - 1)) >= 0
        || has("以上", start - 2)
        || at(i + 1) == '字') {
      return false;
    }
    int from = start;
    while (from > 0 && start - from < NAMED_NEAR && BREAKS.indexOf(at(from - 1)) < 0) {
      from--;
    }
    int to = i + 1;
    while (to < text.length() && to - i < NAMED_NEAR && BREAKS.indexOf(at(to)) < 0) {
      to++;
    }
    boolean share = text.substring(from, to).contains("中"); // 十名代表中有七名 is 70 per cent
    return !share
        && text.substring(from, to).indexOf('、') < 0
        && text.substring(i, to).chars().noneMatch(c -> "和与及：:（(".indexOf(c) >= 0);
  }

  /** The 5 of 1块5, in figures or characters; -1 where none is. */
  private int tenths(int i) {
    return isBreak(at(i + 1)) && !isNumeric(at(i + 1)) || at(i + 1) == '钱' ? digit(i) : -1;
  }

  private static boolean isLatin(char c) {
    return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }

  private boolean isSign(int i) {
    int end = i;
    while (isLatin(at(end))) {
      end++;
    }
    return SIGNS.contains(text.substring(i, end).toLowerCase(Locale.ROOT));
  }

  private @Nullable Measure sign(int i) {
    String[] signs = {"km", "kg", "cm", "mm"};
    Measure[] measures = {
      Measure.KILOMETRES, Measure.KILOGRAMS, Measure.CENTIMETRES, Measure.MILLIMETRES
    };
    for (int n = 0; n < signs.length; n++) {
      if (has(signs[n], i) && !isLatin(at(i + 2))) {
        return measures[n];
      }
    }
    return at(i) == 'm' && !isLatin(at(i + 1)) ? Measure.METRES : null;
  }

  private Hedge around(int start, int end) {
    if (at(end) == '内') {
      return Hedge.UP_TO;
    }
    Hedge before = before(start);
    before = before == Hedge.EXACT ? ofThese(start) : before;
    return before == Hedge.EXACT ? after(end) : before;
  }

  /** What the words before a number make of it, which may have a link between: 约为, 不超过每秒. */
  private Hedge before(int start) {
    int end = numerals.before(start);
    String said = hedgeBefore(end);
    for (int link = 1; link <= 3 && said.isEmpty() && link < end; link++) {
      if (LINKS.contains(text.substring(end - link, end))) {
        String far = hedgeBefore(end - link);
        if (FAR.contains(far)) {
          said = far;
          end -= link;
        }
      }
    }
    Hedge hedge = denied(BEFORE.getOrDefault(said, Hedge.EXACT), end - said.length());
    char unit = at(start);
    boolean bare = unit == '百' || unit == '千' || unit == '万' || unit == '亿' || unit == '半';
    if (hedge == Hedge.EXACT
        && at(end - 1) == '过'
        && (bare || isLarge(start) || isTenths(start) || isAge(start))
        && "通经超不度路难去来见办做走看听".indexOf(at(end - 2)) < 0) {
      return Hedge.OVER;
    }
    return hedge;
  }

  /** Whether an age stands here, as in 年过五十 and 已过50岁. */
  private boolean isAge(int start) {
    Numeral numeral = numerals.read(start);
    boolean years = numeral != null && at(numerals.past(numeral.end())) == '岁';
    return years || at(numerals.before(start) - 2) == '年';
  }

  /** Whether a share stands here, as in 已过三成. */
  private boolean isTenths(int start) {
    Numeral numeral = numerals.read(start);
    return numeral != null && "成%".indexOf(at(numeral.end())) >= 0;
  }

  /** Whether figures with 万 or 亿 stand here. */
  private boolean isLarge(int start) {
    Numeral numeral = ChineseNumerals.isFigure(at(start)) ? numerals.read(start) : null;
    return numeral != null && numeral.scale().longValue() >= 10_000;
  }

  private Hedge denied(Hedge hedge, int start) {
    boolean denied =
        (hedge == Hedge.OVER || hedge == Hedge.NEARLY)
            && Stream.of(DENIALS).anyMatch(word -> has(word, start - word.length()));
    return !denied ? hedge : hedge == Hedge.OVER ? Hedge.UP_TO : Hedge.AT_LEAST;
  }

  /** A hedge of the same clause that may go with this number: 大约比去年高15度. */
  private Hedge loose(int start) {
    for (int i = start - 1; i > start - 12 && i >= 0 && !isBreak(at(i)); i--) {
      String said = hedgeBefore(i);
      if (FAR.contains(said)) {
        return denied(BEFORE.getOrDefault(said, Hedge.EXACT), i - said.length());
      }
    }
    return Hedge.EXACT;
  }

  /** The longest hedge that ends here; empty for none. */
  private String hedgeBefore(int end) {
    for (int from = Math.max(0, end - 4); from < end; from++) {
      String said = text.substring(from, end);
      if (BEFORE.containsKey(said) && !isPartOfWord(from)) {
        return said;
      }
    }
    return "";
  }

  /** Whether 约, 近 or 超 here ends another word: 签约, 最近, 赶超. */
  private boolean isPartOfWord(int i) {
    return switch (at(i)) {
      case '约' ->
          "大条合签节预解违邀续履公契特纽租盟婚赴誓爽失".indexOf(at(i - 1)) >= 0
              && "损持连陆继后折适综联".indexOf(at(i - 2)) < 0; // 损失约, 持续约
      case '满' -> "圆充未不丰美饱".indexOf(at(i - 1)) >= 0;
      case '破' -> "突升涨冲跌降打".indexOf(at(i - 1)) >= 0;
      case '近' -> "附最新靠就远亲临邻".indexOf(at(i - 1)) >= 0;
      case '超' -> "赶反".indexOf(at(i - 1)) >= 0;
      default -> false;
    };
  }

  /** What the words after a number and its unit make of it. */
  private Hedge after(int end) {
    int first = numerals.past(end);
    int level = at(first) == '级' ? first + 1 : first; // 4级以上
    int unit = level;
    while (unit < level + 8 && UNIT_CHARACTERS.indexOf(at(unit)) >= 0) {
      unit++;
    }
    for (int i = level; i <= Math.max(level + 3, unit) && i < text.length(); i++) {
      char c = at(i);
      if ("，。；：、（）,;:()级市省县为是占具获规限".indexOf(c) >= 0 // 129家规模以上企业
          || c == '有' && at(i + 1) != '余'
          || ChineseNumerals.isNumeral(c) && i >= unit
          || ChineseNumerals.isFigure(c)) {
        break;
      }
      for (int length = 2; length <= 3; length++) {
        Hedge said = i + length <= text.length() ? AFTER.get(text.substring(i, i + length)) : null;
        if (said != null) {
          return said;
        }
      }
    }
    return Hedge.EXACT;
  }

  @Override
  Draft add(Kind kind, BigDecimal value, int from, int to) {
    return draft(kind, value, from, Math.min(to, text.length()));
  }
}
