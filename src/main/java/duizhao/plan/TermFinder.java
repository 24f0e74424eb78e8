package duizhao.plan;

import duizhao.model.Language;
import duizhao.model.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds the terms of the glossary, and their variants, in texts of one language: the longest that
 * begins at each place, none inside another. Of a text it looks at each word once, whatever the
 * number of terms.
 */
final class TermFinder {

  /**
   * A term in a text.
   *
   * @param term its index in the glossary
   * @param start index of its first UTF-16 unit
   * @param end after its last
   */
  record Hit(int term, int start, int end) {}

  private record Spelling(int term, String text) {}

  /** By how they begin, the longest first. */
  private final Map<String, List<Spelling>> spellings = new HashMap<>();

  private final Locale locale;

  TermFinder(List<Term> terms, Language language) {
    this.locale = Locale.forLanguageTag(language.tag());
    for (int i = 0; i < terms.size(); i++) {
      String preferred = terms.get(i).term().in(language);
      if (preferred != null) {
        add(i, preferred);
      }
      for (String variant : terms.get(i).variants().getOrDefault(language.id(), List.of())) {
        add(i, variant);
      }
    }
    spellings
        .values()
        .forEach(list -> list.sort(Comparator.comparingInt((Spelling s) -> -s.text.length())));
  }

  private void add(int term, String text) {
    String folded = folded(text);
    if (!folded.isEmpty()) {
      spellings
          .computeIfAbsent(folded.substring(0, beginning(folded, 0)), k -> new ArrayList<>())
          .add(new Spelling(term, folded));
    }
  }

  /** Lower case that keeps every place; typewriter's apostrophes become printer's. */
  private String folded(String text) {
    String lower = text.toLowerCase(locale);
    return (lower.length() == text.length() ? lower : text).replace('\'', '’');
  }

  /** Where what a spelling is filed under ends: a word, or one character of Chinese. */
  private static int beginning(String text, int start) {
    int end = start + Character.charCount(text.codePointAt(start));
    if (isLetter(text, start)) {
      while (end < text.length() && isLetter(text, end)) {
        end++;
      }
    }
    return end;
  }

  /** Whether words are made of it; characters of Chinese stand for themselves. */
  private static boolean isLetter(String text, int index) {
    char c = text.charAt(index);
    return Character.isLetterOrDigit(c) && !Character.isIdeographic(c);
  }

  /** What there is, in order. */
  List<Hit> find(String text) {
    List<Hit> hits = new ArrayList<>();
    String folded = folded(text);
    int at = 0;
    while (at < folded.length()) {
      int end = beginning(folded, at);
      for (Spelling spelling : spellings.getOrDefault(folded.substring(at, end), List.of())) {
        int after = at + spelling.text.length();
        if (folded.startsWith(spelling.text, at) && ends(folded, after)) {
          hits.add(new Hit(spelling.term, at, after));
          end = after;
          break;
        }
      }
      at = end;
    }
    return hits;
  }

  private static boolean ends(String text, int after) {
    return after == text.length() || !isLetter(text, after) || !isLetter(text, after - 1);
  }
}
