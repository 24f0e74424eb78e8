package duizhao.read;

import duizhao.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long the YAML of a report takes to read, in the turn of those of {@code content/}. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
public class YamlSpeed {

  private List<String> sources;
  private int next;

  @Setup
  public void read() throws IOException {
    try (Stream<Path> all = Files.walk(Path.of("content/reports"))) {
      List<Path> files = all.filter(file -> file.endsWith("report.yaml")).sorted().toList();
      sources = new ArrayList<>();
      for (Path file : files) {
        sources.add(Files.readString(file));
      }
    }
  }

  @Benchmark
  public Object reportYaml() {
    next = (next + 1) % sources.size();
    return YamlReader.read(sources.get(next), "report.yaml", 0, new Diagnostics());
  }
}
