package duizhao.publish;

import duizhao.plan.OutputFile;
import duizhao.plan.SitePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a new site beside the old one and lets the two change places at the end, so that readers
 * see the one or the other and never half of each. Safe to write to from several threads.
 *
 * <p>Beside the folder {@code site} stand, while a build runs, {@code .site.lock} and {@code
 * .site.next}; where the system cannot {@link Exchange} two folders, also for a moment {@code
 * .site.old}. What a killed build left there, the next one mends: a site that was moved away comes
 * back, and the rest is deleted.
 */
public final class SitePublisher implements AutoCloseable {

  /** The file that marks a folder as ours to replace. */
  public static final String MANIFEST = ".duizhao";

  /** What the marker begins with. */
  private static final String MARK = "duizhao site";

  /** The list of what a site holds, as {@code sha256sum -c} reads it. */
  static final String SUMS = "SHA256SUMS";

  /** Lock files of this process. */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path site;
  private final Path next;
  private final Path old;
  private final Path lockFile;
  private @Nullable FileChannel lockChannel;
  private final Map<String, String> digests = new ConcurrentSkipListMap<>();
  private final Set<Path> folders = ConcurrentHashMap.newKeySet();
  private final AtomicLong bytes = new AtomicLong();
  private @Nullable FileTime dated;
  private final ReadWriteLock writers = new ReentrantReadWriteLock();
  private boolean closed;
  private boolean published;

  private SitePublisher(Path site) {
    Path parent = site.getParent();
    String name = String.valueOf(site.getFileName());
    if (parent == null) {
      throw new IllegalArgumentException("the root of a disk is no place for a site: " + site);
    }
    this.site = site;
    this.next = parent.resolve("." + name + ".next");
    this.old = parent.resolve("." + name + ".old");
    this.lockFile = parent.resolve("." + name + ".lock");
  }

  /**
   * Gets ready to replace a site.
   *
   * @param site the folder to publish; may be missing or empty, or hold a site that this program
   *     made
   * @throws PublishException when the folder holds something else, or another build is at work on
   *     it
   */
  public static SitePublisher open(Path site) throws IOException {
    Path target =
        Files.isSymbolicLink(site) ? site.toRealPath() : site.toAbsolutePath().normalize();
    if (target.getParent() == null) {
      throw new PublishException(
          "\"" + site + "\" is the root of a disk", "name another folder with --output");
    }
    SitePublisher publisher = new SitePublisher(target);
    Files.createDirectories(target.getParent());
    publisher.lock();
    boolean ready = false;
    try {
      publisher.mend();
      publisher.refuseWhatIsNotOurs();
      Files.createDirectory(publisher.next);
      ready = true;
    } finally {
      if (!ready) {
        publisher.unlock();
      }
    }
    return publisher;
  }

  /**
   * Locks by a lock on a file, which ends with the process however that ends. Within one process a
   * second channel must not even be opened: closing it would give up the lock of the first.
   */
  private void lock() throws IOException {
    if (!HELD.add(lockFile)) {
      throw busy();
    }
    try {
      while (lockChannel == null) {
        lockChannel = tryLock();
      }
    } finally {
      if (lockChannel == null) {
        HELD.remove(lockFile);
      }
    }
  }

  /**
   * The locked channel; null when its owner deleted the file between our opening and locking it, so
   * that the lock is on a file that no other build will find.
   */
  private @Nullable FileChannel tryLock() throws IOException {
    FileChannel channel =
        FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean ours = false;
    try {
      if (channel.tryLock() == null) {
        throw busy();
      }
      int mark = 1 + ThreadLocalRandom.current().nextInt(1 << 16);
      try {
        channel.truncate(0).write(ByteBuffer.allocate(mark));
      } catch (IOException e) {
        Files.deleteIfExists(lockFile); // a full disk has room for no file, but for its name
        throw e;
      }
      ours = size(lockFile) == mark; // to open and close it would give up the lock
      return ours ? channel : null;
    } finally {
      if (!ours) {
        channel.close();
      }
    }
  }

  /** In bytes; 0 for a file that is not there. */
  private static long size(Path file) throws IOException {
    try {
      return Files.size(file);
    } catch (NoSuchFileException e) {
      return 0;
    }
  }

  private PublishException busy() {
    return new PublishException(
        "another build is at work on \"" + site + "\"",
        "wait until it ends, or choose another folder with --output");
  }

  private void unlock() throws IOException {
    if (lockChannel != null) {
      Files.deleteIfExists(lockFile);
      lockChannel.close();
      lockChannel = null;
      HELD.remove(lockFile);
    }
  }

  /** Puts right what a build that was killed left behind. */
  private void mend() throws IOException {
    if (Files.exists(old, LinkOption.NOFOLLOW_LINKS)) {
      if (Files.exists(site, LinkOption.NOFOLLOW_LINKS)) {
        delete(old);
      } else {
        Files.move(old, site, StandardCopyOption.ATOMIC_MOVE);
      }
    }
    delete(next);
  }

  private void refuseWhatIsNotOurs() throws IOException {
    if (!Files.exists(site, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!Files.isDirectory(site)) {
      throw new PublishException(
          "\"" + site + "\" is not a folder", "name another folder with --output");
    }
    try (Stream<Path> entries = Files.list(site)) {
      if (entries.findAny().isPresent() && !marked(site)) {
        throw new PublishException(
            "\"" + site + "\" holds files that duizhao did not make",
            "empty it, or name another folder with --output; only a site of ours is replaced");
      }
    }
  }

  /** Whether a folder bears our marker, and not only a file of its name. */
  static boolean marked(Path folder) throws IOException {
    Path marker = folder.resolve(MANIFEST);
    if (!Files.isRegularFile(marker, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    byte[] mark = MARK.getBytes(StandardCharsets.UTF_8);
    try (InputStream in = Files.newInputStream(marker)) {
      return Arrays.equals(in.readNBytes(mark.length), mark);
    }
  }

  /** Adds a page or other text. */
  public void write(OutputFile file) throws IOException {
    write(file.path(), file.text().getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a file. Each path is written once. */
  public void write(SitePath path, byte[] content) throws IOException {
    writing(path, file -> Files.write(file, content, StandardOpenOption.CREATE_NEW));
    digests.put(path.value(), hex(content));
    bytes.addAndGet(content.length);
  }

  /**
   * Adds a file too long to be held in memory: it is there when the stream is closed. Each path is
   * written once.
   */
  public OutputStream open(SitePath path) throws IOException {
    MessageDigest digest = sha256();
    return new DigestOutputStream(
        writing(
            path,
            file ->
                Files.newOutputStream(
                    file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)),
        digest) {
      private long length;

      @Override
      public void write(int b) throws IOException {
        super.write(b);
        length++;
      }

      @Override
      public void write(byte[] b, int from, int count) throws IOException {
        super.write(b, from, count);
        length += count;
      }

      @Override
      public void close() throws IOException {
        super.close();
        if (digests.putIfAbsent(path.value(), HexFormat.of().formatHex(digest.digest())) == null) {
          bytes.addAndGet(length);
        }
      }
    };
  }

  private interface Writing<T> {
    T to(Path file) throws IOException;
  }

  /**
   * Writes while nothing is cleared away: where one of several threads fails, the others may still
   * be at work when its caller closes.
   */
  private <T> T writing(SitePath path, Writing<T> work) throws IOException {
    writers.readLock().lock();
    try {
      if (closed) {
        throw new IOException("the site is not written any more");
      }
      return work.to(file(path));
    } finally {
      writers.readLock().unlock();
    }
  }

  /** Where a file is written, in a folder that exists. */
  private Path file(SitePath path) throws IOException {
    Path file = next.resolve(path.value());
    Path folder = file.getParent();
    if (folder != null && !folders.contains(folder)) {
      Files.createDirectories(folder);
      folders.add(folder); // not before it is there: another thread may be about to write into it
    }
    return file;
  }

  /** How many files were written. */
  public int files() {
    return digests.size();
  }

  /** How many bytes were written. */
  public long bytes() {
    return bytes.get();
  }

  /**
   * Gives every file and folder one time of change, so that archives that are made of the site are
   * the same too. The last thing to do before {@link #publish}.
   */
  public void date(Instant time) {
    dated = FileTime.from(time);
  }

  private void setDates() throws IOException {
    FileTime time = dated;
    if (time == null) {
      return;
    }
    Files.walkFileTree(
        next,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.setLastModifiedTime(file, time);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
              throws IOException {
            Files.setLastModifiedTime(folder, time);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Puts the new site in the old one's place. When that fails the old one is where it was. */
  public void publish() throws IOException {
    publish(Files.exists(site, LinkOption.NOFOLLOW_LINKS) ? loadExchange() : Exchange.NONE);
  }

  /** Unpacks what it takes where it goes with the rest, should this build be killed. */
  private Exchange loadExchange() throws IOException {
    Path library = next.resolve(".native");
    Exchange exchange = Exchange.load(library);
    delete(library);
    return exchange;
  }

  /** Puts the new site in the old one's place, by an exchange if it can be had. */
  void publish(Exchange exchange) throws IOException {
    StringBuilder lines = new StringBuilder();
    digests.forEach((path, digest) -> lines.append(digest).append("  ").append(path).append('\n'));
    byte[] sums = lines.toString().getBytes(StandardCharsets.UTF_8);
    Files.write(next.resolve(SUMS), sums, StandardOpenOption.CREATE_NEW);
    Files.writeString(
        next.resolve(MANIFEST),
        MARK + ", format 2; SHA-256 of the list of its files\n" + hex(sums) + "  " + SUMS + "\n",
        StandardOpenOption.CREATE_NEW);
    setDates();
    if (!exchange.swap(next, site)) {
      rename();
    }
    published = true;
    try {
      delete(next);
      delete(old);
    } catch (IOException e) {
      // the new site stands; what is left of the old one goes with the next build
    }
  }

  /** Where no exchange can be had: between the two renames there is no site. */
  private void rename() throws IOException {
    boolean replaces = Files.exists(site, LinkOption.NOFOLLOW_LINKS);
    if (replaces) {
      Files.move(site, old, StandardCopyOption.ATOMIC_MOVE);
    }
    try {
      Files.move(next, site, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (replaces) {
        Files.move(old, site, StandardCopyOption.ATOMIC_MOVE);
      }
      throw e;
    }
  }

  /** Ends the work; a site that was not published is thrown away. */
  @Override
  public void close() throws IOException {
    writers.writeLock().lock();
    try {
      closed = true;
      if (!published) {
        delete(next);
      }
    } finally {
      writers.writeLock().unlock();
      unlock();
    }
  }

  private static void delete(Path tree) throws IOException {
    if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
              throws IOException {
            if (e != null) {
              throw e;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  static String hex(byte[] content) {
    return HexFormat.of().formatHex(sha256().digest(content));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has SHA-256
    }
  }
}
