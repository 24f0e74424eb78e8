package duizhao;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.site.Tree;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same input gives the same bytes, whatever the machine. */
class DeterminismTest {

  @TempDir private Path folder;

  /** SHA-256 of every file, the marker included, by path. */
  private static Map<String, String> digests(Path site) throws Exception {
    Map<String, String> digests = new TreeMap<>();
    try (Stream<Path> files = Files.walk(site)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        digests.put(
            site.relativize(file).toString().replace('\\', '/'), HexFormat.of().formatHex(digest));
      }
    }
    assertThat(digests).hasSizeGreaterThan(100);
    return digests;
  }

  /** Builds with the command in a machine of its own, in a working directory of its own. */
  private static void build(Path directory, Path content, Path themes, String... options)
      throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    build(List.of(java.toString()), directory, content, themes, options);
  }

  private static void build(
      List<String> java, Path directory, Path content, Path themes, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(java);
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of(options));
    command.addAll(
        List.of(
            "-cp",
            absolute(
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path"))),
            "duizhao.cli.Main",
            "build",
            "--strict",
            "--content",
            content.toString(),
            "--themes",
            themes.toString(),
            "--output",
            "site"));
    Files.createDirectories(directory);
    Path log = directory.resolve("log.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = process.waitFor(5, TimeUnit.MINUTES);
    if (!ended) {
      process.destroyForcibly();
    }
    assertThat(ended && process.exitValue() == 0).as(Files.readString(log)).isTrue();
  }

  private static String absolute(String classPath) {
    return Stream.of(classPath.split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .reduce((a, b) -> a + File.pathSeparator + b)
        .orElseThrow();
  }

  @Test
  void theSameInputGivesTheSameBytesOnAnyMachine() throws Exception {
    Path content = Path.of("content").toAbsolutePath();
    Path themes = Path.of("themes").toAbsolutePath();
    Path plain = folder.resolve("plain");
    build(plain, content, themes);
    Map<String, String> expected = digests(plain.resolve("site"));

    build(plain, content, themes); // over the site that is there
    assertThat(digests(plain.resolve("site"))).isEqualTo(expected);

    Path turkish = folder.resolve("türkçe yol");
    Tree.copy(content, turkish.resolve("in/content"), true);
    Tree.copy(themes, turkish.resolve("in/themes"), true);
    build(
        turkish,
        Path.of("in/content"),
        Path.of("in/themes"),
        "-Duser.language=tr",
        "-Duser.country=TR",
        "-Duser.timezone=Pacific/Kiritimati",
        "-Djava.util.concurrent.ForkJoinPool.common.parallelism=1");
    assertThat(digests(turkish.resolve("site"))).isEqualTo(expected);

    Path egyptian = folder.resolve("egyptian");
    build(
        egyptian,
        content,
        themes,
        "-Duser.language=ar",
        "-Duser.country=EG",
        "-Duser.timezone=America/St_Johns",
        "-Dfile.encoding=ISO-8859-1",
        "-Dline.separator=\r\n",
        "-Djava.util.concurrent.ForkJoinPool.common.parallelism=8");
    assertThat(digests(egyptian.resolve("site"))).isEqualTo(expected);

    Path thai = folder.resolve("thai");
    build(
        thai,
        content,
        themes,
        "-Duser.language=th",
        "-Duser.country=TH",
        "-Duser.script=Thai",
        "-Duser.timezone=Asia/Kathmandu",
        "-XX:+UnlockExperimentalVMOptions",
        "-XX:hashCode=2");
    assertThat(digests(thai.resolve("site"))).isEqualTo(expected);

    // On one processor, with rights of files that keep everybody else out.
    Path alone = folder.resolve("alone");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    build(
        List.of("sh", "-c", "umask 077; exec \"$@\"", "sh", java),
        alone,
        content,
        themes,
        "-XX:ActiveProcessorCount=1");
    assertThat(digests(alone.resolve("site"))).isEqualTo(expected);
    assertThat(Files.getPosixFilePermissions(alone.resolve("site/index.html"))).hasSize(2);

    int others = 0;
    for (Path other : otherJavas()) {
      Path newer = folder.resolve("java-" + others++);
      build(List.of(other.toString()), newer, content, themes, "-XX:ActiveProcessorCount=7");
      assertThat(digests(newer.resolve("site"))).as(other.toString()).isEqualTo(expected);
    }
    System.out.println(
        "DeterminismTest: SHA-256 of the list of files "
            + expected.get("SHA256SUMS")
            + " in each of "
            + (6 + others)
            + " builds, "
            + others
            + " on another Java");
  }

  /** Of the Javas that are installed where Linux has them, those that do not run this test. */
  private static List<Path> otherJavas() throws IOException {
    Path javas = Path.of("/usr/lib/jvm");
    if (!Files.isDirectory(javas)) {
      return List.of();
    }
    Path own = Path.of(System.getProperty("java.home")).toRealPath();
    List<Path> others = new ArrayList<>();
    try (Stream<Path> all = Files.list(javas)) {
      for (Path home : all.sorted().toList()) {
        Path java = home.resolve("bin/java");
        if (!Files.isSymbolicLink(home)
            && Files.isExecutable(java)
            && !home.toRealPath().equals(own)) {
          others.add(java);
        }
      }
    }
    return others;
  }
}
