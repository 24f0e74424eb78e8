package duizhao.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntBinaryOperator;

/**
 * Reports in ascending order, each with its mark: twice the impact, plus 1 where the match is in a
 * title.
 */
record Found(List<Integer> documents, List<Integer> marks) {

  static final Found NOTHING = new Found(List.of(), List.of());

  /** Steps in which an impact is kept. */
  static final int IMPACTS = 8;

  int size() {
    return documents.size();
  }

  /** Those whose mark says that the match is in a title. */
  Found inTitles() {
    Found kept = new Found(new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < size(); i++) {
      if ((marks.get(i) & 1) > 0) {
        kept.add(documents.get(i), marks.get(i));
      }
    }
    return kept;
  }

  /** Those that are among some reports. */
  Found among(Set<Integer> some) {
    Found kept = new Found(new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < size(); i++) {
      if (some.contains(documents.get(i))) {
        kept.add(documents.get(i), marks.get(i));
      }
    }
    return kept;
  }

  void add(int document, int mark) {
    documents.add(document);
    marks.add(mark);
  }

  /** Joins lists of different occurrences: their weights add up. */
  static Found sum(List<Found> lists) {
    return joined(
        lists, (one, other) -> (impact(weight(one) + weight(other)) << 1) | ((one | other) & 1));
  }

  /** Joins lists of different reports or the same; the better mark wins. */
  static Found union(List<Found> lists) {
    return joined(lists, Math::max);
  }

  private static Found joined(List<Found> lists, IntBinaryOperator join) {
    if (lists.size() == 1) {
      return lists.get(0);
    }
    Map<Integer, Integer> marks = new TreeMap<>();
    for (Found list : lists) {
      for (int i = 0; i < list.size(); i++) {
        marks.merge(list.documents().get(i), list.marks().get(i), join::applyAsInt);
      }
    }
    return new Found(new ArrayList<>(marks.keySet()), new ArrayList<>(marks.values()));
  }

  /** The weight behind an impact of BM25F, and back. */
  private static double weight(int mark) {
    return ((mark >> 1) + 0.5) / (IMPACTS - 0.5 - (mark >> 1));
  }

  private static int impact(double weight) {
    return (int) Math.min(IMPACTS - 1, Math.floor(IMPACTS * weight / (weight + 1)));
  }
}
