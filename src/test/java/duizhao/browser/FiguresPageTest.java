package duizhao.browser;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.SiteBuild;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The table of all figures of this repository's archive, opened from disk. */
class FiguresPageTest {

  private static final String SHOWN =
      "[...document.querySelectorAll('.figures tbody tr')].filter(r => !r.hidden)";

  @TempDir static Path folder;
  private static URI page;
  private static Browser browser;

  @BeforeAll
  static void build() throws IOException {
    Path site = folder.resolve("site");
    SiteBuild.Result result =
        SiteBuild.build(
            new SiteBuild.Request(
                Path.of("content"), Path.of("themes"), site, null, null, List.of(), false),
            SiteBuild.Progress.NONE);
    assertThat(result.published()).as("%s", result.diagnostics()).isTrue();
    page = site.resolve("en/figures/index.html").toUri();
    browser = Browser.open();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @BeforeEach
  void open() {
    browser.size(1280, 800);
    browser.go(page);
  }

  private static String tell(String expression) {
    return String.valueOf(browser.script("return String(" + expression + ")"));
  }

  private static void choose(String field, String value) {
    browser.script(
        "const f = document.querySelector('[name=' + arguments[0] + ']'); f.value = arguments[1];"
            + " f.dispatchEvent(new Event('input', {bubbles: true}))",
        field,
        value);
  }

  @Test
  void aHeadingSortsByItsNumbersAndBackwardsWhenPressedAgain() {
    var value = browser.driver().findElement(By.cssSelector("th.figures__value button"));
    String rising =
        "[...document.querySelectorAll('td.figures__value')].map(c => +c.dataset.value)"
            + ".every((v, i, all) => !i || all[i - 1] <= v)";
    assertThat(tell(rising)).isEqualTo("false");
    value.sendKeys(Keys.ENTER);
    assertThat(tell(rising)).isEqualTo("true");
    assertThat(tell("document.querySelector('[aria-sort]').ariaSort")).isEqualTo("ascending");
    assertThat(tell("document.querySelector('.figures + [role=status]').textContent"))
        .isEqualTo("Sorted by Value, rising");
    value.sendKeys(Keys.SPACE);
    assertThat(tell("document.querySelector('[aria-sort]').ariaSort")).isEqualTo("descending");
    assertThat(tell("location.search")).isEqualTo("?order=-1");
    assertThat(browser.consoleErrors()).isEmpty();
  }

  @Test
  void aChoiceNarrowsTheTableAndTheBackButtonTakesItBack() {
    String all = tell(SHOWN + ".length");
    choose("unit", "CNY");
    assertThat(tell(SHOWN + ".every(r => r.dataset.unit === 'CNY')")).isEqualTo("true");
    String narrowed = tell(SHOWN + ".length");
    assertThat(Integer.parseInt(narrowed)).isBetween(1, Integer.parseInt(all) - 1);
    assertThat(tell("document.querySelector('.narrow [role=status]').textContent"))
        .isEqualTo(narrowed + " of " + all + " figures shown");
    assertThat(tell("location.search")).isEqualTo("?unit=CNY");
    browser.driver().navigate().back();
    browser.await(SHOWN + ".length === " + all);
    assertThat(tell("document.querySelector('[name=unit]').value")).isEmpty();
  }

  @Test
  void anAddressSaysHowTheTableIsNarrowed() {
    browser.go(URI.create(page + "?unit=CNY&text=Yinchuan"));
    assertThat(tell(SHOWN + ".length > 0")).isEqualTo("true");
    assertThat(tell(SHOWN + ".every(r => /yinchuan/i.test(r.textContent))")).isEqualTo("true");
    browser.go(URI.create(page + "?text=xyzzy"));
    assertThat(tell(SHOWN + ".length")).isEqualTo("0");
    assertThat(tell("document.querySelector('[data-none]').hidden")).isEqualTo("false");
  }

  @Test
  void theRowsThatAreLeftAreSavedAsCsv() {
    choose("unit", "CNY");
    browser.script(
        "const make = URL.createObjectURL; URL.createObjectURL = blob => {"
            + " blob.text().then(text => window.saved = text); return make(blob) }");
    browser.script("document.querySelector('[data-download]').click()");
    browser.await("window.saved");
    List<String> lines = String.valueOf(browser.script("return window.saved")).lines().toList();
    assertThat(lines).hasSize(1 + Integer.parseInt(tell(SHOWN + ".length")));
    assertThat(lines.get(0)).endsWith("What is counted,Value,Time,As stated,Report,Address");
    assertThat(lines.get(1)).contains("/reports/").contains("#p");
  }

  @Test
  void withoutScriptsThereIsAPlainTable() {
    browser.scripts(false);
    browser.go(page);
    assertThat(tell("document.querySelector('.narrow').checkVisibility()")).isEqualTo("false");
    assertThat(tell("document.querySelectorAll('.sort').length")).isEqualTo("0");
    browser.scripts(true);
  }

  @Test
  void aNarrowScreenShowsItWithoutScrollingSideways() {
    browser.size(320, 800);
    browser.go(page);
    assertThat(tell("document.documentElement.scrollWidth")).isEqualTo("320");
  }
}
