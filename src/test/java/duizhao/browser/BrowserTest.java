package duizhao.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserTest {
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="zh">
      <meta charset="utf-8">
      <link rel="icon" href="data:,">
      <title>报道</title>
      <style>
        body, p { margin: 0 }
        body { height: 3000px; background: white }
        @media (prefers-color-scheme: dark) { body { background: black } }
      </style>
      <p id="p1">职工之家</p>
      <script>document.getElementById("p1").textContent = "script ran"</script>
      """;

  private static Browser browser;
  @TempDir Path folder;
  private Path page;

  @BeforeAll
  static void open() {
    browser = Browser.open();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @BeforeEach
  void writeThePage() throws IOException {
    page = Files.writeString(folder.resolve("报道.html"), PAGE);
  }

  @Test
  void givesPagesTheWidthAskedForInCssPixels() {
    browser.size(360, 800);
    browser.go(page.toUri());
    assertThat(browser.script("return [innerWidth, document.documentElement.clientWidth]"))
        .isEqualTo(List.of(360L, 360L));
  }

  @Test
  void showsPagesInTheColoursOfDarkModeAndBack() {
    browser.go(page.toUri());
    String background = "return getComputedStyle(document.body).backgroundColor";
    browser.darkMode(true);
    assertThat(browser.script(background)).isEqualTo("rgb(0, 0, 0)");
    browser.darkMode(false);
    assertThat(browser.script(background)).isEqualTo("rgb(255, 255, 255)");
  }

  @Test
  void runsNoScriptOfThePageWhenToldSo() {
    String text = "return document.getElementById('p1').textContent";
    browser.scripts(false);
    browser.go(page.toUri());
    assertThat(browser.script(text)).isEqualTo("职工之家");
    browser.scripts(true);
    browser.go(page.toUri());
    assertThat(browser.script(text)).isEqualTo("script ran");
  }

  @Test
  void photographsTheWholePage() throws IOException {
    browser.size(360, 800);
    browser.go(page.toUri());
    Path png = folder.resolve("page.png");
    browser.screenshot(png);
    var image = ImageIO.read(png.toFile());
    assertThat(image.getWidth()).isEqualTo(360);
    assertThat(image.getHeight()).isEqualTo(3000);
  }

  @Test
  void tellsWhatWentWrongInThePage() throws IOException {
    browser.go(page.toUri());
    assertThat(browser.consoleErrors()).isEmpty();
    Files.writeString(page, PAGE + "<script>absent()</script><img src='absent.png'>");
    browser.go(page.toUri());
    assertThat(browser.consoleErrors())
        .hasSize(2)
        .anyMatch(error -> error.contains("absent is not defined"))
        .anyMatch(error -> error.contains("absent.png"));
  }

  @Test
  void waitsForWhatThePageDoesLater() {
    browser.go(page.toUri());
    browser.script("setTimeout(() => document.title = 'later', 50)");
    browser.await("document.title === 'later'");
    assertThat(browser.driver().getTitle()).isEqualTo("later");
  }
}
