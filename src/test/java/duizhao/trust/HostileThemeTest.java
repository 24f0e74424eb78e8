package duizhao.trust;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.cli.Invocation;
import duizhao.golden.SampleArchive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Themes that would stop the machine, fill it, or read it. Each is told with the template's line,
 * and the site stays as it was. What templates cannot reach is in {@code TemplateTest}.
 */
class HostileThemeTest {

  private static final String GLOSSARY = "themes/plain/templates/glossary.ftlh";

  @TempDir private Path place;

  private Invocation build(String template, String... options) throws IOException {
    return SampleArchive.in(place).with(GLOSSARY, template).run("build", options);
  }

  private void assertTold(Invocation build, String line, String said) {
    assertThat(build.exit()).as(build.err()).isEqualTo(1);
    assertThat(build.err())
        .containsPattern(
            "(?m)^"
                + Pattern.quote(place.resolve(GLOSSARY) + ":" + line + ":")
                + "\\d+: error: .*"
                + Pattern.quote(said))
        .doesNotContain("\tat ", "fault of the program")
        .hasSizeLessThan(10_000);
    assertThat(place.resolve("site")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3|<#list 1.. as x></#list>",
        "3|<#list 1.. as x><#assign y = x></#list>",
        "3|<#list 1..2000000000 as x></#list>",
        "3|<#macro m><#list 1..100000 as a><#list 1..100000 as b></#list></#list></#macro><@m/>",
        "3|<#function f n><#list 1.. as x><#if n lt 0><#break></#if></#list></#function>${f(1)}",
        "3|<#list 1.. as x><#attempt><#assign y = x><#recover></#attempt></#list>",
        "3|<#list 1.. as x><#if x lt 0><#break></#if><#continue></#list>",
        "3|<#macro m><#list 1.. as x><#nested></#list></#macro><@m></@m>",
      })
  void aLoopWithoutEndIsStopped(String line, String template) throws IOException {
    assertTold(build("<p>\n\n" + template + "\n</p>"), line, "it goes round more than 10000000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<#list 1.. as x>${x}</#list>",
        "<#assign s = 'x'?left_pad(1000000)><#list 1..100 as x>${s}</#list>",
        "<#macro m>x<#list 1..9 as x><#nested></#list></#macro>"
            + "<@m><@m><@m><@m><@m><@m><@m><@m>${'x'?left_pad(9)}</@m></@m></@m></@m></@m></@m></@m></@m>",
      })
  void aPageWithoutEndIsStopped(String template) throws IOException {
    assertTold(
        build("<p>\n" + template + "\n</p>"), "2", "it makes a page longer than 33554432 chara");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<#function f x><#return f(x + 1)></#function>${f(1)}",
        "<#macro m><@m/></#macro><@m/>",
        "<#include \"glossary.ftlh\">",
        "<#macro a><@b/></#macro><#macro b><@a/></#macro><@a/>",
        "<#function f x><#return [1]?map(y -> f(y))?first></#function>${f(1)}",
      })
  void whatCallsItselfIsTold(String template) throws IOException {
    Invocation build = build(template);
    assertThat(build.exit()).isEqualTo(1);
    assertThat(build.err()).contains(GLOSSARY + ":1:1: error: ", "calls itself without end");
  }

  /** Lambdas and regular expressions take no steps that could be counted: the clock ends them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "${(1..)?filter(x -> x lt 0)?first}",
        "${(1..2000000000)?map(x -> x * x)?filter(x -> x lt 0)?size}",
        "${'a'?right_pad(60, 'a')?matches('(a*)*(b*)\\\\1*(a*)*(a*)*(a*)*(a*)*c')?c}",
        "${'a'?right_pad(60, 'a')?replace('(a*)*(b*)\\\\1*(a*)*(a*)*(a*)*(a*)*c', '', 'r')}",
      })
  void whatCannotBeCountedIsLeftBehind(String template) throws Exception {
    SampleArchive archive = SampleArchive.in(place).with(GLOSSARY, "<p>\n" + template + "</p>");
    Process process = CrashTest.java(List.of(), LeaveBehind.class, archive.folder());
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTold(new Invocation(process.waitFor(), "", said), "1", "was not done after 2 seconds");
  }

  /** In a process of its own: what is left behind works on until its process ends. */
  static final class LeaveBehind {
    public static void main(String[] arguments) {
      Invocation build =
          new SampleArchive(Path.of(arguments[0])).run("build", "--limit", "page-seconds=2");
      System.out.print(build.err());
      System.out.flush();
      System.exit(build.exit());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${. now}",
        "${.<#-- -->now}",
        "${\"${.now}\"}",
        "${r\".n\"?eval}",
        "${(\".n\" + \"ow\")?eval}",
        "<#assign t = (\"$\" + \"{.now}\")?interpret><@t/>",
        "${\"1\"? eval}",
      })
  void noTemplateIsMadeOfAText(String template) throws IOException {
    assertTold(build(template), "1", "templates cannot ");
  }

  /**
   * Strings that double fill any memory: in a process with little, the line is told all the same.
   */
  @Test
  void aStringThatFillsTheMemoryIsTold() throws Exception {
    for (String template :
        List.of(
            "<#assign s = \"xxxxxxxxxxxxxxxx\">\n<#list 1..60 as i><#assign s = s + s></#list>",
            "<p>\n<#list 1..2 as i>${\"x\"?left_pad(2000000000)?length}</#list>")) {
      SampleArchive archive = SampleArchive.in(place).with(GLOSSARY, template);
      Process process =
          CrashTest.java(
              List.of("env", "JAVA_TOOL_OPTIONS=-Xmx128m"), Check.class, archive.folder());
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
      assertThat(said)
          .contains(GLOSSARY + ":2:", "error: this takes more memory than there is")
          .doesNotContain("\tat ");
      assertThat(process.exitValue()).isEqualTo(1);
    }
  }

  /** Checks an archive, and ends as the command does. */
  static final class Check {
    public static void main(String[] arguments) {
      Invocation check = new SampleArchive(Path.of(arguments[0])).run("build");
      System.out.print(check.err());
      System.out.flush();
      System.exit(check.exit());
    }
  }

  @Test
  void noFileOfAThemeIsPublishedOutsideItsPlaceOrUnderAForgedName() throws IOException {
    SampleArchive archive = SampleArchive.in(place);
    for (String name : List.of("a\nb.js", "x..\\up.js", "a b.css", "x%2e%2e.js", "q?.js", "名.js")) {
      archive.with("themes/plain/assets/" + name, "x");
    }
    archive.with("themes/plain/theme.yaml", "styles: [../../content/archive.yaml, /etc/passwd]\n");
    Files.createSymbolicLink(
        place.resolve("themes/plain/templates/secret.ftlh"), Path.of("/etc/passwd"));
    Invocation build = archive.run("build");
    assertThat(build.exit()).isEqualTo(1);
    assertThat(build.err().lines().filter(l -> l.contains("cannot be part of an address")))
        .hasSize(6);
    assertThat(build.err())
        .contains(
            "theme.yaml:1:10: error: ", "theme.yaml:1:38: error: ", "secret.ftlh:1:1: error: ")
        .doesNotContain("root:");
    try (Stream<Path> all = Files.list(place)) {
      assertThat(all.map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrder("content", "themes");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../../../etc", "/etc", "..", ".", "plain/../plain", "a\\b", "%2e%2e", ""})
  void aThemeIsNamedAndNotReachedByAPath(String name) throws IOException {
    SampleArchive archive = SampleArchive.in(place);
    String settings = Files.readString(place.resolve("content/archive.yaml"));
    archive.with("content/archive.yaml", settings.replace("theme: plain", "theme: '" + name + "'"));
    assertThat(archive.run("build").exit()).isEqualTo(1);
    archive.with("content/archive.yaml", settings);
    archive.with("themes/plain/theme.yaml", "extends: '" + name + "'\n");
    assertThat(archive.run("build").exit()).isEqualTo(1);
    assertThat(archive.run("build", "--theme", name).exit()).isEqualTo(2);
  }

  @Test
  void limitsCanBeSet() throws IOException {
    assertTold(
        build("<#list 1..200 as x></#list>", "--limit", "page-steps=100"), "1", "more than 100");
    assertTold(
        build("${'x'?left_pad(200000)}", "--limit", "page-chars=100000"),
        "1",
        "longer than 100000 characters");
    assertThat(build("<#list 1..200 as x></#list>").exit()).isZero();
    SampleArchive archive = new SampleArchive(place);
    Invocation small = archive.run("build", "--limit", "text-bytes=20");
    assertThat(small.err()).contains("and at most 20 are read", "[file-too-large]", "--limit");
    assertThat(archive.run("check", "--limit", "text-bytes=0").exit()).isEqualTo(2);
    assertThat(archive.run("check", "--limit", "nothing=1").err()).contains("page-seconds");
  }
}
