package duizhao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import duizhao.golden.SampleArchive;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the commands print, where to, and how they end. */
class CommandTest {

  private static final String REPORT = "content/reports/2020/yinchuan-homes/report.yaml";

  @TempDir Path place;
  private SampleArchive archive;

  @BeforeEach
  void layOut() throws IOException {
    archive = SampleArchive.in(place);
  }

  private void misspellAProgramme() throws IOException {
    String report = Files.readString(place.resolve(REPORT));
    archive.with(REPORT, report.replace("[homes]", "[银川, hoems]"));
  }

  private void leaveAWarning() throws IOException {
    archive.with("content/notes.txt", "x");
  }

  @Test
  void buildSaysOnTheErrorOutputWhatItDid() {
    Invocation build = archive.run("build");
    assertThat(build.exit()).isZero();
    assertThat(build.out()).isEmpty();
    assertThat(build.err())
        .matches("1 report, \\d+ pages, zh \\+ en, 0 warnings, [0-9.]+ s - published .*\\R");
  }

  @Test
  void checkTellsItsFindingsOnTheOutputAndPublishesNothing() throws IOException {
    misspellAProgramme();
    Invocation check = archive.run("check");
    assertThat(check.exit()).isEqualTo(1);
    assertThat(check.err()).isEmpty();
    assertThat(archive.told(check.out()))
        .startsWith(
            """
            content/reports/2020/yinchuan-homes/report.yaml:8:14: error: no programme is called "银川" [unknown-programme]
              8 | programmes: [银川, hoems]
                |              ^^^^
              hint: See programmes.yaml
            content/reports/2020/yinchuan-homes/report.yaml:8:18: error: no programme is called "hoems" [unknown-programme]
              8 | programmes: [银川, hoems]
                |                    ^^^^^
              hint: did you mean "homes"? See programmes.yaml
            2 errors, 0 warnings,""");
    assertThat(archive.site()).doesNotExist();
  }

  @Test
  void planPrintsTheFilesThatABuildPublishesSorted() throws IOException {
    Invocation plan = archive.run("plan");
    assertThat(plan.exit()).isZero();
    assertThat(plan.err()).isEmpty();
    assertThat(archive.site()).doesNotExist();
    archive.run("build");
    Set<String> published = new TreeSet<>(SampleArchive.snapshot(archive.site()).keySet());
    published.remove(".duizhao");
    published.removeIf(path -> path.matches("search/[0-9a-f]{12}/.+")); // named by search/index.js
    assertThat(plan.out().lines()).containsExactlyElementsOf(published);
    JsonArray json = JsonParser.parseString(archive.run("plan", "--json").out()).getAsJsonArray();
    assertThat(json.asList().stream().map(e -> e.getAsString()))
        .containsExactlyElementsOf(published);
  }

  @Test
  void planOfAWrongArchiveTellsWhyOnTheErrorOutput() throws IOException {
    misspellAProgramme();
    Invocation plan = archive.run("plan");
    assertThat(plan.exit()).isEqualTo(1);
    assertThat(plan.out()).isEmpty();
    assertThat(plan.err()).contains("[unknown-programme]");
  }

  @Test
  void warningsAreErrorsUnderStrict() throws IOException {
    leaveAWarning();
    assertThat(archive.run("check").exit()).isZero();
    assertThat(archive.run("check", "--strict").exit()).isEqualTo(1);
    assertThat(archive.run("build", "--strict").exit()).isEqualTo(1);
    assertThat(archive.site()).doesNotExist();
    assertThat(archive.run("build").exit()).isZero();
    assertThat(archive.site()).exists();
  }

  @Test
  void quietPrintsNothingButErrors() throws IOException {
    leaveAWarning();
    assertThat(archive.run("build", "--quiet")).isEqualTo(new Invocation(0, "", ""));
    assertThat(archive.run("check", "-q")).isEqualTo(new Invocation(0, "", ""));
    misspellAProgramme();
    assertThat(archive.run("check", "-q").out())
        .contains("[unknown-programme]")
        .doesNotContain("warning");
  }

  @Test
  void verboseSaysHowLongEachStageTook() {
    assertThat(archive.run("build", "--verbose").err())
        .containsSubsequence("read ", " ms", "check", "plan", "export", "render", "publish");
  }

  @Test
  void jsonHoldsEveryDiagnostic() throws IOException {
    misspellAProgramme();
    leaveAWarning();
    for (String[] option : new String[][] {{"--json"}, {"--format", "json"}}) {
      Invocation check = archive.run("check", option);
      assertThat(check.exit()).isEqualTo(1);
      JsonObject json = JsonParser.parseString(check.out()).getAsJsonObject();
      assertThat(json.get("errors").getAsInt()).isEqualTo(2);
      assertThat(json.get("warnings").getAsInt()).isEqualTo(1);
      JsonObject first = json.getAsJsonArray("diagnostics").get(1).getAsJsonObject();
      assertThat(first.keySet())
          .containsExactly(
              "severity", "code", "file", "line", "column", "length", "message", "hint");
      assertThat(first.get("code").getAsString()).isEqualTo("unknown-programme");
      assertThat(first.get("line").getAsInt()).isEqualTo(8);
      assertThat(first.get("column").getAsInt()).isEqualTo(14);
      assertThat(first.get("message").getAsString()).isEqualTo("no programme is called \"银川\"");
    }
    Invocation fine = SampleArchive.in(place.resolve("fine")).run("check", "--json");
    assertThat(JsonParser.parseString(fine.out()).getAsJsonObject().get("errors").getAsInt())
        .isZero();
  }

  @Test
  void githubIsGivenOneAnnotationALine() throws IOException {
    archive.with("content/100%, really: notes.txt", "x");
    misspellAProgramme();
    String out = archive.run("check", "--format", "github").out();
    assertThat(archive.told(out.replace("%2F", "/")))
        .isEqualTo(
            """
            ::warning file=content/100%25%2C really%3A notes.txt,line=1,col=1,title=unknown-file::"100%25, really: notes.txt" is not part of an archive%0Ahint: It is not published
            ::error file=content/reports/2020/yinchuan-homes/report.yaml,line=8,col=14,title=unknown-programme::no programme is called "银川"%0Ahint: See programmes.yaml
            ::error file=content/reports/2020/yinchuan-homes/report.yaml,line=8,col=18,title=unknown-programme::no programme is called "hoems"%0Ahint: did you mean "homes"? See programmes.yaml
            """);
  }

  @Test
  void sarifHoldsWhatItsReadersRequire() throws IOException {
    misspellAProgramme();
    archive.with("content/笔 记.txt", "x");
    JsonObject sarif =
        JsonParser.parseString(archive.run("check", "--format", "sarif").out()).getAsJsonObject();
    assertThat(sarif.get("version").getAsString()).isEqualTo("2.1.0");
    JsonObject run = sarif.getAsJsonArray("runs").get(0).getAsJsonObject();
    JsonObject driver = run.getAsJsonObject("tool").getAsJsonObject("driver");
    assertThat(driver.get("name").getAsString()).isEqualTo("duizhao");
    assertThat(run.get("columnKind").getAsString()).isEqualTo("unicodeCodePoints");
    Set<String> rules = new TreeSet<>();
    driver.getAsJsonArray("rules").forEach(r -> rules.add(text(r.getAsJsonObject(), "id")));
    JsonArray results = run.getAsJsonArray("results");
    assertThat(results).hasSize(3);
    for (var element : results) {
      JsonObject result = element.getAsJsonObject();
      assertThat(rules).contains(text(result, "ruleId"));
      assertThat(text(result, "level")).isIn("error", "warning");
      assertThat(text(result.getAsJsonObject("message"), "text")).isNotBlank();
      JsonObject location =
          result
              .getAsJsonArray("locations")
              .get(0)
              .getAsJsonObject()
              .getAsJsonObject("physicalLocation");
      URI uri = URI.create(text(location.getAsJsonObject("artifactLocation"), "uri"));
      assertThat(uri.getRawPath()).isASCII();
      assertThat(place.resolve(uri.getPath())).exists();
      JsonObject region = location.getAsJsonObject("region");
      assertThat(region.get("startLine").getAsInt()).isPositive();
      assertThat(region.get("endColumn").getAsInt())
          .isGreaterThan(region.get("startColumn").getAsInt());
    }
  }

  private static String text(JsonObject object, String name) {
    return object.get(name).getAsString();
  }

  @Test
  void colourIsUsedWhenAskedForAndNotWhenRefused() throws IOException {
    misspellAProgramme();
    assertThat(archive.run("check").out()).doesNotContain("\u001B");
    assertThat(archive.run("check", "--color", "always").out()).contains("\u001B[31;1merror");
    assertThat(archive.run("check", "--color=never").out()).doesNotContain("\u001B");
    String[] check = {"check", "-c", archive.content().toString()};
    assertThat(Invocation.in(Map.of("CLICOLOR_FORCE", "1"), check).out()).contains("\u001B[");
    assertThat(Invocation.in(Map.of("CLICOLOR_FORCE", "1", "NO_COLOR", "1"), check).out())
        .doesNotContain("\u001B");
  }

  @Test
  void whatAnAuthorTypedDoesNotMoveTheCursor() throws IOException {
    String report = Files.readString(place.resolve(REPORT));
    archive.with(REPORT, report.replace("[homes]", "[\u202Ehomes]"));
    archive.with("content/\u001B[2J.txt", "x");
    String out = archive.run("check").out();
    assertThat(out)
        .doesNotContain("\u001B", "\u202E")
        .contains("no programme is called \"<U+202E>homes\"")
        .contains("  8 | programmes: [\uFFFDhomes]\n    |              ^^^^^^\n")
        .contains("<U+001B>[2J.txt:1:1: warning");
  }

  @Test
  void oneLanguageCanBePublishedAlone() {
    assertThat(archive.run("build", "--lang", "en").exit()).isZero();
    assertThat(archive.site().resolve("en/index.html")).exists();
    assertThat(archive.site().resolve("zh")).doesNotExist();
    assertThat(archive.run("build", "--lang", "zh,en").exit()).isZero();
    assertThat(archive.site().resolve("zh/index.html")).exists();
    Invocation unknown = archive.run("check", "--lang", "fr");
    assertThat(unknown.exit()).isEqualTo(1);
    assertThat(unknown.out()).contains("the archive has no language \"fr\", which --lang asks for");
  }

  @Test
  void contentAndThemesMayStandInOneFolder() throws IOException {
    archive.with("content/plain/theme.yaml", "style: x\n");
    String folder = archive.content().toString();
    Invocation check = Invocation.of("check", "--content", folder, "--themes", folder);
    assertThat(check.exit()).isEqualTo(1);
    assertThat(check.out()).contains("plain/theme.yaml:1:1: error");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://example.org/",
        "example.org",
        "https://example.org/?a",
        "https://example.org/#a",
        "https://",
        "https://exa mple.org"
      })
  void aBaseUrlThatIsNoneIsWrongUsage(String url) {
    Invocation build = archive.run("build", "--base-url", url);
    assertThat(build.exit()).isEqualTo(2);
    assertThat(build.err())
        .contains("\"" + url + "\" is not a base URL; write it like https://example.org/archive/");
    assertThat(archive.site()).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../plain", "Plain", "/etc", "", "a b"})
  void aThemeThatIsNoNameIsWrongUsage(String theme) {
    Invocation build = archive.run("build", "--theme", theme);
    assertThat(build.exit()).isEqualTo(2);
    assertThat(build.err()).contains("is not the name of a theme");
  }

  @Test
  void aThemeThatIsNotThereIsTold() {
    Invocation build = archive.run("build", "--theme", "plainer");
    assertThat(build.exit()).isEqualTo(1);
    assertThat(build.err())
        .contains("there is no theme called \"plainer\"", "did you mean \"plain\"?");
  }

  @Test
  void wrongUsageSaysWhatWasProbablyMeant() {
    Invocation option = Invocation.of("build", "--basse-url", "x");
    assertThat(option.exit()).isEqualTo(2);
    assertThat(option.err()).contains("--basse-url", "--base-url");
    Invocation command = Invocation.of("biuld");
    assertThat(command.exit()).isEqualTo(2);
    assertThat(command.err()).contains("biuld", "build");
    assertThat(Invocation.of("check", "--format", "xml").exit()).isEqualTo(2);
    assertThat(Invocation.of("check", "--color", "pink").exit()).isEqualTo(2);
    assertThat(Invocation.of("check", "surplus").exit()).isEqualTo(2);
  }

  @Test
  void noCommandIsWrongUsageAndShowsTheUsageOnce() {
    Invocation none = Invocation.of();
    assertThat(none.exit()).isEqualTo(2);
    assertThat(none.out()).isEmpty();
    assertThat(none.err().split("Usage: duizhao", -1)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "build", "check", "plan", "serve", "status", "accept", "schema", "new"})
  void helpHasExamplesAndGoesToTheOutput(String command) {
    Invocation help =
        command.isEmpty() ? Invocation.of("--help") : Invocation.of(command, "--help");
    assertThat(help.exit()).isZero();
    assertThat(help.err()).isEmpty();
    assertThat(help.out())
        .startsWith(("Usage: duizhao " + command).strip())
        .contains("Examples:", "  duizhao " + (command.isEmpty() ? "build" : command))
        .doesNotContain("AUTO", "SARIF");
    assertThat(help.out().lines()).allMatch(line -> line.length() <= 100);
  }

  /** A command line is described to picocli by the command that its first word names. */
  @Test
  void everyCommandGoesByItsOwnName() {
    Main.COMMANDS.forEach(
        (name, type) ->
            assertThat(type.getAnnotation(CommandLine.Command.class).name()).isEqualTo(name));
    assertThat(Invocation.of("--help").out()).contains(Main.COMMANDS.keySet());
  }

  @Test
  void versionNamesTheProgramAndJava() {
    Invocation version = Invocation.of("--version");
    assertThat(version.exit()).isZero();
    assertThat(version.out())
        .startsWith("duizhao ")
        .contains("Java " + Runtime.version().feature());
  }

  @Test
  void whatCannotBeWrittenEndsWithThree() throws IOException {
    Files.writeString(place.resolve("file"), "mine");
    Invocation below = buildTo(place.resolve("file/site"));
    assertThat(below.exit()).isEqualTo(3);
    assertThat(below.err())
        .contains("duizhao: a file is in the way: " + place.resolve("file"), "hint: ")
        .doesNotContain("\tat ");
    Invocation foreign = buildTo(archive.content());
    assertThat(foreign.exit()).isEqualTo(3);
    assertThat(foreign.err()).contains("holds files that duizhao did not make", "hint: empty it");
  }

  private Invocation buildTo(Path output) {
    String content = archive.content().toString();
    String themes = archive.themes().toString();
    return Invocation.of("build", "-c", content, "--themes", themes, "-o", output.toString());
  }

  @Test
  void aFolderThatIsNotThereIsTold() {
    Invocation check = Invocation.of("check", "--content", place.resolve("nowhere").toString());
    assertThat(check.exit()).isEqualTo(1);
    assertThat(check.out()).contains("there is no such folder [missing-file]", "--content");
  }

  @Test
  void printsChineseWhateverTheLocaleSays() throws Exception {
    misspellAProgramme();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "duizhao.cli.Main",
            "check");
    builder.environment().put("LC_ALL", "C");
    builder.directory(place.toFile());
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(out).contains("no programme is called \"银川\"", "  8 | programmes: [银川, hoems]");
    assertThat(List.of(out.split("\n", -1)).get(0)).startsWith(REPORT + ":8:14: error");
  }
}
