package duizhao.golden;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.cli.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every golden case; {@code -Dgolden=update} rewrites what is expected, for a person to read. */
class GoldenTest {

  @TempDir Path place;
  @TempDir static Path before;

  @BeforeAll
  static void buildTheOldSite() throws IOException {
    assertThat(SampleArchive.in(before).run("build").exit()).isZero();
  }

  static List<GoldenCase> cases() throws IOException {
    return GoldenCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void comesOutAsExpectedAndLeavesTheOldSiteAloneWhenWrong(GoldenCase golden) throws IOException {
    SampleArchive archive = golden.in(place);
    archive.add(before.resolve("site"), archive.site());
    Invocation build = golden.run(archive, "build");
    String plan = build.exit() == 0 ? anyClient(golden.run(archive, "plan").out()) : "";
    String diagnostics = archive.told(withoutSummary(build.err()));
    if ("update".equals(System.getProperty("golden"))) {
      golden.update(plan, diagnostics, archive.site());
    }
    assertThat(diagnostics).isEqualTo(golden.diagnostics());
    assertThat(plan).isEqualTo(golden.plan());
    boolean wrong = golden.plan().isEmpty();
    assertThat(build.exit()).isEqualTo(wrong ? 1 : 0);
    Map<String, String> site = SampleArchive.snapshot(archive.site());
    assertThat(site).containsAllEntriesOf(SampleArchive.snapshot(golden.expected()));
    if (wrong) {
      assertThat(site).isEqualTo(SampleArchive.snapshot(before.resolve("site")));
    } else {
      site.remove(".duizhao");
      site.keySet()
          .removeIf(path -> path.matches("search/[0-9a-f]{12}/.+")); // the plan names its index
      assertThat(anyClient(String.join("\n", site.keySet()) + "\n")).isEqualTo(golden.plan());
    }
    try (var beside = Files.list(place)) {
      assertThat(beside.map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrder("content", "themes", "site");
    }
  }

  /** The search client is the same in every case, and its name changes with its content. */
  private static String anyClient(String plan) {
    return plan.replaceAll("assets/search\\.[0-9a-f]+\\.js", "assets/search.js");
  }

  /** The last line tells how long it took. */
  private static String withoutSummary(String told) {
    int last = told.lastIndexOf('\n', told.length() - 2);
    return told.substring(0, last + 1);
  }
}
