package duizhao.place;

import duizhao.diagnostic.Nearest;
import duizhao.model.Region;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The folded names of places, and which place each may mean. */
final class NameIndex {

  /** How well a name fits; better ones first. */
  enum Kind {
    /** As the gazetteer writes it. */
    FULL,
    /** Without the word that says what it is, or another name it is known by. */
    SHORT,
    /** A name of the past, in full. */
    FORMER,
    /** A name of the past, without the word that says what it was. */
    FORMER_SHORT
  }

  /** One meaning of a name, and the others. */
  private record Meaning(Region region, Kind kind, @Nullable Meaning next) {}

  /** Names longer than this are not compared with others. */
  private static final int LONGEST_NAME = 60;

  private final Map<String, Meaning> meanings;

  NameIndex() {
    meanings = new HashMap<>(1 << 15);
  }

  /** A copy to add to. */
  NameIndex(NameIndex other) {
    meanings = new HashMap<>(other.meanings);
  }

  void add(Region region, List<String> alsoKnownAs) {
    for (String name : region.name().byLanguage().values()) {
      add(name, region, Kind.FULL, Kind.SHORT);
    }
    for (String name : alsoKnownAs) {
      add(name, region, Kind.SHORT, Kind.SHORT);
    }
    for (String name : region.former()) {
      add(name, region, Kind.FORMER, Kind.FORMER_SHORT);
    }
  }

  private void add(String name, Region region, Kind whole, Kind part) {
    String folded = PlaceNames.fold(name);
    put(folded, region, whole);
    String typed = PlaceNames.withType(folded, region);
    if (typed != null) {
      put(typed, region, whole);
    }
    String stem = PlaceNames.withoutType(folded);
    if (stem != null) {
      put(stem, region, part);
    }
  }

  private void put(String name, Region region, Kind kind) {
    Meaning known = meanings.get(name);
    for (Meaning m = known; m != null; m = m.next()) {
      if (m.region().equals(region) && m.kind().compareTo(kind) <= 0) {
        return;
      }
    }
    meanings.put(name, new Meaning(region, kind, known));
  }

  /** The places that have this folded name in this way, each once. */
  List<Region> find(String name, Kind kind) {
    List<Region> found = new ArrayList<>();
    for (Meaning m = meanings.get(name); m != null; m = m.next()) {
      if (m.kind() == kind) {
        found.add(m.region());
      }
    }
    return found;
  }

  /** Whether this folded name is one of this place, in any way. */
  boolean names(String name, Region region) {
    for (Meaning m = meanings.get(name); m != null; m = m.next()) {
      if (m.region().equals(region)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The place whose name is spelled most like this folded one; null when none comes near.
   *
   * @param where which places may be meant; null for all, of which only those count that start
   *     alike, or any name of two characters would be near
   */
  @Nullable Region nearest(String name, @Nullable Predicate<Region> where) {
    if (name.length() > LONGEST_NAME) {
      return null;
    }
    Map<String, Region> near = new HashMap<>();
    meanings.forEach(
        (known, meaning) -> {
          if (where == null && !startsAlike(known, name)) {
            return;
          }
          Region first = first(meaning, where);
          if (first != null) {
            near.put(known, first);
          }
        });
    String nearest = Nearest.to(name, near.keySet());
    return nearest == null ? null : near.get(nearest);
  }

  private static boolean startsAlike(String known, String name) {
    return name.length() > 2 ? known.charAt(0) == name.charAt(0) : known.startsWith(name);
  }

  /** Of several meanings the best, and of equals the lowest code. */
  private static @Nullable Region first(Meaning meanings, @Nullable Predicate<Region> where) {
    Meaning best = null;
    for (Meaning m = meanings; m != null; m = m.next()) {
      if (where != null && !where.test(m.region())) {
        continue;
      }
      if (best == null
          || m.kind().compareTo(best.kind()) < 0
          || (m.kind() == best.kind() && m.region().code().compareTo(best.region().code()) < 0)) {
        best = m;
      }
    }
    return best == null ? null : best.region();
  }
}
