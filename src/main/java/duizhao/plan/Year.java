package duizhao.plan;

/**
 * A year of reports, or the reports whose year is not known.
 *
 * @param number the year; 0 for the undated
 * @param count how many reports it may hold
 * @param uncertain how many of these may belong to another year
 */
public record Year(int number, int count, int uncertain) {

  /** The part of an address that names it: {@code 2020}, or {@code undated}. */
  public String id() {
    return number == 0 ? "undated" : Integer.toString(number);
  }
}
