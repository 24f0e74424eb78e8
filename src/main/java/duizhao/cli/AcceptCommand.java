package duizhao.cli;

import duizhao.diagnostic.Diagnostic;
import duizhao.edit.Desk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Records that a translation answers its original. */
@Command(
    name = "accept",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Records in report.yaml that the translation of these paragraphs, or of all, answers the"
            + " original as it is now. Comments and layout of the file stay.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  duizhao accept yinchuan-workers-homes",
      "  duizhao accept yinchuan-workers-homes p3 p5 --by 王芳 --date 2026-11-21"
    })
final class AcceptCommand implements Callable<Integer> {

  private final Console console;
  @Mixin private ContentOptions options;

  @Spec private CommandSpec command;

  @Parameters(index = "0", paramLabel = "ID", description = "the report")
  private String id;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "pN",
      description = "numbers of paragraphs; all where none is given")
  private List<String> paragraphs = List.of();

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "who checked the translation (default: user.name of Git)")
  private @Nullable String by;

  @Option(
      names = "--date",
      paramLabel = "EDTF",
      description = "when, such as 2026-11-21; not recorded where it is not given")
  private @Nullable String date;

  AcceptCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Integer> numbers = new ArrayList<>();
    for (String paragraph : paragraphs) {
      if (!paragraph.matches("p?[1-9][0-9]{0,5}")) {
        throw wrong("\"" + paragraph + "\" is no paragraph; write p and its number, such as p3");
      }
      numbers.add(Integer.valueOf(paragraph.replace("p", "")));
    }
    if (by != null && !Editor.isName(by)) {
      throw wrong("--by takes a name, without white space around it");
    }
    Desk desk = Desk.open(options.content());
    List<Diagnostic> errors = desk.errors(id);
    if (!errors.isEmpty()) {
      boolean colour = console.colourful(options.colour());
      new DiagnosticWriter(console.err(), desk.lines(), colour, true).write(errors, Format.TEXT);
      console.err().println("duizhao: \"" + id + "\" has errors, and nothing was recorded");
      console.err().flush();
      return ExitCode.FOUND_ERRORS;
    }
    String who = by != null ? by : Editor.name(console.environment(), options.content());
    if (who == null) {
      return Failure.refuse(
          "who checked it? Say so with --by, or once and for all with: git config --global user.name",
          console);
    }
    try {
      tell(desk.accept(id, numbers, who, date));
    } catch (Desk.Refusal e) {
      return Failure.refuse(String.valueOf(e.getMessage()), console);
    }
    return ExitCode.DONE;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }

  private void tell(Desk.Accepted accepted) {
    if (accepted.files().isEmpty()) {
      console.out().println(accepted.report() + ": recorded before; nothing was changed");
    } else {
      console
          .out()
          .println(accepted.report() + ": accepted " + Paragraphs.list(accepted.accepted()));
      console.out().println("  checked by " + accepted.signature().text());
      accepted.files().forEach(file -> console.out().println("  wrote " + file));
    }
    if (!accepted.open().isEmpty()) {
      console.out().println("  still open: " + Paragraphs.list(accepted.open()));
    }
    console.out().flush();
  }
}
