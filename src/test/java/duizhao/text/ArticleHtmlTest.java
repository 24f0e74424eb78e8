package duizhao.text;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.diagnostic.Code;
import duizhao.model.Block;
import duizhao.model.BlockKind;
import duizhao.model.LinkUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleHtmlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "<p>甲</p><p>乙</p> | <p>甲</p>¶<p>乙</p>",
        "甲<div>乙<div>丙</div></div>丁 | <p>甲</p>¶<p>乙</p>¶<p>丙</p>¶<p>丁</p>",
        "<div><p>甲</p></div> | <p>甲</p>",
        "<b>甲</b><i>乙</i>丙 | <p><strong>甲</strong><em>乙</em>丙</p>",
        "<p><font color=red><span>甲</span></font>乙</p> | <p>甲乙</p>",
        "<b><p>甲</p><p>乙</p></b> | <p>甲</p>¶<p>乙</p>",
        "<h1>甲</h1><h5>乙</h5> | <h2>甲</h2>¶<h4>乙</h4>",
        "<ul><li>甲<li>乙<ul><li>丙</ul></ul> | <ul><li>甲</li><li>乙<ul><li>丙</li></ul></li></ul>",
        "<ol start=3><li><p>甲</p><p>乙</p></li></ol> | <ol"
            + " start=\"3\"><li><p>甲</p><p>乙</p></li></ol>",
        "<ul>甲<li>乙</li></ul> | <ul><li>甲</li><li>乙</li></ul>",
        "<li>甲 | <ul><li>甲</li></ul>",
        "<blockquote>甲<p>乙</blockquote> | <blockquote><p>甲</p><p>乙</p></blockquote>",
        "<p>甲\\n乙\\na\\n丙</p> | <p>甲乙 a 丙</p>",
        "<p>H<sub>2</sub>O m<sup>2</sup><br>x</p> | <p>H<sub>2</sub>O m<sup>2</sup><br>x</p>",
        "<pre>a\\n  b</pre> | <pre><code>a\\n  b</code></pre>",
        "<p><code>a  b</code> | <p><code>a b</code></p>",
        "甲<hr>乙 | <p>甲</p>¶<hr>¶<p>乙</p>",
        "<p>见https://x.org/a。后 | <p>见<a href=\"https://x.org/a\""
            + " rel=\"external\">https://x.org/a</a>。后</p>",
        "<a href='report:b#p2'>甲</a> | <p><a href=\"⟨report:b#p2⟩\">甲</a></p>",
        "<a name=x>甲</a> | <p>甲</p>",
        "<dl><dt>甲<dd>乙</dl> | <p>甲</p>¶<p>乙</p>",
        "<p>&lt;b&gt; &amp; &quot;&nbsp;甲 | <p>&lt;b&gt; &amp; &quot;\u00a0甲</p>",
        "<title>题</title><meta charset=utf-8><p>甲<!-- 乙 --> | <p>甲</p>",
        "<p>&nbsp;</p><p>　</p><p></p><p>甲</p> | <p>\u00a0</p>¶<p>甲</p>",
      })
  void keepsWhatMarkdownCouldHaveSaid(String source, String expected) {
    Sample sample = Sample.html(source.replace("\\n", "\n"));

    assertThat(sample.html().replace("\n<", "¶<"))
        .isEqualTo(expected.replace("\\n", "\n").replace("<p>\u00a0</p>¶", ""));
    assertThat(sample.isSound(source).diagnostics())
        .filteredOn(found -> found.code() != Code.STRAIGHT_QUOTE)
        .isEmpty();
  }

  @Test
  void writesTables() {
    Sample sample =
        Sample.html(
            "<table class=x width=9><caption>题</caption><tr><th>甲<th align=right>乙<tr><td colspan=2"
                + " rowspan=x><p>丙</p><p>丁</p></table>");

    assertThat(sample.html())
        .isEqualTo(
            "<div class=\"table\"><table><caption>题</caption><tbody><tr><th>甲</th>"
                + "<th class=\"right\">乙</th></tr><tr><td colspan=\"2\"><p>丙</p><p>丁</p></td></tr>"
                + "</tbody></table></div>");
    assertThat(sample.words()).isEqualTo("题 甲 乙 丙 丁");
  }

  @Test
  void makesFiguresOfPicturesAlone() {
    Sample sample =
        Sample.html(
            "<p><img src=photo.jpg></p><figure><img src=plain.jpg alt=门><figcaption>门<b>口</b>"
                + "</figcaption></figure><p>看<img src=plain.jpg>图");

    assertThat(sample.isSound("").body().blocks())
        .extracting(Block::kind)
        .containsExactly(BlockKind.PICTURE, BlockKind.PICTURE, BlockKind.PARAGRAPH);
    assertThat(sample.html())
        .contains(
            "<figcaption>图书角 <span class=\"credit\">王小明摄</span></figcaption>",
            "<figcaption>门<strong>口</strong></figcaption>");
    assertThat(sample.body().links())
        .extracting(LinkUse::reference)
        .containsExactly("file:home/photo.jpg", "file:home/plain.jpg", "file:home/plain.jpg");
  }

  @Test
  void warnsOfWhatItLeavesOut() {
    Sample sample =
        Sample.html(
            "<p style='color:red'>甲</p>\n<script>alert(1)</script>\n𠮷<span onclick='x()'>乙</span>"
                + "<iframe src=x>丙</iframe>\n<form>丁<input></form>\n<p style=x>戊");

    assertThat(sample.faults())
        .containsExactly(
            "unsafe-html 1:1",
            "unsafe-html 2:1",
            "unsafe-html 3:2",
            "unsafe-html 3:30",
            "unsafe-html 4:1");
    assertThat(sample.isSound("").words()).isEqualTo("甲\n𠮷乙\n戊");
    assertThat(sample.diagnostics().get(0).message()).contains("in 1 more place");
  }

  @Test
  void saysWhichLinksAndPicturesAreWrong() {
    Sample sample =
        Sample.html(
            "<p><a href=nowhere>甲</a>\n<a href='javascript:x'>乙</a>\n<img src=phto.jpg alt=丙>"
                + "\n<img src=http://x.org/a.gif alt=丁>");

    assertThat(sample.faults())
        .containsExactly(
            "dead-link 1:4", "unsafe-link 2:1", "missing-picture 3:1", "unsafe-link 4:1");
    assertThat(sample.html()).isEqualTo("<p>甲乙丙丁</p>");
  }

  @Test
  void saysSoWhenItHasToLeaveOutALink() {
    Sample sample = Sample.html("<p>甲</p><a href=report:b><p>乙</p><p>丙</p></a>");

    assertThat(sample.faults()).containsExactly("dead-link 1:9");
    assertThat(sample.html()).isEqualTo("<p>甲</p>\n<p>乙</p>\n<p>丙</p>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>",
        "<span>",
        "<b>",
        "<ul><li>",
        "<blockquote>",
        "<table><tr><td>",
        "<a>",
        "<x>"
      })
  void survivesAnyNesting(String opener) {
    Sample sample = Sample.html(opener.repeat(100_000) + "甲");

    assertThat(sample.isSound(opener).body().blocks()).hasSizeLessThan(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<ul><li>", "<blockquote>", "<sup>"})
  void saysWhereNestingIsTooDeep(String opener) {
    assertThat(Sample.html(opener.repeat(60) + "甲").faults())
        .singleElement()
        .asString()
        .startsWith("nesting-too-deep 1:");
  }

  @Test
  void refusesTablesTooLarge() {
    assertThat(Sample.html("<table><tr>" + "<td>a".repeat(201) + "</table>").faults())
        .containsExactly("table-too-large 1:1");
    assertThat(Sample.html("<table>" + "<tr><td>a".repeat(20_001) + "</table>").faults())
        .containsExactly("table-too-large 1:1");
  }

  @Test
  void takesManyFlatElementsInOneGo() {
    assertThat(Sample.html("<span>甲</span>".repeat(100_000)).words()).hasSize(100_000);
    assertThat(Sample.html("<div>甲</div>".repeat(50_000)).body().blocks()).hasSize(50_000);
  }
}
