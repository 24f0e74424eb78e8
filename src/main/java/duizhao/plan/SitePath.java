package duizhao.plan;

/**
 * The path of a published file, relative to the site's root, such as {@code
 * en/reports/yinchuan/index.html}.
 *
 * @param value parts separated by {@code /}; never starts with one
 */
public record SitePath(String value) implements Comparable<SitePath> {

  private static final String INDEX = "index.html";

  public SitePath {
    if (value.isEmpty() || value.startsWith("/") || ("/" + value + "/").contains("/../")) {
      throw new IllegalArgumentException(value);
    }
  }

  /** The page of a folder; the root's for the empty string. */
  static SitePath folder(String folder) {
    return new SitePath(folder.isEmpty() ? INDEX : folder + "/" + INDEX);
  }

  /** The path of an address, as {@link #address} gives it. */
  static SitePath of(String address) {
    return new SitePath(address.isEmpty() || address.endsWith("/") ? address + INDEX : address);
  }

  /** The path as servers know it: without the name of the folder's page. */
  public String address() {
    return isFolder() ? value.substring(0, value.length() - INDEX.length()) : value;
  }

  private boolean isFolder() {
    return value.equals(INDEX) || value.endsWith("/" + INDEX);
  }

  /** Another file in the same folder. */
  SitePath sibling(String name) {
    return new SitePath(value.substring(0, value.lastIndexOf('/') + 1) + name);
  }

  /**
   * This path as a page may link to it. Names the file even of a folder, so that the link works
   * from disk.
   *
   * @param page the page that holds the link
   */
  public String from(SitePath page) {
    int common = 0;
    for (int i = 0; i < Math.min(value.length(), page.value.length()); i++) {
      if (value.charAt(i) != page.value.charAt(i)) {
        break;
      }
      if (value.charAt(i) == '/') {
        common = i + 1;
      }
    }
    long up = page.value.substring(common).chars().filter(c -> c == '/').count();
    return "../".repeat((int) up) + value.substring(common);
  }

  @Override
  public int compareTo(SitePath other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
