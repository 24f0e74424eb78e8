package duizhao.cite;

import static duizhao.cite.Works.EN;
import static duizhao.cite.Works.ZH;
import static duizhao.cite.Works.article;
import static duizhao.cite.Works.chinese;
import static duizhao.cite.Works.english;
import static duizhao.cite.Works.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the styles to examples of newspaper articles that guides to them print. */
class PublishedExamplesTest {

  /**
   * An article, and how a guide cites it.
   *
   * @param source the guide
   */
  record Example(String source, Work work, Function<Work, Line> style, String expected) {}

  private static final Work SNAP =
      article(
          EN,
          "Snap Makes a Bet on the Cultural Supremacy of the Camera",
          null,
          "New York Times",
          "2017-03-08",
          null,
          null,
          english("Farhad Manjoo"));

  private static final Work DYSTOPIA =
      article(
          EN,
          "The Prophet of Dystopia",
          null,
          "New Yorker",
          "2017-04-17",
          43,
          null,
          english("Rebecca Mead"));

  private static final Work TEXAS =
      article(
          EN,
          "In Texas, Ad Heats Up Race for Governor",
          null,
          "New York Times",
          "2002-07-30",
          null,
          null);

  /** Guides print sections of American newspapers by letters; the archive counts pages. */
  private static String page(String expected) {
    return expected.replace("LZ01", "1").replace("A1, A4", "1");
  }

  static Stream<Example> examples() {
    String chicago = "Chicago Manual of Style, 17th ed., Citation Quick Guide, news or magazine";
    String apa = "apastyle.apa.org, reference examples, newspaper article";
    return Stream.of(
        new Example(
            "GB/T 7714-2015, 4.4.2",
            article(ZH, "数字革命与竞争国际化", null, "中国青年报", "2000-11-20", 15, null, chinese("丁文祥", null)),
            GbT7714::of,
            "丁文祥. 数字革命与竞争国际化[N]. 中国青年报, 2000-11-20(15)."),
        new Example(
            chicago,
            SNAP,
            Chicago::note,
            "Farhad Manjoo, “Snap Makes a Bet on the Cultural Supremacy of the Camera,” New York"
                + " Times, March 8, 2017."),
        new Example(
            chicago,
            SNAP,
            Chicago::bibliography,
            "Manjoo, Farhad. “Snap Makes a Bet on the Cultural Supremacy of the Camera.” New York"
                + " Times, March 8, 2017."),
        new Example(
            chicago,
            DYSTOPIA,
            Chicago::note,
            "Rebecca Mead, “The Prophet of Dystopia,” New Yorker, April 17, 2017, 43."),
        new Example(
            chicago,
            DYSTOPIA,
            Chicago::bibliography,
            "Mead, Rebecca. “The Prophet of Dystopia.” New Yorker, April 17, 2017."),
        new Example(
            "Chicago Manual of Style, 17th ed., 14.199, unsigned",
            TEXAS,
            Chicago::note,
            "“In Texas, Ad Heats Up Race for Governor,” New York Times, July 30, 2002."),
        new Example(
            "Chicago Manual of Style, 17th ed., 14.199, unsigned",
            TEXAS,
            Chicago::bibliography,
            "New York Times. “In Texas, Ad Heats Up Race for Governor.” July 30, 2002."),
        new Example(
            apa,
            article(
                EN,
                "North Korea vows to restart shuttered nuclear reactor that can make bomb-grade"
                    + " plutonium",
                null,
                "The Washington Post",
                "2013-04-02",
                1,
                null,
                english("Chico Harlan")),
            Apa::of,
            "Harlan, C. (2013, April 2). North Korea vows to restart shuttered nuclear reactor that"
                + " can make bomb-grade plutonium. The Washington Post, A1, A4."),
        new Example(
            apa,
            article(
                EN,
                "Cancer death rate in U.S. sees largest one-year drop ever",
                null,
                "Chicago Tribune",
                "2020-01-08",
                null,
                null,
                english("Mike Stobbe")),
            Apa::of,
            "Stobbe, M. (2020, January 8). Cancer death rate in U.S. sees largest one-year drop"
                + " ever. Chicago Tribune."),
        new Example(
            "ACAP, APA 7 guide, newspaper articles",
            article(
                EN,
                "Domestic violence victims need legal backing",
                null,
                "The Age",
                "2020-02-24",
                20,
                null,
                english("Mary Iliadis")),
            Apa::of,
            "Iliadis, M. (2020, February 24). Domestic violence victims need legal backing. The"
                + " Age, 20."),
        new Example(
            "Purdue OWL, MLA works cited, periodicals",
            article(
                EN,
                "New Health Center Targets County’s Uninsured Patients",
                null,
                "Washington Post",
                "2007-05-24",
                1,
                null,
                english("Bill Brubaker")),
            Mla::of,
            "Brubaker, Bill. “New Health Center Targets County’s Uninsured Patients.” Washington"
                + " Post, 24 May 2007, p. LZ01."));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void citesAsTheGuideDoes(Example example) {
    assertThat(text(example.style().apply(example.work())))
        .as(example.source())
        .isEqualTo(page(example.expected()));
  }
}
