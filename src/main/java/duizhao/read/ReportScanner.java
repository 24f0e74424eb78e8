package duizhao.read;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the folders and single files that are reports or pages, without opening them. */
final class ReportScanner {

  /** Folders of folders of folders are for people. */
  private static final int MAX_DEPTH = 6;

  private static final Pattern TEXT =
      Pattern.compile("(?:.+\\.)?(" + ContentReader.LANGUAGE_ID.pattern() + ")\\.(?:md|html)");

  private final SourceFiles files;
  private final String yamlName;
  private final Collection<String> languages;
  private final Diagnostics diagnostics;
  private final List<ReportFiles> found = new ArrayList<>();

  /**
   * @param yamlName {@code report.yaml} or {@code page.yaml}
   */
  ReportScanner(
      SourceFiles files, String yamlName, Collection<String> languages, Diagnostics diagnostics) {
    this.files = files;
    this.yamlName = yamlName;
    this.languages = languages;
    this.diagnostics = diagnostics;
  }

  /** The languages that texts below a folder are called after, as in zh.md and id.zh.md. */
  static Set<String> languages(SourceFiles files, Path folder) {
    Set<String> languages = new TreeSet<>();
    languages(files, folder, 0, languages);
    return languages;
  }

  private static void languages(SourceFiles files, Path folder, int depth, Set<String> languages) {
    for (Path entry : files.isFolder(folder) ? files.list(folder) : List.<Path>of()) {
      Matcher text = TEXT.matcher(entry.getFileName().toString());
      if (files.isFolder(entry) && depth <= MAX_DEPTH) {
        languages(files, entry, depth + 1, languages);
      } else if (text.matches()) {
        languages.add(text.group(1));
      }
    }
  }

  /** Everything below a folder that looks like a report, in path order. */
  List<ReportFiles> scan(Path folder) {
    if (!files.exists(folder)) {
      return List.of();
    }
    if (!files.isFolder(folder)) {
      diagnostics.add(
          Code.NOT_A_FOLDER,
          Location.of(files.display(folder)),
          "\"" + files.display(folder) + "\" is not a folder",
          "put a folder here, with one folder for each report or page");
      return List.of();
    }
    descend(folder, 0);
    return found;
  }

  private void descend(Path folder, int depth) {
    Map<String, Map<String, Path>> singles = new TreeMap<>();
    for (Path entry : files.list(folder)) {
      String name = entry.getFileName().toString();
      if (!files.isFolder(entry)) {
        @Nullable String language = singleLanguage(name);
        if (language == null) {
          stray(
              entry,
              name.equals("leftovers.txt")
                  ? "look whether a report lacks something of it, and delete it then"
                  : "reports are folders, or pairs of files such as id.zh.md and id.en.md");
        } else {
          String id =
              name.substring(0, name.length() - language.length() - ending(name).length() - 1);
          singles.computeIfAbsent(id, k -> new LinkedHashMap<>()).put(language, entry);
        }
      } else {
        ReportFiles report = report(entry);
        if (report != null) {
          found.add(report);
        } else if (depth < MAX_DEPTH) {
          descend(entry, depth + 1);
        } else {
          diagnostics.add(
              Code.NESTING_TOO_DEEP,
              Location.of(files.display(entry)),
              "folders are nested deeper than " + MAX_DEPTH + " levels",
              "a report stands in reports/YEAR/ID/");
        }
      }
    }
    singles.forEach(
        (id, texts) ->
            found.add(
                new ReportFiles(
                    id,
                    Location.of(files.display(texts.values().iterator().next())),
                    null,
                    null,
                    texts,
                    List.of())));
  }

  /** A folder's report, or null when it holds neither metadata nor a text. */
  private @Nullable ReportFiles report(Path folder) {
    Path yaml = null;
    Map<String, Path> texts = new LinkedHashMap<>();
    List<Path> others = new ArrayList<>();
    for (Path entry : files.list(folder)) {
      String name = entry.getFileName().toString();
      String ending = ending(name);
      String stem = name.substring(0, name.length() - ending.length());
      if (name.equals(yamlName)) {
        yaml = entry;
      } else if (!ending.isEmpty() && languages.contains(stem)) {
        Path earlier = texts.putIfAbsent(stem, entry);
        if (earlier != null) {
          stray(entry, "\"" + files.display(earlier) + "\" already has the text in this language");
        }
      } else {
        others.add(entry);
      }
    }
    if (yaml == null && texts.isEmpty()) {
      return null;
    }
    Path first = yaml != null ? yaml : texts.values().iterator().next();
    Location at = Location.of(files.display(first));
    return new ReportFiles(folder.getFileName().toString(), at, folder, yaml, texts, others);
  }

  private @Nullable String singleLanguage(String name) {
    String ending = ending(name);
    if (ending.isEmpty()) {
      return null;
    }
    String stem = name.substring(0, name.length() - ending.length());
    int dot = stem.lastIndexOf('.');
    return dot > 0 && languages.contains(stem.substring(dot + 1)) ? stem.substring(dot + 1) : null;
  }

  private static String ending(String name) {
    return name.endsWith(".md") ? ".md" : name.endsWith(".html") ? ".html" : "";
  }

  private void stray(Path file, String hint) {
    diagnostics.add(
        Code.UNKNOWN_FILE,
        Location.of(files.display(file)),
        "this file belongs to no report",
        hint);
  }
}
