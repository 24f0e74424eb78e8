package duizhao.check;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import duizhao.model.Archive;
import duizhao.model.Block;
import duizhao.model.Edition;
import duizhao.model.Report;
import duizhao.text.Fingerprint;
import java.util.List;

/** The original still says what it said when it was translated. */
final class StaleTranslation implements Rule {

  @Override
  public void check(Archive archive, Diagnostics diagnostics) {
    ArchiveChecker.all(archive).forEach(report -> check(report, diagnostics));
  }

  private static void check(Report report, Diagnostics diagnostics) {
    List<String> kept = report.translation().fingerprints();
    Edition original = report.in(report.translation().original());
    if (kept.isEmpty() || original == null) {
      return;
    }
    List<Block> blocks = original.body().blocks();
    if (kept.size() != blocks.size()) {
      diagnostics.add(
          Code.STALE_TRANSLATION,
          report.at(),
          "the original has "
              + blocks.size()
              + " paragraphs, and "
              + kept.size()
              + " fingerprints are kept",
          "read the translation against the original, then run: duizhao accept " + report.id());
      return;
    }
    for (int number : Fingerprint.stale(report)) {
      Block block = blocks.get(number - 1);
      Location at = block.at();
      diagnostics.add(
          Code.STALE_TRANSLATION,
          at,
          "paragraph " + number + " has changed since it was translated",
          "read the translation against it, then run: duizhao accept "
              + report.id()
              + " p"
              + number);
    }
  }
}
