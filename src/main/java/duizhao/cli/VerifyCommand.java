package duizhao.cli;

import duizhao.publish.SiteVerifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says whether a published site is as it was published. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Reads every file of a published site again, and says which are lost, changed or added since"
            + " it was built.",
    footerHeading = "%nExamples:%n",
    footer = {"  duizhao verify", "  duizhao verify /media/usb/archive"})
final class VerifyCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      defaultValue = "site",
      description = "the published folder (default: ${DEFAULT-VALUE})")
  private Path site;

  VerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    SiteVerifier.Comparison found = SiteVerifier.verify(site);
    print("missing", found.missing());
    print("changed", found.changed());
    print("added", found.added());
    console
        .out()
        .println(
            found.files()
                + (found.files() == 1 ? " file is" : " files are")
                + " as published; SHA-256 of the list: "
                + found.digest());
    console.out().flush();
    return found.whole() ? ExitCode.DONE : ExitCode.FOUND_ERRORS;
  }

  private void print(String what, List<String> paths) {
    paths.forEach(path -> console.out().println(what + " " + path));
  }
}
