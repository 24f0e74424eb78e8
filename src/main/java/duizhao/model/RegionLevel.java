package duizhao.model;

/** The levels of GB/T 2260, and zones that are none of them. */
public enum RegionLevel {
  PROVINCE,
  PREFECTURE,
  COUNTY,
  /** A functional zone, such as a new area or a development zone. */
  ZONE
}
