package duizhao.text;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.diagnostic.Location;
import duizhao.model.Language;
import duizhao.model.LocalizedText;
import duizhao.model.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermFinderTest {

  private static final Language ZH = new Language("zh", "zh-Hans", "中文");
  private static final Language EN = new Language("en", "en", "English");

  private static final List<Term> TERMS =
      List.of(
          term("职工之家", "workers’ home", List.of()),
          term("区域性职工之家", "area workers’ home", List.of()),
          term("95后", "born after 1995", List.of()),
          term("工会联合会", "association of trade unions", List.of()),
          term("全国总工会", "All-China Federation of Trade Unions", List.of("ACFTU")),
          term("企业", "company", List.of("business")));

  private static Term term(String zh, String en, List<String> variants) {
    return new Term(
        en,
        Location.of("glossary.yaml"),
        new LocalizedText(Map.of("zh", zh, "en", en)),
        Map.of("en", variants),
        Map.of(),
        null);
  }

  private static String found(String text, Language language) {
    StringBuilder found = new StringBuilder();
    for (TermFinder.Hit hit : new TermFinder(TERMS, language).find(text)) {
      found.append('[').append(text, hit.start(), hit.end()).append(']');
    }
    return found.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      value = {
        "银川的区域性职工之家和职工之家。 | [区域性职工之家][职工之家]",
        "职工之、职工之家家            | [职工之家]",
        "一批95后                     | [95后]",
        "1995后                       | ''",
        "全国总工会联合会             | [全国总工会]",
      })
  void chineseTermsAreTheLongestThatBegin(String text, String expected) {
    assertThat(found(text, ZH)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      value = {
        "Workers' Homes and an area workers’ home | [Workers' Homes][area workers’ home]",
        "coworkers’ home; workers’ homestead      | ''",
        "associations of trade unions             | [associations of trade unions]",
        "an association of trade union            | [association of trade union]",
        "companies, a company’s business          | [companies][company][business]",
        "businesses in accompany                  | [businesses]",
        "the ACFTU, not the acftu                 | [ACFTU]",
        "all china federation of trade unions     | [all china federation of trade unions]",
      })
  void englishTermsAreWholeWordsInEitherNumber(String text, String expected) {
    assertThat(found(text, EN)).isEqualTo(expected);
  }

  @Test
  void theNumberOfTermsThatBeginAlikeDoesNotMatter() {
    List<Term> terms = new ArrayList<>();
    IntStream.range(0, 5000)
        .forEach(i -> terms.add(term("工会" + "组织".repeat(i % 7) + i, "t" + i, List.of())));
    String text = "工会组织组织4321和工会4999。".repeat(20_000);
    assertThat(new TermFinder(terms, ZH).find(text)).hasSize(20_000);
  }
}
