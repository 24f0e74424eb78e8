package duizhao.place;

import duizhao.model.Region;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** How the names of places vary. */
final class PlaceNames {

  /** Longer ones first where one ends like another. */
  private static final String[] CHINESE_TYPES = {
    "特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "林区", "特区", "新区", "省", "市", "县", "区", "州", "盟", "旗"
  };

  private static final String[] ENGLISH_TYPES = {
    " city",
    " county",
    " district",
    " prefecture",
    " banner",
    " league",
    " province",
    " municipality",
    " new area"
  };

  /** Where Chinese characters and their like begin; everything before is written with letters. */
  private static final char FIRST_IDEOGRAPH = '\u2E80';

  private PlaceNames() {}

  static boolean isChinese(String name) {
    return !name.isEmpty() && name.charAt(0) >= FIRST_IDEOGRAPH;
  }

  /** Whether it is a city, of whatever level. */
  static boolean isCity(Region region) {
    return chineseName(region).endsWith("市");
  }

  /**
   * A name as it is compared: letters small and without marks, no apostrophes, one space between
   * words; Chinese stays as it is.
   */
  static String fold(String name) {
    String plain = isPlain(name) ? name : Normalizer.normalize(name, Normalizer.Form.NFKD);
    char[] folded = new char[2 * plain.length()];
    int length = 0;
    boolean gap = false;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c == '-' || c <= ' ' || Character.isWhitespace(c)) {
        gap = length > 0;
      } else if (c != '\'' && c != '’' && c != 'ʼ' && !isMark(c)) {
        if (gap) {
          folded[length++] = ' ';
          gap = false;
        }
        folded[length++] = c == 'ü' ? 'u' : Character.toLowerCase(c);
      }
    }
    return new String(folded, 0, length);
  }

  /** The block of combining diacritical marks. */
  private static boolean isMark(char c) {
    return c >= '\u0300' && c <= '\u036F';
  }

  /**
   * Whether it can be folded as it is: to load the tables of Unicode takes longer than all else.
   */
  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 0x80 && (c < '\u4E00' || c > '\u9FFF') && c != 'ü' && c != '’') {
        return false;
      }
    }
    return true;
  }

  /**
   * A folded name without the word that says what the place is; null where it has none, or where
   * less than two Chinese characters would remain.
   */
  static @Nullable String withoutType(String name) {
    boolean chinese = isChinese(name);
    for (String type : chinese ? CHINESE_TYPES : ENGLISH_TYPES) {
      int length = name.length() - type.length();
      if (name.endsWith(type) && length >= 2) {
        return name.substring(0, length);
      }
    }
    return null;
  }

  /**
   * A folded name with the word that says what the place is, for those names that go without it:
   * Taizhou City, Zhejiang Province, 恩施州. Null where it has one.
   */
  static @Nullable String withType(String name, Region region) {
    String type = withoutType(name) == null ? type(chineseName(region), isChinese(name)) : null;
    return type == null ? null : name + type;
  }

  private static @Nullable String type(String fullName, boolean chinese) {
    if (fullName.isEmpty()) {
      return null;
    }
    return switch (fullName.charAt(fullName.length() - 1)) {
      case '省' -> chinese ? "省" : " province";
      case '市' -> chinese ? "市" : " city";
      case '县' -> chinese ? "县" : " county";
      case '州' -> chinese ? "州" : " prefecture";
      case '旗' -> chinese ? "旗" : " banner";
      case '盟' -> chinese ? "盟" : " league";
      case '区' -> chinese ? null : district(fullName);
      default -> null;
    };
  }

  private static @Nullable String district(String fullName) {
    if (fullName.endsWith("政区") || fullName.endsWith("治区")) {
      return null;
    }
    return fullName.endsWith("地区") ? " prefecture" : " district";
  }

  private static String chineseName(Region region) {
    return region.name().byLanguage().getOrDefault("zh", "");
  }
}
