package duizhao.plan;

import duizhao.model.Archive;
import duizhao.model.ContentPage;
import duizhao.model.Language;
import duizhao.model.Newspaper;
import duizhao.model.Programme;
import duizhao.model.Region;
import duizhao.model.Report;
import duizhao.model.Term;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where everything stands. The one place that knows how addresses are made. */
public final class Addresses {

  /** The language choice. */
  public static final SitePath ROOT = SitePath.folder("");

  /** What a server shows where there is no page. */
  public static final SitePath NOT_FOUND = new SitePath("404.html");

  private final Map<String, Region> regions;

  /** Pages of the terms of a glossary that is too long for one, by language and term. */
  private final Map<String, SitePath> terms = new HashMap<>();

  Addresses(Archive archive) {
    this.regions = archive.regions();
    if (GlossaryEntries.severalPages(archive)) {
      for (Language language : archive.languages()) {
        for (Term term : archive.glossary()) {
          terms.put(
              language.id() + "/" + term.id(),
              glossary(GlossaryEntries.letter(term, language), language));
        }
      }
    }
  }

  /** The first page of a language. */
  public SitePath home(Language language) {
    return SitePath.folder(language.id());
  }

  /** A page that every language has once. */
  public SitePath section(Section section, Language language) {
    return SitePath.folder(language.id() + "/" + section.id());
  }

  public SitePath report(String id, Language language) {
    return below(Section.REPORTS, id, language);
  }

  public SitePath parallel(String id, Language language) {
    return SitePath.folder(language.id() + "/parallel/" + id);
  }

  /** A programme or scheme. */
  public SitePath programme(String id, Language language) {
    return below(Section.PROGRAMMES, id, language);
  }

  public SitePath newspaper(String id, Language language) {
    return below(Section.NEWSPAPERS, id, language);
  }

  /** A region, below the places that hold it. */
  public SitePath region(Region region, Language language) {
    StringBuilder path = new StringBuilder(region.slug());
    for (Region r = parent(region); r != null; r = parent(r)) {
      path.insert(0, r.slug() + "/");
    }
    return below(Section.REGIONS, path.toString(), language);
  }

  public SitePath year(Year year, Language language) {
    return below(Section.YEARS, year.id(), language);
  }

  /** A month that has reports. */
  public SitePath month(Year.Month month, Language language) {
    return below(Section.YEARS, month.id(), language);
  }

  /** The page of a letter, where the glossary is too long for one page. */
  SitePath glossary(String letter, Language language) {
    return below(Section.GLOSSARY, letter.toLowerCase(Locale.ROOT), language);
  }

  /**
   * The id that a term has on the glossary's pages, the same in every language.
   *
   * @param id the term's
   */
  public static String term(String id) {
    return "term-" + id;
  }

  /** An ordinary page. */
  public SitePath page(String id, Language language) {
    return SitePath.folder(language.id() + "/" + id);
  }

  /** The search page of a language. */
  public SitePath search(Language language) {
    return SitePath.folder(language.id() + "/search");
  }

  /** What tells browsers of a language's search. */
  public SitePath openSearch(Language language) {
    return new SitePath("opensearch-" + language.id() + ".xml");
  }

  /** The citations of a report, in a format of reference managers. */
  public SitePath citation(String id, CitationFormat format) {
    return new SitePath("data/citations/" + id + "." + format.ending());
  }

  /** The feed of a list. */
  SitePath feed(SitePath list) {
    return list.sibling("feed.xml");
  }

  /**
   * One page of a list that is too long for one.
   *
   * @param number 1-based
   */
  SitePath paged(SitePath list, int number) {
    return number == 1 ? list : list.sibling("page/" + number + "/index.html");
  }

  /** A picture of a report or page. */
  public SitePath media(String owner, String file) {
    return new SitePath("media/" + owner + "/" + file);
  }

  private SitePath below(Section section, String id, Language language) {
    return SitePath.folder(language.id() + "/" + section.id() + "/" + id);
  }

  private @Nullable Region parent(Region region) {
    return region.parent() == null ? null : regions.get(region.parent());
  }

  /** Where something of the model has its page; null for what has none. */
  public @Nullable SitePath of(Object thing, Language language) {
    if (thing instanceof Report report) {
      return report(report.id(), language);
    }
    if (thing instanceof Region region) {
      return region(region, language);
    }
    if (thing instanceof Programme programme) {
      return programme(programme.id(), language);
    }
    if (thing instanceof Newspaper newspaper) {
      return newspaper(newspaper.id(), language);
    }
    if (thing instanceof Year year) {
      return year(year, language);
    }
    if (thing instanceof Term term) {
      SitePath page = terms.get(language.id() + "/" + term.id());
      return page == null ? section(Section.GLOSSARY, language) : page;
    }
    if (thing instanceof Year.Month month) {
      return month.count() == 0 ? null : month(month, language);
    }
    if (thing instanceof ContentPage page) {
      return page(page.id(), language);
    }
    if (thing instanceof Section section) {
      return section(section, language);
    }
    return thing instanceof SitePath path ? path : null;
  }

  /**
   * Where a reference in a text leads, as {@link duizhao.model.Html} writes them; null for nowhere.
   *
   * @param reference without its fragment
   */
  public @Nullable SitePath of(String reference, Language language) {
    int colon = reference.indexOf(':');
    String id = reference.substring(colon + 1);
    return switch (colon < 0 ? "" : reference.substring(0, colon)) {
      case "report" -> report(id, language);
      case "programme" -> programme(id, language);
      case "newspaper" -> newspaper(id, language);
      case "page" -> page(id, language);
      case "region" -> {
        Region region = regions.get(id);
        yield region == null ? null : region(region, language);
      }
      case "file" -> {
        int slash = id.indexOf('/');
        yield slash < 0 ? null : media(id.substring(0, slash), id.substring(slash + 1));
      }
      default -> null;
    };
  }
}
