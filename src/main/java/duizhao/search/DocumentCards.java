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
import java.text.Normalizer;
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

  private static final String INDEX = "/index.html";
  private static final int MOST_LINKS = 2;
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private static final int FIRST_IDEOGRAPHIC = 0x2e80;
  private static final int LAST_COMPATIBLE = 0x2fa1f;

  private static final Map<Integer, String> TRADITIONAL = traditional();
  private static final BitSet NEEDED = new BitSet();

  static {
    TRADITIONAL.keySet().forEach(NEEDED::set);
  }

  private final SitePlan plan;
  private final Map<String, EdtfWording> wordings = new HashMap<>();

  /**
   * Field names are short because every result carries them; {@code src/docs/search-index.md}
   * spells them out.
   */
  private record Head(
      String i,
      @Nullable String t,
      @Nullable String s,
      String d,
      String w,
      List<Link> p,
      List<Link> r,
      @Nullable String o,
      @Nullable String x) {}

  private record Body(
      @Nullable List<String> n,
      @Nullable List<String> c,
      @Nullable List<String> b,
      @Nullable String x,
      @Nullable Integer h) {}

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

  /** What a result shows at once of one report in one language, as JSON. */
  String head(Report report, Language language, SearchText text) {
    Archive archive = plan.archive();
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
    String title = text.title() != null ? text.title() : report.title().preferring(language);
    boolean untranslated = report.in(language) == null;
    return GSON.toJson(
        new Head(
            report.id(),
            title,
            text.summary(),
            Objects.requireNonNull(wordings.get(language.id())).print(report.source().date()),
            newspaper.name().preferring(language),
            programmes,
            regions,
            untranslated ? report.translation().original().id() : null,
            traditional(Stream.of(title, text.summary()))));
  }

  private static @Nullable List<String> some(List<String> texts) {
    return texts.isEmpty() ? null : texts;
  }

  /**
   * The rest of its text, as JSON.
   *
   * @param all its texts in every language, this one among them
   */
  String body(Language language, SearchText text, List<SearchText> all) {
    return GSON.toJson(
        new Body(
            some(text.names()),
            some(text.captions()),
            some(text.blocks()),
            traditional(rest(text)),
            elsewhere(language, text, all) ? 1 : null));
  }

  /** The traditional characters that folding takes, each followed by its simplified one. */
  private static @Nullable String traditional(Stream<@Nullable String> texts) {
    StringBuilder pairs = new StringBuilder();
    BitSet found = new BitSet();
    texts.forEach(
        text -> {
          for (int i = 0; text != null && i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < FIRST_IDEOGRAPHIC) {
              continue;
            }
            int c = Character.isHighSurrogate(unit) ? text.codePointAt(i) : unit;
            if (NEEDED.get(c) && !found.get(c)) {
              found.set(c);
              pairs.append(TRADITIONAL.get(c));
            }
          }
        });
    return pairs.isEmpty() ? null : pairs.toString();
  }

  /** Whether the texts of other languages hold Chinese: who looks for some reads them then only. */
  private static boolean elsewhere(Language language, SearchText text, List<SearchText> all) {
    return language.id().startsWith("zh")
        && all.stream()
            .filter(other -> !other.equals(text))
            .flatMap(other -> Stream.concat(Stream.of(other.title(), other.summary()), rest(other)))
            .anyMatch(DocumentCards::hasHan);
  }

  private static boolean hasHan(@Nullable String text) {
    for (int i = 0; text != null && i < text.length(); i++) {
      if (GramTree.isHan(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static Stream<@Nullable String> rest(SearchText text) {
    return Stream.of(text.names(), text.captions(), text.blocks()).flatMap(List::stream);
  }

  /** The pairs of the folding table that a character takes, itself or what it is made of. */
  private static Map<Integer, String> traditional() {
    Map<Integer, Integer> table = new HashMap<>();
    int[] pairs = SearchFold.table().codePoints().toArray();
    for (int i = 0; i < pairs.length; i += 2) {
      table.put(pairs[i], pairs[i + 1]);
    }
    Map<Integer, String> traditional = new HashMap<>();
    for (int c = FIRST_IDEOGRAPHIC; c <= LAST_COMPATIBLE; c++) {
      StringBuilder needed = new StringBuilder();
      Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
          .codePoints()
          .filter(table::containsKey)
          .forEach(
              part -> needed.appendCodePoint(part).appendCodePoint(table.getOrDefault(part, part)));
      if (!needed.isEmpty()) {
        traditional.put(c, needed.toString());
      }
    }
    return traditional;
  }

  private Link link(LocalizedText label, Object thing, Language language) {
    SitePath path = plan.addresses().of(thing, language);
    return new Link(label.preferring(language), path == null ? "" : address(path, language));
  }

  /** Without what all addresses in the language begin and end with. */
  private static String address(SitePath path, Language language) {
    String value = path.value();
    String before = language.id() + "/";
    return value.startsWith(before) && value.endsWith(INDEX)
        ? value.substring(before.length(), value.length() - INDEX.length())
        : value;
  }
}
