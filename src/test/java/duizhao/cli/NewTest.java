package duizhao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.golden.SampleArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code new archive} and {@code new report}. */
class NewTest {

  private static final Pattern MODELINE =
      Pattern.compile("# yaml-language-server: \\$schema=(\\S+)\n");

  @TempDir Path place;

  private SampleArchive made() {
    Invocation made = Invocation.of("new", "archive", place.toString());
    assertThat(made.exit()).as(made.err()).isZero();
    return new SampleArchive(place);
  }

  private Invocation report(SampleArchive archive, String... arguments) {
    String[] all = new String[arguments.length + 4];
    all[0] = "new";
    all[1] = "report";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    all[all.length - 2] = "--content";
    all[all.length - 1] = archive.content().toString();
    return Invocation.of(all);
  }

  @Test
  void aNewArchiveBuildsWithoutAWarningAndItsTranslationsAreFresh() throws IOException {
    SampleArchive archive = made();
    Invocation build = archive.run("build", "--strict");
    assertThat(build.exit()).as(build.err()).isZero();
    assertThat(build.err()).startsWith("3 reports, ").contains(" 0 warnings");
    assertThat(archive.site().resolve("en/reports/repair-day/index.html")).exists();
    assertThat(Invocation.of("status", "-c", archive.content().toString()).out())
        .contains("3 reports                                    10     0       0          0");
    assertThat(Files.readString(place.resolve(".gitignore"))).contains("/site/");
    assertThat(Files.readString(place.resolve("README.md"))).contains("duizhao serve --open");
  }

  @Test
  void everyFileOfANewArchiveNamesItsSchemaWhereItIs() throws IOException {
    SampleArchive archive = made();
    report(archive, "my-report", "--date", "2024-05");
    int named = 0;
    for (String path : SampleArchive.snapshot(archive.content()).keySet()) {
      Path file = archive.content().resolve(path);
      if (path.endsWith(".yaml")) {
        Matcher modeline = MODELINE.matcher(Files.readString(file));
        assertThat(modeline.lookingAt()).as(path).isTrue();
        assertThat(file.resolveSibling(modeline.group(1)).normalize())
            .isEqualTo(
                archive
                    .content()
                    .resolve(".schema")
                    .resolve(file.getFileName().toString().replace(".yaml", ".json")))
            .exists();
        named++;
      }
    }
    assertThat(named).isEqualTo(11);
  }

  @Test
  void aNewArchiveIsMadeInAFolderThatIsMissingOrEmptyOnly() throws IOException {
    Path deep = place.resolve("a/b");
    assertThat(Invocation.of("new", "archive", deep.toString()).out())
        .startsWith("made an archive in " + deep + ": 20 files\n")
        .contains(deep.resolve("content/archive.yaml").toString());
    assertThat(place.resolve("a").toFile().list()).containsExactly("b");
    Path mine = place.resolve("mine");
    Files.createDirectories(mine);
    Files.writeString(mine.resolve("notes.txt"), "mine");
    Invocation full = Invocation.of("new", "archive", mine.toString());
    assertThat(full.exit()).isEqualTo(3);
    assertThat(full.err())
        .isEqualTo("duizhao: \"" + mine + "\" is not empty\n  hint: name a folder that is new\n");
    assertThat(mine.toFile().list()).containsExactly("notes.txt");
    Path file = mine.resolve("notes.txt");
    assertThat(Invocation.of("new", "archive", file.toString()).err()).contains("is not a folder");
    assertThat(Invocation.of("new", "archive", file.resolve("x").toString()).exit()).isEqualTo(3);
  }

  @Test
  void aNewReportIsADraftThatPassesTheChecks() throws IOException {
    SampleArchive archive = SampleArchive.in(place);
    Invocation made =
        report(
            archive,
            "jinhua-plenum",
            "--date=2020-11-18~",
            "--newspaper=daily",
            "--title=zh=“金华”：[开会]",
            "--title=en=Jinhua’s unions #1",
            "--original=en");
    assertThat(made.err()).isEmpty();
    assertThat(made.exit()).isZero();
    assertThat(archive.told(made.out()))
        .isEqualTo(
            """
            wrote content/reports/2020/jinhua-plenum/report.yaml
            wrote content/reports/2020/jinhua-plenum/zh.md
            wrote content/reports/2020/jinhua-plenum/en.md
            """);
    Invocation check = archive.run("check", "--strict");
    assertThat(check.exit()).as(check.out()).isZero();
    String yaml =
        Files.readString(archive.content().resolve("reports/2020/jinhua-plenum/report.yaml"));
    assertThat(yaml)
        .startsWith("# What both languages share")
        .contains(
            "  zh: \"“金华”：[开会]\"\n",
            "  date: 2020-11-18~ #",
            "  newspaper: daily #",
            "  original: en\n",
            "draft: true\n");
    assertThat(Invocation.of("status", "jinhua-plenum", "-c", archive.content().toString()).out())
        .contains("report, en > zh", "jinhua-plenum (draft)");
  }

  @Test
  void aReportWithoutADateInventsNone() throws IOException {
    SampleArchive archive = SampleArchive.in(place);
    report(archive, "a-report");
    assertThat(archive.content().resolve("reports/undated/a-report/report.yaml"))
        .content()
        .contains("date: 20XX #");
    assertThat(archive.run("check", "--strict").exit()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Upper | is not an id",
        "../up | is not an id",
        "a --newspaper dialy | the archive has no newspaper \"dialy\"; did you mean \"daily\"?",
        "a --original fr | the archive has no language \"fr\"; it has zh, en",
        "a --title fr=x | the archive has no language \"fr\"",
        "a --date 2020/13 | ",
        "yinchuan-homes | there is a report called \"yinchuan-homes\" already: ",
        "YINCHUAN-HOMES | is not an id",
      })
  void whatCannotBeIsWrongUsageAndMakesNothing(String line) throws IOException {
    SampleArchive archive = SampleArchive.in(place);
    Map<String, String> before = SampleArchive.snapshot(place);
    String[] parts = line.split(" \\| ?");
    Invocation refused = report(archive, parts[0].split(" "));
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err())
        .startsWith("duizhao: ")
        .contains(parts.length > 1 ? parts[1] : "2020/13");
    assertThat(SampleArchive.snapshot(place)).isEqualTo(before);
  }

  @Test
  void forceWritesOverAReportAndLeavesItsPictures() throws IOException {
    SampleArchive archive = SampleArchive.in(place);
    archive.with("content/reports/2020/yinchuan-homes/note~", "mine");
    Invocation forced = report(archive, "yinchuan-homes", "--force", "--date", "2021");
    assertThat(forced.exit()).as(forced.err()).isZero();
    Path folder = archive.content().resolve("reports/2020/yinchuan-homes");
    assertThat(folder.resolve("note~")).hasContent("mine");
    assertThat(Files.readString(folder.resolve("report.yaml"))).contains("date: 2021 #");
    assertThat(folder.resolveSibling(".").normalize().toFile().list())
        .containsExactly("yinchuan-homes");
  }

  @Test
  void anArchiveThatCannotBeReadGetsNoReport() throws IOException {
    SampleArchive archive = SampleArchive.in(place);
    archive.with("content/archive.yaml", "title: [");
    Invocation refused = report(archive, "a");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err()).contains("content/archive.yaml:", "[yaml-syntax]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"archive", "report"})
  void helpHasExamples(String what) {
    Invocation help = Invocation.of("new", what, "--help");
    assertThat(help.exit()).isZero();
    assertThat(help.out()).contains("Examples:", "  duizhao new " + what + " ");
    assertThat(Invocation.of("new").exit()).isEqualTo(2);
  }
}
