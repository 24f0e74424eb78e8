package duizhao.plan;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.diagnostic.Location;
import duizhao.export.Sample;
import duizhao.model.LocalizedText;
import duizhao.model.Term;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TermFinderTest {

  private static final List<Term> TERMS =
      List.of(
          term("union", "工会", "trade union", "trade unions"),
          term("federation", "总工会", "federation of trade unions"),
          term("home", "职工之家", "workers’ home"),
          term("post-90s", "90后", "born in the 1990s"));

  private static Term term(String id, String zh, String en, String... variants) {
    return new Term(
        id,
        Location.of("content/glossary.yaml"),
        new LocalizedText(Map.of("zh", zh, "en", en)),
        Map.of("en", List.of(variants)),
        Map.of(),
        null);
  }

  private static List<String> chinese(String text) {
    return found(text, new TermFinder(TERMS, Sample.ZH));
  }

  private static List<String> english(String text) {
    return found(text, new TermFinder(TERMS, Sample.EN));
  }

  private static List<String> found(String text, TermFinder finder) {
    return finder.find(text).stream()
        .map(hit -> TERMS.get(hit.term()).id() + ":" + text.substring(hit.start(), hit.end()))
        .toList();
  }

  @Test
  void theLongestTermIsFoundAndNoneInsideIt() {
    assertThat(chinese("市总工会与各级工会建职工之家"))
        .containsExactly("federation:总工会", "union:工会", "home:职工之家");
    assertThat(english("The federation of trade unions met a trade union."))
        .containsExactly("federation:federation of trade unions", "union:trade union");
  }

  @Test
  void wordsAreFoundWholeAndInAnyCase() {
    assertThat(english("Trade unionists, trade unions")).containsExactly("union:trade unions");
    assertThat(english("TRADE UNION")).containsExactly("union:TRADE UNION");
    assertThat(english("retrade union")).isEmpty();
  }

  @Test
  void typewritersApostrophesAreApostrophes() {
    assertThat(english("a workers' home")).containsExactly("home:workers' home");
  }

  @Test
  void aTermMayBeginWithADigit() {
    assertThat(chinese("一名90后工会主席")).containsExactly("post-90s:90后", "union:工会");
    assertThat(chinese("190后")).isEmpty();
  }

  @Test
  void anEmptyTextHasNone() {
    assertThat(chinese("")).isEmpty();
  }
}
