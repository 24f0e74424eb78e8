package duizhao.export;

import duizhao.model.Figure;
import duizhao.model.Language;
import duizhao.model.Reference;
import duizhao.model.Report;
import duizhao.model.Unit;
import duizhao.plan.SitePlan;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code data/figures.csv}: one row a figure. */
final class FiguresCsv {

  private FiguresCsv() {}

  /**
   * @param number 1-based place among the report's figures
   */
  record Row(Report report, int number, Figure figure) {

    List<Reference> regions() {
      return figure.regions().isEmpty() ? report.regions() : figure.regions();
    }
  }

  static void write(SitePlan plan, Writer out) throws IOException {
    table(plan).write(rows(plan).iterator(), out);
  }

  /** Every figure, in the order of the reports. */
  static Stream<Row> rows(SitePlan plan) {
    return plan.archive().reports().stream().flatMap(FiguresCsv::rows);
  }

  static CsvTable<Row> table(SitePlan plan) {
    Vocabulary vocabulary = new Vocabulary(plan.archive());
    return new CsvTable<Row>(plan.archive().languages())
        .plain("report", row -> row.report.id())
        .plain("number", row -> row.number)
        .plain("paragraph", row -> row.figure.paragraph() == 0 ? null : row.figure.paragraph())
        .text("what", (row, l) -> row.figure.what().in(l))
        .plain("value", row -> row.figure.value().toPlainString())
        .plain("up_to", row -> upTo(row.figure))
        .plain("unit", row -> row.figure.unit().id())
        .text("unit", (row, l) -> unit(plan, row.figure, l))
        .plain("hedge", row -> row.figure.hedge().id())
        .plain("span", row -> row.figure.span() == null ? null : row.figure.span().text())
        .text("as_stated", (row, l) -> row.figure.asStated().in(l))
        .plain("regions", row -> Vocabulary.ids(row.regions()))
        .text("regions", (row, l) -> vocabulary.regionNames(row.regions(), l))
        .plain("programme", row -> programme(row.figure))
        .plain("date", row -> row.report.source().date().text())
        .plain("address", (row, l) -> address(plan, row, l));
  }

  private static Stream<Row> rows(Report report) {
    return IntStream.range(0, report.figures().size())
        .mapToObj(i -> new Row(report, i + 1, report.figures().get(i)));
  }

  private static @Nullable String upTo(Figure figure) {
    return figure.upTo() == null ? null : figure.upTo().toPlainString();
  }

  private static @Nullable String unit(SitePlan plan, Figure figure, Language language) {
    Unit unit = plan.archive().units().get(figure.unit().id());
    return unit == null ? null : unit.label().in(language);
  }

  private static @Nullable String programme(Figure figure) {
    return figure.programme() == null ? null : figure.programme().id();
  }

  static String address(SitePlan plan, Row row, Language language) {
    String page = Exporter.address(plan, plan.addresses().report(row.report.id(), language));
    return row.figure.paragraph() == 0 ? page : page + "#p" + row.figure.paragraph();
  }
}
