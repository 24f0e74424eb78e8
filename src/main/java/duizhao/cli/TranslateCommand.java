package duizhao.cli;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostic;
import duizhao.diagnostic.Diagnostics;
import duizhao.model.Translation.Status;
import duizhao.read.ContentReader;
import duizhao.read.SourceLines;
import duizhao.xliff.TranslationExport;
import duizhao.xliff.TranslationImport;
import duizhao.xliff.TranslationImport.Taken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends reports to translators, and takes them back. */
@Command(
    name = "translate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "(export | import)",
    description = "Sends reports to translation tools as XLIFF 2.0, and takes translations back.",
    subcommands = {TranslateCommand.Export.class, TranslateCommand.Import.class},
    footerHeading = "%nExamples:%n",
    footer = {
      "  duizhao translate export yinchuan-workers-homes",
      "  duizhao translate import translation/yinchuan-workers-homes.xlf --status full"
    })
final class TranslateCommand implements Runnable {

  /** Faults of the command line, not of content. */
  private static final Set<Code> USAGE = Set.of(Code.UNKNOWN_REPORT, Code.UNKNOWN_LANGUAGE);

  @Spec private CommandSpec command;

  @Override
  public void run() {
    throw new ParameterException(command.commandLine(), "say export or import");
  }

  /** Writes files for translation tools. */
  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      description = {
        "Writes each report as a file in XLIFF 2.0 for translation tools: one unit a paragraph, with"
            + " what is translated already, similar paragraphs of the archive, and the glossary."
      },
      footerHeading = "%nExamples:%n",
      footer = {
        "  duizhao translate export yinchuan-workers-homes",
        "  duizhao translate export a-report another-report --from en --to zh --output out"
      })
  static final class Export implements Callable<Integer> {

    private final Console console;
    @Mixin private ContentOptions options;

    @Spec private CommandSpec command;

    @Parameters(paramLabel = "ID", arity = "1..*", description = "the reports")
    private List<String> ids = List.of();

    @Option(
        names = "--from",
        paramLabel = "ID",
        defaultValue = "zh",
        description = "language to translate from (default: ${DEFAULT-VALUE})")
    private String from;

    @Option(
        names = "--to",
        paramLabel = "ID",
        defaultValue = "en",
        description = "language to translate into (default: ${DEFAULT-VALUE})")
    private String to;

    @Option(
        names = {"-o", "--output"},
        paramLabel = "DIR",
        defaultValue = "translation",
        description = "folder for the files, ID.xlf each (default: ${DEFAULT-VALUE})")
    private Path output;

    @Option(names = "--force", description = "write over files that are there and differ")
    private boolean force;

    Export(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws IOException {
      if (from.equals(to)) {
        throw new ParameterException(command.commandLine(), "--from and --to are the same");
      }
      Diagnostics diagnostics = new Diagnostics();
      List<Path> written =
          TranslationExport.write(options.content(), ids, from, to, output, force, diagnostics);
      for (Diagnostic diagnostic : diagnostics.sorted()) {
        if (USAGE.contains(diagnostic.code()) && diagnostic.at().line() == 1) {
          throw new ParameterException(
              command.commandLine(), diagnostic.message() + "; " + diagnostic.hint());
        }
      }
      written.forEach(file -> console.out().println("wrote " + file));
      return finish(console, options, diagnostics, List.of());
    }
  }

  /** Takes files back. */
  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      description = {
        "Takes translations back into the archive: all of what the files say, or nothing where"
            + " something does not fit. What was not changed keeps its bytes."
      },
      footerHeading = "%nExamples:%n",
      footer = {
        "  duizhao translate import translation/yinchuan-workers-homes.xlf",
        "  duizhao translate import translation/*.xlf --status full"
      })
  static final class Import implements Callable<Integer> {

    private final Console console;
    @Mixin private ContentOptions options;

    @Spec private CommandSpec command;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "XLIFF 2.0, as exported")
    private List<Path> files = List.of();

    @Option(
        names = "--force",
        description =
            "take translations too whose source, or whose earlier translation, has changed since"
                + " the export")
    private boolean force;

    @Option(
        names = "--status",
        paramLabel = "STATUS",
        description = "what the reports then say of their translation (default: what they say)")
    private @Nullable String status;

    Import(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws IOException {
      Diagnostics diagnostics = new Diagnostics();
      List<Taken> taken =
          TranslationImport.read(options.content(), files, force, status(), diagnostics);
      taken.forEach(this::tell);
      return finish(console, options, diagnostics, files);
    }

    private @Nullable Status status() {
      if (status == null) {
        return null;
      }
      return Arrays.stream(Status.values())
          .filter(s -> s.id().equals(status) && s != Status.NONE)
          .findFirst()
          .orElseThrow(
              () ->
                  new ParameterException(
                      command.commandLine(),
                      "--status takes full, abridged or machine-draft, not \"" + status + "\""));
    }

    private void tell(Taken taken) {
      console
          .out()
          .println(
              taken.report()
                  + ": "
                  + taken.changed().size()
                  + " translated"
                  + listed(taken.changed())
                  + ", "
                  + taken.kept()
                  + " as they were, "
                  + taken.open().size()
                  + " open"
                  + listed(taken.open()));
      taken.files().forEach(file -> console.out().println("  wrote " + file));
    }

    private static String listed(List<String> ids) {
      return ids.isEmpty() ? "" : " (" + String.join(" ", ids) + ")";
    }
  }

  private static int finish(
      Console console, ContentOptions options, Diagnostics diagnostics, List<Path> files)
      throws IOException {
    Map<String, Path> roots = new HashMap<>();
    roots.put(ContentReader.called(options.content()), options.content());
    for (Path file : files) {
      Path folder = file.getParent();
      if (folder != null) {
        roots.put(folder.toString().replace('\\', '/'), folder);
      }
    }
    boolean colour = console.colourful(options.colour());
    new DiagnosticWriter(console.err(), new SourceLines(roots), colour, true)
        .write(diagnostics.sorted(), Format.TEXT);
    if (diagnostics.hasErrors()) {
      console.err().println("duizhao: there are errors, and nothing was written");
    }
    console.out().flush();
    console.err().flush();
    return diagnostics.hasErrors() ? ExitCode.FOUND_ERRORS : ExitCode.DONE;
  }
}
