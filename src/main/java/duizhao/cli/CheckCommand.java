package duizhao.cli;

import duizhao.SiteBuild;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Proof-reads without publishing. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Reads and checks content and theme, and publishes nothing.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  duizhao check",
      "  duizhao check --strict --format github      annotations in GitHub Actions",
      "  duizhao check --format sarif > duizhao.sarif"
    })
final class CheckCommand implements Callable<Integer> {

  private final Console console;
  @Mixin private ArchiveOptions options;

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    SiteBuild.Request request = options.request();
    return new Run(console, options).run(SiteBuild::check, request, true);
  }
}
