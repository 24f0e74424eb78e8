package duizhao.model;

import duizhao.diagnostic.Location;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An ordinary page, such as the one about the archive.
 *
 * @param id the folder's name and the last part of its address
 * @param order where it stands among its like in menus
 */
public record ContentPage(
    String id,
    Location at,
    LocalizedText title,
    LocalizedText summary,
    int order,
    List<Picture> pictures,
    Map<String, Edition> editions) {

  public ContentPage {
    pictures = List.copyOf(pictures);
    editions = Collections.unmodifiableMap(new LinkedHashMap<>(editions));
  }

  /** The edition in this language, or null where there is none. */
  public @Nullable Edition in(Language language) {
    return editions.get(language.id());
  }
}
