package duizhao.xliff;

import duizhao.edit.ContentFile;
import duizhao.model.Block;
import duizhao.model.Edition;
import duizhao.text.Passages;
import duizhao.text.Passages.Passage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One language edition as it is typed.
 *
 * @param name what diagnostics call the file
 * @param body index in the file's text where the Markdown starts, after any front matter
 * @param all every passage of the Markdown, in order
 * @param blocks indexes in {@code all} of the numbered blocks, in order
 * @param notes indexes in {@code all} of the footnotes, in order
 */
record Side(
    ContentFile file,
    String name,
    int body,
    List<Passage> all,
    List<Integer> blocks,
    List<Integer> notes) {

  static Side read(Path path, Edition edition) throws IOException {
    ContentFile file = ContentFile.read(path);
    String text = file.text();
    int body = bodyStart(text);
    int skipped = (int) text.substring(0, body).chars().filter(c -> c == '\n').count();
    List<Passage> all = Passages.of(text.substring(body));
    List<Integer> blocks = new ArrayList<>();
    List<Integer> notes = new ArrayList<>();
    int next = 0;
    List<Block> numbered = edition.body().blocks();
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
    return new Side(file, edition.at().file(), body, all, blocks, notes);
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
