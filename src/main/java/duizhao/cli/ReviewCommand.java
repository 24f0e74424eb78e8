package duizhao.cli;

import duizhao.SiteBuild;
import duizhao.diagnostic.Nearest;
import duizhao.edit.ContentFile;
import duizhao.edit.EditException;
import duizhao.model.Archive;
import duizhao.model.Report;
import duizhao.review.ReviewSheet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes sheets for proof-reading. */
@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Writes a sheet for proof-reading: both languages level, paragraph by paragraph, with what"
            + " the check finds at its place. One file of HTML that needs nothing beside it.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  duizhao review yinchuan-workers-homes",
      "  duizhao review a-report another-report --output /tmp/both.html"
    })
final class ReviewCommand implements Callable<Integer> {

  private final Console console;
  @Mixin private ContentOptions options;

  @Spec private CommandSpec command;

  @Parameters(paramLabel = "ID", arity = "1..*", description = "the reports")
  private List<String> ids = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "one sheet for all of them (default: review/ID.html each)")
  private @Nullable Path output;

  ReviewCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    SiteBuild.Proof proof = SiteBuild.proofread(options.content());
    Archive archive = proof.archive();
    if (archive == null) {
      boolean colour = console.colourful(options.colour());
      new DiagnosticWriter(console.err(), new duizhao.read.SourceLines(Map.of()), colour, true)
          .write(proof.diagnostics(), Format.TEXT);
      return ExitCode.FOUND_ERRORS;
    }
    Map<Path, List<Report>> sheets = new LinkedHashMap<>();
    for (String id : ids) {
      Path file = output == null ? Path.of("review", id + ".html") : output;
      sheets.computeIfAbsent(file, k -> new ArrayList<>()).add(report(id, archive));
    }
    for (Path file : sheets.keySet()) {
      if (ContentFile.exists(file) && !ContentFile.read(file).text().contains(ReviewSheet.MARK)) {
        throw new EditException(
            "\"" + file + "\" is there already, and is no review sheet",
            "name another file with --output");
      }
    }
    for (Map.Entry<Path, List<Report>> sheet : sheets.entrySet()) {
      String html = ReviewSheet.of(archive, sheet.getValue(), proof.diagnostics());
      ContentFile.write(sheet.getKey(), html, true);
      console.out().println("wrote " + sheet.getKey());
    }
    console.out().flush();
    return ExitCode.DONE;
  }

  private Report report(String id, Archive archive) {
    List<Report> reports =
        Stream.concat(archive.reports().stream(), archive.drafts().stream()).toList();
    List<String> known = reports.stream().map(Report::id).toList();
    return reports.stream()
        .filter(report -> report.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    command.commandLine(),
                    "there is no report called \""
                        + id
                        + "\" that could be read; "
                        + Nearest.didYouMean(id, known)
                        + "duizhao status lists them all"));
  }
}
