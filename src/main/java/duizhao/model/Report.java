package duizhao.model;

import duizhao.diagnostic.Location;
import duizhao.edtf.EdtfDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One newspaper report: what all its editions share, and the editions.
 *
 * @param id the folder's name: unique, permanent, the last part of its address
 * @param regions codes of the places it is about, narrowest as the author gave them
 * @param programmes ids of programmes and schemes
 * @param updated when its text was last corrected here; null when never
 * @param aliases ids it was published under before
 * @param editions by language id; never empty
 */
public record Report(
    String id,
    Location at,
    LocalizedText title,
    LocalizedText summary,
    ReportKind kind,
    Source source,
    List<Reference> regions,
    List<Reference> programmes,
    List<Person> people,
    List<Organisation> organisations,
    List<Figure> figures,
    List<Picture> pictures,
    Translation translation,
    @Nullable EdtfDate updated,
    List<Reference> aliases,
    Map<String, Edition> editions) {

  public Report {
    regions = List.copyOf(regions);
    programmes = List.copyOf(programmes);
    people = List.copyOf(people);
    organisations = List.copyOf(organisations);
    figures = List.copyOf(figures);
    pictures = List.copyOf(pictures);
    aliases = List.copyOf(aliases);
    editions = Collections.unmodifiableMap(new LinkedHashMap<>(editions));
  }

  /** The edition in this language, or null while the report is not translated. */
  public @Nullable Edition in(Language language) {
    return editions.get(language.id());
  }
}
