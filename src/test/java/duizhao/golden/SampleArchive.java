package duizhao.golden;

import duizhao.SiteBuild;
import duizhao.cli.Invocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A small archive without mistakes in a folder of its own, to be spoiled or added to: one report in
 * two languages, one programme, one newspaper, and a theme called {@code plain}.
 *
 * @param folder holds {@code content}, {@code themes} and, once built, {@code site}
 */
public record SampleArchive(Path folder) {

  static final Path GOLDEN = Path.of("src/test/resources/golden");

  /** A fresh copy. */
  public static SampleArchive in(Path folder) throws IOException {
    SampleArchive archive = new SampleArchive(folder);
    archive.add(GOLDEN.resolve("base/content"), archive.content());
    archive.add(GOLDEN.resolve("base/themes"), archive.themes());
    return archive;
  }

  public Path content() {
    return folder.resolve("content");
  }

  public Path themes() {
    return folder.resolve("themes");
  }

  public Path site() {
    return folder.resolve("site");
  }

  /** Lays the files of a tree over this one. */
  void add(Path from, Path to) throws IOException {
    for (Path file : files(from)) {
      Path copy = to.resolve(from.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.write(copy, Files.readAllBytes(file));
    }
  }

  /** Writes a file; its path starts with {@code content/} or {@code themes/}. */
  public SampleArchive with(String path, String text) throws IOException {
    return with(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a file; its path starts with {@code content/} or {@code themes/}. */
  public SampleArchive with(String path, byte[] bytes) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    return this;
  }

  /** Runs a command on this archive: {@code build}, {@code check} or {@code plan}. */
  public Invocation run(String command, String... options) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--content", content().toString()));
    arguments.addAll(List.of("--themes", themes().toString()));
    arguments.addAll(List.of("--output", site().toString()));
    arguments.addAll(List.of(options));
    return Invocation.of(arguments.toArray(String[]::new));
  }

  /** What to build, for those who do without a command line. */
  public SiteBuild.Request request() {
    return new SiteBuild.Request(content(), themes(), site(), null, null, List.of(), false);
  }

  /** The words of a command without the folder that this archive happens to stand in. */
  public String told(String words) {
    return words.replace(folder + "/", "");
  }

  /** What a tree holds: bytes, as Latin-1, by path; empty for no tree. */
  public static Map<String, String> snapshot(Path tree) throws IOException {
    Map<String, String> snapshot = new TreeMap<>();
    if (Files.exists(tree)) {
      for (Path file : files(tree)) {
        snapshot.put(
            tree.relativize(file).toString(),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return snapshot;
  }

  /** Every file below a folder, sorted; none when there is no folder. */
  static List<Path> files(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
