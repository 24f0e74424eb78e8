package duizhao.search;

import duizhao.model.Block;
import duizhao.model.Byline;
import duizhao.model.Edition;
import duizhao.model.Language;
import duizhao.model.LocalizedText;
import duizhao.model.Organisation;
import duizhao.model.Person;
import duizhao.model.Picture;
import duizhao.model.Report;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a report can be found in one language.
 *
 * @param names people, writers and bodies
 * @param captions of pictures, with what they show and whose they are
 * @param blocks paragraphs in order
 */
record SearchText(
    @Nullable String title,
    @Nullable String summary,
    List<String> names,
    List<String> captions,
    List<String> blocks) {

  static SearchText of(Report report, Language language) {
    Set<String> names = new LinkedHashSet<>();
    report.people().stream().map(Person::name).forEach(t -> add(t, language, names));
    report.source().byline().stream().map(Byline::name).forEach(t -> add(t, language, names));
    report.organisations().stream().map(Organisation::name).forEach(t -> add(t, language, names));
    Set<String> captions = new LinkedHashSet<>();
    for (Picture picture : report.pictures()) {
      add(picture.alt(), language, captions);
      add(picture.caption(), language, captions);
      add(picture.credit(), language, captions);
    }
    Edition edition = report.in(language);
    List<String> blocks =
        edition == null ? List.of() : edition.body().blocks().stream().map(Block::text).toList();
    return new SearchText(
        report.title().in(language),
        report.summary().in(language),
        new ArrayList<>(names),
        new ArrayList<>(captions),
        blocks);
  }

  private static void add(@Nullable LocalizedText text, Language language, Set<String> into) {
    String words = text == null ? null : text.in(language);
    if (words != null) {
      into.add(words);
    }
  }
}
