package duizhao.diagnostic;

/**
 * How much a diagnostic matters: errors stop publishing, warnings do so only under {@code
 * --strict}.
 */
public enum Severity {
  ERROR,
  WARNING;

  /** The word that diagnostics print: {@code error} or {@code warning}. */
  public String word() {
    return this == ERROR ? "error" : "warning";
  }
}
