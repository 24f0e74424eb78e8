package duizhao.cli;

import com.google.gson.stream.JsonWriter;
import duizhao.diagnostic.Diagnostic;
import duizhao.diagnostic.Nearest;
import duizhao.diagnostic.Severity;
import duizhao.edit.Desk;
import duizhao.edit.Desk.Standing;
import duizhao.edtf.EdtfDate;
import duizhao.model.Signature;
import duizhao.text.Fingerprint.State;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
  private static final int LANGUAGES = 1;
  private static final int FIRST_COUNT = 3;
  private static final int CHECKED = 7;

  /** Narrower than this there is no table. */
  private static final int LEAST_REPORT = 8;

  private static final List<State> COUNTS =
      List.of(State.FRESH, State.STALE, State.MISSING, State.UNRECORDED);

  private final Console console;
  @Mixin private ContentOptions options;

  @Spec private CommandSpec command;

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

  /**
   * A table no wider than the terminal. What is the same in every row is said once, in the head; an
   * id that is too long has a line of its own, so that it can be copied.
   */
  private void table(List<Standing> standings, boolean colour) {
    List<List<String>> rows = new ArrayList<>();
    standings.forEach(s -> rows.add(row(s)));
    List<String> heads = new ArrayList<>(HEADS);
    boolean[] hidden = new boolean[HEADS.size()];
    List<String> pairs = rows.stream().map(row -> row.get(LANGUAGES)).distinct().toList();
    if (pairs.size() == 1) {
      hidden[LANGUAGES] = true;
      heads.set(0, heads.get(0) + ", " + pairs.get(0));
    }
    hidden[CHECKED] = rows.stream().allMatch(row -> row.get(CHECKED).isEmpty());
    rows.add(0, heads);
    rows.add(totals(standings));
    int[] widths = new int[HEADS.size()];
    int others = 0;
    for (int i = 0; i < widths.length; i++) {
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], Columns.of(row.get(i)));
      }
      others += i == 0 || hidden[i] ? 0 : gap(i) + widths[i];
    }
    int room = console.columns(command.usageMessage()::width);
    if (others + widths[0] > room) {
      int longest = Math.max(Columns.of(heads.get(0)), LEAST_REPORT);
      int checked = hidden[CHECKED] ? 0 : Math.max(0, others + longest - room);
      widths[CHECKED] -= checked;
      widths[0] = Math.max(longest, room - others + checked);
    }
    for (int r = 0; r < rows.size(); r++) {
      print(rows.get(r), widths, hidden, r == 0 || r == rows.size() - 1, colour);
    }
    if (!ids.isEmpty()) {
      standings.forEach(this::paragraphs);
    }
  }

  private void print(
      List<String> row, int[] widths, boolean[] hidden, boolean bold, boolean colour) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      if (hidden[i]) {
        continue;
      }
      boolean count = isCount(i);
      String cell = i == CHECKED ? Columns.cut(row.get(i), widths[i]) : row.get(i);
      String padded =
          count ? " ".repeat(widths[i] - Columns.of(cell)) + cell : Columns.pad(cell, widths[i]);
      String paint = bold ? "1" : paint(i, cell);
      line.append(" ".repeat(gap(i)));
      line.append(
          colour && !paint.isEmpty() ? "\u001B[" + paint + "m" + padded + "\u001B[0m" : padded);
      if (i == 0 && Columns.of(cell) > widths[0]) {
        line.append('\n').append(" ".repeat(widths[0]));
      }
    }
    console.out().println(line.toString().stripTrailing());
  }

  private static boolean isCount(int column) {
    return column >= FIRST_COUNT && column < FIRST_COUNT + COUNTS.size();
  }

  /** How far a column is from the one before it. */
  private static int gap(int column) {
    return column == 0 ? 0 : column > FIRST_COUNT && isCount(column) ? 1 : 2;
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
    row.add(
        s.signatures().keySet().stream()
            .map(
                by ->
                    (by.on() == null ? "" : by.on().text() + " ")
                        + by.by().replaceAll("\\p{C}", " "))
            .collect(Collectors.joining("; ")));
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
    String called = s.report() + ", " + s.language() + ": ";
    s.signatures()
        .forEach(
            (by, numbers) ->
                console
                    .out()
                    .println(
                        called
                            + "checked by "
                            + by.text().replaceAll("\\p{C}", " ")
                            + ": "
                            + Paragraphs.list(numbers)));
    for (State state : List.of(State.STALE, State.MISSING, State.UNRECORDED)) {
      List<Integer> numbers = s.numbers(state);
      if (!numbers.isEmpty()) {
        console
            .out()
            .println(
                called
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
      json.name("checks").beginArray();
      for (Map.Entry<Signature, List<Integer>> check : s.signatures().entrySet()) {
        EdtfDate on = check.getKey().on();
        json.beginObject();
        json.name("by").value(check.getKey().by());
        if (on != null) {
          json.name("on").value(on.text());
        }
        json.name("paragraphs").beginArray();
        for (int number : check.getValue()) {
          json.value(number);
        }
        json.endArray();
        json.endObject();
      }
      json.endArray();
      json.endObject();
    }
    json.endArray();
    json.flush();
    console.out().println();
  }
}
