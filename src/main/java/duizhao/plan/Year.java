package duizhao.plan;

import java.util.List;

/**
 * A year of reports, or the reports whose year is not known.
 *
 * @param number the year; 0 for the undated
 * @param count how many reports it may hold
 * @param uncertain how many of these may belong to another year
 * @param months all twelve in order, those without reports too; none for the undated
 */
public record Year(int number, int count, int uncertain, List<Month> months) {

  public Year {
    months = List.copyOf(months);
  }

  /** The part of an address that names it: {@code 2020}, or {@code undated}. */
  public String id() {
    return number == 0 ? "undated" : Integer.toString(number);
  }

  /**
   * A month of reports.
   *
   * @param number 1 to 12
   * @param count how many reports it may hold; 0 for a month without a page
   * @param uncertain how many of these may belong to another month
   */
  public record Month(int year, int number, int count, int uncertain) {

    /** The part of an address that names it: {@code 2020/09}. */
    public String id() {
      return year + (number < 10 ? "/0" : "/") + number;
    }
  }
}
