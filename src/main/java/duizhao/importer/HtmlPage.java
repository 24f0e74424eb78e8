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
 * where the running text is dense and where the links are, and by the words that page makers of
 * many houses use for the parts of an article.
 */
final class HtmlPage {

  private static final Set<String> HIDDEN =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "head",
          "title",
          "select",
          "option",
          "textarea",
          "iframe",
          "object",
          "svg",
          "math");

  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "b", "big", "cite", "em", "font", "i", "label", "mark", "ruby", "s", "small",
          "span", "strong", "sub", "sup", "tt", "u", "var");

  private static final String NAVIGATION = "nav, footer, aside, form, button, map";

  private static final Pattern TITLE =
      Pattern.compile(
          "(?:^|[\\s_-])(?:(?:intro|sub|main|founder-)?title|headline|bt|biaoti|yinti|futi|zhengti"
              + "|zhuti|jianti|kicker|lead-?title)(?:$|[\\s_\\d-])");

  private static final Pattern AUTHOR =
      Pattern.compile("(?:^|[\\s_-])(?:author|byline|zuozhe|writer|reporter)(?:$|[\\s_\\d-])");

  private static final Pattern CHROME =
      Pattern.compile(
          "(?:^|[\\s_-])(?:nav|menu|toc|mulu|share|hot|rank|ranking|crumbs?|breadcrumbs?|copyright"
              + "|pager|pagination|footer|foot|sidebar|recommend|related|toolbar|tools?|banner|qrcode"
              + "|login|search|comments?)(?:$|[\\s_\\d-])");

  /** What pages say around their articles; only in lines without a full stop. */
  private static final Pattern AROUND =
      Pattern.compile(
          "^(?:当前位置|您的位置|来源[:：]|稿源[:：]|发布时间|发稿时间|时间[:：]|浏览|点击|阅读[:：量]|分享|收藏|打印|关闭|字号|字体|放大|缩小"
              + "|默认|返回|上一|下一|本版|版面|热门|相关|推荐|更多|扫一扫|扫码|关于我们|联系我们|版权|主办|网站|首页|导航|目录|往期).*"
              + "|.*(?:19|20)\\d\\d[-/.年]\\d{1,2}[-/.月]\\d{1,2}(?!\\d).*"
              + "|.*(?:版权所有|ICP备|ICP证|技术支持|不得转载|All [Rr]ights|Copyright).*");

  private static final Pattern PROPERTY =
      Pattern.compile("<(date|nodename|paperlayout)>([^<]{1,60})</", Pattern.CASE_INSENSITIVE);

  private static final Pattern LARGE =
      Pattern.compile(
          "font-size:\\s*(?:(?:1[89]|[2-9]\\d)(?:\\.\\d+)?(?:px|pt)|x+-large|[2-9](?:\\.\\d+)?r?em)");

  private static final int LONGEST_TITLE = 60;

  /** So many Chinese characters with a full stop are running text wherever they stand. */
  private static final int RUNNING = 24;

  /** A block of text on its way to become a line. */
  private static final class Block {
    final StringBuilder text = new StringBuilder();
    final @Nullable Element element;

    /** How many of its characters are links, and how many are set larger than text is. */
    int linked;

    int large;

    Block(@Nullable Element element) {
      this.element = element;
    }
  }

  private final List<Block> blocks = new ArrayList<>();
  private Block block = new Block(null);

  private HtmlPage() {}

  /**
   * The lines of a page in the order of its markup, after what it says of itself in metadata.
   *
   * @throws IllegalStateException when a character was lost on the way, which is a fault of ours
   */
  static PageText read(String name, String html) {
    Document document = Jsoup.parse(html);
    HtmlPage page = new HtmlPage();
    page.walk(document);
    page.flush(null);
    Element main = main(document.body());
    List<Line> lines = new ArrayList<>();
    StringBuilder read = new StringBuilder();
    evidence(document).forEach(e -> lines.add(new Line(e, Hint.FURNITURE)));
    Hint[] hints = page.hints(main);
    for (int i = 0; i < hints.length; i++) {
      String text = page.blocks.get(i).text.toString();
      lines.add(new Line(text, hints[i]));
      lines.add(new Line("", Hint.NONE));
      read.append(text);
    }
    document.select(String.join(",", HIDDEN)).remove();
    if (!plain(read).equals(plain(document.wholeText()))) {
      throw new IllegalStateException("a character of " + name + " is lost");
    }
    return new PageText(name, lines, true);
  }

  private static String plain(CharSequence text) {
    StringBuilder plain = new StringBuilder();
    text.chars().filter(c -> !Signs.isSpace(c)).forEach(c -> plain.append((char) c));
    return plain.toString();
  }

  /** Goes through the document without recursion, since pages may be nested without end. */
  private void walk(Document document) {
    Node node = document;
    boolean down = true;
    while (node != null) {
      boolean hidden = node instanceof Element e && HIDDEN.contains(e.normalName());
      if (down && !hidden) {
        enter(node);
      }
      if (down && !hidden && node.childNodeSize() > 0) {
        node = node.childNode(0);
        continue;
      }
      if (node instanceof Element e && breaks(e)) {
        flush(e.parent());
      }
      Node next = node.nextSibling();
      down = next != null;
      node = next != null ? next : node.parent();
    }
  }

  /** Whether an element starts a line; the name of an author is one wherever it stands. */
  private static boolean breaks(Element element) {
    return !INLINE.contains(element.normalName()) || author(element);
  }

  private static boolean author(Element element) {
    return element.normalName().endsWith("-author") || AUTHOR.matcher(marks(element)).find();
  }

  private static String marks(Element element) {
    return (element.className() + " " + element.id()).toLowerCase(Locale.ROOT);
  }

  private void enter(Node node) {
    if (node instanceof TextNode text) {
      String words = text.getWholeText().replaceAll("[\\r\\n\\t ]+", " ");
      block.text.append(words);
      Element parent = text.parent();
      if (parent != null && parent.closest("a") != null) {
        block.linked += words.length();
      }
      if (parent != null && large(parent)) {
        block.large += words.length();
      }
    } else if (node instanceof Element e && breaks(e)) {
      flush(e.normalName().equals("br") ? e.parent() : e);
    }
  }

  private static boolean large(Element element) {
    Element at = element;
    for (int up = 0; at != null && up < 3; up++, at = at.parent()) {
      if (at.normalName().equals("big")
          || at.normalName().equals("font") && at.attr("size").matches("[4-7]|\\+[1-4]")
          || LARGE.matcher(at.attr("style")).find()) {
        return true;
      }
    }
    return false;
  }

  private void flush(@Nullable Element next) {
    if (!plain(block.text).isEmpty()) {
      blocks.add(block);
    }
    block = new Block(next);
  }

  /** The smallest element that has nearly all characters of running text. */
  private static Element main(Element body) {
    Element main = body;
    int all = running(body);
    while (true) {
      Element inner = null;
      for (Element child : main.children()) {
        if (running(child) * 10 >= all * 9 && running(child) > 0) {
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
        running += han(own);
      }
    }
    return running;
  }

  private static int han(String text) {
    return (int) text.chars().filter(c -> Words.isHan((char) c)).count();
  }

  private Hint[] hints(Element main) {
    int all = 1;
    int large = 0;
    for (Block each : blocks) {
      boolean runs = Signs.closed(each.text.toString().strip());
      all += runs ? each.text.length() : 0;
      large += runs ? each.large : 0;
    }
    boolean sizes = large * 4 < all;
    Hint[] hints = new Hint[blocks.size()];
    for (int i = 0; i < hints.length; i++) {
      hints[i] = hint(blocks.get(i), main, sizes);
    }
    for (int i = hints.length - 1; i > 0; i--) {
      boolean text = hints[i] == Hint.NONE || hints[i] == Hint.HEADLINE;
      if (text && hints[i - 1] == Hint.FURNITURE && mayHead(blocks.get(i - 1), main)) {
        hints[i - 1] = Hint.NONE;
      }
    }
    return hints;
  }

  /** Whether a line that stands right above an article may be one of its headlines. */
  private static boolean mayHead(Block block, Element main) {
    String text = block.text.toString().strip();
    return block.element != null
        && block.linked == 0
        && text.length() <= LONGEST_TITLE
        && han(text) >= 4
        && !Signs.closed(text)
        && !AROUND.matcher(text).find()
        && !Signs.furniture(text)
        && !Signs.pageHead(text)
        && !chrome(block.element, main);
  }

  private static Hint hint(Block block, Element main, boolean sizes) {
    Element element = block.element;
    String text = block.text.toString().replace('\u3000', ' ').strip();
    if (element == null) {
      return Hint.FURNITURE;
    }
    boolean linked = block.linked * 2 > block.text.length();
    boolean around = !Signs.closed(text) && AROUND.matcher(text).matches();
    if (linked || around || chrome(element, main) || Signs.furniture(text)) {
      return Hint.FURNITURE;
    }
    if (caption(element, main)) {
      return Hint.CAPTION;
    }
    if (author(element) && text.length() <= LONGEST_TITLE) {
      return Hint.BYLINE;
    }
    boolean size = sizes && block.large * 10 > block.text.toString().strip().length() * 9;
    boolean title = size && !Signs.closed(text) || title(element, main);
    title &= !Signs.byline(text) && !Signs.dateline(text);
    if (title && text.length() <= LONGEST_TITLE) {
      return inText(element) ? Hint.SUBHEADING : Hint.HEADLINE;
    }
    boolean within = element.equals(main) || element.parents().contains(main);
    boolean runs = han(text) >= RUNNING && Signs.closed(text);
    return within || runs || Signs.starter(text) ? Hint.NONE : Hint.FURNITURE;
  }

  /** Whether it stands in what is no article, as its tag or its name tells. */
  private static boolean chrome(Element element, Element main) {
    for (Element at = element; at != null; at = at.parent()) {
      if (at.equals(main) || main.parents().contains(at)) {
        return false;
      }
      if (at.is(NAVIGATION) || CHROME.matcher(marks(at)).find()) {
        return true;
      }
    }
    return false;
  }

  /** Whether markup says that this is a headline, and it stands where the text is. */
  private static boolean title(Element element, Element main) {
    Element at = element;
    for (int up = 0; at != null && up < 3; up++, at = at.parent()) {
      if (at.equals(main) || main.parents().contains(at) || at.text().length() > LONGEST_TITLE) {
        return false;
      }
      String name = at.normalName();
      if (name.matches("h[1-6]|.*-(?:\\w*title|headline)") || TITLE.matcher(marks(at)).find()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a headline stands between paragraphs of one text, and is of a lower rank than its. */
  private static boolean inText(Element element) {
    Element at = element.closest("h2, h3, h4, h5, h6");
    if (at == null) {
      return false;
    }
    Element before = at.previousElementSibling();
    Element after = at.nextElementSibling();
    Document document = at.ownerDocument();
    String higher = "h1, .title, founder-title".concat(at.normalName().equals("h2") ? "" : ", h2");
    return before != null
        && after != null
        && before.normalName().equals("p")
        && after.normalName().equals("p")
        && Signs.closed(before.text().strip())
        && document != null
        && document.select(higher).stream().anyMatch(h -> !h.is(NAVIGATION));
  }

  /** Whether it stands with a picture, and not with the text. */
  private static boolean caption(Element element, Element main) {
    Element at = element;
    for (int up = 0; at != null && up < 5; up++, at = at.parent()) {
      if (at.equals(main) || main.parents().contains(at) || at.text().length() > 400) {
        return false;
      }
      if (at.is("h1, h2, h3, .title, founder-title") || !at.select("h1, h2, p + p").isEmpty()) {
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
