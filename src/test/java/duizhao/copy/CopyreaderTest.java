package duizhao.copy;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.diagnostic.Diagnostic;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CopyreaderTest {

  private static final int TEXTS = 4_000;
  private static final int MOST_ROUNDS = 8;

  private static List<Diagnostic> read(String language, String text) {
    Prose prose = new Prose(Location.of("text"), false);
    prose.add(text, 1, 1);
    Diagnostics diagnostics = new Diagnostics();
    new Copyreader(language, diagnostics).readAlone(prose);
    return diagnostics.sorted();
  }

  /** One round of corrections. */
  private static String corrected(String text, List<Diagnostic> found) {
    StringBuilder right = new StringBuilder();
    int done = 0;
    for (Diagnostic diagnostic : found) {
      Diagnostic.Fix fix = diagnostic.fix();
      if (fix != null) {
        int from = text.offsetByCodePoints(0, diagnostic.at().column() - 1);
        assertThat(from).isGreaterThanOrEqualTo(done);
        assertThat(text).startsWith(text.substring(0, from) + fix.typed());
        right.append(text, done, from).append(fix.right());
        done = from + fix.typed().length();
      }
    }
    return right.append(text.substring(done)).toString();
  }

  private static String fixed(String language, String text) {
    String now = text;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      String next = corrected(now, read(language, now));
      if (next.equals(now)) {
        return now;
      }
      now = next;
    }
    throw new AssertionError("never done: " + text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "职工之家,开门了. | 职工之家，开门了。",
        "他说:\"到家了\" | 他说：“到家了”",
        "总工会(市级)来了 | 总工会（市级）来了",
        "（abc)和(abc） | （abc）和（abc）",
        "人工智能(AI)培训 | 人工智能（AI）培训",
        "开门了。。 | 开门了。",
        "工会的的干部 | 工会的干部",
        "以服务为目的的活动 | 以服务为目的的活动",
        "职工之家 ，开门 | 职工之家，开门",
        "比分是3:2,他赢了 | 比分是3:2，他赢了",
        "增长3.5%,达到1,200万元;目标是:100%覆盖 | 增长3.5%，达到1,200万元；目标是：100%覆盖",
        "用Windows,他说,很好 | 用Windows，他说，很好",
        "真的吗??真的! | 真的吗？？真的！",
        "他沉默了...他--王芳 | 他沉默了……他——王芳",
        "　　本报讯 ，11月 | 本报讯，11月",
        "见http://www.a.cn,请看 | 见http://www.a.cn，请看",
        "在5'30\"跑完,说\"好\" | 在5'30\"跑完，说“好”",
        "口号“劳动光荣 创造伟大”很响 | 口号“劳动光荣 创造伟大”很响",
        "３４００万元，Ａ区 | 3400万元，A区",
        "见https://a.cn/b,c和a@b.cn，再说 | 见https://a.cn/b,c和a@b.cn，再说",
        "价格3,400元，比分3:1，版本2.0 | 价格3,400元，比分3:1，版本2.0",
        "O'Neill来了 | O’Neill来了",
      })
  void correctsChinese(String typed, String right) {
    assertThat(fixed("zh-Hans", typed)).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "the the workers' home | the workers’ home",
        "It isn't \"home\" , he said . | It isn’t “home”, he said.",
        "two  spaces | two spaces",
        "open 8-12, in 2018-2020 | open 8–12, in 2018–2020",
        "on 2020-11-18, tel 010-1234, GB/T 2260-2007, 3-1 | on 2020-11-18, tel 010-1234, GB/T 2260-2007, 3-1",
        "the '90s | the ’90s",
        "He had had tea,, in Lin Lin | He had had tea, in Lin Lin",
        "so it goes ... and on | so it goes ... and on",
        "a room， a home。 | a room, a home.",
        "see https://a.cn/b--c'd,,e | see https://a.cn/b--c'd,,e",
        "new,which grew ,and said:“Yes” | new, which grew, and said: “Yes”",
        "an “ odd ” quote and ( odd ) bracket | an “odd” quote and (odd) bracket",
        "it -- the union -- grew in 1998-99, on Feb. 3-5 | it – the union – grew in 1998–99, on Feb. 3–5",
        "5'10\" tall, a 12\" screen, \"so\" | 5'10\" tall, a 12\" screen, “so”",
        "５ yuan for Ａ | 5 yuan for A",
        "Room 3-401, a Boeing 737-800, No. 5-12 | Room 3-401, a Boeing 737-800, No. 5-12",
      })
  void correctsEnglish(String typed, String right) {
    assertThat(fixed("en", typed)).isEqualTo(right);
  }

  @ParameterizedTest
  @ValueSource(strings = {"他说：“很好。", "（见下", "他说很好”", "市总and区总", "市总工会市总工会", "很好，。", "他说:\"很好。"})
  void leavesWhatMayMeanSeveralThingsToAPersonAndTellsIt(String chinese) {
    assertThat(read("zh", chinese)).isNotEmpty();
    assertThat(read("zh", chinese)).filteredOn(d -> d.fix() != null).hasSizeLessThanOrEqualTo(1);
  }

  /** What newspapers, programmers and librarians write on purpose. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "A股、B股与H股，C919首飞；C#、.NET和Node.js。",
        "（记者王芳 通讯员李伟）",
        "新华社记者 王芳 摄",
        "图为职工在劳动。 王芳 摄",
        "编辑：王芳 校对：李伟",
        "参加了“Go!”活动，浏览Yahoo!首页，版本V2.0.1。",
        "时间：14:30—16:00，海拔1,200米，第1.5节，24h,365天。",
        "[1]王芳.工会研究[J].",
        "其他他们自己的事，自我我行我素，天天，刚刚，好不好？",
        "北京——上海，北京—上海高铁，他……他走了？！",
        "邮编750001，QQ:12345678，O2O、B2B。",
        "a) 第一条 b) 第二条",
      })
  void letsChinesePass(String chinese) {
    assertThat(read("zh", chinese)).isEmpty();
  }

  /** Names, codes, quotations in quotations, and words that stand twice by right. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Node.js and ASP.NET, U.S.-China, Wi-Fi 6, 24/7, COVID-19.",
        "Model AK-47, F-16, a Boeing 737-800, Room 3-401, ISBN 978-7-5008.",
        "“Yes,” he said, “and ‘no’.” ‘So’ (he, 42) … and so on ...",
        "Yahoo! and Jeopardy! What?! x,y and 1,2,3; e.g., i.e., cf. p. 3.",
        "He had had to be sure that that failed; 10-9, then 3-2; pages 10-9.",
        "gong (工), 3–5 km, ’98, rock’n’roll, the Joneses’ house",
        "1) first 2) second; see http://a.cn/x,y;z or wang.fang@example.com.",
      })
  void letsEnglishPass(String english) {
    assertThat(read("en", english)).isEmpty();
  }

  /** Slips of which a person has to say what was meant. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "zh | 北京 上海两地",
        "zh | 王　芳来了",
        "zh | 他他来了",
        "zh | 来自of the中国",
        "zh | 体重70kg.",
        "en | He left.She stayed.",
        "en | Union’s“home”",
        "en | No!! Really",
        "en | see p. 3)",
        "en | the union--founded",
        "en | Lines 3-5",
      })
  void tellsAndLeaves(String language, String text) {
    assertThat(read(language, text)).hasSize(1).allMatch(d -> d.fix() == null);
  }

  @Test
  void tellsWhereTheCharactersStand() {
    assertThat(read("zh", "𠀀𠀀工会,开门").get(0).at()).isEqualTo(new Location("text", 1, 5, 1));
  }

  @Test
  void letsAQuotationGoOnInTheNextParagraph() {
    Diagnostics diagnostics = new Diagnostics();
    Copyreader reader = new Copyreader("en", diagnostics);
    for (String paragraph : List.of("“It is good.", "“It is very good.”")) {
      Prose prose = new Prose(Location.of("text"), false);
      prose.add(paragraph, 1, 1);
      reader.read(prose);
    }
    reader.end();
    assertThat(diagnostics.sorted()).isEmpty();
  }

  @Test
  void leavesOtherLanguagesAlone() {
    assertThat(read("fr", "Ah , \"bon\" : oui  !")).isEmpty();
  }

  @Test
  void keepsWhatMarkupDividesForAPerson() {
    Prose prose = new Prose(Location.of("text"), false);
    prose.add("工会", 1, 1);
    prose.add("。", 1, 3);
    prose.add("。", 1, 6);
    Diagnostics diagnostics = new Diagnostics();
    new Copyreader("zh", diagnostics).readAlone(prose);
    assertThat(diagnostics.sorted()).hasSize(1).allMatch(d -> d.fix() == null);
  }

  /**
   * Words and marks thrown together: whatever they are, correcting ends, and again changes none.
   */
  @Test
  void correctingTwiceIsCorrectingOnce() {
    String[] pieces = {
      "工会",
      "的",
      "的",
      "，",
      "。",
      ",",
      ".",
      ":",
      ";",
      "?",
      "!",
      "(",
      ")",
      "（",
      "）",
      "\"",
      "'",
      "“",
      "”",
      " ",
      "  ",
      "the",
      "The",
      "and",
      "s",
      "8-12",
      "1",
      "Ａ",
      "３",
      "、",
      "「",
      "」",
      "https://a.b/c,d",
      "𠀀",
      "…",
      "\n",
      "\uFFFC",
      "workers'",
      "目的"
    };
    Pattern content = Pattern.compile("[^\\p{IsHan}A-Za-z0-9]");
    for (int seed = 0; seed < TEXTS; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(14); i >= 0; i--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      for (String language : List.of("zh", "en")) {
        String once = fixed(language, text.toString());
        assertThat(fixed(language, once)).as("seed %d", seed).isEqualTo(once);
        if (text.indexOf("的") < 0 && text.indexOf("he") < 0 && text.indexOf("and") < 0) {
          // marks and widths change, words do not
          assertThat(content.matcher(narrow(once)).replaceAll(""))
              .as("seed %d", seed)
              .isEqualTo(content.matcher(narrow(text.toString())).replaceAll(""));
        }
      }
    }
  }

  private static String narrow(String text) {
    return text.replace('Ａ', 'A').replace('３', '3');
  }
}
