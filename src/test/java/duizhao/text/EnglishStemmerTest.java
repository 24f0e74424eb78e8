package duizhao.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Stems and stop words, beside the client's JavaScript and lunr itself. */
class EnglishStemmerTest {

  private static Client client;

  /** Words to their stems, all of them separated by spaces; a stop word has "-" before its stem. */
  private static Value browser;

  private static Value lunr;

  @BeforeAll
  static void open() {
    client = new Client();
    client.load("/META-INF/resources/webjars/lunr/2.3.9/lunr.js");
    browser =
        client
            .eval(
                """
                (stemmer) => (words) =>
                  words.split(' ').map((w) => (stemmer.isStopWord(w) ? '-' : '') + stemmer.stem(w)).join(' ')
                """)
            .execute(client.module("stemmer.js"));
    lunr =
        client.eval(
            """
            (words) =>
              words.split(' ').map((w) => {
                const stem = lunr.stemmer(new lunr.Token(w)).toString();
                return (lunr.stopWordFilter(new lunr.Token(w)) ? '' : '-') + stem;
              }).join(' ')
            """);
  }

  @AfterAll
  static void close() {
    client.close();
  }

  private static void allAgree(List<String> words) {
    String joined = String.join(" ", words);
    List<String> ours =
        words.stream()
            .map(word -> (StopWords.contains(word) ? "-" : "") + EnglishStemmer.stem(word))
            .toList();
    assertThat(ours).isEqualTo(List.of(lunr.execute(joined).asString().split(" ", -1)));
    assertThat(ours).isEqualTo(List.of(browser.execute(joined).asString().split(" ", -1)));
  }

  @Test
  void cutsWordsAsLunrDoes() {
    Map<String, String> stems =
        new Gson().fromJson(Client.text("/terms/stems.json"), new TypeToken<>() {});
    stems.forEach((word, stem) -> assertThat(EnglishStemmer.stem(word)).as(word).isEqualTo(stem));
    allAgree(List.copyOf(stems.keySet()));
  }

  @Test
  void agreesOnThirtyThousandEnglishWords() throws IOException {
    InputStream words = EnglishStemmerTest.class.getResourceAsStream("/terms/words.txt.gz");
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Objects.requireNonNull(words)), StandardCharsets.UTF_8))) {
      List<String> list = lines.lines().filter(line -> !line.startsWith("#")).toList();
      assertThat(list).hasSizeGreaterThan(30_000);
      allAgree(list);
    }
  }

  @Test
  void agreesOnEveryWordOfTheArchive() throws IOException {
    TreeSet<String> words = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("content"))) {
      for (Path file : files.filter(f -> f.endsWith("en.md")).toList()) {
        words.addAll(SearchFold.words(SearchFold.fold(Files.readString(file))));
      }
    }
    assertThat(words).hasSizeGreaterThan(500);
    allAgree(List.copyOf(words));
  }

  @Test
  void agreesOnTheStopWordsAndTheirNeighbours() {
    List<String> words = new ArrayList<>();
    for (String word :
        "i a s t able almost about dont tis twas you your yours wants want ours hers whom"
            .split(" ")) {
      words.add(word);
    }
    allAgree(words);
    assertThat(words.stream().filter(StopWords::contains)).hasSize(12);
  }

  @Test
  void agreesOnWordsThatAreNone() {
    Random random = new Random(1980);
    String letters = "aeiouyaeiouystlrndcmbzwx1é";
    String[] endings = {
      "", "s", "ies", "sses", "eed", "ed", "ing", "y", "e", "ll", "ion", "ational", "iviti", "ement"
    };
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 4_000; i++) {
      StringBuilder word = new StringBuilder();
      for (int j = random.nextInt(8); j >= 0; j--) {
        word.append(letters.charAt(random.nextInt(letters.length())));
      }
      words.add(word.append(endings[random.nextInt(endings.length)]).toString());
    }
    allAgree(words);
  }

  @Test
  void takesWordsOfAnyLength() {
    assertThat(EnglishStemmer.stem("y".repeat(100_000))).hasSize(100_000);
    assertThat(EnglishStemmer.stem("a".repeat(100_000) + "tional")).endsWith("ation");
  }
}
