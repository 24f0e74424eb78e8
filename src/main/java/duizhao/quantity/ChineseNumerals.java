package duizhao.quantity;

import duizhao.model.Hedge;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads numerals of a Chinese text, in whichever of its characters they are written. */
final class ChineseNumerals {

  /** What is longer is no number that a newspaper prints. */
  private static final int MAX_LENGTH = 18;

  private static final String DIGITS = "〇一二三四五六七八九";
  private static final String UNITS = "十百千万亿";

  /**
   * A numeral.
   *
   * @param next the other end of an approximate pair (七八百, 三五); null otherwise
   * @param top the upper end of what is vague (数十); null otherwise
   * @param scale what the last 万 or 亿 of it multiplies by; one without any
   * @param inner the hedge of 30多万, where it stands inside
   * @param figures whether it is written in Arabic figures
   * @param bare whether it starts with a unit, as 百余 does
   */
  record Numeral(
      BigDecimal value,
      @Nullable BigDecimal next,
      @Nullable BigDecimal top,
      BigDecimal scale,
      Hedge inner,
      boolean figures,
      boolean bare,
      int start,
      int end) {

    Numeral scaled(BigDecimal by) {
      return new Numeral(value, next, top, by, inner, figures, bare, start, end);
    }
  }

  private final String text;

  ChineseNumerals(String text) {
    this.text = text;
  }

  char at(int i) {
    return i >= 0 && i < text.length() ? text.charAt(i) : '\n';
  }

  /** Past the space that some set between figures and Chinese characters: 17,000 多人. */
  int past(int i) {
    boolean spaced = isSpace(at(i)) && isFigure(at(i - 1));
    return spaced && (isHan(at(i + 1)) || at(i + 1) == '%') ? i + 1 : i;
  }

  /** The place before such a space. */
  int before(int i) {
    return isSpace(at(i - 1)) && isFigure(at(i)) && isHan(at(i - 2)) ? i - 1 : i;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\u00A0' || c == '\u3000';
  }

  private static boolean isHan(char c) {
    return c >= 0x4E00 && c <= 0x9FFF;
  }

  static boolean isFigure(char c) {
    return c >= '0' && c <= '9';
  }

  static int digit(char c) {
    return switch (c) {
      case '零' -> 0;
      case '两', '俩' -> 2;
      case '仨' -> 3;
      default -> DIGITS.indexOf(c);
    };
  }

  static boolean isNumeral(char c) {
    return digit(c) >= 0 || UNITS.indexOf(c) >= 0 || c == '廿' || c == '卅';
  }

  private static long unit(char c) {
    return switch (c) {
      case '十' -> 10;
      case '百' -> 100;
      case '千' -> 1_000;
      case '万' -> 10_000;
      case '亿' -> 100_000_000;
      default -> 0;
    };
  }

  /** Whether a character multiplies here: the 千 of 千米 belongs to the unit. */
  private boolean multiplies(int i) {
    return unit(at(i)) > 0 && !(at(i) == '千' && "米克瓦伏赫帕".indexOf(at(i + 1)) >= 0);
  }

  /** The numeral that starts here, or null. */
  @Nullable Numeral read(int start) {
    char c = at(start);
    if (isFigure(c)) {
      return figures(start);
    }
    boolean vague = (c == '数' || c == '几' || c == '好' && at(start + 1) == '几');
    int first = c == '好' && vague ? start + 1 : start;
    if (vague) {
      int unit = at(first + 1) == '个' && "百千万亿".indexOf(at(first + 2)) >= 0 ? first + 2 : first + 1;
      return multiplies(unit) ? vague(start, unit, 2) : null;
    }
    if (c == '上' && "百千万亿".indexOf(at(start + 1)) >= 0 && multiplies(start + 1)) {
      return vague(start, start + 1, 1);
    }
    return isNumeral(c) ? characters(start) : null;
  }

  /** Numerals such as 数十万 and 上百. */
  private Numeral vague(int start, int firstUnit, int least) {
    BigDecimal unit = BigDecimal.ONE;
    int i = firstUnit;
    while (multiplies(i) && i - firstUnit < 4) {
      unit = unit.multiply(BigDecimal.valueOf(unit(at(i))));
      i++;
    }
    return new Numeral(
        unit.multiply(BigDecimal.valueOf(least)),
        null,
        unit.multiply(BigDecimal.TEN).subtract(BigDecimal.ONE),
        BigDecimal.ONE,
        Hedge.EXACT,
        false,
        false,
        start,
        i);
  }

  private @Nullable Numeral figures(int start) {
    int i = start;
    StringBuilder digits = new StringBuilder();
    while (isFigure(at(i))) {
      digits.append(at(i++));
      if (isGroup(i) && digits.length() <= MAX_LENGTH) {
        i++;
      }
    }
    if (at(i) == '.' && isFigure(at(i + 1))) {
      digits.append('.');
      i++;
      while (isFigure(at(i))) {
        digits.append(at(i++));
      }
    }
    if (digits.length() > MAX_LENGTH) {
      return null;
    }
    return scaled(new BigDecimal(digits.toString()), null, true, false, start, i);
  }

  /** Whether a separator stands here, between groups of three figures: 1,234 or 1 234. */
  private boolean isGroup(int i) {
    char c = at(i);
    boolean separator = c == ',' || c == ' ' || c == '\u00A0' || c == '\u2009' || c == '\u202F';
    if (!separator
        || !isFigure(at(i + 1))
        || !isFigure(at(i + 2))
        || !isFigure(at(i + 3))
        || isFigure(at(i + 4))) {
      return false;
    }
    int before = 0;
    while (before < 4 && isFigure(at(i - 1 - before))) {
      before++;
    }
    return before <= 3 && at(i - before) != '0'; // 021 644 is a telephone number
  }

  /** What 万 and 亿 after a number, with 多 or 余 before them or not, make of it. */
  private Numeral scaled(
      BigDecimal value,
      @Nullable BigDecimal next,
      boolean figures,
      boolean bare,
      int start,
      int end) {
    BigDecimal scale = BigDecimal.ONE;
    Hedge inner = Hedge.EXACT;
    int spaced = past(end);
    int unit = "多余".indexOf(at(spaced)) >= 0 ? spaced + 1 : spaced;
    boolean large = multiplies(unit) && (unit(at(unit)) >= 10_000 || multiplies(unit + 1));
    int i = figures && large ? spaced : end;
    i = at(i) == '个' && at(i + 1) == '亿' && at(i + 2) != '元' ? i + 1 : i; // 4个亿
    for (int n = 0; n < 4; n++) {
      int hedged = "多余来几".indexOf(at(i)) >= 0 && multiplies(i + 1) ? 1 : 0;
      if (!multiplies(i + hedged)) {
        break;
      }
      if (hedged > 0) {
        inner = at(i) == '来' ? Hedge.ABOUT : Hedge.OVER;
      }
      scale = scale.multiply(BigDecimal.valueOf(unit(at(i + hedged))));
      i += 1 + hedged;
    }
    BigDecimal total = value.multiply(scale);
    if (scale.longValue() >= 10_000 && inner == Hedge.EXACT && figures && isFigure(at(i))) {
      Numeral rest = figures(i);
      boolean part =
          rest != null && rest.value().compareTo(scale) < 0 && "年月日".indexOf(at(rest.end())) < 0;
      if (rest != null && part) {
        return new Numeral(
            total.add(rest.value()),
            null,
            null,
            BigDecimal.ONE,
            rest.inner(),
            true,
            false,
            start,
            rest.end());
      }
    }
    return new Numeral(
        total,
        next == null ? null : next.multiply(scale),
        null,
        scale,
        inner,
        figures,
        bare,
        start,
        i);
  }

  /** A numeral in Chinese characters: 三十五, 一千二, 二〇二〇, 七八百, 十几. */
  private @Nullable Numeral characters(int start) {
    int run = start;
    while (run - start <= MAX_LENGTH && digit(at(run)) >= 0 && (run == start || at(run) != '两')) {
      run++; // 五六两酒
    }
    boolean positional =
        run - start >= 3 || run - start == 2 && (at(start + 1) == '〇' || at(run) == '折');
    if (positional && !multiplies(run)) {
      if (run - start > MAX_LENGTH) {
        return null;
      }
      StringBuilder digits = new StringBuilder();
      for (int i = start; i < run; i++) {
        digits.append(digit(at(i)));
      }
      return new Numeral(
          new BigDecimal(digits.toString()),
          null,
          null,
          BigDecimal.ONE,
          Hedge.EXACT,
          false,
          false,
          start,
          run);
    }
    long total = 0;
    long section = 0;
    long digit = -1;
    long pair = -1;
    long lastUnit = 0;
    boolean zero = false;
    boolean bare = unit(at(start)) > 10;
    int i = start;
    for (; i - start < MAX_LENGTH; i++) {
      char c = at(i);
      int d = digit(c);
      if (c == '廿' || c == '卅') {
        section += c == '廿' ? 20 : 30;
        lastUnit = 10;
      } else if (d == 0 && lastUnit > 0) {
        zero = true;
      } else if (d >= 0 && digit < 0) {
        digit = d;
      } else if (d > 0 && pair < 0 && (d == digit + 1 || digit == 3 && d == 5)) {
        pair = d;
      } else if (d >= 0) {
        break;
      } else if (multiplies(i) && unit(c) < 10_000) {
        if (pair >= 0 || unit(c) >= lastUnit && lastUnit > 0 && digit < 0) {
          break;
        }
        section += Math.max(digit, digit < 0 ? 1 : 0) * unit(c);
        lastUnit = unit(c);
        digit = -1;
        zero = false;
      } else if (multiplies(i) && pair < 0) {
        long part = section + Math.max(digit, 0);
        if (part == 0 && total == 0) {
          part = 1;
        }
        total = c == '亿' ? (total + part) * 100_000_000L : total + part * 10_000L;
        section = 0;
        digit = -1;
        lastUnit = unit(c);
        zero = false;
      } else {
        break;
      }
    }
    if (i == start) {
      return null; // the 千 of 千瓦
    }
    if (bare && i == start + 2 && section == 110 && at(start + 1) == '十') {
      return new Numeral( // 百十来人
          BigDecimal.valueOf(100),
          null,
          BigDecimal.valueOf(119),
          BigDecimal.ONE,
          Hedge.EXACT,
          false,
          true,
          start,
          i);
    }
    if (at(i) == '有' && lastUnit == 10 && digit < 0 && digit(at(i + 1)) > 0 && ends(i + 2)) {
      digit = digit(at(i + 1)); // 四十有三
      i += 2;
    }
    long sum = total + section;
    if (pair >= 0) {
      return scaledPair(sum, digit, pair, lastUnit, start, i);
    }
    if (digit > 0 && lastUnit >= 100 && !zero && at(i) != '点') {
      digit *= lastUnit / 10; // 三万五 is 35,000
    }
    sum += Math.max(digit, 0);
    if (at(i) == '几' && lastUnit == 10 && digit < 0) {
      BigDecimal low = BigDecimal.valueOf(sum + 1);
      BigDecimal high = BigDecimal.valueOf(sum + 9);
      BigDecimal scale = BigDecimal.ONE;
      if (multiplies(i + 1) && unit(at(i + 1)) >= 1_000) {
        scale = BigDecimal.valueOf(unit(at(i + 1)));
        i++;
      }
      return new Numeral(
          low.multiply(scale),
          null,
          high.multiply(scale),
          BigDecimal.ONE,
          Hedge.EXACT,
          false,
          false,
          start,
          i + 1);
    }
    if (at(i) == '点' && digit(at(i + 1)) >= 0 && digit >= 0 && !isTime(i + 1)) {
      return decimal(sum, start, i + 1);
    }
    Numeral read = scaled(BigDecimal.valueOf(sum), null, false, bare, start, i);
    boolean round = lastUnit >= 10_000 && section == 0 && digit < 0 && read.end() == i;
    return round ? read.scaled(BigDecimal.valueOf(lastUnit)) : read;
  }

  private boolean ends(int i) {
    return "，。、；岁\n".indexOf(at(i)) >= 0;
  }

  /** Whether minutes stand here and no decimals: 八点一刻, 两点四十. */
  private boolean isTime(int i) {
    if (at(i) == '一' && "直过到起".indexOf(at(i + 1)) >= 0) {
      return true; // 九点一直
    }
    int end = i;
    while (digit(at(end)) >= 0) {
      end++;
    }
    return "刻十分".indexOf(at(end)) >= 0;
  }

  /** 三点五万: the figures after the point one by one. */
  private Numeral decimal(long whole, int start, int fraction) {
    BigDecimal value = BigDecimal.valueOf(whole);
    BigDecimal place = BigDecimal.ONE;
    int i = fraction;
    while (digit(at(i)) >= 0 && i - fraction < MAX_LENGTH) {
      place = place.movePointLeft(1);
      value = value.add(place.multiply(BigDecimal.valueOf(digit(at(i)))));
      i++;
    }
    return scaled(value, null, false, false, start, i);
  }

  private Numeral scaledPair(long sum, long digit, long pair, long lastUnit, int start, int end) {
    long place = 1;
    int i = end;
    // 七八百, 二三十: the unit after a pair counts for both
    if (multiplies(i) && unit(at(i)) < 10_000) {
      place = unit(at(i));
      i++;
    } else if (lastUnit >= 100) {
      place = lastUnit / 10;
    }
    return scaled(
        BigDecimal.valueOf(sum + digit * place),
        BigDecimal.valueOf(sum + pair * place),
        false,
        false,
        start,
        i);
  }
}
