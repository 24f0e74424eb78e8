package duizhao.importer;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.diagnostic.Diagnostics;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads pages that show what newspaper pages do to their reports. */
class ReadingTest {

  private static final List<String> PAGES =
      List.of("columns", "narrow", "picture", "torn", "doubled", "continued");

  @ParameterizedTest
  @ValueSource(strings = {"columns", "narrow", "picture", "torn", "doubled", "continued"})
  void pagesAreCutAsAnEditorWouldCutThem(String name) throws IOException {
    PageText page = PageText.of(name, text(name + ".txt"));
    Reading reading = Reading.of(page, List.of());
    StringBuilder made = new StringBuilder();
    for (Section report : reading.reports()) {
      made.append(
              report.parts.stream()
                  .map(p -> String.valueOf(p.piece().line()))
                  .collect(Collectors.joining(" ")))
          .append('\n');
    }
    String left = leftovers(reading);
    String expected = text(name + ".expected");
    assertThat(made.toString())
        .isEqualTo(
            expected.lines().filter(l -> !l.startsWith("-")).collect(Collectors.joining("\n"))
                + "\n");
    assertThat(left)
        .isEqualTo(
            expected
                .lines()
                .filter(l -> l.startsWith("-"))
                .map(l -> l.substring(1))
                .collect(Collectors.joining()));
  }

  private static String leftovers(Reading reading) {
    List<Integer> lines = new ArrayList<>();
    reading.outside().forEach(p -> lines.add(p.piece().line()));
    reading.doubles().forEach(d -> lines.add(d.piece().line()));
    Collections.sort(lines);
    return lines.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  @Test
  void brokenLinesBecomeParagraphsWithoutSpaces() throws IOException {
    DraftText text = draft("columns", 0);
    assertThat(text.kicker()).isEqualTo("让司机师傅歇得下、吃得上");
    assertThat(text.headline()).isEqualTo("青禾市总把服务站建到货场旁");
    assertThat(text.paragraphs()).hasSize(2);
    assertThat(text.paragraphs().get(0).text()).contains("深夜,节假日也不关门。");
  }

  @Test
  void narrowLinesBecomeTheParagraphsThatTheirIndentsStart() throws IOException {
    DraftText text = draft("narrow", 0);
    assertThat(text.paragraphs()).hasSize(3);
    assertThat(text.paragraphs().get(2).text()).endsWith("共同承担。");
  }

  @Test
  void boxesAndSubheadingsKeepTheirKind() throws IOException {
    assertThat(draft("torn", 0).paragraphs().get(0).type()).isEqualTo(Part.Type.BOX);
    assertThat(draft("continued", 0).paragraphs().get(1).type()).isEqualTo(Part.Type.SUBHEADING);
  }

  @Test
  void aLoneLatinWordIsAFinding() throws IOException {
    PageText page = PageText.of("doubled", text("doubled.txt"));
    Section report = Reading.of(page, List.of()).reports().get(0);
    assertThat(Damage.find(page, report, DraftText.of(report)))
        .extracting(Damage.Finding::toString)
        .containsExactly("4:60: a Latin word stands alone: and");
  }

  @Test
  void writersAreNamedWithWhatTheyDid() throws IOException {
    PageText page = PageText.of("picture", text("picture.txt"));
    Section report = Reading.of(page, List.of()).reports().get(1);
    assertThat(Names.writers(report))
        .containsExactly(new Names.Writer("江岚", "photographer", "本报记者 江岚 摄"));
    assertThat(
            Names.writers(
                Reading.of(PageText.of("c", text("columns.txt")), List.of()).reports().get(0)))
        .extracting(w -> w.role() + " " + w.name())
        .containsExactly("reporter 林晓舟", "correspondent 何田");
  }

  @Test
  void theMarginTellsDateAndPage() throws IOException {
    Reading reading = Reading.of(PageText.of("p", text("picture.txt")), List.of());
    Evidence evidence = Evidence.of(null, reading.margin(), reading.reports());
    assertThat(evidence.date()).isEqualTo("2021-06-09");
    assertThat(evidence.page()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"founder.html", "article.html", "breaks.html"})
  void electronicEditionsGiveTheirArticleAndLeaveTheirNavigation(String name) throws IOException {
    PageText page = PageFile.read(name, bytes(name), new Diagnostics());
    assertThat(page).isNotNull();
    Reading reading = Reading.of(page, List.of());
    Proof.check(page, reading);
    String all = reading.reports().stream().map(Section::text).collect(Collectors.joining("\n"));
    assertThat(all).contains("本报讯").contains("。").doesNotContain("篇").doesNotContain("版");
    assertThat(
            reading.reports().stream()
                .filter(r -> r.text().contains("本报讯"))
                .flatMap(r -> r.of(Part.Type.HEADLINE).stream())
                .map(Part::text))
        .containsAnyOf("麦田边的“充电屋”", "锅炉工有了“清凉假”", "纺车转起来");
  }

  @Test
  void nothingIsLostHoweverAPageIsCutAndShuffled() throws IOException {
    for (int seed = 0; seed < 120; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      for (String name : PAGES) {
        if (random.nextBoolean()) {
          text.append(text(name + ".txt"));
        }
      }
      List<String> lines = new ArrayList<>(Arrays.asList(text.toString().split("\n")));
      if (random.nextInt(3) > 0) {
        Collections.shuffle(lines, random);
      }
      String joined = String.join(random.nextBoolean() ? "\n" : "\n\n", lines);
      int from = joined.isEmpty() ? 0 : random.nextInt(joined.length());
      String cut = joined.substring(from) + joined.substring(0, random.nextInt(from + 1));
      PageText page = PageText.of("seed " + seed, cut);
      Reading reading = Reading.of(page, List.of());
      Proof.check(page, reading);
      for (Section report : reading.reports()) {
        DraftText draft = DraftText.of(report);
        Proof.check(page, report, draft);
        Damage.find(page, report, draft);
        Names.people(draft.text());
      }
    }
  }

  @Test
  void oddPagesDoNotHinder() {
    for (String odd :
        List.of("标题", "标题\n\n另一个标题", "本报讯", "(", "“", "。", "摄", "(李丰)", "a b c", "\uD800", "１２３")) {
      PageText page = PageText.of("odd", odd);
      Proof.check(page, Reading.of(page, List.of()));
    }
    String line = "职工之家建设推进会召开,".repeat(20_000);
    PageText page = PageText.of("long", line);
    Proof.check(page, Reading.of(page, List.of()));
  }

  private static DraftText draft(String name, int report) throws IOException {
    PageText page = PageText.of(name, text(name + ".txt"));
    return DraftText.of(Reading.of(page, List.of()).reports().get(report));
  }

  private static String text(String name) throws IOException {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = ReadingTest.class.getResourceAsStream("/import/" + name)) {
      return java.util.Objects.requireNonNull(in).readAllBytes();
    }
  }
}
