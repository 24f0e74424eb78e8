package duizhao.cli;

import com.google.gson.stream.JsonWriter;
import duizhao.diagnostic.Diagnostic;
import duizhao.diagnostic.Nearest;
import duizhao.diagnostic.Severity;
import duizhao.edit.Desk;
import duizhao.edit.Desk.Standing;
import duizhao.text.Fingerprint.State;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows how the translations stand. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Shows how each report's translation stands to its original, the worst first: how many"
            + " paragraphs are fresh, stale, missing, or were never recorded as checked.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  duizhao status",
      "  duizhao status --stale                     only those with stale paragraphs",
      "  duizhao status yinchuan-workers-homes      one report, with its paragraphs",
      "  duizhao status --json"
    })
final class StatusCommand implements Callable<Integer> {

  private static final List<String> HEADS =
      List.of(
          "report", "languages", "status", "fresh", "stale", "missing", "unrecorded", "checked");
  private static final int FIRST_COUNT = 3;
  private static final List<State> COUNTS =
      List.of(State.FRESH, State.STALE, State.MISSING, State.UNRECORDED);

  private final Console console;
  @Mixin private ContentOptions options;

  @Parameters(paramLabel = "ID", arity = "0..*", description = "these reports only")
  private List<String> ids = List.of();

  @Option(names = "--stale", description = "only reports with stale paragraphs")
  private boolean stale;

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  StatusCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Desk desk = Desk.open(options.content());
    List<Diagnostic> errors =
        desk.diagnostics().stream().filter(d -> d.severity() == Severity.ERROR).toList();
    boolean colour = console.colourful(options.colour());
    new DiagnosticWriter(console.err(), desk.lines(), colour, true).write(errors, Format.TEXT);
    if (!desk.readable()) {
      return ExitCode.FOUND_ERRORS;
    }
    for (String id : ids) {
      if (!desk.ids().contains(id) && desk.errors(id).isEmpty()) {
        return Failure.refuse(
            "there is no report called \""
                + id
                + "\"; "
                + Nearest.didYouMean(id, desk.ids())
                + "duizhao status lists them all",
            console);
      }
    }
    List<Standing> shown =
        desk.standings().stream()
            .filter(s -> ids.isEmpty() || ids.contains(s.report()))
            .filter(s -> !stale || s.count(State.STALE) > 0)
            .toList();
    if (json) {
      json(shown);
    } else {
      table(shown, colour);
    }
    console.out().flush();
    return errors.isEmpty() ? ExitCode.DONE : ExitCode.FOUND_ERRORS;
  }

  private void table(List<Standing> standings, boolean colour) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADS);
    standings.forEach(s -> rows.add(row(s)));
    rows.add(totals(standings));
    int[] widths = new int[HEADS.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], Columns.of(row.get(i)));
      }
    }
    for (int r = 0; r < rows.size(); r++) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String cell = rows.get(r).get(i);
        boolean count = i >= FIRST_COUNT && i < FIRST_COUNT + COUNTS.size();
        String padded =
            count ? " ".repeat(widths[i] - Columns.of(cell)) + cell : Columns.pad(cell, widths[i]);
        String paint = r == 0 || r == rows.size() - 1 ? "1" : paint(i, cell);
        line.append(i == 0 ? "" : "  ");
        line.append(
            colour && !paint.isEmpty() ? "\u001B[" + paint + "m" + padded + "\u001B[0m" : padded);
      }
      console.out().println(line.toString().stripTrailing());
    }
    if (!ids.isEmpty()) {
      standings.forEach(this::paragraphs);
    }
  }

  private static String paint(int column, String cell) {
    boolean none = cell.equals("0");
    return switch (column - FIRST_COUNT) {
      case 0 -> none ? "2" : "32";
      case 1 -> none ? "2" : "31;1";
      case 2 -> none ? "2" : "33";
      case 3 -> "2";
      default -> "";
    };
  }

  private static List<String> row(Standing s) {
    List<String> row = new ArrayList<>();
    row.add(s.report() + (s.draft() ? " (draft)" : ""));
    row.add(s.original() + " > " + s.language());
    row.add(word(s.status()));
    COUNTS.forEach(state -> row.add(Integer.toString(s.count(state))));
    String by = s.checkedBy() == null ? "" : s.checkedBy().replaceAll("\\p{C}", " ");
    row.add(by + (s.checkedOn() == null ? "" : (by.isEmpty() ? "" : ", ") + s.checkedOn()));
    return row;
  }

  private static String word(String status) {
    return status.equals("machine-draft") ? "draft" : status;
  }

  private static List<String> totals(List<Standing> standings) {
    List<String> row = new ArrayList<>();
    long reports = standings.stream().map(Standing::report).distinct().count();
    row.add(reports + (reports == 1 ? " report" : " reports"));
    row.add("");
    row.add("");
    for (State state : COUNTS) {
      row.add(Integer.toString(standings.stream().mapToInt(s -> s.count(state)).sum()));
    }
    row.add("");
    return row;
  }

  private void paragraphs(Standing s) {
    for (State state : List.of(State.STALE, State.MISSING, State.UNRECORDED)) {
      List<Integer> numbers = s.numbers(state);
      if (!numbers.isEmpty()) {
        console
            .out()
            .println(
                s.report()
                    + ", "
                    + s.language()
                    + ": "
                    + id(state)
                    + " "
                    + numbers.stream().map(n -> "p" + n).collect(Collectors.joining(" ")));
      }
    }
  }

  private static String id(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private void json(List<Standing> standings) throws IOException {
    JsonWriter json = new JsonWriter(console.out());
    json.setIndent("  ");
    json.beginArray();
    for (Standing s : standings) {
      json.beginObject();
      json.name("report").value(s.report());
      json.name("original").value(s.original());
      json.name("language").value(s.language());
      json.name("status").value(s.status());
      json.name("draft").value(s.draft());
      for (State state : COUNTS) {
        json.name(id(state)).beginArray();
        for (int number : s.numbers(state)) {
          json.value(number);
        }
        json.endArray();
      }
      json.name("checked_by").value(s.checkedBy());
      json.name("checked_on").value(s.checkedOn());
      json.endObject();
    }
    json.endArray();
    json.flush();
    console.out().println();
  }
}
