package duizhao.model;

/**
 * A language the archive is published in.
 *
 * @param id lower-case name used in file names and addresses, such as {@code zh}
 * @param tag BCP 47 tag for {@code lang} attributes, such as {@code zh-Hans}
 * @param name what the language calls itself
 */
public record Language(String id, String tag, String name) {}
