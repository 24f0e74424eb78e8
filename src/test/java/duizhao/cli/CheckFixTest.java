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

  /** Words in HTML are corrected too; tags, attributes, code and what entities spell are not. */
  @Test
  void correctsTheWordsOfHtml() throws IOException {
    Files.delete(file("zh.md"));
    Files.delete(file("en.md"));
    String zh =
        """
        <h2>工会 开门</h2>
        <p title="甲,乙">银川市总工会,投入3400万元(见<code>a,b</code>)。
           建成的的<a href="https://example.org/职工,之家">职工,之家</a>&amp;,好。</p>
        <ul><li>一,二</li></ul>
        """;
    String en =
        """
        <h2>Home  again</h2>
        <p>The Yinchuan union has spent 35 million yuan
           on the the workers’ home .</p>
        <ul><li>One ,two</li></ul>
        """;
    write("zh.html", zh);
    write("en.html", en);
    String told = archive.run("check").out();
    assertThat(told)
        .contains("en.html:2:33: warning: \"3400万元\" = 34,000,000 yuan", "zh.html:2:25")
        .contains("zh.html:2:22: warning: a half-width ,")
        .contains("zh.html:3:6: warning: \"的\" stands here twice")
        .contains("en.html:3:10: warning: \"the\" stands here twice");
    assertThat(archive.run("check", "--fix").out()).contains("zh.html:2:22: fixed: ");
    assertThat(read("zh.html"))
        .isEqualTo(
            zh.replace("总工会,投", "总工会，投")
                .replace("(见", "（见")
                .replace(")。", "）。")
                .replace(">职工,之家", ">职工，之家")
                .replace("的的", "的")
                .replace("一,二", "一，二"));
    assertThat(read("en.html"))
        .isEqualTo(
            en.replace("Home  again", "Home again")
                .replace("the the", "the")
                .replace("home .", "home.")
                .replace("One ,two", "One, two"));
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
