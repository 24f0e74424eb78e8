package duizhao.read;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import duizhao.model.Language;
import duizhao.model.Reference;
import duizhao.model.Region;
import duizhao.place.Gazetteer;
import duizhao.place.Lookup;
import duizhao.read.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the places that content names, and remembers which were named. Safe for several threads.
 */
final class Places {

  private static final Language CHINESE = new Language("zh", "zh-Hans", "中文");
  private static final Language ENGLISH = new Language("en", "en", "English");

  private final Gazetteer gazetteer;
  private final Diagnostics diagnostics;
  private final Map<String, Region> used = new ConcurrentHashMap<>();

  Places(Gazetteer gazetteer, Diagnostics diagnostics) {
    this.gazetteer = gazetteer;
    this.diagnostics = diagnostics;
  }

  /**
   * The places of a list of names; those that cannot be told are left out, with a diagnostic each.
   */
  List<Reference> resolve(List<Scalar> names) {
    List<Reference> references = new ArrayList<>();
    for (Scalar name : names) {
      Region region = find(name);
      if (region != null && references.stream().noneMatch(r -> r.id().equals(region.code()))) {
        references.add(new Reference(region.code(), name.at()));
        gazetteer.path(region).forEach(r -> used.put(r.code(), r));
      }
    }
    return references;
  }

  /** The same gazetteer, for one reader: nothing is named yet. */
  Places apart(Diagnostics diagnostics) {
    return new Places(gazetteer, diagnostics);
  }

  /** Adds places that were named elsewhere, and the places that hold them. */
  void use(Map<String, Region> named) {
    used.putAll(named);
  }

  /** Every place named so far and the places that hold it, by code. */
  Map<String, Region> used() {
    return new TreeMap<>(used);
  }

  @Nullable Region find(Scalar name) {
    Lookup lookup = gazetteer.find(name.text());
    if (lookup instanceof Lookup.Found found) {
      return found.region();
    }
    if (lookup instanceof Lookup.Ambiguous ambiguous) {
      tellAmbiguous(name.text(), name.at(), ambiguous.candidates());
    } else {
      Region nearest = ((Lookup.Unknown) lookup).nearest();
      diagnostics.add(
          Code.UNKNOWN_REGION,
          name.at(),
          "no place is called \"" + Values.shorten(name.text()) + "\"",
          (nearest == null ? "" : "did you mean \"" + path(nearest) + "\"? ")
              + "A place the gazetteer lacks is added in regions.yaml");
    }
    return null;
  }

  private void tellAmbiguous(String name, Location at, List<Region> candidates) {
    List<String> paths =
        candidates.stream().limit(12).map(r -> path(r) + " (" + r.code() + ")").toList();
    int more = candidates.size() - paths.size();
    diagnostics.add(
        Code.AMBIGUOUS_REGION,
        at,
        candidates.size() + " places are called \"" + name + "\"",
        "write one of: " + String.join(", ", paths) + (more > 0 ? " and " + more + " more" : ""));
  }

  private String path(Region region) {
    Language language = region.name().in(CHINESE) != null ? CHINESE : ENGLISH;
    return gazetteer.pathOf(region, language);
  }
}
