package duizhao.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import duizhao.diagnostic.Diagnostic;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Nearest;
import duizhao.edtf.EdtfDate;
import duizhao.edtf.EdtfException;
import duizhao.importer.PageImporter;
import duizhao.importer.PageImporter.Cut;
import duizhao.importer.PageImporter.Line;
import duizhao.importer.PageImporter.Page;
import duizhao.model.Archive;
import duizhao.read.ContentReader;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
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

/** Makes draft reports of raw newspaper pages. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Cuts raw newspaper pages (text, or the HTML of an electronic edition) into draft reports.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  duizhao import --dry-run page.txt                how the page would be cut",
      "  duizhao import --newspaper workers-daily --date 2020-11-18 page.txt",
      "  duizhao import --into drafts/content *.html"
    })
final class ImportCommand implements Callable<Integer> {

  private static final String BOLD = "1";
  private static final String FAINT = "2";
  private static final String WARNING = "33";

  /** So many characters of a piece are shown. */
  private static final int SHOWN = 36;

  private final Console console;

  @Spec private CommandSpec command;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "pages, one a file")
  private List<Path> files = List.of();

  @Option(
      names = "--into",
      paramLabel = "DIR",
      defaultValue = "content",
      description = "content folder to write to (default: ${DEFAULT-VALUE})")
  private Path content;

  @Option(
      names = "--newspaper",
      paramLabel = "ID",
      description = "newspaper of the pages, of newspapers.yaml (default: what the pages tell)")
  private @Nullable String newspaper;

  @Option(
      names = "--date",
      paramLabel = "EDTF",
      description = "date of the pages (default: what the pages tell)")
  private @Nullable String date;

  @Option(
      names = {"-n", "--dry-run"},
      description = "print how the pages would be cut, and write nothing")
  private boolean dryRun;

  @Option(names = "--force", description = "replace reports that are there already")
  private boolean force;

  @Option(names = "--json", description = "print what was made as JSON")
  private boolean json;

  @Mixin private ColourOption colour;

  ImportCommand(Console console) {
    this.console = console;
  }

  /** What {@code --json} prints. */
  private record Answer(boolean written, List<Page> pages) {}

  @Override
  public Integer call() throws IOException {
    checkDate();
    Diagnostics ofArchive = new Diagnostics();
    Archive archive = new ContentReader(content, content.toString(), ofArchive).read();
    if (archive == null) {
      return tell(ofArchive.sorted());
    }
    checkNewspaper(archive);
    Diagnostics diagnostics = new Diagnostics();
    PageImporter importer = new PageImporter(archive, diagnostics);
    List<Page> pages = new ArrayList<>();
    for (Path file : files) {
      Page page = importer.read(file, newspaper, date, force);
      if (page != null) {
        pages.add(page);
      }
    }
    boolean written = !dryRun && !diagnostics.hasErrors() && write(importer);
    if (json) {
      Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
      console.out().println(gson.toJson(new Answer(written, pages)));
    } else {
      pages.forEach(this::print);
      if (written) {
        int reports = pages.stream().mapToInt(p -> p.reports().size()).sum();
        console.out().println(counted(reports, "draft") + " in " + content.resolve("reports"));
      }
    }
    console.out().flush();
    return tell(diagnostics.sorted());
  }

  private boolean write(PageImporter importer) throws IOException {
    try {
      return importer.write(content, force);
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException e) {
      // a full disk does not say of itself where it is
      throw new FileSystemException(content.resolve("reports").toString(), null, e.getMessage());
    }
  }

  private void checkDate() {
    if (date == null) {
      return;
    }
    try {
      EdtfDate.parse(date);
    } catch (EdtfException e) {
      throw wrong("\"" + date + "\" is not a date: " + e.getMessage());
    }
  }

  private void checkNewspaper(Archive archive) {
    if (newspaper != null && !archive.newspapers().containsKey(newspaper)) {
      throw wrong(
          "no newspaper is called \""
              + newspaper
              + "\"; "
              + Nearest.didYouMean(newspaper, archive.newspapers().keySet())
              + "newspapers are listed in newspapers.yaml");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }

  private int tell(List<Diagnostic> found) {
    for (Diagnostic each : found) {
      console
          .err()
          .println(
              each.at()
                  + ": "
                  + each.severity().word()
                  + ": "
                  + each.message()
                  + " ["
                  + each.code().id()
                  + "]");
      if (each.hint() != null) {
        console.err().println("  hint: " + each.hint());
      }
    }
    console.err().flush();
    return found.isEmpty() ? ExitCode.DONE : ExitCode.FOUND_ERRORS;
  }

  private void print(Page page) {
    console
        .out()
        .println(
            page.name()
                + ": "
                + counted(page.reports().size(), "report")
                + ", "
                + counted(page.leftovers().size(), "leftover"));
    for (Cut cut : page.reports()) {
      console.out().println();
      String title = cut.headline() == null ? "(no headline)" : cut.headline();
      console.out().println(painted(BOLD, title));
      console
          .out()
          .println(
              painted(
                  FAINT, "  " + cut.path() + " · " + Math.round(cut.confidence() * 100) + " %"));
      if (dryRun) {
        cut.lines().forEach(this::print);
      }
      for (String finding : cut.findings()) {
        console.out().println(painted(WARNING, "  look at " + finding));
      }
    }
    if (dryRun && !page.leftovers().isEmpty()) {
      console.out().println();
      console.out().println(painted(BOLD, "in no report"));
      page.leftovers().forEach(this::print);
    }
    console.out().println();
  }

  private void print(Line line) {
    String text = line.text();
    String shown =
        text.length() <= 2 * SHOWN
            ? text
            : text.substring(0, SHOWN) + " … " + text.substring(text.length() - SHOWN / 2);
    String at = line.line() + ":" + line.column();
    console.out().println("  " + pad(at, 8) + pad(line.type(), 11) + painted("", shown));
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }

  private static String counted(long count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }

  /** What stands on a page may not move the cursor of whoever reads it. */
  private String painted(String paint, String text) {
    String visible = text.replaceAll("\\p{Cc}", " ");
    return paint.isEmpty() || text.isEmpty() || !console.colourful(colour.wish())
        ? visible
        : "\u001b[" + paint + "m" + visible + "\u001b[0m";
  }
}
