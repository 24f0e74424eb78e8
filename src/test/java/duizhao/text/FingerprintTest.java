package duizhao.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "投入3400万元，建成一处。 | 投入3400万元建成一处",
        "投入3,400万元 | 投入3400万元",
        "共 12 人 | 共12人",
        "共１２人（全部） | 共12人(全部)",
        "他说：“到家了。” | 他说：「到家了！」",
        "the “home” | the \"home\"",
        "Workers’ Home | workers' home",
        "3—5天 | 3～5天",
        "3, 5 and 7 | 3；5 and 7",
        "——5人到场 | 5人到场",
      })
  void whatCannotMatterDoesNotCount(String was, String now) {
    assertThat(Fingerprint.of(now)).isEqualTo(Fingerprint.of(was));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "投入3400万元 | 投入3500万元",
        "投入3,400万元 | 投入3.4万元",
        "投入34.00万元 | 投入3400万元",
        "3-5人 | 35人",
        "1/2 | 12",
        "10:30 | 1030",
        "1,2号 | 12号",
        "12 34 | 1234",
        "零下-5℃ | 零下5℃",
        "5% | 5",
        "5‰ | 5%",
        "10⁴ | 104",
        "±3 | 3",
        "二〇二〇年 | 二二年",
        "三、五人 | 三五人",
        "增长了 | 减少了",
        "¥5 | $5",
        "café | cafe",
      })
  void aChangedWordOrNumberCounts(String was, String now) {
    assertThat(Fingerprint.of(now)).isNotEqualTo(Fingerprint.of(was));
  }
}
