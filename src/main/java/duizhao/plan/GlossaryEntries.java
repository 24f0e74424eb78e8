package duizhao.plan;

import duizhao.model.Archive;
import duizhao.model.Block;
import duizhao.model.BlockKind;
import duizhao.model.Edition;
import duizhao.model.Language;
import duizhao.model.Report;
import duizhao.model.Term;
import duizhao.model.Translation;
import duizhao.plan.Page.Example;
import duizhao.plan.Page.ExampleText;
import duizhao.plan.Page.GlossaryEntry;
import duizhao.plan.Page.Letter;
import duizhao.plan.Page.Piece;
import duizhao.text.Pinyin;
import duizhao.text.TermFinder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The glossary with the reports and paragraphs that use each term. One pass over the archive finds
 * all of them.
 */
final class GlossaryEntries {

  /** Terms on one page; of more, each letter has its own. */
  private static final int TERMS_A_PAGE = 100;

  private static final int REPORTS = 3;
  private static final int EXAMPLES = 1;

  /** Of each language, in UTF-16 units: shorter is a fragment, longer no example. */
  private static final int SHORTEST = 12;

  private static final int LONGEST = 600;

  /** How the archive uses one term. */
  private static final class Uses {
    private int count;
    private final List<Report> reports = new ArrayList<>();
    private final List<Paragraph> shortest = new ArrayList<>();
  }

  /**
   * A paragraph in every language.
   *
   * @param length of all of them together
   */
  private record Paragraph(Report report, int number, int length) {}

  private final Archive archive;
  private final Addresses addresses;
  private final Map<Language, TermFinder> finders = new LinkedHashMap<>();
  private final List<Uses> uses = new ArrayList<>();

  GlossaryEntries(Archive archive, Addresses addresses) {
    this.archive = archive;
    this.addresses = addresses;
    List<Term> terms = archive.glossary();
    terms.forEach(term -> uses.add(new Uses()));
    archive.languages().forEach(l -> finders.put(l, new TermFinder(terms, l)));
    archive.reports().forEach(this::use);
  }

  private void use(Report report) {
    Set<Integer> used = new HashSet<>();
    Map<Integer, Map<Integer, Integer>> languagesWith = new HashMap<>();
    finders.forEach(
        (language, finder) -> {
          String title = report.title().in(language);
          if (title != null) {
            finder.find(title).forEach(hit -> used.add(hit.term()));
          }
          Edition edition = report.in(language);
          for (Block block : edition == null ? List.<Block>of() : edition.body().blocks()) {
            Set<Integer> here = new HashSet<>();
            finder.find(block.text()).forEach(hit -> here.add(hit.term()));
            used.addAll(here);
            if (isExample(report, block)) {
              Map<Integer, Integer> counts =
                  languagesWith.computeIfAbsent(block.number(), k -> new HashMap<>());
              here.forEach(term -> counts.merge(term, 1, Integer::sum));
            }
          }
        });
    for (int term : used) {
      Uses of = uses.get(term);
      of.count++;
      if (of.reports.size() < REPORTS) {
        of.reports.add(report);
      }
    }
    languagesWith.forEach(
        (number, counts) -> {
          int length = length(report, number);
          counts.forEach(
              (term, languages) -> {
                if (languages > 1 && languages == finders.size()) {
                  offer(uses.get(term).shortest, new Paragraph(report, number, length));
                }
              });
        });
  }

  private static boolean isExample(Report report, Block block) {
    return block.kind() == BlockKind.PARAGRAPH
        && report.translation().status() != Translation.Status.MACHINE_DRAFT
        && block.text().length() >= SHORTEST
        && block.text().length() <= LONGEST;
  }

  private int length(Report report, int number) {
    return finders.keySet().stream()
        .map(report::in)
        .mapToInt(edition -> edition == null ? 0 : text(edition, number).length())
        .sum();
  }

  private static String text(Edition edition, int number) {
    List<Block> blocks = edition.body().blocks();
    return number <= blocks.size() ? blocks.get(number - 1).text() : "";
  }

  /** Keeps the shortest paragraphs, one a report, equals in the order of the archive. */
  private static void offer(List<Paragraph> shortest, Paragraph paragraph) {
    for (Paragraph kept : shortest) {
      if (kept.report.id().equals(paragraph.report.id())) {
        if (kept.length <= paragraph.length) {
          return;
        }
        shortest.remove(kept);
        break;
      }
    }
    shortest.add(paragraph);
    shortest.sort(Comparator.comparingInt(Paragraph::length));
    if (shortest.size() > EXAMPLES) {
      shortest.remove(EXAMPLES);
    }
  }

  /** Whether each letter has a page of its own. */
  static boolean severalPages(Archive archive) {
    return archive.glossary().size() > TERMS_A_PAGE;
  }

  /** The letters of every language: each has a page in all of them, so that none is missed. */
  Set<String> allLetters() {
    Set<String> all = new TreeSet<>();
    for (Language language : archive.languages()) {
      archive.glossary().forEach(term -> all.add(letter(term, language)));
    }
    return all;
  }

  /** The terms by letter in the order of a language; Chinese goes by pinyin. */
  List<Letter> letters(Language language) {
    List<Integer> order = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < uses.size(); i++) {
      order.add(i);
      keys.add(key(archive.glossary().get(i), language));
    }
    order.sort(
        Comparator.<Integer, Boolean>comparing(i -> !letter(keys.get(i)).equals("0"))
            .thenComparing(keys::get)
            .thenComparing(i -> archive.glossary().get(i).id()));
    Map<String, List<GlossaryEntry>> letters = new LinkedHashMap<>();
    for (int i : order) {
      String letter = letter(keys.get(i));
      letters.computeIfAbsent(letter, k -> new ArrayList<>()).add(entry(i, language));
    }
    boolean several = severalPages(archive);
    return letters.entrySet().stream()
        .map(
            e ->
                new Letter(
                    e.getKey(),
                    several ? addresses.glossary(e.getKey(), language) : null,
                    e.getValue()))
        .toList();
  }

  /** The letter that a term stands under. */
  static String letter(Term term, Language language) {
    return letter(key(term, language));
  }

  private static String key(Term term, Language language) {
    return Pinyin.spelled(term.term().preferring(language));
  }

  private static String letter(String key) {
    char first = key.isEmpty() ? '0' : key.charAt(0);
    return first >= 'a' && first <= 'z' ? key.substring(0, 1).toUpperCase(Locale.ROOT) : "0";
  }

  private GlossaryEntry entry(int index, Language language) {
    Term term = archive.glossary().get(index);
    SitePath page = Objects.requireNonNull(addresses.of(term, language));
    Uses of = uses.get(index);
    return new GlossaryEntry(
        term,
        Addresses.term(term.id()),
        page,
        of.count,
        List.copyOf(of.reports),
        of.shortest.stream().map(paragraph -> example(index, paragraph)).toList());
  }

  private Example example(int term, Paragraph paragraph) {
    List<ExampleText> texts = new ArrayList<>();
    finders.forEach(
        (language, finder) -> {
          Edition edition = paragraph.report.in(language);
          String text = edition == null ? "" : text(edition, paragraph.number);
          texts.add(new ExampleText(language, pieces(text, finder.find(text), term)));
        });
    return new Example(paragraph.report, paragraph.number, texts);
  }

  private static List<Piece> pieces(String text, List<TermFinder.Hit> hits, int term) {
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    for (TermFinder.Hit hit : hits) {
      if (hit.term() == term) {
        if (hit.start() > from) {
          pieces.add(new Piece(text.substring(from, hit.start()), false));
        }
        pieces.add(new Piece(text.substring(hit.start(), hit.end()), true));
        from = hit.end();
      }
    }
    if (from < text.length()) {
      pieces.add(new Piece(text.substring(from), false));
    }
    return pieces;
  }
}
