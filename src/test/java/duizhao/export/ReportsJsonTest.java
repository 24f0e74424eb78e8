package duizhao.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

class ReportsJsonTest {

  private static final String TEXT =
      Sample.export(Sample.plan(Sample.BASE)).getOrDefault("data/reports.json", "");
  private static final JsonObject FILE = JsonParser.parseString(TEXT).getAsJsonObject();

  private static JsonObject report(int index) {
    return FILE.getAsJsonArray("reports").get(index).getAsJsonObject();
  }

  /** Follows names and numbers, such as {@code source.byline.0.role}. */
  private static JsonElement at(JsonElement root, String path) {
    JsonElement here = root;
    for (String step : path.split("\\.", -1)) {
      here =
          here.isJsonArray()
              ? here.getAsJsonArray().get(Integer.parseInt(step))
              : here.getAsJsonObject().get(step);
    }
    return here;
  }

  private static void assertHas(JsonElement root, String path, String value) {
    assertThat(at(root, path).getAsString()).as(path).isEqualTo(value);
  }

  @Test
  void theFileTellsWhatItIsAndUnderWhatTerms() {
    assertHas(FILE, "format", "1");
    assertHas(FILE, "archive.title.en", "Side by Side & More");
    assertHas(FILE, "archive.base_url", Sample.BASE);
    assertHas(FILE, "archive.licence.id", "CC-BY-4.0");
    assertHas(FILE, "archive.languages.0.tag", "zh-Hans");
    assertThat(FILE.getAsJsonArray("reports")).hasSize(3);
  }

  @Test
  void aReportHasAllItsMetadata() {
    JsonObject rich = report(0);

    assertHas(rich, "id", "rich");
    assertHas(rich, "addresses.zh", "zh/reports/rich/");
    assertHas(rich, "kind", "news");
    assertHas(rich, "source.newspaper.id", "daily");
    assertHas(rich, "source.newspaper.name.en", "Workers' Daily");
    assertHas(rich, "source.date.edtf", "2020-11-18");
    assertHas(rich, "source.page", "3");
    assertHas(rich, "source.kicker", "引题");
    assertHas(rich, "source.deck", "副题");
    assertHas(rich, "source.byline.1.role", "photographer");
    assertHas(rich, "source.agency.zh", "新华社");
    assertHas(rich, "source.url", "https://paper.example/2020?a=1&b=2");
    assertHas(rich, "source.damage.en", "a corner is missing");
    assertHas(rich, "regions.0.code", "640100");
    assertHas(rich, "regions.0.path.0.name.en", "Ningxia");
    assertHas(rich, "regions.0.path.1.name.zh", "银川");
    assertHas(rich, "programmes.1.id", "card");
    assertHas(rich, "programmes.1.kind", "scheme");
    assertHas(rich, "people.0.role.en", "worker");
    assertHas(rich, "people.1.pseudonym", "true");
    assertHas(rich, "organisations.0.name.zh", "总工会");
    assertHas(rich, "pictures.0.address", "media/rich/a.jpg");
    assertHas(rich, "translation.original", "zh");
    assertHas(rich, "translation.status", "machine-draft");
    assertHas(rich, "translation.states.en", "machine-draft");
    assertHas(rich, "updated.earliest", "2026-11-01");
    assertHas(rich, "former_ids.0", "old-rich");
  }

  @Test
  void figuresAreNumbers() {
    JsonElement first = at(report(0), "figures.0");
    JsonElement second = at(report(0), "figures.1");

    assertThat(at(first, "value").getAsJsonPrimitive().isNumber()).isTrue();
    assertHas(first, "value", "34000000");
    assertHas(first, "unit", "CNY");
    assertHas(first, "span.edtf", "2020");
    assertHas(first, "paragraph", "1");
    assertHas(first, "programme", "homes");
    assertHas(second, "value", "-1.50");
    assertHas(second, "up_to", "200");
    assertHas(second, "regions.0", "640000");
    assertThat(second.getAsJsonObject().has("paragraph")).isFalse();
  }

  @Test
  void theTextComesByLanguageAndParagraph() {
    assertHas(report(0), "text.zh.0.n", "1");
    assertHas(report(0), "text.zh.0.kind", "paragraph");
    assertHas(report(0), "text.zh.0.text", "第一段" + Sample.HOSTILE);
    assertHas(report(0), "text.en.1.text", "Second");
    assertThat(at(report(1), "text").getAsJsonObject().keySet()).containsExactly("zh");
  }

  @Test
  void whatIsNotKnownIsLeftOut() {
    assertThat(TEXT).doesNotContain("null");
    assertHas(report(1), "translation.states.en", "none");
    assertThat(at(report(2), "source").getAsJsonObject().keySet())
        .containsExactly("newspaper", "date", "byline");
  }

  @Test
  void theFileMayStandInAPage() {
    assertThat(TEXT).doesNotContain("<", ">", "&");
  }
}
