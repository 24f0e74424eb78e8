package duizhao.model;

/**
 * How much is read and made at most. Whoever runs the program sets them, and never what is read: a
 * limit that a file could raise would be none.
 *
 * @param textBytes largest text file, template or YAML file
 * @param fileBytes largest picture or other file of a theme
 * @param pageChars longest page, in UTF-16 units
 * @param pageSteps how often loops and macros may go round on one page
 * @param pageSeconds how long one page may take, where it takes no steps that can be counted
 */
public record Limits(
    long textBytes, long fileBytes, long pageChars, long pageSteps, long pageSeconds) {

  public static final Limits DEFAULT = new Limits(2L << 20, 64L << 20, 32L << 20, 10_000_000, 60);

  public Limits {
    if (Math.min(textBytes, Math.min(fileBytes, pageChars)) < 1
        || Math.max(textBytes, Math.max(fileBytes, pageChars)) > 1 << 30
        || Math.min(pageSteps, pageSeconds) < 1) {
      throw new IllegalArgumentException("limits out of bounds");
    }
  }
}
