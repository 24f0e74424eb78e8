package duizhao.read;

import duizhao.diagnostic.Diagnostics;
import duizhao.model.ContentPage;
import duizhao.model.Edition;
import duizhao.model.Language;
import duizhao.model.LocalizedText;
import duizhao.model.Picture;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one ordinary page. */
final class PageReader {

  private static final int USUAL_ORDER = 100;

  private final SourceFiles files;
  private final List<Language> languages;
  private final RelativeLinks links;
  private final Diagnostics diagnostics;

  PageReader(List<Language> languages, Memory.Means means) {
    this.files = means.files();
    this.languages = languages;
    this.links = means.links();
    this.diagnostics = means.diagnostics();
  }

  /** The page, or null, with diagnostics, when it lacks what every page must have. */
  @Nullable ContentPage read(ReportFiles found) {
    String id = Values.id(found.id(), found.at(), diagnostics);
    Article article = Article.open(found, files, diagnostics);
    if (article == null) {
      return null;
    }
    List<String> languageIds = languages.stream().map(Language::id).toList();
    new ShapeChecker(diagnostics, languageIds, true)
        .check(article.fields(), Schema.PAGE, "page.yaml");
    Values fields = new Values(article.fields(), languageIds, diagnostics);
    Map<String, Picture> pictures =
        new PictureReader(files, diagnostics).read(found, fields.maps("pictures"));
    Map<String, Edition> editions =
        article.editions(
            languages, found.id(), pictures, links.from(found, pictures.keySet()), diagnostics);
    LocalizedText title = fields.localized("title");
    Integer order = fields.has("order") ? fields.whole("order", 0) : Integer.valueOf(USUAL_ORDER);
    if (id == null || title == null || order == null || !article.complete(editions)) {
      return null;
    }
    return new ContentPage(
        id,
        found.at(),
        title,
        fields.localizedOrEmpty("summary"),
        order,
        List.copyOf(pictures.values()),
        editions);
  }
}
