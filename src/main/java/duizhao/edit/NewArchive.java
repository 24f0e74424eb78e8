package duizhao.edit;

import duizhao.read.JsonSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An archive to start from: small, whole, and about an invented place. */
public final class NewArchive {

  /** Its files, as they lie beside this class. */
  private static final List<String> FILES =
      List.of(
          "README.md",
          "content/archive.yaml",
          "content/glossary.yaml",
          "content/newspapers.yaml",
          "content/programmes.yaml",
          "content/regions.yaml",
          "content/units.yaml",
          "content/pages/about/page.yaml",
          "content/pages/about/zh.md",
          "content/pages/about/en.md",
          "content/reports/2024/first-rooftop-harvest/report.yaml",
          "content/reports/2024/first-rooftop-harvest/zh.md",
          "content/reports/2024/first-rooftop-harvest/en.md",
          "content/reports/2024/repair-day/report.yaml",
          "content/reports/2024/repair-day/zh.md",
          "content/reports/2024/repair-day/en.md",
          "content/reports/2024/tool-library-opens/report.yaml",
          "content/reports/2024/tool-library-opens/zh.md",
          "content/reports/2024/tool-library-opens/en.md");

  private static final String SCHEMAS = "content/.schema/";

  private NewArchive() {}

  /**
   * Makes the archive.
   *
   * @param folder must be missing or empty
   * @return the paths of its files below the folder, without those for editors' tools
   * @throws EditException when the folder holds something, or cannot be written; then there is
   *     nothing new in it
   */
  public static List<String> make(Path folder) throws IOException {
    Map<String, String> files = files();
    NewFolder.make(folder, files);
    return files.keySet().stream().filter(file -> !file.startsWith(SCHEMAS)).toList();
  }

  /** The texts of its files by their paths. */
  static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    FILES.forEach(file -> files.put(file, text(file)));
    files.put(".gitignore", text("gitignore")); // packers leave out files that start with a dot
    JsonSchema.all().forEach((name, schema) -> files.put(SCHEMAS + name + ".json", schema));
    return files;
  }

  private static String text(String file) {
    try (InputStream in = NewArchive.class.getResourceAsStream("archive/" + file)) {
      return new String(
          Objects.requireNonNull(in, file + " is not packed").readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
