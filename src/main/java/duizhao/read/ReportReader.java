package duizhao.read;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.edtf.EdtfDate;
import duizhao.model.Block;
import duizhao.model.Byline;
import duizhao.model.Check;
import duizhao.model.Edition;
import duizhao.model.Figure;
import duizhao.model.Hedge;
import duizhao.model.Language;
import duizhao.model.LocalizedText;
import duizhao.model.Organisation;
import duizhao.model.Person;
import duizhao.model.Picture;
import duizhao.model.Reference;
import duizhao.model.Report;
import duizhao.model.ReportKind;
import duizhao.model.Signature;
import duizhao.model.Source;
import duizhao.model.Translation;
import duizhao.model.Waiver;
import duizhao.read.YamlValue.Scalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one report. */
final class ReportReader {

  private static final Map<String, ReportKind> KINDS = choices(ReportKind.values(), ReportKind::id);
  private static final Map<String, Hedge> HEDGES = choices(Hedge.values(), Hedge::id);
  private static final Map<String, Byline.Role> ROLES =
      choices(Byline.Role.values(), Byline.Role::id);
  private static final Map<String, Translation.Status> STATUSES =
      choices(Translation.Status.values(), Translation.Status::id);

  private static final Map<String, Code> WAIVABLE = choices(Schema.WAIVABLE_CODES, Code::id);

  /** A report, and whether it is only a draft. */
  record Result(Report report, boolean draft) {}

  private final SourceFiles files;
  private final List<Language> languages;
  private final Vocabularies vocabularies;
  private final Places places;
  private final RelativeLinks links;
  private final Diagnostics diagnostics;

  ReportReader(List<Language> languages, Vocabularies vocabularies, Memory.Means means) {
    this.files = means.files();
    this.languages = languages;
    this.vocabularies = vocabularies;
    this.places = means.places();
    this.links = means.links();
    this.diagnostics = means.diagnostics();
  }

  /** The report, or null, with diagnostics, when it lacks what every report must have. */
  @Nullable Result read(ReportFiles found) {
    String id = Values.id(found.id(), found.at(), diagnostics);
    Article article = Article.open(found, files, diagnostics);
    if (article == null) {
      return null;
    }
    List<String> languageIds = languages.stream().map(Language::id).toList();
    Values fields = new Values(article.fields(), languageIds, diagnostics);
    Values translationFields = fields.map("translation");
    boolean untranslated =
        translationFields != null
            && "none".equals(Objects.requireNonNullElse(translationFields.text("status"), ""));
    new ShapeChecker(diagnostics, languageIds, !untranslated)
        .check(article.fields(), Schema.REPORT, "report.yaml");

    Map<String, Picture> pictures =
        new PictureReader(files, diagnostics).read(found, fields.maps("pictures"));
    Map<String, Edition> editions =
        article.editions(
            languages, found.id(), pictures, links.from(found, pictures.keySet()), diagnostics);
    Source source = source(fields.map("source"));
    Translation translation = translation(translationFields, fields.maps("waive"));
    ReportKind kind = fields.choice("kind", KINDS);
    List<Reference> regions = places.resolve(fields.scalars("regions"));
    List<Reference> programmes = vocabularies.programmes(fields.scalars("programmes"), diagnostics);
    LocalizedText title = fields.localizedOrEmpty("title");
    LocalizedText summary = fields.localizedOrEmpty("summary");
    List<Figure> figures = figures(fields.maps("figures"), editions, translation);
    List<Reference> aliases = aliases(fields.scalars("aliases"));
    EdtfDate updated = fields.date("updated");
    boolean draft = fields.flag("draft");
    boolean complete = article.complete(editions);
    if (id == null || source == null || translation == null || kind == null || !complete) {
      return null;
    }
    return new Result(
        new Report(
            id,
            found.at(),
            title,
            summary,
            kind,
            source,
            regions,
            programmes,
            people(fields.maps("people")),
            fields.localizedList("organisations").stream().map(Organisation::new).toList(),
            figures,
            List.copyOf(pictures.values()),
            translation,
            updated,
            aliases,
            editions),
        draft);
  }

  private @Nullable Source source(@Nullable Values fields) {
    if (fields == null) {
      return null;
    }
    Reference newspaper = vocabularies.newspaper(fields.scalar("newspaper"), diagnostics);
    EdtfDate date = fields.date("date");
    List<Byline> byline = new ArrayList<>();
    for (Values entry : fields.maps("byline")) {
      LocalizedText name = entry.localized("name");
      Byline.Role role = entry.has("role") ? entry.choice("role", ROLES) : Byline.Role.REPORTER;
      if (name != null && role != null) {
        byline.add(new Byline(name, role, entry.at("name")));
      }
    }
    Integer page = fields.whole("page", 1);
    String url = fields.url("url");
    if (newspaper == null || date == null) {
      return null;
    }
    return new Source(
        newspaper,
        date,
        fields.localized("date_note"),
        page,
        fields.text("kicker"),
        fields.text("headline"),
        fields.text("deck"),
        byline,
        fields.localized("agency"),
        url,
        fields.localized("damage"));
  }

  private @Nullable Translation translation(@Nullable Values fields, List<Values> waived) {
    List<Waiver> waivers = waivers(waived);
    if (fields == null) {
      return null;
    }
    Map<String, Language> known = choices(languages.toArray(new Language[0]), Language::id);
    Language original = fields.choice("original", known);
    Translation.Status status = fields.choice("status", STATUSES);
    if (original == null || status == null) {
      return null;
    }
    String by = fields.text("checked_by");
    EdtfDate on = fields.date("checked_on");
    return new Translation(
        original,
        status,
        fields.localized("by"),
        fields.scalars("fingerprints").stream().map(Scalar::text).map(Check::parse).toList(),
        waivers,
        by == null ? null : new Signature(by, on));
  }

  private static List<Waiver> waivers(List<Values> items) {
    List<Waiver> waivers = new ArrayList<>();
    for (Values fields : items) {
      Code code = fields.choice("code", WAIVABLE);
      Integer paragraph = fields.whole("paragraph", 1);
      String reason = fields.text("reason");
      if (code != null && reason != null) {
        int number = paragraph == null ? 0 : paragraph;
        waivers.add(new Waiver(fields.at(), code.id(), number, fields.text("value"), reason));
      }
    }
    return waivers;
  }

  private static List<Person> people(List<Values> items) {
    List<Person> people = new ArrayList<>();
    for (Values fields : items) {
      LocalizedText name = fields.localized("name");
      boolean pseudonym = fields.flag("pseudonym");
      if (name != null) {
        people.add(new Person(name, fields.localized("role"), pseudonym, fields.at("name")));
      }
    }
    return people;
  }

  private List<Figure> figures(
      List<Values> items, Map<String, Edition> editions, @Nullable Translation translation) {
    List<Figure> figures = new ArrayList<>();
    for (Values fields : items) {
      BigDecimal value = fields.number("value");
      BigDecimal upTo = fields.number("up_to");
      Scalar upToScalar = fields.scalar("up_to");
      if (value != null && upTo != null && upToScalar != null && upTo.compareTo(value) <= 0) {
        fields.bad(upToScalar, "up_to", "the upper end of a range is more than \"value\"");
      }
      Reference unit = vocabularies.unit(fields.scalar("unit"), diagnostics);
      Hedge hedge = fields.has("hedge") ? fields.choice("hedge", HEDGES) : Hedge.EXACT;
      EdtfDate span = fields.date("span");
      List<Reference> regions = places.resolve(fields.scalars("regions"));
      Reference programme = vocabularies.programme(fields.scalar("programme"), diagnostics);
      LocalizedText what = fields.localized("what");
      LocalizedText stated = fields.localizedOrEmpty("as_stated");
      if (value != null && unit != null && hedge != null && what != null) {
        int paragraph =
            translation == null ? 0 : paragraph(stated, editions, translation.original());
        figures.add(
            new Figure(
                fields.at(),
                what,
                value,
                upTo,
                unit,
                hedge,
                span,
                stated,
                paragraph,
                regions,
                programme));
      }
    }
    return figures;
  }

  /**
   * The first block of the original, else of any edition, that holds the words; 0 when none does.
   */
  private static int paragraph(
      LocalizedText stated, Map<String, Edition> editions, Language original) {
    Stream<Edition> inOrder =
        Stream.concat(
            Stream.ofNullable(editions.get(original.id())),
            editions.values().stream().filter(e -> !e.language().equals(original)));
    for (Edition edition : inOrder.toList()) {
      String words = stated.in(edition.language());
      if (words == null) {
        continue;
      }
      for (Block block : edition.body().blocks()) {
        if (block.text().contains(words)) {
          return block.number();
        }
      }
    }
    return 0;
  }

  private List<Reference> aliases(List<Scalar> scalars) {
    List<Reference> aliases = new ArrayList<>();
    for (Scalar scalar : scalars) {
      String alias = Values.id(scalar, diagnostics);
      if (alias != null) {
        aliases.add(new Reference(alias, scalar.at()));
      }
    }
    return aliases;
  }

  private static <T> Map<String, T> choices(T[] values, Function<T, String> id) {
    return Stream.of(values)
        .collect(Collectors.toMap(id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
  }
}
