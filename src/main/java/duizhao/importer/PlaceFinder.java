package duizhao.importer;

import duizhao.model.Language;
import duizhao.model.Region;
import duizhao.place.Gazetteer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the places that a text names. */
final class PlaceFinder {

  private static final int LONGEST = 12;

  /**
   * What may stand right behind the bare name of a place; elsewhere two characters mean much else.
   */
  private static final String FOLLOWERS =
      "(?s)(?:市|县|区|省|州|总|工会|地区|全市|全省|全县|各级|开展|推进|推出|启动|建|组建|深化|设立|职工|团市委|[,，。、“《 \u3000]).*";

  private record Name(Region region, boolean full) {}

  private final Gazetteer gazetteer;
  private final Language language;
  private final Map<String, List<Name>> names = new HashMap<>();

  PlaceFinder(Gazetteer gazetteer, Language language) {
    this.gazetteer = gazetteer;
    this.language = language;
    gazetteer.provinces().forEach(this::add);
  }

  private void add(Region region) {
    String name = region.name().preferring(language);
    names.computeIfAbsent(name, n -> new ArrayList<>()).add(new Name(region, true));
    String stem = name.replaceFirst("(?:壮族|回族|维吾尔|特别行政区|自治区|省|市|地区|区|县|盟|旗)+$", "");
    if (stem.length() >= 2 && stem.length() < name.length()) {
      names.computeIfAbsent(stem, n -> new ArrayList<>()).add(new Name(region, false));
    }
    gazetteer.children(region.code()).forEach(this::add);
  }

  /**
   * The places of a report, likeliest first, each by its path; a place is left out where a narrower
   * one within it is named.
   */
  List<Proposal> find(String headline, String text) {
    Map<Region, Double> scores = new LinkedHashMap<>();
    Map<Region, String> evidence = new HashMap<>();
    scan(headline, 0.5, scores, evidence);
    scan(text, 0.3, scores, evidence);
    List<Region> found = new ArrayList<>(scores.keySet());
    List<Proposal> proposals = new ArrayList<>();
    for (Region region : found) {
      boolean outer =
          found.stream()
              .anyMatch(
                  r ->
                      !r.equals(region)
                          && gazetteer.path(r).contains(region)
                          && (region.parent() == null
                              || scores.getOrDefault(r, 0.0) + 0.3
                                  > scores.getOrDefault(region, 0.0)));
      if (!outer) {
        proposals.add(
            new Proposal(
                gazetteer.pathOf(region, language),
                Math.min(0.95, scores.getOrDefault(region, 0.0)),
                evidence.getOrDefault(region, "")));
      }
    }
    proposals.sort(Comparator.comparingDouble(Proposal::confidence).reversed());
    return proposals.subList(0, Math.min(8, proposals.size()));
  }

  private void scan(
      String text, double weight, Map<Region, Double> scores, Map<Region, String> evidence) {
    Region outer = null;
    int outerEnd = -1;
    for (int i = 0; i < text.length(); ) {
      int length = Math.min(LONGEST, text.length() - i);
      Region region = null;
      boolean full = false;
      for (; length >= 2 && region == null; length--) {
        List<Name> candidates = names.get(text.substring(i, i + length));
        if (candidates == null) {
          continue;
        }
        Region holder = outerEnd == i ? outer : null;
        Name name = choose(candidates, holder, scores);
        boolean within =
            name != null && holder != null && gazetteer.path(name.region()).contains(holder);
        if (name != null && (name.full() || within || bareNameFits(text, i, length, name))) {
          region = name.region();
          full = name.full();
          break;
        }
      }
      if (region == null) {
        i++;
        continue;
      }
      double early = i < 150 ? 0.2 : 0;
      scores.merge(region, weight + early + (full ? 0.15 : 0), java.lang.Double::sum);
      evidence.putIfAbsent(region, text.substring(i, i + length));
      outer = region;
      i += length;
      outerEnd = i;
    }
  }

  private boolean bareNameFits(String text, int at, int length, Name name) {
    String after = text.substring(at + length, Math.min(text.length(), at + length + 4));
    return gazetteer.path(name.region()).size() <= 2 && after.matches(FOLLOWERS)
        || after.matches("(?s)(?:市|县|区|总工|工会|市总|区总|县总).*");
  }

  /**
   * The one meant: within the place named just before, or one of its kind named already, or alone.
   */
  private @Nullable Name choose(
      List<Name> candidates, @Nullable Region outer, Map<Region, Double> scores) {
    if (outer != null) {
      for (Name name : candidates) {
        if (!name.region().equals(outer) && gazetteer.path(name.region()).contains(outer)) {
          return name;
        }
      }
    }
    for (Name name : candidates) {
      List<Region> path = gazetteer.path(name.region());
      if (scores.containsKey(name.region())
          || path.subList(0, path.size() - 1).stream().anyMatch(scores::containsKey)) {
        return name;
      }
    }
    Name best = null;
    for (Name name : candidates) {
      if (best == null
          || gazetteer.path(name.region()).size() < gazetteer.path(best.region()).size()) {
        best = name;
      } else if (gazetteer.path(name.region()).size() == gazetteer.path(best.region()).size()) {
        return null;
      }
    }
    return best;
  }
}
