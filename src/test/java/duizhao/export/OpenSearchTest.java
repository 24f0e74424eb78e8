package duizhao.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class OpenSearchTest {
  private static final String NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/";

  @Test
  void leadsToTheSearchOfEachLanguage() {
    Map<String, String> files = Sample.export(Sample.plan(Sample.BASE));
    for (String language : List.of("zh", "en")) {
      Element description = XmlTree.read(files.get("opensearch-" + language + ".xml"));
      assertThat(description.getNamespaceURI()).isEqualTo(NAMESPACE);
      assertThat(only(description, "Url").getAttribute("template"))
          .isEqualTo(Sample.BASE + language + "/search/?q={searchTerms}");
      assertThat(only(description, "Language").getTextContent()).startsWith(language);
    }
  }

  @Test
  void keepsNamesAsShortAsTheFormatWants() {
    Sample.export(Sample.plan(Sample.BASE))
        .forEach(
            (path, text) -> {
              if (path.startsWith("opensearch-")) {
                Element description = XmlTree.read(text);
                assertThat(only(description, "ShortName").getTextContent()).hasSizeBetween(1, 16);
                assertThat(only(description, "LongName").getTextContent()).hasSizeBetween(1, 48);
                assertThat(only(description, "Description").getTextContent())
                    .hasSizeLessThanOrEqualTo(1024);
              }
            });
  }

  @Test
  void needsAnAddressOfTheSite() {
    assertThat(Sample.export(Sample.plan(null)).keySet())
        .noneMatch(path -> path.startsWith("opensearch"));
  }

  private static Element only(Element parent, String name) {
    List<Element> found = XmlTree.children(parent, NAMESPACE, name);
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
