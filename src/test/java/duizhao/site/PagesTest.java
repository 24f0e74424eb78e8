package duizhao.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import duizhao.model.Language;
import duizhao.plan.Page;
import duizhao.plan.Page.RedirectPage;
import duizhao.plan.Page.ReportPage;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every page of a site has, and what none has. */
class PagesTest {

  private static final String ALL = "duizhao.site.Site#all";

  /** Every problem that a look at each page finds, with the page's path. */
  private static List<String> problems(Site site, BiConsumer<Document, List<String>> look) {
    List<String> problems = new ArrayList<>();
    site.pages()
        .forEach(
            (path, page) -> {
              List<String> found = new ArrayList<>();
              look.accept(page, found);
              found.forEach(problem -> problems.add(path + ": " + problem));
            });
    return problems;
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void everyPageSaysItsLanguage(Site site) {
    Set<String> tags = new HashSet<>(Set.of("zh")); // former names of places, in the gazetteer
    site.plan().archive().languages().forEach(language -> tags.add(language.tag()));
    List<String> wrong = new ArrayList<>();
    for (Page planned : site.plan().pages()) {
      String path = planned.head().path().value();
      String folder = path.substring(0, Math.max(0, path.indexOf('/')));
      for (Language language : site.plan().archive().languages()) {
        if (language.id().equals(folder) && !language.equals(planned.head().language())) {
          wrong.add(path);
        }
      }
      if (!site.page(path).select("html").attr("lang").equals(planned.head().language().tag())) {
        wrong.add(path);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(
            problems(
                site,
                (page, found) ->
                    page.select("[lang]")
                        .forEach(
                            element -> {
                              if (!tags.contains(element.attr("lang"))) {
                                found.add(element.outerHtml());
                              }
                            })))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void everyPageHasATitleADescriptionAndOneMainHeading(Site site) {
    assertThat(
            problems(
                site,
                (page, found) -> {
                  if (page.title().isBlank()) {
                    found.add("no title");
                  }
                  if (page.select("meta[name=description]").attr("content").isBlank()) {
                    found.add("no description");
                  }
                  if (page.select("h1").size() != 1 || page.select("h1").text().isBlank()) {
                    found.add(page.select("h1").size() + " main headings");
                  }
                  if (page.select("main").size() != 1) {
                    found.add(page.select("main").size() + " main parts");
                  }
                  int level = 1;
                  for (Element heading : page.select("main h1, main h2, main h3, main h4")) {
                    int next = heading.normalName().charAt(1) - '0';
                    if (next > level + 1) {
                      found.add("a level is skipped before: " + heading.text());
                    }
                    level = next;
                  }
                }))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void noTwoPagesForSearchEnginesHaveOneTitle(Site site) {
    Map<String, List<String>> byTitle = new TreeMap<>();
    for (Page page : site.plan().pages()) {
      String path = page.head().path().value();
      if (page.head().indexed() && page.head().canonical().value().equals(path)) {
        byTitle
            .computeIfAbsent(
                page.head().language().id() + ": " + site.page(path).title(),
                k -> new ArrayList<>())
            .add(path);
      }
    }
    byTitle.values().removeIf(paths -> paths.size() == 1);
    assertThat(byTitle).isEmpty();
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void everyPageOfOneLanguageExistsInTheOthersAndLinksToThem(Site site) {
    List<String> wrong = new ArrayList<>();
    List<Language> languages = site.plan().archive().languages();
    for (String path : site.pages().keySet()) {
      for (Language own : languages) {
        if (path.startsWith(own.id() + "/")) {
          for (Language other : languages) {
            String counterpart = other.id() + path.substring(own.id().length());
            Element link =
                site.page(path).selectFirst(".languages a[hreflang=" + other.tag() + "]");
            boolean redirect = site.planned(path) instanceof RedirectPage;
            if (!site.pages().containsKey(counterpart) || (link == null && !redirect)) {
              wrong.add(path + " in " + other.name());
            }
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void translationsNameEachOtherAndOnlyRealOnes(Site site) {
    List<String> wrong = new ArrayList<>();
    for (Page page : site.plan().pages()) {
      Set<String> expected = new TreeSet<>();
      if (site.base() != null) {
        page.head().alternates().stream()
            .filter(alternate -> alternate.real())
            .forEach(
                a -> expected.add(a.language().tag() + " " + site.base() + a.path().address()));
      }
      String path = page.head().path().value();
      Set<String> named = new TreeSet<>();
      for (Element link : site.page(path).select("link[rel=alternate][hreflang]")) {
        if (link.attr("hreflang").equals("x-default")) {
          if (!link.attr("href").equals(site.base())) {
            wrong.add(path + ": " + link);
          }
        } else {
          named.add(link.attr("hreflang") + " " + link.attr("href"));
        }
      }
      boolean mayHaveNone = !page.head().indexed() && named.isEmpty();
      if (!named.equals(expected) && !mayHaveNone) {
        wrong.add(path + ": " + named + " instead of " + expected);
      }
      for (String one : named) {
        String file =
            one.replaceFirst(".* " + site.base(), "").replaceFirst("(^|/)$", "$1index.html");
        Document other = site.page(file);
        if (!other.select("html").attr("lang").equals(one.replaceFirst(" .*", ""))) {
          wrong.add(path + ": " + one + " is in another language");
        }
        Set<String> back = new TreeSet<>();
        other
            .select("link[rel=alternate][hreflang]:not([hreflang=x-default])")
            .forEach(link -> back.add(link.attr("hreflang") + " " + link.attr("href")));
        if (!back.equals(named)) {
          wrong.add(path + ": " + file + " names " + back);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void canonicalAddressesAreThoseOfThePlan(Site site) {
    List<String> wrong = new ArrayList<>();
    for (Page page : site.plan().pages()) {
      String path = page.head().path().value();
      List<String> canonical = site.page(path).select("link[rel=canonical]").eachAttr("href");
      List<String> expected =
          site.base() == null
              ? List.of()
              : List.of(site.base() + page.head().canonical().address());
      boolean mayHaveNone = !page.head().indexed() && canonical.isEmpty();
      if (!canonical.equals(expected) && !mayHaveNone) {
        wrong.add(path + ": " + canonical + " instead of " + expected);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void anUntranslatedReportShowsTheOriginalAndSendsSearchEnginesThere() {
    Site site = Site.incomplete();
    String path = "/reports/" + Site.UNTRANSLATED + "/index.html";
    Document english = site.page("en" + path);
    Document chinese = site.page("zh" + path);
    assertThat(english.select("html").attr("lang")).isEqualTo("en");
    assertThat(english.select("link[rel=canonical]").attr("href"))
        .isEqualTo(site.base() + "zh/reports/" + Site.UNTRANSLATED + "/");
    assertThat(english.select("[lang=zh-Hans] #p1").text())
        .isEqualTo(chinese.select("#p1").text())
        .isNotBlank();
    for (Document page : List.of(english, chinese)) {
      assertThat(page.select("link[rel=alternate][hreflang=en]")).isEmpty();
    }
    assertThat(english.select("main .notice").text()).contains("not").contains("translated");
  }

  @Test
  void anOldAddressLeadsToTheNewOneInEveryLanguage() {
    Site site = Site.incomplete();
    for (String language : List.of("zh", "en")) {
      Document page = site.page(language + "/reports/" + Site.ALIAS + "/index.html");
      assertThat(page.select("meta[http-equiv=refresh]").attr("content"))
          .isEqualTo("0; url=../" + Site.UNTRANSLATED + "/index.html");
      assertThat(page.select("meta[name=robots]").attr("content")).contains("noindex");
      assertThat(page.select("main a").attr("href"))
          .isEqualTo("../" + Site.UNTRANSLATED + "/index.html");
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void noPageAsksAThirdParty(Site site) {
    assertThat(
            problems(
                site,
                (page, found) -> {
                  for (Element element :
                      page.select(
                          "script[src], img, source, video, audio, iframe, embed, object, track,"
                              + " input[src], use, image, link:not([rel=canonical]):not([rel=alternate])")) {
                    for (Attribute attribute : element.attributes()) {
                      String value = attribute.getValue();
                      boolean own = site.base() != null && value.startsWith(site.base());
                      if (value.matches("(?i)\\s*([a-z]+:)?//.*") && !own) {
                        found.add(element.outerHtml());
                      }
                    }
                  }
                }))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void noPageHasStylesScriptsOrHandlersOfItsOwn(Site site) {
    assertThat(
            problems(
                site,
                (page, found) -> {
                  for (Element element : page.getAllElements()) {
                    boolean data = element.is("script[type=application/ld+json]");
                    if (element.is("style, [style], base, [href^=javascript:]")
                        || (element.is("script:not([src])") && !data)) {
                      found.add(element.outerHtml());
                    }
                    for (Attribute attribute : element.attributes()) {
                      if (attribute.getKey().startsWith("on")) {
                        found.add(element.outerHtml());
                      }
                    }
                  }
                }))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void idsAreUniqueAndThoseThatAreNamedExist(Site site) {
    assertThat(
            problems(
                site,
                (page, found) -> {
                  Map<String, Element> ids = new HashMap<>();
                  for (Element element : page.select("[id]")) {
                    if (element.id().isEmpty() || ids.put(element.id(), element) != null) {
                      found.add("id " + element.id());
                    }
                  }
                  for (String attribute :
                      List.of("for", "aria-labelledby", "aria-describedby", "aria-controls")) {
                    for (String value : page.select("[" + attribute + "]").eachAttr(attribute)) {
                      for (String id : value.split(" ")) {
                        if (!ids.containsKey(id)) {
                          found.add(attribute + " " + id);
                        }
                      }
                    }
                  }
                }))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void timesAreDaysMonthsOrYearsThatExist(Site site) {
    assertThat(
            problems(
                site,
                (page, found) -> {
                  for (String time : page.select("time").eachAttr("datetime")) {
                    if (!exists(time)) {
                      found.add(time);
                    }
                  }
                  if (page.select("time:not([datetime])").size() > 0) {
                    found.add("a time without a date");
                  }
                }))
        .isEmpty();
  }

  private static boolean exists(String time) {
    try {
      return switch (time.length()) {
        case 10 -> LocalDate.parse(time).toString().equals(time);
        case 7 -> YearMonth.parse(time).toString().equals(time);
        default -> time.matches("\\d{4}");
      };
    } catch (java.time.DateTimeException e) {
      return false;
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void picturesSayTheirSizeAndWhatTheyShow(Site site) {
    assertThat(
            problems(
                site,
                (page, found) -> {
                  for (Element image : page.select("img")) {
                    if (!image.attr("width").matches("[1-9]\\d*")
                        || !image.attr("height").matches("[1-9]\\d*")
                        || !image.hasAttr("alt")
                        || (image.closest("figure") != null && image.attr("alt").isBlank())) {
                      found.add(image.outerHtml());
                    }
                  }
                }))
        .isEmpty();
  }

  @Test
  void aPictureThatTheTextDoesNotPlaceIsShownWithItsCaption() {
    Document page = Site.incomplete().page("en/reports/" + Site.WITH_PICTURE + "/index.html");
    assertThat(page.select("figure img").attr("alt")).isEqualTo("Noodles drying");
    assertThat(page.select("figure img").attr("width")).isEqualTo("30");
    assertThat(page.select("figure figcaption").text())
        .contains("Villagers put noodles out to dry.");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void reportsTellReferenceManagersThatTheyAreNewspaperArticles(Site site) {
    int reports = 0;
    for (Page planned : site.plan().pages()) {
      if (planned instanceof ReportPage report) {
        Document page = site.page(report.head().path().value());
        String path = report.head().path().value();
        reports++;
        assertThat(page.select("meta[name=DC.type]").eachAttr("content"))
            .as(path)
            .containsExactly("newspaperArticle");
        assertThat(page.select("meta[name=prism.publicationName]").eachAttr("content"))
            .as(path)
            .containsExactly(report.newspaper().name().preferring(report.head().language()));
        assertThat(page.select("meta[name=citation_title]").eachAttr("content"))
            .as(path)
            .containsExactly(report.report().title().preferring(report.head().language()));
        assertThat(page.select("meta[name=citation_author]"))
            .as(path)
            .hasSameSizeAs(report.report().source().byline());
        assertThat(page.select("meta[name=citation_journal_title]")).as(path).isEmpty();
        assertThat(page.select("meta[property=og:type]").eachAttr("content"))
            .as(path)
            .containsExactly("article");
      }
    }
    assertThat(reports).isEqualTo(2 * site.plan().archive().reports().size());
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void structuredDataIsJsonOfSchemaOrg(Site site) {
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, Document> page : site.pages().entrySet()) {
      for (Element script : page.getValue().select("script[type=application/ld+json]")) {
        JsonObject data = JsonParser.parseString(script.data()).getAsJsonObject();
        boolean article = site.planned(page.getKey()) instanceof ReportPage;
        if (!data.get("@context").getAsString().equals("https://schema.org")
            || data.get("@type").getAsString().equals("NewsArticle") != article
            || script.data().contains("</")) {
          wrong.add(page.getKey() + ": " + script.data());
        }
      }
      if (site.planned(page.getKey()) instanceof ReportPage
          && page.getValue().select("script[type=application/ld+json]").size() != 1) {
        wrong.add(page.getKey() + " has none");
      }
    }
    assertThat(wrong).isEmpty();
  }
}
