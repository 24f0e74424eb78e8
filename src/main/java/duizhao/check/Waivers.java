package duizhao.check;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostic;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import duizhao.model.Archive;
import duizhao.model.Block;
import duizhao.model.Edition;
import duizhao.model.Report;
import duizhao.model.Waiver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes away the findings that reports waive, and tells the waivers that waive nothing. Those about
 * numbers {@link NumberDiffers} sees to, which knows the words of both languages.
 */
final class Waivers {

  private static final Set<String> NUMBERS =
      Set.of(
          Code.NUMBER_DIFFERS.id(),
          Code.NUMBER_MISSING.id(),
          Code.HEDGE_DIFFERS.id(),
          Code.FIGURE_DIFFERS.id());

  /** A waiver and the report that it belongs to. */
  private record Waived(Report report, Waiver waiver) {}

  /** By the files whose findings they may be about. */
  private final Map<String, List<Waived>> byFile = new HashMap<>();

  private final Set<Waived> used = new HashSet<>();

  private Waivers() {}

  static void apply(Archive archive, Diagnostics diagnostics) {
    Waivers waivers = new Waivers();
    List<Waived> all = new ArrayList<>();
    for (Report report : ArchiveChecker.all(archive).toList()) {
      for (Waiver waiver : report.translation().waivers()) {
        if (!isOfNumbers(waiver)) {
          all.add(new Waived(report, waiver));
        }
      }
    }
    if (all.isEmpty()) {
      return;
    }
    all.forEach(waivers::add);
    diagnostics.removeIf(waivers::cover);
    for (Waived each : all) {
      if (!waivers.used.contains(each)) {
        tellUnused(each.waiver(), diagnostics);
      }
    }
  }

  /** Whether a waiver is about a finding of {@link NumberDiffers}. */
  static boolean isOfNumbers(Waiver waiver) {
    return NUMBERS.contains(waiver.code());
  }

  static void tellUnused(Waiver waiver, Diagnostics diagnostics) {
    diagnostics.add(
        Code.UNUSED_WAIVER,
        waiver.at(),
        "nothing here has to be waived as \"" + waiver.code() + "\"",
        "delete it, or mend its \"paragraph\" or \"value\"");
  }

  private void add(Waived waived) {
    Set<String> files = new HashSet<>(Set.of(waived.report().at().file()));
    waived.report().editions().values().forEach(edition -> files.add(edition.at().file()));
    files.forEach(file -> byFile.computeIfAbsent(file, k -> new ArrayList<>()).add(waived));
  }

  private boolean cover(Diagnostic found) {
    boolean covered = false;
    for (Waived each : byFile.getOrDefault(found.at().file(), List.of())) {
      Waiver waiver = each.waiver();
      if (waiver.code().equals(found.code().id())
          && (waiver.value() == null || found.message().contains(waiver.value()))
          && (waiver.paragraph() == 0 || waiver.paragraph() == paragraph(each.report(), found))) {
        used.add(each);
        covered = true;
      }
    }
    return covered;
  }

  /** The number of the block that a finding stands in; 0 for none. */
  private static int paragraph(Report report, Diagnostic found) {
    int number = 0;
    for (Edition edition : report.editions().values()) {
      for (Block block : edition.body().blocks()) {
        Location at = block.at();
        if (at.file().equals(found.at().file())
            && (at.line() < found.at().line()
                || at.line() == found.at().line() && at.column() <= found.at().column())) {
          number = block.number();
        }
      }
    }
    return number;
  }
}
