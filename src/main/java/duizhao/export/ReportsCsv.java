package duizhao.export;

import duizhao.model.Byline;
import duizhao.model.Language;
import duizhao.model.LocalizedText;
import duizhao.model.Organisation;
import duizhao.model.Person;
import duizhao.model.Programme;
import duizhao.model.Report;
import duizhao.plan.SitePlan;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** {@code data/reports.csv}: one row a report. */
final class ReportsCsv {

  private ReportsCsv() {}

  static void write(SitePlan plan, Writer out) throws IOException {
    table(plan).write(plan.archive().reports().iterator(), out);
  }

  static CsvTable<Report> table(SitePlan plan) {
    Vocabulary vocabulary = new Vocabulary(plan.archive());
    return new CsvTable<Report>(plan.archive().languages())
        .plain("id", Report::id)
        .text("title", (r, l) -> r.title().in(l))
        .text("summary", (r, l) -> r.summary().in(l))
        .plain("address", (r, l) -> Exporter.address(plan, plan.addresses().report(r.id(), l)))
        .plain("state", Exporter::state)
        .plain("kind", r -> r.kind().id())
        .plain("original_language", r -> r.translation().original().id())
        .text("translated_by", (r, l) -> in(r.translation().by(), l))
        .plain("newspaper", r -> r.source().newspaper().id())
        .text("newspaper", (r, l) -> in(vocabulary.newspaper(r.source().newspaper()), l))
        .plain("date", r -> r.source().date().text())
        .plain("earliest", r -> r.source().date().earliest())
        .plain("latest", r -> r.source().date().latest())
        .text("date_note", (r, l) -> in(r.source().dateNote(), l))
        .plain("page", r -> r.source().printPage())
        .text("kicker", r -> r.source().kicker())
        .text("headline", r -> r.source().headline())
        .text("deck", r -> r.source().deck())
        .text(
            "byline",
            (r, l) ->
                Vocabulary.names(r.source().byline().stream().map(Byline::name).toList(), l, ";"))
        .text("agency", (r, l) -> in(r.source().agency(), l))
        .plain("url", r -> r.source().url())
        .text("damage", (r, l) -> in(r.source().damage(), l))
        .plain("regions", r -> Vocabulary.ids(r.regions()))
        .text("regions", (r, l) -> vocabulary.regionNames(r.regions(), l))
        .plain("programmes", r -> Vocabulary.ids(r.programmes()))
        .text(
            "programmes",
            (r, l) ->
                Vocabulary.names(
                    vocabulary.programmes(r.programmes()).stream().map(Programme::label).toList(),
                    l,
                    ";"))
        .text(
            "people",
            (r, l) -> Vocabulary.names(r.people().stream().map(Person::name).toList(), l, ";"))
        .text(
            "organisations",
            (r, l) ->
                Vocabulary.names(
                    r.organisations().stream().map(Organisation::name).toList(), l, ";"))
        .plain("figures", r -> r.figures().size())
        .plain("pictures", r -> r.pictures().size())
        .plain("updated", r -> r.updated() == null ? null : r.updated().text());
  }

  private static @Nullable String in(@Nullable LocalizedText text, Language language) {
    return text == null ? null : text.in(language);
  }
}
