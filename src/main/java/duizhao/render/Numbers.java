package duizhao.render;

import java.math.BigDecimal;

/** Numbers as readers see them, in Chinese and in English alike: 34,000,000 and 12.5. */
final class Numbers {

  private Numbers() {}

  static String grouped(Number number) {
    BigDecimal value =
        number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
    String plain = value.toPlainString();
    int dot = plain.indexOf('.');
    StringBuilder grouped = new StringBuilder(plain);
    int first = plain.startsWith("-") ? 1 : 0;
    for (int i = (dot < 0 ? plain.length() : dot) - 3; i > first; i -= 3) {
      grouped.insert(i, ',');
    }
    return grouped.toString();
  }
}
