package duizhao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import duizhao.golden.SampleArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code status} and {@code accept}. */
class AcceptTest {

  private static final String ID = "yinchuan-homes";
  private static final String FOLDER = "content/reports/2020/" + ID + "/";

  @TempDir Path place;
  private SampleArchive archive;

  @BeforeEach
  void copy() throws IOException {
    archive = SampleArchive.in(place);
    archive.with(FOLDER + "zh.md", "投入3400万元，建成一处。\n\n他说：“到家了。”\n\n完。\n");
    archive.with(FOLDER + "en.md", "It cost 34 million yuan.\n\n“Home”, he said.\n\nEnd.\n");
  }

  private Invocation run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--content", archive.content().toString()));
    return Invocation.in(Map.of("GIT_AUTHOR_NAME", "王芳"), all.toArray(String[]::new));
  }

  private String yaml() throws IOException {
    return Files.readString(place.resolve(FOLDER + "report.yaml"));
  }

  private String row(String... arguments) {
    return run(arguments)
        .out()
        .lines()
        .filter(l -> l.startsWith(ID + " "))
        .findFirst()
        .orElse("none")
        .replaceAll(" +", " ");
  }

  @Test
  void whatNobodyCheckedIsUnrecorded() {
    Invocation status = run("status", ID);
    assertThat(status.exit()).isZero();
    assertThat(status.err()).isEmpty();
    assertThat(status.out())
        .isEqualTo(
            """
            report, zh > en  status  fresh stale missing unrecorded
            yinchuan-homes   full        0     0       0          3
            1 report                     0     0       0          3
            yinchuan-homes, en: unrecorded p1 p2 p3
            """);
  }

  @Test
  void whatIsAcceptedIsFreshUntilTheOriginalChanges() throws IOException {
    String before = yaml();
    Invocation accept = run("accept", ID, "--by", "王芳", "--date", "2026-11-21");
    assertThat(accept.exit()).isZero();
    assertThat(archive.told(accept.out()))
        .isEqualTo(
            """
            yinchuan-homes: accepted p1-p3
              checked by 王芳, 2026-11-21
              wrote content/reports/2020/yinchuan-homes/report.yaml
            """);
    assertThat(yaml()).startsWith(before.stripTrailing()).contains(" 王芳, 2026-11-21\"\n");
    assertThat(row("status")).isEqualTo("yinchuan-homes full 3 0 0 0 2026-11-21 王芳");
    assertThat(archive.run("check").exit()).isZero();

    archive.with(FOLDER + "zh.md", "投入3400万元 建成一处！\n\n她说：「到家了」\n\n完。\n");
    assertThat(row("status")).isEqualTo("yinchuan-homes full 2 1 0 0 2026-11-21 王芳");
    assertThat(run("status", ID).out()).endsWith("yinchuan-homes, en: stale p2\n");
    assertThat(archive.run("check").out()).contains("duizhao accept yinchuan-homes p2");

    String recorded = yaml();
    assertThat(run("accept", ID, "p2", "--by", "李伟").exit()).isZero();
    assertThat(row("status", "--stale")).isEqualTo("none");
    assertThat(row("status")).isEqualTo("yinchuan-homes full 3 0 0 0 2026-11-21 王芳; 李伟");
    List<String> changed = new ArrayList<>(yaml().lines().toList());
    changed.removeAll(recorded.lines().toList());
    assertThat(changed).hasSize(1).first().asString().endsWith(" 李伟\"");
  }

  /** Whoever accepts one paragraph says nothing of those that others have accepted. */
  @Test
  void eachParagraphSaysWhoCheckedIt() throws IOException {
    run("accept", ID, "p1", "--by", "王芳", "--date", "2026-11-20");
    run("accept", ID, "p3", "--by", "O'Neill, \"Pat\"", "--date", "2026-11-21~");
    assertThat(run("status", ID).out())
        .contains(
            """
            yinchuan-homes, en: checked by 王芳, 2026-11-20: p1
            yinchuan-homes, en: checked by O'Neill, "Pat", 2026-11-21~: p3
            yinchuan-homes, en: unrecorded p2
            """);
    assertThat(json("checks"))
        .isEqualTo(
            "[{\"by\":\"王芳\",\"on\":\"2026-11-20\",\"paragraphs\":[1]},"
                + "{\"by\":\"O'Neill, \\\"Pat\\\"\",\"on\":\"2026-11-21~\",\"paragraphs\":[3]}]");
    assertThat(archive.run("check").exit()).isZero();

    // Names move with their paragraphs, and stay with words that have changed since.
    archive.with(FOLDER + "zh.md", "新增。\n\n投入3400万元，建成一处。\n\n他说：“到家了。”\n\n完。\n");
    archive.with(
        FOLDER + "en.md", "New.\n\nIt cost 34 million yuan.\n\n“Home”, he said.\n\nEnd.\n");
    run("accept", ID, "p1", "p3", "--by", "王芳", "--date", "2026-11-20");
    assertThat(run("status", ID).out())
        .contains("王芳, 2026-11-20: p1-p3\n", "2026-11-21~: p4\n")
        .doesNotContain("stale p");
    archive.with(FOLDER + "zh.md", "新增。\n\n投入3500万元，建成一处。\n\n他说：“到家了。”\n\n完。\n");
    assertThat(run("status", ID).out()).contains("王芳, 2026-11-20: p1-p3\n", "stale p2\n");

    run("accept", ID, "--by", "李伟");
    assertThat(json("checks")).isEqualTo("[{\"by\":\"李伟\",\"paragraphs\":[1,2,3,4]}]");
    assertThat(yaml()).doesNotContain("王芳", "O'Neill");
  }

  private String json(String field) {
    JsonArray json = JsonParser.parseString(run("status", "--json").out()).getAsJsonArray();
    return json.get(0).getAsJsonObject().get(field).toString();
  }

  /** Files may say once for all paragraphs who checked them. */
  @Test
  void whoCheckedAllStandsForTheParagraphsThatNameNobody() throws IOException {
    run("accept", ID, "--by", "王芳");
    archive.with(
        FOLDER + "report.yaml",
        yaml().replace(" 王芳\"", "\"") + "  checked_by: 王芳\n  checked_on: 2026-11-20\n");
    assertThat(row("status")).isEqualTo("yinchuan-homes full 3 0 0 0 2026-11-20 王芳");
    String before = yaml();
    run("accept", ID, "p3", "--by", "李伟");
    assertThat(json("checks"))
        .isEqualTo(
            "[{\"by\":\"王芳\",\"on\":\"2026-11-20\",\"paragraphs\":[1,2]},"
                + "{\"by\":\"李伟\",\"paragraphs\":[3]}]");
    assertThat(yaml().replace(" 李伟\"", "\"")).isEqualTo(before);
    run("accept", ID, "p1", "p2", "--by", "赵敏");
    assertThat(yaml()).doesNotContain("checked_by", "checked_on", "王芳");
  }

  @Test
  void aParagraphAloneLeavesTheOthersOpen() throws IOException {
    Invocation accept = run("accept", ID, "p3", "2");
    assertThat(accept.out()).contains("accepted p2-p3\n", "still open: p1\n");
    assertThat(yaml()).contains("    - \"none\"\n");
    assertThat(row("status")).isEqualTo("yinchuan-homes full 2 0 0 1 王芳");
    assertThat(archive.run("check").out()).doesNotContain("stale-translation");
  }

  @Test
  void anInsertedParagraphMakesNoOtherStale() throws IOException {
    run("accept", ID);
    archive.with(FOLDER + "zh.md", "投入3400万元，建成一处。\n\n新增。\n\n他说：“到家了。”\n\n完。\n");
    assertThat(row("status")).isEqualTo("yinchuan-homes full 2 1 1 0 王芳");
    assertThat(run("status", ID).err()).contains("[uneven-paragraphs]");
    archive.with(
        FOLDER + "en.md", "It cost 34 million yuan.\n\nNew.\n\n“Home”, he said.\n\nEnd.\n");
    assertThat(run("accept", ID, "p1").exit()).isZero();
    assertThat(yaml()).contains("- \"changed\"\n");
    assertThat(run("status", ID).out()).contains("stale p2\n");
  }

  @Test
  void whatWasRecordedBeforeChangesNothing() throws IOException {
    run("accept", ID, "--by", "王芳");
    String recorded = yaml();
    assertThat(run("accept", ID, "--by", "王芳").out())
        .isEqualTo("yinchuan-homes: recorded before; nothing was changed\n");
    assertThat(yaml()).isEqualTo(recorded);
  }

  @Test
  void whatThereIsNotIsWrongUsageAndChangesNothing() throws IOException {
    String before = yaml();
    refused(
        "there is no report called \"yinchuan-home\"; did you mean \"yinchuan-homes\"?",
        "accept",
        "yinchuan-home");
    refused(
        "\"yinchuan-homes\" has no translated paragraph p4; its original has 3, and 3 of them"
            + " are translated",
        "accept",
        ID,
        "p4");
    refused("\"x\" is no paragraph; write p and its number, such as p3", "accept", ID, "x");
    refused("\"p0\" is no paragraph", "accept", ID, "p0");
    refused("--by takes a name", "accept", ID, "--by", "a\nb");
    refused("ends with a date; give it as such", "accept", ID, "--by", "Wang, 2026");
    refused("which no date in ISO form has", "accept", ID, "--by", "a", "--date", "today");
    refused("did you mean \"yinchuan-homes\"?", "status", "yinchuan-hom");
    assertThat(yaml()).isEqualTo(before);
  }

  /** Each acceptance says who: whom the command line names, else whom Git knows. */
  @Test
  void whoCheckedItIsWhomGitKnowsUnlessItIsSaid() throws Exception {
    String content = archive.content().toString();
    Invocation nobody = Invocation.of("accept", ID, "--content", content);
    assertThat(nobody.exit()).isEqualTo(2);
    assertThat(nobody.err()).startsWith("duizhao: who checked it? Say so with --by, or ");
    assertThat(yaml()).doesNotContain("fingerprints");

    assertThat(run("accept", ID).out()).contains("  checked by 王芳\n");
    Path git = Files.writeString(place.resolve("git"), "#!/bin/sh\necho \"李伟 of $4 $5\"\n");
    assertThat(git.toFile().setExecutable(true)).isTrue();
    Map<String, String> path = Map.of("PATH", "/nowhere:" + place);
    assertThat(Invocation.in(path, "accept", ID, "p1", "--date", "2026", "-c", content).out())
        .contains("  checked by 李伟 of --get user.name, 2026\n");
    assertThat(Invocation.in(path, "accept", ID, "--by", "赵敏", "-c", content).out())
        .contains("  checked by 赵敏\n");

    Files.writeString(git, "#!/bin/sh\nexit 1\n");
    assertThat(Invocation.in(path, "accept", ID, "-c", content).exit()).isEqualTo(2);
  }

  /** The table is as wide as the terminal, a Chinese character counting two; no id is cut. */
  @Test
  void theTableFitsTheTerminal() throws IOException {
    String longId = "a-report-whose-id-is-as-long-as-those-of-careful-editors-often-are";
    String folder = FOLDER.replace(ID, longId);
    archive.with(folder + "report.yaml", yaml().replaceAll("(?s)figures:.*?(?=translation)", ""));
    archive.with(folder + "zh.md", "正文。\n");
    archive.with(folder + "en.md", "Text.\n");
    run("accept", longId, "--by", "王芳王芳王芳王芳王芳王芳", "--date", "2026-11-21");
    for (int columns : List.of(70, 80, 100, 200)) {
      Map<String, String> environment =
          columns == 80 ? Map.of() : Map.of("COLUMNS", Integer.toString(columns));
      String table = Invocation.in(environment, "status", "-c", archive.content().toString()).out();
      assertThat(table.lines().map(Columns::of)).allMatch(width -> width <= columns);
      assertThat(table).contains("\n" + longId, "  2026-11-21 ");
      assertThat(table.lines().count()).isEqualTo(columns == 200 ? 4 : 5);
    }
  }

  private void refused(String message, String... arguments) {
    Invocation refused = run(arguments);
    assertThat(refused.exit()).as(message).isEqualTo(2);
    assertThat(refused.err()).contains(message);
    assertThat(refused.out()).isEmpty();
  }

  @Test
  void aReportWithErrorsIsNotChanged() throws IOException {
    archive.with(FOLDER + "report.yaml", yaml().replace("[homes]", "[hoems]"));
    String before = yaml();
    Invocation accept = run("accept", ID);
    assertThat(accept.exit()).isEqualTo(1);
    assertThat(accept.err())
        .contains("no programme is called \"hoems\"")
        .endsWith("duizhao: \"yinchuan-homes\" has errors, and nothing was recorded\n");
    assertThat(yaml()).isEqualTo(before);
    assertThat(run("status").exit()).isEqualTo(1);
  }

  @Test
  void errorsThatOnlyTheCheckFindsKeepItFromBeingChangedToo() throws IOException {
    archive.with(FOLDER + "en.md", "It cost 34 million yuan.\n\n“Home”, he said.\n");
    archive.with(FOLDER + "zh.md", "投入3400万元，建成一处。\n\n他说：“到家了。”\n\n完。\n\n又完。\n");
    String before = yaml();
    Invocation accept = run("accept", ID, "p1");
    assertThat(accept.exit()).isEqualTo(1);
    assertThat(accept.err()).contains("[uneven-paragraphs]", "nothing was recorded");
    assertThat(yaml()).isEqualTo(before);
  }

  @Test
  void errorsElsewhereDoNotMatter() throws IOException {
    archive.with(FOLDER.replace(ID, "other") + "report.yaml", "title: [");
    assertThat(run("accept", ID, "p1").exit()).isZero();
  }

  @Test
  void aReportWithoutTranslationHasNoneToAccept() throws IOException {
    Files.delete(place.resolve(FOLDER + "en.md"));
    archive.with(FOLDER + "report.yaml", yaml().replace("status: full", "status: none"));
    refused("\"yinchuan-homes\" has no translation that could be accepted", "accept", ID);
    assertThat(row("status")).isEqualTo("yinchuan-homes none 0 0 3 0");
  }

  @Test
  void aFileThatCannotBeWrittenEndsWithThree() throws IOException {
    Path yaml = place.resolve(FOLDER + "report.yaml");
    assertThat(yaml.toFile().setWritable(false)).isTrue();
    Invocation accept = run("accept", ID);
    assertThat(accept.exit()).isEqualTo(3);
    assertThat(accept.err()).contains("report.yaml\" is read-only", "hint: ");
  }

  @Test
  void frontMatterIsChangedWhereItStands() throws IOException {
    String yaml = yaml();
    Files.delete(place.resolve(FOLDER + "report.yaml"));
    Files.delete(place.resolve(FOLDER + "zh.md"));
    Files.delete(place.resolve(FOLDER + "en.md"));
    archive.with("content/reports/2020/" + ID + ".zh.md", "---\n" + yaml + "---\n正文。\n");
    archive.with("content/reports/2020/" + ID + ".en.md", "---\ntitle: x\n---\nText.\n");
    String title = yaml.lines().findFirst().orElseThrow();
    archive.with("content/reports/2020/" + ID + ".en.md", "---\n" + title + "\n---\nText.\n");
    assertThat(run("accept", ID, "--by", "王芳").err()).isEmpty();
    assertThat(row("status")).isEqualTo("yinchuan-homes full 1 0 0 0 王芳");
    assertThat(Files.readString(place.resolve("content/reports/2020/" + ID + ".zh.md")))
        .endsWith(" 王芳\"\n---\n正文。\n");
  }

  @Test
  void theWorstStandFirst() throws IOException {
    for (String other : List.of("a-fresh", "z-stale")) {
      String folder = FOLDER.replace(ID, other);
      archive.with(folder + "report.yaml", yaml().replaceAll("(?s)figures:.*?(?=translation)", ""));
      archive.with(folder + "zh.md", "正文。\n");
      archive.with(folder + "en.md", "Text.\n");
      run("accept", other);
    }
    archive.with(FOLDER.replace(ID, "z-stale") + "zh.md", "改过的正文。\n");
    assertThat(run("status").out().lines().map(l -> l.replaceAll(" .*", "")))
        .containsExactly("report,", "z-stale", ID, "a-fresh", "3");
  }

  @Test
  void jsonNamesTheParagraphs() {
    JsonArray json = JsonParser.parseString(run("status", "--json").out()).getAsJsonArray();
    assertThat(json).hasSize(1);
    assertThat(json.get(0).getAsJsonObject().get("unrecorded").toString()).isEqualTo("[1,2,3]");
  }

  @Test
  void columnsStandBelowEachOtherInChineseToo() {
    assertThat(Columns.of("王芳")).isEqualTo(4);
    assertThat(Columns.of("é")).isEqualTo(1);
    assertThat(Columns.pad("王", 4)).isEqualTo("王  ");
    assertThat(run("status", "--color", "always").out()).contains("\u001B[1mreport");
  }
}
