package duizhao.check;

import duizhao.diagnostic.Location;
import duizhao.model.ContentPage;
import duizhao.model.Figure;
import duizhao.model.Language;
import duizhao.model.LocalizedText;
import duizhao.model.Picture;
import duizhao.model.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Words that readers see beside a text: a title, a summary, a caption.
 *
 * @param called as messages call them, such as {@code the title}
 * @param at where to complain when the place of the words is not known
 */
record Words(String called, LocalizedText text, Location at) {

  private static final String LABEL = "\"what\"";

  /** Those of a report. */
  static List<Words> of(Report report) {
    List<Words> all = new ArrayList<>();
    add(all, "the title", report.title(), report.at());
    add(all, "the summary", report.summary(), report.at());
    report.pictures().forEach(picture -> add(all, picture));
    for (Figure figure : report.figures()) {
      add(all, LABEL, figure.what(), figure.at());
    }
    return all;
  }

  /** Those of a page. */
  static List<Words> of(ContentPage page) {
    List<Words> all = new ArrayList<>();
    add(all, "the title", page.title(), page.at());
    add(all, "the summary", page.summary(), page.at());
    page.pictures().forEach(picture -> add(all, picture));
    return all;
  }

  private static void add(List<Words> all, Picture picture) {
    add(all, "\"alt\"", picture.alt(), picture.at());
    add(all, "the caption", picture.caption(), picture.at());
  }

  private static void add(
      List<Words> all, String called, @Nullable LocalizedText text, Location at) {
    if (text != null && !text.isEmpty()) {
      all.add(new Words(called, text, at));
    }
  }

  /** Whether they only call a thing by the shortest name that will do. */
  boolean isLabel() {
    return called.equals(LABEL);
  }

  /** The words in one language; the empty string where there are none. */
  String in(Language language) {
    return Objects.requireNonNullElse(text.in(language), "");
  }

  Location place(Language language, int start, int end) {
    return Objects.requireNonNullElse(text.place(language, start, end), at);
  }
}
