package duizhao.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares a published folder with the list of its files. */
public final class SiteVerifier {

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (\\S.*)");

  /**
   * How a folder compares. Paths are sorted.
   *
   * @param files how many are as they were published
   * @param missing on the list, and not there
   * @param changed there, with other bytes
   * @param added there, and not on the list
   * @param digest SHA-256 of the list, the same for equal sites only
   */
  public record Comparison(
      int files, List<String> missing, List<String> changed, List<String> added, String digest) {

    /** Whether every file is there as it was published, and no other. */
    public boolean whole() {
      return missing.isEmpty() && changed.isEmpty() && added.isEmpty();
    }
  }

  private SiteVerifier() {}

  /**
   * Reads every file of a folder.
   *
   * @throws PublishException where the folder has no list, or one that was not made by us
   */
  public static Comparison verify(Path site) throws IOException {
    Path list = site.resolve(SitePublisher.SUMS);
    if (!Files.isRegularFile(list, LinkOption.NOFOLLOW_LINKS)) {
      throw new PublishException(
          "\"" + site + "\" has no list of files, " + SitePublisher.SUMS,
          "name the folder of a published site");
    }
    byte[] sums = Files.readAllBytes(list);
    Map<String, String> listed = listed(list, sums);
    TreeSet<String> missing = new TreeSet<>();
    TreeSet<String> changed = new TreeSet<>();
    String digest = SitePublisher.hex(sums);
    if (!marked(site, digest)) {
      changed.add(SitePublisher.SUMS);
    }
    try {
      listed.entrySet().parallelStream()
          .forEach(
              file -> {
                String found = digest(site.resolve(file.getKey()));
                if (!file.getValue().equals(found)) {
                  TreeSet<String> which = found == null ? missing : changed;
                  synchronized (which) {
                    which.add(file.getKey());
                  }
                }
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    Set<String> added = all(site);
    added.removeAll(listed.keySet());
    added.removeAll(List.of(SitePublisher.SUMS, SitePublisher.MANIFEST));
    return new Comparison(
        listed.size() - missing.size() - (int) changed.stream().filter(listed::containsKey).count(),
        List.copyOf(missing),
        List.copyOf(changed),
        List.copyOf(added),
        digest);
  }

  /** The digests by path; a path that leads out of the folder is none of ours. */
  private static Map<String, String> listed(Path list, byte[] sums) throws IOException {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(sums)).toString();
    } catch (CharacterCodingException e) {
      text = "?";
    }
    Map<String, String> listed = new TreeMap<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      Matcher matcher = LINE.matcher(line);
      boolean fine = matcher.matches() && inside(matcher.group(2));
      if (!fine || listed.put(matcher.group(2), matcher.group(1)) != null) {
        throw new PublishException(
            "line " + number + " of \"" + list + "\" is not one that duizhao wrote",
            "take the list from a copy of the site");
      }
    }
    return listed;
  }

  private static boolean inside(String path) {
    return !path.startsWith("/")
        && path.indexOf('\\') < 0
        && path.indexOf(':') < 0
        && path.indexOf('\0') < 0
        && !("/" + path + "/").matches(".*/(\\.{0,2})/.*");
  }

  /**
   * Whether the marker has the digest of the list. Hosts that leave hidden files out lose the
   * marker, and no more.
   */
  private static boolean marked(Path site, String digest) throws IOException {
    Path marker = site.resolve(SitePublisher.MANIFEST);
    return !Files.exists(marker, LinkOption.NOFOLLOW_LINKS)
        || SitePublisher.marked(site)
            && Files.size(marker) < 1000
            && Files.readString(marker).contains("\n" + digest + "  " + SitePublisher.SUMS + "\n");
  }

  /** Null for what is no file. */
  private static @Nullable String digest(Path file) {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return null;
    }
    MessageDigest digest = SitePublisher.sha256();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The paths of all that is no folder; links are not followed. */
  private static Set<String> all(Path site) throws IOException {
    TreeSet<String> all = new TreeSet<>();
    Files.walkFileTree(
        site,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            all.add(site.relativize(file).toString().replace('\\', '/'));
            return FileVisitResult.CONTINUE;
          }
        });
    return all;
  }
}
