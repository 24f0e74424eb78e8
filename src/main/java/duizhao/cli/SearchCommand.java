package duizhao.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import duizhao.search.SearchReader;
import java.io.IOException;
import java.nio.file.Path;
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

/** Answers a query from a built site. */
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Searches a built site, as its search page does.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  duizhao search 技能 工会                     reports that have both",
      "  duizhao search --lang en rural +credit       titles and dates in English",
      "  duizhao search region:江西 2018..2020        by place and year",
      "  duizhao search -- -dragon                    a query that begins with a minus"
    })
final class SearchCommand implements Callable<Integer> {

  private static final String BOLD = "1";
  private static final String MATCH = "33;1";
  private static final String FAINT = "2";

  private final Console console;

  @Spec private CommandSpec command;

  @Parameters(
      paramLabel = "QUERY",
      arity = "1..*",
      description = "what to search for, as on the search page")
  private List<String> query = List.of();

  @Option(
      names = "--site",
      paramLabel = "DIR",
      defaultValue = "site",
      description = "folder of the built site (default: ${DEFAULT-VALUE})")
  private Path site;

  @Option(
      names = {"-l", "--lang"},
      paramLabel = "ID",
      description = "language of what is printed (default: the first of the site)")
  private @Nullable String language;

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "N",
      defaultValue = "10",
      description = "most reports to print (default: ${DEFAULT-VALUE})")
  private int limit;

  @Option(names = "--json", description = "print the answer as JSON")
  private boolean json;

  @Mixin private ColourOption colour;

  SearchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (limit < 0) {
      throw new ParameterException(
          command.commandLine(), "--limit takes a number of at least 0, not " + limit);
    }
    SearchReader reader = SearchReader.open(site);
    List<String> known = reader.languages();
    String reading = language == null ? known.get(0) : language;
    if (!known.contains(reading)) {
      throw new ParameterException(
          command.commandLine(),
          "the site has no language \"" + reading + "\"; it has " + String.join(", ", known));
    }
    SearchReader.Answer answer = reader.search(String.join(" ", query), reading, limit);
    if (json) {
      Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
      console.out().println(gson.toJson(answer));
    } else {
      print(answer);
    }
    console.out().flush();
    return ExitCode.DONE;
  }

  private void print(SearchReader.Answer answer) {
    for (SearchReader.Hit hit : answer.hits()) {
      console.out().println(marked(hit.title(), hit.marks(), BOLD));
      String missing = hit.original() == null ? "" : " [" + hit.original() + "]";
      console.out().println("  " + hit.newspaper() + " · " + hit.date() + missing);
      SearchReader.Snippet snippet = hit.snippet();
      if (snippet != null) {
        console.out().println("  " + marked(snippet.text(), snippet.marks(), ""));
      }
      console.out().println("  " + painted(FAINT, site.resolve(hit.path()).toString()));
      console.out().println();
    }
    StringBuilder last = new StringBuilder();
    last.append(answer.total()).append(answer.total() == 1 ? " report" : " reports");
    if (answer.hits().size() < answer.total()) {
      last.append(", the first ").append(answer.hits().size()).append(" shown");
    }
    if (!answer.instead().isEmpty()) {
      last.append("; showing results for: ").append(answer.instead());
    }
    if (!answer.also().isEmpty()) {
      last.append("; also searched for: ");
      last.append(
          String.join(
              ", ",
              answer.also().stream().map(n -> String.join(" / ", n.labels().values())).toList()));
    }
    if (answer.partial()) {
      last.append("; no report has all of it");
    }
    console.out().println(last);
  }

  /** A text in one line, with what matches marked. */
  private String marked(String text, List<SearchReader.Range> marks, String rest) {
    StringBuilder line = new StringBuilder();
    int at = 0;
    for (SearchReader.Range mark : marks) {
      line.append(painted(rest, text.substring(at, mark.from())));
      line.append(painted(MATCH, text.substring(mark.from(), mark.to())));
      at = mark.to();
    }
    return line.append(painted(rest, text.substring(at))).toString();
  }

  /** What an author typed may not move the cursor of whoever reads it. */
  private String painted(String paint, String text) {
    String visible = text.replaceAll("\\p{Cc}", " ");
    return paint.isEmpty() || text.isEmpty() || !console.colourful(colour.wish())
        ? visible
        : "\u001b[" + paint + "m" + visible + "\u001b[0m";
  }
}
