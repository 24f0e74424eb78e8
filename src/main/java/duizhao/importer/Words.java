package duizhao.importer;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the characters of a page tell of its order: which passages share their words, and which
 * lines go on in which. Words are pairs of Chinese characters, so that no dictionary decides.
 */
final class Words {

  /** Characters that stand everywhere; pairs with them say nothing of a subject. */
  private static final String EMPTY = "的了在和是与及等为对将从这那也都就又而以于之把被让其并或一个不有到着中上下来去";

  private final Map<Integer, Integer> documents = new HashMap<>();
  private final Map<Integer, Integer> pairs = new HashMap<>();
  private final Map<Long, Integer> triples = new HashMap<>();
  private final int count;

  /**
   * @param known texts of the archive, whose words are known not to mark one report
   * @param page the lines of the page
   */
  Words(Collection<String> known, Collection<String> page) {
    int documentCount = 0;
    for (Collection<String> texts : List.of(known, page)) {
      for (String text : texts) {
        documentCount++;
        for (int pair : pairs(text)) {
          documents.merge(pair, 1, Integer::sum);
        }
        for (int i = 0; i + 1 < text.length(); i++) {
          if (isHan(text.charAt(i)) && isHan(text.charAt(i + 1))) {
            pairs.merge(key(text.charAt(i), text.charAt(i + 1)), 1, Integer::sum);
            if (i + 2 < text.length() && isHan(text.charAt(i + 2))) {
              triples.merge(key(text, i), 1, Integer::sum);
            }
          }
        }
      }
    }
    this.count = Math.max(1, documentCount);
  }

  private static int key(char a, char b) {
    return a << 16 | b;
  }

  private static long key(String text, int i) {
    return (long) text.charAt(i) << 32 | (long) text.charAt(i + 1) << 16 | text.charAt(i + 2);
  }

  static boolean isHan(char c) {
    return c >= 0x3400 && c <= 0x9FFF;
  }

  /** The pairs of a text that may tell its subject, each once. */
  static Set<Integer> pairs(String text) {
    Set<Integer> pairs = new HashSet<>();
    for (int i = 0; i + 1 < text.length(); i++) {
      char a = text.charAt(i);
      char b = text.charAt(i + 1);
      if (isHan(a) && isHan(b) && EMPTY.indexOf(a) < 0 && EMPTY.indexOf(b) < 0) {
        pairs.add(key(a, b));
      }
    }
    return pairs;
  }

  private double weight(int pair) {
    double rarity = Math.log((count + 1.0) / documents.getOrDefault(pair, 1));
    return rarity * rarity;
  }

  /** How much of what a passage says is said in another, 0 to 1; rare words count more. */
  double coverage(Set<Integer> passage, Set<Integer> other) {
    return weighed(passage).in(other);
  }

  /** A passage that is to be looked for in many others. */
  Weighed weighed(Set<Integer> passage) {
    return new Weighed(passage);
  }

  /** The pairs of a passage, and how much each says. */
  final class Weighed {

    private final Integer[] pairs;
    private final double[] weights;
    private final double all;

    private Weighed(Set<Integer> passage) {
      pairs = passage.toArray(new Integer[0]);
      weights = new double[pairs.length];
      double sum = 0;
      for (int i = 0; i < pairs.length; i++) {
        weights[i] = weight(pairs[i]);
        sum += weights[i];
      }
      all = sum;
    }

    /** How much of it is said in another passage, 0 to 1. */
    double in(Set<Integer> other) {
      double shared = 0;
      for (int i = 0; i < pairs.length; i++) {
        if (other.contains(pairs[i])) {
          shared += weights[i];
        }
      }
      return all == 0 ? 0 : shared / all;
    }
  }

  /**
   * How likely the second text goes on in the middle of the first one's last sentence, by what
   * stands elsewhere: 0 when nothing speaks for it, 1 for a pair, 2 and more for more.
   */
  double join(String before, String after) {
    if (before.isEmpty() || after.isEmpty()) {
      return 0;
    }
    String end = before.substring(Math.max(0, before.length() - 2));
    String start = after.substring(0, Math.min(2, after.length()));
    String seam = end + start;
    int at = end.length() - 1;
    if (!isHan(seam.charAt(at)) || !isHan(seam.charAt(at + 1))) {
      return 0;
    }
    int pair = pairs.getOrDefault(key(seam.charAt(at), seam.charAt(at + 1)), 0);
    double score = Math.min(1.5, 0.5 * pair);
    for (int i = Math.max(0, at - 1); i <= at && i + 2 < seam.length(); i++) {
      int times = triples.getOrDefault(key(seam, i), 0);
      score += Math.min(1.5, 0.75 * times);
    }
    return score;
  }
}
