package duizhao.golden;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.cli.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every golden case; {@code -Dgolden=update} rewrites what is expected, for a person to read. */
class GoldenTest {

  @TempDir Path place;

  static List<GoldenCase> cases() throws IOException {
    return GoldenCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void comesOutAsExpected(GoldenCase golden) throws IOException {
    SampleArchive archive = golden.in(place);
    Invocation check = golden.run(archive, "check");
    Invocation plan = golden.run(archive, "plan");
    Invocation build = golden.run(archive, "build");
    String diagnostics = archive.told(withoutSummary(check.out()));
    if ("update".equals(System.getProperty("golden"))) {
      golden.update(plan.out(), diagnostics, archive.site());
    }
    assertThat(diagnostics).isEqualTo(golden.diagnostics());
    assertThat(plan.out()).isEqualTo(golden.plan());
    boolean wrong = golden.plan().isEmpty();
    assertThat(List.of(check.exit(), plan.exit(), build.exit())).containsOnly(wrong ? 1 : 0);
    assertThat(Files.exists(archive.site())).isNotEqualTo(wrong);
    Map<String, String> site = SampleArchive.snapshot(archive.site());
    assertThat(site).containsAllEntriesOf(SampleArchive.snapshot(golden.expected()));
    if (!wrong) {
      site.remove(".duizhao");
      assertThat(String.join("\n", site.keySet()) + "\n").isEqualTo(golden.plan());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void buildsTheSameBytesAgainAndLeavesTheOldSiteAloneWhenWrong(GoldenCase golden)
      throws IOException {
    SampleArchive archive = SampleArchive.in(place);
    assertThat(archive.run("build").exit()).isZero();
    Map<String, String> old = SampleArchive.snapshot(archive.site());
    golden.in(place);
    golden.run(archive, "build");
    Map<String, String> first = SampleArchive.snapshot(archive.site());
    golden.run(archive, "build");
    assertThat(SampleArchive.snapshot(archive.site())).isEqualTo(first);
    if (golden.plan().isEmpty()) {
      assertThat(first).isEqualTo(old);
    }
    try (var beside = Files.list(place)) {
      assertThat(beside.map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrder("content", "themes", "site");
    }
  }

  /** The last line tells how long it took. */
  private static String withoutSummary(String told) {
    int last = told.lastIndexOf('\n', told.length() - 2);
    return told.substring(0, last + 1);
  }
}
