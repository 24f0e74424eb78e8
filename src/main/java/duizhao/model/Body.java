package duizhao.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text as it was read: its blocks in order, its footnotes, and what it refers to.
 *
 * @param notes the footnotes as one list element, or null where there are none
 * @param links every reference into the archive, for checking
 */
public record Body(List<Block> blocks, @Nullable Html notes, List<LinkUse> links) {

  public static final Body EMPTY = new Body(List.of(), null, List.of());

  public Body {
    blocks = List.copyOf(blocks);
    links = List.copyOf(links);
  }
}
