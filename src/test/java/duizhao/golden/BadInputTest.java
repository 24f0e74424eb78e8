package duizhao.golden;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.cli.Invocation;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Files that no editor meant to write. They are told by name and code, all in one run; nothing is
 * thrown and nothing is published.
 */
class BadInputTest {

  /** Codes that only such files have, and no golden case can. */
  static final Set<String> CODES =
      Set.of("file-too-large", "unsafe-path", "unreadable-file", "not-a-file");

  private static final String REPORT = "content/reports/2020/yinchuan-homes/";
  private static final List<String> LISTS =
      List.of(
          "content/programmes.yaml",
          "content/newspapers.yaml",
          "content/units.yaml",
          "content/glossary.yaml",
          "content/regions.yaml");
  private static final List<String> MAPS =
      List.of(
          REPORT + "report.yaml", "content/pages/about/page.yaml", "themes/plain/words/en.yaml");
  private static final List<String> TEXTS = List.of(REPORT + "zh.md", "content/pages/about/en.md");
  private static final String TEMPLATE = "themes/plain/templates/report.ftlh";

  /** What is wrong with a file of YAML. */
  enum Fault {
    BROKEN("yaml-syntax", "a: [b\n"),
    TABS("yaml-syntax", "a:\n\t- b\n"),
    TWO_DOCUMENTS("yaml-syntax", "a: 1\n---\nb: 2\n"),
    BAD_ESCAPE("yaml-syntax", "a: \"\\UFFFFFFFF\"\n"),
    ONE_WORD("wrong-type", "words\n"),
    SAYS_NOTHING("empty-file", "# to be written\n"),
    EMPTY("empty-file", ""),
    BARE_NUL("control-character", "a: \0\n"),
    ESCAPED_NUL("control-character", "a: \"\\0\"\n"),
    HALF_A_PAIR("control-character", "a: \"\\uD800\"\n"),
    A_TYPE("yaml-tag", "!!javax.script.ScriptEngineManager [!!java.net.URL [\"http://x/\"]]\n"),
    SAME_KEY("duplicate-key", "a: 1\na: 2\n"),
    BOMB(
        "yaml-alias",
        "a: &a [x,x,x,x,x,x,x,x,x]\n"
            + "b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
            + "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
            + "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n"
            + "e: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\n"
            + "f: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\n"
            + "g: &g [*f,*f,*f,*f,*f,*f,*f,*f,*f]\n"),
    OWN_TAIL("yaml-alias", "&a [*a]\n"),
    DEEP_BRACKETS("nesting-too-deep", "[".repeat(100_000)),
    DEEP_BRACES("nesting-too-deep", "{a: ".repeat(100_000)),
    DEEP_HYPHENS("nesting-too-deep", "- ".repeat(100_000));

    final String code;
    final String text;

    Fault(String code, String text) {
      this.code = code;
      this.text = text;
    }
  }

  @TempDir Path place;
  @TempDir static Path before;
  private SampleArchive archive;
  private Map<String, String> old;

  @BeforeAll
  static void buildTheOldSite() throws IOException {
    assertThat(archive(before).run("build").exit()).isZero();
  }

  @BeforeEach
  void layOut() throws IOException {
    archive = archive(place);
    archive.add(before.resolve("site"), archive.site());
    old = SampleArchive.snapshot(archive.site());
  }

  private static SampleArchive archive(Path place) throws IOException {
    return SampleArchive.in(place)
        .with("content/pages/about/page.yaml", "title: {zh: 关于, en: About}\n")
        .with("content/pages/about/zh.md", "话。\n")
        .with("content/pages/about/en.md", "Words.\n");
  }

  /** Builds, and gives what was told: with exit code 1, no exception, and an untouched site. */
  private String told(int mostMegabytes) throws IOException {
    Invocation build = archive.run("build");
    assertThat(build.exit()).as(build.err()).isEqualTo(1);
    assertThat(build.err())
        .hasSizeLessThan(mostMegabytes << 20)
        .doesNotContain("Exception", "\tat ", place.toRealPath() + "/.");
    assertThat(SampleArchive.snapshot(archive.site())).isEqualTo(old);
    return archive.told(build.err());
  }

  private static void assertTold(String told, String file, String code) {
    assertThat(told)
        .as("%s in %s", code, file)
        .containsPattern(
            "(?m)^" + java.util.regex.Pattern.quote(file) + ":\\d+:\\d+: .*\\[" + code + "]$");
  }

  @ParameterizedTest
  @EnumSource
  void tellsWhatIsWrongWithEveryFileOfYamlInOneRun(Fault fault) throws IOException {
    for (String file : LISTS) {
      archive.with(file, fault.text);
    }
    for (String file : MAPS) {
      archive.with(file, fault.text);
    }
    String told = told(1);
    LISTS.forEach(file -> assertTold(told, file, fault.code));
    MAPS.forEach(file -> assertTold(told, file, fault.code));
  }

  @ParameterizedTest
  @EnumSource
  void tellsWhatIsWrongWithTheSettingsOfAnArchiveAndOfATheme(Fault fault) throws IOException {
    archive.with("themes/plain/theme.yaml", fault.text);
    assertTold(told(1), "themes/plain/theme.yaml", fault.code);
    archive.with("content/archive.yaml", fault.text);
    assertTold(told(1), "content/archive.yaml", fault.code);
  }

  @ParameterizedTest
  @EnumSource
  void tellsWhatIsWrongWithFrontMatter(Fault fault) throws IOException {
    archive.with("content/reports/2020/single.zh.md", "---\n" + fault.text + "\n---\n话。\n");
    String told = told(1);
    boolean silent = fault == Fault.EMPTY || fault == Fault.TWO_DOCUMENTS;
    assertTold(told, "content/reports/2020/single.zh.md", silent ? "missing-f[a-z]+" : fault.code);
  }

  @Test
  void tellsEveryFileThatIsNoText() throws IOException {
    byte[] chinese = "银川市".getBytes(java.nio.charset.Charset.forName("GB18030"));
    for (List<String> files : List.of(LISTS, MAPS, TEXTS, List.of(TEMPLATE))) {
      for (String file : files) {
        archive.with(file, chinese);
      }
    }
    String told = told(1);
    for (List<String> files : List.of(LISTS, MAPS, TEXTS, List.of(TEMPLATE))) {
      files.forEach(file -> assertTold(told, file, "invalid-utf8"));
    }
  }

  @Test
  void tellsEveryFileThatIsTooLarge() throws IOException {
    for (List<String> files : List.of(LISTS, MAPS, TEXTS, List.of(TEMPLATE))) {
      for (String file : files) {
        try (RandomAccessFile large = new RandomAccessFile(place.resolve(file).toFile(), "rw")) {
          large.setLength(50 << 20);
        }
      }
    }
    String told = told(1);
    for (List<String> files : List.of(LISTS, MAPS, TEXTS, List.of(TEMPLATE))) {
      files.forEach(file -> assertTold(told, file, "file-too-large"));
    }
  }

  @Test
  void tellsEveryFolderThatShouldBeAFile() throws IOException {
    for (List<String> files : List.of(LISTS, MAPS, TEXTS)) {
      for (String file : files) {
        Files.deleteIfExists(place.resolve(file));
        Files.createDirectory(place.resolve(file));
      }
    }
    String told = told(1);
    for (List<String> files : List.of(LISTS, MAPS, TEXTS)) {
      files.forEach(file -> assertTold(told, file, "not-a-file"));
    }
  }

  @Test
  void followsNoLinkOutOfTheArchive() throws IOException {
    Path secret = Files.writeString(place.resolve("secret.txt"), "- id: secret\n");
    Path outside = Files.createDirectory(place.resolve("outside"));
    Files.delete(place.resolve("content/units.yaml"));
    Files.createSymbolicLink(place.resolve("content/units.yaml"), secret);
    Files.delete(place.resolve(REPORT + "zh.md"));
    Files.createSymbolicLink(place.resolve(REPORT + "zh.md"), secret);
    Files.createSymbolicLink(place.resolve(REPORT + "photo.png"), secret);
    Files.createSymbolicLink(place.resolve("content/reports/2019"), outside);
    Files.createSymbolicLink(place.resolve("themes/plain/assets/secret.txt"), secret);
    String told = told(1);
    assertTold(told, "content/units.yaml", "unsafe-path");
    assertTold(told, REPORT + "zh.md", "unsafe-path");
    assertTold(told, REPORT + "photo.png", "unsafe-path");
    assertTold(told, "content/reports/2019", "unsafe-path");
    assertTold(told, "themes/plain/assets/secret.txt", "unsafe-path");
    assertThat(told).doesNotContain("id: secret");
  }

  @Test
  void walksNoCircleOfLinksAndReadsNoLinkToNothing() throws IOException {
    for (int i = 0; i < 30; i++) {
      Files.createSymbolicLink(
          place.resolve("content/reports/2020/circle" + i), place.resolve("content/reports"));
      Files.createSymbolicLink(
          place.resolve("themes/plain/assets/circle" + i), place.resolve("themes/plain"));
    }
    Files.createSymbolicLink(place.resolve("content/glossary.yaml"), Path.of("nothing.yaml"));
    Files.createSymbolicLink(place.resolve("content/regions.yaml"), Path.of("regions.yaml"));
    String told = told(1);
    assertTold(told, "content/reports/2020/circle29", "unsafe-path");
    assertTold(told, "themes/plain/assets/circle29", "unsafe-path");
    assertTold(told, "content/glossary.yaml", "unreadable-file");
    assertTold(told, "content/regions.yaml", "unreadable-file");
    assertThat(told).doesNotContain("duplicate-id");
  }

  @Test
  void readsAListOfAHundredThousandWithMistakesInEachAndALongLine() throws IOException {
    archive.with(
        "content/units.yaml", "- {id: people, label: {zh: 人, en: people}, x: y}\n".repeat(10_000));
    String report = Files.readString(place.resolve(REPORT + "report.yaml"));
    archive.with(
        REPORT + "report.yaml",
        report.replace("programmes: [homes]", "programmes: [" + "h,".repeat(100_000) + "homes]"));
    String told = told(200);
    assertTold(told, "content/units.yaml", "unknown-field");
    assertThat(told.lines().filter(line -> line.contains("[unknown-programme]")).count())
        .isEqualTo(100_000);
  }

  @Test
  void takesNoNumberThatFillsTheMemory() throws IOException {
    String report = Files.readString(place.resolve(REPORT + "report.yaml"));
    for (String number :
        List.of("1e999999999", "9".repeat(100_000), "NaN", "0x10", "1_000", "--1")) {
      archive.with(
          REPORT + "report.yaml", report.replace("34000000", number) + "updated: " + number + "\n");
      String told = told(1);
      assertTold(told, REPORT + "report.yaml", "bad-value");
      assertTold(told, REPORT + "report.yaml", "bad-date");
    }
  }

  @Test
  void readsTextsThatNestWithoutEnd() throws IOException {
    for (String nest : List.of("> ", "- ", "[", "*a **b ", "![", "<b>", "1. ", "`` ` ", "\\")) {
      archive.with(REPORT + "zh.md", nest.repeat(10_000) + "话\n");
      Invocation check = archive.run("check");
      assertThat(check.exit()).as(nest).isEqualTo(1);
      assertThat(check.err()).doesNotContain("Exception", "Error");
    }
    Files.delete(place.resolve(REPORT + "zh.md"));
    archive.with(REPORT + "zh.html", "<div>".repeat(100_000) + "话");
    assertThat(told(1)).contains(REPORT + "zh.html");
  }

  @Test
  void letsNoEntityBringInTheCharactersThatMarkLinks() throws IOException {
    archive.with(REPORT + "zh.md", "银川市总工会投入3400万元&#xE001;file:x&#xE002;。\n\n&#57345;&#0;家。\n");
    Invocation build = archive.run("build");
    assertThat(build.exit()).as(build.err()).isLessThan(2);
    for (String page : SampleArchive.snapshot(archive.site()).values()) {
      assertThat(new String(page.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
          .doesNotContain("\uE001", "\uE002", "\0");
    }
  }

  @Test
  void lettersOfAnIdDoNotLeaveTheArchive() throws IOException {
    archive.with(
        "content/programmes.yaml",
        "- {id: ../../etc, label: {zh: 家, en: home}, scope: {zh: 家。, en: Home.}}\n");
    archive.with(
        REPORT + "report.yaml",
        Files.readString(place.resolve(REPORT + "report.yaml")) + "aliases: [../../x, A, '']\n");
    String told = told(1);
    assertTold(told, "content/programmes.yaml", "bad-id");
    assertTold(told, REPORT + "report.yaml", "bad-id");
    assertTold(told, REPORT + "report.yaml", "bad-value");
  }
}
