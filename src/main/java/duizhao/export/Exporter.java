package duizhao.export;

import duizhao.model.Archive;
import duizhao.model.Language;
import duizhao.model.Report;
import duizhao.plan.Document;
import duizhao.plan.Feed;
import duizhao.plan.OutputFile;
import duizhao.plan.SitePath;
import duizhao.plan.SitePlan;
import java.util.function.Consumer;

/** Writes every feed and document of a plan; {@code src/docs/data.md} describes them. */
public final class Exporter {

  private Exporter() {}

  /**
   * Hands over one finished file after the other, always in the same order. A sitemap too long for
   * one file comes as an index and its parts, {@code sitemap-1.xml} onwards, which the plan does
   * not list.
   */
  public static void export(SitePlan plan, Consumer<OutputFile> out) {
    for (Feed feed : plan.feeds()) {
      out.accept(new OutputFile(feed.path(), AtomFeed.of(feed, plan)));
    }
    for (Document document : plan.documents()) {
      switch (document) {
        case SITEMAP -> Sitemap.write(plan, Sitemap.MOST_ADDRESSES, out);
        case ROBOTS -> out.accept(new OutputFile(document.path(), robots(plan)));
        case REPORTS_JSON ->
            out.accept(new OutputFile(document.path(), new ReportsJson(plan).text()));
        case REPORTS_CSV -> out.accept(new OutputFile(document.path(), ReportsCsv.of(plan)));
        case FIGURES_CSV -> out.accept(new OutputFile(document.path(), FiguresCsv.of(plan)));
        case SEARCH -> {} // written with the index, by duizhao.search
      }
    }
    for (Language language : plan.openSearches()) {
      out.accept(new OutputFile(plan.addresses().openSearch(language), openSearch(plan, language)));
    }
  }

  /** OpenSearch 1.1, draft 6. */
  private static String openSearch(SitePlan plan, Language language) {
    Archive archive = plan.archive();
    String title = archive.title().preferring(language);
    return new XmlText()
        .open("OpenSearchDescription", "xmlns", "http://a9.com/-/spec/opensearch/1.1/")
        .leaf("ShortName", shortened(title, 16))
        .leaf("LongName", shortened(title, 48))
        .leaf("Description", shortened(archive.description().preferring(language), 1024))
        .empty(
            "Url",
            "type",
            "text/html",
            "template",
            address(plan, plan.addresses().search(language)) + "?q={searchTerms}")
        .leaf("Language", language.tag())
        .leaf("InputEncoding", "UTF-8")
        .leaf("OutputEncoding", "UTF-8")
        .close()
        .finish();
  }

  /** As many whole words as fit, or characters where the first word does not. */
  private static String shortened(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = text.lastIndexOf(' ', most);
    int cut = end > 0 ? end : most;
    return text.substring(0, Character.isLowSurrogate(text.charAt(cut)) ? cut - 1 : cut);
  }

  /** RFC 9309: everything may be read. */
  private static String robots(SitePlan plan) {
    String allowed = "User-agent: *\nAllow: /\n";
    return plan.archive().baseUrl() != null && plan.documents().contains(Document.SITEMAP)
        ? allowed + "\nSitemap: " + address(plan, Document.SITEMAP.path()) + "\n"
        : allowed;
  }

  /** The full address where the archive has a base URL, else the one below the site's root. */
  static String address(SitePlan plan, SitePath path) {
    String base = plan.archive().baseUrl();
    return base == null ? path.address() : base + path.address();
  }

  /**
   * How a report stands in a language: {@code original}, {@code none} where there is no such
   * edition, else the status of the translation.
   */
  static String state(Report report, Language language) {
    if (report.in(language) == null) {
      return "none";
    }
    return language.equals(report.translation().original())
        ? "original"
        : report.translation().status().id();
  }
}
