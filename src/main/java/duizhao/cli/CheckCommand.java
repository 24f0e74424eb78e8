package duizhao.cli;

import duizhao.SiteBuild;
import duizhao.diagnostic.Diagnostic;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Proof-reads without publishing. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Reads and checks content and theme, and publishes nothing.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  duizhao check",
      "  duizhao check --fix",
      "  duizhao check --strict --format github      annotations in GitHub Actions",
      "  duizhao check --format sarif > duizhao.sarif"
    })
final class CheckCommand implements Callable<Integer> {

  private final Console console;
  @Mixin private ArchiveOptions options;

  @Option(
      names = "--fix",
      description = "first correct what has one right form, such as a half-width comma in Chinese")
  private boolean fix;

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    SiteBuild.Request request = options.request();
    if (fix) {
      tell(SiteBuild.fix(request));
    }
    return new Run(console, options).run(SiteBuild::check, request, true);
  }

  /** Says what was corrected, where programs do not read the output. */
  private void tell(List<Diagnostic> fixed) {
    PrintWriter to = options.format() == Format.TEXT ? console.out() : console.err();
    if (options.quiet()) {
      return;
    }
    for (Diagnostic diagnostic : fixed) {
      Diagnostic.Fix made = Objects.requireNonNull(diagnostic.fix(), "it was corrected");
      to.println(
          diagnostic.at()
              + ": fixed: "
              + diagnostic.message()
              + ": \""
              + made.typed()
              + "\" is now \""
              + made.right()
              + "\" ["
              + diagnostic.code().id()
              + "]");
    }
    to.flush();
  }
}
