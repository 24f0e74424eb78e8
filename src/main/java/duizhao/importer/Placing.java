package duizhao.importer;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts folders and files in their places, all of them or none. They are written beside their places
 * first, so that a full disk is known before anything is touched; what they replace is kept until
 * all are in place.
 */
final class Placing implements AutoCloseable {

  private static final String PREFIX = ".import-";
  private static final String LOCK = "lock";

  private final Path root;
  private final Path stage;
  private final Path made;
  private final Path kept;
  private final FileChannel lock;

  /** What was moved, the last first: from where, and where it is now. */
  private final Deque<Path[]> moved = new ArrayDeque<>();

  /** The folders that were not there, the last first. */
  private final Deque<Path> folders = new ArrayDeque<>();

  /**
   * @param root the folder below which everything is placed; made if it is not there
   */
  Placing(Path root) throws IOException {
    this.root = root;
    directories(root);
    try {
      this.stage = Files.createTempDirectory(root, PREFIX);
      this.made = Files.createDirectory(stage.resolve("new"));
      this.kept = Files.createDirectory(stage.resolve("old"));
      this.lock =
          FileChannel.open(
              stage.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      lock.lock();
    } catch (IOException e) {
      removeFolders();
      throw e;
    }
  }

  /**
   * Writes a file, to be placed with its folder.
   *
   * @param path below the root, with {@code /}
   */
  void stage(String path, String text) throws IOException {
    try {
      Path file = made.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(
          file,
          text.getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw undo(e);
    }
  }

  /**
   * Moves what was staged to its place.
   *
   * @param targets folders and files, below the root, with {@code /}
   * @throws IOException when one cannot be; then all is as it was before
   */
  void place(Collection<String> targets) throws IOException {
    try {
      for (String target : targets) {
        Path place = root.resolve(target);
        directories(place.getParent());
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
          Path old = kept.resolve(target);
          Files.createDirectories(old.getParent());
          move(place, old);
        }
        move(made.resolve(target), place);
      }
      moved.clear();
      folders.clear();
    } catch (IOException e) {
      throw undo(e);
    }
  }

  private void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    moved.push(new Path[] {from, to});
  }

  /** Makes the folders that are not there. */
  private void directories(@Nullable Path folder) throws IOException {
    if (folder == null || Files.isDirectory(folder)) {
      return;
    }
    directories(folder.getParent());
    try {
      Files.createDirectory(folder);
      folders.push(folder);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }

  /**
   * Moves everything back. Where that fails, too, what was replaced stays in the stage, and the
   * next run puts it back.
   */
  private IOException undo(IOException reason) throws IOException {
    while (!moved.isEmpty()) {
      Path[] move = moved.pop();
      try {
        Files.move(move[1], move[0], StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        lock.close();
        e.addSuppressed(reason);
        throw new IOException("what was replaced could not be put back; it is in " + kept, e);
      }
    }
    close();
    removeFolders();
    return reason;
  }

  private void removeFolders() throws IOException {
    while (!folders.isEmpty()) {
      Path folder = folders.pop();
      try (Stream<Path> entries = Files.list(folder)) {
        if (entries.findAny().isEmpty()) {
          Files.delete(folder);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (lock.isOpen()) {
      lock.close();
      delete(stage);
    }
  }

  /**
   * Puts back what a run that was killed had moved away, where its place is empty, and removes what
   * it left lying about. Does not touch what a run is still at.
   */
  static void recover(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      return;
    }
    List<Path> stages;
    try (Stream<Path> entries = Files.list(root)) {
      stages =
          entries
              .filter(p -> p.getFileName().toString().startsWith(PREFIX))
              .filter(Files::isDirectory)
              .sorted()
              .toList();
    }
    for (Path stage : stages) {
      if (abandoned(stage)) {
        putBack(root, stage.resolve("old"));
        delete(stage);
      }
    }
  }

  private static boolean abandoned(Path stage) throws IOException {
    Path file = stage.resolve(LOCK);
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** Folders of years have reports and lists in them. */
  private static void putBack(Path root, Path kept) throws IOException {
    if (!Files.isDirectory(kept)) {
      return;
    }
    List<Path> targets;
    try (Stream<Path> files = Files.walk(kept, 2)) {
      targets = files.filter(p -> kept.relativize(p).getNameCount() == 2).sorted().toList();
    }
    for (Path old : targets) {
      Path place = root.resolve(kept.relativize(old).toString());
      if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
        Files.createDirectories(place.getParent());
        Files.move(old, place, StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
