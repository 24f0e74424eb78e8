package duizhao.model;

import duizhao.diagnostic.Location;
import java.util.List;
import java.util.Map;

/**
 * How a site looks: its own templates, words and files, and those of the themes it extends.
 *
 * @param templates by name, such as {@code report.ftlh} or {@code parts/list.ftlh}
 * @param words by language id, then by dotted key; every language has the same keys
 * @param style all style sheets, one after the other
 * @param script all scripts, one after the other
 * @param files what else is published, such as images
 */
public record Theme(
    String name,
    Map<String, Template> templates,
    Map<String, Map<String, Word>> words,
    String style,
    String script,
    List<Asset> files) {

  public Theme {
    templates = Map.copyOf(templates);
    words = Map.copyOf(words);
    files = List.copyOf(files);
  }

  /** A FreeMarker template as it was read. */
  public record Template(Location at, String text) {}

  /**
   * What the interface says in one language.
   *
   * @param other the words, or their plural form; {@code {0}}, {@code {1}} stand for what is filled
   *     in
   * @param one the form for one thing; equal to {@code other} where the language does not
   *     distinguish
   */
  public record Word(Location at, String one, String other) {}

  /**
   * A file published as it is.
   *
   * @param path below the theme's {@code assets} folder
   */
  public record Asset(String path, Bytes bytes) {}
}
