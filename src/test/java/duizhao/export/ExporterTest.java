package duizhao.export;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.model.Report;
import duizhao.model.Translation;
import duizhao.plan.CitationFormat;
import duizhao.plan.Document;
import duizhao.plan.SitePath;
import duizhao.plan.SitePlan;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ExporterTest {

  @Test
  void everyPlannedFileIsWrittenOnceAndNoOther() {
    for (SitePlan plan : new SitePlan[] {Sample.plan(Sample.BASE), Sample.plan(null)}) {
      Map<String, String> files = Sample.export(plan);

      TreeSet<SitePath> planned = new TreeSet<>();
      plan.feeds().forEach(f -> planned.add(f.path()));
      plan.documents().forEach(d -> planned.add(d.path()));
      plan.openSearches().forEach(l -> planned.add(plan.addresses().openSearch(l)));
      for (Report report : plan.archive().reports()) {
        for (CitationFormat format : CitationFormat.values()) {
          planned.add(plan.addresses().citation(report.id(), format));
        }
      }
      planned.remove(Document.SEARCH.path()); // written with the index
      planned.remove(Document.CHECKSUMS.path()); // written when all else is there
      assertThat(files.keySet())
          .containsExactlyInAnyOrderElementsOf(planned.stream().map(SitePath::value).toList());
    }
  }

  @Test
  void thePlaceOfTheBuildDoesNotShow() {
    Map<String, String> here = Sample.export(Sample.plan(Sample.BASE));

    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(new Locale("tr", "TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(Sample.export(Sample.plan(Sample.BASE))).containsExactlyEntriesOf(here);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void aStatusSpeaksOnlyOfTheTranslationsThatThereAre() {
    Report report = Sample.untranslated(Translation.Status.FULL);

    assertThat(Exporter.state(report, Sample.ZH)).isEqualTo("original");
    assertThat(Exporter.state(report, Sample.EN)).isEqualTo("none");
  }
}
