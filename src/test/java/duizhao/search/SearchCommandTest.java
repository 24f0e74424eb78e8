package duizhao.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import duizhao.SiteBuild;
import duizhao.cli.Invocation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code duizhao search} prints, and how it ends. */
class SearchCommandTest {

  private static final Path SITE = Path.of("target/search-command/site");

  @BeforeAll
  static void build() throws IOException {
    SiteBuild.build(
        new SiteBuild.Request(
            Path.of("content"), Path.of("themes"), SITE, null, null, List.of(), false),
        SiteBuild.Progress.NONE);
  }

  private static Invocation search(String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "search";
    all[1] = "--site";
    all[2] = SITE.toString();
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return Invocation.of(all);
  }

  @Test
  void resultsArePrintedWithTheirPagesAndCounted() {
    Invocation found = search("--limit", "2", "workers’ home");
    assertThat(found.exit()).isZero();
    assertThat(found.err()).isEmpty();
    assertThat(found.out())
        .containsPattern("(?m)^  target/search-command/site/zh/reports/[a-z0-9-]+/index.html")
        .containsPattern("[0-9]+ reports, the first 2 shown; also searched for: .*\\R\\z")
        .doesNotContain("\u001b");
  }

  @Test
  void matchesAreColouredWhenAskedFor() {
    assertThat(search("--color", "always", "技能").out()).contains("\u001b[33;1m技能\u001b[0m");
  }

  @Test
  void theLanguageIsThatOfTheReader() {
    assertThat(search("--lang", "en", "--limit", "1", "技能").out()).contains("/en/reports/");
    assertThat(search("--lang", "fr", "技能").exit()).isEqualTo(2);
  }

  @Test
  void jsonHoldsTheAnswer() {
    JsonObject answer =
        JsonParser.parseString(search("--json", "--limit", "1", "技能").out()).getAsJsonObject();
    assertThat(answer.keySet()).containsExactly("total", "hits", "also", "instead", "partial");
    assertThat(answer.getAsJsonArray("hits").get(0).getAsJsonObject().keySet())
        .contains("document", "report", "title", "marks", "newspaper", "date", "snippet", "path")
        .contains("programmes", "regions");
  }

  @Test
  void nothingFoundIsNoError() {
    Invocation nothing = search("龘龘");
    assertThat(nothing.exit()).isZero();
    assertThat(nothing.out()).isEqualTo("0 reports" + System.lineSeparator());
  }

  @Test
  void aQueryMayBeginWithAMinus() {
    assertThat(search("--", "-技能", "工会").exit()).isZero();
  }

  @Test
  void aMissingIndexIsToldWithWhatToDo(@TempDir Path empty) {
    Invocation failed = Invocation.of("search", "--site", empty.toString(), "工会");
    assertThat(failed.exit()).isEqualTo(3);
    assertThat(failed.err())
        .contains("there is no search index in " + empty)
        .contains("hint: build the site first: duizhao build");
  }

  @Test
  void aQueryIsNeeded() {
    assertThat(Invocation.of("search").exit()).isEqualTo(2);
  }
}
