package duizhao.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is typed or stands in the address is text: it is never run, and never stops the page.
 */
class SearchInputTest {
  private static final String EN = "en/search/index.html";
  private static final List<String> PARAMETERS =
      List.of(
          "q", "region", "programme", "newspaper", "year", "state", "sort", "other", "__proto__");

  @TempDir static Path folder;
  private static SearchSite site;
  private static Browser browser;

  @BeforeAll
  static void open() throws IOException {
    site = SearchSite.in(folder);
    browser = Browser.open();
    browser
        .driver()
        .executeCdpCommand(
            "Page.addScriptToEvaluateOnNewDocument", Map.of("source", PolicyTest.COUNT));
  }

  @AfterAll
  static void close() {
    browser.close();
    site.close();
  }

  /** Sixty injections, each in every parameter of the address at once, served and from disk. */
  @Test
  void runsNothingThatStandsInTheAddress() {
    assertThat(payloads()).hasSize(60);
    for (URI search : List.of(site.served(EN), site.opened("zh/search/index.html"))) {
      for (String payload : payloads()) {
        StringBuilder address = new StringBuilder(search + "?");
        PARAMETERS.forEach(p -> address.append(p).append('=').append(encoded(payload)).append('&'));
        browser.go(URI.create(address + "#" + encoded(payload).replace("+", "%20")));
        settle();
        assertThat(state()).as(payload).isNotEqualTo("error");
        assertUntouched(payload);
      }
    }
  }

  @Test
  void runsNothingThatIsTyped() {
    browser.go(site.served(EN));
    settle();
    for (String payload : payloads()) {
      answer(payload);
      assertUntouched(payload);
    }
  }

  @Test
  void answersWhateverIsTyped() {
    browser.go(site.served(EN));
    settle();
    for (String typed :
        List.of(
            "a".repeat(10_000),
            "工".repeat(10_000),
            "union ".repeat(2_000),
            "工会" + "x工".repeat(5_000),
            "\"".repeat(10_000),
            "+-".repeat(5_000),
            "\u0000\u0001\u0008\u001b\u007f\u0085\u2028\u2029",
            "\ud83d",
            "\udc00\ud83d工会\ud83d",
            "\u202eunion\u202c \u200f",
            "اتحاد العمال",
            "(a+)+$ [^\\] .* \\u{110000} (?<=x)",
            "+ - \" : ~ * .. year: region: title:",
            "year:9999999..1",
            "-union",
            "~~~~",
            "*",
            "constructor __proto__ toString hasOwnProperty",
            "region:__proto__ title:constructor",
            "😀👨‍👩‍👧‍👦🇨🇳",
            "ﷺ ǅ ß İ ŉ ﬃ",
            "e\u0301".repeat(300))) {
      String shown = typed.substring(0, Math.min(20, typed.length()));
      answer(typed);
      assertThat(state()).as(shown).isIn("done", "idle");
      assertUntouched(shown);
    }
    answer("union");
    assertThat(browser.script("return document.getElementById('results').dataset.total"))
        .isEqualTo("24");
  }

  @Test
  void saysThatALongQueryIsCutOff() {
    browser.go(site.served(EN + "?q=" + "union+".repeat(1_600)));
    settle();
    assertThat(browser.script("return document.querySelector('.results__notes').textContent"))
        .asString()
        .contains("Only the first 200 characters");
    assertThat(browser.script("return location.search.length")).isEqualTo(203L);
  }

  private static List<String> payloads() {
    return UnsafeQueries.all();
  }

  private static void assertUntouched(String payload) {
    assertThat(browser.consoleErrors()).as(payload).isEmpty();
    assertThat(
            browser.script(
                """
                return [
                  window.ran === undefined,
                  window.stopped.length,
                  document.querySelectorAll("main :is(script, iframe, img, object, embed, svg, style, link, base, meta, video, audio, math, form form)").length,
                  [...document.querySelectorAll("main *")].some((e) =>
                    [...e.attributes].some((a) => /^on/.test(a.name) || /^\\s*(javascript|data|vbscript):/i.test(a.value) && a.name !== "value")),
                  ({}).x === undefined && ({}).innerHTML === undefined,
                ]
                """))
        .as(payload)
        .isEqualTo(List.of(true, 0L, 0L, false, true));
  }

  /** Puts a query in the field and asks for it. */
  private static void answer(String query) {
    browser.script(
        """
        const field = document.getElementById("q");
        field.value = arguments[0];
        field.form.requestSubmit();
        """,
        query);
    settle();
  }

  private static void settle() {
    browser.await(
        "['idle','done','error'].includes(document.getElementById('results').dataset.searchState)");
  }

  private static String state() {
    return String.valueOf(
        browser.script("return document.getElementById('results').dataset.searchState"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
