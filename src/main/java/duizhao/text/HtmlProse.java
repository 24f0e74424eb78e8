package duizhao.text;

import duizhao.copy.Copyreader;
import duizhao.copy.Prose;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** Hands the words of an article in HTML to the copyreader: no code, no addresses, no markup. */
final class HtmlProse implements NodeVisitor {

  private static final Set<String> CODE = Set.of("code", "kbd", "samp", "var", "tt", "pre");

  /** What may set its parts apart by spaces. */
  private static final Set<String> SPACED =
      Set.of("h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "caption", "figcaption");

  private final TextContext context;
  private final SourceLines lines;
  private final Copyreader reader;

  /** What is read now; null between paragraphs. */
  private @Nullable Prose prose;

  private boolean spaced;

  /** An element whose content is no prose; null outside. */
  private @Nullable Node skipped;

  HtmlProse(TextContext context, SourceLines lines, Diagnostics diagnostics) {
    this.context = context;
    this.lines = lines;
    this.reader = new Copyreader(context.language().tag(), diagnostics);
  }

  void read(Document document) {
    document.traverse(this);
    end();
    reader.end();
  }

  @Override
  public void head(Node node, int depth) {
    if (skipped != null) {
      return;
    }
    if (node instanceof TextNode text) {
      words(text);
    } else if (node instanceof Element element) {
      String name = element.normalName();
      if (CODE.contains(name) || name.equals("img")) {
        skipped = node;
        other();
      } else if (HtmlCleaner.dropped().contains(name)) {
        skipped = node;
      } else if (name.equals("br") && prose != null) {
        prose.addLineBreak();
      } else if (HtmlCleaner.shapes(name)) {
        end();
        spaced = SPACED.contains(name);
      }
    }
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // one node, not its like
  public void tail(Node node, int depth) {
    if (node == skipped) {
      skipped = null;
    } else if (skipped == null
        && node instanceof Element element
        && HtmlCleaner.shapes(element.normalName())) {
      end();
      spaced = false;
    }
  }

  private void other() {
    if (prose != null) {
      prose.addOther();
    }
  }

  private void end() {
    if (prose != null) {
      reader.read(prose);
      prose = null;
    }
  }

  /** Adds words line by line, each with its place if the file spells it as it is read. */
  private void words(TextNode text) {
    Range range = text.sourceRange();
    boolean tracked = range.isTracked();
    int line = tracked ? range.start().lineNumber() - 1 : 0;
    int column = tracked ? range.start().columnNumber() - 1 : 0;
    for (String part : text.getWholeText().split("\n", -1)) {
      boolean first = tracked && line == range.start().lineNumber() - 1;
      String words = EmphasisMarks.strip(first && prose != null ? part : part.stripLeading());
      boolean known = tracked && line < lines.count() && lines.line(line).startsWith(part, column);
      Location at = lines.at(line, column + part.length() - words.length(), 1);
      if (!words.isBlank() || first && prose != null && !words.isEmpty()) {
        if (prose == null) {
          prose = new Prose(tracked ? at : Location.of(context.file()), spaced);
        } else if (!first) {
          prose.addLineBreak();
        }
        prose.add(words, at.line(), known ? at.column() : 0);
      }
      line += tracked ? 1 : 0;
      column = 0;
    }
  }
}
