package duizhao.read;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import duizhao.model.Body;
import duizhao.model.Edition;
import duizhao.model.Language;
import duizhao.model.Picture;
import duizhao.read.YamlValue.Entries;
import duizhao.read.YamlValue.Entry;
import duizhao.read.YamlValue.Scalar;
import duizhao.text.ArticleHtml;
import duizhao.text.Markdown;
import duizhao.text.TextContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The opened files of one report or page: its fields from the metadata file and any front matter,
 * merged, and its texts not yet parsed.
 */
final class Article {

  /** Fields that front matter may state as plain text in the file's own language. */
  private static final Set<String> SPOKEN = Set.of("title", "summary");

  /** Stands for front matter that could not be read. */
  private static final Entries NOTHING = new Entries(Location.of("-"), List.of());

  /**
   * A text not yet parsed.
   *
   * @param firstLine 1-based line of the file on which it starts; 0 when it could not be read
   */
  private record Text(String file, String source, int firstLine, boolean html) {}

  private final Entries fields;
  private final Map<String, Text> texts;

  private Article(Entries fields, Map<String, Text> texts) {
    this.fields = fields;
    this.texts = texts;
  }

  /** Opens the files; null, with diagnostics, when there is no metadata to go on with. */
  static @Nullable Article open(ReportFiles report, SourceFiles files, Diagnostics diagnostics) {
    Map<String, Text> texts = new LinkedHashMap<>();
    Map<String, Entries> fronts = new LinkedHashMap<>();
    report
        .texts()
        .forEach(
            (language, path) -> {
              String file = files.display(path);
              String text = files.text(path);
              if (text == null) {
                texts.put(language, new Text(file, "", 0, false));
                return;
              }
              boolean html = file.endsWith(".html");
              int end = html || !text.startsWith("---\n") ? -1 : frontMatterEnd(text);
              if (end < 0) {
                texts.put(language, new Text(file, text, 1, html));
                return;
              }
              String front = text.substring(4, end);
              int bodyStart = text.indexOf('\n', end) + 1;
              String body = bodyStart == 0 ? "" : text.substring(bodyStart);
              texts.put(
                  language, new Text(file, body, lines(text.substring(0, bodyStart)) + 1, html));
              if (!front.isBlank()) {
                Entries map = map(YamlReader.read(front, file, 1, diagnostics), diagnostics);
                fronts.put(language, map == null ? NOTHING : map);
              }
            });
    Entries own = report.yaml() == null ? null : yaml(report.yaml(), files, diagnostics);
    if (report.yaml() != null && own == null) {
      return null;
    }
    if (own == null && fronts.isEmpty()) {
      diagnostics.add(
          Code.MISSING_FILE,
          report.at(),
          "\"" + report.id() + "\" has a text but no metadata",
          "add report.yaml beside it, or start the file with YAML between two lines of \"---\"");
      return null;
    }
    boolean broken = fronts.containsValue(NOTHING);
    fronts.values().removeIf(NOTHING::equals);
    return own == null && broken
        ? null // a field that seems to be missing may stand in the part that could not be read
        : new Article(merge(own, fronts, diagnostics), texts);
  }

  private static @Nullable Entries yaml(Path path, SourceFiles files, Diagnostics diagnostics) {
    String text = files.text(path);
    if (text == null) {
      return null;
    }
    return map(YamlReader.read(text, files.display(path), 0, diagnostics), diagnostics);
  }

  private static @Nullable Entries map(@Nullable YamlValue value, Diagnostics diagnostics) {
    if (value == null || value instanceof Entries) {
      return (Entries) value;
    }
    diagnostics.add(
        Code.WRONG_TYPE,
        value.at(),
        "the metadata is " + value.called(),
        "it has to be a map of fields");
    return null;
  }

  /** Where the line that ends the front matter starts; -1 when there is none. */
  private static int frontMatterEnd(String text) {
    for (int i = 3; i >= 0; i = text.indexOf('\n', i + 1)) {
      if (text.startsWith("\n---\n", i) || text.startsWith("\n---", i) && i + 4 == text.length()) {
        return i + 1;
      }
    }
    return -1;
  }

  private static int lines(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }

  /**
   * What front matter says joins what the metadata file says; the same field may be stated twice
   * only if equal.
   */
  private static Entries merge(
      @Nullable Entries own, Map<String, Entries> fronts, Diagnostics diagnostics) {
    Location at = own != null ? own.at() : fronts.values().iterator().next().at();
    Map<String, Entry> merged = new LinkedHashMap<>();
    if (own != null) {
      own.entries().forEach(e -> merged.putIfAbsent(e.key().text(), e));
    }
    fronts.forEach(
        (language, front) -> {
          for (Entry entry : front.entries()) {
            Entry incoming = SPOKEN.contains(entry.key().text()) ? spoken(entry, language) : entry;
            Entry earlier = merged.get(entry.key().text());
            merged.put(
                entry.key().text(),
                earlier == null ? incoming : join(earlier, incoming, diagnostics));
          }
        });
    return new Entries(at, List.copyOf(merged.values()));
  }

  /** {@code title: words} in the front matter of zh.md is {@code title: {zh: words}}. */
  private static Entry spoken(Entry entry, String language) {
    if (!(entry.value() instanceof Scalar scalar)) {
      return entry;
    }
    Scalar key = new Scalar(scalar.at(), language, false);
    return new Entry(entry.key(), new Entries(scalar.at(), List.of(new Entry(key, scalar))));
  }

  private static Entry join(Entry earlier, Entry incoming, Diagnostics diagnostics) {
    if (SPOKEN.contains(earlier.key().text())
        && earlier.value() instanceof Entries a
        && incoming.value() instanceof Entries b) {
      List<Entry> both = new ArrayList<>(a.entries());
      for (Entry entry : b.entries()) {
        YamlValue same = a.get(entry.key().text());
        if (same == null) {
          both.add(entry);
        } else if (!YamlValue.same(same, entry.value())) {
          conflict(incoming, same.at(), entry.value().at(), diagnostics);
        }
      }
      return new Entry(earlier.key(), new Entries(a.at(), both));
    }
    if (!YamlValue.same(earlier.value(), incoming.value())) {
      conflict(incoming, earlier.value().at(), incoming.value().at(), diagnostics);
    }
    return earlier;
  }

  private static void conflict(
      Entry field, Location earlier, Location at, Diagnostics diagnostics) {
    diagnostics.add(
        Code.CONFLICTING_FIELD,
        at,
        "\"" + field.key().text() + "\" says something else than at " + earlier,
        "keep one of the two");
  }

  /** Whether there is a file for every language that {@code editions} has, and no other. */
  boolean complete(Map<String, Edition> editions) {
    return editions.keySet().equals(texts.keySet());
  }

  Entries fields() {
    return fields;
  }

  /**
   * Parses the texts, in the archive's order of languages.
   *
   * @param owner id of the report or page
   * @param pictures by file name
   * @param relative what a relative path leads to, as a reference; null for nowhere
   */
  Map<String, Edition> editions(
      List<Language> languages,
      String owner,
      Map<String, Picture> pictures,
      Function<String, @Nullable String> relative,
      Diagnostics diagnostics) {
    Map<String, Edition> editions = new LinkedHashMap<>();
    for (Language language : languages) {
      Text text = texts.get(language.id());
      if (text == null) {
        continue;
      }
      Location at = Location.of(text.file());
      if (text.source().isBlank()) {
        if (text.firstLine() > 0) {
          diagnostics.add(
              Code.EMPTY_FILE, at, "this file has no text", "write the text, or delete the file");
        }
        continue;
      }
      TextContext context =
          new TextContext(text.file(), text.firstLine(), owner, language, pictures, relative);
      Body body =
          text.html()
              ? ArticleHtml.parse(text.source(), context, diagnostics)
              : Markdown.parse(text.source(), context, diagnostics);
      editions.put(language.id(), new Edition(language, body, at));
    }
    return editions;
  }
}
