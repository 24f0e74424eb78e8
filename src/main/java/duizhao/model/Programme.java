package duizhao.model;

import duizhao.diagnostic.Location;
import duizhao.edtf.EdtfDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An undertaking that reports follow: a broad programme, or a named scheme under one. A concept in
 * the sense of SKOS.
 *
 * @param scheme whether this is a named scheme, system or device rather than a broad programme
 * @param label preferred name
 * @param alternatives other names it goes by
 * @param scope one or two sentences on what it is
 * @param broader the programme it belongs to; null at the top
 * @param related ids of programmes that readers of this one may want
 * @param regions codes of the places that run it, for a scheme
 * @param since when it began, where known
 */
public record Programme(
    String id,
    Location at,
    boolean scheme,
    LocalizedText label,
    List<LocalizedText> alternatives,
    LocalizedText scope,
    @Nullable Reference broader,
    List<Reference> related,
    List<Reference> regions,
    @Nullable EdtfDate since) {

  public Programme {
    alternatives = List.copyOf(alternatives);
    related = List.copyOf(related);
    regions = List.copyOf(regions);
  }
}
