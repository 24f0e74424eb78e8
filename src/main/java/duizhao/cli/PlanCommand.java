package duizhao.cli;

import duizhao.SiteBuild;
import duizhao.plan.SitePlan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints what would be published. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Prints every file that a build would publish, one a line, sorted.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  duizhao plan",
      "  duizhao plan > before.txt; ... ; duizhao plan | diff before.txt -      what moved"
    })
final class PlanCommand implements Callable<Integer> {

  private final Console console;
  @Mixin private ArchiveOptions options;

  PlanCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    SiteBuild.Request request = options.request();
    Run run = new Run(console, options);
    SiteBuild.Result result = SiteBuild.check(request, SiteBuild.Progress.NONE);
    int code = run.tell(result, request, console.err());
    SitePlan plan = result.plan();
    if (plan != null && code == ExitCode.DONE) {
      run.print(plan);
    }
    return code;
  }
}
