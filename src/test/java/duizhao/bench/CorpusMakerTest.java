package duizhao.bench;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.check.ArchiveChecker;
import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostic;
import duizhao.diagnostic.Diagnostics;
import duizhao.model.Archive;
import duizhao.read.ContentReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive that benchmarks are run on is one that editors could have made. */
class CorpusMakerTest {

  private static final Path MODEL = Path.of("content");
  private static final int REPORTS = 120;

  @TempDir Path folder;

  @Test
  void theProofReaderMissesNothingButTranslations() throws IOException {
    CorpusMaker.make(MODEL, folder, REPORTS);

    Diagnostics diagnostics = new Diagnostics();
    Archive archive =
        Objects.requireNonNull(new ContentReader(folder, "content", diagnostics).read());
    ArchiveChecker.check(archive, diagnostics);

    assertThat(archive.reports()).hasSize(REPORTS);
    List<Diagnostic> found = diagnostics.sorted();
    assertThat(found).hasSizeBetween(1, REPORTS / 20);
    assertThat(found).extracting(Diagnostic::code).containsOnly(Code.UNTRANSLATED_REPORT);
  }

  @Test
  void theSameNumberGivesTheSameBytesAndASmallerOneTheStartOfThem() throws IOException {
    CorpusMaker.make(MODEL, folder.resolve("one"), REPORTS);
    CorpusMaker.make(MODEL, folder.resolve("other"), REPORTS);
    CorpusMaker.make(MODEL, folder.resolve("start"), REPORTS / 2);

    Map<String, ByteBuffer> files = files("one");
    assertThat(files("other")).isEqualTo(files);
    assertThat(files.entrySet()).containsAll(files("start").entrySet());
  }

  private Map<String, ByteBuffer> files(String archive) throws IOException {
    Path root = folder.resolve(archive);
    Map<String, ByteBuffer> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file).toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
      }
    }
    return files;
  }
}
