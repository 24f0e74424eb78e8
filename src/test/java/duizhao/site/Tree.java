package duizhao.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Folders with all that they hold. */
public final class Tree {

  private Tree() {}

  /**
   * Copies a folder.
   *
   * @param backwards whether its files are made in the reverse of their order, so that a disk that
   *     lists them as they were made lists them otherwise
   */
  public static void copy(Path from, Path to, boolean backwards) throws IOException {
    List<Path> paths;
    try (Stream<Path> all = Files.walk(from)) {
      paths = new ArrayList<>(all.filter(Files::isRegularFile).sorted().toList());
    }
    if (backwards) {
      Collections.reverse(paths);
    }
    for (Path path : paths) {
      Path target = to.resolve(from.relativize(path).toString());
      Files.createDirectories(target.getParent());
      Files.copy(path, target);
    }
  }

  /** Deletes a folder that may be missing. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> paths;
    try (Stream<Path> all = Files.walk(folder)) {
      paths = new ArrayList<>(all.toList());
    }
    Collections.reverse(paths);
    for (Path path : paths) {
      Files.delete(path);
    }
  }
}
