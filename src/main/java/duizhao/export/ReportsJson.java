package duizhao.export;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonWriter;
import duizhao.edtf.EdtfDate;
import duizhao.model.Archive;
import duizhao.model.Block;
import duizhao.model.Edition;
import duizhao.model.Figure;
import duizhao.model.Language;
import duizhao.model.LocalizedText;
import duizhao.model.Picture;
import duizhao.model.Programme;
import duizhao.model.Reference;
import duizhao.model.Region;
import duizhao.model.Report;
import duizhao.model.Source;
import duizhao.plan.SitePlan;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code data/reports.json}: all that the archive knows of each report, and its text; and {@code
 * data/figures.json}, the figures by themselves.
 */
final class ReportsJson {

  /** Raised when a field changes its meaning or goes away; new fields do not raise it. */
  private static final int FORMAT = 1;

  private static final Gson GSON = new Gson();

  private final SitePlan plan;
  private final Archive archive;
  private final Vocabulary vocabulary;

  ReportsJson(SitePlan plan) {
    this.plan = plan;
    this.archive = plan.archive();
    this.vocabulary = new Vocabulary(archive);
  }

  /** Writes {@code data/reports.json}; only one report at a time is held as a tree. */
  void write(Writer out) throws IOException {
    write(out, "reports", archive.reports().stream().map(this::report).iterator());
  }

  /** Writes {@code data/figures.json}. */
  void writeFigures(Writer out) throws IOException {
    write(out, "figures", FiguresCsv.rows(plan).map(this::row).iterator());
  }

  private void write(Writer out, String name, Iterator<JsonObject> items) throws IOException {
    JsonWriter json = new JsonWriter(out);
    json.setIndent(" ");
    json.beginObject().name("format").value(FORMAT);
    json.name("archive");
    GSON.toJson(archive(), json);
    json.name(name).beginArray();
    while (items.hasNext()) {
      GSON.toJson(items.next(), json);
    }
    json.endArray().endObject();
    json.flush();
    out.append('\n');
  }

  /** A figure away from its report. */
  private JsonObject row(FiguresCsv.Row row) {
    JsonObject json = new JsonObject();
    json.addProperty("report", row.report().id());
    json.addProperty("number", row.number());
    figure(row.figure()).entrySet().forEach(e -> json.add(e.getKey(), e.getValue()));
    json.add("regions", ids(row.regions()));
    json.add("date", date(row.report().source().date()));
    json.add(
        "addresses",
        byLanguage(
            l -> {
              String page = plan.addresses().report(row.report().id(), l).address();
              int paragraph = row.figure().paragraph();
              return paragraph == 0 ? page : page + "#p" + paragraph;
            }));
    return json;
  }

  private JsonObject archive() {
    JsonObject json = new JsonObject();
    json.add("title", localized(archive.title()));
    json.add("description", localized(archive.description()));
    json.addProperty("base_url", archive.baseUrl());
    json.add("publisher", localized(archive.publisher()));
    if (archive.licence() != null) {
      JsonObject licence = new JsonObject();
      licence.addProperty("id", archive.licence().id());
      licence.add("name", localized(archive.licence().name()));
      licence.addProperty("url", archive.licence().url());
      json.add("licence", licence);
    }
    json.add(
        "languages",
        array(
            archive.languages(),
            language -> {
              JsonObject entry = new JsonObject();
              entry.addProperty("id", language.id());
              entry.addProperty("tag", language.tag());
              entry.addProperty("name", language.name());
              return entry;
            }));
    return json;
  }

  private JsonObject report(Report report) {
    JsonObject json = new JsonObject();
    json.addProperty("id", report.id());
    json.add("addresses", byLanguage(l -> plan.addresses().report(report.id(), l).address()));
    json.add("title", localized(report.title()));
    json.add("summary", localized(report.summary()));
    json.addProperty("kind", report.kind().id());
    json.add("source", source(report.source()));
    json.add("regions", array(report.regions(), this::region));
    json.add(
        "programmes", array(vocabulary.programmes(report.programmes()), ReportsJson::programme));
    json.add(
        "people",
        array(
            report.people(),
            person -> {
              JsonObject entry = named(person.name());
              entry.add("role", localized(person.role()));
              entry.addProperty("pseudonym", person.pseudonym());
              return entry;
            }));
    json.add("organisations", array(report.organisations(), body -> named(body.name())));
    json.add("figures", array(report.figures(), this::figure));
    json.add("pictures", array(report.pictures(), picture -> picture(report, picture)));
    json.add("translation", translation(report));
    json.add("updated", date(report.updated()));
    json.add("former_ids", ids(report.aliases()));
    json.add("text", text(report));
    return json;
  }

  private JsonObject source(Source source) {
    JsonObject newspaper = new JsonObject();
    newspaper.addProperty("id", source.newspaper().id());
    newspaper.add("name", localized(vocabulary.newspaper(source.newspaper())));
    JsonObject json = new JsonObject();
    json.add("newspaper", newspaper);
    json.add("date", date(source.date()));
    json.add("date_note", localized(source.dateNote()));
    json.addProperty("page", source.printPage());
    json.addProperty("kicker", source.kicker());
    json.addProperty("headline", source.headline());
    json.addProperty("deck", source.deck());
    json.add(
        "byline",
        array(
            source.byline(),
            byline -> {
              JsonObject entry = named(byline.name());
              entry.addProperty("role", byline.role().id());
              return entry;
            }));
    json.add("agency", localized(source.agency()));
    json.addProperty("url", source.url());
    json.add("damage", localized(source.damage()));
    return json;
  }

  private JsonObject region(Reference reference) {
    JsonObject json = new JsonObject();
    json.addProperty("code", reference.id());
    json.add("path", array(vocabulary.path(reference.id()), ReportsJson::place));
    return json;
  }

  private static JsonObject place(Region region) {
    JsonObject json = new JsonObject();
    json.addProperty("code", region.code());
    json.add("name", localized(region.name()));
    return json;
  }

  private static JsonObject programme(Programme programme) {
    JsonObject json = new JsonObject();
    json.addProperty("id", programme.id());
    json.addProperty("kind", programme.scheme() ? "scheme" : "programme");
    json.add("label", localized(programme.label()));
    return json;
  }

  private JsonObject figure(Figure figure) {
    JsonObject json = new JsonObject();
    json.add("what", localized(figure.what()));
    json.addProperty("value", plain(figure.value()));
    json.addProperty("up_to", figure.upTo() == null ? null : plain(figure.upTo()));
    json.addProperty("unit", figure.unit().id());
    json.addProperty("hedge", figure.hedge().id());
    json.add("span", date(figure.span()));
    json.add("as_stated", localized(figure.asStated()));
    json.addProperty("paragraph", figure.paragraph() == 0 ? null : figure.paragraph());
    json.add("regions", ids(figure.regions()));
    json.addProperty("programme", figure.programme() == null ? null : figure.programme().id());
    return json;
  }

  /** The same number without an exponent. */
  private static BigDecimal plain(BigDecimal number) {
    return new BigDecimal(number.toPlainString());
  }

  private JsonObject picture(Report report, Picture picture) {
    JsonObject json = new JsonObject();
    json.addProperty("address", plan.addresses().media(report.id(), picture.file()).address());
    json.add("alt", localized(picture.alt()));
    json.add("caption", localized(picture.caption()));
    json.add("credit", localized(picture.credit()));
    json.addProperty("width_px", picture.widthPx());
    json.addProperty("height_px", picture.heightPx());
    return json;
  }

  private JsonObject translation(Report report) {
    JsonObject json = new JsonObject();
    json.addProperty("original", report.translation().original().id());
    json.addProperty("status", report.translation().status().id());
    json.add("by", localized(report.translation().by()));
    json.add("states", byLanguage(l -> Exporter.state(report, l)));
    return json;
  }

  private JsonObject text(Report report) {
    JsonObject json = new JsonObject();
    for (Language language : archive.languages()) {
      Edition edition = report.in(language);
      if (edition != null) {
        json.add(language.id(), array(edition.body().blocks(), ReportsJson::block));
      }
    }
    return json;
  }

  private static JsonObject block(Block block) {
    JsonObject json = new JsonObject();
    json.addProperty("n", block.number());
    json.addProperty("kind", block.kind().name().toLowerCase(Locale.ROOT));
    json.addProperty("text", block.text());
    return json;
  }

  // ---- shapes that recur; a null is left out of the file ----

  private static JsonObject named(LocalizedText name) {
    JsonObject json = new JsonObject();
    json.add("name", localized(name));
    return json;
  }

  private static @Nullable JsonObject localized(@Nullable LocalizedText text) {
    if (text == null) {
      return null;
    }
    JsonObject json = new JsonObject();
    text.byLanguage().forEach(json::addProperty);
    return json;
  }

  private JsonObject byLanguage(Function<Language, String> value) {
    JsonObject json = new JsonObject();
    archive.languages().forEach(l -> json.addProperty(l.id(), value.apply(l)));
    return json;
  }

  private static @Nullable JsonObject date(@Nullable EdtfDate date) {
    if (date == null) {
      return null;
    }
    JsonObject json = new JsonObject();
    json.addProperty("edtf", date.text());
    json.addProperty("earliest", date.earliest() == null ? null : date.earliest().toString());
    json.addProperty("latest", date.latest() == null ? null : date.latest().toString());
    return json;
  }

  private static JsonArray ids(List<Reference> references) {
    JsonArray json = new JsonArray();
    references.forEach(r -> json.add(r.id()));
    return json;
  }

  private static <T> JsonArray array(List<T> items, Function<T, JsonElement> element) {
    JsonArray json = new JsonArray();
    items.forEach(item -> json.add(element.apply(item)));
    return json;
  }
}
