package duizhao.check;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.model.Archive;
import duizhao.model.Block;
import duizhao.model.Edition;
import duizhao.model.Language;
import duizhao.model.LinkUse;
import duizhao.model.LocalizedText;
import duizhao.model.Newspaper;
import duizhao.model.Person;
import duizhao.model.Programme;
import duizhao.model.Region;
import duizhao.model.Report;
import duizhao.model.Term;
import duizhao.model.Translation;
import duizhao.text.Phrases;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one language calls by a name of the glossary, of a scheme, newspaper, place or person, the
 * other calls by its name.
 *
 * <p>A term is looked for in the paragraph that answers and in its neighbours, since a sentence may
 * have moved; a name in the whole text, since English says "he" or "the city" where Chinese says
 * the name again. A link to a scheme, newspaper or place is as good as its name.
 */
final class TermMissing implements Rule {

  /** Shorter Chinese terms stand inside too many other words. */
  private static final int SHORTEST_CHINESE = 3;

  /** What the link of a person would be, to whom none leads. */
  private static final String PERSON = "person:";

  /** What says what kind of place a place is. */
  private static final Pattern ENGLISH_KIND =
      Pattern.compile(
          "(?:(?: [A-Z][a-z]+)? Autonomous)? (?:City|County|District|Province|Prefecture|Region|Banner"
              + "|Municipality|Town|Township|Subdistrict|Zone)$");

  private static final Pattern CHINESE_KIND =
      Pattern.compile("(?:维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|自治县|省|市|县|区)$");

  /** One of the two languages, with all names in it. */
  private record Side(Language language, boolean chinese, Phrases<Concept> names) {}

  @Override
  public void check(Archive archive, Diagnostics diagnostics) {
    Language zh = Languages.find(archive, "zh");
    Language en = Languages.find(archive, "en");
    if (zh == null || en == null) {
      return;
    }
    Side chinese = new Side(zh, true, new Phrases<>(Phrases.By.CHARACTER));
    Side english = new Side(en, false, new Phrases<>(Phrases.By.STEM));
    new Names(chinese, english).add(archive);
    ArchiveChecker.all(archive).toList().parallelStream()
        .forEach(report -> check(report, chinese, english, diagnostics));
  }

  // ---- what has names ----

  /** Gathers the names of both languages. */
  private record Names(Side chinese, Side english) {

    void add(Archive archive) {
      Language zh = chinese.language();
      Language en = english.language();
      for (Term term : archive.glossary()) {
        List<String> names =
            names(term.term(), zh, term.variants().getOrDefault(zh.id(), List.of()));
        List<String> answers =
            names(term.term(), en, term.variants().getOrDefault(en.id(), List.of()));
        add(new Concept(Code.TERM_MISSING, names, answers, null), names);
      }
      for (Programme programme : archive.programmes().values()) {
        if (programme.scheme()) {
          List<String> names = names(programme.label(), zh, in(programme.alternatives(), zh));
          List<String> answers = names(programme.label(), en, in(programme.alternatives(), en));
          String link = "programme:" + programme.id();
          add(new Concept(Code.NAME_MISSING, names, answers, link), names);
        }
      }
      for (Newspaper newspaper : archive.newspapers().values()) {
        List<String> names = names(newspaper.name(), zh, List.of());
        List<String> answers = names(newspaper.name(), en, List.of());
        String link = "newspaper:" + newspaper.id();
        add(new Concept(Code.NAME_MISSING, names, answers, link), names);
      }
      for (Region region : archive.regions().values()) {
        List<String> names = names(region.name(), zh, region.former());
        List<String> shorter = shortened(names, CHINESE_KIND);
        List<String> answers = shortened(names(region.name(), en, List.of()), ENGLISH_KIND);
        add(new Concept(Code.NAME_MISSING, shorter, answers, "region:" + region.code()), names);
      }
      Map<String, Set<String>> people = new TreeMap<>();
      for (Report report : ArchiveChecker.all(archive).toList()) {
        for (Person person : report.people()) {
          String name = person.name().in(zh);
          String answer = person.name().in(en);
          if (name != null && answer != null && !person.pseudonym()) {
            people.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(answer);
          }
        }
      }
      people.forEach(
          (name, answers) -> {
            List<String> names = List.of(name);
            List<String> spelt = List.copyOf(answers);
            add(new Concept(Code.NAME_MISSING, names, spelt, PERSON + name), names);
          });
    }

    /**
     * Adds a concept, if it has a name in both languages.
     *
     * @param asking the Chinese names that ask for an answer, if they are long enough
     */
    private void add(Concept concept, List<String> asking) {
      if (concept.chinese().isEmpty() || concept.english().isEmpty()) {
        return;
      }
      for (String name : concept.chinese()) {
        boolean asks = name.length() >= SHORTEST_CHINESE && asking.contains(name);
        chinese.names().add(name, concept, asks);
      }
      String first = concept.english().get(0);
      // 张伟 and 章伟 are both Zhang Wei, who may be either
      boolean asks = first.indexOf(' ') > 0 && !isPerson(concept);
      for (String name : concept.english()) {
        english.names().add(name, concept, asks && name.equals(first));
      }
    }
  }

  private static boolean isPerson(Concept concept) {
    String link = concept.link();
    return link != null && link.startsWith(PERSON);
  }

  private static List<String> names(
      LocalizedText name, Language language, Collection<String> more) {
    return Stream.concat(Stream.ofNullable(name.in(language)), more.stream()).distinct().toList();
  }

  private static List<String> in(List<LocalizedText> texts, Language language) {
    return texts.stream().flatMap(text -> Stream.ofNullable(text.in(language))).toList();
  }

  /** Helan County is also called Helan, and 贺兰县 贺兰. */
  private static List<String> shortened(List<String> names, Pattern kind) {
    return names.stream()
        .flatMap(name -> Stream.of(name, kind.matcher(name).replaceFirst("")))
        .filter(name -> name.length() > 1)
        .distinct()
        .toList();
  }

  // ---- one report ----

  private static void check(Report report, Side chinese, Side english, Diagnostics diagnostics) {
    Edition zh = report.in(chinese.language());
    Edition en = report.in(english.language());
    if (zh == null || en == null) {
      return;
    }
    boolean abridged = report.translation().status() == Translation.Status.ABRIDGED;
    boolean zhIsOriginal = report.translation().original().equals(chinese.language());
    List<List<Phrases.Hit<Concept>>> ours = hits(zh, chinese);
    List<List<Phrases.Hit<Concept>>> theirs = hits(en, english);
    Set<Concept> own = own(report, ours, chinese);
    if (!abridged || !zhIsOriginal) {
      compare(zh, ours, chinese, en, theirs, own, diagnostics);
      people(report, zh, chinese, en, english, diagnostics);
    }
    if (!abridged || zhIsOriginal) {
      compare(en, theirs, english, zh, ours, own, diagnostics);
      people(report, en, english, zh, chinese, diagnostics);
    }
    List<Words> beside = Words.of(report);
    Set<Concept> inChinese = anywhere(ours, beside, chinese);
    Set<Concept> inEnglish = anywhere(theirs, beside, english);
    for (Words words : beside) {
      boolean full = !words.isLabel();
      if (full || zhIsOriginal) {
        beside(words, chinese, english, full && zhIsOriginal, inEnglish, links(en), diagnostics);
      }
      if (full || !zhIsOriginal) {
        beside(words, english, chinese, full && !zhIsOriginal, inChinese, links(zh), diagnostics);
      }
    }
  }

  /** What is named in a language of a report, in the text or beside it. */
  private static Set<Concept> anywhere(
      List<List<Phrases.Hit<Concept>>> body, List<Words> beside, Side side) {
    Set<Concept> anywhere = new HashSet<>();
    body.forEach(hits -> anywhere.addAll(concepts(hits)));
    beside.forEach(w -> anywhere.addAll(concepts(side.names().all(w.in(side.language())))));
    return anywhere;
  }

  /**
   * Tells the terms and names of one language in a title, a summary or a caption that the other
   * lacks. Headlines are free, so only a term of the original asks for its answer in the very words
   * that translate these, and what a figure counts may be called by less.
   *
   * @param strict whether terms ask so
   */
  private static void beside(
      Words words,
      Side asking,
      Side answering,
      boolean strict,
      Set<Concept> anywhere,
      Set<String> links,
      Diagnostics diagnostics) {
    String text = words.in(asking.language());
    String answer = words.in(answering.language());
    if (text.isEmpty() || answer.isEmpty()) {
      return;
    }
    Set<Concept> there = concepts(answering.names().all(answer));
    for (Phrases.Hit<Concept> hit : Phrases.longest(asking.names().all(text))) {
      Set<Concept> meanings = hit.meanings().keySet();
      boolean answered =
          meanings.stream()
              .anyMatch(
                  m ->
                      (strict && m.code() == Code.TERM_MISSING ? there : anywhere).contains(m)
                          || m.link() != null && links.contains(m.link()));
      if (!answered && !hit.meanings().containsValue(false)) {
        Code code = meanings.iterator().next().code();
        diagnostics.add(
            code,
            words.place(asking.language(), hit.start(), hit.end()),
            missing(text.substring(hit.start(), hit.end()), answering.language()),
            words.called()
                + " in "
                + answering.language().name()
                + " should say "
                + said(answers(meanings, asking)));
      }
    }
  }

  private static Set<String> links(Edition edition) {
    return edition.body().links().stream().map(LinkUse::reference).collect(Collectors.toSet());
  }

  private static Set<Concept> concepts(List<Phrases.Hit<Concept>> hits) {
    Set<Concept> concepts = new HashSet<>();
    hits.forEach(hit -> concepts.addAll(hit.meanings().keySet()));
    return concepts;
  }

  private static Set<String> answers(Set<Concept> meanings, Side asking) {
    Set<String> words = new LinkedHashSet<>();
    meanings.forEach(m -> words.addAll(asking.chinese() ? m.english() : m.chinese()));
    return words;
  }

  /** The people of the report itself, whom {@link #people} sees to. */
  private static Set<Concept> own(
      Report report, List<List<Phrases.Hit<Concept>>> hits, Side chinese) {
    Set<String> names = new HashSet<>();
    for (Person person : report.people()) {
      names.add(PERSON + person.name().in(chinese.language()));
    }
    Set<Concept> own = new HashSet<>();
    for (List<Phrases.Hit<Concept>> each : hits) {
      for (Concept concept : concepts(each)) {
        if (names.contains(concept.link())) {
          own.add(concept);
        }
      }
    }
    return own;
  }

  private static List<List<Phrases.Hit<Concept>>> hits(Edition edition, Side side) {
    return edition.body().blocks().stream().map(block -> side.names().all(block.text())).toList();
  }

  /** Tells the names of one edition that the other lacks. */
  private static void compare(
      Edition from,
      List<List<Phrases.Hit<Concept>>> names,
      Side asking,
      Edition to,
      List<List<Phrases.Hit<Concept>>> answers,
      Set<Concept> own,
      Diagnostics diagnostics) {
    List<Set<Concept>> there = new ArrayList<>();
    Set<Concept> anywhere = new HashSet<>();
    for (List<Phrases.Hit<Concept>> hits : answers) {
      Set<Concept> concepts = concepts(hits);
      there.add(concepts);
      anywhere.addAll(concepts);
    }
    Set<String> links = links(to);
    Set<Set<Concept>> told = new HashSet<>();
    for (Block block : from.body().blocks()) {
      for (Phrases.Hit<Concept> hit : Phrases.longest(names.get(block.number() - 1))) {
        Set<Concept> meanings = hit.meanings().keySet();
        boolean answered =
            meanings.stream()
                .anyMatch(
                    m ->
                        own.contains(m) || m.code() == Code.NAME_MISSING
                            ? links.contains(m.link()) || anywhere.contains(m)
                            : isNear(m, block.number(), there));
        if (!answered && !hit.meanings().containsValue(false) && told.add(meanings)) {
          Code code = meanings.iterator().next().code();
          Set<String> words = answers(meanings, asking);
          tell(code, block, hit.start(), hit.end(), words, to, diagnostics);
        }
      }
    }
  }

  /** Tells the people whom one edition names, and not the other. */
  private static void people(
      Report report,
      Edition from,
      Side asking,
      Edition to,
      Side answering,
      Diagnostics diagnostics) {
    for (Person person : report.people()) {
      String name = person.name().in(asking.language());
      String answer = person.name().in(answering.language());
      if (name == null
          || answer == null
          || name.length() < 2
          || to.body().blocks().stream().anyMatch(block -> block.text().contains(answer))) {
        continue;
      }
      for (Block block : from.body().blocks()) {
        int start = block.text().indexOf(name);
        if (start >= 0) {
          Set<String> words = Set.of(answer);
          tell(Code.NAME_MISSING, block, start, start + name.length(), words, to, diagnostics);
          break;
        }
      }
    }
  }

  /** Whether the answer stands in the paragraph of this number or beside it. */
  private static boolean isNear(Concept concept, int number, List<Set<Concept>> there) {
    for (int i = Math.max(0, number - 2); i < Math.min(there.size(), number + 1); i++) {
      if (there.get(i).contains(concept)) {
        return true;
      }
    }
    return false;
  }

  private static void tell(
      Code code,
      Block block,
      int start,
      int end,
      Set<String> answers,
      Edition to,
      Diagnostics diagnostics) {
    int n = Math.min(block.number(), to.body().blocks().size());
    diagnostics.add(
        code,
        block.place(start, end),
        missing(block.text().substring(start, end), to.language()),
        "paragraph " + n + " of " + to.at().file() + " should say " + said(answers));
  }

  private static String missing(String words, Language language) {
    return "\"" + words + "\" has no answer in " + language.name();
  }

  private static String said(Set<String> answers) {
    return answers.stream()
        .limit(4)
        .map(answer -> "\"" + answer + "\"")
        .collect(Collectors.joining(" or "));
  }
}
