package duizhao.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import duizhao.text.SearchFold.Folded;
import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SearchFoldTest {

  private static final BitSet ASSIGNED =
      FoldRanges.set(
          Client.text("/terms/unicode-13.txt").lines().skip(1).findFirst().orElseThrow());

  /** Categories of characters: letters, digits and marks. */
  private static final BitSet KEPT = kept();

  private static Client client;

  /** Text to folded text and offsets, as {@link #shown} has them. */
  private static Value fold;

  private static Value words;
  private static Value isHan;

  @BeforeAll
  static void open() {
    client = new Client();
    Value terms = client.module("terms.js");
    words = terms.getMember("words");
    isHan = terms.getMember("isHan");
    fold =
        client
            .eval(
                """
                (terms, pairs) => {
                  const table = terms.foldTable(pairs);
                  return (text) => {
                    const folded = terms.foldWithOffsets(text, table);
                    return folded.text + '|' + folded.offsets.join();
                  };
                }
                """)
            .execute(terms, SearchFold.table());
  }

  @AfterAll
  static void close() {
    client.close();
  }

  private static BitSet kept() {
    BitSet kept = new BitSet();
    kept.set(Character.UPPERCASE_LETTER, Character.OTHER_LETTER + 1);
    kept.set(Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK + 1);
    kept.set(Character.DECIMAL_DIGIT_NUMBER, Character.OTHER_NUMBER + 1);
    return kept;
  }

  private static String shown(Folded folded) {
    return folded.text()
        + "|"
        + Arrays.stream(folded.offsets())
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(","));
  }

  private static String inBrowser(String text) {
    return fold.execute(text).asString();
  }

  record Case(String text, String folded, List<String> words) {}

  static List<Case> cases() {
    return new Gson().fromJson(Client.text("/terms/fold.json"), new TypeToken<>() {});
  }

  @ParameterizedTest
  @MethodSource("cases")
  void foldsAndCuts(Case c) {
    assertThat(SearchFold.fold(c.text())).isEqualTo(c.folded());
    assertThat(SearchFold.words(c.folded())).isEqualTo(c.words());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theBrowserFoldsAndCutsAlike(Case c) {
    assertThat(inBrowser(c.text())).startsWith(c.folded() + "|");
    assertThat(words.execute(c.folded()).as(String[].class)).containsExactlyElementsOf(c.words());
  }

  static List<List<String>> sentences() {
    return new Gson().fromJson(Client.text("/terms/sentences.json"), new TypeToken<>() {});
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void aTraditionalSentenceFoldsToItsSimplifiedOne(List<String> sentence) {
    assertThat(SearchFold.fold(sentence.get(0))).isEqualTo(SearchFold.fold(sentence.get(1)));
  }

  @Test
  void withoutTheTableTheBrowserLeavesChineseCharactersAlone() {
    Value plain = client.module("terms.js").getMember("fold");
    assertThat(plain.execute("總工會　ABC", null).asString()).isEqualTo("總工會 abc");
    assertThat(plain.execute("总工会").asString()).isEqualTo("总工会");
  }

  @ParameterizedTest
  @CsvSource({
    "'职工。', '0,1,2'",
    "'「职 - 工」', '1,2,5,6'",
    "'Xi''an', '0,1,3,4,5'",
    "'workers'' home', '0,1,2,3,4,5,6,7,9,10,11,12,13'",
    "'e\u0301t', '0,2,3'",
    "'㈱a', '0,0,1,2'",
    "'𠮷a', '0,0,2,3'",
    "'', '0'",
  })
  void offsetsSayWhereALetterComesFrom(String text, String offsets) {
    assertThat(shown(SearchFold.foldWithOffsets(text))).endsWith("|" + offsets);
    assertThat(inBrowser(text)).endsWith("|" + offsets);
  }

  /** Each code point stands between letters, so that leaving out and separating differ. */
  @Test
  void theBrowserFoldsEveryCodePointAlike() {
    StringBuilder text = new StringBuilder();
    for (int c = 0; c <= Character.MAX_CODE_POINT; c += isDesert(c) ? 17 : 1) {
      text.appendCodePoint(c).append('x');
      if (text.length() > 0x2000 || c >= Character.MAX_CODE_POINT - 17) {
        assertThat(inBrowser(text.toString()))
            .as("up to %x", c)
            .isEqualTo(shown(SearchFold.foldWithOffsets(text.toString())));
        text.setLength(0);
      }
    }
  }

  /** Planes without assigned characters, and private ones: every seventeenth has to do. */
  private static boolean isDesert(int c) {
    return (c >= 0x40000 && c < 0xE0000) || c >= 0xF0000;
  }

  @Test
  void theBrowserKnowsTheSameChineseCharacters() {
    String han =
        client
            .eval(
                """
                (isHan) => {
                  const bounds = [];
                  let was = false;
                  for (let c = 0; c <= 0x10ffff; c++) if (isHan(c) != was) bounds.push(c), (was = !was);
                  return bounds.join();
                }
                """)
            .execute(isHan)
            .asString();
    BitSet expected = new BitSet();
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      expected.set(c, SearchFold.isHan(c));
      // Two punctuation marks of old Chinese have come to be counted as Han after Unicode 13.
      if (ASSIGNED.get(c) && c != 0x16FE2 && c != 0x16FE3) {
        assertThat(SearchFold.isHan(c))
            .as("%x", c)
            .isEqualTo(UnicodeScript.of(c) == UnicodeScript.HAN);
      }
    }
    StringBuilder bounds = new StringBuilder();
    for (int c = 0, was = 0; c <= Character.MAX_CODE_POINT; c++) {
      if ((expected.get(c) ? 1 : 0) != was) {
        bounds.append(bounds.isEmpty() ? "" : ",").append(c);
        was = 1 - was;
      }
    }
    assertThat(han).isEqualTo(bounds.toString());
  }

  /** All that Unicode 13 assigns and this Java decomposes or writes small, the ranges know too. */
  @Test
  void decomposesAndWritesSmallAllOfUnicode13() {
    ASSIGNED.stream()
        .filter(c -> c != '´' && Character.getType(c) != Character.SURROGATE)
        .forEach(
            c -> {
              StringBuilder small = new StringBuilder();
              Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
                  .codePoints()
                  .map(Character::toLowerCase)
                  .forEach(small::appendCodePoint);
              assertThat(SearchFold.fold(between(Character.toString(c))))
                  .as("%x", c)
                  .isEqualTo(SearchFold.fold(between(small.toString())));
            });
  }

  @Test
  void keepsTheLettersDigitsAndMarksOfUnicode13AndNothingElse() {
    ASSIGNED.stream()
        .filter(c -> "'`´ʻʼ‘’‛".indexOf(c) < 0)
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .filter(c -> UnicodeBlock.of(c) != UnicodeBlock.CJK_RADICALS_SUPPLEMENT)
        .filter(c -> Normalizer.isNormalized(Character.toString(c), Normalizer.Form.NFKD))
        .forEach(
            c ->
                assertThat(SearchFold.fold(between(Character.toString(c))).contains(" "))
                    .as("%x separates", c)
                    .isEqualTo(!KEPT.get(Character.getType(c))));
  }

  private static String between(String text) {
    return "x" + text + "x";
  }

  @Test
  void foldingTwiceIsFoldingOnce() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      String once = SearchFold.fold(between(Character.toString(c)));
      assertThat(SearchFold.fold(once)).as("%x", c).isEqualTo(once);
    }
  }

  private static final String[] PIECES = {
    " ", "\n", "，", "。", "'", "’", "‘", "ʼn", "\u0301", "\u0308", "\u3099", "\u200d", "\ufe0f",
    "\u00ad", "職", "职", "裏", "總工會", "⻄", "⼯", "𠮷", "a", "B", "Ü", "İ", "ß", "Σ", "ς", "ﬁ", "㈱",
    "½", "Ⅳ", "Ａ", "１", "％", "가", "ガ", "ｶﾞ", "שלום", "مَرحبا", "ﷺ", "😀", "👍🏽", "👩‍🏭", "🇨🇳",
    "\ud800", "\udc00", "\ud842", "々", "〇"
  };

  static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      switch (random.nextInt(4)) {
        case 0 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
        case 1 -> text.append((char) random.nextInt(Character.MAX_VALUE + 1));
        default -> text.append(PIECES[random.nextInt(PIECES.length)]);
      }
    }
    return text.toString();
  }

  static Stream<String> texts() {
    return new Random(20201118).ints(5000).mapToObj(seed -> text(new Random(seed)));
  }

  @Test
  void theBrowserFoldsAnythingAlike() {
    texts()
        .forEach(
            text -> {
              Folded folded = SearchFold.foldWithOffsets(text);
              String escaped = new Gson().toJson(text);
              assertThat(inBrowser(text)).as(escaped).isEqualTo(shown(folded));
              assertThat(SearchFold.fold(folded.text())).as(escaped).isEqualTo(folded.text());
              assertThat(folded.offsets())
                  .as(escaped)
                  .isSorted()
                  .hasSize(folded.text().length() + 1);
              assertThat(words.execute(folded.text()).as(String[].class))
                  .as(escaped)
                  .containsExactlyElementsOf(SearchFold.words(folded.text()));
            });
  }

  @Test
  void foldingIsThatOfItsPartsBetweenSpaces() {
    List<String> texts = texts().limit(200).toList();
    assertThat(SearchFold.fold(String.join("\n", texts)))
        .isEqualTo(
            texts.stream()
                .map(SearchFold::fold)
                .filter(folded -> !folded.isEmpty())
                .collect(Collectors.joining(" ")));
  }
}
