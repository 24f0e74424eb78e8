package duizhao.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a command that works on content and needs no theme. */
final class ContentOptions {

  @Option(
      names = {"-c", "--content"},
      paramLabel = "DIR",
      defaultValue = "content",
      description = "folder with archive.yaml (default: ${DEFAULT-VALUE})")
  private Path content;

  @Mixin private ColourOption colour;

  Path content() {
    return content;
  }

  Console.@Nullable Colour colour() {
    return colour.wish();
  }
}
