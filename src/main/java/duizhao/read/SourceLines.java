package duizhao.read;

import duizhao.diagnostic.Location;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows the lines that diagnostics are about. */
public final class SourceLines {

  /** Longer lines are of no help on a screen, and might be a hundred megabytes. */
  private static final int MAX_LINE = 4_000;

  private final Map<String, Path> roots;

  /**
   * @param roots folders by the names that diagnostics call them
   */
  public SourceLines(Map<String, Path> roots) {
    this.roots = Map.copyOf(roots);
  }

  /** The line of a place, without its end; null when it cannot be shown. */
  public @Nullable String line(Location at) {
    for (Map.Entry<String, Path> root : roots.entrySet()) {
      if (at.file().startsWith(root.getKey() + "/")) {
        return line(
            root.getValue().resolve(at.file().substring(root.getKey().length() + 1)), at.line());
      }
    }
    return null;
  }

  private static @Nullable String line(Path file, int number) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > SourceFiles.MAX_TEXT_BYTES) {
        return null;
      }
      try (BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
        String line = reader.readLine();
        for (int i = 1; i < number && line != null; i++) {
          line = reader.readLine();
        }
        boolean shown = line != null && line.length() <= MAX_LINE && line.indexOf('\0') < 0;
        return shown && number == 1 && line != null && line.startsWith("\uFEFF")
            ? line.substring(1)
            : shown ? line : null;
      }
    } catch (IOException e) {
      return null;
    }
  }
}
