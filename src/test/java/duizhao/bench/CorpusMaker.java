package duizhao.bench;

import duizhao.bench.Phrases.Pair;
import duizhao.diagnostic.Diagnostics;
import duizhao.model.Archive;
import duizhao.model.Language;
import duizhao.model.LocalizedText;
import duizhao.model.Programme;
import duizhao.model.Region;
import duizhao.model.RegionLevel;
import duizhao.place.Gazetteer;
import duizhao.read.ContentReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Makes an archive of as many bilingual reports as wanted, for benchmarks: {@code content} lends
 * its vocabularies, {@code phrases.txt} the sentences, the gazetteer the places. Reports are as
 * long as the real ones and as well translated: the proof-reader finds nothing but that one in
 * fifty has no translation yet. The same number gives the same bytes, and a smaller archive is the
 * start of a larger one. Each report is written before the next is thought of.
 */
public final class CorpusMaker {

  private static final long SEED = 20_260;

  /** Hong Kong, Macau and Taiwan have other unions. */
  private static final List<String> ELSEWHERE = List.of("71", "81", "82");

  /** A place that reports come from. */
  record City(Pair name, String slug, String path, List<County> counties) {}

  /** A place within, of which some reports tell. */
  record County(Pair name, String path) {}

  /** A scheme that sentences may link to. */
  record Scheme(String id, String broader, Pair label) {}

  /** What all reports draw from. */
  record Material(
      Phrases phrases,
      List<City> cities,
      List<String> topics,
      List<Scheme> schemes,
      List<String> newspapers) {}

  private CorpusMaker() {}

  /**
   * Makes the folder.
   *
   * @param arguments the archive that lends its vocabularies, the folder to make, and how many
   *     reports
   */
  public static void main(String[] arguments) throws IOException {
    make(Path.of(arguments[0]), Path.of(arguments[1]), Integer.parseInt(arguments[2]));
  }

  /**
   * Makes the folder, which must not hold an archive yet.
   *
   * @param model an archive in Chinese and English
   */
  static void make(Path model, Path target, int reports) throws IOException {
    Archive archive =
        Objects.requireNonNull(new ContentReader(model, "content", new Diagnostics()).read());
    copyVocabularies(model, target);
    Material material = material(archive);
    for (int number = 0; number < reports; number++) {
      // seeds side by side begin alike, so they are mixed first
      Random random = new Random(new SplittableRandom(SEED + number).nextLong());
      new CorpusReport(material, number, random).write(target);
    }
  }

  private static void copyVocabularies(Path model, Path target) throws IOException {
    try (Stream<Path> files = Files.walk(model)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Path inside = model.relativize(file);
        if (!inside.startsWith("reports") && !inside.endsWith("SOURCES.md")) {
          Path copy = target.resolve(inside.toString());
          Files.createDirectories(Objects.requireNonNull(copy.getParent()));
          Files.copy(file, copy);
        }
      }
    }
  }

  private static Material material(Archive archive) {
    Language zh = archive.languages().get(0);
    Language en = archive.languages().get(1);
    Phrases phrases = Phrases.read();
    List<String> topics =
        archive.programmes().keySet().stream().filter(id -> phrases.has("title:" + id)).toList();
    List<Scheme> schemes =
        archive.programmes().values().stream()
            .filter(Programme::scheme)
            .map(
                scheme ->
                    new Scheme(
                        scheme.id(),
                        Objects.requireNonNull(scheme.broader()).id(),
                        pair(scheme.label(), zh, en)))
            // a quotation within the quotation marks of a sentence would take other marks
            .filter(scheme -> !scheme.label().zh().contains("“"))
            .toList();
    return new Material(
        phrases, cities(zh, en), topics, schemes, List.copyOf(archive.newspapers().keySet()));
  }

  private static Pair pair(LocalizedText text, Language zh, Language en) {
    return new Pair(Objects.requireNonNull(text.in(zh)), Objects.requireNonNull(text.in(en)));
  }

  private static List<City> cities(Language zh, Language en) {
    Gazetteer gazetteer = Gazetteer.builtIn();
    List<City> cities = new ArrayList<>();
    for (Region province : gazetteer.provinces()) {
      if (ELSEWHERE.contains(province.code().substring(0, 2))) {
        continue;
      }
      List<Region> within = new ArrayList<>(gazetteer.children(province.code()));
      within.removeIf(region -> region.level() != RegionLevel.PREFECTURE);
      for (Region city : within.isEmpty() ? List.of(province) : within) {
        List<County> counties =
            gazetteer.children(city.code()).stream()
                .map(c -> new County(pair(c.name(), zh, en), gazetteer.pathOf(c, zh)))
                .toList();
        if (!counties.isEmpty()) {
          String path = gazetteer.pathOf(city, zh);
          cities.add(new City(pair(city.name(), zh, en), city.slug(), path, counties));
        }
      }
    }
    // in an order of their own, so that those in the news most often are not those of one province
    Collections.shuffle(cities, new Random(SEED));
    return cities;
  }
}
