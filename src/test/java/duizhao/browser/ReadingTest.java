package duizhao.browser;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.SiteBuild;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What a reader does with a report in two languages, in Chromium. */
class ReadingTest {
  private static final Path SAMPLES = Path.of("src/test/resources/browser");

  /** The tops, in CSS pixels, of the cells of each row that a reader sees. */
  private static final String TOPS =
      """
      return [...document.querySelectorAll('.row')].map(row => [...row.querySelectorAll('.cell')]
          .map(cell => cell.getBoundingClientRect()).filter(box => box.height > 0)
          .map(box => Math.round(box.top))).filter(tops => tops.length > 1);
      """;

  private static final String SEEN =
      "[...document.querySelectorAll('#p4 .cell')].filter(cell => cell.checkVisibility("
          + "{contentVisibilityAuto: true}) && cell.getBoundingClientRect().height > 0)";

  @TempDir static Path folder;
  private static SearchSite served;
  private static Browser browser;

  @BeforeAll
  static void open() throws IOException {
    build(SAMPLES.resolve("reading/content"), Path.of("themes"), "two");
    Path themes = folder.resolve("themes");
    copy(Path.of("themes/duizhao"), themes.resolve("duizhao"));
    Files.createDirectories(themes.resolve("three/words"));
    Files.writeString(themes.resolve("three/theme.yaml"), "extends: duizhao\n");
    Files.copy(Path.of("themes/duizhao/words/en.yaml"), themes.resolve("three/words/de.yaml"));
    build(SAMPLES.resolve("three/content"), themes, "three");
    served = SearchSite.in(folder.resolve("served"));
    browser = Browser.open();
  }

  @AfterAll
  static void close() {
    browser.close();
    served.close();
  }

  @BeforeEach
  void aReaderWhoHasChosenNothing() {
    browser.scripts(true);
    browser.size(1280, 800);
    browser.still("screen");
    browser.go(opened("en/index.html"));
    browser.script("localStorage.clear()");
  }

  @AfterEach
  void nothingWentWrong() {
    assertThat(browser.consoleErrors()).isEmpty();
  }

  // ---- the rows ----

  @Test
  void setsBothLanguagesOfEveryRowLevel() {
    browser.go(opened("en/parallel/everything/index.html"));
    assertThat(rows(TOPS))
        .hasSize(11)
        .allSatisfy(tops -> assertThat(tops).hasSize(2))
        .allSatisfy(tops -> assertThat(tops.get(0)).isEqualTo(tops.get(1)));
  }

  @Test
  void namesTheLanguageOfEachCell() {
    browser.go(opened("en/parallel/everything/index.html"));
    assertThat(list("return [...document.querySelectorAll('#p1 .cell')].map(cell => cell.lang)"))
        .isEqualTo(List.of("zh-Hans", "en"));
    assertThat(text("#p9 .cell:last-child")).isEqualTo("(not in this edition)");
    assertThat(element("#p9 .cell:last-child p").getDomAttribute("lang")).isEqualTo("en");
  }

  @Test
  void showsAPictureOnceAcrossBothColumnsAboveBothCaptions() {
    browser.go(opened("en/parallel/everything/index.html"));
    assertThat(list("return [...document.querySelectorAll('main img')].map(i => i.alt)"))
        .isEqualTo(List.of("The lake"));
    assertThat(
            list("return [...document.querySelectorAll('#p3 figcaption')].map(c => c.innerText)"))
        .isEqualTo(List.of("湖边的职工之家。 王小明 摄", "The workers’ home by the lake. Wang Xiaoming"));
    assertThat(
            browser.script(
                """
                const box = s => document.querySelector(s).getBoundingClientRect();
                return box('#p3 img').bottom <= box('#p3 .cell').top
                    && box('#p3 .row__picture').width === box('#p3').width;
                """))
        .isEqualTo(true);
  }

  @Test
  void marksWhatIsOlderThanTheOriginalAndNothingElse() {
    browser.go(opened("en/parallel/everything/index.html"));
    assertThat(
            list(
                "return [...document.querySelectorAll('.cell__stale')].map(s => s.closest('.row').id + s.parentElement.lang)"))
        .isEqualTo(List.of("p1en"));
  }

  @Test
  void setsLanguagesBelowEachOtherOnANarrowScreen() {
    browser.size(360, 800);
    browser.go(opened("zh/parallel/everything/index.html"));
    assertThat(rows(TOPS))
        .hasSize(10)
        .allSatisfy(tops -> assertThat(tops.get(0)).isLessThan(tops.get(1)));
  }

  @Test
  void needsNoSidewaysScrollingAt320Pixels() {
    browser.size(320, 700);
    for (String page : List.of("zh/parallel", "en/parallel", "zh/reports", "en/reports")) {
      browser.go(opened(page + "/everything/index.html"));
      assertThat(browser.script("return document.documentElement.scrollWidth")).isEqualTo(320L);
    }
  }

  @Test
  void readsWithoutAScript() {
    browser.scripts(false);
    browser.go(opened("en/parallel/everything/index.html"));
    assertThat(rows(TOPS))
        .hasSize(11)
        .allSatisfy(tops -> assertThat(tops.get(0)).isEqualTo(tops.get(1)));
    assertThat(displayed("#reading")).isFalse();
    assertThat(browser.script("return document.querySelector('.quote')")).isNull();
    element("#p4 .number").click();
    assertThat(browser.script("return location.hash")).isEqualTo("#p4");
  }

  @Test
  void printsInTwoColumnsWhateverTheReaderChose() {
    browser.go(opened("en/parallel/everything/index.html"));
    choose("view", "reveal");
    browser.still("print");
    browser.size(680, 900);
    assertThat(rows(TOPS))
        .hasSize(11)
        .allSatisfy(tops -> assertThat(tops).hasSize(2))
        .allSatisfy(tops -> assertThat(tops.get(0)).isEqualTo(tops.get(1)));
    assertThat(displayed("#reading")).isFalse();
    assertThat(displayed("#p4 .reveal")).isFalse();
  }

  @Test
  void setsThreeLanguagesInThreeColumnsWhereThereIsRoomAndTwoElsewhere() {
    browser.go(opened("three", "zh/parallel/three/index.html"));
    assertThat(rows(TOPS))
        .hasSize(3)
        .allSatisfy(tops -> assertThat(tops).hasSize(3).containsOnly(tops.get(0)));
    browser.size(900, 800);
    assertThat(rows(TOPS))
        .hasSize(3)
        .allSatisfy(tops -> assertThat(tops).hasSize(2).containsOnly(tops.get(0)));
    choose("second", "de");
    assertThat(text("#p2")).contains("第二段很短。", "Der zweite").doesNotContain("The second");
    choose("first", "de");
    assertThat(text("#p2")).contains("Der zweite", "第二段很短。").doesNotContain("The second");
  }

  // ---- what a reader chooses ----

  @Test
  void revealsAParagraphByKeyboardAndAllAtOnce() {
    browser.go(opened("en/parallel/everything/index.html"));
    choose("view", "reveal");
    assertThat(size(SEEN)).isEqualTo(1);
    WebElement button = element("#p4 .reveal");
    assertThat(button.getText()).isEqualTo("English");
    assertThat(button.getDomAttribute("aria-expanded")).isEqualTo("false");
    browser.script("arguments[0].focus()", button);
    press(Keys.ENTER);
    assertThat(size(SEEN)).isEqualTo(2);
    assertThat(button.getDomAttribute("aria-expanded")).isEqualTo("true");
    press(Keys.SPACE);
    assertThat(size(SEEN)).isEqualTo(1);
    element(".reading__all").click();
    assertThat(size(SEEN)).isEqualTo(2);
    assertThat(size("document.querySelectorAll('.cell[hidden]')")).isZero();
    assertThat(element(".reading__all").getDomAttribute("aria-pressed")).isEqualTo("true");
  }

  @Test
  void keepsWhatTheReaderChoseWithoutMovingThePage() {
    browser.go(opened("en/parallel/everything/index.html"));
    choose("view", "stack");
    choose("first", "en");
    browser.go(opened("zh/parallel/everything/index.html"));
    assertThat(rows(TOPS)).allSatisfy(tops -> assertThat(tops.get(0)).isLessThan(tops.get(1)));
    assertThat(list("return [...document.querySelectorAll('#p1 .cell')].map(cell => cell.lang)"))
        .isEqualTo(List.of("en", "zh-Hans"));
    assertThat(
            browser
                .driver()
                .executeAsyncScript(
                    """
                    const done = arguments[0];
                    let moved = 0;
                    new PerformanceObserver(list => {
                      for (const entry of list.getEntries()) moved += entry.value;
                    }).observe({type: 'layout-shift', buffered: true});
                    setTimeout(() => done(String(moved)), 200);
                    """))
        .isEqualTo("0");
    assertThat(browser.script("return document.cookie")).isEqualTo("");
  }

  // ---- the same paragraph in every language ----

  @Test
  void keepsTheParagraphFromLanguageToLanguage() {
    browser.size(360, 500);
    browser.go(opened("zh/reports/everything/index.html#p6"));
    element(".languages a:not([aria-current])").click();
    awaitPlace("/en/reports/everything/index.html#p6");
    element(".editions li:last-child a").click();
    awaitPlace("/en/parallel/everything/index.html#p6");
    element(".languages a:not([aria-current])").click();
    awaitPlace("/zh/parallel/everything/index.html#p6");
    assertThat(background("#p6")).isNotEqualTo(background("#p5"));
  }

  @Test
  void keepsTheParagraphThatIsBeingReadRatherThanTheOneAskedForBefore() {
    browser.size(360, 500);
    browser.go(opened("zh/reports/everything/index.html#p1"));
    browser.script("document.getElementById('p7').scrollIntoView({behavior: 'instant'})");
    browser.script("document.querySelector('.languages a:not([aria-current])').click()");
    awaitPlace("/en/reports/everything/index.html#p7");
  }

  // ---- taking a paragraph along ----

  @Test
  void copiesTheAddressOfAParagraphAndSaysSo() {
    browser.go(served.served("en/reports/report-7/index.html"));
    stubTheClipboard();
    element("#p2 .number").click();
    browser.await("window.copied");
    assertThat(browser.script("return copied"))
        .isEqualTo(served.served("en/reports/report-7/index.html#p2").toString());
    assertThat(text("#said[role=status]")).isEqualTo("The address of paragraph 2 has been copied.");
    assertThat(browser.script("return location.hash")).isEqualTo("#p2");
  }

  @Test
  void quotesAParagraphInBothLanguagesThatOfThePageFirst() {
    browser.go(served.served("en/parallel/report-7/index.html"));
    stubTheClipboard();
    browser.script("document.querySelector('#p3 .quote').focus()");
    press(Keys.ENTER);
    theThirdParagraphIsCopiedInBothLanguages();
  }

  private static void theThirdParagraphIsCopiedInBothLanguages() {
    browser.await("window.copied");
    assertThat(browser.script("return copied"))
        .isEqualTo(
            "The last paragraph is about something else.\n\n末了一段说到别的。独一无二的锦鲤。\n\n"
                + "“Report number 7”, Union Weekly, 15 August 2019\n"
                + served.served("en/parallel/report-7/index.html#p3"));
    assertThat(text("#said")).isEqualTo("Paragraph 3 has been copied with its source.");
  }

  @Test
  void quotesWhatIsThereWithoutItsNoteMarksAndSaysWhatTheTextIsWorth() {
    browser.go(opened("zh/parallel/everything/index.html"));
    stubTheClipboard();
    choose("view", "reveal");
    element("#p5 .quote").click();
    browser.await("window.copied");
    assertThat(String.valueOf(browser.script("return copied")))
        .startsWith("阅览室藏书一万册；\n健身房每天开放到晚上九点；\n调解室由三名退休法官轮流值班。\n\nThe reading room holds")
        .contains("《湖畔小城办起职工之家》，《工人日报》，2021年3月15日（摘译）\n");
    browser.script("copied = null");
    element("#p9 .quote").click();
    browser.await("window.copied");
    assertThat(String.valueOf(browser.script("return copied"))).startsWith("最后一段只有中文。\n\n《");
    browser.script("copied = null");
    element("#p1 .quote").click();
    browser.await("window.copied");
    assertThat(String.valueOf(browser.script("return copied")))
        .contains("前来参观。职工之家", "year round.\n\n《");
  }

  @Test
  void quotesTheParagraphOfThePagesOwnLanguageOnAReportPage() {
    browser.size(360, 800);
    browser.go(served.served("zh/reports/report-7/index.html"));
    stubTheClipboard();
    assertThat(element("#p3 .quote").getDomAttribute("aria-label")).isEqualTo("引用第3段");
    element("#p3 .number").click();
    browser.await("window.copied");
    browser.script("copied = null");
    element("#p3 .quote").click();
    browser.await("window.copied");
    assertThat(String.valueOf(browser.script("return copied")))
        .startsWith("末了一段说到别的。独一无二的锦鲤。\n\n《第7篇报道》");
  }

  @Test
  void quotesAParagraphOfAReportPageInBothLanguagesToo() {
    browser.go(served.served("en/reports/report-7/index.html"));
    stubTheClipboard();
    WebElement both = element("#p3 .quote + .quote");
    assertThat(both.getDomAttribute("aria-label")).isEqualTo("Quote paragraph 3 in both languages");
    browser.script("document.querySelector('#p3 .number').focus()");
    press(Keys.TAB);
    press(Keys.TAB);
    press(Keys.ENTER);
    theThirdParagraphIsCopiedInBothLanguages();
  }

  @Test
  void quotesInOneLanguageWhereNoOtherPageMayBeReadAndSaysSo() {
    browser.go(opened("en/reports/everything/index.html#p2"));
    stubTheClipboard();
    element("#p2 .quote + .quote").click();
    browser.await("window.copied");
    assertThat(text("#said")).endsWith("the other could not be read.");
    assertThat(browser.consoleErrors()).allMatch(error -> error.contains("parallel/everything"));
    assertThat(browser.script("return document.querySelector('#p9 .quote + .quote')")).isNull();
  }

  @Test
  void copiesWhereThePageWasNotLoadedSecurely() {
    browser.go(served.served("en/reports/report-7/index.html"));
    browser.script(
        """
        Object.defineProperty(navigator, 'clipboard', {value: undefined});
        document.execCommand = (name) => {
          const event = new ClipboardEvent(name, {clipboardData: new DataTransfer()});
          document.dispatchEvent(event);
          window.copied = event.clipboardData.getData('text/plain');
          return true;
        };
        """);
    element("#p2 .number").click();
    browser.await("window.copied");
    assertThat(String.valueOf(browser.script("return copied"))).endsWith("/report-7/index.html#p2");
  }

  @Test
  void givesFingersAtLeast24PixelsEverywhere() {
    for (int widthPx : new int[] {360, 1280}) {
      browser.size(widthPx, 800);
      for (String kind : List.of("reports", "parallel")) {
        browser.go(opened("en/%s/everything/index.html#p4".formatted(kind)));
        if (kind.equals("parallel")) {
          choose("view", "reveal");
        }
        assertThat(
                list(
                    """
                    return [...document.querySelectorAll(
                        '.number, .quote, .reveal, .reading label, .reading__all')]
                      .filter(e => e.getClientRects().length)
                      .map(e => [e.className + e.textContent, e.getBoundingClientRect()])
                      .filter(([_, box]) => box.width < 24 || box.height < 24)
                      .map(([name]) => name);
                    """))
            .isEmpty();
        assertThat(displayed("#p4 .quote")).isTrue();
      }
    }
  }

  // ---- short ways of saying it ----

  private static void build(Path content, Path themes, String site) throws IOException {
    SiteBuild.Result result =
        SiteBuild.build(
            new SiteBuild.Request(
                content, themes, folder.resolve(site), null, null, List.of(), false),
            SiteBuild.Progress.NONE);
    if (!result.published()) {
      throw new IllegalStateException(result.diagnostics().toString());
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copied = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copied);
        } else {
          Files.copy(file, copied);
        }
      }
    }
  }

  private static URI opened(String page) {
    return opened("two", page);
  }

  private static URI opened(String site, String page) {
    return URI.create(folder.resolve(site).toUri() + page);
  }

  private static WebElement element(String selector) {
    return browser.driver().findElement(By.cssSelector(selector));
  }

  private static String text(String selector) {
    return element(selector).getText();
  }

  private static boolean displayed(String selector) {
    return element(selector).isDisplayed();
  }

  private static String background(String selector) {
    return element(selector).getCssValue("background-color");
  }

  private static void press(Keys key) {
    browser.driver().switchTo().activeElement().sendKeys(key);
  }

  private static void choose(String name, String value) {
    element("#reading [name=%s][value=%s]".formatted(name, value)).click();
  }

  private static void awaitPlace(String ending) {
    browser.await("location.href.endsWith('" + ending + "') && document.querySelector(':target')");
  }

  private static void stubTheClipboard() {
    browser.script(
        "Object.defineProperty(navigator, 'clipboard',"
            + " {value: {writeText: async (text) => { window.copied = text; }}})");
  }

  @SuppressWarnings("unchecked")
  private static List<String> list(String script) {
    return (List<String>) Objects.requireNonNull(browser.script(script));
  }

  private static long size(String expression) {
    return (Long) Objects.requireNonNull(browser.script("return " + expression + ".length"));
  }

  @SuppressWarnings("unchecked")
  private static List<List<Long>> rows(String script) {
    return (List<List<Long>>) Objects.requireNonNull(browser.script(script));
  }
}
