package duizhao.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads pages that were torn on purpose, many of each kind, and counts what is right. */
class TornPagesTest {

  private static final int PAGES = 12;

  /** The figures are what is reached, a little rounded down; each way of tearing has its own. */
  @ParameterizedTest
  @CsvSource({
    "NONE, 99",
    "COLUMNS_ALTERNATE, 96",
    "HEADLINES_STACKED, 95",
    "HEADLINE_BELOW, 99",
    "END_ABOVE, 93",
    "END_ELSEWHERE, 92",
    "NO_HEADLINE, 99",
    "NARROW_LINES, 99",
  })
  void soMuchOfTornPagesIsInTheRightReportAndOrder(TornPages.Tear tear, int percent) {
    int right = 0;
    int all = 0;
    int whole = 0;
    int reports = 0;
    for (int seed = 0; seed < PAGES; seed++) {
      TornPages.Torn torn = TornPages.of(tear, seed);
      Reading reading = Reading.of(torn.page(), List.of());
      Proof.check(torn.page(), reading);
      for (Labels.Result result :
          torn.labels().compare(reading.reports().stream().map(Labels.Span::of).toList())) {
        right += result.right();
        all += Math.max(result.wanted(), result.all());
        whole += result.whole() ? 1 : 0;
        reports++;
      }
    }
    assertThat(100.0 * right / all)
        .as("%s of %s reports are whole", whole, reports)
        .isGreaterThanOrEqualTo(percent);
  }
}
