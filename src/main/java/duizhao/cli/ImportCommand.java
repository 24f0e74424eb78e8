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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /** What a line of a piece takes up, and its text and the beginning of that, in columns. */
  private static final int WIDTH = 80;

  private static final int AT = 9;
  private static final int TYPE = 11;
  private static final int SHOWN = WIDTH - 2 - AT - TYPE;
  private static final int BEGINNING = 37;

  /** A line that takes up more is no line of a narrow column. */
  private static final int NARROW = 56;

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
    int all = page.reports().stream().mapToInt(c -> size(c.lines())).sum() + size(page.leftovers());
    console
        .out()
        .println(
            page.name()
                + ": "
                + counted(page.reports().size(), "report")
                + ", "
                + counted(page.leftovers().size(), "leftover")
                + " with "
                + size(page.leftovers())
                + " of "
                + counted(all, "character"));
    Map<Line, Integer> order = order(page);
    boolean moved = false;
    for (Cut cut : page.reports()) {
      console.out().println();
      String title = cut.headline() == null ? "(no headline)" : cut.headline();
      console.out().println(painted(BOLD, title));
      console
          .out()
          .println(
              painted(
                  FAINT,
                  "  "
                      + cut.path()
                      + " · "
                      + Math.round(cut.confidence() * 100)
                      + " % · "
                      + counted(size(cut.lines()), "character")));
      if (dryRun) {
        moved |= print(cut.lines(), order);
      }
      for (String finding : cut.findings()) {
        console.out().println(painted(WARNING, "  look at " + finding));
      }
    }
    if (dryRun && !page.leftovers().isEmpty()) {
      console.out().println();
      console.out().println(painted(BOLD, "in no report"));
      print(page.leftovers(), Map.of());
    }
    if (moved) {
      console.out().println();
      console.out().println(painted(FAINT, "> does not stand there on the page"));
    }
    console.out().println();
  }

  private static int size(List<Line> lines) {
    return (int)
        lines.stream()
            .flatMapToInt(l -> l.text().codePoints())
            .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
            .count();
  }

  /** The pieces of the reports of a page, numbered as they stand on it. */
  private static Map<Line, Integer> order(Page page) {
    List<Line> lines = new ArrayList<>();
    page.reports().forEach(c -> lines.addAll(c.lines()));
    lines.sort(Comparator.comparingInt(Line::line).thenComparingInt(Line::column));
    Map<Line, Integer> order = new HashMap<>();
    lines.forEach(l -> order.put(l, order.size()));
    return order;
  }

  /**
   * Prints pieces, narrow lines that follow each other as one.
   *
   * @param order of the page; empty where it does not matter
   * @return whether some do not follow each other on the page
   */
  private boolean print(List<Line> lines, Map<Line, Integer> order) {
    boolean moved = false;
    for (int i = 0; i < lines.size(); ) {
      Line first = lines.get(i);
      StringBuilder text = new StringBuilder(first.text());
      boolean jump = i > 0 && !order.isEmpty() && jumps(lines.get(i - 1), first, order);
      int end = i + 1;
      while (end < lines.size()
          && lines.get(end).type().equals(first.type())
          && (first.type().equals("body") || order.isEmpty())
          && Columns.of(lines.get(end - 1).text()) <= NARROW
          && !jumps(lines.get(end - 1), lines.get(end), order)) {
        text.append(lines.get(end++).text());
      }
      String at =
          end > i + 1
              ? first.line() + "-" + lines.get(end - 1).line()
              : first.line() + ":" + first.column();
      console
          .out()
          .println(
              (jump ? "> " : "  ")
                  + Columns.pad(at, AT - 1)
                  + " "
                  + Columns.pad(order.isEmpty() ? "" : first.type(), TYPE - 1)
                  + " "
                  + painted("", shortened(text.toString())));
      if (order.isEmpty()) {
        console.out().println(painted(FAINT, "  " + " ".repeat(AT) + first.type()));
      }
      moved |= jump;
      i = end;
    }
    return moved;
  }

  private static boolean jumps(Line before, Line line, Map<Line, Integer> order) {
    return order.isEmpty()
        ? line.line() > before.line() + 2
        : order.getOrDefault(line, 0) != order.getOrDefault(before, 0) + 1;
  }

  /** The beginning and the end of a text that is too wide. */
  private static String shortened(String text) {
    if (Columns.of(text) <= SHOWN) {
      return text;
    }
    int[] points = text.codePoints().toArray();
    int from = 0;
    while (Columns.of(new String(points, 0, from + 1)) <= BEGINNING) {
      from++;
    }
    int to = points.length;
    while (to > from
        && Columns.of(new String(points, to - 1, points.length - to + 1))
            <= SHOWN - BEGINNING - 3) {
      to--;
    }
    return new String(points, 0, from) + " … " + new String(points, to, points.length - to);
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
