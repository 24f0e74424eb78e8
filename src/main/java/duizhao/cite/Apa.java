package duizhao.cite;

import java.util.List;

/**
 * Publication Manual of the American Psychological Association, 7th edition: newspaper articles
 * 10.1 (examples 15 and 16), web pages 10.16, authors 9.7 to 9.12, no author 9.12, approximate and
 * missing dates 9.13 to 9.17, translated titles 9.38, titles made up for what has none 9.22. Every
 * family name comes first with a comma, Chinese ones too.
 *
 * <p>Titles in Chinese stay in characters, where 9.38 asks for letters: pinyin is written in words,
 * and where one ends only a reader of Chinese can tell.
 */
final class Apa {

  private static final int MOST_AUTHORS = 20;

  private Apa() {}

  static Line of(Work work) {
    Line line = new Line();
    if (work.authors().isEmpty()) {
      title(line, work);
      line.stop().add(" ").add(date(work)).add(".");
    } else {
      line.add(authors(work.authors())).stop().add(" ").add(date(work)).add(". ");
      title(line, work);
      line.stop();
    }
    if (work.newspaper() != null) {
      line.add(" ").italic(work.newspaperInEnglish());
      line.add(work.page() == null ? null : ", " + work.page()).stop();
    }
    if (work.archive() != null && !isAuthor(work)) {
      line.add(" ").add(work.inEnglish(work.archive())).stop();
    }
    if (work.url() != null) {
      line.add(" ").add(work.url());
    }
    Work printed = work.printed();
    CitedDate first = printed == null ? null : printed.date();
    CitedDate.Part year = first == null ? null : first.known();
    if (first != null && year != null) {
      String about = first.edtf().certain() ? "" : "ca. ";
      line.add(" (Original work published " + about + year.yearInWords() + ")");
    }
    return line;
  }

  /** 10.16: the name of the site is left out where it is the author's. */
  private static boolean isAuthor(Work work) {
    return work.archive() != null
        && work.authors().stream()
            .anyMatch(name -> name.inLetters().equals(work.inEnglish(work.archive())));
  }

  private static void title(Line line, Work work) {
    boolean page = work.newspaper() == null;
    line.add(work.supplied() ? "[" : null);
    line.add(work.title(), page, English.tag(work));
    line.add(work.supplied() ? "]" : null);
    if (work.english() != null) {
      line.add(" [").add(work.english()).add("]");
    }
  }

  private static String authors(List<Name> authors) {
    StringBuilder text = new StringBuilder();
    boolean many = authors.size() > MOST_AUTHORS;
    for (int i = 0; i < authors.size(); i++) {
      boolean last = i == authors.size() - 1;
      if (many && i >= MOST_AUTHORS - 1 && !last) {
        continue;
      }
      text.append(i == 0 ? "" : last ? (many ? ", . . . " : ", & ") : ", ");
      text.append(author(authors.get(i)));
    }
    return text.toString();
  }

  private static String author(Name name) {
    String family = name.family();
    String given = name.given();
    return family == null || given == null
        ? name.inLetters()
        : family + ", " + Name.initials(given, ".");
  }

  private static String date(Work work) {
    CitedDate date = work.date();
    if (date == null) {
      return "(n.d.)";
    }
    String about = date.edtf().certain() ? "" : "ca. ";
    return "(" + about + date.words(Apa::yearFirst, "–") + ")";
  }

  private static String yearFirst(CitedDate.Part part) {
    return part.yearInWords()
        + (part.month() == 0 ? "" : ", " + part.monthInWords())
        + (part.day() == 0 ? "" : " " + part.day());
  }
}
