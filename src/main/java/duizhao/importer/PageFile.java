package duizhao.importer;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Decodes the bytes of a page: plain text or HTML, in UTF-8, UTF-16, or a Chinese encoding. */
final class PageFile {

  /** In bytes. The text of a newspaper page has less than a hundredth of this. */
  static final long LARGEST = 4L << 20;

  /** In characters that are no white space. The fullest pages have half of this. */
  private static final int MOST_CHARACTERS = 40_000;

  private PageFile() {}

  /** The page; null, with a diagnostic, for what cannot be one. */
  static @Nullable PageText read(String name, byte[] bytes, Diagnostics diagnostics) {
    if (bytes.length > LARGEST) {
      diagnostics.add(
          Code.FILE_TOO_LARGE,
          Location.of(name),
          "\"" + name + "\" has " + bytes.length + " bytes, more than a newspaper page can have",
          "cut it into pages of at most " + LARGEST + " bytes");
      return null;
    }
    String text = decode(bytes);
    if (text == null || isBinary(text)) {
      diagnostics.add(
          Code.INVALID_UTF8,
          Location.of(name),
          "\"" + name + "\" is no text",
          "import plain text or HTML in UTF-8, UTF-16 or GB 18030 (GBK, GB 2312)");
      return null;
    }
    PageText page = isHtml(name, text) ? HtmlPage.read(name, text) : PageText.of(name, text);
    int characters = page.pieces().stream().mapToInt(Piece::size).sum();
    if (characters > MOST_CHARACTERS) {
      diagnostics.add(
          Code.FILE_TOO_LARGE,
          Location.of(name),
          "\"" + name + "\" has " + characters + " characters, more than a newspaper page can have",
          "cut it into pages of at most " + MOST_CHARACTERS + " characters");
      return null;
    }
    if (characters == 0) {
      diagnostics.add(
          Code.EMPTY_FILE,
          Location.of(name),
          "\"" + name + "\" has no text",
          "there is nothing to import");
      return null;
    }
    return page;
  }

  /**
   * By its byte order mark; else as UTF-8, and what is no UTF-8 as GB 18030, which has GBK in it.
   */
  private static @Nullable String decode(byte[] bytes) {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      return strict(bytes, 3, StandardCharsets.UTF_8);
    }
    if (starts(bytes, 0xFF, 0xFE)) {
      return strict(bytes, 2, StandardCharsets.UTF_16LE);
    }
    if (starts(bytes, 0xFE, 0xFF)) {
      return strict(bytes, 2, StandardCharsets.UTF_16BE);
    }
    String text = strict(bytes, 0, StandardCharsets.UTF_8);
    return text != null ? text : strict(bytes, 0, Charset.forName("GB18030"));
  }

  private static boolean starts(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable String strict(byte[] bytes, int from, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** No text has a NUL, or more than a few control characters. */
  private static boolean isBinary(String text) {
    long controls =
        text.chars()
            .filter(c -> c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f')
            .count();
    return text.indexOf('\0') >= 0 || controls * 50 > text.length();
  }

  private static boolean isHtml(String name, String text) {
    String lower = name.toLowerCase(Locale.ROOT);
    String start = text.substring(0, Math.min(1000, text.length())).toLowerCase(Locale.ROOT);
    return lower.endsWith(".html")
        || lower.endsWith(".htm")
        || start.contains("<html")
        || start.contains("<!doctype html");
  }
}
