package duizhao.search;

import duizhao.text.SearchFold;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for, as {@code client/query.js} reads it. Anything that is no operator is words:
 * there are no errors.
 */
record Query(List<Term> terms, List<Filter> filters, List<Years> years) {

  enum Kind {
    HAN,
    WORD,
    PHRASE
  }

  /**
   * One thing to find.
   *
   * @param text folded; with spaces inside a phrase
   * @param sign empty, + or -
   * @param field empty for everywhere, "title" or "person"
   * @param prefix whether it may go on
   * @param slips how many slips are forgiven
   */
  record Term(String text, Kind kind, String sign, String field, boolean prefix, int slips) {

    boolean excludes() {
      return sign.equals("-");
    }

    Term with(String other, boolean mayGoOn) {
      return new Term(other, kind, sign, field, mayGoOn, slips);
    }

    /** The same without slips, or as another kind of term, found everywhere. */
    Term exactly() {
      return new Term(text, kind, sign, field, prefix, 0);
    }

    Term everywhereAs(Kind other) {
      return new Term(text, other, sign, "", prefix, slips);
    }
  }

  /** By facet: region, programme or newspaper. */
  record Filter(String field, String text, boolean excludes) {}

  /** Both ends count. */
  record Years(int from, int to) {}

  private static final Set<String> FACETS = Set.of("region", "programme", "newspaper");
  private static final int MOST_TERMS = 12;
  private static final int LONGEST = 200;
  private static final int LAST_YEAR = 9999;
  private static final int MOST_SLIPS = 2;

  /** White space as ECMAScript has it. */
  private static final String SPACE =
      "\\t-\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";

  private static final Pattern TOKEN =
      Pattern.compile(
          "([+-]?)(?:(title|person|region|programme|newspaper|year)[:：])?"
              + "(?:[\"“”]([^\"“”]*)(?:[\"“”]|\\z)|([^"
              + SPACE
              + "\"“”]+))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern YEARS = Pattern.compile("([0-9]{4})?(\\.\\.)?([0-9]{4})?");
  private static final Pattern SLIPS = Pattern.compile("~([0-9])?\\z");

  static Query parse(String typed) {
    Query query = new Query(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Matcher match = TOKEN.matcher(typed.substring(0, Math.min(typed.length(), LONGEST)));
    while (match.find()) {
      query.read(match.group(1), match.group(2), match.group(3), match.group(4));
    }
    return query;
  }

  private void read(
      String sign, @Nullable String name, @Nullable String quoted, @Nullable String bare) {
    String field = name == null ? "" : name.toLowerCase(Locale.ROOT);
    String words = quoted != null ? quoted : bare != null ? bare : "";
    if (field.equals("year") || (words.contains("..") && name == null)) {
      Years range = years(words);
      if (range != null) {
        years.add(range);
        return;
      }
    }
    if (FACETS.contains(field)) {
      String value = SearchFold.fold(words);
      if (!value.isEmpty()) {
        filters.add(new Filter(field, value, sign.equals("-")));
      }
      return;
    }
    add(words, quoted != null, sign, field);
  }

  private static @Nullable Years years(String words) {
    Matcher range = YEARS.matcher(words);
    if (!range.matches() || (range.group(1) == null && range.group(3) == null)) {
      return null;
    }
    int from = range.group(1) == null ? 0 : Integer.parseInt(range.group(1));
    int last = range.group(2) == null ? from : LAST_YEAR;
    return new Years(from, range.group(3) == null ? last : Integer.parseInt(range.group(3)));
  }

  private void add(String words, boolean quoted, String sign, String field) {
    String folded = SearchFold.fold(words);
    if (folded.isEmpty()) {
      return;
    }
    Matcher tilde = SLIPS.matcher(words);
    boolean wild = !quoted && words.endsWith("*");
    int slips = 0;
    if (!quoted && tilde.find()) {
      slips = tilde.group(1) == null ? 1 : Math.min(MOST_SLIPS, Integer.parseInt(tilde.group(1)));
      folded = folded.replaceFirst(" [0-9]\\z", "");
    }
    List<String> parts = List.of(folded.split(" "));
    if (quoted && parts.size() > 1 && !hasHan(parts.get(0))) {
      put(new Term(folded, Kind.PHRASE, sign, field, wild, slips));
      return;
    }
    for (String part : parts) {
      Kind kind = hasHan(part) ? Kind.HAN : quoted ? Kind.PHRASE : Kind.WORD;
      put(new Term(part, kind, sign, field, wild, slips));
    }
  }

  private void put(Term term) {
    if (terms.size() < MOST_TERMS) {
      terms.add(term);
    }
  }

  /** Whether a folded text holds Chinese. */
  static boolean hasHan(String text) {
    return text.codePoints().anyMatch(SearchFold::isHan);
  }
}
