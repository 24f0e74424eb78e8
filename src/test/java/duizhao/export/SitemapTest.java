package duizhao.export;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.plan.Addresses;
import duizhao.plan.Document;
import duizhao.plan.Head;
import duizhao.plan.Page;
import duizhao.plan.SitePath;
import duizhao.plan.SitePlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class SitemapTest {

  private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
  private static final String XHTML = "http://www.w3.org/1999/xhtml";

  /** The alternates of each address, by language. */
  private static Map<String, Map<String, String>> addresses(String xml) {
    Map<String, Map<String, String>> addresses = new LinkedHashMap<>();
    for (Element url : XmlTree.children(XmlTree.read(xml), SITEMAP, "url")) {
      Map<String, String> alternates = new LinkedHashMap<>();
      for (Element link : XmlTree.children(url, XHTML, "link")) {
        assertThat(link.getAttribute("rel")).isEqualTo("alternate");
        alternates.put(link.getAttribute("hreflang"), link.getAttribute("href"));
      }
      addresses.put(text(url, "loc"), alternates);
    }
    return addresses;
  }

  private static String text(Element parent, String name) {
    return XmlTree.children(parent, SITEMAP, name).stream()
        .map(Element::getTextContent)
        .findFirst()
        .orElse("");
  }

  private static Map<String, Map<String, String>> sample() {
    return addresses(Sample.export(Sample.plan(Sample.BASE)).get("sitemap.xml"));
  }

  @Test
  void everyAlternateNamesItsAlternatesInTurn() {
    Map<String, Map<String, String>> addresses = sample();

    assertThat(addresses).hasSizeGreaterThan(20);
    addresses.forEach(
        (address, alternates) ->
            alternates
                .values()
                .forEach(other -> assertThat(addresses.get(other)).isEqualTo(alternates)));
    addresses.forEach(
        (address, alternates) -> {
          if (!alternates.isEmpty()) {
            assertThat(alternates).containsValue(address);
          }
        });
  }

  @Test
  void theChoiceOfLanguageIsTheDefaultOfTheHomePages() {
    Map<String, String> homes =
        Map.of("zh-Hans", Sample.BASE + "zh/", "en", Sample.BASE + "en/", "x-default", Sample.BASE);

    assertThat(sample())
        .containsEntry(Sample.BASE, homes)
        .containsEntry(Sample.BASE + "zh/", homes)
        .containsEntry(Sample.BASE + "en/", homes);
    assertThat(sample().get(Sample.BASE + "en/reports/rich/")).containsOnlyKeys("zh-Hans", "en");
  }

  @Test
  void anUntranslatedReportIsListedOnceAndAnnouncesNoTranslation() {
    assertThat(sample())
        .containsEntry(Sample.BASE + "zh/reports/untranslated/", Map.of())
        .doesNotContainKey(Sample.BASE + "en/reports/untranslated/");
  }

  @Test
  void pagesThatAreNotToBeFoundAreLeftOut() {
    assertThat(sample().keySet())
        .noneMatch(address -> address.contains("404") || address.contains("old-rich"));
  }

  @Test
  void onlyACorrectedReportHasADate() {
    String xml = Sample.export(Sample.plan(Sample.BASE)).get("sitemap.xml");

    List<String> dated = new ArrayList<>();
    for (Element url : XmlTree.children(XmlTree.read(xml), SITEMAP, "url")) {
      if (!text(url, "lastmod").isEmpty()) {
        dated.add(text(url, "loc").substring(Sample.BASE.length()) + " " + text(url, "lastmod"));
      }
    }
    assertThat(dated)
        .containsExactlyInAnyOrder(
            "zh/reports/rich/ 2026-11-01",
            "zh/parallel/rich/ 2026-11-01",
            "en/reports/rich/ 2026-11-01",
            "en/parallel/rich/ 2026-11-01");
  }

  @Test
  void aLongListIsCutIntoFilesWithAnIndex() {
    SitePlan plan = Sample.plan(Sample.BASE, Sample.many(30));
    Map<String, String> whole = new LinkedHashMap<>();
    Map<String, String> parts = new LinkedHashMap<>();
    Sitemap.write(plan, 1000, file -> whole.put(file.path().value(), file.text()));
    Sitemap.write(plan, 50, file -> parts.put(file.path().value(), file.text()));

    List<String> listed = new ArrayList<>();
    Element index = XmlTree.read(parts.remove("sitemap.xml"));
    assertThat(index.getLocalName()).isEqualTo("sitemapindex");
    XmlTree.children(index, SITEMAP, "sitemap").forEach(e -> listed.add(text(e, "loc")));
    assertThat(listed)
        .hasSizeGreaterThan(2)
        .containsExactlyElementsOf(parts.keySet().stream().map(p -> Sample.BASE + p).toList());
    Map<String, Map<String, String>> joined = new LinkedHashMap<>();
    parts
        .values()
        .forEach(
            xml -> {
              assertThat(addresses(xml)).hasSizeLessThanOrEqualTo(50);
              joined.putAll(addresses(xml));
            });
    assertThat(joined).isEqualTo(addresses(whole.get("sitemap.xml")));
  }

  private static SitePlan only(SitePlan plan, Document... documents) {
    return new SitePlan(
        plan.archive(),
        plan.addresses(),
        plan.pages(),
        List.of(),
        List.of(documents),
        null,
        null,
        List.of(),
        List.of());
  }

  @Test
  void aSiteWithoutAnAddressHasNoSitemapEvenWhereOneIsPlanned() {
    SitePlan asked = only(Sample.plan(null), Document.SITEMAP, Document.ROBOTS);

    assertThat(besideCitations(asked))
        .containsExactly(Map.entry("robots.txt", "User-agent: *\nAllow: /\n"));
  }

  @Test
  void robotsAreToldOfNoSitemapWhereNoneIsPlanned() {
    assertThat(besideCitations(only(Sample.plan(Sample.BASE), Document.ROBOTS)))
        .containsEntry("robots.txt", "User-agent: *\nAllow: /\n")
        .containsOnlyKeys("robots.txt", "opensearch-zh.xml", "opensearch-en.xml");
  }

  @Test
  void aPageThatAnotherStandsForIsLeftOut() {
    SitePlan plan = Sample.plan(Sample.BASE);
    SitePath path = plan.addresses().home(Sample.EN);
    Page copy =
        new Page.ChoicePage(new Head(path, Sample.EN, List.of(), Addresses.ROOT, true, null));
    Page kept = new Page.ChoicePage(new Head(path, Sample.EN, List.of(), path, true, null));
    SitePlan asked =
        new SitePlan(
            plan.archive(),
            plan.addresses(),
            List.of(copy, kept, copy),
            List.of(),
            List.of(Document.SITEMAP),
            null,
            null,
            List.of(),
            List.of());

    assertThat(Sample.export(asked).get("sitemap.xml")).containsOnlyOnce("<url>");
  }

  @Test
  void robotsAreToldOfTheSitemap() {
    assertThat(Sample.export(Sample.plan(Sample.BASE)).get("robots.txt"))
        .isEqualTo("User-agent: *\nAllow: /\n\nSitemap: https://example.org/archive/sitemap.xml\n");
  }

  private static Map<String, String> besideCitations(SitePlan plan) {
    Map<String, String> files = Sample.export(plan);
    files.keySet().removeIf(path -> path.startsWith("data/citations/"));
    return files;
  }
}
