package duizhao;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.diagnostic.Diagnostic;
import duizhao.plan.SitePath;
import duizhao.plan.SitePlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After every change a preview shows what a build would publish, byte for byte. */
class SitePreviewTest {

  private static final String YINCHUAN = "reports/2020/yinchuan-workers-homes/";

  @TempDir private Path folder;
  private Path content;
  private Path themes;
  private SiteBuild.Request request;
  private SitePreview preview;

  @BeforeEach
  void start() throws IOException {
    content = folder.resolve("content");
    themes = folder.resolve("themes");
    Folders.copy(Path.of("content"), content);
    Folders.copy(Path.of("themes"), themes);
    Folders.delete(content.resolve("reports"));
    for (String report : List.of("yinchuan-workers-homes", "duchang-noodles")) {
      Folders.copy(
          Path.of("content/reports/2020", report), content.resolve("reports/2020/" + report));
    }
    request =
        new SiteBuild.Request(
            content, themes, folder.resolve("site"), null, null, List.of(), false);
    preview = SiteBuild.preview(request);
    same("as it was");
  }

  // ---- kinds of changes ----

  @Test
  void aText() throws IOException {
    replace(YINCHUAN + "zh.md", "银川", "金川");
    same("a Chinese text");
    replace(YINCHUAN + "en.md", "Yinchuan", "Jinchuan");
    same("an English text");
  }

  @Test
  void aTextOfTheSameLengthAndTime() throws IOException {
    Path text = content.resolve(YINCHUAN + "zh.md");
    FileTime time = Files.getLastModifiedTime(text);
    replace(YINCHUAN + "zh.md", "银川", "金川");
    Files.setLastModifiedTime(text, time);
    same("the same length and time", text);
  }

  @Test
  void anotherFileOfTheSameLengthAndTimeInItsPlaceOfWhichNobodyTold() throws IOException {
    Path text = content.resolve(YINCHUAN + "zh.md");
    Path other = folder.resolve("other");
    Files.writeString(other, Files.readString(text).replace("银川", "金川"));
    Files.setLastModifiedTime(other, Files.getLastModifiedTime(text));
    Files.move(other, text, StandardCopyOption.REPLACE_EXISTING);
    same("moved in");
  }

  @Test
  void metadata() throws IOException {
    replace(YINCHUAN + "report.yaml", "kind: news", "kind: feature");
    same("a kind");
    replace(YINCHUAN + "report.yaml", "kind: feature", "kind: feature\ndraft: true");
    same("a draft");
    replace(YINCHUAN + "report.yaml", "\ndraft: true", "\naliases: [yinchuan-old]");
    same("an alias");
    replace(YINCHUAN + "report.yaml", "kind:", "knid:");
    same("a mistake");
    replace(YINCHUAN + "report.yaml", "knid:", "kind:");
    same("mended");
  }

  @Test
  void reportsThatComeGoAndMove() throws IOException {
    Path there = content.resolve(YINCHUAN);
    Path copy = content.resolve("reports/2021/moved");
    Folders.copy(there, copy);
    same("a new report");
    replace(YINCHUAN + "zh.md", "。", "。见[另一篇](../../2021/moved/)。");
    same("a link to it");
    Folders.delete(copy);
    same("the link leads nowhere");
    Folders.copy(there, copy);
    same("it leads there again");
    Files.move(copy, content.resolve("reports/2021/again"));
    same("moved");
    Folders.delete(there);
    same("gone");
  }

  @Test
  void aNewTextAndOneThatGoes() throws IOException {
    Path english = content.resolve(YINCHUAN + "en.md");
    byte[] whole = Files.readAllBytes(english);
    Files.delete(english);
    same("no English");
    Files.write(english, whole);
    same("English again");
    Files.createDirectory(content.resolve(YINCHUAN + "picture.png"));
    same("a folder named like a picture");
    Files.delete(content.resolve(YINCHUAN + "picture.png"));
    Files.write(content.resolve(YINCHUAN + "picture.png"), new byte[] {1, 2, 3});
    same("a file that is no picture");
  }

  @Test
  void vocabularies() throws IOException {
    replace("programmes.yaml", "zh: ", "zh: 新");
    same("labels");
    String programmes = Files.readString(content.resolve("programmes.yaml"));
    Files.writeString(content.resolve("programmes.yaml"), "[]\n");
    same("no programmes");
    Files.writeString(content.resolve("programmes.yaml"), programmes);
    same("programmes");
    replace("glossary.yaml", "zh: ", "zh: 新");
    same("terms");
    replace("newspapers.yaml", "zh: ", "zh: 新");
    same("newspapers");
    Files.delete(content.resolve("units.yaml"));
    same("no units");
    Files.writeString(
        content.resolve("regions.yaml"),
        "- id: yinchuan-zone\n  name: {zh: 银川新区, en: Yinchuan Zone}\n  within: 银川市\n");
    same("a region");
  }

  @Test
  void settingsAndPages() throws IOException {
    replace("archive.yaml", "title:\n", "title: # of all\n");
    same("a comment");
    replace("pages/about/zh.md", "。", "！");
    same("a page");
    Folders.delete(content.resolve("pages/about"));
    same("no page");
    Path archive = content.resolve("archive.yaml");
    String whole = Files.readString(archive);
    Files.writeString(archive, whole.substring(0, 60));
    same("half an archive");
    Files.writeString(archive, whole);
    same("a whole one");
  }

  @Test
  void theme() throws IOException {
    Path theme = themes.resolve("duizhao");
    Path template = theme.resolve("templates/report.ftlh");
    String whole = Files.readString(template);
    Files.writeString(template, whole + "<!-- changed -->");
    same("a template");
    Files.writeString(template, whole + "${");
    same("a broken template");
    Files.writeString(template, whole);
    same("a mended template");
    append(theme.resolve("assets/css/tokens.css"), "\n:root { --x: 1 }\n");
    same("a style sheet");
    append(theme.resolve("words/zh.yaml"), "\nnew_words: {x: 新}\n");
    same("words in one language");
    append(theme.resolve("words/en.yaml"), "\nnew_words: {x: new}\n");
    same("words in both");
    Folders.delete(themes);
    same("the built-in theme");
  }

  @Test
  void anythingAtAll() throws IOException {
    long seed = 20201118;
    Random random = new Random(seed);
    List<Path> files;
    try (Stream<Path> all = Files.walk(content)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    Map<Path, byte[]> changed = new TreeMap<>();
    for (int n = 0; n < 25; n++) {
      if (!changed.isEmpty() && random.nextInt(3) == 0) {
        for (Map.Entry<Path, byte[]> file : changed.entrySet()) {
          Files.write(file.getKey(), file.getValue());
        }
        changed.clear();
      } else {
        Path file = files.get(random.nextInt(files.size()));
        byte[] whole = Files.readAllBytes(file);
        changed.putIfAbsent(file, whole);
        int at = random.nextInt(whole.length + 1);
        if (random.nextBoolean()) {
          Files.write(file, Arrays.copyOf(whole, at));
        } else {
          byte[] other = whole.clone();
          other[at % whole.length] = (byte) "\n :-[{#*x7".charAt(random.nextInt(10));
          Files.write(file, other);
        }
      }
      same("seed " + seed + ", step " + n);
    }
  }

  // ---- what is the same ----

  private void same(String change, Path... told) throws IOException {
    preview = preview.after(Set.of(told));
    Path site = request.output();
    Folders.delete(site);
    SiteBuild.Result built = SiteBuild.build(request, SiteBuild.Progress.NONE);
    List<Diagnostic> expected = built.diagnostics();
    Map<String, String> shown = new TreeMap<>();
    Map<String, String> published = new TreeMap<>();
    SitePlan plan = built.plan();
    if (built.published()) {
      for (SitePath path : Objects.requireNonNull(plan).paths()) {
        if (path.value().equals("SHA256SUMS")) {
          continue; // of all the others
        }
        byte[] page = preview.file(path.value());
        shown.put(path.value(), page == null ? "nothing" : text(page));
        published.put(path.value(), text(Files.readAllBytes(site.resolve(path.value()))));
      }
    } else if (preview.shows()) {
      // faults of templates are seen when pages are made
      for (SitePath path : Objects.requireNonNull(plan).paths()) {
        preview.file(path.value());
      }
    }
    preview.proofread(() -> false);
    assertThat(preview.diagnostics()).as(change).isEqualTo(expected);
    assertThat(shown.keySet()).as(change).isEqualTo(published.keySet());
    for (String path : shown.keySet()) {
      assertThat(shown.get(path)).as(change + ": " + path).isEqualTo(published.get(path));
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private void replace(String file, String from, String to) throws IOException {
    Path path = content.resolve(file);
    String before = Files.readString(path);
    String after = before.replace(from, to);
    assertThat(after).as(file).isNotEqualTo(before);
    Files.writeString(path, after);
  }

  private static void append(Path file, String text) throws IOException {
    Files.writeString(file, Files.readString(file) + text);
  }
}
