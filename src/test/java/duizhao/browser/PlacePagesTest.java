package duizhao.browser;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.site.PlacesArchive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the pages of regions and programmes stand on a small screen and in both colour schemes. */
class PlacePagesTest {

  @TempDir static Path folder;
  private static Browser browser;
  private static Path site;

  @BeforeAll
  static void open() throws IOException {
    site = PlacesArchive.in(folder).folder();
    browser = Browser.open();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  private static void show(String page, int widthPx) {
    browser.size(widthPx, 800);
    browser.go(site.resolve(page).toUri());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zh/regions/index.html",
        "en/regions/index.html",
        "fr/regions/zhejiang/index.html",
        "en/regions/zhejiang/hangzhou/index.html",
        "zh/programmes/index.html",
        "en/programmes/index.html",
        "en/programmes/stations/index.html",
        "zh/programmes/stations/page/2/index.html",
        "en/programmes/harbour/index.html",
        "en/programmes/homes/index.html"
      })
  void fitAScreenOf320PixelsWithoutScrollingSideways(String page) {
    show(page, 320);
    assertThat(browser.script("return document.documentElement.scrollWidth")).isEqualTo(320L);
    assertThat(browser.consoleErrors()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh/regions/index.html", "en/programmes/stations/index.html"})
  void tilesCanBeHitAndReadOnASmallScreen(String page) {
    show(page, 320);
    assertThat(
            browser.script(
                """
                return [...document.querySelectorAll('a.tile rect')]
                  .map(rect => rect.getBoundingClientRect())
                  .filter(box => box.width < 24 || box.height < 24).length
                """))
        .isEqualTo(0L);
    assertThat(
            browser.script(
                """
                const map = document.querySelector('svg.map');
                const scale = map.getBoundingClientRect().width / map.viewBox.baseVal.width;
                return [...map.querySelectorAll('text')]
                  .filter(text => parseFloat(getComputedStyle(text).fontSize) * scale < 10).length
                """))
        .isEqualTo(0L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void everyNameStaysWithinItsTile(String language) {
    show(language + "/regions/index.html", 1280);
    assertThat(
            browser.script(
                """
                return [...document.querySelectorAll('svg.map .tile')].filter(tile => {
                  const box = tile.querySelector('rect').getBBox();
                  return [...tile.querySelectorAll('text')].some(text => {
                    const words = text.getBBox();
                    return words.x < box.x || words.x + words.width > box.x + box.width
                  });
                }).map(tile => tile.textContent)
                """))
        .isEqualTo(List.of());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void tilesHaveEnoughContrastInBothSchemes(boolean dark) {
    browser.darkMode(dark);
    show("zh/regions/index.html", 1280);
    Object least =
        browser.script(
            """
            const rgb = css => css.match(/[0-9.]+/g).slice(0, 3).map(Number);
            const light = colour => colour
              .map(c => c / 255)
              .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
              .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
            const paper = rgb(getComputedStyle(document.body).backgroundColor);
            return Math.min(...[...document.querySelectorAll('svg.map .tile')].map(tile => {
              const style = getComputedStyle(tile.querySelector('rect'));
              const part = style.fill === 'none' ? 0 : Number(style.fillOpacity);
              const fill = style.fill === 'none' ? paper : rgb(style.fill);
              const ground = fill.map((c, i) => part * c + (1 - part) * paper[i]);
              const ink = rgb(getComputedStyle(tile.querySelector('text')).fill);
              const [dim, bright] = [light(ground), light(ink)].sort((a, b) => a - b);
              return (bright + 0.05) / (dim + 0.05);
            }))
            """);
    browser.darkMode(false);
    assertThat(((Number) least).doubleValue()).isGreaterThanOrEqualTo(4.5);
  }

  @Test
  void aTileIsReachedByKeyboardAndShowsIt() {
    show("en/regions/index.html", 1280);
    assertThat(
            browser.script(
                """
                const tile = document.querySelector('a.tile');
                const before = getComputedStyle(tile.querySelector('rect')).strokeWidth;
                tile.focus({focusVisible: true});
                const after = getComputedStyle(tile.querySelector('rect')).strokeWidth;
                return [document.activeElement === tile, before !== after]
                """))
        .isEqualTo(List.of(true, true));
  }
}
