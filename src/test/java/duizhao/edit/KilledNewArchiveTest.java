package duizhao.edit;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.cli.Invocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code new archive} in a process that ends, without a farewell, after so many of its files were
 * written: nothing of an archive is there then, and the next run makes it whole.
 */
class KilledNewArchiveTest {

  private static final int KILLED = 137;

  @TempDir private Path place;

  /** Runs as {@link NewArchive#make} does, and is gone when it asks for one file more. */
  static final class Killed {

    public static void main(String[] arguments) throws IOException {
      NewFolder.make(
          Path.of(arguments[0]), ending(NewArchive.files(), Integer.parseInt(arguments[1])));
    }

    private static Map<String, String> ending(Map<String, String> files, int writes) {
      return new AbstractMap<>() {
        @Override
        public Set<Entry<String, String>> entrySet() {
          return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, String>> iterator() {
              Iterator<Entry<String, String>> all = files.entrySet().iterator();
              return new Iterator<>() {
                private int given;

                @Override
                public boolean hasNext() {
                  if (given == writes) {
                    Runtime.getRuntime().halt(KILLED);
                  }
                  return all.hasNext();
                }

                @Override
                public Entry<String, String> next() {
                  given++;
                  return all.next();
                }
              };
            }

            @Override
            public int size() {
              return files.size();
            }
          };
        }
      };
    }
  }

  private static void kill(Path folder, int writes) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Killed.class.getName(),
                folder.toString(),
                Integer.toString(writes))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isEqualTo(KILLED);
  }

  private static Map<String, String> texts(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        texts.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return texts;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  /**
   * From before the first file to after the last, where the folder is there and where it is not.
   */
  @ParameterizedTest
  @CsvSource({
    "false, 0",
    "false, 1",
    "false, 13",
    "false, all",
    "true, 0",
    "true, 13",
    "true, all"
  })
  void nothingIsThereAndTheNextRunMakesItWhole(boolean there, String writes) throws Exception {
    Path folder = place.resolve("archive");
    if (there) {
      Files.createDirectory(folder);
    }
    int all = NewArchive.files().size();
    assertThat(all).isGreaterThan(20);
    int written = writes.equals("all") ? all : Integer.parseInt(writes);
    kill(folder, written);
    Path stage = there ? folder.resolve(".new~") : place.resolve(".archive~");
    assertThat(names(place)).isSubsetOf("archive", ".archive~");
    assertThat(Files.exists(folder)).isEqualTo(there);
    if (there) {
      assertThat(names(folder)).isSubsetOf(".new~");
    }
    assertThat(Files.exists(stage) ? texts(stage).size() : 0).isEqualTo(written);

    Invocation next = Invocation.of("new", "archive", folder.toString());
    assertThat(next.exit()).as(next.err()).isZero();
    assertThat(texts(folder)).isEqualTo(NewArchive.files());
    assertThat(names(place)).containsExactly("archive");
  }

  /** Killed while what was written goes to its place, one name after the other. */
  @Test
  void whatWasPutInPlaceIsNotInTheWayOfTheNextRun() throws Exception {
    Path folder = Files.createDirectory(place.resolve("archive"));
    kill(folder, NewArchive.files().size());
    for (String moved : List.of(".gitignore", "README.md")) {
      Files.move(folder.resolve(".new~").resolve(moved), folder.resolve(moved));
    }
    Path readme = folder.resolve("README.md");
    String text = Files.readString(readme);
    Files.writeString(readme, "Mine.\n");
    assertThat(Invocation.of("new", "archive", folder.toString()).err()).contains("is not empty");
    assertThat(readme).hasContent("Mine.\n");

    Files.writeString(readme, text);
    Invocation next = Invocation.of("new", "archive", folder.toString());
    assertThat(next.exit()).as(next.err()).isZero();
    assertThat(texts(folder)).isEqualTo(NewArchive.files());
  }
}
