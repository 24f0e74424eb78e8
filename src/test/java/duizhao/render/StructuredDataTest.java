package duizhao.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import duizhao.diagnostic.Location;
import duizhao.export.Sample;
import duizhao.model.LocalizedText;
import duizhao.model.Organisation;
import duizhao.model.Person;
import duizhao.model.Report;
import duizhao.plan.Page;
import duizhao.plan.SitePlan;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class StructuredDataTest {

  private static final SitePlan SITE = Sample.plan(Sample.BASE);
  private static final SitePlan NOWHERE = Sample.plan(null);

  private static String text(SitePlan plan, String path) {
    Page page =
        plan.pages().stream()
            .filter(p -> p.head().path().value().equals(path))
            .findFirst()
            .orElseThrow();
    return StructuredData.of(page, plan);
  }

  private static JsonObject data(SitePlan plan, String path) {
    return JsonParser.parseString(text(plan, path)).getAsJsonObject();
  }

  private static JsonObject report(String languageAndId) {
    return data(SITE, languageAndId.replace("/", "/reports/") + "/index.html");
  }

  /** The text at a path of names, taking the first of each list. */
  private static String at(JsonObject data, String path) {
    JsonElement here = data;
    for (String step : List.of(path.split("\\."))) {
      here = here.getAsJsonObject().get(step);
      if (here instanceof JsonArray array) {
        here = array.get(0);
      }
    }
    return here.getAsString();
  }

  @Test
  void aReportIsANewsArticleAboutWhatItNames() {
    JsonObject rich = report("en/rich");

    assertThat(at(rich, "@context")).isEqualTo("https://schema.org");
    assertThat(at(rich, "@type")).isEqualTo("NewsArticle");
    assertThat(at(rich, "url")).isEqualTo(Sample.BASE + "en/reports/rich/");
    assertThat(at(rich, "inLanguage")).isEqualTo("en");
    assertThat(at(rich, "datePublished")).isEqualTo("2020-11-18");
    assertThat(at(rich, "dateModified")).isEqualTo("2026-11-01");
    assertThat(at(rich, "isPartOf.name")).isEqualTo("Side by Side & More");
    assertThat(at(rich, "publisher.name")).isEqualTo("The editors");
    assertThat(at(rich, "license")).startsWith("https://creativecommons.org/");
    assertThat(at(rich, "contentLocation.name")).isEqualTo("Yinchuan");
    assertThat(at(rich, "contentLocation.address.addressRegion")).isEqualTo("Ningxia");
    assertThat(at(rich, "about.termCode")).isEqualTo("homes");
    assertThat(at(rich, "about.url")).isEqualTo(Sample.BASE + "en/programmes/homes/");
    assertThat(at(rich, "image")).isEqualTo(Sample.BASE + "media/rich/a.jpg");
  }

  @Test
  void thePrintedArticleIsToldApart() {
    JsonObject printed = report("en/rich").getAsJsonObject("isBasedOn");

    assertThat(at(printed, "@type")).isEqualTo("NewsArticle");
    assertThat(at(printed, "headline")).isEqualTo("印的标题" + Sample.HOSTILE);
    assertThat(at(printed, "inLanguage")).isEqualTo("zh-Hans");
    assertThat(at(printed, "publisher.name")).isEqualTo("Workers' Daily");
    assertThat(at(printed, "printPage")).isEqualTo("3");
    assertThat(printed.getAsJsonArray("author")).hasSize(1);
    assertThat(at(printed, "author.name")).isEqualTo("Wang Xiaoming");
    assertThat(at(printed, "contributor.name")).isEqualTo("Li");
    assertThat(at(printed, "url")).isEqualTo("https://paper.example/2020?a=1&b=2");
  }

  @Test
  void someoneUnderAChangedNameIsNotNamedToMachines() {
    assertThat(text(SITE, "zh/reports/rich/index.html")).contains("张三").doesNotContain("小红");
  }

  @Test
  void anOriginalAndItsTranslationNameEachOther() {
    assertThat(at(report("zh/rich"), "workTranslation.url"))
        .isEqualTo(Sample.BASE + "en/reports/rich/");
    assertThat(at(report("en/rich"), "translationOfWork.url"))
        .isEqualTo(Sample.BASE + "zh/reports/rich/");
    assertThat(report("zh/rich").has("translationOfWork")).isFalse();
    assertThat(report("en/rich").has("workTranslation")).isFalse();
  }

  @Test
  void anUntranslatedReportClaimsNoTranslation() {
    assertThat(report("zh/untranslated").keySet())
        .doesNotContain("workTranslation", "translationOfWork");
    assertThat(report("en/untranslated").keySet())
        .doesNotContain("workTranslation", "translationOfWork");
    assertThat(at(report("en/untranslated"), "inLanguage")).isEqualTo("zh-Hans");
  }

  @Test
  void onlyACertainDateIsGiven() {
    assertThat(at(report("en/untranslated"), "datePublished")).isEqualTo("2020-03");
    assertThat(text(SITE, "en/reports/bare/index.html")).doesNotContain("date", "2019");
  }

  @Test
  void theTextCannotLeaveItsScript() {
    assertThat(text(SITE, "en/reports/rich/index.html")).doesNotContain("<", ">", "&");
    assertThat(at(report("en/rich"), "headline")).isEqualTo("Title " + Sample.HOSTILE);
  }

  @Test
  void withoutABaseUrlNoAddressOfTheSiteIsGiven() {
    JsonObject rich = data(NOWHERE, "en/reports/rich/index.html");

    assertThat(rich.keySet())
        .doesNotContain("url", "image", "translationOfWork", "workTranslation")
        .contains("headline", "isBasedOn");
    assertThat(rich.toString()).doesNotContain("reports/rich", "\"url\":null");
  }

  @Test
  void otherPagesSayWhatTheyAreOrNothing() {
    assertThat(at(data(SITE, "en/index.html"), "@type")).isEqualTo("WebSite");
    assertThat(at(data(SITE, "en/index.html"), "description")).isEqualTo("Union news.");
    JsonObject region = data(SITE, "zh/regions/ningxia/index.html");
    assertThat(at(region, "@type")).isEqualTo("CollectionPage");
    assertThat(at(region, "name")).isEqualTo("宁夏");
    assertThat(at(data(SITE, "en/programmes/card/index.html"), "name")).isEqualTo("Programme card");
    assertThat(at(data(SITE, "en/newspapers/daily/index.html"), "name"))
        .isEqualTo("Workers' Daily");
    assertThat(at(data(SITE, "en/years/2020/index.html"), "name")).isEqualTo("2020");
    assertThat(at(data(SITE, "en/reports/index.html"), "isPartOf.url"))
        .isEqualTo(Sample.BASE + "en/");
    for (String silent : List.of("index.html", "404.html", "en/parallel/rich/index.html")) {
      assertThat(text(SITE, silent)).isEmpty();
    }
  }

  @Test
  void aReportThatNamesManyStillCarriesLittle() {
    Report rich = Sample.rich();
    LocalizedText name = Sample.text("某某市总工会", "The Federation of Trade Unions of a City");
    Report crowded =
        new Report(
            rich.id(),
            rich.at(),
            rich.title(),
            rich.summary(),
            rich.kind(),
            rich.source(),
            Collections.nCopies(40, rich.regions().get(0)),
            Collections.nCopies(40, rich.programmes().get(1)),
            Collections.nCopies(40, new Person(name, name, false, Location.of("?"))),
            Collections.nCopies(40, new Organisation(name)),
            rich.figures(),
            Collections.nCopies(40, rich.pictures().get(0)),
            rich.translation(),
            rich.updated(),
            rich.aliases(),
            rich.editions());
    String text = text(Sample.plan(Sample.BASE, List.of(crowded)), "en/reports/rich/index.html");

    JsonObject data = JsonParser.parseString(text).getAsJsonObject();
    assertThat(data.getAsJsonArray("mentions")).hasSize(12);
    assertThat(data.getAsJsonArray("about")).hasSize(6);
    assertThat(data.getAsJsonArray("contentLocation")).hasSize(6);
    assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThan(6_000);
  }
}
