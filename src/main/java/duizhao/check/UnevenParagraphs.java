package duizhao.check;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import duizhao.model.Archive;
import duizhao.model.Block;
import duizhao.model.Edition;
import duizhao.model.Report;
import duizhao.model.Translation;
import java.util.List;

/** Paragraph n of one edition answers paragraph n of the other, so they have equally many. */
final class UnevenParagraphs implements Rule {

  @Override
  public void check(Archive archive, Diagnostics diagnostics) {
    for (Report report : ArchiveChecker.all(archive).toList()) {
      Edition original = report.in(report.translation().original());
      if (original == null) {
        continue;
      }
      for (Edition edition : report.editions().values()) {
        check(report, original, edition, diagnostics);
      }
    }
  }

  private static void check(
      Report report, Edition original, Edition edition, Diagnostics diagnostics) {
    List<Block> theirs = original.body().blocks();
    List<Block> ours = edition.body().blocks();
    boolean shorterIsFine = report.translation().status() == Translation.Status.ABRIDGED;
    if (ours.size() == theirs.size() || shorterIsFine && ours.size() < theirs.size()) {
      return;
    }
    int parting = 0;
    while (parting < Math.min(ours.size(), theirs.size())
        && ours.get(parting).kind() == theirs.get(parting).kind()) {
      parting++;
    }
    Location at = parting < ours.size() ? ours.get(parting).at() : edition.at();
    diagnostics.add(
        Code.UNEVEN_PARAGRAPHS,
        at,
        "this text has " + count(ours) + ", and " + original.at().file() + " has " + count(theirs),
        "paragraph n of one language answers paragraph n of the other"
            + (parting < Math.min(ours.size(), theirs.size())
                ? "; they first differ in kind at number " + (parting + 1)
                : ""));
  }

  private static String count(List<Block> blocks) {
    return blocks.size() == 1 ? "1 paragraph" : blocks.size() + " paragraphs";
  }
}
