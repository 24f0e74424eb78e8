package duizhao.plan;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.edtf.EdtfDate;
import duizhao.edtf.EdtfException;
import duizhao.plan.Timeline.YearBar;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineTest {

  private static List<EdtfDate> dates(String... texts) throws EdtfException {
    List<EdtfDate> dates = new ArrayList<>();
    for (String text : texts) {
      dates.add(EdtfDate.parse(text));
    }
    return dates;
  }

  private static Timeline timeline(String... texts) throws EdtfException {
    return Timeline.of(dates(texts), dates(texts), Timeline.BARS);
  }

  @Test
  void showsYearsWithoutReportsBetweenOthers() throws EdtfException {
    assertThat(timeline("2020-11-18", "2020-11", "2022").bars())
        .containsExactly(
            new YearBar(2020, 2020, 2, 0),
            new YearBar(2021, 2021, 0, 0),
            new YearBar(2022, 2022, 1, 0));
  }

  @Test
  void countsAReportInEveryYearItMayBelongTo() throws EdtfException {
    assertThat(timeline("2020-12-20/2021-01-10", "2021-03").bars())
        .containsExactly(new YearBar(2020, 2020, 1, 1), new YearBar(2021, 2021, 2, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "2020-11-18, 0",
    "2020-11-18~, 0",
    "2020-11~, 0",
    "2020, 0",
    "2020~, 1",
    "2020?, 1",
    "2020-11?, 1",
    "2020-11-18%, 1"
  })
  void doubtsAYearOnlyWhereItsDateDoes(String date, int uncertain) throws EdtfException {
    assertThat(timeline(date).bars()).containsExactly(new YearBar(2020, 2020, 1, uncertain));
  }

  @Test
  void saysHowManyHaveNoYear() throws EdtfException {
    Timeline timeline = timeline("201X", "../2020", "2020");
    assertThat(timeline.undated()).isEqualTo(2);
    assertThat(timeline.bars()).hasSize(1);
    assertThat(timeline("201X")).isEqualTo(new Timeline(List.of(), 0, 1));
  }

  @Test
  void joinsYearsWhereThereAreTooMany() throws EdtfException {
    Timeline timeline = timeline("1998", "2003-01-01/2004-12-31", "2004-12-31/2005-01-01", "2021");
    assertThat(timeline.bars())
        .containsExactly(
            new YearBar(1998, 1999, 1, 0),
            new YearBar(2000, 2004, 2, 1),
            new YearBar(2005, 2009, 1, 1),
            new YearBar(2010, 2014, 0, 0),
            new YearBar(2015, 2019, 0, 0),
            new YearBar(2020, 2021, 1, 0));
    assertThat(timeline.most()).isEqualTo(2);
  }

  @Test
  void neverHasMoreBarsThanAsked() throws EdtfException {
    for (int first : new int[] {1, 1000, 1872, 1949, 1999, 2010, 2016, 2022}) {
      String start = "0".repeat(4 - String.valueOf(first).length()) + first;
      assertThat(timeline(start, "2023").bars()).as(start).hasSizeBetween(2, Timeline.BARS);
    }
  }

  @Test
  void canShowTheYearsOfOthers() throws EdtfException {
    assertThat(Timeline.of(dates("2020"), dates("2019", "2020", "2021"), Timeline.THIN_BARS).bars())
        .extracting(YearBar::count)
        .containsExactly(0, 1, 0);
  }
}
