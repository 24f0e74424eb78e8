package duizhao.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The {@code duizhao} command. */
@Command(
    name = "duizhao",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Turns newspaper reports into a bilingual archive: a folder of static files.",
    subcommands = {
      BuildCommand.class,
      CheckCommand.class,
      PlanCommand.class,
      VerifyCommand.class,
      AddressesCommand.class,
      ServeCommand.class,
      SearchCommand.class,
      ImportCommand.class,
      StatusCommand.class,
      AcceptCommand.class,
      SchemaCommand.class,
      NewCommand.class,
      ReviewCommand.class,
      TranslateCommand.class
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  duizhao build                      content/ and themes/ become site/",
      "  duizhao check --strict             proof-read; warnings count as errors",
      "  duizhao serve --open               see every change in the browser as it is saved",
      "  duizhao plan | grep regions        what would be published, one line a file",
      "  duizhao search Duchang 工会        which reports have both, from the built site",
      "  duizhao import --dry-run page.txt  how a newspaper page would be cut into drafts",
      "  duizhao status --stale             translations that the original has left behind",
      "  duizhao new archive my-archive     a small archive to start from",
      "",
      "Exit codes: 0 done, 1 errors in content or theme, 2 wrong usage, 3 could not read or write."
    })
public final class Main implements Runnable {

  @Spec private CommandSpec spec;

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments, new Console(out(System.out), out(System.err), System.getenv())));
  }

  /** Files are named and texts printed in UTF-8, whatever the locale says. */
  private static PrintWriter out(java.io.PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  /** Runs a command line and says how it ended. */
  static int run(String[] arguments, Console console) {
    CommandLine commands = new CommandLine(new Main(), new CommandFactory(console));
    commands.setOut(console.out());
    commands.setErr(console.err());
    commands.setColorScheme(
        CommandLine.Help.defaultColorScheme(console.colourful(null) ? Ansi.ON : Ansi.OFF));
    commands.setUsageHelpAutoWidth(true);
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setExecutionExceptionHandler(
        (exception, command, parsed) -> Failure.tell(exception, console));
    try {
      return commands.execute(arguments);
    } catch (StackOverflowError | OutOfMemoryError e) {
      return Failure.tell(e, console);
    }
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "name a command");
  }
}
