package duizhao.golden;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.SiteBuild;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same input gives the same bytes on any machine. */
class ElsewhereTest {

  @TempDir Path place;

  /** Another process also has another order of hash maps. */
  @Test
  void buildsTheSameBytesUnderATurkishLocaleInNepalAndInAnotherEncoding() throws Exception {
    Map<String, Map<String, String>> here = new TreeMap<>();
    for (GoldenCase golden : GoldenCase.all()) {
      if (golden.plan().isEmpty()) {
        continue; // nothing is built
      }
      SampleArchive archive = golden.in(place.resolve(golden.toString()));
      here.put(golden.toString(), build(archive));
      if (Files.exists(archive.site())) {
        Files.move(archive.site(), archive.folder().resolve("here"));
      }
    }
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Duser.timezone=Asia/Kathmandu",
                "-Dfile.encoding=GBK",
                "-cp",
                System.getProperty("java.class.path"),
                ElsewhereTest.class.getName(),
                place.toString())
            .redirectErrorStream(true)
            .redirectOutput(new File(place.toString(), "output.txt"))
            .start();
    int exit = process.waitFor();
    assertThat(exit).as(Files.readString(place.resolve("output.txt"))).isZero();
    for (Map.Entry<String, Map<String, String>> one : here.entrySet()) {
      assertThat(SampleArchive.snapshot(place.resolve(one.getKey()).resolve("site")))
          .as(one.getKey())
          .isEqualTo(one.getValue());
    }
    assertThat(here.values()).isNotEmpty();
  }

  private static Map<String, String> build(SampleArchive archive) throws IOException {
    SiteBuild.build(archive.request(), SiteBuild.Progress.NONE);
    return SampleArchive.snapshot(archive.site());
  }

  /** Builds every archive below a folder. */
  public static void main(String[] arguments) throws IOException {
    try (var folders = Files.list(Path.of(arguments[0]))) {
      for (Path folder : folders.filter(Files::isDirectory).toList()) {
        SiteBuild.build(new SampleArchive(folder).request(), SiteBuild.Progress.NONE);
      }
    }
  }
}
