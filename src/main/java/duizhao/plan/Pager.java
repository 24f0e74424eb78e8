package duizhao.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a page stands in a list that goes over several.
 *
 * @param number 1-based
 * @param pages all of them in order; never empty
 * @param total how many things the whole list has
 */
public record Pager(
    int number,
    int total,
    @Nullable SitePath previous,
    @Nullable SitePath next,
    List<SitePath> pages) {

  public Pager {
    pages = List.copyOf(pages);
  }
}
