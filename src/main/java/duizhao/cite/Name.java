package duizhao.cite;

import duizhao.model.Language;
import duizhao.model.LocalizedText;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Someone who wrote, or a body.
 *
 * @param original in the language of the work
 * @param latin in English or pinyin; null where the archive has no such form
 * @param order how the parts of a person's name follow one another; null for what is not to be
 *     taken apart
 */
record Name(String original, @Nullable String latin, @Nullable Order order) {

  /** Which part of a name comes first. */
  enum Order {
    FAMILY_FIRST,
    FAMILY_LAST
  }

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");
  private static final Pattern CHINESE_PERSON = Pattern.compile("\\p{IsHan}{2,4}");
  private static final Pattern CHINESE_BODY =
      Pattern.compile("本[报刊].*|.*(?:社|部|报|组|会|台|队|室|处|局|院|网|中心|公司|记者)");
  private static final Pattern WESTERN_PERSON =
      Pattern.compile("\\p{Lu}[\\p{L}.'’-]*(?: (?:\\p{Lu}[\\p{L}.'’-]*|[a-z]{2,3})){1,3}");
  private static final Pattern WESTERN_BODY =
      Pattern.compile(
          "\\b(?:the|and|of|agency|news|daily|times|press|editors?|editorial|staff|desk|team|"
              + "department|office|bureau|committee|union|federation|group|company|newspaper)\\b");

  static Name of(LocalizedText name, Language language, @Nullable Language english) {
    String original = name.preferring(language);
    String latin = english == null ? null : name.in(english);
    String chinese =
        name.byLanguage().values().stream()
            .filter(n -> n.codePoints().anyMatch(Name::isHan))
            .findFirst()
            .orElse(null);
    if (chinese != null) {
      boolean person =
          CHINESE_PERSON.matcher(chinese).matches() && !CHINESE_BODY.matcher(chinese).matches();
      boolean western = chinese.contains("·") && isWesternPerson(latin);
      return new Name(
          original, latin, person ? Order.FAMILY_FIRST : western ? Order.FAMILY_LAST : null);
    }
    return new Name(original, latin, isWesternPerson(original) ? Order.FAMILY_LAST : null);
  }

  private static boolean isHan(int c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }

  private static boolean isWesternPerson(@Nullable String name) {
    return name != null
        && WESTERN_PERSON.matcher(name).matches()
        && !WESTERN_BODY.matcher(name.toLowerCase(Locale.ROOT)).find();
  }

  /** A body, or a name that is to be left whole. */
  static Name literal(LocalizedText name, Language language, @Nullable Language english) {
    return new Name(name.preferring(language), english == null ? null : name.in(english), null);
  }

  boolean isChinese() {
    return HAN.matcher(original).matches();
  }

  /** In letters where there are any. */
  String inLetters() {
    return latin == null ? original : latin;
  }

  /** The family name in letters; null for a name that has no parts to tell. */
  @Nullable String family() {
    return part(true);
  }

  /** What stands beside the family name; null when {@link #family} is. */
  @Nullable String given() {
    return part(false);
  }

  private @Nullable String part(boolean family) {
    String name = inLetters();
    int space = order == Order.FAMILY_FIRST ? name.indexOf(' ') : name.lastIndexOf(' ');
    if (order == null || space <= 0) {
      return null;
    }
    return family == (order == Order.FAMILY_FIRST)
        ? name.substring(0, space)
        : name.substring(space + 1);
  }

  /** First letters of the given names, such as {@code G.} or {@code J.-P.}. */
  static String initials(String given, String stop) {
    StringBuilder initials = new StringBuilder();
    for (String word : given.split(" +", -1)) {
      initials.append(initials.length() == 0 ? "" : " ");
      String[] parts = word.split("-", -1);
      for (int i = 0; i < parts.length; i++) {
        if (!parts[i].isEmpty()) {
          initials.append(i == 0 ? "" : "-");
          initials.appendCodePoint(Character.toUpperCase(parts[i].codePointAt(0))).append(stop);
        }
      }
    }
    return initials.toString();
  }
}
