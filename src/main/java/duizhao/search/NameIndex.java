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
   * A name as the client reads it: kind, labels by language, and the page by language where it has
   * one.
   */
  private record Name(String k, Map<String, String> l, @Nullable Map<String, String> a) {}

  /** One form of a name: folded, without spaces. */
  private record Form(String f, int n) {}

  /** What a client finds under two characters. */
  private record Names(List<Form> f, List<Name> n) {}

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
      units.add(Units.NAMES + entry.getKey(), GSON.toJson(names(entry.getValue())));
    }
  }

  private static Names names(List<Entry> entries) {
    List<Form> forms = new ArrayList<>();
    List<Name> names = new ArrayList<>();
    for (Entry entry : entries) {
      int number = names.indexOf(entry.name());
      if (number < 0) {
        number = names.size();
        names.add(entry.name());
      }
      Form form = new Form(entry.form(), number);
      if (!forms.contains(form)) {
        forms.add(form);
      }
    }
    return new Names(forms, names);
  }

  private void add(String kind, LocalizedText label, List<String> others, @Nullable Object page) {
    Name name = new Name(kind, label.byLanguage(), page == null ? null : addresses(page));
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
