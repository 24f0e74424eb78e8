package duizhao.model;

import duizhao.diagnostic.Location;
import duizhao.edtf.EdtfDate;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number with its meaning: 3400万元 is 34 million yuan is 34000000 CNY.
 *
 * @param what what it counts
 * @param value exact, in units; for a range its lower end
 * @param upTo the upper end of a range; null for a single number
 * @param unit id of a {@link Unit}
 * @param span the time it covers or the day it holds for, where the report says so
 * @param asStated the characters of each edition that state it
 * @param paragraph number of the block that states it; 0 when it is only in the title or summary
 * @param regions codes of the places it is about; those of the report where empty
 * @param programme id of the programme it measures, where it belongs to one
 */
public record Figure(
    Location at,
    LocalizedText what,
    BigDecimal value,
    @Nullable BigDecimal upTo,
    Reference unit,
    Hedge hedge,
    @Nullable EdtfDate span,
    LocalizedText asStated,
    int paragraph,
    List<Reference> regions,
    @Nullable Reference programme) {

  public Figure {
    regions = List.copyOf(regions);
  }
}
