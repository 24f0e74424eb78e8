package duizhao.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** What the search page says, and keeps, when files of its index do not come as they should. */
class SearchFaultTest {
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
  void mend() {
    site.fault(null);
  }

  @Test
  void saysThatAPartIsMissingAndCarriesOnOnceItIsThere() {
    site.fault((exchange, file) -> missing(exchange, file, "s\\d+"));
    go(EN + "?q=union");
    assertThat(state()).isEqualTo("error");
    assertThat(notice()).contains("A part of the search could not be loaded.");
    site.fault(null);
    press(".notice button");
    assertThat(state()).isEqualTo("done");
    assertThat(total()).isEqualTo("24");
  }

  @Test
  void saysSoInTheReadersLanguage() {
    site.fault((exchange, file) -> missing(exchange, file, "index"));
    go("zh/search/index.html?q=%E5%B7%A5%E4%BC%9A");
    assertThat(notice()).contains("未能载入");
  }

  @Test
  void triesOnceMoreByItself() {
    Path[] asked = new Path[1];
    site.fault(
        (exchange, file) -> {
          if (asked[0] == null && missing(exchange, file, "index")) {
            asked[0] = file;
            return true;
          }
          return false;
        });
    go(EN + "?q=union");
    assertThat(state()).isEqualTo("done");
    assertThat(asked[0]).isNotNull();
  }

  @Test
  void saysThatAPartIsCutOff() {
    site.change("/search/index.js", text -> text.substring(0, text.length() / 2));
    go(EN + "?q=union");
    assertThat(notice()).contains("arrived damaged");
  }

  @Test
  void takesNoRubbishForAnIndex() {
    site.fault(
        (exchange, file) -> {
          if (!file.getFileName().toString().matches("s\\d+\\.js")) {
            return false;
          }
          String name = file.getFileName().toString().replace(".js", "");
          byte[] body = ("duizhao(\"" + name + "\",\"zzzzz\\u4e2d\")").getBytes("UTF-8");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          return true;
        });
    go(EN + "?q=union");
    assertThat(state()).isEqualTo("error");
    assertThat(notice()).contains("arrived damaged");
  }

  @Test
  void asksToLoadAPageOfAnotherVersionAgain() {
    site.change("/search/index.js", text -> text.replace("\"v\":4", "\"v\":5"));
    go(EN + "?q=union");
    assertThat(notice()).contains("The archive has changed");
    site.fault(null);
    press(".notice button");
    browser.await("document.getElementById('results').dataset.searchState === 'done'");
  }

  @Test
  void noticesThatTheArchiveWasPublishedAnew() {
    go(EN);
    site.fault(
        (exchange, file) -> {
          if (file.endsWith("search/index.js")) {
            byte[] body =
                "duizhao(\"\",{\"v\":4,\"f\":\"other\",\"n\":1,\"s\":1,\"l\":[\"zh\",\"en\"]})"
                    .getBytes("UTF-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            return true;
          }
          return missing(exchange, file, "s\\d+");
        });
    type("union");
    assertThat(notice()).contains("published anew");
  }

  @Test
  void keepsTheResultsThatItHasWhenTheNextDoNotCome() {
    go(EN + "?q=training");
    site.fault((exchange, file) -> missing(exchange, file, "\\d+"));
    browser.script("document.querySelector('[data-search-more]').click()");
    browser.await("document.getElementById('results').dataset.searchState === 'error'");
    assertThat(browser.driver().findElements(By.cssSelector("[data-report]"))).hasSize(10);
    site.fault(null);
    browser.driver().findElement(By.cssSelector(".notice button")).click();
    browser.await("document.querySelectorAll('[data-report]').length > 10");
    assertThat(state()).isEqualTo("done");
  }

  @Test
  void saysThatTheResultsThatStayAreThoseOfTheQueryBefore() {
    go(EN + "?q=training");
    List<String> before = reports();
    site.fault((exchange, file) -> missing(exchange, file, "s\\d+|\\d+t?"));
    type("number 7");
    assertThat(state()).isEqualTo("error");
    assertThat(reports()).isEqualTo(before).hasSize(10);
    assertThat(notice()).contains("The results below are for what was asked before");
    site.fault(null);
    press(".notice button");
    assertThat(reports()).isNotEqualTo(before);
    assertThat(browser.driver().findElements(By.cssSelector(".notice"))).isEmpty();
  }

  @Test
  void showsTheResultsThatCameWhenOneDoesNot() {
    site.fault((exchange, file) -> missing(exchange, file, "3"));
    go(EN + "?q=union");
    assertThat(state()).isEqualTo("error");
    assertThat(browser.driver().findElements(By.cssSelector("[data-report]"))).hasSize(9);
  }

  @Test
  void searchesWithoutFiltersWhenTheyDoNotCome() {
    site.fault((exchange, file) -> missing(exchange, file, "facets"));
    go(EN + "?q=union");
    assertThat(total()).isEqualTo("24");
    browser.await("document.querySelector('#filters-body .notice')");
    site.fault(null);
    press("#filters-body button");
    browser.await("document.querySelectorAll('#filters-body fieldset').length === 5");
  }

  @Test
  void doesNotWaitForEver() {
    site.fault(
        (exchange, file) -> {
          if (file.getFileName().toString().matches("s\\d+\\.js")) {
            try {
              Thread.sleep(20_000);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
          return false;
        });
    browser.go(site.served(EN + "?q=union"));
    browser.await("document.getElementById('results').dataset.searchState === 'error'");
    assertThat(notice()).contains("taking too long");
  }

  @Test
  void goesOnWithoutANetworkWithWhatItHas() {
    go(EN + "?q=union");
    browser.await("document.querySelectorAll('#filters-body fieldset').length === 5");
    offline(true);
    try {
      type("homes");
      assertThat(state()).isIn("done", "error");
      type("union");
      assertThat(state()).isEqualTo("done");
      assertThat(total()).isEqualTo("24");
    } finally {
      offline(false);
    }
  }

  // ---- the page ----

  /** Answers 404 for a file of the index with such a name. */
  private static boolean missing(HttpExchange exchange, Path file, String name) throws IOException {
    if (!file.toString().contains("/search/")
        || !file.getFileName().toString().matches(name + "\\.js")) {
      return false;
    }
    exchange.sendResponseHeaders(404, -1);
    return true;
  }

  private static void offline(boolean on) {
    browser
        .driver()
        .executeCdpCommand(
            "Network.emulateNetworkConditions",
            Map.of("offline", on, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
  }

  private static void go(String page) {
    browser.go(site.served(page));
    browser.await(SETTLED);
  }

  private static void type(String query) {
    browser.driver().findElement(By.id("q")).clear();
    browser.driver().findElement(By.id("q")).sendKeys(query);
    browser.await(
        "new URLSearchParams(location.search).get('q') === '%s' && %s".formatted(query, SETTLED));
  }

  private static void press(String selector) {
    browser.driver().findElement(By.cssSelector(selector)).click();
    browser.await(SETTLED);
  }

  private static String notice() {
    return browser.driver().findElement(By.cssSelector(".results__notes .notice")).getText();
  }

  private static String state() {
    return String.valueOf(
        browser.script("return document.getElementById('results').dataset.searchState"));
  }

  private static List<String> reports() {
    return browser.driver().findElements(By.cssSelector("[data-report]")).stream()
        .map(e -> String.valueOf(e.getDomAttribute("data-report")))
        .toList();
  }

  private static String total() {
    return String.valueOf(
        browser.script("return document.getElementById('results').dataset.total"));
  }
}
