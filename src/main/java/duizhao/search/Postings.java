package duizhao.search;

import java.util.Arrays;

/**
 * Which reports hold something, and how well: gathered occurrence by occurrence in the order of
 * reports.
 *
 * <p>Each is written as one number: 16 times the gap to the one before, plus twice the impact, plus
 * 1 when it is in the title. The impact is the saturated weight of BM25F in eight steps.
 */
final class Postings {

  private static final float K1 = 1.2f;
  private static final int STEPS = 8;
  private static final int GREAT = 5;

  /** How many marks a brief list has. */
  static final int BRIEF_MARKS = 3;

  /** What a mark of a brief list stands for: twice the impact, plus 1 in a title. */
  static int mark(int brief) {
    return brief == 0 ? 3 << 1 : brief == 1 ? GREAT << 1 : (6 << 1) + 1;
  }

  private final float[] norms;
  private int[] reports = new int[64];
  private float[] weights = new float[64];
  private boolean[] titles = new boolean[64];
  private int size;

  Postings(float[] norms) {
    this.norms = norms;
  }

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  /**
   * Adds an occurrence; reports never go back.
   *
   * @param place as {@link Corpus} says it
   */
  void add(int place) {
    int report = place >> Corpus.FIELD_BITS;
    if (size == 0 || reports[size - 1] != report) {
      if (size == reports.length) {
        reports = Arrays.copyOf(reports, 2 * size);
        weights = Arrays.copyOf(weights, 2 * size);
        titles = Arrays.copyOf(titles, 2 * size);
      }
      reports[size] = report;
      weights[size] = 0;
      titles[size] = false;
      size++;
    }
    Field field = Corpus.field(place);
    weights[size - 1] += field.weight();
    titles[size - 1] |= field == Field.TITLE;
  }

  /** Appends the list without its length. */
  void write(UnitWriter out) {
    int before = -1;
    for (int i = 0; i < size; i++) {
      out.number((reports[i] - before - 1) * 16 + impact(i) * 2 + (titles[i] ? 1 : 0));
      before = reports[i];
    }
  }

  private int impact(int i) {
    float weight = weights[i] / norms[reports[i]];
    return Math.min(STEPS - 1, (int) (STEPS * weight / (weight + K1)));
  }

  /**
   * Appends the list without its length, and with three marks only: 2 for a title, else whether the
   * impact is great.
   */
  void writeBrief(UnitWriter out) {
    int before = -1;
    for (int i = 0; i < size; i++) {
      int mark = titles[i] ? 2 : impact(i) >= GREAT ? 1 : 0;
      out.number((reports[i] - before - 1) * BRIEF_MARKS + mark);
      before = reports[i];
    }
  }
}
