package duizhao.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.quantity.Comparison.Difference;
import duizhao.quantity.Comparison.Fault;
import duizhao.quantity.Comparison.Pair;
import duizhao.quantity.Pairs.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {

  /** The errors that are not found, by their kind and how the English starts. */
  private static final Map<String, List<String>> MISSED =
      Map.of(
          "held-out.txt", List.of("hedge: About 20,000 to the man street cleaners"),
          "further.txt", List.of("omitted: The cultural palace has been refurbished"),
          "second.txt", List.of("omitted: That day nine companies signed collective"),
          "third.txt", List.of("value: Four in ten of the delegates work on the"),
          "seventh.txt", List.of("value: The family have moved into a new flat with five"));

  /**
   * Nothing is told of a clean pair, and every error is found but those that are named above, so
   * that neither a false alarm nor a miss comes in unseen. Readers and rules were made on these
   * very pairs: they say what is held, and nothing of texts that nobody has seen yet. With {@code
   * -Dquantity.table}, what was found of each kind of error is printed.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev.txt",
        "held-out.txt",
        "further.txt",
        "second.txt",
        "third.txt",
        "fourth.txt",
        "fifth.txt",
        "sixth.txt",
        "seventh.txt"
      })
  void findsSeededErrorsAndLeavesCleanParagraphsAlone(String file) {
    Map<String, int[]> table = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    for (Case each : Pairs.read(file)) {
      boolean right = each.label().equals("clean") != each.isFound();
      int[] row = table.computeIfAbsent(each.label(), label -> new int[2]);
      row[0] += right ? 1 : 0;
      row[1]++;
      if (!right) {
        wrong.add(each.label() + ": " + each.en());
      }
    }
    if (System.getProperty("quantity.table") != null) {
      table.forEach(
          (label, row) -> System.out.println(file + " " + label + " " + row[0] + "/" + row[1]));
    }
    List<String> missed = MISSED.getOrDefault(file, List.of());
    assertThat(wrong).hasSameSizeAs(missed);
    assertThat(wrong).allMatch(pair -> missed.stream().anyMatch(pair::startsWith));
  }

  private static Pair pair(String zh, String en) {
    return new Pair(QuantityReader.CHINESE.read(zh), QuantityReader.ENGLISH.read(en));
  }

  @Test
  void aSentenceMayMoveToTheNextParagraph() {
    List<Pair> moved =
        List.of(
            pair("全县有会员3200人。去年新增415人。", "The county has 3,200 members."),
            pair("工会办了27个班。", "Last year 415 joined. The union held 27 courses."));
    assertThat(Comparison.of(moved)).isEmpty();
    List<Pair> far =
        List.of(pair("去年新增415人。", "Members joined."), pair("", ""), pair("", "Then 418 joined."));
    assertThat(Comparison.of(far)).extracting(Difference::fault).containsOnly(Fault.MISSING);
  }

  @Test
  void whatMovedIsToldInTheParagraphsWhereItStands() {
    List<Difference> found =
        Comparison.of(
            List.of(
                pair("全县有会员3200人。去年新增415余人。", "The county has 3,200 members."),
                pair("工会办了27个班。", "Last year 415 joined. The union held 27 courses.")));
    assertThat(found).hasSize(1);
    assertThat(found.get(0).fault()).isEqualTo(Fault.HEDGE);
    assertThat(found.get(0).pair()).isZero();
    assertThat(found.get(0).other()).isEqualTo(1);
  }

  @Test
  void aNumberMayBeRepeatedInOneLanguageOnly() {
    List<Pair> repeated =
        List.of(pair("会员3200人。", "There are 3,200 members."), pair("他们都来了。", "All 3,200 came."));
    assertThat(Comparison.of(repeated)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "十几年来 | over more than a decade",
        "十几年来 | for over ten years",
        "十几年来 | for a decade and more",
        "三十几个人 | more than thirty people",
        "数十名志愿者 | scores of volunteers",
        "几十名志愿者 | dozens of volunteers",
        "“双十一”期间 | around 11 November",
        "“双十一”期间 | during the online sales",
        "“双十一”期间 | on Double Eleven",
        "五一前夕 | just before 1 May",
        "“十一”期间 | around 1 October",
        "“三八”期间 | around 8 March",
        "七一、八一 | on 1 July and 1 August",
        "覆盖率达100% | every site is covered",
        "合格率百分之百 | all of them passed",
        "按时完成率100% | done on time without exception",
        "投诉率为0% | there were no complaints",
        "全年零事故 | no accidents all year",
        "前三季度 | in the first nine months",
        "上半年 | in the first half",
        "工资不低于2380元 | a minimum wage of 2,380 yuan",
        "最低工资2380元 | a minimum wage of 2,380 yuan",
        "5年前创办 | the output is more than five years ago",
        "二季度新增3460人 | 3,460 more from April to June",
        "二季度新增3460人 | 3,460 more in the three months to June",
        "三季度末有3460人 | 3,460 by the end of September",
        "截至第三季度，有3460人 | 3,460 in the first nine months",
        "截至三季度末，有3460人 | 3,460 in the first three quarters",
        "前两个季度 | in the first half",
        "工期缩短了7天 | a week less",
        "工期缩短了一周 | seven days less",
        "为期7天的培训 | a week-long course",
        "持续一年的活动 | a year-long campaign",
        "两名工友小王和小李来了 | his workmates Wang and Li came",
        "钳工、焊工、电工、车工四个工种 | fitters, welders, electricians and turners",
        "记住了“毫厘必较”四个字 | learnt that a hair's breadth matters",
        "进入了前三名 | was among the best",
        "夫妻两人来了 | husband and wife came",
        "十名代表中有七名来自一线 | seven in ten delegates work on the shop floor"
      })
  void saysTheSameInOtherWords(String zh, String en) {
    assertThat(Comparison.of(List.of(pair(zh, en)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "十几年来 | for over twenty years | DIFFERS",
        "三十几个人 | more than twenty people | DIFFERS",
        "覆盖率达100% | some sites are covered | MISSING",
        "覆盖率达80% | every site is covered | MISSING",
        "每年组织不少于一次体检 | no more than one check a year | HEDGE",
        "创办不到5年 | founded more than five years ago | HEDGE",
        "前三季度 | in the first half | DIFFERS",
        "上半年 | in the first three quarters | DIFFERS",
        "不到去年的两成 | more than 20% of last year's | HEDGE",
        "二季度 | in the first half | DIFFERS",
        "上半年 | in the second quarter | DIFFERS",
        "前三季度 | in the third quarter | DIFFERS",
        "截至三季度末 | by the end of the second quarter | DIFFERS",
        "三季度新增3460人 | 3,460 more in the first nine months | DIFFERS",
        "工期缩短了一周 | ten days less | DIFFERS",
        "一周后，他回来了 | five days later he came back | DIFFERS",
        "一周后，他回来了 | a month later he came back | DIFFERS",
        "为期7天的培训 | a month-long course | MISSING",
        "他和两名工友一起下井 | he went down the pit with workmates | MISSING",
        "公司接入六个平台 | the company is linked to platforms | MISSING",
        "三名职工受到表彰 | workers were commended | MISSING",
        "公司接入6个平台 | the company is linked to platforms | MISSING"
      })
  void tellsWhatOtherWordsTurnRound(String zh, String en, String faults) {
    assertThat(Comparison.of(List.of(pair(zh, en))))
        .extracting(difference -> difference.fault().name())
        .isEqualTo(List.of(faults.split(",")));
  }

  @Test
  void unitsConvert() {
    assertThat(Comparison.of(List.of(pair("梨园3000亩", "orchards of 200 hectares")))).isEmpty();
    assertThat(Comparison.of(List.of(pair("梨园3000亩", "orchards of 300 hectares")))).hasSize(1);
  }

  @Test
  void aRoundedNumberHasToSaySo() {
    assertThat(Comparison.of(List.of(pair("16.89万人", "nearly 170,000 people")))).isEmpty();
    assertThat(Comparison.of(List.of(pair("16.89万人", "170,000 people")))).hasSize(1);
    assertThat(Comparison.of(List.of(pair("16.89万人", "more than 170,000 people")))).hasSize(1);
  }

  @Test
  void anErrorByAPowerOfTenIsToldAsOne() {
    List<Difference> found = Comparison.of(List.of(pair("1.2亿元", "1.2 billion yuan")));
    assertThat(found).hasSize(1);
    assertThat(found.get(0).powerOfTen()).isEqualTo(1);
  }
}
