package duizhao.text;

import duizhao.model.Language;
import duizhao.model.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

  private static final class Node {
    private final Map<Character, Node> next = new HashMap<>(4);
    private int term = -1;

    /** As it has to be written, where capitals count. */
    private @Nullable String exact;
  }

  private final Node root = new Node();

  public TermFinder(List<Term> terms, Language language) {
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
      Node node = root;
      for (int i = 0; i < form.length(); i++) {
        node = node.next.computeIfAbsent(folded(form.charAt(i)), k -> new Node());
      }
      if (node != root && node.term < 0) {
        node.term = term;
        node.exact = initials(form) ? form : null;
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
      Hit hit = insideWord(text, at) ? null : longest(text, at);
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
    Hit longest = null;
    Node node = root;
    for (int i = start; i < text.length(); i++) {
      node = node.next.get(folded(text.charAt(i)));
      if (node == null) {
        break;
      }
      if (node.term >= 0
          && !insideWord(text, i + 1)
          && (node.exact == null || text.startsWith(node.exact, start))) {
        longest = new Hit(node.term, start, i + 1);
      }
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
    return Character.isLetterOrDigit(c) && !Character.isIdeographic(c);
  }
}
