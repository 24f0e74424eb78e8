package duizhao.edit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A folder of new files that appears with all of them, or not at all. */
final class NewFolder {

  private NewFolder() {}

  /**
   * Makes a folder, and those above it that are missing.
   *
   * @param folder must be missing or empty, but for what a killed run of the same left there
   * @param files texts by path below it
   * @throws EditException when there is something in it, or it cannot be written
   */
  static void make(Path folder, Map<String, String> files) throws IOException {
    Path target = folder.toAbsolutePath().normalize();
    boolean there = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
    Path parent = Objects.requireNonNullElse(target.getParent(), target);
    // where the folder is there, it may be the one that the user stands in
    Path stage = there ? target.resolve(".new~") : parent.resolve("." + target.getFileName() + "~");
    if (there) {
      makeRoom(folder, target, stage, files);
    }
    List<Path> moved = new ArrayList<>();
    boolean done = false;
    try {
      if (!there) {
        Files.createDirectories(parent);
      }
      delete(stage);
      write(stage, files);
      if (there) {
        for (Path child : children(stage)) {
          Path place = target.resolve(child.getFileName());
          Files.move(child, place, StandardCopyOption.ATOMIC_MOVE);
          moved.add(place);
        }
      } else {
        Files.move(stage, target, StandardCopyOption.ATOMIC_MOVE);
      }
      done = true;
    } catch (IOException e) {
      throw ContentFile.cannotWrite(folder, e);
    } finally {
      if (!done) {
        for (Path place : moved) {
          delete(place);
        }
      }
      delete(stage);
    }
  }

  /**
   * Lays files over a folder that is there; what else it holds stays. The old folder is put back
   * when the new one cannot take its place.
   */
  static void replace(Path folder, Map<String, String> files) throws IOException {
    Path parent = Objects.requireNonNull(folder.toAbsolutePath().getParent(), "no disk's root");
    Path stage = parent.resolve("." + folder.getFileName() + ".new~");
    Path old = parent.resolve("." + folder.getFileName() + ".old~");
    try {
      delete(stage);
      copy(folder, stage);
      write(stage, files);
      Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
      try {
        Files.move(stage, folder, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        Files.move(old, folder, StandardCopyOption.ATOMIC_MOVE);
        throw e;
      }
      delete(old);
    } catch (IOException e) {
      throw ContentFile.cannotWrite(folder, e);
    } finally {
      delete(stage);
    }
  }

  /** Takes away what a killed run had put in place, and nothing else. */
  private static void makeRoom(Path folder, Path target, Path stage, Map<String, String> files)
      throws IOException {
    if (!Files.isDirectory(target)) {
      throw new EditException("\"" + folder + "\" is not a folder", "name another");
    }
    List<Path> children = new ArrayList<>(children(target));
    boolean killed = children.remove(stage);
    for (Path child : children) {
      if (!killed || !holdsOnly(target, child, files)) {
        throw new EditException("\"" + folder + "\" is not empty", "name a folder that is new");
      }
    }
    for (Path child : children) {
      delete(child);
    }
  }

  private static boolean holdsOnly(Path target, Path child, Map<String, String> files)
      throws IOException {
    if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
      for (Path below : children(child)) {
        if (!holdsOnly(target, below, files)) {
          return false;
        }
      }
      return true;
    }
    String text = files.get(target.relativize(child).toString().replace('\\', '/'));
    return text != null
        && Files.isRegularFile(child, LinkOption.NOFOLLOW_LINKS)
        && Arrays.equals(Files.readAllBytes(child), text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    }
  }

  private static void write(Path folder, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(Objects.requireNonNullElse(path.getParent(), folder));
      ContentFile.write(path, file.getValue().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Files.copy(
            path,
            to.resolve(from.relativize(path).toString()),
            StandardCopyOption.COPY_ATTRIBUTES,
            LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  private static void delete(Path tree) throws IOException {
    if (Files.isDirectory(tree, LinkOption.NOFOLLOW_LINKS)) {
      for (Path child : children(tree)) {
        delete(child);
      }
    }
    Files.deleteIfExists(tree);
  }
}
