package duizhao.text;

import duizhao.diagnostic.Location;
import duizhao.model.BlockKind;
import duizhao.model.Body;
import duizhao.model.Html;
import duizhao.model.Picture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.jspecify.annotations.Nullable;

/** Writes a parsed text as blocks of clean HTML. */
final class MarkdownWriter {

  private static final Pattern FOOTNOTE = Pattern.compile("\\[\\^([^\\]\\s]{1,80})]");
  private static final Pattern INFO = Pattern.compile("([A-Za-z0-9+#-]{1,30})(?:\\s.*)?");

  private final BodyBuilder body;
  private final SourceLines lines;
  private final Map<String, FootnoteDefinition> definitions = new LinkedHashMap<>();

  /** The footnotes in the order they are first referred to, and the 1-based place of each there. */
  private final List<FootnoteDefinition> notes = new ArrayList<>();

  private final Map<FootnoteDefinition, Integer> numbers = new HashMap<>();
  private final Map<FootnoteDefinition, Integer> references = new HashMap<>();

  MarkdownWriter(BodyBuilder body, SourceLines lines) {
    this.body = body;
    this.lines = lines;
  }

  Body write(Node document) {
    prepare(document);
    for (Node node : children(document)) {
      top(node);
    }
    return body.build(notes());
  }

  /** Finds footnotes, and what is nested so deep that the parser gave up there. */
  private void prepare(Node document) {
    List<FootnoteDefinition> found = new ArrayList<>();
    int depth = 0;
    Node node = document;
    while (node != null) {
      if (node instanceof FootnoteDefinition definition) {
        found.add(definition);
      }
      if (depth > BodyBuilder.MAX_DEPTH && !node.getSourceSpans().isEmpty()) {
        body.tooDeep(at(node));
      }
      if (node.getFirstChild() != null) {
        node = node.getFirstChild();
        depth++;
        continue;
      }
      while (node != null && node.getNext() == null) {
        node = node.getParent();
        depth--;
      }
      node = node == null ? null : node.getNext();
    }
    for (FootnoteDefinition definition : found) {
      definitions.putIfAbsent(label(definition.getLabel()), definition);
    }
  }

  private static String label(String written) {
    return EmphasisMarks.strip(written).strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  private void top(Node node) {
    Markup markup = new Markup();
    Location at = at(node);
    if (node instanceof Paragraph && onlyImage(node) instanceof Image image) {
      Picture picture = body.pictures.find(destination(image.getDestination()), at(image));
      if (picture == null) {
        markup.open("p", "");
        markup.text(words(image));
        markup.close("p");
        body.add(BlockKind.PARAGRAPH, markup, at);
      } else {
        body.addPicture(picture, words(image), null, markup, at(image));
      }
      return;
    }
    BlockKind kind = kind(node);
    if (kind != null) {
      block(node, markup, false);
      body.add(kind, markup, at);
    }
  }

  /** What a node is as a numbered block; null where readers see nothing of it. */
  private static @Nullable BlockKind kind(Node node) {
    if (node instanceof Heading) {
      return BlockKind.HEADING;
    } else if (node instanceof ListBlock) {
      return BlockKind.LIST;
    } else if (node instanceof BlockQuote) {
      return BlockKind.QUOTE;
    } else if (node instanceof TableBlock) {
      return BlockKind.TABLE;
    } else if (node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock) {
      return BlockKind.CODE;
    } else if (node instanceof ThematicBreak) {
      return BlockKind.RULE;
    } else if (node instanceof FootnoteDefinition || node instanceof LinkReferenceDefinition) {
      return null;
    }
    return BlockKind.PARAGRAPH;
  }

  /** The image of a paragraph that holds nothing else. */
  private static @Nullable Node onlyImage(Node paragraph) {
    Node only = paragraph.getFirstChild();
    return only != null && only.getNext() == null && only instanceof Image ? only : null;
  }

  /**
   * Writes a block.
   *
   * @param tight whether a paragraph stands in a tight list and so needs no element of its own
   */
  private void block(Node node, Markup markup, boolean tight) {
    markup.separate();
    if (node instanceof Paragraph) {
      if (tight) {
        inlines(node, markup, false);
      } else {
        wrap("p", node, markup);
      }
    } else if (node instanceof Heading heading) {
      wrap(BodyBuilder.heading(heading.getLevel()), node, markup);
    } else if (node instanceof ListBlock list) {
      list(list, markup);
    } else if (node instanceof BlockQuote) {
      markup.open("blockquote", "");
      blocks(node, markup, false);
      markup.close("blockquote");
    } else if (node instanceof TableBlock) {
      table(node, markup);
    } else if (node instanceof FencedCodeBlock code) {
      code(code.getLiteral(), EmphasisMarks.strip(code.getInfo()), markup);
    } else if (node instanceof IndentedCodeBlock code) {
      code(code.getLiteral(), "", markup);
    } else if (node instanceof ThematicBreak) {
      markup.open("hr", "");
    } else if (node instanceof HtmlBlock html) {
      rawBlock(html, markup);
    }
    markup.separate();
  }

  private void blocks(Node parent, Markup markup, boolean tight) {
    for (Node child : children(parent)) {
      block(child, markup, tight);
    }
  }

  private void wrap(String tag, Node node, Markup markup) {
    markup.open(tag, "");
    inlines(node, markup, false);
    markup.close(tag);
  }

  private void list(ListBlock list, Markup markup) {
    boolean ordered = list instanceof OrderedList;
    String tag = ordered ? "ol" : "ul";
    Integer start = list instanceof OrderedList o ? o.getMarkerStartNumber() : null;
    markup.open(tag, start == null || start == 1 ? "" : " start=\"" + start + "\"");
    for (Node item : children(list)) {
      markup.open("li", "");
      blocks(item, markup, list.isTight());
      markup.close("li");
    }
    markup.close(tag);
  }

  private void code(String literal, String info, Markup markup) {
    Matcher language = INFO.matcher(info.strip());
    markup.open("pre", "");
    markup.open("code", language.matches() ? " class=\"language-" + language.group(1) + "\"" : "");
    markup.verbatim(EmphasisMarks.strip(literal));
    markup.close("code");
    markup.close("pre");
  }

  private void table(Node table, Markup markup) {
    Node head = table.getFirstChild();
    if (head != null && children(head.getFirstChild()).size() > BodyBuilder.MAX_COLUMNS) {
      body.tooLarge(at(table));
      return;
    }
    markup.open("div", " class=\"table\"");
    markup.open("table", "");
    for (Node part : children(table)) {
      String tag = part instanceof TableHead ? "thead" : part instanceof TableBody ? "tbody" : "";
      markup.open(tag, "");
      for (Node row : children(part)) {
        markup.open("tr", "");
        for (Node node : children(row)) {
          TableCell cell = (TableCell) node;
          String name = cell.isHeader() ? "th" : "td";
          markup.separate();
          markup.open(name, alignment(cell));
          inlines(cell, markup, false);
          markup.close(name);
        }
        markup.close("tr");
      }
      markup.close(tag);
    }
    markup.close("table");
    markup.close("div");
  }

  private static String alignment(TableCell cell) {
    TableCell.Alignment alignment = cell.getAlignment();
    return alignment == null || alignment == TableCell.Alignment.LEFT
        ? ""
        : " class=\"" + alignment.name().toLowerCase(Locale.ROOT) + "\"";
  }

  private void rawBlock(HtmlBlock html, Markup markup) {
    String shown = withoutComments(EmphasisMarks.strip(html.getLiteral())).strip();
    if (!shown.isEmpty()) {
      raw(html, shown);
      markup.open("p", "");
      markup.text(shown);
      markup.close("p");
    }
  }

  /**
   * The HTML without its comments; one that never ends stays, since it hides what the author sees.
   */
  private static String withoutComments(String html) {
    StringBuilder rest = new StringBuilder();
    int done = 0;
    for (int start = html.indexOf("<!--"); start >= 0; start = html.indexOf("<!--", done)) {
      int end = html.indexOf("-->", start + 2);
      if (end < 0) {
        break;
      }
      rest.append(html, done, start);
      done = end + 3;
    }
    return rest.append(html, done, html.length()).toString();
  }

  private void raw(Node node, String shown) {
    String start = shown.lines().findFirst().orElse("");
    body.diagnostics.add(
        duizhao.diagnostic.Code.RAW_HTML,
        at(node),
        "HTML in Markdown is shown as it is typed: "
            + (start.length() <= 60 ? start : start.substring(0, 60) + "…"),
        "write it in Markdown");
  }

  private void inlines(Node parent, Markup markup, boolean linked) {
    for (Node child : children(parent)) {
      inline(child, markup, linked);
    }
  }

  private void inline(Node node, Markup markup, boolean linked) {
    if (node instanceof Text text) {
      String literal = EmphasisMarks.strip(text.getLiteral());
      checkFootnotes(text, literal);
      markup.from(at(text));
      if (linked) {
        markup.text(literal);
      } else {
        BareAddresses.write(literal, markup);
      }
      markup.from(null);
    } else if (node instanceof SoftLineBreak) {
      markup.text("\n");
    } else if (node instanceof HardLineBreak) {
      markup.lineBreak();
    } else if (node instanceof Code code) {
      markup.open("code", "");
      markup.verbatim(EmphasisMarks.strip(code.getLiteral()));
      markup.close("code");
    } else if (node instanceof Emphasis || node instanceof StrongEmphasis) {
      String tag = node instanceof Emphasis ? "em" : "strong";
      markup.open(tag, "");
      inlines(node, markup, linked);
      markup.close(tag);
    } else if (node instanceof Link link) {
      String attributes =
          linked ? null : body.links.attributes(destination(link.getDestination()), at(link));
      if (attributes == null) {
        inlines(link, markup, true);
      } else {
        markup.link(attributes + title(link.getTitle()), () -> inlines(link, markup, true));
      }
    } else if (node instanceof Image image) {
      Picture picture = body.pictures.find(destination(image.getDestination()), at(image));
      if (picture == null) {
        markup.text(words(image));
      } else {
        markup.picture(body.pictures.image(picture, words(image), at(image)));
      }
    } else if (node instanceof HtmlInline html) {
      String literal = EmphasisMarks.strip(html.getLiteral());
      if (!literal.startsWith("<!--")) {
        raw(html, literal);
        markup.text(literal);
      }
    } else if (node instanceof FootnoteReference reference) {
      reference(reference, markup, linked);
    }
  }

  private static String destination(String parsed) {
    return EmphasisMarks.strip(parsed);
  }

  private static String title(@Nullable String title) {
    return title == null || title.isBlank()
        ? ""
        : " title=\"" + Markup.escape(EmphasisMarks.strip(title)) + "\"";
  }

  /** The words below a node, as plain text. */
  private static String words(Node node) {
    Markup plain = new Markup();
    words(node, plain);
    return plain.words();
  }

  private static void words(Node node, Markup plain) {
    if (node instanceof Text text) {
      plain.text(EmphasisMarks.strip(text.getLiteral()));
    } else if (node instanceof Code code) {
      plain.text(EmphasisMarks.strip(code.getLiteral()));
    } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
      plain.text("\n");
    }
    for (Node child : children(node)) {
      words(child, plain);
    }
  }

  /**
   * Adds {@code dead-link} for the mark of a footnote that is not there, which the parser takes for
   * words.
   */
  private void checkFootnotes(Text text, String literal) {
    if (!literal.contains("[^") || text.getSourceSpans().isEmpty()) {
      return;
    }
    SourceSpan span = text.getSourceSpans().get(0);
    String line = lines.line(span.getLineIndex());
    Matcher mark = FOOTNOTE.matcher(line);
    mark.region(
        span.getColumnIndex(), Math.min(line.length(), span.getColumnIndex() + span.getLength()));
    while (mark.find()) {
      boolean escaped = mark.start() > 0 && line.charAt(mark.start() - 1) == '\\';
      if (!escaped && !definitions.containsKey(label(mark.group(1)))) {
        body.diagnostics.add(
            duizhao.diagnostic.Code.DEAD_LINK,
            lines.at(span.getLineIndex(), mark.start(), mark.end() - mark.start()),
            "there is no footnote " + EmphasisMarks.strip(mark.group()),
            "add a line that starts with " + EmphasisMarks.strip(mark.group()) + ":");
      }
    }
  }

  private void reference(FootnoteReference reference, Markup markup, boolean linked) {
    FootnoteDefinition definition = definitions.get(label(reference.getLabel()));
    if (definition == null) {
      markup.text("[^" + EmphasisMarks.strip(reference.getLabel()) + "]");
      return;
    }
    int number = number(definition);
    if (linked) {
      markup.mark("<sup class=\"note\">" + number + "</sup>");
      return;
    }
    int count = references.merge(definition, 1, Integer::sum);
    markup.mark(
        "<sup class=\"note\"><a href=\"#"
            + id("fn", number, 1)
            + "\" id=\""
            + id("fnref", number, count)
            + "\">"
            + number
            + "</a></sup>");
  }

  private int number(FootnoteDefinition definition) {
    Integer known = numbers.get(definition);
    if (known != null) {
      return known;
    }
    notes.add(definition);
    numbers.put(definition, notes.size());
    return notes.size();
  }

  private String id(String prefix, int number, int count) {
    return prefix
        + "-"
        + body.context.language().id()
        + "-"
        + number
        + (count == 1 ? "" : "-" + count);
  }

  /** The footnotes: those referred to by number, then the others, so that no words are lost. */
  private @Nullable Html notes() {
    Markup markup = new Markup();
    markup.open("ol", " class=\"notes\"");
    // A note may refer to a further one, which then joins the end of the list.
    for (int i = 0; i < notes.size(); i++) {
      note(notes.get(i), i + 1, markup);
    }
    for (FootnoteDefinition definition : definitions.values()) {
      if (!numbers.containsKey(definition)) {
        note(definition, number(definition), markup);
      }
    }
    markup.close("ol");
    return notes.isEmpty() ? null : markup.html();
  }

  private void note(FootnoteDefinition definition, int number, Markup markup) {
    markup.open("li", " id=\"" + id("fn", number, 1) + "\"");
    blocks(definition, markup, false);
    for (int i = 1; i <= references.getOrDefault(definition, 0); i++) {
      markup.mark("<a class=\"note-back\" href=\"#" + id("fnref", number, i) + "\">↩</a>");
    }
    markup.close("li");
  }

  private static List<Node> children(@Nullable Node parent) {
    List<Node> children = new ArrayList<>();
    for (Node n = parent == null ? null : parent.getFirstChild(); n != null; n = n.getNext()) {
      children.add(n);
    }
    return children;
  }

  private Location at(Node node) {
    Node placed = node;
    while (placed.getSourceSpans().isEmpty() && placed.getParent() != null) {
      placed = placed.getParent();
    }
    if (placed.getSourceSpans().isEmpty()) {
      return lines.at(0, 0, 0);
    }
    SourceSpan span = placed.getSourceSpans().get(0);
    return lines.at(span.getLineIndex(), span.getColumnIndex(), span.getLength());
  }
}
