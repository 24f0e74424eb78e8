package duizhao.cli;

import duizhao.SiteBuild;
import duizhao.diagnostic.Diagnostic;
import duizhao.diagnostic.Nearest;
import duizhao.edit.ContentFile;
import duizhao.edit.Desk;
import duizhao.edit.EditException;
import duizhao.model.Archive;
import duizhao.model.Report;
import duizhao.read.ContentReader;
import duizhao.read.SourceLines;
import duizhao.review.ReviewSheet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
      return tell(proof.diagnostics());
    }
    Map<String, Report> known = new TreeMap<>();
    Stream.concat(archive.reports().stream(), archive.drafts().stream())
        .forEach(report -> known.put(report.id(), report));
    Map<Path, List<Report>> sheets = new LinkedHashMap<>();
    for (String id : ids) {
      Report report = known.get(id);
      if (report == null) {
        List<Diagnostic> why =
            proof.diagnostics().stream().filter(d -> Desk.belongs(d.at().file(), id)).toList();
        return why.isEmpty() ? refuse(id, known.keySet()) : tell(why);
      }
      Path file = output == null ? Path.of("review", id + ".html") : output;
      sheets.computeIfAbsent(file, k -> new ArrayList<>()).add(report);
    }
    for (Path file : sheets.keySet()) {
      if (ContentFile.exists(file) && !ContentFile.read(file).text().contains(ReviewSheet.MARK)) {
        throw new EditException(
            "\"" + file + "\" is there already, and is no review sheet",
            "name another file with --output");
      }
    }
    for (Map.Entry<Path, List<Report>> sheet : sheets.entrySet()) {
      String html = ReviewSheet.of(archive, sheet.getValue(), proof.diagnostics(), proof::picture);
      ContentFile.write(sheet.getKey(), html, true);
      console.out().println("wrote " + sheet.getKey());
    }
    console.out().flush();
    return ExitCode.DONE;
  }

  /** Prints the errors that leave nothing to make a sheet of. */
  private int tell(List<Diagnostic> diagnostics) throws IOException {
    boolean colour = console.colourful(options.colour());
    SourceLines lines =
        new SourceLines(Map.of(ContentReader.called(options.content()), options.content()));
    new DiagnosticWriter(console.err(), lines, colour, true).write(diagnostics, Format.TEXT);
    console.err().println("duizhao: there are errors, and no sheet was written");
    console.err().flush();
    return ExitCode.FOUND_ERRORS;
  }

  private int refuse(String id, Set<String> known) {
    return Failure.refuse(
        "there is no report called \""
            + id
            + "\"; "
            + Nearest.didYouMean(id, known)
            + "duizhao status lists them all",
        console);
  }
}
