package duizhao.text;

import duizhao.copy.Copyreader;
import duizhao.copy.Prose;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Hands the words of a parsed text to the copyreader: no code, no addresses, no HTML. */
final class MarkdownProse {

  private final TextContext context;
  private final SourceLines lines;
  private final Copyreader reader;

  MarkdownProse(TextContext context, SourceLines lines, Diagnostics diagnostics) {
    this.context = context;
    this.lines = lines;
    this.reader = new Copyreader(context.language().tag(), diagnostics);
  }

  void read(Node document) {
    Node node = document;
    while (node != null) {
      boolean prose =
          node instanceof Paragraph || node instanceof Heading || node instanceof TableCell;
      if (prose) {
        paragraph(node);
      }
      node = next(node, document, !prose);
    }
    reader.end();
  }

  /** The node after this one below the top, with or without what is inside it. */
  private static @Nullable Node next(Node node, Node top, boolean inside) {
    if (inside && node.getFirstChild() != null) {
      return node.getFirstChild();
    }
    Node up = node;
    while (up != null && up != top && up.getNext() == null) {
      up = up.getParent();
    }
    return up == null || up == top ? null : up.getNext();
  }

  private void paragraph(Node node) {
    boolean spaced = node instanceof Heading || node instanceof TableCell;
    Prose prose = new Prose(start(node), spaced);
    Node child = next(node, node, true);
    while (child != null) {
      boolean words = child instanceof Text || child.getFirstChild() != null;
      if (child instanceof Text text) {
        words(text, prose);
      } else if (child instanceof SoftLineBreak || child instanceof HardLineBreak) {
        prose.addLineBreak();
      } else if (!words || child instanceof Code) {
        prose.addOther();
      }
      child = next(child, node, true);
    }
    reader.read(prose);
  }

  private Location start(Node node) {
    Node placed = node;
    while (placed.getSourceSpans().isEmpty() && placed.getParent() != null) {
      placed = placed.getParent();
    }
    if (placed.getSourceSpans().isEmpty()) {
      return Location.of(context.file());
    }
    SourceSpan span = placed.getSourceSpans().get(0);
    return lines.at(span.getLineIndex(), span.getColumnIndex(), 1);
  }

  /** Adds words, with their place if the file spells them as they are read. */
  private void words(Text text, Prose prose) {
    String literal = EmphasisMarks.strip(text.getLiteral());
    if (text.getSourceSpans().size() == 1) {
      SourceSpan span = text.getSourceSpans().get(0);
      String line = lines.line(span.getLineIndex());
      int end = Math.min(line.length(), span.getColumnIndex() + span.getLength());
      int start = Math.min(span.getColumnIndex(), end);
      if (EmphasisMarks.strip(line.substring(start, end)).equals(literal)) {
        Location at = lines.at(span.getLineIndex(), start, 1);
        prose.add(literal, at.line(), at.column());
        return;
      }
    }
    prose.add(literal, 0, 0);
  }
}
