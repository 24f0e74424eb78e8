package duizhao.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Photographs pages of a built site, opened from disk, at 360 and 1280 CSS pixels, light and dark,
 * and as it is printed, in the width of A4 less its margins:
 *
 * <pre>{@code
 * mvn -q test-compile exec:java -Dexec.mainClass=duizhao.browser.Shoot \
 *     -Dexec.args="site target/shots zh/index.html en/search/index.html"
 * }</pre>
 *
 * <p>The picture of {@code zh/index.html} on a narrow dark screen is {@code zh-index-360-dark.png}.
 */
public final class Shoot {
  private static final int[] WIDTHS_PX = {360, 1280};
  private static final int PAPER_PX = 680;

  private Shoot() {}

  /** Takes the site's folder, the folder for the pictures, and pages relative to the site. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 3) {
      System.err.println("usage: Shoot <site folder> <picture folder> <page>...");
      System.exit(2);
    }
    Path site = Path.of(arguments[0]).toAbsolutePath();
    Path pictures = Files.createDirectories(Path.of(arguments[1]));
    try (Browser browser = Browser.open()) {
      for (int i = 2; i < arguments.length; i++) {
        shoot(browser, site.resolve(arguments[i]), pictures, name(arguments[i]));
      }
    }
  }

  private static void shoot(Browser browser, Path page, Path pictures, String name)
      throws IOException {
    if (!Files.isRegularFile(page)) {
      throw new IOException("there is no page " + page);
    }
    for (int widthPx : WIDTHS_PX) {
      for (boolean dark : new boolean[] {false, true}) {
        browser.size(widthPx, 800);
        browser.darkMode(dark);
        browser.go(page.toUri());
        Path png =
            pictures.resolve("%s-%d-%s.png".formatted(name, widthPx, dark ? "dark" : "light"));
        browser.screenshot(png);
        System.out.println(png);
      }
    }
    browser.size(PAPER_PX, 1000);
    browser.go(page.toUri());
    browser.still("print");
    Path png = pictures.resolve(name + "-print.png");
    browser.screenshot(png);
    browser.still("");
    System.out.println(png);
    browser.consoleErrors().forEach(error -> System.out.println("  console: " + error));
  }

  private static String name(String page) {
    return page.replaceFirst("\\.html$", "").replace('/', '-');
  }
}
