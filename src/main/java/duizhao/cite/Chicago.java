package duizhao.cite;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Chicago Manual of Style, notes and bibliography, 18th edition: newspapers 14.89 to 14.96
 * (17th: 14.191 to 14.200), titles with their translation 13.101 (17th: 14.99), East Asian names
 * and characters 11.89 to 11.90 and 13.75 (17th: 11.110, 14.72), guessed dates 14.44 (17th:
 * 14.145). A Chinese name keeps its order and takes no comma.
 *
 * <p>Page numbers of newspapers stand in notes only, and bare (Citation Quick Guide, news or
 * magazine article).
 */
final class Chicago {

  private Chicago() {}

  /** The entry of a bibliography. */
  static Line bibliography(Work work) {
    Line line = new Line();
    boolean signed = !work.authors().isEmpty();
    if (signed) {
      authors(line, work, false);
      line.stop().add(" ");
    } else if (work.newspaper() != null) {
      newspaper(line, work); // 14.199: stands in the place of the author
      line.stop().add(" ");
    }
    title(line, work, ".");
    if (work.newspaper() != null) {
      if (signed) {
        line.add(" ");
        newspaper(line, work);
        line.add(", ").add(date(work));
      } else {
        line.add(" ").add(date(work));
      }
      line.stop();
      if (work.archive() != null) {
        line.add(" ").italic(work.inEnglish(work.archive())).stop();
      }
    } else {
      line.add(" ").italic(container(work)).stop();
      basis(line, work, " Retold from ");
      line.stop();
      if (work.date() != null) {
        line.add(" Last modified ").add(date(work)).stop();
      }
    }
    return work.url() == null ? line : line.add(" ").add(work.url()).add(".");
  }

  /** A note. */
  static Line note(Work work) {
    Line line = new Line();
    if (!work.authors().isEmpty()) {
      authors(line, work, true);
      line.add(", ");
    }
    title(line, work, ",");
    line.add(" ");
    if (work.newspaper() != null) {
      newspaper(line, work);
      line.add(", ").add(date(work));
      line.add(work.page() == null ? null : ", " + work.page());
      if (work.archive() != null) {
        line.add(", ").italic(work.inEnglish(work.archive()));
      }
    } else {
      line.italic(container(work));
      basis(line, work, ", retold from ");
      if (work.date() != null) {
        line.add(", last modified ").add(date(work));
      }
    }
    return work.url() == null ? line.stop() : line.add(", ").add(work.url()).add(".");
  }

  private static @Nullable String container(Work work) {
    return work.archive() == null ? null : work.inEnglish(work.archive());
  }

  /** The newspaper article that an edition retells. */
  private static void basis(Line line, Work work, String words) {
    Work printed = work.printed();
    if (printed != null && printed.newspaper() != null) {
      line.add(words);
      newspaper(line, printed);
      line.add(", ").add(date(printed));
    }
  }

  /** 13.106, 13.107: six in a bibliography, two in a note; then three, or one, and others. */
  private static void authors(Line line, Work work, boolean note) {
    List<Name> authors = work.authors();
    int most = note ? 2 : 6;
    int shown = authors.size() <= most ? authors.size() : note ? 1 : 3;
    for (int i = 0; i < shown; i++) {
      boolean last = i == authors.size() - 1;
      line.add(
          i == 0
              ? ""
              : last ? (shown == 2 && !inverted(authors.get(0), note) ? " and " : ", and ") : ", ");
      author(line, work, authors.get(i), i == 0 && !note);
    }
    line.add(shown < authors.size() ? (shown == 1 ? " et al." : ", et al.") : null);
  }

  private static boolean inverted(Name name, boolean note) {
    return !note && name.order() == Name.Order.FAMILY_LAST && name.family() != null;
  }

  private static void author(Line line, Work work, Name name, boolean first) {
    String family = name.family();
    boolean inverted = first && name.order() == Name.Order.FAMILY_LAST && family != null;
    line.add(inverted ? family + ", " + name.given() : name.inLetters());
    if (name.order() == Name.Order.FAMILY_FIRST && name.isChinese() && name.latin() != null) {
      line.add(" ").add(name.original(), false, work.language().tag());
    }
  }

  private static void title(Line line, Work work, String end) {
    String english = work.english();
    if (work.supplied()) {
      line.add("[").add(work.title(), false, English.tag(work)).add("]");
    } else {
      String title = English.inner(English.headline(work));
      boolean ended = english != null || English.ends(title);
      line.add("“").add(title, false, English.tag(work)).add(ended ? "”" : end + "”");
    }
    if (english != null) {
      line.add(" [").add(english).add("]");
    }
    if (english != null || work.supplied()) {
      line.add(end);
    }
  }

  private static void newspaper(Line line, Work work) {
    String english = work.newspaperInEnglish();
    String printed = work.newspaperAsPrinted();
    line.italic(english);
    if (printed != null && !printed.equals(english)) {
      line.add(" ").add(printed, false, work.language().tag());
    }
  }

  private static String date(Work work) {
    CitedDate date = work.date();
    if (date == null) {
      return "n.d.";
    }
    String words = date.words(English::monthFirst, "–");
    String guessed = (date.approximate() ? "ca. " : "") + words + (date.uncertain() ? "?" : "");
    return date.edtf().certain() ? words : "[" + guessed + "]";
  }
}
