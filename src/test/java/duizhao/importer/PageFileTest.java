package duizhao.importer;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.diagnostic.Diagnostics;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decodes pages, and refuses what is none. */
class PageFileTest {

  private static final String TEXT = "锅炉工有了清凉假\n\n本报讯（记者钱湖）日前，湖山县总工会开会。\n";

  private static List<String> lines(byte[] bytes) {
    Diagnostics diagnostics = new Diagnostics();
    PageText page = PageFile.read("page.txt", bytes, diagnostics);
    assertThat(diagnostics.sorted()).isEmpty();
    assertThat(page).isNotNull();
    return page.pieces().stream().map(Piece::text).toList();
  }

  private static String refused(String name, byte[] bytes) {
    Diagnostics diagnostics = new Diagnostics();
    assertThat(PageFile.read(name, bytes, diagnostics)).isNull();
    return diagnostics.sorted().stream()
        .map(d -> d.at() + ": " + d.message() + " [" + d.code().id() + "]")
        .collect(Collectors.joining("\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GBK", "GB18030", "UTF-16"})
  void allEncodingsOfChinesePagesAreRead(String charset) {
    assertThat(lines(TEXT.getBytes(Charset.forName(charset))))
        .containsExactly("锅炉工有了清凉假", "本报讯（记者钱湖）日前，湖山县总工会开会。");
  }

  @Test
  void marksOfByteOrderAndLineBreaksOfOtherSystemsAreNoText() {
    String windows = "\uFEFF" + TEXT.replace("\n", "\r\n");
    String old = TEXT.replace('\n', '\r');
    for (String text : List.of(windows, old)) {
      assertThat(lines(text.getBytes(StandardCharsets.UTF_8)))
          .containsExactly("锅炉工有了清凉假", "本报讯（记者钱湖）日前，湖山县总工会开会。");
    }
  }

  @Test
  void whatIsNoPageIsRefusedInOneSentence() {
    assertThat(refused("p.txt", new byte[0]))
        .isEqualTo("p.txt:1:1: \"p.txt\" has no text [empty-file]");
    assertThat(refused("p.txt", "\uFEFF \r\n\u3000".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("p.txt:1:1: \"p.txt\" has no text [empty-file]");
    assertThat(refused("p.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0}))
        .isEqualTo("p.png:1:1: \"p.png\" is no text [invalid-utf8]");
    assertThat(refused("p.txt", new byte[5 << 20]))
        .startsWith("p.txt:1:1: \"p.txt\" has 5242880 bytes, more than a newspaper page can have");
    byte[] book = "工会".repeat(30_000).getBytes(StandardCharsets.UTF_8);
    assertThat(refused("p.txt", book))
        .startsWith("p.txt:1:1: \"p.txt\" has 60000 characters, more than a newspaper page");
  }

  @Test
  void chinesePagesInUtf16AreReadWithoutAMark() {
    for (java.nio.charset.Charset charset :
        List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertThat(lines(TEXT.getBytes(charset)))
          .containsExactly("锅炉工有了清凉假", "本报讯（记者钱湖）日前，湖山县总工会开会。");
    }
  }

  @Test
  void pagesThatWereNotSavedToTheirEndAreToldByTheirLastByte() {
    for (String charset : List.of("UTF-8", "GBK", "UTF-16")) {
      byte[] bytes = TEXT.strip().getBytes(Charset.forName(charset));
      byte[] half = java.util.Arrays.copyOf(bytes, bytes.length - 1);
      assertThat(refused("p.txt", half))
          .isEqualTo(
              "p.txt:1:1: \"p.txt\" breaks off in the middle of a character, after "
                  + half.length
                  + " bytes [invalid-utf8]");
    }
  }

  @Test
  void aBadByteInUtf8IsNotTakenForAnotherEncoding() {
    byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
    bytes[61] = (byte) 0xFF;
    assertThat(refused("p.txt", bytes))
        .isEqualTo("p.txt:1:1: \"p.txt\" is UTF-8, but for the byte at offset 59 [invalid-utf8]");
  }

  @Test
  void markupThatMeansHarmIsText() {
    String html =
        "<html><head><title>页</title><script>alert('本报讯')</script></head><body onload=x>"
            + "<div>".repeat(300)
            + "<h1>锅炉工有了清凉假</h1><p>本报讯（记者钱湖）日前，湖山县总工会<b onclick='x'>开会</b>。</p>"
            + "<p>&lt;script&gt;alert(1)&lt;/script&gt;\u0000\u202E</p><iframe src='javascript:1'>";
    PageText page = HtmlPage.read("p.html", html);
    Reading reading = Reading.of(page, List.of());
    Proof.check(page, reading);
    String all = page.lines().stream().map(PageText.Line::text).collect(Collectors.joining("\n"));
    assertThat(all).contains("锅炉工有了清凉假", "湖山县总工会开会。").doesNotContain("alert('本报讯')");
  }

  @Test
  void bytesOfAnyKindAreReadOrRefused() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      byte[] bytes = new byte[random.nextInt(400)];
      random.nextBytes(bytes);
      for (int i = 0; seed % 2 == 0 && i < bytes.length; i++) {
        bytes[i] = (byte) (bytes[i] < 0 ? bytes[i] : 0x20 + (bytes[i] & 0x3F));
      }
      String name = seed % 3 == 0 ? "p.html" : "p.txt";
      PageText page = PageFile.read(name, bytes, new Diagnostics());
      if (page != null) {
        Proof.check(page, Reading.of(page, List.of()));
      }
    }
  }
}
