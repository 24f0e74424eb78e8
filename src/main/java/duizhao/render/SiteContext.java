package duizhao.render;

import duizhao.edtf.EdtfWording;
import duizhao.model.Archive;
import duizhao.model.Edition;
import duizhao.model.Html;
import duizhao.model.Language;
import duizhao.model.Theme;
import duizhao.plan.Head;
import duizhao.plan.SitePath;
import duizhao.plan.SitePlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What all pages of a site share while they are rendered. */
final class SiteContext {

  private final SitePlan plan;
  private final Map<String, EdtfWording> wordings = new HashMap<>();
  private final Map<String, Words> words = new HashMap<>();
  private final Map<String, String> tags = new HashMap<>();
  private final Map<String, GlossaryMarks> marks = new HashMap<>();

  /** The theme has every word that dates need: its reader saw to that. */
  SiteContext(SitePlan plan, Theme theme) {
    this.plan = plan;
    for (Language language : plan.archive().languages()) {
      Map<String, Theme.Word> own = theme.words().getOrDefault(language.id(), Map.of());
      words.put(language.id(), new Words(own, ""));
      wordings.put(
          language.id(),
          new EdtfWording(
              key -> {
                Theme.Word word = own.get("dates." + key);
                return word == null ? null : word.other();
              }));
      tags.put(language.id(), language.tag());
      marks.put(language.id(), new GlossaryMarks(plan.archive().glossary(), language));
    }
  }

  SitePlan plan() {
    return plan;
  }

  Archive archive() {
    return plan.archive();
  }

  Words words(Language language) {
    return Objects.requireNonNull(words.get(language.id()));
  }

  EdtfWording wording(Language language) {
    return Objects.requireNonNull(wordings.get(language.id()));
  }

  /** The BCP 47 tag of a language id; the id itself for a language that is not published. */
  String tag(String language) {
    return tags.getOrDefault(language, language);
  }

  /** The blocks of an edition, each term of the glossary marked where it comes first. */
  List<GlossaryMarks.Marked> marked(Edition edition) {
    GlossaryMarks own = marks.get(edition.language().id());
    return own == null
        ? edition.body().blocks().stream()
            .map(block -> new GlossaryMarks.Marked(block.html(), List.of()))
            .toList()
        : own.of(edition.body());
  }

  /** HTML with its links made relative to a page. */
  String resolve(Html html, Head head) {
    String markup = html.markup();
    int start = markup.indexOf(Html.LINK_START);
    if (start < 0) {
      return markup;
    }
    StringBuilder resolved = new StringBuilder(markup.length());
    int from = 0;
    while (start >= 0) {
      int end = markup.indexOf(Html.LINK_END, start);
      resolved.append(markup, from, start).append(link(markup.substring(start + 1, end), head));
      from = end + 1;
      start = markup.indexOf(Html.LINK_START, from);
    }
    return resolved.append(markup, from, markup.length()).toString();
  }

  private String link(String reference, Head head) {
    int hash = reference.indexOf('#');
    String fragment = hash < 0 ? "" : reference.substring(hash);
    String target = hash < 0 ? reference : reference.substring(0, hash);
    SitePath path = plan.addresses().of(target, head.language());
    return path == null ? "#" : path.from(head.path()) + fragment;
  }
}
