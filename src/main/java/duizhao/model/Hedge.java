package duizhao.model;

import java.util.Locale;

/** How exact a stated number is. */
public enum Hedge {
  EXACT,
  /** 多, 余, "more than". */
  OVER,
  /** 近, "nearly". */
  NEARLY,
  /** 约, 左右, "about". */
  ABOUT,
  /** 至少, 以上. */
  AT_LEAST,
  /** 至多, 以内. */
  UP_TO;

  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
