package duizhao.browser;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.SiteBuild;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of page of the archive, and of {@link StrangeArchive}, for every reader. */
class AccessibilityTest {

  /** What WCAG 2.2 asks at levels A and AA, and what axe calls good practice. */
  private static final String AXE =
      """
      const [only, done] = arguments;
      const all = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
      axe.run({runOnly: only.length ? only : all, resultTypes: ["violations"]}).then(
          found => done(found.violations.map(v =>
              v.id + ": " + v.help + ": " + v.nodes.slice(0, 3).map(n => n.target + " " + n.html + " " + n.any.map(c => c.message)).join(" | "))),
          fault => done([String(fault)]));
      """;

  /** Elements that reach further right than the window and scroll with the page. */
  private static final String TOO_WIDE =
      """
      const wide = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= wide) return [];
      return [...document.body.querySelectorAll("*")]
          .filter(e => e.getBoundingClientRect().right > wide + 0.5)
          .map(e => e.outerHTML.slice(0, 120)).slice(0, 5);
      """;

  private static final List<String> LANGUAGES = List.of("zh", "en");

  @TempDir private static Path folder;
  private static Path strange;
  private static Browser browser;
  private static String axe;

  /** The address of a page by archive and kind. */
  private static final Map<String, URI> PAGES = new TreeMap<>();

  @BeforeAll
  static void build() throws IOException {
    Path site = folder.resolve("site");
    SiteBuild.build(
        new SiteBuild.Request(
            Path.of("content"), Path.of("themes"), site, null, null, List.of(), false),
        SiteBuild.Progress.NONE);
    kinds(site, "archive");
    strange = StrangeArchive.build(folder.resolve("strange"), 60);
    kinds(strange, "strange");
    try (InputStream in = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
      axe = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    browser = Browser.open();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  /**
   * One page of each kind in Chinese and in English, neither the longest nor the shortest; a kind
   * is the first folder, and how deep the page lies in it. The page for what is not there stands
   * under any address but that of a file, and is left out.
   */
  private static void kinds(Path site, String archive) throws IOException {
    Map<String, List<Path>> kinds = new TreeMap<>();
    try (Stream<Path> files = Files.walk(site)) {
      for (Path page : files.filter(f -> f.toString().endsWith(".html")).toList()) {
        String[] parts = site.relativize(page).toString().split("/");
        if (parts.length == 1 ? parts[0].equals("404.html") : !LANGUAGES.contains(parts[0])) {
          continue;
        }
        String kind = parts.length == 1 ? "root" : parts[0] + " " + parts[1] + " " + parts.length;
        kinds.computeIfAbsent(kind, k -> new ArrayList<>()).add(page);
      }
    }
    kinds.forEach(
        (kind, pages) -> {
          pages.sort(Comparator.comparing((Path p) -> p.toFile().length()).thenComparing(p -> p));
          PAGES.put(archive + ", " + kind, pages.get(pages.size() / 2).toUri());
        });
  }

  @Test
  void aTitleThatALanguageLacksIsNotSaidInAnother() throws IOException {
    Path page = strange.resolve("zh/parallel/long-title/index.html");
    assertThat(Jsoup.parse(page).select(".parallel__titles > span").eachAttr("lang"))
        .containsExactly("zh-Hans", "en");
    assertThat(Jsoup.parse(page).select(".row--heads > .cell").eachAttr("lang"))
        .containsExactly("zh-Hans", "en", "ko");
  }

  @Test
  void hasEveryKindOfPage() {
    assertThat(PAGES.keySet())
        .anyMatch(k -> k.contains("zh reports 4"))
        .anyMatch(k -> k.contains("en parallel 4"))
        .anyMatch(k -> k.contains("en search 3"))
        .hasSizeGreaterThan(40);
  }

  @Test
  void axeFindsNothing() {
    List<String> findings = new ArrayList<>();
    PAGES.forEach(
        (kind, page) -> {
          browser.size(1280, 900);
          browser.darkMode(false);
          browser.go(page);
          browser.script(axe);
          findings.addAll(axe(kind, List.of()));
          browser.darkMode(true);
          findings.addAll(axe(kind + ", dark", List.of("color-contrast")));
          browser.size(360, 800);
          findings.addAll(axe(kind + ", narrow", List.of("color-contrast", "target-size")));
        });
    assertThat(findings).isEmpty();
  }

  /**
   * What axe finds on the page that is open.
   *
   * @param rules empty for all
   */
  private static List<String> axe(String page, List<String> rules) {
    return ((List<?>) Objects.requireNonNull(browser.later(AXE, rules)))
        .stream().map(finding -> page + ": " + finding).toList();
  }

  @Test
  void noPageScrollsSideways() {
    List<String> findings = new ArrayList<>();
    PAGES.forEach(
        (kind, page) -> {
          browser.size(1280, 800);
          browser.go(page);
          for (int widthPx : new int[] {1280, 640, 320}) {
            browser.size(widthPx, 800);
            for (Object wide : (List<?>) Objects.requireNonNull(browser.script(TOO_WIDE))) {
              findings.add(kind + " at " + widthPx + " px: " + wide);
            }
          }
        });
    assertThat(findings).isEmpty();
  }
}
