package duizhao.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import duizhao.diagnostic.Diagnostics;
import duizhao.model.Archive;
import duizhao.model.Report;
import duizhao.read.ContentReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hugo is given every report in both languages, and nothing less than duizhao reads. */
class HugoContentTest {

  private static final int REPORTS = 30;

  @TempDir Path folder;

  @Test
  void everyReportIsThereInBothLanguagesWithAllItsParts() throws IOException {
    Path content = folder.resolve("content");
    CorpusMaker.make(Path.of("content"), content, REPORTS);
    Archive archive =
        Objects.requireNonNull(new ContentReader(content, "content", new Diagnostics()).read());

    HugoContent.write(archive, content, folder.resolve("hugo"));

    assertThat(archive.reports()).hasSize(REPORTS);
    for (Report report : archive.reports()) {
      for (String language : new String[] {"zh", "en"}) {
        Path file = folder.resolve("hugo/content/" + language + "/reports/" + report.id() + ".md");
        String text = Files.readString(file);
        int end = text.indexOf("\n}\n") + 2;
        JsonObject front = JsonParser.parseString(text.substring(0, end)).getAsJsonObject();
        assertThat(front.get("title").getAsString()).isNotEmpty();
        assertThat(front.getAsJsonArray("figures")).hasSize(report.figures().size());
        assertThat(front.getAsJsonArray("people")).hasSize(report.people().size());
        assertThat(front.getAsJsonArray("programmes")).hasSizeGreaterThan(1);
        boolean there = report.editions().keySet().stream().anyMatch(l -> l.equals(language));
        assertThat(text.substring(end).contains("{#p1}")).isEqualTo(there);
        assertThat(text).doesNotContain("](programme:");
      }
    }
  }
}
