package duizhao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.edit.ContentFile;
import duizhao.golden.SampleArchive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An editor's commands on a full disk, killed on the way, and among files that are none. */
class HardTimesTest {

  private static final String ID = "yinchuan-homes";
  private static final String FOLDER = "content/reports/2020/" + ID + "/";
  private static final String PAGE = "银川工会建成职工之家\n本报讯（记者王芳）银川市总工会投入3400万元，建成一处职工之家。\n";

  @TempDir private Path place;
  private SampleArchive archive;
  private String content;

  @BeforeEach
  void copy() throws IOException {
    archive = SampleArchive.in(place);
    content = archive.content().toString();
    archive.with(FOLDER + "zh.md", "投入3400万元,建成一处。\n\n他说：“到家了。”\n");
    archive.with(FOLDER + "en.md", "It cost 34 million yuan.\n\n“Home”, he said.\n");
    Files.writeString(place.resolve("page.txt"), PAGE);
    assertThat(
            Invocation.of(
                    "translate", "export", ID, "-c", content, "-o", place.resolve("x").toString())
                .exit())
        .isZero();
    Path xliff = xliff();
    Files.writeString(
        xliff, Files.readString(xliff).replace("<target>It cost", "<target>They cost"));
  }

  private Path xliff() {
    return place.resolve("x/" + ID + ".xlf");
  }

  /** Every command that writes, by its name. */
  private Map<String, List<String>> writing() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put("accept", List.of("accept", ID, "--by", "王芳", "-c", content));
    all.put("fix", List.of("check", "--fix", "-c", content, "--themes", "" + archive.themes()));
    all.put("archive", List.of("new", "archive", place.resolve("a").toString()));
    all.put("report", List.of("new", "report", "a-report", "-c", content));
    all.put("over", List.of("new", "report", ID, "--force", "-c", content));
    all.put("schema", List.of("schema", "--output", place.resolve("s").toString()));
    all.put(
        "review", List.of("review", ID, "-c", content, "-o", place.resolve("r.html").toString()));
    all.put(
        "export",
        List.of("translate", "export", ID, "-c", content, "-o", place.resolve("y").toString()));
    all.put("translate", List.of("translate", "import", xliff().toString(), "-c", content));
    all.put("import", List.of("import", "--into", content, place.resolve("page.txt").toString()));
    return all;
  }

  // ---- a full disk ----

  /** A limit on the size of files stands in for a full disk. */
  @Test
  void onAFullDiskEachCommandSaysWhatItCouldNotWriteAndChangesNothing() throws Exception {
    Map<String, String> before = everything();
    List<String> lines =
        writing().values().stream().map(words -> String.join("\t", words)).toList();
    Process process =
        java(List.of("sh", "-c", "ulimit -f 0; exec \"$@\"", "sh"), Each.class, lines);
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    List<String> told = List.of(said.split("\f"));
    assertThat(told).hasSize(lines.size());
    for (int i = 0; i < told.size(); i++) {
      assertThat(told.get(i))
          .as(lines.get(i))
          .startsWith("exit 3\n")
          .containsPattern("duizhao: (\".+\" cannot be written: .+|File too large: /.+)")
          .contains("\n  hint: ")
          .doesNotContain("fault of the program", "\tat ", "Exception");
    }
    assertThat(everything()).isEqualTo(before);
  }

  /** Runs command lines, one an argument, their words apart by tabs. */
  static final class Each {
    public static void main(String[] arguments) {
      for (String line : arguments) {
        Invocation run = Invocation.of(line.split("\t"));
        System.out.print("exit " + run.exit() + "\n" + run.err() + "\f");
      }
    }
  }

  // ---- a killed run ----

  /**
   * Each command runs again and again in a process that is killed at some moment. Whatever it was
   * doing, each report reads as before or as after, and the next run succeeds.
   */
  @Test
  void aKilledRunLeavesNothingHalfWritten() throws Exception {
    long seed = Long.getLong("kill.seed", System.nanoTime());
    System.out.println("HardTimesTest: -Dkill.seed=" + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 6; round++) {
      Process process = java(List.of(), Forever.class, List.of(place.toString(), content));
      assertThat(process.getInputStream().read()).isEqualTo('r');
      Thread.sleep(random.nextInt(400));
      process.destroyForcibly().waitFor();
      for (String file : List.of("zh.md", "en.md")) {
        String text = Files.readString(place.resolve(FOLDER + file));
        assertThat(text).as("round " + round).endsWith("\n").hasSizeBetween(20, 200);
      }
      wholeArchives(round);
      Invocation check = archive.run("check");
      assertThat(check.exit()).as("round " + round + ": " + check.out()).isZero();
      for (String[] again : Forever.commands(place, content)) {
        Invocation run = Invocation.of(again);
        assertThat(run.exit()).as(String.join(" ", again) + ": " + run.err()).isZero();
      }
    }
  }

  /** Each archive that was begun is there with all its files, or not at all; so is the next one. */
  private void wholeArchives(int round) throws IOException {
    Path next = place.resolve("archive-" + round + "-next");
    assertThat(Invocation.of("new", "archive", next.toString()).exit()).isZero();
    Set<String> whole = SampleArchive.snapshot(next).keySet();
    assertThat(whole).hasSizeGreaterThan(20);
    try (Stream<Path> folders = Files.list(place)) {
      for (Path folder : folders.toList()) {
        if (folder.getFileName().toString().startsWith("archive-")) {
          assertThat(SampleArchive.snapshot(folder).keySet()).as("" + folder).isEqualTo(whole);
        }
      }
    }
  }

  /** Goes from one state to the other and back until it is killed. */
  static final class Forever {
    static List<String[]> commands(Path place, String content) {
      String page = place.resolve("page.txt").toString();
      return List.of(
          new String[] {"accept", ID, "--by", "王芳", "-c", content},
          new String[] {"check", "--fix", "-c", content, "--themes", place + "/themes"},
          new String[] {"new", "report", "a-report", "--force", "-c", content},
          new String[] {"schema", "--output", place + "/s"},
          new String[] {"review", ID, "-c", content, "-o", place + "/r.html"},
          new String[] {"translate", "export", ID, "--force", "-c", content, "-o", place + "/y"},
          new String[] {"translate", "import", place + "/y/" + ID + ".xlf", "-c", content},
          new String[] {
            "import", "--force", "--newspaper", "daily", "--date", "2020", "--into", content, page
          });
    }

    public static void main(String[] arguments) throws IOException {
      Path place = Path.of(arguments[0]);
      Path zh = place.resolve(FOLDER + "zh.md");
      System.out.print("r");
      System.out.flush();
      for (int n = 0; ; n++) {
        Invocation.of("new", "archive", place + "/archive-" + System.nanoTime());
        for (String[] command : commands(place, arguments[1])) {
          Invocation.of(command);
          if (command[0].equals("check")) {
            ContentFile text = ContentFile.read(zh);
            int mark = text.text().indexOf('，');
            if (mark > 0) {
              text.change(List.of(new ContentFile.Change(mark, mark + 1, ",")));
            }
          }
        }
      }
    }
  }

  // ---- files that are none ----

  @Test
  void whatIsNoFileIsNotRead() throws Exception {
    Path pipe = place.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    for (String file : List.of("/dev/zero", pipe.toString(), place.toString())) {
      told(file, "translate", "import", file, "-c", content);
      told(file, "import", "--into", content, file);
      told(file, "review", ID, "-c", content, "-o", file);
    }
    Files.delete(place.resolve(FOLDER + "en.md"));
    Files.move(pipe, place.resolve(FOLDER + "en.md"));
    Map<String, String> before = everything();
    for (List<String> command :
        List.of(
            List.of("status", ID),
            List.of("accept", ID, "--by", "王芳"),
            List.of("review", ID),
            List.of("translate", "export", ID, "-o", place.resolve("z").toString()))) {
      List<String> all = new ArrayList<>(command);
      all.addAll(List.of("-c", content));
      Invocation run = Invocation.of(all.toArray(String[]::new));
      assertThat(run.exit()).as(command.toString()).isEqualTo(1);
      assertThat(run.err() + run.out()).contains("en.md:1:1: error: ", "[not-a-file]");
    }
    assertThat(everything()).isEqualTo(before);
    Invocation fix = archive.run("check", "--fix"); // the other text has no error, and is corrected
    assertThat(fix.exit()).isEqualTo(1);
    assertThat(fix.out()).contains("zh.md:1:9: fixed: ", "[not-a-file]");
  }

  private static void told(String file, String... command) {
    Invocation run = Invocation.of(command);
    assertThat(run.exit()).as(String.join(" ", command)).isIn(1, 3);
    assertThat(run.err()).contains(file).doesNotContain("fault of the program").contains("hint: ");
  }

  // ---- half-saved files ----

  @Test
  void halfSavedFilesAreToldAndNothingIsChanged() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(archive.content())) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      byte[] whole = Files.readAllBytes(file);
      for (int part = 0; part < 3; part++) {
        Files.write(file, Arrays.copyOf(whole, whole.length * part / 3));
        Map<String, String> before = everything();
        for (List<String> command :
            List.of(
                List.of("status", "-c", content),
                List.of("accept", "no-such-report", "-c", content),
                List.of("new", "report", ID, "-c", content),
                List.of("review", "no-such-report", "-c", content),
                List.of("translate", "export", "no-such-report", "-c", content),
                List.of(
                    "import", "--dry-run", "--into", content, "" + place.resolve("page.txt")))) {
          Invocation run = Invocation.of(command.toArray(String[]::new));
          assertThat(run.exit()).as(file + " " + part + " " + command).isLessThan(3);
          assertThat(run.err()).doesNotContain("fault of the program");
        }
        assertThat(everything()).as(file + " " + part).isEqualTo(before);
      }
      Files.write(file, whole);
    }
  }

  // ---- the means ----

  private Map<String, String> everything() throws IOException {
    Map<String, String> everything = new TreeMap<>();
    try (Stream<Path> all = Files.walk(place)) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        everything.put(
            place.relativize(path).toString(),
            new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
      }
    }
    return everything;
  }

  private static Process java(List<String> before, Class<?> main, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:-UsePerfData", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder.start();
  }
}
