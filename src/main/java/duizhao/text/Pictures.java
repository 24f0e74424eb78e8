package duizhao.text;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import duizhao.diagnostic.Nearest;
import duizhao.model.Language;
import duizhao.model.LocalizedText;
import duizhao.model.Picture;
import org.jspecify.annotations.Nullable;

/** Writes the pictures of one text. */
final class Pictures {

  private final TextContext context;
  private final Links links;
  private final Diagnostics diagnostics;

  Pictures(TextContext context, Links links, Diagnostics diagnostics) {
    this.context = context;
    this.links = links;
    this.diagnostics = diagnostics;
  }

  /**
   * The owner's picture that a text names, or null (and a diagnostic) where it has none of that
   * name.
   */
  @Nullable Picture find(String written, Location at) {
    String address = written.strip();
    if (address.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*|[/\\\\].*")) {
      diagnostics.add(
          Code.UNSAFE_LINK,
          at,
          "the picture \"" + Links.visible(address) + "\" is not in the report's folder",
          "put the picture beside the text and write its file name");
      return null;
    }
    String name = Links.decode(address).replaceFirst("^\\./", "");
    Picture picture = context.pictures().get(name);
    if (picture == null) {
      diagnostics.add(
          Code.MISSING_PICTURE,
          at,
          "there is no picture \"" + Links.visible(name) + "\"",
          Nearest.didYouMean(Links.visible(name), context.pictures().keySet())
              + "Pictures stand in the text's own folder and under pictures in its YAML");
    }
    return picture;
  }

  /**
   * The element for a picture.
   *
   * @param written what the text itself says that it shows; may be blank
   */
  String image(Picture picture, String written, Location at) {
    String own = picture.alt().in(context.language());
    String alt = written.isBlank() ? own : written;
    String lang = "";
    if (alt == null || alt.isBlank()) {
      diagnostics.add(
          Code.PICTURE_WITHOUT_TEXT,
          at,
          "nothing says in this language what the picture \"" + picture.file() + "\" shows",
          "say it between the square brackets, or under alt");
      alt = picture.alt().preferring(context.language());
      lang = lang(picture.alt());
    }
    return "<img"
        + lang
        + (" src=\"" + links.file(picture.file(), at) + "\"")
        + (" alt=\"" + Markup.escape(alt.strip()) + "\"")
        + (" width=\"" + picture.widthPx() + "\" height=\"" + picture.heightPx() + "\"")
        + " loading=\"lazy\" decoding=\"async\">";
  }

  /** Writes the caption and credit that belong to a picture, if there are any. */
  void caption(Picture picture, Markup markup) {
    LocalizedText caption = picture.caption();
    LocalizedText credit = picture.credit();
    boolean captioned = caption != null && !caption.preferring(context.language()).isBlank();
    boolean credited = credit != null && !credit.preferring(context.language()).isBlank();
    if (!captioned && !credited) {
      return;
    }
    markup.open("figcaption", "");
    if (caption != null && captioned) {
      words(caption, "", markup);
    }
    if (credit != null && credited) {
      markup.text(" ");
      words(credit, " class=\"credit\"", markup);
    }
    markup.close("figcaption");
  }

  private void words(LocalizedText text, String attributes, Markup markup) {
    String all = attributes + lang(text);
    if (!all.isEmpty()) {
      markup.open("span", all);
    }
    markup.text(text.preferring(context.language()));
    if (!all.isEmpty()) {
      markup.close("span");
    }
  }

  /** The attribute that names the language a text falls back to; empty where it does not. */
  private String lang(LocalizedText text) {
    Language language = context.language();
    if (text.in(language) != null || text.isEmpty()) {
      return "";
    }
    return " lang=\"" + Markup.escape(text.byLanguage().keySet().iterator().next()) + "\"";
  }
}
