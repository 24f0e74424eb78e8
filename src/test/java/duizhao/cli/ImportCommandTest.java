package duizhao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports pages from the command line. */
class ImportCommandTest {

  @TempDir private Path folder;

  private Path content;
  private Path page;

  @BeforeEach
  void makeAnArchive() throws IOException {
    content = Files.createDirectory(folder.resolve("content"));
    Files.writeString(
        content.resolve("archive.yaml"),
        "title: {zh: 档案, en: Archive}\ndescription: {zh: 一, en: One}\n"
            + "languages:\n  - {id: zh, tag: zh-Hans, name: 中文}\n  - {id: en, tag: en, name: English}\n");
    Files.writeString(content.resolve("programmes.yaml"), "[]\n");
    Files.writeString(
        content.resolve("glossary.yaml"), "- {id: union, term: {zh: 工会, en: trade union}}\n");
    Files.writeString(
        content.resolve("units.yaml"), "- {id: people, label: {zh: 人, en: people}}\n");
    Files.writeString(
        content.resolve("newspapers.yaml"),
        "- {id: hushan, name: {zh: 湖山工人报, en: Hushan Daily}}\n");
    page = folder.resolve("page.txt");
    Files.writeString(
        page, "浙江海宁市总给电工补课\n\n本报讯 (记者钱湖)浙江省海宁市总工会近日为500多人开课。*电工*们学了[接线]。\n\n2021年6月9日 星期三\n");
  }

  private Invocation run(String... more) {
    String[] arguments =
        Stream.concat(
                Stream.of("import", page.toString(), "--into", content.toString()), Stream.of(more))
            .toArray(String[]::new);
    return Invocation.of(arguments);
  }

  private List<String> written() throws IOException {
    try (Stream<Path> files = Files.walk(content.resolve("reports"))) {
      return files
          .filter(Files::isRegularFile)
          .map(f -> content.resolve("reports").relativize(f).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void draftsPassTheCheckOfTheArchive() throws IOException {
    Invocation imported = run("--newspaper", "hushan", "--date", "2021-06-09");
    assertThat(imported.exit()).as(imported.err()).isEqualTo(0);
    assertThat(written())
        .containsExactly(
            "2021/2021-hushan-page-1/report.yaml",
            "2021/2021-hushan-page-1/zh.md",
            "2021/leftovers.txt");
    Files.delete(content.resolve("reports/2021/leftovers.txt"));
    Invocation checked = Invocation.of("check", "--content", content.toString());
    assertThat(checked.exit()).as(checked.out()).isEqualTo(0);
    assertThat(Files.readString(content.resolve("reports/2021/2021-hushan-page-1/report.yaml")))
        .contains("浙江省/嘉兴市/海宁市")
        .contains("name: {zh: \"钱湖\"}, role: reporter")
        .contains("draft: true")
        .contains("value: 500");
    assertThat(Files.readString(content.resolve("reports/2021/2021-hushan-page-1/zh.md")))
        .contains("\\*电工\\*们学了\\[接线\\]");
  }

  @Test
  void leftoversAreListedWithLineAndColumn() throws IOException {
    run("--newspaper", "hushan");
    assertThat(Files.readString(content.resolve("reports/2021/leftovers.txt")))
        .contains("page.txt:5:1: furniture\n2021年6月9日 星期三\n");
  }

  @Test
  void theMarginGivesTheDateAndAnUnknownNewspaperIsAnErrorOfTheCheck() throws IOException {
    assertThat(run().exit()).isEqualTo(0);
    Invocation checked = Invocation.of("check", "--content", content.toString());
    assertThat(checked.exit()).isEqualTo(1);
    assertThat(checked.out())
        .contains("TODO")
        .contains("unknown-newspaper")
        .doesNotContain("bad-date");
  }

  @Test
  void aDryRunWritesNothingAndShowsTheParts() {
    Invocation dry = run("--dry-run");
    assertThat(dry.exit()).isEqualTo(0);
    assertThat(dry.out()).contains("1:1      headline   浙江海宁市总给电工补课").contains("in no report");
    assertThat(content.resolve("reports")).doesNotExist();
  }

  @Test
  void aReportThatIsThereIsReplacedByForceOnly() throws IOException {
    run("--newspaper", "hushan");
    Path text = content.resolve("reports/2021/2021-hushan-page-1/zh.md");
    Files.writeString(text, "mine");
    Files.delete(text.resolveSibling("report.yaml"));
    Invocation again = run("--newspaper", "hushan");
    assertThat(again.exit()).isEqualTo(1);
    assertThat(again.err()).contains("there is a report").contains("--force");
    assertThat(text).hasContent("mine");
    assertThat(run("--newspaper", "hushan", "--force").exit()).isEqualTo(0);
    assertThat(Files.readString(text)).contains("电工");
    assertThat(written()).hasSize(3);
  }

  @Test
  void pagesThatAreNoneAreToldAndNothingIsWritten() throws IOException {
    for (byte[] bad :
        List.of(
            new byte[0],
            new byte[] {0, 1, 2},
            " \n\u3000\n".getBytes(StandardCharsets.UTF_8),
            new byte[5 << 20])) {
      Files.write(page, bad);
      assertThat(run().exit()).isEqualTo(1);
    }
    Files.delete(page);
    Invocation missing = run();
    assertThat(missing.exit()).isEqualTo(3);
    assertThat(missing.err()).contains("there is no such file").contains("page.txt");
    assertThat(content.resolve("reports")).doesNotExist();
  }

  @Test
  void wrongOptionsAreAWrongCommandLine() {
    assertThat(run("--date", "yesterday").exit()).isEqualTo(2);
    Invocation newspaper = run("--newspaper", "hushann");
    assertThat(newspaper.exit()).isEqualTo(2);
    assertThat(newspaper.err()).contains("did you mean \"hushan\"");
  }

  @Test
  void jsonHasEveryPart() {
    assertThat(run("--json", "--dry-run").out())
        .contains("\"written\": false")
        .contains("\"type\": \"headline\"")
        .contains("\"leftovers\"");
  }
}
