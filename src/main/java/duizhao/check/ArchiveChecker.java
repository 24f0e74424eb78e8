package duizhao.check;

import duizhao.diagnostic.Diagnostics;
import duizhao.model.Archive;
import duizhao.model.Report;
import java.util.List;
import java.util.stream.Stream;

/** Applies every rule to an archive. */
public final class ArchiveChecker {

  private static final List<Rule> RULES =
      List.of(
          new AliasClash(),
          new CircularVocabulary(),
          new DeadLink(),
          new FigureNotStated(),
          new ForbiddenTerm(),
          new LeftUntranslated(),
          new LengthDiffers(),
          new MissingEdition(),
          new NameDiffers(),
          new NearDuplicate(),
          new NumberDiffers(),
          new ShapeDiffers(),
          new StaleTranslation(),
          new TermMissing(),
          new UnevenParagraphs(),
          new UnusedPicture());

  private ArchiveChecker() {}

  /** Adds a diagnostic for each place where a rule is broken, and takes away what is waived. */
  public static void check(Archive archive, Diagnostics diagnostics) {
    RULES.forEach(rule -> rule.check(archive, diagnostics));
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
