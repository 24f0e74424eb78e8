package duizhao.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The same words in several languages.
 *
 * @param byLanguage text by language id, in the archive's order of languages; may lack some
 */
public record LocalizedText(Map<String, String> byLanguage) {

  public static final LocalizedText EMPTY = new LocalizedText(Map.of());

  public LocalizedText {
    byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
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

  public boolean isEmpty() {
    return byLanguage.isEmpty();
  }
}
