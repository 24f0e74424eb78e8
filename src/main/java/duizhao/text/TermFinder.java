package duizhao.text;

import duizhao.model.Language;
import duizhao.model.Term;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the terms of the glossary, and their variants, in texts of one language: the longest that
 * begins at each place, none inside another. Words count whole, in singular and plural, in any
 * case; initials (ACFTU) only as capitals. The spellings are a trie, so that a text is read once,
 * whatever the number of terms. Safe for several threads.
 */
public final class TermFinder {

  /**
   * A term in a text.
   *
   * @param term its index in the glossary
   * @param start index of its first UTF-16 unit
   * @param end after its last
   */
  public record Hit(int term, int start, int end) {}

  /**
   * How a term is spelled.
   *
   * @param term its index in the glossary
   * @param exact as it has to be written, where capitals count; else null
   */
  private record Spelling(int term, @Nullable String exact) {}

  private final Trie trie = new Trie();

  /** The spelling that ends at each node of the trie; null for none. */
  private final List<@Nullable Spelling> spellings = new ArrayList<>();

  public TermFinder(List<Term> terms, Language language) {
    spellings.add(null);
    boolean english = language.tag().equals("en") || language.tag().startsWith("en-");
    for (int i = 0; i < terms.size(); i++) {
      String preferred = terms.get(i).term().in(language);
      if (preferred != null) {
        add(i, preferred, english);
      }
    }
    for (int i = 0; i < terms.size(); i++) {
      for (String variant : terms.get(i).variants().getOrDefault(language.id(), List.of())) {
        add(i, variant, english);
      }
    }
  }

  private void add(int term, String spelling, boolean english) {
    for (String form : english ? numbers(spelling) : List.of(spelling)) {
      int node = Trie.ROOT;
      for (int i = 0; i < form.length(); i++) {
        node = trie.grow(node, folded(form.charAt(i)));
        if (node == spellings.size()) {
          spellings.add(null);
        }
      }
      if (node != Trie.ROOT && spellings.get(node) == null) {
        spellings.set(node, new Spelling(term, initials(form) ? form : null));
      }
    }
  }

  private static boolean initials(String form) {
    for (int i = 1; i < form.length(); i++) {
      if (Character.isUpperCase(form.charAt(i)) && Character.isUpperCase(form.charAt(i - 1))) {
        return true;
      }
    }
    return false;
  }

  /** The spelling, and the same in the other number: that of its last word, and of its head. */
  private static Set<String> numbers(String spelling) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(spelling);
    forms.addAll(otherNumber(spelling));
    for (String joint : List.of(" of ", " for ", " in ")) {
      int head = spelling.indexOf(joint);
      if (head > 0) {
        otherNumber(spelling.substring(0, head))
            .forEach(form -> forms.add(form + spelling.substring(head)));
      }
    }
    return forms;
  }

  private static List<String> otherNumber(String words) {
    String last = words.substring(words.lastIndexOf(' ') + 1);
    if (last.isEmpty() || !Character.isLetter(last.charAt(last.length() - 1))) {
      return List.of();
    }
    boolean hisses = last.matches("(?i).*(s|x|z|ch|sh)");
    List<String> forms = new ArrayList<>();
    if (last.matches("(?i).*[^aeiou]y")) {
      forms.add(words.substring(0, words.length() - 1) + "ies");
    } else {
      forms.add(words + (hisses ? "es" : "s"));
    }
    if (last.length() > 5 && last.endsWith("ies")) {
      forms.add(words.substring(0, words.length() - 3) + "y");
    } else if (last.length() > 5 && last.matches(".*(ss|x|z|ch|sh)es")) {
      forms.add(words.substring(0, words.length() - 2));
    } else if (last.length() > 4 && last.matches(".*[^sui]s")) {
      forms.add(words.substring(0, words.length() - 1));
    }
    return forms;
  }

  /** One character for one, so that every place stays. */
  private static char folded(char c) {
    return switch (c) {
      case '\'' -> '’';
      case '-', '\u2010', '\u2011', '\u00A0', '\n' -> ' ';
      default -> Character.toLowerCase(c);
    };
  }

  /** What there is, in order. */
  public List<Hit> find(String text) {
    List<Hit> hits = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      Hit hit = longest(text, at);
      if (hit == null) {
        at++;
      } else {
        hits.add(hit);
        at = hit.end();
      }
    }
    return hits;
  }

  private @Nullable Hit longest(String text, int start) {
    int node = trie.next(Trie.ROOT, folded(text.charAt(start)));
    if (node == Trie.ROOT || insideWord(text, start)) {
      return null;
    }
    Hit longest = null;
    for (int end = start + 1; node != Trie.ROOT; end++) {
      Spelling spelling = spellings.get(node);
      if (spelling != null
          && !insideWord(text, end)
          && (spelling.exact() == null || text.startsWith(spelling.exact(), start))) {
        longest = new Hit(spelling.term(), start, end);
      }
      node = end < text.length() ? trie.next(node, folded(text.charAt(end))) : Trie.ROOT;
    }
    return longest;
  }

  /** Whether a word goes on across this place; between Chinese characters none does. */
  private static boolean insideWord(String text, int at) {
    return at > 0
        && at < text.length()
        && isLetter(text.charAt(at - 1))
        && isLetter(text.charAt(at));
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || Character.isLetterOrDigit(c) && !Character.isIdeographic(c);
  }
}
