package duizhao.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a command talks to: results to {@code out}, messages and progress to {@code err}.
 *
 * @param environment what decides on colour, progress and where things are remembered: {@code
 *     NO_COLOR}, {@code TERM}, {@code CI}, {@code HOME} ...
 */
record Console(PrintWriter out, PrintWriter err, Map<String, String> environment) {

  private static final int USUAL_COLUMNS = 80;

  /** When to use colour. */
  enum Colour {
    AUTO,
    ALWAYS,
    NEVER
  }

  /**
   * Whether to use colour; see no-color.org and bixense.com/clicolors. An empty {@code NO_COLOR}
   * says nothing.
   *
   * @param wish of {@code --color}; null when not given
   */
  boolean colourful(@Nullable Colour wish) {
    if (wish != null && wish != Colour.AUTO) {
      return wish == Colour.ALWAYS;
    }
    if (set("NO_COLOR")) {
      return false;
    }
    if (set("CLICOLOR_FORCE") && !"0".equals(environment.get("CLICOLOR_FORCE"))) {
      return true;
    }
    return terminal();
  }

  /** Whether a person is watching who can be shown progress. */
  @SuppressWarnings("SystemConsoleNull") // null before Java 22, and asked for more from then on
  boolean terminal() {
    String term = environment.getOrDefault("TERM", "");
    return System.console() != null
        && isTerminal(System.console())
        && !term.isEmpty()
        && !term.equals("dumb")
        && !set("CI");
  }

  /**
   * How many columns a table may take: what {@code COLUMNS} says, else those of the terminal, else
   * 80.
   *
   * @param terminalWidth asks the terminal
   */
  int columns(IntSupplier terminalWidth) {
    String set = environment.getOrDefault("COLUMNS", "");
    if (set.matches("[1-9][0-9]{0,3}")) {
      return Integer.parseInt(set);
    }
    return terminal() ? terminalWidth.getAsInt() : USUAL_COLUMNS;
  }

  /** From Java 22 on there is a console even where there is no terminal, and it says so. */
  private static boolean isTerminal(java.io.Console console) {
    try {
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true; // before Java 22 a console is a terminal
    }
  }

  /**
   * The time that {@code SOURCE_DATE_EPOCH} gives, in seconds; null where it gives none. See
   * reproducible-builds.org/specs/source-date-epoch.
   */
  @Nullable Instant sourceDate() {
    String seconds = environment.getOrDefault("SOURCE_DATE_EPOCH", "");
    return seconds.matches("[0-9]{1,11}") ? Instant.ofEpochSecond(Long.parseLong(seconds)) : null;
  }

  /**
   * The folder for what can be made again, as the XDG Base Directory Specification 0.8 has it; null
   * where the environment names none.
   */
  @Nullable Path cache() {
    String base = environment.getOrDefault("XDG_CACHE_HOME", "");
    String home = environment.getOrDefault("HOME", "");
    if (base.startsWith("/")) {
      return Path.of(base, "duizhao");
    }
    return home.isEmpty() ? null : Path.of(home, ".cache", "duizhao");
  }

  private boolean set(String variable) {
    return !environment.getOrDefault(variable, "").isEmpty();
  }
}
