package duizhao.site;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.model.Archive;
import duizhao.model.Block;
import duizhao.model.Edition;
import duizhao.model.LocalizedText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How this archive writes Chinese and English. */
class WordsOfTheArchiveTest {

  private static final String HAN = "\\p{IsHan}";
  private static final String CJK_MARKS = "，。；：？！、（）《》【】";

  /** A text of one language, and where it stands. */
  private record Words(String where, String text) {}

  private static final List<Words> CHINESE = new ArrayList<>();
  private static final List<Words> ENGLISH = new ArrayList<>();

  @BeforeAll
  static void collect() {
    CHINESE.clear();
    ENGLISH.clear();
    Archive archive = Site.withBase().plan().archive();
    add("archive", archive.title());
    add("archive", archive.description());
    archive
        .reports()
        .forEach(
            report -> {
              add(report.id() + ", title", report.title());
              add(report.id() + ", summary", report.summary());
              if (report.source().dateNote() != null) {
                add(report.id() + ", date_note", report.source().dateNote());
              }
              report.figures().forEach(figure -> add(report.id() + ", what", figure.what()));
              report.editions().values().forEach(edition -> add(report.id(), edition));
            });
    archive
        .pages()
        .forEach(page -> page.editions().values().forEach(edition -> add(page.id(), edition)));
    archive
        .programmes()
        .values()
        .forEach(
            programme -> {
              add(programme.id(), programme.label());
              add(programme.id(), programme.scope());
            });
    assertThat(CHINESE).hasSizeGreaterThan(100);
    assertThat(ENGLISH).hasSizeGreaterThan(100);
  }

  private static void add(String where, LocalizedText text) {
    text.byLanguage()
        .forEach(
            (language, words) ->
                (language.equals("zh") ? CHINESE : ENGLISH).add(new Words(where, words)));
  }

  private static void add(String where, Edition edition) {
    for (Block block : edition.body().blocks()) {
      (edition.language().id().equals("zh") ? CHINESE : ENGLISH)
          .add(new Words(where + ", p" + block.number(), block.text()));
    }
  }

  private static List<String> found(List<Words> all, String pattern) {
    Pattern fault = Pattern.compile(pattern);
    List<String> found = new ArrayList<>();
    for (Words words : all) {
      Matcher matcher = fault.matcher(words.text());
      while (matcher.find()) {
        int end = Math.min(words.text().length(), matcher.end() + 12);
        found.add(
            words.where() + ": " + words.text().substring(Math.max(0, matcher.start() - 12), end));
      }
    }
    return found;
  }

  @Test
  void quotesAreCurved() {
    assertThat(found(CHINESE, "[\"']")).isEmpty();
    assertThat(found(ENGLISH, "[\"']")).isEmpty();
  }

  @Test
  void marksBetweenChineseCharactersAreFullWidth() {
    assertThat(found(CHINESE, HAN + "\\s*[,;:?!()]|[,;?!()]\\s*" + HAN + "|" + HAN + "\\." + HAN))
        .isEmpty();
  }

  @Test
  void chineseHasNoSpacesBetweenCharacters() {
    // Creative Commons writes the Chinese name of its licence with spaces.
    assertThat(
            found(
                CHINESE, "(?<!知识共享)(?<=[" + HAN + CJK_MARKS + "]) +(?=[" + HAN + CJK_MARKS + "])"))
        .isEmpty();
  }

  @Test
  void englishHasNoChineseMarks() {
    assertThat(found(ENGLISH, "(?<!" + HAN + ")[" + CJK_MARKS + "](?!" + HAN + ")")).isEmpty();
  }

  @Test
  void englishGivesChineseCharactersOnlyInBracketsOrQuotesOrBesideTheirTranslation() {
    assertThat(found(ENGLISH, "(?<![(“‘《" + HAN + "、，])" + HAN + "+(?![)”’》" + HAN + "、，])"))
        .isEmpty();
  }

  @Test
  void spacesStandSinglyAndNeverBeforeAMark() {
    assertThat(found(ENGLISH, " {2,}| [,.;:?!)]|[,;] ?[,;.]")).isEmpty();
  }

  @Test
  void rangesHaveDashesAndNoHyphens() {
    assertThat(found(ENGLISH, "\\d-\\d|\\s-\\s")).isEmpty();
    assertThat(found(CHINESE, HAN + "-" + HAN + "|--")).isEmpty();
  }
}
