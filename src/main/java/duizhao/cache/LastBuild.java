package duizhao.cache;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostic;
import duizhao.diagnostic.Location;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the last build of a site, so that the next one can tell that there is nothing to do:
 * same program, same request, content and themes as they were, and a site that nobody has touched.
 * It is one file for each site, in a folder that may be deleted at any time. What is damaged, or of
 * another version, is as good as nothing.
 *
 * <p>Where the file system does not tell when files were changed, nothing is remembered.
 */
public final class LastBuild {

  /**
   * What a build found and made.
   *
   * @param languages their ids
   * @param files how many the site has
   * @param bytes how long they are together
   */
  public record Outcome(
      List<Diagnostic> diagnostics,
      int reports,
      int pages,
      List<String> languages,
      int files,
      long bytes) {

    public Outcome {
      diagnostics = List.copyOf(diagnostics);
      languages = List.copyOf(languages);
    }
  }

  private static final String FORMAT = "duizhao last build 1\n";

  /** A file changed so shortly before it was stamped could change again within one tick. */
  private static final long TICK_NANOS = 50_000_000L;

  /** The same on file systems that count in seconds, or pairs of them. */
  private static final long COARSE_TICK_NANOS = 2_100_000_000L;

  private static final long SECOND_NANOS = 1_000_000_000L;

  /** More than so many findings are not remembered: to print them takes longer than to build. */
  private static final int MOST_DIAGNOSTICS = 20_000;

  private final Path site;
  private final Path file;
  private final String request;
  private final @Nullable FolderStamp inputs;

  /** Whether the inputs have stood as they are for so long that their stamp can be relied on. */
  private final boolean settled;

  private LastBuild(
      Path site, Path file, String request, @Nullable FolderStamp inputs, boolean settled) {
    this.site = site;
    this.file = file;
    this.request = request;
    this.inputs = inputs;
    this.settled = settled;
  }

  /**
   * Looks at what a build is about to read. To be called before it does: what is edited meanwhile
   * is then noticed by the next build.
   *
   * @param folder where builds are remembered; made when there is something to remember
   * @param site the folder to publish
   * @param request all else that decides what will be published
   * @param inputs the folders that are read
   */
  public static LastBuild of(Path folder, Path site, String request, Path... inputs)
      throws IOException {
    Path real = Files.isSymbolicLink(site) ? site.toRealPath() : site.toAbsolutePath().normalize();
    Path file =
        folder.resolve("site-" + HexFormat.of().toHexDigits(FolderStamp.text(real.toString())));
    Path program = program();
    Path[] roots = new Path[inputs.length + 1];
    boolean apart = program != null;
    for (int i = 0; i < inputs.length; i++) {
      roots[i] = inputs[i].toAbsolutePath().normalize();
      apart &= !real.startsWith(roots[i]); // a site within its content is changed by its own build
    }
    if (!apart) {
      return new LastBuild(real, file, request, null, false);
    }
    roots[inputs.length] = Objects.requireNonNull(program);
    FolderStamp stamp = FolderStamp.of(roots);
    return new LastBuild(real, file, request, stamp, stamp != null && settled(stamp));
  }

  /** The jar, or the folder of classes; null when that cannot be told. */
  private static @Nullable Path program() {
    CodeSource source = LastBuild.class.getProtectionDomain().getCodeSource();
    try {
      return source == null || source.getLocation() == null
          ? null
          : Path.of(source.getLocation().toURI());
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null; // from no file
    }
  }

  /** By the clock that also sets the times of files. */
  private static boolean settled(FolderStamp stamp) {
    try {
      Path probe = Files.createTempFile("duizhao", ".now");
      try {
        return settled(stamp.newest(), FolderStamp.changed(probe));
      } finally {
        Files.delete(probe);
      }
    } catch (IOException e) {
      return false; // no room, or nowhere to write: the build will say so if it matters
    }
  }

  /**
   * Whether nothing can change any more without the clock having moved on.
   *
   * @param newest the last change, in nanoseconds
   * @param now in nanoseconds
   */
  static boolean settled(long newest, long now) {
    return newest < now - (newest % SECOND_NANOS == 0 ? COARSE_TICK_NANOS : TICK_NANOS);
  }

  /** What the last build found and made; null unless this one would find and make the same. */
  public @Nullable Outcome outcome() throws IOException {
    if (inputs == null || !settled || leftovers() || !Files.isRegularFile(file)) {
      return null;
    }
    byte[] bytes = Files.readAllBytes(file);
    int length = bytes.length - Long.BYTES;
    if (length < 0) {
      return null;
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (checksum(bytes, length) != new DataInputStream(tail(bytes, length)).readLong()
          || !read(in).equals(FORMAT)
          || !read(in).equals(request)
          || in.readLong() != inputs.sum()
          || !FolderStamp.untouched(site, in.readLong())) {
        return null;
      }
      return outcome(in);
    } catch (IOException | RuntimeException e) {
      return null; // damaged; or the site is being changed at this moment
    }
  }

  /** What a killed build has left is for the next one to clear away. */
  private boolean leftovers() {
    return Files.exists(sibling("next"), LinkOption.NOFOLLOW_LINKS)
        || Files.exists(sibling("old"), LinkOption.NOFOLLOW_LINKS);
  }

  private Path sibling(String ending) {
    return site.resolveSibling("." + site.getFileName() + "." + ending);
  }

  /** Remembers a build that has just been published. */
  public void keep(Outcome outcome) throws IOException {
    if (inputs == null || !settled || outcome.diagnostics().size() > MOST_DIAGNOSTICS) {
      Files.deleteIfExists(file);
      return;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    write(FORMAT, out);
    write(request, out);
    out.writeLong(inputs.sum());
    out.writeLong(FolderStamp.changed(site));
    write(outcome, out);
    out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path next = Files.createTempFile(file.toAbsolutePath().getParent(), "site-", ".new");
    Files.write(next, bytes.toByteArray());
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static long checksum(byte[] bytes, int length) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, length);
    return sum.getValue();
  }

  private static ByteArrayInputStream tail(byte[] bytes, int from) {
    return new ByteArrayInputStream(bytes, from, bytes.length - from);
  }

  private static void write(Outcome outcome, DataOutputStream out) throws IOException {
    out.writeInt(outcome.diagnostics().size());
    for (Diagnostic diagnostic : outcome.diagnostics()) {
      write(diagnostic.code().name(), out);
      write(diagnostic.at().file(), out);
      out.writeInt(diagnostic.at().line());
      out.writeInt(diagnostic.at().column());
      out.writeInt(diagnostic.at().length());
      write(diagnostic.message(), out);
      out.writeBoolean(diagnostic.hint() != null);
      write(diagnostic.hint() == null ? "" : diagnostic.hint(), out);
      Diagnostic.Fix fix = diagnostic.fix();
      out.writeBoolean(fix != null);
      write(fix == null ? "" : fix.typed(), out);
      write(fix == null ? "" : fix.right(), out);
    }
    out.writeInt(outcome.reports());
    out.writeInt(outcome.pages());
    out.writeInt(outcome.languages().size());
    for (String language : outcome.languages()) {
      write(language, out);
    }
    out.writeInt(outcome.files());
    out.writeLong(outcome.bytes());
  }

  private static Outcome outcome(DataInputStream in) throws IOException {
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      Code code = Code.valueOf(read(in));
      Location at = new Location(read(in), in.readInt(), in.readInt(), in.readInt());
      String message = read(in);
      boolean hinted = in.readBoolean();
      String hint = read(in);
      boolean fixed = in.readBoolean();
      Diagnostic.Fix fix = new Diagnostic.Fix(read(in), read(in));
      diagnostics.add(new Diagnostic(code, at, message, hinted ? hint : null, fixed ? fix : null));
    }
    int reports = in.readInt();
    int pages = in.readInt();
    List<String> languages = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      languages.add(read(in));
    }
    return new Outcome(diagnostics, reports, pages, languages, in.readInt(), in.readLong());
  }

  private static void write(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String read(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }
}
