package duizhao.check;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import duizhao.model.Archive;
import duizhao.model.Block;
import duizhao.model.Edition;
import duizhao.model.Language;
import duizhao.text.SearchFold;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * No report is in the archive twice. Two are the same when at least four tenths of the runs of four
 * characters that either has are in both (their Jaccard index), after folding: what is left of a
 * copy in which every fifth character was changed, two or more at a time. Reports of one field that
 * have nothing to do with each other share less than a tenth.
 *
 * <p>Candidates come from signatures of one hash, cut into bins (P. Li, A. Owen and C.-H. Zhang,
 * "One permutation hashing", 2012), three of which have to agree; so the work grows with the size
 * of the archive and not with its square. Two reports that share four tenths are found with a
 * probability of 99 %.
 */
final class NearDuplicate implements Rule {

  static final double THRESHOLD = 0.4;
  private static final int SHINGLE = 4;

  /** Texts with fewer runs say too little to compare. */
  private static final int FEWEST = 40;

  private static final int BINS = 256;
  private static final int BAND = 3;

  /** Estimates from signatures are off by a tenth at most, nearly always. */
  private static final int AGREEING = (int) (BINS * (THRESHOLD - 0.15));

  /** How many earlier reports of a bucket a report is compared with. */
  private static final int MOST_EARLIER = 4;

  /** A report and its signature. */
  private static final class Signed {
    private final Edition edition;
    private final int[] signature;

    Signed(Edition edition, int[] signature) {
      this.edition = edition;
      this.signature = signature;
    }
  }

  @Override
  public void check(Archive archive, Diagnostics diagnostics) {
    Language chinese = Languages.find(archive, "zh");
    if (chinese == null) {
      return;
    }
    List<Signed> reports =
        ArchiveChecker.all(archive)
            .sorted((a, b) -> a.at().compareTo(b.at()))
            .collect(Collectors.toList())
            .parallelStream()
            .map(report -> sign(report.in(chinese)))
            .filter(Objects::nonNull)
            .toList();
    Set<Integer> told = new HashSet<>();
    Set<Long> compared = new HashSet<>();
    for (int band = 0; band + BAND <= BINS; band += BAND) {
      Map<Integer, List<Integer>> buckets = new HashMap<>();
      for (int i = 0; i < reports.size(); i++) {
        int[] signature = reports.get(i).signature;
        int key = Arrays.hashCode(Arrays.copyOfRange(signature, band, band + BAND));
        List<Integer> earlier = buckets.computeIfAbsent(key, k -> new ArrayList<>());
        for (int other : earlier) {
          if (!told.contains(i)
              && compared.add((long) i << Integer.SIZE | other)
              && compare(reports.get(i), reports.get(other), diagnostics)) {
            told.add(i);
          }
        }
        if (earlier.size() < MOST_EARLIER) {
          earlier.add(i);
        }
      }
    }
  }

  /** Null for a report that is too short. */
  private static @Nullable Signed sign(@Nullable Edition edition) {
    int[] signature = edition == null ? null : signature(runs(edition));
    return edition == null || signature == null ? null : new Signed(edition, signature);
  }

  /** Whether two reports are the same, which is then told. */
  private static boolean compare(Signed report, Signed earlier, Diagnostics diagnostics) {
    int[] ours = report.signature;
    int[] theirs = earlier.signature;
    int agreeing = 0;
    for (int i = 0; i < BINS; i++) {
      agreeing += ours[i] == theirs[i] ? 1 : 0;
    }
    double share =
        agreeing < AGREEING ? 0 : share(shingles(report.edition), shingles(earlier.edition));
    if (share < THRESHOLD) {
      return false;
    }
    Location at = report.edition.at();
    diagnostics.add(
        Code.NEAR_DUPLICATE,
        at,
        "this report has "
            + Math.round(100 * share)
            + " % of its text in common with "
            + earlier.edition.at().file(),
        "keep one of the two, with the id of the other under \"aliases:\"");
    return true;
  }

  /** Hashes of the runs of four characters of a text, in its order. */
  private static long[] runs(Edition edition) {
    StringBuilder text = new StringBuilder();
    for (Block block : edition.body().blocks()) {
      text.append(SearchFold.fold(block.text()));
    }
    String folded = text.toString().replace(" ", "");
    long[] hashes = new long[Math.max(0, folded.length() - SHINGLE + 1)];
    for (int i = 0; i < hashes.length; i++) {
      long hash = 0;
      for (int j = i; j < i + SHINGLE; j++) {
        hash = (hash ^ folded.charAt(j)) * 0x9E3779B97F4A7C15L;
      }
      hash ^= hash >>> 29;
      hash *= 0xBF58476D1CE4E5B9L;
      hashes[i] = hash ^ hash >>> 32;
    }
    return hashes;
  }

  /** The same, sorted, each once. */
  private static long[] shingles(Edition edition) {
    long[] hashes = runs(edition);
    Arrays.sort(hashes);
    int kept = 0;
    for (int i = 0; i < hashes.length; i++) {
      if (i == 0 || hashes[i] != hashes[i - 1]) {
        hashes[kept++] = hashes[i];
      }
    }
    return Arrays.copyOf(hashes, kept);
  }

  /** The least hash of each bin; an empty bin borrows from the next that is not. */
  private static int @Nullable [] signature(long[] runs) {
    if (Arrays.stream(runs).distinct().limit(FEWEST).count() < FEWEST) {
      return null;
    }
    int[] least = new int[BINS];
    boolean[] filled = new boolean[BINS];
    for (long run : runs) {
      int bin = (int) (run >>> 56);
      int rest = (int) run;
      if (!filled[bin] || rest < least[bin]) {
        least[bin] = rest;
        filled[bin] = true;
      }
    }
    int[] signature = new int[BINS];
    for (int bin = 0; bin < BINS; bin++) {
      int from = bin;
      while (!filled[from % BINS]) {
        from++;
      }
      signature[bin] = least[from % BINS] + 0x9E3779B9 * (from - bin);
    }
    return signature;
  }

  /** The Jaccard index of two sorted sets. */
  private static double share(long[] a, long[] b) {
    int common = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      if (a[i] == b[j]) {
        common++;
      }
      boolean stepA = a[i] <= b[j];
      boolean stepB = b[j] <= a[i];
      i += stepA ? 1 : 0;
      j += stepB ? 1 : 0;
    }
    return (double) common / (a.length + b.length - common);
  }
}
