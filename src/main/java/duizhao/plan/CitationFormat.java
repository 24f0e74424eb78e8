package duizhao.plan;

/** The formats in which reference managers take the citations of a report. */
public enum CitationFormat {
  BIBTEX("bib", "application/x-bibtex"),
  RIS("ris", "application/x-research-info-systems"),
  CSL_JSON("json", "application/vnd.citationstyles.csl+json");

  private final String ending;
  private final String mediaType;

  CitationFormat(String ending, String mediaType) {
    this.ending = ending;
    this.mediaType = mediaType;
  }

  /** How the names of its files end, without the dot. */
  public String ending() {
    return ending;
  }

  public String mediaType() {
    return mediaType;
  }
}
