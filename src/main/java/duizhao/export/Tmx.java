package duizhao.export;

import duizhao.model.Block;
import duizhao.model.BlockKind;
import duizhao.model.Edition;
import duizhao.model.Language;
import duizhao.model.Report;
import duizhao.plan.SitePlan;
import duizhao.text.Fingerprint;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * {@code data/archive.tmx}: the paragraphs that answer each other, as TMX 1.4b. What is there in
 * one language only is left out, and so is a translation that is older than its original.
 */
final class Tmx {

  private Tmx() {}

  static void write(SitePlan plan, Writer out) throws IOException {
    XmlText xml = new XmlText(out);
    xml.open("tmx", "version", "1.4")
        .empty(
            "header",
            "creationtool",
            "duizhao",
            "creationtoolversion",
            "1",
            "segtype",
            "paragraph",
            "o-tmf",
            "duizhao",
            "adminlang",
            "en",
            "srclang",
            "*all*",
            "datatype",
            "plaintext")
        .open("body");
    for (Report report : plan.archive().reports()) {
      write(plan, report, xml);
    }
    xml.close().close().end();
    out.append('\n');
  }

  private static void write(SitePlan plan, Report report, XmlText xml) {
    int last =
        report.editions().values().stream().mapToInt(e -> e.body().blocks().size()).max().orElse(0);
    Set<Integer> stale = Set.copyOf(Fingerprint.stale(report));
    IntStream.rangeClosed(1, last)
        .filter(number -> !stale.contains(number))
        .forEach(number -> unit(plan, report, number, xml));
  }

  private static void unit(SitePlan plan, Report report, int number, XmlText xml) {
    Map<Language, String> segments = new LinkedHashMap<>();
    for (Language language : plan.archive().languages()) {
      Edition edition = report.in(language);
      if (edition != null && edition.body().blocks().size() >= number) {
        Block block = edition.body().blocks().get(number - 1);
        if (block.kind() != BlockKind.CODE && !block.text().isBlank()) {
          segments.put(language, block.text());
        }
      }
    }
    Language original = report.translation().original();
    if (segments.size() < 2 || !segments.containsKey(original)) {
      return;
    }
    xml.open("tu", "tuid", report.id() + "#p" + number, "srclang", original.tag())
        .leaf("prop", report.translation().status().id(), "type", "x-status");
    segments.forEach(
        (language, text) -> xml.open("tuv", "xml:lang", language.tag()).leaf("seg", text).close());
    xml.close();
  }
}
