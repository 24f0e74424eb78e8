package duizhao.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnsafeTextTest {

  private static final List<String> PIECES =
      List.of(
          "*",
          "**",
          "***",
          "_",
          "`",
          "```\n",
          "~~~\n",
          "[",
          "]",
          "](",
          ")",
          "![",
          "](photo.jpg)",
          "](report:a)",
          "](javascript:x)",
          "[^1]",
          "[^1]: ",
          "\n",
          "\n\n",
          "> ",
          "- ",
          "1. ",
          "3) ",
          "# ",
          "## ",
          "    ",
          "\t",
          "|",
          "|a|b|\n|-|-:|\n",
          "---\n",
          "===\n",
          "<",
          ">",
          "<b>",
          "</b>",
          "<!--",
          "-->",
          "<script>",
          "<div onclick=x>",
          "&",
          "&lt;",
          "&#xE001;",
          "&#0;",
          "\\",
          "\\\n",
          "  \n",
          "https://x.org/a",
          "<https://x.org/>",
          "\"",
          "'",
          "“",
          "”",
          "。",
          "，",
          "（",
          "）",
          "中",
          "文",
          "工会",
          "word",
          " ",
          "\u3000",
          "\uE000",
          "\uE001",
          "\uE002",
          "\uD83D",
          "😀",
          "[a]: /x\n",
          "<table>",
          "<td>",
          "<p>",
          "<ul>",
          "<li>",
          "<img src=photo.jpg>",
          "<a href=report:a>",
          "</a>",
          "<figure>",
          "<figcaption>",
          "<svg>",
          "<pre>",
          "</p>",
          "</div>",
          "</table>",
          "<h3>");

  static Stream<String> attacks() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(UnsafeTextTest.class.getResourceAsStream("attacks.txt")),
                StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank()).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void publishesNothingThatRuns(String attack) {
    for (String source : List.of(attack, attack.replace("\\n", "\n"))) {
      for (Sample sample : List.of(Sample.markdown(source), Sample.html(source))) {
        String markup = sample.isSound(source).html();

        assertThat(markup.replaceAll("\"[^\"]*\"", "\"\""))
            .doesNotContainPattern("(?i)<[^>]*\\s(on\\w+|style|srcdoc|formaction)\\s*=");
        assertThat(markup).doesNotContainPattern("(?i)(href|src)=\"[^\"]*(script|data):");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java&#x0A;script:alert(1)",
        "java&#x09;script:alert(1)",
        "&#1;javascript:alert(1)",
        "javascript&#58;alert(1)",
        "javascript&colon;alert(1)",
        "&#106;avascript:alert(1)",
        "javascript%3Aalert(1)",
        "%6Aavascript:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "blob:x",
        "about:blank",
        "view-source:http://x.org",
        "//x.org/a",
        "/\\x.org",
        "\\\\x.org",
        "/absolute",
        "https:x.org",
        "https:///x.org",
        "https://a:b@x.org/",
        "http://x.org%2Fy@z/",
        "java&#xAD;script:x",
        "java&#x200B;script:x",
        "report&#xE002;:x",
        "mailto:x",
        "%2F%2Fx.org",
      })
  void followsNoUnsafeAddress(String address) {
    Sample markdown = Sample.markdown("[x](<" + address + ">)");
    Sample html = Sample.html("<a href=\"" + address + "\">x</a>");

    assertThat(markdown.html()).isEqualTo("<p>x</p>");
    assertThat(markdown.faults()).containsExactly("unsafe-link 1:1");
    assertThat(html.html()).isEqualTo("<p>x</p>");
    assertThat(html.faults()).containsExactly("unsafe-link 1:1");
  }

  @Test
  void writesSoundMarkupForAnyMixture() {
    for (int seed = 0; seed < 3000; seed++) {
      Random random = new Random(seed);
      StringBuilder source = new StringBuilder();
      for (int length = 1 + random.nextInt(40); length > 0; length--) {
        source.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      String text = source.toString();
      Sample.markdown(text).isSound("seed " + seed + ": " + text);
      Sample.html(text).isSound("seed " + seed + ": " + text);
    }
  }

  @Test
  void writesSoundMarkupForEveryBeginning() {
    String markdown =
        "## 标题[^1]\n\n"
            + "**雪堰镇。**看到，[报道](report:a#p2)与<https://x.org/>。\n"
            + "下一行 `code`\n\n"
            + "3. 一\n"
            + "   > 引用*“文”*的\n"
            + "4. 二\n\n"
            + "| a | b |\n"
            + "|:--|--:|\n"
            + "| ![x](photo.jpg) | [y](notes.pdf) |\n\n"
            + "```java\n"
            + "x<y\n"
            + "```\n\n"
            + "![图](photo.jpg)\n\n"
            + "<b>raw</b> <!-- c -->\n\n"
            + "***\n\n"
            + "[^1]: 注[^2]\n"
            + "[^2]: 又";
    String html =
        "<!DOCTYPE html><html><head><title>t</title></head><body><h1"
            + " style=\"x\">标题</h1><div><p>甲<b>乙<a href=\"report:a\""
            + " onclick=\"x\">丙</a></b></p></div><ul><li>一<ol><li>二</li></ol></li></ul>"
            + "<table><caption>c</caption><thead><tr><th>a</th></tr></thead><tbody><tr><td>b<p>c</p></td></tr></tbody></table><figure><img"
            + " src=\"photo.jpg\""
            + " alt=\"\"><figcaption>题</figcaption></figure><script>alert('<p>')</script><pre>a\n"
            + "b</pre></body></html>";
    for (int end = 0; end <= markdown.length(); end++) {
      Sample.markdown(markdown.substring(0, end)).isSound(markdown.substring(0, end));
    }
    for (int end = 0; end <= html.length(); end++) {
      Sample.html(html.substring(0, end)).isSound(html.substring(0, end));
    }
    assertThat(Sample.markdown(markdown).body().blocks()).hasSize(8);
    assertThat(Sample.html(html).body().blocks()).hasSize(6);
  }
}
