package duizhao.cite;

import java.util.List;

/**
 * MLA Handbook, 9th edition: authors 5.3 to 5.22 (names whose family name comes first by custom are
 * not turned round, 5.9), translated titles 5.30, containers 5.31 to 5.37, publication dates 5.68
 * to 5.83 (a doubtful one in square brackets with a question mark or "circa", 5.82), page numbers
 * 5.84 to 5.92.
 */
final class Mla {

  private Mla() {}

  static Line of(Work work) {
    Line line = new Line();
    if (!work.authors().isEmpty()) {
      line.add(authors(work.authors())).stop().add(" ");
    }
    title(line, work);
    if (work.newspaper() != null) {
      line.add(" ")
          .italic(work.newspaperInEnglish())
          .add(work.date() == null ? null : ", " + date(work));
      line.add(work.page() == null ? null : ", p. " + work.page());
    }
    if (work.archive() != null) {
      line.stop().add(" ").italic(work.inEnglish(work.archive()));
      line.add(work.newspaper() == null && work.date() != null ? ", " + date(work) : null);
    }
    return (work.url() == null ? line : line.add(", ").add(work.url())).stop();
  }

  private static void title(Line line, Work work) {
    if (work.supplied()) {
      line.add("[").add(work.title(), false, English.tag(work)).add("]");
    } else {
      String title = English.inner(English.headline(work));
      boolean ended = work.english() != null || English.ends(title);
      line.add("“").add(title, false, English.tag(work)).add(ended ? "”" : ".”");
    }
    if (work.english() != null) {
      line.add(" [").add(work.english()).add("]");
    }
    line.stop();
  }

  /** 5.7, 5.8: both of two; of more only the first. */
  private static String authors(List<Name> authors) {
    Name first = authors.get(0);
    boolean turned = first.order() == Name.Order.FAMILY_LAST && first.family() != null;
    String start = turned ? first.family() + ", " + first.given() : first.inLetters();
    return switch (authors.size()) {
      case 1 -> start;
      case 2 -> start + (turned ? ", and " : " and ") + authors.get(1).inLetters();
      default -> start + (turned ? ", et al." : " et al.");
    };
  }

  private static String date(Work work) {
    CitedDate date = work.date();
    if (date == null) {
      return "";
    }
    String words = date.words(Mla::dayFirst, "–");
    String guessed = (date.approximate() ? "circa " : "") + words + (date.uncertain() ? "?" : "");
    return date.edtf().certain() ? words : "[" + guessed + "]";
  }

  private static String dayFirst(CitedDate.Part part) {
    return (part.day() == 0 ? "" : part.day() + " ")
        + (part.month() == 0 ? "" : part.shortMonth() + " ")
        + part.yearInWords();
  }
}
