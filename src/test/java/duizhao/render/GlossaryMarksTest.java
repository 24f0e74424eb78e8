package duizhao.render;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.diagnostic.Location;
import duizhao.model.Block;
import duizhao.model.BlockKind;
import duizhao.model.Body;
import duizhao.model.Html;
import duizhao.model.Language;
import duizhao.model.LocalizedText;
import duizhao.model.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class GlossaryMarksTest {

  private static final Language ZH = new Language("zh", "zh-Hans", "中文");
  private static final Location AT = Location.of("zh.md");

  private static final List<Term> TERMS =
      List.of(
          term("union", "工会"),
          term("home", "职工之家"),
          term("amp", "amp"),
          term("area", "区域性职工之家"),
          term("chair", "工会主席"));

  private static Term term(String id, String zh) {
    return new Term(
        id, Location.of("g"), new LocalizedText(Map.of("zh", zh)), Map.of(), Map.of(), null);
  }

  private static List<GlossaryMarks.Marked> mark(String... blocks) {
    List<Block> list = new ArrayList<>();
    for (String html : blocks) {
      list.add(new Block(list.size() + 1, BlockKind.PARAGRAPH, new Html(html), "", AT));
    }
    return new GlossaryMarks(TERMS, ZH).of(new Body(list, null, List.of()));
  }

  private static String marked(String html) {
    return mark(html)
        .get(0)
        .html()
        .markup()
        .replaceAll("<dfn class=\"term term--(\\d+)\"[^>]*>(.*?)</dfn>", "[$1:$2]");
  }

  @Test
  void onlyTheFirstOccurrenceInAReportIsMarkedAndTheLongestTerm() {
    assertThat(marked("<p>区域性职工之家归工会，工会有职工之家。</p>"))
        .isEqualTo("<p>[1:区域性职工之家]归[2:工会]，工会有[3:职工之家]。</p>");
    List<GlossaryMarks.Marked> marks = mark("<p>工会</p>", "<p>工会和职工之家</p>");
    assertThat(marks.get(0).terms()).extracting(Term::id).containsExactly("union");
    assertThat(marks.get(1).terms()).extracting(Term::id).containsExactly("home");
  }

  @Test
  void nothingIsMarkedInsideLinksHeadingsCodeAndHeadsOfTables() {
    assertThat(marked("<p><a href=\"工会\"><em>工会</em></a><code>工会</code><em>工会</em></p>"))
        .isEqualTo("<p><a href=\"工会\"><em>工会</em></a><code>工会</code><em>[1:工会]</em></p>");
    assertThat(marked("<h2>工会</h2>")).isEqualTo("<h2>工会</h2>");
    assertThat(marked("<table><tr><th>工会</th><td>工会</td></tr></table>"))
        .isEqualTo("<table><tr><th>工会</th><td>[1:工会]</td></tr></table>");
  }

  @Test
  void aCharacterReferenceIsNoWord() {
    assertThat(marked("<p>A &amp; B</p>")).isEqualTo("<p>A &amp; B</p>");
  }

  @Test
  void theWordsOfAnyTextStayAsTheyAre() {
    String[] pieces = {
      "工会",
      "职工之家",
      "区域性",
      "，",
      "<em>",
      "</em>",
      "<a href=\"x\">",
      "</a>",
      "<code>",
      "</code>",
      "&amp;",
      "&lt;",
      "主席",
      "<img alt=\"工会 &gt;\">",
      " ",
      "<h3>",
      "</h3>"
    };
    for (int seed = 0; seed < 2000; seed++) {
      Random random = new Random(seed);
      StringBuilder html = new StringBuilder("<div>");
      List<String> open = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        String piece = pieces[random.nextInt(pieces.length)];
        boolean closes = piece.startsWith("</");
        String tag = piece.replaceAll("[</>]|href=\"x\"", "").strip();
        if (closes && (open.isEmpty() || !open.get(open.size() - 1).equals(tag))) {
          continue;
        }
        if (closes) {
          open.remove(open.size() - 1);
        } else if (piece.startsWith("<") && !piece.startsWith("<img")) {
          open.add(tag);
        }
        html.append(piece);
      }
      for (int i = open.size() - 1; i >= 0; i--) {
        html.append("</").append(open.get(i)).append('>');
      }
      html.append("</div>");
      GlossaryMarks.Marked marked = mark(html.toString()).get(0);
      assertThat(marked.html().markup().replaceAll("</?dfn[^>]*>", "")).isEqualTo(html.toString());
      Document page = Jsoup.parseBodyFragment(marked.html().markup());
      assertThat(page.select("a dfn, h3 dfn, code dfn, dfn dfn")).isEmpty();
      List<String> words = page.select("dfn").stream().map(Element::text).toList();
      assertThat(new HashSet<>(words)).hasSameSizeAs(words).hasSameSizeAs(marked.terms());
    }
  }
}
