package duizhao.model;

import duizhao.diagnostic.Location;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A glossary term: what a translation must use.
 *
 * @param term the preferred words in each language
 * @param variants accepted other words by language id
 * @param forbidden words by language id that are never to be used
 */
public record Term(
    String id,
    Location at,
    LocalizedText term,
    Map<String, List<String>> variants,
    Map<String, List<String>> forbidden,
    @Nullable LocalizedText note) {

  public Term {
    variants = Collections.unmodifiableMap(new LinkedHashMap<>(variants));
    forbidden = Collections.unmodifiableMap(new LinkedHashMap<>(forbidden));
  }
}
