package duizhao.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

  private static final Map<String, String> SITE = Sample.export(Sample.plan(Sample.BASE));

  private static List<Map<String, String>> rows(String path) {
    return CsvRows.read(SITE.getOrDefault(path, ""));
  }

  private static Map<String, String> rich() {
    return rows("data/reports.csv").stream()
        .filter(row -> "rich".equals(row.get("id")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aRowTellsAllOfAReport() {
    assertThat(rows("data/reports.csv"))
        .extracting(row -> row.get("id"))
        .containsExactly("rich", "untranslated", "bare");
    assertThat(rich())
        .containsEntry("address_en", "https://example.org/archive/en/reports/rich/")
        .containsEntry("state_zh", "original")
        .containsEntry("state_en", "machine-draft")
        .containsEntry("kind", "news")
        .containsEntry("original_language", "zh")
        .containsEntry("newspaper", "daily")
        .containsEntry("newspaper_en", "Workers' Daily")
        .containsEntry("date", "2020-11-18")
        .containsEntry("earliest", "2020-11-18")
        .containsEntry("latest", "2020-11-18")
        .containsEntry("page", "3")
        .containsEntry("byline_en", "Wang Xiaoming;Li")
        .containsEntry("regions", "640100")
        .containsEntry("regions_en", "Ningxia/Yinchuan")
        .containsEntry("programmes", "homes;card")
        .containsEntry("people_zh", "张三;小红")
        .containsEntry("figures", "2")
        .containsEntry("updated", "2026-11-01");
  }

  @Test
  void whatIsNotKnownIsAnEmptyCell() {
    assertThat(rows("data/reports.csv").get(1))
        .containsEntry("date", "2020-03")
        .containsEntry("earliest", "2020-03-01")
        .containsEntry("latest", "2020-03-31")
        .containsEntry("title_zh", "未译")
        .containsEntry("title_en", "")
        .containsEntry("state_en", "none")
        .containsEntry("page", "")
        .containsEntry("regions", "")
        .containsEntry("updated", "");
  }

  @Test
  void quotesCommasLineBreaksAndEmojiSurvive() {
    assertThat(rich())
        .containsEntry("title_zh", "标题" + Sample.HOSTILE)
        .containsEntry("headline", "印的标题" + Sample.HOSTILE);
  }

  @Test
  void aSpreadsheetRunsNoTextAsAFormula() {
    assertThat(rich())
        .containsEntry("summary_zh", "'" + Sample.FORMULA)
        .containsEntry("summary_en", "'-" + Sample.HOSTILE);
    assertThat(rows("data/figures.csv").get(1))
        .containsEntry("as_stated_zh", "'@补助")
        .containsEntry("as_stated_en", "'+aid");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "=1+1, '=1+1",
        "＝1, '＝1",
        "'=1, ''=1",
        "''@a, '''@a",
        "'tis so, 'tis so",
        "a=b, a=b",
        "-, '-",
      })
  void oneApostropheTakenOffGivesTheTextAgain(String text, String cell) {
    String csv =
        written(new CsvTable<String>(List.of()).text("t", (String row) -> row), List.of(text));

    assertThat(CsvRows.read(csv)).containsExactly(Map.of("t", cell));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b", "a\"b", "a\nb", "a\rb", "\"", " a "})
  void eachMarkOfTheFormatAloneSurvives(String text) {
    String csv =
        written(new CsvTable<String>(List.of()).text("t", (String row) -> row), List.of(text));

    assertThat(CsvRows.read(csv)).containsExactly(Map.of("t", text));
  }

  @Test
  void aFigureIsANumberWithItsMeaning() {
    assertThat(rows("data/figures.csv")).hasSize(2);
    assertThat(rows("data/figures.csv").get(0))
        .containsEntry("report", "rich")
        .containsEntry("number", "1")
        .containsEntry("paragraph", "1")
        .containsEntry("what_en", "invested")
        .containsEntry("value", "34000000")
        .containsEntry("up_to", "")
        .containsEntry("unit", "CNY")
        .containsEntry("unit_zh", "元")
        .containsEntry("hedge", "over")
        .containsEntry("span", "2020")
        .containsEntry("as_stated_zh", "3400万余元")
        .containsEntry("regions", "640100")
        .containsEntry("programme", "homes")
        .containsEntry("date", "2020-11-18")
        .containsEntry("address_en", "https://example.org/archive/en/reports/rich/#p1");
  }

  @Test
  void aNegativeNumberStaysANumberAndAFigureMayBeAboutOtherPlaces() {
    assertThat(rows("data/figures.csv").get(1))
        .containsEntry("value", "-1.50")
        .containsEntry("up_to", "200")
        .containsEntry("paragraph", "")
        .containsEntry("span", "")
        .containsEntry("regions", "640000")
        .containsEntry("regions_en", "Ningxia")
        .containsEntry("programme", "")
        .containsEntry("address_zh", "https://example.org/archive/zh/reports/rich/");
  }

  @Test
  void anArchiveWithoutReportsHasTheSameColumns() {
    Map<String, String> empty = Sample.export(Sample.plan(null, List.of()));

    for (String path : List.of("data/reports.csv", "data/figures.csv")) {
      assertThat(CsvRows.read(empty.getOrDefault(path, ""))).isEmpty();
      assertThat(SITE.get(path)).startsWith(empty.get(path));
    }
  }

  private static String written(CsvTable<String> table, List<String> rows) {
    StringWriter text = new StringWriter();
    try {
      table.write(rows.iterator(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
