package duizhao.export;

import duizhao.cite.Citations;
import duizhao.model.Archive;
import duizhao.model.Language;
import duizhao.model.Report;
import duizhao.plan.CitationFormat;
import duizhao.plan.Document;
import duizhao.plan.Feed;
import duizhao.plan.OutputFile;
import duizhao.plan.SitePath;
import duizhao.plan.SitePlan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes every feed and document of a plan; {@code src/docs/data.md} describes them. */
public final class Exporter {

  private Exporter() {}

  /** Where files go. */
  public interface Target {

    /** Takes a finished file; called from several threads. */
    void write(OutputFile file);

    /** Begins a file that may be too long to be held in memory; it ends when it is closed. */
    default OutputStream open(SitePath path) throws IOException {
      return new ByteArrayOutputStream() {
        @Override
        public void close() {
          Target.this.write(new OutputFile(path, toString(StandardCharsets.UTF_8)));
        }
      };
    }
  }

  /**
   * Writes every file. A sitemap too long for one file comes as an index and its parts, {@code
   * sitemap-1.xml} onwards, which the plan does not list.
   *
   * @return how long each data file is, in bytes
   */
  public static Map<SitePath, Long> export(SitePlan plan, Target out) throws IOException {
    for (Feed feed : plan.feeds()) {
      out.write(new OutputFile(feed.path(), AtomFeed.of(feed, plan)));
    }
    Map<SitePath, Measured> written = new LinkedHashMap<>();
    for (Document document : plan.documents()) {
      switch (document) {
        case SITEMAP -> Sitemap.write(plan, Sitemap.MOST_ADDRESSES, out::write);
        case ROBOTS -> out.write(new OutputFile(document.path(), robots(plan)));
        case HEADERS -> out.write(new OutputFile(document.path(), Headers.FILE));
        case GUIDE -> out.write(new OutputFile(document.path(), new Guide(plan).text()));
        case SEARCH, CHECKSUMS -> {} // written by duizhao.search and duizhao.publish
        default ->
            written.put(
                document.path(),
                Measured.write(
                    out.open(document.path()), text -> write(plan, document, written, text)));
      }
    }
    for (Language language : plan.openSearches()) {
      out.write(new OutputFile(plan.addresses().openSearch(language), openSearch(plan, language)));
    }
    plan.archive().reports().parallelStream().forEach(report -> citations(plan, report, out));
    Map<SitePath, Long> sizes = new LinkedHashMap<>();
    written.forEach((path, measured) -> sizes.put(path, measured.bytes()));
    return sizes;
  }

  private static void write(
      SitePlan plan, Document document, Map<SitePath, Measured> written, Writer text)
      throws IOException {
    switch (document) {
      case REPORTS_JSON -> new ReportsJson(plan).write(text);
      case REPORTS_CSV -> ReportsCsv.write(plan, text);
      case FIGURES_JSON -> new ReportsJson(plan).writeFigures(text);
      case FIGURES_CSV -> FiguresCsv.write(plan, text);
      case VOCABULARIES_TURTLE -> Turtle.write(new Skos(plan), text);
      case VOCABULARIES_JSON_LD -> JsonLd.write(new Skos(plan), text);
      case TMX -> Tmx.write(plan, text);
      case DATA_PACKAGE -> DataPackage.write(plan, written, text);
      case SITEMAP, ROBOTS, SEARCH, HEADERS, GUIDE, CHECKSUMS ->
          throw new IllegalArgumentException(document.toString());
    }
  }

  private static void citations(SitePlan plan, Report report, Target out) {
    for (CitationFormat format : CitationFormat.values()) {
      out.write(
          new OutputFile(
              plan.addresses().citation(report.id(), format),
              Citations.file(report, format, plan)));
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
