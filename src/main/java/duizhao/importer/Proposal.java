package duizhao.importer;

/**
 * Something that a report may be about.
 *
 * @param value what would be entered in the report's metadata
 * @param confidence 0 to 1, weighed by hand
 * @param evidence the characters it rests on, as printed
 */
record Proposal(String value, double confidence, String evidence) {

  /** From this on a proposal is entered; below it is only told. */
  static final double LIKELY = 0.6;

  boolean likely() {
    return confidence >= LIKELY;
  }
}
