package duizhao.importer;

import duizhao.diagnostic.Diagnostics;
import duizhao.model.Archive;
import duizhao.model.Report;
import duizhao.read.ContentReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sets the import of pages beside what a person made of them. Takes a folder of pages, {@code
 * NAME.txt}; a folder of {@link Labels}, {@code NAME.labels}; and a content folder, whose reports
 * of the same ids are what headlines, dates, places and people are compared with. Those reports are
 * taken out of a copy of it before the pages are imported, so that nothing is known of them but the
 * newspaper, which is given as an editor would.
 */
final class Measure {

  private int right;
  private int all;
  private int whole;
  private int reports;

  /** By tenths of confidence: how many reports, how many of them whole. */
  private final Map<Integer, int[]> calibration = new TreeMap<>();

  private Measure() {}

  public static void main(String[] arguments) throws IOException {
    Path pages = Path.of(arguments[0]);
    List<Path> labels;
    try (Stream<Path> files = Files.list(Path.of(arguments[1]))) {
      labels = files.filter(f -> f.toString().endsWith(".labels")).sorted().toList();
    }
    Measure measure = new Measure();
    System.out.println(
        "| page | report | characters | right | whole | confidence | headline | year | places |"
            + " people |");
    System.out.println("|---|---|--:|--:|---|--:|---|---|---|---|");
    for (Path file : labels) {
      String name = file.getFileName().toString().replaceFirst("\\.labels$", "");
      measure.page(
          pages.resolve(name + ".txt"), Files.readString(file), Path.of(arguments[2]), name);
    }
    measure.sum();
  }

  private void page(Path page, String labels, Path content, String name) throws IOException {
    PageText text = PageText.of(name, Files.readString(page));
    Labels wanted = Labels.of(text, labels);
    Archive person = read(content);
    String newspaper =
        person.reports().stream()
            .filter(r -> wanted.sizes().containsKey(r.id()))
            .map(r -> r.source().newspaper().id())
            .findFirst()
            .orElse(null);
    Path copy = Files.createTempDirectory("measure");
    copy(content, copy, wanted.sizes().keySet());
    PageImporter importer = new PageImporter(read(copy), new Diagnostics());
    PageImporter.Page made = Objects.requireNonNull(importer.read(page, newspaper, null, true));
    importer.write(copy, true);
    Map<String, Report> drafts =
        read(copy).drafts().stream().collect(Collectors.toMap(Report::id, r -> r, (a, b) -> a));
    Map<String, Report> known =
        person.reports().stream().collect(Collectors.toMap(Report::id, r -> r));
    List<List<Labels.Span>> spans = made.reports().stream().map(Labels.Span::of).toList();
    Set<Integer> used = new HashSet<>();
    for (Labels.Result result : wanted.compare(spans)) {
      right += result.right();
      all += Math.max(result.wanted(), result.all());
      whole += result.whole() ? 1 : 0;
      reports++;
      used.add(result.made());
      PageImporter.Cut cut = result.made() < 0 ? null : made.reports().get(result.made());
      double confidence = cut == null ? 0 : cut.confidence();
      if (cut != null) {
        count(confidence, result.whole());
      }
      Report draft = cut == null ? null : drafts.get(cut.id());
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %d | %.1f %% | %s | %.0f %% | %s%n",
          name,
          result.id(),
          result.wanted(),
          100.0 * result.right() / Math.max(result.wanted(), result.all()),
          result.whole() ? "yes" : "no",
          100 * confidence,
          fields(draft, known.get(result.id())));
    }
    for (int i = 0; i < made.reports().size(); i++) {
      if (!used.contains(i)) {
        count(made.reports().get(i).confidence(), false);
      }
    }
    delete(copy);
  }

  private void count(double confidence, boolean isWhole) {
    int[] bin = calibration.computeIfAbsent((int) (confidence * 10), k -> new int[2]);
    bin[0]++;
    bin[1] += isWhole ? 1 : 0;
  }

  private static String fields(
      @org.jspecify.annotations.Nullable Report draft,
      @org.jspecify.annotations.Nullable Report person) {
    if (draft == null || person == null) {
      return "| | | |";
    }
    String wanted = person.source().headline();
    String headline =
        wanted == null
            ? draft.source().headline() == null ? "none" : "one too many"
            : plain(wanted).equals(plain(draft.source().headline())) ? "yes" : "no";
    String year = year(person).equals(year(draft)) ? "yes" : "no";
    Set<String> places = new HashSet<>();
    draft.regions().forEach(r -> places.add(r.id()));
    Set<String> people = people(draft);
    Set<String> named = people(person);
    return headline
        + " | "
        + year
        + " | "
        + person.regions().stream().filter(r -> places.contains(r.id())).count()
        + " of "
        + person.regions().size()
        + " | "
        + named.stream().filter(people::contains).count()
        + " of "
        + named.size()
        + " |";
  }

  private static String plain(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "" : text.replaceAll("[\\p{P}\\s\u3000]", "");
  }

  private static String year(Report report) {
    return report.source().date().toString().replaceAll("^[^0-9]*(\\d{4}).*", "$1");
  }

  /** Everyone who is named as a writer or in the text. */
  private static Set<String> people(Report report) {
    Set<String> names = new HashSet<>();
    report.source().byline().forEach(b -> names.add(chinese(b.name().byLanguage())));
    report.people().forEach(p -> names.add(chinese(p.name().byLanguage())));
    return names;
  }

  private static String chinese(Map<String, String> values) {
    return values.getOrDefault("zh", "");
  }

  private void sum() {
    System.out.printf(
        Locale.ROOT,
        "%n%.2f %% of %d characters in the right report and order, %d of %d reports whole%n%n",
        100.0 * right / all,
        all,
        whole,
        reports);
    System.out.println("| confidence | reports | whole |");
    System.out.println("|---|--:|--:|");
    calibration.forEach(
        (tenth, bin) ->
            System.out.printf(
                Locale.ROOT,
                "| %d–%d %% | %d | %.0f %% |%n",
                tenth * 10,
                tenth * 10 + 10,
                bin[0],
                100.0 * bin[1] / bin[0]));
  }

  private static Archive read(Path content) throws IOException {
    return Objects.requireNonNull(
        new ContentReader(content, content.toString(), new Diagnostics()).read());
  }

  private static void copy(Path from, Path to, Set<String> without) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path path = from.relativize(file);
        boolean left = false;
        for (Path part : path) {
          left |= without.contains(part.toString());
        }
        Path target = to.resolve(path.toString());
        if (!left && Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else if (!left) {
          Files.copy(file, target);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> found = Files.walk(folder)) {
      found.sorted(Comparator.reverseOrder()).forEach(files::add);
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
