package duizhao.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tables of the benchmark say is what the processes cost. */
class CostTest {

  @TempDir Path folder;

  private Cost of(String... command) throws IOException, InterruptedException {
    return Cost.of(List.of(command), folder.resolve("log.txt"), Map.of("WORD", "told"));
  }

  @Test
  void countsTheProcessesThatACommandStarts() throws Exception {
    String busy = "i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done";

    Cost idle = of("sh", "-c", "sleep 0.3");
    Cost working = of("sh", "-c", "sh -c '" + busy + "'; sleep 0.3");

    assertThat(working.cpuSeconds()).isGreaterThan(idle.cpuSeconds());
    assertThat(idle.wallSeconds()).isGreaterThan(0.3);
    assertThat(idle.and(working).wallSeconds()).isGreaterThan(0.6);
  }

  @Test
  void givesTheCommandItsEnvironment() throws Exception {
    of("sh", "-c", "echo $WORD");

    assertThat(Files.readString(folder.resolve("log.txt"))).startsWith("told\n");
  }

  @Test
  void aCommandThatFailsIsNoMeasurement() {
    assertThatThrownBy(() -> of("sh", "-c", "echo no; exit 3"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no\n");
  }

  @Test
  void theMiddleOfSeveralRunsIsByTheirCpuTime() {
    List<Cost> runs = List.of(new Cost(9, 1, 1), new Cost(3, 1, 1), new Cost(5, 1, 1));

    assertThat(Cost.middle(runs).cpuSeconds()).isEqualTo(5);
  }
}
