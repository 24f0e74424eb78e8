package duizhao.bench;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import duizhao.model.Archive;
import duizhao.model.Figure;
import duizhao.model.Language;
import duizhao.model.LocalizedText;
import duizhao.model.Newspaper;
import duizhao.model.Picture;
import duizhao.model.Programme;
import duizhao.model.Reference;
import duizhao.model.Region;
import duizhao.model.Report;
import duizhao.model.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The content of an archive as Hugo reads it: a file for each report and language, with what {@code
 * report.yaml} says as JSON in front of the text, and a file for the name of each region,
 * programme, newspaper, year and month.
 */
final class HugoContent {

  private static final Gson JSON =
      new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

  private final Archive archive;
  private final Path from;
  private final Path site;
  private final Set<String> regions = new TreeSet<>();
  private final Set<String> months = new TreeSet<>();

  private HugoContent(Archive archive, Path from, Path site) {
    this.archive = archive;
    this.from = from;
    this.site = site;
  }

  /**
   * Writes the content.
   *
   * @param from folder of the archive, of the form that {@link CorpusMaker} makes
   * @param site folder of the Hugo site
   */
  static void write(Archive archive, Path from, Path site) throws IOException {
    HugoContent content = new HugoContent(archive, from, site);
    for (Report report : archive.reports()) {
      for (Language language : archive.languages()) {
        content.report(report, language);
      }
    }
    for (Language language : archive.languages()) {
      content.terms(language);
    }
  }

  private void report(Report report, Language in) throws IOException {
    Path folder = from.resolve("reports").resolve(year(report)).resolve(report.id());
    Map<String, Object> front = front(report, in);
    boolean there = report.in(in) != null;
    String text = there ? Files.readString(folder.resolve(in.id() + ".md")) : "";
    write(site.resolve("content/" + in.id() + "/reports/" + report.id() + ".md"), front, text);
    for (Picture picture : report.pictures()) {
      Path copy = site.resolve("static/media/" + report.id() + "/" + picture.file());
      if (!Files.exists(copy)) {
        Files.createDirectories(Objects.requireNonNull(copy.getParent()));
        Files.copy(folder.resolve(picture.file()), copy);
      }
    }
  }

  private static String year(Report report) {
    return String.valueOf(day(report).getYear());
  }

  private static LocalDate day(Report report) {
    return Objects.requireNonNull(report.source().date().earliest());
  }

  private static String in(@Nullable LocalizedText text, Language language) {
    return text == null ? "" : text.preferring(language);
  }

  private Map<String, Object> front(Report report, Language in) {
    Map<String, Object> front = new LinkedHashMap<>();
    front.put("id", report.id());
    front.put("title", in(report.title(), in));
    front.put("summary", in(report.summary(), in));
    front.put("date", day(report).toString());
    front.put("kind", report.kind().name().toLowerCase(java.util.Locale.ROOT));
    front.put("source", source(report.source(), in));
    front.put("translation", in(report.translation().by(), in));
    front.put("people", named(report, in));
    front.put("organisations", report.organisations().stream().map(o -> in(o.name(), in)).toList());
    front.put("figures", report.figures().stream().map(figure -> figure(figure, in)).toList());
    front.put("pictures", report.pictures().stream().map(p -> picture(p, in)).toList());
    List<Map<String, Object>> places = new ArrayList<>();
    Set<String> filed = new LinkedHashSet<>();
    for (Reference reference : report.regions()) {
      Region region = region(reference.id());
      places.add(Map.of("id", key(region), "name", in(region.name(), in)));
      for (@Nullable Region at = region; at != null; at = parent(at)) {
        filed.add(key(at));
      }
    }
    regions.addAll(filed);
    front.put("regionList", places);
    front.put("regions", filed);
    Set<String> topics = new LinkedHashSet<>();
    List<Map<String, Object>> programmes = new ArrayList<>();
    for (Reference reference : report.programmes()) {
      Programme programme = Objects.requireNonNull(archive.programmes().get(reference.id()));
      programmes.add(Map.of("id", programme.id(), "name", in(programme.label(), in)));
      topics.add(programme.id());
      Reference broader = programme.broader();
      if (broader != null) {
        topics.add(broader.id());
      }
    }
    front.put("programmeList", programmes);
    front.put("programmes", topics);
    front.put("newspapers", List.of(report.source().newspaper().id()));
    front.put("years", List.of(year(report)));
    String month = day(report).toString().substring(0, "2020-11".length());
    months.add(month);
    front.put("months", List.of(month));
    return front;
  }

  private Map<String, Object> source(Source source, Language in) {
    Map<String, Object> map = new LinkedHashMap<>();
    Newspaper newspaper = Objects.requireNonNull(archive.newspapers().get(source.newspaper().id()));
    map.put("newspaper", newspaper.id());
    map.put("newspaperName", in(newspaper.name(), in));
    map.put("date", source.date().text());
    map.put("page", source.printPage());
    map.put("headline", source.headline());
    map.put(
        "byline",
        source.byline().stream()
            .map(by -> Map.of("name", in(by.name(), in), "role", by.role().id()))
            .toList());
    return map;
  }

  private static List<Map<String, String>> named(Report report, Language in) {
    return report.people().stream()
        .map(person -> Map.of("name", in(person.name(), in), "role", in(person.role(), in)))
        .toList();
  }

  private static Map<String, Object> figure(Figure figure, Language in) {
    return Map.of(
        "what", in(figure.what(), in),
        "value", figure.value(),
        "unit", figure.unit().id(),
        "stated", in(figure.asStated(), in),
        "paragraph", figure.paragraph());
  }

  private static Map<String, Object> picture(Picture picture, Language in) {
    return Map.of(
        "file", picture.file(),
        "alt", in(picture.alt(), in),
        "caption", in(picture.caption(), in),
        "width", picture.widthPx(),
        "height", picture.heightPx());
  }

  private Region region(String code) {
    return Objects.requireNonNull(archive.regions().get(code), code);
  }

  private @Nullable Region parent(Region region) {
    String parent = region.parent();
    return parent == null ? null : region(parent);
  }

  /** The names from the province down, as one word. */
  private String key(Region region) {
    Region parent = parent(region);
    return (parent == null ? "" : key(parent) + "-") + region.slug();
  }

  private void terms(Language in) throws IOException {
    Map<String, String> places = new LinkedHashMap<>();
    archive.regions().values().forEach(region -> places.put(key(region), in(region.name(), in)));
    for (String key : regions) {
      term(in, "regions", key, Objects.requireNonNull(places.get(key)), true);
    }
    for (Programme programme : archive.programmes().values()) {
      term(in, "programmes", programme.id(), in(programme.label(), in), true);
    }
    for (Newspaper newspaper : archive.newspapers().values()) {
      term(in, "newspapers", newspaper.id(), in(newspaper.name(), in), false);
    }
    for (String month : months) {
      String year = month.substring(0, "2020".length());
      term(in, "months", month, month, false);
      term(in, "years", year, year, false);
    }
  }

  private void term(Language in, String list, String key, String title, boolean feed)
      throws IOException {
    Path file = site.resolve("content/" + in.id() + "/" + list + "/" + key + "/_index.md");
    Map<String, Object> front = new LinkedHashMap<>();
    front.put("title", title);
    if (!feed) {
      front.put("outputs", List.of("HTML"));
    }
    write(file, front, "");
  }

  private static void write(Path file, Map<String, Object> front, String text) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, JSON.toJson(front) + "\n\n" + numbered(text));
  }

  /** The text, with the number of each block as its anchor, and links that Hugo follows. */
  private static String numbered(String text) {
    List<String> blocks = Stream.of(text.strip().split("\n\n")).filter(b -> !b.isEmpty()).toList();
    StringBuilder numbered = new StringBuilder();
    for (int n = 1; n <= blocks.size(); n++) {
      String block =
          blocks.get(n - 1).replaceAll("]\\(programme:([^)]*)\\)", "](../../programmes/$1/)");
      boolean heading = block.startsWith("#");
      numbered.append(block).append(heading ? " {#p" : "\n{#p").append(n).append("}\n\n");
    }
    return numbered.toString();
  }
}
