package duizhao.place;

import duizhao.model.Region;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the gazetteer knows of a name. */
public sealed interface Lookup {

  /** The name means this place. */
  record Found(Region region) implements Lookup {}

  /**
   * The name may mean any of these.
   *
   * @param candidates at least two, in code order
   */
  record Ambiguous(List<Region> candidates) implements Lookup {

    public Ambiguous {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * No place has the name.
   *
   * @param nearest the place that was probably meant; null when none comes near
   */
  record Unknown(@Nullable Region nearest) implements Lookup {}
}
