package duizhao.read;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import duizhao.model.Limits;
import duizhao.read.Memory.FileState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of one folder tree, read with suspicion: nothing outside the tree, nothing too large,
 * only clean UTF-8. Paths in diagnostics start with the tree's name as the user typed it.
 */
final class SourceFiles {

  private final Path root;
  private final String name;
  private final Diagnostics diagnostics;
  private final Limits limits;
  private final @Nullable Map<Path, FileState> states;

  /**
   * @param name how the root is called in diagnostics, such as {@code content}
   */
  SourceFiles(Path root, String name, Diagnostics diagnostics, Limits limits) {
    this(root, name, diagnostics, limits, null);
  }

  private SourceFiles(
      Path root,
      String name,
      Diagnostics diagnostics,
      Limits limits,
      @Nullable Map<Path, FileState> states) {
    this.root = root;
    this.name = name;
    this.diagnostics = diagnostics;
    this.limits = limits;
    this.states = states;
  }

  /** The same files; notes what those that are read were like. */
  SourceFiles recording(Map<Path, FileState> states, Diagnostics diagnostics) {
    return new SourceFiles(root, name, diagnostics, limits, states);
  }

  Path root() {
    return root;
  }

  /** How a file is called in diagnostics. */
  String display(Path file) {
    String below = root.relativize(file).toString().replace('\\', '/');
    return below.isEmpty() ? name : name + "/" + below;
  }

  Path resolve(String below) {
    return root.resolve(below);
  }

  boolean isFile(Path file) {
    return Files.isRegularFile(file);
  }

  boolean isFolder(Path folder) {
    return Files.isDirectory(folder);
  }

  boolean exists(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * What a folder holds, sorted by name; hidden and backup files are left out. Adds {@code
   * unsafe-path} for links to folders, which are left out too, and {@code unreadable-file} for a
   * folder that cannot be listed.
   */
  List<Path> list(Path folder) {
    if (!staysInside(folder)) {
      return List.of();
    }
    List<Path> entries = new ArrayList<>();
    try (Stream<Path> stream = Files.list(folder)) {
      stream
          .filter(p -> !ignored(p.getFileName().toString()))
          .sorted(Comparator.comparing(p -> p.getFileName().toString()))
          .filter(this::isNoLinkedFolder)
          .forEach(entries::add);
    } catch (UncheckedIOException e) {
      diagnostics.add(
          Code.UNREADABLE_FILE,
          Location.of(display(folder)),
          "this folder cannot be listed: " + reason(Objects.requireNonNull(e.getCause())));
    } catch (IOException e) {
      diagnostics.add(
          Code.UNREADABLE_FILE,
          Location.of(display(folder)),
          "this folder cannot be listed: " + reason(e));
    }
    return entries;
  }

  /** A circle of links, or a few that cross, would be walked for ever. */
  private boolean isNoLinkedFolder(Path path) {
    if (!Files.isSymbolicLink(path) || !Files.isDirectory(path)) {
      return true;
    }
    diagnostics.add(
        Code.UNSAFE_PATH,
        Location.of(display(path)),
        "this is a link to a folder, and such links are not followed",
        "move or copy the folder here");
    return false;
  }

  private static boolean ignored(String fileName) {
    return fileName.startsWith(".") || fileName.endsWith("~");
  }

  /** The text of a file that must be there; null, with a diagnostic, when it cannot be had. */
  @Nullable String require(Path file, String hint) {
    if (!exists(file)) {
      diagnostics.add(
          Code.MISSING_FILE,
          Location.of(display(file)),
          "there is no file \"" + display(file) + "\"",
          hint);
      return null;
    }
    return text(file);
  }

  /**
   * A text file as characters: no byte order mark, line feeds only. Null, with a diagnostic, when
   * it is no clean UTF-8 text.
   */
  @Nullable String text(Path file) {
    byte[] bytes = bytes(file, limits.textBytes());
    if (bytes == null) {
      return null;
    }
    String text = decode(file, bytes);
    if (text == null) {
      return null;
    }
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    if (text.indexOf('\r') >= 0) {
      text = text.replace("\r\n", "\n").replace('\r', '\n');
    }
    return clean(file, text) ? text : null;
  }

  /** The bytes of a picture or the like; null, with a diagnostic, when they cannot be had. */
  byte @Nullable [] bytes(Path file) {
    return bytes(file, limits.fileBytes());
  }

  private byte @Nullable [] bytes(Path file, long maxBytes) {
    String display = display(file);
    if (!staysInside(file)) {
      return null;
    }
    try {
      if (!Files.isRegularFile(file)) {
        diagnostics.add(
            Code.NOT_A_FILE,
            Location.of(display),
            "\"" + display + "\" is not a file",
            "a file is expected here, and this is a folder or something else");
        return null;
      }
      BasicFileAttributes before = Files.readAttributes(file, BasicFileAttributes.class);
      long size = before.size();
      if (size > maxBytes) {
        diagnostics.add(
            Code.FILE_TOO_LARGE,
            Location.of(display),
            "this file has " + size + " bytes, and at most " + maxBytes + " are read",
            "split it or make it smaller, or read more with --limit");
        return null;
      }
      byte[] bytes = Files.readAllBytes(file);
      if (states != null) {
        states.put(file, FileState.of(before, bytes));
      }
      return bytes;
    } catch (IOException e) {
      diagnostics.add(
          Code.UNREADABLE_FILE, Location.of(display), "this file cannot be read: " + reason(e));
      return null;
    }
  }

  /**
   * Whether a path, with links followed, is still below the root; adds {@code unsafe-path} when it
   * is not.
   */
  boolean staysInside(Path path) {
    try {
      if (path.toRealPath().startsWith(root.toRealPath())) {
        return true;
      }
      diagnostics.add(
          Code.UNSAFE_PATH,
          Location.of(display(path)),
          "this is a link to a place outside \"" + name + "\"",
          "copy the file into \"" + name + "\"");
    } catch (IOException e) {
      diagnostics.add(
          Code.UNREADABLE_FILE, Location.of(display(path)), "this cannot be read: " + reason(e));
    }
    return false;
  }

  private @Nullable String decode(Path file, byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    if (!result.isError()) {
      return text;
    }
    diagnostics.add(
        Code.INVALID_UTF8,
        locate(display(file), text, text.length()),
        String.format(
            Locale.ROOT,
            "byte 0x%02X at offset %d is not UTF-8",
            bytes[in.position()],
            in.position()),
        "save the file as UTF-8; a file in GBK or GB 18030 has to be converted");
    return null;
  }

  /** Refuses control characters and the private-use ones that this program marks links with. */
  private boolean clean(Path file, String text) {
    int control = control(text);
    if (control >= 0) {
      diagnostics.add(
          Code.CONTROL_CHARACTER,
          locate(display(file), text, control),
          String.format(
              Locale.ROOT,
              "the character U+%04X has no place in a text",
              (int) text.charAt(control)),
          "delete it");
    }
    return control < 0;
  }

  /**
   * Index of the first control character, line separator that not every program takes for one,
   * private-use character that this program marks links with, or half of a surrogate pair; -1 when
   * there is none.
   */
  static int control(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean control = c < ' ' && c != '\n' && c != '\t' || c >= '\u007F' && c <= '\u009F';
      boolean separator = c == '\u2028' || c == '\u2029';
      boolean marker = c >= '\uE000' && c <= '\uE002';
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (control || separator || marker || c >= '\uFFFE' || Character.isSurrogate(c)) {
        return i;
      }
    }
    return -1;
  }

  /** The place of a UTF-16 index in a text. */
  static Location locate(String file, String text, int index) {
    int line = 1;
    int start = 0;
    for (int i = text.indexOf('\n'); i >= 0 && i < index; i = text.indexOf('\n', i + 1)) {
      line++;
      start = i + 1;
    }
    return new Location(file, line, text.codePointCount(start, index) + 1, 1);
  }

  /** An exception in words, without its class name. */
  static String reason(IOException e) {
    if (e instanceof java.nio.file.AccessDeniedException) {
      return "access is denied";
    }
    if (e instanceof java.nio.file.NoSuchFileException) {
      return "it is a link to nothing";
    }
    String reason =
        e instanceof java.nio.file.FileSystemException f ? f.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }
}
