package duizhao.xliff;

import duizhao.model.Archive;
import duizhao.model.Newspaper;
import duizhao.model.Report;
import duizhao.model.Term;
import duizhao.text.Passages;
import duizhao.text.Passages.Kind;
import duizhao.text.TermFinder;
import duizhao.xliff.Codes.Code;
import duizhao.xliff.Codes.Coded;
import duizhao.xliff.ReportUnits.Part;
import duizhao.xliff.ReportUnits.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes a report as XLIFF 2.0 with the modules for translation candidates, glossary and metadata;
 * OASIS Standard of 4 August 2014, sections 4, 5.1, 5.2 and 5.4.
 */
final class XliffWriter {

  static final String CORE = "urn:oasis:names:tc:xliff:document:2.0";
  static final String METADATA = "urn:oasis:names:tc:xliff:metadata:2.0";
  static final String VERSION = "2.0";

  private final StringBuilder xml = new StringBuilder();
  private final Archive archive;
  private final ReportUnits report;
  private final Memory memory;
  private final TermFinder terms;

  private XliffWriter(Archive archive, ReportUnits report, Memory memory, TermFinder terms) {
    this.archive = archive;
    this.report = report;
    this.memory = memory;
    this.terms = terms;
  }

  /** The whole document, in UTF-8 with line feeds. */
  static String write(Archive archive, ReportUnits report, Memory memory, TermFinder terms) {
    return new XliffWriter(archive, report, memory, terms).document();
  }

  private String document() {
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff");
    attribute("xmlns", CORE);
    attribute("xmlns:mtc", "urn:oasis:names:tc:xliff:matches:2.0");
    attribute("xmlns:gls", "urn:oasis:names:tc:xliff:glossary:2.0");
    attribute("xmlns:mda", METADATA);
    attribute("version", VERSION);
    attribute("srcLang", report.from().tag());
    attribute("trgLang", report.to().tag());
    xml.append(">\n<file");
    attribute("id", report.report().id());
    attribute("original", original());
    attribute("xml:space", "preserve");
    xml.append(">\n");
    provenance();
    report.units().forEach(this::unit);
    return xml.append("</file>\n</xliff>\n").toString();
  }

  /** The source file below the content folder, whatever that is called here. */
  private String original() {
    String name = report.source().name();
    int reports = name.lastIndexOf("reports/");
    return reports < 0 ? name : name.substring(reports);
  }

  private void provenance() {
    Report about = report.report();
    Newspaper newspaper = archive.newspapers().get(about.source().newspaper().id());
    Map<String, @Nullable String> facts = new LinkedHashMap<>();
    facts.put("archive", archive.title().preferring(report.from()));
    facts.put("report", about.id());
    facts.put("kind", about.kind().id());
    facts.put("newspaper", newspaper == null ? null : newspaper.name().preferring(report.from()));
    facts.put("date", about.source().date().text());
    facts.put("headline", about.source().headline());
    facts.put("status", about.translation().status().id());
    facts.put(
        "translated-by",
        about.translation().by() == null ? null : about.translation().by().preferring(report.to()));
    metadata(" ", facts);
  }

  private void metadata(String margin, Map<String, @Nullable String> facts) {
    xml.append(margin).append("<mda:metadata>\n").append(margin).append(" <mda:metaGroup");
    attribute("category", "duizhao");
    xml.append(">\n");
    facts.forEach(
        (type, value) -> {
          if (value != null) {
            xml.append(margin).append("  <mda:meta");
            attribute("type", type);
            xml.append('>');
            text(value);
            xml.append("</mda:meta>\n");
          }
        });
    xml.append(margin).append(" </mda:metaGroup>\n").append(margin).append("</mda:metadata>\n");
  }

  private void unit(Unit unit) {
    Codes codes = Codes.of(unit.source(), unit.target());
    xml.append(" <unit");
    attribute("id", unit.id());
    if (!unit.hasWords()) {
      attribute("translate", "no");
    }
    xml.append(">\n");
    if (unit.hasWords()) {
      matches(unit);
      glossary(unit);
    }
    Map<String, @Nullable String> facts = new LinkedHashMap<>();
    facts.put("fingerprint", unit.fingerprint());
    facts.put("source", Codes.digest(unit.source()));
    facts.put("target", Codes.digest(unit.target()));
    metadata("  ", facts);
    if (unit.stale()) {
      xml.append("  <notes>\n   <note category=\"stale\">The source has changed since this was")
          .append(" translated.</note>\n  </notes>\n");
    }
    data(codes);
    xml.append("  <segment");
    attribute("id", "s1");
    attribute("state", unit.state().name().toLowerCase(Locale.ROOT));
    xml.append(">\n   <source>");
    content(codes.source(), codes);
    xml.append("</source>\n");
    if (codes.target() != null) {
      xml.append("   <target>");
      content(codes.target(), codes);
      xml.append("</target>\n");
    }
    xml.append("  </segment>\n </unit>\n");
  }

  private void matches(Unit unit) {
    String place = report.report().id() + "#" + unit.id();
    List<Memory.Match> matches =
        unit.part() == Part.BLOCK ? memory.of(unit.source(), place) : List.of();
    if (matches.isEmpty()) {
      return;
    }
    xml.append("  <mtc:matches>\n");
    for (Memory.Match match : matches) {
      xml.append("   <mtc:match");
      attribute("ref", "#s1");
      attribute("type", "tm");
      attribute("similarity", String.format(Locale.ROOT, "%.1f", match.percent()));
      attribute("origin", match.origin());
      xml.append(">\n    <source>");
      text(match.source());
      xml.append("</source>\n    <target>");
      text(match.target());
      xml.append("</target>\n   </mtc:match>\n");
    }
    xml.append("  </mtc:matches>\n");
  }

  private void glossary(Unit unit) {
    TreeSet<Integer> found = new TreeSet<>();
    terms.find(Passages.words(unit.source())).forEach(hit -> found.add(hit.term()));
    found.removeIf(i -> archive.glossary().get(i).term().in(report.from()) == null);
    if (found.isEmpty()) {
      return;
    }
    xml.append("  <gls:glossary>\n");
    for (int index : found) {
      Term term = archive.glossary().get(index);
      xml.append("   <gls:glossEntry");
      attribute("id", "g-" + term.id());
      xml.append(">\n    <gls:term>");
      text(term.term().preferring(report.from()));
      xml.append("</gls:term>\n");
      translation(term.term().in(report.to()));
      term.variants().getOrDefault(report.to().id(), List.of()).forEach(this::translation);
      String note = term.note() == null ? null : term.note().preferring(report.to());
      if (note != null && !note.isEmpty()) {
        xml.append("    <gls:definition>");
        text(note);
        xml.append("</gls:definition>\n");
      }
      xml.append("   </gls:glossEntry>\n");
    }
    xml.append("  </gls:glossary>\n");
  }

  private void translation(@Nullable String words) {
    if (words != null) {
      xml.append("    <gls:translation>");
      text(words);
      xml.append("</gls:translation>\n");
    }
  }

  private void data(Codes codes) {
    if (codes.byId().isEmpty()) {
      return;
    }
    xml.append("  <originalData>\n");
    for (Code code : codes.byId().values()) {
      data(code.id() + "-start", code.start());
      if (code.end() != null) {
        data(code.id() + "-end", code.end());
      }
    }
    xml.append("  </originalData>\n");
  }

  private void data(String id, String characters) {
    xml.append("   <data");
    attribute("id", id);
    xml.append('>');
    text(characters);
    xml.append("</data>\n");
  }

  private void content(List<Coded> pieces, Codes codes) {
    for (Coded coded : pieces) {
      Code code = coded.id() == null ? null : codes.byId().get(coded.id());
      if (coded.piece().kind() == Kind.CLOSE) {
        xml.append("</pc>");
      } else if (code == null) {
        text(coded.piece().value());
      } else {
        boolean pair = code.end() != null;
        xml.append(pair ? "<pc" : "<ph");
        attribute("id", code.id());
        attribute("canCopy", "no");
        if (codes.fixed().contains(code.id())) {
          attribute("canDelete", "no");
        }
        attribute("type", type(code));
        if (pair) {
          attribute("dataRefStart", code.id() + "-start");
          attribute("dataRefEnd", code.id() + "-end");
          xml.append('>');
        } else {
          attribute("dataRef", code.id() + "-start");
          xml.append("/>");
        }
      }
    }
  }

  private static String type(Code code) {
    String start = code.start().toLowerCase(Locale.ROOT);
    return start.startsWith("![") || start.startsWith("<img")
        ? "image"
        : (start.startsWith("[") || start.startsWith("<a ")) && code.end() != null
            ? "link"
            : code.end() != null ? "fmt" : "other";
  }

  private void attribute(String name, String value) {
    xml.append(' ').append(name).append("=\"");
    escape(value, true);
    xml.append('"');
  }

  private void text(String words) {
    escape(words, false);
  }

  /** What XML 1.0 cannot hold has no place in content either, and is left out. */
  private void escape(String words, boolean attribute) {
    words
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append(attribute ? "&quot;" : "\"");
                case '\n', '\t' -> xml.append(attribute ? "&#" + c + ";" : Character.toString(c));
                default -> {
                  if (c >= ' ' && c < 0xD800 || c >= 0xE000 && c < 0xFFFE || c > 0xFFFF) {
                    xml.appendCodePoint(c);
                  }
                }
              }
            });
  }
}
