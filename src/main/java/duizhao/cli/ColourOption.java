package duizhao.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether a command prints in colour. */
final class ColourOption {

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "auto, always or never (default: auto; NO_COLOR is respected)")
  private Console.@Nullable Colour colour;

  Console.@Nullable Colour wish() {
    return colour;
  }
}
