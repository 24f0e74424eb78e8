package duizhao.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import duizhao.model.Archive;
import duizhao.model.Report;
import duizhao.plan.SitePlan;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import net.sf.okapi.common.Event;
import net.sf.okapi.common.LocaleId;
import net.sf.okapi.common.resource.RawDocument;
import net.sf.okapi.filters.tmx.TmxFilter;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/**
 * Holds the data files to what programs of others make of them: those of this repository's archive,
 * and those of one that is as hostile as text gets.
 */
class ReadByOthersTest {

  /**
   * An archive and its files.
   *
   * @param name of the archive, for messages
   */
  record Site(String name, SitePlan plan, Map<String, String> files) {

    String file(String path) {
      return files.getOrDefault("data/" + path, "");
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final List<Site> SITES =
      Stream.of(Sample.content(), Sample.plan(Sample.BASE), Sample.plan(null))
          .map(plan -> new Site(plan.archive().title().toString(), plan, Sample.export(plan)))
          .toList();

  private static final String VOCABULARIES =
      "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> ASK { %s }";

  static List<Site> sites() {
    return SITES;
  }

  private static Model model(Site site, String file, Lang lang) {
    // Jena tells warnings, such as of a bad IRI or tag, to this handler.
    return RDFParser.fromString(site.file(file), lang)
        .base("https://example.org/data/")
        .errorHandler(org.apache.jena.riot.system.ErrorHandlerFactory.errorHandlerStrictNoLogging)
        .toModel();
  }

  @ParameterizedTest
  @MethodSource("sites")
  void turtleAndJsonLdStateTheSame(Site site) {
    Model turtle = model(site, "vocabularies.ttl", Lang.TURTLE);

    assertThat(turtle.size()).isPositive();
    assertThat(turtle.isIsomorphicWith(model(site, "vocabularies.jsonld", Lang.JSONLD11))).isTrue();
  }

  /** The integrity conditions of SKOS that its vocabularies could break, and what we promise. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        // S9
        "?x a skos:ConceptScheme, skos:Concept",
        // S13
        "?x skos:prefLabel ?l ; skos:altLabel|skos:hiddenLabel ?l",
        "?x skos:altLabel ?l ; skos:hiddenLabel ?l",
        // S14
        "?x skos:prefLabel ?a, ?b FILTER(?a != ?b && lang(?a) = lang(?b))",
        // S27
        "?x skos:related ?y . ?x (skos:broader|^skos:broader)+ ?y FILTER EXISTS {"
            + " { ?x skos:broader+ ?y } UNION { ?y skos:broader+ ?x } }",
        // A tree, each of whose links is there from both ends
        "?x skos:broader+ ?x",
        "?x skos:broader ?y FILTER NOT EXISTS { ?y skos:narrower ?x }",
        "?x skos:narrower ?y FILTER NOT EXISTS { ?y skos:broader ?x }",
        "?x skos:topConceptOf ?s FILTER NOT EXISTS { ?s skos:hasTopConcept ?x }",
        "?s skos:hasTopConcept ?x FILTER NOT EXISTS { ?x skos:topConceptOf ?s }",
        "?x skos:topConceptOf ?s ; skos:broader ?y",
        // Every concept is in a scheme and has a name, and every link leads to a concept
        "?x a skos:Concept FILTER NOT EXISTS { ?x skos:inScheme ?s . ?s a skos:ConceptScheme }",
        "?x a skos:Concept FILTER NOT EXISTS { ?x skos:prefLabel ?l }",
        "?x skos:broader|skos:narrower|skos:related ?y FILTER NOT EXISTS { ?y a skos:Concept }"
      })
  void noVocabularyBreaksSkos(String fault) {
    for (Site site : SITES) {
      Model model = model(site, "vocabularies.ttl", Lang.TURTLE);
      try (var query = QueryExecutionFactory.create(VOCABULARIES.formatted(fault), model)) {
        assertThat(query.execAsk()).as(site + ": " + fault).isFalse();
      }
    }
  }

  /** The content model of TMX 1.4b, as far as files without mark-up in their segments need it. */
  private static final String TMX =
      """
      <!DOCTYPE tmx [
      <!ELEMENT tmx (header, body)>
      <!ATTLIST tmx version CDATA #FIXED "1.4">
      <!ELEMENT header (note | prop)*>
      <!ATTLIST header creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED
        segtype (block | paragraph | sentence | phrase) #REQUIRED o-tmf CDATA #REQUIRED
        adminlang CDATA #REQUIRED srclang CDATA #REQUIRED datatype CDATA #REQUIRED>
      <!ELEMENT body (tu*)>
      <!ELEMENT tu ((note | prop)*, tuv+)>
      <!ATTLIST tu tuid CDATA #IMPLIED srclang CDATA #IMPLIED>
      <!ELEMENT tuv ((note | prop)*, seg)>
      <!ATTLIST tuv xml:lang CDATA #REQUIRED>
      <!ELEMENT note (#PCDATA)>
      <!ELEMENT prop (#PCDATA)>
      <!ATTLIST prop type CDATA #REQUIRED>
      <!ELEMENT seg (#PCDATA)>
      ]>
      """;

  @ParameterizedTest
  @MethodSource("sites")
  void theAlignedTextIsValidTmx(Site site) throws Exception {
    String file = site.file("archive.tmx");
    int start = file.indexOf("<tmx");
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setValidating(true);
    DocumentBuilder builder = factory.newDocumentBuilder();
    List<String> faults = new ArrayList<>();
    builder.setErrorHandler(
        new ErrorHandler() {
          @Override
          public void warning(SAXParseException fault) {
            faults.add(fault.toString());
          }

          @Override
          public void error(SAXParseException fault) {
            faults.add(fault.toString());
          }

          @Override
          public void fatalError(SAXParseException fault) {
            faults.add(fault.toString());
          }
        });
    builder.parse(new InputSource(new StringReader(TMX + file.substring(start))));

    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("sites")
  void translationToolsReadTheAlignedTextAsItIs(Site site) {
    Map<String, String[]> units = new HashMap<>();
    try (TmxFilter filter = new TmxFilter()) {
      LocaleId english = LocaleId.fromString("en");
      filter.open(
          new RawDocument(site.file("archive.tmx"), LocaleId.fromString("zh-Hans"), english));
      while (filter.hasNext()) {
        Event event = filter.next();
        if (event.isTextUnit()) {
          var unit = event.getTextUnit();
          units.put(
              unit.getName(),
              new String[] {unit.getSource().toString(), String.valueOf(unit.getTarget(english))});
        }
      }
    }
    Archive archive = site.plan().archive();
    assertThat(units).isNotEmpty();
    units.forEach(
        (id, texts) -> {
          String[] place = id.split("#p");
          int block = Integer.parseInt(place[1]) - 1;
          Report report =
              archive.reports().stream()
                  .filter(r -> r.id().equals(place[0]))
                  .findFirst()
                  .orElseThrow();
          assertThat(texts)
              .as(id)
              .containsExactly(
                  report.editions().get("zh").body().blocks().get(block).text(),
                  report.editions().get("en").body().blocks().get(block).text());
        });
  }

  /** Frictionless Table Schema 1: types, constraints, primary and foreign keys. */
  @ParameterizedTest
  @MethodSource("sites")
  void theTablesAreWhatTheirSchemasSay(Site site) {
    Map<String, Set<String>> keys = new HashMap<>();
    JsonObject data = JsonParser.parseString(site.file("datapackage.json")).getAsJsonObject();
    for (JsonElement element : data.getAsJsonArray("resources")) {
      JsonObject resource = element.getAsJsonObject();
      if (!resource.has("schema")) {
        continue;
      }
      JsonObject schema = resource.getAsJsonObject("schema");
      Set<String> ids = new HashSet<>();
      for (Map<String, String> row : CsvRows.read(site.file(resource.get("path").getAsString()))) {
        for (JsonElement field : schema.getAsJsonArray("fields")) {
          cell(field.getAsJsonObject(), row);
        }
        JsonElement key = schema.get("primaryKey");
        List<String> id = new ArrayList<>();
        if (key.isJsonArray()) {
          key.getAsJsonArray().forEach(name -> id.add(row.get(name.getAsString())));
        } else {
          id.add(row.get(key.getAsString()));
        }
        assertThat(ids.add(String.join("\n", id))).as(id.toString()).isTrue();
        if (schema.has("foreignKeys")) {
          for (JsonElement foreign : schema.getAsJsonArray("foreignKeys")) {
            JsonObject reference = foreign.getAsJsonObject().getAsJsonObject("reference");
            assertThat(keys.get(reference.get("resource").getAsString()))
                .contains(row.get(foreign.getAsJsonObject().get("fields").getAsString()));
          }
        }
      }
      keys.put(resource.get("name").getAsString(), ids);
    }
    assertThat(keys).containsOnlyKeys("reports", "figures");
  }

  private static void cell(JsonObject field, Map<String, String> row) {
    String name = field.get("name").getAsString();
    String cell = row.get(name);
    assertThat(cell).as(name).isNotNull();
    if (cell.isEmpty()) {
      assertThat(field.has("constraints")).as("is required: " + name).isFalse();
      return;
    }
    switch (field.get("type").getAsString()) {
      case "integer" -> Integer.parseInt(cell);
      case "number" -> assertThat(new BigDecimal(cell).toPlainString()).isEqualTo(cell);
      case "date" -> LocalDate.parse(cell);
      default -> assertThat(field.get("type").getAsString()).isEqualTo("string");
    }
  }
}
