package duizhao.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class AtomFeedTest {

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  private static final Map<String, String> SITE = Sample.export(Sample.plan(Sample.BASE));
  private static final Map<String, String> NOWHERE = Sample.export(Sample.plan(null));

  private static List<Element> all(Element parent, String name) {
    return XmlTree.children(parent, ATOM, name);
  }

  private static Element only(Element parent, String name) {
    assertThat(all(parent, name)).as(name).hasSize(1);
    return all(parent, name).get(0);
  }

  private static Element feed(Map<String, String> files, String path) {
    return XmlTree.read(files.get(path));
  }

  private static Element entry(Element feed, String end) {
    return all(feed, "entry").stream()
        .filter(e -> only(e, "link", "alternate").getAttribute("href").contains("/" + end + "/"))
        .findFirst()
        .orElseThrow();
  }

  private static Element only(Element parent, String name, String rel) {
    List<Element> found =
        all(parent, name).stream().filter(e -> e.getAttribute("rel").equals(rel)).toList();
    assertThat(found).as(rel).hasSize(1);
    return found.get(0);
  }

  private static List<String> categories(Element entry) {
    return all(entry, "category").stream().map(e -> e.getAttribute("term")).toList();
  }

  @Test
  void everyFeedHasWhatRfc4287Requires() {
    List<Element> feeds = new ArrayList<>();
    for (Map<String, String> files : List.of(SITE, NOWHERE)) {
      files.forEach(
          (path, text) -> {
            if (path.endsWith("feed.xml")) {
              feeds.add(XmlTree.read(text));
            }
          });
    }

    // Two sites; in each, two languages; in each, the home, two regions and two programmes.
    assertThat(feeds).hasSize(2 * 2 * 5);
    for (Element feed : feeds) {
      assertThat(feed.getLocalName()).isEqualTo("feed");
      assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
      assertThat(feed.getAttributeNS(XML, "lang")).isIn("zh-Hans", "en");
      assertThat(only(only(feed, "author"), "name").getTextContent()).isNotBlank();
      assertThat(only(feed, "link", "self").getAttribute("href")).endsWith("feed.xml");
      only(feed, "link", "alternate");
      requires(feed);
      all(feed, "entry").forEach(AtomFeedTest::requires);
    }
  }

  private static void requires(Element element) {
    assertThat(URI.create(only(element, "id").getTextContent()).isAbsolute()).isTrue();
    assertThat(only(element, "title").getTextContent()).isNotBlank();
    OffsetDateTime.parse(only(element, "updated").getTextContent());
  }

  @Test
  void idsAreUniqueAndTheSameReportHasOneIdInEveryFeedOfALanguage() {
    for (Map<String, String> files : List.of(SITE, NOWHERE)) {
      String home = only(entry(feed(files, "en/feed.xml"), "rich"), "id").getTextContent();
      String region =
          only(entry(feed(files, "en/regions/ningxia/feed.xml"), "rich"), "id").getTextContent();
      String other = only(entry(feed(files, "zh/feed.xml"), "rich"), "id").getTextContent();
      assertThat(region).isEqualTo(home);
      assertThat(other).isNotEqualTo(home);

      List<String> ids = new ArrayList<>();
      files.forEach(
          (path, text) -> {
            if (path.endsWith("feed.xml")) {
              ids.add(only(XmlTree.read(text), "id").getTextContent());
            }
          });
      assertThat(ids).doesNotHaveDuplicates();
    }
  }

  @Test
  void linksAreFullWithABaseUrlAndRelativeToTheFeedWithoutOne() {
    assertThat(
            only(entry(feed(SITE, "en/feed.xml"), "rich"), "link", "alternate")
                .getAttribute("href"))
        .isEqualTo("https://example.org/archive/en/reports/rich/");
    assertThat(
            only(
                    entry(feed(NOWHERE, "en/regions/ningxia/yinchuan/feed.xml"), "rich"),
                    "link",
                    "alternate")
                .getAttribute("href"))
        .isEqualTo("../../../reports/rich/index.html");
  }

  @Test
  void textSurvivesAsItWasWritten() {
    Element entry = entry(feed(SITE, "zh/feed.xml"), "rich");

    assertThat(only(entry, "title").getTextContent()).isEqualTo("标题" + Sample.HOSTILE);
    assertThat(only(entry, "summary").getTextContent()).isEqualTo(Sample.FORMULA);
    assertThat(only(entry, "link", "via").getAttribute("href"))
        .isEqualTo("https://paper.example/2020?a=1&b=2");
  }

  @Test
  void charactersThatXmlForbidsAreReplaced() {
    String xml = new XmlText().leaf("a", "x\u0000\uFFFE\uD800y", "b", "\u000Bz").finish();

    assertThat(XmlTree.read(xml).getTextContent()).isEqualTo("x\uFFFD\uFFFD\uFFFDy");
    assertThat(XmlTree.read(xml).getAttribute("b")).isEqualTo("\uFFFDz");
  }

  @Test
  void timesComeFromTheReports() {
    Element feed = feed(SITE, "en/feed.xml");
    Element rich = entry(feed, "rich");
    Element month = entry(feed, "untranslated");

    assertThat(only(rich, "published").getTextContent()).isEqualTo("2020-11-18T00:00:00Z");
    assertThat(only(rich, "updated").getTextContent()).isEqualTo("2026-11-01T00:00:00Z");
    assertThat(only(month, "updated").getTextContent()).isEqualTo("2020-03-01T00:00:00Z");
    assertThat(only(feed, "updated").getTextContent()).isEqualTo("2026-11-01T00:00:00Z");
  }

  @Test
  void aReportWithoutAFirstDayIsNotSaidToBePublishedOnOne() {
    Element feed =
        feed(
            Sample.export(Sample.plan(Sample.BASE, List.of(Sample.bare("open", "../2019-05")))),
            "en/feed.xml");

    assertThat(all(entry(feed, "open"), "published")).isEmpty();
    assertThat(only(entry(feed, "open"), "updated").getTextContent())
        .isEqualTo("2019-05-31T00:00:00Z");
  }

  @Test
  void anEmptyFeedWasNeverUpdated() {
    Element feed = feed(Sample.export(Sample.plan(Sample.BASE, List.of())), "en/feed.xml");

    assertThat(all(feed, "entry")).isEmpty();
    assertThat(only(feed, "updated").getTextContent()).isEqualTo("1970-01-01T00:00:00Z");
  }

  @Test
  void categoriesNameProgrammesRegionsAndTheStateOfATranslation() {
    assertThat(categories(entry(feed(SITE, "en/feed.xml"), "rich")))
        .containsExactly("homes", "card", "640100", "machine-draft");
    assertThat(categories(entry(feed(SITE, "zh/feed.xml"), "rich")))
        .containsExactly("homes", "card", "640100");
  }

  @Test
  void anUntranslatedReportSaysSoAndNamesTheLanguageOfItsWords() {
    Element english = entry(feed(SITE, "en/feed.xml"), "untranslated");
    Element chinese = entry(feed(SITE, "zh/feed.xml"), "untranslated");

    assertThat(categories(english)).containsExactly("none");
    assertThat(only(english, "title").getAttributeNS(XML, "lang")).isEqualTo("zh-Hans");
    assertThat(only(english, "link", "alternate").hasAttribute("hreflang")).isFalse();
    assertThat(only(chinese, "title").hasAttributeNS(XML, "lang")).isFalse();
    assertThat(only(chinese, "link", "alternate").getAttribute("hreflang")).isEqualTo("zh-Hans");
  }

  @Test
  void theTitleNamesTheArchiveAndTheSubject() {
    assertThat(only(feed(SITE, "zh/programmes/homes/feed.xml"), "title").getTextContent())
        .isEqualTo("对照 & 档案 · 项目 homes");
    assertThat(only(feed(SITE, "en/feed.xml"), "rights").getTextContent())
        .isEqualTo("Creative Commons Attribution");
  }
}
