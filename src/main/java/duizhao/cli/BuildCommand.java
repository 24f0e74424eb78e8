package duizhao.cli;

import duizhao.SiteBuild;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Builds the site. */
@Command(
    name = "build",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Builds the site from content and a theme. With errors, the published site stays as it is.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  duizhao build",
      "  duizhao build --base-url https://example.org/archive/ --strict",
      "  duizhao build --content drafts/content --output /tmp/site --lang en"
    })
final class BuildCommand implements Callable<Integer> {

  private final Console console;
  @Mixin private ArchiveOptions options;

  BuildCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    SiteBuild.Request request = options.request();
    return new Run(console, options).run(SiteBuild::build, request, false);
  }
}
