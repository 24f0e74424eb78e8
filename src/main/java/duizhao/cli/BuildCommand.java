package duizhao.cli;

import duizhao.SiteBuild;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Builds the site. */
@Command(
    name = "build",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Builds the site from content and a theme. With errors, the published site stays as it is."
            + " Where nothing has changed since the last build, nothing is done.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  duizhao build",
      "  duizhao build --with-sources       all that is needed to build it again",
      "  duizhao build --base-url https://example.org/archive/ --strict",
      "  duizhao build --content drafts/content --output /tmp/site --lang en"
    })
final class BuildCommand implements Callable<Integer> {

  private final Console console;
  @Mixin private ArchiveOptions options;

  @Option(
      names = "--with-sources",
      description = "publish content and theme too, below sources/; drafts are left out")
  private boolean sources;

  @Option(names = "--fresh", description = "build even if nothing has changed")
  private boolean fresh;

  BuildCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    SiteBuild.Request asked = options.request();
    SiteBuild.Request request =
        new SiteBuild.Request(
            asked.content(),
            asked.themes(),
            asked.output(),
            asked.theme(),
            asked.baseUrl(),
            asked.languages(),
            asked.strict(),
            sources,
            asked.limits(),
            console.sourceDate());
    Path cache = console.cache();
    return new Run(console, options)
        .run(
            (what, progress) ->
                cache == null
                    ? SiteBuild.build(what, progress)
                    : SiteBuild.build(what, cache, fresh, progress),
            request,
            false);
  }
}
