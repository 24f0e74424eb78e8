package duizhao.read;

import duizhao.diagnostic.Diagnostic;
import duizhao.diagnostic.Diagnostics;
import duizhao.model.Bytes;
import duizhao.model.Language;
import duizhao.model.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What earlier readings of a content folder found in each report and page, so that the next opens
 * those only that have changed. What is remembered equals what would be read; a file is taken for
 * unchanged when its size, its time and its place on the disk are, or else its bytes. For one
 * reading at a time.
 */
public final class Memory {

  /**
   * What all reports and pages depend on.
   *
   * @param listed the ids that reports may refer to, by file, as they stand there
   * @param added places that the archive adds to the gazetteer
   */
  record Setting(
      List<Language> languages,
      List<List<String>> known,
      Map<String, Set<String>> listed,
      List<Region> added) {}

  /** A file as it was when it was read. */
  record FileState(long sizeBytes, FileTime modified, @Nullable Object key, Bytes hash) {

    static FileState of(BasicFileAttributes attributes, byte[] bytes) {
      return new FileState(
          attributes.size(), attributes.lastModifiedTime(), attributes.fileKey(), hash(bytes));
    }

    /** The state of a file that still has these bytes; null where it has not. */
    @Nullable FileState still(Path file, boolean doubted) {
      try {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        if (!now.isRegularFile() || now.size() != sizeBytes) {
          return null;
        }
        boolean untouched =
            !doubted
                && now.lastModifiedTime().equals(modified)
                && Objects.equals(now.fileKey(), key);
        if (untouched) {
          return this;
        }
        FileState again = of(now, Files.readAllBytes(file));
        return again.hash.equals(hash) ? again : null;
      } catch (IOException e) {
        return null;
      }
    }

    private static Bytes hash(byte[] bytes) {
      try {
        return new Bytes(MessageDigest.getInstance("SHA-256").digest(bytes));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e); // every Java has SHA-256
      }
    }
  }

  /** What readers need, each for one report or page. */
  record Means(SourceFiles files, Places places, RelativeLinks links, Diagnostics diagnostics) {}

  /** How one report or page is read. */
  interface Reader<T> {
    @Nullable T read(Means means);
  }

  /**
   * What was found in the files of one report or page.
   *
   * @param states one for each of the files
   * @param links what was looked up among the other reports and pages
   * @param value null where it could not be read
   */
  private record Kept(
      ReportFiles files,
      Map<Path, FileState> states,
      Map<Path, @Nullable String> links,
      @Nullable Object value,
      List<Diagnostic> found,
      Map<String, Region> places) {}

  /** A YAML document as it was read from a text. */
  private record Parsed(String text, @Nullable YamlValue value, List<Diagnostic> found) {}

  private final Map<String, Parsed> documents = new HashMap<>();
  private Map<ReportFiles, Kept> kept = new ConcurrentHashMap<>();
  private Map<ReportFiles, Kept> next = new ConcurrentHashMap<>();
  private @Nullable Setting setting;
  private final Set<Path> doubted = new HashSet<>();

  /** Has these files, and all below these folders, compared byte by byte at the next reading. */
  public void doubt(Collection<Path> paths) {
    paths.forEach(path -> doubted.add(path.toAbsolutePath().normalize()));
  }

  /**
   * A YAML document that is a whole file, parsed again only where its text is another.
   *
   * @param memory null where nothing is remembered
   */
  static @Nullable YamlValue yaml(
      @Nullable Memory memory, String text, String file, Diagnostics diagnostics) {
    if (memory == null) {
      return YamlReader.read(text, file, 0, diagnostics);
    }
    Parsed known = memory.documents.get(file);
    if (known == null || !known.text().equals(text)) {
      Diagnostics found = new Diagnostics();
      known = new Parsed(text, YamlReader.read(text, file, 0, found), found.all());
      memory.documents.put(file, known);
    }
    known.found().forEach(diagnostics::add);
    return known.value();
  }

  /** A reading begins. */
  void begin(Setting now) {
    if (!now.equals(setting)) {
      kept.clear();
      setting = now;
    }
  }

  /** A reading ends: what it has not come upon is gone. */
  void end() {
    kept = next;
    next = new ConcurrentHashMap<>();
    doubted.clear();
  }

  /**
   * What a reader finds in some files, or found there the last time; what it adds to the means is
   * added again. Safe for several threads.
   *
   * @param means where the whole reading collects what it finds
   */
  @SuppressWarnings("unchecked") // a report's files are read by the same reader every time
  <T> @Nullable T read(ReportFiles files, Means means, Reader<T> reader) {
    Kept known = kept.get(files);
    Kept valid = known == null ? null : valid(known, means.links());
    Kept result = valid == null ? fresh(files, means, reader) : valid;
    if (result.states().keySet().containsAll(files.all())) {
      next.put(files, result);
    }
    result.found().forEach(means.diagnostics()::add);
    means.places().use(result.places());
    return (T) result.value();
  }

  private <T> Kept fresh(ReportFiles files, Means means, Reader<T> reader) {
    Diagnostics found = new Diagnostics();
    Map<Path, FileState> states = new HashMap<>();
    Map<Path, @Nullable String> links = new HashMap<>();
    Places places = means.places().apart(found);
    T value =
        reader.read(
            new Means(
                means.files().recording(states, found),
                places,
                means.links().recording(links),
                found));
    return new Kept(files, states, links, value, found.all(), places.used());
  }

  /** The same with the files' present states; null where anything is no longer so. */
  private @Nullable Kept valid(Kept known, RelativeLinks links) {
    Map<Path, FileState> states = new HashMap<>();
    for (Map.Entry<Path, FileState> entry : known.states().entrySet()) {
      FileState now = entry.getValue().still(entry.getKey(), doubts(entry.getKey()));
      if (now == null) {
        return null;
      }
      states.put(entry.getKey(), now);
    }
    return links.say(known.links())
        ? new Kept(
            known.files(), states, known.links(), known.value(), known.found(), known.places())
        : null;
  }

  private boolean doubts(Path file) {
    Path path = file.toAbsolutePath().normalize();
    return doubted.stream().anyMatch(path::startsWith);
  }
}
