package duizhao.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityReaderTest {

  private static final String[] PIECES = {
    "三",
    "十",
    "百",
    "千",
    "万",
    "亿",
    "半",
    "多",
    "余",
    "几",
    "数",
    "第",
    "分之",
    "成",
    "倍",
    "年",
    "月",
    "日",
    "点",
    "时",
    "个",
    "，",
    "至",
    "-",
    "—",
    "1",
    "20",
    "2020",
    "3.5",
    ",",
    ".",
    "%",
    " ",
    "a ",
    "half ",
    "past ",
    "hundred ",
    "million",
    "three ",
    "third",
    "and ",
    "to ",
    "May ",
    "18",
    "th",
    "per cent",
    "two-",
    "翻",
    "番",
    "“",
    "十四五",
    "\uD83D\uDE00",
    "０",
    "９",
    "in ",
    "of ",
    ":",
    "30",
    "am",
    "'s",
    "1,234",
    "五",
    "二",
    "折",
    "later",
    "RMB"
  };

  private static String told(List<Quantity> quantities) {
    return quantities.stream()
        .map(q -> q.kind() + " " + q.figures() + " " + q.hedge())
        .collect(Collectors.joining("; "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30万 | COUNT 300,000 EXACT",
        "1米75 | COUNT 1.75 metres EXACT",
        "三亩五分地 | COUNT 3.5 mu EXACT",
        "6斤8两 | COUNT 6.8 jin EXACT",
        "1小时20分 | COUNT 1 hours EXACT; COUNT 20 minutes EXACT",
        "十有八九 | SHARE 80% ABOUT; SHARE 90% ABOUT",
        "19世纪80年代 | ORDINAL number 19 EXACT; DECADE the 1880s EXACT",
        "零下二三十度 | COUNT -20 ABOUT; COUNT -30 ABOUT",
        "月薪6000元起， | COUNT 6,000 yuan AT_LEAST",
        "最长3小时 | COUNT 3 hours UP_TO",
        "年过50岁 | COUNT 50 OVER",
        "每10名工人里，就有6名 | SHARE 60% EXACT",
        "深夜两点 | CLOCK 2:00 EXACT",
        "百十来人 | COUNT 100 to 119 ABOUT",
        "1.2亿元 | COUNT 120,000,000 yuan EXACT",
        "三万五千人 | COUNT 35,000 EXACT",
        "两千余家 | COUNT 2,000 OVER",
        "30多万人 | COUNT 300,000 OVER",
        "十几位 | COUNT 11 to 19 EXACT",
        "数十人 | COUNT 20 to 99 EXACT",
        "近千名 | COUNT 1,000 NEARLY",
        "百分之八 | SHARE 8% EXACT",
        "七成五 | SHARE 75% EXACT",
        "三分之一 | SHARE 33.3333% EXACT",
        "半数以上 | SHARE 50% AT_LEAST",
        "翻了两番 | MULTIPLE 4 times EXACT",
        "增长2倍 | MULTIPLE 3 times EXACT",
        "增长到3倍 | MULTIPLE 3 times EXACT",
        "3.5个百分点 | POINTS 3.5 percentage points EXACT",
        "5至8年 | COUNT 5 years EXACT; COUNT 8 years EXACT",
        "20-30万元 | COUNT 200,000 yuan EXACT; COUNT 300,000 yuan EXACT",
        "七八百人 | COUNT 700 ABOUT; COUNT 800 ABOUT",
        "第十届 | ORDINAL number 10 EXACT",
        "２０２０年11月18日 | YEAR the year 2020 EXACT; MONTH month 11 EXACT; DAY day 18 EXACT",
        "二〇二〇年 | YEAR the year 2020 EXACT",
        "上午9点半 | CLOCK 9:30 EXACT",
        "18:00 | CLOCK 18:00 EXACT",
        "“十四五”规划 | ORDINAL number 14 EXACT",
        "1 203人 | COUNT 1,203 EXACT",
        "两个半小时 | COUNT 2.5 hours EXACT",
        "1亿2000万元 | COUNT 120,000,000 yuan EXACT",
        "5千米 | COUNT 5 kilometres EXACT",
        "90后 | DECADE the 1990s EXACT",
        "每周二、星期四下午 | WEEKDAY Tuesday EXACT; WEEKDAY Thursday EXACT",
        "每4名女工中就有1人 | SHARE 25% EXACT",
        "三分之一强 | SHARE 33.3333% OVER",
        "约占总数的十分之一 | SHARE 10% ABOUT",
        "未超过40分钟 | COUNT 40 minutes UP_TO",
        "零点之前 | CLOCK 0:00 EXACT",
        "成千上万的人 | COUNT 1,000 to 99,999 EXACT",
        "不到燃油车成本的四成 | SHARE 40% NEARLY",
        "不低于当地标准的1.2倍 | MULTIPLE 1.2 times AT_LEAST",
        "超过往年同期的两倍 | MULTIPLE 2 times OVER",
        "不到往年的一半 | SHARE 50% NEARLY",
        "不足部分为总数的20% | SHARE 20% EXACT",
        "高于全国平均的80% | SHARE 80% EXACT",
        "“双十一”期间 | DAY day 11 EXACT",
        "双11前 | DAY day 11 EXACT",
        "五一前夕 | DAY day 1 EXACT",
        "“十一”期间 | DAY day 1 EXACT",
        "十一名选手 | COUNT 11 EXACT",
        "“三八”维权周 | DAY day 8 EXACT",
        "三十八人 | COUNT 38 EXACT",
        "百分之百 | SHARE 100% EXACT",
        "前三季度 | PERIOD the part of the year up to month 9 EXACT",
        "17,000 多人 | COUNT 17,000 OVER",
        "近 5 亿元 | COUNT 500,000,000 yuan NEARLY",
        "2023 年 5 月 1 日 | YEAR the year 2023 EXACT; MONTH month 5 EXACT; DAY day 1 EXACT",
        "增长 12.5 % | SHARE 12.5% EXACT",
        "2021.6.11 | YEAR the year 2021 EXACT; MONTH month 6 EXACT; DAY day 11 EXACT",
        "九八年抗洪 | YEAR the year 1998 EXACT",
        "二O一八年 | YEAR the year 2018 EXACT",
        "2017-18赛季 | YEAR the year 2017 EXACT; YEAR the year 2018 EXACT",
        "7、80年代 | DECADE the 1970s EXACT; DECADE the 1980s EXACT",
        "党的二十大报告 | ORDINAL number 20 EXACT",
        "“十二五”末 | ORDINAL number 12 EXACT",
        "21世纪 | ORDINAL number 21 EXACT",
        "第四季 | ORDINAL number 4 EXACT",
        "大约高15度 | COUNT 15 ABOUT",
        "最多不能超过20人 | COUNT 20 UP_TO",
        "不得低于2000元 | COUNT 2,000 yuan AT_LEAST",
        "不超过每秒3000立方米 | COUNT 3,000 UP_TO",
        "60000立方米每秒左右 | COUNT 60,000 ABOUT",
        "4级以上 | COUNT 4 AT_LEAST",
        "七成还多 | SHARE 70% OVER",
        "三分之二多数 | SHARE 66.6667% EXACT",
        "近半 | SHARE 50% NEARLY",
        "累计过8万 | COUNT 80,000 OVER",
        "年满18岁 | COUNT 18 AT_LEAST",
        "年过六旬 | COUNT 60 to 69 EXACT",
        "一刻钟 | COUNT 15 minutes EXACT",
        "半米 | COUNT 0.5 metres EXACT",
        "晚上八点一刻 | CLOCK 20:15 EXACT",
        "凌晨两点四十 | CLOCK 2:40 EXACT",
        "下午2:00—5:30 | CLOCK 14:00 EXACT; CLOCK 17:30 EXACT",
        "大一倍 | MULTIPLE 2 times EXACT",
        "打八五折 | SHARE 85% EXACT",
        "三到十万元 | COUNT 30,000 yuan EXACT; COUNT 100,000 yuan EXACT",
        "4个亿 | COUNT 400,000,000 EXACT",
        "几个亿 | COUNT 200,000,000 to 999,999,999 EXACT",
        "1块5 | COUNT 1.5 yuan EXACT",
        "20里外 | COUNT 20 li EXACT",
        "一二三等奖 | COUNT 1 EXACT; COUNT 2 EXACT; COUNT 3 EXACT",
        "1.1个和0.2个百分点 | POINTS 1.1 percentage points EXACT; POINTS 0.2 percentage points EXACT",
        "每4个“90后”中约有3个 | SHARE 75% ABOUT",
        "5000-6000吨左右 | COUNT 5,000 tonnes ABOUT; COUNT 6,000 tonnes ABOUT",
        "60千瓦 | COUNT 60 EXACT",
        "“1+3+N”模式 | COUNT 1 EXACT; COUNT 3 EXACT",
        "新华社纽约9月5日 | MONTH month 9 EXACT; DAY day 5 EXACT",
        "上半年 | PERIOD the part of the year up to month 6 EXACT",
        "三成半 | SHARE 35% EXACT",
        "已过七成 | SHARE 70% OVER",
        "一半多 | SHARE 50% OVER",
        "年过半百 | COUNT 50 to 59 EXACT",
        "36块5毛 | COUNT 36.5 yuan EXACT",
        "六毛五 | COUNT 0.65 yuan EXACT",
        "3分钱 | COUNT 0.03 yuan EXACT",
        "6角5分 | COUNT 0.65 yuan EXACT",
        "八千五 | COUNT 8,500 EXACT",
        "四十有三， | COUNT 43 EXACT",
        "56秒82 | COUNT 56.82 seconds EXACT",
        "零下5度左右 | COUNT -5 ABOUT",
        "-20℃ | COUNT -20 EXACT",
        "中午12点一过 | CLOCK 12:00 EXACT; COUNT 1 EXACT",
        "上午九点一直到十点 | CLOCK 9:00 EXACT; CLOCK 10:00 EXACT",
        "百强企业 | COUNT 100 EXACT",
        "四百来号人 | COUNT 400 ABOUT",
        "亿元级 | COUNT 100,000,000 yuan AT_LEAST",
        "损失约680万元 | COUNT 6,800,000 yuan ABOUT",
        "预约680人 | COUNT 680 EXACT",
        "可达100毫米以上 | COUNT 100 millimetres AT_LEAST",
        "少说也有200人 | COUNT 200 AT_LEAST",
        "占31%,技师以上的更多 | SHARE 31% EXACT",
        "二季度 | QUARTER quarter 2 EXACT",
        "截至三季度末 | QUARTER quarter 3 EXACT",
        "前两个季度 | PERIOD the part of the year up to month 6 EXACT",
        "一年半 | COUNT 1.5 years EXACT"
      })
  void readsChinese(String text, String read) {
    assertThat(told(QuantityReader.CHINESE.read(text))).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.3 million | COUNT 300,000 EXACT",
        "0.4 of a percentage point | POINTS 0.4 percentage points EXACT",
        "a quarter of a percentage point | POINTS 0.25 percentage points EXACT",
        "half a percentage point | POINTS 0.5 percentage points EXACT",
        "a one-percentage-point cut | POINTS 1 percentage points EXACT",
        "a thirtieth the width | SHARE 3.3333% EXACT",
        "around minus 5 degrees | COUNT -5 ABOUT",
        "26 degrees below zero | COUNT -26 EXACT; COUNT 0 NEARLY",
        "half past midnight | CLOCK 0:30 EXACT",
        "12.50 am | CLOCK 0:50 EXACT",
        "in 3:26:18 | COUNT 3 hours EXACT; COUNT 26 minutes EXACT; COUNT 18 seconds EXACT",
        "2:01.36 | COUNT 2 minutes EXACT; COUNT 1.36 seconds EXACT",
        "scores of 586 and 574 | COUNT 586 EXACT; COUNT 574 EXACT",
        "8600 yuan ten years ago | COUNT 8,600 yuan EXACT; COUNT 10 years EXACT",
        "a hundred-billion-yuan cluster | COUNT 100,000,000,000 yuan EXACT",
        "not higher than 600 degrees | COUNT 600 UP_TO",
        "not lower than 30 | COUNT 30 AT_LEAST",
        "180 over 110 | COUNT 180 EXACT; COUNT 110 OVER",
        "the second quarter | QUARTER quarter 2 EXACT",
        "a week-long course | COUNT 1 weeks EXACT",
        "a yearlong campaign | COUNT 1 years EXACT",
        "five fen | COUNT 0.05 yuan EXACT",
        "a twentyfold rise | MULTIPLE 20 times EXACT",
        "1.2bn yuan | COUNT 1,200,000,000 yuan EXACT",
        "nearly 3,000 people | COUNT 3,000 NEARLY",
        "a hundred and twenty | COUNT 120 EXACT",
        "twenty-five | COUNT 25 EXACT",
        "dozens of | COUNT 20 to 99 EXACT",
        "tens of thousands | COUNT 10,000 to 99,999 EXACT",
        "one in three | SHARE 33.3333% EXACT",
        "two-thirds | SHARE 66.6667% EXACT",
        "3.5 percentage points | POINTS 3.5 percentage points EXACT",
        "tripled | MULTIPLE 3 times EXACT",
        "18 November 2020 | DAY day 18 EXACT; MONTH month 11 EXACT; YEAR the year 2020 EXACT",
        "Nov 18 | MONTH month 11 EXACT; DAY day 18 EXACT",
        "9.30 am | CLOCK 9:30 EXACT",
        "half past nine | CLOCK 9:30 EXACT",
        "the 14th Five-Year Plan | ORDINAL number 14 EXACT",
        "20–30 people | COUNT 20 EXACT; COUNT 30 EXACT",
        "3 to 5 million | COUNT 3,000,000 EXACT; COUNT 5,000,000 EXACT",
        "the 1990s | DECADE the 1990s EXACT",
        "a year and a half | COUNT 1.5 years EXACT",
        "two and a half years | COUNT 2.5 years EXACT",
        "six or seven hundred | COUNT 600 EXACT; COUNT 700 EXACT",
        "50 people or more | COUNT 50 AT_LEAST",
        "three dozen | COUNT 36 EXACT",
        "half a dozen times | COUNT 6 EXACT",
        "one-trillion-yuan | COUNT 1,000,000,000,000 yuan EXACT",
        "one worker in four said | SHARE 25% EXACT",
        "round-the-clock | COUNT 24 hours EXACT",
        "at four in the morning | CLOCK 4:00 EXACT",
        "on Fridays | WEEKDAY Friday EXACT",
        "thousands upon thousands | COUNT 1,000 to 99,999 EXACT",
        "a decade and more | COUNT 10 years AT_LEAST",
        "12,000 books and over sixty newspapers | COUNT 12,000 EXACT; COUNT 60 OVER",
        "those aged 60 and over | COUNT 60 AT_LEAST",
        "forty yuan and more a day | COUNT 40 yuan AT_LEAST",
        "a minimum monthly wage of 2,380 yuan | COUNT 2,380 yuan AT_LEAST",
        "in the first half of 2023 | PERIOD the part of the year up to month 6 EXACT; YEAR the year 2023 EXACT",
        "nearly S$500 million | COUNT 500,000,000 NEARLY",
        "more than US$1.2 million | COUNT 1,200,000 dollars OVER",
        "about USD 4.2 billion | COUNT 4,200,000,000 dollars ABOUT",
        "at least another 1.5 million | COUNT 1,500,000 AT_LEAST",
        "a wage floor of 160 yuan | COUNT 160 yuan AT_LEAST",
        "under the age of 50 | COUNT 50 UP_TO",
        "in the region of 300 | COUNT 300 ABOUT",
        "a quarter of a million | COUNT 250,000 EXACT",
        "a couple of hundred | COUNT 200 to 399 EXACT",
        "three decades | COUNT 30 years EXACT",
        "half a century | COUNT 50 years EXACT",
        "up 19 times | MULTIPLE 19 times EXACT",
        "increase 6 to 7 times | MULTIPLE 6 times EXACT; MULTIPLE 7 times EXACT",
        "60 or 65 percent | SHARE 60% EXACT; SHARE 65% EXACT",
        "US$2.22 or 4.80% | COUNT 2.22 dollars EXACT; SHARE 4.8% EXACT",
        "12 points | COUNT 12 EXACT",
        "rose 3.5 points | POINTS 3.5 percentage points EXACT",
        "One in five workers | SHARE 20% EXACT",
        "one in a thousand | SHARE 0.1% EXACT",
        "one-fiftieth | SHARE 2% EXACT",
        "2 ½ weeks | COUNT 2.5 weeks EXACT",
        "two-and-a-half years | COUNT 2.5 years EXACT",
        "in his mid-30s | COUNT 30 to 39 EXACT",
        "in the eighties | DECADE the 1980s EXACT",
        "for a month | COUNT 1 months EXACT",
        "90 m2 and below | COUNT 90 square metres UP_TO",
        "twenty past six | CLOCK 6:20 EXACT",
        "at ten to eight | CLOCK 7:50 EXACT",
        "at four or five every morning | CLOCK 4:00 EXACT; CLOCK 5:00 EXACT",
        "minus 20 to 30 degrees | COUNT -20 EXACT; COUNT -30 EXACT",
        "thirty-somethings | COUNT 30 to 39 EXACT",
        "nine times out of ten | SHARE 90% EXACT",
        "three and a quarter hours | COUNT 3.25 hours EXACT",
        "half of one percent | SHARE 0.5% EXACT",
        "rooms of 60 and up | COUNT 60 AT_LEAST",
        "in its fifth year running | COUNT 5 years EXACT",
        "likely to top 40 tonnes | COUNT 40 tonnes OVER",
        "120 ml + 100 ml | COUNT 120 EXACT; COUNT 100 EXACT",
        "from 2 to 5.30 pm | COUNT 2 EXACT; CLOCK 17:30 EXACT",
        "at a quarter to eight | CLOCK 7:45 EXACT",
        "July 26th to 8:00 am | MONTH month 7 EXACT; DAY day 26 EXACT; CLOCK 8:00 EXACT",
        "below Category 3 | COUNT 3 NEARLY",
        "in half an hour | COUNT 0.5 hours EXACT",
        "the first three quarters | PERIOD the part of the year up to month 9 EXACT"
      })
  void readsEnglish(String text, String read) {
    assertThat(told(QuantityReader.ENGLISH.read(text))).isEqualTo(read);
  }

  @Test
  void setPhrasesAreNoNumbers() {
    assertThat(QuantityReader.CHINESE.read("一方面千方百计，进一步统一思想，十分万一四面八方")).isEmpty();
    assertThat(QuantityReader.CHINESE.read("五一路八一学校三八线")).isEmpty();
    assertThat(QuantityReader.ENGLISH.read("the first half of the match")).isEmpty();
    assertThat(QuantityReader.CHINESE.read("四川三亚五家渠三门峡")).isEmpty();
    assertThat(QuantityReader.ENGLISH.read("at first hand, one another, no one")).isEmpty();
  }

  @Test
  void wordsThatOnlyLookLikeNumbersAreNone() {
    assertThat(QuantityReader.ENGLISH.read("literacy scores")).isEmpty();
    assertThat(QuantityReader.CHINESE.read("百万富翁，千万别去，万一")).isEmpty();
  }

  @Test
  void aNameIsNoNumberThatTheOtherLanguageMustState() {
    List<Quantity> named =
        QuantityReader.CHINESE.read("“8小时之外”活动", QuantityReader.CHINESE.names(List.of("8小时之外")));
    assertThat(named).extracting(Quantity::weight).containsExactly(Quantity.Weight.OPTIONAL);
  }

  @Test
  void anyTextIsReadWithinItsBounds() {
    SplittableRandom random = new SplittableRandom(20201118);
    for (int n = 0; n < 20_000; n++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(1, 14);
      for (int i = 0; i < length; i++) {
        text.append(
            random.nextInt(8) == 0
                ? String.valueOf((char) random.nextInt(0x20, 0xFFFF))
                : PIECES[random.nextInt(PIECES.length)]);
      }
      for (QuantityReader reader : QuantityReader.values()) {
        for (Quantity quantity :
            reader.read(text.toString(), reader.names(List.of("三十", "half")))) {
          assertThat(quantity.words())
              .as(text.toString())
              .isNotEmpty()
              .isEqualTo(text.substring(quantity.start(), quantity.end()));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1", "一", "十", "万", "半", "three ", "5 to ", "a hundred and ", "'12,'", "3、", "May "})
  void aLongTextTakesNoLongerThanItsLength(String piece) {
    String text = piece.repeat(20_000);
    for (QuantityReader reader : QuantityReader.values()) {
      assertThat(reader.read(text)).hasSizeLessThanOrEqualTo(text.length());
    }
  }
}
