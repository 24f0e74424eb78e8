package duizhao.browser;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.SiteBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** Notes on terms, as WCAG 2.2 has it in 1.4.13: dismissible, hoverable, persistent. */
class GlossaryNotesTest {

  private static final Path SITE = Path.of("target/notes/site").toAbsolutePath();
  private static final String SHOWN =
      "[...document.querySelectorAll('.gloss')].filter(g => getComputedStyle(g).visibility === 'visible')";

  private static Browser browser;

  @BeforeAll
  static void open() throws IOException {
    SiteBuild.build(
        new SiteBuild.Request(
            Path.of("content"), Path.of("themes"), SITE, null, null, List.of(), false),
        SiteBuild.Progress.NONE);
    browser = Browser.open();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @BeforeEach
  void go() {
    browser.scripts(true);
    browser.size(1280, 900);
    browser.go(SITE.resolve("en/reports/yinchuan-workers-homes/index.html").toUri());
  }

  private static WebElement term() {
    return browser.driver().findElement(By.cssSelector("#p1 .term--3"));
  }

  private static void over(WebElement element) {
    new Actions(browser.driver()).moveToElement(element).perform();
  }

  @Test
  void aNoteShowsUnderThePointerStaysWhileThePointerIsOnItAndMovesNothing() throws IOException {
    Object before = browser.script("return document.documentElement.scrollHeight");
    over(term());
    browser.await(SHOWN + ".length === 1");
    WebElement note = browser.driver().findElement(By.cssSelector("#p1 .gloss--3"));
    browser.screenshot(Files.createDirectories(SITE.resolveSibling("shots")).resolve("hover.png"));
    over(note);
    browser.script("return new Promise(done => setTimeout(done, 600))");
    assertThat(browser.script("return " + SHOWN + ".length")).isEqualTo(1L);
    assertThat(browser.script("return document.documentElement.scrollHeight")).isEqualTo(before);
    over(browser.driver().findElement(By.tagName("h1")));
    browser.await(SHOWN + ".length === 0");
  }

  @Test
  void aNoteShowsOnFocusWithoutAnyScriptAndItsLinkIsNext() {
    browser.scripts(false);
    go("zh/reports/yinchuan-workers-homes/index.html");
    browser.script("document.querySelector('#p1 .term').focus()");
    browser.await(SHOWN + ".length === 1");
    browser.script(SHOWN + "[0].querySelector('a').focus()");
    browser.await(SHOWN + ".length === 1");
  }

  private static void go(String page) {
    browser.go(SITE.resolve(page).toUri());
  }

  @Test
  void escapePutsANoteAwayAndTheNextTermBringsNotesBack() {
    over(term());
    browser.await(SHOWN + ".length === 1");
    new Actions(browser.driver()).sendKeys(Keys.ESCAPE).perform();
    browser.await(SHOWN + ".length === 0");
    over(browser.driver().findElement(By.cssSelector("#p1 .term--1")));
    browser.await(SHOWN + ".length === 1");
  }

  @Test
  void noNoteLeavesANarrowScreen() {
    browser.size(320, 700);
    go("en/reports/yinchuan-workers-homes/index.html");
    assertThat(
            browser.script(
                "return [...document.querySelectorAll('.gloss')].map(g => g.getBoundingClientRect())"
                    + ".filter(r => r.left < 0 || r.right > innerWidth).length"))
        .isEqualTo(0L);
    assertThat(browser.script("return document.documentElement.scrollWidth")).isEqualTo(320L);
  }
}
