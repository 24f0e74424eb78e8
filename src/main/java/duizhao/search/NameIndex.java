package duizhao.search;

import com.google.gson.Gson;
import duizhao.model.Archive;
import duizhao.model.Language;
import duizhao.model.LocalizedText;
import duizhao.model.Newspaper;
import duizhao.model.Organisation;
import duizhao.model.Person;
import duizhao.model.Programme;
import duizhao.model.Region;
import duizhao.model.Report;
import duizhao.model.Term;
import duizhao.plan.SitePath;
import duizhao.plan.SitePlan;
import duizhao.text.Pinyin;
import duizhao.text.SearchFold;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The names and terms that the archive knows in both languages: they bridge the languages in a
 * search, and are suggested while a reader types. Each is found by every form it has and by the
 * pinyin of its Chinese forms.
 */
final class NameIndex {

  /**
   * A name as the client reads it: kind, labels by language, what else it is called, and the page
   * by language where it has one.
   */
  private record Name(
      String k, Map<String, String> l, @Nullable List<String> o, @Nullable Map<String, String> a) {}

  /** One form of a name: folded, without spaces. */
  private record Form(String f, int n) {}

  /**
   * What a client finds under two characters or more.
   *
   * @param d where there are too many: how many characters lead to the forms of at least that
   *     length
   */
  private record Names(@Nullable Integer d, List<Form> f, List<Name> n) {}

  /** A piece of more characters is parted. */
  private static final int PIECE_CHARS = 3_000;

  /** Longer forms that are suggested from where they are parted. */
  private static final int MOST_SUGGESTED = 8;

  /** Most names that one form may stand for. */
  static final int MOST_NAMES = 8;

  private static final Gson GSON = new com.google.gson.GsonBuilder().disableHtmlEscaping().create();

  private final SitePlan plan;
  private final Units units;
  private final TreeMap<String, List<Entry>> byStart = new TreeMap<>();

  private record Entry(String form, Name name) {}

  NameIndex(SitePlan plan, Units units) {
    this.plan = plan;
    this.units = units;
  }

  void write() throws IOException {
    Archive archive = plan.archive();
    for (Region region : archive.regions().values()) {
      List<String> forms = new ArrayList<>(region.former());
      add("region", region.name(), forms, region);
    }
    for (Programme programme : archive.programmes().values()) {
      List<String> forms = new ArrayList<>();
      programme.alternatives().forEach(text -> forms.addAll(text.byLanguage().values()));
      add(programme.scheme() ? "scheme" : "programme", programme.label(), forms, programme);
    }
    for (Newspaper newspaper : archive.newspapers().values()) {
      add("newspaper", newspaper.name(), List.of(), newspaper);
    }
    for (Term term : archive.glossary()) {
      List<String> forms = new ArrayList<>();
      term.variants().values().forEach(forms::addAll);
      add("term", term.term(), forms, null);
    }
    Set<LocalizedText> people = new LinkedHashSet<>();
    Set<LocalizedText> organisations = new LinkedHashSet<>();
    for (Report report : archive.reports()) {
      report.people().stream().map(Person::name).forEach(people::add);
      report.organisations().stream().map(Organisation::name).forEach(organisations::add);
    }
    people.forEach(name -> add("person", name, List.of(), null));
    organisations.forEach(name -> add("organisation", name, List.of(), null));
    for (Map.Entry<String, List<Entry>> entry : byStart.entrySet()) {
      write(entry.getKey(), entry.getValue());
    }
  }

  /** Writes the names below a start: in one piece, or where that is too long in several. */
  private void write(String start, List<Entry> entries) throws IOException {
    String whole = GSON.toJson(names(null, entries));
    int depth = whole.length() > PIECE_CHARS ? depth(start, entries, whole.length()) : 0;
    if (depth == 0) {
      units.add(Units.NAMES + start, whole);
      return;
    }
    List<Entry> here = new ArrayList<>();
    TreeMap<String, List<Entry>> below = new TreeMap<>();
    int longer = 0;
    for (Entry entry : entries) {
      boolean deeper = entry.form().length() >= depth;
      if (deeper) {
        String key = entry.form().substring(0, depth);
        below.computeIfAbsent(key, k -> new ArrayList<>()).add(entry);
      }
      if (!deeper || longer++ < MOST_SUGGESTED) {
        here.add(entry);
      }
    }
    units.add(Units.NAMES + start, GSON.toJson(names(depth, here)));
    for (Map.Entry<String, List<Entry>> entry : below.entrySet()) {
      write(entry.getKey(), entry.getValue());
    }
  }

  /** How many characters part these forms into pieces that are not too long; 0 where none do. */
  private static int depth(String start, List<Entry> entries, int chars) {
    int longest = entries.stream().mapToInt(entry -> entry.form().length()).max().orElse(0);
    int best = 0;
    for (int depth = start.length() + 1; depth <= longest; depth++) {
      Set<String> parts = new LinkedHashSet<>();
      for (Entry entry : entries) {
        if (entry.form().length() >= depth) {
          parts.add(entry.form().substring(0, depth));
        }
      }
      if (parts.size() > 1) {
        best = depth;
        if (parts.size() >= chars / PIECE_CHARS) {
          return depth;
        }
      }
    }
    return best;
  }

  private static Names names(@Nullable Integer depth, List<Entry> entries) {
    Map<Name, Integer> names = new LinkedHashMap<>();
    Set<Form> forms = new LinkedHashSet<>();
    Map<String, Integer> counts = new HashMap<>();
    for (Entry entry : entries) {
      if (counts.merge(entry.form(), 1, Integer::sum) > MOST_NAMES) {
        continue;
      }
      Integer number = names.get(entry.name());
      if (number == null) {
        number = names.size();
        names.put(entry.name(), number);
      }
      forms.add(new Form(entry.form(), number));
    }
    return new Names(depth, new ArrayList<>(forms), new ArrayList<>(names.keySet()));
  }

  private void add(String kind, LocalizedText label, List<String> others, @Nullable Object page) {
    Name name =
        new Name(
            kind,
            label.byLanguage(),
            page instanceof Programme && !others.isEmpty() ? others : null,
            page == null ? null : addresses(page));
    Set<String> forms = new LinkedHashSet<>();
    List<String> texts = new ArrayList<>(label.byLanguage().values());
    texts.addAll(others);
    for (String text : texts) {
      forms.add(SearchFold.fold(text).replace(" ", ""));
      forms.addAll(Pinyin.of(text));
    }
    for (String form : forms) {
      if (form.length() >= 2) {
        byStart
            .computeIfAbsent(form.substring(0, 2), k -> new ArrayList<>())
            .add(new Entry(form, name));
      }
    }
  }

  private Map<String, String> addresses(Object page) {
    Map<String, String> addresses = new TreeMap<>();
    for (Language language : plan.archive().languages()) {
      SitePath path = plan.addresses().of(page, language);
      if (path != null) {
        addresses.put(language.id(), path.value());
      }
    }
    return addresses;
  }
}
