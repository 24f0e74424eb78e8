package duizhao.read;

import duizhao.diagnostic.Location;
import duizhao.model.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows the lines that diagnostics are about. */
public final class SourceLines {

  /** Longer lines are of no help on a screen, and might be a hundred megabytes. */
  private static final int MAX_LINE = 4_000;

  private final Map<String, Path> roots;
  private String file = "";
  private List<String> lines = List.of();

  /**
   * @param roots folders by the names that diagnostics call them
   */
  public SourceLines(Map<String, Path> roots) {
    this.roots = Map.copyOf(roots);
  }

  /**
   * The line of a place, without its end; null when it cannot be shown. Quick for places in file
   * order.
   */
  public synchronized @Nullable String line(Location at) {
    if (!at.file().equals(file)) {
      file = at.file();
      Path path = path(file);
      lines = path == null ? List.of() : lines(path);
    }
    String line = at.line() <= lines.size() ? lines.get(at.line() - 1) : null;
    return line == null || line.length() > MAX_LINE || line.indexOf('\0') >= 0 ? null : line;
  }

  private @Nullable Path path(String name) {
    for (Map.Entry<String, Path> root : roots.entrySet()) {
      if (name.startsWith(root.getKey() + "/")) {
        return root.getValue().resolve(name.substring(root.getKey().length() + 1));
      }
    }
    return null;
  }

  private static List<String> lines(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > Limits.DEFAULT.textBytes()) {
        return List.of();
      }
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
