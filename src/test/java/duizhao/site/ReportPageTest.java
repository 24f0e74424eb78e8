package duizhao.site;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.model.Person;
import duizhao.model.Report;
import duizhao.plan.Page;
import duizhao.plan.Page.Related;
import duizhao.plan.Page.ReportPage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What the page of a report leads on to, explains and weighs. */
class ReportPageTest {

  private static final int FIRST_VIEW_BYTES = 40_000;
  private static final int SCRIPT_BYTES = 6_000;
  private static final int REQUESTS = 6;

  private final Site site = Site.withBase();

  private List<ReportPage> reports() {
    List<ReportPage> reports = new ArrayList<>();
    for (Page page : site.plan().pages()) {
      if (page instanceof ReportPage report) {
        reports.add(report);
      }
    }
    return reports;
  }

  private Document html(ReportPage page) {
    return site.page(page.head().path().value());
  }

  @Test
  void everyPersonAndBodyLeadsToTheSearchForThem() {
    int found = 0;
    for (ReportPage page : reports()) {
      List<String> names = new ArrayList<>();
      Report report = page.report();
      report.source().byline().forEach(l -> names.add(l.name().preferring(page.head().language())));
      report.people().stream()
          .map(Person::name)
          .forEach(n -> names.add(n.preferring(page.head().language())));
      report.organisations().forEach(o -> names.add(o.name().preferring(page.head().language())));
      List<String> asked = new ArrayList<>();
      for (Element link : html(page).select("main a.named")) {
        assertThat(link.attr("href")).startsWith("../../search/index.html?q=");
        asked.add(
            URLDecoder.decode(
                link.attr("href").replaceFirst(".*\\?q=", ""), StandardCharsets.UTF_8));
      }
      assertThat(asked)
          .containsExactlyInAnyOrderElementsOf(
              names.stream().map(n -> "person:\"" + n.replaceAll("[\"“”]", "") + "\"").toList());
      found += asked.size();
    }
    assertThat(found).isGreaterThan(100);
  }

  @Test
  void relatedReportsAreOthersEachOnceAndSayWhy() {
    Set<Page.Why> whys = new TreeSet<>();
    for (ReportPage page : reports()) {
      List<String> ids = page.related().stream().map(r -> r.report().id()).toList();
      assertThat(ids).doesNotHaveDuplicates().doesNotContain(page.report().id());
      List<Element> shown = html(page).select(".related li");
      assertThat(shown).hasSameSizeAs(ids);
      for (int i = 0; i < shown.size(); i++) {
        Related related = page.related().get(i);
        assertThat(related.reasons()).isNotEmpty().doesNotHaveDuplicates();
        String why = shown.get(i).select(".related__why").text();
        assertThat(why).isNotBlank();
        for (Page.Reason reason : related.reasons()) {
          whys.add(reason.why());
          assertThat(why)
              .contains(
                  reason.name() == null ? "" : reason.name().preferring(page.head().language()));
        }
      }
    }
    assertThat(whys).containsExactlyInAnyOrder(Page.Why.values());
  }

  @Test
  void aSharedSchemeIsAReasonThatBothReportsHave() {
    int schemes = 0;
    for (ReportPage page : reports()) {
      for (Related related : page.related()) {
        for (Page.Reason reason : related.reasons()) {
          if (reason.why() == Page.Why.SCHEME) {
            String id =
                site.plan().archive().programmes().values().stream()
                    .filter(p -> p.label().equals(reason.name()))
                    .findFirst()
                    .orElseThrow()
                    .id();
            assertThat(page.report().programmes()).extracting("id").contains(id);
            schemes++;
          }
        }
      }
    }
    assertThat(schemes).isPositive();
  }

  @Test
  void neighboursAreThoseOfTheFirstProgrammeInTime() {
    int trails = 0;
    List<Report> all = site.plan().archive().reports();
    for (ReportPage page : reports()) {
      Page.Trail trail = page.trail();
      if (trail == null) {
        continue;
      }
      trails++;
      assertThat(trail.programme()).isEqualTo(page.programmes().get(0));
      assertThat(html(page).select(".neighbours__in a").text())
          .isEqualTo(trail.programme().label().preferring(page.head().language()));
      int here = all.indexOf(page.report());
      if (trail.newer() != null) {
        assertThat(all.indexOf(trail.newer())).isLessThan(here);
      }
      if (trail.older() != null) {
        assertThat(all.indexOf(trail.older())).isGreaterThan(here);
      }
      assertThat(html(page).select(".neighbours__newer, .neighbours__older"))
          .hasSize((trail.newer() == null ? 0 : 1) + (trail.older() == null ? 0 : 1));
    }
    assertThat(trails).isGreaterThan(40);
  }

  @Test
  void everyMarkedTermHasItsNoteAndIsMarkedOnce() {
    int marks = 0;
    for (ReportPage page : reports()) {
      Document html = html(page);
      Set<String> seen = new HashSet<>();
      for (Element term : html.select(".text .term")) {
        String id = term.attr("aria-describedby");
        assertThat(seen.add(id)).as("%s %s", page.head().path(), id).isTrue();
        assertThat(term.parents().is("a, h1, h2, h3, h4, h5, h6, code, pre")).isFalse();
        Element note = html.getElementById(id);
        assertThat(note).isNotNull();
        assertThat(note.closest(".block")).isEqualTo(term.closest(".block"));
        assertThat(note.closest("p")).isNull();
        assertThat(note.select("b")).hasSize(2);
        assertThat(note.select("a").attr("href"))
            .matches(
                "\\.\\./\\.\\./glossary/[a-z0]/index\\.html#" + id.replaceFirst("gloss-", "term-"));
        String ordinal = term.className().replaceAll(".*term--", "");
        assertThat(note.hasClass("gloss--" + ordinal)).isTrue();
        marks++;
      }
    }
    assertThat(marks).isGreaterThan(500);
  }

  @Test
  void theParagraphsSayWhatTheyWouldSayWithoutMarks() {
    for (ReportPage page : reports()) {
      page.shown()
          .body()
          .blocks()
          .forEach(
              block -> {
                Element shown = html(page).getElementById("p" + block.number());
                assertThat(shown.child(0).text().replaceAll("\\s", ""))
                    .as("%s %d", page.head().path(), block.number())
                    .isEqualTo(block.text().replaceAll("\\s", ""));
              });
    }
  }

  @Test
  void aFirstViewStaysSmall() {
    int most = 0;
    for (ReportPage page : reports()) {
      Document html = html(page);
      Set<String> files = new TreeSet<>();
      for (Element link : html.select("link[rel=stylesheet], link[rel=icon]")) {
        files.add(link.attr("href"));
      }
      html.select("script[src], img[src]").forEach(e -> files.add(e.attr("src")));
      int bytes = gzip(page.head().path().value());
      for (String file : files) {
        String path = file.replaceFirst("(\\.\\./)+", "");
        int size = gzip(path);
        bytes += size;
        if (path.endsWith(".js")) {
          assertThat(size).isLessThanOrEqualTo(SCRIPT_BYTES);
        }
      }
      assertThat(files.size() + 1).isLessThanOrEqualTo(REQUESTS);
      most = Math.max(most, bytes);
    }
    assertThat(most).isBetween(1, FIRST_VIEW_BYTES);
  }

  private int gzip(String path) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(Files.readAllBytes(site.folder().resolve(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.size();
  }

  @Test
  void offersEachCitedWorkAloneForReferenceManagers() {
    Document html = site.page("en/reports/yinchuan-workers-homes/index.html");
    assertThat(html.select(".cite a[download][href^=data:]").eachAttr("download"))
        .containsExactly(
            "yinchuan-workers-homes-original.bib",
            "yinchuan-workers-homes-original.ris",
            "yinchuan-workers-homes-original.json",
            "yinchuan-workers-homes-edition.bib",
            "yinchuan-workers-homes-edition.ris",
            "yinchuan-workers-homes-edition.json");
    String ris =
        URLDecoder.decode(
            html.select(".cite a[download$=original.ris]").attr("href").split(",", 2)[1],
            StandardCharsets.UTF_8);
    assertThat(ris).startsWith("TY  - NEWS\r\n").containsOnlyOnce("TY  - ").contains("银川");
  }
}
