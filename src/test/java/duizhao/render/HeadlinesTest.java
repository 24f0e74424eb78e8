package duizhao.render;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.export.Sample;
import org.junit.jupiter.api.Test;

class HeadlinesTest {

  private static final Headlines HEADLINES =
      new Headlines(Sample.plan(Sample.BASE).archive(), Sample.ZH);

  private static String marked(String headline) throws Exception {
    return HEADLINES
        .markup(headline)
        .replace("<span class=\"whole\">", "[")
        .replace("</span>", "]");
  }

  @Test
  void placesPeopleAndNumbersWithWhatTheyCountStayWhole() throws Exception {
    assertThat(marked("银川：张三带出3.8万余名工人，50名班组长")).isEqualTo("[银川]：[张三]带出[3.8万余名]工人，[50名]班组长");
    assertThat(marked("职工在十五分钟路程内找到两个家")).isEqualTo("职工在[十五分钟]路程内找到[两个]家");
    assertThat(marked("从“试点探索”走向全城")).isEqualTo("从[“试点探索”]走向全城");
    assertThat(marked("在2022年11月18日开工")).isEqualTo("在[2022年][11月][18日]开工");
  }

  @Test
  void aLoneCharacterAndAnythingLongMayBeTorn() throws Exception {
    assertThat(marked("小到1，大到12345678901元")).isEqualTo("小到1，大到12345678901元");
  }

  @Test
  void theWordsStayAsTheyAre() throws Exception {
    String headline = "银川<b>&“10对”" + Sample.HOSTILE;
    assertThat(org.jsoup.Jsoup.parse(HEADLINES.markup(headline)).wholeText()).isEqualTo(headline);
    assertThat(HEADLINES.markup("Workers’ homes, 10 in all"))
        .isEqualTo("Workers’ homes, 10 in all");
  }
}
