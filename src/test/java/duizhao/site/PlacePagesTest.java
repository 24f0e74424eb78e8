package duizhao.site;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.plan.Comparison;
import duizhao.plan.Page;
import duizhao.plan.Page.ProgrammeOverview;
import duizhao.plan.Page.ProgrammePage;
import duizhao.plan.Page.RegionOverview;
import duizhao.plan.Page.RegionPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of regions and programmes, where there is much to show and where there is nothing. */
class PlacePagesTest {

  @TempDir static Path folder;
  private static PlacesArchive archive;

  @BeforeAll
  static void build() throws IOException {
    archive = PlacesArchive.in(folder);
  }

  private static Document page(String path) throws IOException {
    return Jsoup.parse(Files.readString(archive.folder().resolve(path)));
  }

  private static Page planned(String path) {
    return archive.plan().pages().stream()
        .filter(page -> page.head().path().value().equals(path))
        .findFirst()
        .orElseThrow();
  }

  private static ProgrammeOverview programme(String id) {
    return Objects.requireNonNull(
        ((ProgrammePage) planned("zh/programmes/" + id + "/index.html")).overview());
  }

  private static RegionOverview region(String path) {
    return Objects.requireNonNull(
        ((RegionPage) planned("zh/regions/" + path + "/index.html")).overview());
  }

  // ---- the map ----

  @ParameterizedTest
  @ValueSource(strings = {"zh/regions/index.html", "fr/programmes/stations/index.html"})
  void theMapLinksEachUnitThatHasReportsAndSaysItsNameAndNumber(String path) throws IOException {
    Document page = page(path);
    assertThat(page.select("svg.map .tile")).hasSize(34);
    assertThat(page.select("svg.map a")).hasSize(10);
    assertThat(page.select("svg.map a"))
        .allMatch(a -> a.attr("aria-label").matches(".+[(（：:].*[0-9].*"))
        .allMatch(a -> a.attr("aria-label").contains(a.select(".tile__count").text()))
        .allMatch(a -> a.selectFirst("title").text().equals(a.attr("aria-label")))
        .allMatch(a -> a.attr("href").endsWith("/index.html"));
    assertThat(page.select("svg.map g.tile")).allMatch(g -> g.attr("aria-hidden").equals("true"));
    Element map = Objects.requireNonNull(page.selectFirst("svg.map"));
    assertThat(page.getElementById(map.attr("aria-labelledby"))).isNotNull();
  }

  @Test
  void theTableHasWhatTheMapShows() throws IOException {
    Document page = page("en/regions/index.html");
    assertThat(page.select(".ranks tbody tr")).hasSize(10);
    assertThat(page.select(".ranks tbody th").eachText()).startsWith("Zhejiang");
    for (Element tile : page.select("svg.map a")) {
      String row =
          page.select(".ranks tr:has(a[href=" + tile.attr("href") + "]) .ranks__count").text();
      assertThat(row).as(tile.attr("aria-label")).isEqualTo(tile.select(".tile__count").text());
    }
  }

  // ---- a programme ----

  @Test
  void onlyTheFirstPageOfALongListHasMapsAndTables() throws IOException {
    assertThat(page("zh/programmes/stations/index.html").select("svg.map, .bars, .figures"))
        .hasSize(3);
    Document second = page("zh/programmes/stations/page/2/index.html");
    assertThat(second.select("svg.map, .bars, .figures, .columns__side")).isEmpty();
    assertThat(second.select(".pager [aria-current]").text()).isEqualTo("2");
    assertThat(second.select("#reports").text()).isEqualTo("报道·第2页");
    assertThat(second.select(".card")).hasSize(50);
  }

  @Test
  void comparesOnlyWhatSeveralRegionsState() throws IOException {
    List<Comparison> comparisons = programme("stations").comparisons();
    assertThat(comparisons).hasSize(2);
    assertThat(comparisons.get(0).bars()).hasSize(12);
    assertThat(comparisons.get(0).bars().get(0).percent()).isEqualTo(100);
    assertThat(comparisons.get(0).bars().get(11).percent()).isEqualTo(23);
    Document page = page("en/programmes/stations/index.html");
    assertThat(page.select("table.compare[data-sortable] caption").eachText())
        .containsExactly("Stations built", "Unit: stations");
    assertThat(page.select("table.compare tbody td[data-value]").eachAttr("data-value"))
        .startsWith("10000", "9300")
        .contains("2300");
    assertThat(page.select("table.compare tbody tr").first().text())
        .startsWith("Zhejiang 10,000 stations");
  }

  @Test
  void comparesTheRestByUnitAndSaysWhatEachLineCounts() throws IOException {
    Comparison stations = programme("stations").comparisons().get(1);
    assertThat(stations.what()).isNull();
    assertThat(stations.unit().id()).isEqualTo("stations");
    assertThat(stations.bars()).hasSize(12);
    Element first =
        page("en/programmes/stations/index.html")
            .select("table.compare")
            .get(1)
            .select("tr")
            .get(1);
    assertThat(first.text()).isEqualTo("Ningxia Stations of kind 119 119 stations");
    assertThat(first.select(".compare__what a").attr("href")).endsWith("/report-119/index.html#p1");
  }

  @Test
  void saysHowManyFiguresItLeavesOut() throws IOException {
    assertThat(programme("stations").figures()).hasSize(100);
    assertThat(programme("stations").figureCount()).isEqualTo(PlacesArchive.REPORTS);
    assertThat(page("en/programmes/stations/index.html").select("p.note").text())
        .contains("100 most recent of 120");
    assertThat(page("en/programmes/harbour/index.html").select("p.note")).isEmpty();
  }

  @Test
  void barsOfYearsSayTheirNumbersAndTheirDoubts() throws IOException {
    Document page = page("en/programmes/stations/index.html");
    List<String> bars = page.select(".bars .hidden").eachText();
    assertThat(bars)
        .hasSize(6)
        .anyMatch("2021: 21 reports, of which 1 may belong to another year"::equals);
    assertThat(bars.get(0)).startsWith("2018: 19 reports");
    assertThat(page.select("#hatch")).hasSize(1);
    assertThat(page.select(".bar--open")).allMatch(bar -> bar.attr("fill").equals("url(#hatch)"));
    assertThat(page.select(".bars .bar--open")).hasSize(3);
    assertThat(page.select(".chart figcaption").text())
        .contains("Hatched")
        .contains("1 more report has no known year.");
  }

  @Test
  void aSchemeSaysWhereAndSinceWhenAndWhoReportsIt() throws IOException {
    ProgrammeOverview overview = programme("harbour");
    assertThat(Objects.requireNonNull(overview.firstReport()).id()).isEqualTo("report-7");
    assertThat(overview.newspapers()).extracting(n -> n.newspaper().id()).containsExactly("daily");
    Document page = page("en/programmes/harbour/index.html");
    assertThat(page.select(".facts").text())
        .contains("Runs in: Zhejiang", "First reported here: August 2019·Number 7");
    assertThat(page.select("h1").attr("lang")).isEqualTo("zh-Hans");
    assertThat(page.select("svg.mini--locator").attr("aria-label")).contains("Shanghai");
  }

  @Test
  void aReportOfAnUnknownYearIsNotTheFirst() {
    assertThat(Objects.requireNonNull(programme("stations").firstReport()).source().date().text())
        .isEqualTo("2018-01");
  }

  @Test
  void relatedProgrammesSayHowManyReportsTheyShare() {
    assertThat(programme("stations").related())
        .extracting(r -> r.programme().id() + " " + r.shared())
        .containsExactly("culture 1", "homes 0");
    assertThat(programme("culture").related())
        .extracting(r -> r.programme().id() + " " + r.shared())
        .containsExactly("stations 1");
  }

  @Test
  void aProgrammeWithoutReportsIsAPageWithoutEmptyParts() throws IOException {
    Document page = page("en/programmes/homes/index.html");
    assertThat(page.select(".empty")).hasSize(1);
    assertThat(page.select("svg.map, svg.mini, .bars, table")).isEmpty();
    assertThat(page.select("main h2").eachText()).containsExactly("Reports");
  }

  // ---- a region ----

  @Test
  void aRegionKnowsItsPlacesAndItsNeighboursInTheTree() {
    RegionOverview zhejiang = region("zhejiang");
    assertThat(zhejiang.children()).extracting(n -> n.region().code()).containsExactly("330100");
    assertThat(zhejiang.siblings()).hasSize(9);
    assertThat(region("zhejiang/hangzhou").siblings()).isEmpty();
    assertThat(zhejiang.map().tiles()).filteredOn(t -> t.shade() > 0).hasSize(1);
  }

  @Test
  void aPlaceWithoutAnEnglishNameKeepsItsOwnInItsLanguage() throws IOException {
    String path =
        archive.plan().pages().stream()
            .filter(p -> p instanceof RegionPage r && r.region().code().equals("new-area"))
            .map(p -> p.head().path().value())
            .filter(p -> p.startsWith("en/"))
            .findFirst()
            .orElseThrow();
    Document page = page(path);
    assertThat(page.select("h1").text()).isEqualTo("某新区");
    assertThat(page.select("h1").attr("lang")).isEqualTo("zh-Hans");
    assertThat(page.select("svg.mini--locator")).hasSize(1);
    assertThat(page.select("svg.mini--locator .shade--3")).hasSize(1);
  }

  @Test
  void everyListOfReportsKeepsItsFeed() throws IOException {
    for (String path : List.of("en/regions/zhejiang/", "en/programmes/stations/")) {
      assertThat(page(path + "index.html").select(".facts a[type=application/atom+xml]"))
          .as(path)
          .hasSize(1);
      assertThat(archive.folder().resolve(path + "feed.xml")).exists();
    }
  }

  // ---- all of them ----

  @Test
  void everyPageIsValid() throws Exception {
    try (Stream<Path> files = Files.walk(archive.folder())) {
      List<Path> pages =
          files
              .filter(file -> file.toString().matches(".*/(regions|programmes)/.*[.]html"))
              .toList();
      assertThat(pages).hasSizeGreaterThan(50);
      assertThat(HtmlValidityTest.complaints(pages)).isEmpty();
    }
  }

  @Test
  void everyLinkAndPictureHasAName() throws IOException {
    try (Stream<Path> files = Files.walk(archive.folder())) {
      for (Path file : files.filter(f -> f.toString().endsWith(".html")).toList()) {
        Document page = Jsoup.parse(Files.readString(file));
        assertThat(page.select("a[href]"))
            .as(file.toString())
            .allMatch(a -> !(a.text() + a.attr("aria-label")).isBlank());
        assertThat(page.select("svg"))
            .as(file.toString())
            .allMatch(
                svg ->
                    svg.attr("aria-hidden").equals("true")
                        || svg.hasAttr("aria-labelledby")
                        || (svg.attr("role").equals("img") && !svg.attr("aria-label").isBlank()));
        assertThat(page.select("[style]")).as(file.toString()).isEmpty();
      }
    }
  }
}
