package duizhao.export;

import com.google.gson.stream.JsonWriter;
import duizhao.export.Skos.Concept;
import duizhao.export.Skos.Label;
import duizhao.model.Licence;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** {@code data/vocabularies.jsonld}: JSON-LD 1.1, the same statements as the Turtle. */
final class JsonLd {

  private final JsonWriter json;

  private JsonLd(JsonWriter json) {
    this.json = json;
  }

  static void write(Skos skos, Writer out) throws IOException {
    JsonWriter json = new JsonWriter(out);
    json.setIndent(" ");
    JsonLd file = new JsonLd(json);
    Licence licence = skos.plan().archive().licence();
    json.beginObject().name("@context").beginObject();
    json.name("skos").value(Skos.NAMESPACE).name("dcterms").value(Skos.DCTERMS).endObject();
    json.name("@graph").beginArray();
    for (Skos.Scheme scheme : skos.schemes()) {
      file.start(scheme.iri(), "skos:ConceptScheme");
      file.labels("dcterms:title", skos.labels(scheme.title()));
      if (licence != null && licence.url() != null) {
        file.iris("dcterms:license", List.of(licence.url()));
      }
      file.iris(
          "skos:hasTopConcept",
          scheme.concepts().stream().filter(Concept::top).map(Concept::iri).toList());
      json.endObject();
      for (Concept concept : scheme.concepts()) {
        file.concept(concept, scheme.iri(), skos.codeType());
      }
    }
    json.endArray().endObject();
    json.flush();
    out.append('\n');
  }

  private void start(String iri, String type) throws IOException {
    json.beginObject().name("@id").value(iri).name("@type").value(type);
  }

  private void concept(Concept concept, String scheme, String codeType) throws IOException {
    start(concept.iri(), "skos:Concept");
    iris("skos:inScheme", List.of(scheme));
    iris("skos:topConceptOf", concept.top() ? List.of(scheme) : List.of());
    if (concept.notation() != null) {
      json.name("skos:notation").beginObject();
      json.name("@type").value(codeType).name("@value").value(concept.notation()).endObject();
    }
    labels("skos:prefLabel", concept.preferred());
    labels("skos:altLabel", concept.alternative());
    labels("skos:hiddenLabel", concept.hidden());
    labels("skos:scopeNote", concept.scopeNotes());
    for (String name : List.of("broader", "narrower", "related")) {
      iris("skos:" + name, concept.links().getOrDefault(name, List.of()));
    }
    json.endObject();
  }

  private void labels(String property, List<Label> labels) throws IOException {
    if (!labels.isEmpty()) {
      json.name(property).beginArray();
      for (Label label : labels) {
        json.beginObject().name("@language").value(label.tag());
        json.name("@value").value(label.text()).endObject();
      }
      json.endArray();
    }
  }

  private void iris(String property, List<String> iris) throws IOException {
    if (!iris.isEmpty()) {
      json.name(property).beginArray();
      for (String iri : iris) {
        json.beginObject().name("@id").value(iri).endObject();
      }
      json.endArray();
    }
  }
}
