package duizhao.serve;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds what has changed below some folders by looking at every file, where nobody tells. */
final class FolderPoll {

  /** What differs after a change. */
  private record Stamp(long bytes, FileTime changed, @Nullable Object key) {}

  private final List<Path> roots;
  private Map<Path, Stamp> known;

  FolderPoll(List<Path> roots) {
    this.roots = roots;
    this.known = stamps();
  }

  /** The files that are new, gone or changed since this was asked last. */
  Set<Path> changed() {
    Map<Path, Stamp> now = stamps();
    Set<Path> changed = new TreeSet<>();
    now.forEach(
        (file, stamp) -> {
          if (!stamp.equals(known.remove(file))) {
            changed.add(file);
          }
        });
    changed.addAll(known.keySet());
    known = now;
    return changed;
  }

  private Map<Path, Stamp> stamps() {
    Map<Path, Stamp> stamps = new HashMap<>();
    for (Path root : roots) {
      try {
        Files.walkFileTree(
            root,
            new SimpleFileVisitor<>() {
              @Override
              public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
                if (!FolderWatch.passing(file.getFileName().toString())) {
                  stamps.put(file, new Stamp(is.size(), is.lastModifiedTime(), is.fileKey()));
                }
                return FileVisitResult.CONTINUE;
              }

              @Override
              public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
              }

              @Override
              public FileVisitResult postVisitDirectory(Path found, @Nullable IOException e) {
                return FileVisitResult.CONTINUE;
              }
            });
      } catch (IOException e) {
        // nothing above throws one
      }
    }
    return stamps;
  }
}
