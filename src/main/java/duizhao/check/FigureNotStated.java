package duizhao.check;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.model.Archive;
import duizhao.model.Edition;
import duizhao.model.Figure;
import duizhao.model.Language;
import duizhao.model.Report;
import java.util.Objects;

/** A figure is stated in the very words that its metadata gives. */
final class FigureNotStated implements Rule {

  @Override
  public void check(Archive archive, Diagnostics diagnostics) {
    for (Report report : ArchiveChecker.all(archive).toList()) {
      for (Figure figure : report.figures()) {
        for (Edition edition : report.editions().values()) {
          String words = figure.asStated().in(edition.language());
          if (words != null && !states(report, edition, words)) {
            diagnostics.add(
                Code.FIGURE_NOT_STATED,
                Objects.requireNonNullElse(
                    figure.asStated().place(edition.language(), 0, words.length()), figure.at()),
                "\"" + words + "\" does not stand in " + edition.at().file(),
                "\"as_stated\" repeats the characters of the text exactly");
          }
        }
      }
    }
  }

  private static boolean states(Report report, Edition edition, String words) {
    Language language = edition.language();
    String title = report.title().in(language);
    String summary = report.summary().in(language);
    return edition.body().blocks().stream().anyMatch(block -> block.text().contains(words))
        || (title != null && title.contains(words))
        || (summary != null && summary.contains(words));
  }
}
