package duizhao.edtf;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A date of ISO 8601-2 level 1 (placeholder of the real parser). */
public record EdtfDate(String text, @Nullable LocalDate earliest, @Nullable LocalDate latest)
    implements Comparable<EdtfDate> {

  public static EdtfDate parse(String text) throws EdtfException {
    LocalDate day = LocalDate.parse(text);
    return new EdtfDate(text, day, day);
  }

  public java.util.List<Integer> years() {
    return earliest == null ? java.util.List.of() : java.util.List.of(earliest.getYear());
  }

  public @Nullable String datetime() {
    return text;
  }

  @Override
  public int compareTo(EdtfDate other) {
    return text.compareTo(other.text);
  }
}
