package duizhao.text;

import duizhao.diagnostic.Location;
import duizhao.model.Block;
import duizhao.model.Html;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The markup and the words of one block, written together. White space folds to one space, or to
 * nothing where a line breaks between two Chinese characters.
 */
final class Markup {

  private static final int NOTHING = -1;
  private static final int PICTURE = 0xFFFC;
  private static final int IDEOGRAPHIC_SPACE = 0x3000;
  private static final int NO_BREAK_SPACE = 0xA0;

  private final StringBuilder html = new StringBuilder();
  private final StringBuilder words = new StringBuilder();
  private final List<Block.Run> runs = new ArrayList<>();

  /** Where the next word stands in the file; null when that is not known, or told already. */
  private @Nullable Location place;

  /** The character before, as far as spacing goes. */
  private int last = NOTHING;

  /**
   * Where in the markup white space was seen that may have to be written; negative when none was.
   */
  private int gap = -1;

  private boolean gapHasBreak;

  /**
   * Opens an element.
   *
   * @param attributes empty, or escaped and starting with a space
   */
  void open(String tag, String attributes) {
    html.append('<').append(tag).append(attributes).append('>');
  }

  void close(String tag) {
    html.append("</").append(tag).append('>');
  }

  /** Starts a line of its own, such as a list item: what is next does not touch what was before. */
  void separate() {
    last = NOTHING;
    gap = -1;
    spaceWords();
  }

  /** Says where in the file the text that is added next stands; null for nowhere. */
  void from(@Nullable Location at) {
    place = at;
  }

  void text(String text) {
    int c;
    for (int i = 0; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      character(c);
    }
  }

  private void character(int c) {
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
      if (gap < 0) {
        gap = html.length();
        gapHasBreak = false;
      }
      gapHasBreak |= c == '\n' || c == '\r';
      if (place != null) {
        place = new Location(place.file(), place.line(), place.column() + 1, 0);
      }
      return;
    }
    // The theme indents paragraphs; typed indents would add to that.
    if (!printable(c) || (c == IDEOGRAPHIC_SPACE && last == NOTHING)) {
      return;
    }
    closeGap(c);
    escape(c, html);
    if (c == IDEOGRAPHIC_SPACE || c == NO_BREAK_SPACE) {
      spaceWords();
    } else {
      if (place != null) {
        runs.add(new Block.Run(words.length(), place));
        place = null;
      }
      words.appendCodePoint(c);
    }
    last = c;
  }

  private void closeGap(int next) {
    if (gap >= 0 && last != NOTHING && !(gapHasBreak && Cjk.joins(last, next))) {
      html.insert(gap, ' ');
      spaceWords();
    }
    gap = -1;
  }

  private void spaceWords() {
    if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
      words.append(' ');
    }
  }

  /** Adds text whose white space counts. */
  void verbatim(String text) {
    if (text.isEmpty()) {
      return;
    }
    closeGap(text.codePointAt(0));
    html.append(escape(text));
    text.codePoints()
        .filter(Markup::printable)
        .forEach(
            c -> {
              if (Character.isWhitespace(c)) {
                spaceWords();
              } else {
                words.appendCodePoint(c);
              }
            });
    last = text.codePointBefore(text.length());
  }

  /**
   * Writes a link around what is written meanwhile, with the white space before it left outside.
   */
  void link(String attributes, Runnable content) {
    open("a", attributes);
    content.run();
    close("a");
  }

  void lineBreak() {
    html.append("<br>");
    separate();
  }

  void picture(String markup) {
    closeGap(PICTURE);
    html.append(markup);
    last = PICTURE;
  }

  /** Adds markup that has no words, such as the mark of a footnote. */
  void mark(String markup) {
    html.append(markup);
  }

  /** Whether nothing was written that a reader could see. */
  boolean isBlank() {
    return words().isEmpty() && html.indexOf("<img") < 0 && html.indexOf("<sup") < 0;
  }

  Html html() {
    return new Html(html.toString());
  }

  List<Block.Run> runs() {
    return runs;
  }

  String words() {
    return words.toString().strip();
  }

  /** Text for element content or a quoted attribute; what HTML cannot hold is left out. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints().filter(Markup::printable).forEach(c -> escape(c, escaped));
    return escaped.toString();
  }

  private static void escape(int c, StringBuilder to) {
    switch (c) {
      case '&' -> to.append("&amp;");
      case '<' -> to.append("&lt;");
      case '>' -> to.append("&gt;");
      case '"' -> to.append("&quot;");
      default -> to.appendCodePoint(c);
    }
  }

  /** Whether HTML may hold a character and no part of the program gives it a meaning of its own. */
  private static boolean printable(int c) {
    boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    boolean noncharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    return !control && !surrogate && !noncharacter && !EmphasisMarks.isReserved(c);
  }
}
