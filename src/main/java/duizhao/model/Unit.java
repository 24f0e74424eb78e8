package duizhao.model;

import duizhao.diagnostic.Location;

/**
 * What figures are counted in.
 *
 * @param id an ISO 4217 code ({@code CNY}), {@code %}, or a lower-case word ({@code people})
 */
public record Unit(String id, Location at, LocalizedText label) {}
