package duizhao.model;

import duizhao.edtf.EdtfDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the other editions were made from the original one.
 *
 * @param original language the report was first written in
 * @param by who translated, or by what method
 * @param fingerprints one per paragraph of the original as it was when translated, or {@code none};
 *     empty when not recorded
 * @param waivers findings about the report that are right as they are
 * @param checkedBy who last checked the translation against the original
 * @param checkedOn when that was
 */
public record Translation(
    Language original,
    Status status,
    @Nullable LocalizedText by,
    List<String> fingerprints,
    List<Waiver> waivers,
    @Nullable String checkedBy,
    @Nullable EdtfDate checkedOn) {

  public Translation {
    fingerprints = List.copyOf(fingerprints);
    waivers = List.copyOf(waivers);
  }

  /** A translation in which nothing is waived, and that nobody has checked. */
  public Translation(
      Language original, Status status, @Nullable LocalizedText by, List<String> fingerprints) {
    this(original, status, by, fingerprints, List.of(), null, null);
  }

  /** How complete and how trustworthy a translation is. */
  public enum Status {
    FULL,
    ABRIDGED,
    MACHINE_DRAFT,
    NONE;

    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
