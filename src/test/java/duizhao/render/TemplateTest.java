package duizhao.render;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.cli.Invocation;
import duizhao.golden.SampleArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What templates see, and what they cannot reach. */
class TemplateTest {

  private static final String GLOSSARY = "themes/plain/templates/glossary.ftlh";

  @TempDir Path place;

  private Invocation build(String template) throws IOException {
    return SampleArchive.in(place).with(GLOSSARY, template).run("build");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
        "${\"freemarker.template.utility.ObjectConstructor\"?new()(\"java.io.File\", \"/\")}",
        "${\"freemarker.template.utility.JythonRuntime\"?new()}",
        "${page?api.class}",
        "${page.class}",
        "${page.getClass()}",
        "${page.head.path.getClass().forName(\"java.lang.Runtime\")}",
        "${archive.at.class.protectionDomain}",
        "${archive.toString()}",
        "${page.terms.class}",
        "${words.class}",
        "${link.class}",
        "${link?api}",
        "${number.exec([1])}",
        "${.data_model.page.class}",
        "${\"page.class\"?eval}",
        "<#assign x = \"${page.class}\"?interpret><@x/>",
        "${statics[\"java.lang.System\"]}",
        "${System.getenv()}",
        "${.now}",
        "${.now?string(\"yyyy\")}",
        "<#assign t = .now>${t?long}",
        "<#include \"/etc/passwd\">",
        "<#include \"../../../archive.yaml\">",
        "<#import \"file:///etc/passwd\" as x>",
        "${link(\"\")}",
        "${link(\"/etc/passwd\")}",
        "${link(\"../up\")}",
        "${link(\"file:x\")}",
        "${link()}",
        "${link(nothing)}",
        "${link(\"home\", \"fr\")}",
        "${absolute(\"../up\")}",
        "${asset(\"../theme.yaml\")}",
        "${words.reports(nothing)}",
        "${words.reports(page)}",
        "${page.nothing}",
        "${nothing}",
        "${words.nothing}",
        "${words.kind}",
        "<#function f x><#return f(x)></#function>${f(1)}",
        "<#include \"glossary.ftlh\">",
      })
  void cannotBeHad(String template) throws IOException {
    Invocation build = build("<p>\n" + template + "</p>\n");
    assertThat(build.exit()).as(build.err()).isEqualTo(1);
    assertThat(build.err())
        .containsPattern(
            "(?m)^" + Pattern.quote(place.resolve(GLOSSARY) + ":") + "\\d+:\\d+: error: ")
        .doesNotContain("\tat ", "uid=");
    assertThat(place.resolve("site")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "${words.reports(0)}            | 0 reports",
        "${words.reports(1)}            | 1 report",
        "${words.reports(1.5)}          | 1.5 reports",
        "${words.reports(12345)}        | 12,345 reports",
        "${words.reports(\"one\")}      | one reports",
        "${words.of(1, 2)}              | page 1 of 2",
        "${words.of(\"{1}\", 2)}        | page {1} of 2",
        "${words.of(1)}                 | page 1 of {1}",
        "${words.kind[\"news\"]}        | News",
        "${number(34000000)}            | 34,000,000",
        "${number(-1234.5)}             | -1,234.5",
        "${34000000}                    | 34000000",
        "${\"<b>&\"}                    | &lt;b&gt;&amp;",
        "${archive.title}               | Union News",
        "${archive.title.zh}            | 工会新闻",
        "${archive.title.lang}          | en",
        "${link(\"home\")}              | ../index.html",
        "${link(\"root\")}              | ../../index.html",
        "${link(\"reports\", \"zh\")}   | ../../zh/reports/index.html",
        "${link(\"sitemap.xml\")}       | ../../sitemap.xml",
        "${absolute(\"home\")}          | https://example.org/archive/en/",
      })
  void prints(String template, String expected) throws IOException {
    Invocation build = build(template);
    assertThat(build.exit()).as(build.err()).isZero();
    assertThat(Files.readString(place.resolve("site/en/glossary/index.html"))).isEqualTo(expected);
  }

  @Test
  void tellsTheLineAndColumnOfATemplateThatIsIncluded() throws IOException {
    Invocation build =
        SampleArchive.in(place)
            .with("themes/plain/templates/parts/terms.ftlh", "<p>\n  ${page.termz?size}\n")
            .with(GLOSSARY, "<#include \"parts/terms.ftlh\">")
            .run("build");
    assertThat(build.err())
        .contains(
            "templates/parts/terms.ftlh:2:5: error: \"page.termz\" is missing here [template-fault]");
  }

  @Test
  void escapesWhatAuthorsWrote() throws IOException {
    Invocation build =
        SampleArchive.in(place)
            .with(
                "content/glossary.yaml",
                "- id: x\n  term: {zh: '<script>alert(1)</script>', en: '\"><img src=x>'}\n")
            .run("build");
    assertThat(build.exit()).as(build.err()).isZero();
    assertThat(Files.readString(place.resolve("site/en/glossary/index.html")))
        .contains("&quot;&gt;&lt;img src=x&gt;")
        .doesNotContain("<img", "<script>alert");
  }
}
