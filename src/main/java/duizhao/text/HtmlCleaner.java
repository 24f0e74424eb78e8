package duizhao.text;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Location;
import duizhao.model.BlockKind;
import duizhao.model.Body;
import duizhao.model.Picture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is allowed of a parsed document as blocks of clean HTML. No attribute is copied: each
 * is made anew. Elements that are not known are taken for their content.
 */
final class HtmlCleaner {

  private static final Set<String> DROPPED =
      Set.of(
          "script",
          "style",
          "iframe",
          "frame",
          "frameset",
          "object",
          "embed",
          "applet",
          "form",
          "input",
          "button",
          "select",
          "textarea",
          "option",
          "optgroup",
          "datalist",
          "svg",
          "math",
          "canvas",
          "video",
          "audio",
          "source",
          "track",
          "template",
          "noscript",
          "noframes",
          "noembed",
          "base",
          "portal",
          "xmp",
          "plaintext",
          "title",
          "meta",
          "link",
          "dialog",
          "map",
          "area");

  /** What is left out without a word, since it does nothing in the middle of a text. */
  private static final Set<String> HARMLESS = Set.of("title", "meta", "link", "map", "area");

  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "ul",
          "ol",
          "li",
          "blockquote",
          "table",
          "figure",
          "pre",
          "hr");

  private static final Map<String, String> MARKS =
      Map.of("em", "em", "i", "em", "strong", "strong", "b", "strong", "sup", "sup", "sub", "sub");

  private static final Set<String> INLINES =
      Set.of("em", "i", "strong", "b", "sup", "sub", "a", "br", "img", "code");

  /** Containers that start a new paragraph. */
  private static final Set<String> DIVISIONS =
      Set.of(
          "div",
          "section",
          "article",
          "header",
          "footer",
          "main",
          "aside",
          "nav",
          "address",
          "center",
          "dl",
          "dt",
          "dd",
          "details",
          "summary",
          "fieldset",
          "legend",
          "hgroup",
          "caption",
          "figcaption",
          "thead",
          "tbody",
          "tfoot",
          "tr",
          "td",
          "th",
          "body",
          "search",
          "menu",
          "dir");

  private final BodyBuilder body;
  private final SourceLines lines;

  /** Marks and containers with a block inside, which become their content. */
  private final Set<Node> opened = Collections.newSetFromMap(new IdentityHashMap<>());

  HtmlCleaner(BodyBuilder body, SourceLines lines) {
    this.body = body;
    this.lines = lines;
  }

  Body clean(Document document) {
    inspect(document);
    List<Node> loose = new ArrayList<>();
    for (Node node : flow(document.body())) {
      if (isInline(node)) {
        loose.add(node);
        continue;
      }
      paragraph(loose);
      top((Element) node);
    }
    paragraph(loose);
    return body.build(null);
  }

  /** Warns of what will be left out, and finds the marks that hold blocks. */
  private void inspect(Document document) {
    int styles = 0;
    Location firstStyle = null;
    Node node = document;
    while (node != null) {
      boolean dropped = node instanceof Element e && DROPPED.contains(e.normalName());
      if (node instanceof Element element) {
        if (dropped && !HARMLESS.contains(element.normalName())) {
          unsafe(element, "<" + element.normalName() + "> is left out");
        }
        for (Attribute attribute : element.attributes()) {
          String name = attribute.getKey().toLowerCase(Locale.ROOT);
          if (name.startsWith("on")) {
            unsafe(element, "the event handler \"" + Links.visible(name) + "\" is left out");
          } else if (name.equals("style")) {
            styles++;
            firstStyle = firstStyle == null ? at(element) : firstStyle;
          }
        }
        if (BLOCKS.contains(element.normalName()) || DIVISIONS.contains(element.normalName())) {
          Node parent = element.parent();
          while (parent instanceof Element p && isMark(p) && opened.add(p)) {
            if (p.hasAttr("href")) {
              body.diagnostics.add(
                  Code.DEAD_LINK,
                  at(p),
                  "a link around whole paragraphs is left out",
                  "put the link around words within a paragraph");
            }
            parent = p.parent();
          }
        }
      }
      if (!dropped && node.childNodeSize() > 0) {
        node = node.childNode(0);
        continue;
      }
      node = after(node, document);
    }
    if (firstStyle != null) {
      body.diagnostics.add(
          Code.UNSAFE_HTML,
          firstStyle,
          "styles typed into the text are left out, here"
              + (styles == 1 ? "" : " and in " + (styles - 1) + " more places"),
          "leave the looks to the theme");
    }
  }

  private void unsafe(Element element, String message) {
    body.diagnostics.add(
        Code.UNSAFE_HTML,
        at(element),
        message,
        "remove it: a text holds words, links and pictures");
  }

  /** The next node in document order that is not below this one; null at the end of the root. */
  @SuppressWarnings("ReferenceEquality") // one node, not its like
  private static @Nullable Node after(Node node, Node root) {
    Node last = node;
    while (last != root && last.nextSibling() == null) {
      Node parent = last.parent();
      if (parent == null) {
        return null;
      }
      last = parent;
    }
    return last == root ? null : last.nextSibling();
  }

  /** Names of elements that are left out with all they hold. */
  static Set<String> dropped() {
    return DROPPED;
  }

  /** Whether a tag ends a paragraph or shapes a block; if not, it stands among words. */
  static boolean shapes(String name) {
    return BLOCKS.contains(name) || DIVISIONS.contains(name) || DROPPED.contains(name);
  }

  private static boolean isMark(Element element) {
    return INLINES.contains(element.normalName())
        || !(BLOCKS.contains(element.normalName()) || DIVISIONS.contains(element.normalName()));
  }

  /**
   * The content of an element with everything that is merely a container replaced by what it holds;
   * a container that would start a new paragraph leaves itself behind, as a sign. Goes by loops,
   * since such containers may be nested without end.
   */
  @SuppressWarnings("ReferenceEquality") // one node, not its like
  private List<Node> flow(Element root) {
    List<Node> flow = new ArrayList<>();
    Node node = root.childNodeSize() == 0 ? null : root.childNode(0);
    while (node != null) {
      if (node instanceof Element element && !DROPPED.contains(element.normalName())) {
        boolean division = DIVISIONS.contains(element.normalName());
        boolean container =
            division
                || opened.contains(element)
                || !(BLOCKS.contains(element.normalName())
                    || INLINES.contains(element.normalName()));
        if (!container || division) {
          flow.add(element);
        }
        if (container && element.childNodeSize() > 0) {
          node = element.childNode(0);
          continue;
        }
      } else if (node instanceof TextNode) {
        flow.add(node);
      }
      while (node != root && node.nextSibling() == null) {
        node = node.parent();
        if (node == null) {
          return flow;
        }
        if (node != root && node instanceof Element e && DIVISIONS.contains(e.normalName())) {
          flow.add(node);
        }
      }
      node = node == root ? null : node.nextSibling();
    }
    return flow;
  }

  private boolean isInline(Node node) {
    return node instanceof TextNode
        || (node instanceof Element e && INLINES.contains(e.normalName()));
  }

  private static boolean isBlank(Node node) {
    return node instanceof TextNode text && text.isBlank();
  }

  /** Adds what has gathered as a paragraph of its own, and forgets it. */
  private void paragraph(List<Node> loose) {
    List<Node> seen = loose.stream().filter(node -> !isBlank(node)).toList();
    if (!seen.isEmpty()) {
      Markup markup = new Markup();
      if (seen.size() == 1 && seen.get(0) instanceof Element e && e.normalName().equals("img")) {
        picture(e, null, markup);
      } else {
        markup.open("p", "");
        inlines(loose, markup, false, 1);
        markup.close("p");
        body.add(BlockKind.PARAGRAPH, markup, at(seen.get(0)));
      }
    }
    loose.clear();
  }

  /** Adds an image that stands alone; what cannot be shown leaves its words. */
  private void picture(Element image, @Nullable Element caption, Markup markup) {
    Picture picture = body.pictures.find(image.attr("src"), at(image));
    Runnable words = caption == null ? null : () -> inlines(flow(caption), markup, false, 1);
    if (picture != null) {
      body.addPicture(picture, image.attr("alt"), words, markup, at(image));
      return;
    }
    markup.open("p", "");
    markup.text(image.attr("alt") + " ");
    if (words != null) {
      words.run();
    }
    markup.close("p");
    body.add(BlockKind.PARAGRAPH, markup, at(image));
  }

  private void top(Element element) {
    Markup markup = new Markup();
    String name = element.normalName();
    switch (name) {
      case "p" -> paragraph(new ArrayList<>(flow(element)));
      case "figure" -> figure(element);
      case "h1", "h2", "h3", "h4", "h5", "h6" -> add(BlockKind.HEADING, element, markup);
      case "ul", "ol", "li" -> add(BlockKind.LIST, element, markup);
      case "blockquote" -> add(BlockKind.QUOTE, element, markup);
      case "table" -> add(BlockKind.TABLE, element, markup);
      case "pre" -> add(BlockKind.CODE, element, markup);
      case "hr" -> add(BlockKind.RULE, element, markup);
      default -> {
        // The edge of a container, which has ended the paragraph before.
      }
    }
  }

  private void add(BlockKind kind, Element element, Markup markup) {
    block(element, markup, 1);
    body.add(kind, markup, at(element));
  }

  private void figure(Element figure) {
    List<Element> images = new ArrayList<>();
    Element caption = null;
    List<Node> loose = new ArrayList<>();
    List<Node> content = flow(figure);
    for (Node node : content) {
      if (node instanceof Element e && e.normalName().equals("img")) {
        images.add(e);
      } else if (node instanceof Element e && e.normalName().equals("figcaption")) {
        caption = e;
      }
    }
    if (images.size() == 1) {
      picture(images.get(0), caption, new Markup());
      return;
    }
    for (Node node : content) {
      if (node instanceof Element e && e.normalName().equals("img")) {
        paragraph(loose);
        picture(e, null, new Markup());
      } else if (isInline(node)) {
        loose.add(node);
      } else {
        paragraph(loose);
        if (node instanceof Element e) {
          top(e);
        }
      }
    }
    paragraph(loose);
  }

  private void block(Element element, Markup markup, int depth) {
    markup.separate();
    String name = element.normalName();
    if (depth > BodyBuilder.MAX_DEPTH) {
      body.tooDeep(at(element));
      return;
    }
    switch (name) {
      case "p" -> wrap("p", element, markup, depth);
      case "h1", "h2", "h3", "h4", "h5", "h6" ->
          wrap(BodyBuilder.heading(name.charAt(1) - '0'), element, markup, depth);
      case "ul", "ol" -> list(element, markup, depth);
      case "li" -> {
        markup.open("ul", "");
        item(List.of(element), markup, depth);
        markup.close("ul");
      }
      case "blockquote" -> {
        markup.open("blockquote", "");
        content(flow(element), markup, true, depth);
        markup.close("blockquote");
      }
      case "table" -> table(element, markup, depth);
      case "figure" -> content(flow(element), markup, true, depth);
      case "pre" -> {
        markup.open("pre", "");
        markup.open("code", "");
        markup.verbatim(element.wholeText());
        markup.close("code");
        markup.close("pre");
      }
      case "hr" -> markup.open("hr", "");
      default -> {
        // The edge of a container.
      }
    }
    markup.separate();
  }

  private void wrap(String tag, Element element, Markup markup, int depth) {
    markup.open(tag, "");
    inlines(flow(element), markup, false, depth);
    markup.close(tag);
  }

  private void list(Element list, Markup markup, int depth) {
    String start = list.attr("start");
    boolean numbered = list.normalName().equals("ol");
    markup.open(
        list.normalName(),
        numbered && start.matches("\\d{1,9}") ? " start=\"" + Integer.parseInt(start) + "\"" : "");
    List<Node> loose = new ArrayList<>();
    for (Node node : flow(list)) {
      if (node instanceof Element e && e.normalName().equals("li")) {
        item(loose, markup, depth);
        loose.clear();
        item(List.of(e), markup, depth);
      } else {
        loose.add(node);
      }
    }
    item(loose, markup, depth);
    markup.close(list.normalName());
  }

  /** Writes one item: a list item, or what stands in a list without being one. */
  private void item(List<Node> nodes, Markup markup, int depth) {
    if (nodes.stream().allMatch(node -> isBlank(node) || isEdge(node))) {
      return;
    }
    boolean real =
        nodes.size() == 1 && nodes.get(0) instanceof Element e && e.normalName().equals("li");
    markup.open("li", "");
    content(real ? flow((Element) nodes.get(0)) : nodes, markup, false, depth);
    markup.close("li");
  }

  private boolean isEdge(Node node) {
    return node instanceof Element e && DIVISIONS.contains(e.normalName());
  }

  /**
   * Writes what an element holds.
   *
   * @param paragraphs whether words need a paragraph around them even when there is nothing else
   */
  private void content(List<Node> flow, Markup markup, boolean paragraphs, int depth) {
    boolean wrapped = paragraphs || flow.stream().anyMatch(this::standsAmongParagraphs);
    List<Node> loose = new ArrayList<>();
    for (Node node : flow) {
      if (isInline(node)) {
        loose.add(node);
      } else if (wrapped || !isEdge(node)) {
        loose(loose, markup, wrapped, depth);
        block((Element) node, markup, depth + 1);
      } else {
        loose.add(node);
      }
    }
    loose(loose, markup, wrapped, depth);
  }

  /** Whether a block calls for paragraphs around the words beside it; a list does not. */
  private boolean standsAmongParagraphs(Node node) {
    return !isInline(node)
        && !isEdge(node)
        && node instanceof Element e
        && !e.normalName().equals("ul")
        && !e.normalName().equals("ol");
  }

  private void loose(List<Node> loose, Markup markup, boolean wrapped, int depth) {
    if (!loose.stream().allMatch(node -> isBlank(node) || isEdge(node))) {
      markup.separate();
      if (wrapped) {
        markup.open("p", "");
      }
      inlines(loose, markup, false, depth);
      if (wrapped) {
        markup.close("p");
      }
      markup.separate();
    }
    loose.clear();
  }

  private void table(Element table, Markup markup, int depth) {
    List<Element> rows = new ArrayList<>();
    Element caption = null;
    int cells = 0;
    int columns = 0;
    for (Element part : table.children()) {
      if (part.normalName().equals("caption")) {
        caption = part;
      }
      List<Element> inside = part.normalName().equals("tr") ? List.of(part) : part.children();
      for (Element row : inside) {
        if (row.normalName().equals("tr")) {
          rows.add(row);
          int width = row.childrenSize();
          cells += width;
          columns = Math.max(columns, width);
        }
      }
    }
    if (cells > BodyBuilder.MAX_CELLS || columns > BodyBuilder.MAX_COLUMNS) {
      body.tooLarge(at(table));
      return;
    }
    if (cells == 0) {
      return;
    }
    markup.open("div", " class=\"table\"");
    markup.open("table", "");
    if (caption != null) {
      wrap("caption", caption, markup, depth);
    }
    String part = "";
    for (Element row : rows) {
      if (row.childrenSize() == 0) {
        continue;
      }
      Element parent = row.parent();
      String name =
          part.isEmpty() && parent != null && parent.normalName().equals("thead")
              ? "thead"
              : "tbody";
      if (part.equals("thead") && parent != null && parent.normalName().equals("thead")) {
        name = "thead";
      }
      if (!name.equals(part)) {
        if (!part.isEmpty()) {
          markup.close(part);
        }
        markup.open(name, "");
        part = name;
      }
      row(row, markup, depth);
    }
    markup.close(part);
    markup.close("table");
    markup.close("div");
  }

  private void row(Element row, Markup markup, int depth) {
    markup.open("tr", "");
    for (Element cell : row.children()) {
      String name = cell.normalName().equals("th") ? "th" : "td";
      String align = cell.attr("align").toLowerCase(Locale.ROOT);
      markup.separate();
      markup.open(
          name,
          (align.equals("right") || align.equals("center") ? " class=\"" + align + "\"" : "")
              + span(cell, "colspan", BodyBuilder.MAX_COLUMNS)
              + span(cell, "rowspan", BodyBuilder.MAX_CELLS));
      content(flow(cell), markup, false, depth + 1);
      markup.close(name);
    }
    markup.close("tr");
  }

  private static String span(Element cell, String name, int most) {
    String written = cell.attr(name).strip();
    if (!written.matches("\\d{1,5}")) {
      return "";
    }
    int span = Integer.parseInt(written);
    return span < 2 || span > most ? "" : " " + name + "=\"" + span + "\"";
  }

  private void inlines(List<Node> nodes, Markup markup, boolean linked, int depth) {
    for (Node node : nodes) {
      if (node instanceof TextNode text) {
        words(text, markup, linked);
      } else if (node instanceof Element element) {
        inline(element, markup, linked, depth);
      }
    }
  }

  private void inline(Element element, Markup markup, boolean linked, int depth) {
    if (depth > BodyBuilder.MAX_DEPTH) {
      body.tooDeep(at(element));
      markup.text(element.wholeText());
      return;
    }
    String name = element.normalName();
    String tag = MARKS.get(name);
    if (tag != null) {
      markup.open(tag, "");
      inlines(flow(element), markup, linked, depth + 1);
      markup.close(tag);
      return;
    }
    switch (name) {
      case "br" -> markup.lineBreak();
      case "code" -> {
        markup.open("code", "");
        markup.verbatim(element.text());
        markup.close("code");
      }
      case "a" -> {
        String attributes =
            linked || !element.hasAttr("href")
                ? null
                : body.links.attributes(element.attr("href"), at(element));
        if (attributes == null) {
          inlines(flow(element), markup, linked, depth + 1);
        } else {
          markup.link(attributes, () -> inlines(flow(element), markup, true, depth + 1));
        }
      }
      case "img" -> {
        Picture picture = body.pictures.find(element.attr("src"), at(element));
        if (picture == null) {
          markup.text(element.attr("alt"));
        } else {
          markup.picture(body.pictures.image(picture, element.attr("alt"), at(element)));
        }
      }
      default -> markup.text(" ");
    }
  }

  /** Adds words line by line, each with its place if the file spells it as it is read. */
  private void words(TextNode text, Markup markup, boolean linked) {
    Range range = text.sourceRange();
    int line = range.isTracked() ? range.start().lineNumber() - 1 : 0;
    int column = range.isTracked() ? range.start().columnNumber() - 1 : 0;
    String[] parts = text.getWholeText().split("\n", -1);
    for (int i = 0; i < parts.length; i++) {
      if (i > 0) {
        markup.text("\n");
        column = 0;
      }
      boolean known =
          range.isTracked()
              && line + i < lines.count()
              && lines.line(line + i).startsWith(parts[i], column);
      markup.from(known ? lines.at(line + i, column, 0) : null);
      if (linked) {
        markup.text(parts[i]);
      } else {
        BareAddresses.write(parts[i], markup);
      }
      markup.from(null);
    }
  }

  private Location at(Node node) {
    Range range = node.sourceRange();
    Node placed = node;
    while (!range.isTracked() && placed.parent() != null) {
      placed = placed.parent();
      range = placed.sourceRange();
    }
    if (!range.isTracked()) {
      return lines.at(0, 0, 0);
    }
    Range.Position start = range.start();
    Range.Position end = range.end();
    int length =
        end.lineNumber() == start.lineNumber() ? end.columnNumber() - start.columnNumber() : 0;
    return lines.at(start.lineNumber() - 1, start.columnNumber() - 1, Math.max(0, length));
  }
}
