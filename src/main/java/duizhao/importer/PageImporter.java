package duizhao.importer;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import duizhao.model.Archive;
import duizhao.model.Edition;
import duizhao.model.Language;
import duizhao.model.Report;
import duizhao.place.Gazetteer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cuts newspaper pages into draft reports and writes them into a content folder. */
public final class PageImporter {

  /**
   * A piece of a page and where it went.
   *
   * @param type the word for what it is, such as {@code headline} or {@code body}
   * @param line 1-based; of a page in HTML, of the lines that were made of it
   * @param column 1-based, in code points
   * @param text as printed
   */
  public record Line(String type, int line, int column, String text) {}

  /**
   * A report as it was cut out.
   *
   * @param path of its folder below {@code reports}, with {@code /}
   * @param headline null where it is lost
   * @param confidence that it is whole and in order, 0 to 1
   * @param lines in reading order; never empty
   * @param findings what an editor should look at, each starting with {@code line:column: }
   */
  public record Cut(
      String id,
      String path,
      @Nullable String headline,
      double confidence,
      List<Line> lines,
      List<String> findings) {}

  /**
   * What a page holds.
   *
   * @param leftovers what is in no report, in the order of the page
   */
  public record Page(String name, List<Cut> reports, List<Line> leftovers) {}

  private record Leftover(Piece piece, String why) {}

  private final DraftWriter writer;
  private final List<String> known;
  private final Diagnostics diagnostics;

  /** The folders and files to write, by their path below {@code reports}, in order. */
  private final Map<String, Map<String, String>> drafts = new LinkedHashMap<>();

  private final Map<String, String> lists = new LinkedHashMap<>();

  /**
   * @param archive whose words, programmes, newspapers and units the drafts use
   */
  public PageImporter(Archive archive, Diagnostics diagnostics) {
    Language original =
        archive.languages().stream()
            .filter(l -> l.tag().startsWith("zh"))
            .findFirst()
            .orElse(archive.languages().get(0));
    this.writer = new DraftWriter(archive, original, Gazetteer.builtIn());
    this.known = new ArrayList<>();
    for (Report report : archive.reports()) {
      Edition edition = report.in(original);
      if (edition != null) {
        StringBuilder text = new StringBuilder();
        edition.body().blocks().forEach(b -> text.append(b.text()).append('\n'));
        known.add(text.toString());
      }
    }
    this.diagnostics = diagnostics;
  }

  /**
   * Reads a page and gets its drafts ready to be written.
   *
   * @param newspaper id; null where the page has to tell
   * @param date EDTF; null where the page has to tell
   * @param force whether ids may be used that the archive has
   * @return null, with a diagnostic, for a file that holds no page
   * @throws IOException when the file cannot be read
   * @throws IllegalStateException when a character was lost on the way, which is a fault of ours
   */
  public @Nullable Page read(
      Path file, @Nullable String newspaper, @Nullable String date, boolean force)
      throws IOException {
    String name = file.toString().replace('\\', '/');
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      diagnostics.add(
          Code.NOT_A_FILE,
          Location.of(name),
          "\"" + name + "\" is not a file",
          "name a page, and no folder, pipe or device");
      return null;
    }
    if (Files.size(file) > PageFile.LARGEST) {
      diagnostics.add(
          Code.FILE_TOO_LARGE,
          Location.of(name),
          "\"" + name + "\" is larger than a newspaper page can be",
          "cut it into pages of at most " + PageFile.LARGEST + " bytes");
      return null;
    }
    PageText text = PageFile.read(name, Files.readAllBytes(file), diagnostics);
    if (text == null) {
      return null;
    }
    Reading reading = Reading.of(text, known);
    Proof.check(text, reading);
    List<Leftover> leftovers = new ArrayList<>();
    for (Part part : reading.outside()) {
      boolean fragment = part.is(Part.Type.FRAGMENT);
      leftovers.add(
          new Leftover(
              part.piece(), fragment ? "of no report that could be told" : part.type().word()));
    }
    for (Undoubled.Doubled doubled : reading.doubles()) {
      leftovers.add(new Leftover(doubled.piece(), "stands in line " + doubled.line() + ", too"));
    }
    leftovers.sort(
        Comparator.comparingInt((Leftover l) -> l.piece().line())
            .thenComparingInt(l -> l.piece().from()));
    List<Cut> cuts = new ArrayList<>();
    String folder = "undated";
    for (Draft draft : writer.drafts(text, reading, newspaper, date, force)) {
      folder = draft.folder();
      String path = draft.folder() + "/" + draft.id();
      Map<String, String> files = new LinkedHashMap<>();
      files.put("report.yaml", draft.metadata());
      files.put(writer.language() + ".md", draft.text());
      drafts.put(path, files);
      cuts.add(
          new Cut(
              draft.id(),
              path,
              draft.parts().headline(),
              draft.confidence(),
              draft.report().parts.stream()
                  .map(p -> line(text, p.piece(), p.type().word()))
                  .toList(),
              draft.findings().stream().map(Damage.Finding::toString).toList()));
    }
    List<Line> left = leftovers.stream().map(l -> line(text, l.piece(), l.why())).toList();
    if (!left.isEmpty()) {
      lists.merge(folder + "/leftovers.txt", list(name, left), String::concat);
    }
    return new Page(name, List.copyOf(cuts), left);
  }

  private static Line line(PageText page, Piece piece, String type) {
    return new Line(type, piece.line(), page.column(piece.line(), piece.from()), piece.text());
  }

  private static String list(String name, List<Line> lines) {
    StringBuilder text = new StringBuilder();
    for (Line line : lines) {
      text.append(name).append(':').append(line.line()).append(':').append(line.column());
      text.append(": ").append(line.type()).append('\n').append(line.text()).append("\n\n");
    }
    return text.toString();
  }

  /**
   * Writes the drafts of the pages read so far, all of them or none. A run that was killed on the
   * way is tidied up first: what it had moved away is put back.
   *
   * @param content the content folder
   * @param force whether a folder that is there already may be replaced
   * @return whether they were written; if not, there is a diagnostic for each folder in the way
   * @throws IOException when something cannot be written; then everything is as it was before
   */
  public boolean write(Path content, boolean force) throws IOException {
    Path reports = content.resolve("reports");
    Placing.recover(reports);
    for (String target : drafts.keySet()) {
      if (!force && Files.exists(reports.resolve(target), LinkOption.NOFOLLOW_LINKS)) {
        diagnostics.add(
            Code.DUPLICATE_ID,
            Location.of(reports.resolve(target).toString().replace('\\', '/')),
            "there is a report \"" + target + "\" already",
            "rename it, or replace it with --force");
      }
    }
    if (diagnostics.hasErrors()) {
      return false;
    }
    try (Placing placing = new Placing(reports)) {
      for (Map.Entry<String, Map<String, String>> draft : drafts.entrySet()) {
        for (Map.Entry<String, String> file : draft.getValue().entrySet()) {
          placing.stage(draft.getKey() + "/" + file.getKey(), file.getValue());
        }
      }
      for (Map.Entry<String, String> list : lists.entrySet()) {
        Path old = reports.resolve(list.getKey());
        String before = Files.exists(old) && !force ? Files.readString(old) : "";
        placing.stage(list.getKey(), before + list.getValue());
      }
      Set<String> targets = new LinkedHashSet<>(drafts.keySet());
      targets.addAll(lists.keySet());
      placing.place(targets);
      return true;
    }
  }
}
