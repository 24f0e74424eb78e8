package duizhao.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duizhao.plan.OutputFile;
import duizhao.plan.SitePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site is replaced wholly or not at all. */
class SitePublisherTest {

  private static final String FOREIGN = "mine.txt";

  @TempDir Path place;

  private Path site() {
    return place.resolve("site");
  }

  /** Publishes as many pages, each with the same words. */
  private static void publish(Path site, String words, int pages) throws IOException {
    try (SitePublisher publisher = SitePublisher.open(site)) {
      for (int i = 0; i < pages; i++) {
        publisher.write(new OutputFile(new SitePath("en/" + i + "/index.html"), words));
      }
      publisher.publish();
    }
  }

  private static Map<String, String> read(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }

  private List<String> beside() throws IOException {
    try (Stream<Path> all = Files.list(place)) {
      return all.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void publishesAFirstSiteAndItsListOfFiles() throws IOException {
    publish(site(), "words", 2);
    String sha256 = "dba36bffa5cab0f922d087a3aeb179f9d4e745df40b323e1b1471402848c8a3e";
    assertThat(read(site()).keySet())
        .containsExactly(".duizhao", "SHA256SUMS", "en/0/index.html", "en/1/index.html");
    assertThat(Files.readString(site().resolve(".duizhao")))
        .startsWith("duizhao site, ")
        .endsWith("  SHA256SUMS\n");
    assertThat(Files.readString(site().resolve("SHA256SUMS")).lines())
        .containsExactly(sha256 + "  en/0/index.html", sha256 + "  en/1/index.html");
    assertThat(beside()).containsExactly("site");
  }

  @Test
  void takesAwayPagesThatAreNoLongerPlanned() throws IOException {
    publish(site(), "old", 5);
    publish(site(), "new", 2);
    assertThat(read(site()).keySet())
        .containsExactly(".duizhao", "SHA256SUMS", "en/0/index.html", "en/1/index.html");
    assertThat(read(site())).containsEntry("en/0/index.html", "new");
  }

  @Test
  void publishesIntoAnEmptyFolderButIntoNoneThatHoldsSomethingElse() throws IOException {
    Files.createDirectory(site());
    publish(site(), "words", 1);
    Path other = Files.createDirectory(place.resolve("other"));
    Files.writeString(other.resolve(FOREIGN), "mine");
    assertThatThrownBy(() -> publish(other, "words", 1))
        .isInstanceOf(PublishException.class)
        .hasMessageContaining("holds files that duizhao did not make");
    assertThat(read(other)).containsExactly(Map.entry(FOREIGN, "mine"));
    assertThat(beside()).containsExactly("other", "site");
  }

  @Test
  void replacesNoFile() throws IOException {
    Files.writeString(site(), "mine");
    assertThatThrownBy(() -> publish(site(), "words", 1))
        .isInstanceOf(PublishException.class)
        .hasMessageContaining("is not a folder");
    assertThat(site()).hasContent("mine");
    assertThat(beside()).containsExactly("site");
  }

  @Test
  void failsWhereAFileStandsInThePlaceOfTheParentFolder() throws IOException {
    Files.writeString(place.resolve("file"), "mine");
    assertThatThrownBy(() -> publish(place.resolve("file/site"), "words", 1))
        .isInstanceOf(IOException.class);
    assertThat(place.resolve("file")).hasContent("mine");
  }

  @Test
  void leavesTheOldSiteWhenAWriteFails() throws IOException {
    publish(site(), "old", 3);
    Map<String, String> old = read(site());
    assertThatThrownBy(
            () -> {
              try (SitePublisher publisher = SitePublisher.open(site())) {
                publisher.write(new OutputFile(new SitePath("a"), "a"));
                publisher.write(new OutputFile(new SitePath("a/b"), "b"));
                publisher.publish();
              }
            })
        .isInstanceOf(IOException.class);
    assertThat(read(site())).isEqualTo(old);
    assertThat(beside()).containsExactly("site");
  }

  @Test
  void leavesTheOldSiteWhenTheNewOneCannotTakeItsPlace() throws IOException {
    publish(site(), "old", 3);
    Map<String, String> old = read(site());
    assertThatThrownBy(
            () -> {
              try (SitePublisher publisher = SitePublisher.open(site())) {
                publisher.write(new OutputFile(new SitePath("a"), "a"));
                Path old2 = Files.createDirectory(place.resolve(".site.old"));
                Files.writeString(old2.resolve("in-the-way"), "x");
                publisher.publish(Exchange.NONE);
              }
            })
        .isInstanceOf(IOException.class);
    assertThat(read(site())).isEqualTo(old);
  }

  @Test
  void writesNoPathTwice() throws IOException {
    try (SitePublisher publisher = SitePublisher.open(site())) {
      publisher.write(new OutputFile(new SitePath("a"), "a"));
      assertThatThrownBy(() -> publisher.write(new OutputFile(new SitePath("a"), "b")))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void mendsWhatAKilledBuildLeft() throws IOException {
    publish(site(), "old", 3);
    Map<String, String> old = read(site());
    Files.createDirectories(place.resolve(".site.next/en"));
    Files.writeString(place.resolve(".site.next/en/half.html"), "ha");
    Files.writeString(place.resolve(".site.lock"), "");
    Files.move(site(), place.resolve(".site.old"));
    SitePublisher.open(site()).close();
    assertThat(read(site())).isEqualTo(old);
    assertThat(beside()).containsExactly("site");

    Files.createDirectories(place.resolve(".site.old/en"));
    Files.writeString(place.resolve(".site.old/en/rest.html"), "rest");
    publish(site(), "new", 1);
    assertThat(read(site())).containsEntry("en/0/index.html", "new").hasSize(3);
    assertThat(beside()).containsExactly("site");
  }

  @Test
  void publishesWhereALinkLeads() throws IOException {
    Path real = Files.createDirectories(place.resolve("disk/real"));
    Files.createSymbolicLink(site(), real);
    publish(site(), "words", 1);
    publish(site(), "new", 1);
    assertThat(site()).isSymbolicLink();
    assertThat(read(real)).containsEntry("en/0/index.html", "new");
    assertThat(beside()).containsExactly("disk", "site");
  }

  @Test
  void lastOneOutOfOneProcessStillHoldsTheLock() throws Exception {
    try (SitePublisher first = SitePublisher.open(site())) {
      assertThatThrownBy(() -> SitePublisher.open(site()))
          .isInstanceOf(PublishException.class)
          .hasMessageContaining("another build is at work");
      first.write(new OutputFile(new SitePath("a"), "a"));
      Process other = java(OpenOnce.class, site());
      assertThat(new String(other.getInputStream().readAllBytes()))
          .contains("another build is at work");
      first.publish();
    }
    SitePublisher.open(site()).close();
  }

  @Test
  void isRefusedWhileAnotherProcessHoldsTheLock() throws Exception {
    Process other = java(Hold.class, site());
    try {
      assertThat(other.getInputStream().read()).isEqualTo('h');
      assertThatThrownBy(() -> SitePublisher.open(site()))
          .isInstanceOf(PublishException.class)
          .hasMessageContaining("another build is at work");
    } finally {
      other.destroyForcibly().waitFor();
    }
    publish(site(), "words", 1);
    assertThat(beside()).containsExactly("site");
  }

  /** Ten processes that publish one site after the other are each killed at some moment. */
  @Test
  void isWhollyTheOldOrTheNewSiteWheneverABuildIsKilled() throws Exception {
    long seed = Long.getLong("kill.seed", System.nanoTime());
    System.out.println("SitePublisherTest: -Dkill.seed=" + seed);
    Random random = new Random(seed);
    publish(site(), "old", 40);
    for (int i = 0; i < 10; i++) {
      Process builder = java(PublishForEver.class, site());
      assertThat(builder.getInputStream().read()).isEqualTo('r');
      Thread.sleep(random.nextInt(120));
      builder.destroyForcibly().waitFor();
      SitePublisher.open(site()).close();
      Map<String, String> files = read(site());
      files.keySet().removeAll(List.of(".duizhao", "SHA256SUMS"));
      assertThat(files.values().stream().distinct()).as("round %d", i).hasSize(1);
      assertThat(files).hasSize(40);
      assertThat(beside()).containsExactly("site");
    }
    publish(site(), "last", 3);
    assertThat(read(site())).hasSize(5);
  }

  private static Process java(Class<?> main, Path site) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName(),
            site.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Holds the lock until it is killed. */
  static final class Hold {
    private static @Nullable SitePublisher held;

    public static void main(String[] arguments) throws Exception {
      held = SitePublisher.open(Path.of(arguments[0]));
      System.out.print("h");
      System.out.flush();
      Thread.sleep(60_000);
      held.close();
    }
  }

  /** Says why it cannot have the lock. */
  static final class OpenOnce {
    public static void main(String[] arguments) throws IOException {
      try {
        SitePublisher.open(Path.of(arguments[0])).close();
        System.out.println("it could be had");
      } catch (PublishException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  /** Publishes a site of 40 pages again and again, each time with other words. */
  static final class PublishForEver {
    public static void main(String[] arguments) throws IOException {
      for (int i = 0; i < 10_000; i++) {
        publish(Path.of(arguments[0]), "words " + i, 40);
        if (i == 0) {
          System.out.print("r");
          System.out.flush();
        }
      }
    }
  }
}
