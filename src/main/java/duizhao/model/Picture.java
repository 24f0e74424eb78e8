package duizhao.model;

import duizhao.diagnostic.Location;
import org.jspecify.annotations.Nullable;

/**
 * A picture that belongs to a report or page.
 *
 * @param file its name in the owner's folder
 * @param alt what it shows, for who cannot see it
 * @param bytes size of the file
 */
public record Picture(
    String file,
    Location at,
    LocalizedText alt,
    @Nullable LocalizedText caption,
    @Nullable LocalizedText credit,
    int widthPx,
    int heightPx,
    long bytes) {}
