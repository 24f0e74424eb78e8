package duizhao.cite;

import static duizhao.cite.Works.EN;
import static duizhao.cite.Works.ZH;
import static duizhao.cite.Works.article;
import static duizhao.cite.Works.chinese;
import static duizhao.cite.Works.english;
import static duizhao.cite.Works.text;
import static org.assertj.core.api.Assertions.assertThat;

import de.undercouch.citeproc.CSL;
import de.undercouch.citeproc.ListItemDataProvider;
import de.undercouch.citeproc.csl.CSLItemData;
import de.undercouch.citeproc.helper.json.JsonLexer;
import de.undercouch.citeproc.helper.json.JsonParser;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Holds the styles to those of the Citation Style Language project, which reference managers use,
 * and with them the CSL-JSON that these are worded from. What differs on purpose:
 *
 * <ul>
 *   <li>GB/T 7714 asks for the day of reading; the CSL style leaves it out when no one tells it.
 *   <li>Chicago has Chinese authors in letters and characters (17th ed., 11.110), which CSL cannot
 *       say, and no comma before the last of two where none was turned round (14.76). MLA likewise.
 *   <li>Chicago's notes may give a page (Citation Quick Guide); the CSL style gives none.
 *   <li>APA, Chicago and MLA have the title in English after one in Chinese, for which CSL has no
 *       variable.
 *   <li>GB/T 7714, 8.1.2, has “et al” after authors in English; the CSL style knows one language.
 *   <li>GB/T 7714, 8.1.1, parts initials by spaces; the CSL style leaves hyphens in.
 *   <li>The processor capitalises small words anew, and drops the quotation marks from a title
 *       whose author is missing.
 * </ul>
 */
class CslStylesTest {

  private static final List<Work> ENGLISH =
      List.of(
          article(
              EN,
              "North Korea vows to restart shuttered nuclear reactor",
              null,
              "The Washington Post",
              "2013-04-02",
              1,
              null,
              english("Chico Harlan")),
          article(
              EN,
              "Snap Makes a Bet on the Cultural Supremacy of the Camera",
              null,
              "New York Times",
              "2017-03-08",
              null,
              "https://www.example.org/snap",
              english("Farhad Manjoo")),
          article(
              EN,
              "A home for workers and for drivers: tea is on the union",
              null,
              "Daily",
              "2017-09",
              12,
              null,
              english("Farhad Manjoo"),
              english("Mary Smith Jones")),
          article(
              EN,
              "iPhones for all, says a union",
              null,
              "Daily",
              "2017",
              2,
              null,
              english("Farhad Manjoo"),
              english("Mary Jones"),
              english("Ann Lee"),
              english("Bo Li")));

  private static final List<Work> CHINESE =
      List.of(
          article(ZH, "数字革命与竞争国际化", null, "中国青年报", "2000-11-20", 15, null, chinese("丁文祥", null)),
          article(
              ZH,
              "职工之家建到车间",
              null,
              "工人日报",
              "2013-01-12",
              4,
              "http://www.example.org/home",
              chinese("刘国", null),
              chinese("杨柳", null),
              chinese("张洋", null),
              chinese("雷雨", null)),
          article(ZH, "没有署名的报道", null, "工人日报", "2020-11", 3, null));

  private static final String GB_T_7714 = "china-national-standard-gb-t-7714-2015-numeric";
  private static final String CHICAGO = "chicago-notes-bibliography-17th-edition";

  private static CSL csl(String style, Work work) throws IOException {
    Object item =
        new JsonParser(new JsonLexer(new StringReader(CslJson.of(List.of(work)))))
            .parseArray()
            .get(0);
    @SuppressWarnings("unchecked")
    Map<String, Object> values = (Map<String, Object>) item;
    CSL csl = new CSL(new ListItemDataProvider(CSLItemData.fromJson(values)), style);
    csl.setOutputFormat("text");
    csl.registerCitationItems(work.key());
    return csl;
  }

  private static String entry(String style, Work work) throws IOException {
    return String.join("", csl(style, work).makeBibliography().getEntries()).strip();
  }

  private static String note(Work work) throws IOException {
    return csl(CHICAGO, work).makeCitation(work.key()).get(0).getText();
  }

  @Test
  void gbtWordsArticlesAsItsStyleDoes() throws IOException {
    for (List<Work> works : List.of(ENGLISH, CHINESE)) {
      for (Work work : works) {
        assertThat(text(GbT7714.of(work)).replaceAll("\\[(?:引用日期|date of access)]", ""))
            .isEqualTo(
                entry(GB_T_7714, work)
                    .replaceFirst("^\\[1]", "")
                    .replace("LEE A, 等", "LEE A, et al"));
      }
    }
  }

  @Test
  void chicagoWordsEntriesAndNotesAsItsStyleDoes() throws IOException {
    for (Work work : ENGLISH) {
      assertThat(text(Chicago.bibliography(work))).isEqualTo(entry(CHICAGO, work));
      String page = work.page() == null ? "" : ", " + work.page();
      assertThat(text(Chicago.note(work)).replaceFirst(page + "\\.$", ".")).isEqualTo(note(work));
    }
    Work one = CHINESE.get(0);
    assertThat(text(Chicago.bibliography(one))).isEqualTo(entry(CHICAGO, one));
    assertThat(text(Chicago.note(CHINESE.get(1))).replaceFirst(", 4,", ","))
        .isEqualTo(note(CHINESE.get(1)));
  }

  @Test
  void apaWordsArticlesAsItsStyleDoes() throws IOException {
    for (List<Work> works : List.of(ENGLISH, CHINESE)) {
      for (Work work : works) {
        assertThat(text(Apa.of(work))).isEqualTo(entry("apa", work));
      }
    }
  }

  @Test
  void mlaWordsArticlesAsItsStyleDoes() throws IOException {
    for (List<Work> works : List.of(ENGLISH, CHINESE)) {
      for (Work work : works) {
        assertThat(text(Mla.of(work)))
            .isEqualTo(
                entry("modern-language-association", work).replace("刘国, et al.", "刘国 et al."));
      }
    }
  }
}
