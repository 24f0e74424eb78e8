package duizhao.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what RFC 4180 describes, and nothing more lenient. */
final class CsvRows {

  private final String text;
  private int at;

  private CsvRows(String text) {
    this.text = text;
  }

  /** One map from column name to cell a row. */
  static List<Map<String, String>> read(String csv) {
    if (!csv.startsWith("\uFEFF")) {
      throw new AssertionError("no byte order mark");
    }
    CsvRows rows = new CsvRows(csv.substring(1));
    List<String> header = rows.row();
    List<Map<String, String>> read = new ArrayList<>();
    while (rows.at < rows.text.length()) {
      List<String> cells = rows.row();
      if (cells.size() != header.size()) {
        throw new AssertionError(cells + " does not fit " + header);
      }
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        row.put(header.get(i), cells.get(i));
      }
      read.add(row);
    }
    return read;
  }

  private List<String> row() {
    List<String> cells = new ArrayList<>();
    do {
      cells.add(cell());
    } while (take(","));
    if (!take("\r\n")) {
      throw new AssertionError("no line end at " + at);
    }
    return cells;
  }

  private String cell() {
    if (!take("\"")) {
      int from = at;
      while (",\r\n\"".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return text.substring(from, at);
    }
    StringBuilder cell = new StringBuilder();
    while (true) {
      if (take("\"\"")) {
        cell.append('"');
      } else if (take("\"")) {
        return cell.toString();
      } else {
        cell.append(text.charAt(at++));
      }
    }
  }

  private boolean take(String expected) {
    if (!text.startsWith(expected, at)) {
      return false;
    }
    at += expected.length();
    return true;
  }
}
