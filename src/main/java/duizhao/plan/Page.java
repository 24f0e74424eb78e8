package duizhao.plan;

import duizhao.model.Body;
import duizhao.model.ContentPage;
import duizhao.model.Edition;
import duizhao.model.Figure;
import duizhao.model.Html;
import duizhao.model.Language;
import duizhao.model.LocalizedText;
import duizhao.model.Newspaper;
import duizhao.model.Picture;
import duizhao.model.Programme;
import duizhao.model.Region;
import duizhao.model.Report;
import duizhao.model.Term;
import java.util.IntSummaryStatistics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the site with everything that its template may show: one record a kind of page. */
public sealed interface Page {

  Head head();

  /** The template that shows it, without its ending. */
  String template();

  /** A region with how many reports it and the places in it have. */
  record RegionNode(Region region, int count, List<RegionNode> children) {}

  /** A programme or scheme with how many reports it and those under it have. */
  record ProgrammeNode(Programme programme, int count, List<ProgrammeNode> children) {}

  /**
   * A newspaper with how many reports come from it.
   *
   * @param from the first year that these are of; 0 where none is known
   * @param to the last year
   */
  record NewspaperCount(Newspaper newspaper, int count, int from, int to) {

    /** Of some of its reports. */
    static NewspaperCount of(Newspaper newspaper, List<Report> reports) {
      IntSummaryStatistics years =
          reports.stream()
              .flatMap(report -> report.source().date().years().stream())
              .mapToInt(year -> year)
              .summaryStatistics();
      boolean known = years.getCount() > 0;
      return new NewspaperCount(
          newspaper, reports.size(), known ? years.getMin() : 0, known ? years.getMax() : 0);
    }
  }

  /**
   * A figure and the report that states it.
   *
   * @param regions codes of the places it is about and of those that hold them
   * @param programmes ids of what it measures, or its report belongs to, and of what is above them
   */
  record FigureRow(Report report, Figure figure, List<String> regions, List<String> programmes) {}

  /**
   * What a list can be narrowed to.
   *
   * @param id as the rows name it
   * @param depth how many of those above it hold it; 0 for none
   */
  record Choice(String id, LocalizedText name, int depth) {}

  /**
   * A day of a calendar.
   *
   * @param number 1-based; 0 for a place in a week that belongs to another month
   * @param count how many reports are certainly of that day
   * @param page where they are listed; null for none
   */
  record Day(int number, int count, @Nullable SitePath page) {}

  /**
   * A month as a calendar shows it.
   *
   * @param weeks seven days each, from Monday
   * @param withoutDay how many reports of the month are of no certain day
   * @param page where these are listed; null for none
   */
  record MonthGrid(
      Year.Month month, List<List<Day>> weeks, int withoutDay, @Nullable SitePath page) {}

  /**
   * The reports of a day.
   *
   * @param day 0 for those of no certain day
   */
  record DayReports(int day, List<Report> reports) {}

  /**
   * A province in the table of regions.
   *
   * @param places how many places in it have reports
   */
  record RegionRow(Region region, int reports, int places, int figures) {}

  /**
   * What a region has beside its reports.
   *
   * @param children the places directly in it that have reports
   * @param siblings the other places of what holds it that have reports
   * @param programmes those its reports belong to, most reports first; counts are of this region
   * @param map its province, alone
   * @param years of its reports
   * @param figures about it and the places in it; no more than a page has room for
   * @param figureCount how many there are
   */
  record RegionOverview(
      List<RegionNode> children,
      List<RegionNode> siblings,
      List<ProgrammeNode> programmes,
      TileMap map,
      Timeline years,
      List<FigureRow> figures,
      int figureCount) {}

  /**
   * A programme in the list of programmes.
   *
   * @param years of its reports, the same years for every programme
   * @param map of its reports, with the same shades for every programme
   */
  record ProgrammeEntry(ProgrammeNode node, Timeline years, TileMap map) {}

  /**
   * A programme that readers of another may want.
   *
   * @param shared how many reports belong to both; may be 0 where the vocabulary names it
   */
  record RelatedProgramme(Programme programme, int shared) {}

  /**
   * What a programme or scheme has beside its reports.
   *
   * @param children schemes and programmes under it
   * @param related most shared reports first
   * @param runsIn the places a scheme is said to run in
   * @param regions the provinces its reports come from; counts are of this programme
   * @param newspapers those that report it, most reports first; counts are of this programme
   * @param map of its reports
   * @param years of its reports
   * @param comparisons figures that several regions state alike
   * @param firstReport the earliest; null where no date has a beginning
   * @param earlierFigure one that tells of a time before the first report; null for none
   * @param figures that measure it or what is under it; no more than a page has room for
   * @param figureCount how many there are
   */
  record ProgrammeOverview(
      List<ProgrammeNode> children,
      List<RelatedProgramme> related,
      List<Region> runsIn,
      List<RegionNode> regions,
      List<NewspaperCount> newspapers,
      TileMap map,
      Timeline years,
      List<Comparison> comparisons,
      @Nullable Report firstReport,
      @Nullable FigureRow earlierFigure,
      List<FigureRow> figures,
      int figureCount) {}

  /** What two reports share. */
  enum Why {
    SCHEME,
    NAME,
    PLACE,
    TERM,
    PROGRAMME,
    WEEK
  }

  /**
   * Why a report is related to another.
   *
   * @param name of what they share; null for the week
   */
  record Reason(Why why, @Nullable LocalizedText name) {}

  /**
   * A report that is related to another.
   *
   * @param reasons the strongest first; one or two
   */
  record Related(Report report, List<Reason> reasons) {}

  /**
   * A report's place among those of a programme.
   *
   * @param newer the next one in time; null at the end
   * @param older the one before; null at the start
   */
  record Trail(Programme programme, @Nullable Report newer, @Nullable Report older) {}

  /** How many of what the archive holds. */
  record Totals(int reports, int regions, int programmes, int schemes, int figures, int terms) {}

  /**
   * One row of the parallel text.
   *
   * @param number of the paragraph
   * @param picture the picture that all editions show here, as one element; the cells then have its
   *     captions. Null where there is none.
   */
  record Row(int number, @Nullable Html picture, List<Cell> cells) {}

  /**
   * One language of a row.
   *
   * @param block null where this edition has no such paragraph
   */
  record Cell(Language language, duizhao.model.@Nullable Block block) {}

  /** The choice of language at the root. */
  record ChoicePage(Head head) implements Page {
    @Override
    public String template() {
      return "choice";
    }
  }

  /** What a server shows where there is no page, in every language at once. */
  record NotFoundPage(Head head) implements Page {
    @Override
    public String template() {
      return "not-found";
    }
  }

  /** An old address that leads to a new one. */
  record RedirectPage(Head head, SitePath target) implements Page {
    @Override
    public String template() {
      return "redirect";
    }
  }

  /** An address where something stood that was taken back. */
  record GonePage(Head head) implements Page {
    @Override
    public String template() {
      return "gone";
    }
  }

  /**
   * The first page of a language.
   *
   * @param latest newest first
   * @param programmes those at the top of the tree that have reports, most reports first
   * @param regions the provinces that have reports, in code order
   * @param parallel the side-by-side page of the newest report that is translated in full; null for
   *     none
   */
  record HomePage(
      Head head,
      Totals totals,
      List<Report> latest,
      List<ProgrammeNode> programmes,
      List<RegionNode> regions,
      List<NewspaperCount> newspapers,
      List<Year> years,
      @Nullable SitePath parallel)
      implements Page {
    @Override
    public String template() {
      return "home";
    }
  }

  /** All reports, newest first. */
  record ReportListPage(Head head, List<Report> reports, Pager pager) implements Page {
    @Override
    public String template() {
      return "report-list";
    }
  }

  /**
   * A report in one language.
   *
   * @param shown the edition in the page's language; the original one where there is none
   * @param translated whether {@code shown} is in the page's language
   * @param stale paragraphs whose translation is older than the original, by number
   * @param unplaced pictures that the text does not place
   * @param parallel its parallel text; null where there is only one edition
   * @param regions from the province down, one path for each place it names
   * @param trail its neighbours in its first programme; null where it is alone there
   * @param newer the next report in time; null at the end
   * @param older the one before; null at the start
   * @param related others on its matter, best first, each once
   */
  record ReportPage(
      Head head,
      Report report,
      Edition shown,
      boolean translated,
      List<Integer> stale,
      List<Picture> unplaced,
      @Nullable SitePath parallel,
      Newspaper newspaper,
      List<List<Region>> regions,
      List<Programme> programmes,
      List<Programme> schemes,
      @Nullable Trail trail,
      @Nullable Report newer,
      @Nullable Report older,
      List<Related> related)
      implements Page {
    @Override
    public String template() {
      return "report";
    }
  }

  /**
   * A report in all its languages, paragraph by paragraph.
   *
   * @param languages of the editions, the original first
   * @param stale numbers of the paragraphs whose original has changed since they were translated
   * @param unplaced pictures that no edition places
   * @param notes the footnotes of each edition that has any
   */
  record ParallelPage(
      Head head,
      Report report,
      Newspaper newspaper,
      List<Language> languages,
      List<Row> rows,
      List<Integer> stale,
      List<Picture> unplaced,
      List<Body> notes)
      implements Page {
    @Override
    public String template() {
      return "parallel";
    }
  }

  /**
   * The regions that have reports.
   *
   * @param map of all reports
   * @param provinces most reports first
   * @param regions the tree, in code order
   */
  record RegionIndexPage(
      Head head, TileMap map, List<RegionRow> provinces, List<RegionNode> regions) implements Page {
    @Override
    public String template() {
      return "region-index";
    }
  }

  /**
   * A region: what it and the places in it have.
   *
   * @param path the places that hold it, from the province down, without itself
   * @param overview only the first page of a long list has it
   */
  record RegionPage(
      Head head,
      Region region,
      List<Region> path,
      List<Report> reports,
      Pager pager,
      @Nullable RegionOverview overview)
      implements Page {
    @Override
    public String template() {
      return "region";
    }
  }

  /** The tree of programmes and schemes. */
  record ProgrammeIndexPage(Head head, List<ProgrammeEntry> programmes) implements Page {
    @Override
    public String template() {
      return "programme-index";
    }
  }

  /**
   * A programme or scheme: its reports and those of what is under it.
   *
   * @param path what it belongs to, from the top down, without itself
   * @param overview only the first page of a long list has it
   */
  record ProgrammePage(
      Head head,
      Programme programme,
      List<Programme> path,
      List<Report> reports,
      Pager pager,
      @Nullable ProgrammeOverview overview)
      implements Page {
    @Override
    public String template() {
      return "programme";
    }
  }

  /** All newspapers. */
  record NewspaperIndexPage(Head head, List<NewspaperCount> newspapers) implements Page {
    @Override
    public String template() {
      return "newspaper-index";
    }
  }

  /**
   * The reports of one newspaper.
   *
   * @param covers what of it the archive has
   */
  record NewspaperPage(
      Head head, Newspaper newspaper, NewspaperCount covers, List<Report> reports, Pager pager)
      implements Page {
    @Override
    public String template() {
      return "newspaper";
    }
  }

  /**
   * All years.
   *
   * @param most reports in any one month
   */
  record YearIndexPage(Head head, List<Year> years, int most) implements Page {
    @Override
    public String template() {
      return "year-index";
    }
  }

  /**
   * A year: its calendar, and what its months do not list.
   *
   * @param calendar its twelve months; none for the undated
   * @param whole whether {@code reports} are all of the year; else those of no known month
   * @param newer the next year with reports; null for the last
   * @param older the one before; null for the first
   */
  record YearPage(
      Head head,
      Year year,
      List<MonthGrid> calendar,
      boolean whole,
      List<Report> reports,
      Pager pager,
      @Nullable Year newer,
      @Nullable Year older)
      implements Page {
    @Override
    public String template() {
      return "year";
    }
  }

  /**
   * The reports of one month by day, the last day first.
   *
   * @param newer the next month with reports; null for the last
   * @param older the one before; null for the first
   */
  record MonthPage(
      Head head,
      Year year,
      Year.Month month,
      List<DayReports> days,
      Pager pager,
      Year.@Nullable Month newer,
      Year.@Nullable Month older)
      implements Page {
    @Override
    public String template() {
      return "month";
    }
  }

  /** The search; everything on it is done by the search client. */
  record SearchPage(Head head) implements Page {
    @Override
    public String template() {
      return "search";
    }
  }

  /**
   * Every figure of the archive.
   *
   * @param programmes those that some row names, each after what is above it
   * @param regions likewise
   * @param units those that some row is counted in
   */
  record FiguresPage(
      Head head,
      List<FigureRow> figures,
      Pager pager,
      List<Choice> programmes,
      List<Choice> regions,
      List<Choice> units)
      implements Page {
    @Override
    public String template() {
      return "figures";
    }
  }

  /**
   * A term with how the archive uses it.
   *
   * @param anchor the id of its entry
   * @param page where its entry is in full
   * @param count how many reports use it
   * @param reports the newest of these
   * @param examples aligned paragraphs that have it in every language, the shortest first
   */
  record GlossaryEntry(
      Term term,
      String anchor,
      SitePath page,
      int count,
      List<Report> reports,
      List<Example> examples) {}

  /**
   * A paragraph that has a term.
   *
   * @param number of the paragraph
   * @param texts one a language that the archive is published in
   */
  record Example(Report report, int number, List<ExampleText> texts) {}

  /** A paragraph in one language, cut where the term begins and ends. */
  record ExampleText(Language language, List<Piece> pieces) {}

  /**
   * Part of a text.
   *
   * @param marked whether it is what the text is an example of
   */
  record Piece(String text, boolean marked) {}

  /**
   * The terms under one letter.
   *
   * @param id {@code A} to {@code Z}, or {@code 0} for all that begin with no letter
   * @param page of its own, where the glossary is too long for one; else null
   */
  record Letter(String id, @Nullable SitePath page, List<GlossaryEntry> entries) {}

  /**
   * The glossary in the order of the page's language, or one letter of it.
   *
   * @param all every letter that has terms
   * @param shown those of this page
   * @param brief whether this page only leads to the pages of the letters
   */
  record GlossaryPage(Head head, int count, List<Letter> all, List<Letter> shown, boolean brief)
      implements Page {
    @Override
    public String template() {
      return "glossary";
    }
  }

  /**
   * What the site offers to programs.
   *
   * @param files paths of the files, the most wanted first
   */
  record DataPage(Head head, List<SitePath> files) implements Page {
    @Override
    public String template() {
      return "data";
    }
  }

  /**
   * An ordinary page.
   *
   * @param shown the edition in the page's language; the first one where there is none
   */
  record TextPage(Head head, ContentPage page, Edition shown, boolean translated) implements Page {
    @Override
    public String template() {
      return "page";
    }
  }
}
