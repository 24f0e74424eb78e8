package duizhao.edit;

import duizhao.check.ArchiveChecker;
import duizhao.diagnostic.Diagnostic;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Nearest;
import duizhao.diagnostic.Severity;
import duizhao.edit.ContentFile.Change;
import duizhao.edtf.EdtfDate;
import duizhao.edtf.EdtfException;
import duizhao.model.Archive;
import duizhao.model.Block;
import duizhao.model.Check;
import duizhao.model.Edition;
import duizhao.model.Language;
import duizhao.model.Report;
import duizhao.model.Signature;
import duizhao.model.Translation;
import duizhao.read.ContentReader;
import duizhao.read.SourceLines;
import duizhao.text.Fingerprint;
import duizhao.text.Fingerprint.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An archive as an editor has it before them: how its translations stand, and their approval. */
public final class Desk {

  /**
   * How one translation stands to the original.
   *
   * @param original id of the language the report was first written in
   * @param language id of the translation's
   * @param paragraphs one state a paragraph of the original, in order
   * @param signatures of whoever checked it, as it is now or as it was, and the numbers of the
   *     paragraphs
   */
  public record Standing(
      String report,
      String original,
      String language,
      String status,
      boolean draft,
      List<State> paragraphs,
      Map<Signature, List<Integer>> signatures) {

    public Standing {
      paragraphs = List.copyOf(paragraphs);
      signatures = Collections.unmodifiableMap(new LinkedHashMap<>(signatures));
    }

    /** How many paragraphs stand so. */
    public int count(State state) {
      return (int) paragraphs.stream().filter(s -> s == state).count();
    }

    /** The numbers of the paragraphs that stand so, from 1. */
    public List<Integer> numbers(State state) {
      return IntStream.range(0, paragraphs.size())
          .filter(i -> paragraphs.get(i) == state)
          .mapToObj(i -> i + 1)
          .toList();
    }
  }

  /**
   * What was recorded.
   *
   * @param accepted numbers of the paragraphs
   * @param open numbers of those that nobody has accepted as they are now
   * @param files what was changed, as it is called in diagnostics; empty when it said so already
   */
  public record Accepted(
      String report,
      List<Integer> accepted,
      List<Integer> open,
      Signature signature,
      List<String> files) {}

  /**
   * What a new report starts with.
   *
   * @param date in EDTF; null while it is not known
   * @param newspaper its id; null for the first one
   * @param titles by language id
   * @param original id of the language it was first written in; null for the archive's first
   */
  public record Start(
      String id,
      @Nullable String date,
      @Nullable String newspaper,
      Map<String, String> titles,
      @Nullable String original) {

    public Start {
      titles = Map.copyOf(titles);
    }
  }

  /** What was asked for cannot be, such as a paragraph that a report lacks. */
  public static final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    Refusal(String message) {
      super(message);
    }
  }

  private final Path content;
  private final String name;
  private final Diagnostics found = new Diagnostics();
  private final @Nullable Archive archive;

  private Desk(Path content) {
    this.content = content;
    this.name = ContentReader.called(content);
    this.archive = new ContentReader(content, name, found).read();
    if (archive != null) {
      ArchiveChecker.sound(archive, found);
    }
  }

  /** Reads the archive in a folder; what is wrong with it is told by {@link #diagnostics}. */
  public static Desk open(Path content) {
    return new Desk(content);
  }

  /** What was found while reading, and the errors that a check finds, sorted. */
  public List<Diagnostic> diagnostics() {
    return found.sorted();
  }

  /** The lines that the diagnostics are about. */
  public SourceLines lines() {
    return new SourceLines(Map.of(name, content));
  }

  /** Whether there is an archive to speak of. */
  public boolean readable() {
    return archive != null;
  }

  private List<Report> reports() {
    return archive == null
        ? List.of()
        : Stream.concat(archive.reports().stream(), archive.drafts().stream()).toList();
  }

  /** The ids of all reports that could be read. */
  public List<String> ids() {
    return reports().stream().map(Report::id).sorted().toList();
  }

  /** One entry for each translation that each report could have, the worst first. */
  public List<Standing> standings() {
    List<Standing> standings = new ArrayList<>();
    if (archive == null) {
      return standings;
    }
    Set<String> drafts = new TreeSet<>(archive.drafts().stream().map(Report::id).toList());
    for (Report report : reports()) {
      Translation translation = report.translation();
      for (Language language : archive.languages()) {
        if (!language.equals(translation.original())) {
          standings.add(
              new Standing(
                  report.id(),
                  translation.original().id(),
                  language.id(),
                  translation.status().id(),
                  drafts.contains(report.id()),
                  Fingerprint.states(report, language),
                  Fingerprint.signatures(report)));
        }
      }
    }
    standings.sort(
        Comparator.comparingInt((Standing s) -> s.count(State.STALE))
            .thenComparingInt(s -> s.count(State.MISSING))
            .thenComparingInt(s -> s.count(State.UNRECORDED))
            .reversed()
            .thenComparing(Standing::report)
            .thenComparing(Standing::language));
    return standings;
  }

  /** The errors that keep a report from being changed; all there are, without an archive. */
  public List<Diagnostic> errors(String id) {
    return diagnostics().stream()
        .filter(d -> d.severity() == Severity.ERROR)
        .filter(d -> archive == null || belongs(d.at().file(), id))
        .toList();
  }

  /** Whether a file, as diagnostics call it, is one of a report's. */
  public static boolean belongs(String file, String id) {
    List<String> parts = List.of(file.split("/"));
    String last = parts.get(parts.size() - 1);
    return parts.subList(0, parts.size() - 1).contains(id)
        || last.equals(id)
        || last.startsWith(id + ".");
  }

  /**
   * Records that the translation of paragraphs answers the original as it is now.
   *
   * @param paragraphs numbers, from 1; empty for all that are translated
   * @param by who checked them
   * @param on when, in EDTF; null when that is not to be recorded
   * @throws Refusal when the archive has no such report, the report no such paragraph, or the date
   *     is none, or the name ends like one
   * @throws EditException when a file cannot be changed
   */
  public Accepted accept(String id, List<Integer> paragraphs, String by, @Nullable String on)
      throws IOException, Refusal {
    Signature signature = signature(by, on);
    Report report = report(id);
    Translation translation = report.translation();
    Edition original = report.in(translation.original());
    List<Block> blocks = original == null ? List.of() : original.body().blocks();
    int translated = translated(report);
    Set<Integer> accepted = new TreeSet<>(paragraphs);
    for (int number : accepted) {
      if (number < 1 || number > Math.min(blocks.size(), translated)) {
        throw new Refusal(
            "\""
                + id
                + "\" has no translated paragraph p"
                + number
                + "; its original has "
                + blocks.size()
                + ", and "
                + Math.min(blocks.size(), translated)
                + " of them are translated");
      }
    }
    if (accepted.isEmpty()) {
      IntStream.rangeClosed(1, Math.min(blocks.size(), translated)).forEach(accepted::add);
    }
    List<Check> checks = new ArrayList<>(Fingerprint.kept(report));
    List<Integer> open = new ArrayList<>();
    for (Block block : blocks) {
      int index = block.number() - 1;
      String print = Fingerprint.of(block.text());
      if (accepted.contains(block.number())) {
        checks.set(index, new Check(print, signature));
      } else if (!checks.get(index).fingerprint().equals(print)) {
        open.add(block.number());
      }
    }
    List<String> files = record(report, checks);
    return new Accepted(id, List.copyOf(accepted), open, signature, files);
  }

  private static Signature signature(String by, @Nullable String on) throws Refusal {
    try {
      Signature signature = new Signature(by, on == null ? null : EdtfDate.parse(on));
      if (!Signature.parse(signature.text()).equals(signature)) {
        throw new Refusal("\"" + by + "\" ends with a date; give it as such");
      }
      return signature;
    } catch (EdtfException e) {
      throw noDate(e);
    }
  }

  static Refusal noDate(EdtfException e) {
    return new Refusal(e.getMessage() + (e.hint() == null ? "" : "; " + e.hint()));
  }

  /**
   * Makes a draft of a report: its folder, with metadata and a text in each language.
   *
   * @param over whether to write over a report that is there; its other files stay
   * @return the files
   * @throws Refusal when the archive cannot have such a report
   * @throws EditException when it cannot be written; then nothing is new
   */
  public List<Path> draft(Start start, boolean over) throws IOException, Refusal {
    if (archive == null) {
      throw new IllegalStateException("there is no archive in " + content);
    }
    return new NewReport(content, archive).make(start, over);
  }

  private Report report(String id) throws Refusal {
    for (Report report : reports()) {
      if (report.id().equals(id)) {
        return report;
      }
    }
    throw new Refusal(
        "there is no report called \""
            + id
            + "\"; "
            + Nearest.didYouMean(id, ids()).strip()
            + (Nearest.to(id, ids()) == null ? "duizhao status lists them all" : ""));
  }

  /** How many paragraphs the longest translation has. */
  private static int translated(Report report) throws Refusal {
    int most =
        report.editions().values().stream()
            .filter(e -> !e.language().equals(report.translation().original()))
            .mapToInt(e -> e.body().blocks().size())
            .max()
            .orElse(0);
    if (most == 0) {
      throw new Refusal("\"" + report.id() + "\" has no translation that could be accepted");
    }
    return most;
  }

  private List<String> record(Report report, List<Check> checks) throws IOException {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("fingerprints", checks.stream().map(Check::line).toList());
    if (checks.stream().allMatch(c -> c.signature() != null || Fingerprint.isWord(c))) {
      fields.put("checked_by", null); // every paragraph says it for itself
      fields.put("checked_on", null);
    }
    Set<String> candidates = new LinkedHashSet<>();
    candidates.add(report.at().file());
    report.editions().values().forEach(e -> candidates.add(e.at().file()));
    Map<ContentFile, List<Change>> changes = new LinkedHashMap<>();
    List<String> files = new ArrayList<>();
    boolean stated = false;
    for (String candidate : candidates) {
      ContentFile file = ContentFile.read(content.resolve(candidate.substring(name.length() + 1)));
      YamlMap map = translation(file, file.text());
      if (map != null) {
        stated = true;
        List<Change> needed = map.set(fields);
        if (!needed.isEmpty()) {
          verify(file, file.textAfter(needed), fields);
          changes.put(file, needed);
          files.add(candidate);
        }
      }
    }
    if (!stated) {
      throw byHand(report.at().file());
    }
    ContentFile.change(changes);
    return files;
  }

  private static EditException byHand(String file) {
    return new EditException(
        "the field \"translation\" of \"" + file + "\" is written in a way that cannot be changed",
        "write it over several lines, one field a line");
  }

  /** Where a file says how its report was translated: in its YAML, or in its front matter. */
  private static @Nullable YamlMap translation(ContentFile file, String text) {
    if (file.file().toString().endsWith(".yaml")) {
      return YamlMap.find(text, 0, text.length(), "translation");
    }
    int end = text.startsWith("---\n") ? text.indexOf("\n---", 3) : -1;
    return end < 0 ? null : YamlMap.find(text, 4, end + 1, "translation");
  }

  /** A text that would not say what was asked for is not written. */
  private static void verify(ContentFile file, String after, Map<String, @Nullable Object> fields)
      throws EditException {
    YamlMap map = translation(file, after);
    for (Map.Entry<String, @Nullable Object> field : fields.entrySet()) {
      Object value = field.getValue();
      boolean said =
          map != null
              && (value instanceof List<?> list
                  ? map.list(field.getKey()).equals(list)
                  : java.util.Objects.equals(map.get(field.getKey()), value));
      if (!said) {
        throw byHand(file.file().toString());
      }
    }
  }
}
