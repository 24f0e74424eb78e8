package duizhao.plan;

/** The files that every site has once and that are no pages. */
public enum Document {
  SITEMAP("sitemap.xml"),
  ROBOTS("robots.txt"),
  REPORTS_JSON("data/reports.json"),
  REPORTS_CSV("data/reports.csv"),
  FIGURES_CSV("data/figures.csv"),
  SEARCH("search/index.js");

  private final String path;

  Document(String path) {
    this.path = path;
  }

  public SitePath path() {
    return new SitePath(path);
  }
}
