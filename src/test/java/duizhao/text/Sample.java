package duizhao.text;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.diagnostic.Diagnostic;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import duizhao.model.Block;
import duizhao.model.Body;
import duizhao.model.Html;
import duizhao.model.Language;
import duizhao.model.LocalizedText;
import duizhao.model.Picture;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** A text of the report "home" in Chinese, as it was read. */
record Sample(Body body, List<Diagnostic> diagnostics) {

  static final Language CHINESE = new Language("zh", "zh-Hans", "中文");

  private static final Map<String, String> FILES =
      Map.of(
          "../other/", "report:other",
          "notes.pdf", "file:home/notes.pdf",
          "年报 2020.pdf", "file:home/年报 2020.pdf");

  static Sample markdown(String source) {
    Diagnostics diagnostics = new Diagnostics();
    return new Sample(Markdown.parse(source, context(1), diagnostics), diagnostics.sorted());
  }

  static Sample html(String source) {
    Diagnostics diagnostics = new Diagnostics();
    return new Sample(ArticleHtml.parse(source, context(1), diagnostics), diagnostics.sorted());
  }

  static TextContext context(int firstLine) {
    return new TextContext(
        "zh.md",
        firstLine,
        "home",
        CHINESE,
        Map.of(
            "photo.jpg",
            picture("photo.jpg", zh("职工之家"), zh("图书角"), zh("王小明摄")),
            "plain.jpg",
            picture("plain.jpg", zh("门口"), null, null),
            "english.jpg",
            picture("english.jpg", en("A room"), en("The room"), null)),
        FILES::get);
  }

  private static Picture picture(
      String file, LocalizedText alt, LocalizedText caption, LocalizedText credit) {
    return new Picture(file, Location.of("report.yaml"), alt, caption, credit, 640, 480, 1000);
  }

  private static LocalizedText zh(String text) {
    return new LocalizedText(Map.of("zh", text));
  }

  private static LocalizedText en(String text) {
    return new LocalizedText(Map.of("en", text));
  }

  /** The markup of all blocks, one a line, with link targets in visible brackets. */
  String html() {
    return body.blocks().stream()
        .map(block -> shown(block.html()))
        .collect(Collectors.joining("\n"));
  }

  String notes() {
    Html notes = body.notes();
    return notes == null ? "" : shown(notes);
  }

  private static String shown(Html html) {
    return html.markup().replace(Html.LINK_START, '⟨').replace(Html.LINK_END, '⟩');
  }

  String words() {
    return body.blocks().stream().map(Block::text).collect(Collectors.joining("\n"));
  }

  /** Each diagnostic as {@code code line:column}. */
  List<String> faults() {
    return diagnostics.stream()
        .map(d -> d.code().id() + " " + d.at().line() + ":" + d.at().column())
        .toList();
  }

  /** Checks what must hold for any source. */
  Sample isSound(String source) {
    for (Block block : body.blocks()) {
      assertThat(block.html().markup()).as(source).matches("(?s)<[a-z][a-z0-9]*[ >].*");
      assertThat(block.text()).as(source).doesNotContainPattern("[\uE000-\uE002\n\t]|  ");
      isSound(block.html(), source, true);
    }
    Html notes = body.notes();
    if (notes != null) {
      isSound(notes, source, false);
    }
    assertThat(body.blocks()).as(source).extracting(Block::number).isSorted();
    return this;
  }

  private static void isSound(Html html, String source, boolean block) {
    String markup = html.markup();
    assertThat(markup).as(source).doesNotContain("\uE000", "<script");
    Parser parser = Parser.htmlParser().setTrackErrors(10);
    Document page =
        parser.parseInput(
            "<!DOCTYPE html><html><head><title>t</title></head><body>" + markup + "</body></html>",
            "");
    assertThat(parser.getErrors()).as(source + "\n" + markup).isEmpty();
    page.outputSettings().prettyPrint(false);
    assertThat(page.body().childrenSize()).as(source + "\n" + markup).isEqualTo(1);
    for (Element element : page.body().getAllElements()) {
      assertThat(ALLOWED).as(source).contains(element.normalName());
      for (Attribute attribute : element.attributes()) {
        assertThat(ATTRIBUTES).as(source).contains(attribute.getKey());
      }
      if (element.normalName().equals("img")) {
        assertThat(element.attr("src")).as(source).matches("\uE001file:home/.+\uE002");
        assertThat(element.attr("width") + element.attr("height")).as(source).isEqualTo("640480");
        assertThat(element.hasAttr("alt")).as(source).isTrue();
      }
      if (element.hasAttr("href")) {
        assertThat(element.attr("href"))
            .as(source)
            .matches(
                "(?s)https?://[^\\s\"<>\\\\]+|mailto:[^\\s\"<>]+|#p\\d+|#fn(ref)?-zh-\\d+(-\\d+)?"
                    + "|\uE001(report|programme|region|newspaper|page|file):[^\uE001\uE002]+\uE002");
      }
      if (block) {
        assertThat(element.id()).as(source).matches("(fnref-zh-\\d+(-\\d+)?)?");
      }
    }
    String left = markup.replaceAll("\uE001[^\uE001\uE002]*\uE002", "");
    assertThat(left).as(source).doesNotContainPattern("[\uE000-\uE002]");
  }

  private static final List<String> ALLOWED =
      List.of(
          "body",
          "p",
          "h2",
          "h3",
          "h4",
          "ul",
          "ol",
          "li",
          "blockquote",
          "div",
          "table",
          "caption",
          "thead",
          "tbody",
          "tr",
          "th",
          "td",
          "figure",
          "figcaption",
          "img",
          "em",
          "strong",
          "a",
          "br",
          "sup",
          "sub",
          "code",
          "pre",
          "hr",
          "span");

  private static final List<String> ATTRIBUTES =
      List.of(
          "href",
          "rel",
          "title",
          "src",
          "alt",
          "width",
          "height",
          "loading",
          "decoding",
          "class",
          "id",
          "start",
          "colspan",
          "rowspan",
          "lang");
}
