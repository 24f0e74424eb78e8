package duizhao.edtf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdtfDateTest {

  private static final long SEED = 20201118;

  static Stream<List<String>> accepted() throws IOException {
    return Table.rows("accepted.tsv");
  }

  static Stream<List<String>> refused() throws IOException {
    return Table.rows("refused.tsv");
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void knowsTheBoundsOfADate(List<String> row) throws EdtfException {
    EdtfDate date = EdtfDate.parse(row.get(0));

    assertThat(date.text()).isEqualTo(row.get(0));
    assertThat(String.valueOf(date.earliest()))
        .isEqualTo(row.get(1).isEmpty() ? "null" : row.get(1));
    assertThat(String.valueOf(date.latest())).isEqualTo(row.get(2).isEmpty() ? "null" : row.get(2));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void saysWhatIsWrongAndWhatToWriteInstead(List<String> row) {
    EdtfException fault =
        catchThrowableOfType(EdtfException.class, () -> EdtfDate.parse(row.get(0)));

    assertThat(fault).hasMessageContaining(row.get(2));
    assertThat(fault.index()).isEqualTo(Integer.parseInt(row.get(1)));
    assertThat(fault.hint()).startsWith(row.get(3));
    if (row.get(3).matches("write \\d.*[^f]")) {
      assertThat(fault.hint()).isEqualTo(row.get(3));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\0", "2020\0", "\uD800", "2020-\uDC00", "2020\uDC00\uD800", "\uFEFF2020", "😀"})
  void refusesStrangeCharactersInReadableWords(String text) {
    EdtfException fault = catchThrowableOfType(EdtfException.class, () -> EdtfDate.parse(text));

    assertThat(fault.getMessage()).doesNotContainPattern("[\\p{Cc}\\p{Cs}]");
  }

  @Test
  void refusesAMillionDigitsWithoutRepeatingThem() {
    String text = "1".repeat(1_000_000);

    EdtfException fault = catchThrowableOfType(EdtfException.class, () -> EdtfDate.parse(text));

    assertThat(fault).hasMessage("A date cannot have 1000000 characters");
  }

  @Test
  void tellsApproximateFromUncertainOnEitherSide() throws EdtfException {
    assertThat(EdtfDate.parse("2020~").approximate()).isTrue();
    assertThat(EdtfDate.parse("2020~").uncertain()).isFalse();
    assertThat(EdtfDate.parse("2020?").approximate()).isFalse();
    assertThat(EdtfDate.parse("2020/2021?").uncertain()).isTrue();
    assertThat(EdtfDate.parse("2020%/..").approximate()).isTrue();
    assertThat(EdtfDate.parse("2020%/..").uncertain()).isTrue();
    assertThat(EdtfDate.parse("2020/2021").certain()).isTrue();
    assertThat(EdtfDate.parse("2020/2021~").certain()).isFalse();
  }

  @Test
  void isAnExactDayOnlyWhenOneCertainDayIsWritten() throws EdtfException {
    assertThat(EdtfDate.parse("2020-11-18").exactDay()).isTrue();
    for (String other : List.of("2020-11", "2020-11-XX", "2020-11-18~", "2020-11-18/2020-11-18")) {
      assertThat(EdtfDate.parse(other).exactDay()).as(other).isFalse();
    }
  }

  @Test
  void givesHtmlADateOnlyWhereHtmlHasOne() throws EdtfException {
    for (String same : List.of("2020-11-18", "2020-11", "2020")) {
      assertThat(EdtfDate.parse(same).datetime()).isEqualTo(same);
    }
    for (String other : List.of("2020~", "202X", "2020-XX", "2020-11-XX", "2020-21", "2020/2021")) {
      assertThat(EdtfDate.parse(other).datetime()).as(other).isNull();
    }
  }

  @Test
  void fallsIntoAtMostThreeYears() throws EdtfException {
    assertThat(EdtfDate.parse("2020-11-18?").years()).containsExactly(2020);
    assertThat(EdtfDate.parse("2020-24").years()).containsExactly(2020, 2021);
    assertThat(EdtfDate.parse("2019-12/2021-01").years()).containsExactly(2019, 2020, 2021);
    assertThat(EdtfDate.parse("2018/2021").years()).isEmpty();
    assertThat(EdtfDate.parse("2020/..").years()).isEmpty();
    assertThat(EdtfDate.parse("/2020").years()).isEmpty();
  }

  @Test
  void sortsByStartThenEndThenCertainty() throws EdtfException {
    List<String> inOrder =
        List.of(
            "../2019",
            "/2020",
            "2019-12-31",
            "2020-01",
            "2020-01~",
            "2020-01?",
            "2020-01%",
            "2020",
            "2020-XX",
            "2020?",
            "2020/2021",
            "2020/",
            "2020/..",
            "2020-02-01");
    List<EdtfDate> dates = new ArrayList<>();
    for (String text : inOrder) {
      dates.add(EdtfDate.parse(text));
    }
    Collections.shuffle(dates, new Random(SEED));

    assertThat(dates.stream().sorted()).extracting(EdtfDate::text).isEqualTo(inOrder);
  }

  @Test
  void ordersAnyThreeDatesWithoutContradiction() throws EdtfException {
    Random random = new Random(SEED);
    List<EdtfDate> dates = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      dates.add(EdtfDate.parse(RandomDate.next(random)));
    }
    for (int i = 0; i < 100_000; i++) {
      EdtfDate a = dates.get(random.nextInt(dates.size()));
      EdtfDate b = dates.get(random.nextInt(dates.size()));
      EdtfDate c = dates.get(random.nextInt(dates.size()));
      int ab = Integer.signum(a.compareTo(b));
      assertThat(ab).as("%s %s", a, b).isEqualTo(-Integer.signum(b.compareTo(a)));
      assertThat(ab == 0).as("%s %s", a, b).isEqualTo(a.equals(b));
      if (ab <= 0 && b.compareTo(c) <= 0) {
        assertThat(a.compareTo(c)).as("%s %s %s", a, b, c).isNotPositive();
      }
    }
  }

  @Test
  void readsBackWhatItWritesAndNeverEndsBeforeItStarts() throws EdtfException {
    Random random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      String text = RandomDate.next(random);
      EdtfDate date = EdtfDate.parse(text);
      LocalDate earliest = date.earliest();
      LocalDate latest = date.latest();

      assertThat(EdtfDate.parse(date.text())).isEqualTo(date).hasSameHashCodeAs(date);
      if (earliest != null && latest != null) {
        assertThat(earliest).as(text).isBeforeOrEqualTo(latest);
      }
    }
  }

  @Test
  void neverThrowsAnythingElseAndNeverHintsAtWhatItWouldRefuse() throws IOException {
    Random random = new Random(SEED);
    List<String> texts = new ArrayList<>();
    String alphabet = "0123456789X~?%/.-Y年 ";
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(24); length > 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      texts.add(text.toString());
    }
    for (int i = 0; i < 5_000; i++) {
      texts.addAll(prefixes(RandomDate.next(random)));
    }
    refused().forEach(row -> texts.addAll(prefixes(row.get(0))));
    int accepted = 0;
    for (String text : texts) {
      try {
        EdtfDate.parse(text);
        accepted++;
      } catch (EdtfException e) {
        assertThat(e.index()).as(text).isBetween(0, text.length());
        String hint = String.valueOf(e.hint());
        if (!hint.startsWith("write a ") && !hint.endsWith("certain")) {
          assertThat(hint.replaceFirst("^write ", "")).as(text).satisfies(EdtfDate::parse);
        }
      }
    }
    assertThat(accepted).isBetween(1, texts.size() - 1);
  }

  private static List<String> prefixes(String text) {
    List<String> prefixes = new ArrayList<>();
    for (int length = 0; length < text.length(); length++) {
      prefixes.add(text.substring(0, length));
    }
    return prefixes;
  }
}
