package duizhao.text;

import java.util.Arrays;

/**
 * Sequences of symbols that begin alike share their beginning. Symbols are characters, or numbers
 * of words, from 0; node 0 is the root, and no other. Safe for several threads once all is in.
 */
final class Trie {

  static final int ROOT = 0;

  /** Where each symbol leads from the root: most symbols of most texts lead nowhere. */
  private int[] roots = new int[0];

  /** Edges between other nodes: node and symbol, to node. */
  private long[] edges = new long[1024];

  private int[] targets = new int[1024];
  private int size = 1;

  /** The node that a symbol leads to; {@link #ROOT} for none. */
  int next(int node, int symbol) {
    return node == ROOT
        ? symbol < roots.length ? roots[symbol] : ROOT
        : targets[slot(node, symbol)];
  }

  /** The node that a symbol leads to, made if there was none: a new one is the last by number. */
  int grow(int node, int symbol) {
    int known = next(node, symbol);
    if (known != ROOT) {
      return known;
    }
    if (node == ROOT) {
      if (symbol >= roots.length) {
        roots = Arrays.copyOf(roots, symbol + symbol / 2 + 16);
      }
      roots[symbol] = size;
    } else {
      if (2 * size > edges.length) {
        enlarge();
      }
      int slot = slot(node, symbol);
      edges[slot] = edge(node, symbol);
      targets[slot] = size;
    }
    return size++;
  }

  private static long edge(int node, int symbol) {
    return (long) node << Integer.SIZE | symbol;
  }

  /** The place of an edge, or the empty one where it would be put. */
  private int slot(int node, int symbol) {
    long edge = edge(node, symbol);
    int slot = (int) (edge * 0x9E3779B97F4A7C15L >>> 33) & edges.length - 1;
    while (targets[slot] != 0 && edges[slot] != edge) {
      slot = slot + 1 & edges.length - 1;
    }
    return slot;
  }

  private void enlarge() {
    long[] oldEdges = edges;
    int[] oldTargets = targets;
    edges = new long[2 * oldEdges.length];
    targets = new int[edges.length];
    for (int i = 0; i < oldEdges.length; i++) {
      if (oldTargets[i] != 0) {
        int slot = slot((int) (oldEdges[i] >>> Integer.SIZE), (int) oldEdges[i]);
        edges[slot] = oldEdges[i];
        targets[slot] = oldTargets[i];
      }
    }
  }
}
