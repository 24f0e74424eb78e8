package duizhao.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place of the gazetteer.
 *
 * @param code six digits of GB/T 2260; for an addition of the archive, its own id
 * @param name in Chinese and English, without the places above it
 * @param slug the last part of its address, unique among its siblings, lower-case ASCII
 * @param parent code of the place that holds it; null for a province
 * @param former names it was known by before, in Chinese
 */
public record Region(
    String code,
    LocalizedText name,
    String slug,
    RegionLevel level,
    @Nullable String parent,
    List<String> former) {

  public Region {
    former = List.copyOf(former);
  }
}
