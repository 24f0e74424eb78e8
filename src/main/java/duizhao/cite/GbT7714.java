package duizhao.cite;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * GB/T 7714-2015: a newspaper article by section 4.4 ({@code [N]}, online {@code [N/OL]}), what is
 * only online by section 4.6 ({@code [EB/OL]}). In the language of the work.
 *
 * <p>The standard asks for the day on which an online text was read. That is the reader's to fill
 * in, so its place is marked with words.
 */
final class GbT7714 {

  private static final int MOST_AUTHORS = 3;

  private GbT7714() {}

  static Line of(Work work) {
    Line line = new Line();
    if (!work.authors().isEmpty()) {
      line.add(authors(work)).add(". ");
    }
    line.add(work.supplied() ? "[" + work.title() + "]" : work.title());
    if (work.newspaper() == null) {
      line.add("[EB/OL]. ").add(work.date() == null ? null : "(" + date(work.date()) + ")");
    } else {
      line.add(work.url() == null ? "[N]. " : "[N/OL]. ");
      line.add(work.newspaperAsPrinted());
      if (work.date() != null) {
        line.add(", ").add(date(work.date()));
      }
      line.add(work.page() == null ? null : "(" + work.page() + ")");
    }
    if (work.url() != null) {
      line.add(work.isChinese() ? "[引用日期]. " : "[date of access]. ").add(work.url());
    }
    return line.stop();
  }

  /** Section 8.1: the first three; section 8.1.1: parts of names without commas and stops. */
  private static String authors(Work work) {
    List<Name> authors = work.authors();
    String some =
        authors.stream()
            .limit(MOST_AUTHORS)
            .map(name -> author(work, name))
            .collect(Collectors.joining(", "));
    String others = work.isChinese() ? ", 等" : ", et al";
    return authors.size() > MOST_AUTHORS ? some + others : some;
  }

  private static String author(Work work, Name name) {
    String family = name.family();
    String given = name.given();
    return work.isChinese() || family == null || given == null
        ? name.original()
        : family.toUpperCase(Locale.ROOT) + " " + Name.initials(given, "").replace("-", " ");
  }

  /** Section 8.4.3: an estimate stands in square brackets. */
  private static @Nullable String date(CitedDate date) {
    String words = date.words(CitedDate.Part::iso, "/");
    return date.uncertain() ? "[" + words + "?]" : date.approximate() ? "[" + words + "]" : words;
  }
}
