package duizhao.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duizhao.edit.ContentFile.Change;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentFileTest {

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("report.yaml"), text);
  }

  @Test
  void replacesAndInsertsInAnyOrder() throws IOException {
    Path file = file("kind: news # 消息\ntitle: 银川\n");
    ContentFile content = ContentFile.read(file);
    int kind = content.index(1, 7);
    content.change(
        List.of(
            new Change(content.index(3, 1), content.index(3, 1), "draft: true\n"),
            new Change(kind, kind + 4, "photo")));
    assertThat(file).hasContent("kind: photo # 消息\ntitle: 银川\ndraft: true\n");
  }

  @Test
  void keepsTheMarkTheLineEndsAndWhateverElseIsNotChanged() throws IOException {
    Path file = file("\uFEFFa: 1\r\nb: 2\nc: 3\rd: 4");
    ContentFile content = ContentFile.read(file);
    assertThat(content.text()).isEqualTo("a: 1\nb: 2\nc: 3\nd: 4");
    int c = content.index(3, 4);
    content.change(List.of(new Change(c, c + 1, "5\nnew: 6")));
    assertThat(Files.readString(file)).isEqualTo("\uFEFFa: 1\r\nb: 2\nc: 5\r\nnew: 6\rd: 4");
  }

  @Test
  void countsColumnsInCodePointsAndStopsAtTheEnd() throws IOException {
    ContentFile content = ContentFile.read(file("𠮷林: x\nend"));
    assertThat(content.index(1, 3)).isEqualTo(3);
    assertThat(content.index(1, 99)).isEqualTo(6);
    assertThat(content.index(9, 1)).isEqualTo(content.text().length());
  }

  @Test
  void keepsPermissionsAndFollowsALink() throws IOException {
    Path file = file("a: 1\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--rw-"));
    Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), file);
    ContentFile.read(link).change(List.of(new Change(3, 4, "2")));
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("a: 2\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r--rw-");
  }

  @Test
  void leavesAFileThatSomeoneElseChanged() throws IOException {
    Path file = file("a: 1\n");
    ContentFile content = ContentFile.read(file);
    Files.writeString(file, "a: 3\n");
    refused(content, "\"" + file + "\" was changed while this was at work, and is left as it is");
    assertThat(file).hasContent("a: 3\n");
  }

  @Test
  void refusesAFileThatIsGoneReadOnlyOrNoText() throws IOException {
    Path file = file("a: 1\n");
    ContentFile content = ContentFile.read(file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    refused(content, "\"" + file + "\" is read-only");
    Files.delete(file);
    refused(content, "\"" + file + "\" is not there any more");
    Files.write(file, new byte[] {(byte) 0xD6, (byte) 0xD0});
    assertThatThrownBy(() -> ContentFile.read(file))
        .isInstanceOf(EditException.class)
        .hasMessage("\"" + file + "\" is not UTF-8 and cannot be changed");
  }

  private void refused(ContentFile content, String message) {
    assertThatThrownBy(() -> content.change(List.of(new Change(3, 4, "2"))))
        .isInstanceOf(EditException.class)
        .hasMessage(message);
  }

  @Test
  void changesSeveralFilesOrNone() throws IOException {
    Path one = file("a: 1\n");
    Path two = Files.writeString(folder.resolve("zh.md"), "二\n");
    ContentFile first = ContentFile.read(one);
    ContentFile second = ContentFile.read(two);
    Files.writeString(two, "三\n");
    Map<ContentFile, List<Change>> changes = new LinkedHashMap<>();
    changes.put(first, List.of(new Change(3, 4, "2")));
    changes.put(second, List.of(new Change(0, 1, "四")));
    assertThatThrownBy(() -> ContentFile.change(changes)).isInstanceOf(EditException.class);
    assertThat(one).hasContent("a: 1\n");
    assertThat(two).hasContent("三\n");
    assertThat(names()).containsExactly("report.yaml", "zh.md");
  }

  @Test
  void leavesNothingBeside() throws IOException {
    ContentFile.read(file("a: 1\n")).change(List.of(new Change(3, 4, "2")));
    assertThat(names()).containsExactly("report.yaml");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void refusesChangesThatOverlap() throws IOException {
    ContentFile content = ContentFile.read(file("abcdef"));
    assertThatThrownBy(() -> content.change(List.of(new Change(0, 3, "x"), new Change(2, 4, "y"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> content.change(List.of(new Change(3, 7, ""))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** A limit on the size of files stands in for a full disk. */
  @Test
  void leavesTheFileWholeWhenTheDiskIsFull() throws Exception {
    String text = "# " + "长".repeat(2_000) + "\na: 1\n";
    Path file = file(text);
    Process process =
        new ProcessBuilder(
                "sh",
                "-c",
                "ulimit -f 4; exec \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                "duizhao.edit.ContentFileTest",
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(said).startsWith("\"" + file + "\" cannot be written: ");
    assertThat(file).hasContent(text);
    assertThat(names()).containsExactly("report.yaml");
  }

  public static void main(String[] arguments) throws IOException {
    try {
      ContentFile.read(Path.of(arguments[0])).change(List.of(new Change(0, 0, "# new\n")));
    } catch (EditException e) {
      System.out.println(e.getMessage());
    }
  }
}
