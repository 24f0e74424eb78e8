package duizhao.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the file system says of all that stands in some folders, without reading any file. It rests
 * on the time of change (POSIX {@code st_ctime}), which no program can set: contents that change
 * change the stamp, even where size and time of modification are kept.
 */
final class FolderStamp {

  /** A file as the file system tells of it; times in nanoseconds since 1970. */
  private record Entry(boolean folder, boolean file, long changed, long mark) {

    static Entry of(Path path) throws IOException {
      Map<String, Object> all =
          Files.readAttributes(
              path,
              "unix:ctime,lastModifiedTime,size,ino,mode,isDirectory,isRegularFile",
              LinkOption.NOFOLLOW_LINKS);
      long changed = of(FileTime.class, all, "ctime").to(TimeUnit.NANOSECONDS);
      long modified = of(FileTime.class, all, "lastModifiedTime").to(TimeUnit.NANOSECONDS);
      long mark = mixed(changed);
      mark = mixed(mark ^ modified);
      mark = mixed(mark ^ of(Long.class, all, "size"));
      mark = mixed(mark ^ of(Long.class, all, "ino"));
      mark = mixed(mark ^ of(Integer.class, all, "mode"));
      return new Entry(
          of(Boolean.class, all, "isDirectory"),
          of(Boolean.class, all, "isRegularFile"),
          changed,
          mark);
    }

    private static <T> T of(Class<T> type, Map<String, Object> all, String name) {
      return type.cast(Objects.requireNonNull(all.get(name)));
    }
  }

  private long sum;
  private long newest;

  private FolderStamp() {}

  /**
   * The stamp of folders and files; those that are missing are stamped as missing.
   *
   * @return null where the file system does not tell the time of change, or where a link leads out
   *     of what it can tell of
   */
  static @Nullable FolderStamp of(Path... roots) throws IOException {
    FolderStamp stamp = new FolderStamp();
    for (int i = 0; i < roots.length; i++) {
      Path root = roots[i];
      if (!root.getFileSystem().supportedFileAttributeViews().contains("unix")) {
        return null;
      }
      if (Files.exists(root) && !stamp.add(root.toRealPath(), text(i + ":" + root))) {
        return null;
      }
    }
    return stamp;
  }

  private boolean add(Path path, long name) throws IOException {
    Entry entry = Entry.of(path);
    newest = Math.max(newest, entry.changed());
    sum += mixed(name ^ entry.mark());
    if (entry.file()) {
      return true;
    }
    if (!entry.folder()) {
      return false;
    }
    try (DirectoryStream<Path> children = Files.newDirectoryStream(path)) {
      for (Path child : children) {
        if (!add(child, mixed(name ^ text(child.getFileName().toString())))) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Whether nothing in a folder has changed since the folder itself last did.
   *
   * @param changed when that was
   */
  static boolean untouched(Path folder, long changed) throws IOException {
    return Files.isDirectory(folder)
        && changed(folder) == changed
        && noneChangedAfter(folder.toRealPath(), changed);
  }

  private static boolean noneChangedAfter(Path folder, long time) throws IOException {
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      for (Path child : children) {
        Entry entry = Entry.of(child);
        boolean known = entry.file() || entry.folder();
        if (!known
            || entry.changed() > time
            || (entry.folder() && !noneChangedAfter(child, time))) {
          return false;
        }
      }
    }
    return true;
  }

  /** When a file or folder was last changed. */
  static long changed(Path path) throws IOException {
    return Entry.of(path.toRealPath()).changed();
  }

  long sum() {
    return sum;
  }

  /** When the last of all was changed. */
  long newest() {
    return newest;
  }

  /** FNV-1a with 64 bits. */
  static long text(String text) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    return hash;
  }

  /** The finaliser of MurmurHash3, which spreads every bit. */
  private static long mixed(long value) {
    long x = value ^ (value >>> 33);
    x *= 0xff51afd7ed558ccdL;
    x ^= x >>> 33;
    x *= 0xc4ceb9fe1a85ec53L;
    return x ^ (x >>> 33);
  }
}
