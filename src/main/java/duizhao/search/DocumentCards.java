package duizhao.search;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import duizhao.edtf.EdtfWording;
import duizhao.model.Archive;
import duizhao.model.Language;
import duizhao.model.LocalizedText;
import duizhao.model.Newspaper;
import duizhao.model.Report;
import duizhao.model.Theme;
import duizhao.plan.SitePath;
import duizhao.plan.SitePlan;
import duizhao.text.SearchFold;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a result shows of a report in one language, and the text that decides whether it is one. */
final class DocumentCards {

  private static final int MOST_LINKS = 3;
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private static final BitSet TRADITIONAL = traditional();

  private final SitePlan plan;
  private final Map<String, EdtfWording> wordings = new HashMap<>();

  /**
   * Field names are short because every result carries them; {@code src/docs/search-index.md}
   * spells them out.
   */
  private record Card(
      String i,
      @Nullable String t,
      @Nullable String s,
      List<String> n,
      List<String> c,
      List<String> b,
      String d,
      String w,
      List<Link> p,
      List<Link> r,
      @Nullable String o,
      @Nullable Integer x) {}

  private record Link(String l, String a) {}

  DocumentCards(SitePlan plan, Theme theme) {
    this.plan = plan;
    for (Language language : plan.archive().languages()) {
      Map<String, Theme.Word> words = theme.words().getOrDefault(language.id(), Map.of());
      wordings.put(
          language.id(),
          new EdtfWording(
              key -> {
                Theme.Word word = words.get("dates." + key);
                return word == null ? null : word.other();
              }));
    }
  }

  /** One report in one language as JSON. */
  String of(Report report, Language language) {
    Archive archive = plan.archive();
    SearchText text = SearchText.of(report, language);
    Newspaper newspaper =
        Objects.requireNonNull(archive.newspapers().get(report.source().newspaper().id()));
    List<Link> programmes = new ArrayList<>();
    report.programmes().stream()
        .map(r -> archive.programmes().get(r.id()))
        .filter(Objects::nonNull)
        .limit(MOST_LINKS)
        .forEach(p -> programmes.add(link(p.label(), p, language)));
    List<Link> regions = new ArrayList<>();
    report.regions().stream()
        .map(r -> archive.regions().get(r.id()))
        .filter(Objects::nonNull)
        .limit(MOST_LINKS)
        .forEach(r -> regions.add(link(r.name(), r, language)));
    boolean untranslated = report.in(language) == null;
    return GSON.toJson(
        new Card(
            report.id(),
            text.title() != null ? text.title() : report.title().preferring(language),
            text.summary(),
            text.names(),
            text.captions(),
            text.blocks(),
            Objects.requireNonNull(wordings.get(language.id())).print(report.source().date()),
            newspaper.name().preferring(language),
            programmes,
            regions,
            untranslated ? report.translation().original().id() : null,
            holdsTraditional(text) ? 1 : null));
  }

  /**
   * Whether folding it needs the table of traditional characters, which readers fetch only then.
   */
  private static boolean holdsTraditional(SearchText text) {
    return Stream.of(
            Stream.ofNullable(text.title()),
            Stream.ofNullable(text.summary()),
            text.names().stream(),
            text.captions().stream(),
            text.blocks().stream())
        .flatMap(texts -> texts)
        .flatMapToInt(String::codePoints)
        .anyMatch(TRADITIONAL::get);
  }

  private static BitSet traditional() {
    BitSet traditional = new BitSet();
    int[] pairs = SearchFold.table().codePoints().toArray();
    for (int i = 0; i < pairs.length; i += 2) {
      traditional.set(pairs[i]);
    }
    return traditional;
  }

  private Link link(LocalizedText label, Object thing, Language language) {
    SitePath path = plan.addresses().of(thing, language);
    return new Link(label.preferring(language), path == null ? "" : path.value());
  }
}
