package duizhao.importer;

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

  /** A headline claims a text that has so much of its words, beyond what others have. */
  private static final double CLAIM = 0.2;

  /** A line is no headline but the end of the text before it, which has so much of its words. */
  private static final double CLAIM_ALL = 0.6;

  /** Below this part of the usual kinship a text may be torn from what it stands with. */
  private static final double TORN = 0.45;

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
        && !section.parts.get(k - 1).is(Part.Type.SUBHEADING)
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
    if (section.has(Part.Type.CREDIT) || section.has(Part.Type.CAPTION)) {
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
          own < NOTHING * usual && own < best && !Signs.opener(section.parts.get(k).text())
              || own < FOREIGN * best && best >= KIN * usual / 2;
      if (foreign && own / best < least) {
        least = own / best;
        cut = k;
      }
    }
    return cut;
  }

  /**
   * Of the headlines above a report, takes away the first ones where they say nothing of it, and
   * gives them the text that they speak of: the last line of the report before, another text, or
   * the end of one.
   */
  private void moveHeadlines() {
    for (int s = 0; s < sections.size(); s++) {
      Section section = sections.get(s);
      List<Part> headlines = section.of(Part.Type.HEADLINE);
      if (headlines.size() < 2 || !section.hasBody()) {
        continue;
      }
      Section rest = new Section(section.parts);
      rest.parts.removeAll(headlines);
      int foreign = 0;
      while (foreign + 1 < headlines.size() && saysNothing(headlines.get(foreign), rest)) {
        foreign++;
      }
      if (foreign == 0) {
        continue;
      }
      Section moved = new Section(headlines.subList(0, foreign));
      Set<Integer> pairs = moved.pairs();
      if (s > 0 && words.coverage(pairs, sections.get(s - 1).pairs()) > CLAIM_ALL) {
        section.parts.removeAll(moved.parts);
        moved.parts.forEach(p -> sectionBefore(section).add(p.piece(), Part.Type.BODY));
      } else if (claim(moved, section)) {
        section.parts.removeAll(moved.parts);
        s = sections.indexOf(section);
      }
    }
  }

  private Section sectionBefore(Section section) {
    return sections.get(sections.indexOf(section) - 1);
  }

  private boolean saysNothing(Part headline, Section text) {
    Set<Integer> pairs = Words.pairs(headline.text());
    return pairs.size() >= 4 && words.coverage(pairs, text.pairs()) < 0.1;
  }

  /**
   * Finds the text that belongs to headlines; only one that is itself without a headline, or torn.
   */
  private boolean claim(Section headlines, Section without) {
    Set<Integer> pairs = headlines.pairs();
    double best = 0;
    double torn = TORN * usual;
    Section from = null;
    int cut = 0;
    for (Section section : sections) {
      if (section == without) {
        continue;
      }
      boolean free = !section.has(Part.Type.HEADLINE) && !section.started();
      if (free && words.coverage(pairs, section.pairs()) > Math.max(best, CLAIM)) {
        best = words.coverage(pairs, section.pairs());
        from = section;
        cut = 0;
      }
      for (int k = 1; k < section.parts.size() && best == 0; k++) {
        if (!mayBreak(section, k)) {
          continue;
        }
        Section head = new Section(section.parts.subList(0, k));
        Section tail = new Section(section.parts.subList(k, section.parts.size()));
        Set<Integer> own = tail.pairs();
        own.removeAll(head.pairs());
        double kinship = kinship(tail.pairs(), head);
        if (words.coverage(pairs, own) > CLAIM / 2 && kinship < torn) {
          torn = kinship;
          from = section;
          cut = k;
        }
      }
    }
    if (from == null) {
      return false;
    }
    Section text = from;
    if (cut > 0) {
      List<Part> tail = from.parts.subList(cut, from.parts.size());
      text = new Section(tail);
      tail.clear();
    } else {
      sections.remove(from);
    }
    headlines.parts.addAll(text.parts);
    headlines.ended = text.ended;
    headlines.joins = 1;
    sections.add(sections.indexOf(without), headlines);
    return true;
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
    boolean headsA = a.has(Part.Type.HEADLINE);
    boolean headsB = b.has(Part.Type.HEADLINE);
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
    return section.has(Part.Type.CREDIT) || section.has(Part.Type.CAPTION);
  }

  private static boolean wantsBody(Section section) {
    return section.has(Part.Type.HEADLINE) && !section.hasBody();
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
    for (Part.Type type : new Part.Type[] {Part.Type.HEADLINE, Part.Type.BYLINE, Part.Type.BOX}) {
      merged.parts.addAll(first.of(type));
      merged.parts.addAll(second.of(type));
    }
    for (Section section : List.of(first, second)) {
      for (Part part : section.parts) {
        if (!part.is(Part.Type.HEADLINE) && !part.is(Part.Type.BYLINE) && !part.is(Part.Type.BOX)) {
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
      for (Part signature : section.of(Part.Type.SIGNATURE)) {
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
