package duizhao.plan;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import duizhao.model.Archive;
import duizhao.model.Body;
import duizhao.model.Bytes;
import duizhao.model.ContentPage;
import duizhao.model.Edition;
import duizhao.model.Language;
import duizhao.model.Ledger;
import duizhao.model.LinkUse;
import duizhao.model.LocalizedText;
import duizhao.model.Newspaper;
import duizhao.model.Picture;
import duizhao.model.Programme;
import duizhao.model.Reference;
import duizhao.model.Region;
import duizhao.model.Report;
import duizhao.model.Theme;
import duizhao.model.Translation;
import duizhao.plan.Head.Alternate;
import duizhao.plan.Page.FigureRow;
import duizhao.plan.Page.NewspaperCount;
import duizhao.plan.Page.ProgrammeNode;
import duizhao.plan.SitePlan.AssetFile;
import duizhao.plan.SitePlan.MediaCopy;
import duizhao.text.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Decides what the site will hold, and finds two pages that claim one address. */
public final class SitePlanner {

  /** Reports on one page of a list. */
  static final int REPORTS_A_PAGE = 50;

  /** Rows on one page of the table of figures. */
  static final int FIGURES_A_PAGE = 1000;

  private static final int FEED_ENTRIES = 50;
  private static final int LATEST = 13;

  private final Archive archive;
  private final Theme theme;
  private final Diagnostics diagnostics;
  private final Addresses addresses;
  private final ArchiveIndex index;
  private final Calendar calendar;
  private final GlossaryEntries glossary;
  private final List<FigureRow> figures;
  private final RelatedReports related;
  private final Trees trees;
  private final Overviews overviews;
  private final Map<String, List<Page.Related>> relatedTo = new HashMap<>();
  private final List<Page> pages = new ArrayList<>();
  private final List<Feed> feeds = new ArrayList<>();
  private final List<MediaCopy> copies = new ArrayList<>();
  private final Map<String, Location> claimed = new HashMap<>();

  private SitePlanner(Archive archive, Theme theme, Diagnostics diagnostics) {
    this.archive = archive;
    this.theme = theme;
    this.diagnostics = diagnostics;
    this.addresses = new Addresses(archive);
    this.index = new ArchiveIndex(archive);
    this.trees = new Trees(archive, index);
    this.overviews = new Overviews(archive, index, trees);
    this.related = new RelatedReports(archive, index);
    this.calendar = new Calendar(archive.reports());
    this.glossary = new GlossaryEntries(archive, addresses);
    this.figures = index.figures();
  }

  /**
   * The plan of an archive without errors. Adds {@code address-clash} for each address that two
   * things claim.
   */
  public static SitePlan plan(Archive archive, Theme theme, Diagnostics diagnostics) {
    return plan(archive, theme, Ledger.EMPTY, diagnostics);
  }

  /**
   * The same; adds {@code lost-address} and {@code lost-paragraph} for what was published before
   * and would be no more.
   */
  public static SitePlan plan(
      Archive archive, Theme theme, Ledger ledger, Diagnostics diagnostics) {
    SitePlanner planner = new SitePlanner(archive, theme, diagnostics);
    SitePlan plan = planner.plan();
    return ledger.entries().isEmpty() ? plan : planner.kept(ledger, plan);
  }

  /** The plan with the pages that stand where others were. */
  private SitePlan kept(Ledger ledger, SitePlan plan) {
    Map<String, Integer> lasting = plan.lasting();
    for (Ledger.Entry entry : ledger.entries()) {
      if (entry.gone() || entry.target() != null) {
        stand(entry, lasting);
      } else if (!lasting.containsKey(entry.address())) {
        diagnostics.add(
            Code.LOST_ADDRESS,
            entry.at(),
            "\"" + entry.address() + "\" was published, and would be no more",
            "give what stands there now an alias, or write \""
                + entry.address()
                + " -> \" with the new address, or \""
                + entry.address()
                + " gone\"; \"duizhao addresses --gone\" does so with all that are lost");
      } else if (lasting.getOrDefault(entry.address(), 0) < entry.paragraphs()) {
        diagnostics.add(
            Code.LOST_PARAGRAPH,
            entry.at(),
            "\""
                + entry.address()
                + "#p"
                + entry.paragraphs()
                + "\" was published, and the text has only "
                + lasting.get(entry.address())
                + " paragraphs now",
            "bring the paragraph back, or write here how many there are, for good");
      }
    }
    return plan.withPages(pages);
  }

  /** Puts a page where something else was. */
  private void stand(Ledger.Entry entry, Map<String, Integer> lasting) {
    String target = entry.target();
    if (target != null && !lasting.containsKey(target)) {
      diagnostics.add(
          Code.LOST_ADDRESS,
          entry.at(),
          "\""
              + entry.address()
              + "\" leads to \""
              + target
              + "\", which is no address of the site",
          "write one that \"duizhao addresses\" lists");
      return;
    }
    if (!entry.address().endsWith("/") && !entry.address().isEmpty()) {
      return; // what is no page is simply gone
    }
    Language language =
        archive.languages().stream()
            .filter(l -> entry.address().startsWith(l.id() + "/"))
            .findFirst()
            .orElse(archive.languages().get(0));
    SitePath path = SitePath.of(entry.address());
    List<Alternate> homes = alternates(addresses::home, l -> false);
    if (target == null) {
      claim(new Page.GonePage(new Head(path, language, homes, path, false, null)), entry.at());
    } else {
      SitePath to = SitePath.of(target);
      claim(
          new Page.RedirectPage(new Head(path, language, homes, to, false, null), to), entry.at());
    }
  }

  private SitePlan plan() {
    Language first = archive.languages().get(0);
    List<Alternate> homes = alternates(addresses::home, language -> true);
    claim(new Page.ChoicePage(new Head(Addresses.ROOT, first, homes, Addresses.ROOT, true, null)));
    claim(
        new Page.NotFoundPage(
            new Head(Addresses.NOT_FOUND, first, homes, Addresses.NOT_FOUND, false, null)));
    for (Language language : archive.languages()) {
      home(language);
      sections(language);
      reports(language);
      regions(language);
      programmes(language);
      newspapers(language);
      years(language);
      textPages(language);
    }
    archive.reports().forEach(r -> copies(r.at(), r.id(), r.pictures()));
    archive.pages().forEach(p -> copies(p.at(), p.id(), p.pictures()));

    AssetFile style = joined("style.css", theme.style());
    AssetFile script = joined("script.js", theme.script());
    List<AssetFile> assets = new ArrayList<>();
    if (style != null) {
      assets.add(style);
    }
    if (script != null) {
      assets.add(script);
    }
    theme
        .files()
        .forEach(f -> assets.add(new AssetFile(f.path(), hashed(f.path(), f.bytes()), f.bytes())));
    return new SitePlan(
        archive,
        addresses,
        pages,
        feeds,
        documents(),
        style == null ? null : style.path(),
        script == null ? null : script.path(),
        assets,
        copies);
  }

  private List<Document> documents() {
    List<Document> documents = new ArrayList<>(List.of(Document.values()));
    if (archive.baseUrl() == null) {
      documents.remove(Document.SITEMAP); // sitemaps hold full addresses only
    }
    return documents;
  }

  // ---- pages ----

  private void home(Language language) {
    List<ProgrammeNode> programmes =
        index.programmesUnder(null).stream()
            .map(p -> new ProgrammeNode(p, index.ofProgramme(p.id()).size(), List.of()))
            .filter(node -> node.count() > 0)
            .sorted(Comparator.comparingInt((ProgrammeNode node) -> -node.count()))
            .toList();
    long schemes = archive.programmes().values().stream().filter(Programme::scheme).count();
    Page.Totals totals =
        new Page.Totals(
            archive.reports().size(),
            archive.regions().size(),
            archive.programmes().size() - (int) schemes,
            (int) schemes,
            figures.size(),
            archive.glossary().size());
    SitePath path = addresses.home(language);
    feeds.add(feed(path, language, null, archive.reports()));
    claim(
        new Page.HomePage(
            head(addresses::home, language, addresses.feed(path)),
            totals,
            first(LATEST, archive.reports()),
            programmes,
            trees.regionsUnder(null),
            newspaperCounts(),
            calendar.years(),
            archive.reports().stream()
                .filter(r -> r.translation().status() == Translation.Status.FULL)
                .filter(r -> r.editions().size() > 1)
                .findFirst()
                .map(r -> addresses.parallel(r.id(), language))
                .orElse(null)));
  }

  private void sections(Language language) {
    paged(
        section(Section.REPORTS),
        language,
        addresses.feed(addresses.home(language)),
        archive.reports(),
        REPORTS_A_PAGE,
        Page.ReportListPage::new);
    claim(
        new Page.RegionIndexPage(
            head(section(Section.REGIONS), language, null),
            overviews.map(),
            overviews.provinces(),
            trees.regions()));
    claim(
        new Page.ProgrammeIndexPage(
            head(section(Section.PROGRAMMES), language, null), overviews.programmes()));
    claim(
        new Page.NewspaperIndexPage(
            head(section(Section.NEWSPAPERS), language, null), newspaperCounts()));
    int most =
        calendar.years().stream()
            .flatMap(year -> year.months().stream())
            .mapToInt(Year.Month::count)
            .max()
            .orElse(0);
    claim(
        new Page.YearIndexPage(
            head(section(Section.YEARS), language, null), calendar.years(), most));
    List<Page.Choice> programmes = index.programmeChoices(figures);
    List<Page.Choice> regions = index.regionChoices(figures);
    List<Page.Choice> units = index.unitChoices(figures);
    paged(
        section(Section.FIGURES),
        language,
        null,
        figures,
        FIGURES_A_PAGE,
        (head, rows, pager) -> new Page.FiguresPage(head, rows, pager, programmes, regions, units));
    claim(new Page.SearchPage(head(addresses::search, language, null)));
    glossary(language);
    claim(
        new Page.DataPage(
            head(section(Section.DATA), language, null),
            documents().stream()
                .map(Document::path)
                .filter(path -> path.value().startsWith("data/"))
                .toList()));
  }

  private void glossary(Language language) {
    int count = archive.glossary().size();
    List<Page.Letter> letters = glossary.letters(language);
    boolean brief = GlossaryEntries.severalPages(archive);
    claim(
        new Page.GlossaryPage(
            head(section(Section.GLOSSARY), language, null), count, letters, letters, brief));
    if (brief) {
      for (String id : glossary.allLetters()) {
        Page.Letter shown =
            letters.stream()
                .filter(l -> l.id().equals(id))
                .findFirst()
                .orElseGet(() -> new Page.Letter(id, addresses.glossary(id, language), List.of()));
        claim(
            new Page.GlossaryPage(
                head(l -> addresses.glossary(id, l), language, null),
                count,
                letters,
                List.of(shown),
                false));
      }
    }
  }

  private void reports(Language language) {
    List<Report> reports = archive.reports();
    for (int i = 0; i < reports.size(); i++) {
      Report report = reports.get(i);
      Report newer = i == 0 ? null : reports.get(i - 1);
      Report older = i + 1 == reports.size() ? null : reports.get(i + 1);
      report(report, language, newer, older);
    }
  }

  private void report(
      Report report, Language language, @Nullable Report newer, @Nullable Report older) {
    Edition own = report.in(language);
    Edition original = report.in(report.translation().original());
    Edition shown =
        own != null
            ? own
            : original != null ? original : report.editions().values().iterator().next();
    boolean several = report.editions().size() > 1;
    Function<Language, SitePath> path = l -> addresses.report(report.id(), l);
    List<Alternate> alternates = alternates(path, l -> report.in(l) != null);
    SitePath canonical = path.apply(own != null ? language : publishedOriginal(report, language));
    Head head = new Head(path.apply(language), language, alternates, canonical, own != null, null);
    List<List<Region>> regions =
        report.regions().stream().map(r -> index.regionPath(r.id())).toList();
    claim(
        new Page.ReportPage(
            head,
            report,
            shown,
            own != null,
            own == null || language.equals(report.translation().original())
                ? List.of()
                : Fingerprint.stale(report),
            unplaced(report.pictures(), shown.body().links()),
            several ? addresses.parallel(report.id(), language) : null,
            newspaper(report),
            regions,
            programmes(report, false),
            programmes(report, true),
            trail(report),
            newer,
            older,
            relatedTo.computeIfAbsent(report.id(), id -> related.of(report))),
        report.at());
    if (several) {
      parallel(report, language);
    }
    for (Reference alias : report.aliases()) {
      Function<Language, SitePath> old = l -> addresses.report(alias.id(), l);
      claim(
          new Page.RedirectPage(
              new Head(
                  old.apply(language), language, alternates, path.apply(language), false, null),
              path.apply(language)),
          alias.at());
    }
  }

  /**
   * The language whose page stands for an untranslated report: the original's, where that is
   * published.
   */
  private Language publishedOriginal(Report report, Language language) {
    return archive.languages().contains(report.translation().original())
        ? report.translation().original()
        : language;
  }

  private void parallel(Report report, Language language) {
    List<Language> languages = new ArrayList<>();
    languages.add(report.translation().original());
    report.editions().values().stream()
        .map(Edition::language)
        .filter(l -> !languages.contains(l))
        .sorted(Comparator.comparingInt(l -> archive.languages().indexOf(l)))
        .forEach(languages::add);
    languages.removeIf(l -> report.in(l) == null);
    List<Body> notes =
        languages.stream()
            .map(report::in)
            .filter(Objects::nonNull)
            .map(Edition::body)
            .filter(body -> body.notes() != null)
            .toList();
    claim(
        new Page.ParallelPage(
            head(l -> addresses.parallel(report.id(), l), language, null),
            report,
            newspaper(report),
            languages,
            ParallelRows.of(report, languages, language),
            Fingerprint.stale(report),
            unplaced(
                report.pictures(),
                report.editions().values().stream()
                    .flatMap(edition -> edition.body().links().stream())
                    .toList()),
            notes),
        report.at());
  }

  private static List<Picture> unplaced(List<Picture> pictures, List<LinkUse> links) {
    return pictures.stream()
        .filter(
            picture ->
                !picture.alt().isEmpty()
                    && links.stream().noneMatch(l -> l.reference().endsWith("/" + picture.file())))
        .toList();
  }

  private List<Programme> programmes(Report report, boolean scheme) {
    return report.programmes().stream()
        .map(reference -> archive.programmes().get(reference.id()))
        .filter(Objects::nonNull)
        .filter(programme -> programme.scheme() == scheme)
        .toList();
  }

  /** The report's place in the first of its programmes; null where it is alone there. */
  private Page.@Nullable Trail trail(Report report) {
    List<Programme> programmes = programmes(report, false);
    if (programmes.isEmpty()) {
      return null;
    }
    List<Report> list = index.ofProgramme(programmes.get(0).id());
    int at = Collections.binarySearch(list, report, Comparator.comparingInt(related::position));
    return list.size() < 2
        ? null
        : new Page.Trail(
            programmes.get(0),
            at == 0 ? null : list.get(at - 1),
            at + 1 == list.size() ? null : list.get(at + 1));
  }

  private Newspaper newspaper(Report report) {
    return Objects.requireNonNull(archive.newspapers().get(report.source().newspaper().id()));
  }

  private void regions(Language language) {
    for (Region region : archive.regions().values()) {
      Function<Language, SitePath> path = l -> addresses.region(region, l);
      List<Report> reports = index.ofRegion(region.code());
      List<Region> above = index.regionPath(region.code());
      SitePath feed = addresses.feed(path.apply(language));
      feeds.add(feed(path.apply(language), language, region.name(), reports));
      paged(
          path,
          language,
          feed,
          reports,
          REPORTS_A_PAGE,
          (head, list, pager) ->
              new Page.RegionPage(
                  head,
                  region,
                  above.subList(0, above.size() - 1),
                  list,
                  pager,
                  pager.number() == 1 ? overviews.of(region) : null));
    }
  }

  private void programmes(Language language) {
    for (Programme programme : archive.programmes().values()) {
      Function<Language, SitePath> path = l -> addresses.programme(programme.id(), l);
      List<Report> reports = index.ofProgramme(programme.id());
      List<Programme> above = index.programmePath(programme.id());
      SitePath feed = addresses.feed(path.apply(language));
      feeds.add(feed(path.apply(language), language, programme.label(), reports));
      paged(
          path,
          language,
          feed,
          reports,
          REPORTS_A_PAGE,
          (head, list, pager) ->
              new Page.ProgrammePage(
                  head,
                  programme,
                  above.subList(0, above.size() - 1),
                  list,
                  pager,
                  pager.number() == 1 ? overviews.of(programme) : null));
    }
  }

  private void newspapers(Language language) {
    for (NewspaperCount covers : newspaperCounts()) {
      Newspaper newspaper = covers.newspaper();
      paged(
          l -> addresses.newspaper(newspaper.id(), l),
          language,
          null,
          index.ofNewspaper(newspaper.id()),
          REPORTS_A_PAGE,
          (head, list, pager) -> new Page.NewspaperPage(head, newspaper, covers, list, pager));
    }
  }

  private void years(Language language) {
    List<Year> years = calendar.years();
    for (int i = 0; i < years.size(); i++) {
      Year year = years.get(i);
      Year newer = i == 0 ? null : years.get(i - 1);
      Year older = i + 1 == years.size() ? null : years.get(i + 1);
      boolean whole = year.count() <= REPORTS_A_PAGE || year.months().isEmpty();
      List<Page.MonthGrid> months =
          year.months().stream()
              .map(month -> calendar.grid(month, monthPages(month, language), REPORTS_A_PAGE))
              .toList();
      paged(
          l -> addresses.year(year, l),
          language,
          null,
          whole ? calendar.ofYear(year.number()) : calendar.withoutMonth(year.number()),
          REPORTS_A_PAGE,
          (head, list, pager) ->
              new Page.YearPage(head, year, months, whole, list, pager, newer, older));
      for (Year.Month month : year.months()) {
        if (month.count() > 0) {
          paged(
              l -> addresses.month(month, l),
              language,
              null,
              calendar.ofMonth(month),
              REPORTS_A_PAGE,
              (head, list, pager) ->
                  new Page.MonthPage(
                      head,
                      year,
                      month,
                      Calendar.byDay(list),
                      pager,
                      calendar.newer(month),
                      calendar.older(month)));
        }
      }
    }
  }

  private List<SitePath> monthPages(Year.Month month, Language language) {
    SitePath list = addresses.month(month, language);
    return pages(list, month.count(), REPORTS_A_PAGE);
  }

  private void textPages(Language language) {
    for (ContentPage page : archive.pages()) {
      if (page.editions().isEmpty()) {
        continue;
      }
      Edition own = page.in(language);
      Edition shown = own != null ? own : firstEdition(page);
      Function<Language, SitePath> path = l -> addresses.page(page.id(), l);
      Head head =
          new Head(
              path.apply(language),
              language,
              alternates(path, l -> page.in(l) != null),
              path.apply(own != null ? language : shown.language()),
              own != null,
              null);
      claim(new Page.TextPage(head, page, shown, own != null), page.at());
    }
  }

  private Edition firstEdition(ContentPage page) {
    return archive.languages().stream()
        .map(page::in)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(() -> page.editions().values().iterator().next());
  }

  // ---- parts of pages ----

  private Function<Language, SitePath> section(Section section) {
    return language -> addresses.section(section, language);
  }

  private Head head(Function<Language, SitePath> path, Language language, @Nullable SitePath feed) {
    SitePath own = path.apply(language);
    return new Head(own, language, alternates(path, l -> true), own, true, feed);
  }

  private List<Alternate> alternates(Function<Language, SitePath> path, Predicate<Language> real) {
    return archive.languages().stream()
        .map(l -> new Alternate(l, path.apply(l), real.test(l)))
        .toList();
  }

  /** Makes one page of a kind. */
  private interface PageMaker<T> {
    Page make(Head head, List<T> items, Pager pager);
  }

  /** Cuts a list into pages; an empty list has one. */
  private <T> void paged(
      Function<Language, SitePath> path,
      Language language,
      @Nullable SitePath feed,
      List<T> items,
      int size,
      PageMaker<T> maker) {
    List<SitePath> all = pages(path.apply(language), items.size(), size);
    int count = all.size();
    for (int n = 1; n <= count; n++) {
      int number = n;
      Head head = head(l -> addresses.paged(path.apply(l), number), language, feed);
      Pager pager =
          new Pager(
              n, items.size(), n == 1 ? null : all.get(n - 2), n == count ? null : all.get(n), all);
      claim(
          maker.make(head, items.subList((n - 1) * size, Math.min(items.size(), n * size)), pager));
    }
  }

  private List<SitePath> pages(SitePath list, int items, int size) {
    int count = Math.max(1, (items + size - 1) / size);
    return IntStream.rangeClosed(1, count).mapToObj(n -> addresses.paged(list, n)).toList();
  }

  private Feed feed(
      SitePath page, Language language, @Nullable LocalizedText subject, List<Report> reports) {
    return new Feed(addresses.feed(page), page, language, subject, first(FEED_ENTRIES, reports));
  }

  private static <T> List<T> first(int most, List<T> list) {
    return list.subList(0, Math.min(most, list.size()));
  }

  private List<NewspaperCount> newspaperCounts() {
    return archive.newspapers().values().stream()
        .map(n -> NewspaperCount.of(n, index.ofNewspaper(n.id())))
        .toList();
  }

  private void copies(Location at, String owner, List<Picture> pictures) {
    String folder = at.file().substring(0, at.file().lastIndexOf('/') + 1);
    for (Picture picture : pictures) {
      SitePath path = addresses.media(owner, picture.file());
      claim(path, picture.at());
      copies.add(new MediaCopy(path, folder + picture.file()));
    }
  }

  private static @Nullable AssetFile joined(String name, String text) {
    if (text.isEmpty()) {
      return null;
    }
    Bytes bytes = new Bytes(text.getBytes(StandardCharsets.UTF_8));
    return new AssetFile(name, hashed(name, bytes), bytes);
  }

  /** A name that changes with the content, so that browsers may keep the file for ever. */
  private static SitePath hashed(String path, Bytes bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.toArray());
      String hash = HexFormat.of().formatHex(digest, 0, 5);
      int dot = path.lastIndexOf('.');
      boolean ending = dot > path.lastIndexOf('/');
      String stem = ending ? path.substring(0, dot) : path;
      return new SitePath("assets/" + stem + "." + hash + (ending ? path.substring(dot) : ""));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has SHA-256
    }
  }

  // ---- addresses ----

  private void claim(Page page) {
    claim(page, archive.at());
  }

  private void claim(Page page, Location at) {
    if (claim(page.head().path(), at)) {
      pages.add(page);
    }
  }

  /** Addresses that differ in case only are one address on many disks. */
  private boolean claim(SitePath path, Location at) {
    Location earlier = claimed.putIfAbsent(path.value().toLowerCase(java.util.Locale.ROOT), at);
    if (earlier == null) {
      return true;
    }
    boolean common = earlier.equals(archive.at());
    diagnostics.add(
        Code.ADDRESS_CLASH,
        at,
        "\""
            + path
            + "\" is already the address of "
            + (common ? "a page that every site has" : "what " + earlier.file() + " describes"),
        common ? "choose another id" : "give one of the two another id");
    return false;
  }
}
