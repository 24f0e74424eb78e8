package duizhao.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonParser;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import duizhao.export.Sample;
import duizhao.model.Report;
import duizhao.model.Theme;
import duizhao.plan.SitePlan;
import duizhao.read.ThemeReader;
import duizhao.text.SearchFold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What only archives of many reports have: leaves that are pooled, lists with few marks, facets in
 * several pages. The Java reader and the browser's engine are held to what the texts say.
 */
class LargeArchiveTest {

  private static final int REPORTS = FacetColumns.PAGE + 80;
  private static final String HAN = "工会职人员技能大赛农民务城市建设为了在的是一不有这𠮷𬭎";
  private static final List<String> WORDS =
      List.of(
          "the of in workers worker wages union home homes house skill skills 2019 a b".split(" "));

  private static final List<String> BEHIND_OF =
      List.of("wage wages wager want wants wait waits work works worker workers wool".split(" "));

  private static final Random RANDOM = new Random(20_190_501);

  /** The reports of one year: the ends of both pages. */
  private static final List<Integer> OF_2019 =
      List.of(0, FacetColumns.PAGE - 1, FacetColumns.PAGE, REPORTS - 1);

  @TempDir private static Path site;

  private static ClientSearch client;
  private static Search search;
  private static final List<String> chinese = new ArrayList<>();
  private static final List<String> english = new ArrayList<>();

  @BeforeAll
  static void write() throws IOException {
    List<Report> reports = new ArrayList<>();
    for (int i = 0; i < REPORTS; i++) {
      String zh = han(10 + RANDOM.nextInt(20)) + RANDOM.nextInt(500) + "多家" + han(5) + "，" + han(9);
      String en =
          String.join(" ", Stream.iterate(word(), LargeArchiveTest::next).limit(40).toList());
      chinese.add(SearchFold.fold(zh));
      english.add(SearchFold.fold(en));
      reports.add(
          Sample.saying("r" + i, OF_2019.contains(i) ? "2019" : "2005", Sample.text(zh, en)));
    }
    SitePlan plan = Sample.plan(null, reports);
    Theme theme =
        new ThemeReader(Path.of("themes"), "themes", plan.archive().languages(), new Diagnostics())
            .read("duizhao", Location.of("archive.yaml"));
    SearchIndexer.write(
        plan,
        Objects.requireNonNull(theme),
        (path, content) -> {
          Path file = site.resolve(path.value());
          Files.createDirectories(file.getParent());
          Files.write(file, content);
        });
    client = new ClientSearch(site);
    search = new Search(IndexReader.open(site));
  }

  @AfterAll
  static void close() {
    client.close();
  }

  /** Characters, some of them beyond 16 bits; the first are more frequent. */
  private static String han(int count) {
    int[] all = HAN.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.appendCodePoint(all[RANDOM.nextInt(1 + RANDOM.nextInt(all.length))]);
    }
    return text.toString();
  }

  private static String word() {
    return WORDS.get(RANDOM.nextInt(WORDS.size()));
  }

  /** Behind "of" mostly words with one letter: their node is large, though inside a word. */
  private static String next(String before) {
    return before.equals("of") && RANDOM.nextInt(30) > 0
        ? BEHIND_OF.get(RANDOM.nextInt(BEHIND_OF.size()))
        : word();
  }

  private static List<Integer> those(List<String> texts, Predicate<String> hold) {
    return IntStream.range(0, REPORTS).filter(i -> hold.test(texts.get(i))).boxed().toList();
  }

  @Test
  void everyRunOfChineseIsFoundWhereverItStandsAndNowhereElse() throws IOException {
    int nowhere = 0;
    for (int i = 0; i < 400; i++) {
      String text = chinese.get(RANDOM.nextInt(REPORTS)).split(" ", -1)[0];
      int from = text.offsetByCodePoints(0, RANDOM.nextInt(8));
      String run = text.substring(from, text.offsetByCodePoints(from, 1 + RANDOM.nextInt(8)));
      if (!Query.hasHan(run)) {
        continue;
      }
      if (i % 5 == 0) {
        run += han(1);
      }
      String asked = run;
      List<Integer> holding = those(chinese, t -> t.contains(asked));
      nowhere += holding.isEmpty() ? 1 : 0;
      assertThat(search.holding(run, false).documents()).as(run).isEqualTo(holding);
      assertThat(client.holding(run)).as(run).isEqualTo(new Gson().toJson(holding));
    }
    assertThat(nowhere).isPositive();
  }

  /** Pools, nodes without a list and words before Chinese, beside a plain scan of the texts. */
  @Test
  void everyPhraseIsFoundFromWordToWord() throws IOException {
    Map<QueryMaker.StopWordsAt, Integer> kinds = new EnumMap<>(QueryMaker.StopWordsAt.class);
    for (int i = 0; i < 300; i++) {
      String[] words = english.get(RANDOM.nextInt(REPORTS)).split(" ", -1);
      int from = RANDOM.nextInt(words.length - 5);
      assertFound(String.join(" ", List.of(words).subList(from, from + 1 + i % 5)), kinds);
    }
    for (String word : WORDS) {
      assertFound(word, kinds);
      assertFound("of " + word, kinds);
      assertFound("in " + word, kinds);
      assertFound(word + " of", kinds);
    }
    for (String word : BEHIND_OF) {
      assertFound("of " + word, kinds);
    }
    for (int number = 0; number < 40; number++) {
      assertFound(Integer.toString(number), kinds);
    }
    assertThat(kinds).hasSize(QueryMaker.StopWordsAt.values().length);
  }

  private static void assertFound(String phrase, Map<QueryMaker.StopWordsAt, Integer> kinds)
      throws IOException {
    Predicate<String> holds = text -> Matches.find(text, phrase, true, 0) >= 0;
    List<Integer> holding =
        IntStream.range(0, REPORTS)
            .filter(i -> holds.test(english.get(i)) || holds.test(chinese.get(i)))
            .boxed()
            .toList();
    assertThat(search.run('"' + phrase + '"').documents().stream().sorted().toList())
        .as(phrase)
        .isEqualTo(holding);
    assertThat(client.documents('"' + phrase + '"')).as(phrase).isEqualTo(holding);
    kinds.merge(QueryMaker.StopWordsAt.in(phrase), 1, Integer::sum);
  }

  @Test
  void whatReportsAreFilteredByIsReadFromEachOfItsPages() throws IOException {
    assertThat(search.run("year:2019").documents()).isEqualTo(OF_2019);
    assertThat(
            new Gson()
                .fromJson(
                    JsonParser.parseString(client.run("year:2019")).getAsJsonObject().get("docs"),
                    Integer[].class))
        .containsExactlyElementsOf(OF_2019);
  }
}
