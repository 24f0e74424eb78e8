package duizhao.export;

import duizhao.export.Skos.Concept;
import duizhao.export.Skos.Label;
import duizhao.model.Licence;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** {@code data/vocabularies.ttl}: RDF 1.1 Turtle. */
final class Turtle {

  private final Writer out;

  private Turtle(Writer out) {
    this.out = out;
  }

  static void write(Skos skos, Writer out) throws IOException {
    out.append("@prefix skos: <" + Skos.NAMESPACE + "> .\n");
    out.append("@prefix dcterms: <" + Skos.DCTERMS + "> .\n");
    Turtle turtle = new Turtle(out);
    Licence licence = skos.plan().archive().licence();
    for (Skos.Scheme scheme : skos.schemes()) {
      out.append("\n<" + scheme.iri() + "> a skos:ConceptScheme");
      turtle.labels("dcterms:title", skos.labels(scheme.title()));
      if (licence != null && licence.url() != null) {
        turtle.property("dcterms:license", iri(licence.url()));
      }
      turtle.iris(
          "skos:hasTopConcept",
          scheme.concepts().stream().filter(Concept::top).map(Concept::iri).toList());
      out.append(" .\n");
      for (Concept concept : scheme.concepts()) {
        turtle.concept(concept, scheme.iri(), skos.codeType());
      }
    }
  }

  private void concept(Concept concept, String scheme, String codeType) throws IOException {
    out.append("\n<" + concept.iri() + "> a skos:Concept");
    property("skos:inScheme", "<" + scheme + ">");
    if (concept.top()) {
      property("skos:topConceptOf", "<" + scheme + ">");
    }
    if (concept.notation() != null) {
      property("skos:notation", literal(concept.notation()) + "^^<" + codeType + ">");
    }
    labels("skos:prefLabel", concept.preferred());
    labels("skos:altLabel", concept.alternative());
    labels("skos:hiddenLabel", concept.hidden());
    labels("skos:scopeNote", concept.scopeNotes());
    for (String name : List.of("broader", "narrower", "related")) {
      iris("skos:" + name, concept.links().getOrDefault(name, List.of()));
    }
    out.append(" .\n");
  }

  private void labels(String property, List<Label> labels) throws IOException {
    if (!labels.isEmpty()) {
      property(
          property,
          labels.stream()
              .map(l -> literal(l.text()) + "@" + l.tag())
              .collect(Collectors.joining(", ")));
    }
  }

  private void iris(String property, List<String> iris) throws IOException {
    if (!iris.isEmpty()) {
      property(
          property, iris.stream().map(iri -> "<" + iri + ">").collect(Collectors.joining(", ")));
    }
  }

  private void property(String property, String objects) throws IOException {
    out.append(" ;\n  ").append(property).append(' ').append(objects);
  }

  /** Characters that IRIREF, production 18, leaves out are percent-encoded; all are ASCII. */
  static String iri(String address) {
    StringBuilder iri = new StringBuilder("<");
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      if (c <= 0x20 || "<>\"{}|^`\\".indexOf(c) >= 0) {
        iri.append('%').append("0123456789ABCDEF".charAt(c >> 4));
        iri.append("0123456789ABCDEF".charAt(c & 15));
      } else {
        iri.append(c);
      }
    }
    return iri.append('>').toString();
  }

  /** STRING_LITERAL_QUOTE, production 22. A lone surrogate is no character and becomes U+FFFD. */
  static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> {
                  if (c < 0x20 || c == 0x7F) {
                    literal.append("\\u00").append("0123456789ABCDEF".charAt(c >> 4));
                    literal.append("0123456789ABCDEF".charAt(c & 15));
                  } else {
                    boolean lone = c >= 0xD800 && c <= 0xDFFF;
                    literal.appendCodePoint(lone ? 0xFFFD : c);
                  }
                }
              }
            });
    return literal.append('"').toString();
  }
}
