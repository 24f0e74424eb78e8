package duizhao.diagnostic;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong.
 *
 * @param message what is wrong, in one sentence, with the value as the author wrote it
 * @param hint what to do about it, or null when the message says it all
 * @param fix the certain correction of the characters at its place; null where there is none
 */
public record Diagnostic(
    Code code, Location at, String message, @Nullable String hint, @Nullable Fix fix)
    implements Comparable<Diagnostic> {

  /**
   * A correction.
   *
   * @param typed the characters that stand there
   * @param right what takes their place
   */
  public record Fix(String typed, String right) {}

  private static final Comparator<Diagnostic> ORDER =
      Comparator.comparing(Diagnostic::at)
          .thenComparing(Diagnostic::code)
          .thenComparing(Diagnostic::message);

  /** A diagnostic that only a person can act on. */
  public Diagnostic(Code code, Location at, String message, @Nullable String hint) {
    this(code, at, message, hint, null);
  }

  public Severity severity() {
    return code.severity();
  }

  @Override
  public int compareTo(Diagnostic other) {
    return ORDER.compare(this, other);
  }
}
