package duizhao.xliff;

import duizhao.edit.ContentFile;
import duizhao.model.Block;
import duizhao.model.Edition;
import duizhao.model.Picture;
import duizhao.model.Report;
import duizhao.text.Passages;
import duizhao.text.Passages.Passage;
import duizhao.text.TextContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One language edition as it is typed.
 *
 * @param name what diagnostics call the file
 * @param body index in the file's text where the article starts, after any front matter
 * @param html what the article belongs to where it is in HTML; null where it is in Markdown
 * @param all every passage of the article, in order
 * @param blocks indexes in {@code all} of the numbered blocks, in order
 * @param notes indexes in {@code all} of the footnotes, in order
 */
record Side(
    ContentFile file,
    String name,
    int body,
    @Nullable TextContext html,
    List<Passage> all,
    List<Integer> blocks,
    List<Integer> notes) {

  /**
   * @param report whose edition it is
   */
  static Side read(Path path, Report report, Edition edition) throws IOException {
    ContentFile file = ContentFile.read(path);
    String text = file.text();
    List<Block> numbered = edition.body().blocks();
    if (isHtml(edition)) {
      TextContext html = context(report, edition);
      List<Passage> all = Passages.ofHtml(text, html);
      List<Integer> blocks = IntStream.range(0, all.size()).boxed().toList();
      return new Side(file, edition.at().file(), 0, html, all, blocks, List.of());
    }
    int body = bodyStart(text);
    int skipped = (int) text.substring(0, body).chars().filter(c -> c == '\n').count();
    List<Passage> all = Passages.of(text.substring(body));
    List<Integer> blocks = new ArrayList<>();
    List<Integer> notes = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < all.size(); i++) {
      Passage passage = all.get(i);
      if (passage.note()) {
        notes.add(i);
      } else if (next < numbered.size()
          && numbered.get(next).at().line() == passage.line() + skipped) {
        blocks.add(i);
        next++;
      }
    }
    return new Side(file, edition.at().file(), body, null, all, blocks, notes);
  }

  private static boolean isHtml(Edition edition) {
    return edition.at().file().endsWith(".html");
  }

  private static TextContext context(Report report, Edition edition) {
    Map<String, Picture> pictures = new HashMap<>();
    report.pictures().forEach(picture -> pictures.put(picture.file(), picture));
    return new TextContext(
        edition.at().file(), 1, report.id(), edition.language(), pictures, path -> null);
  }

  /** The passages of the article as it would be. */
  List<Passage> passages(String text) {
    return html == null ? Passages.of(text.substring(body)) : Passages.ofHtml(text, html);
  }

  /** How the file's name ends, such as {@code .md}. */
  String ending() {
    return html == null ? ".md" : ".html";
  }

  private static int bodyStart(String text) {
    int end = text.startsWith("---\n") ? text.indexOf("\n---\n", 3) : -1;
    return end < 0 ? 0 : end + 5;
  }

  Passage block(int index) {
    return all.get(blocks.get(index));
  }

  Passage note(int index) {
    return all.get(notes.get(index));
  }
}
