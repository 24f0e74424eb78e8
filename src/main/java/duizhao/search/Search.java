package duizhao.search;

import duizhao.search.Query.Kind;
import duizhao.search.Query.Term;
import duizhao.text.EnglishStemmer;
import duizhao.text.SearchFold;
import duizhao.text.StopWords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds and ranks the reports that a query asks for: the same ones in the same order as {@code
 * client/search.js}, so that sums are added up in the same order too.
 */
final class Search {

  /** What to mark in texts: a path, or words with a stem where that is not empty. */
  record Mark(String path, boolean whole, String stem) {}

  /** What a query found, best first, and how it came to it. */
  record Outcome(
      List<Integer> documents,
      List<IndexReader.Name> also,
      String instead,
      boolean partial,
      List<Mark> marks) {}

  /** Reports and how well they match, in the order in which they were found. */
  private static final class Scores extends LinkedHashMap<Integer, Double> {
    private static final long serialVersionUID = 1L;
  }

  /** What a clause found, and of how many terms it was. */
  private record Clause(String sign, int size, Scores scores) {}

  private static final int SPAN = 5;
  private static final int MOST_NEAR = 5;
  private static final int LONGEST_PART = 16;
  private static final double IN_TITLE = 0.5;
  private static final double STOP_WORD = 0.2;
  private static final double PREFIX = 0.8;
  private static final double SLIP = 0.6;
  private static final double OTHER_NAME = 0.9;
  private static final double TOGETHER = 1.8;
  private static final double TOGETHER_IN_TITLE = 3;

  private final IndexReader index;

  Search(IndexReader index) {
    this.index = index;
  }

  Outcome run(String typed) throws IOException {
    Query query = Query.parse(typed);
    Outcome outcome = evaluate(query, false);
    return outcome.documents().isEmpty() || outcome.partial() ? forgive(query, outcome) : outcome;
  }

  // ---- one term ----

  /** Reports whose text holds a path; candidates are read. */
  Found holding(String path, boolean whole) throws IOException {
    boolean han = Query.hasHan(path);
    boolean inner = han && !SearchFold.isHan(path.charAt(0));
    List<Found> lists = new ArrayList<>();
    for (String way : inner ? List.of(path, GramTree.INNER + path) : List.of(path)) {
      IndexReader.Walk walk = index.walk(way, whole && !han);
      lists.add(walk.open() ? verified(walk.list(), path, whole && !han) : walk.list());
    }
    return Found.union(lists);
  }

  private Found holding(Term term, boolean whole) throws IOException {
    return narrowed(holding(term.text(), whole), term);
  }

  private static Found narrowed(Found found, Term term) {
    return term.field().equals("title") ? found.inTitles() : found;
  }

  private Found verified(Found candidates, String path, boolean whole) throws IOException {
    Found kept = new Found(new ArrayList<>(), new ArrayList<>());
    List<String> languages = languages(path);
    for (int i = 0; i < candidates.size(); i++) {
      int document = candidates.documents().get(i);
      int mark = verified(document, candidates.marks().get(i), path, whole, languages);
      if (mark >= 0) {
        kept.add(document, mark);
      }
    }
    return kept;
  }

  /** The mark of a candidate that holds a path; -1 for one that does not. */
  private int verified(int document, int mark, String path, boolean whole, List<String> languages)
      throws IOException {
    for (String language : languages) {
      for (Card.Text text : index.card(language, document).texts()) {
        String folded = SearchFold.fold(text.text());
        if (Matches.find(folded, path, whole, 0) >= 0) {
          return text.place() == Card.TITLE ? mark | 1 : mark & ~1;
        }
      }
    }
    return -1;
  }

  /** The languages whose texts may hold a path, likeliest first. */
  private List<String> languages(String path) {
    boolean han = Query.hasHan(path);
    return index.languages().stream()
        .sorted(Comparator.comparing(language -> language.startsWith("zh") != han))
        .toList();
  }

  private void score(Found found, double weight, Scores into) {
    int n = found.size();
    double rarity = weight * StrictMath.log(1 + (index.documents() - n + 0.5) / (n + 0.5));
    for (int i = 0; i < n; i++) {
      int mark = found.marks().get(i);
      double score =
          rarity * (((mark >> 1) + 0.5) / Found.IMPACTS + ((mark & 1) > 0 ? IN_TITLE : 0));
      into.merge(found.documents().get(i), score, Math::max);
    }
  }

  /** The reports that a term finds. */
  private Scores term(Term term, List<Mark> marks) throws IOException {
    Scores scores = new Scores();
    String text = term.text();
    if (term.kind() != Kind.WORD) {
      boolean whole = term.kind() == Kind.PHRASE && !term.prefix();
      score(holding(term, whole), 1, scores);
      marks.add(new Mark(text, whole, ""));
      return scores;
    }
    if (!term.prefix() && StopWords.contains(text)) {
      score(holding(term, true), STOP_WORD, scores);
      return scores;
    }
    String root = EnglishStemmer.stem(text);
    score(narrowed(index.stem(root), term), 1, scores);
    marks.add(new Mark(text, true, root));
    if (term.prefix() && text.length() > 1) {
      score(holding(term, false), PREFIX, scores);
      marks.add(new Mark(text, false, ""));
    }
    if (term.slips() > 0) {
      for (String near : near(text, term.slips())) {
        String stem = EnglishStemmer.stem(near);
        score(index.stem(stem), SLIP, scores);
        marks.add(new Mark(near, false, stem));
      }
    }
    return scores;
  }

  /** Words at most some slips away from a word, nearest and commonest first; one for each stem. */
  private List<String> near(String word, int slips) throws IOException {
    String root = EnglishStemmer.stem(word);
    if (root.length() < 2) {
      return List.of();
    }
    // a slip may be the first letter, by one too many or by a swap
    Set<String> starts = new LinkedHashSet<>(List.of(root.substring(0, 1), root.substring(1, 2)));
    Map<IndexReader.Stem, Integer> found = new LinkedHashMap<>();
    for (String start : starts) {
      for (IndexReader.Stem other : index.vocabulary(start)) {
        int far =
            Math.min(
                within(root, other.stem(), slips),
                within(singular(word), singular(other.form()), slips));
        if (far <= slips && !other.stem().equals(root)) {
          found.put(other, far);
        }
      }
    }
    return found.entrySet().stream()
        .sorted(
            Map.Entry.<IndexReader.Stem, Integer>comparingByValue()
                .thenComparing(e -> -e.getKey().count()))
        .limit(MOST_NEAR)
        .map(e -> e.getKey().form())
        .toList();
  }

  private static String singular(String word) {
    return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
  }

  /** The distance of two words; out of reach at once where their lengths differ too much. */
  private static int within(String a, String b, int most) {
    return Math.abs(a.length() - b.length()) > most ? Integer.MAX_VALUE : distance(a, b);
  }

  /** Optimal string alignment distance. */
  static int distance(String a, String b) {
    int[][] rows = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          rows[i][j] = i + j;
          continue;
        }
        int replaced = rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        rows[i][j] = Math.min(replaced, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
        }
      }
    }
    return rows[a.length()][b.length()];
  }

  // ---- clauses ----

  /**
   * One thing that reports must have: a term, or several that spell a name; then the name in any
   * language will do.
   */
  private Clause clause(List<Term> terms, List<IndexReader.Name> also, List<Mark> marks)
      throws IOException {
    Term first = terms.get(0);
    if (!first.excludes() && spells(first, first)) {
      for (int size = Math.min(SPAN, terms.size()); size > 0; size--) {
        List<Term> span = terms.subList(0, size);
        List<IndexReader.Name> names =
            span.stream().allMatch(term -> spells(term, first))
                ? index.names(span.stream().map(Term::text).collect(Collectors.joining()))
                : List.of();
        if (!names.isEmpty()) {
          return new Clause(first.sign(), size, named(span, names, also, marks));
        }
      }
    }
    if (first.field().equals("person")) {
      Kind kind = Query.hasHan(first.text()) ? Kind.HAN : Kind.PHRASE;
      Scores scores = term(first.everywhereAs(kind), marks);
      for (IndexReader.Name name : index.names(first.text().replace(" ", ""))) {
        for (String label : name.l().values()) {
          score(holding(SearchFold.fold(label), true), 1, scores);
        }
      }
      return new Clause(first.sign(), 1, scores);
    }
    return new Clause(first.sign(), 1, term(first, marks));
  }

  /** Whether a term may be a part of a name that another begins. */
  private static boolean spells(Term term, Term first) {
    return term.sign().equals(first.sign())
        && term.field().isEmpty()
        && term.slips() == 0
        && term.kind() != Kind.PHRASE;
  }

  private Scores named(
      List<Term> span, List<IndexReader.Name> names, List<IndexReader.Name> also, List<Mark> marks)
      throws IOException {
    List<Scores> parts = new ArrayList<>();
    for (Term term : span) {
      parts.add(term(term, marks));
    }
    Scores scores = all(parts);
    String typed = span.stream().map(Term::text).collect(Collectors.joining(" "));
    for (IndexReader.Name name : names) {
      boolean told = false;
      for (String label : name.forms()) {
        String path = SearchFold.fold(label);
        // What is asked in Chinese is found where it stands; only reports without a Chinese text
        // are
        // found by another name.
        boolean restricted = Query.hasHan(typed) && !Query.hasHan(path);
        Set<Integer> only = restricted ? index.without(languages(typed).get(0)) : Set.of();
        if (!path.isEmpty() && !path.equals(typed) && !(restricted && only.isEmpty())) {
          Found list = holding(path, true);
          score(restricted ? list.among(only) : list, OTHER_NAME, scores);
          marks.add(new Mark(path, true, ""));
          told = true;
        }
      }
      if (told && also.stream().noneMatch(a -> a.l().equals(name.l()))) {
        also.add(name);
      }
    }
    return scores;
  }

  /** Reports in every one of some results, scores added; the shortest result first. */
  private static Scores all(Collection<Scores> parts) {
    List<Scores> shortest = parts.stream().sorted(Comparator.comparingInt(Scores::size)).toList();
    Scores scores = new Scores();
    shortest
        .get(0)
        .forEach(
            (document, first) -> {
              double sum = first;
              for (Scores other : shortest.subList(1, shortest.size())) {
                Double score = other.get(document);
                if (score == null) {
                  return;
                }
                sum += score;
              }
              scores.put(document, sum);
            });
    return scores;
  }

  /** Reports in any of some results, scores added. */
  private static Scores any(Collection<Scores> parts) {
    Scores scores = new Scores();
    for (Scores part : parts) {
      part.forEach((document, score) -> scores.merge(document, score, Double::sum));
    }
    return scores;
  }

  // ---- a query ----

  /**
   * Answers a query.
   *
   * @param loose whether reports that have only some of it will do although others have all
   */
  private Outcome evaluate(Query query, boolean loose) throws IOException {
    List<IndexReader.Name> also = new ArrayList<>();
    List<Mark> marks = new ArrayList<>();
    List<Clause> clauses = new ArrayList<>();
    List<Term> rest = query.terms();
    while (!rest.isEmpty()) {
      Term first = rest.get(0);
      Clause clause = clause(rest, also, first.excludes() ? new ArrayList<>() : marks);
      boolean alone = rest.size() == clause.size() && clauses.isEmpty();
      if (alone || !blank(first, clause)) {
        clauses.add(clause);
      }
      rest = rest.subList(clause.size(), rest.size());
    }
    boolean filtered = !query.filters().isEmpty() || !query.years().isEmpty();
    List<Clause> wanted = clauses.stream().filter(c -> !c.sign().equals("-")).toList();
    Scores scores = new Scores();
    if (!wanted.isEmpty()) {
      scores = all(wanted.stream().map(Clause::scores).toList());
    } else if (filtered || !clauses.isEmpty()) {
      for (int document = 0; document < index.documents(); document++) {
        scores.put(document, 0.0);
      }
    }
    boolean partial = scores.isEmpty() && wanted.size() > 1;
    if (partial || (loose && wanted.size() > 1)) {
      scores = any(wanted.stream().map(Clause::scores).toList());
      for (Clause clause : wanted) {
        if (clause.sign().equals("+")) {
          scores.keySet().retainAll(clause.scores().keySet());
        }
      }
    }
    for (Clause clause : clauses) {
      if (clause.sign().equals("-")) {
        scores.keySet().removeAll(clause.scores().keySet());
      }
    }
    phrase(query, scores);
    if (filtered) {
      filter(query, scores);
    }
    return new Outcome(ranked(scores), also, "", partial && !scores.isEmpty(), marks);
  }

  /** Whether it is a word that nearly every text has, and which is not asked for in any way. */
  private static boolean blank(Term first, Clause clause) {
    return first.kind() == Kind.WORD
        && StopWords.contains(first.text())
        && first.sign().isEmpty()
        && clause.size() == 1
        && !first.prefix();
  }

  private static List<Integer> ranked(Scores scores) {
    return scores.entrySet().stream()
        .sorted(
            Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Words that stand together as they were typed count more than the same words apart. */
  private void phrase(Query query, Scores scores) throws IOException {
    List<Term> terms = query.terms();
    boolean words =
        terms.stream().allMatch(t -> t.kind() == Kind.WORD && !t.excludes() && t.field().isEmpty());
    // Stop words at either end say little, and their lists are long.
    int from = 0;
    int to = terms.size();
    while (from < to && stops(terms.get(from))) {
      from++;
    }
    while (from < to && stops(terms.get(to - 1))) {
      to--;
    }
    if (to - from < 2 || !words || scores.size() < 2) {
      return;
    }
    String path = terms.subList(from, to).stream().map(Term::text).collect(Collectors.joining(" "));
    IndexReader.Walk together = index.follow(path, !terms.get(to - 1).prefix());
    if (together.open()) {
      return; // so few that reading them is not worth it
    }
    Found found = together.list();
    for (int i = 0; i < found.size(); i++) {
      double factor = (found.marks().get(i) & 1) > 0 ? TOGETHER_IN_TITLE : TOGETHER;
      scores.computeIfPresent(found.documents().get(i), (document, score) -> score * factor);
    }
  }

  private static boolean stops(Term term) {
    return !term.prefix() && StopWords.contains(term.text());
  }

  /** Where no report has all: one slip in a word, or a run of Chinese in parts. */
  private Outcome forgive(Query query, Outcome before) throws IOException {
    List<Term> terms = new ArrayList<>();
    boolean changed = false;
    for (Term term : query.terms()) {
      String text = term.text();
      if (term.kind() == Kind.HAN
          && !term.excludes()
          && term.field().isEmpty()
          && text.length() > 2) {
        List<String> parts = parts(text);
        changed |= !parts.isEmpty() && !parts.equals(List.of(text));
        parts.forEach(part -> terms.add(term.with(part, term.prefix())));
      } else if (term.kind() == Kind.WORD
          && !term.excludes()
          && text.length() > 3
          && term(term.exactly(), new ArrayList<>()).isEmpty()) {
        List<String> near = near(text, 1);
        String name = near.isEmpty() ? begun(text) : "";
        changed |= !near.isEmpty() || !name.isEmpty();
        terms.add(
            !near.isEmpty()
                ? term.with(near.get(0), false)
                : name.isEmpty() ? term : term.with(name, false).everywhereAs(Kind.HAN));
      } else {
        terms.add(term);
      }
    }
    if (!changed) {
      return before;
    }
    boolean parts = query.terms().stream().anyMatch(t -> t.kind() == Kind.HAN);
    Outcome outcome = evaluate(new Query(terms, query.filters(), query.years()), parts);
    return outcome.documents().isEmpty() || (outcome.partial() && before.partial())
        ? before
        : new Outcome(
            outcome.documents(),
            outcome.also(),
            terms.stream().map(Term::text).collect(Collectors.joining(" ")),
            outcome.partial() || parts,
            outcome.marks());
  }

  /** A Chinese name that begins with this in pinyin; empty where there is none. */
  private String begun(String form) throws IOException {
    for (IndexReader.Name name : index.begun(form)) {
      for (String label : name.l().values()) {
        String folded = SearchFold.fold(label);
        if (Query.hasHan(folded) && folded.indexOf(' ') < 0) {
          return folded;
        }
      }
    }
    return "";
  }

  /** The longest runs of a text that some report holds. */
  private List<String> parts(String text) throws IOException {
    List<String> parts = new ArrayList<>();
    for (int at = 0; at < text.length(); ) {
      int size = Math.min(text.length() - at, LONGEST_PART);
      while (size > 1 && holding(text.substring(at, at + size), false).size() == 0) {
        size--;
      }
      if (size > 1) {
        parts.add(text.substring(at, at + size));
      }
      at += size;
    }
    return parts;
  }

  // ---- filters ----

  private void filter(Query query, Scores scores) throws IOException {
    IndexReader.Values values = index.values();
    Map<Query.Filter, Set<Integer>> wanted = new HashMap<>();
    for (Query.Filter filter : query.filters()) {
      wanted.put(filter, values(filter, values));
    }
    for (Integer document : List.copyOf(scores.keySet())) {
      IndexReader.Row row = index.row(document);
      boolean fits =
          query.years().stream()
                  .allMatch(
                      range ->
                          row.years().stream().anyMatch(y -> y >= range.from() && y <= range.to()))
              && wanted.entrySet().stream()
                  .allMatch(
                      e ->
                          of(row, e.getKey()).stream().anyMatch(e.getValue()::contains)
                              != e.getKey().excludes());
      if (!fits) {
        scores.remove(document);
      }
    }
  }

  private static List<Integer> of(IndexReader.Row row, Query.Filter filter) {
    return switch (filter.field()) {
      case "region" -> row.regions();
      case "programme" -> row.programmes();
      default -> row.newspapers();
    };
  }

  /** The values that a filter means, with all below them. */
  private static Set<Integer> values(Query.Filter filter, IndexReader.Values values) {
    List<IndexReader.Value> all =
        switch (filter.field()) {
          case "region" -> values.region();
          case "programme" -> values.programme();
          default -> values.newspaper();
        };
    Set<Integer> meant = new LinkedHashSet<>();
    for (int number = 0; number < all.size(); number++) {
      Set<Integer> above = new LinkedHashSet<>();
      int at = number;
      while (at >= 0 && above.add(at)) {
        if (means(filter.text(), all.get(at))) {
          meant.add(number);
        }
        at = all.get(at).u();
      }
    }
    return meant;
  }

  private static boolean means(String text, IndexReader.Value value) {
    List<String> forms = new ArrayList<>(value.l().values());
    forms.add(value.i());
    return forms.stream()
        .map(SearchFold::fold)
        .anyMatch(form -> form.equals(text) || (text.length() > 1 && form.startsWith(text)));
  }
}
