package duizhao.search;

/** Where in a report words stand, and how much that counts. */
enum Field {
  TITLE(6f),
  SUMMARY(3f),
  NAMES(2.5f),
  TEXT(1f);

  private final float weight;

  Field(float weight) {
    this.weight = weight;
  }

  /** Weight of one occurrence, as in BM25F (Robertson, Zaragoza and Taylor, 2004). */
  float weight() {
    return weight;
  }
}
