package duizhao.model;

import duizhao.edtf.EdtfDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a report was printed.
 *
 * @param date as far as the evidence goes
 * @param dateNote why that date
 * @param printPage 1-based number of the page (版); null when unknown
 * @param kicker the line printed above the headline (引题), as printed
 * @param headline as printed
 * @param deck the line printed below the headline (副题), as printed
 * @param damage what is cut off or unreadable in the source
 */
public record Source(
    Reference newspaper,
    EdtfDate date,
    @Nullable LocalizedText dateNote,
    @Nullable Integer printPage,
    @Nullable String kicker,
    @Nullable String headline,
    @Nullable String deck,
    List<Byline> byline,
    @Nullable LocalizedText agency,
    @Nullable String url,
    @Nullable LocalizedText damage) {

  public Source {
    byline = List.copyOf(byline);
  }
}
