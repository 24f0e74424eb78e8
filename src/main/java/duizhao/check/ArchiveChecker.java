package duizhao.check;

import duizhao.diagnostic.Diagnostics;
import duizhao.model.Archive;
import duizhao.model.Report;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Applies every rule to an archive. */
public final class ArchiveChecker {

  /** What would make a site that leads nowhere: these may find errors. */
  private static final List<Rule> SOUND =
      List.of(
          new AliasClash(),
          new CircularVocabulary(),
          new DeadLink(),
          new MissingEdition(),
          new UnevenParagraphs());

  /** What a proof-reader would mark: warnings only. */
  private static final List<Rule> PROOF =
      List.of(
          new FigureNotStated(),
          new ForbiddenTerm(),
          new LeftUntranslated(),
          new LengthDiffers(),
          new NameDiffers(),
          new NearDuplicate(),
          new NumberDiffers(),
          new ShapeDiffers(),
          new StaleTranslation(),
          new TermMissing(),
          new UnusedPicture());

  private ArchiveChecker() {}

  /** Adds a diagnostic for each place where a rule is broken, and takes away what is waived. */
  public static void check(Archive archive, Diagnostics diagnostics) {
    sound(archive, diagnostics);
    proofread(archive, diagnostics, () -> false);
  }

  /** Applies those rules only that may find errors; they are quick. */
  public static void sound(Archive archive, Diagnostics diagnostics) {
    SOUND.forEach(rule -> rule.check(archive, diagnostics));
  }

  /**
   * Applies the others, which find warnings, and takes away what is waived.
   *
   * @param stopped is asked before each rule whether it is still wanted
   */
  public static void proofread(Archive archive, Diagnostics diagnostics, BooleanSupplier stopped) {
    for (Rule rule : PROOF) {
      if (stopped.getAsBoolean()) {
        return;
      }
      rule.check(archive, diagnostics);
    }
    waive(archive, diagnostics);
  }

  /**
   * Takes away the findings that reports waive, those of reading too. Adds {@code unused-waiver}
   * where there is none.
   */
  public static void waive(Archive archive, Diagnostics diagnostics) {
    Waivers.apply(archive, diagnostics);
  }

  /** Reports and drafts: a draft has to be right before it is published. */
  static Stream<Report> all(Archive archive) {
    return Stream.concat(archive.reports().stream(), archive.drafts().stream());
  }
}
