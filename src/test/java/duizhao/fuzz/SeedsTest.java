package duizhao.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each parser takes its seeds, all that ever failed, and what a few changes make of them. */
class SeedsTest {

  private static final int CHANGES = 40;

  @ParameterizedTest
  @EnumSource
  void takesItsSeedsAndAllThatEverFailed(Target target) throws IOException {
    Random random = new Random(target.ordinal());
    List<Path> seeds;
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/fuzz", target.name()))) {
      seeds = files.sorted().toList();
    }
    assertThat(seeds).isNotEmpty();
    target.take(new byte[0]);
    for (Path seed : seeds) {
      byte[] bytes = Files.readAllBytes(seed);
      target.take(bytes);
      for (int n = 0; n < CHANGES; n++) {
        byte[] changed = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
        for (int i = random.nextInt(4); i > 0 && changed.length > 0; i--) {
          changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        target.take(changed);
      }
    }
  }
}
