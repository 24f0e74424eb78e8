package duizhao.text;

import java.lang.Character.UnicodeScript;

/** Which characters are written without spaces between them. */
final class Cjk {

  /** Punctuation that Chinese shares with other languages. */
  private static final String SHARED = "“”‘’—…·";

  private Cjk() {}

  /** Whether a code point is a Han character, kana, bopomofo, or East Asian punctuation. */
  static boolean is(int c) {
    if (c < 0x2E80) {
      return false;
    }
    if ((c >= 0x3001 && c <= 0x303F)
        || (c >= 0xFF01 && c <= 0xFF60)
        || (c >= 0xFE30 && c <= 0xFE4F)) {
      return true;
    }
    UnicodeScript script = UnicodeScript.of(c);
    return script == UnicodeScript.HAN
        || script == UnicodeScript.HIRAGANA
        || script == UnicodeScript.KATAKANA
        || script == UnicodeScript.BOPOMOFO;
  }

  static boolean isShared(int c) {
    return SHARED.indexOf(c) >= 0;
  }

  /** Whether a line break between two characters is no space. */
  static boolean joins(int before, int after) {
    return (is(before) && (is(after) || isShared(after))) || (isShared(before) && is(after));
  }
}
