package duizhao.browser;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A headless Chromium with a profile of its own, gone when closed. It starts with a light window of
 * 1280 by 800 CSS pixels and scripts on. It asks the network for nothing but what pages ask for.
 */
final class Browser implements AutoCloseable {
  private static final String CHROMIUM = "/usr/bin/chromium";
  private static final String CHROMEDRIVER = "/usr/bin/chromedriver";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(20);

  /** Kept here, because a logger that nobody holds forgets its level. */
  private static final Logger DEVTOOLS = Logger.getLogger("org.openqa.selenium.devtools");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  static Browser open() {
    // It warns that it has no classes for this Chromium's protocol; none are used.
    DEVTOOLS.setLevel(Level.SEVERE);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM);
    // Without a --user-data-dir, chromedriver makes a fresh one and removes it at the end.
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    // A named driver and a named binary: Selenium then looks for neither, nor downloads them.
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(new File(CHROMEDRIVER))
            .usingAnyFreePort()
            .build();
    Browser browser = new Browser(new ChromeDriver(service, options));
    browser.command("Emulation.setScrollbarsHidden", Map.of("hidden", true));
    browser.size(1280, 800);
    browser.darkMode(false);
    return browser;
  }

  /** Loads a page and waits for its {@code load} event. */
  void go(URI page) {
    driver.get(page.toString());
  }

  /** Gives the page a viewport of exactly this many CSS pixels, however small. */
  void size(int widthPx, int heightPx) {
    command(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", widthPx, "height", heightPx, "deviceScaleFactor", 1, "mobile", false));
  }

  /** What {@code prefers-color-scheme} answers, from now on. */
  void darkMode(boolean on) {
    command(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", on ? "dark" : "light"))));
  }

  /** Shows pages as on a {@code screen} or as in {@code print}, light and without motion. */
  void still(String media) {
    command(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            media,
            "features",
            List.of(Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
  }

  /** Whether pages loaded from now on may run scripts; {@link #script} may in any case. */
  void scripts(boolean on) {
    command("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
  }

  /**
   * Runs the body of a function in the page.
   *
   * @return what it returns, as WebDriver maps it: null, Boolean, Long, Double, String, WebElement,
   *     or a List or Map of these
   */
  @Nullable Object script(String body, Object... arguments) {
    return driver.executeScript(body, arguments);
  }

  /** As {@link #script}, but the answer is what the body passes to the last of its arguments. */
  @Nullable Object later(String body, Object... arguments) {
    return driver.executeAsyncScript(body, arguments);
  }

  /**
   * Waits until an expression is true in the page.
   *
   * @throws TimeoutException after 20 seconds, with the expression
   */
  void await(String expression) {
    long start = System.nanoTime();
    while (!Boolean.TRUE.equals(script("return !!(" + expression + ")"))) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new TimeoutException("waited in vain for " + expression);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** Writes the whole page, not only what the window shows, as a PNG; one CSS pixel a pixel. */
  void screenshot(Path png) throws IOException {
    // Pictures that wait for the reader to scroll would be missing.
    script("for (const image of document.images) image.loading = 'eager'");
    await("[...document.images].every(image => image.complete)");
    Map<?, ?> size = (Map<?, ?>) command("Page.getLayoutMetrics", Map.of()).get("cssContentSize");
    Map<String, Object> clip = new HashMap<>(Map.of("x", 0, "y", 0, "scale", 1));
    clip.put("width", part(size, "width"));
    clip.put("height", part(size, "height"));
    Object data =
        command(
                "Page.captureScreenshot",
                Map.of("format", "png", "captureBeyondViewport", true, "clip", clip))
            .get("data");
    Files.write(png, Base64.getDecoder().decode(String.valueOf(data)));
  }

  /** Writes the page as it leaves a printer: a PDF of A4 sheets with the site's own margins. */
  void print(Path pdf) throws IOException {
    Object data =
        command(
                "Page.printToPDF",
                Map.of("preferCSSPageSize", true, "paperWidth", 8.27, "paperHeight", 11.69))
            .get("data");
    Files.write(pdf, Base64.getDecoder().decode(String.valueOf(data)));
  }

  /** What went wrong in pages since the last call: uncaught errors and what did not load. */
  List<String> consoleErrors() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().equals(Level.SEVERE))
        .map(LogEntry::getMessage)
        .toList();
  }

  /** For what a reader does with keys and a pointer. */
  ChromeDriver driver() {
    return driver;
  }

  @Override
  public void close() {
    driver.quit();
  }

  private Map<String, Object> command(String name, Map<String, Object> parameters) {
    return driver.executeCdpCommand(name, parameters);
  }

  private static Object part(@Nullable Map<?, ?> size, String name) {
    Object value = size == null ? null : size.get(name);
    if (value == null) {
      throw new IllegalStateException("Chromium told no " + name + " of the page");
    }
    return value;
  }
}
