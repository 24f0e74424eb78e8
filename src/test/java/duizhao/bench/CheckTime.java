package duizhao.bench;

import com.sun.management.OperatingSystemMXBean;
import duizhao.check.ArchiveChecker;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import duizhao.model.Archive;
import duizhao.model.Theme;
import duizhao.plan.SitePlan;
import duizhao.plan.SitePlanner;
import duizhao.read.ContentReader;
import duizhao.read.ThemeReader;
import duizhao.render.PageRenderer;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Checks an archive as {@code duizhao check} does, and says as JSON what it cost: seconds of CPU
 * for reading, for the rules over the archive, for the plan and for trying the templates; and how
 * much all after reading is as a part of reading, which is the baseline of the same run and
 * machine.
 */
public final class CheckTime {

  private static final OperatingSystemMXBean MACHINE =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private CheckTime() {}

  /** Takes the content folder. */
  public static void main(String[] arguments) {
    Diagnostics diagnostics = new Diagnostics();
    double start = cpu();
    Archive archive =
        Objects.requireNonNull(
            new ContentReader(Path.of(arguments[0]), "content", diagnostics).read());
    double read = cpu();
    ArchiveChecker.check(archive, diagnostics);
    int found = diagnostics.sorted().size();
    double rules = cpu();
    Theme theme =
        Objects.requireNonNull(
            new ThemeReader(Path.of("themes"), "themes", archive.languages(), diagnostics)
                .read(archive.theme(), Location.of("archive.yaml")));
    SitePlan plan = SitePlanner.plan(archive, theme, diagnostics);
    double planned = cpu();
    PageRenderer renderer = Objects.requireNonNull(PageRenderer.of(plan, theme, diagnostics));
    long sample = renderer.sample().stream().map(renderer::render).filter(Objects::nonNull).count();
    double rendered = cpu();
    System.out.printf(
        "{\"reports\": %d, \"pages\": %d, \"rendered\": %d, \"found\": %d, \"read\": %.2f,"
            + " \"rules\": %.2f, \"plan\": %.2f, \"render\": %.2f, \"afterReading\": %.2f}%n",
        archive.reports().size(),
        plan.pages().size(),
        sample,
        found,
        read - start,
        rules - read,
        planned - rules,
        rendered - planned,
        (rendered - read) / (read - start));
  }

  private static double cpu() {
    return MACHINE.getProcessCpuTime() / 1e9;
  }
}
