package duizhao.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Tells when something below some folders has changed; a folder need not be there yet. */
final class FolderWatch implements AutoCloseable {

  /** A save is often several writes; what comes within this time is told as one change. */
  private static final long BURST_MS = 30;

  /** Where saves never end, something has to be shown in between. */
  private static final int LONGEST_BURST = 20;

  /** How often the folders themselves are looked for: nobody tells when they are moved. */
  private static final long ROOTS_MS = 500;

  private final List<Path> roots;
  private final WatchService service;
  private final Map<WatchKey, Path> watched = new HashMap<>();
  private final Map<Path, @Nullable Object> identities = new HashMap<>();

  FolderWatch(List<Path> roots) throws IOException {
    this.roots = roots.stream().map(Path::toAbsolutePath).toList();
    this.service = this.roots.get(0).getFileSystem().newWatchService();
    for (Path root : this.roots) {
      identities.put(root, identity(root));
      try {
        watch(root);
      } catch (UncheckedIOException e) {
        service.close();
        throw e.getCause();
      }
    }
  }

  /** What changes when a folder is moved away, or another takes its place; null where is none. */
  private static @Nullable Object identity(Path folder) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(folder, BasicFileAttributes.class);
      Object key = attributes.fileKey();
      return !attributes.isDirectory() ? null : key == null ? attributes.creationTime() : key;
    } catch (IOException e) {
      return null;
    }
  }

  /**
   * Waits for the next change.
   *
   * @return what changed; a folder stands for all that is below it; null when this is closed
   */
  @Nullable Set<Path> next() throws InterruptedException {
    Set<Path> changed = new TreeSet<>();
    try {
      while (changed.isEmpty()) {
        take(service.poll(ROOTS_MS, TimeUnit.MILLISECONDS), changed);
        for (Path root : roots) {
          Object now = identity(root);
          if (!Objects.equals(now, identities.put(root, now))) {
            watch(root);
            changed.add(root);
          }
        }
      }
      WatchKey more = service.poll(BURST_MS, TimeUnit.MILLISECONDS);
      for (int n = 0; more != null && n < LONGEST_BURST; n++) {
        take(more, changed);
        more = service.poll(BURST_MS, TimeUnit.MILLISECONDS);
      }
      take(more, changed);
      return changed;
    } catch (ClosedWatchServiceException e) {
      return null;
    }
  }

  private void take(@Nullable WatchKey key, Set<Path> changed) {
    Path folder = key == null ? null : watched.get(key);
    if (key == null || folder == null) {
      return;
    }
    for (WatchEvent<?> event : key.pollEvents()) {
      if (!(event.context() instanceof Path name)) {
        changed.addAll(roots); // more than the system could tell
        roots.forEach(this::watch);
      } else if (!passing(name.toString())) {
        changed.add(folder.resolve(name));
        watch(folder.resolve(name));
      }
    }
    if (!key.reset()) {
      watched.remove(key);
      changed.add(folder);
    }
  }

  /** Files that editors make for a moment; archives ignore them too. */
  private static boolean passing(String name) {
    return name.startsWith(".") || name.endsWith("~") || name.equals("4913");
  }

  /** Watches a folder and all below it; what is no folder, or has gone again, is passed over. */
  private void watch(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path found, BasicFileAttributes attributes)
                throws IOException {
              watched.put(
                  found.register(
                      service,
                      StandardWatchEventKinds.ENTRY_CREATE,
                      StandardWatchEventKinds.ENTRY_MODIFY,
                      StandardWatchEventKinds.ENTRY_DELETE),
                  found);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      if (Files.isDirectory(folder)) {
        String reason = Objects.requireNonNullElse(e.getMessage(), "the system refuses to");
        throw new UncheckedIOException(
            new FileSystemException(folder.toString(), null, "cannot watch files: " + reason));
      }
    }
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
