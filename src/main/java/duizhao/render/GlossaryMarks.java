package duizhao.render;

import duizhao.model.Block;
import duizhao.model.Body;
import duizhao.model.Html;
import duizhao.model.Language;
import duizhao.model.Term;
import duizhao.text.TermFinder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Marks where a text first uses a term of the glossary, each term once in a text. The words stay as
 * they are; nothing is marked inside links, headings, code, heads of tables, and marks of other
 * kinds.
 */
final class GlossaryMarks {

  /** In one block: the style sheet numbers them, see {@code report.css}. */
  static final int MOST = 8;

  private static final Set<String> UNMARKED =
      Set.of(
          "a", "h1", "h2", "h3", "h4", "h5", "h6", "code", "pre", "th", "sup", "mark", "data",
          "button", "dfn");

  /**
   * A block with its marks.
   *
   * @param html as it was, but for the marks
   * @param terms those marked in it, in order; term n, from 1, has the class {@code term--n}
   */
  public record Marked(Html html, List<Term> terms) {}

  private final List<Term> glossary;
  private final TermFinder finder;

  GlossaryMarks(List<Term> glossary, Language language) {
    this.glossary = glossary;
    this.finder = new TermFinder(glossary, language);
  }

  /** One entry a block. */
  List<Marked> of(Body body) {
    BitSet seen = new BitSet();
    return body.blocks().stream().map(block -> mark(block, seen)).toList();
  }

  private Marked mark(Block block, BitSet seen) {
    String markup = block.html().markup();
    StringBuilder marked = new StringBuilder(markup.length() + 256);
    List<Term> terms = new ArrayList<>();
    int unmarked = 0;
    int at = 0;
    while (at < markup.length()) {
      int tag = markup.indexOf('<', at);
      int end = tag < 0 ? markup.length() : tag;
      if (unmarked == 0) {
        words(markup.substring(at, end), marked, terms, seen);
      } else {
        marked.append(markup, at, end);
      }
      if (tag < 0) {
        break;
      }
      // In clean HTML a > inside an attribute is escaped.
      at = markup.indexOf('>', tag) + 1;
      marked.append(markup, tag, at);
      boolean closes = markup.charAt(tag + 1) == '/';
      if (UNMARKED.contains(name(markup, closes ? tag + 2 : tag + 1))) {
        unmarked += closes ? -1 : 1;
      }
    }
    return new Marked(new Html(marked.toString()), terms);
  }

  private static String name(String markup, int start) {
    int end = start;
    while (Character.isLetterOrDigit(markup.charAt(end))) {
      end++;
    }
    return markup.substring(start, end);
  }

  private void words(String text, StringBuilder marked, List<Term> terms, BitSet seen) {
    int from = 0;
    for (TermFinder.Hit hit : finder.find(text)) {
      boolean entity = hit.start() > 0 && text.charAt(hit.start() - 1) == '&';
      if (!entity && !seen.get(hit.term()) && terms.size() < MOST) {
        seen.set(hit.term());
        Term term = glossary.get(hit.term());
        terms.add(term);
        marked
            .append(text, from, hit.start())
            .append("<dfn class=\"term term--")
            .append(terms.size())
            .append("\" tabindex=\"0\" aria-describedby=\"gloss-")
            .append(term.id())
            .append("\">")
            .append(text, hit.start(), hit.end())
            .append("</dfn>");
        from = hit.end();
      }
    }
    marked.append(text, from, text.length());
  }
}
