package duizhao.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the program is made of: every part in one version that is written down, and its licence. */
class SupplyChainTest {

  private static Document pom;
  private static final Map<String, String> PROPERTIES = new HashMap<>();

  @BeforeAll
  static void read() throws IOException {
    pom = Jsoup.parse(Files.readString(Path.of("pom.xml")), Parser.xmlParser());
    for (Element property : pom.select("project > properties > *")) {
      PROPERTIES.put("${" + property.tagName() + "}", property.text());
    }
  }

  private static String child(Element of, String name) {
    Element found = of.selectFirst("> " + name);
    return found == null ? "" : found.text();
  }

  private static String version(String written) {
    return PROPERTIES.getOrDefault(written, written);
  }

  @Test
  void everyVersionIsOneVersion() {
    assertThat(pom.select("version").eachText())
        .filteredOn(version -> !version.startsWith("[")) // what the enforcer asks of Java and Maven
        .allSatisfy(version -> assertThat(version(version)).matches("[0-9][0-9A-Za-z.-]*"))
        .noneMatch(version -> version(version).matches("(?i).*(snapshot|latest|release).*"));
    assertThat(pom.select("dependency > version, plugin > version, path > version").eachText())
        .noneMatch(version -> version.startsWith("["));
  }

  @Test
  void everyPluginAndEveryLibraryHasAVersion() {
    Map<String, String> plugins = new HashMap<>();
    for (Element plugin : pom.select("plugin")) {
      plugins.merge(child(plugin, "artifactId"), child(plugin, "version"), (a, b) -> a + b);
    }
    assertThat(plugins).hasSizeGreaterThan(12).allSatisfy((name, v) -> assertThat(v).isNotEmpty());
    assertThat(pom.select("dependency"))
        .hasSizeGreaterThan(20)
        .allSatisfy(library -> assertThat(child(library, "version")).isNotEmpty());
  }

  /** The licence's text is in the jar; this says which is whose. */
  @Test
  void everyLibraryInTheJarIsInTheNotice() throws IOException {
    String notice =
        Files.readString(Path.of("src/main/resources/META-INF/NOTICE")).toLowerCase(Locale.ROOT);
    int libraries = 0;
    for (Element library : pom.select("project > dependencies > dependency")) {
      String name = child(library, "artifactId");
      if (!child(library, "scope").equals("test") && !name.equals("jspecify")) {
        assertThat(notice).contains(name.replaceFirst("-ext-.*", ""));
        libraries++;
      }
    }
    assertThat(libraries).isGreaterThan(7);
    assertThat(notice).contains("heaven", "nlp-common", "api guardian");
  }
}
