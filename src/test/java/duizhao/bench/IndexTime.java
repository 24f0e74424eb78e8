package duizhao.bench;

import com.sun.management.OperatingSystemMXBean;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import duizhao.model.Archive;
import duizhao.model.Theme;
import duizhao.plan.SitePath;
import duizhao.plan.SitePlan;
import duizhao.plan.SitePlanner;
import duizhao.read.ContentReader;
import duizhao.read.ThemeReader;
import duizhao.search.SearchIndexer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * Makes the search index of an archive and nothing else, and says as JSON what it cost: seconds of
 * CPU and of the clock, for reading the content and for the index apart.
 */
public final class IndexTime {

  private static final OperatingSystemMXBean MACHINE =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static final Set<Path> FOLDERS = new HashSet<>();

  private IndexTime() {}

  /** Takes the content folder and the folder that the index is written into. */
  public static void main(String[] arguments) throws IOException {
    Path content = Path.of(arguments[0]);
    Path out = Path.of(arguments[1]);
    Diagnostics diagnostics = new Diagnostics();
    Archive archive =
        Objects.requireNonNull(new ContentReader(content, "content", diagnostics).read());
    Theme theme =
        Objects.requireNonNull(
            new ThemeReader(Path.of("themes"), "themes", archive.languages(), diagnostics)
                .read(archive.theme(), Location.of("archive.yaml")));
    SitePlan plan = SitePlanner.plan(archive, theme, diagnostics);
    long cpu = MACHINE.getProcessCpuTime();
    long clock = System.nanoTime();
    SearchIndexer.write(plan, theme, (path, bytes) -> write(out, path, bytes));
    System.out.printf(
        "{\"reports\": %d, \"readCpu\": %.2f, \"indexCpu\": %.2f, \"indexWall\": %.2f}%n",
        archive.reports().size(),
        cpu / 1e9,
        (MACHINE.getProcessCpuTime() - cpu) / 1e9,
        (System.nanoTime() - clock) / 1e9);
  }

  private static void write(Path out, SitePath path, byte[] bytes) throws IOException {
    Path file = out.resolve(path.toString());
    if (FOLDERS.add(file.getParent())) {
      Files.createDirectories(file.getParent());
    }
    Files.write(file, bytes);
  }
}
