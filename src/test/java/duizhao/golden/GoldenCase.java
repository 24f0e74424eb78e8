package duizhao.golden;

import duizhao.cli.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of {@code src/test/resources/golden}: files laid over the case {@code base}, and what is
 * expected of them.
 *
 * <pre>
 * content/ themes/   what differs from the case base
 * without.txt        files of the case base to leave out, one a line
 * arguments.txt      options of the command, separated by blanks
 * plan.txt           the files that are planned; missing where errors keep it from being planned
 * diagnostics.txt    what "duizhao check" prints; missing where it finds nothing
 * expected/          some of the published files
 * </pre>
 */
record GoldenCase(Path folder) {

  /** Every case, by name. */
  static List<GoldenCase> all() throws IOException {
    try (Stream<Path> folders = Files.list(SampleArchive.GOLDEN)) {
      return folders.filter(Files::isDirectory).sorted().map(GoldenCase::new).toList();
    }
  }

  /** Sets the archive of this case up. */
  SampleArchive in(Path place) throws IOException {
    SampleArchive archive = SampleArchive.in(place);
    for (String path : words("without.txt")) {
      Files.delete(place.resolve(path));
    }
    archive.add(folder.resolve("content"), archive.content());
    archive.add(folder.resolve("themes"), archive.themes());
    return archive;
  }

  Invocation run(SampleArchive archive, String command) throws IOException {
    return archive.run(command, words("arguments.txt").toArray(String[]::new));
  }

  private List<String> words(String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.exists(file) ? List.of(Files.readString(file).strip().split("\\s+")) : List.of();
  }

  String plan() throws IOException {
    return text("plan.txt");
  }

  String diagnostics() throws IOException {
    return text("diagnostics.txt");
  }

  Path expected() {
    return folder.resolve("expected");
  }

  private String text(String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.exists(file) ? Files.readString(file) : "";
  }

  /** Writes down what came out; an empty text deletes its file. */
  void update(String plan, String diagnostics, Path site) throws IOException {
    update("plan.txt", plan);
    update("diagnostics.txt", diagnostics);
    for (Path file : SampleArchive.files(expected())) {
      Path made = site.resolve(expected().relativize(file).toString());
      if (Files.exists(made)) {
        Files.write(file, Files.readAllBytes(made));
      }
    }
  }

  private void update(String name, String text) throws IOException {
    if (text.isEmpty()) {
      Files.deleteIfExists(folder.resolve(name));
    } else {
      Files.writeString(folder.resolve(name), text);
    }
  }

  @Override
  public String toString() {
    return folder.getFileName().toString();
  }
}
