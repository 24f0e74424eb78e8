package duizhao.cite;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import duizhao.export.Sample;
import duizhao.plan.CitationFormat;
import duizhao.plan.SitePlan;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CitationFilesTest {

  private static final SitePlan PLAN = Sample.plan(Sample.BASE);

  private static String rich(CitationFormat format) {
    return Citations.file(Sample.rich(), format, PLAN);
  }

  @Test
  void bibtexHasTheArticleAndEachEdition() {
    assertThat(rich(CitationFormat.BIBTEX))
        .contains("@article{rich,\n", "@misc{rich:zh,\n", "@misc{rich:en,\n")
        .contains("  author = {{王小明}},\n", "  date = {2020-11-18},\n", "  pages = {3},\n")
        .contains("  langid = {chinese},\n", "  langid = {english},\n");
  }

  @Test
  void everyLineOfRisIsATagAndEveryRecordEnds() {
    String ris = rich(CitationFormat.RIS);

    assertThat(ris.replace("\r\n", "")).doesNotContain("\n", "\r");
    assertThat(ris.split("\r\n", -1)).allMatch(line -> line.matches("|[A-Z][A-Z0-9]  - .*"));
    assertThat(ris.split("TY  - ", -1)).hasSize(4);
    assertThat(ris.split("ER  - \r\n", -1)).hasSize(4);
    assertThat(ris).startsWith("TY  - NEWS\r\n").contains("DA  - 2020/11/18/\r\n");
  }

  @Test
  void cslTellsTheKindAndThePartsOfTheDate() {
    var item = JsonParser.parseString(rich(CitationFormat.CSL_JSON)).getAsJsonArray().get(0);

    assertThat(item.getAsJsonObject().get("type").getAsString()).isEqualTo("article-newspaper");
    assertThat(item.getAsJsonObject().get("issued").toString())
        .isEqualTo("{\"date-parts\":[[2020,11,18]]}");
  }

  @Test
  void bibtexStaysBalancedWhateverIsInIt() {
    Random random = new Random(7714);
    String hostile = "{}\\\"%#$&_^~\n\r\t\u0000\u0085\u2028\uD83D\uDE00中a ";
    for (int n = 0; n < 2000; n++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(30); i > 0; i--) {
        text.append(hostile.charAt(random.nextInt(hostile.length())));
      }
      String escaped = BibTex.escaped(text.toString());
      int depth = 0;
      for (char c : escaped.toCharArray()) {
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        assertThat(depth).as(text.toString()).isNotNegative();
      }
      assertThat(depth).as(text.toString()).isZero();
      assertThat(escaped.replaceAll("\\\\(?:[#$%&_]|text[a-z]+\\{})", ""))
          .as(text.toString())
          .doesNotContainPattern("[\\\\{}%#$&_^~\"\\p{Cntrl}\u2028]")
          .doesNotContainPattern("(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]");
    }
  }
}
