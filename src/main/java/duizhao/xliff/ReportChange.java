package duizhao.xliff;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import duizhao.edit.ContentFile;
import duizhao.edit.ContentFile.Change;
import duizhao.edit.EditException;
import duizhao.edit.YamlMap;
import duizhao.model.Block;
import duizhao.model.Check;
import duizhao.model.Edition;
import duizhao.model.Report;
import duizhao.model.Signature;
import duizhao.model.Translation.Status;
import duizhao.text.Fingerprint;
import duizhao.text.Passages;
import duizhao.text.Passages.Kind;
import duizhao.text.Passages.Passage;
import duizhao.text.Passages.Piece;
import duizhao.xliff.ReportUnits.Part;
import duizhao.xliff.ReportUnits.State;
import duizhao.xliff.ReportUnits.Unit;
import duizhao.xliff.XliffReader.Content;
import duizhao.xliff.XliffReader.FileElement;
import duizhao.xliff.XliffReader.Item;
import duizhao.xliff.XliffReader.SegmentElement;
import duizhao.xliff.XliffReader.UnitElement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a file that came back changes in one report. */
final class ReportChange {

  /** Characters that no content may hold. */
  private static final String UNTYPEABLE =
      "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\\u2028\\u2029\\uE000-\\uE002\\uFFFE\\uFFFF]";

  /**
   * A unit as it came back.
   *
   * @param pieces the translation; null where there is none
   * @param changed whether the translator changed it
   * @param fingerprint of the source that it was made from
   * @param done whether the translator calls it translated
   */
  private record Answer(
      Unit unit,
      @Nullable List<Piece> pieces,
      boolean changed,
      String fingerprint,
      boolean done,
      Location at) {}

  private final ReportUnits units;
  private final Path folder;
  private final boolean force;
  private final @Nullable Status status;
  private final Diagnostics diagnostics;
  private final List<Answer> answers = new ArrayList<>();

  private ReportChange(
      ReportUnits units,
      Path folder,
      boolean force,
      @Nullable Status status,
      Diagnostics diagnostics) {
    this.units = units;
    this.folder = folder;
    this.force = force;
    this.status = status;
    this.diagnostics = diagnostics;
  }

  /** Compares what came back to what the archive says; adds a diagnostic for all that differs. */
  static ReportChange of(
      ReportUnits units,
      FileElement element,
      Path folder,
      boolean force,
      @Nullable Status status,
      Diagnostics diagnostics) {
    ReportChange change = new ReportChange(units, folder, force, status, diagnostics);
    change.compare(element);
    return change;
  }

  private void compare(FileElement element) {
    Map<String, UnitElement> there = new LinkedHashMap<>();
    List<String> wanted = units.units().stream().map(Unit::id).toList();
    int last = -1;
    for (UnitElement unit : element.units()) {
      int place = wanted.indexOf(unit.id());
      if (place < 0) {
        misfit(unit.at(), "the report has no \"" + unit.id() + "\"", "it has " + range(wanted));
      } else if (there.putIfAbsent(unit.id(), unit) != null) {
        misfit(unit.at(), "\"" + unit.id() + "\" comes twice", "delete one of the two");
      } else if (place < last) {
        misfit(
            unit.at(),
            "\"" + unit.id() + "\" comes after \"" + wanted.get(last) + "\"",
            "units stand in the order of the report; export it again");
      }
      last = Math.max(last, place);
    }
    for (Unit unit : units.units()) {
      UnitElement back = there.get(unit.id());
      if (back == null) {
        misfit(
            element.at(),
            "\"" + unit.id() + "\" is missing",
            "the report has "
                + range(wanted)
                + "; a paragraph was added since the export, or the file was cut");
      } else {
        compare(unit, back);
      }
    }
  }

  private static String range(List<String> ids) {
    return ids.size() < 12
        ? String.join(", ", ids)
        : String.join(", ", ids.subList(0, 8)) + " ... " + ids.get(ids.size() - 1);
  }

  private void misfit(Location at, String message, String hint) {
    diagnostics.add(Code.WRONG_UNITS, at, message, hint);
  }

  private void compare(Unit unit, UnitElement back) {
    Codes codes = Codes.of(unit.source(), unit.target());
    if (!sourceStands(unit, back, codes)) {
      return;
    }
    Content first = null;
    int open = 0;
    boolean done = true;
    List<Content> targets = new ArrayList<>();
    for (SegmentElement segment : back.segments()) {
      Content target = segment.target();
      if (segment.ignorable()) {
        Content between = target == null ? segment.source() : target;
        if (between != null) {
          targets.add(between);
        }
        continue;
      }
      done &= !segment.state().equals("initial");
      boolean empty =
          target == null
              || target.items().stream()
                  .allMatch(i -> i.kind() == Kind.WORDS && i.value().isBlank());
      if (empty) {
        open++;
      } else {
        targets.add(Objects.requireNonNull(target));
        first = first == null ? target : first;
      }
    }
    String fingerprint = back.facts().getOrDefault("fingerprint", unit.fingerprint());
    if (first == null || !unit.hasWords()) {
      answers.add(new Answer(unit, null, false, fingerprint, false, back.at()));
      return;
    }
    if (open > 0) {
      misfit(
          back.at(),
          "\""
              + unit.id()
              + "\" is translated in part: "
              + open
              + " of its segments have no target",
          "translate the others, or leave all of them without");
      return;
    }
    targets.sort(Comparator.comparingInt(c -> c.order() == 0 ? targets.indexOf(c) + 1 : c.order()));
    List<Item> items = targets.stream().flatMap(c -> c.items().stream()).toList();
    List<Piece> pieces = pieces(unit, codes, items, first.at());
    if (pieces == null) {
      return;
    }
    String was = back.facts().get("target");
    boolean changed = !Codes.digest(pieces).equals(was) && !pieces.equals(unit.target());
    boolean movedOn = was != null && !was.equals(Codes.digest(unit.target()));
    if (changed && movedOn && !force) {
      diagnostics.add(
          Code.TRANSLATION_CHANGED,
          first.at(),
          "\""
              + unit.id()
              + "\" was translated here, and has been changed in the archive too since the export",
          "bring the two together by hand, or take this one with --force");
      return;
    }
    boolean initial = done && unit.state() == State.INITIAL;
    answers.add(
        new Answer(unit, pieces, changed, fingerprint, done && (changed || initial), first.at()));
  }

  /** Whether the source in the file is the one that the archive has. */
  private boolean sourceStands(Unit unit, UnitElement back, Codes codes) {
    List<Piece> source = new ArrayList<>();
    Location at = back.at();
    for (SegmentElement segment : back.segments()) {
      Content content = segment.source();
      if (content == null) {
        misfit(segment.at(), "a segment of \"" + unit.id() + "\" has no source", "export it again");
        return false;
      }
      for (Item item : content.items()) {
        Codes.Code code = codes.byId().get(item.value());
        source.add(
            item.kind() == Kind.WORDS || code == null
                ? new Piece(item.kind(), item.value())
                : piece(item, code));
      }
      at = content.at();
    }
    String was = back.facts().get("source");
    if (Passages.tidy(source).equals(unit.source())) {
      return true;
    }
    boolean movedOn = was != null && !was.equals(Codes.digest(unit.source()));
    if (movedOn && force) {
      return true;
    }
    diagnostics.add(
        Code.SOURCE_CHANGED,
        at,
        movedOn
            ? "the source of \"" + unit.id() + "\" has been changed in the archive since the export"
            : "the source of \"" + unit.id() + "\" is not what was exported",
        movedOn
            ? "export the report again and translate what is new, or take this with --force; the"
                + " paragraph then counts as out of date"
            : "translation tools must not change sources; export the report again");
    return false;
  }

  private static Piece piece(Item item, Codes.Code code) {
    return item.kind() == Kind.CLOSE
        ? new Piece(Kind.CLOSE, code.end() == null ? "" : code.end())
        : new Piece(code.kind(), code.start());
  }

  /** The translation with its marks; null, with diagnostics, where they are not in order. */
  private @Nullable List<Piece> pieces(Unit unit, Codes codes, List<Item> items, Location at) {
    List<Piece> pieces = new ArrayList<>();
    Deque<String> open = new ArrayDeque<>();
    Set<String> used = new HashSet<>();
    boolean fine = true;
    for (Item item : items) {
      if (item.kind() == Kind.WORDS) {
        if (item.value().matches("(?s).*" + UNTYPEABLE + ".*")) {
          diagnostics.add(
              Code.UNWRITABLE_TEXT,
              item.at(),
              "\"" + unit.id() + "\" holds a control character, which has no place in a text",
              "delete it");
          fine = false;
        }
        pieces.add(new Piece(Kind.WORDS, item.value()));
        continue;
      }
      Codes.Code code = codes.byId().get(item.value());
      boolean pair = item.kind() != Kind.MARK;
      if (code == null || pair != (code.end() != null)) {
        fine = broken(item.at(), unit, "has a code \"" + item.value() + "\" that is not its own");
      } else if (item.kind() == Kind.CLOSE) {
        if (open.isEmpty() || !open.pop().equals(item.value())) {
          fine = broken(item.at(), unit, "ends code \"" + item.value() + "\" where it is not open");
        }
        pieces.add(piece(item, code));
      } else {
        if (!used.add(item.value())) {
          fine = broken(item.at(), unit, "has code \"" + item.value() + "\" twice");
        }
        if (pair) {
          open.push(item.value());
        }
        pieces.add(piece(item, code));
      }
    }
    if (!open.isEmpty()) {
      fine = broken(at, unit, "opens code \"" + open.peek() + "\" and does not end it");
    }
    for (String id : codes.fixed()) {
      if (!used.contains(id)) {
        String mark = Objects.requireNonNull(codes.byId().get(id)).start().strip();
        fine = broken(at, unit, "lacks code \"" + id + "\" (" + mark + ")");
      }
    }
    return fine ? Passages.tidy(pieces) : null;
  }

  private boolean broken(Location at, Unit unit, String what) {
    diagnostics.add(
        Code.BROKEN_CODES,
        at,
        "the translation of \"" + unit.id() + "\" " + what,
        "copy the codes of the source into the target, each once");
    return false;
  }

  // ---- writing ----

  /** Adds what has to be written; adds {@code unwritable-text} for what cannot be. */
  TranslationImport.Taken write(Map<ContentFile, List<Change>> changes, Map<Path, String> created)
      throws IOException {
    List<String> files = new ArrayList<>();
    List<Answer> text =
        answers.stream().filter(a -> a.unit().part().compareTo(Part.BLOCK) >= 0).toList();
    List<Stated> stated = stated();
    if (text.stream().anyMatch(Answer::changed)) {
      files.add(edition(text, stated, changes, created));
    }
    fields(stated, changes, files);
    return new TranslationImport.Taken(
        units.report().id(),
        answers.stream().filter(Answer::changed).map(a -> a.unit().id()).toList(),
        (int)
            answers.stream()
                .filter(a -> !a.changed() && (a.pieces() != null || a.unit().target() != null))
                .count(),
        answers.stream()
            .filter(a -> a.unit().hasWords() && a.pieces() == null && a.unit().target() == null)
            .map(a -> a.unit().id())
            .toList(),
        files);
  }

  /** A passage of the translation as it is to be. */
  private record Next(int from, int to, List<Piece> pieces, @Nullable Answer answer) {}

  private String edition(
      List<Answer> text,
      List<Stated> stated,
      Map<ContentFile, List<Change>> changes,
      Map<Path, String> created) {
    Side target = units.target();
    Side base = target == null ? units.source() : target;
    List<Next> next = new ArrayList<>();
    for (Passage passage : base.all()) {
      next.add(new Next(passage.from(), passage.to(), passage.pieces(), null));
    }
    int end = base.file().text().length() - base.body();
    int last = lastNew(text, base, target == null);
    for (int i = 0; i < text.size(); i++) {
      Answer answer = text.get(i);
      boolean note = answer.unit().part() == Part.NOTE;
      List<Integer> places = note ? base.notes() : base.blocks();
      List<Piece> pieces = answer.pieces();
      boolean there = answer.unit().index() < places.size();
      if (pieces == null || !answer.changed()) {
        boolean gap = target == null || !there && i < last;
        if (!gap) {
          continue;
        }
        pieces = pieces != null ? pieces : Gap.of(answer.unit().source(), units.to());
      }
      if (there) {
        int place = places.get(answer.unit().index());
        Passage old = base.all().get(place);
        next.set(place, new Next(old.from(), old.to(), pieces, answer));
      } else {
        next.add(new Next(end, end, pieces, answer));
      }
    }
    List<Change> edits = edits(base, next);
    String name = base.name();
    if (target != null) {
      changes.computeIfAbsent(base.file(), k -> new ArrayList<>()).addAll(edits);
      return name;
    }
    String file = newFile(base);
    String body = base.file().textAfter(edits).substring(base.body());
    created.put(folder.resolve(file), front(stated) + body);
    return name.substring(0, name.lastIndexOf('/') + 1) + file;
  }

  /** What the file of a new edition is called: as that of the original is. */
  private String newFile(Side base) {
    String name = base.name().substring(base.name().lastIndexOf('/') + 1);
    String ending = units.from().id() + base.ending();
    return name.substring(0, name.length() - ending.length()) + units.to().id() + base.ending();
  }

  /** Title and summary of a new edition, where each says its own in front matter. */
  private String front(List<Stated> all) {
    StringBuilder front = new StringBuilder();
    for (Answer answer : fields()) {
      if (inNewFile(answer.unit(), all)) {
        String words = Passages.words(Objects.requireNonNull(answer.pieces()));
        front.append(answer.unit().id()).append(": ").append(YamlMap.scalar(words)).append('\n');
      }
    }
    return front.isEmpty() ? "" : "---\n" + front + "---\n";
  }

  /** Where in the list the last translation is of a block that the file does not have yet. */
  private static int lastNew(List<Answer> text, Side base, boolean all) {
    int last = all ? text.size() : 0;
    for (int i = 0; i < text.size(); i++) {
      Unit unit = text.get(i).unit();
      int there = unit.part() == Part.NOTE ? base.notes().size() : base.blocks().size();
      if (text.get(i).changed() && unit.index() >= there) {
        last = i;
      }
    }
    return last;
  }

  /**
   * The changes after which the file says what it is to say: first as it is typed, then with
   * backslashes where that would not be read as it is meant.
   */
  private List<Change> edits(Side base, List<Next> next) {
    Set<Next> escaped = new HashSet<>();
    for (int round = 0; ; round++) {
      List<Change> edits = new ArrayList<>();
      String before = base.file().text().endsWith("\n") ? "\n" : "\n\n";
      StringBuilder added = new StringBuilder();
      for (Next each : next) {
        if (each.answer() != null) {
          String typed =
              base.html() == null
                  ? Passages.typed(each.pieces(), escaped.contains(each))
                  : Passages.typedHtml(each.pieces());
          boolean appended = each.from() == each.to() && each.from() > 0;
          if (appended && base.html() != null) {
            unwritable(each); // nobody has said which element it is to be
          } else if (appended) {
            added.append(added.isEmpty() ? before : "\n\n").append(typed);
          } else {
            edits.add(new Change(base.body() + each.from(), base.body() + each.to(), typed));
          }
        }
      }
      if (!added.isEmpty()) {
        int end = base.file().text().length();
        edits.add(new Change(end, end, added.append('\n').toString()));
      }
      List<Passage> read = base.passages(base.file().textAfter(edits));
      if (diagnostics.hasErrors()) {
        return List.of();
      }
      List<Next> wrong = wrong(next, read);
      if (wrong.isEmpty()) {
        return edits;
      }
      if (round == 2 || !escaped.addAll(wrong)) {
        wrong.forEach(this::unwritable);
        return List.of();
      }
    }
  }

  /** What would not be read as it is meant; all that is new where that cannot be told. */
  private static List<Next> wrong(List<Next> next, List<Passage> read) {
    List<Next> all = next.stream().filter(n -> n.answer() != null).toList();
    if (read.size() != next.size()) {
      return all;
    }
    List<Next> wrong = new ArrayList<>();
    for (int i = 0; i < next.size(); i++) {
      if (!read.get(i).pieces().equals(next.get(i).pieces())) {
        if (next.get(i).answer() == null) {
          return all;
        }
        wrong.add(next.get(i));
      }
    }
    return wrong;
  }

  private void unwritable(Next next) {
    Answer answer = Objects.requireNonNull(next.answer());
    diagnostics.add(
        Code.UNWRITABLE_TEXT,
        answer.at(),
        "the translation of \"" + answer.unit().id() + "\" cannot be written into the text",
        "put each code where words are on both sides of it, without spaces inside a pair; where the"
            + " translation lacks the paragraph, add it to the file by hand first");
  }

  /**
   * A file that states fields: report.yaml, or a text with front matter.
   *
   * @param language of the text; empty for report.yaml
   */
  private record Stated(ContentFile file, String name, String language) {

    private int from() {
      return language.isEmpty() ? 0 : 4;
    }

    private int to(String text) {
      return language.isEmpty() ? text.length() : text.indexOf("\n---", 3) + 1;
    }

    @Nullable YamlMap top(String text) {
      return YamlMap.top(text, from(), to(text));
    }

    @Nullable YamlMap map(String text, String field) {
      return YamlMap.find(text, from(), to(text), field);
    }

    /** The map that has the words of a unit by language; null where this file has none. */
    @Nullable YamlMap map(String text, Unit unit, Report report) {
      String field = unit.part().name().toLowerCase(Locale.ROOT);
      return unit.part() == Part.TITLE || unit.part() == Part.SUMMARY
          ? map(text, field)
          : YamlMap.find(
              text,
              from(),
              to(text),
              "pictures",
              "file",
              report.pictures().get(unit.index()).file(),
              field);
    }
  }

  private List<Stated> stated() throws IOException {
    List<Stated> stated = new ArrayList<>();
    String first = units.report().at().file();
    if (first.endsWith(".yaml")) {
      stated.add(new Stated(ContentFile.read(folder.resolve("report.yaml")), first, ""));
    }
    for (Edition edition : units.report().editions().values()) {
      String name = edition.at().file();
      Side target = units.target();
      ContentFile file =
          edition.language().equals(units.from())
              ? units.source().file()
              : target != null && edition.language().equals(units.to())
                  ? target.file()
                  : ContentFile.read(folder.resolve(name.substring(name.lastIndexOf('/') + 1)));
      if (name.endsWith(".md") && file.text().startsWith("---\n")) {
        stated.add(new Stated(file, name, edition.language().id()));
      }
    }
    return stated;
  }

  private List<Answer> fields() {
    return answers.stream()
        .filter(a -> a.changed() && a.unit().part().compareTo(Part.BLOCK) < 0)
        .toList();
  }

  /** Title, summary, pictures, fingerprints and status, wherever the report states them. */
  private void fields(List<Stated> all, Map<ContentFile, List<Change>> changes, List<String> files)
      throws EditException {
    Map<Stated, List<Change>> edits = new LinkedHashMap<>();
    Map<Stated, Map<String, @Nullable Object>> own = new LinkedHashMap<>();
    for (Answer answer : fields()) {
      String words = Passages.words(Objects.requireNonNull(answer.pieces()));
      Stated shared = shared(answer.unit(), all);
      Stated alone = shared == null ? own(all) : null;
      if (shared != null) {
        YamlMap map =
            Objects.requireNonNull(shared.map(shared.file().text(), answer.unit(), units.report()));
        edits
            .computeIfAbsent(shared, k -> new ArrayList<>())
            .addAll(map.set(Map.of(units.to().id(), words)));
      } else if (alone != null) {
        own.computeIfAbsent(alone, k -> new LinkedHashMap<>()).put(answer.unit().id(), words);
      } else if (!inNewFile(answer.unit(), all)) {
        throw byHand(units.report(), answer.unit().id());
      }
    }
    own.forEach(
        (file, fields) -> {
          YamlMap top = Objects.requireNonNull(file.top(file.file().text()));
          edits.computeIfAbsent(file, k -> new ArrayList<>()).addAll(top.set(fields));
        });
    Map<String, @Nullable Object> said = translation();
    if (!said.isEmpty()) {
      boolean found = false;
      for (Stated file : all) {
        YamlMap map = file.map(file.file().text(), "translation");
        if (map != null) {
          edits.computeIfAbsent(file, k -> new ArrayList<>()).addAll(map.set(said));
          found = true;
        }
      }
      if (!found) {
        throw byHand(units.report(), "translation");
      }
    }
    for (Map.Entry<Stated, List<Change>> edit : edits.entrySet()) {
      if (!edit.getValue().isEmpty()) {
        verify(edit.getKey(), edit.getValue(), all);
        changes
            .computeIfAbsent(edit.getKey().file(), k -> new ArrayList<>())
            .addAll(edit.getValue());
        if (!files.contains(edit.getKey().name())) {
          files.add(edit.getKey().name());
        }
      }
    }
  }

  private Map<String, @Nullable Object> translation() {
    Report report = units.report();
    Map<String, @Nullable Object> said = new HashMap<>();
    if (status != null && status != report.translation().status()) {
      said.put("status", status.id());
    }
    List<String> prints = prints();
    if (!prints.equals(lines(report))) {
      said.put("fingerprints", prints);
      said.put("checked_by", null); // whoever that was has not seen what comes back
      said.put("checked_on", null);
    }
    return said;
  }

  /** Where the words of a unit stand with those of other languages; null where nowhere. */
  private @Nullable Stated shared(Unit unit, List<Stated> all) {
    Stated shared = null;
    for (Stated file : all) {
      YamlMap map = file.map(file.file().text(), unit, units.report());
      if (map != null && (shared == null || map.get(units.to().id()) != null)) {
        shared = file;
      }
    }
    return shared;
  }

  /** The front matter of the translation; null where it has none. */
  private @Nullable Stated own(List<Stated> all) {
    return all.stream()
        .filter(file -> file.language().equals(units.to().id()))
        .filter(file -> file.top(file.file().text()) != null)
        .findFirst()
        .orElse(null);
  }

  /** Whether a title or summary is for the front matter of a text that is not there yet. */
  private boolean inNewFile(Unit unit, List<Stated> all) {
    return units.target() == null
        && units.source().html() == null
        && (unit.part() == Part.TITLE || unit.part() == Part.SUMMARY)
        && shared(unit, all) == null;
  }

  private static EditException byHand(Report report, String field) {
    return new EditException(
        "\""
            + field
            + "\" of \""
            + report.at().file()
            + "\" is written in a way that cannot be changed",
        "write it over several lines, one language a line");
  }

  /** A file that would not say what it is to say is not written. */
  private void verify(Stated file, List<Change> edits, List<Stated> all) throws EditException {
    String after = file.file().textAfter(edits);
    for (Answer answer : fields()) {
      String words = Passages.words(Objects.requireNonNull(answer.pieces()));
      Stated shared = shared(answer.unit(), all);
      YamlMap map =
          shared == null ? file.top(after) : file.map(after, answer.unit(), units.report());
      String field = shared == null ? answer.unit().id() : units.to().id();
      boolean here = shared == null ? file.equals(own(all)) : file.equals(shared);
      if (here && (map == null || !words.equals(map.get(field)))) {
        throw byHand(units.report(), answer.unit().id());
      }
    }
  }

  /** The fingerprints as they are to be; those that are kept, where nothing was translated. */
  private List<String> prints() {
    Report report = units.report();
    List<String> kept = lines(report);
    List<Answer> blocks = answers.stream().filter(a -> a.unit().part() == Part.BLOCK).toList();
    if (!units.from().equals(report.translation().original())
        || blocks.stream().noneMatch(Answer::done)) {
      return kept;
    }
    List<Block> originals = Objects.requireNonNull(report.in(units.from())).body().blocks();
    List<String> prints = new ArrayList<>();
    for (Answer answer : blocks) {
      int index = answer.unit().index();
      String known = kept.size() == originals.size() ? kept.get(index) : Fingerprint.NONE;
      prints.add(answer.done() ? answer.fingerprint() : known);
    }
    return prints;
  }

  /** What is recorded of each paragraph, signed where it is known who checked it. */
  private static List<String> lines(Report report) {
    Signature signature = report.translation().signature();
    return report.translation().checks().stream()
        .map(
            check ->
                check.signature() == null && !Fingerprint.isWord(check)
                    ? new Check(check.fingerprint(), signature)
                    : check)
        .map(Check::line)
        .toList();
  }
}
