package duizhao.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives texts that begin without a headline those headlines that stand above another text and speak
 * of them: because a headline stands below its text, or the headlines of two columns one below the
 * other.
 */
final class Headings {

  /** A headline speaks of the beginning of its text; so much of it, in characters. */
  private static final int BEGINNING = 400;

  /** Less text than this has no headline of its own. */
  private static final int SHORTEST = 100;

  /** So much more of their words, 0 to 1 for each line, the text has that headlines are given. */
  private static final double NEAR = 0.12;

  /** The same, where the text does not stand beside the headlines. */
  private static final double FAR = 0.45;

  /** The same, where the other text is left without any. */
  private static final double ALL = 0.25;

  private final List<Section> sections;
  private final Words words;

  Headings(List<Section> sections, Words words) {
    this.sections = sections;
    this.words = words;
  }

  /** Some of the headlines of a section, and what it says for their being of another. */
  private record Claim(Section text, Section from, List<Part> lines, double gain) {}

  void settle() {
    for (int moved = 0; moved < sections.size(); moved++) {
      Claim best = null;
      for (int s = 0; s < sections.size(); s++) {
        if (lacksHeadline(sections.get(s))) {
          for (int n = 0; n < sections.size(); n++) {
            Claim claim = claim(s, n);
            best = claim != null && (best == null || claim.gain > best.gain) ? claim : best;
          }
        }
      }
      if (best == null) {
        return;
      }
      best.from.parts.removeAll(best.lines);
      best.text.parts.addAll(0, best.lines);
      if (best.from.parts.isEmpty()) {
        sections.remove(best.from);
      }
    }
  }

  private static boolean lacksHeadline(Section section) {
    return !section.has(Part.Type.HEADLINE)
        && !section.has(Part.Type.CREDIT)
        && !section.has(Part.Type.CAPTION)
        && section.hasBody()
        && section.size() >= SHORTEST;
  }

  /** The best claim of one section to headlines of another; null where it has none. */
  private @Nullable Claim claim(int s, int n) {
    Section text = sections.get(s);
    Section other = sections.get(n);
    List<Part> lines = other.of(Part.Type.HEADLINE);
    if (s == n || lines.isEmpty() || other.has(Part.Type.CREDIT) || other.has(Part.Type.CAPTION)) {
      return null;
    }
    if (other.hasBody() && !other.started() && text.started()) {
      // the end of a report may stand above its beginning
      return null;
    }
    Set<Integer> own = beginning(text);
    Set<Integer> others = beginning(other);
    double[] gains = new double[lines.size()];
    double all = 0;
    for (int i = 0; i < gains.length; i++) {
      Set<Integer> pairs = Words.pairs(lines.get(i).text());
      double weight = Math.min(1, pairs.size() / 6.0);
      gains[i] = weight * (words.coverage(pairs, own) - words.coverage(pairs, others));
      all += gains[i];
    }
    int from = 0;
    int to = 0;
    double best = 0;
    double prefix = 0;
    for (int i = 1; i <= gains.length; i++) {
      prefix += gains[i - 1];
      boolean beside = n == s + 1 || n == s - 1;
      double need = i == gains.length && other.hasBody() ? ALL : beside ? NEAR : FAR;
      if (prefix > need && prefix > best && (i < gains.length || n == s + 1)) {
        best = prefix;
        from = 0;
        to = i;
      }
      double suffix = all - prefix;
      if (i < gains.length && n == s - 1 && suffix > NEAR && suffix > best) {
        best = suffix;
        from = i;
        to = gains.length;
      }
    }
    return to == 0 ? null : new Claim(text, other, new ArrayList<>(lines.subList(from, to)), best);
  }

  private static Set<Integer> beginning(Section section) {
    StringBuilder text = new StringBuilder();
    for (Part part : section.parts) {
      if (!part.is(Part.Type.HEADLINE) && text.length() < BEGINNING) {
        text.append(part.text()).append('\n');
      }
    }
    return Words.pairs(text.toString());
  }
}
