package duizhao.xliff;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import duizhao.model.Block;
import duizhao.model.Edition;
import duizhao.model.Language;
import duizhao.model.LocalizedText;
import duizhao.model.Picture;
import duizhao.model.Report;
import duizhao.model.Translation.Status;
import duizhao.text.Fingerprint;
import duizhao.text.Passages;
import duizhao.text.Passages.Kind;
import duizhao.text.Passages.Passage;
import duizhao.text.Passages.Piece;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A report as units of translation, in the order of its page.
 *
 * @param target null where there is no edition in that language yet
 */
record ReportUnits(
    Report report,
    Language from,
    Language to,
    Side source,
    @Nullable Side target,
    List<Unit> units) {

  /** Where a unit's words stand. */
  enum Part {
    TITLE,
    SUMMARY,
    ALT,
    CAPTION,
    BLOCK,
    NOTE
  }

  /** How far a translation is; XLIFF 2.0, section 4.3.1.36. */
  enum State {
    INITIAL,
    TRANSLATED,
    REVIEWED,
    FINAL
  }

  /**
   * One text to translate.
   *
   * @param index of the picture, block or footnote, from 0
   * @param target null where there is no translation
   * @param stale whether the source has changed since it was translated
   */
  record Unit(
      String id,
      Part part,
      int index,
      List<Piece> source,
      @Nullable List<Piece> target,
      State state,
      boolean stale) {

    boolean hasWords() {
      return source.stream().anyMatch(p -> p.kind() == Kind.WORDS);
    }

    /** What tells whether the source still says the same. */
    String fingerprint() {
      return Fingerprint.of(Passages.words(source));
    }
  }

  /**
   * The units of a report; null, with diagnostics, where it cannot be exchanged.
   *
   * @param folder where the report's files are
   */
  static @Nullable ReportUnits of(
      Report report, Path folder, Language from, Language to, Diagnostics diagnostics)
      throws IOException {
    Edition source = report.in(from);
    Edition target = report.in(to);
    if (source == null) {
      diagnostics.add(
          Code.MISSING_EDITION,
          report.at(),
          "there is no text in " + from.name() + " to translate from",
          "it has " + String.join(", ", report.editions().keySet()));
      return null;
    }
    Side ours = Side.read(file(folder, source), report, source);
    Side theirs = target == null ? null : Side.read(file(folder, target), report, target);
    if (ours.blocks().size() != source.body().blocks().size()
        || theirs != null
            && target != null
            && theirs.blocks().size() != target.body().blocks().size()) {
      diagnostics.add(
          Code.NOT_EXCHANGEABLE,
          source.at(),
          "the blocks of this text and of its translation cannot be told apart",
          "is one of the files being written just now? Try again");
      return null;
    }
    ReportUnits units = new ReportUnits(report, from, to, ours, theirs, new ArrayList<>());
    units.gather(source);
    return units;
  }

  private static Path file(Path folder, Edition edition) {
    String name = edition.at().file();
    return folder.resolve(name.substring(name.lastIndexOf('/') + 1));
  }

  private void gather(Edition original) {
    text("title", Part.TITLE, 0, report.title());
    text("summary", Part.SUMMARY, 0, report.summary());
    for (int i = 0; i < report.pictures().size(); i++) {
      Picture picture = report.pictures().get(i);
      text("alt-" + (i + 1), Part.ALT, i, picture.alt());
      if (picture.caption() != null) {
        text("caption-" + (i + 1), Part.CAPTION, i, picture.caption());
      }
    }
    for (Block block : original.body().blocks()) {
      int i = block.number() - 1;
      boolean there = target != null && i < target.blocks().size();
      Passage answer = there ? Objects.requireNonNull(target).block(i) : null;
      passage("p" + block.number(), Part.BLOCK, i, source.block(i), answer);
    }
    for (int i = 0; i < source.notes().size(); i++) {
      boolean there = target != null && i < target.notes().size();
      Passage answer = there ? Objects.requireNonNull(target).note(i) : null;
      passage("n" + (i + 1), Part.NOTE, i, source.note(i), answer);
    }
  }

  private void text(String id, Part part, int index, LocalizedText text) {
    String words = text.in(from);
    String answer = text.in(to);
    if (words != null) {
      add(id, part, index, plain(words), answer == null ? null : plain(answer));
    }
  }

  private static List<Piece> plain(String words) {
    return Passages.tidy(List.of(new Piece(Kind.WORDS, words)));
  }

  private void passage(String id, Part part, int index, Passage words, @Nullable Passage answer) {
    List<Piece> pieces = answer == null || Gap.is(answer.pieces()) ? null : answer.pieces();
    add(id, part, index, words.pieces(), pieces);
  }

  private void add(
      String id, Part part, int index, List<Piece> words, @Nullable List<Piece> answer) {
    boolean stale = false;
    State state = answer == null ? State.INITIAL : State.TRANSLATED;
    boolean draft = report.translation().status() == Status.MACHINE_DRAFT;
    if (answer != null && part == Part.BLOCK && from.equals(report.translation().original())) {
      stale = Fingerprint.stale(report).contains(index + 1);
      Block block = Objects.requireNonNull(report.in(from)).body().blocks().get(index);
      List<String> kept = report.translation().fingerprints();
      boolean checked =
          !stale && index < kept.size() && kept.get(index).equals(Fingerprint.of(block.text()));
      state = stale ? State.INITIAL : checked ? State.FINAL : State.TRANSLATED;
    }
    units.add(
        new Unit(
            id,
            part,
            index,
            words,
            answer,
            draft && state == State.TRANSLATED ? State.INITIAL : state,
            stale));
  }

  Location at() {
    return report.at();
  }
}
