package duizhao.cli;

/** What the command tells the shell. */
final class ExitCode {

  static final int DONE = 0;

  /** The content or theme has errors, or warnings under {@code --strict}. */
  static final int FOUND_ERRORS = 1;

  /** The command line is wrong. */
  static final int WRONG_USAGE = 2;

  /** Something could not be read or written, or the program itself is at fault. */
  static final int FAILED = 3;

  private ExitCode() {}
}
