package duizhao.check;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostic;
import duizhao.diagnostic.Diagnostics;
import duizhao.model.Archive;
import duizhao.model.Block;
import duizhao.model.Body;
import duizhao.model.Edition;
import duizhao.model.Report;
import duizhao.read.ContentReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rule on the reports of this repository: as they are, and with one slip at a time. */
class NumberDiffersTest {

  private static Archive archive;

  @BeforeAll
  static void read() {
    Diagnostics diagnostics = new Diagnostics();
    ContentReader reader = new ContentReader(Path.of("content"), "content", diagnostics);
    archive = Objects.requireNonNull(reader.read());
  }

  private static List<Diagnostic> check(List<Report> reports) {
    Archive those =
        new Archive(
            archive.at(),
            archive.title(),
            archive.description(),
            archive.languages(),
            archive.baseUrl(),
            archive.theme(),
            archive.licence(),
            archive.publisher(),
            archive.regions(),
            archive.programmes(),
            archive.newspapers(),
            archive.units(),
            archive.glossary(),
            List.of(),
            reports,
            List.of());
    Diagnostics diagnostics = new Diagnostics();
    new NumberDiffers().check(those, diagnostics);
    return diagnostics.sorted();
  }

  @Test
  void saysNothingOfTheReportsAsTheyAre() {
    assertThat(archive.reports()).hasSizeGreaterThan(40);
    assertThat(check(archive.reports())).isEmpty();
  }

  @Test
  void findsSlipsInTheReports() {
    Map<String, int[]> table = new LinkedHashMap<>();
    int count = 0;
    for (Report report : archive.reports()) {
      for (Edition edition : report.editions().values()) {
        boolean english = edition.language().id().equals("en");
        for (Block block : edition.body().blocks()) {
          for (Slips.Slip slip : Slips.of(block.text(), english)) {
            if (count++ % 4 == 0) {
              int[] row = table.computeIfAbsent(slip.label(), label -> new int[2]);
              row[0] += isFound(slip, report, edition, block) ? 1 : 0;
              row[1]++;
            }
          }
        }
      }
    }
    if (System.getProperty("quantity.table") != null) {
      table.forEach(
          (label, row) -> System.out.println("slips " + label + " " + row[0] + "/" + row[1]));
    }
    assertThat(part(table, "magnitude")).isGreaterThanOrEqualTo(0.98);
    assertThat(part(table, "magnitude", "value", "date", "unit")).isGreaterThanOrEqualTo(0.95);
    assertThat(part(table, "hedge")).isGreaterThanOrEqualTo(0.9);
  }

  private static boolean isFound(Slips.Slip slip, Report report, Edition edition, Block block) {
    List<Block> blocks = new ArrayList<>(edition.body().blocks());
    blocks.set(
        block.number() - 1,
        new Block(block.number(), block.kind(), block.html(), slip.text(), block.at()));
    Map<String, Edition> editions = new LinkedHashMap<>(report.editions());
    Body body = new Body(blocks, null, List.of());
    editions.put(edition.language().id(), new Edition(edition.language(), body, edition.at()));
    Report slipped =
        new Report(
            report.id(),
            report.at(),
            report.title(),
            report.summary(),
            report.kind(),
            report.source(),
            report.regions(),
            report.programmes(),
            report.people(),
            report.organisations(),
            List.of(),
            report.pictures(),
            report.translation(),
            report.updated(),
            report.aliases(),
            editions);
    boolean hedge = slip.label().equals("hedge");
    return check(List.of(slipped)).stream()
        .anyMatch(found -> found.code() == Code.HEDGE_DIFFERS == hedge);
  }

  private static double part(Map<String, int[]> table, String... labels) {
    double found = 0;
    double all = 0;
    for (String label : labels) {
      found += table.getOrDefault(label, new int[2])[0];
      all += table.getOrDefault(label, new int[2])[1];
    }
    return found / all;
  }
}
