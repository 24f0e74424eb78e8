package duizhao.export;

import duizhao.model.Archive;
import duizhao.model.Language;
import duizhao.model.LocalizedText;
import duizhao.model.Programme;
import duizhao.model.Reference;
import duizhao.model.Region;
import duizhao.model.Term;
import duizhao.plan.Document;
import duizhao.plan.SitePlan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The archive's vocabularies as SKOS (W3C Recommendation of 18 August 2009) has them: programmes
 * with their schemes, the places that reports name, and the terms of the glossary.
 */
final class Skos {

  static final String NAMESPACE = "http://www.w3.org/2004/02/skos/core#";
  static final String DCTERMS = "http://purl.org/dc/terms/";

  /** Six digits that GB/T 2260 gives; an archive's own places have other ids. */
  private static final Pattern CODE = Pattern.compile("\\d{6}");

  /**
   * Words in a language.
   *
   * @param tag BCP 47
   */
  record Label(String text, String tag) {}

  /** A SKOS concept scheme; its IRI ends in its name. */
  record Scheme(String iri, LocalizedText title, List<Concept> concepts) {}

  /**
   * A SKOS concept. No label is in two of the lists (S13).
   *
   * @param notation code of GB/T 2260; null for what has none
   * @param links IRIs by property: {@code broader}, {@code narrower}, {@code related}
   */
  record Concept(
      String iri,
      boolean top,
      @Nullable String notation,
      List<Label> preferred,
      List<Label> alternative,
      List<Label> hidden,
      List<Label> scopeNotes,
      Map<String, List<String>> links) {}

  private final SitePlan plan;
  private final Archive archive;
  private final String base;

  Skos(SitePlan plan) {
    this.plan = plan;
    this.archive = plan.archive();
    this.base =
        archive.baseUrl() == null
            ? "vocabularies.ttl"
            : Exporter.address(plan, Document.VOCABULARIES_TURTLE.path());
  }

  SitePlan plan() {
    return plan;
  }

  List<Scheme> schemes() {
    return List.of(
        scheme("programmes", "项目与做法", "Programmes and schemes", programmes()),
        scheme("regions", "地区", "Regions", regions()),
        scheme("glossary", "术语", "Glossary", terms()));
  }

  /** The datatype of notations that are codes of GB/T 2260. */
  String codeType() {
    return iri("gb-t-2260");
  }

  private Scheme scheme(String name, String zh, String en, List<Concept> concepts) {
    return new Scheme(
        iri(name),
        new LocalizedText(new java.util.TreeMap<>(Map.of("zh", zh, "en", en))),
        concepts);
  }

  /** A fragment of the Turtle file, in which only what RFC 3986 calls unreserved stands bare. */
  private String iri(String name) {
    StringBuilder iri = new StringBuilder(base).append('#');
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0)) {
        iri.append(c);
      } else {
        iri.append('%').append("0123456789ABCDEF".charAt(c >> 4));
        iri.append("0123456789ABCDEF".charAt(c & 15));
      }
    }
    return iri.toString();
  }

  private List<Concept> programmes() {
    List<Concept> concepts = new ArrayList<>();
    for (Programme programme : archive.programmes().values()) {
      Reference broader = programme.broader();
      List<String> narrower =
          archive.programmes().values().stream()
              .filter(p -> p.broader() != null && p.broader().id().equals(programme.id()))
              .map(p -> iri("programme-" + p.id()))
              .toList();
      concepts.add(
          concept(
              "programme-" + programme.id(),
              null,
              programme.label(),
              programme.alternatives().stream().flatMap(t -> labels(t).stream()).toList(),
              List.of(),
              labels(programme.scope()),
              broader == null ? null : "programme-" + broader.id(),
              narrower,
              programme.related().stream().map(r -> iri("programme-" + r.id())).toList()));
    }
    return concepts;
  }

  private List<Concept> regions() {
    List<Concept> concepts = new ArrayList<>();
    Language chinese =
        archive.languages().stream()
            .filter(l -> l.tag().startsWith("zh"))
            .findFirst()
            .orElse(archive.languages().get(0));
    for (Region region : archive.regions().values()) {
      List<String> narrower =
          archive.regions().values().stream()
              .filter(r -> region.code().equals(r.parent()))
              .map(r -> iri("region-" + r.code()))
              .toList();
      concepts.add(
          concept(
              "region-" + region.code(),
              CODE.matcher(region.code()).matches() ? region.code() : null,
              region.name(),
              region.former().stream().map(name -> new Label(name, chinese.tag())).toList(),
              List.of(),
              List.of(),
              region.parent() == null ? null : "region-" + region.parent(),
              narrower,
              List.of()));
    }
    return concepts;
  }

  private List<Concept> terms() {
    List<Concept> concepts = new ArrayList<>();
    for (Term term : archive.glossary()) {
      concepts.add(
          concept(
              "term-" + term.id(),
              null,
              term.term(),
              labels(term.variants()),
              labels(term.forbidden()),
              term.note() == null ? List.of() : labels(term.note()),
              null,
              List.of(),
              List.of()));
    }
    return concepts;
  }

  private Concept concept(
      String name,
      @Nullable String notation,
      LocalizedText preferred,
      List<Label> alternative,
      List<Label> hidden,
      List<Label> scopeNotes,
      @Nullable String broader,
      List<String> narrower,
      List<String> related) {
    List<Label> first = labels(preferred);
    Set<Label> used = new LinkedHashSet<>(first);
    return new Concept(
        iri(name),
        broader == null,
        notation,
        first,
        alternative.stream().filter(used::add).toList(),
        hidden.stream().filter(used::add).toList(),
        scopeNotes,
        Map.of(
            "broader",
            broader == null ? List.of() : List.of(iri(broader)),
            "narrower",
            narrower,
            "related",
            related));
  }

  List<Label> labels(LocalizedText text) {
    return archive.languages().stream()
        .filter(l -> text.in(l) != null)
        .map(l -> new Label(Objects.requireNonNull(text.in(l)), l.tag()))
        .toList();
  }

  private List<Label> labels(Map<String, List<String>> texts) {
    return archive.languages().stream()
        .flatMap(
            l -> texts.getOrDefault(l.id(), List.of()).stream().map(t -> new Label(t, l.tag())))
        .toList();
  }
}
