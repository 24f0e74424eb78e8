package duizhao.xliff;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import duizhao.diagnostic.Nearest;
import duizhao.edit.ContentFile;
import duizhao.edit.EditException;
import duizhao.model.Archive;
import duizhao.model.Language;
import duizhao.model.Report;
import duizhao.model.Translation.Status;
import duizhao.xliff.XliffReader.Document;
import duizhao.xliff.XliffReader.FileElement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes translations back: all of what is sent, or nothing where something does not fit. What no
 * translator changed keeps its bytes.
 */
public final class TranslationImport {

  /**
   * What became of one report.
   *
   * @param changed ids of the units whose words are new
   * @param kept how many have a translation that stays as it is
   * @param open ids of the units without a translation
   * @param files what was written, as diagnostics call it
   */
  public record Taken(
      String report, List<String> changed, int kept, List<String> open, List<String> files) {}

  private final TranslationExport archive;
  private final boolean force;
  private final @Nullable Status status;
  private final Diagnostics diagnostics;

  private TranslationImport(
      TranslationExport archive, boolean force, @Nullable Status status, Diagnostics diagnostics) {
    this.archive = archive;
    this.force = force;
    this.status = status;
    this.diagnostics = diagnostics;
  }

  /**
   * Takes files back; nothing is written when there are errors.
   *
   * @param files in XLIFF 2.0
   * @param force whether translations are taken whose source or whose earlier translation has
   *     changed since the export
   * @param status what the reports are to say of their translation; null for what they say
   */
  public static List<Taken> read(
      Path content,
      List<Path> files,
      boolean force,
      @Nullable Status status,
      Diagnostics diagnostics)
      throws IOException {
    TranslationExport archive = TranslationExport.open(content, diagnostics);
    return new TranslationImport(archive, force, status, diagnostics).run(files);
  }

  private List<Taken> run(List<Path> files) throws IOException {
    List<Taken> taken = new ArrayList<>();
    Archive known = archive.archive();
    if (known == null) {
      return taken;
    }
    Map<String, Location> seen = new HashMap<>();
    List<ReportChange> changes = new ArrayList<>();
    for (Path file : files) {
      String name = file.toString().replace('\\', '/');
      String text = text(file, name);
      Document document = text == null ? null : XliffReader.read(text, name, diagnostics);
      if (document == null) {
        continue;
      }
      Language from = language(document.source(), "srcLang", document.at(), known);
      Language to = language(document.target(), "trgLang", document.at(), known);
      if (from == null || to == null) {
        continue;
      }
      if (from.equals(to)) {
        wrongLanguage(document.at(), "it translates " + from.tag() + " into itself", known);
        continue;
      }
      for (FileElement element : document.files()) {
        Location earlier = seen.putIfAbsent(element.id(), element.at());
        if (earlier != null) {
          diagnostics.add(
              Code.WRONG_UNITS,
              element.at(),
              "\"" + element.id() + "\" comes twice",
              "it stands at " + earlier + " too; import one of the two");
          continue;
        }
        Report report = archive.report(element.id(), element.at());
        ReportUnits units = report == null ? null : archive.units(report, from, to);
        if (units != null) {
          changes.add(
              ReportChange.of(
                  units, element, archive.folder(units.report()), force, status, diagnostics));
        }
      }
    }
    if (diagnostics.hasErrors()) {
      return taken;
    }
    Map<ContentFile, List<ContentFile.Change>> all = new java.util.LinkedHashMap<>();
    Map<Path, String> created = new TreeMap<>();
    for (ReportChange change : changes) {
      taken.add(change.write(all, created));
    }
    if (diagnostics.hasErrors()) {
      return List.of();
    }
    ContentFile.change(all, created);
    return taken;
  }

  private @Nullable String text(Path file, String name) throws IOException {
    try {
      return ContentFile.read(file).text();
    } catch (EditException e) {
      diagnostics.add(
          Code.UNREADABLE_FILE,
          Location.of(name),
          String.valueOf(e.getMessage()),
          "name a file that was exported, in UTF-8");
      return null;
    }
  }

  private @Nullable Language language(String tag, String field, Location at, Archive known) {
    for (Language language : known.languages()) {
      if (language.tag().equalsIgnoreCase(tag)) {
        return language;
      }
    }
    wrongLanguage(
        at, tag.isEmpty() ? "it does not say its " + field : field + " is \"" + tag + "\"", known);
    return null;
  }

  private void wrongLanguage(Location at, String message, Archive known) {
    List<String> tags = known.languages().stream().map(Language::tag).toList();
    diagnostics.add(
        Code.WRONG_LANGUAGE,
        at,
        message,
        Nearest.didYouMean("", tags) + "the archive has " + String.join(" and ", tags));
  }
}
