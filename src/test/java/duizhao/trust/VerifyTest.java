package duizhao.trust;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.cli.Invocation;
import duizhao.golden.SampleArchive;
import duizhao.site.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody can do with a published folder, and with the addresses in it, years later. */
class VerifyTest {

  private static final String REPORT = "content/reports/2020/yinchuan-homes/";

  @TempDir private Path place;
  private SampleArchive archive;

  @BeforeEach
  void build() throws IOException {
    archive = SampleArchive.in(place);
    assertThat(archive.run("build").exit()).isZero();
  }

  private Invocation verify() {
    return Invocation.of("verify", archive.site().toString());
  }

  // ---- verify ----

  @Test
  void aSiteIsAsItWasPublished() throws Exception {
    Invocation verify = verify();
    assertThat(verify.exit()).isZero();
    assertThat(verify.out())
        .matches("\\d\\d files are as published; SHA-256 of .*: [0-9a-f]{64}\n");
    assertThat(
            new ProcessBuilder("sha256sum", "--quiet", "-c", "SHA256SUMS")
                .directory(archive.site().toFile())
                .redirectErrorStream(true)
                .start()
                .waitFor())
        .isZero();
  }

  @Test
  void whatIsLostChangedOrAddedIsNamed() throws IOException {
    Files.delete(archive.site().resolve("robots.txt"));
    Files.writeString(archive.site().resolve("en/index.html"), "forged");
    Files.writeString(archive.site().resolve("en/more.html"), "added");
    Files.delete(archive.site().resolve("sitemap.xml"));
    Files.createSymbolicLink(archive.site().resolve("sitemap.xml"), Path.of("/etc/passwd"));
    Invocation verify = verify();
    assertThat(verify.exit()).isEqualTo(1);
    assertThat(verify.out().lines())
        .startsWith(
            "missing robots.txt",
            "missing sitemap.xml",
            "changed en/index.html",
            "added en/more.html");
  }

  /** Who forges a file may forge its line too: the marker has the digest of the list. */
  @Test
  void aForgedListIsNamed() throws IOException {
    Path sums = archive.site().resolve("SHA256SUMS");
    String list = Files.readString(sums);
    Files.writeString(sums, list.replaceFirst("(?m)^.*robots.txt\n", ""));
    Files.delete(archive.site().resolve("robots.txt"));
    assertThat(verify().out()).startsWith("changed SHA256SUMS\n");
    Files.delete(archive.site().resolve(".duizhao")); // as hosts do that skip hidden files
    assertThat(verify().exit()).isZero();
    for (String line :
        new String[] {
          "0".repeat(64) + "  ../../etc/passwd",
          "0".repeat(64) + "  /etc/passwd",
          "0".repeat(64) + "  a/./b",
          "0".repeat(64) + "  a//b",
          "0".repeat(64) + "  C:\\x",
          "0".repeat(64) + "  a\0b",
          "words",
          "\u0000"
        }) {
      Files.writeString(sums, line + "\n");
      assertThat(verify().exit()).as(line).isEqualTo(3);
      assertThat(verify().err()).contains("line 1 of ", "is not one that duizhao wrote");
    }
    Files.delete(sums);
    assertThat(verify().err()).contains("has no list of files", "\n  hint: ");
  }

  // ---- the time ----

  @Test
  void filesAreDatedAsAskedAndHoldNoTime() throws IOException {
    assertThat(Files.getLastModifiedTime(archive.site().resolve("index.html")).toMillis())
        .isGreaterThan(1_700_000_000_000L);
    Invocation build =
        Invocation.in(
            java.util.Map.of("SOURCE_DATE_EPOCH", "1000000000"),
            "build",
            "--content",
            archive.content().toString(),
            "--themes",
            archive.themes().toString(),
            "--output",
            archive.site().toString());
    assertThat(build.exit()).isZero();
    for (String file : new String[] {"index.html", "SHA256SUMS", ".duizhao", "en", "."}) {
      assertThat(Files.getLastModifiedTime(archive.site().resolve(file)).toMillis())
          .as(file)
          .isEqualTo(1_000_000_000_000L);
    }
  }

  // ---- sources ----

  @Test
  void withItsSourcesASiteCanBeBuiltAgain() throws IOException {
    String report = Files.readString(place.resolve(REPORT + "report.yaml"));
    archive
        .with("content/reports/2020/secret/report.yaml", report + "draft: true\n")
        .with("content/reports/2020/secret/zh.md", "草稿。\n")
        .with("content/reports/2020/secret/en.md", "A draft.\n")
        .with("content/.env", "password")
        .with("content/notes.docx", "private")
        .with("themes/other/theme.yaml", "styles: []\n");
    assertThat(archive.run("build").exit()).isZero();
    var without = SampleArchive.snapshot(archive.site());
    assertThat(without.keySet()).noneMatch(file -> file.startsWith("sources/"));
    Invocation build = archive.run("build", "--with-sources");
    assertThat(build.exit()).as(build.err()).isZero();
    var with = SampleArchive.snapshot(archive.site());
    assertThat(with.keySet().stream().filter(file -> file.startsWith("sources/")))
        .contains("sources/" + REPORT + "zh.md", "sources/themes/plain/theme.yaml")
        .noneMatch(file -> file.matches(".*(secret|env|docx|other).*"));
    assertThat(with.get("ARCHIVE.txt")).contains("  sources/");
    SampleArchive again = new SampleArchive(archive.site().resolve("sources"));
    Path site = place.resolve("again");
    Invocation rebuilt =
        Invocation.of(
            "build",
            "--content",
            again.content().toString(),
            "--themes",
            again.themes().toString(),
            "--output",
            site.toString());
    assertThat(rebuilt.exit()).as(rebuilt.err()).isZero();
    assertThat(SampleArchive.snapshot(site)).isEqualTo(without);
  }

  // ---- addresses ----

  @Test
  void whatIsInTheLedgerCannotBeLost() throws IOException {
    Path ledger = place.resolve("content/addresses.txt");
    Invocation fresh = archive.run("addresses");
    assertThat(fresh.exit()).isZero();
    assertThat(fresh.out().lines())
        .contains("en/", "en/reports/yinchuan-homes/ #p1-p2", "data/reports.json", "zh/feed.xml");
    assertThat(ledger).doesNotExist();
    archive.run("addresses", "--record");
    String recorded = Files.readString(ledger);
    assertThat(recorded.lines().filter(line -> !line.startsWith("#")))
        .isSorted()
        .containsExactlyElementsOf(fresh.out().lines().toList());
    assertThat(archive.run("addresses").out()).isEmpty();
    assertThat(archive.run("addresses", "--record").exit()).isZero();
    assertThat(ledger).hasContent(recorded);

    archive.with(REPORT + "zh.md", "银川市总工会投入3400万元，建成一处职工之家。\n");
    archive.with(REPORT + "en.md", "The Yinchuan union has spent 34 million yuan.\n");
    Invocation shorter = archive.run("build");
    assertThat(shorter.exit()).isEqualTo(1);
    assertThat(shorter.err()).contains("yinchuan-homes/#p2\" was published", "[lost-paragraph]");
    Files.writeString(ledger, recorded.replace("#p1-p2", "#p1"));

    Files.move(
        place.resolve("content/reports/2020/yinchuan-homes"),
        place.resolve("content/reports/2020/renamed"));
    Invocation moved = archive.run("build");
    assertThat(moved.exit()).isEqualTo(1);
    assertThat(moved.err().lines().filter(line -> line.endsWith("[lost-address]"))).hasSize(4);
    assertThat(archive.run("build", "--lang", "en").exit()).isZero();

    Path settings = place.resolve("content/reports/2020/renamed/report.yaml");
    Files.writeString(settings, Files.readString(settings) + "aliases: [yinchuan-homes]\n");
    Files.writeString(
        ledger,
        Files.readString(ledger)
            .replaceAll("(?m)^en/parallel/yinchuan-homes/.*", "$0 -> en/parallel/renamed/")
            .replaceAll("(?m)^zh/parallel/yinchuan-homes/.*", "$0 gone")
            .replaceAll("(?m)^(../reports/yinchuan-homes/).*", "$1"));
    Invocation kept = archive.with("themes/plain/templates/gone.ftlh", "<p>gone</p>").run("build");
    assertThat(kept.exit()).as(kept.err()).isZero();
    assertThat(archive.site().resolve("en/parallel/yinchuan-homes/index.html"))
        .content()
        .contains("../renamed/index.html");
    assertThat(archive.site().resolve("zh/parallel/yinchuan-homes/index.html"))
        .hasContent("<p>gone</p>");
    assertThat(archive.run("addresses", "--record").out()).contains("zh/reports/renamed/ #p1\n");
    assertThat(archive.run("build").exit()).isZero();
    assertThat(Files.readString(ledger))
        .contains("zh/parallel/yinchuan-homes/ #p1 gone\n", " -> en/parallel/renamed/\n");
  }

  /** Its pages, and those that only it had a place on: more than an editor would write by hand. */
  @Test
  void aReportIsWithdrawnByOneCommand() throws IOException {
    Path ledger = place.resolve("content/addresses.txt");
    archive.with("themes/plain/templates/gone.ftlh", "<p>gone</p>");
    String report = Files.readString(place.resolve(REPORT + "report.yaml"));
    archive
        .with("content/reports/2021/noodles/report.yaml", report.replace("2020-", "2021-"))
        .with("content/reports/2021/noodles/zh.md", "面。\n")
        .with("content/reports/2021/noodles/en.md", "Noodles.\n");
    assertThat(archive.run("addresses", "--record").exit()).isZero();
    String recorded = Files.readString(ledger);
    Tree.delete(place.resolve("content/reports/2021"));
    long lost =
        archive.run("build").err().lines().filter(l -> l.endsWith("[lost-address]")).count();
    assertThat(lost).isGreaterThan(5);

    Invocation withdrawn = archive.run("addresses", "--gone");
    assertThat(withdrawn.exit()).as(withdrawn.err()).isZero();
    assertThat(withdrawn.err()).doesNotContain("lost-address");
    assertThat(withdrawn.out().lines())
        .hasSize((int) lost)
        .allMatch(line -> line.endsWith(" gone"))
        .contains("en/reports/noodles/ gone", "zh/parallel/noodles/ gone");
    assertThat(Files.readString(ledger).replaceAll("(?m) gone$", "")).isEqualTo(recorded);
    Invocation built = archive.run("build");
    assertThat(built.exit()).as(built.err()).isZero();
    assertThat(archive.site().resolve("en/reports/noodles/index.html")).hasContent("<p>gone</p>");
    assertThat(archive.run("addresses", "--gone").out()).isEmpty();
  }

  /** What leads nowhere, and what is wrong elsewhere, is still told, and nothing is written. */
  @Test
  void noOtherFaultIsGivenUpWithTheAddresses() throws IOException {
    Path ledger = place.resolve("content/addresses.txt");
    archive.run("addresses", "--record");
    String led = Files.readString(ledger) + "en/old/ -> en/nowhere/\nen/older/\n";
    Files.writeString(ledger, led);
    Invocation told = archive.run("addresses", "--gone");
    assertThat(told.exit()).isEqualTo(1);
    assertThat(told.err()).contains("leads to \"en/nowhere/\"").doesNotContain("en/older/");
    assertThat(ledger).hasContent(led);
  }
}
