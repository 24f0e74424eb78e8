package duizhao.place;

import duizhao.model.*;
import java.util.*;
import org.jspecify.annotations.Nullable;

public final class Gazetteer {
  private final Map<String, Region> m = new LinkedHashMap<>();

  public static Gazetteer builtIn() {
    return new Gazetteer();
  }

  public Gazetteer with(Collection<Region> a) {
    Gazetteer g = new Gazetteer();
    g.m.putAll(m);
    a.forEach(r -> g.m.put(r.code(), r));
    return g;
  }

  public @Nullable Region byCode(String code) {
    return m.get(code);
  }

  public List<Region> provinces() {
    return m.values().stream().filter(r -> r.parent() == null).toList();
  }

  public List<Region> children(String code) {
    return m.values().stream().filter(r -> code.equals(r.parent())).toList();
  }

  public List<Region> path(Region r) {
    List<Region> l = new ArrayList<>();
    for (Region x = r; x != null; x = x.parent() == null ? null : m.get(x.parent())) l.add(0, x);
    return l;
  }

  public Lookup find(String ref) {
    return new Lookup.Unknown(null);
  }

  public String pathOf(Region r, Language l) {
    return String.join("/", path(r).stream().map(x -> x.name().preferring(l)).toList());
  }
}
