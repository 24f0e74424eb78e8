package duizhao.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code duizhao} command. */
@Command(
    name = "duizhao",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Builds bilingual archives of newspaper reports.")
public final class Main implements Runnable {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }
}
