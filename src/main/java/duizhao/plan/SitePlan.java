package duizhao.plan;

import duizhao.model.Archive;
import duizhao.model.Bytes;
import duizhao.model.Language;
import duizhao.model.Report;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the site will hold.
 *
 * @param documents files for machines
 * @param style the style sheet; null when the theme has none
 * @param script the script; null when the theme has none
 * @param assets what the theme publishes, style sheet and script included
 * @param copies pictures
 */
public record SitePlan(
    Archive archive,
    Addresses addresses,
    List<Page> pages,
    List<Feed> feeds,
    List<Document> documents,
    @Nullable SitePath style,
    @Nullable SitePath script,
    List<AssetFile> assets,
    List<MediaCopy> copies) {

  /**
   * What browsers may do with a page (Content Security Policy, level 3): load what stands in the
   * same place, and nothing else; in a page opened from disk as well.
   */
  public static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " form-action 'self'; base-uri 'none'";

  /** What other sites are told of where a reader comes from: nothing. */
  public static final String REFERRER = "same-origin";

  /** Where the files stand that the site is made from, if they are published. */
  public static final String SOURCES = "sources/";

  public SitePlan {
    pages = List.copyOf(pages);
    feeds = List.copyOf(feeds);
    documents = List.copyOf(documents);
    assets = List.copyOf(assets);
    copies = List.copyOf(copies);
  }

  /**
   * A file of the theme.
   *
   * @param name its path below the theme's {@code assets}; that of joined files is {@code
   *     style.css} or {@code script.js}
   * @param path its published name
   */
  public record AssetFile(String name, SitePath path, Bytes bytes) {}

  /**
   * A picture to copy.
   *
   * @param source its path as diagnostics call it, such as {@code content/reports/2020/x/photo.jpg}
   */
  public record MediaCopy(SitePath path, String source) {}

  /** The same plan, with the files that the site is made from. */
  public SitePlan withSources(List<MediaCopy> sources) {
    return new SitePlan(
        archive,
        addresses,
        pages,
        feeds,
        documents,
        style,
        script,
        assets,
        Stream.concat(copies.stream(), sources.stream()).toList());
  }

  /** The same plan with other pages. */
  SitePlan withPages(List<Page> others) {
    return new SitePlan(
        archive, addresses, others, feeds, documents, style, script, assets, copies);
  }

  /** The files that the site is made from, where they are published. */
  public List<MediaCopy> sources() {
    return copies.stream().filter(c -> c.path().value().startsWith(SOURCES)).toList();
  }

  /**
   * What a ledger of addresses keeps: those of pages, feeds and data, with the highest number of a
   * paragraph on each, 0 where there are none. Not the root, which every site has, nor what goes by
   * its nature: further pages of lists, assets, the index.
   */
  public TreeMap<String, Integer> lasting() {
    TreeMap<String, Integer> lasting = new TreeMap<>();
    for (Page page : pages) {
      boolean further = page.head().path().value().matches(".*/page/[0-9]+/index\\.html");
      if (!further && !(page instanceof Page.NotFoundPage || page instanceof Page.ChoicePage)) {
        lasting.put(page.head().path().address(), paragraphs(page));
      }
    }
    feeds.forEach(f -> lasting.put(f.path().address(), 0));
    documents.stream()
        .map(Document::path)
        .filter(path -> path.value().startsWith("data/"))
        .forEach(path -> lasting.put(path.address(), 0));
    return lasting;
  }

  private static int paragraphs(Page page) {
    return page instanceof Page.ReportPage report
        ? report.shown().body().blocks().size()
        : page instanceof Page.ParallelPage parallel ? parallel.rows().size() : 0;
  }

  /** The languages whose search browsers are told of: that takes full addresses. */
  public List<Language> openSearches() {
    return archive.baseUrl() == null ? List.of() : archive.languages();
  }

  /** Every file that will be published, sorted. */
  public TreeSet<SitePath> paths() {
    TreeSet<SitePath> paths = new TreeSet<>();
    pages.forEach(p -> paths.add(p.head().path()));
    feeds.forEach(f -> paths.add(f.path()));
    documents.forEach(d -> paths.add(d.path()));
    for (Report report : archive.reports()) {
      for (CitationFormat format : CitationFormat.values()) {
        paths.add(addresses.citation(report.id(), format));
      }
    }
    openSearches().forEach(l -> paths.add(addresses.openSearch(l)));
    assets.forEach(a -> paths.add(a.path()));
    copies.forEach(c -> paths.add(c.path()));
    return paths;
  }
}
