package duizhao.render;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.export.Sample;
import duizhao.plan.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShapesTest {

  private static final List<Page> PAGES = Sample.plan(Sample.BASE).pages();

  private static String kind(Page page) {
    return page.template() + " " + page.head().language().id();
  }

  @Test
  void everyTemplateIsTriedInEveryLanguage() {
    assertThat(Shapes.sample(PAGES))
        .extracting(ShapesTest::kind)
        .containsAll(PAGES.stream().map(ShapesTest::kind).distinct().toList());
  }

  @Test
  void aPageThatShowsNothingNewIsLeftOut() {
    List<Page> twice = new ArrayList<>(PAGES);
    twice.addAll(PAGES);
    assertThat(Shapes.sample(twice)).isEqualTo(Shapes.sample(PAGES));
  }

  @Test
  void aReportThatHasWhatOthersLackIsTriedWhereverItStands() {
    List<Page> reversed = new ArrayList<>(PAGES);
    Collections.reverse(reversed);
    for (List<Page> order : List.of(PAGES, reversed)) {
      assertThat(Shapes.sample(order))
          .extracting(page -> page.head().path().value())
          .contains("en/reports/rich/index.html", "zh/reports/rich/index.html");
    }
  }
}
