package duizhao.edtf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EdtfWordingTest {

  static Stream<List<String>> accepted() throws IOException {
    return Table.rows("accepted.tsv");
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void printsADateInBothLanguages(List<String> row) throws Exception {
    EdtfDate date = EdtfDate.parse(row.get(0));

    assertThat(wording("zh").print(date)).isEqualTo(row.get(3));
    assertThat(wording("en").print(date)).isEqualTo(row.get(4));
  }

  @Test
  void printsAThirdLanguageByDataAlone() throws Exception {
    Properties words = words("en");
    words.putAll(
        Map.of(
            "date-day", "{day}. {month} {year}",
            "month-11", "November",
            "date-range-days", "{start}.–{end}. {month} {year}",
            "date-approximate", "um den {date}"));
    EdtfWording german = new EdtfWording(words::getProperty);

    assertThat(german.print(EdtfDate.parse("2020-11-08~"))).isEqualTo("um den 8. November 2020");
    assertThat(german.print(EdtfDate.parse("2020-11-08/2020-11-18")))
        .isEqualTo("8.–18. November 2020");
  }

  @Test
  void leavesDollarsBackslashesAndForeignBracesAsTheyAre() throws Exception {
    Properties words = words("en");
    words.setProperty("month-11", "$1\\{year}");
    words.setProperty("date-month", "{month}{other} {year}");

    assertThat(new EdtfWording(words::getProperty).print(EdtfDate.parse("2020-11")))
        .isEqualTo("$1\\{year}{other} 2020");
  }

  @Test
  void namesTheKeyThatAThemeLacks() throws Exception {
    for (String key : EdtfWording.keys()) {
      Properties words = words("en");
      words.remove(key);

      assertThatThrownBy(() -> new EdtfWording(words::getProperty))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("no pattern for " + key);
    }
  }

  @Test
  void needsNoKeyTwiceAndNoOther() throws Exception {
    assertThat(EdtfWording.keys()).doesNotHaveDuplicates();
    assertThat(words("zh").stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(EdtfWording.keys());
  }

  @Test
  void leavesNoPlaceholderInAnyDate() throws Exception {
    Random random = new Random(7);
    EdtfWording chinese = wording("zh");
    EdtfWording english = wording("en");
    for (int i = 0; i < 5_000; i++) {
      EdtfDate date = EdtfDate.parse(RandomDate.next(random));
      assertThat(chinese.print(date)).as(date.text()).doesNotContain("{").isNotBlank();
      assertThat(english.print(date)).as(date.text()).doesNotContain("{").isNotBlank();
    }
  }

  private static EdtfWording wording(String language) throws IOException {
    return new EdtfWording(words(language)::getProperty);
  }

  private static Properties words(String language) throws IOException {
    Properties words = new Properties();
    try (Reader reader = Table.open("words-" + language + ".properties")) {
      words.load(reader);
    }
    return words;
  }
}
