package duizhao.read;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import duizhao.model.Archive;
import duizhao.model.ContentPage;
import duizhao.model.Language;
import duizhao.model.Ledger;
import duizhao.model.Licence;
import duizhao.model.Limits;
import duizhao.model.LocalizedText;
import duizhao.model.Region;
import duizhao.model.Report;
import duizhao.place.Gazetteer;
import duizhao.read.Memory.Means;
import duizhao.read.YamlValue.Entries;
import duizhao.read.YamlValue.Scalar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a content folder. */
public final class ContentReader {

  static final Pattern LANGUAGE_ID = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{2,8})*");
  static final Pattern LANGUAGE_TAG = Pattern.compile("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*");

  /** First parts of addresses that are not languages. */
  private static final Set<String> RESERVED = Set.of("data", "assets", "media", "search");

  /** The ledger of addresses. */
  public static final String LEDGER = "addresses.txt";

  private static final Set<String> KNOWN =
      Set.of(
          "archive.yaml",
          "programmes.yaml",
          "newspapers.yaml",
          "units.yaml",
          "glossary.yaml",
          "regions.yaml",
          LEDGER,
          "pages",
          "reports");

  private final SourceFiles files;
  private final Diagnostics diagnostics;
  private final @Nullable Memory memory;
  private @Nullable Archive guess;

  /** How a folder is called in diagnostics: as it was typed. */
  public static String called(Path folder) {
    String typed = folder.toString().replace('\\', '/');
    return typed.startsWith("./") ? typed.substring(2) : typed;
  }

  /**
   * @param name how the folder is called in diagnostics
   */
  public ContentReader(Path content, String name, Diagnostics diagnostics) {
    this(content, name, diagnostics, null);
  }

  /**
   * @param name how the folder is called in diagnostics
   * @param memory of earlier readings of the same folder; null where there are none
   */
  public ContentReader(
      Path content, String name, Diagnostics diagnostics, @Nullable Memory memory) {
    this(content, name, diagnostics, memory, Limits.DEFAULT);
  }

  /**
   * @param name how the folder is called in diagnostics
   * @param memory of earlier readings of the same folder; null where there are none
   */
  public ContentReader(
      Path content, String name, Diagnostics diagnostics, @Nullable Memory memory, Limits limits) {
    this.files = new SourceFiles(content, name, diagnostics, limits);
    this.diagnostics = diagnostics;
    this.memory = memory;
  }

  /**
   * Everything the folder says, or null when there is no archive to speak of. Adds a diagnostic for
   * each mistake, in the other files too where that of the archive is broken; when there are errors
   * the archive may lack what they touch.
   */
  public @Nullable Archive read() {
    if (!files.isFolder(files.root())) {
      boolean there = files.exists(files.root());
      diagnostics.add(
          there ? Code.NOT_A_FOLDER : Code.MISSING_FILE,
          Location.of(files.display(files.root())),
          there ? "this is not a folder" : "there is no such folder",
          "name the folder that holds archive.yaml with --content");
      return null;
    }
    Values settings = settings();
    if (settings == null && !files.isFile(files.resolve("archive.yaml"))) {
      return null;
    }
    List<Language> languages = settings == null ? List.of() : languages(settings);
    boolean known =
        settings != null
            && !languages.isEmpty()
            && languages.size() == settings.maps("languages").size();
    if (settings != null && !languages.isEmpty()) {
      List<String> ids = languages.stream().map(Language::id).toList();
      new ShapeChecker(diagnostics, known ? ids : List.of(), known)
          .check(settings.entries(), Schema.ARCHIVE, "archive.yaml");
    }
    if (!known) {
      languages = guessed(languages);
    }
    if (settings == null) {
      Location at = Location.of(files.display(files.resolve("archive.yaml")));
      settings = new Values(new Entries(at, List.of()), List.of(), diagnostics);
    }
    List<String> ids = languages.stream().map(Language::id).toList();
    Archive archive = archive(settings.in(ids), languages, ids);
    guess = known ? null : archive;
    return known ? archive : null;
  }

  /**
   * What the other files say where {@link #read} found no archive because {@code archive.yaml} is
   * not to be read, or its languages are not: to be checked, so that all that is wrong is told at
   * once, and for nothing else. Null where there is nothing of the kind.
   */
  public @Nullable Archive guess() {
    return guess;
  }

  /** These languages, and those that files are called after; Chinese and English without either. */
  private List<Language> guessed(List<Language> stated) {
    Map<String, Language> guessed = new LinkedHashMap<>();
    stated.forEach(language -> guessed.put(language.id(), language));
    Set<String> ids = new TreeSet<>(Comparator.reverseOrder()); // Chinese first
    ids.addAll(ReportScanner.languages(files, files.resolve("reports")));
    ids.addAll(ReportScanner.languages(files, files.resolve("pages")));
    for (String id : ids.isEmpty() ? List.of("zh", "en") : ids) {
      guessed.putIfAbsent(id, new Language(id, id, id));
    }
    return List.copyOf(guessed.values());
  }

  /** The addresses that were published before; empty where none are kept. */
  public Ledger ledger() {
    Path file = files.resolve(LEDGER);
    String text = files.exists(file) ? files.text(file) : null;
    return text == null ? Ledger.EMPTY : LedgerReader.read(text, files.display(file), diagnostics);
  }

  /** Whether a file or folder at the top of a content folder is part of an archive. */
  public static boolean knows(String name) {
    return KNOWN.contains(name);
  }

  private Archive archive(Values settings, List<Language> languages, List<String> ids) {
    strays();
    VocabularyReader reader = new VocabularyReader(files, ids, diagnostics, memory);
    Gazetteer gazetteer = reader.gazetteer();
    Places places = new Places(gazetteer, diagnostics);
    Vocabularies vocabularies =
        new Vocabularies(
            reader.programmes(places), reader.newspapers(), reader.units(), reader.listed());

    List<ReportFiles> reportFiles = scan("reports", "report.yaml", ids);
    List<ReportFiles> pageFiles = scan("pages", "page.yaml", ids);
    RelativeLinks links = new RelativeLinks();
    links.add("report", reportFiles);
    links.add("page", pageFiles);
    if (memory != null) {
      memory.begin(setting(languages, vocabularies, reader.added()));
    }
    Means means = new Means(files, places, links, diagnostics);
    List<ReportReader.Result> results =
        reportFiles.parallelStream()
            .map(f -> read(f, means, m -> new ReportReader(languages, vocabularies, m).read(f)))
            .filter(Objects::nonNull)
            .toList();
    List<ContentPage> pages =
        pageFiles.stream()
            .map(f -> read(f, means, m -> new PageReader(languages, m).read(f)))
            .filter(Objects::nonNull)
            .sorted(Comparator.comparingInt(ContentPage::order).thenComparing(ContentPage::id))
            .toList();
    if (memory != null) {
      memory.end();
    }
    return new Archive(
        settings.at(),
        settings.localizedOrEmpty("title"),
        settings.localizedOrEmpty("description"),
        languages,
        baseUrl(settings),
        Objects.requireNonNullElse(settings.has("theme") ? settings.id("theme") : null, "duizhao"),
        licence(settings.map("licence")),
        settings.localized("publisher"),
        Collections.unmodifiableMap(places.used()),
        Collections.unmodifiableMap(vocabularies.programmes()),
        Collections.unmodifiableMap(vocabularies.newspapers()),
        Collections.unmodifiableMap(vocabularies.units()),
        List.copyOf(reader.glossary().values()),
        pages,
        newestFirst(results, false),
        newestFirst(results, true));
  }

  private <T> @Nullable T read(ReportFiles found, Means means, Memory.Reader<T> reader) {
    return memory == null ? reader.read(means) : memory.read(found, means, reader);
  }

  private static Memory.Setting setting(
      List<Language> languages, Vocabularies vocabularies, List<Region> added) {
    return new Memory.Setting(
        languages,
        List.of(
            List.copyOf(vocabularies.programmes().keySet()),
            List.copyOf(vocabularies.newspapers().keySet()),
            List.copyOf(vocabularies.units().keySet())),
        Map.copyOf(vocabularies.listed()),
        List.copyOf(added));
  }

  private static List<Report> newestFirst(List<ReportReader.Result> results, boolean drafts) {
    return results.stream()
        .filter(r -> r.draft() == drafts)
        .map(ReportReader.Result::report)
        .sorted(
            Comparator.comparing((Report r) -> r.source().date())
                .reversed()
                .thenComparing(Report::id))
        .toList();
  }

  private @Nullable Values settings() {
    Path file = files.resolve("archive.yaml");
    String text =
        files.require(file, "an archive starts with one: title, description and languages");
    if (text == null) {
      return null;
    }
    YamlValue value = Memory.yaml(memory, text, files.display(file), diagnostics);
    if (value instanceof Entries entries) {
      return new Values(entries, List.of(), diagnostics);
    }
    if (value != null) {
      diagnostics.add(
          Code.WRONG_TYPE,
          value.at(),
          "this file is " + value.called(),
          "it has to be a map of fields");
    }
    return null;
  }

  private List<Language> languages(Values settings) {
    Map<String, Language> languages = new LinkedHashMap<>();
    for (Values fields : settings.maps("languages")) {
      Scalar id = fields.scalar("id");
      Scalar tag = fields.scalar("tag");
      String name = fields.text("name");
      if (id == null || tag == null || name == null) {
        continue; // the shape of the file says which is missing
      }
      if (!LANGUAGE_ID.matcher(id.text()).matches() || RESERVED.contains(id.text())) {
        diagnostics.add(
            Code.BAD_ID,
            id.at(),
            "\"" + Values.shorten(id.text()) + "\" cannot be the id of a language",
            "use the language's code in lower case, such as zh or en");
      } else if (!LANGUAGE_TAG.matcher(tag.text()).matches()) {
        fields.bad(tag, "tag", "write a BCP 47 tag, such as zh-Hans or en");
      } else if (languages.putIfAbsent(id.text(), new Language(id.text(), tag.text(), name))
          != null) {
        diagnostics.add(
            Code.DUPLICATE_ID,
            id.at(),
            "the language \"" + id.text() + "\" is listed twice",
            "delete one of the two");
      }
    }
    if (languages.isEmpty()) {
      // without languages nothing else can be read, so the file's shape is told now
      new ShapeChecker(diagnostics, List.of(), false)
          .check(settings.entries(), Schema.ARCHIVE, "archive.yaml");
      if (!diagnostics.hasErrors()) {
        diagnostics.add(
            Code.MISSING_FIELD,
            settings.at("languages"),
            "the archive has no language",
            "list at least one under \"languages:\", with id, tag and name");
      }
    }
    return List.copyOf(languages.values());
  }

  private static @Nullable String baseUrl(Values settings) {
    Scalar scalar = settings.scalar("base_url");
    String url = settings.url("base_url");
    if (scalar == null || url == null) {
      return null;
    }
    if (url.indexOf('?') >= 0 || url.indexOf('#') >= 0) {
      settings.bad(scalar, "base_url", "write it without \"?\" and \"#\"; paths are added to it");
    }
    return url.endsWith("/") ? url : url + "/";
  }

  private static @Nullable Licence licence(@Nullable Values fields) {
    String id = fields == null ? null : fields.text("id");
    LocalizedText name = fields == null ? null : fields.localized("name");
    return fields == null || id == null || name == null
        ? null
        : new Licence(id, name, fields.url("url"));
  }

  private List<ReportFiles> scan(String folder, String yaml, List<String> languages) {
    List<ReportFiles> found =
        new ReportScanner(files, yaml, languages, diagnostics).scan(files.resolve(folder));
    Map<String, ReportFiles> byId = new LinkedHashMap<>();
    Set<ReportFiles> unique = new LinkedHashSet<>();
    for (ReportFiles report : found) {
      ReportFiles earlier =
          byId.putIfAbsent(report.id().toLowerCase(java.util.Locale.ROOT), report);
      if (earlier == null) {
        unique.add(report);
      } else {
        diagnostics.add(
            Code.DUPLICATE_ID,
            report.at(),
            "\"" + report.id() + "\" is already the id of " + earlier.at().file(),
            "rename one of the two folders; an id is unique in the archive, whatever its case");
      }
    }
    return new ArrayList<>(unique);
  }

  private void strays() {
    for (Path entry : files.list(files.root())) {
      String name = entry.getFileName().toString();
      if (!KNOWN.contains(name) && !name.endsWith(".md")) {
        diagnostics.add(
            Code.UNKNOWN_FILE,
            Location.of(files.display(entry)),
            "\"" + name + "\" is not part of an archive",
            duizhao.diagnostic.Nearest.didYouMean(name, KNOWN) + "It is not published");
      }
    }
  }
}
