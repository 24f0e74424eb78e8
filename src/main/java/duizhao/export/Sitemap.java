package duizhao.export;

import duizhao.model.Report;
import duizhao.plan.Addresses;
import duizhao.plan.Document;
import duizhao.plan.Head;
import duizhao.plan.Head.Alternate;
import duizhao.plan.OutputFile;
import duizhao.plan.Page;
import duizhao.plan.SitePath;
import duizhao.plan.SitePlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The pages that search engines should keep, as sitemaps.org 0.9 and hreflang tell it. */
final class Sitemap {

  /** Half of what the protocol allows, so that its other limit, 50 MB a file, holds as well. */
  static final int MOST_ADDRESSES = 25_000;

  private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

  private final SitePlan plan;
  private final Set<SitePath> homes = new HashSet<>();

  private Sitemap(SitePlan plan) {
    this.plan = plan;
    plan.archive().languages().forEach(l -> homes.add(plan.addresses().home(l)));
    homes.add(Addresses.ROOT);
  }

  /**
   * Writes nothing for a site without an address, since a sitemap holds full addresses only.
   *
   * @param most addresses in one file; more are written as several files and an index
   */
  static void write(SitePlan plan, int most, Consumer<OutputFile> out) {
    if (plan.archive().baseUrl() == null) {
      return;
    }
    Sitemap sitemap = new Sitemap(plan);
    List<Page> pages = plan.pages().stream().filter(p -> isKept(p.head())).toList();
    SitePath path = Document.SITEMAP.path();
    if (pages.size() <= most) {
      out.accept(new OutputFile(path, sitemap.addresses(pages)));
      return;
    }
    List<SitePath> parts = new ArrayList<>();
    for (int from = 0; from < pages.size(); from += most) {
      SitePath part = new SitePath("sitemap-" + (parts.size() + 1) + ".xml");
      List<Page> some = pages.subList(from, Math.min(pages.size(), from + most));
      out.accept(new OutputFile(part, sitemap.addresses(some)));
      parts.add(part);
    }
    out.accept(new OutputFile(path, sitemap.index(parts)));
  }

  private static boolean isKept(Head head) {
    return head.indexed() && head.canonical().equals(head.path());
  }

  private String index(List<SitePath> parts) {
    XmlText xml = new XmlText().open("sitemapindex", "xmlns", NAMESPACE);
    for (SitePath part : parts) {
      xml.open("sitemap").leaf("loc", Exporter.address(plan, part)).close();
    }
    return xml.close().finish();
  }

  private String addresses(List<Page> pages) {
    XmlText xml =
        new XmlText()
            .open("urlset", "xmlns", NAMESPACE, "xmlns:xhtml", "http://www.w3.org/1999/xhtml");
    for (Page page : pages) {
      xml.open("url").leaf("loc", Exporter.address(plan, page.head().path()));
      String changed = changed(page);
      if (changed != null) {
        xml.leaf("lastmod", changed);
      }
      alternates(xml, page.head());
      xml.close();
    }
    return xml.close().finish();
  }

  private void alternates(XmlText xml, Head head) {
    List<Alternate> real = head.alternates().stream().filter(Alternate::real).toList();
    boolean home = homes.contains(head.path());
    if (real.size() < 2 && !home) {
      return; // a page without a counterpart has nothing to say of languages
    }
    real.forEach(a -> alternate(xml, a.language().tag(), a.path()));
    if (home) {
      alternate(xml, "x-default", Addresses.ROOT);
    }
  }

  private void alternate(XmlText xml, String hreflang, SitePath path) {
    xml.empty(
        "xhtml:link",
        "rel",
        "alternate",
        "hreflang",
        hreflang,
        "href",
        Exporter.address(plan, path));
  }

  /** The W3C date on which its text was last corrected; null where that is not known. */
  private static @Nullable String changed(Page page) {
    Report report =
        page instanceof Page.ReportPage shown
            ? shown.report()
            : page instanceof Page.ParallelPage parallel ? parallel.report() : null;
    return report == null || report.updated() == null ? null : report.updated().datetime();
  }
}
