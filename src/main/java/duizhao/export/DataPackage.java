package duizhao.export;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import duizhao.model.Archive;
import duizhao.model.Language;
import duizhao.model.Licence;
import duizhao.model.LocalizedText;
import duizhao.plan.Document;
import duizhao.plan.SitePath;
import duizhao.plan.SitePlan;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code data/datapackage.json}: Frictionless Data Package, version 1. */
final class DataPackage {

  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

  /** Type and meaning of each column, by its name without a language. */
  private static final Map<String, String[]> COLUMNS = new HashMap<>();

  static {
    column("id", "string", "Permanent id of the report");
    column("title", "string", "Headline that this archive gives the report");
    column("summary", "string", "What the report says, in one or two sentences");
    column("address", "string", "Address of the page; full where the archive has a base URL");
    column("state", "string", "original, full, abridged, machine-draft or none");
    column("kind", "string", "What a newspaper would call the piece");
    column("original_language", "string", "Language the report was first written in");
    column("translated_by", "string", "Who translated, or by what method");
    column("newspaper", "string", "Where it was printed: id, or name in a language");
    column("date", "string", "When it was printed, as EDTF (ISO 8601-2)");
    column("earliest", "date", "First day that the date can mean");
    column("latest", "date", "Last day that the date can mean");
    column("date_note", "string", "Why that date");
    column("page", "integer", "Print page, from 1");
    column("kicker", "string", "Line above the headline, as printed");
    column("headline", "string", "Headline, as printed");
    column("deck", "string", "Line below the headline, as printed");
    column("byline", "string", "Who wrote, between semicolons");
    column("agency", "string", "News agency");
    column("url", "string", "Where the original can be read");
    column("damage", "string", "What is cut off or unreadable in the source");
    column("regions", "string", "Places, between semicolons: codes of GB/T 2260, or names");
    column("programmes", "string", "Programmes and schemes, between semicolons: ids, or names");
    column("people", "string", "People that the report names, between semicolons");
    column("organisations", "string", "Bodies that the report names, between semicolons");
    column("figures", "integer", "How many figures the report states");
    column("pictures", "integer", "How many pictures the report has");
    column("updated", "string", "When the text was last corrected, as EDTF");
    column("report", "string", "Id of the report that states the figure");
    column("number", "integer", "Which figure of the report, from 1");
    column("paragraph", "integer", "Paragraph that states it, from 1");
    column("what", "string", "What the number counts");
    column("value", "number", "The number, in units; the lower end of a range");
    column("up_to", "number", "The upper end of a range");
    column("unit", "string", "What it is counted in: ISO 4217 code, %, or a word; or its label");
    column("hedge", "string", "exact, over, nearly, about, at-least or up-to");
    column("span", "string", "The time it covers, as EDTF");
    column("as_stated", "string", "The very characters of the edition");
    column("programme", "string", "Id of the programme that the figure measures");
  }

  private static void column(String name, String type, String description) {
    COLUMNS.put(name, new String[] {type, description});
  }

  private final SitePlan plan;
  private final Archive archive;
  private final Map<SitePath, Measured> written;

  private DataPackage(SitePlan plan, Map<SitePath, Measured> written) {
    this.plan = plan;
    this.archive = plan.archive();
    this.written = written;
  }

  /**
   * @param written the files that there are so far, which are described
   */
  static void write(SitePlan plan, Map<SitePath, Measured> written, Writer out) throws IOException {
    out.append(GSON.toJson(new DataPackage(plan, written).data())).append('\n');
  }

  private JsonObject data() {
    JsonObject data = new JsonObject();
    data.addProperty("profile", "data-package");
    data.addProperty("name", "archive");
    data.addProperty("title", all(archive.title()));
    data.addProperty("description", all(archive.description()));
    data.addProperty("homepage", archive.baseUrl());
    Licence licence = archive.licence();
    if (licence != null) {
      JsonObject terms = new JsonObject();
      terms.addProperty("name", licence.id());
      terms.addProperty("path", licence.url());
      terms.addProperty("title", all(licence.name()));
      data.add("licenses", listOf(terms));
    }
    JsonArray sources = new JsonArray();
    archive
        .newspapers()
        .values()
        .forEach(
            newspaper -> {
              JsonObject source = new JsonObject();
              source.addProperty("title", all(newspaper.name()));
              source.addProperty("path", newspaper.url());
              sources.add(source);
            });
    if (!sources.isEmpty()) {
      data.add("sources", sources);
    }
    if (archive.publisher() != null) {
      JsonObject publisher = new JsonObject();
      publisher.addProperty("title", all(archive.publisher()));
      publisher.addProperty("role", "publisher");
      data.add("contributors", listOf(publisher));
    }
    JsonArray resources = new JsonArray();
    resources.add(table("reports", Document.REPORTS_CSV, ReportsCsv.table(plan).names()));
    resources.add(table("figures", Document.FIGURES_CSV, FiguresCsv.table(plan).names()));
    resources.add(file("reports-json", Document.REPORTS_JSON, "json", "application/json"));
    resources.add(file("figures-json", Document.FIGURES_JSON, "json", "application/json"));
    resources.add(file("vocabularies", Document.VOCABULARIES_TURTLE, "ttl", "text/turtle"));
    resources.add(
        file(
            "vocabularies-jsonld", Document.VOCABULARIES_JSON_LD, "jsonld", "application/ld+json"));
    resources.add(file("aligned-text", Document.TMX, "tmx", "application/x-tmx+xml"));
    data.add("resources", resources);
    return data;
  }

  private JsonObject file(String name, Document document, String format, String mediaType) {
    JsonObject file = new JsonObject();
    String path = document.path().value();
    file.addProperty("name", name);
    file.addProperty("path", path.substring(path.lastIndexOf('/') + 1));
    file.addProperty("profile", "data-resource");
    file.addProperty("format", format);
    file.addProperty("mediatype", mediaType);
    file.addProperty("encoding", "utf-8");
    Measured measured = written.get(document.path());
    if (measured != null) {
      file.addProperty("bytes", measured.bytes());
      file.addProperty("hash", "sha256:" + measured.sha256());
    }
    return file;
  }

  private JsonObject table(String name, Document document, List<String> columns) {
    JsonObject table = file(name, document, "csv", "text/csv");
    table.addProperty("profile", "tabular-data-resource");
    JsonObject schema = new JsonObject();
    JsonArray fields = new JsonArray();
    columns.forEach(column -> fields.add(field(column)));
    schema.add("fields", fields);
    if (name.equals("reports")) {
      schema.addProperty("primaryKey", "id");
    } else {
      JsonArray key = new JsonArray();
      key.add("report");
      key.add("number");
      schema.add("primaryKey", key);
      JsonObject reference = new JsonObject();
      reference.addProperty("resource", "reports");
      reference.addProperty("fields", "id");
      JsonObject foreign = new JsonObject();
      foreign.addProperty("fields", "report");
      foreign.add("reference", reference);
      schema.add("foreignKeys", listOf(foreign));
    }
    table.add("schema", schema);
    return table;
  }

  private JsonObject field(String column) {
    Language language =
        archive.languages().stream()
            .filter(l -> column.endsWith("_" + l.id().replace('-', '_')))
            .findFirst()
            .orElse(null);
    String base =
        language == null
            ? column
            : column.substring(0, column.length() - language.id().length() - 1);
    String[] known = COLUMNS.get(base);
    if (known == null) {
      throw new IllegalStateException("no description of the column " + column);
    }
    JsonObject field = new JsonObject();
    field.addProperty("name", column);
    field.addProperty("type", known[0]);
    String words = base.replace('_', ' ');
    field.addProperty("title", language == null ? words : words + " (" + language.name() + ")");
    field.addProperty("description", known[1]);
    if (column.equals("id") || column.equals("report") || column.equals("number")) {
      JsonObject constraints = new JsonObject();
      constraints.addProperty("required", true);
      field.add("constraints", constraints);
    }
    return field;
  }

  private static JsonArray listOf(JsonObject item) {
    JsonArray list = new JsonArray();
    list.add(item);
    return list;
  }

  /** The specification has no texts in several languages. */
  private static String all(LocalizedText text) {
    return String.join(" / ", text.byLanguage().values());
  }
}
