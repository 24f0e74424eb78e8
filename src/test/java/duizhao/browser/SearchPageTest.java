package duizhao.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What a reader does with the search page, in Chromium. */
class SearchPageTest {
  private static final String EN = "en/search/index.html";
  private static final String SETTLED =
      "['idle','done','error'].includes(document.getElementById('results').dataset.searchState)";

  @TempDir static Path folder;
  private static SearchSite site;
  private static Browser browser;

  @BeforeAll
  static void open() throws IOException {
    site = SearchSite.in(folder);
    browser = Browser.open();
  }

  @AfterAll
  static void close() {
    browser.close();
    site.close();
  }

  @AfterEach
  void nothingWentWrong() {
    assertThat(browser.consoleErrors()).isEmpty();
  }

  @Test
  void answersWithTheHooksThatTestsFromOutsideRelyOn() {
    go(site.served(EN));
    assertThat(state()).isEqualTo("idle");
    go(site.served(EN + "?q=union"));
    assertThat(state()).isEqualTo("done");
    assertThat(total()).isEqualTo(SearchSite.REPORTS);
    assertThat(reports())
        .hasSize(10)
        .doesNotHaveDuplicates()
        .allMatch(r -> r.startsWith("report-"));
    press("[data-search-more]");
    browser.await("document.querySelectorAll('[data-report]').length === 20");
    press("[data-search-more]");
    browser.await("document.querySelectorAll('[data-report]').length === 24");
    assertThat(reports()).doesNotHaveDuplicates();
    assertThat(count("[data-search-more]")).isZero();
  }

  @Test
  void worksFromDiskToo() {
    go(site.opened("zh/search/index.html?q=%E9%94%A6%E9%B2%A4"));
    assertThat(reports()).containsExactly("report-7");
    assertThat(text("[data-report] mark")).isEqualTo("锦鲤");
    type("培训班");
    assertThat(total()).isEqualTo(18);
    browser.driver().navigate().back();
    browser.await("document.querySelectorAll('[data-report]').length === 1");
  }

  @Test
  void leadsToTheParagraphThatMatches() {
    go(site.served("zh/search/index.html?q=%E9%94%A6%E9%B2%A4"));
    element("[data-report] h2 a").click();
    browser.await("location.hash === '#p3' && !!document.querySelector('#p3:target')");
    assertThat(browser.script("return location.pathname"))
        .isEqualTo("/some/where/zh/reports/report-7/index.html");
    assertThat(
            browser.script(
                "return getComputedStyle(document.querySelector(':target')).backgroundColor"))
        .isNotEqualTo("rgba(0, 0, 0, 0)");
  }

  @Test
  void showsTheOtherLanguagesParagraphWhereTheMatchIsThere() {
    go(site.served(EN + "?q=%E9%94%A6%E9%B2%A4"));
    assertThat(texts("[data-report] .result__text"))
        .containsExactly("The last paragraph is about something else.", "末了一段说到别的。独一无二的锦鲤。");
    assertThat(element(".result__text[lang]").getDomAttribute("lang")).isEqualTo("zh-Hans");
    assertThat(element("[data-report] h2 a").getDomAttribute("href"))
        .isEqualTo("../../en/reports/report-7/index.html#p3");
  }

  @Test
  void saysWhatIsNotTranslated() {
    go(site.served(EN + "?q=%E5%B7%A5%E4%BC%9A&state=none"));
    assertThat(total()).isEqualTo(4);
    assertThat(text("[data-report] .badge")).isEqualTo("Not yet translated");
  }

  @Test
  void answersWhileTypingFromTheSecondCharacterOn() {
    go(site.served(EN));
    element("#q").sendKeys("m");
    element("#q").sendKeys("e");
    browser.await("location.search === '?q=me' && " + SETTLED);
    type("some");
    browser.await("document.getElementById('results').dataset.total === '20'");
    element("#q").clear();
    element("#q").sendKeys(" ");
    browser.await("document.getElementById('results').dataset.searchState === 'idle'");
  }

  @Test
  void suggestsNamesAndTakesThemByKeyboard() {
    go(site.served(EN));
    type("hai");
    browser.await("document.querySelectorAll('[role=option]').length > 0");
    assertThat(element("#q").getDomAttribute("aria-expanded")).isEqualTo("true");
    element("#q").sendKeys(Keys.ARROW_DOWN);
    String active = Objects.requireNonNull(element("#q").getDomAttribute("aria-activedescendant"));
    assertThat(element("#" + active).getDomAttribute("aria-selected")).isEqualTo("true");
    element("#q").sendKeys(Keys.ENTER);
    browser.await("location.search.startsWith('?region=') && " + SETTLED);
    assertThat(element("#q").getDomAttribute("aria-expanded")).isEqualTo("false");
    assertThat(text(".chip bdi")).isEqualTo("Haining");
    assertThat(total()).isEqualTo(12);
  }

  @Test
  void leadsToThePageOfAPlaceThatWasTyped() {
    go(site.served(EN + "?q=haining"));
    browser.await("document.querySelector('.results__notes > p a')");
    element(".results__notes > p a").click();
    browser.await("location.pathname.includes('/en/regions/')");
    assertThat(text("h1")).isEqualTo("Haining");
  }

  @Test
  void isDrivenByKeysAlone() {
    go(site.served(EN + "?q=union"));
    browser.driver().switchTo().activeElement().sendKeys("/");
    assertThat(focused()).isEqualTo("q");
    element("#q").sendKeys(Keys.ARROW_DOWN);
    assertThat(focused()).endsWith("index.html#p2");
    WebElement first = browser.driver().switchTo().activeElement();
    first.sendKeys(Keys.ARROW_DOWN);
    assertThat(browser.driver().switchTo().activeElement()).isNotEqualTo(first);
    browser.driver().switchTo().activeElement().sendKeys(Keys.ARROW_UP);
    browser.driver().switchTo().activeElement().sendKeys(Keys.ARROW_UP);
    assertThat(focused()).isEqualTo("q");
    assertThat(text("#status")).isEqualTo("24 reports");
  }

  @Test
  void countsAndFiltersByFacets() {
    go(site.served(EN + "?q=union"));
    browser.await("document.querySelectorAll('#filters-body fieldset').length === 5");
    assertThat(count(".years-bar")).isEqualTo(3);
    choose("Jiangxi");
    assertThat(total()).isEqualTo(12);
    assertThat(query()).startsWith("?q=union&region=36");
    assertThat(focused()).startsWith("region36");
    String one = query();
    choose("Zhejiang");
    assertThat(total()).isEqualTo(24);
    String both = query();
    choose("Workers’ Daily");
    assertThat(total()).isEqualTo(12);
    assertThat(texts("[data-report] .result__topics a:first-child")).containsOnly("Haining");
    browser.driver().navigate().refresh();
    settle();
    assertThat(total()).isEqualTo(12);
    for (String before : List.of(both, one, "?q=union")) {
      browser.driver().navigate().back();
      browser.await("location.search === '%s' && %s".formatted(before, SETTLED));
      assertThat(total()).isEqualTo(before.equals(one) ? 12 : 24);
    }
  }

  @Test
  void filtersByAYearAndBySpansOfYears() {
    go(site.served(EN + "?q=union"));
    browser.await("document.querySelectorAll('.years-bar').length === 3");
    press("[data-key=y2018]");
    assertThat(List.of(query(), total())).containsExactly("?q=union&year=2018", 8);
    press("[data-key=y2019]");
    assertThat(List.of(query(), total())).containsExactly("?q=union&year=2018..2019", 16);
    press("[data-key=y2020]");
    assertThat(List.of(query(), total())).containsExactly("?q=union&year=2020", 8);
    press("[data-key=y2020]");
    assertThat(List.of(query(), total())).containsExactly("?q=union", 24);
  }

  @Test
  void joinsManyYearsInSpans() {
    // In the columns of facets, 2018 becomes 1890.
    site.change("/f0.js", text -> text.replace("!ca ", "!~["));
    try {
      go(site.served(EN + "?q=union"));
      browser.await("document.querySelectorAll('.years-bar').length === 8");
      assertThat(element("[data-key=y1880]").getDomAttribute("aria-label"))
          .isEqualTo("1880–1899: 8 reports");
      assertThat(element("[data-key=y1900]").getDomAttribute("aria-label"))
          .isEqualTo("1900–1919: 0 reports");
      press("[data-key=y1880]");
      assertThat(List.of(query(), total())).containsExactly("?q=union&year=1880..1899", 8);
      press("[data-key=y2020]");
      assertThat(List.of(query(), total())).containsExactly("?q=union&year=1880..2039", 24);
      press("[data-key=y2020]");
      assertThat(List.of(query(), total())).containsExactly("?q=union&year=2020..2039", 8);
    } finally {
      site.fault(null);
    }
  }

  @Test
  void saysWhatElseItSearchedFor() {
    go(site.served(EN + "?q=place"));
    assertThat(text(".results__notes")).isEqualTo("");
    go(site.served(EN + "?q=workers%E2%80%99%20homes"));
    assertThat(text(".results__notes > p:first-child")).isEqualTo("Also searched for: 职工之家");
    assertThat(total()).isEqualTo(6);
    go(site.served("zh/search/index.html?q=zhigongzhijia"));
    assertThat(text(".results__notes > p:first-child bdi")).isEqualTo("职工之家、Workers’ homes");
    assertThat(total()).isEqualTo(6);
  }

  @Test
  void putsTheNewestFirstWhenAsked() {
    go(site.served(EN + "?q=union&sort=date"));
    assertThat(reports().subList(0, 2)).containsExactlyInAnyOrder("report-11", "report-23");
  }

  @Test
  void listsAllThatPassesFiltersWithoutWords() {
    go(site.served("zh/search/index.html?programme=homes"));
    assertThat(total()).isEqualTo(6);
    assertThat(text(".chip bdi")).isEqualTo("职工之家");
    press(".chip");
    assertThat(state()).isEqualTo("idle");
  }

  @Test
  void helpsWhereNothingIsFound() {
    go(site.served(EN + "?q=zzxxqqvv"));
    assertThat(total()).isZero();
    assertThat(text(".help")).contains("No report was found for: zzxxqqvv");
    assertThat(count(".help a")).isEqualTo(4);
    assertThat(element("#filters").isDisplayed()).isFalse();
  }

  @Test
  void goesBackFromOneSearchToTheOneBefore() {
    go(site.served(EN));
    type("homes");
    element("#q").sendKeys(Keys.ENTER);
    settle();
    assertThat(total()).isEqualTo(6);
    type("training");
    assertThat(total()).isEqualTo(14);
    browser.driver().navigate().back();
    browser.await(
        "location.search === '?q=homes' && document.querySelectorAll('[data-report]').length === 6");
    assertThat(browser.script("return document.getElementById('q').value")).isEqualTo("homes");
  }

  @Test
  void keepsWhatWasSearchedForLately() {
    go(site.served(EN + "?q=number%207"));
    go(site.served(EN));
    assertThat(texts(".tries:first-child a")).contains("number 7");
    element(".tries:first-child a").click();
    browser.await("location.search === '?q=number+7' && " + SETTLED);
  }

  @Test
  void keepsTheSearchWhenTheLanguageIsChanged() {
    go(site.served(EN + "?q=mediation"));
    element(".languages a[lang=zh-Hans]").click();
    browser.await("location.pathname.endsWith('/zh/search/index.html')");
    assertThat(query()).isEqualTo("?q=mediation");
  }

  @Test
  void isReachedByAPlainFormFromEveryPage() {
    browser.go(site.served("zh/reports/report-7/index.html"));
    element("#quick").sendKeys("锦鲤", Keys.ENTER);
    browser.await("document.getElementById('results') && " + SETTLED);
    assertThat(reports()).containsExactly("report-7");
    browser.go(site.opened("en/index.html"));
    element("#quick").sendKeys("union", Keys.ENTER);
    browser.await("document.getElementById('results') && " + SETTLED);
    assertThat(total()).isEqualTo(24);
  }

  @Test
  void saysWithoutScriptsWhereToLookInstead() {
    browser.scripts(false);
    try {
      browser.go(site.served(EN));
      assertThat(text("noscript")).contains("The search needs JavaScript");
      assertThat(count("noscript a")).isEqualTo(4);
    } finally {
      browser.scripts(true);
    }
  }

  // ---- the page ----

  private static void go(URI page) {
    browser.go(page);
    settle();
  }

  private static void settle() {
    browser.await(SETTLED);
  }

  /** Types a query in place of the one before and waits for its answer. */
  private static void type(String query) {
    element("#q").clear();
    element("#q").sendKeys(query);
    browser.await(
        "new URLSearchParams(location.search).get('q') === '%s' && %s".formatted(query, SETTLED));
  }

  /** Clicks; by script, because the page may still be scrolling smoothly. */
  private static void press(String selector) {
    browser.script("arguments[0].click()", element(selector));
    settle();
  }

  /** Ticks the filter with a label. */
  private static void choose(String label) {
    browser.script(
        """
        const label = [...document.querySelectorAll("#filters-body label")]
            .find((l) => l.textContent.startsWith(arguments[0]));
        label.control.focus();
        label.click();
        """,
        label);
    settle();
  }

  private static WebElement element(String selector) {
    return browser.driver().findElement(By.cssSelector(selector));
  }

  private static int count(String selector) {
    return browser.driver().findElements(By.cssSelector(selector)).size();
  }

  private static String text(String selector) {
    return String.valueOf(element(selector).getDomProperty("textContent")).strip();
  }

  private static List<String> texts(String selector) {
    return browser.driver().findElements(By.cssSelector(selector)).stream()
        .map(e -> String.valueOf(e.getDomProperty("textContent")))
        .toList();
  }

  private static List<String> reports() {
    return browser.driver().findElements(By.cssSelector("#results [data-report]")).stream()
        .map(e -> String.valueOf(e.getDomAttribute("data-report")))
        .toList();
  }

  private static String state() {
    return String.valueOf(element("#results").getDomAttribute("data-search-state"));
  }

  private static int total() {
    return Integer.parseInt(String.valueOf(element("#results").getDomAttribute("data-total")));
  }

  private static String query() {
    return String.valueOf(browser.script("return location.search"));
  }

  private static String focused() {
    return String.valueOf(
        browser.script(
            "const e = document.activeElement; return e.id || e.dataset.key || e.href || e.tagName"));
  }
}
