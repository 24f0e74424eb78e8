package duizhao.text;

import duizhao.diagnostic.Diagnostics;
import duizhao.model.Body;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Reads article files in HTML, of which it keeps what Markdown could have said. Thread-safe. */
public final class ArticleHtml {

  private ArticleHtml() {}

  /**
   * Reads the body of a document, or a fragment. Adds {@code unsafe-html} for what it leaves out
   * that could run, load or restyle something, and the diagnostics of {@link Markdown#parse} for
   * links, pictures, tables, nesting and copy; never throws.
   */
  public static Body parse(String source, TextContext context, Diagnostics diagnostics) {
    String text = EmphasisMarks.normalise(source);
    Parser parser = Parser.htmlParser().setTrackPosition(true);
    Document document = parser.parseInput(text, "");
    BodyBuilder body = new BodyBuilder(context, diagnostics);
    SourceLines lines = new SourceLines(context, text);
    new HtmlProse(context, lines, diagnostics).read(document);
    return new HtmlCleaner(body, lines).clean(document);
  }
}
