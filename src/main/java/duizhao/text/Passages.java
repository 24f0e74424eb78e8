package duizhao.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.node.Block;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/**
 * A text as its translator meets it: stretches that are translated as one, in which the words stand
 * apart from the marks around them.
 */
public final class Passages {

  private static final char UNKNOWN = '\uFFFD';
  private static final Pattern MARKS = Pattern.compile("[\\\\`*_\\[\\]<>&|~!]");
  private static final Pattern LEADING_MARK = Pattern.compile("^([#+=:-]|[0-9]{1,9}(?=[.)]))");

  /** What a piece of a passage is. */
  public enum Kind {
    /** Words, without escapes, white space folded. */
    WORDS,
    /** A mark before words that belong together, such as those of a link. */
    OPEN,
    /** The mark after them. */
    CLOSE,
    /** A mark within a line: code, the mark of a footnote. */
    MARK,
    /** What makes the shape of a block: {@code ## }, a line break, the bars of a table. */
    FRAME
  }

  /**
   * A piece of a passage.
   *
   * @param value the words, or the characters of the file
   */
  public record Piece(Kind kind, String value) {}

  /**
   * A block or a footnote.
   *
   * @param line the 1-based line of the text that it starts on
   * @param from index of its first UTF-16 unit
   * @param to index after its last one
   * @param pieces in order; each {@code OPEN} has its {@code CLOSE}, and they nest
   */
  public record Passage(int line, int from, int to, boolean note, List<Piece> pieces) {

    public Passage {
      pieces = List.copyOf(pieces);
    }

    /** Whether there is anything to translate. */
    public boolean hasWords() {
      return pieces.stream().anyMatch(p -> p.kind() == Kind.WORDS);
    }
  }

  /** As the parser sees it: with what {@link EmphasisMarks} adds. */
  private final String text;

  /** How many characters were typed before each index of the text. */
  private final int[] typed;

  private List<Piece> pieces = new ArrayList<>();
  private int at;
  private boolean lineBroke;

  private Passages(String source) {
    StringBuilder clean = new StringBuilder(source);
    for (int i = 0; i < clean.length(); i++) {
      if (EmphasisMarks.isReserved(clean.charAt(i))) {
        clean.setCharAt(i, UNKNOWN);
      }
    }
    this.text = EmphasisMarks.support(clean.toString());
    this.typed = new int[text.length() + 1];
    for (int i = 0; i < text.length(); i++) {
      typed[i + 1] = typed[i] + (EmphasisMarks.isReserved(text.charAt(i)) ? 0 : 1);
    }
  }

  /**
   * The passages of a text, in order; none where it cannot be parsed.
   *
   * @param source with line feeds as line ends
   */
  public static List<Passage> of(String source) {
    return new Passages(source).read();
  }

  /**
   * The passages of an article in HTML, one a numbered block, in order.
   *
   * @param source with line feeds as line ends
   */
  public static List<Passage> ofHtml(String source, TextContext context) {
    return HtmlPassages.of(source, context);
  }

  private List<Passage> read() {
    List<Passage> passages = new ArrayList<>();
    Node document;
    try {
      document = Markdown.PARSER.parse(text);
    } catch (IllegalArgumentException e) {
      return passages; // a table that is too large, which the check tells
    }
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (!(node instanceof LinkReferenceDefinition) && !node.getSourceSpans().isEmpty()) {
        passages.add(passage(node));
      }
    }
    return passages;
  }

  private Passage passage(Node node) {
    int from = start(node);
    int to = end(node);
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    pieces = new ArrayList<>();
    at = from;
    lineBroke = false;
    walk(node);
    lineBroke = false;
    frame(to);
    return new Passage(
        node.getSourceSpans().get(0).getLineIndex() + 1,
        typed[from],
        typed[to],
        node instanceof FootnoteDefinition,
        tidy(pieces));
  }

  private void walk(Node node) {
    if (node instanceof SoftLineBreak) {
      lineBroke = true;
    } else if (node instanceof HardLineBreak || node.getSourceSpans().isEmpty()) {
      children(node); // a hard break belongs to the frame of what is next
    } else if (node instanceof Text words) {
      frame(start(node));
      pieces.add(new Piece(Kind.WORDS, EmphasisMarks.strip(words.getLiteral())));
      at = Math.max(at, end(node));
    } else if (encloses(node)) {
      frame(start(node));
      int inside = start(Objects.requireNonNull(node.getFirstChild()));
      pieces.add(new Piece(Kind.OPEN, typed(at, inside)));
      at = Math.max(at, inside);
      children(node);
      lineBroke = false;
      pieces.add(new Piece(Kind.CLOSE, typed(at, end(node)).stripLeading()));
      at = Math.max(at, end(node));
    } else if (node.getFirstChild() != null && (node instanceof Block || !(node instanceof Link))) {
      children(node);
    } else {
      frame(start(node));
      if (end(node) > at) {
        Kind kind = node instanceof Block ? Kind.FRAME : Kind.MARK;
        pieces.add(new Piece(kind, typed(at, end(node))));
        at = end(node);
      }
    }
  }

  private void children(Node node) {
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      walk(child);
    }
  }

  /** Whether a node puts marks around words; an address between angle brackets has no words. */
  private boolean encloses(Node node) {
    boolean marks =
        node instanceof Emphasis
            || node instanceof StrongEmphasis
            || node instanceof Image
            || node instanceof Link && text.charAt(start(node)) != '<';
    return marks
        && node.getFirstChild() != null
        && !node.getFirstChild().getSourceSpans().isEmpty();
  }

  /** What stands between the last piece and the next shapes the block, or only breaks a line. */
  private void frame(int next) {
    if (lineBroke) {
      pieces.add(new Piece(Kind.WORDS, "\n"));
      lineBroke = false;
    } else if (next > at && !typed(at, next).isEmpty()) {
      pieces.add(new Piece(Kind.FRAME, typed(at, next)));
    }
    at = Math.max(at, next);
  }

  private String typed(int from, int to) {
    return from < to ? EmphasisMarks.strip(text.substring(from, to)) : "";
  }

  private static int start(Node node) {
    return node.getSourceSpans().get(0).getInputIndex();
  }

  private static int end(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    SourceSpan last = spans.get(spans.size() - 1);
    return last.getInputIndex() + last.getLength();
  }

  /**
   * The same pieces with white space folded as a page folds it, none at the ends of a line, and
   * words that touch in one piece.
   */
  public static List<Piece> tidy(List<Piece> pieces) {
    List<Piece> tidy = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    int last = -1; // the character before, or -1 where a line starts
    boolean gap = false;
    boolean broken = false;
    int place = 0; // where in the list the gap was seen, and where in its words
    int column = 0;
    for (Piece piece : pieces) {
      if (piece.kind() == Kind.FRAME) {
        gap = false;
        last = -1;
      } else if (piece.kind() == Kind.MARK) {
        if (gap && last >= 0) {
          space(tidy, words, place, column);
        }
        gap = false;
        last = 'a';
      }
      if (piece.kind() != Kind.WORDS) {
        flush(words, tidy);
        tidy.add(piece);
        continue;
      }
      for (int i = 0; i < piece.value().length(); ) {
        int c = piece.value().codePointAt(i);
        i += Character.charCount(c);
        if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
          if (!gap) {
            gap = true;
            broken = false;
            place = tidy.size();
            column = words.length();
          }
          broken |= c == '\n';
          continue;
        }
        if (gap && last >= 0 && !(broken && Cjk.joins(last, c))) {
          space(tidy, words, place, column);
        }
        gap = false;
        words.appendCodePoint(c);
        last = c;
      }
    }
    flush(words, tidy);
    return tidy;
  }

  /** Writes the space where white space was first seen, which may be before a mark. */
  private static void space(List<Piece> tidy, StringBuilder words, int place, int column) {
    if (place == tidy.size()) {
      words.insert(column, ' ');
      return;
    }
    Piece there = tidy.get(place);
    if (there.kind() == Kind.WORDS) {
      String value = there.value();
      tidy.set(
          place, new Piece(Kind.WORDS, value.substring(0, column) + " " + value.substring(column)));
    } else {
      tidy.add(place, new Piece(Kind.WORDS, " "));
    }
  }

  private static void flush(StringBuilder words, List<Piece> tidy) {
    if (!words.isEmpty()) {
      tidy.add(new Piece(Kind.WORDS, words.toString()));
      words.setLength(0);
    }
  }

  /**
   * A passage as it is typed.
   *
   * @param escaped whether characters that Markdown might take for marks get a backslash
   */
  public static String typed(List<Piece> pieces, boolean escaped) {
    StringBuilder typed = new StringBuilder();
    boolean lineStarts = true;
    for (Piece piece : pieces) {
      if (piece.kind() == Kind.WORDS && escaped) {
        typed.append(escape(piece.value(), lineStarts));
      } else if (piece.kind() == Kind.WORDS) {
        typed.append(
            piece.value().replace("[^", "\\[^")); // no mark of a footnote that is not there
      } else {
        typed.append(piece.value());
      }
      lineStarts = piece.kind() == Kind.FRAME;
    }
    return typed.toString();
  }

  /** A passage as it is typed in HTML. */
  public static String typedHtml(List<Piece> pieces) {
    return HtmlPassages.typed(pieces);
  }

  private static String escape(String words, boolean lineStarts) {
    String escaped = MARKS.matcher(words).replaceAll("\\\\$0");
    Matcher leading = LEADING_MARK.matcher(escaped);
    if (!lineStarts || !leading.find()) {
      return escaped;
    }
    return Character.isDigit(escaped.charAt(0))
        ? escaped.substring(0, leading.end()) + "\\" + escaped.substring(leading.end())
        : "\\" + escaped;
  }

  /** The words alone. */
  public static String words(List<Piece> pieces) {
    StringBuilder words = new StringBuilder();
    for (Piece piece : pieces) {
      words.append(
          switch (piece.kind()) {
            case WORDS -> piece.value();
            case FRAME -> " ";
            default -> "";
          });
    }
    return words.toString().strip().replaceAll(" +", " ");
  }
}
