package duizhao.cli;

import com.google.gson.stream.JsonWriter;
import duizhao.SiteBuild;
import duizhao.cache.LastBuild;
import duizhao.diagnostic.Severity;
import duizhao.model.Language;
import duizhao.plan.SitePath;
import duizhao.plan.SitePlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** One run of a command: progress while it works, what it found, and a summary. */
final class Run {

  /** Work on an archive. */
  interface Work {
    SiteBuild.Result run(SiteBuild.Request request, SiteBuild.Progress progress) throws IOException;
  }

  private final Console console;
  private final ArchiveOptions options;

  Run(Console console, ArchiveOptions options) {
    this.console = console;
    this.options = options;
  }

  /**
   * Does the work and tells how it went.
   *
   * @param findingsAreResult whether what is found goes to the output, or beside it
   */
  int run(Work work, SiteBuild.Request request, boolean findingsAreResult) throws IOException {
    long start = System.nanoTime();
    SiteBuild.Result result;
    try (ProgressLine progress = new ProgressLine(console, options, start)) {
      result = work.run(request, progress);
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    boolean forMachines = options.format() != Format.TEXT;
    int code =
        tell(result, request, findingsAreResult || forMachines ? console.out() : console.err());
    if (!options.quiet() && !forMachines) {
      (findingsAreResult ? console.out() : console.err()).println(summary(result, millis));
    }
    console.out().flush();
    console.err().flush();
    return code;
  }

  /** Prints what was found, and gives the exit code that goes with it. */
  int tell(SiteBuild.Result result, SiteBuild.Request request, PrintWriter to) throws IOException {
    DiagnosticWriter writer =
        new DiagnosticWriter(
            to, SiteBuild.lines(request), console.colourful(options.colour()), options.quiet());
    writer.write(result.diagnostics(), options.format());
    boolean fine =
        result.count(Severity.ERROR) == 0
            && !(options.strict() && result.count(Severity.WARNING) > 0);
    return fine ? ExitCode.DONE : ExitCode.FOUND_ERRORS;
  }

  /** Prints the files of a plan. */
  void print(SitePlan plan) throws IOException {
    if (options.format() != Format.JSON) {
      plan.paths().forEach(path -> console.out().println(path));
      console.out().flush();
      return;
    }
    JsonWriter json = new JsonWriter(console.out());
    json.setIndent(" ");
    json.beginArray();
    for (SitePath path : plan.paths()) {
      json.value(path.value());
    }
    json.endArray();
    json.flush();
    console.out().println();
    console.out().flush();
  }

  private String summary(SiteBuild.Result result, long millis) {
    StringBuilder text = new StringBuilder();
    SitePlan plan = result.plan();
    LastBuild.Outcome unchanged = result.unchanged();
    if (plan != null) {
      List<String> languages = plan.archive().languages().stream().map(Language::id).toList();
      text.append(size(plan.archive().reports().size(), plan.pages().size(), languages));
    } else if (unchanged != null) {
      text.append(size(unchanged.reports(), unchanged.pages(), unchanged.languages()));
    }
    long errors = result.count(Severity.ERROR);
    if (errors > 0) {
      text.append(counted(errors, "error")).append(", ");
    }
    text.append(counted(result.count(Severity.WARNING), "warning"));
    text.append(String.format(Locale.ROOT, ", %.1f s", millis / 1000.0));
    if (result.published()) {
      text.append(
          String.format(
              Locale.ROOT,
              " - published %s (%d files, %.1f MB)",
              options.output(),
              result.files(),
              result.bytes() / 1e6));
    } else if (unchanged != null) {
      text.append(
          String.format(
              Locale.ROOT,
              " - nothing has changed since %s was published (%d files, %.1f MB)",
              options.output(),
              unchanged.files(),
              unchanged.bytes() / 1e6));
    } else if (errors > 0 || options.strict() && result.count(Severity.WARNING) > 0) {
      text.append(" - nothing was published");
    }
    return text.toString();
  }

  private static String size(int reports, int pages, List<String> languages) {
    return counted(reports, "report")
        + ", "
        + counted(pages, "page")
        + ", "
        + String.join(" + ", languages)
        + ", ";
  }

  private static String counted(long count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }
}
