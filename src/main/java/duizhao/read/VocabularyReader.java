package duizhao.read;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.model.LocalizedText;
import duizhao.model.Newspaper;
import duizhao.model.Programme;
import duizhao.model.Reference;
import duizhao.model.Region;
import duizhao.model.RegionLevel;
import duizhao.model.Term;
import duizhao.model.Unit;
import duizhao.place.Gazetteer;
import duizhao.read.YamlValue.Items;
import duizhao.read.YamlValue.Scalar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the lists that reports refer to. */
final class VocabularyReader {

  static final Pattern UNIT = Pattern.compile("%|[A-Z]{3}|[a-z][a-z0-9-]{0,79}");

  private final SourceFiles files;
  private final Collection<String> languages;
  private final Diagnostics diagnostics;
  private final @Nullable Memory memory;
  private final Map<String, Set<String>> listed = new HashMap<>();
  private final List<Region> added = new ArrayList<>();

  VocabularyReader(
      SourceFiles files,
      Collection<String> languages,
      Diagnostics diagnostics,
      @Nullable Memory memory) {
    this.files = files;
    this.memory = memory;
    this.languages = languages;
    this.diagnostics = diagnostics;
  }

  /** The ids in each file read so far; no entry for one that could not be read. */
  Map<String, Set<String>> listed() {
    return listed;
  }

  /** What {@link #gazetteer} has found in {@code regions.yaml}. */
  List<Region> added() {
    return added;
  }

  /** The built-in gazetteer and what {@code regions.yaml} adds to it. */
  Gazetteer gazetteer() {
    Gazetteer gazetteer = Gazetteer.builtIn();
    for (Values values : items("regions.yaml", Schema.REGIONS, false)) {
      Region region = region(values, new Places(gazetteer, diagnostics));
      if (region == null) {
        continue;
      }
      if (gazetteer.byCode(region.code()) != null) {
        duplicate(values, region.code());
      } else {
        gazetteer = gazetteer.with(List.of(region));
        added.add(region);
      }
    }
    return gazetteer;
  }

  private @Nullable Region region(Values values, Places places) {
    String id = values.id("id");
    LocalizedText name = values.localized("name");
    Scalar within = values.scalar("within");
    Map<String, RegionLevel> levels = new LinkedHashMap<>();
    levels.put("zone", RegionLevel.ZONE);
    levels.put("county", RegionLevel.COUNTY);
    levels.put("prefecture", RegionLevel.PREFECTURE);
    RegionLevel level = values.has("level") ? values.choice("level", levels) : RegionLevel.ZONE;
    Region parent = within == null ? null : places.find(within);
    if (id == null || name == null || parent == null || level == null) {
      return null;
    }
    List<String> former = values.scalars("former").stream().map(Scalar::text).toList();
    return new Region(id, name, id, level, parent.code(), former);
  }

  Map<String, Newspaper> newspapers() {
    return byId(
        items("newspapers.yaml", Schema.NEWSPAPERS, true),
        values -> {
          String id = values.id("id");
          LocalizedText name = values.localized("name");
          return id == null || name == null
              ? null
              : new Newspaper(
                  id,
                  values.at(),
                  name,
                  values.localized("place"),
                  values.localized("note"),
                  values.text("issn"),
                  values.text("cn"),
                  values.url("url"));
        },
        Newspaper::id);
  }

  Map<String, Unit> units() {
    return byId(
        items("units.yaml", Schema.UNITS, false),
        values -> {
          Scalar id = values.scalar("id");
          LocalizedText label = values.localized("label");
          if (id == null || label == null) {
            return null;
          }
          if (!UNIT.matcher(id.text()).matches()) {
            diagnostics.add(
                Code.BAD_ID,
                id.at(),
                "\"" + Values.shorten(id.text()) + "\" is not a unit",
                "a unit is %, a currency of three capitals such as CNY, or a lower-case word");
            return null;
          }
          return new Unit(id.text(), values.at(), label);
        },
        Unit::id);
  }

  Map<String, Term> glossary() {
    return byId(
        items("glossary.yaml", Schema.GLOSSARY, false),
        values -> {
          String id = values.id("id");
          LocalizedText term = values.localized("term");
          return id == null || term == null
              ? null
              : new Term(
                  id,
                  values.at(),
                  term,
                  values.lists("variants"),
                  values.lists("forbidden"),
                  values.localized("note"));
        },
        Term::id);
  }

  Map<String, Programme> programmes(Places places) {
    List<Values> items = items("programmes.yaml", Schema.PROGRAMMES, true);
    Map<String, Programme> byId = byId(items, values -> programme(values, places), Programme::id);
    Vocabularies known = new Vocabularies(byId, Map.of(), Map.of(), listed);
    for (Values values : items) {
      known.programme(values.scalar("broader"), diagnostics);
      known.programmes(values.scalars("related"), diagnostics);
    }
    return byId;
  }

  private @Nullable Programme programme(Values values, Places places) {
    String id = values.id("id");
    LocalizedText label = values.localized("label");
    Map<String, Boolean> kinds = new LinkedHashMap<>();
    kinds.put("programme", false);
    kinds.put("scheme", true);
    boolean scheme = Boolean.TRUE.equals(values.choice("kind", kinds));
    List<Reference> regions = places.resolve(values.scalars("regions"));
    if (id == null || label == null) {
      return null;
    }
    Scalar broader = values.scalar("broader");
    if (scheme && broader == null) {
      diagnostics.add(
          Code.MISSING_FIELD,
          values.at(),
          "the scheme \"" + id + "\" belongs to no programme",
          "add \"broader:\" with the id of one");
    }
    return new Programme(
        id,
        values.at(),
        scheme,
        label,
        values.localizedList("alternatives"),
        values.localizedOrEmpty("scope"),
        broader == null ? null : new Reference(broader.text(), broader.at()),
        values.scalars("related").stream().map(s -> new Reference(s.text(), s.at())).toList(),
        regions,
        values.date("since"));
  }

  /** The maps of a list file that fit its shape; none when it is missing. */
  private List<Values> items(String name, Shape shape, boolean required) {
    Path file = files.resolve(name);
    if (!required && !files.exists(file)) {
      listed.put(name, Set.of());
      return List.of();
    }
    String text = files.require(file, "an archive needs it; an empty list is \"[]\"");
    if (text == null) {
      return List.of();
    }
    YamlValue value = Memory.yaml(memory, text, files.display(file), diagnostics);
    if (value == null) {
      return List.of();
    }
    new ShapeChecker(diagnostics, languages, true).check(value, shape, name);
    if (!(value instanceof Items list)) {
      return List.of();
    }
    List<Values> items = Values.maps(list.items(), languages, diagnostics);
    listed.put(
        name,
        items.stream()
            .map(values -> values.scalar("id"))
            .filter(Objects::nonNull)
            .map(Scalar::text)
            .collect(Collectors.toSet()));
    return items;
  }

  private <T> Map<String, T> byId(
      List<Values> items, Function<Values, @Nullable T> make, Function<T, String> id) {
    Map<String, T> byId = new LinkedHashMap<>();
    for (Values values : items) {
      T thing = make.apply(values);
      if (thing != null && byId.putIfAbsent(id.apply(thing), thing) != null) {
        duplicate(values, id.apply(thing));
      }
    }
    return byId;
  }

  private void duplicate(Values values, String id) {
    diagnostics.add(
        Code.DUPLICATE_ID,
        values.at("id"),
        "the id \"" + id + "\" is already taken",
        "ids are unique within their list");
  }
}
