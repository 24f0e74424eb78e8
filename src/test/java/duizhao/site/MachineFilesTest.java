package duizhao.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import duizhao.plan.Feed;
import duizhao.plan.Page;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Feeds, sitemap and data files are well-formed, and lead to what is there. */
class MachineFilesTest {

  private static final String ALL = "duizhao.site.Site#all";
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";

  private static Document xml(Site site, String path) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(site.folder().resolve(path).toFile());
  }

  private static List<Element> elements(Element parent, String namespace, String name) {
    List<Element> elements = new ArrayList<>();
    NodeList nodes = parent.getElementsByTagNameNS(namespace, name);
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static String text(Element parent, String name) {
    return elements(parent, ATOM, name).stream()
        .filter(child -> child.getParentNode() == parent)
        .map(Element::getTextContent)
        .findFirst()
        .orElse("");
  }

  /** The file that an address leads to from another file. */
  private static String file(Site site, String from, String address) {
    String base = site.base() == null ? "https://no-base.example/" : site.base();
    String full = URI.create(base + from).resolve(address).toString();
    String path = full.startsWith(base) ? full.substring(base.length()) : full;
    return path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void everyFeedHasWhatAtomAsksForAndLeadsToItsReports(Site site) throws Exception {
    Set<String> ids = new HashSet<>();
    assertThat(site.plan().feeds()).isNotEmpty();
    for (Feed planned : site.plan().feeds()) {
      String path = planned.path().value();
      Element feed = xml(site, path).getDocumentElement();
      assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
      assertThat(ids.add(text(feed, "id"))).as(path + ": id is unique").isTrue();
      assertThat(text(feed, "title")).as(path).isNotBlank();
      assertThat(OffsetDateTime.parse(text(feed, "updated"))).as(path).isNotNull();
      List<Element> entries = elements(feed, ATOM, "entry");
      assertThat(entries).as(path).hasSameSizeAs(planned.reports());
      for (Element entry : entries) {
        assertThat(URI.create(text(entry, "id")).isAbsolute()).as(path).isTrue();
        assertThat(text(entry, "title")).as(path).isNotBlank();
        assertThat(OffsetDateTime.parse(text(entry, "updated"))).as(path).isNotNull();
      }
      for (Element link : elements(feed, ATOM, "link")) {
        if (!link.getAttribute("rel").equals("license")) {
          assertThat(site.files()).contains(file(site, path, link.getAttribute("href")));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void everyPageNamesTheFeedOfWhatItLists(Site site) {
    for (Page page : site.plan().pages()) {
      String path = page.head().path().value();
      List<String> named =
          site.page(path).select("link[type=application/atom+xml]").eachAttr("href").stream()
              .map(address -> file(site, path, address))
              .toList();
      assertThat(named)
          .as(path)
          .isEqualTo(page.head().feed() == null ? List.of() : List.of(page.head().feed().value()));
    }
  }

  @Test
  void theSitemapNamesEveryPageThatSearchEnginesShouldKeepAndNoOther() throws Exception {
    for (Site site : List.of(Site.withBase(), Site.incomplete())) {
      Set<String> expected = new TreeSet<>();
      for (Page page : site.plan().pages()) {
        if (page.head().indexed() && page.head().canonical().equals(page.head().path())) {
          expected.add(page.head().path().value());
        }
      }
      Element sitemap = xml(site, "sitemap.xml").getDocumentElement();
      List<String> named =
          elements(sitemap, SITEMAP, "loc").stream()
              .map(location -> file(site, "sitemap.xml", location.getTextContent()))
              .toList();
      assertThat(named).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
      for (Element link : elements(sitemap, "http://www.w3.org/1999/xhtml", "link")) {
        assertThat(site.files()).contains(file(site, "sitemap.xml", link.getAttribute("href")));
      }
    }
  }

  @Test
  void withoutABaseUrlThereIsNoSitemap() throws IOException {
    Site site = Site.withoutAddress();
    assertThat(site.files()).doesNotContain("sitemap.xml").contains("robots.txt");
    assertThat(Files.readString(site.folder().resolve("robots.txt"))).doesNotContain("Sitemap");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void dataFilesHoldEveryReport(Site site) throws IOException {
    String json = Files.readString(site.folder().resolve("data/reports.json"));
    assertThat(JsonParser.parseString(json)).isNotNull();
    String csv = Files.readString(site.folder().resolve("data/reports.csv"));
    site.plan()
        .archive()
        .reports()
        .forEach(
            report -> {
              assertThat(json).contains("\"" + report.id() + "\"");
              assertThat(csv).contains(report.id());
            });
  }
}
