package duizhao.cli;

/** How diagnostics are printed. */
enum Format {
  TEXT,
  JSON,
  GITHUB,
  SARIF
}
