package duizhao.model;

import java.util.Locale;

/** What a newspaper would call the piece. */
public enum ReportKind {
  NEWS,
  BRIEF,
  FEATURE,
  PHOTO,
  COMMENT,
  INTERVIEW,
  NOTICE,
  /** Only part of the piece survives in the source. */
  FRAGMENT;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
