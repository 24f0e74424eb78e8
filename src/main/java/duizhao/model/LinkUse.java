package duizhao.model;

import duizhao.diagnostic.Location;

/**
 * A link that a text makes into the archive.
 *
 * @param reference as in {@link Html}: {@code report:ID#p3}, {@code programme:ID}, {@code
 *     file:OWNER/NAME} ...
 */
public record LinkUse(String reference, Location at) {}
