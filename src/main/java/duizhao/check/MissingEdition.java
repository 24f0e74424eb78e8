package duizhao.check;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.model.Archive;
import duizhao.model.ContentPage;
import duizhao.model.Language;
import duizhao.model.Report;
import duizhao.model.Translation;

/**
 * A report has its original text, and every translation that it claims; what is missing is said to
 * be missing.
 */
final class MissingEdition implements Rule {

  @Override
  public void check(Archive archive, Diagnostics diagnostics) {
    ArchiveChecker.all(archive).forEach(report -> check(report, archive, diagnostics));
    for (ContentPage page : archive.pages()) {
      for (Language language : archive.languages()) {
        if (page.in(language) == null) {
          diagnostics.add(
              page.editions().isEmpty() ? Code.MISSING_EDITION : Code.UNTRANSLATED_REPORT,
              page.at(),
              "the page \"" + page.id() + "\" has no text in " + language.name(),
              "add " + language.id() + ".md beside it");
        }
      }
    }
  }

  private static void check(Report report, Archive archive, Diagnostics diagnostics) {
    Translation translation = report.translation();
    for (Language language : archive.languages()) {
      if (report.in(language) != null) {
        continue;
      }
      boolean original = language.equals(translation.original());
      if (original || translation.status() != Translation.Status.NONE) {
        diagnostics.add(
            Code.MISSING_EDITION,
            report.at(),
            "there is no text in "
                + language.name()
                + ", "
                + (original
                    ? "the language of the original"
                    : "though the translation is said to be " + translation.status().id()),
            original
                ? "add " + language.id() + ".md beside it"
                : "add " + language.id() + ".md beside it, or say \"status: none\"");
      } else {
        diagnostics.add(
            Code.UNTRANSLATED_REPORT,
            report.at(),
            "this report is not yet translated into " + language.name(),
            "readers in that language are shown the original, and told so");
      }
    }
  }
}
