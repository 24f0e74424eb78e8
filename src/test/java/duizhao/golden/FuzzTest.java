package duizhao.golden;

import static org.assertj.core.api.Assertions.assertThatCode;

import duizhao.SiteBuild;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of a small archive with bytes changed at random: whatever comes of it is told and never
 * thrown. {@code -Dfuzz.seed} repeats a run, {@code -Dfuzz.rounds} makes it longer.
 */
class FuzzTest {

  private static final List<String> SPECIAL =
      List.of(
          "\0",
          "\t",
          "\r",
          "\n\n",
          "---\n",
          "\"",
          "'",
          "{",
          "}",
          "[",
          "]",
          ": ",
          "- ",
          "# ",
          "&a ",
          "*a",
          "!!x ",
          "%",
          "|",
          ">",
          "<",
          "<b",
          "&#xE001;",
          "\uE001",
          "\uFEFF",
          "\uFFFF",
          "\u2028",
          "${",
          "<#",
          "</#list>",
          "../",
          "\uD83D\uDE00",
          "银",
          "９",
          "\\",
          "\\u0000",
          "`",
          "]( ",
          "![",
          "](report:",
          "-0",
          "1e9",
          "~",
          "9999999999");

  @TempDir Path place;

  @Test
  void neverThrowsWhateverTheBytes() throws IOException {
    long seed = Long.getLong("fuzz.seed", 20_201_118);
    int rounds = Integer.getInteger("fuzz.rounds", 300);
    System.out.println("FuzzTest: -Dfuzz.seed=" + seed + " -Dfuzz.rounds=" + rounds);
    Random random = new Random(seed);
    SampleArchive archive =
        SampleArchive.in(place)
            .with("content/reports/2020/single.zh.md", Files.readString(single()))
            .with("content/glossary.yaml", "- id: home\n  term: {zh: 家, en: home}\n")
            .with("content/pages/about/page.yaml", "title: {zh: 关于, en: About}\n")
            .with("content/pages/about/zh.html", "<p>话<a href=\"report:single\">。</a></p>\n");
    List<Path> files = SampleArchive.files(place);
    for (int round = 0; round < rounds; round++) {
      Path file = files.get(random.nextInt(files.size()));
      byte[] original = Files.readAllBytes(file);
      byte[] mutant = original;
      for (int i = random.nextInt(3); i >= 0; i--) {
        mutant = mutate(mutant, random);
      }
      Files.write(file, mutant);
      String bytes = new String(mutant, StandardCharsets.ISO_8859_1);
      assertThatCode(() -> SiteBuild.check(archive.request(), SiteBuild.Progress.NONE))
          .as("round %d, %s:%n%s", round, file, bytes)
          .doesNotThrowAnyException();
      Files.write(file, original);
    }
  }

  private static Path single() {
    return SampleArchive.GOLDEN.resolve("single-files/content/reports/2020/skills.zh.md");
  }

  private static byte[] mutate(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, at + random.nextInt(40));
    byte[] head = Arrays.copyOf(bytes, at);
    byte[] tail = Arrays.copyOfRange(bytes, at, bytes.length);
    return switch (random.nextInt(5)) {
      case 0 -> {
        byte[] flipped = bytes.clone();
        if (at < bytes.length) {
          flipped[at] ^= (byte) (1 << random.nextInt(8));
        }
        yield flipped;
      }
      case 1 -> join(head, Arrays.copyOfRange(bytes, to, bytes.length));
      case 2 -> join(head, join(Arrays.copyOfRange(bytes, at, to), tail));
      case 3 -> head;
      default -> {
        byte[] special =
            SPECIAL.get(random.nextInt(SPECIAL.size())).getBytes(StandardCharsets.UTF_8);
        yield join(head, join(special, tail));
      }
    };
  }

  private static byte[] join(byte[] a, byte[] b) {
    byte[] joined = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, joined, a.length, b.length);
    return joined;
  }
}
