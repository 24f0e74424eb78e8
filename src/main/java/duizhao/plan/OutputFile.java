package duizhao.plan;

/**
 * A finished file.
 *
 * @param text written as UTF-8, as it is; with line feeds, but for CSV, whose lines end as RFC 4180
 *     has it
 */
public record OutputFile(SitePath path, String text) {}
