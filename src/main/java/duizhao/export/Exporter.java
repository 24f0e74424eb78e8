package duizhao.export;

import duizhao.plan.OutputFile;
import duizhao.plan.SitePlan;
import java.util.function.Consumer;

/** Placeholder. */
public final class Exporter {
  private Exporter() {}

  public static void export(SitePlan plan, Consumer<OutputFile> out) {}
}
