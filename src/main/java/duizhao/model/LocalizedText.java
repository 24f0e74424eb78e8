package duizhao.model;

import duizhao.diagnostic.Location;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The same words in several languages.
 *
 * <p>Two are equal when they say the same, wherever they stand.
 *
 * @param byLanguage text by language id, in the archive's order of languages; may lack some
 * @param runs by language id, where pieces of the text stand in the file; may lack any
 */
public record LocalizedText(Map<String, String> byLanguage, Map<String, List<Block.Run>> runs) {

  public static final LocalizedText EMPTY = new LocalizedText(Map.of());

  public LocalizedText {
    byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
    runs = Map.copyOf(runs);
  }

  /** A text of which nobody asks where it stands. */
  public LocalizedText(Map<String, String> byLanguage) {
    this(byLanguage, Map.of());
  }

  /** The text in one language, or null where there is none. */
  public @Nullable String in(Language language) {
    return byLanguage.get(language.id());
  }

  /** The text in this language, else in the first that has it, else the empty string. */
  public String preferring(Language language) {
    String text = in(language);
    return text != null ? text : byLanguage.values().stream().findFirst().orElse("");
  }

  /**
   * Where words of the text in one language stand in the file; null where that is not known.
   *
   * @param start in UTF-16 units
   * @param end exclusive
   */
  public @Nullable Location place(Language language, int start, int end) {
    String text = in(language);
    return text == null
        ? null
        : Block.Run.place(runs.getOrDefault(language.id(), List.of()), text, start, end);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LocalizedText text && byLanguage.equals(text.byLanguage);
  }

  @Override
  public int hashCode() {
    return byLanguage.hashCode();
  }

  public boolean isEmpty() {
    return byLanguage.isEmpty();
  }
}
