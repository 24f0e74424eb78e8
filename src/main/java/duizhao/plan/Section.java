package duizhao.plan;

import java.util.Locale;

/** The parts of a site that every language has. */
public enum Section {
  REPORTS,
  REGIONS,
  PROGRAMMES,
  NEWSPAPERS,
  YEARS,
  FIGURES,
  GLOSSARY,
  DATA;

  /** The part of an address that names it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
