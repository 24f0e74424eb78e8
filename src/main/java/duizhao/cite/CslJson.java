package duizhao.cite;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CSL-JSON, schema 1.0.2. The schema has no place for EDTF but {@code custom}, which tells what
 * {@code issued} cannot.
 */
final class CslJson {

  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

  private CslJson() {}

  static String of(List<Work> works) {
    JsonArray items = new JsonArray();
    works.forEach(work -> items.add(item(work)));
    return GSON.toJson(items) + "\n";
  }

  private static JsonObject item(Work work) {
    boolean article = work.newspaper() != null;
    JsonObject item = new JsonObject();
    item.addProperty("id", work.key());
    item.addProperty("type", article ? "article-newspaper" : "webpage");
    item.addProperty("language", work.language().tag());
    if (!work.authors().isEmpty()) {
      JsonArray authors = new JsonArray();
      work.authors().forEach(name -> authors.add(author(name)));
      item.add("author", authors);
    }
    add(item, "title", work.supplied() ? "[" + work.title() + "]" : work.title());
    add(item, "container-title", article ? work.newspaperAsPrinted() : archive(work));
    if (work.newspaper() != null) {
      add(
          item,
          "publisher-place",
          work.newspaper().place() == null
              ? null
              : work.newspaper().place().preferring(work.language()));
      add(item, "ISSN", work.newspaper().issn());
    }
    CitedDate date = work.date();
    date(item, "issued", date);
    item.addProperty("page", work.page() == null ? null : work.page().toString());
    add(item, "URL", work.url());
    Work printed = work.printed();
    JsonObject custom = new JsonObject();
    if (date != null) {
      custom.addProperty("edtf", date.edtf().text());
    }
    add(custom, "title-english", work.english());
    if (printed != null) {
      add(item, "original-title", printed.title());
      date(item, "original-date", printed.date());
      add(custom, "original-id", printed.key());
    }
    if (!custom.isEmpty()) {
      item.add("custom", custom);
    }
    return item;
  }

  private static @Nullable String archive(Work work) {
    return work.archive() == null ? null : work.archive().preferring(work.language());
  }

  private static void add(JsonObject item, String name, @Nullable String value) {
    if (value != null) {
      item.addProperty(name, Plain.line(value));
    }
  }

  private static JsonObject author(Name name) {
    JsonObject json = new JsonObject();
    String family = name.family();
    if (name.isChinese() || family == null) {
      json.addProperty("literal", Plain.line(name.original()));
    } else {
      json.addProperty("family", Plain.line(family));
      json.addProperty("given", Plain.line(String.valueOf(name.given())));
    }
    return json;
  }

  private static void date(JsonObject item, String name, @Nullable CitedDate date) {
    CitedDate.Part part = date == null ? null : date.known();
    if (date == null || part == null) {
      return;
    }
    JsonObject json = new JsonObject();
    if (part.year().endsWith("X")) {
      json.addProperty("literal", part.yearInWords());
    } else {
      JsonArray parts = new JsonArray();
      parts.add(numbers(part));
      CitedDate.Part end = date.start() == null ? null : date.end();
      if (end != null && !end.year().endsWith("X")) {
        parts.add(numbers(end));
      }
      json.add("date-parts", parts);
    }
    if (part.season()) {
      json.addProperty("season", part.month() - 20);
    }
    if (!date.edtf().certain()) {
      json.addProperty("circa", true);
    }
    item.add(name, json);
  }

  private static JsonArray numbers(CitedDate.Part part) {
    JsonArray numbers = new JsonArray();
    numbers.add(Integer.parseInt(part.year()));
    if (part.month() > 0 && !part.season()) {
      numbers.add(part.month());
      if (part.day() > 0) {
        numbers.add(part.day());
      }
    }
    return numbers;
  }
}
