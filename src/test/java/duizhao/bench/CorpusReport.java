package duizhao.bench;

import duizhao.bench.CorpusMaker.City;
import duizhao.bench.CorpusMaker.County;
import duizhao.bench.CorpusMaker.Material;
import duizhao.bench.CorpusMaker.Scheme;
import duizhao.bench.Phrases.Pair;
import duizhao.bench.Phrases.Sentence;
import duizhao.bench.Phrases.Stated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/** One report of a benchmark archive, from its dice to its files. */
final class CorpusReport {

  private static final int FIRST_YEAR = 2004;
  private static final int YEARS = 20;

  /**
   * Of a hundred reports: how many have no translation, were written in English, have a picture.
   */
  private static final int UNTRANSLATED = 2;

  private static final int FROM_ENGLISH = 3;
  private static final int PICTURED = 3;
  private static final int FEATURES = 15;

  private static final int MOST_FIGURES = 8;

  /** What the sentences about the report's own subject have in common. */
  private static final List<String> OWN = List.of("trade", "sector", "skill", "venue");

  private final Material material;
  private final int number;
  private final Random random;
  private final Names names;
  private final String topic;
  private final City city;
  private final LocalDate date;
  private final Pair fed;
  private final List<String> regions = new ArrayList<>();
  private final Set<String> programmes = new LinkedHashSet<>();
  private final Map<Pair, Pair> people = new LinkedHashMap<>();
  private final Set<Pair> organisations = new LinkedHashSet<>();
  private final Map<Pair, Stated> figures = new LinkedHashMap<>();

  /** What every sentence may speak of, and what those about the report's own subject do. */
  private final Map<String, Pair> everywhere = new HashMap<>();

  private final Map<String, Pair> own;
  private final Map<String, List<Integer>> unused = new HashMap<>();
  private final StringBuilder zh = new StringBuilder();
  private final StringBuilder en = new StringBuilder();

  CorpusReport(Material material, int number, Random random) {
    this.material = material;
    this.number = number;
    this.random = random;
    names = new Names(random);
    topic = any(material.topics());
    // Some places are in the news more often than others.
    int cities = material.cities().size();
    city = material.cities().get((int) (cities * square(random.nextDouble())));
    date =
        LocalDate.of(
            FIRST_YEAR + (int) (YEARS * Math.sqrt(random.nextDouble())),
            1 + random.nextInt(12),
            1 + random.nextInt(28));
    fed =
        new Pair(
            city.name().zh() + "总工会", "the " + city.name().en() + " Federation of Trade Unions");
    organisations.add(fed);
    places();
    dates();
    programmes();
    own = new HashMap<>(everywhere);
    for (String list : OWN) {
      own.put(list, material.phrases().any(list, random));
    }
    own.put("firm", names.firm(Objects.requireNonNull(own.get("sector"))));
    own.put("person", names.person());
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static double square(double number) {
    return number * number;
  }

  private boolean in(int ofHundred) {
    return random.nextInt(100) < ofHundred;
  }

  private void places() {
    regions.add(city.path());
    everywhere.put("place", city.name());
    everywhere.put("fed", fed);
    County county = any(city.counties());
    everywhere.put("county", county.name());
    regions.add(county.path());
    if (in(20)) {
      County other = any(city.counties());
      if (!regions.contains(other.path())) {
        regions.add(other.path());
      }
    }
  }

  private void dates() {
    LocalDate day = date.minusDays(1 + random.nextInt(3));
    String month = day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    everywhere.put(
        "day",
        new Pair(
            day.getMonthValue() + "月" + day.getDayOfMonth() + "日",
            day.getDayOfMonth() + " " + month));
    everywhere.put("year", year(date.getYear() - 1 - random.nextInt(6)));
    everywhere.put("next", year(date.getYear() + 1));
  }

  private static Pair year(int year) {
    return new Pair(String.valueOf(year), String.valueOf(year));
  }

  private void programmes() {
    List<Scheme> near =
        material.schemes().stream().filter(scheme -> scheme.broader().equals(topic)).toList();
    Scheme scheme = any(in(70) && !near.isEmpty() ? near : material.schemes());
    programmes.add(topic);
    programmes.add(scheme.id());
    if (in(60)) {
      programmes.add(any(material.topics()));
    }
    everywhere.put(
        "scheme", scheme.label().map(label -> "“[" + label + "](programme:" + scheme.id() + ")”"));
  }

  /** A sentence about the report's own subject. */
  private Sentence own(String list) {
    Sentence said = draw(list, own);
    note(said);
    return said;
  }

  /** A sentence with people, firms and places of work of its own. */
  private Sentence aside(String list) {
    Map<String, Pair> bound = new HashMap<>(everywhere);
    if (random.nextBoolean()) {
      bound.put("trade", Objects.requireNonNull(own.get("trade")));
    }
    Pair sector = Objects.requireNonNull(own.get("sector"));
    bound.put("person", names.person());
    bound.put("firm", names.firm(sector));
    bound.put("firm#2", names.firm(sector));
    bound.put("road", names.called("%s路", "%s Road"));
    bound.put("village", names.called("%s村", "%s Village"));
    bound.put("team", names.called("%s班组", "the %s team"));
    Sentence said = draw(list, bound);
    note(said);
    return said;
  }

  /** A sentence of a kind that the report has not used yet; lists are long enough. */
  private Sentence draw(String list, Map<String, Pair> bound) {
    List<Integer> left =
        unused.computeIfAbsent(
            list,
            l -> {
              List<Integer> all = new ArrayList<>();
              for (int i = 0; i < material.phrases().size(l); i++) {
                all.add(i);
              }
              Collections.shuffle(all, random);
              return all;
            });
    return material.phrases().sentence(list, left.remove(left.size() - 1), bound, random);
  }

  /** Keeps who is named, and what is counted. */
  private void note(Sentence said) {
    String text = said.text().zh();
    for (String slot : List.of("firm", "firm#2")) {
      Pair firm = said.slots().get(slot);
      if (firm != null && text.contains(firm.zh())) {
        organisations.add(firm);
      }
    }
    Pair person = said.slots().get("person");
    if (person != null && text.contains(person.zh())) {
      people.putIfAbsent(person, role(said.slots()));
    }
    for (Stated stated : said.figures()) {
      figures.putIfAbsent(stated.words(), stated);
    }
  }

  /** Nothing for people whose work only the text tells. */
  private Pair role(Map<String, Pair> slots) {
    boolean official = slots.containsKey("office");
    Pair role = slots.get(official ? "office" : "post");
    Pair at = official ? fed : slots.get("firm");
    return role == null || at == null
        ? new Pair("", "")
        : new Pair(at.zh() + role.zh(), role.en() + " of " + at.en());
  }

  private void add(Sentence said) {
    boolean first = en.isEmpty() || en.charAt(en.length() - 1) == '\n';
    zh.append(said.text().zh());
    en.append(first ? "" : " ").append(said.text().en());
  }

  private void begin(String mark) {
    zh.append("\n\n").append(mark);
    en.append("\n\n").append(mark);
  }

  private void text() {
    boolean feature = in(FEATURES);
    add(own("lead:" + topic));
    add(own("detail:" + topic));
    int paragraphs = 3 + random.nextInt(feature ? 5 : 3);
    int details = 0;
    for (int p = 0; p < paragraphs; p++) {
      if (feature && p % 2 == 1) {
        begin("## ");
        heading(draw("heading", everywhere));
      }
      begin("");
      if (details < 3 && in(70)) {
        details++;
        add(own("detail:" + topic));
      }
      for (int s = 0; s < 2 + random.nextInt(3); s++) {
        add(aside("story"));
      }
      if (p == 0 && in(feature ? 60 : 5)) {
        begin("");
        list();
      }
    }
    begin("");
    add(aside("close"));
    add(aside("close"));
  }

  private void heading(Sentence said) {
    zh.append(said.text().zh());
    en.append(said.text().en());
  }

  private void list() {
    for (int i = 0; i < 3; i++) {
      Sentence item = aside("item");
      zh.append(i == 0 ? "- " : "\n- ").append(item.text().zh());
      en.append(i == 0 ? "- " : "\n- ").append(item.text().en());
    }
  }

  /** Writes the report's folder below {@code reports/} of an archive. */
  void write(Path archive) throws IOException {
    Pair title = draw("title:" + topic, own).text();
    Pair headline = draw("title:" + topic, own).text();
    // What only the summary names would be named nowhere in the text.
    Pair summary = draw("summary", own).text();
    text();
    boolean translated = !in(UNTRANSLATED);
    boolean pictured = in(PICTURED);
    Path folder =
        archive.resolve(
            "reports/" + date.getYear() + "/" + city.slug() + "-" + topic + "-" + number);
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("zh.md"), zh.append("\n"));
    if (translated) {
      Files.writeString(folder.resolve("en.md"), en.append("\n"));
    }
    if (pictured) {
      Files.write(folder.resolve("photo.png"), GreyPicture.png(random));
    }
    StringBuilder yaml = new StringBuilder();
    yaml.append("title: ").append(both(title)).append("summary: ").append(both(summary));
    yaml.append("kind: ").append(pictured ? "photo" : in(80) ? "news" : "feature").append('\n');
    source(headline, yaml);
    yaml.append("regions: [").append(String.join(", ", regions)).append("]\n");
    yaml.append("programmes: [").append(String.join(", ", programmes)).append("]\n");
    named(yaml);
    figures(yaml);
    if (pictured) {
      picture(yaml);
    }
    yaml.append("translation:\n  original: ").append(translated && in(FROM_ENGLISH) ? "en" : "zh");
    yaml.append("\n  status: ").append(translated ? "full\n" : "none\n");
    if (translated) {
      yaml.append("  by: {zh: 本档案编辑部, en: the editors of this archive}\n");
    }
    Files.writeString(folder.resolve("report.yaml"), yaml);
  }

  /** A text in both languages as YAML; no text here holds a straight quotation mark. */
  private static String both(Pair text) {
    return "{zh: \"" + text.zh() + "\", en: \"" + text.en() + "\"}\n";
  }

  private void source(Pair headline, StringBuilder yaml) {
    yaml.append("source:\n  newspaper: ").append(any(material.newspapers())).append('\n');
    String day = date.toString();
    if (in(12)) {
      yaml.append("  date: ").append(day).append("~\n  date_note:\n");
      yaml.append("    zh: 版面没有印出日期，由文中提到的日子推定。\n");
      yaml.append(
          "    en: The page carries no printed date; this one follows from the days it mentions.\n");
    } else if (in(8)) {
      yaml.append("  date: ").append(day, 0, "2020-11".length()).append('\n');
    } else if (in(4)) {
      yaml.append("  date: ").append(day).append('/').append(date.plusDays(3)).append('\n');
    } else {
      yaml.append("  date: ").append(day).append('\n');
    }
    yaml.append("  page: ").append(1 + random.nextInt(8)).append('\n');
    yaml.append("  headline: \"").append(headline.zh()).append("\"\n  byline:\n");
    yaml.append("    - {name: ").append(flow(names.person())).append(", role: reporter}\n");
    if (in(50)) {
      yaml.append("    - {name: ").append(flow(names.person())).append(", role: correspondent}\n");
    }
  }

  private static String flow(Pair text) {
    return both(text).strip();
  }

  private void named(StringBuilder yaml) {
    if (!people.isEmpty()) {
      yaml.append("people:\n");
    }
    people.forEach(
        (name, role) -> {
          yaml.append("  - name: ").append(both(name));
          if (!role.zh().isEmpty()) {
            yaml.append("    role: ").append(both(role));
          }
        });
    yaml.append("organisations:\n");
    for (Pair organisation : organisations) {
      String article = organisation.en().startsWith("the ") ? "the " : "";
      String english = organisation.en().substring(article.length());
      yaml.append("  - ").append(both(new Pair(organisation.zh(), english)));
    }
  }

  private void figures(StringBuilder yaml) {
    if (!figures.isEmpty()) {
      yaml.append("figures:\n");
    }
    figures.values().stream()
        .limit(MOST_FIGURES)
        .forEach(
            stated -> {
              yaml.append("  - what: ").append(both(stated.what()));
              yaml.append("    value: ").append(stated.value().toPlainString()).append('\n');
              yaml.append("    unit: \"").append(stated.unit()).append("\"\n");
              yaml.append(stated.over() ? "    hedge: over\n" : "");
              yaml.append("    as_stated: ").append(both(stated.words()));
            });
  }

  private void picture(StringBuilder yaml) {
    Pair caption = draw("caption", own).text();
    yaml.append("pictures:\n  - file: photo.png\n    alt: ").append(both(caption));
    yaml.append("    caption: ").append(both(caption));
    yaml.append("    credit: ").append(both(names.person()));
  }
}
