package duizhao.cli;

import duizhao.edit.Desk;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a report to fill in. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Makes a draft: a folder below reports/ with report.yaml and a text in each language.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  duizhao new report yinchuan-workers-homes --date 2020-11-18~",
      "  duizhao new report jinhua-plenum --newspaper workers-daily \\",
      "      --title zh=金华市总工会开全会 --title \"en=Jinhua's unions meet\""
    })
final class NewReportCommand implements Callable<Integer> {

  private final Console console;
  @Mixin private ContentOptions options;

  @Parameters(
      paramLabel = "ID",
      description = "the folder's name and the last part of its address; it never changes")
  private String id;

  @Option(
      names = "--date",
      paramLabel = "EDTF",
      description = "when it was printed, as far as it is known, such as 2020-11-18~")
  private @Nullable String date;

  @Option(
      names = "--newspaper",
      paramLabel = "ID",
      description = "where it was printed (default: the first of newspapers.yaml)")
  private @Nullable String newspaper;

  @Option(
      names = "--title",
      paramLabel = "LANG=TEXT",
      description = "the title in a language; may be repeated")
  private Map<String, String> titles = Map.of();

  @Option(
      names = "--original",
      paramLabel = "LANG",
      description = "the language it was first written in (default: the archive's first)")
  private @Nullable String original;

  @Option(names = "--force", description = "write over a report that is there; its pictures stay")
  private boolean force;

  NewReportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Desk desk = Desk.open(options.content());
    if (!desk.readable()) {
      boolean colour = console.colourful(options.colour());
      new DiagnosticWriter(console.err(), desk.lines(), colour, true)
          .write(desk.diagnostics(), Format.TEXT);
      return ExitCode.FOUND_ERRORS;
    }
    try {
      desk.draft(new Desk.Start(id, date, newspaper, titles, original), force)
          .forEach(file -> console.out().println("wrote " + file));
    } catch (Desk.Refusal e) {
      return Failure.refuse(String.valueOf(e.getMessage()), console);
    }
    console.out().flush();
    return ExitCode.DONE;
  }
}
