package duizhao.plan;

import duizhao.model.Archive;
import duizhao.model.Bytes;
import duizhao.model.Language;
import duizhao.model.Report;
import java.util.List;
import java.util.TreeSet;
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
