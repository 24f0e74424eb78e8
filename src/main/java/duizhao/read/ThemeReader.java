package duizhao.read;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import duizhao.diagnostic.Nearest;
import duizhao.edtf.EdtfWording;
import duizhao.model.Bytes;
import duizhao.model.Language;
import duizhao.model.Limits;
import duizhao.model.Theme;
import duizhao.model.Theme.Asset;
import duizhao.model.Theme.Template;
import duizhao.model.Theme.Word;
import duizhao.read.YamlValue.Entries;
import duizhao.read.YamlValue.Entry;
import duizhao.read.YamlValue.Scalar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a theme and the themes it extends: from the themes folder, or the one that is built in. */
public final class ThemeReader {

  private static final String BUILT_IN = "duizhao";
  private static final int MAX_DEPTH = 8;

  /** The name of a file that is published. */
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");

  /** The search client: every theme has it, since it has to match the index. */
  private static final String CLIENT = "search.js";

  private final Path themes;
  private final String name;
  private final List<Language> languages;
  private final Diagnostics diagnostics;
  private final @Nullable Memory memory;
  private final Limits limits;

  private final Map<String, Template> templates = new TreeMap<>();
  private final Map<String, Map<String, Word>> words = new LinkedHashMap<>();
  private final Map<String, Asset> assets = new TreeMap<>();
  private final StringBuilder style = new StringBuilder();
  private final StringBuilder script = new StringBuilder();

  /**
   * @param themes folder with one folder a theme; need not exist for the built-in theme
   * @param name how that folder is called in diagnostics
   */
  public ThemeReader(Path themes, String name, List<Language> languages, Diagnostics diagnostics) {
    this(themes, name, languages, diagnostics, null);
  }

  /**
   * @param themes folder with one folder a theme; need not exist for the built-in theme
   * @param name how that folder is called in diagnostics
   * @param memory of earlier readings; null where there are none
   */
  public ThemeReader(
      Path themes,
      String name,
      List<Language> languages,
      Diagnostics diagnostics,
      @Nullable Memory memory) {
    this(themes, name, languages, diagnostics, memory, Limits.DEFAULT);
  }

  /**
   * @param themes folder with one folder a theme; need not exist for the built-in theme
   * @param name how that folder is called in diagnostics
   * @param memory of earlier readings; null where there are none
   */
  public ThemeReader(
      Path themes,
      String name,
      List<Language> languages,
      Diagnostics diagnostics,
      @Nullable Memory memory,
      Limits limits) {
    this.limits = limits;
    this.themes = themes;
    this.name = name;
    this.languages = languages;
    this.diagnostics = diagnostics;
    this.memory = memory;
  }

  /**
   * The theme with everything it inherits; null when it, or one it extends, cannot be had. Adds a
   * diagnostic for each mistake; when there are errors the theme may lack what they touch.
   *
   * @param asked where the theme was named
   */
  public @Nullable Theme read(String theme, Location asked) {
    assets.put(CLIENT, new Asset(CLIENT, new Bytes(client())));
    if (!load(theme, asked, new ArrayList<>())) {
      return null;
    }
    sameWords(theme);
    return new Theme(
        theme, templates, words, style.toString(), script.toString(), List.copyOf(assets.values()));
  }

  private static byte[] client() {
    try (InputStream in = ThemeReader.class.getResourceAsStream("/client/bundle.js")) {
      return Objects.requireNonNull(in, "the search client is not packed").readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Loads what a theme extends first, so that the theme's own files take its place.
   *
   * @return whether the theme and all that it extends were found
   */
  private boolean load(String theme, Location asked, List<String> chain) {
    if (chain.contains(theme)) {
      diagnostics.add(
          Code.CIRCULAR_THEME,
          asked,
          "the theme \""
              + theme
              + "\" extends itself: "
              + String.join(" > ", chain)
              + " > "
              + theme,
          "delete one of these \"extends:\"");
      return false;
    }
    chain.add(theme);
    SourceFiles files = locate(theme, asked);
    if (files == null) {
      return false;
    }
    Path settingsFile = files.resolve("theme.yaml");
    String text = files.require(settingsFile, "a theme starts with one; \"styles: []\" is enough");
    YamlValue value =
        text == null ? null : YamlReader.read(text, files.display(settingsFile), 0, diagnostics);
    if (value == null) {
      return false;
    }
    new ShapeChecker(diagnostics, List.of(), false).check(value, Schema.THEME, "theme.yaml");
    if (!(value instanceof Entries entries)) {
      return false;
    }
    Values settings = new Values(entries, List.of(), diagnostics);
    String parent = settings.has("extends") ? settings.id("extends") : null;
    boolean found = parent == null || load(parent, settings.at("extends"), chain);
    templates(files, files.resolve("templates"), "", 0);
    words(files);
    Map<String, byte[]> own = new TreeMap<>();
    assets(files, files.resolve("assets"), "", own, 0);
    concatenate(settings.scalars("styles"), own, style, files);
    concatenate(settings.scalars("scripts"), own, script, files);
    own.forEach((path, bytes) -> assets.put(path, new Asset(path, new Bytes(bytes))));
    return found;
  }

  private @Nullable SourceFiles locate(String theme, Location asked) {
    SourceFiles files =
        new SourceFiles(themes.resolve(theme), name + "/" + theme, diagnostics, limits);
    if (files.isFolder(files.root())) {
      return files;
    }
    if (theme.equals(BUILT_IN)) {
      return new SourceFiles(builtIn(), name + "/" + theme, diagnostics, limits);
    }
    diagnostics.add(
        Code.UNKNOWN_THEME,
        asked,
        "there is no theme called \"" + theme + "\"",
        Nearest.didYouMean(theme, present())
            + "Themes are folders in \""
            + name
            + "\"; the built-in one is \""
            + BUILT_IN
            + "\"");
    return null;
  }

  /** The themes that the folder holds, and the one that is built in. */
  private Set<String> present() {
    Set<String> names = new TreeSet<>(Set.of(BUILT_IN));
    SourceFiles files = new SourceFiles(themes, name, diagnostics, limits);
    if (files.isFolder(themes)) {
      files.list(themes).forEach(folder -> names.add(folder.getFileName().toString()));
    }
    return names;
  }

  /** The folder of the theme inside the program itself. */
  private static Path builtIn() {
    try {
      URL url =
          Objects.requireNonNull(
              ThemeReader.class.getResource("/themes/" + BUILT_IN + "/theme.yaml"),
              "the built-in theme is not packed");
      URI uri = url.toURI();
      if ("jar".equals(uri.getScheme())) {
        try {
          FileSystems.newFileSystem(uri, Map.of());
        } catch (FileSystemAlreadyExistsException e) {
          // opened by an earlier build in this process
        }
      }
      return Objects.requireNonNull(Path.of(uri).getParent());
    } catch (URISyntaxException | IOException e) {
      throw new IllegalStateException("the built-in theme cannot be read", e);
    }
  }

  private void templates(SourceFiles files, Path folder, String prefix, int depth) {
    if (!files.exists(folder)) {
      return;
    }
    for (Path entry : files.list(folder)) {
      String below = prefix + entry.getFileName();
      if (files.isFolder(entry)) {
        if (depth < MAX_DEPTH) {
          templates(files, entry, below + "/", depth + 1);
        }
      } else if (below.endsWith(".ftlh")) {
        String text = files.text(entry);
        if (text != null) {
          templates.put(below, new Template(Location.of(files.display(entry)), text));
        }
      } else {
        diagnostics.add(
            Code.UNKNOWN_FILE,
            Location.of(files.display(entry)),
            "this file is no template",
            "templates end in .ftlh");
      }
    }
  }

  private void assets(
      SourceFiles files, Path folder, String prefix, Map<String, byte[]> found, int depth) {
    if (!files.exists(folder)) {
      return;
    }
    for (Path entry : files.list(folder)) {
      String below = prefix + entry.getFileName();
      if (files.isFolder(entry)) {
        if (depth < MAX_DEPTH) {
          assets(files, entry, below + "/", found, depth + 1);
        }
      } else {
        if (!ADDRESS.matcher(entry.getFileName().toString()).matches()) {
          diagnostics.add(
              Code.UNSAFE_PATH,
              Location.of(files.display(entry)),
              "the name of this file cannot be part of an address",
              "rename it with ASCII letters, digits, dots and hyphens");
          continue;
        }
        byte[] bytes = files.bytes(entry);
        if (bytes != null) {
          found.put(below, bytes);
        }
      }
    }
  }

  /** Adds the named files to one text and takes them off the list of files published one by one. */
  private void concatenate(
      List<Scalar> names, Map<String, byte[]> own, StringBuilder into, SourceFiles files) {
    for (Scalar asset : names) {
      if (own.remove(asset.text()) == null) {
        diagnostics.add(
            Code.MISSING_FILE,
            asset.at(),
            "there is no file \"" + Values.shorten(asset.text()) + "\" in the theme's assets",
            Nearest.didYouMean(asset.text(), own.keySet())
                + "Style sheets and scripts are named from the folder assets, each once");
        continue;
      }
      String text = files.text(files.resolve("assets/" + asset.text()));
      if (text != null) {
        into.append(text.strip()).append('\n');
      }
    }
  }

  private void words(SourceFiles files) {
    for (Language language : languages) {
      Path file = files.resolve("words/" + language.id() + ".yaml");
      if (!files.exists(file)) {
        continue;
      }
      String text = files.text(file);
      YamlValue value =
          text == null ? null : Memory.yaml(memory, text, files.display(file), diagnostics);
      if (value instanceof Entries entries) {
        flatten(entries, "", words.computeIfAbsent(language.id(), k -> new TreeMap<>()));
      } else if (value != null) {
        diagnostics.add(
            Code.WRONG_TYPE,
            value.at(),
            "this file is " + value.called(),
            "it has to be a map of words");
      }
    }
  }

  private void flatten(Entries entries, String prefix, Map<String, Word> into) {
    for (Entry entry : entries.entries()) {
      String key = prefix + entry.key().text();
      if (entry.value() instanceof Scalar scalar) {
        into.put(key, new Word(scalar.at(), scalar.text(), scalar.text()));
      } else if (entry.value() instanceof Entries nested) {
        if (nested.get("other") instanceof Scalar other) {
          String one = nested.get("one") instanceof Scalar s ? s.text() : other.text();
          into.put(key, new Word(other.at(), one, other.text()));
        } else {
          flatten(nested, key + ".", into);
        }
      } else {
        diagnostics.add(
            Code.WRONG_TYPE,
            entry.value().at(),
            "\"" + key + "\" is " + entry.value().called(),
            "words are texts, groups of words, or {one: ..., other: ...}");
      }
    }
  }

  /** Every language has the words that dates need and those that any language has. */
  private void sameWords(String theme) {
    Set<String> all = new TreeSet<>();
    EdtfWording.keys().forEach(key -> all.add("dates." + key));
    words.values().forEach(w -> all.addAll(w.keySet()));
    for (Language language : languages) {
      Map<String, Word> known = words.getOrDefault(language.id(), Map.of());
      List<String> missing = all.stream().filter(key -> !known.containsKey(key)).toList();
      if (missing.isEmpty()) {
        continue;
      }
      diagnostics.add(
          Code.MISSING_WORD,
          Location.of(name + "/" + theme + "/words/" + language.id() + ".yaml"),
          "the theme has no words in "
              + language.name()
              + " for "
              + String.join(", ", missing.subList(0, Math.min(10, missing.size())))
              + (missing.size() > 10 ? " and " + (missing.size() - 10) + " more" : ""),
          "add them to this file");
    }
  }
}
