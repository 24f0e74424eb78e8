package duizhao.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTest {

  private static List<String> longest(Phrases<String> phrases, String text) {
    return Phrases.longest(phrases.all(text)).stream()
        .map(hit -> text.substring(hit.start(), hit.end()))
        .toList();
  }

  @Test
  void theLongerOfTwoThatOverlapCounts() {
    Phrases<String> phrases = new Phrases<>(Phrases.By.CHARACTER);
    for (String name : List.of("市总", "工会主席", "总工会主席", "总工会")) {
      phrases.add(name, name, true);
    }
    assertThat(longest(phrases, "市总工会主席和市总")).containsExactly("总工会主席", "市总");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Workers’ homes", "a worker's home.", "two workers' homes", "WORKER’S HOME"})
  void aStemIsOneWhateverItsEnding(String text) {
    Phrases<String> phrases = new Phrases<>(Phrases.By.STEM);
    phrases.add("workers’ home", "home", true);
    assertThat(phrases.all(text)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"seniors. Workers", "the work", "senior co-workers"})
  void noPhraseReachesIntoTheNextSentenceOrAnotherWord(String text) {
    Phrases<String> phrases = new Phrases<>(Phrases.By.STEM);
    phrases.add("senior worker", "senior", true);
    assertThat(phrases.all(text)).isEmpty();
  }

  @Test
  void findsAmongManyThousands() {
    Phrases<Integer> phrases = new Phrases<>(Phrases.By.WORD);
    for (int i = 0; i < 20_000; i++) {
      phrases.add("number " + i + " of", i, false);
    }
    assertThat(phrases.all("the number 777 of them"))
        .singleElement()
        .satisfies(hit -> assertThat(hit.meanings()).containsOnlyKeys(777));
  }
}
