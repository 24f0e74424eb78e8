package duizhao.review;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Words with marks over them; several may overlap. */
final class MarkedText {

  /** What a block may keep of its markup; attributes never. */
  private static final Set<String> KEPT =
      Set.of(
          "p",
          "h2",
          "h3",
          "h4",
          "ul",
          "ol",
          "li",
          "blockquote",
          "table",
          "thead",
          "tbody",
          "tr",
          "th",
          "td",
          "em",
          "strong",
          "code",
          "pre",
          "br",
          "hr",
          "figure",
          "figcaption",
          "sup");

  /**
   * A mark.
   *
   * @param start index of its first UTF-16 unit in the text
   * @param end after its last one
   * @param classes of its element
   * @param label what stands after it; empty for nothing
   */
  record Mark(int start, int end, String classes, String label) {}

  private final String text;
  private final String[] classes;
  private final String[] labels;
  private final StringBuilder html = new StringBuilder();

  /** How much of the text is written. */
  private int at;

  private MarkedText(String text, List<Mark> marks) {
    this.text = text;
    this.classes = new String[text.length()];
    this.labels = new String[text.length()];
    Arrays.fill(classes, "");
    Arrays.fill(labels, "");
    for (Mark mark : marks) {
      int end = Math.min(mark.end(), text.length());
      for (int i = Math.max(0, mark.start()); i < end; i++) {
        classes[i] += (classes[i].isEmpty() ? "" : " ") + mark.classes();
      }
      if (mark.start() < end) {
        labels[end - 1] += mark.label();
      }
    }
  }

  /** Plain words with marks. */
  static String of(String text, List<Mark> marks) {
    MarkedText marked = new MarkedText(text, marks);
    marked.words(text);
    return marked.html.toString();
  }

  /**
   * A block with marks.
   *
   * @param markup clean HTML, in which nothing but {@code & < > "} is escaped
   * @param text its words, with white space folded
   */
  static String of(String markup, String text, List<Mark> marks) {
    MarkedText marked = new MarkedText(text, marks);
    int from = 0;
    while (from < markup.length()) {
      int tag = markup.indexOf('<', from);
      marked.words(plain(markup.substring(from, tag < 0 ? markup.length() : tag)));
      if (tag < 0) {
        break;
      }
      from = markup.indexOf('>', tag) + 1;
      if (from == 0) {
        break;
      }
      marked.tag(markup.substring(tag + 1, from - 1));
    }
    return marked.html.toString();
  }

  private void tag(String tag) {
    boolean closes = tag.startsWith("/");
    String name = tag.substring(closes ? 1 : 0).split("[\\s/]", 2)[0];
    if (KEPT.contains(name)) {
      html.append(closes ? "</" : "<").append(name).append('>');
    } else if (name.equals("a")) {
      html.append(closes ? "</u>" : "<u>");
    } else if (name.equals("img")) {
      int alt = tag.indexOf(" alt=\"");
      int end = alt < 0 ? -1 : tag.indexOf('"', alt + 6);
      html.append("<span class=\"picture\">")
          .append(end < 0 ? "" : escape(plain(tag.substring(alt + 6, end))))
          .append("</span>");
    }
  }

  /** Writes words, and finds them in the text to know their marks. */
  private void words(String words) {
    String open = "";
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      boolean space = Character.isWhitespace(c) || c == '\u00A0';
      if (!space && at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
      boolean known =
          at < text.length() && (text.charAt(at) == c || space && text.charAt(at) == ' ');
      String now = known ? classes[at] : "";
      if (!now.equals(open)) {
        html.append(open.isEmpty() ? "" : "</span>");
        html.append(now.isEmpty() ? "" : "<span class=\"" + escape(now) + "\">");
        open = now;
      }
      html.append(escape(String.valueOf(c)));
      if (known && !labels[at].isEmpty()) {
        html.append("<sup class=\"label\">").append(escape(labels[at])).append("</sup>");
      }
      at += known ? 1 : 0;
    }
    html.append(open.isEmpty() ? "" : "</span>");
  }

  private static String plain(String markup) {
    return markup
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }

  /** Text for an element or a quoted attribute. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
