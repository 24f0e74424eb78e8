package duizhao.model;

import duizhao.diagnostic.Location;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything an archive says.
 *
 * @param languages in the order they are offered; never empty
 * @param baseUrl where the site will stand, ending in {@code /}; null when not decided
 * @param theme name of the theme
 * @param regions every place a report or scheme names and the places that hold those, by code, in
 *     code order
 * @param programmes by id, in the order of the file
 * @param newspapers by id, in the order of the file
 * @param units by id, in the order of the file
 * @param reports those to publish, newest first
 * @param drafts those only to check, newest first
 */
public record Archive(
    Location at,
    LocalizedText title,
    LocalizedText description,
    List<Language> languages,
    @Nullable String baseUrl,
    String theme,
    @Nullable Licence licence,
    @Nullable LocalizedText publisher,
    Map<String, Region> regions,
    Map<String, Programme> programmes,
    Map<String, Newspaper> newspapers,
    Map<String, Unit> units,
    List<Term> glossary,
    List<ContentPage> pages,
    List<Report> reports,
    List<Report> drafts) {

  public Archive {
    languages = List.copyOf(languages);
    glossary = List.copyOf(glossary);
    pages = List.copyOf(pages);
    reports = List.copyOf(reports);
    drafts = List.copyOf(drafts);
  }

  /** The same archive, published otherwise. */
  public Archive with(
      List<Language> otherLanguages, @Nullable String otherBaseUrl, String otherTheme) {
    return new Archive(
        at,
        title,
        description,
        otherLanguages,
        otherBaseUrl,
        otherTheme,
        licence,
        publisher,
        regions,
        programmes,
        newspapers,
        units,
        glossary,
        pages,
        reports,
        drafts);
  }
}
