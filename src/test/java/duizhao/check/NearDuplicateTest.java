package duizhao.check;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.golden.SampleArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reports that are in the archive twice, the second time with a fifth of their characters changed.
 */
class NearDuplicateTest {

  private static final String REST =
      """
      kind: news
      source: {newspaper: daily, date: 2020-11-18}
      regions: []
      programmes: []
      translation: {original: zh, status: none}
      draft: true
      """;

  @TempDir private Path place;
  private SampleArchive archive;
  private List<String> texts;

  @BeforeEach
  void copy() throws IOException {
    archive = SampleArchive.in(place);
    try (Stream<Path> files = Files.walk(Path.of("content/reports"))) {
      texts =
          files
              .filter(file -> file.endsWith("zh.md"))
              .sorted()
              .map(NearDuplicateTest::words)
              .toList();
    }
    assertThat(texts).hasSizeGreaterThan(40);
    for (int i = 0; i < texts.size(); i++) {
      add("r" + i, texts.get(i));
    }
  }

  private static String words(Path file) {
    try {
      return Files.readString(file).replaceAll("\\[\\^?|]\\([^)]*\\)|]|\\s", "");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void add(String id, String text) throws IOException {
    String folder = "content/reports/" + id + "/";
    archive.with(folder + "zh.md", text + "\n");
    archive.with(
        folder + "report.yaml",
        "title: {zh: 标题, en: Title}\nsummary: {zh: 提要。, en: Summary.}\n" + REST);
  }

  private long told() {
    return archive.run("check").out().lines().filter(l -> l.endsWith("[near-duplicate]")).count();
  }

  @Test
  void reportsOfOneFieldAreNoDoubles() {
    assertThat(told()).isZero();
  }

  /** Words of other reports take the place of a fifth, so many characters at a time. */
  @ParameterizedTest
  @ValueSource(ints = {3, 5, 12, 40})
  void aCopyOfWhichAFifthWasRewrittenIsADouble(int span) throws IOException {
    Random random = new Random(span);
    int copies = 0;
    for (int i = 0; i < texts.size(); i++) {
      StringBuilder copy = new StringBuilder(texts.get(i));
      String other = texts.get((i + 1) % texts.size());
      if (copy.length() < 300) {
        continue; // a report of a few lines has too little left
      }
      int parts = copy.length() / span;
      for (int n = 0; n < parts / 5; n++) {
        int at = random.nextInt(parts) * span;
        int from = random.nextInt(Math.max(1, other.length() - span));
        copy.replace(at, at + span, other.substring(from, Math.min(other.length(), from + span)));
      }
      add("z" + i, copy.toString());
      copies++;
    }
    assertThat(told()).isEqualTo(copies);
  }
}
