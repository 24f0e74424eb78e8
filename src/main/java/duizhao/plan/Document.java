package duizhao.plan;

/** The files that every site has once and that are no pages. */
public enum Document {
  SITEMAP("sitemap.xml"),
  ROBOTS("robots.txt"),
  REPORTS_JSON("data/reports.json"),
  REPORTS_CSV("data/reports.csv"),
  FIGURES_JSON("data/figures.json"),
  FIGURES_CSV("data/figures.csv"),
  VOCABULARIES_TURTLE("data/vocabularies.ttl"),
  VOCABULARIES_JSON_LD("data/vocabularies.jsonld"),
  TMX("data/archive.tmx"),
  /** Describes the tables; made last, because it tells how long they are. */
  DATA_PACKAGE("data/datapackage.json"),
  SEARCH("search/index.js"),
  /** For hosts that read it: what browsers may do with the pages. */
  HEADERS("_headers"),
  /** For people who find the folder long after: what is what in it. */
  GUIDE("ARCHIVE.txt"),
  /** Of all the others; written when they are. */
  CHECKSUMS("SHA256SUMS");

  private final String path;

  Document(String path) {
    this.path = path;
  }

  public SitePath path() {
    return new SitePath(path);
  }
}
