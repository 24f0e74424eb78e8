package duizhao.xliff;

import duizhao.model.Archive;
import duizhao.model.Block;
import duizhao.model.Edition;
import duizhao.model.Language;
import duizhao.model.Report;
import duizhao.text.Passages;
import duizhao.text.Passages.Kind;
import duizhao.text.Passages.Piece;
import duizhao.text.SearchFold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the archive has translated before. Paragraphs are alike by the pairs of neighbouring
 * characters that both have, after folding: twice the common pairs over the pairs of both (Dice).
 */
final class Memory {

  private static final double ALIKE = 0.75;
  private static final int MOST = 3;

  /** Of a paragraph that is at least this alike, this share of the pairs must be in the other. */
  private static final double COMMON = ALIKE / (2 - ALIKE);

  /**
   * An earlier translation.
   *
   * @param percent 100 where both are the same after folding; below 100 otherwise
   * @param origin report and paragraph, such as {@code yinchuan-workers-homes#p3}
   */
  record Match(double percent, String source, String target, String origin) {}

  private record Entry(String source, String target, String origin, String folded, int pairs) {}

  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, List<Integer>> byFolded = new HashMap<>();
  private final Map<Integer, List<Integer>> byPair = new HashMap<>();

  Memory(Archive archive, Language from, Language to) {
    for (Report report : archive.reports()) {
      Edition source = report.in(from);
      Edition target = report.in(to);
      if (source == null || target == null) {
        continue;
      }
      List<Block> answers = target.body().blocks();
      for (Block block : source.body().blocks()) {
        if (block.number() <= answers.size()) {
          String answer = answers.get(block.number() - 1).text();
          if (!Gap.is(List.of(new Piece(Kind.WORDS, answer)))) {
            add(block.text(), answer, report.id() + "#p" + block.number());
          }
        }
      }
    }
  }

  private void add(String source, String target, String origin) {
    String folded = SearchFold.fold(source);
    Set<Integer> pairs = pairs(folded);
    if (pairs.isEmpty() || target.isEmpty()) {
      return;
    }
    entries.add(new Entry(source, target, origin, folded, pairs.size()));
    byFolded.computeIfAbsent(folded, k -> new ArrayList<>()).add(entries.size() - 1);
    pairs.forEach(
        pair -> byPair.computeIfAbsent(pair, k -> new ArrayList<>()).add(entries.size() - 1));
  }

  private static Set<Integer> pairs(String folded) {
    Set<Integer> pairs = new HashSet<>();
    for (int i = 0; i + 1 < folded.length(); i++) {
      pairs.add(folded.charAt(i) << 16 | folded.charAt(i + 1));
    }
    return pairs;
  }

  /** The best earlier translations of words, best first; none from the place itself. */
  List<Match> of(List<Piece> words, String place) {
    String folded = SearchFold.fold(Passages.words(words));
    Set<Integer> pairs = pairs(folded);
    Set<Integer> candidates = new LinkedHashSet<>(byFolded.getOrDefault(folded, List.of()));
    // Who is alike has at least one of the rarest pairs; common ones need no looking at.
    List<Integer> rarest = new ArrayList<>(pairs);
    rarest.sort(Comparator.comparingInt(p -> byPair.getOrDefault(p, List.of()).size()));
    int needed = pairs.size() - (int) Math.ceil(COMMON * pairs.size()) + 1;
    for (int pair : rarest.subList(0, Math.min(needed, rarest.size()))) {
      candidates.addAll(byPair.getOrDefault(pair, List.of()));
    }
    List<Match> matches = new ArrayList<>();
    for (int candidate : candidates) {
      Entry entry = entries.get(candidate);
      double alike = entry.folded().equals(folded) ? 100 : percent(entry, pairs);
      if (alike >= 100 * ALIKE && !entry.origin().equals(place)) {
        matches.add(new Match(alike, entry.source(), entry.target(), entry.origin()));
      }
    }
    matches.sort(
        Comparator.comparingDouble(Match::percent).reversed().thenComparing(Match::origin));
    return matches.subList(0, Math.min(MOST, matches.size()));
  }

  private static double percent(Entry entry, Set<Integer> pairs) {
    int both = entry.pairs() + pairs.size();
    if (2.0 * Math.min(entry.pairs(), pairs.size()) < ALIKE * both) {
      return 0;
    }
    Set<Integer> common = pairs(entry.folded());
    common.retainAll(pairs);
    // Not the same, so not 100, whatever rounding says.
    return Math.min(99.9, Math.round(2000.0 * common.size() / both) / 10.0);
  }
}
