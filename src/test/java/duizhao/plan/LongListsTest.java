package duizhao.plan;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.export.Sample;
import duizhao.model.Report;
import duizhao.plan.Page.FigureRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Lists too long for one page: every thing stands on one page of them, and the pages hang together.
 */
class LongListsTest {

  private static final SitePlan PLAN =
      Sample.plan(Sample.BASE, IntStream.range(0, 520).mapToObj(n -> rich("report-" + n)).toList());

  private static Report rich(String id) {
    Report rich = Sample.rich();
    return new Report(
        id,
        rich.at(),
        rich.title(),
        rich.summary(),
        rich.kind(),
        rich.source(),
        rich.regions(),
        rich.programmes(),
        rich.people(),
        rich.organisations(),
        rich.figures(),
        rich.pictures(),
        rich.translation(),
        rich.updated(),
        List.of(),
        rich.editions());
  }

  /** The pages of one list in one language, in the order in which a reader comes to them. */
  private static <P extends Page> List<P> pages(
      Class<P> kind, Function<P, Pager> pager, SitePath first) {
    Map<SitePath, P> byPath = new HashMap<>();
    PLAN.pages().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .forEach(page -> byPath.put(page.head().path(), page));
    List<P> pages = new ArrayList<>();
    SitePath previous = null;
    for (SitePath path = first;
        path != null;
        path = pager.apply(pages.get(pages.size() - 1)).next()) {
      P page = Objects.requireNonNull(byPath.get(path), path::value);
      pages.add(page);
      assertThat(pager.apply(page).number()).isEqualTo(pages.size());
      assertThat(pager.apply(page).previous()).isEqualTo(previous);
      previous = path;
    }
    assertThat(pager.apply(pages.get(0)).pages())
        .isEqualTo(pages.stream().map(page -> page.head().path()).toList());
    return pages;
  }

  private static void holdsEveryReportOnce(List<List<Report>> pages) {
    assertThat(pages).hasSize(11).allMatch(page -> page.size() <= SitePlanner.REPORTS_A_PAGE);
    assertThat(pages.stream().flatMap(List::stream).map(Report::id))
        .containsExactlyInAnyOrderElementsOf(
            PLAN.archive().reports().stream().map(Report::id).toList());
  }

  @Test
  void allReports() {
    SitePath first = PLAN.addresses().section(Section.REPORTS, Sample.EN);
    holdsEveryReportOnce(
        pages(Page.ReportListPage.class, Page.ReportListPage::pager, first).stream()
            .map(Page.ReportListPage::reports)
            .toList());
  }

  @Test
  void aProgrammeWhoseFirstPageAloneHasTheOverview() {
    SitePath first = PLAN.addresses().programme("homes", Sample.EN);
    List<Page.ProgrammePage> pages =
        pages(Page.ProgrammePage.class, Page.ProgrammePage::pager, first);
    holdsEveryReportOnce(pages.stream().map(Page.ProgrammePage::reports).toList());
    assertThat(pages.get(0).overview()).isNotNull();
    assertThat(pages.subList(1, 11)).allMatch(page -> page.overview() == null);
  }

  @Test
  void aRegion() {
    SitePath first =
        PLAN.addresses()
            .region(Objects.requireNonNull(PLAN.archive().regions().get("640100")), Sample.EN);
    holdsEveryReportOnce(
        pages(Page.RegionPage.class, Page.RegionPage::pager, first).stream()
            .map(Page.RegionPage::reports)
            .toList());
  }

  @Test
  void aMonthOneOfWhoseDaysGoesOnOverPages() {
    SitePath first = new SitePath("en/years/2020/11/index.html");
    List<Page.MonthPage> pages = pages(Page.MonthPage.class, Page.MonthPage::pager, first);
    holdsEveryReportOnce(
        pages.stream()
            .map(page -> page.days().stream().flatMap(day -> day.reports().stream()).toList())
            .toList());
    assertThat(pages).allMatch(page -> page.days().get(0).day() == 18);
  }

  @Test
  void figures() {
    SitePath first = PLAN.addresses().section(Section.FIGURES, Sample.EN);
    List<Page.FiguresPage> pages = pages(Page.FiguresPage.class, Page.FiguresPage::pager, first);
    assertThat(pages).hasSize(2);
    assertThat(pages.get(0).figures()).hasSize(SitePlanner.FIGURES_A_PAGE);
    List<String> stated =
        pages.stream()
            .flatMap(page -> page.figures().stream())
            .map((FigureRow row) -> row.report().id() + row.figure().what())
            .toList();
    assertThat(stated).hasSize(1040).doesNotHaveDuplicates();
  }
}
