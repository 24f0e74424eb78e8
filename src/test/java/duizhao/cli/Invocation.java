package duizhao.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/**
 * What a command line did, run in this process and away from any terminal.
 *
 * @param exit the exit code
 * @param out what went to the standard output
 * @param err what went to the standard error
 */
public record Invocation(int exit, String out, String err) {

  /** Runs a command line with an empty environment. */
  public static Invocation of(String... arguments) {
    return in(Map.of(), arguments);
  }

  /** Runs a command line. */
  public static Invocation in(Map<String, String> environment, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        Main.run(arguments, new Console(new PrintWriter(out), new PrintWriter(err), environment));
    return new Invocation(exit, out.toString(), err.toString());
  }
}
