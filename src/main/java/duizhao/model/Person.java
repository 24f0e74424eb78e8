package duizhao.model;

import duizhao.diagnostic.Location;
import org.jspecify.annotations.Nullable;

/**
 * Someone a report names.
 *
 * @param pseudonym whether the newspaper changed the name (化名)
 * @param at where the name is given
 */
public record Person(
    LocalizedText name, @Nullable LocalizedText role, boolean pseudonym, Location at) {}
