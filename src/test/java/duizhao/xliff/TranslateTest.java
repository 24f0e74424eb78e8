package duizhao.xliff;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.cli.Invocation;
import duizhao.text.Passages;
import duizhao.text.Passages.Kind;
import duizhao.text.Passages.Piece;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.okapi.lib.xliff2.core.Unit;
import net.sf.okapi.lib.xliff2.reader.Event;
import net.sf.okapi.lib.xliff2.reader.XLIFFReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports go to translators and come back. */
public class TranslateTest {

  /** The codes that only files have that come back. */
  public static final Set<String> CODES =
      Set.of(
          "xml-syntax",
          "not-xliff",
          "not-exchangeable",
          "unknown-report",
          "wrong-language",
          "wrong-units",
          "source-changed",
          "translation-changed",
          "broken-codes",
          "unwritable-text");

  private static final Path CONTENT = Path.of("content");

  /** A report with links, headings and pictures, and the two that its archive has beside it. */
  private static final String ID = "zaozhuang-lu-ban-day";

  private static final Pattern TARGET = Pattern.compile("<target>([^<]{20,})<");

  @TempDir private Path folder;
  private Path content;
  private Path out;

  @BeforeEach
  void copy() {
    content = folder.resolve("content");
    out = folder.resolve("out");
    copy(CONTENT, content, "");
  }

  /** Copies the archive; of the reports only those whose path holds a word. */
  private static void copy(Path from, Path to, String only) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = from.relativize(file).toString();
        if (!name.startsWith("reports") || name.contains(only)) {
          Path target = to.resolve(name);
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An archive of one report, and of few words beside it, which is quick to read. */
  private void small() throws IOException {
    delete(content);
    copy(CONTENT, content, ID);
    Files.delete(content.resolve("regions.yaml"));
    Path glossary = content.resolve("glossary.yaml");
    Files.writeString(
        glossary, Files.readString(glossary).replaceFirst("(?s)\n\n- id: [b-z].*", "\n"));
    String report = Files.readString(edition("report.yaml"));
    Path programmes = content.resolve("programmes.yaml");
    Files.writeString(
        programmes,
        Stream.of(Files.readString(programmes).split("\n\n(?=- id: )"))
            .map(entry -> entry.replaceAll("(?m)^  related: .*\n?", ""))
            .filter(
                entry ->
                    report.contains("- " + entry.lines().findFirst().orElseThrow().substring(6)))
            .collect(Collectors.joining("\n\n")));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static Map<String, String> bytes(Path folder) {
    Map<String, String> bytes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().matches(".*\\.(md|yaml)")).toList()) {
        bytes.put(folder.relativize(file).toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes;
  }

  private Invocation export(String... ids) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "translate", "export", "-c", content.toString(), "-o", out.toString(), "--force"));
    arguments.addAll(List.of(ids));
    return Invocation.of(arguments.toArray(String[]::new));
  }

  private Invocation take(Path... files) {
    List<String> arguments =
        new ArrayList<>(List.of("translate", "import", "-c", content.toString()));
    for (Path file : files) {
      arguments.add(file.toString());
    }
    return Invocation.of(arguments.toArray(String[]::new));
  }

  private Path file(String id) {
    return out.resolve(id + ".xlf");
  }

  private String exported() throws IOException {
    Invocation export = export(ID);
    assertThat(export.err()).isEmpty();
    assertThat(export.exit()).isZero();
    return Files.readString(file(ID));
  }

  private Invocation takeText(String text) throws IOException {
    Files.write(file(ID), text.getBytes(StandardCharsets.UTF_8)); // half a pair becomes ?
    return take(file(ID));
  }

  private Path edition(String name) throws IOException {
    try (Stream<Path> files = Files.walk(content)) {
      return files.filter(f -> f.endsWith(ID + "/" + name)).findFirst().orElseThrow();
    }
  }

  private static String[] allIds() throws IOException {
    try (Stream<Path> files = Files.walk(CONTENT.resolve("reports"))) {
      return files
          .filter(f -> f.endsWith("report.yaml"))
          .map(f -> f.getParent().getFileName().toString())
          .sorted()
          .toArray(String[]::new);
    }
  }

  @Test
  void everyReportComesBackAsItWasAndFollowsTheSchemas() throws IOException {
    String[] ids = allIds();
    Map<String, String> before = bytes(content);
    assertThat(export(ids).exit()).isZero();
    int units = 0;
    for (String id : ids) {
      try (XLIFFReader reader = new XLIFFReader(XLIFFReader.VALIDATION_MAXIMAL)) {
        reader.open(file(id).toFile());
        while (reader.hasNext()) {
          Event event = reader.next();
          if (event.isUnit()) {
            Unit unit = event.getUnit();
            assertThat(unit.getPart(0).getSource().isEmpty()).isFalse();
            units++;
          }
        }
      }
    }
    assertThat(units).isGreaterThan(250);
    Path[] files = Stream.of(ids).map(this::file).toArray(Path[]::new);
    Invocation back = take(files);
    assertThat(back.err()).isEmpty();
    assertThat(back.exit()).isZero();
    assertThat(bytes(content)).isEqualTo(before);
  }

  @Test
  void theOtherDirectionComesBackAsItWasToo() throws IOException {
    Map<String, String> before = bytes(content);
    assertThat(export(concat(allIds(), "--from", "en", "--to", "zh")).exit()).isZero();
    assertThat(take(Stream.of(allIds()).map(this::file).toArray(Path[]::new)).exit()).isZero();
    assertThat(bytes(content)).isEqualTo(before);
  }

  private static String[] concat(String[] some, String... more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void aChangedParagraphAloneIsWrittenAndItsFingerprintKept() throws IOException {
    small();
    String text = exported();
    String was = Files.readString(edition("en.md"));
    Invocation back = takeText(text.replace("<target>Lu Ban, called", "<target>Lu *Ban*, said"));
    assertThat(back.err()).isEmpty();
    assertThat(back.out()).contains(ID + ": 1 translated (p2), 6 as they were, 0 open");
    assertThat(Files.readString(edition("en.md")))
        .isEqualTo(was.replace("Lu Ban, called", "Lu \\*Ban\\*, said"));
    assertThat(Files.readString(edition("report.yaml"))).contains("fingerprints:");
  }

  /** Whoever checked the words that a translator changes has not seen the new ones. */
  @Test
  void whatATranslatorChangesIsSignedByNobodyAndTheRestAsItWas() throws IOException {
    small();
    Invocation.of("accept", ID, "-c", content.toString(), "--by", "王芳", "--date", "2026-11-20");
    String signed = Files.readString(edition("report.yaml"));
    String was = signed.replace(" 王芳, 2026-11-20\"", "\"") + "  checked_by: 王芳\n";
    Files.writeString(edition("report.yaml"), was);
    Invocation back =
        takeText(exported().replace("<target>Lu Ban, called", "<target>Lu Ban, said"));
    assertThat(back.err()).isEmpty();
    List<String> prints =
        Files.readAllLines(edition("report.yaml")).stream()
            .filter(line -> line.startsWith("    - \""))
            .toList();
    assertThat(prints.get(0)).endsWith(" 王芳\"");
    assertThat(prints.get(1)).doesNotContain("王芳");
    assertThat(prints.get(2)).endsWith(" 王芳\"");
    assertThat(Files.readString(edition("report.yaml"))).doesNotContain("checked_by");
  }

  @Test
  void theTitleIsWrittenIntoReportYaml() throws IOException {
    small();
    String text = exported();
    Invocation back =
        takeText(text.replace("Lu Ban’s home town gets a", "A \"home\": Lu Ban’s &amp; a"));
    assertThat(back.err()).isEmpty();
    Invocation check =
        Invocation.of("translate", "export", "-c", content.toString(), "-o", "" + out, ID);
    assertThat(check.exit()).isEqualTo(3); // the file is there, and says something else
    assertThat(exported())
        .contains("<target>A \"home\": Lu Ban’s &amp; a craftsmen’s day</target>");
  }

  @Test
  void aReportWithoutTranslationGetsOneWithGaps() throws IOException {
    small();
    String was = Files.readString(edition("en.md"));
    Files.delete(edition("en.md"));
    Path yaml = edition("report.yaml");
    Files.writeString(yaml, Files.readString(yaml).replace("status: full", "status: none"));
    String text = exported();
    assertThat(text).doesNotContain("<target>Lu Ban, called").contains("state=\"initial\"");
    Matcher p2 = Pattern.compile("(?s)(<unit id=\"p2\">.*?</source>\\n)").matcher(text);
    assertThat(p2.find()).isTrue();
    String done = p2.group(1).replace("state=\"initial\"", "state=\"translated\"");
    Files.writeString(
        file(ID),
        text.replace(p2.group(1), done + "   <target>Lu Ban came from Zaozhuang.</target>\n"));
    Invocation back =
        Invocation.of(
            "translate", "import", "-c", "" + content, "" + file(ID), "--status", "abridged");
    assertThat(back.err()).isEmpty();
    assertThat(back.out()).contains("1 translated (p2)").contains("4 open (p1 p3 p4 p5)");
    assertThat(Files.readString(edition("en.md")))
        .isEqualTo(
            "[Translation pending]\n\nLu Ban came from Zaozhuang.\n\n[Translation pending]\n\n"
                + "[Translation pending]\n\n[Translation pending]\n");
    assertThat(was).isNotEmpty();
    assertThat(Files.readString(yaml)).contains("status: abridged").contains("none");
    assertThat(exported()).contains("<target>Lu Ban came").doesNotContain("<target>[Translation");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<xliff | <!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><xliff | xml-syntax",
        "<xliff | <!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;&b;&b;&b;&b;'>]><xliff | xml-syntax",
        "<target>Lu Ban, | <target>&b;Lu Ban, | xml-syntax",
        "</target> | </targe> | xml-syntax",
        "version=\"2.0\" | version=\"1.2\" | not-xliff",
        "document:2.0\" | document:1.2\" | not-xliff",
        "trgLang=\"en\" | trgLang=\"fr\" | wrong-language",
        "<file id=\"zaozhuang-lu-ban-day\" | <file id=\"zaozhuang-lu-ban-dya\" | unknown-report",
        "<unit id=\"p2\" | <unit id=\"p9\" | wrong-units",
        "<source>被称为 | <source>人称 | source-changed",
        "<target>Lu Ban, | <target><ph id=\"c9\"/>Lu Ban, | broken-codes",
        "<target>Lu Ban, | <target>Lu\u0085Ban, | unwritable-text",
      })
  void whatDoesNotFitIsToldByPlaceAndWritesNothing(String was, String now, String code)
      throws IOException {
    small();
    String text = exported();
    assertThat(text).contains(was);
    Map<String, String> before = bytes(content);
    Invocation back = takeText(text.replace(was, now).replace("<target>Zao", "<target>ZAO"));
    assertThat(back.exit()).isEqualTo(1);
    assertThat(back.err())
        .containsPattern(Pattern.quote(ID) + "\\.xlf:[0-9]+:[0-9]+: error: .* \\[" + code + "]")
        .contains("hint: ")
        .doesNotContain("root:");
    assertThat(bytes(content)).isEqualTo(before);
  }

  @Test
  void aFileThatIsNotUtf8IsTold() throws IOException {
    small();
    String text = exported();
    Files.write(file(ID), text.getBytes(java.nio.charset.Charset.forName("GBK")));
    Invocation back = take(file(ID));
    assertThat(back.exit()).isEqualTo(1);
    assertThat(back.err()).contains(ID + ".xlf:1:1: error: ").contains("[unreadable-file]");
  }

  @Test
  void aLostCodeAndAMissingUnitAreToldTogether() throws IOException {
    small();
    String text = exported();
    Invocation back =
        takeText(
            text.replaceFirst("(?s)<unit id=\"p2\".*?</unit>", "")
                .replaceFirst("(<target>Craftsmen now(?s:.)*?)<pc [^>]*>([^<]*)</pc>", "$1$2"));
    assertThat(back.err()).contains("\"p2\" is missing").contains("lacks code \"c1\"");
  }

  @Test
  void whatChangedHereSinceTheExportIsNotLost() throws IOException {
    small();
    String text = exported();
    Path en = edition("en.md");
    Files.writeString(en, Files.readString(en).replace("Lu Ban, called", "Lu Ban, named"));
    String mine = Files.readString(en);
    assertThat(takeText(text).exit()).isZero();
    assertThat(Files.readString(en)).isEqualTo(mine);
    String theirs = text.replace("<target>Lu Ban, called", "<target>Lu Ban, said to be");
    assertThat(takeText(theirs).err()).contains("[translation-changed]");
    assertThat(Files.readString(en)).isEqualTo(mine);
    Files.writeString(file(ID), theirs);
    assertThat(
            Invocation.of("translate", "import", "-c", "" + content, "" + file(ID), "--force")
                .exit())
        .isZero();
    assertThat(Files.readString(en)).contains("Lu Ban, said to be");
  }

  @Test
  void aSourceThatChangedSinceIsTakenByForceOnlyAndCountsAsStale() throws IOException {
    small();
    String text = exported().replace("<target>Lu Ban, called", "<target>Lu Ban, said to be");
    Path zh = edition("zh.md");
    Files.writeString(zh, Files.readString(zh).replace("超过7万人", "超过8万人"));
    assertThat(takeText(text).err()).contains("[source-changed]").contains("--force");
    Invocation back =
        Invocation.of("translate", "import", "-c", "" + content, "" + file(ID), "--force");
    assertThat(back.err()).isEmpty();
    assertThat(exported()).contains("<note category=\"stale\">");
  }

  @Test
  void randomTranslationsComeBackWordForWord() throws IOException {
    small();
    Random random = new Random(20261121);
    String[] parts = {
      "*",
      "**",
      "_",
      "[",
      "]",
      "(",
      ")",
      "<b>",
      "&amp;",
      "&",
      "|",
      "#",
      "# ",
      "- ",
      "1. ",
      "1) ",
      "`",
      "~~",
      "\\",
      "!",
      "中文",
      "“",
      "”",
      "，",
      " ",
      "word ",
      "a_b_c ",
      "http://x.org/?a=1 ",
      "^1",
      "[^1]",
      "[a]: b",
      "---",
      "===",
      "+ ",
      "> ",
      "😀",
      "<!-- ",
      ":",
      "\u00A0"
    };
    for (int round = 0; round < 60; round++) {
      String text = exported();
      Matcher targets = TARGET.matcher(text);
      StringBuilder changed = new StringBuilder();
      List<String> wanted = new ArrayList<>();
      while (targets.find()) {
        StringBuilder words = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
          words.append(parts[random.nextInt(parts.length)]);
        }
        words.append('x');
        String tidy =
            Passages.words(Passages.tidy(List.of(new Piece(Kind.WORDS, words.toString()))));
        wanted.add(xml(tidy));
        targets.appendReplacement(
            changed, Matcher.quoteReplacement("<target>" + xml(words.toString()) + "<"));
      }
      targets.appendTail(changed);
      Invocation back = takeText(changed.toString());
      assertThat(back.err()).as("round " + round + ": " + wanted).isEmpty();
      String again = exported();
      for (String words : wanted) {
        assertThat(again).as("round " + round).contains("<target>" + words + "<");
      }
      Files.delete(edition("en.md"));
      Files.delete(edition("report.yaml"));
      for (String name : List.of("en.md", "report.yaml")) {
        Path there = edition("zh.md").resolveSibling(name);
        Files.copy(CONTENT.resolve(content.relativize(there)), there);
      }
    }
  }

  private static String xml(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @Test
  void damagedFilesAreToldAndNeverThrow() throws IOException {
    small();
    String text = exported();
    Map<String, String> before = bytes(content);
    Random random = new Random(7);
    String[] junk = {
      "<",
      ">",
      "&",
      "\"",
      "</pc>",
      "<pc id=\"c1\">",
      "<target>",
      "<![CDATA[",
      "]]>",
      "<!--",
      "<?x?>",
      "&#0;",
      "&#xD800;",
      "\u0000",
      "\uFFFF",
      "\uD83D",
      "<unit id=\"p1\"/>",
      "xmlns:mda=\"\"",
      "é"
    };
    int refused = 0;
    for (int round = 0; round < 400; round++) {
      StringBuilder damaged = new StringBuilder(text);
      for (int i = random.nextInt(3); i >= 0; i--) {
        int at = random.nextInt(damaged.length());
        int end = Math.min(damaged.length(), at + random.nextInt(200));
        switch (random.nextInt(4)) {
          case 0 -> damaged.delete(at, end);
          case 1 -> damaged.insert(at, junk[random.nextInt(junk.length)]);
          case 2 -> damaged.insert(at, damaged.substring(at, end));
          default -> damaged.setLength(at);
        }
        if (damaged.isEmpty()) {
          damaged.append('x');
        }
      }
      Invocation back = takeText(damaged.toString());
      assertThat(back.err()).as("round " + round).doesNotContain("fault of the program");
      if (back.exit() == 0) {
        for (Map.Entry<String, String> file : before.entrySet()) {
          Files.writeString(content.resolve(file.getKey()), file.getValue());
        }
      } else {
        refused++;
        assertThat(back.exit()).as("round " + round).isEqualTo(1);
        assertThat(bytes(content)).isEqualTo(before);
      }
    }
    assertThat(refused).isGreaterThan(200);
  }
}
