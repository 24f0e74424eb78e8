package duizhao.site;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.plan.Page;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nu.validator.client.EmbeddedValidator;
import nu.validator.validation.SimpleDocumentValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** Every page is valid HTML as the Nu Html Checker knows it, without errors and warnings. */
class HtmlValidityTest {

  /** Collects what the checker says of one page after the other. */
  private static final class Complaints implements ErrorHandler {

    private final List<String> all = new ArrayList<>();
    private String page = "";

    private void add(String severity, SAXParseException e) {
      all.add(
          page
              + ":"
              + e.getLineNumber()
              + ":"
              + e.getColumnNumber()
              + " "
              + severity
              + ": "
              + e.getMessage());
    }

    @Override
    public void warning(SAXParseException e) {
      add("warning", e);
    }

    @Override
    public void error(SAXParseException e) {
      add("error", e);
    }

    @Override
    public void fatalError(SAXParseException e) {
      add("fatal", e);
    }
  }

  static List<String> complaints(List<Path> files) throws Exception {
    Complaints complaints = new Complaints();
    SimpleDocumentValidator validator = new SimpleDocumentValidator(true, false, false);
    validator.setUpMainSchema(EmbeddedValidator.SCHEMA_URL, complaints);
    validator.setUpValidatorAndParsers(complaints, true, false);
    for (Path file : files) {
      complaints.page = file.toString();
      try (InputStream in = Files.newInputStream(file)) {
        InputSource source = new InputSource(in);
        source.setEncoding("UTF-8");
        // For 'self', in the page's Content Security Policy, the checker needs a host.
        source.setSystemId("https://duizhao.example/" + file.toString().replace('\\', '/'));
        validator.checkHtmlInputSource(source);
      }
    }
    // The checker takes data, which browsers do not run, for a script.
    complaints.all.removeIf(c -> c.contains("Inline script violates Content Security Policy"));
    return complaints.all;
  }

  @Test
  void everyPageIsValid() throws Exception {
    Site site = Site.withBase();
    assertThat(complaints(site.pages().keySet().stream().map(site.folder()::resolve).toList()))
        .isEmpty();
  }

  /** The other sites differ from the first in these pages, and in the head of every page. */
  @Test
  void pagesOfEveryKindAreValidInUnfinishedArchivesToo() throws Exception {
    List<Path> files = new ArrayList<>();
    for (Site site : List.of(Site.withoutAddress(), Site.incomplete())) {
      Set<String> kinds = new HashSet<>();
      for (Page page : site.plan().pages()) {
        String path = page.head().path().value();
        if (kinds.add(page.head().language().id() + " " + page.template())
            || path.matches(".*/(" + Site.UNTRANSLATED + "|" + Site.WITH_PICTURE + ")/.*")
            || path.contains("/history/")) {
          files.add(site.folder().resolve(path));
        }
      }
    }
    assertThat(files).hasSizeGreaterThan(60);
    assertThat(complaints(files)).isEmpty();
  }

  @Test
  void theCheckerComplainsOfErrorsAndOfWarnings(@TempDir Path folder) throws Exception {
    Path page = folder.resolve("page.html");
    Files.writeString(
        page,
        """
        <!DOCTYPE html>
        <html lang="en">
        <title>A page</title>
        <section><p id="p1">One</p></section>
        <p id="p1">Two</p>
        """);
    assertThat(complaints(List.of(page)))
        .anyMatch(complaint -> complaint.contains("error: Duplicate ID"))
        .anyMatch(complaint -> complaint.contains("warning: Section lacks heading"));
  }
}
