package duizhao.model;

import duizhao.diagnostic.Location;
import org.jspecify.annotations.Nullable;

/**
 * A finding about a report that is right as it is.
 *
 * @param code of the finding, such as {@code number-differs}
 * @param paragraph number of the block it is about; 0 for any, and for the title and summary
 * @param value words of either language that the finding quotes; null for whatever it quotes
 * @param reason why, for the next editor
 */
public record Waiver(
    Location at, String code, int paragraph, @Nullable String value, String reason) {}
