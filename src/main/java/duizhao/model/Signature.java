package duizhao.model;

import duizhao.edtf.EdtfDate;
import duizhao.edtf.EdtfException;
import org.jspecify.annotations.Nullable;

/**
 * Who checked a translation against its original.
 *
 * @param on when; null where nobody says
 */
public record Signature(String by, @Nullable EdtfDate on) {

  /** Reads what {@link #text} writes; what is no date belongs to the name. */
  public static Signature parse(String text) {
    int comma = text.lastIndexOf(", ");
    if (comma > 0) {
      try {
        return new Signature(text.substring(0, comma), EdtfDate.parse(text.substring(comma + 2)));
      } catch (EdtfException e) {
        // a comma within the name
      }
    }
    return new Signature(text, null);
  }

  /** As files and messages say it: the name, and the date after a comma. */
  public String text() {
    return on == null ? by : by + ", " + on.text();
  }
}
