package duizhao.edit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A text file as it was read, and the way to change it: a reader of the file sees the old text or
 * the new one, never half of each, and a file that someone else changed meanwhile stays as they
 * left it. What no change touches keeps its bytes: byte order mark, line ends, permissions.
 */
public final class ContentFile {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** Larger than any text that is content, or was made of it. */
  private static final long MAX_BYTES = 64L << 20;

  /**
   * A stretch of {@link #text} and what takes its place.
   *
   * @param from index of its first UTF-16 unit
   * @param to index after its last one; {@code from} to insert
   * @param text with line feeds as line ends
   */
  public record Change(int from, int to, String text) {

    public Change {
      if (from < 0 || to < from) {
        throw new IllegalArgumentException(from + " to " + to + " is no stretch of a text");
      }
    }
  }

  private final Path file;
  private final byte[] bytes;
  private final String raw;
  private final String text;

  private ContentFile(Path file, byte[] bytes, String raw) {
    this.file = file;
    this.bytes = bytes;
    this.raw = raw;
    this.text = unmarked().replace("\r\n", "\n").replace('\r', '\n');
  }

  private String unmarked() {
    return raw.startsWith(BYTE_ORDER_MARK) ? raw.substring(1) : raw;
  }

  /**
   * Reads a file.
   *
   * @throws EditException when it is not there, not to be read, or no UTF-8
   */
  public static ContentFile read(Path file) throws IOException {
    byte[] bytes = bytes(file);
    try {
      String raw = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new ContentFile(file, bytes, raw);
    } catch (CharacterCodingException e) {
      throw new EditException(
          "\"" + file + "\" is not UTF-8 and cannot be changed", "save the file as UTF-8");
    }
  }

  /** Whether something of this name is there. */
  public static boolean exists(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  private static byte[] bytes(Path file) throws IOException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (!attributes.isRegularFile()) {
        throw new EditException(
            "\"" + file + "\" is not a file", "name a file, and no folder, pipe or device");
      }
      if (attributes.size() > MAX_BYTES) {
        throw new EditException(
            "\"" + file + "\" has " + attributes.size() + " bytes",
            "at most " + MAX_BYTES + " are read");
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new EditException(
          "\"" + file + "\" is not there any more", "was it renamed or deleted? Try again");
    } catch (AccessDeniedException e) {
      throw new EditException(
          "\"" + file + "\" cannot be read: access is denied", "let your user read the file");
    }
  }

  public Path file() {
    return file;
  }

  /** Its characters as readers see them: no byte order mark, line feeds only. */
  public String text() {
    return text;
  }

  /**
   * The index in {@link #text} of a place; the end of the line where the line is shorter, and of
   * the text where it has fewer lines.
   *
   * @param line from 1
   * @param column in code points, from 1
   */
  public int index(int line, int column) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      int end = text.indexOf('\n', start);
      if (end < 0) {
        return text.length();
      }
      start = end + 1;
    }
    int end = text.indexOf('\n', start);
    String rest = text.substring(start, end < 0 ? text.length() : end);
    int points = Math.min(column - 1, rest.codePointCount(0, rest.length()));
    return start + rest.offsetByCodePoints(0, points);
  }

  /** Writes a file that can be made anew at any time, over what stands there. */
  public static void save(Path file, String text) throws IOException {
    Path folder =
        Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
    try {
      Files.createDirectories(folder);
      Path next = Files.createTempFile(folder, "." + file.getFileName() + ".", "~");
      try {
        write(next, text.getBytes(StandardCharsets.UTF_8));
        readable(next);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(next);
      }
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  /** Temporary files are their owner's alone; content is for everyone to read. */
  static void readable(Path file) throws IOException {
    PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (posix != null) {
      posix.setPermissions(PosixFilePermissions.fromString("rw-r--r--"));
    }
  }

  /** Makes the changes, in whatever order they are given; none of them when one cannot be made. */
  public void change(List<Change> changes) throws IOException {
    change(Map.of(this, changes));
  }

  /**
   * Makes changes in several files: all of them, or none.
   *
   * @throws EditException when one of the files changed since it was read, or cannot be written
   * @throws IllegalArgumentException when two changes of a file overlap, or reach beyond its text
   */
  public static void change(Map<ContentFile, List<Change>> changes) throws IOException {
    List<Staged> staged = new ArrayList<>();
    int done = 0;
    try {
      for (Map.Entry<ContentFile, List<Change>> entry : changes.entrySet()) {
        staged.add(Staged.of(entry.getKey(), entry.getValue()));
      }
      for (Staged one : staged) {
        one.putInPlace();
        done++;
      }
    } catch (IOException e) {
      for (Staged one : staged.subList(0, done)) {
        one.takeBack();
      }
      throw e;
    } finally {
      for (Staged one : staged) {
        Files.deleteIfExists(one.next);
      }
    }
  }

  /**
   * Makes changes, and files that are not there yet: all of it, or nothing.
   *
   * @param created the texts of new files, with line feeds as line ends
   */
  public static void change(Map<ContentFile, List<Change>> changes, Map<Path, String> created)
      throws IOException {
    List<Path> made = new ArrayList<>();
    boolean done = false;
    try {
      for (Map.Entry<Path, String> file : created.entrySet()) {
        write(file.getKey(), file.getValue(), false);
        made.add(file.getKey());
      }
      change(changes);
      done = true;
    } finally {
      if (!done) {
        for (Path file : made) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /**
   * Writes a whole file, and the folder that it stands in.
   *
   * @param replace whether a file that is there and says something else is written over
   * @throws EditException when it is there and is not to be written over, or cannot be written
   */
  public static void write(Path file, String text, boolean replace) throws IOException {
    if (exists(file)) {
      ContentFile old = read(file);
      if (old.raw.equals(text)) {
        return;
      }
      if (!replace) {
        throw new EditException(
            "\"" + file + "\" is there already, and says something else",
            "move it away, or name another place");
      }
      old.change(List.of(new Change(0, old.text.length(), text)));
      return;
    }
    Path folder =
        Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
    Path next = folder.resolve("." + file.getFileName() + "~");
    try {
      Files.createDirectories(folder);
      write(next, text.getBytes(StandardCharsets.UTF_8));
      Files.move(next, file); // never over what came meanwhile
      flushFolder(folder);
    } catch (IOException e) {
      throw cannotWrite(file, e);
    } finally {
      Files.deleteIfExists(next);
    }
  }

  /** What {@link #text} would be with the changes made. */
  public String textAfter(List<Change> changes) {
    return new ContentFile(file, bytes, changed(changes)).text;
  }

  /** The whole file with the changes made. */
  private String changed(List<Change> changes) {
    List<Change> sorted = new ArrayList<>(changes);
    sorted.sort(Comparator.comparingInt(Change::from).thenComparingInt(Change::to));
    int[] places = places();
    String lineEnd = lineEnd();
    StringBuilder changed = new StringBuilder(raw.length() + 256);
    int at = 0;
    int last = 0;
    for (Change change : sorted) {
      if (change.from < last || change.to > text.length()) {
        throw new IllegalArgumentException(
            "changes overlap, or reach beyond the text of " + file + ": " + sorted);
      }
      changed.append(raw, at, places[change.from]);
      changed.append(change.text.replace("\n", lineEnd));
      at = places[change.to];
      last = change.to;
    }
    return changed.append(raw.substring(at)).toString();
  }

  /** Where each character of the text, and its end, stand in the file's characters. */
  private int[] places() {
    int[] places = new int[text.length() + 1];
    int at = raw.length() - unmarked().length();
    for (int i = 0; i < text.length(); i++) {
      places[i] = at;
      at += raw.startsWith("\r\n", at) ? 2 : 1;
    }
    places[text.length()] = at;
    return places;
  }

  /** What ends the first line, as it will end the new ones. */
  private String lineEnd() {
    int end = text.indexOf('\n');
    int place = end < 0 ? raw.length() : places()[end];
    return raw.startsWith("\r\n", place) ? "\r\n" : raw.startsWith("\r", place) ? "\r" : "\n";
  }

  /** A file's new bytes, safe on the disk beside it. */
  private static final class Staged {

    private final ContentFile was;
    private final Path target;
    private final Path next;
    private final byte[] bytes;

    private Staged(ContentFile was, Path target, Path next, byte[] bytes) {
      this.was = was;
      this.target = target;
      this.next = next;
      this.bytes = bytes;
    }

    static Staged of(ContentFile was, List<Change> changes) throws IOException {
      byte[] bytes = was.changed(changes).getBytes(StandardCharsets.UTF_8);
      Path target = unchanged(was);
      Path next = null;
      boolean ready = false;
      try {
        // hidden, and ending as a backup does: no reader takes it for content
        next = Files.createTempFile(target.getParent(), "." + target.getFileName() + ".", "~");
        write(next, bytes);
        keepPermissions(target, next);
        ready = true;
        return new Staged(was, target, next, bytes);
      } catch (IOException e) {
        throw cannotWrite(was.file, e);
      } finally {
        if (!ready && next != null) {
          Files.deleteIfExists(next);
        }
      }
    }

    /** Where the file really is, behind any link; it must still say what was read. */
    private static Path unchanged(ContentFile was) throws IOException {
      byte[] now = bytes(was.file);
      if (!Arrays.equals(now, was.bytes)) {
        throw new EditException(
            "\"" + was.file + "\" was changed while this was at work, and is left as it is",
            "try again");
      }
      Path target = was.file.toRealPath();
      PosixFileAttributeView posix =
          Files.getFileAttributeView(target, PosixFileAttributeView.class);
      // a rename would get past both
      if (!Files.isWritable(target)
          || posix != null
              && !posix.readAttributes().permissions().contains(PosixFilePermission.OWNER_WRITE)) {
        throw new EditException(
            "\"" + was.file + "\" is read-only", "let your user write the file");
      }
      return target;
    }

    private static void keepPermissions(Path target, Path next) throws IOException {
      PosixFileAttributeView old = Files.getFileAttributeView(target, PosixFileAttributeView.class);
      if (old != null) {
        Files.setPosixFilePermissions(next, old.readAttributes().permissions());
      }
    }

    void putInPlace() throws IOException {
      unchanged(was);
      try {
        Files.move(next, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        throw cannotWrite(was.file, e);
      }
      flushFolder(Objects.requireNonNull(target.getParent(), "a file is in a folder"));
    }

    /** Gives the file its old bytes again, unless someone has changed it since. */
    void takeBack() throws IOException {
      if (Arrays.equals(Files.readAllBytes(target), bytes)) {
        write(next, was.bytes);
        keepPermissions(target, next);
        Files.move(next, target, StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  /** Writes bytes through to the disk. */
  static void write(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  /** Makes a rename outlive a power cut, where the system lets folders be flushed. */
  private static void flushFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows opens no folders; there the rename is on the disk a little later
    }
  }

  /** An exception of the system in words. */
  static EditException cannotWrite(Path file, IOException e) {
    String reason =
        e instanceof AccessDeniedException
            ? "access to its folder is denied"
            : e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return new EditException(
        "\"" + file + "\" cannot be written: " + (reason == null ? "no reason is known" : reason),
        "it is as it was; try again when this is mended");
  }
}
