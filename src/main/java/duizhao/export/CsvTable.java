package duizhao.export;

import duizhao.model.Language;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table as RFC 4180 writes it, with a byte order mark, without which Excel takes UTF-8 for the
 * local code page. A null is an empty cell.
 *
 * @param <T> what a row tells of
 */
final class CsvTable<T> {

  /**
   * Text that a spreadsheet would run as a formula (and such text after apostrophes, so that one
   * apostrophe can always be taken off again).
   */
  private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r\\n＝＋－＠]");

  private static final Pattern QUOTED = Pattern.compile("[\",\\r\\n]");

  private record Column<T>(String name, Function<T, @Nullable String> cell) {}

  private final List<Language> languages;
  private final List<Column<T>> columns = new ArrayList<>();

  CsvTable(List<Language> languages) {
    this.languages = languages;
  }

  /** A column of ids, numbers, dates or addresses, which are written as they are. */
  CsvTable<T> plain(String name, Function<T, @Nullable Object> cell) {
    columns.add(
        new Column<>(
            name,
            row -> {
              Object value = cell.apply(row);
              return value == null ? null : value.toString();
            }));
    return this;
  }

  /** A column of what people wrote: an apostrophe goes before what looks like a formula. */
  CsvTable<T> text(String name, Function<T, @Nullable String> cell) {
    columns.add(
        new Column<>(
            name,
            row -> {
              String value = cell.apply(row);
              return value == null || !FORMULA.matcher(value).lookingAt() ? value : "'" + value;
            }));
    return this;
  }

  /** A text column a language: {@code name_zh}, {@code name_en}. */
  CsvTable<T> text(String name, BiFunction<T, Language, @Nullable String> cell) {
    languages.forEach(l -> text(suffixed(name, l), (T row) -> cell.apply(row, l)));
    return this;
  }

  /** A plain column a language. */
  CsvTable<T> plain(String name, BiFunction<T, Language, @Nullable Object> cell) {
    languages.forEach(l -> plain(suffixed(name, l), (T row) -> cell.apply(row, l)));
    return this;
  }

  private static String suffixed(String name, Language language) {
    return name + "_" + language.id().replace('-', '_');
  }

  /** The names of the columns, in order. */
  List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  /** Writes the table with its header. */
  void write(Iterator<T> rows, Writer out) throws IOException {
    out.append("\uFEFF").append(String.join(",", names())).append("\r\n");
    while (rows.hasNext()) {
      T row = rows.next();
      for (int i = 0; i < columns.size(); i++) {
        out.append(i == 0 ? "" : ",");
        String cell = columns.get(i).cell().apply(row);
        out.append(cell == null ? "" : quoted(cell));
      }
      out.append("\r\n");
    }
  }

  private static String quoted(String cell) {
    return QUOTED.matcher(cell).find() ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
