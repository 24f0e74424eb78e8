package duizhao.model;

import duizhao.diagnostic.Location;
import org.jspecify.annotations.Nullable;

/**
 * A newspaper that reports come from.
 *
 * @param place where it is published
 * @param issn International Standard Serial Number, with its hyphen
 * @param cn the Chinese serial number, such as {@code 11-0003}
 */
public record Newspaper(
    String id,
    Location at,
    LocalizedText name,
    @Nullable LocalizedText place,
    @Nullable LocalizedText note,
    @Nullable String issn,
    @Nullable String cn,
    @Nullable String url) {}
