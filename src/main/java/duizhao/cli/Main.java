package duizhao.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** By name, in the order in which the help tells them. */
  static final Map<String, Class<?>> COMMANDS = commands();

  @Spec private CommandSpec spec;

  private Main() {}

  private static Map<String, Class<?>> commands() {
    Map<String, Class<?>> commands = new LinkedHashMap<>();
    commands.put("build", BuildCommand.class);
    commands.put("check", CheckCommand.class);
    commands.put("plan", PlanCommand.class);
    commands.put("verify", VerifyCommand.class);
    commands.put("addresses", AddressesCommand.class);
    commands.put("serve", ServeCommand.class);
    commands.put("search", SearchCommand.class);
    commands.put("import", ImportCommand.class);
    commands.put("status", StatusCommand.class);
    commands.put("accept", AcceptCommand.class);
    commands.put("schema", SchemaCommand.class);
    commands.put("new", NewCommand.class);
    commands.put("review", ReviewCommand.class);
    commands.put("translate", TranslateCommand.class);
    return commands;
  }

  public static void main(String[] arguments) {
    System.exit(run(arguments, new Console(out(System.out), out(System.err), System.getenv())));
  }

  /** Files are named and texts printed in UTF-8, whatever the locale says. */
  private static PrintWriter out(java.io.PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  /** Runs a command line and says how it ended. */
  static int run(String[] arguments, Console console) {
    CommandFactory factory = new CommandFactory(console);
    CommandLine commands = new CommandLine(new Main(), factory);
    for (Class<?> command : asked(arguments)) {
      commands.addSubcommand(command);
    }
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

  /**
   * The commands that a command line can mean: to describe each of them takes longer than all else
   * that is done before the work begins.
   */
  private static Collection<Class<?>> asked(String[] arguments) {
    String first = arguments.length == 0 ? "" : arguments[0];
    if (first.equals("--version") || first.equals("-V")) {
      return List.of();
    }
    Class<?> one = COMMANDS.get(first);
    return one == null ? COMMANDS.values() : List.of(one);
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "name a command");
  }
}
