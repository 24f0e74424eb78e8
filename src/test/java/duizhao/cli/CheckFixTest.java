package duizhao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.golden.SampleArchive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckFixTest {

  private static final String REPORT = "reports/2020/yinchuan-homes/";

  @TempDir Path place;
  private SampleArchive archive;

  @BeforeEach
  void setUp() throws IOException {
    archive = SampleArchive.in(place);
  }

  private Path file(String name) {
    return archive.content().resolve(REPORT + name);
  }

  private void write(String name, String text) throws IOException {
    Files.write(file(name), text.getBytes(StandardCharsets.UTF_8));
  }

  private String read(String name) throws IOException {
    return Files.readString(file(name));
  }

  @Test
  void correctsTextsByteByByteAndSaysWhere() throws IOException {
    write(
        "zh.md",
        "\uFEFF银川市总工会,投入3400万元。\r\n建成`职工,之家`,[职工,之家](programme:homes)。。\r\n\r\n职工说：“**到家了**,好。”\r\n");
    Invocation check = archive.run("check", "--fix");
    assertThat(read("zh.md"))
        .isEqualTo(
            "\uFEFF银川市总工会，投入3400万元。\r\n建成`职工,之家`，[职工，之家](programme:homes)。\r\n\r\n职工说：“**到家了**，好。”\r\n");
    assertThat(check.out())
        .contains("zh.md:1:7: fixed: a half-width , ")
        .contains("zh.md:2:14: fixed: ")
        .contains("zh.md:4:13: fixed: ")
        .doesNotContain("[chinese-mark]\n  ");
  }

  @Test
  void correctsTheTextsOfMetadataAndNothingElseThere() throws IOException {
    String yaml = read("report.yaml");
    write(
        "report.yaml",
        yaml.replaceFirst(
            "summary: .*",
            "summary:\n  zh: >-\n    银川市总工会,建成\n    一处职工之家.  # 不是注\n"
                + "  en: \"The Yinchuan union  has opened a \\\\\"home\\\\\" , a home  for workers.\" # a  b"));
    String before = read("report.yaml");
    archive.run("check", "--fix");
    assertThat(read("report.yaml")).isEqualTo(before.replace("总工会,建成", "总工会，建成"));
  }

  @Test
  void leavesAFileWithAnErrorAlone() throws IOException {
    String broken = read("report.yaml").replace("建成一处职工之家。", "建成一处,职工之家。") + "nonsense: 1\n";
    write("report.yaml", broken);
    assertThat(archive.run("check", "--fix").exit()).isEqualTo(1);
    assertThat(read("report.yaml")).isEqualTo(broken);
  }

  @Test
  void leavesAFileAloneThatIsNoYaml() throws IOException {
    String broken = read("report.yaml").replace("建成一处职工之家。", "建成一处,职工之家。") + "a: [\n";
    write("report.yaml", broken);
    write("zh.md", "银川市总工会,投入3400万元。\n\n好。\n");
    assertThat(archive.run("check", "--fix").exit()).isEqualTo(1);
    assertThat(read("report.yaml")).isEqualTo(broken);
  }

  /** What is waived, and in which languages texts are, only a whole archive.yaml says. */
  @Test
  void correctsNothingWhileTheArchiveIsNotToBeRead() throws IOException {
    Files.writeString(archive.content().resolve("archive.yaml"), "title: [");
    write("zh.md", "银川市总工会,投入3400万元。\n\n好。\n");
    Map<String, String> typed = SampleArchive.snapshot(archive.content());
    assertThat(archive.run("check", "--fix").out())
        .contains("[yaml-syntax]", "zh.md:1:7: warning: ")
        .doesNotContain("fixed:");
    assertThat(SampleArchive.snapshot(archive.content())).isEqualTo(typed);
  }

  @Test
  void changesNothingTheSecondTimeNorWithoutTheOption() throws IOException {
    write("zh.md", "银川市总工会,投入3400万元：\"职工 之家\"。。\n\n职工说:\"到家了.\"\n");
    Map<String, String> typed = SampleArchive.snapshot(archive.content());
    archive.run("check");
    assertThat(SampleArchive.snapshot(archive.content())).isEqualTo(typed);
    archive.run("check", "--fix");
    Map<String, String> once = SampleArchive.snapshot(archive.content());
    assertThat(once).isNotEqualTo(typed);
    assertThat(archive.run("check", "--fix").out()).doesNotContain("fixed");
    assertThat(SampleArchive.snapshot(archive.content())).isEqualTo(once);
  }
}
