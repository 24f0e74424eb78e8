package duizhao.model;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the other editions were made from the original one.
 *
 * @param original language the report was first written in
 * @param by who translated, or by what method
 * @param checks one per paragraph of the original as it was when its translation was checked; empty
 *     when not recorded
 * @param waivers findings about the report that are right as they are
 * @param signature of whoever checked the paragraphs whose own check has none
 */
public record Translation(
    Language original,
    Status status,
    @Nullable LocalizedText by,
    List<Check> checks,
    List<Waiver> waivers,
    @Nullable Signature signature) {

  public Translation {
    checks = List.copyOf(checks);
    waivers = List.copyOf(waivers);
  }

  /** A translation in which nothing is waived. */
  public Translation(
      Language original, Status status, @Nullable LocalizedText by, List<Check> checks) {
    this(original, status, by, checks, List.of(), null);
  }

  /** The fingerprints of {@link #checks}. */
  public List<String> fingerprints() {
    return checks.stream().map(Check::fingerprint).toList();
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
