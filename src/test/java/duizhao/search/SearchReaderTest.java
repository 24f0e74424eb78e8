package duizhao.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonParser;
import duizhao.SiteBuild;
import duizhao.model.Archive;
import duizhao.model.Language;
import duizhao.model.Report;
import duizhao.text.SearchFold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the Java reader and the browser's engine together, and both to what the texts say. */
class SearchReaderTest {

  private static final Path SITE = Path.of("target/search-reader/site");

  private static Archive archive;
  private static ClientSearch client;
  private static QueryMaker maker;

  /** For each report its texts, each folded. */
  private static List<List<String>> folded;

  @TempDir private Path folder;

  @BeforeAll
  static void build() throws IOException {
    SiteBuild.Result result =
        SiteBuild.build(
            new SiteBuild.Request(
                Path.of("content"), Path.of("themes"), SITE, null, null, List.of(), false),
            SiteBuild.Progress.NONE);
    assertThat(result.published()).isTrue();
    archive = Objects.requireNonNull(result.plan()).archive();
    client = new ClientSearch(SITE);
    List<String> texts = new ArrayList<>();
    List<String> names = new ArrayList<>();
    folded = new ArrayList<>();
    for (Report report : archive.reports()) {
      List<String> own = new ArrayList<>();
      for (Language language : archive.languages()) {
        SearchText text = SearchText.of(report, language);
        Stream.of(text.title(), text.summary()).filter(Objects::nonNull).forEach(own::add);
        own.addAll(text.names());
        own.addAll(text.captions());
        own.addAll(text.blocks());
      }
      texts.addAll(own);
      folded.add(own.stream().map(SearchFold::fold).toList());
    }
    archive.regions().values().forEach(r -> names.addAll(r.name().byLanguage().values()));
    archive.programmes().values().forEach(p -> names.addAll(p.label().byLanguage().values()));
    archive.glossary().forEach(t -> names.addAll(t.term().byLanguage().values()));
    archive.reports().stream()
        .flatMap(r -> r.people().stream())
        .forEach(p -> names.addAll(p.name().byLanguage().values()));
    maker = new QueryMaker(20_180_501, texts, names);
  }

  @AfterAll
  static void close() {
    client.close();
  }

  private record Said(
      List<Integer> docs, List<Map<String, String>> also, String instead, boolean partial) {}

  private static String said(Search.Outcome outcome) {
    return new Gson()
        .toJson(
            new Said(
                outcome.documents(),
                outcome.also().stream().map(IndexReader.Name::l).toList(),
                outcome.instead(),
                outcome.partial()));
  }

  @Test
  void everyQueryIsAnsweredAsInTheBrowser() throws IOException {
    Search search = new Search(IndexReader.open(SITE));
    Set<String> queries = maker.queries(6);
    assertThat(queries).hasSizeGreaterThan(150);
    List<String> differ = new ArrayList<>();
    int[] kinds = new int[4];
    for (String query : queries) {
      Search.Outcome outcome = search.run(query);
      kinds[0] += outcome.documents().isEmpty() ? 0 : 1;
      kinds[1] += outcome.also().isEmpty() ? 0 : 1;
      kinds[2] += outcome.instead().isEmpty() ? 0 : 1;
      kinds[3] += outcome.partial() ? 1 : 0;
      String java = said(outcome);
      String browser = client.run(query);
      if (!JsonParser.parseString(java).equals(JsonParser.parseString(browser))) {
        differ.add(query + "\n  Java:    " + java + "\n  browser: " + browser);
      }
    }
    assertThat(differ).isEmpty();
    // So that equality says something: results, other names, other words, parts.
    assertThat(IntStream.of(kinds).boxed()).allMatch(count -> count >= 5);
  }

  /** Beside a plain scan of the texts, which knows neither stop words nor stems. */
  @Test
  void everyPhraseIsFoundWhereItsWordsStandSoAndNowhereElse() throws IOException {
    Search search = new Search(IndexReader.open(SITE));
    Map<QueryMaker.StopWordsAt, Set<String>> phrases = maker.phrases(60);
    phrases
        .get(QueryMaker.StopWordsAt.START)
        .addAll(List.of("to work", "for workers", "the union", "in the rain", "at a", "a worker"));
    int nowhere = 0;
    for (String phrase : phrases.values().stream().flatMap(Set::stream).toList()) {
      List<Integer> holding = holding(phrase);
      nowhere += holding.isEmpty() ? 1 : 0;
      assertThat(search.run('"' + phrase + '"').documents().stream().sorted().toList())
          .as(phrase)
          .isEqualTo(holding);
      assertThat(client.documents('"' + phrase + '"')).as(phrase).isEqualTo(holding);
    }
    assertThat(nowhere).isBetween(10, 100);
  }

  /** What is quoted is meant so; the same words without quotation marks go by their stems. */
  @Test
  void aPhraseIsNotStemmed() throws IOException {
    Search search = new Search(IndexReader.open(SITE));
    List<Integer> one = holding("trade union");
    List<Integer> many = holding("trade unions");
    assertThat(one).isNotEmpty().isNotEqualTo(many);
    assertThat(search.run("\"trade union\"").documents()).hasSameElementsAs(one);
    assertThat(search.run("\"trade unions\"").documents()).hasSameElementsAs(many);
    assertThat(search.run("trade union").documents()).containsAll(one).containsAll(many);
  }

  /** The reports whose texts hold a phrase from the start of a word to the end of one. */
  private static List<Integer> holding(String phrase) {
    return IntStream.range(0, folded.size())
        .filter(
            report ->
                folded.get(report).stream()
                    .anyMatch(text -> Matches.find(text, phrase, true, 0) >= 0))
        .boxed()
        .toList();
  }

  @Test
  void theBeginningOfAPinyinNameFindsWhatItSpells() throws IOException {
    Search search = new Search(IndexReader.open(SITE));
    for (String begun : List.of("zhigongzhi", "gonghuiyizh", "sanshiyis")) {
      Search.Outcome outcome = search.run(begun);
      assertThat(outcome.instead()).as(begun).matches("\\p{IsHan}+");
      assertThat(outcome.documents()).as(begun).containsAll(holding(outcome.instead()));
      assertThat(JsonParser.parseString(client.run(begun)))
          .isEqualTo(JsonParser.parseString(said(outcome)));
    }
  }

  @Test
  void aNameIsFoundByWhatItIsCalledElsewhere() throws IOException {
    Search search = new Search(IndexReader.open(SITE));
    List<Integer> homes = holding("职工之家");
    for (String query : List.of("workers' home", "zhígōng zhījiā", "zhigong zhijia", "zgzj")) {
      Search.Outcome outcome = search.run(query);
      assertThat(outcome.documents()).as(query).containsAll(homes);
      assertThat(outcome.also()).as(query).anyMatch(name -> name.l().containsValue("职工之家"));
    }
    // Who asks in Chinese is not shown what only its English says.
    assertThat(search.run("职工之家").documents()).containsExactlyInAnyOrderElementsOf(homes);
  }

  @Test
  void everyRunOfChineseIsFoundWhereverItStandsAndNowhereElse() throws IOException {
    Search search = new Search(IndexReader.open(SITE));
    int nowhere = 0;
    for (String run : maker.runs(300)) {
      List<Integer> holding =
          IntStream.range(0, folded.size())
              .filter(i -> folded.get(i).stream().anyMatch(text -> text.contains(run)))
              .boxed()
              .toList();
      nowhere += holding.isEmpty() ? 1 : 0;
      assertThat(search.holding(run, false).documents()).as(run).isEqualTo(holding);
      assertThat(client.holding(run)).as(run).isEqualTo(new Gson().toJson(holding));
    }
    assertThat(nowhere).isBetween(10, 200);
  }

  @Test
  void aHitShowsWhereItMatches() throws IOException {
    SearchReader.Answer answer = SearchReader.open(SITE).search("工会", "zh", 5);
    assertThat(answer.hits()).hasSize(5);
    assertThat(answer.total()).isGreaterThan(5);
    for (SearchReader.Hit hit : answer.hits()) {
      SearchReader.Snippet snippet = Objects.requireNonNull(hit.snippet());
      assertThat(hit.path()).startsWith("zh/reports/" + hit.report() + "/index.html");
      String page = hit.path().replaceFirst("#.*", "");
      assertThat(SITE.resolve(page)).exists();
      if (hit.path().contains("#")) {
        assertThat(Files.readString(SITE.resolve(page)))
            .contains("id=\"" + hit.path().substring(page.length() + 1) + "\"");
      }
      assertThat(snippet.marks())
          .extracting(range -> snippet.text().substring(range.from(), range.to()))
          .isNotEmpty()
          .allMatch(text -> text.contains("工会") || snippet.language().equals("en"));
    }
  }

  @Test
  void whatIsFoundInTheOtherLanguageOnlyIsShownInIt() throws IOException {
    SearchReader.Answer answer = SearchReader.open(SITE).search("\"the workers\"", "zh", 1);
    SearchReader.Snippet snippet = Objects.requireNonNull(answer.hits().get(0).snippet());
    assertThat(snippet.language()).isEqualTo("en");
    assertThat(snippet.marks()).isNotEmpty();
  }

  @Test
  void aSiteWithoutIndexIsTold() {
    assertThatThrownBy(() -> SearchReader.open(folder))
        .isInstanceOf(SearchIndexException.class)
        .hasMessageContaining("no search index");
  }

  @Test
  void anIndexOfAnotherVersionIsTold() throws IOException {
    Files.createDirectory(folder.resolve("search"));
    Files.writeString(
        folder.resolve("search/index.js"),
        "duizhao(\"\",{\"v\":999,\"f\":\"aa\",\"n\":1,\"s\":1,\"l\":[\"zh\"]})\n");
    assertThatThrownBy(() -> SearchReader.open(folder))
        .isInstanceOf(SearchIndexException.class)
        .hasMessageContaining("another version");
  }

  @Test
  void aDamagedIndexIsToldWhateverIsWrongWithIt() throws IOException {
    Path search = Files.createDirectory(folder.resolve("search"));
    for (String data :
        List.of(
            "",
            "duizhao(",
            "duizhao(\"\",)\n",
            "duizhao(\"\",null)\n",
            "duizhao(\"\",[])\n",
            "duizhao(\"\",{\"v\":4,\"f\":\"../..\",\"n\":1,\"s\":1,\"l\":[\"zh\"]})\n",
            "duizhao(\"\",{\"v\":4,\"f\":\"aa\",\"n\":1,\"s\":0,\"l\":[\"zh\"]})\n",
            "duizhao(\"\",{\"v\":4,\"f\":\"aa\",\"n\":1,\"s\":1,\"l\":[]})\n",
            "duizhao(\"\",{\"v\":4,\"f\":\"aa\",\"n\":1,\"s\":1,\"l\":[\"../zh\"]})\n")) {
      Files.writeString(search.resolve("index.js"), data);
      assertThatThrownBy(() -> SearchReader.open(folder))
          .as(data)
          .isInstanceOf(SearchIndexException.class)
          .hasMessageContaining("damaged");
    }
    Files.writeString(
        search.resolve("index.js"),
        "duizhao(\"\",{\"v\":4,\"f\":\"aa\",\"n\":1,\"s\":1,\"l\":[\"zh\"]})\n");
    Path shard = Files.createDirectory(search.resolve("aa")).resolve("s0.js");
    for (String text : List.of("~", "~~~~~~~~~~~~~~~~", "$ab", "\"工会%", "\"工会#  ~")) {
      Files.writeString(shard, "duizhao(\"s0\"," + new Gson().toJson(text) + ")\n");
      assertThatThrownBy(() -> SearchReader.open(folder).search("工会", "zh", 1))
          .as(text)
          .isInstanceOf(SearchIndexException.class)
          .hasMessageContaining("damaged");
    }
  }
}
