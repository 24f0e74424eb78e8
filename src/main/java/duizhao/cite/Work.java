package duizhao.cite;

import duizhao.cite.Citations.Subject;
import duizhao.model.Archive;
import duizhao.model.Byline;
import duizhao.model.Language;
import duizhao.model.LocalizedText;
import duizhao.model.Newspaper;
import duizhao.model.Report;
import duizhao.model.Source;
import duizhao.plan.SitePath;
import duizhao.plan.SitePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is cited: the article that a newspaper printed, or what this archive made of it.
 *
 * @param key names it in files; stays the same as long as the report's id does
 * @param language that of the title
 * @param title in the language of the work
 * @param supplied whether the title is ours, because what was printed is not known
 * @param english the title in English; null where it is in English anyhow, or there is none
 * @param newspaper null for an edition of this archive
 * @param date when it was printed; of an edition, when its text was last corrected, null when never
 * @param page of the newspaper, 1-based
 * @param archive the archive that holds it; null for the article alone
 * @param url the full address; null where there is none
 * @param printed of an edition: the article that it retells
 */
record Work(
    Subject subject,
    String key,
    Language language,
    @Nullable Language englishLanguage,
    String title,
    boolean supplied,
    @Nullable String english,
    List<Name> authors,
    @Nullable Newspaper newspaper,
    @Nullable CitedDate date,
    @Nullable Integer page,
    @Nullable LocalizedText archive,
    @Nullable String url,
    @Nullable Work printed) {

  /** The article alone, as it was printed. */
  static Work original(Report report, SitePlan plan) {
    return printed(report, plan, Subject.ORIGINAL, null, report.source().url());
  }

  /** The article as it was printed, to be read in this archive in every language. */
  static Work both(Report report, SitePlan plan, Language language) {
    return printed(
        report,
        plan,
        Subject.BOTH,
        plan.archive().title(),
        full(plan, plan.addresses().parallel(report.id(), language)));
  }

  private static Work printed(
      Report report,
      SitePlan plan,
      Subject subject,
      @Nullable LocalizedText archive,
      @Nullable String url) {
    Source source = report.source();
    Language language = report.translation().original();
    Language english = english(plan.archive());
    String headline = source.headline();
    return new Work(
        subject,
        report.id(),
        language,
        english,
        headline != null ? headline : report.title().preferring(language),
        headline == null,
        translated(report, language, english),
        authors(source, language, english),
        plan.archive().newspapers().get(source.newspaper().id()),
        CitedDate.of(source.date()),
        source.printPage(),
        archive,
        url,
        null);
  }

  /** What this archive publishes in a language. */
  static Work edition(Report report, SitePlan plan, Language language) {
    Archive archive = plan.archive();
    Language english = english(archive);
    LocalizedText maker =
        archive.publisher() != null ? archive.publisher() : report.translation().by();
    return new Work(
        Subject.EDITION,
        report.id() + ":" + language.id(),
        language,
        english,
        report.title().preferring(language),
        false,
        translated(report, language, english),
        maker == null ? List.of() : List.of(Name.literal(maker, language, english)),
        null,
        CitedDate.of(report.updated()),
        null,
        archive.title(),
        full(plan, plan.addresses().report(report.id(), language)),
        original(report, plan));
  }

  private static @Nullable String translated(
      Report report, Language language, @Nullable Language english) {
    return english == null || isEnglish(language) ? null : report.title().in(english);
  }

  private static @Nullable String full(SitePlan plan, SitePath path) {
    String base = plan.archive().baseUrl();
    return base == null ? null : base + path.address();
  }

  private static @Nullable Language english(Archive archive) {
    return archive.languages().stream().filter(Work::isEnglish).findFirst().orElse(null);
  }

  static boolean isEnglish(Language language) {
    return isOf(language, "en");
  }

  boolean isChinese() {
    return isOf(language, "zh");
  }

  private static boolean isOf(Language language, String primary) {
    String tag = language.tag();
    return tag.regionMatches(true, 0, primary, 0, primary.length())
        && (tag.length() == primary.length() || tag.charAt(primary.length()) == '-');
  }

  /** Who wrote; where nobody is named, whose picture it is; where nobody is, the agency. */
  private static List<Name> authors(Source source, Language language, @Nullable Language english) {
    List<Name> authors = new ArrayList<>();
    Predicate<Byline> writes =
        b -> b.role() == Byline.Role.REPORTER || b.role() == Byline.Role.CORRESPONDENT;
    Predicate<Byline> shows = b -> b.role() == Byline.Role.PHOTOGRAPHER;
    for (Predicate<Byline> role : List.of(writes, shows)) {
      if (authors.isEmpty()) {
        source.byline().stream()
            .filter(role)
            .map(b -> Name.of(b.name(), language, english))
            .forEach(authors::add);
      }
    }
    LocalizedText agency = source.agency();
    return authors.isEmpty() && agency != null
        ? List.of(Name.literal(agency, language, english))
        : List.copyOf(authors);
  }

  /** A text in English, else in the language of the work. */
  String inEnglish(LocalizedText text) {
    String words = englishLanguage == null ? null : text.in(englishLanguage);
    return words != null ? words : text.preferring(language);
  }

  /** The newspaper in the language of the work; null for an edition. */
  @Nullable String newspaperAsPrinted() {
    return newspaper == null ? null : newspaper.name().preferring(language);
  }

  /** The newspaper in English, where it has a name in it; null for an edition. */
  @Nullable String newspaperInEnglish() {
    return newspaper == null ? null : inEnglish(newspaper.name());
  }
}
