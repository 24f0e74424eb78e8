package duizhao.importer;

import duizhao.importer.PageText.Line;
import duizhao.importer.Piece.Hint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Makes lines of a page of an electronic edition. What is text and what is navigation is told by
 * where the running text is dense and where the links are, not by the names that one publisher
 * gives its elements.
 */
final class HtmlPage {

  private static final Set<String> HIDDEN =
      Set.of("script", "style", "noscript", "template", "head", "select", "option", "textarea");

  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "b", "big", "cite", "em", "font", "i", "label", "mark", "ruby", "s", "small",
          "span", "strong", "sub", "sup", "tt", "u", "var");

  private static final Set<String> NAVIGATION = Set.of("nav", "footer", "form", "button", "map");

  private static final Pattern TITLE =
      Pattern.compile(
          "(?:^|[\\s_-])(?:title|headline|bt|biaoti|subtitle|founder-title)(?:$|[\\s_\\d-])");

  private static final Pattern PROPERTY =
      Pattern.compile("<(date|nodename|paperlayout)>([^<]{1,60})</", Pattern.CASE_INSENSITIVE);

  /** A block of text on its way to become a line. */
  private static final class Block {
    final StringBuilder text = new StringBuilder();
    final @Nullable Element element;
    int linked;

    Block(@Nullable Element element) {
      this.element = element;
    }
  }

  private final List<Block> blocks = new ArrayList<>();
  private Block block = new Block(null);

  private HtmlPage() {}

  static PageText read(String name, String html) {
    Document document = Jsoup.parse(html);
    HtmlPage page = new HtmlPage();
    page.walk(document);
    page.flush(null);
    Element main = main(document.body());
    List<Line> lines = new ArrayList<>();
    evidence(document).forEach(e -> lines.add(new Line(e, Hint.FURNITURE)));
    List<Line> captions = new ArrayList<>();
    for (Block each : page.blocks) {
      Line line = new Line(each.text.toString(), hint(each, main));
      // pictures of an article stand between its headline and its text
      List<Line> to = line.hint() == Hint.CAPTION ? captions : lines;
      to.add(line);
      to.add(new Line("", Hint.NONE));
    }
    lines.addAll(captions);
    return new PageText(name, lines);
  }

  /** Goes through the document without recursion, since pages may be nested without end. */
  private void walk(Document document) {
    Node node = document;
    boolean down = true;
    while (node != null) {
      boolean hidden = node instanceof Element e && HIDDEN.contains(e.normalName());
      if (down) {
        enter(node);
      }
      if (down && !hidden && node.childNodeSize() > 0) {
        node = node.childNode(0);
        continue;
      }
      if (node instanceof Element e && !INLINE.contains(e.normalName())) {
        flush(e.parent());
      }
      Node next = node.nextSibling();
      down = next != null;
      node = next != null ? next : node.parent();
    }
  }

  private void enter(Node node) {
    if (node instanceof TextNode text) {
      String words = text.getWholeText().replaceAll("[\\r\\n\\t ]+", " ");
      block.text.append(words);
      Element parent = text.parent();
      if (parent != null && parent.closest("a") != null) {
        block.linked += words.length();
      }
    } else if (node instanceof Element e && !INLINE.contains(e.normalName())) {
      flush(e.normalName().equals("br") ? e.parent() : e);
    }
  }

  private void flush(@Nullable Element next) {
    if (!block.text.toString().isBlank()) {
      blocks.add(block);
    }
    block = new Block(next);
  }

  /** The smallest element that has most of the characters of running text. */
  private static Element main(Element body) {
    Element main = body;
    int all = running(body);
    while (true) {
      Element inner = null;
      for (Element child : main.children()) {
        if (running(child) * 10 > all * 6) {
          inner = child;
        }
      }
      if (inner == null || inner.normalName().equals("p")) {
        return main;
      }
      main = inner;
    }
  }

  /** How many Chinese characters outside links stand in sentences. */
  private static int running(Element element) {
    int running = 0;
    for (Element each : element.getAllElements()) {
      if (HIDDEN.contains(each.normalName()) || each.closest("a") != null) {
        continue;
      }
      String own = each.ownText();
      if (own.length() >= 20 && own.matches("(?s).*[，。、；：！？,;].*")) {
        running += (int) own.chars().filter(c -> Words.isHan((char) c)).count();
      }
    }
    return running;
  }

  private static Hint hint(Block block, Element main) {
    Element element = block.element;
    String text = block.text.toString().strip();
    if (element == null) {
      return Hint.FURNITURE;
    }
    boolean linked = block.linked * 2 > block.text.length();
    boolean navigation = element.closest(String.join(",", NAVIGATION)) != null;
    if (linked || navigation || Signs.furniture(text)) {
      return Hint.FURNITURE;
    }
    boolean within = element.equals(main) || element.parents().contains(main);
    if (title(element, main) && text.length() <= 60 && !Signs.closed(text)) {
      return Hint.HEADLINE;
    }
    if (Signs.starter(text)) {
      return Hint.NONE;
    }
    if (within && !caption(element, main)) {
      return Hint.NONE;
    }
    if (caption(element, main)) {
      return Hint.CAPTION;
    }
    return Hint.FURNITURE;
  }

  /** Whether markup says that this is a headline, and it stands where the text is. */
  private static boolean title(Element element, Element main) {
    Element at = element;
    for (int up = 0; at != null && up < 3; up++, at = at.parent()) {
      String name = at.normalName();
      String marks = (at.className() + " " + at.id()).toLowerCase(Locale.ROOT);
      if (at.equals(main) || main.parents().contains(at)) {
        return false;
      }
      if (name.matches("h[1-4]|founder-title|.*-title") || TITLE.matcher(marks).find()) {
        return true;
      }
    }
    return false;
  }

  /** Whether it stands with a picture, and not with the text. */
  private static boolean caption(Element element, Element main) {
    Element at = element;
    for (int up = 0; at != null && up < 5; up++, at = at.parent()) {
      if (at.equals(main) || main.parents().contains(at) || at.text().length() > 400) {
        return false;
      }
      if (at.normalName().equals("figcaption") || !at.select("img").isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** What a page says of itself outside its text: date and print page. */
  private static List<String> evidence(Document document) {
    List<String> found = new ArrayList<>();
    document
        .select("meta[name*=date], meta[name*=Date], meta[property*=time]")
        .forEach(m -> found.add(m.attr("content")));
    document.traverse(
        (node, depth) -> {
          if (node instanceof Comment comment) {
            Matcher property = PROPERTY.matcher(comment.getData());
            while (property.find()) {
              found.add(property.group(1) + ": " + property.group(2));
            }
          }
        });
    return found;
  }
}
