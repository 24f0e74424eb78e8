package duizhao.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What an editor starts with. */
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Makes an archive to start from, or a report to fill in.",
    subcommands = {NewArchiveCommand.class, NewReportCommand.class},
    footerHeading = "%nExamples:%n",
    footer = {
      "  duizhao new archive my-archive",
      "  duizhao new report yinchuan-workers-homes --date 2020-11-18~"
    })
final class NewCommand implements Runnable {

  @Spec private CommandSpec command;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        command.commandLine(), "say what to make: archive or report");
  }
}
