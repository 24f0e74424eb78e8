package duizhao.importer;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decodes the bytes of a page: plain text or HTML, in UTF-8, UTF-16, or a Chinese encoding. */
final class PageFile {

  /** In bytes. The text of a newspaper page has less than a hundredth of this. */
  static final long LARGEST = 4L << 20;

  /** In characters that are no white space. The fullest pages have half of this. */
  private static final int MOST_CHARACTERS = 40_000;

  /** So many Chinese characters in a row are not UTF-8 by chance. */
  private static final int SURELY_UTF8 = 8;

  private static final Pattern DECLARED =
      Pattern.compile("charset\\s*=\\s*[\"']?\\s*(big5(?:-hkscs)?)", Pattern.CASE_INSENSITIVE);

  private static final Charset GB18030 = Charset.forName("GB18030");

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
    if (text == null && isCutOff(bytes)) {
      diagnostics.add(
          Code.INVALID_UTF8,
          Location.of(name),
          "\""
              + name
              + "\" breaks off in the middle of a character, after "
              + bytes.length
              + " bytes",
          "it was not saved to its end: save or copy it again");
      return null;
    }
    int broken = text == null ? brokenUtf8(bytes) : -1;
    if (broken >= 0) {
      diagnostics.add(
          Code.INVALID_UTF8,
          Location.of(name),
          "\"" + name + "\" is UTF-8, but for the byte at offset " + broken,
          "open it in an editor, and save it as UTF-8");
      return null;
    }
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
   * By its byte order mark; else as UTF-8, and what is no UTF-8 as UTF-16 if that is Chinese, as
   * Big5 if it says so, and as GB 18030, which has GBK in it.
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
    if (text != null && text.indexOf('\0') < 0 || brokenUtf8(bytes) >= 0) {
      return text;
    }
    for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      String wide = strict(bytes, 0, charset);
      if (wide != null
          && wide.chars().filter(c -> Words.isHan((char) c)).count() * 2 > wide.length()) {
        return wide;
      }
    }
    Charset declared = declared(bytes);
    if (text != null || declared == null && isCutOff(bytes)) {
      return text;
    }
    String as = declared == null ? null : strict(bytes, 0, declared);
    return as != null ? as : isCutOff(bytes) ? null : strict(bytes, 0, GB18030);
  }

  /** The encoding that a page in HTML names, if it is one of Chinese; UTF-8 is none here. */
  private static @Nullable Charset declared(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(1024, bytes.length), StandardCharsets.ISO_8859_1);
    Matcher named = DECLARED.matcher(start);
    return named.find() && Charset.isSupported(named.group(1))
        ? Charset.forName(named.group(1))
        : null;
  }

  /** Whether all but the last bytes are text, and those are the beginning of a character. */
  private static boolean isCutOff(byte[] bytes) {
    if (starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF)) {
      return bytes.length % 2 == 1;
    }
    for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
      int bad = malformed(bytes, charset);
      if (bad > 0 && bytes.length - bad <= 3 && !asciiOnly(bytes, bad)) {
        return true;
      }
      if (bad < 0) {
        return false;
      }
    }
    return false;
  }

  /** Where a text that is UTF-8 for the most part is not; -1 for another text. */
  private static int brokenUtf8(byte[] bytes) {
    int bad = malformed(bytes, StandardCharsets.UTF_8);
    int characters = 0;
    for (int i = 0; i + 2 < bad; i++) {
      characters += (bytes[i] & 0xF0) == 0xE0 ? 1 : 0;
    }
    return characters >= SURELY_UTF8 ? bad : -1;
  }

  private static boolean asciiOnly(byte[] bytes, int to) {
    for (int i = 0; i < to; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  /** The offset of the first byte that is of no character; -1 where there is none. */
  private static int malformed(byte[] bytes, Charset charset) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = charset.newDecoder().decode(in, out, true);
    return result.isError() ? in.position() : -1;
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
