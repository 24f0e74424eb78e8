package duizhao.model;

import org.jspecify.annotations.Nullable;

/**
 * Under what terms the texts may be used.
 *
 * @param id SPDX identifier, such as {@code CC-BY-4.0}
 */
public record Licence(String id, LocalizedText name, @Nullable String url) {}
