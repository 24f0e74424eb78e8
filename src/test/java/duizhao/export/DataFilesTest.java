package duizhao.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Holds the data files to what their standards demand. */
class DataFilesTest {

  private static final Map<String, String> SITE = Sample.export(Sample.plan(Sample.BASE));

  private static final Pattern TURTLE_LITERAL =
      Pattern.compile("\"(?:[^\"\\\\\\n\\r]|\\\\[tbnrf\"'\\\\]|\\\\u[0-9A-F]{4})*\"");

  private static JsonObject json(String path) {
    return JsonParser.parseString(SITE.getOrDefault(path, "")).getAsJsonObject();
  }

  /** Frictionless Data Package 1: Data Package, Data Resource and Table Schema. */
  @Test
  void theDataPackageDescribesTheFilesAsTheyAre() {
    Set<String> names = new HashSet<>();
    for (JsonElement element : json("data/datapackage.json").getAsJsonArray("resources")) {
      JsonObject resource = element.getAsJsonObject();
      String name = resource.get("name").getAsString();
      assertThat(name).matches("[-a-z0-9._/]+");
      assertThat(names.add(name)).as(name).isTrue();
      String file = SITE.get("data/" + resource.get("path").getAsString());
      assertThat(file).as(name).isNotNull();
      assertThat(resource.get("bytes").getAsLong())
          .isEqualTo(file.getBytes(StandardCharsets.UTF_8).length);
      assertThat(resource.get("hash").getAsString()).matches("sha256:[0-9a-f]{64}");
      if (resource.has("schema")) {
        List<String> fields = new ArrayList<>();
        for (JsonElement field : resource.getAsJsonObject("schema").getAsJsonArray("fields")) {
          fields.add(field.getAsJsonObject().get("name").getAsString());
          assertThat(field.getAsJsonObject().get("type").getAsString())
              .isIn("string", "integer", "number", "date");
        }
        assertThat(String.join(",", fields)).isEqualTo(file.substring(1, file.indexOf('\r')));
      }
    }
    assertThat(names).contains("reports", "figures", "vocabularies", "aligned-text");
  }

  @Test
  void everyFigureStandsInTheJson() {
    JsonObject first = json("data/figures.json").getAsJsonArray("figures").get(0).getAsJsonObject();

    assertThat(first.get("report").getAsString()).isEqualTo("rich");
    assertThat(first.get("value").getAsString()).isEqualTo("34000000");
    assertThat(first.getAsJsonObject("addresses").get("en").getAsString())
        .isEqualTo("en/reports/rich/#p1");
  }

  @Test
  void turtleAndJsonLdNameTheSameConcepts() {
    String turtle = SITE.getOrDefault("data/vocabularies.ttl", "");
    for (JsonElement element : json("data/vocabularies.jsonld").getAsJsonArray("@graph")) {
      String id = element.getAsJsonObject().get("@id").getAsString();
      String type = element.getAsJsonObject().get("@type").getAsString();
      assertThat(turtle).contains("\n<" + id + "> a " + type);
    }
    assertThat(turtle)
        .contains("skos:notation \"640100\"^^<", "skos:prefLabel \"银川\"@zh-Hans, \"Yinchuan\"@en");
  }

  @Test
  void aTurtleLiteralHoldsAnything() {
    Random random = new Random(2260);
    String hostile = "\"\\\n\r\t\u0000\u007F'<>@^.\uD83D\uDE00中a ";
    for (int n = 0; n < 2000; n++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(30); i > 0; i--) {
        text.append(hostile.charAt(random.nextInt(hostile.length())));
      }
      assertThat(Turtle.literal(text.toString())).matches(TURTLE_LITERAL);
      assertThat(Turtle.iri(text.toString())).matches("<[^\\x00-\\x20<>\"{}|^`\\\\]*>");
    }
  }

  /** TMX 1.4b, section 3: what its document type demands. */
  @Test
  void theAlignedTextIsTmx() throws Exception {
    Document tmx =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(SITE.getOrDefault("data/archive.tmx", ""))));
    Element header = (Element) tmx.getElementsByTagName("header").item(0);
    for (String name :
        List.of(
            "creationtool",
            "creationtoolversion",
            "segtype",
            "o-tmf",
            "adminlang",
            "srclang",
            "datatype")) {
      assertThat(header.getAttribute(name)).as(name).isNotEmpty();
    }
    assertThat(tmx.getDocumentElement().getAttribute("version")).isEqualTo("1.4");
    var units = tmx.getElementsByTagName("tu");
    assertThat(units.getLength()).isEqualTo(3);
    Element first = (Element) units.item(0);
    assertThat(first.getAttribute("tuid")).isEqualTo("rich#p1");
    assertThat(first.getAttribute("srclang")).isEqualTo("zh-Hans");
    var variants = first.getElementsByTagName("tuv");
    assertThat(variants.getLength()).isEqualTo(2);
    assertThat(((Element) variants.item(1)).getAttribute("xml:lang")).isEqualTo("en");
    assertThat(variants.item(0).getTextContent().strip()).isEqualTo("第一段" + Sample.HOSTILE);
  }
}
