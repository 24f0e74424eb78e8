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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

  /** What says what kind of place a place is. */
  private static final Pattern ENGLISH_KIND =
      Pattern.compile(
          "(?:(?: [A-Z][a-z]+)? Autonomous)? (?:City|County|District|Province|Prefecture|Region|Banner"
              + "|Municipality|Town|Township|Subdistrict|Zone)$");

  private static final Pattern CHINESE_KIND =
      Pattern.compile("(?:维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|自治县|省|市|县|区)$");

  /** One of the two languages, with all names in it. */
  private record Side(Language language, boolean chinese, Phrases<Concept> names) {

    Wording wording(String text) {
      return chinese ? Wording.chinese(text) : Wording.english(text);
    }
  }

  @Override
  public void check(Archive archive, Diagnostics diagnostics) {
    Language zh = Languages.find(archive, "zh");
    Language en = Languages.find(archive, "en");
    if (zh == null || en == null) {
      return;
    }
    Side chinese = new Side(zh, true, new Phrases<>());
    Side english = new Side(en, false, new Phrases<>());
    for (Concept concept : concepts(archive, zh, en)) {
      add(concept, chinese, english);
    }
    ArchiveChecker.all(archive).toList().parallelStream()
        .forEach(report -> check(report, chinese, english, diagnostics));
  }

  private static void add(Concept concept, Side chinese, Side english) {
    for (String name : concept.chinese()) {
      chinese.names().add(Wording.chinese(name).symbols(), concept);
    }
    for (String name : concept.english()) {
      english.names().add(Wording.english(name).symbols(), concept);
    }
  }

  // ---- what has names ----

  private static List<Concept> concepts(Archive archive, Language zh, Language en) {
    List<Concept> concepts = new ArrayList<>();
    for (Term term : archive.glossary()) {
      List<String> names = names(term.term(), zh, term.variants().getOrDefault(zh.id(), List.of()));
      List<String> answers =
          names(term.term(), en, term.variants().getOrDefault(en.id(), List.of()));
      add(concepts, Code.TERM_MISSING, names, answers, names, null);
    }
    for (Programme programme : archive.programmes().values()) {
      if (programme.scheme()) {
        List<String> names = names(programme.label(), zh, in(programme.alternatives(), zh));
        List<String> answers = names(programme.label(), en, in(programme.alternatives(), en));
        add(concepts, Code.NAME_MISSING, names, answers, names, "programme:" + programme.id());
      }
    }
    for (Newspaper newspaper : archive.newspapers().values()) {
      List<String> names = names(newspaper.name(), zh, List.of());
      List<String> answers = names(newspaper.name(), en, List.of());
      add(concepts, Code.NAME_MISSING, names, answers, names, "newspaper:" + newspaper.id());
    }
    for (Region region : archive.regions().values()) {
      List<String> names = names(region.name(), zh, region.former());
      List<String> answers = names(region.name(), en, List.of());
      add(
          concepts,
          Code.NAME_MISSING,
          shortened(names, CHINESE_KIND),
          shortened(answers, ENGLISH_KIND),
          names,
          "region:" + region.code());
    }
    return concepts;
  }

  private static void add(
      List<Concept> concepts,
      Code code,
      List<String> chinese,
      List<String> english,
      List<String> asking,
      @Nullable String link) {
    if (!chinese.isEmpty() && !english.isEmpty()) {
      Set<String> longEnough =
          asking.stream()
              .filter(name -> name.length() >= SHORTEST_CHINESE)
              .collect(Collectors.toSet());
      boolean phrase = english.get(0).indexOf(' ') > 0;
      concepts.add(new Concept(code, chinese, english, longEnough, phrase, link));
    }
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
    Side ours = new Side(chinese.language(), true, new Phrases<>());
    Side theirs = new Side(english.language(), false, new Phrases<>());
    for (Person person : report.people()) {
      String name = person.name().in(chinese.language());
      String answer = person.name().in(english.language());
      if (name != null && answer != null && name.length() > 1) {
        Concept named =
            new Concept(
                Code.NAME_MISSING, List.of(name), List.of(answer), Set.of(name), true, null);
        add(named, ours, theirs);
      }
    }
    boolean abridged = report.translation().status() == Translation.Status.ABRIDGED;
    boolean zhIsOriginal = report.translation().original().equals(chinese.language());
    for (List<Side> pair : List.of(List.of(chinese, english), List.of(ours, theirs))) {
      if (!abridged || !zhIsOriginal) {
        compare(report, zh, pair.get(0), en, pair.get(1), diagnostics);
      }
      if (!abridged || zhIsOriginal) {
        compare(report, en, pair.get(1), zh, pair.get(0), diagnostics);
      }
    }
  }

  /** Tells the names of one edition that the other lacks. */
  private static void compare(
      Report report,
      Edition from,
      Side asking,
      Edition to,
      Side answering,
      Diagnostics diagnostics) {
    List<Set<Concept>> there =
        to.body().blocks().stream()
            .map(block -> answering.names().meanings(answering.wording(block.text()).symbols()))
            .toList();
    Set<String> links =
        to.body().links().stream().map(LinkUse::reference).collect(Collectors.toSet());
    Set<Concept> anywhere = new HashSet<>();
    there.forEach(anywhere::addAll);
    Set<Set<Concept>> told = new HashSet<>();
    for (Block block : from.body().blocks()) {
      Wording wording = asking.wording(block.text());
      for (Phrases.Hit<Concept> hit : asking.names().longest(wording.symbols())) {
        Set<Concept> meanings = hit.meanings();
        int start = wording.starts().get(hit.from());
        int end = wording.ends().get(hit.to() - 1);
        if (asks(meanings, block.text().substring(start, end), asking)
            && meanings.stream()
                .noneMatch(
                    m ->
                        m.code() == Code.NAME_MISSING
                            ? links.contains(m.link()) || anywhere.contains(m)
                            : isNear(m, block.number(), there))
            && told.add(meanings)) {
          tell(block, start, end, meanings, asking, to, diagnostics);
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

  private static boolean asks(Set<Concept> meanings, String words, Side asking) {
    return meanings.stream()
        .allMatch(
            concept ->
                asking.chinese()
                    ? concept.asking().contains(words)
                    : concept.asked()
                        && Wording.english(concept.english().get(0))
                            .symbols()
                            .equals(Wording.english(words).symbols()));
  }

  private static void tell(
      Block block,
      int start,
      int end,
      Set<Concept> meanings,
      Side asking,
      Edition to,
      Diagnostics diagnostics) {
    Concept first = meanings.iterator().next();
    Set<String> answers = new LinkedHashSet<>();
    meanings.forEach(m -> answers.addAll(asking.chinese() ? m.english() : m.chinese()));
    String words = block.text().substring(start, end);
    List<Block> blocks = to.body().blocks();
    int n = Math.min(block.number(), blocks.size());
    diagnostics.add(
        first.code(),
        block.place(start, end),
        "\"" + words + "\" has no answer in " + to.language().name(),
        "paragraph "
            + n
            + " of "
            + to.at().file()
            + " should say "
            + answers.stream()
                .limit(4)
                .map(a -> "\"" + a + "\"")
                .collect(Collectors.joining(" or ")));
  }
}
