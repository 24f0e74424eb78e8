package duizhao.text;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.diagnostic.Diagnostics;
import duizhao.model.Block;
import duizhao.model.BlockKind;
import duizhao.model.Body;
import duizhao.model.LinkUse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "**雪堰镇。**看到 | <strong>雪堰镇。</strong>看到",
        "推进**“科技”**发展 | 推进<strong>“科技”</strong>发展",
        "推进*“科技”*发展 | 推进<em>“科技”</em>发展",
        "推进***“科技”***发展 | 推进<em><strong>“科技”</strong></em>发展",
        "**“重点”**。 | <strong>“重点”</strong>。",
        "他说：**“好！”**大家笑了 | 他说：<strong>“好！”</strong>大家笑了",
        "（**注意**）内容 | （<strong>注意</strong>）内容",
        "**（一）**推进 | <strong>（一）</strong>推进",
        "一是**抓落实，**二是**抓提升。**三是 | 一是<strong>抓落实，</strong>二是<strong>抓提升。</strong>三是",
        "**《工会法》**规定 | <strong>《工会法》</strong>规定",
        "按照**《工会法》**规定 | 按照<strong>《工会法》</strong>规定",
        "增长**50%**的目标 | 增长<strong>50%</strong>的目标",
        "完成**¥3400**万 | 完成<strong>¥3400</strong>万",
        "见**[说明](report:a)**一文 | 见<strong><a href=\"⟨report:a⟩\">说明</a></strong>一文",
        "在**`命令`**中 | 在<strong><code>命令</code></strong>中",
        "**——**是 | <strong>——</strong>是",
        "工会**GDP**增长 | 工会<strong>GDP</strong>增长",
        "工会 **“家”** 建设 | 工会 <strong>“家”</strong> 建设",
        "**中**文**字** | <strong>中</strong>文<strong>字</strong>",
        "*《报》*（*第一版*） | <em>《报》</em>（<em>第一版</em>）",
        "２*３ | ２*３",
        "中\\*文\\* | 中*文*",
        "“\\*”注 | “*”注",
        "`**雪堰镇。**看到` | <code>**雪堰镇。**看到</code>",
        "工会_家_建设 | 工会_家_建设",
        "snake_case_name | snake_case_name",
        "2 * 3 * 4 | 2 * 3 * 4",
        "a*b*c | a<em>b</em>c",
        "**Note:** see | <strong>Note:</strong> see",
        "a**\"x\"**b | a**&quot;x&quot;**b",
        "\"**bold**\", she said | &quot;<strong>bold</strong>&quot;, she said",
        "**𠮷（一）。**后 | <strong>𠮷（一）。</strong>后",
        "GDP**“三新”**经济 | GDP<strong>“三新”</strong>经济",
      })
  void emphasisesBesideChinesePunctuation(String source, String expected) {
    Sample sample = Sample.markdown(source);

    assertThat(sample.html()).isEqualTo("<p>" + expected + "</p>");
    assertThat(sample.diagnostics()).isEmpty();
  }

  @Test
  void leavesCodeAndInfoStringsAsTyped() {
    assertThat(Sample.markdown("```java*（\n**（一）**推进\n  x\n```\n\n    *“缩进”*的").html())
        .isEqualTo("<pre><code>**（一）**推进\n  x\n</code></pre>\n<pre><code>*“缩进”*的\n</code></pre>");
    assertThat(Sample.markdown("```java title\nx\n```").html())
        .isEqualTo("<pre><code class=\"language-java\">x\n</code></pre>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "中文\\n中文 | 中文中文",
        "中文，\\n“中文” | 中文，“中文”",
        "**中文**\\n**中文** | <strong>中文</strong><strong>中文</strong>",
        "中文\\nEnglish\\n中文 | 中文 English 中文",
        "two\\nlines | two lines",
        "中文 中文 | 中文 中文",
        "中文\\\\n中文 | 中文<br>中文",
        "カナ\\nかな | カナかな",
      })
  void aLineBreakBetweenChineseCharactersIsNoSpace(String source, String expected) {
    Sample sample = Sample.markdown(source.replace("\\n", "\n"));

    assertThat(sample.html()).isEqualTo("<p>" + expected + "</p>");
    assertThat(sample.words())
        .isEqualTo(expected.replaceAll("<br>", " ").replaceAll("<[^>]*>", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "见https://www.acftu.org/a?b=1&c=2。然后 | https://www.acftu.org/a?b=1&amp;c=2",
        "见 http://x.org/a_b_c, 又 | http://x.org/a_b_c",
        "(https://x.org/a_(b)) | https://x.org/a_(b)",
        "(https://x.org/a). | https://x.org/a",
        "（https://x.org/a）后 | https://x.org/a",
        "“https://x.org/a”后 | https://x.org/a",
        "HTTPS://x.org/，后 | https://x.org/",
        "https://x.org/~工 | https://x.org/",
      })
  void linksBareAddressesUpToChinesePunctuation(String source, String expected) {
    assertThat(Sample.markdown(source).html())
        .contains("<a href=\"" + expected + "\" rel=\"external\">");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xhttps://x.org",
        "https://",
        "https://。",
        "https://a@b/",
        "`https://x.org`",
        "https:x.org"
      })
  void linksNothingThatIsNoAddress(String source) {
    assertThat(Sample.markdown(source).html()).doesNotContain("<a");
  }

  @Test
  void linksAnAddressInALinkOnce() {
    assertThat(Sample.markdown("[见 https://x.org](https://y.org) <https://z.org/银川>").html())
        .isEqualTo(
            "<p><a href=\"https://y.org\" rel=\"external\">见 https://x.org</a>"
                + " <a href=\"https://z.org/银川\" rel=\"external\">https://z.org/银川</a></p>");
  }

  @Test
  void showsRawHtmlAsTypedAndDropsComments() {
    Sample sample =
        Sample.markdown(
            "<div onclick=\"x\">\n**a**\n</div>\n\n字<b>粗</b><!-- 密 -->体\n\n<!-- a\n\nb -->\n\n尾");

    assertThat(sample.html())
        .isEqualTo(
            "<p>&lt;div onclick=&quot;x&quot;&gt; **a** &lt;/div&gt;</p>\n"
                + "<p>字&lt;b&gt;粗&lt;/b&gt;体</p>\n<p>尾</p>");
    assertThat(sample.faults()).containsExactly("raw-html 1:1", "raw-html 5:2", "raw-html 5:6");
    assertThat(sample.body().blocks()).extracting(Block::number).containsExactly(1, 2, 3);
  }

  @Test
  void showsACommentThatNeverEnds() {
    Sample sample = Sample.markdown("<!-- 忘了\n\n正文");

    assertThat(sample.words()).isEqualTo("<!-- 忘了正文");
    assertThat(sample.faults()).containsExactly("raw-html 1:1");
  }

  @Test
  void resolvesLinksIntoTheArchive() {
    Sample sample =
        Sample.markdown(
            "[甲](report:a-1#p3) [乙](../other/) [丙](../other/#p2)\n"
                + "[丁](notes.pdf) [戊](<年报 2020.pdf>) [己](%E5%B9%B4%E6%8A%A5%202020.pdf)\n"
                + "[庚](region:640100) [辛](#p1)");

    assertThat(sample.diagnostics()).isEmpty();
    assertThat(sample.body().links())
        .extracting(LinkUse::reference)
        .containsExactly(
            "report:a-1#p3",
            "report:other",
            "report:other#p2",
            "file:home/notes.pdf",
            "file:home/年报 2020.pdf",
            "file:home/年报 2020.pdf",
            "region:640100");
    assertThat(sample.body().links().get(3).at()).hasToString("zh.md:2:1");
    assertThat(sample.body().links().get(1).at().column()).isEqualTo(20);
    assertThat(sample.html())
        .contains("<a href=\"⟨report:a-1#p3⟩\">甲</a>", "<a href=\"#p1\">辛</a>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nothing/",
        "missing.pdf",
        "report:",
        "report:A B",
        "report:a#q",
        "region:浙江",
        "#p9",
        "#p0",
        "#top",
        "",
        "notes.pdf#page=2",
        "../other/#x",
        "report:a/../b"
      })
  void saysWhichLinksLeadNowhere(String destination) {
    Sample sample = Sample.markdown("字[词](<" + destination + ">)");

    assertThat(sample.faults()).containsExactly("dead-link 1:2");
    assertThat(sample.diagnostics().get(0).hint()).isNotEmpty();
  }

  @Test
  void namesAFootnoteThatIsNotThere() {
    Sample sample = Sample.markdown("有[^1]，无[^二]，义\\[^3]。\n\n[^1]: 注");

    assertThat(sample.faults()).containsExactly("dead-link 1:8");
  }

  @Test
  void countsColumnsAsTyped() {
    Sample sample = Sample.markdown("𠮷**“重”**的**（一）**[x](javascript:1)\n\n> - 好**“a”**好[y](no)");

    assertThat(sample.faults()).containsExactly("unsafe-link 1:17", "dead-link 3:14");
    assertThat(sample.diagnostics().get(0).at().length()).isEqualTo(17);
  }

  @Test
  void startsAtTheLineItIsTold() {
    Diagnostics diagnostics = new Diagnostics();
    Body body = Markdown.parse("a\r\n\r\n[x](y)", Sample.context(10), diagnostics);

    assertThat(diagnostics.sorted().get(0).at()).hasToString("zh.md:12:1");
    assertThat(body.blocks().get(1).at()).hasToString("zh.md:12:1");
  }

  @Test
  void makesAFigureOfAPictureAlone() {
    Sample sample = Sample.markdown("![](photo.jpg)\n\n![自己的话](./plain.jpg)");

    assertThat(sample.html())
        .isEqualTo(
            "<figure><img src=\"⟨file:home/photo.jpg⟩\" alt=\"职工之家\" width=\"640\" height=\"480\""
                + " loading=\"lazy\" decoding=\"async\"><figcaption>图书角"
                + " <span class=\"credit\">王小明摄</span></figcaption></figure>\n"
                + "<figure><img src=\"⟨file:home/plain.jpg⟩\" alt=\"自己的话\" width=\"640\""
                + " height=\"480\" loading=\"lazy\" decoding=\"async\"></figure>");
    assertThat(sample.body().blocks())
        .extracting(Block::kind)
        .containsExactly(BlockKind.PICTURE, BlockKind.PICTURE);
    assertThat(sample.words()).isEqualTo("图书角 王小明摄\n");
    assertThat(sample.diagnostics()).isEmpty();
    assertThat(sample.body().links())
        .extracting(LinkUse::reference)
        .containsExactly("file:home/photo.jpg", "file:home/plain.jpg");
  }

  @Test
  void saysWhatIsWrongWithPictures() {
    Sample sample =
        Sample.markdown(
            "![a](phto.jpg) ![b](https://x.org/b.jpg) ![c](//x.org/c.jpg)"
                + " ![d](data:image/png;base64,AA)\n\n"
                + "![](english.jpg)");

    assertThat(sample.faults())
        .containsExactly(
            "missing-picture 1:1",
            "unsafe-link 1:16",
            "unsafe-link 1:42",
            "unsafe-link 1:62",
            "picture-without-text 3:1");
    assertThat(sample.diagnostics().get(0).hint()).startsWith("did you mean \"photo.jpg\"?");
    assertThat(sample.html())
        .startsWith("<p>a b c d</p>\n<figure><img lang=\"en\" src")
        .contains("alt=\"A room\"", "<figcaption><span lang=\"en\">The room</span></figcaption>");
  }

  @Test
  void keepsAPictureInAParagraphThere() {
    assertThat(Sample.markdown("看 ![](plain.jpg) 图").html()).matches("<p>看 <img [^>]*> 图</p>");
    assertThat(Sample.markdown("看 ![](plain.jpg) 图").words()).isEqualTo("看 图");
  }

  @Test
  void demotesHeadings() {
    assertThat(Sample.markdown("# a\n## b\n### c\n#### d\n###### f").html())
        .isEqualTo("<h2>a</h2>\n<h2>b</h2>\n<h3>c</h3>\n<h4>d</h4>\n<h4>f</h4>");
  }

  @Test
  void writesTables() {
    Sample sample =
        Sample.markdown("| 项目 | 数 | 注 |\n|:--|--:|:-:|\n| **“家”**的 | 3 | a\\|b |\n| x |");

    assertThat(sample.html())
        .isEqualTo(
            "<div class=\"table\"><table><thead><tr><th>项目</th><th class=\"right\">数</th><th"
                + " class=\"center\">注</th></tr></thead><tbody><tr><td><strong>“家”</strong>的</td><td"
                + " class=\"right\">3</td><td class=\"center\">a|b</td></tr><tr><td>x</td><td"
                + " class=\"right\"></td><td class=\"center\"></td></tr></tbody></table></div>");
    assertThat(sample.words()).isEqualTo("项目 数 注 “家”的 3 a|b x");
    assertThat(Sample.markdown("|a|\n|-|").html()).doesNotContain("tbody");
  }

  @Test
  void writesListsQuotesAndRules() {
    Sample sample = Sample.markdown("3. a\n4. b\n   - c\n\n***\n\n> q\n>\n> - r\n\n* s\n\n* t");

    assertThat(sample.html())
        .isEqualTo(
            "<ol start=\"3\"><li>a</li><li>b<ul><li>c</li></ul></li></ol>\n<hr>\n"
                + "<blockquote><p>q</p><ul><li>r</li></ul></blockquote>\n"
                + "<ul><li><p>s</p></li><li><p>t</p></li></ul>");
    assertThat(sample.words()).isEqualTo("a b c\n\nq r\ns t");
    assertThat(sample.body().blocks())
        .extracting(Block::kind)
        .containsExactly(BlockKind.LIST, BlockKind.RULE, BlockKind.QUOTE, BlockKind.LIST);
  }

  @Test
  void gathersFootnotesInTheOrderOfTheirMarks() {
    Sample sample =
        Sample.markdown("甲[^b]\n乙[^a]丙[^b]\n\n[^a]: 一[^c]\n[^b]: 二\n[^c]: 三\n[^d]: 无人提起");

    assertThat(sample.words()).isEqualTo("甲乙丙");
    assertThat(sample.html())
        .contains(
            "<sup class=\"note\"><a href=\"#fn-zh-1\" id=\"fnref-zh-1\">1</a></sup>",
            "<sup class=\"note\"><a href=\"#fn-zh-1\" id=\"fnref-zh-1-2\">1</a></sup>");
    assertThat(sample.notes())
        .isEqualTo(
            "<ol class=\"notes\"><li id=\"fn-zh-1\"><p>二</p><a class=\"note-back\""
                + " href=\"#fnref-zh-1\">↩</a><a class=\"note-back\""
                + " href=\"#fnref-zh-1-2\">↩</a></li><li id=\"fn-zh-2\"><p>一<sup class=\"note\"><a"
                + " href=\"#fn-zh-3\" id=\"fnref-zh-3\">3</a></sup></p><a class=\"note-back\""
                + " href=\"#fnref-zh-2\">↩</a></li><li id=\"fn-zh-3\"><p>三</p><a"
                + " class=\"note-back\" href=\"#fnref-zh-3\">↩</a></li><li"
                + " id=\"fn-zh-4\"><p>无人提起</p></li></ol>");
  }

  @Test
  void numbersNoBlockThatReadersDoNotSee() {
    assertThat(Sample.markdown("[a]: https://x.org\n\n##\n\n\u3000\u3000甲\n\n&#xE001;\n").html())
        .isEqualTo("<p>甲</p>");
    assertThat(Sample.markdown("").body()).isEqualTo(Body.EMPTY);
  }

  @Test
  void leavesOutCharactersThatHtmlOrTheProgramForbids() {
    Sample sample =
        Sample.markdown("a\uE000b\uE001c\uE002d&#xE001;e&#1;f\u0007g\uD800h&#xFFFE; `i\uE001`");

    assertThat(sample.html()).isEqualTo("<p>abcdefgh <code>i</code></p>");
  }

  @ParameterizedTest
  @ValueSource(strings = {">", "> ", "- ", "1. ", "* > "})
  void boundsTheNestingOfBlocks(String opener) {
    Sample sample = Sample.markdown("字\n\n" + opener.repeat(10_000) + "x");

    assertThat(sample.faults()).singleElement().asString().startsWith("nesting-too-deep 3:");
  }

  @ParameterizedTest
  @CsvSource({"*a **b ,c** d*", "![,](photo.jpg)", "*,*"})
  void boundsTheNestingOfMarks(String opener, String closer) {
    Sample sample = Sample.markdown(opener.repeat(5_000) + "x" + closer.repeat(5_000));

    assertThat(sample.faults()).contains("nesting-too-deep 1:" + column(sample));
  }

  private static int column(Sample sample) {
    return sample.diagnostics().stream()
        .filter(d -> d.code() == duizhao.diagnostic.Code.NESTING_TOO_DEEP)
        .findFirst()
        .orElseThrow()
        .at()
        .column();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "[",
        "![",
        "[a](",
        "`",
        "<",
        "&",
        "<!--",
        "x<!--",
        "^[",
        "[^",
        "_a ",
        "*a_ ",
        "https://",
        "(",
        "https://x.org/)",
        "<a@",
        "|",
        "\\",
        "~",
        "**“",
        "”**",
        "mailto:a@b.",
        "<mailto:a@b."
      })
  void staysCalmAtLongRuns(String run) {
    String source = run.repeat(20_000);

    assertThat(Sample.markdown(source).isSound(run).body().blocks()).hasSizeLessThan(2);
  }

  @Test
  void refusesTablesTooLarge() {
    String wide = "|a".repeat(201) + "|\n" + "|-".repeat(201) + "|\n";
    String padded = "|a".repeat(100) + "|\n" + "|-".repeat(100) + "|\n" + "|x|\n".repeat(300);

    assertThat(Sample.markdown("字\n\n" + wide).faults()).containsExactly("table-too-large 3:1");
    assertThat(Sample.markdown("|a|\n|-|\n\n" + padded).faults())
        .containsExactly("table-too-large 4:1");
    assertThat(Sample.markdown("|a".repeat(200) + "|\n" + "|-".repeat(200) + "|\n").faults())
        .isEmpty();
  }

  @Test
  void readsOneLinkAsOneWhenLinksStandInLinks() {
    assertThat(Sample.markdown("[a <https://x.org> b](https://y.org)").isSound("").html())
        .containsOnlyOnce("<a ");
  }

  @Test
  void reportsEverythingOfOneText() {
    assertThat(Sample.markdown("[a](x)\n\n![b](y.jpg)\n\n[c](vbscript:z)").faults())
        .isEqualTo(List.of("dead-link 1:1", "missing-picture 3:1", "unsafe-link 5:1"));
  }
}
