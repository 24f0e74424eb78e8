package duizhao.text;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import duizhao.model.Block;
import duizhao.model.BlockKind;
import duizhao.model.Body;
import duizhao.model.Html;
import duizhao.model.Picture;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers the numbered blocks of one text, whatever format it was read from. */
final class BodyBuilder {

  /** How deep blocks, or marks within a line, may stand in each other. */
  static final int MAX_DEPTH = 40;

  static final int MAX_CELLS = 20_000;
  static final int MAX_COLUMNS = 200;

  final TextContext context;
  final Diagnostics diagnostics;
  final Links links;
  final Pictures pictures;
  private final List<Block> blocks = new ArrayList<>();
  private boolean tooDeep;

  BodyBuilder(TextContext context, Diagnostics diagnostics) {
    this.context = context;
    this.diagnostics = diagnostics;
    this.links = new Links(context, diagnostics);
    this.pictures = new Pictures(context, links, diagnostics);
  }

  /** Adds a block, unless a reader would see nothing of it. */
  void add(BlockKind kind, Markup markup, Location at) {
    if (kind == BlockKind.RULE || !markup.isBlank()) {
      blocks.add(
          new Block(blocks.size() + 1, kind, markup.html(), markup.words(), at, markup.runs()));
    }
  }

  /** Adds a picture that stands alone. */
  void addPicture(
      Picture picture, String alt, @Nullable Runnable caption, Markup figure, Location at) {
    figure.open("figure", "");
    figure.picture(pictures.image(picture, alt, at));
    figure.separate();
    if (caption == null) {
      pictures.caption(picture, figure);
    } else {
      figure.open("figcaption", "");
      caption.run();
      figure.close("figcaption");
    }
    figure.close("figure");
    add(BlockKind.PICTURE, figure, at);
  }

  /** The element for a heading, which stands below the page's own. */
  static String heading(int level) {
    return "h" + Math.max(2, Math.min(4, level));
  }

  /** Says once that a text is nested too deep. */
  void tooDeep(Location at) {
    if (!tooDeep) {
      tooDeep = true;
      diagnostics.add(
          Code.NESTING_TOO_DEEP,
          at,
          "lists, quotes or marks stand more than " + MAX_DEPTH + " deep in each other here",
          "look for stray >, -, * or brackets");
    }
  }

  void tooLarge(Location at) {
    diagnostics.add(
        Code.TABLE_TOO_LARGE,
        at,
        "the table has more than " + MAX_COLUMNS + " columns or " + MAX_CELLS + " cells",
        "publish it as a file and link to that");
  }

  Body build(@Nullable Html notes) {
    links.checkOwnParagraphs(blocks.size());
    return new Body(blocks, notes, links.uses());
  }
}
