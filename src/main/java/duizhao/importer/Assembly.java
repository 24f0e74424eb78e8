package duizhao.importer;

import duizhao.importer.Part.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts together what the page has torn apart: headlines far from their text, texts whose end stands
 * before their beginning, texts that go on elsewhere.
 */
final class Assembly {

  /** Whose words have less in common with what comes before, in parts of what is usual. */
  private static final double FOREIGN = 0.4;

  /** Below this a paragraph has nothing in common with the report before it. */
  private static final double NOTHING = 0.0015;

  /** From this on two texts are about one thing; see {@link #kinship}. */
  private static final double KIN = 0.0042;

  private final List<Section> sections;
  private final Words words;

  Assembly(List<Section> sections, Words words) {
    this.sections = new ArrayList<>(sections);
    this.words = words;
  }

  /** The reports, in the order in which the page first shows something of each. */
  List<Section> reports() {
    splitTails();
    moveHeadlines();
    joinOrphans();
    moveSignatures();
    return sections;
  }

  /**
   * How much of one text's words another has, made comparable between texts of different length: a
   * longer one has more words of any subject.
   */
  private double kinship(Set<Integer> pairs, Section other) {
    int size = other.size();
    return size == 0 ? 0 : words.coverage(pairs, other.pairs()) / Math.sqrt(Math.max(80, size));
  }

  /** Cuts off what follows a report, begins anew, and speaks of something else. */
  private void splitTails() {
    for (int s = 0; s < sections.size(); s++) {
      Section section = sections.get(s);
      int cut = foreignFrom(section, s);
      if (cut > 0) {
        List<Part> tail = section.parts.subList(cut, section.parts.size());
        Section orphan = new Section(tail);
        orphan.ended = section.ended;
        tail.clear();
        sections.add(s + 1, orphan);
      }
    }
  }

  private int foreignFrom(Section section, int s) {
    boolean captioned = section.has(Type.CREDIT) || section.has(Type.CAPTION);
    for (int k = 1; k < section.parts.size() && !captioned; k++) {
      if (!Section.isBody(section.parts.get(k).type())
          || section.parts.subList(0, k).stream().noneMatch(p -> Section.isBody(p.type()))
          || section.parts.get(k - 1).is(Type.SUBHEADING)
          || !Signs.closed(section.parts.get(k - 1).text())) {
        continue;
      }
      Section head = new Section(section.parts.subList(0, k));
      Section tail = new Section(section.parts.subList(k, section.parts.size()));
      Set<Integer> pairs = tail.pairs();
      double own = kinship(pairs, head);
      double best = 0;
      for (int o = 0; o < sections.size(); o++) {
        best = Math.max(best, o == s ? 0 : kinship(pairs, sections.get(o)));
      }
      if (System.getProperty("dbg") != null && own < best * 0.8) {
        System.err.printf("split? line %d own %.5f best %.5f%n", section.parts.get(k).piece().line(), own, best);
      }
      if (tail.size() >= 40 && (own < NOTHING || (own < FOREIGN * best && best >= KIN / 2))) {
        return k;
      }
    }
    return 0;
  }

  /**
   * Of the headlines above a report, takes away the first ones where they speak of another report
   * on the page and not of this one: those whose own text stands elsewhere, or the last line of
   * the report before.
   */
  private void moveHeadlines() {
    for (int s = 0; s < sections.size(); s++) {
      Section section = sections.get(s);
      List<Part> headlines = section.of(Type.HEADLINE);
      if (headlines.size() < 2 || !section.hasBody()) {
        continue;
      }
      Section rest = new Section(section.parts);
      rest.parts.removeAll(headlines);
      int foreign = 0;
      int home = -1;
      for (int h = 0; h + 1 < headlines.size(); h++) {
        Set<Integer> pairs = Words.pairs(headlines.get(h).text());
        double own = words.coverage(pairs, rest.pairs());
        double best = 0;
        int at = -1;
        for (int o = 0; o < sections.size(); o++) {
          double there = o == s ? 0 : words.coverage(pairs, sections.get(o).pairs());
          if (there > best) {
            best = there;
            at = o;
          }
        }
        if (System.getProperty("dbg") != null) {
          System.err.printf("head line %d own %.3f best %.3f%n", headlines.get(h).piece().line(), own, best);
        }
        if (own < 0.2 && best > 0.4 && best > 3 * own) {
          foreign = h + 1;
          home = at;
        }
      }
      if (foreign > 0) {
        List<Part> moved = headlines.subList(0, foreign);
        section.parts.removeAll(moved);
        if (home == s - 1) {
          for (Part part : moved) {
            sections.get(home).add(part.piece(), Type.BODY);
          }
        } else {
          sections.add(s, new Section(moved));
          s++;
        }
      }
    }
  }

  /** Gives texts without a beginning to the reports that lack one, as far as they speak alike. */
  private void joinOrphans() {
    boolean joined = true;
    while (joined) {
      joined = false;
      double best = 0;
      int bestA = -1;
      int bestB = -1;
      for (int a = 0; a < sections.size(); a++) {
        for (int b = a + 1; b < sections.size(); b++) {
          double score = belongTogether(sections.get(a), sections.get(b));
          if (score > best) {
            best = score;
            bestA = a;
            bestB = b;
          }
        }
      }
      if (bestA >= 0) {
        Section merged = merge(sections.get(bestA), sections.get(bestB));
        sections.remove(bestB);
        sections.set(bestA, merged);
        joined = true;
      }
    }
  }

  private double belongTogether(Section a, Section b) {
    boolean headsA = a.has(Type.HEADLINE);
    boolean headsB = b.has(Type.HEADLINE);
    if (headsA && headsB || a.started() && b.started() && headsA == headsB) {
      return 0;
    }
    if (pictured(a) || pictured(b)) {
      return 0;
    }
    Section small = a.size() < b.size() ? a : b;
    Section large = small == a ? b : a;
    double kin = kinship(small.pairs(), large);
    boolean wanting = wantsBody(a) || wantsBody(b);
    double join = Math.max(seam(a, b), seam(b, a));
    boolean closest = true;
    for (Section other : sections) {
      closest &= other == a || other == b || kinship(small.pairs(), other) * 1.3 < kin;
    }
    double score = kin / KIN + (wanting ? 0.3 : 0) + (closest ? 0.25 : 0) + 0.5 * join;
    if (a.started() && b.started()) {
      score -= 1;
    }
    if (System.getProperty("dbg") != null && score > 0.4) {
      System.err.printf("together? lines %d and %d: kin %.5f join %.2f score %.2f%n", a.parts.get(0).piece().line(), b.parts.get(0).piece().line(), kin, join, score);
    }
    return score >= 1 ? score : 0;
  }

  private static boolean pictured(Section section) {
    return section.has(Type.CREDIT) || section.has(Type.CAPTION);
  }

  private static boolean wantsBody(Section section) {
    return section.has(Type.HEADLINE) && !section.hasBody();
  }

  /** How well the open end of one text fits the beginning of the other. */
  private double seam(Section first, Section second) {
    List<Part> body = first.body();
    List<Part> next = second.body();
    if (body.isEmpty() || next.isEmpty()) {
      return 0;
    }
    String end = body.get(body.size() - 1).text();
    String start = next.get(0).text();
    return Signs.closed(end) || Signs.starter(start)
        ? 0
        : words.join(end, start) + (Signs.tailStart(start) ? 1 : 0);
  }

  /** Two sections as one; the headlines come first, and then what starts before what goes on. */
  private Section merge(Section a, Section b) {
    boolean bFirst =
        b.started() && !startedText(a)
            || !startedText(a) && seam(b, a) > seam(a, b)
            || signedEnd(a) && !signedEnd(b);
    Section first = bFirst ? b : a;
    Section second = bFirst ? a : b;
    Section merged = new Section();
    for (Type type : new Type[] {Type.HEADLINE, Type.BYLINE, Type.BOX}) {
      merged.parts.addAll(first.of(type));
      merged.parts.addAll(second.of(type));
    }
    for (Section section : List.of(first, second)) {
      for (Part part : section.parts) {
        if (!part.is(Type.HEADLINE) && !part.is(Type.BYLINE) && !part.is(Type.BOX)) {
          merged.parts.add(part);
        }
      }
    }
    merged.ended = second.ended;
    return merged;
  }

  private static boolean startedText(Section section) {
    return section.started();
  }

  private static boolean signedEnd(Section section) {
    List<Part> body = section.body();
    return !body.isEmpty() && Signs.signed(body.get(body.size() - 1).text());
  }

  /** Gives a name in brackets that follows a signed report to the last one before without a name. */
  private void moveSignatures() {
    for (int s = 0; s < sections.size(); s++) {
      Section section = sections.get(s);
      for (Part signature : section.of(Type.SIGNATURE)) {
        Section without = new Section(section.parts);
        without.parts.remove(signature);
        int home = s;
        for (int k = s; without.signed() && k >= 0; k--) {
          if (k != s && !sections.get(k).signed() && sections.get(k).hasBody()) {
            home = k;
            break;
          }
        }
        if (home != s) {
          section.parts.remove(signature);
          sections.get(home).parts.add(signature);
        }
      }
    }
  }

  static Set<Integer> union(Set<Integer> a, Set<Integer> b) {
    Set<Integer> all = new HashSet<>(a);
    all.addAll(b);
    return all;
  }
}
