package duizhao.cite;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * RIS, as Research Information Systems specified it: tag, two spaces, hyphen, space, value; lines
 * end in CR LF; a record starts with {@code TY} and ends with {@code ER}. In UTF-8.
 */
final class Ris {

  private final StringBuilder text = new StringBuilder();

  private Ris() {}

  static String of(List<Work> works) {
    Ris file = new Ris();
    works.forEach(file::record);
    return file.text.toString();
  }

  private void record(Work work) {
    boolean article = work.newspaper() != null;
    line("TY", article ? "NEWS" : "ELEC");
    line("ID", work.key());
    work.authors().forEach(name -> line("AU", author(name)));
    line("TI", work.supplied() ? "[" + work.title() + "]" : work.title());
    line("TT", work.english());
    line("T2", article ? work.newspaperAsPrinted() : archive(work));
    if (work.newspaper() != null) {
      line(
          "CY",
          work.newspaper().place() == null
              ? null
              : work.newspaper().place().preferring(work.language()));
      line("SN", work.newspaper().issn());
    }
    date(work.date());
    line("SP", work.page() == null ? null : work.page().toString());
    line("LA", work.language().tag());
    line("UR", work.url());
    Work printed = work.printed();
    line("N1", printed == null ? null : "Retold from: " + Line.text(GbT7714.of(printed).runs()));
    text.append("ER  - \r\n\r\n");
  }

  private static @Nullable String archive(Work work) {
    return work.archive() == null ? null : work.archive().preferring(work.language());
  }

  private static String author(Name name) {
    String family = name.family();
    return name.isChinese() || family == null ? name.original() : family + ", " + name.given();
  }

  /** {@code YYYY/MM/DD/other}; what is not known stays empty between its slashes. */
  private void date(@Nullable CitedDate date) {
    CitedDate.Part part = date == null ? null : date.known();
    if (date == null || part == null) {
      return;
    }
    boolean year = !part.year().endsWith("X");
    line("PY", year ? part.year() : null);
    String month = part.month() == 0 || part.season() ? "" : two(part.month());
    String other =
        part.season() ? part.monthInWords() : date.edtf().certain() ? "" : date.edtf().text();
    if (year) {
      line(
          "DA",
          part.year() + "/" + month + "/" + (part.day() == 0 ? "" : two(part.day())) + "/" + other);
    }
    if (!date.edtf().certain() || date.interval() || !year) {
      line("N1", "Date (EDTF): " + date.edtf().text());
    }
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : "" + number;
  }

  private void line(String tag, @Nullable String value) {
    String plain = value == null ? "" : Plain.line(value);
    if (!plain.isEmpty()) {
      text.append(tag).append("  - ").append(plain).append("\r\n");
    }
  }
}
