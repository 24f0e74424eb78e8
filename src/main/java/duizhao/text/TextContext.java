package duizhao.text;

import duizhao.model.Language;
import duizhao.model.Picture;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a text belongs to.
 *
 * @param file path of the file it stands in, for diagnostics
 * @param firstLine line of that file where the text starts, 1-based
 * @param owner id of the report or page
 * @param language what it is written in
 * @param pictures what the owner's folder holds, by file name
 * @param relative turns a decoded relative path, such as {@code ../other/} or {@code notes.pdf},
 *     into a reference such as {@code report:ID} or {@code file:OWNER/NAME}; null when nothing is
 *     there
 */
public record TextContext(
    String file,
    int firstLine,
    String owner,
    Language language,
    Map<String, Picture> pictures,
    Function<String, @Nullable String> relative) {

  public TextContext {
    pictures = Map.copyOf(pictures);
  }
}
