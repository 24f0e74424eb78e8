package duizhao.serve;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells when something below some folders has changed; a folder need not be there yet. Where the
 * system watches no more folders, this looks at every file now and then instead.
 */
final class FolderWatch implements AutoCloseable {

  /** Has the system watch a folder, but not those below it. */
  interface Registrar {

    Registrar SYSTEM =
        (folder, service) ->
            folder.register(
                service,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_MODIFY,
                StandardWatchEventKinds.ENTRY_DELETE);

    /**
     * Registers it.
     *
     * @throws IOException where the system refuses
     */
    WatchKey register(Path folder, WatchService service) throws IOException;
  }

  /** A save is often several writes; what comes within this time is told as one change. */
  private static final long BURST_MS = 30;

  /** Where saves never end, something has to be shown in between. */
  private static final int LONGEST_BURST = 20;

  /** How often the folders themselves are looked for: nobody tells when they are moved. */
  private static final long ROOTS_MS = 500;

  /** How often every file is looked at where nobody tells. */
  private static final long POLL_MS = 1_000;

  private final List<Path> roots;
  private final Registrar registrar;
  private final Consumer<String> refused;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<WatchKey, Path> watched = new HashMap<>();
  private final Map<Path, @Nullable Object> identities = new HashMap<>();

  /** Null where {@link #poll} has taken over. */
  private volatile @Nullable WatchService service;

  private @Nullable FolderPoll poll;

  /**
   * Starts to watch.
   *
   * @param refused is told once, with the system's reason, when it does not watch all folders
   */
  FolderWatch(List<Path> roots, Registrar registrar, Consumer<String> refused) {
    this.roots = roots.stream().map(Path::toAbsolutePath).toList();
    this.registrar = registrar;
    this.refused = refused;
    try {
      this.service = this.roots.get(0).getFileSystem().newWatchService();
      for (Path root : this.roots) {
        identities.put(root, identity(root));
        watch(root);
      }
    } catch (IOException e) {
      pollInstead(e);
    }
  }

  private void pollInstead(IOException e) {
    WatchService refusing = service;
    service = null;
    poll = new FolderPoll(roots);
    try {
      if (refusing != null) {
        refusing.close();
      }
    } catch (IOException again) {
      e.addSuppressed(again);
    }
    refused.accept(Objects.requireNonNullElse(e.getMessage(), e.toString()));
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
    WatchService watching = service;
    if (watching != null) {
      try {
        return next(watching);
      } catch (ClosedWatchServiceException e) {
        return null;
      } catch (IOException e) {
        pollInstead(e);
        return new TreeSet<>(roots); // whatever has not been told
      }
    }
    while (!closed.await(POLL_MS, TimeUnit.MILLISECONDS)) {
      Set<Path> changed = Objects.requireNonNull(poll).changed();
      if (!changed.isEmpty()) {
        return changed;
      }
    }
    return null;
  }

  private Set<Path> next(WatchService watching) throws IOException, InterruptedException {
    Set<Path> changed = new TreeSet<>();
    while (changed.isEmpty()) {
      take(watching.poll(ROOTS_MS, TimeUnit.MILLISECONDS), changed);
      for (Path root : roots) {
        Object now = identity(root);
        if (!Objects.equals(now, identities.put(root, now))) {
          watch(root);
          changed.add(root);
        }
      }
    }
    WatchKey more = watching.poll(BURST_MS, TimeUnit.MILLISECONDS);
    for (int n = 0; more != null && n < LONGEST_BURST; n++) {
      take(more, changed);
      more = watching.poll(BURST_MS, TimeUnit.MILLISECONDS);
    }
    take(more, changed);
    return changed;
  }

  private void take(@Nullable WatchKey key, Set<Path> changed) throws IOException {
    Path folder = key == null ? null : watched.get(key);
    if (key == null || folder == null) {
      return;
    }
    for (WatchEvent<?> event : key.pollEvents()) {
      if (!(event.context() instanceof Path name)) {
        changed.addAll(roots); // more than the system could tell
        for (Path root : roots) {
          watch(root);
        }
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
  static boolean passing(String name) {
    return name.startsWith(".") || name.endsWith("~") || name.equals("4913");
  }

  /** Watches a folder and all below it; what is no folder, or has gone again, is passed over. */
  private void watch(Path folder) throws IOException {
    WatchService watching = Objects.requireNonNull(service);
    if (!Files.isDirectory(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path found, BasicFileAttributes attributes)
              throws IOException {
            try {
              watched.put(registrar.register(found, watching), found);
              return FileVisitResult.CONTINUE;
            } catch (IOException e) {
              if (Files.isDirectory(found)) {
                throw e;
              }
              return FileVisitResult.SKIP_SUBTREE;
            }
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path found, @Nullable IOException e) {
            return FileVisitResult.CONTINUE; // gone while it was listed
          }
        });
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    WatchService watching = service;
    if (watching != null) {
      watching.close();
    }
  }
}
