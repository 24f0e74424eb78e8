package duizhao.model;

/**
 * Clean HTML, safe to print without escaping. Addresses inside the site stand between {@link
 * #LINK_START} and {@link #LINK_END} as {@code report:ID#p3}, {@code programme:ID}, {@code
 * region:CODE}, {@code newspaper:ID}, {@code page:ID} or {@code file:OWNER/NAME} (a picture or
 * other file of the report or page called OWNER), until the page that shows them is rendered: only
 * then is the relative path known.
 *
 * @param markup one or more complete elements
 */
public record Html(String markup) {

  /** Opens a link target; never occurs in source files, which are refused if it does. */
  public static final char LINK_START = '\uE001';

  /** Closes a link target. */
  public static final char LINK_END = '\uE002';

  /** A target as it stands in markup. */
  public static String target(String reference) {
    return LINK_START + reference + LINK_END;
  }
}
