package duizhao.text;

import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import duizhao.model.Block;
import duizhao.text.Passages.Kind;
import duizhao.text.Passages.Passage;
import duizhao.text.Passages.Piece;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * An article in HTML as its translator meets it. A passage goes from where {@link ArticleHtml} has
 * a block begin to where the next begins, without the tags around it; what stands between words is
 * kept as it is typed.
 */
final class HtmlPassages {

  /** What no reader sees, code, a tag, or words. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?is)(?<kept><!--.*?-->|<![^>]*>|<(?<raw>"
              + String.join("|", HtmlCleaner.dropped())
              + "|code)\\b[^>]*>.*?</\\k<raw>\\s*>)"
              + "|<(?<end>/?)(?<name>[a-z][a-z0-9-]*)(?<rest>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>"
              + "|(?<words>[^<]+|<)");

  private static final Pattern ALT = Pattern.compile("(?i)\\salt\\s*=\\s*\"([^\"]+)\"");

  /** A piece with where it stands. */
  private record Token(Kind kind, String name, String value, int from, int to) {}

  private final String text;

  private HtmlPassages(String text) {
    this.text = text;
  }

  static List<Passage> of(String source, TextContext context) {
    List<Block> blocks = ArticleHtml.parse(source, context, new Diagnostics()).blocks();
    HtmlPassages passages = new HtmlPassages(source);
    List<Passage> all = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      int from = passages.offset(blocks.get(i).at(), context);
      int to =
          i + 1 < blocks.size()
              ? passages.offset(blocks.get(i + 1).at(), context)
              : source.length();
      all.add(passages.passage(blocks.get(i).at().line(), from, Math.max(from, to)));
    }
    return all;
  }

  private int offset(Location at, TextContext context) {
    int start = 0;
    for (int line = context.firstLine(); line < at.line(); line++) {
      start = text.indexOf('\n', start) + 1;
    }
    int end = text.indexOf('\n', start);
    int points = text.codePointCount(start, end < 0 ? text.length() : end);
    return text.offsetByCodePoints(start, Math.min(at.column() - 1, points));
  }

  private Passage passage(int line, int from, int to) {
    List<Token> tokens = paired(tokens(from, to));
    int first = 0;
    int last = tokens.size();
    while (first < last && isEdge(tokens.get(first))) {
      first++;
    }
    while (last > first && isEdge(tokens.get(last - 1))) {
      last--;
    }
    List<Token> inside = first == last ? tokens : tokens.subList(first, last);
    List<Piece> pieces = inside.stream().map(t -> new Piece(t.kind(), t.value())).toList();
    return new Passage(
        line,
        inside.isEmpty() ? from : inside.get(0).from(),
        inside.isEmpty() ? to : inside.get(inside.size() - 1).to(),
        false,
        Passages.tidy(pieces));
  }

  private static boolean isEdge(Token token) {
    return token.kind() == Kind.FRAME || token.kind() == Kind.WORDS && token.value().isBlank();
  }

  private List<Token> tokens(int from, int to) {
    List<Token> tokens = new ArrayList<>();
    Matcher token = TOKEN.matcher(text).region(from, to);
    while (token.find()) {
      String typed = token.group();
      int start = token.start();
      if (token.group("words") != null) {
        words(typed, start, tokens);
      } else if (token.group("kept") != null) {
        boolean code = "code".equalsIgnoreCase(token.group("raw"));
        tokens.add(new Token(code ? Kind.MARK : Kind.FRAME, "", typed, start, token.end()));
      } else {
        tag(token, tokens);
      }
    }
    return tokens;
  }

  /** Leading and trailing white space belongs to no passage, so it stands apart. */
  private static void words(String typed, int start, List<Token> tokens) {
    int first = 0;
    int last = typed.length();
    while (first < last && isSpace(typed.charAt(first))) {
      first++;
    }
    while (last > first && isSpace(typed.charAt(last - 1))) {
      last--;
    }
    int[] edges = {0, first, last, typed.length()};
    for (int i = 0; i < 3; i++) {
      if (edges[i] < edges[i + 1]) {
        String words = Parser.unescapeEntities(typed.substring(edges[i], edges[i + 1]), false);
        tokens.add(new Token(Kind.WORDS, "", words, start + edges[i], start + edges[i + 1]));
      }
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
  }

  private static void tag(Matcher tag, List<Token> tokens) {
    String name = tag.group("name").toLowerCase(Locale.ROOT);
    String typed = tag.group();
    boolean end = !tag.group("end").isEmpty();
    Matcher alt = ALT.matcher(typed);
    if (name.equals("img") && alt.find()) {
      int at = tag.start();
      String words = Parser.unescapeEntities(alt.group(1), true);
      tokens.add(open(name, typed.substring(0, alt.start(1)), at));
      tokens.add(new Token(Kind.WORDS, "", words, at + alt.start(1), at + alt.end(1)));
      tokens.add(
          new Token(Kind.CLOSE, name, typed.substring(alt.end(1)), at + alt.end(1), tag.end()));
    } else if (name.equals("img")) {
      tokens.add(new Token(Kind.MARK, name, typed, tag.start(), tag.end()));
    } else if (name.equals("br") || HtmlCleaner.shapes(name)) {
      tokens.add(new Token(Kind.FRAME, name, typed, tag.start(), tag.end()));
    } else if (end) {
      tokens.add(new Token(Kind.CLOSE, name, typed, tag.start(), tag.end()));
    } else {
      tokens.add(open(name, typed, tag.start()));
    }
  }

  private static Token open(String name, String typed, int at) {
    return new Token(Kind.OPEN, name, typed, at, at + typed.length());
  }

  /** The same, where tags that have no partner here are no pairs of marks. */
  private static List<Token> paired(List<Token> tokens) {
    List<Token> paired = new ArrayList<>(tokens);
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.kind() == Kind.OPEN) {
        open.push(i);
      } else if (token.kind() == Kind.CLOSE) {
        boolean known = open.stream().anyMatch(o -> tokens.get(o).name().equals(token.name()));
        while (known && !tokens.get(open.element()).name().equals(token.name())) {
          alone(paired, open.pop());
        }
        if (known) {
          open.pop();
        } else {
          alone(paired, i);
        }
      }
    }
    open.forEach(i -> alone(paired, i));
    return paired;
  }

  private static void alone(List<Token> tokens, int index) {
    Token token = tokens.get(index);
    tokens.set(index, new Token(Kind.FRAME, token.name(), token.value(), token.from(), token.to()));
  }

  /** Pieces as they are typed. */
  static String typed(List<Piece> pieces) {
    StringBuilder typed = new StringBuilder();
    for (Piece piece : pieces) {
      typed.append(piece.kind() == Kind.WORDS ? Markup.escape(piece.value()) : piece.value());
    }
    return typed.toString();
  }
}
