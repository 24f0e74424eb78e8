package duizhao.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Many phrases, found in one go. A phrase is a list of symbols: the characters of Chinese, the
 * lemmas of English.
 *
 * @param <T> what a phrase stands for
 */
final class Phrases<T> {

  /** One place where a phrase stands: symbols {@code from} to {@code to}, exclusive. */
  record Hit<T>(int from, int to, Set<T> meanings) {}

  private static final class Node<T> {
    private final Map<String, Node<T>> next = new HashMap<>();
    private final Set<T> meanings = new LinkedHashSet<>();
  }

  private final Node<T> root = new Node<>();

  void add(List<String> phrase, T meaning) {
    Node<T> node = root;
    for (String symbol : phrase) {
      node = node.next.computeIfAbsent(symbol, s -> new Node<>());
    }
    if (node != root) {
      node.meanings.add(meaning);
    }
  }

  /** The phrases in a text, in order: where two overlap, the longer, else the earlier. */
  List<Hit<T>> longest(List<String> symbols) {
    List<Hit<T>> all = new ArrayList<>();
    for (int i = 0; i < symbols.size(); i++) {
      all.addAll(from(symbols, i));
    }
    all.sort(Comparator.comparingInt(hit -> hit.from() - hit.to()));
    BitSet taken = new BitSet(symbols.size());
    List<Hit<T>> hits = new ArrayList<>();
    for (Hit<T> hit : all) {
      int next = taken.nextSetBit(hit.from());
      if (next < 0 || next >= hit.to()) {
        taken.set(hit.from(), hit.to());
        hits.add(hit);
      }
    }
    hits.sort(Comparator.comparingInt(Hit::from));
    return hits;
  }

  /** Whatever any phrase stands for that is somewhere in the text. */
  Set<T> meanings(List<String> symbols) {
    Set<T> meanings = new LinkedHashSet<>();
    for (int i = 0; i < symbols.size(); i++) {
      from(symbols, i).forEach(hit -> meanings.addAll(hit.meanings()));
    }
    return meanings;
  }

  /** The phrases that begin at a place, shorter ones first. */
  private List<Hit<T>> from(List<String> symbols, int start) {
    @Nullable Node<T> node = root.next.get(symbols.get(start));
    if (node == null) {
      return List.of();
    }
    List<Hit<T>> hits = new ArrayList<>();
    for (int i = start + 1; node != null; i++) {
      if (!node.meanings.isEmpty()) {
        hits.add(new Hit<>(start, i, node.meanings));
      }
      node = i < symbols.size() ? node.next.get(symbols.get(i)) : null;
    }
    return hits;
  }
}
