package duizhao.export;

import duizhao.model.Archive;
import duizhao.model.Language;
import duizhao.model.Licence;
import duizhao.model.LocalizedText;
import duizhao.model.Programme;
import duizhao.model.Region;
import duizhao.model.Report;
import duizhao.plan.Feed;
import duizhao.plan.SitePath;
import duizhao.plan.SitePlan;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Atom 1.0, RFC 4287. All times come from the reports and none from the clock, so that the same
 * archive gives the same bytes.
 */
final class AtomFeed {

  /** Of a feed without entries, and of an entry without a date. */
  private static final LocalDate NEVER = LocalDate.EPOCH;

  private final Feed feed;
  private final SitePlan plan;
  private final Archive archive;
  private final Language language;
  private final Vocabulary vocabulary;
  private final XmlText xml = new XmlText();

  private AtomFeed(Feed feed, SitePlan plan) {
    this.feed = feed;
    this.plan = plan;
    this.archive = plan.archive();
    this.language = feed.language();
    this.vocabulary = new Vocabulary(archive);
  }

  static String of(Feed feed, SitePlan plan) {
    AtomFeed atom = new AtomFeed(feed, plan);
    atom.write();
    return atom.xml.finish();
  }

  private void write() {
    String title = archive.title().preferring(language);
    LocalizedText subject = feed.subject();
    LocalizedText publisher = archive.publisher();
    LocalDate updated =
        feed.reports().stream().map(AtomFeed::updated).max(Comparator.naturalOrder()).orElse(NEVER);
    xml.open("feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", language.tag())
        .leaf("id", id(feed.path()))
        .leaf("title", subject == null ? title : title + " · " + subject.preferring(language));
    localized("subtitle", archive.description());
    xml.leaf("updated", instant(updated))
        .empty("link", "rel", "self", "type", "application/atom+xml", "href", link(feed.path()))
        .empty(
            "link",
            "rel",
            "alternate",
            "type",
            "text/html",
            "hreflang",
            language.tag(),
            "href",
            link(feed.page()));
    xml.open("author")
        .leaf("name", publisher == null ? title : publisher.preferring(language))
        .close();
    rights(archive.licence());
    feed.reports().forEach(this::entry);
    xml.close();
  }

  private void rights(@Nullable Licence licence) {
    if (licence == null) {
      return;
    }
    localized("rights", licence.name());
    if (licence.url() != null) {
      xml.empty("link", "rel", "license", "href", licence.url()); // RFC 4946
    }
  }

  private void entry(Report report) {
    SitePath page = plan.addresses().report(report.id(), language);
    LocalDate published = report.source().date().earliest();
    String source = report.source().url();
    xml.open("entry").leaf("id", id(page));
    localized("title", report.title());
    xml.empty(
        "link",
        "rel",
        "alternate",
        "type",
        "text/html",
        "hreflang",
        report.in(language) == null ? null : language.tag(),
        "href",
        link(page));
    if (source != null) {
      xml.empty("link", "rel", "via", "href", source);
    }
    if (published != null) {
      xml.leaf("published", instant(published));
    }
    xml.leaf("updated", instant(updated(report)));
    localized("summary", report.summary());
    for (Programme programme : vocabulary.programmes(report.programmes())) {
      category("programmes", programme.id(), programme.label());
    }
    for (Region region : vocabulary.regions(report.regions())) {
      category("regions", region.code(), region.name());
    }
    String state = Exporter.state(report, language);
    if (!state.equals("original") && !state.equals("full")) {
      category("translation", state, LocalizedText.EMPTY);
    }
    xml.close();
  }

  /** A text construct; names its language where it is not the feed's. */
  private void localized(String element, LocalizedText text) {
    String other =
        text.in(language) != null
            ? null
            : archive.languages().stream()
                .filter(l -> text.preferring(language).equals(text.in(l)))
                .findFirst()
                .map(Language::tag)
                .orElse(null);
    xml.leaf(element, text.preferring(language), "xml:lang", other);
  }

  private void category(String scheme, String term, LocalizedText label) {
    xml.empty(
        "category",
        "scheme",
        "urn:uuid:" + uuid("category/" + scheme),
        "term",
        term,
        "label",
        label.isEmpty() ? null : label.preferring(language));
  }

  /** When an entry last changed, as far as the archive knows. */
  private static LocalDate updated(Report report) {
    LocalDate printed = report.source().date().earliest();
    if (printed == null) {
      printed = report.source().date().latest();
    }
    LocalDate corrected = report.updated() == null ? null : report.updated().earliest();
    if (corrected == null) {
      return printed == null ? NEVER : printed;
    }
    return printed == null || corrected.isAfter(printed) ? corrected : printed;
  }

  private static String instant(LocalDate day) {
    return day + "T00:00:00Z";
  }

  /** Feeds of a site without an address are linked as pages are: relative, naming the file. */
  private String link(SitePath path) {
    return archive.baseUrl() == null ? path.from(feed.path()) : Exporter.address(plan, path);
  }

  /** The full address; of a site without one, a name-based UUID as a URN (RFC 4122). */
  private String id(SitePath path) {
    return archive.baseUrl() == null
        ? "urn:uuid:" + uuid(path.address())
        : Exporter.address(plan, path);
  }

  /** Hashed with the archive's title in its first language, so that two archives stay apart. */
  private UUID uuid(String name) {
    String title = archive.title().preferring(archive.languages().get(0));
    return UUID.nameUUIDFromBytes(
        ("duizhao\n" + title + "\n" + name).getBytes(StandardCharsets.UTF_8));
  }
}
