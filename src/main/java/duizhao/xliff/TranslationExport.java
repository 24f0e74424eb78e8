package duizhao.xliff;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostic;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import duizhao.diagnostic.Nearest;
import duizhao.diagnostic.Severity;
import duizhao.edit.ContentFile;
import duizhao.edit.Desk;
import duizhao.model.Archive;
import duizhao.model.Language;
import duizhao.model.Report;
import duizhao.read.ContentReader;
import duizhao.text.TermFinder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reports as files for translation tools. */
public final class TranslationExport {

  private final Path content;
  private final String name;
  private final Diagnostics diagnostics;
  private final List<Diagnostic> errors;
  private final @Nullable Archive archive;

  private TranslationExport(Path content, Diagnostics diagnostics) {
    this.content = content;
    this.name = ContentReader.called(content);
    this.diagnostics = diagnostics;
    Diagnostics found = new Diagnostics();
    this.archive = new ContentReader(content, name, found).read();
    this.errors = found.sorted().stream().filter(d -> d.severity() == Severity.ERROR).toList();
    if (archive == null) {
      errors.forEach(diagnostics::add);
    }
  }

  /**
   * Reads an archive.
   *
   * @param diagnostics takes what is wrong with the reports that are asked for, or with all where
   *     there is no archive to speak of
   */
  static TranslationExport open(Path content, Diagnostics diagnostics) {
    return new TranslationExport(content, diagnostics);
  }

  /**
   * Writes reports as XLIFF 2.0, one file each, called {@code ID.xlf}; none when something is
   * wrong.
   *
   * @param ids of the reports
   * @param from id of the language to translate from
   * @param to id of the language to translate into
   * @param folder where the files go
   * @param replace whether a file that is there and differs is written over
   * @return what was written
   */
  public static List<Path> write(
      Path content,
      List<String> ids,
      String from,
      String to,
      Path folder,
      boolean replace,
      Diagnostics diagnostics)
      throws IOException {
    TranslationExport export = open(content, diagnostics);
    Map<String, String> documents = export.documents(ids, from, to);
    List<Path> written = new ArrayList<>();
    if (diagnostics.hasErrors()) {
      return written;
    }
    Map<Path, String> files = new LinkedHashMap<>();
    documents.forEach((id, document) -> files.put(folder.resolve(id + ".xlf"), document));
    for (Map.Entry<Path, String> file : files.entrySet()) {
      ContentFile.write(file.getKey(), file.getValue(), replace);
      written.add(file.getKey());
    }
    return written;
  }

  /** One document a report, by its id; empty, with diagnostics, where one cannot be made. */
  Map<String, String> documents(List<String> ids, String from, String to) throws IOException {
    Map<String, String> documents = new LinkedHashMap<>();
    Archive known = archive;
    Language source = language(from);
    Language target = language(to);
    if (known == null || source == null || target == null) {
      return documents;
    }
    Memory memory = new Memory(known, source, target);
    TermFinder terms = new TermFinder(known.glossary(), source);
    for (String id : ids) {
      Report report = report(id, Location.of(known.at().file()));
      ReportUnits units = report == null ? null : units(report, source, target);
      if (units != null) {
        documents.put(id, XliffWriter.write(known, units, memory, terms));
      }
    }
    return documents;
  }

  private @Nullable Language language(String id) {
    if (archive == null) {
      return null;
    }
    List<String> known = archive.languages().stream().map(Language::id).toList();
    if (!known.contains(id)) {
      diagnostics.add(
          Code.UNKNOWN_LANGUAGE,
          Location.of(archive.at().file()),
          "the archive has no language \"" + id + "\"",
          Nearest.didYouMean(id, known) + "It has " + String.join(", ", known));
      return null;
    }
    return archive.languages().get(known.indexOf(id));
  }

  /** The report called so; null, with diagnostics, where there is none, or it has errors. */
  @Nullable Report report(String id, Location asked) {
    List<Diagnostic> own = errors.stream().filter(d -> Desk.belongs(d.at().file(), id)).toList();
    if (!own.isEmpty()) {
      own.forEach(diagnostics::add);
      return null;
    }
    List<Report> reports = reports();
    for (Report report : reports) {
      if (report.id().equals(id)) {
        return report;
      }
    }
    List<Diagnostic> shared =
        errors.stream().filter(d -> !d.at().file().startsWith(name + "/reports/")).toList();
    if (!shared.isEmpty()) {
      shared.forEach(diagnostics::add); // such as a newspaper that cannot be read
      return null;
    }
    List<String> ids = reports.stream().map(Report::id).toList();
    diagnostics.add(
        Code.UNKNOWN_REPORT,
        asked,
        "there is no report called \"" + id + "\"",
        Nearest.didYouMean(id, ids) + "duizhao status lists them all");
    return null;
  }

  private List<Report> reports() {
    Archive known = Objects.requireNonNull(archive);
    return Stream.concat(known.reports().stream(), known.drafts().stream()).toList();
  }

  /** The units of a report; null, with diagnostics, where it cannot be exchanged. */
  @Nullable ReportUnits units(Report report, Language from, Language to) throws IOException {
    return ReportUnits.of(report, folder(report), from, to, diagnostics);
  }

  /** The folder that holds a report. */
  Path folder(Report report) {
    String file = report.at().file();
    int slash = Math.max(name.length(), file.lastIndexOf('/'));
    return slash <= name.length()
        ? content
        : content.resolve(file.substring(name.length() + 1, slash));
  }

  @Nullable Archive archive() {
    return archive;
  }
}
