package duizhao.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Places drafts where something is in the way, and where a run was killed. */
class PlacingTest {

  @TempDir private Path folder;

  private List<String> all() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(f -> folder.relativize(f).toString())
          .sorted()
          .toList();
    }
  }

  private void file(String path, String text) throws IOException {
    Files.createDirectories(folder.resolve(path).getParent());
    Files.writeString(folder.resolve(path), text);
  }

  @Test
  void whatIsReplacedIsGoneOnlyWhenAllIsInPlace() throws IOException {
    file("2020/a/zh.md", "old");
    file("2020/a/picture.txt", "old");
    try (Placing placing = new Placing(folder)) {
      placing.stage("2020/a/zh.md", "new");
      placing.stage("2021/b/zh.md", "new");
      placing.place(List.of("2020/a", "2021/b"));
    }
    assertThat(all()).containsExactly("2020/a/zh.md", "2021/b/zh.md");
    assertThat(folder.resolve("2020/a/zh.md")).hasContent("new");
  }

  @Test
  void aFailureInTheMiddleLeavesWhatWasThereBefore() throws IOException {
    file("2020/a/zh.md", "old");
    file("2022", "no folder");
    try (Placing placing = new Placing(folder)) {
      placing.stage("2020/a/zh.md", "new");
      placing.stage("2021/b/zh.md", "new");
      placing.stage("2022/c/zh.md", "new");
      assertThatThrownBy(() -> placing.place(List.of("2020/a", "2021/b", "2022/c")))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("2022");
    }
    assertThat(all()).containsExactly("2020/a/zh.md", "2022");
    assertThat(folder.resolve("2020/a/zh.md")).hasContent("old");
    assertThat(folder.resolve("2021")).doesNotExist();
  }

  @Test
  void aFileThatCannotBeWrittenLeavesNothing() throws IOException {
    Path reports = folder.resolve("content/reports");
    try (Placing placing = new Placing(reports)) {
      placing.stage("2020/a/zh.md", "new");
      String tooLong = "2020/" + "b".repeat(300) + "/zh.md";
      assertThatThrownBy(() -> placing.stage(tooLong, "new")).isInstanceOf(IOException.class);
    }
    assertThat(folder.resolve("content")).doesNotExist();
  }

  @Test
  void theNextRunPutsBackWhatAKilledOneHadMoved() throws IOException {
    file(".import-1/lock", "");
    file(".import-1/old/2020/a/zh.md", "old");
    file(".import-1/old/2020/b/zh.md", "old");
    file(".import-1/new/2020/a/zh.md", "new");
    file("2020/b/zh.md", "new");
    Placing.recover(folder);
    assertThat(all()).containsExactly("2020/a/zh.md", "2020/b/zh.md");
    assertThat(folder.resolve("2020/a/zh.md")).hasContent("old");
    assertThat(folder.resolve("2020/b/zh.md")).hasContent("new");
  }

  @Test
  void aRunThatIsStillAtItIsLeftAlone() throws IOException {
    try (Placing placing = new Placing(folder)) {
      placing.stage("2020/a/zh.md", "new");
      Placing.recover(folder);
      placing.place(List.of("2020/a"));
    }
    assertThat(all()).containsExactly("2020/a/zh.md");
  }
}
