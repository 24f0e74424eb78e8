package duizhao;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.cli.Invocation;
import duizhao.golden.SampleArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A build of what has not changed does nothing; any other gives the same site as one from nothing.
 */
class RebuildTest {

  private static final String YINCHUAN = "reports/2020/yinchuan-homes/";
  private static final String NOTHING = "nothing has changed since";

  /** After this no file system's clock is still where it was. */
  private static final int TICK_MILLIS = 60;

  @TempDir Path folder;

  private SampleArchive archive;
  private Path content;
  private Path site;

  @BeforeEach
  void build() throws Exception {
    archive = SampleArchive.in(folder);
    content = archive.content();
    site = archive.site();
    Thread.sleep(TICK_MILLIS);
    assertThat(run()).contains(" - published ");
  }

  /** Builds, and gives the last line of what is told. */
  private String run(String... options) {
    Invocation done = building(site, options);
    assertThat(done.exit()).as(done.err()).isZero();
    return done.err().lines().reduce("", (a, b) -> b);
  }

  private Invocation building(Path output, String... options) {
    List<String> arguments = new ArrayList<>(List.of("build", "--output", output.toString()));
    arguments.addAll(List.of("--content", content.toString()));
    arguments.addAll(List.of("--themes", archive.themes().toString()));
    arguments.addAll(List.of(options));
    return Invocation.in(
        Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString()),
        arguments.toArray(String[]::new));
  }

  /** The next build does its work, and the one after it nothing. */
  private void builtAfter(String change) throws Exception {
    Thread.sleep(TICK_MILLIS);
    assertThat(run()).as(change).contains(" - published ");
    assertThat(run()).as("nothing after " + change).contains(NOTHING);
  }

  @Test
  void nothingIsDoneWhereNothingHasChanged() throws Exception {
    Map<String, String> before = SampleArchive.snapshot(site);
    FileTime made = Files.getLastModifiedTime(site.resolve("index.html"));
    assertThat(run()).contains("1 report, ", "zh + en, ", NOTHING).contains(" files, ");
    assertThat(Files.getLastModifiedTime(site.resolve("index.html"))).isEqualTo(made);
    assertThat(SampleArchive.snapshot(site)).isEqualTo(before);
  }

  @Test
  void whatWasFoundIsToldAgainAndStopsWhatItStopped() throws Exception {
    Path text = content.resolve(YINCHUAN + "en.md");
    Files.writeString(text, Files.readString(text).replace("34 million", "35 million"));
    Thread.sleep(TICK_MILLIS);
    String first = building(site).err();
    String again = building(site).err();
    assertThat(first).contains("en.md:", "hint: ");
    assertThat(again).contains(NOTHING);
    assertThat(withoutSummary(again)).isEqualTo(withoutSummary(first));
    Invocation strict = building(site, "--strict");
    assertThat(strict.exit()).isEqualTo(1);
    assertThat(strict.err()).contains("nothing was published");
  }

  private static List<String> withoutSummary(String told) {
    List<String> lines = told.lines().toList();
    return lines.subList(0, lines.size() - 1);
  }

  // ---- what makes it build again ----

  @Test
  void aTextOfTheSameLengthAndTime() throws Exception {
    Path text = content.resolve(YINCHUAN + "zh.md");
    FileTime time = Files.getLastModifiedTime(text);
    Files.writeString(text, Files.readString(text).replace("说", "讲"));
    Files.setLastModifiedTime(text, time);
    builtAfter("an edit that keeps length and time");
  }

  @Test
  void anotherFileInItsPlace() throws Exception {
    Path text = content.resolve(YINCHUAN + "zh.md");
    Path other = folder.resolve("other");
    Files.writeString(other, Files.readString(text).replace("说", "讲"));
    Files.setLastModifiedTime(other, Files.getLastModifiedTime(text));
    Files.move(other, text, StandardCopyOption.REPLACE_EXISTING);
    builtAfter("a file moved in");
  }

  @Test
  void filesThatComeGoAndMove() throws Exception {
    Folders.copy(content.resolve(YINCHUAN), content.resolve("reports/2021/again"));
    builtAfter("a new report");
    Files.move(content.resolve("reports/2021/again"), content.resolve("reports/2021/once-more"));
    builtAfter("a report renamed");
    Folders.delete(content.resolve("reports/2021"));
    builtAfter("a report deleted");
    archive.with("themes/plain/assets/css/new.css", ".new { margin: 0 }\n");
    builtAfter("a style added");
  }

  @Test
  void anotherRequest() {
    assertThat(run("--lang", "zh")).contains("zh, ").contains(" - published ");
    assertThat(run("--lang", "zh")).contains(NOTHING);
    assertThat(run("--base-url", "https://example.org/")).contains(" - published ");
    assertThat(run()).contains(" - published ");
    assertThat(run("--fresh")).contains(" - published ");
    assertThat(run()).contains(NOTHING);
  }

  @Test
  void aSiteThatSomebodyTouched() throws Exception {
    Map<String, String> right = SampleArchive.snapshot(site);
    Thread.sleep(TICK_MILLIS);
    Path page = site.resolve("zh/index.html");
    FileTime time = Files.getLastModifiedTime(page);
    Files.writeString(page, Files.readString(page).replace("说", "讲"));
    Files.setLastModifiedTime(page, time);
    builtAfter("a page edited, its length and time kept");
    assertThat(SampleArchive.snapshot(site)).isEqualTo(right);
    Files.delete(site.resolve("en/index.html"));
    builtAfter("a page deleted");
    assertThat(SampleArchive.snapshot(site)).isEqualTo(right);
    Files.writeString(site.resolve("zh/extra.html"), "extra");
    builtAfter("a page added");
    assertThat(SampleArchive.snapshot(site)).isEqualTo(right);
    Folders.delete(site);
    builtAfter("the site deleted");
    assertThat(SampleArchive.snapshot(site)).isEqualTo(right);
  }

  @Test
  void whatAKilledBuildLeft() throws Exception {
    Files.createDirectories(folder.resolve(".site.next/zh"));
    builtAfter("a build half done");
    assertThat(folder.resolve(".site.next")).doesNotExist();
  }

  @Test
  void aCacheThatIsGoneDamagedOrOfAnotherVersion() throws Exception {
    Path cache = folder.resolve("cache/duizhao");
    Folders.delete(cache);
    builtAfter("the cache deleted");
    Path file;
    try (Stream<Path> files = Files.list(cache)) {
      file = files.findFirst().orElseThrow();
    }
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(4);
    for (int i = 0; i < 20; i++) {
      byte[] damaged =
          i % 3 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
      if (damaged.length > 0) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
      }
      Files.write(file, damaged);
      builtAfter("a damaged cache");
    }
    Files.write(file, new byte[0]);
    builtAfter("an empty cache");
  }

  @Test
  void aFailedBuildForgetsNothingAndHidesNothing() throws Exception {
    Path file = content.resolve(YINCHUAN + "report.yaml");
    String right = Files.readString(file);
    Files.writeString(file, right.replace("kind:", "knid:"));
    Thread.sleep(TICK_MILLIS);
    for (int i = 0; i < 2; i++) {
      Invocation failed = building(site);
      assertThat(failed.exit()).isEqualTo(1);
      assertThat(failed.err()).contains("knid", "nothing was published");
    }
    Files.writeString(file, right);
    builtAfter("the mistake mended");
  }

  // ---- whatever happens ----

  @Test
  void anyEditsGiveTheSiteOfABuildFromNothing() throws Exception {
    Random random = new Random(7);
    Path fresh = folder.resolve("fresh/site");
    int unchanged = 0;
    for (int round = 0; round < 40; round++) {
      int edits = random.nextInt(3);
      List<String> made = new ArrayList<>();
      for (int i = 0; i < edits; i++) {
        made.add(edit(random));
      }
      if (random.nextBoolean()) {
        Thread.sleep(TICK_MILLIS);
      }
      Invocation done = building(site);
      unchanged += done.err().contains(NOTHING) ? 1 : 0;
      Folders.delete(fresh);
      Invocation expected = building(fresh, "--fresh");
      assertThat(done.exit()).as(made.toString()).isEqualTo(expected.exit());
      assertThat(withoutSummary(done.err())).isEqualTo(withoutSummary(expected.err()));
      if (expected.exit() == 0) {
        Map<String, String> ours = SampleArchive.snapshot(site);
        Map<String, String> theirs = SampleArchive.snapshot(fresh);
        assertThat(ours.keySet()).as(made.toString()).isEqualTo(theirs.keySet());
        ours.forEach((path, text) -> assertThat(text).as(path).isEqualTo(theirs.get(path)));
      }
    }
    assertThat(unchanged).isPositive();
  }

  /** Does something to the content or the theme, and says what. */
  private String edit(Random random) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Stream.concat(Files.walk(content), Files.walk(archive.themes()))) {
      files =
          all.filter(f -> f.toString().matches(".*(\\.md|vocabulary.*\\.yaml|\\.css)"))
              .sorted()
              .toList();
    }
    Path file = files.get(random.nextInt(files.size()));
    switch (random.nextInt(4)) {
      case 0 -> Files.writeString(file, Files.readString(file) + "\n");
      case 1 -> {
        FileTime time = Files.getLastModifiedTime(file);
        Files.writeString(file, Files.readString(file).replace('1', '2'));
        Files.setLastModifiedTime(file, time);
      }
      case 2 -> {
        Path there = content.resolve("reports/2021/r" + random.nextInt(100));
        if (!Files.exists(there)) {
          Folders.copy(content.resolve(YINCHUAN), there);
        }
        return "a new report, " + there;
      }
      default -> {
        Folders.delete(content.resolve("reports/2021"));
        return "reports deleted";
      }
    }
    return file + " edited";
  }
}
