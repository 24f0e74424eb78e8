package duizhao.importer;

import duizhao.importer.Part.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Puts together what the page has torn apart: headlines far from their text, texts whose end stands
 * before their beginning, texts that go on elsewhere.
 */
final class Assembly {

  /** Whose words have less in common with what comes before, in parts of what is usual. */
  private static final double FOREIGN = 0.46;

  /** Below this part of what is usual a text has nothing in common with the report before it. */
  private static final double NOTHING = 0.29;

  /** From this part of what is usual two texts are about one thing. */
  private static final double KIN = 0.7;

  /** Less text than this tells nothing, in characters. */
  private static final int SHORTEST_TAIL = 40;

  /** What is usual where a page is too small to tell; see {@link #kinship}. */
  private static final double ANY_PAGE = 0.006;

  private final List<Section> sections;
  private final Words words;
  private double usual = ANY_PAGE;

  Assembly(List<Section> sections, Words words) {
    this.sections = new ArrayList<>(sections);
    this.words = words;
  }

  /** The reports, in the order in which the page first shows something of each. */
  List<Section> reports() {
    usual = usual();
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

  /**
   * The kinship that the end of a report on this page has with its beginning: the median over all
   * paragraphs, since what is usual depends on how much is known of the words.
   */
  private double usual() {
    List<java.lang.Double> all = new ArrayList<>();
    for (Section section : sections) {
      for (int k = 1; k < section.parts.size(); k++) {
        if (mayBreak(section, k)) {
          Section tail = new Section(section.parts.subList(k, section.parts.size()));
          all.add(kinship(tail.pairs(), new Section(section.parts.subList(0, k))));
        }
      }
    }
    for (int i = 0; i < 4; i++) {
      all.add(ANY_PAGE);
    }
    Collections.sort(all);
    return all.get(all.size() / 2);
  }

  /** Whether a paragraph of a text starts here that might be of another report. */
  private static boolean mayBreak(Section section, int k) {
    return Section.isBody(section.parts.get(k).type())
        && section.parts.subList(0, k).stream().anyMatch(p -> Section.isBody(p.type()))
        && !section.parts.get(k - 1).is(Type.SUBHEADING)
        && Signs.closed(section.parts.get(k - 1).text());
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

  /** Where it does, as a number of a part; 0 where it does not. */
  private int foreignFrom(Section section, int s) {
    if (section.has(Type.CREDIT) || section.has(Type.CAPTION)) {
      return 0;
    }
    int cut = 0;
    double least = 1;
    for (int k = 1; k < section.parts.size(); k++) {
      Section tail = new Section(section.parts.subList(k, section.parts.size()));
      if (!mayBreak(section, k) || tail.size() < SHORTEST_TAIL) {
        continue;
      }
      Set<Integer> pairs = tail.pairs();
      double own = kinship(pairs, new Section(section.parts.subList(0, k)));
      double best = 0;
      for (int o = 0; o < sections.size(); o++) {
        best = Math.max(best, o == s ? 0 : kinship(pairs, sections.get(o)));
      }
      boolean foreign =
          own < NOTHING * usual && own < best || own < FOREIGN * best && best >= KIN * usual / 2;
      if (foreign && own / best < least) {
        least = own / best;
        cut = k;
      }
    }
    return cut;
  }

  /**
   * Of the headlines above a report, takes away the first ones where they speak of another report
   * on the page and not of this one: those whose own text stands elsewhere, or the last line of the
   * report before.
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
    double score = kin / (KIN * usual) + (wanting ? 0.3 : 0) + (closest ? 0.25 : 0) + 0.5 * join;
    if (a.started() && b.started()) {
      score -= 1;
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
    merged.joins = a.joins + b.joins + 1;
    return merged;
  }

  private static boolean startedText(Section section) {
    return section.started();
  }

  private static boolean signedEnd(Section section) {
    List<Part> body = section.body();
    return !body.isEmpty() && Signs.signed(body.get(body.size() - 1).text());
  }

  /**
   * Gives a name in brackets that follows a signed report to the last one before without a name.
   */
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
}
