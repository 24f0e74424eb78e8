package duizhao.plan;

import duizhao.model.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every page has.
 *
 * @param alternates the same thing in each language, this one included, in the archive's order
 * @param canonical the page that search engines should keep: this one, or the original of an
 *     untranslated report
 * @param indexed whether search engines should keep this page at all
 * @param feed the feed of what this page lists; null when it lists nothing of its own
 */
public record Head(
    SitePath path,
    Language language,
    List<Alternate> alternates,
    SitePath canonical,
    boolean indexed,
    @Nullable SitePath feed) {

  public Head {
    alternates = List.copyOf(alternates);
  }

  /**
   * The same thing in one language.
   *
   * @param real whether its text is in that language, so that search engines may be told of it
   */
  public record Alternate(Language language, SitePath path, boolean real) {}
}
