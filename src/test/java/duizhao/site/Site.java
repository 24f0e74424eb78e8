package duizhao.site;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.SiteBuild;
import duizhao.plan.Page;
import duizhao.plan.SitePlan;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * The archive of this repository, built once for all tests.
 *
 * @param base where it will stand, ending in {@code /}; null when that is not said
 * @param plan what was planned
 * @param files every file's path below the site
 * @param pages every page as a browser reads it, by path
 */
record Site(
    String name,
    Path folder,
    @Nullable String base,
    SitePlan plan,
    TreeSet<String> files,
    Map<String, Document> pages) {

  static final String UNTRANSLATED = "hejian-talent";
  static final String ALIAS = "hejian-equipment";
  static final String WITH_PICTURE = "duchang-noodles";

  /** Tests run in two processes at once; each builds what its tests ask for. */
  private static final Path FOLDER =
      Path.of("target/laws", System.getProperty("surefire.forkNumber", "1"));

  /** Built when it is first asked for. */
  private static final class Built {
    static final Site WITH_BASE = build("with-base", Path.of("content"));
    static final Site WITHOUT_BASE = build("without-base", withoutBase());
    static final Site INCOMPLETE = build("incomplete", changed());
  }

  /** As its files say, with a base URL. */
  static Site withBase() {
    return Built.WITH_BASE;
  }

  /** The same without a base URL. */
  static Site withoutAddress() {
    return Built.WITHOUT_BASE;
  }

  /**
   * With a report and a page that are not translated, an old address, and a picture: what the
   * archive itself does not have.
   */
  static Site incomplete() {
    return Built.INCOMPLETE;
  }

  static Stream<Site> all() {
    return Stream.of(withBase(), withoutAddress(), incomplete());
  }

  @Override
  public String toString() {
    return name;
  }

  /** The planned page of a file. */
  Page planned(String path) {
    return plan.pages().stream()
        .filter(page -> page.head().path().value().equals(path))
        .findFirst()
        .orElseThrow(() -> new AssertionError(path + " is no planned page"));
  }

  Document page(String path) {
    return Objects.requireNonNull(pages.get(path), path);
  }

  private static Site build(String name, Path content) {
    Path folder = FOLDER.resolve(name).resolve("site");
    try {
      SiteBuild.Result result =
          SiteBuild.build(
              new SiteBuild.Request(
                  content, Path.of("themes"), folder, null, null, List.of(), false),
              SiteBuild.Progress.NONE);
      assertThat(result.published()).as("%s: %s", name, result.diagnostics()).isTrue();
      TreeSet<String> files = new TreeSet<>();
      Map<String, Document> pages = new TreeMap<>();
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          String path = folder.relativize(file).toString().replace('\\', '/');
          files.add(path);
          if (path.endsWith(".html")) {
            pages.put(path, Jsoup.parse(Files.readString(file)));
          }
        }
      }
      SitePlan plan = Objects.requireNonNull(result.plan());
      return new Site(name, folder, plan.archive().baseUrl(), plan, files, pages);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path withoutBase() {
    try {
      Path content = copy("without-base");
      Path archive = content.resolve("archive.yaml");
      String text = Files.readString(archive);
      assertThat(text).containsPattern("(?m)^base_url:");
      Files.writeString(archive, text.replaceAll("(?m)^base_url:.*\n", ""));
      return content;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path changed() {
    try {
      Path content = copy("incomplete");
      Path report = content.resolve("reports/2020/" + UNTRANSLATED);
      Files.delete(report.resolve("en.md"));
      Path yaml = report.resolve("report.yaml");
      Files.writeString(
          yaml,
          Files.readString(yaml).replace("status: full", "status: none")
              + "aliases: ["
              + ALIAS
              + "]\n");

      Path pictured = content.resolve("reports/2020/" + WITH_PICTURE);
      ImageIO.write(
          new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB),
          "png",
          pictured.resolve("noodles.png").toFile());
      Files.writeString(
          pictured.resolve("report.yaml"),
          """
          pictures:
            - file: noodles.png
              alt: {zh: 晒面, en: Noodles drying}
              caption: {zh: 村民在晒面。, en: Villagers put noodles out to dry.}
          """,
          StandardOpenOption.APPEND);

      Path page = Files.createDirectories(content.resolve("pages/history"));
      Files.writeString(page.resolve("page.yaml"), "title: {zh: 沿革, en: History}\n");
      Files.writeString(page.resolve("zh.md"), "本档案建于二〇二〇年。\n");
      return content;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path copy(String name) throws IOException {
    Path copy = FOLDER.resolve(name).resolve("content");
    Tree.delete(copy);
    Tree.copy(Path.of("content"), copy, false);
    return copy;
  }
}
