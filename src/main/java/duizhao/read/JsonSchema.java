package duizhao.read;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import duizhao.read.Shape.Field;
import duizhao.read.Shape.Fields;
import duizhao.read.Shape.Items;
import duizhao.read.Shape.Kind;
import duizhao.read.Shape.LocalizedLists;
import duizhao.read.Shape.Scalar;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The shapes of content files as JSON Schemas (draft 2020-12), which editors' tools complete and
 * check YAML by. What only the archive as a whole can show to be wrong, such as an id that no list
 * has, a schema lets pass.
 */
public final class JsonSchema {

  private final JsonObject definitions = new JsonObject();

  private JsonSchema() {}

  /**
   * Every schema as text, by its name: {@code report} for {@code report.yaml}, and so on; in the
   * documentation's order.
   */
  public static Map<String, String> all() {
    Map<String, Shape> files = new LinkedHashMap<>(Schema.byFile());
    files.put("theme.yaml", Schema.THEME);
    Map<String, String> schemas = new LinkedHashMap<>();
    files.forEach(
        (file, shape) ->
            schemas.put(file.replace(".yaml", ""), new JsonSchema().text(file, shape)));
    return schemas;
  }

  private String text(String file, Shape shape) {
    JsonObject schema = new JsonObject();
    schema.addProperty("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.addProperty("title", file + " of a duizhao archive");
    schema.addProperty(
        "description", shape instanceof Items ? "a list of maps" : "a map of fields");
    of(shape).entrySet().forEach(e -> schema.add(e.getKey(), e.getValue()));
    if (!definitions.isEmpty()) {
      schema.add("$defs", definitions);
    }
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(schema)
        + "\n";
  }

  private JsonObject of(Shape shape) {
    if (shape instanceof Scalar scalar) {
      return scalar(scalar);
    }
    if (shape instanceof Items items) {
      JsonObject list = typed("array");
      list.add("items", of(items.item()));
      if (items.least() > 0) {
        list.addProperty("minItems", items.least());
      }
      return list;
    }
    if (shape instanceof Fields fields) {
      return map(fields);
    }
    boolean lists = shape instanceof LocalizedLists;
    String name = lists ? "texts-in-languages" : "text-in-languages";
    if (!definitions.has(name)) {
      JsonObject texts = typed("object");
      texts.add("propertyNames", of(Schema.LANGUAGE));
      texts.add("additionalProperties", of(lists ? new Items(Schema.TEXT) : Schema.TEXT));
      JsonArray examples = new JsonArray();
      examples.add(lists ? lists("工会主席", "union chair") : texts("银川", "Yinchuan"));
      texts.add("examples", examples);
      definitions.add(name, texts);
    }
    JsonObject reference = new JsonObject();
    reference.addProperty("$ref", "#/$defs/" + name);
    return reference;
  }

  private static JsonObject texts(String zh, String en) {
    JsonObject texts = new JsonObject();
    texts.addProperty("zh", zh);
    texts.addProperty("en", en);
    return texts;
  }

  private static JsonObject lists(String zh, String en) {
    JsonArray chinese = new JsonArray();
    chinese.add(zh);
    JsonArray english = new JsonArray();
    english.add(en);
    JsonObject lists = new JsonObject();
    lists.add("zh", chinese);
    lists.add("en", english);
    return lists;
  }

  private JsonObject map(Fields fields) {
    JsonObject map = typed("object");
    JsonObject properties = new JsonObject();
    JsonArray required = new JsonArray();
    for (Field field : fields.fields()) {
      JsonObject property = of(field.shape());
      property.addProperty("description", field.meaning());
      properties.add(field.name(), property);
      if (field.required()) {
        required.add(field.name());
      }
    }
    map.add("properties", properties);
    if (!required.isEmpty()) {
      map.add("required", required);
    }
    map.addProperty("additionalProperties", false);
    return map;
  }

  /** YAML takes 2020 and 330100 for numbers; here they are texts, with or without quotes. */
  private static JsonObject scalar(Scalar scalar) {
    JsonObject value = new JsonObject();
    if (!scalar.words().isEmpty()) {
      JsonArray words = new JsonArray();
      scalar.words().forEach(words::add);
      value.add("enum", words);
    } else if (scalar.kind() == Kind.FLAG) {
      value.addProperty("type", "boolean");
    } else {
      JsonArray types = new JsonArray();
      types.add(scalar.kind() == Kind.TEXT ? "string" : number(scalar));
      types.add(scalar.kind() == Kind.TEXT ? number(scalar) : "string");
      value.add("type", types);
      value.addProperty("pattern", scalar.pattern());
      if (scalar.kind() == Kind.WHOLE) {
        value.addProperty("minimum", 0);
        value.addProperty("maximum", 100_000);
      }
      if (!scalar.examples().isEmpty()) {
        JsonArray examples = new JsonArray();
        scalar.examples().forEach(examples::add);
        value.add("examples", examples);
      }
    }
    return value;
  }

  private static String number(Scalar scalar) {
    return scalar.kind() == Kind.WHOLE ? "integer" : "number";
  }

  private static JsonObject typed(String type) {
    JsonObject object = new JsonObject();
    object.addProperty("type", type);
    return object;
  }
}
