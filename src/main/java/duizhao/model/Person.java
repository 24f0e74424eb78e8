package duizhao.model;

import org.jspecify.annotations.Nullable;

/**
 * Someone a report names.
 *
 * @param pseudonym whether the newspaper changed the name (化名)
 */
public record Person(LocalizedText name, @Nullable LocalizedText role, boolean pseudonym) {}
