package duizhao.plan;

/**
 * A finished file.
 *
 * @param text written as UTF-8, with line feeds
 */
public record OutputFile(SitePath path, String text) {}
