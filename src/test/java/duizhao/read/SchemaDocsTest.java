package duizhao.read;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.DocumentPage;
import duizhao.read.Shape.Field;
import duizhao.read.Shape.Fields;
import duizhao.read.Shape.Items;
import duizhao.read.Shape.Localized;
import duizhao.read.Shape.LocalizedLists;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Holds {@code src/docs/content-format.md} to the fields that are read, and they to it. */
class SchemaDocsTest {

  /** A row of a table of fields. */
  private record Row(String type, String required, String meaning) {}

  @Test
  void everyFieldIsDocumentedAsItIsReadAndNoOther() throws IOException {
    DocumentPage page = DocumentPage.of("content-format.md");
    for (Map.Entry<String, Shape> file : Schema.byFile().entrySet()) {
      String heading =
          page.headings(2).stream()
              .filter(h -> h.endsWith(file.getKey()))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no section is about " + file.getKey()));
      Map<String, Map<String, Row>> tables = tables(page.section("## " + heading));
      Fields fields = (Fields) item(file.getValue());
      compare(file.getKey(), fields, tables, tables.get(""));
      assertThat(fields.fields())
          .as("what the tables of " + file.getKey() + " are about")
          .extracting(Field::name)
          .containsAll(tables.keySet().stream().filter(t -> !t.isEmpty()).toList());
    }
  }

  /** Tables by the field they are about, which stands in a line above; that of the file by "". */
  private static Map<String, Map<String, Row>> tables(DocumentPage section) {
    Map<String, Map<String, Row>> tables = new LinkedHashMap<>();
    String about = "";
    for (String line : section.lines()) {
      if (line.matches("`\\w+`:.*")) {
        about = line.substring(1, line.indexOf('`', 1));
      } else if (line.startsWith("| `")) {
        List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        tables
            .computeIfAbsent(about, k -> new LinkedHashMap<>())
            .put(
                DocumentPage.code(cells.get(1)).get(0),
                new Row(cells.get(2), cells.get(3), cells.get(4)));
      }
    }
    return tables;
  }

  private static void compare(
      String where, Fields fields, Map<String, Map<String, Row>> tables, Map<String, Row> rows) {
    assertThat(rows.keySet())
        .as("fields of " + where)
        .containsExactlyElementsOf(fields.fields().stream().map(Field::name).toList());
    for (Field field : fields.fields()) {
      String name = where + ", " + field.name();
      Row row = rows.get(field.name());
      assertThat(row.required()).as(name).isEqualTo(field.required() ? "required" : "");
      assertThat(row.type()).as(name).matches(type(field.shape()));
      assertThat(row.meaning()).as(name).isEqualTo(field.meaning());
      if (item(field.shape()) instanceof Fields inner) {
        if (tables.containsKey(field.name())) {
          compare(name, inner, tables, tables.get(field.name()));
        } else if (!row.meaning().equals("as in a report")) {
          assertThat(DocumentPage.code(row.meaning()))
              .as(name)
              .containsAll(inner.fields().stream().map(Field::name).toList());
        }
      }
    }
  }

  private static Shape item(Shape shape) {
    return shape instanceof Items items ? items.item() : shape;
  }

  /** What the column of types may say. */
  private static String type(Shape shape) {
    if (shape instanceof Localized) {
      return "text in languages";
    }
    if (shape instanceof LocalizedLists) {
      return "list of texts for each language";
    }
    if (shape instanceof Items items) {
      return items.item() instanceof Fields
          ? "list of (maps|languages)"
          : items.item() instanceof Localized
              ? "list of texts in languages"
              : "list of (places|ids|texts|words)";
    }
    if (shape instanceof Fields) {
      return "map";
    }
    return switch (shape.called()) {
      case "a text" -> "text";
      case "an id" -> "id|name";
      case "a number" -> "number";
      case "a URL" -> "URL";
      case "a word" -> "word";
      case "a place" -> "place";
      case "true or false" -> "`true` or `false`";
      default -> "EDTF date";
    };
  }
}
