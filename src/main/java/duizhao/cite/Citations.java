package duizhao.cite;

import duizhao.model.Language;
import duizhao.model.Report;
import duizhao.plan.CitationFormat;
import duizhao.plan.Page;
import duizhao.plan.SitePath;
import duizhao.plan.SitePlan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the reports of a site are cited: in words, for its pages, and in files. */
public final class Citations {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Citations() {}

  /** What a citation is of. */
  public enum Subject {
    /** The article as the newspaper printed it. */
    ORIGINAL,
    /** What this archive publishes in one language. */
    EDITION,
    /** The article as printed, read in this archive. */
    BOTH
  }

  /** The rules by which a citation is worded. */
  public enum Style {
    GB_T_7714,
    CHICAGO,
    CHICAGO_NOTE,
    APA,
    MLA
  }

  /**
   * Words that look the same and are in one language.
   *
   * @param lang BCP 47 tag; null for the language of the citation
   */
  public record Run(String text, boolean italic, @Nullable String lang) {}

  /**
   * A citation by one style.
   *
   * @param lang BCP 47 tag of the language that the style is worded in
   */
  public record Entry(Style style, String lang, List<Run> runs) {}

  /** A citation by every style. */
  public record Citation(Subject subject, List<Entry> entries, List<Download> downloads) {}

  /**
   * A citation of one work alone for reference managers, within the page: as files of their own
   * these would be most of an archive's files.
   *
   * @param address a data URL (RFC 2397)
   */
  public record Download(CitationFormat format, String name, String address) {}

  /** A file that holds every citation of a report. */
  public record File(CitationFormat format, String mediaType, String ending, SitePath path) {}

  /** What a page offers. */
  public record Offer(List<Citation> citations, List<File> files) {}

  /**
   * What the page of a report offers; null for a page of another kind. The page of an edition cites
   * that edition and the article that it retells, the parallel text both at once.
   */
  public static @Nullable Offer of(Page page, SitePlan plan) {
    Language language = page.head().language();
    if (page instanceof Page.ReportPage shown) {
      List<Citation> citations = new ArrayList<>();
      String id = shown.report().id();
      citations.add(citation(Work.original(shown.report(), plan), id));
      if (shown.translated()) {
        citations.add(citation(Work.edition(shown.report(), plan, language), id));
      }
      return new Offer(List.copyOf(citations), files(shown.report(), plan));
    }
    return page instanceof Page.ParallelPage parallel
        ? new Offer(
            List.of(citation(Work.both(parallel.report(), plan, language), null)),
            files(parallel.report(), plan))
        : null;
  }

  private static List<File> files(Report report, SitePlan plan) {
    return Stream.of(CitationFormat.values())
        .map(
            format ->
                new File(
                    format,
                    format.mediaType(),
                    format.ending(),
                    plan.addresses().citation(report.id(), format)))
        .toList();
  }

  /**
   * How to cite a work.
   *
   * @param id what its downloads are named for; null for none
   */
  private static Citation citation(Work work, @Nullable String id) {
    return new Citation(
        work.subject(),
        Stream.of(Style.values()).map(style -> entry(style, work)).toList(),
        id == null
            ? List.of()
            : Stream.of(CitationFormat.values()).map(f -> download(work, f, id)).toList());
  }

  private static Download download(Work work, CitationFormat format, String id) {
    String name = id + "-" + work.subject().name().toLowerCase(Locale.ROOT) + "." + format.ending();
    String text = percentEncoded(text(format, List.of(work)));
    return new Download(format, name, "data:" + format.mediaType() + ";charset=utf-8," + text);
  }

  /**
   * All but the unreserved characters of RFC 3986, section 2.3. There are six such texts on each
   * page of a report, and {@code URLEncoder} takes longer for them than their citations do.
   */
  private static String percentEncoded(String text) {
    StringBuilder encoded = new StringBuilder(2 * text.length());
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0)) {
        encoded.append(c);
      } else {
        encoded.append('%').append(HEX.toHighHexDigit(b)).append(HEX.toLowHexDigit(b));
      }
    }
    return encoded.toString();
  }

  private static Entry entry(Style style, Work work) {
    Line line =
        switch (style) {
          case GB_T_7714 -> GbT7714.of(work);
          case CHICAGO -> Chicago.bibliography(work);
          case CHICAGO_NOTE -> Chicago.note(work);
          case APA -> Apa.of(work);
          case MLA -> Mla.of(work);
        };
    Language english = work.englishLanguage();
    String lang =
        style == Style.GB_T_7714 ? work.language().tag() : english == null ? "en" : english.tag();
    return new Entry(style, lang, line.runs());
  }

  /** The article as printed, and after it each edition of this archive, in the archive's order. */
  public static String file(Report report, CitationFormat format, SitePlan plan) {
    List<Work> works = new ArrayList<>();
    works.add(Work.original(report, plan));
    plan.archive().languages().stream()
        .filter(language -> report.in(language) != null)
        .map(language -> Work.edition(report, plan, Objects.requireNonNull(language)))
        .forEach(works::add);
    return text(format, works);
  }

  private static String text(CitationFormat format, List<Work> works) {
    return switch (format) {
      case BIBTEX -> BibTex.of(works);
      case RIS -> Ris.of(works);
      case CSL_JSON -> CslJson.of(works);
    };
  }
}
