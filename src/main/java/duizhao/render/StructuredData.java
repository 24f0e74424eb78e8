package duizhao.render;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonWriter;
import duizhao.model.Archive;
import duizhao.model.Byline;
import duizhao.model.Language;
import duizhao.model.LocalizedText;
import duizhao.model.Person;
import duizhao.model.Programme;
import duizhao.model.Region;
import duizhao.model.Report;
import duizhao.model.Source;
import duizhao.plan.Head.Alternate;
import duizhao.plan.Page;
import duizhao.plan.SitePath;
import duizhao.plan.SitePlan;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a page says to machines, as schema.org JSON-LD. Full addresses or none: without a base URL
 * every address and every link between pages is left out.
 *
 * <p>A date that is not one certain year, month or day is left out too, because schema.org has no
 * property that would tell it as uncertain.
 */
final class StructuredData {

  private static final Gson GSON = new Gson();

  /** Places, programmes, people, bodies or pictures of one report; more would swell the page. */
  private static final int MOST = 6;

  private final Page page;
  private final SitePlan plan;
  private final Archive archive;
  private final Language language;

  private StructuredData(Page page, SitePlan plan) {
    this.page = page;
    this.plan = plan;
    this.archive = plan.archive();
    this.language = page.head().language();
  }

  /**
   * The JSON, safe to stand in a {@code script} element; empty for a page that has nothing to say.
   */
  static String of(Page page, SitePlan plan) {
    JsonObject data = new StructuredData(page, plan).data();
    if (data == null) {
      return "";
    }
    StringWriter text = new StringWriter();
    GSON.toJson(data, new JsonWriter(text)); // escapes <, > and & as Gson does by default
    return text.toString();
  }

  private @Nullable JsonObject data() {
    if (page instanceof Page.ReportPage shown) {
      return article(shown);
    }
    if (page instanceof Page.HomePage) {
      JsonObject site = thing("WebSite");
      webSite(site);
      site.addProperty("description", archive.description().preferring(language));
      site.addProperty("inLanguage", language.tag());
      rights(site);
      return inContext(site);
    }
    return isList() ? list() : null;
  }

  private boolean isList() {
    return page instanceof Page.ReportListPage
        || page instanceof Page.RegionIndexPage
        || page instanceof Page.RegionPage
        || page instanceof Page.ProgrammeIndexPage
        || page instanceof Page.ProgrammePage
        || page instanceof Page.NewspaperIndexPage
        || page instanceof Page.NewspaperPage
        || page instanceof Page.YearIndexPage
        || page instanceof Page.YearPage
        || page instanceof Page.MonthPage;
  }

  private JsonObject list() {
    JsonObject list = thing("CollectionPage");
    list.addProperty("name", subject());
    list.addProperty("url", absolute(page.head().path()));
    list.addProperty("inLanguage", language.tag());
    list.add("isPartOf", webSite(thing("WebSite")));
    return inContext(list);
  }

  /** What a list is about, where that has a name of its own. */
  private @Nullable String subject() {
    if (page instanceof Page.RegionPage region) {
      return region.region().name().preferring(language);
    }
    if (page instanceof Page.ProgrammePage programme) {
      return programme.programme().label().preferring(language);
    }
    if (page instanceof Page.NewspaperPage newspaper) {
      return newspaper.newspaper().name().preferring(language);
    }
    if (page instanceof Page.MonthPage month) {
      return month.month().id().replace('/', '-');
    }
    return page instanceof Page.YearPage year ? year.year().id() : null;
  }

  // ---- a report ----

  private JsonObject article(Page.ReportPage shown) {
    Report report = shown.report();
    Language original = report.translation().original();
    JsonObject article = thing("NewsArticle");
    article.addProperty("url", absolute(page.head().path()));
    article.addProperty("headline", report.title().preferring(language));
    article.addProperty("description", report.summary().preferring(language));
    article.addProperty("inLanguage", shown.shown().language().tag());
    article.addProperty("datePublished", report.source().date().datetime());
    if (report.updated() != null) {
      article.addProperty("dateModified", report.updated().datetime());
    }
    article.add("isPartOf", webSite(thing("WebSite")));
    rights(article);
    article.add("isBasedOn", printed(shown));
    if (shown.translated()) {
      translations(article, original);
    }
    article.add("contentLocation", array(shown.regions().stream().map(this::place)));
    article.add(
        "about",
        array(
            Stream.concat(shown.programmes().stream(), shown.schemes().stream()).map(this::term)));
    article.add("mentions", mentions(report));
    if (archive.baseUrl() != null) {
      article.add(
          "image",
          array(
              report.pictures().stream()
                  .map(p -> absolute(plan.addresses().media(report.id(), p.file())))
                  .map(JsonPrimitive::new)));
    }
    return inContext(article);
  }

  /** The article in the newspaper, in the newspaper's words. */
  private JsonObject printed(Page.ReportPage shown) {
    Source source = shown.report().source();
    JsonObject newspaper = thing("NewsMediaOrganization");
    newspaper.addProperty("name", shown.newspaper().name().preferring(language));
    newspaper.addProperty("url", shown.newspaper().url());
    JsonObject printed = thing("NewsArticle");
    printed.addProperty("headline", source.headline());
    printed.addProperty("alternativeHeadline", source.deck());
    printed.addProperty("inLanguage", shown.report().translation().original().tag());
    printed.addProperty("datePublished", source.date().datetime());
    printed.addProperty(
        "printPage", source.printPage() == null ? null : source.printPage().toString());
    printed.add("author", people(source, Byline.Role.REPORTER, Byline.Role.CORRESPONDENT));
    printed.add("contributor", people(source, Byline.Role.PHOTOGRAPHER));
    printed.add("editor", people(source, Byline.Role.EDITOR));
    printed.add("sourceOrganization", named("Organization", source.agency()));
    printed.add("publisher", newspaper);
    printed.addProperty("url", source.url());
    return printed;
  }

  private @Nullable JsonArray people(Source source, Byline.Role... roles) {
    return array(
        source.byline().stream()
            .filter(byline -> List.of(roles).contains(byline.role()))
            .map(byline -> named("Person", byline.name())));
  }

  /** Links the editions that are really in the language of their page. */
  private void translations(JsonObject article, Language original) {
    JsonArray made = new JsonArray();
    for (Alternate other : page.head().alternates()) {
      if (!other.real() || other.language().equals(language) || archive.baseUrl() == null) {
        continue;
      }
      JsonObject work = thing("NewsArticle");
      work.addProperty("url", absolute(other.path()));
      work.addProperty("inLanguage", other.language().tag());
      if (language.equals(original)) {
        made.add(work);
      } else if (other.language().equals(original)) {
        article.add("translationOfWork", work);
      }
    }
    if (!made.isEmpty()) {
      article.add("workTranslation", made);
    }
  }

  /** A place with the places above it as its postal address. */
  private JsonObject place(List<Region> path) {
    JsonObject place = thing("Place");
    if (path.isEmpty()) {
      return place;
    }
    place.addProperty("name", name(path.get(path.size() - 1)));
    JsonObject address = thing("PostalAddress");
    address.addProperty("addressRegion", name(path.get(0)));
    if (path.size() > 1) {
      address.addProperty("addressLocality", name(path.get(1)));
    }
    place.add("address", address);
    return place;
  }

  private String name(Region region) {
    return region.name().preferring(language);
  }

  private JsonObject term(Programme programme) {
    JsonObject term = thing("DefinedTerm");
    term.addProperty("name", programme.label().preferring(language));
    term.addProperty("termCode", programme.id());
    term.addProperty("url", absolute(plan.addresses().programme(programme.id(), language)));
    return term;
  }

  /** People under a changed name are nobody that a machine could find, and are left out. */
  private @Nullable JsonArray mentions(Report report) {
    JsonArray mentions = new JsonArray();
    report.people().stream()
        .filter(person -> !person.pseudonym())
        .limit(MOST)
        .map(this::person)
        .forEach(mentions::add);
    report.organisations().stream()
        .limit(MOST)
        .map(body -> named("Organization", body.name()))
        .forEach(mentions::add);
    return mentions.isEmpty() ? null : mentions;
  }

  private JsonObject person(Person person) {
    JsonObject json = thing("Person");
    json.addProperty("name", person.name().preferring(language));
    if (person.role() != null) {
      json.addProperty("jobTitle", person.role().preferring(language));
    }
    return json;
  }

  // ---- the archive ----

  private JsonObject webSite(JsonObject site) {
    site.addProperty("name", archive.title().preferring(language));
    site.addProperty("url", absolute(plan.addresses().home(language)));
    return site;
  }

  private void rights(JsonObject work) {
    LocalizedText publisher = archive.publisher();
    work.add("publisher", named("Organization", publisher == null ? archive.title() : publisher));
    if (archive.licence() != null) {
      String url = archive.licence().url();
      work.addProperty(
          "license", url == null ? archive.licence().name().preferring(language) : url);
    }
  }

  // ---- shapes that recur; a null is left out of the page ----

  private static JsonObject thing(String type) {
    JsonObject thing = new JsonObject();
    thing.addProperty("@type", type);
    return thing;
  }

  private static JsonObject inContext(JsonObject thing) {
    JsonObject whole = new JsonObject();
    whole.addProperty("@context", "https://schema.org");
    thing.entrySet().forEach(e -> whole.add(e.getKey(), e.getValue()));
    return whole;
  }

  private @Nullable JsonObject named(String type, @Nullable LocalizedText name) {
    if (name == null) {
      return null;
    }
    JsonObject thing = thing(type);
    thing.addProperty("name", name.preferring(language));
    return thing;
  }

  /** The first {@link #MOST}; null for none. */
  private static @Nullable JsonArray array(Stream<? extends JsonElement> elements) {
    JsonArray array = new JsonArray();
    elements.limit(MOST).forEach(array::add);
    return array.isEmpty() ? null : array;
  }

  private @Nullable String absolute(SitePath path) {
    return archive.baseUrl() == null ? null : archive.baseUrl() + path.address();
  }
}
