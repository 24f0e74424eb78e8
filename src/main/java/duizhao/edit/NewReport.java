package duizhao.edit;

import duizhao.diagnostic.Nearest;
import duizhao.edtf.EdtfDate;
import duizhao.edtf.EdtfException;
import duizhao.model.Archive;
import duizhao.model.Language;
import duizhao.model.ReportKind;
import duizhao.model.Translation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A report for an editor to fill in. */
final class NewReport {

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");
  private static final Pattern YEAR = Pattern.compile("[0-9]{2}[0-9X]{2}");

  /** A date of which nothing is known but the century: nobody invents one. */
  private static final String UNKNOWN_DATE = "20XX";

  /** Folders of folders of folders are for people, and none has more. */
  private static final int MAX_DEPTH = 7;

  /** What stands where a title is to be written, by language id. */
  private static final Map<String, String> TITLES = Map.of("zh", "标题待定", "en", "Title to come");

  private static final Map<String, String> SUMMARIES =
      Map.of("zh", "一两句话的提要。", "en", "One or two sentences.");

  private static final Map<String, String> TEXTS =
      Map.of(
          "zh",
          "在这里写正文，段与段之间空一行。中文的第一段对应英文的第一段，依此类推。\n",
          "en",
          "Write the text here, with an empty line between paragraphs. Each paragraph answers the one"
              + " with its number in the other language.\n");

  private final Path content;
  private final Archive archive;

  NewReport(Path content, Archive archive) {
    this.content = content;
    this.archive = archive;
  }

  /**
   * Makes the report's folder with its metadata and a text in each language.
   *
   * @param over whether to write over a report that is there; its other files stay
   * @return the files
   * @throws Desk.Refusal when the archive cannot have such a report
   * @throws EditException when it cannot be written; then nothing is new
   */
  List<Path> make(Desk.Start start, boolean over) throws IOException, Desk.Refusal {
    if (!ID.matcher(start.id()).matches()) {
      throw new Desk.Refusal(
          "\""
              + start.id()
              + "\" is not an id; ids are lower-case ASCII letters, digits and hyphens, and at most"
              + " 80 of them");
    }
    String date = start.date() == null ? UNKNOWN_DATE : checked(start.date());
    List<String> languages = archive.languages().stream().map(Language::id).toList();
    for (String language : start.titles().keySet()) {
      known(language, languages, "language");
    }
    String original = start.original() == null ? languages.get(0) : start.original();
    known(original, languages, "language");
    List<String> newspapers = List.copyOf(archive.newspapers().keySet());
    if (newspapers.isEmpty()) {
      throw new Desk.Refusal("the archive has no newspaper yet; add one to newspapers.yaml");
    }
    String newspaper = start.newspaper() == null ? newspapers.get(0) : start.newspaper();
    known(newspaper, newspapers, "newspaper");

    Path there = find(start.id());
    if (there != null && !over) {
      throw new Desk.Refusal(
          "there is a report called \""
              + start.id()
              + "\" already: "
              + there
              + "; --force writes over it");
    }
    if (there != null && !Files.isDirectory(there)) {
      throw new Desk.Refusal(
          "\""
              + start.id()
              + "\" is a report of single files, which --force does not write over: "
              + there);
    }
    Path folder =
        there != null ? there : content.resolve("reports").resolve(year(date)).resolve(start.id());
    Map<String, String> files = new LinkedHashMap<>();
    files.put("report.yaml", yaml(start, folder, date, newspaper, original, languages));
    languages.forEach(l -> files.put(l + ".md", TEXTS.getOrDefault(l, "…\n")));
    if (there == null) {
      NewFolder.make(folder, files);
    } else {
      NewFolder.replace(folder, files);
    }
    return files.keySet().stream().map(folder::resolve).toList();
  }

  private static String checked(String date) throws Desk.Refusal {
    try {
      return EdtfDate.parse(date).text();
    } catch (EdtfException e) {
      throw Desk.noDate(e);
    }
  }

  private static void known(String word, List<String> known, String what) throws Desk.Refusal {
    if (!known.contains(word)) {
      throw new Desk.Refusal(
          "the archive has no "
              + what
              + " \""
              + word
              + "\"; "
              + Nearest.didYouMean(word, known)
              + "it has "
              + String.join(", ", known));
    }
  }

  /** The folder or file of a report with this id, in whatever case; null when there is none. */
  private @Nullable Path find(String id) throws IOException {
    Path reports = content.resolve("reports");
    if (!Files.isDirectory(reports)) {
      return null;
    }
    try (Stream<Path> all = Files.walk(reports, MAX_DEPTH)) {
      return all.filter(
              path -> {
                String name = path.getFileName().toString();
                return name.equalsIgnoreCase(id)
                    || name.matches("(?i)" + Pattern.quote(id) + "\\.[a-z-]+\\.(md|html)");
              })
          .sorted()
          .findFirst()
          .orElse(null);
    }
  }

  private static String year(String date) {
    Matcher year = YEAR.matcher(date);
    return year.find() && !date.equals(UNKNOWN_DATE) ? year.group() : "undated";
  }

  private String yaml(
      Desk.Start start,
      Path folder,
      String date,
      String newspaper,
      String original,
      List<String> languages) {
    Path schema = content.resolve(".schema").resolve("report.json");
    String modeline =
        Files.exists(schema)
            ? "# yaml-language-server: $schema="
                + folder.relativize(schema).toString().replace('\\', '/')
                + "\n"
            : "";
    return modeline
        + "# What both languages share, stated once. \"duizhao schema report\" names every field.\n\n"
        + "title:\n"
        + lines(languages, l -> start.titles().getOrDefault(l, TITLES.getOrDefault(l, "…")))
        + "summary:\n"
        + lines(languages, l -> SUMMARIES.getOrDefault(l, "…"))
        + ("kind: news # " + words(Stream.of(ReportKind.values()).map(ReportKind::id)) + "\n\n")
        + "source: # where it was printed\n"
        + ("  newspaper: " + newspaper + " # of newspapers.yaml\n")
        + ("  date: "
            + date
            + " # as far as it is known: 2020-11-18, 2020-11, 2020-11-18~ (about)\n")
        + "  # page: 1\n"
        + "  # headline: as printed\n"
        + "  # byline:\n"
        + "  #   - {name: {zh: 王芳, en: Wang Fang}, role: reporter}\n\n"
        + "# Places by name, by path (浙江省/台州市/椒江区) or by GB/T 2260 code; programmes by their ids.\n"
        + "regions: []\n"
        + "programmes: []\n\n"
        + "# Numbers with their meaning, and the very words of each language that state them.\n"
        + "# figures:\n"
        + "#   - what: {zh: 投入, en: Spending}\n"
        + "#     value: 34000000\n"
        + "#     unit: CNY\n"
        + "#     as_stated: {zh: 3400万元, en: 34 million yuan}\n\n"
        + "translation:\n"
        + ("  original: " + original + "\n")
        + ("  status: full # "
            + words(Stream.of(Translation.Status.values()).map(Translation.Status::id))
            + "\n\n")
        + "# A draft is checked but not published: delete this line when it is ready.\n"
        + "draft: true\n";
  }

  private static String lines(
      List<String> languages, java.util.function.Function<String, String> text) {
    return languages.stream()
        .map(l -> "  " + l + ": " + YamlMap.scalar(text.apply(l)) + "\n")
        .collect(Collectors.joining());
  }

  private static String words(Stream<String> words) {
    return words.collect(Collectors.joining(", "));
  }
}
