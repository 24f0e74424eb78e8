package duizhao.place;

import duizhao.model.Region;
import java.util.List;
import org.jspecify.annotations.Nullable;

public sealed interface Lookup {
  record Found(Region region) implements Lookup {}

  record Ambiguous(List<Region> candidates) implements Lookup {}

  record Unknown(@Nullable Region nearest) implements Lookup {}
}
