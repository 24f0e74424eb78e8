package duizhao.publish;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.plan.OutputFile;
import duizhao.plan.SitePath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** There is no moment without a site, and none at which it is not wholly the old or the new one. */
class ExchangeTest {

  private static final int PAGES = 5;

  @TempDir Path place;

  private Path site() {
    return place.resolve("site");
  }

  /** What somebody saw who looked again and again. */
  private static final class Seen {
    int looks;
    int gaps;
    final Set<String> sites = new TreeSet<>();
    final List<String> wrong = new ArrayList<>();
  }

  /**
   * Looks at the site once. The folder that stood there stays open while its pages are read, so
   * that they are those of one moment even when another takes its place meanwhile. That a page is
   * missing is a fault while the folder is the site; when it is so no longer, it is being deleted.
   */
  private static void look(Path site, Seen seen) throws IOException {
    seen.looks++;
    try (SecureDirectoryStream<Path> folder =
        (SecureDirectoryStream<Path>) Files.newDirectoryStream(site)) {
      Set<String> words = new TreeSet<>();
      boolean whole = true;
      for (int n = 0; n < PAGES; n++) {
        try (SeekableByteChannel page =
            folder.newByteChannel(Path.of(n + ".html"), Set.of(StandardOpenOption.READ))) {
          ByteBuffer text = ByteBuffer.allocate(50);
          while (page.read(text) > 0) {}
          words.add(new String(text.array(), 0, text.position(), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
          whole = false;
        }
      }
      Object here =
          folder.getFileAttributeView(BasicFileAttributeView.class).readAttributes().fileKey();
      Object there = Files.readAttributes(site, BasicFileAttributes.class).fileKey();
      if (words.size() > 1 || !whole && here.equals(there)) {
        seen.wrong.add(words + (whole ? "" : ", and a page is missing"));
      }
      seen.sites.addAll(words);
    } catch (NoSuchFileException e) {
      seen.gaps++;
    }
  }

  private static Process publishForEver(Path site, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add("--enable-native-access=ALL-UNNAMED"); // later Javas warn otherwise
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(PublishForEver.class.getName(), site.toString()));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** Publishes a site of five pages again and again, each time with other words. */
  static final class PublishForEver {
    public static void main(String[] arguments) throws IOException {
      for (int n = 0; ; n++) {
        publish(Path.of(arguments[0]), "words " + ProcessHandle.current().pid() + " " + n);
        if (n == 0) {
          System.out.print("r");
          System.out.flush();
        }
      }
    }
  }

  private static void publish(Path site, String words) throws IOException {
    try (SitePublisher publisher = SitePublisher.open(site)) {
      for (int n = 0; n < PAGES; n++) {
        publisher.write(new OutputFile(new SitePath(n + ".html"), words));
      }
      publisher.publish();
    }
  }

  /**
   * Ten processes publish as fast as they can, each for a tenth of a second or two until it is
   * killed; meanwhile and afterwards, before anybody mends anything, the site is always there.
   */
  @Test
  void thereIsAlwaysAWholeSiteWhileOthersArePublishedAndKilled() throws Exception {
    Random random = new Random();
    publish(site(), "first");
    Seen seen = new Seen();
    for (int round = 0; round < 10; round++) {
      Process process = publishForEver(site());
      assertThat(process.getInputStream().read()).isEqualTo('r');
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100 + random.nextInt(100));
      while (System.nanoTime() < end) {
        look(site(), seen);
      }
      process.destroyForcibly().waitFor();
      look(site(), seen);
    }
    System.out.println(
        "ExchangeTest: "
            + seen.looks
            + " looks, "
            + seen.sites.size()
            + " sites, gaps: "
            + seen.gaps);
    assertThat(seen.wrong).isEmpty();
    assertThat(seen.gaps).isZero();
    assertThat(seen.sites).hasSizeGreaterThan(20);
    publish(site(), "last");
    try (Stream<Path> all = Files.list(place)) {
      assertThat(all.toList()).containsExactly(site());
    }
  }

  /** So that the test above means something: with two renames, the same look sees a gap. */
  @Test
  void withoutTheExchangeThereAreMomentsWithoutASite() throws Exception {
    publish(site(), "first");
    Seen seen = new Seen();
    Process process = publishForEver(site(), "-Djna.nounpack=true");
    assertThat(process.getInputStream().read()).isEqualTo('r');
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (seen.gaps == 0 && System.nanoTime() < end) {
      look(site(), seen);
    }
    process.destroyForcibly().waitFor();
    assertThat(seen.gaps).isPositive();
    assertThat(seen.wrong).isEmpty();
    publish(site(), "last");
    assertThat(site().resolve("0.html")).hasContent("last");
  }

  @Test
  void twoFoldersChangePlaces() throws IOException {
    Path one = Files.createDirectory(place.resolve("one"));
    Path other = Files.createDirectory(place.resolve("另一个"));
    Files.writeString(one.resolve("1"), "1");
    Exchange exchange = Exchange.load(place.resolve("library"));
    assertThat(exchange.swap(one, other)).isTrue();
    assertThat(other.resolve("1")).exists();
    assertThat(one).isEmptyDirectory();
  }

  @Test
  void whatCannotBeExchangedStaysAsItIs() throws IOException {
    Path one = Files.createDirectory(place.resolve("one"));
    Files.writeString(one.resolve("1"), "1");
    Exchange exchange = Exchange.load(place.resolve("library"));
    assertThat(exchange.swap(one, place.resolve("missing"))).isFalse();
    assertThat(Exchange.NONE.swap(one, place)).isFalse();
    assertThat(one.resolve("1")).exists();
  }
}
