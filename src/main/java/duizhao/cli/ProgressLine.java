package duizhao.cli;

import duizhao.SiteBuild;
import java.util.Locale;

/**
 * Shows how far the work is: on a terminal one line that changes, once the work takes longer than a
 * moment; elsewhere nothing, or a line a stage when asked to be verbose.
 */
final class ProgressLine implements SiteBuild.Progress, AutoCloseable {

  private static final long PATIENCE_NANOS = 700_000_000L;
  private static final long REFRESH_NANOS = 80_000_000L;

  private final Console console;
  private final boolean live;
  private final boolean verbose;
  private final long start;
  private String stage = "";
  private int steps;
  private int done;
  private long shown;
  private long stageStart;

  /**
   * @param start of the work, as {@link System#nanoTime} tells it
   */
  ProgressLine(Console console, ArchiveOptions options, long start) {
    this.console = console;
    this.live = console.terminal() && !options.quiet() && !options.verbose();
    this.verbose = options.verbose() && !options.quiet();
    this.start = start;
    this.stageStart = start;
  }

  @Override
  public synchronized void begin(String next, int count) {
    finishStage();
    stage = next;
    steps = count;
    done = 0;
    stageStart = System.nanoTime();
    show();
  }

  @Override
  public synchronized void step() {
    done++;
    show();
  }

  private void show() {
    long now = System.nanoTime();
    if (!live || now - start < PATIENCE_NANOS || now - shown < REFRESH_NANOS) {
      return;
    }
    shown = now;
    String count = steps == 0 ? "" : String.format(Locale.ROOT, " %d/%d", done, steps);
    console.err().print("\r\u001B[K" + stage + count);
    console.err().flush();
  }

  private void finishStage() {
    if (verbose && !stage.isEmpty()) {
      console
          .err()
          .println(
              String.format(
                  Locale.ROOT, "%-8s %6d ms", stage, (System.nanoTime() - stageStart) / 1_000_000));
    }
  }

  @Override
  public synchronized void close() {
    finishStage();
    if (live && shown > 0) {
      console.err().print("\r\u001B[K");
      console.err().flush();
    }
  }
}
