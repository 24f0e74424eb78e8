package duizhao.place;

import duizhao.model.Language;
import duizhao.model.Region;
import duizhao.model.RegionLevel;
import duizhao.place.NameIndex.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds China's provinces, prefectures and counties, and an archive's own additions, by code or
 * name. Immutable, and safe for several threads. The codes are those of GB/T 2260; {@code
 * src/docs/gazetteer.md} says where the names come from.
 */
public final class Gazetteer {

  /** No reference is longer; what is longer is not looked up. */
  private static final int LONGEST_REFERENCE = 200;

  private final SortedMap<String, Region> byCode;
  private final Map<String, List<Region>> children;
  private final NameIndex names;

  private Gazetteer(SortedMap<String, Region> byCode, NameIndex names) {
    this.byCode = byCode;
    this.names = names;
    this.children = new HashMap<>();
    for (Region region : byCode.values()) {
      String parent = region.parent() == null ? "" : region.parent();
      children.computeIfAbsent(parent, p -> new ArrayList<>()).add(region);
    }
  }

  /** The gazetteer that comes with the program; read once. */
  public static Gazetteer builtIn() {
    return BuiltIn.GAZETTEER;
  }

  /** Read when it is first asked for. */
  private static final class BuiltIn {
    static final Gazetteer GAZETTEER = read();
  }

  private static Gazetteer read() {
    SortedMap<String, Region> regions = new TreeMap<>();
    NameIndex index = new NameIndex();
    GazetteerFile.read(
        (region, alsoKnownAs) -> {
          regions.put(region.code(), region);
          index.add(region, alsoKnownAs);
        });
    return new Gazetteer(regions, index);
  }

  /**
   * This gazetteer and more places, which are found by their id and names like any other.
   *
   * @throws IllegalArgumentException when a code is taken, or a parent neither here nor among the
   *     additions, or an addition lies within itself
   */
  public Gazetteer with(Collection<Region> additions) {
    SortedMap<String, Region> regions = new TreeMap<>(byCode);
    NameIndex index = new NameIndex(names);
    for (Region region : additions) {
      if (regions.put(region.code(), region) != null) {
        throw new IllegalArgumentException("code taken: " + region.code());
      }
      index.add(region, List.of());
    }
    for (Region region : additions) {
      checkParents(region, regions);
    }
    return new Gazetteer(regions, index);
  }

  private static void checkParents(Region region, Map<String, Region> regions) {
    Set<String> seen = new LinkedHashSet<>();
    for (Region at = region; at.parent() != null; ) {
      Region parent = regions.get(at.parent());
      if (parent == null || !seen.add(at.code())) {
        throw new IllegalArgumentException("no place " + at.parent() + " to hold " + at.code());
      }
      at = parent;
    }
  }

  /** The place with this code, or addition with this id; null where there is none. */
  public @Nullable Region byCode(String code) {
    return byCode.get(code);
  }

  /** The first level: 34 provinces, municipalities and regions, in code order. */
  public List<Region> provinces() {
    return children("");
  }

  /** The places right below this one, in code order; empty where there are none. */
  public List<Region> children(String code) {
    return Collections.unmodifiableList(children.getOrDefault(code, List.of()));
  }

  /** From the province down to this place itself. */
  public List<Region> path(Region region) {
    List<Region> path = new ArrayList<>();
    for (Region at = region; at != null; at = parent(at)) {
      path.add(at);
    }
    Collections.reverse(path);
    return path;
  }

  private @Nullable Region parent(Region region) {
    return region.parent() == null ? null : byCode.get(region.parent());
  }

  /** The names from the province down, such as {@code 浙江省/台州市/椒江区}; {@link #find} reads it back. */
  public String pathOf(Region region, Language language) {
    return String.join("/", path(region).stream().map(r -> r.name().preferring(language)).toList());
  }

  /**
   * Finds what a reference means: a code, an addition's id, a name, or names from the outer to the
   * inner with {@code /} between them, where levels may be skipped. Names may be Chinese or
   * English, full or without the word that says what the place is, and former ones where nothing of
   * today has the name. Never throws.
   */
  public Lookup find(String reference) {
    String trimmed = reference.strip();
    Region coded = byCode.get(trimmed);
    if (coded != null) {
      return new Lookup.Found(coded);
    }
    if (trimmed.length() > LONGEST_REFERENCE) {
      return new Lookup.Unknown(null);
    }
    List<String> names = new ArrayList<>();
    for (String name : trimmed.split("/", -1)) {
      names.add(PlaceNames.fold(name));
    }
    if (names.contains("")) {
      return new Lookup.Unknown(null);
    }
    Lookup lookup = find(names);
    return lookup != null ? lookup : new Lookup.Unknown(nearest(names));
  }

  /** What folded names from the outer to the inner mean; null when nothing. */
  private @Nullable Lookup find(List<String> path) {
    List<String> outer = path.subList(0, path.size() - 1);
    String name = path.get(path.size() - 1);
    for (Kind kind : Kind.values()) {
      List<Region> candidates = new ArrayList<>();
      for (Region region : names.find(name, kind)) {
        if (liesWithin(region, outer)) {
          candidates.add(region);
        }
      }
      candidates = prefer(candidates, kind);
      if (candidates.size() == 1) {
        return new Lookup.Found(candidates.get(0));
      }
      if (!candidates.isEmpty()) {
        return new Lookup.Ambiguous(candidates);
      }
    }
    return null;
  }

  /** Whether the places that hold this one bear these names, in this order, some left out. */
  private boolean liesWithin(Region region, List<String> outer) {
    int left = outer.size();
    for (Region at = parent(region); at != null && left > 0; at = parent(at)) {
      if (names.names(outer.get(left - 1), at)) {
        left--;
      }
    }
    return left == 0;
  }

  /**
   * Drops what a writer would not have meant by the bare name: all but the province where a
   * province has it, and a county of the same name as the city that holds it. A city within is
   * another matter: 吉林 is the province or the city, 大理 the prefecture or the city. Where full names
   * are equal, as Jilin and Jilin are, only the province is meant.
   */
  private List<Region> prefer(List<Region> candidates, Kind kind) {
    List<Region> kept = new ArrayList<>();
    boolean province = candidates.stream().anyMatch(r -> r.level() == RegionLevel.PROVINCE);
    for (Region region : candidates) {
      boolean within = candidates.stream().anyMatch(r -> !r.equals(region) && holds(r, region));
      boolean city = kind != Kind.FULL && PlaceNames.isCity(region);
      boolean keep = within ? city : !province || region.level() == RegionLevel.PROVINCE;
      if (keep) {
        kept.add(region);
      }
    }
    kept.sort(Comparator.comparing(Region::code));
    return kept;
  }

  private boolean holds(Region outer, Region inner) {
    for (Region at = parent(inner); at != null; at = parent(at)) {
      if (at.equals(outer)) {
        return true;
      }
    }
    return false;
  }

  /** The place that was probably meant by a path that leads nowhere. */
  private @Nullable Region nearest(List<String> path) {
    String name = path.get(path.size() - 1);
    List<String> bare = List.of(name);
    if (path.size() > 1 && find(bare) instanceof Lookup.Found found) {
      return found.region();
    }
    List<String> outer = path.subList(0, path.size() - 1);
    if (!outer.isEmpty() && find(outer) instanceof Lookup.Found found) {
      return names.nearest(name, r -> holds(found.region(), r));
    }
    String stem = PlaceNames.withoutType(name);
    if (stem != null && find(List.of(stem)) instanceof Lookup.Found found) {
      return found.region();
    }
    return names.nearest(name, null);
  }
}
