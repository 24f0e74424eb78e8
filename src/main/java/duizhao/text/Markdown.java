package duizhao.text;

import duizhao.diagnostic.Diagnostics;
import duizhao.model.Body;
import java.util.List;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Reads texts in Markdown: CommonMark with tables and footnotes, and with Chinese in mind.
 * Thread-safe.
 */
public final class Markdown {

  private static final int MAX_OPEN_BLOCKS = 50;
  private static final int MAX_INLINE_NESTING = 100;

  static final Parser PARSER =
      Parser.builder()
          .extensions(
              List.of(
                  TablesExtension.builder().maxCells(BodyBuilder.MAX_CELLS).build(),
                  FootnotesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .maxOpenBlockParsers(MAX_OPEN_BLOCKS)
          .maxInlineNesting(MAX_INLINE_NESTING)
          .build();

  private Markdown() {}

  /**
   * Reads a text. Adds {@code raw-html}, {@code unsafe-link}, {@code dead-link}, {@code
   * missing-picture}, {@code picture-without-text}, {@code nesting-too-deep} and {@code
   * table-too-large}; never throws.
   */
  public static Body parse(String source, TextContext context, Diagnostics diagnostics) {
    String text = EmphasisMarks.support(EmphasisMarks.normalise(source));
    SourceLines lines = new SourceLines(context, text);
    BodyBuilder body = new BodyBuilder(context, diagnostics);
    Node document;
    try {
      document = PARSER.parse(text);
    } catch (IllegalArgumentException e) {
      // The only fault the parser knows: more cells than it may make.
      body.tooLarge(lines.at(largestTable(lines), 0, 0));
      return Body.EMPTY;
    }
    new MarkdownProse(context, lines, diagnostics).read(document);
    return new MarkdownWriter(body, lines).write(document);
  }

  /** The line below the head of the table that makes most cells. */
  private static int largestTable(SourceLines lines) {
    int largest = 0;
    long most = 0;
    int head = -1;
    long columns = 0;
    for (int i = 0; i < lines.count(); i++) {
      String line = lines.line(i);
      if (line.isBlank()) {
        head = -1;
      } else if (head < 0 && line.indexOf('-') >= 0 && line.matches("[-:|\\s>]+")) {
        head = i;
        columns = line.chars().filter(c -> c == '|').count() + 1;
      }
      if (head >= 0 && columns * (i - head + 1) > most) {
        most = columns * (i - head + 1);
        largest = Math.max(0, head - 1);
      }
    }
    return largest;
  }
}
