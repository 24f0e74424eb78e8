package duizhao.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a command cost, with all the processes that it started.
 *
 * @param cpuSeconds user and system time, which a busy machine changes least
 * @param wallSeconds from its start to its end
 * @param peakMiB most memory of its largest process; 0 where there is no {@code /proc}
 */
record Cost(double cpuSeconds, double wallSeconds, long peakMiB) {

  /** What the shell's {@code times} says of its children, in its second line. */
  private static final Pattern TIMES =
      Pattern.compile("\\n(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s\\s*$");

  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
  private static final int LOOK_MILLIS = 20;

  Cost and(Cost then) {
    return new Cost(
        cpuSeconds + then.cpuSeconds,
        wallSeconds + then.wallSeconds,
        Math.max(peakMiB, then.peakMiB));
  }

  /**
   * Runs a command.
   *
   * @param log where its output goes
   * @throws IOException when it fails
   */
  static Cost of(List<String> command, Path log, Map<String, String> environment)
      throws IOException, InterruptedException {
    List<String> timed = new ArrayList<>(List.of("sh", "-c", "\"$@\"; r=$?; times; exit $r", "sh"));
    timed.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(timed).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    long start = System.nanoTime();
    Process process = builder.start();
    long peak = 0;
    while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, peakKiB(process.pid()));
    }
    double wall = (System.nanoTime() - start) / 1e9;
    String said = Files.readString(log);
    if (process.exitValue() != 0) {
      throw new IOException(String.join(" ", command) + " failed: " + said);
    }
    Matcher times = TIMES.matcher(said);
    if (!times.find()) {
      throw new IOException("the shell's times are missing: " + said);
    }
    return new Cost(
        seconds(times.group(1), times.group(2)) + seconds(times.group(3), times.group(4)),
        wall,
        peak / 1024);
  }

  /** The middle one of several runs, by their CPU time. */
  static Cost middle(List<Cost> runs) {
    return runs.stream()
        .sorted(Comparator.comparingDouble(Cost::cpuSeconds))
        .toList()
        .get(runs.size() / 2);
  }

  private static double seconds(String minutes, String seconds) {
    return 60 * Double.parseDouble(minutes) + Double.parseDouble(seconds);
  }

  /** The most that a process or one of its descendants has held so far. */
  private static long peakKiB(long pid) {
    try {
      Path process = Path.of("/proc/" + pid);
      Matcher held = PEAK.matcher(Files.readString(process.resolve("status")));
      long peak = held.find() ? Long.parseLong(held.group(1)) : 0;
      for (String child :
          Files.readString(process.resolve("task/" + pid + "/children")).split(" ")) {
        peak = Math.max(peak, child.isBlank() ? 0 : peakKiB(Long.parseLong(child)));
      }
      return peak;
    } catch (IOException e) {
      return 0; // it has just ended, or there is no /proc
    }
  }

  /** How many files a folder holds, and their bytes. */
  record Written(long files, long bytes) {

    static Written in(Path folder) throws IOException {
      try (Stream<Path> all = Files.walk(folder)) {
        long[] sizes = all.filter(Files::isRegularFile).mapToLong(Written::size).toArray();
        return new Written(
            sizes.length, Stream.of(sizes).flatMapToLong(java.util.Arrays::stream).sum());
      }
    }

    private static long size(Path file) {
      try {
        return Files.size(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
