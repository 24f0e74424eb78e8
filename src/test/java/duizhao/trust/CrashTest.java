package duizhao.trust;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.cli.Invocation;
import duizhao.golden.SampleArchive;
import duizhao.publish.SitePublisher;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole builds that are killed, that run out of room, or that may not write: afterwards the site is
 * wholly the old or wholly the new one, and the next build mends what lies about.
 */
class CrashTest {

  private static final int KILLS = 50;
  private static final int SECOND_KILLS = 10;
  private static final String REPORT = "content/reports/2020/yinchuan-homes/";

  @TempDir private Path place;

  private Path site;
  private SampleArchive one;
  private SampleArchive other;

  /** Two archives whose sites differ in most files. */
  @BeforeEach
  void layOut() throws IOException {
    site = place.resolve("out/site");
    Files.createDirectories(site.getParent());
    one = SampleArchive.in(Files.createDirectory(place.resolve("one")));
    other = SampleArchive.in(Files.createDirectory(place.resolve("other")));
    String text = Files.readString(other.folder().resolve(REPORT + "en.md"));
    other.with(REPORT + "en.md", text.replaceFirst("\n", " Another said so.\n"));
  }

  private static String[] build(SampleArchive archive, Path site) {
    return new String[] {
      "build",
      "--quiet",
      "--content",
      archive.content().toString(),
      "--themes",
      archive.themes().toString(),
      "--output",
      site.toString()
    };
  }

  private Map<String, String> built(SampleArchive archive) throws IOException {
    Invocation build = Invocation.of(build(archive, site));
    assertThat(build.exit()).as(build.err()).isZero();
    return SampleArchive.snapshot(site);
  }

  private List<String> beside() throws IOException {
    try (Stream<Path> all = Files.list(site.getParent())) {
      return all.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  // ---- killed ----

  /**
   * A process that builds the one and the other archive in turn is killed, fifty times: most kills
   * are spread over the time that its first two builds take, from the moment it is ready; the last
   * come as its second build begins. It begins with the archive that the site is not made of.
   */
  @Test
  void isWhollyTheOldOrTheNewSiteAfterFiftyKills() throws Exception {
    long seed = Long.getLong("kill.seed", System.nanoTime());
    Random random = new Random(seed);
    Map<String, String> first = built(one);
    Map<String, String> second = built(other);
    assertThat(first).isNotEqualTo(second);
    Classes classes = Classes.archived(place, build(one, place.resolve("none/site")));
    boolean stands = false; // the first
    long twoBuilds = 0;
    int[] found = new int[2];
    int mended = 0;
    for (int round = -1; round < KILLS; round++) {
      SampleArchive next = stands ? other : one;
      Process process =
          java(classes, Alternate.class, next.folder(), (stands ? one : other).folder(), site);
      try {
        assertThat(process.getInputStream().read()).isEqualTo('r');
        long start = System.nanoTime();
        if (round < 0) { // to see how long they take
          assertThat(process.getInputStream().readNBytes(2)).containsExactly('b', 'b');
          twoBuilds = System.nanoTime() - start;
        } else {
          long part = twoBuilds / KILLS;
          boolean late = round >= KILLS - SECOND_KILLS;
          if (late) {
            assertThat(process.getInputStream().read()).isEqualTo('b');
          }
          TimeUnit.NANOSECONDS.sleep((late ? 0 : round * part) + random.nextLong(part));
        }
      } finally {
        process.destroyForcibly().waitFor();
      }
      Map<String, String> left = SampleArchive.snapshot(site);
      assertThat(left).as("round %d, -Dkill.seed=%d", round, seed).isIn(first, second);
      mended += beside().size() > 1 ? 1 : 0;
      SitePublisher.open(site).close();
      assertThat(SampleArchive.snapshot(site)).as("round %d, mended", round).isEqualTo(left);
      assertThat(beside()).containsExactly("site");
      boolean stood = stands;
      stands = left.equals(first);
      found[stands == stood ? 0 : 1]++;
    }
    System.out.println(
        "CrashTest: %d kills within %d ms: %d left the old site, %d a new one; %d left something to mend; seed %d"
            .formatted(KILLS, twoBuilds / 1_000_000, found[0], found[1], mended, seed));
    assertThat(found).doesNotContain(0);
    assertThat(mended).isGreaterThan(KILLS / 10);
    assertThat(built(one)).isEqualTo(first);
  }

  /** Builds two archives in turn until it is killed. */
  static final class Alternate {
    public static void main(String[] arguments) {
      System.out.print("r");
      System.out.flush();
      for (int n = 0; ; n++) {
        Invocation.of(build(new SampleArchive(Path.of(arguments[n % 2])), Path.of(arguments[2])));
        System.out.print("b");
        System.out.flush();
      }
    }
  }

  // ---- no room ----

  /**
   * On a disk with less and less room each build says so and leaves the old site; with room again
   * it succeeds. Where the system lets nobody mount a small disk, a limit on the length of files
   * stands in for it.
   */
  @Test
  void leavesTheOldSiteOnAFullDisk() throws Exception {
    Path disk = Files.createDirectory(place.resolve("disk"));
    boolean mounts = mounts();
    List<String> before =
        mounts
            ? namespace("mount -t tmpfs -o size=6m tmpfs '" + disk + "'")
            : List.of("sh", "-c", "ulimit -f 16; exec \"$@\"", "sh");
    Process process =
        java(before, FillUp.class, one.folder(), other.folder(), disk, Path.of("" + mounts));
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    System.out.print(said);
    assertThat(said).contains(mounts ? "10 builds without room" : "1 builds without room");
  }

  /** Leaves a build less and less room; ends with an exception where something is lost. */
  static final class FillUp {
    public static void main(String[] arguments) throws IOException {
      SampleArchive first = new SampleArchive(Path.of(arguments[0]));
      SampleArchive second = new SampleArchive(Path.of(arguments[1]));
      Path disk = Path.of(arguments[2]);
      boolean small = Boolean.parseBoolean(arguments[3]);
      Path site = disk.resolve("site");
      Map<String, String> old = Map.of();
      if (small) {
        expect(Invocation.of(build(first, site)).exit() == 0, "the disk is too small");
        old = SampleArchive.snapshot(site);
      }
      int failed = 0;
      for (int kilobytes : small ? new int[] {0, 4, 8, 16, 32, 48, 64, 96, 128, 192} : new int[1]) {
        Path filler = disk.resolve("filler");
        if (small) {
          fill(filler, kilobytes);
        }
        Invocation build = Invocation.of(build(second, site));
        expect(build.exit() == 3, kilobytes + " KB: " + build.exit() + build.err());
        expect(build.err().contains("No space left") || !small, build.err());
        expect(build.err().contains("  hint: "), build.err());
        expect(SampleArchive.snapshot(site).equals(old), "the old site has changed");
        Files.deleteIfExists(filler);
        try (Stream<Path> all = Files.list(disk)) {
          List<Path> left = all.filter(p -> !p.equals(site)).toList();
          expect(left.isEmpty(), kilobytes + " KB: this is left over: " + left);
        }
        failed++;
      }
      if (small) {
        Invocation build = Invocation.of(build(second, site));
        expect(build.exit() == 0, build.err());
        expect(!SampleArchive.snapshot(site).equals(old), "the new site is not there");
      }
      System.out.println("CrashTest: " + failed + " builds without room");
    }

    /** Takes all room but as many kilobytes. */
    private static void fill(Path filler, int kilobytes) throws IOException {
      long room = Files.getFileStore(filler.getParent()).getUsableSpace();
      Files.write(filler, new byte[(int) room - kilobytes * 1024]);
    }

    private static void expect(boolean right, String otherwise) {
      if (!right) {
        throw new IllegalStateException(otherwise);
      }
    }
  }

  // ---- no right ----

  @Test
  void leavesTheOldSiteWhereNothingMayBeWritten() throws Exception {
    Map<String, String> old = built(one);
    Path parent = site.getParent();
    String mount = "mount --bind '%1$s' '%1$s' && mount -o remount,ro,bind '%1$s'";
    List<String> before =
        mounts()
            ? namespace(mount.formatted(parent))
            : List.of("sh", "-c", "chmod a-w '" + parent + "'; exec \"$@\"", "sh");
    Process process = java(before, Build.class, other.folder(), site);
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isEqualTo(3);
    assertThat(said)
        .contains(site.getParent().toString(), "  hint: ")
        .doesNotContain("fault of the program");
    assertThat(parent.toFile().setWritable(true)).isTrue();
    assertThat(SampleArchive.snapshot(site)).isEqualTo(old);
    assertThat(beside()).containsExactly("site");
    assertThat(built(other)).isNotEqualTo(old);
  }

  /** Builds once and ends as the command does. */
  static final class Build {
    public static void main(String[] arguments) {
      Invocation build =
          Invocation.of(build(new SampleArchive(Path.of(arguments[0])), Path.of(arguments[1])));
      System.out.print(build.err());
      System.out.flush();
      System.exit(build.exit());
    }
  }

  // ---- not now, and not there ----

  @Test
  void aSecondBuildAtTheSameTimeIsToldToWait() throws IOException {
    Map<String, String> old = built(one);
    try (SitePublisher first = SitePublisher.open(site)) {
      Invocation second = Invocation.of(build(other, site));
      assertThat(second.exit()).isEqualTo(3);
      assertThat(second.err())
          .contains("another build is at work on", "\n  hint: wait until it ends");
      assertThat(first.files()).isZero();
    }
    assertThat(SampleArchive.snapshot(site)).isEqualTo(old);
    assertThat(built(other)).isNotEqualTo(old);
  }

  /** Neither a folder of somebody's nor one whose file only bears the name of our marker. */
  @Test
  void aFolderThatIsNotOursIsNotReplaced() throws IOException {
    for (String file : List.of("thesis.txt", SitePublisher.MANIFEST)) {
      Path mine = Files.createDirectories(place.resolve("mine-" + file));
      Files.writeString(mine.resolve(file), "mine\n");
      Files.writeString(mine.resolve("more.txt"), "mine\n");
      Invocation build = Invocation.of(build(one, mine));
      assertThat(build.exit()).as(file).isEqualTo(3);
      assertThat(build.err()).contains("holds files that duizhao did not make", "\n  hint: ");
      assertThat(SampleArchive.snapshot(mine))
          .containsOnlyKeys(file, "more.txt")
          .containsValue("mine\n");
    }
  }

  // ---- the means ----

  /** Whether this user may mount a small disk in a namespace of his own. */
  private boolean mounts() throws IOException, InterruptedException {
    Path point = Files.createDirectories(place.resolve("try"));
    List<String> command =
        new ArrayList<>(namespace("mount -t tmpfs -o size=64k tmpfs '" + point + "'"));
    command.add("true");
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
  }

  private static List<String> namespace(String mount) {
    return List.of(
        "unshare", "--map-root-user", "--mount", "sh", "-c", mount + " && exec \"$@\"", "sh");
  }

  /**
   * Where a process has its classes from.
   *
   * @param options for the JVM
   */
  private record Classes(String path, List<String> options) {

    static final Classes OURS = new Classes(System.getProperty("java.class.path"), List.of());

    /**
     * The same classes, those that a command loads also as the JVM keeps them in memory: fifty
     * processes start sooner. Folders do not do for that, so they are put into a jar.
     */
    static Classes archived(Path place, String... command)
        throws IOException, InterruptedException {
      List<String> path = new ArrayList<>();
      Path jar = place.resolve("classes.jar");
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
        out.setLevel(Deflater.NO_COMPRESSION);
        Set<String> known = new HashSet<>();
        for (String entry : OURS.path.split(File.pathSeparator)) {
          if (!Files.isDirectory(Path.of(entry))) {
            path.add(entry);
            continue;
          }
          for (Map.Entry<String, byte[]> file : files(Path.of(entry)).entrySet()) {
            if (known.add(file.getKey())) {
              out.putNextEntry(new JarEntry(file.getKey()));
              out.write(file.getValue());
            }
          }
        }
      }
      path.add(0, jar.toString());
      String joined = String.join(File.pathSeparator, path);
      Path archive = place.resolve("classes.jsa");
      Process process =
          java(
              List.of(),
              new Classes(joined, List.of("-XX:ArchiveClassesAtExit=" + archive)),
              "duizhao.cli.Main",
              command);
      process.getInputStream().readAllBytes();
      assertThat(process.waitFor()).isZero();
      return new Classes(joined, List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:disable"));
    }

    private static Map<String, byte[]> files(Path folder) throws IOException {
      Map<String, byte[]> files = new TreeMap<>();
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          files.put(
              folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        }
      }
      return files;
    }
  }

  private static Process java(Classes classes, Class<?> main, Path... arguments)
      throws IOException {
    return java(
        List.of(),
        classes,
        main.getName(),
        Stream.of(arguments).map(Path::toString).toArray(String[]::new));
  }

  static Process java(List<String> before, Class<?> main, Path... arguments) throws IOException {
    return java(
        before,
        Classes.OURS,
        main.getName(),
        Stream.of(arguments).map(Path::toString).toArray(String[]::new));
  }

  private static Process java(
      List<String> before, Classes classes, String main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:-UsePerfData",
            "--enable-native-access=ALL-UNNAMED", // later Javas warn otherwise
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dfile.encoding=UTF-8"));
    command.addAll(classes.options);
    command.addAll(List.of("-cp", classes.path, main));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder.start();
  }
}
