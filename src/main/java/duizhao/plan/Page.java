package duizhao.plan;

import duizhao.model.Body;
import duizhao.model.ContentPage;
import duizhao.model.Edition;
import duizhao.model.Figure;
import duizhao.model.Language;
import duizhao.model.Newspaper;
import duizhao.model.Picture;
import duizhao.model.Programme;
import duizhao.model.Region;
import duizhao.model.Report;
import duizhao.model.Term;
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

  /** A newspaper with how many reports come from it. */
  record NewspaperCount(Newspaper newspaper, int count) {}

  /** A figure and the report that states it. */
  record FigureRow(Report report, Figure figure) {}

  /** How many of what the archive holds. */
  record Totals(int reports, int regions, int programmes, int schemes, int figures, int terms) {}

  /**
   * One row of the parallel text.
   *
   * @param number of the paragraph
   */
  record Row(int number, List<Cell> cells) {}

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

  /**
   * The first page of a language.
   *
   * @param latest newest first
   * @param programmes those at the top of the tree that have reports, most reports first
   * @param regions the provinces that have reports, in code order
   */
  record HomePage(
      Head head,
      Totals totals,
      List<Report> latest,
      List<ProgrammeNode> programmes,
      List<RegionNode> regions,
      List<NewspaperCount> newspapers,
      List<Year> years)
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
   * @param newer the next report in time; null at the end
   * @param older the one before; null at the start
   * @param related others that share schemes, programmes or places, best first
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
      @Nullable Report newer,
      @Nullable Report older,
      List<Report> related)
      implements Page {
    @Override
    public String template() {
      return "report";
    }
  }

  /**
   * A report in all its languages, paragraph by paragraph.
   *
   * @param notes the footnotes of each edition that has any
   */
  record ParallelPage(
      Head head,
      Report report,
      Newspaper newspaper,
      List<Language> languages,
      List<Row> rows,
      List<Body> notes)
      implements Page {
    @Override
    public String template() {
      return "parallel";
    }
  }

  /** The tree of regions that have reports. */
  record RegionIndexPage(Head head, List<RegionNode> regions) implements Page {
    @Override
    public String template() {
      return "region-index";
    }
  }

  /**
   * A region: what it and the places in it have.
   *
   * @param path the places that hold it, from the province down, without itself
   * @param programmes those its reports belong to, most reports first; counts are of this region
   */
  record RegionPage(
      Head head,
      Region region,
      List<Region> path,
      List<RegionNode> children,
      List<Report> reports,
      Pager pager,
      List<ProgrammeNode> programmes,
      List<FigureRow> figures)
      implements Page {
    @Override
    public String template() {
      return "region";
    }
  }

  /** The tree of programmes and schemes. */
  record ProgrammeIndexPage(Head head, List<ProgrammeNode> programmes) implements Page {
    @Override
    public String template() {
      return "programme-index";
    }
  }

  /**
   * A programme or scheme: its reports and those of what is under it.
   *
   * @param path what it belongs to, from the top down, without itself
   * @param children schemes and programmes under it
   * @param runsIn the places a scheme is said to run in
   * @param regions the provinces its reports come from; counts are of this programme
   */
  record ProgrammePage(
      Head head,
      Programme programme,
      List<Programme> path,
      List<ProgrammeNode> children,
      List<Programme> related,
      List<Region> runsIn,
      List<RegionNode> regions,
      List<Report> reports,
      Pager pager,
      List<FigureRow> figures)
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

  /** The reports of one newspaper. */
  record NewspaperPage(Head head, Newspaper newspaper, List<Report> reports, Pager pager)
      implements Page {
    @Override
    public String template() {
      return "newspaper";
    }
  }

  /** All years. */
  record YearIndexPage(Head head, List<Year> years) implements Page {
    @Override
    public String template() {
      return "year-index";
    }
  }

  /** The reports of one year. */
  record YearPage(Head head, Year year, List<Report> reports, Pager pager) implements Page {
    @Override
    public String template() {
      return "year";
    }
  }

  /** The search; everything on it is done by the search client. */
  record SearchPage(Head head) implements Page {
    @Override
    public String template() {
      return "search";
    }
  }

  /** Every figure of the archive. */
  record FiguresPage(Head head, List<FigureRow> figures, Pager pager) implements Page {
    @Override
    public String template() {
      return "figures";
    }
  }

  /** Every term of the glossary. */
  record GlossaryPage(Head head, List<Term> terms) implements Page {
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
