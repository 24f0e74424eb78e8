package duizhao.importer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** Nothing is cut off whose odds to be of another report are less, as a natural logarithm. */
  private static final double STAYS = -1.8;

  /** The same, where the other report seems to lack nothing. */
  private static final double FAR = 0.3;

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

  /** The same, of what an end is cut from. */
  private static final int SHORTEST_HEAD = 80;

  /** So much text may be a report of its own, though it has neither headline nor dateline. */
  private static final int SHORTEST_REPORT = 150;

  /** What is usual where a page is too small to tell; see {@link #kinship}. */
  private static final double ANY_PAGE = 0.006;

  /** What has more reports or lines than any page is left as it stands: it would take too long. */
  private static final int MOST_SECTIONS = 60;

  private static final int MOST_PARTS = 400;

  private static final int LONGEST_SUBHEADING = 16;

  /** Headlines with fewer pairs of characters than this may say nothing of their own text. */
  private static final int SHORTEST_CLAIM = 8;

  /** Headlines with fewer than this claim no text: a few words stand everywhere. */
  private static final int LEAST_PAIRS = 6;

  /** So much more akin a text has to be to a report whose place it names. */
  private static final double SEAT = 1.5;

  /** What it says for joining a text to a report that it names the place of. */
  private static final double NAMED = 0.3;

  /** So many times as much has to speak for it as for any other. */
  private static final double CLEARLY = 1.2;

  /** From this score on, where 1 is enough, a text joins the only one it can belong to. */
  private static final double LIKELY = 0.6;

  /** So much more has to speak for joining a part with a sub-heading to its report. */
  private static final double HEADING = 0.4;

  /** So many texts are put into their likeliest order; more stay in that of the page. */
  private static final int MOST_RUNS = 5;

  private static final List<Part.Type> HEAD =
      List.of(Part.Type.HEADLINE, Part.Type.BYLINE, Part.Type.BOX);

  private final List<Section> sections;
  private final Words words;

  /** Headlines that were taken away, the last of them, by the one that stood below it. */
  private final Map<Part, Part> lent = new LinkedHashMap<>();

  private final List<Part> fragments = new ArrayList<>();
  private double usual = ANY_PAGE;

  Assembly(List<Section> sections, Words words) {
    this.sections = new ArrayList<>(sections);
    this.words = words;
  }

  /** The reports, in the order in which the page first shows something of each. */
  List<Section> reports() {
    if (sections.size() > MOST_SECTIONS
        || sections.stream().anyMatch(s -> s.parts.size() > MOST_PARTS)) {
      return sections;
    }
    usual = usual();
    new Headings(sections, words).settle();
    joinBeginnings();
    lend();
    new Weaving(sections, words)
        .unravel()
        .forEach((report, end) -> sections.set(sections.indexOf(report), merge(report, end)));
    splitTails();
    claimText();
    moveHeadlines();
    joinOrphans();
    giveBack();
    takeBack();
    leaveOut();
    moveSignatures();
    return sections;
  }

  /** What no report was found for; known once {@link #reports} was asked for. */
  List<Part> fragments() {
    return fragments;
  }

  /**
   * How much of one text's words another has, made comparable between texts of different length: a
   * longer one has more words of any subject.
   */
  private double kinship(Set<Integer> pairs, Section other) {
    return kinship(words.weighed(pairs), other);
  }

  private static double kinship(Words.Weighed text, Section other) {
    return kinship(text, other.pairs(), other.size());
  }

  private static double kinship(Words.Weighed text, Set<Integer> other, int size) {
    return size == 0 ? 0 : text.in(other) / Math.sqrt(Math.max(80, size));
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
    return (Section.isBody(section.parts.get(k).type())
            || section.parts.get(k).is(Part.Type.SUBHEADING))
        && section.parts.subList(0, k).stream().anyMatch(p -> Section.isBody(p.type()))
        && !section.parts.get(k - 1).is(Part.Type.SUBHEADING)
        && Signs.closed(section.parts.get(k - 1).text());
  }

  /** Cuts off what follows a report, begins anew, and speaks of something else. */
  private void splitTails() {
    for (int s = 0; s < sections.size() && sections.size() < MOST_SECTIONS; s++) {
      Section section = sections.get(s);
      int cut = foreignFrom(section, s);
      if (cut > 0) {
        List<Part> tail = section.parts.subList(cut, section.parts.size());
        Section orphan = new Section(tail);
        orphan.ended = section.ended;
        orphan.cut = true;
        tail.clear();
        promote(orphan);
        sections.add(s + 1, orphan);
      }
    }
  }

  /** A sub-heading that a text starts with is its headline, until it is found to be of another. */
  private static void promote(Section section) {
    Part first = section.parts.get(0);
    if (first.is(Part.Type.SUBHEADING)) {
      section.parts.set(0, new Part(first.piece(), Part.Type.HEADLINE));
    }
  }

  /** Makes the headline that a text starts with a sub-heading of it. */
  private static void lower(Section section) {
    Part heading = new Part(section.parts.get(0).piece(), Part.Type.SUBHEADING);
    section.parts.set(0, heading);
    if (!section.runs.isEmpty()) {
      List<List<Part>> runs = new ArrayList<>(section.runs);
      List<Part> first = new ArrayList<>(runs.get(0));
      first.add(0, heading);
      runs.set(0, first);
      section.runs = runs;
    }
  }

  /** Whether a place is named in the headlines of a report or in its first paragraph. */
  private static boolean named(Set<String> seats, Section section) {
    List<Part> parts = section.of(Part.Type.HEADLINE);
    List<Part> body = section.body();
    return seats.stream()
        .anyMatch(
            s ->
                parts.stream().anyMatch(p -> p.text().contains(s))
                    || !body.isEmpty() && Signs.seats(body.get(0).text()).contains(s));
  }

  /** Whether a text has no beginning, or no end. */
  private static boolean wantsText(Section section) {
    List<Part> body = section.body();
    return body.isEmpty()
        || !section.started()
        || Signs.tailStart(body.get(0).text())
        || !Signs.closed(body.get(body.size() - 1).text());
  }

  /** Where it does, as a number of a part; 0 where it does not. */
  private int foreignFrom(Section section, int s) {
    if (pictured(section) || section.body().stream().anyMatch(p -> Signs.item(p.text()))) {
      return 0;
    }
    int cut = 0;
    double least = 1;
    List<Set<Integer>> known = sections.stream().map(Section::pairs).toList();
    List<Integer> sizes = sections.stream().map(Section::size).toList();
    for (int k = 1; k < section.parts.size(); k++) {
      Section tail = new Section(section.parts.subList(k, section.parts.size()));
      boolean rest = Signs.tailStart(section.parts.get(k).text());
      int head = section.size() - tail.size();
      boolean heading = section.parts.get(k).is(Part.Type.SUBHEADING);
      if (!mayBreak(section, k)
          || heading && head < 2 * SHORTEST_REPORT
          || tail.size() < SHORTEST_TAIL && !rest
          || head < SHORTEST_HEAD && !rest) {
        continue;
      }
      Words.Weighed text = words.weighed(tail.pairs());
      double own = kinship(text, new Section(section.parts.subList(0, k)));
      double best = 0;
      double wanting = 0;
      for (int o = 0; o < sections.size(); o++) {
        boolean other = o != s && (!heading || sections.get(o).hasBody());
        double kinship = other ? kinship(text, known.get(o), sizes.get(o)) : 0;
        best = Math.max(best, kinship);
        wanting = Math.max(wanting, wantsText(sections.get(o)) ? kinship : 0);
      }
      String before = new Section(section.parts.subList(0, k)).text();
      boolean elsewhere = false;
      Set<String> seats = Signs.seats(section.parts.get(k).text());
      seats.removeIf(before::contains);
      for (int o = 0; o < sections.size() && !seats.isEmpty(); o++) {
        elsewhere |=
            o != s
                && named(seats, sections.get(o))
                && kinship(text, known.get(o), sizes.get(o)) > own * SEAT;
      }
      boolean foreign =
          elsewhere
              || own < NOTHING * usual && own < best && !Signs.opener(section.parts.get(k).text())
              || own < FOREIGN * wanting && wanting >= KIN * usual / 2
              || own < FAR * best && best >= KIN * usual / 2
              || own < best && rest;
      if (foreign && own / best < least && new Tails(sections, words).odds(section, k) > STAYS) {
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
      } else if (s > 0 && foreign == 1 && endsInSubheading(sections.get(s - 1), moved, rest)) {
        section.parts.removeAll(moved.parts);
        moved.parts.forEach(p -> sectionBefore(section).add(p.piece(), Part.Type.SUBHEADING));
      } else if (claim(moved, section)) {
        section.parts.removeAll(moved.parts);
        s = sections.indexOf(section);
      }
    }
  }

  /** Whether a line is a sub-heading of the report before, whose text goes on elsewhere. */
  private boolean endsInSubheading(Section before, Section line, Section after) {
    Set<Integer> pairs = line.pairs();
    double own = words.coverage(pairs, after.pairs());
    return !before.ended
        && before.hasBody()
        && line.size() <= LONGEST_SUBHEADING
        && words.coverage(pairs, before.pairs()) > Math.max(CLAIM, 3 * own);
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
      boolean free = !section.has(Part.Type.HEADLINE);
      if (free
          && pairs.size() >= LEAST_PAIRS
          && words.coverage(pairs, section.pairs()) > Math.max(best, CLAIM)) {
        best = words.coverage(pairs, section.pairs());
        from = section;
        cut = 0;
      }
      for (int k = 1; k < section.parts.size() && best == 0 && pairs.size() >= LEAST_PAIRS; k++) {
        if (!mayBreak(section, k) || section.parts.get(k).is(Part.Type.SUBHEADING)) {
          continue;
        }
        Section head = new Section(section.parts.subList(0, k));
        Section tail = new Section(section.parts.subList(k, section.parts.size()));
        Set<Integer> own = new HashSet<>(tail.pairs());
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

  /** Takes the first headlines of a text away for a while, where they say nothing of it. */
  private void lend() {
    for (int s = 0; s < sections.size() && sections.size() < MOST_SECTIONS; s++) {
      Section section = sections.get(s);
      List<Part> headlines = section.of(Part.Type.HEADLINE);
      Section text = new Section(section.parts);
      text.parts.removeAll(headlines);
      int foreign = 0;
      while (foreign + 1 < headlines.size() && saysNothing(headlines.get(foreign), text)) {
        foreign++;
      }
      Section lines = new Section(headlines.subList(0, foreign));
      if (foreign == 1 && section.hasBody() && s > 0 && goesOn(sections.get(s - 1), lines, text)) {
        section.parts.removeAll(lines.parts);
        sections.get(s - 1).add(headlines.get(0).piece(), Part.Type.BODY);
        continue;
      }
      if (foreign > 0 && section.hasBody() && lines.pairs().size() >= SHORTEST_CLAIM) {
        section.parts.removeAll(lines.parts);
        lent.put(lines.parts.get(foreign - 1), headlines.get(foreign));
        sections.add(s++, lines);
      }
    }
  }

  /** Whether a line above a headline is a sentence that the text above begins, and breaks off. */
  private boolean goesOn(Section before, Section line, Section after) {
    String text = line.text();
    return before.hasBody()
        && !before.ended
        && Signs.count(text, ",，") > 0
        && Signs.count(text, "!?！？") == 0
        && !text.endsWith("——")
        && words.coverage(line.pairs(), before.pairs())
            > words.coverage(line.pairs(), after.pairs());
  }

  /** Finds the text of headlines that have none, where it stands at the end of another. */
  private void claimText() {
    for (Part last : lent.keySet()) {
      Section lines = having(last);
      if (!lines.hasBody() && claim(new Section(lines.parts), lines)) {
        sections.remove(lines);
      }
    }
  }

  /** Gives headlines back to their text that no other was found for. */
  private void giveBack() {
    lent.forEach(
        (last, first) -> {
          Section lines = having(last);
          Section home = having(first);
          if (lines != home && !lines.hasBody()) {
            home.parts.addAll(0, lines.parts);
            sections.remove(lines);
          }
        });
  }

  private Section having(Part part) {
    return sections.stream()
        .filter(s -> s.parts.stream().anyMatch(p -> p.piece().equals(part.piece())))
        .findFirst()
        .orElseThrow();
  }

  /** Gives texts that begin, and have no headline, to headlines whose text does not begin. */
  private void joinBeginnings() {
    boolean joined = true;
    while (joined) {
      joined = false;
      double best = 1 - 1e-9;
      Section[] pair = new Section[2];
      for (Section a : sections) {
        for (Section b : sections) {
          boolean fits =
              a.has(Part.Type.HEADLINE)
                  && !a.started()
                  && b.started()
                  && !b.has(Part.Type.HEADLINE);
          double score = fits ? belongTogether(a, b) : 0;
          if (score > best) {
            best = score;
            pair[0] = a;
            pair[1] = b;
          }
        }
      }
      if (pair[0] != null) {
        Section merged = merge(pair[0], pair[1]);
        sections.remove(pair[1]);
        sections.set(sections.indexOf(pair[0]), merged);
        joined = true;
      }
    }
  }

  /** Gives texts without a beginning to the reports that lack one, as far as they speak alike. */
  private void joinOrphans() {
    joinOrphans(1);
    joinOrphans(LIKELY);
  }

  /**
   * Joins what scores at least so much, best first. Below 1 only what was cut off, and has nothing
   * else that it could belong to.
   */
  private void joinOrphans(double least) {
    boolean joined = true;
    while (joined) {
      joined = false;
      double best = least - 1e-9;
      int bestA = -1;
      int bestB = -1;
      for (int a = 0; a < sections.size(); a++) {
        for (int b = a + 1; b < sections.size(); b++) {
          double score = belongTogether(sections.get(a), sections.get(b));
          if (score > best && (score >= 1 || isOnly(a, b, score))) {
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

  /** Whether one of two was cut off, and belongs to the other far rather than to any third. */
  private boolean isOnly(int a, int b, double score) {
    int orphan = sections.get(a).cut && !sections.get(a).has(Part.Type.HEADLINE) ? a : b;
    Section section = sections.get(orphan);
    if (!section.cut || section.has(Part.Type.HEADLINE)) {
      return false;
    }
    for (int o = 0; o < sections.size(); o++) {
      if (o != a && o != b && belongTogether(section, sections.get(o)) * CLEARLY > score) {
        return false;
      }
    }
    return true;
  }

  private double belongTogether(Section a, Section b) {
    boolean headsA = a.has(Part.Type.HEADLINE);
    boolean headsB = b.has(Part.Type.HEADLINE);
    boolean heading = headsA && headsB && (heading(a) || heading(b) || continuesHeadlines(a, b));
    if (headsA && headsB && !heading || a.started() && b.started() && headsA == headsB) {
      return 0;
    }
    if (pictured(a) || pictured(b)) {
      return 0;
    }
    if (isList(a, b) || isList(b, a)) {
      return 5;
    }
    Section small = a.size() < b.size() ? a : b;
    Section large = small == a ? b : a;
    Words.Weighed own = words.weighed(small.pairs());
    double kin = kinship(own, large);
    boolean wanting = wantsBody(a) || wantsBody(b);
    double join = Math.max(seam(a, b), seam(b, a));
    boolean closest =
        sections.stream()
            .allMatch(other -> other == a || other == b || kinship(own, other) * 1.3 < kin);
    double score = kin / (KIN * usual) + (wanting ? 0.3 : 0) + (closest ? 0.25 : 0) + 0.5 * join;
    if (a.started() && b.started()) {
      score -= 1;
    }
    boolean orphanA = !headsA && !a.started();
    boolean orphanB = !headsB && !b.started();
    if (orphanA && named(Signs.seats(a.text()), b) || orphanB && named(Signs.seats(b.text()), a)) {
      score += NAMED;
    }
    if (heading) {
      score -= closest ? HEADING : 9;
    }
    return score;
  }

  /** Whether it might be a part of a report, with its sub-heading. */
  private static boolean heading(Section section) {
    List<Part> headlines = section.of(Part.Type.HEADLINE);
    return headlines.size() == 1
        && section.parts.get(0).is(Part.Type.HEADLINE)
        && section.parts.get(0).piece().size() <= LONGEST_SUBHEADING
        && section.hasBody()
        && !section.started()
        && !Signs.notice(section.parts.get(0).text())
        && section.body().stream().noneMatch(p -> Signs.row(p.text()) || Signs.item(p.text()));
  }

  /** Gives what was cut off, and belongs nowhere, back to what it stands with on the page. */
  private void takeBack() {
    for (int s = 0; s < sections.size(); s++) {
      Section orphan = sections.get(s);
      Section home = null;
      int nearest = 0;
      for (Section other : sections) {
        Part last = other.parts.get(other.parts.size() - 1);
        if (other != orphan
            && !other.ended
            && last.piece().line() > nearest
            && before(last, orphan)) {
          nearest = last.piece().line();
          home = other;
        }
      }
      boolean promoted = orphan.has(Part.Type.HEADLINE);
      if (orphan.cut
          && orphan.joins == 0
          && home != null
          && (promoted || orphan.size() < SHORTEST_REPORT)) {
        if (promoted) {
          lower(orphan);
        }
        home.parts.addAll(orphan.parts);
        home.ended = orphan.ended;
        home.doubtful = true;
        sections.remove(s--);
      }
    }
  }

  /** Takes out what is too short for a report, has no beginning, and belongs to none. */
  private void leaveOut() {
    for (Section section : List.copyOf(sections)) {
      boolean report =
          section.has(Part.Type.HEADLINE)
              || section.started()
              || pictured(section)
              || section.has(Part.Type.SIGNATURE)
              || section.size() >= SHORTEST_REPORT;
      if (!report && sections.size() > 1) {
        sections.remove(section);
        section.parts.forEach(p -> fragments.add(new Part(p.piece(), Part.Type.FRAGMENT)));
      }
    }
  }

  private static boolean before(Part part, Section section) {
    Piece first = section.parts.get(0).piece();
    return part.piece().line() < first.line()
        || part.piece().line() == first.line() && part.piece().from() < first.from();
  }

  /** Whether one is the headline of a list of which the other has items. */
  private static boolean isList(Section headline, Section items) {
    return headline.has(Part.Type.HEADLINE)
        && Signs.notice(headline.parts.get(0).text())
        && (!headline.hasBody() || Signs.item(headline.body().get(0).text()))
        && items.hasBody()
        && Signs.item(items.body().get(0).text());
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

  /** Whether the headlines of two texts are one group, and only one of the texts is a beginning. */
  private static boolean continuesHeadlines(Section a, Section b) {
    return a.started() != b.started()
        && (isBelow(a.of(Part.Type.HEADLINE).get(0), b)
            || isBelow(b.of(Part.Type.HEADLINE).get(0), a));
  }

  /** Whether a headline stands right below one of another text. */
  private static boolean isBelow(Part headline, Section other) {
    int line = headline.piece().line();
    return other.of(Part.Type.HEADLINE).stream()
        .anyMatch(h -> line - h.piece().line() >= 1 && line - h.piece().line() <= 2);
  }

  /** Two sections as one; the headlines come first, and then the text in its likeliest order. */
  private Section merge(Section a, Section b) {
    if (a.has(Part.Type.HEADLINE) && b.has(Part.Type.HEADLINE)) {
      Section part = heading(b) && !(heading(a) && b.started()) ? b : a;
      if (!continuesHeadlines(a, b)) {
        lower(part);
      }
    }
    Section merged = new Section();
    boolean second = !a.has(Part.Type.HEADLINE) && b.has(Part.Type.HEADLINE);
    for (Part.Type type : HEAD) {
      merged.parts.addAll((second ? b : a).of(type));
      merged.parts.addAll((second ? a : b).of(type));
    }
    int head = merged.parts.isEmpty() ? 0 : merged.parts.get(0).piece().line();
    List<List<Part>> runs = new ArrayList<>();
    runs.addAll(runs(a));
    runs.addAll(runs(b));
    // the page is read from the headline down, and then from its top
    runs.sort(
        Comparator.comparing((List<Part> r) -> r.get(0).piece().line() < head)
            .thenComparing(r -> r.get(0).piece().line()));
    List<List<Part>> best = runs;
    if (runs.size() > 1 && runs.size() <= MOST_RUNS) {
      double most = order(runs, runs, merged);
      for (List<List<Part>> order : permutations(runs)) {
        double score = order(order, runs, merged);
        if (score > most + 1e-9) {
          most = score;
          best = order;
        }
      }
    }
    best.forEach(merged.parts::addAll);
    merged.runs = best;
    merged.ended = a.ended || b.ended;
    merged.joins = a.joins + b.joins + 1;
    return merged;
  }

  private static List<List<Part>> runs(Section section) {
    List<Part> text = section.parts.stream().filter(p -> !HEAD.contains(p.type())).toList();
    // what was joined may have been changed since
    if (section.runs.stream().flatMap(List::stream).toList().equals(text)) {
      return section.runs;
    }
    return text.isEmpty() ? List.of() : List.of(text);
  }

  /** How likely texts follow each other in an order; {@code page} is how the page has them. */
  private double order(List<List<Part>> order, List<List<Part>> page, Section merged) {
    double score = begins(order.get(0), merged);
    for (int i = 0; i + 1 < order.size(); i++) {
      Part end = last(order.get(i));
      Part start = order.get(i + 1).get(0);
      score += seam(end, start);
      score -= page.indexOf(order.get(i)) > page.indexOf(order.get(i + 1)) ? 0.4 : 0;
      score -= begins(order.get(i + 1), merged) > 2 ? 3 : 0;
      score -= ends(end) ? 3 : 0;
    }
    Part end = last(order.get(order.size() - 1));
    return score + (Signs.closed(end.text()) ? 0.5 : -0.5);
  }

  private static Part last(List<Part> run) {
    return run.get(run.size() - 1);
  }

  private static boolean ends(Part end) {
    return end.is(Part.Type.SIGNATURE) || Signs.signed(end.text()) || Signs.toPage(end.text());
  }

  /** How much speaks for a text as the beginning of a report. */
  private static double begins(List<Part> run, Section merged) {
    Part start = run.get(0);
    if (Signs.dateline(start.text()) || start.is(Part.Type.MARK)) {
      return 4;
    }
    int line = start.piece().line();
    boolean below =
        merged.parts.stream()
            .filter(p -> p.is(Part.Type.BYLINE))
            .anyMatch(p -> line - p.piece().line() > 0 && line - p.piece().line() <= 2);
    boolean answer = start.text().matches("(?s)答[:：].*");
    return below ? 4 : answer || Signs.tailStart(start.text()) ? -2 : 0;
  }

  /** How well one part goes on in another: below 0 where it does not. */
  private double seam(Part end, Part start) {
    boolean open = !Signs.closed(end.text());
    boolean tail = Signs.tailStart(start.text());
    if (!open) {
      return tail ? -2 : 0;
    }
    if (start.is(Part.Type.SUBHEADING) || Signs.starter(start.text())) {
      return -1.5;
    }
    return (tail ? 1.5 : 0)
        + Math.min(2, words.join(end.text(), start.text()))
        - (Signs.opener(start.text()) ? 1 : 0);
  }

  private static List<List<List<Part>>> permutations(List<List<Part>> runs) {
    if (runs.size() <= 1) {
      return List.of(runs);
    }
    List<List<List<Part>>> all = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      List<List<Part>> rest = new ArrayList<>(runs);
      List<Part> first = rest.remove(i);
      for (List<List<Part>> order : permutations(rest)) {
        List<List<Part>> one = new ArrayList<>();
        one.add(first);
        one.addAll(order);
        all.add(one);
      }
    }
    return all;
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
