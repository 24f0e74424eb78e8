package duizhao.quantity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An English text cut into words, figures and signs, and the numerals that they make. */
final class EnglishWords {

  /** What is longer is no number that a newspaper prints. */
  private static final int MAX_DIGITS = 18;

  private static final long DOZEN = 12;

  static final Map<String, Integer> SMALL = new HashMap<>();
  static final Map<String, Integer> ORDINALS = new HashMap<>();
  static final Map<String, BigDecimal> SCALES =
      Map.ofEntries(
          Map.entry("thousand", BigDecimal.valueOf(1_000)),
          Map.entry("million", BigDecimal.valueOf(1_000_000)),
          Map.entry("billion", BigDecimal.valueOf(1_000_000_000)),
          Map.entry("trillion", BigDecimal.valueOf(1_000_000_000_000L)),
          Map.entry("mn", BigDecimal.valueOf(1_000_000)),
          Map.entry("m", BigDecimal.valueOf(1_000_000)),
          Map.entry("bn", BigDecimal.valueOf(1_000_000_000)),
          Map.entry("k", BigDecimal.valueOf(1_000)));

  static {
    String[] small = {
      "zero",
      "one",
      "two",
      "three",
      "four",
      "five",
      "six",
      "seven",
      "eight",
      "nine",
      "ten",
      "eleven",
      "twelve",
      "thirteen",
      "fourteen",
      "fifteen",
      "sixteen",
      "seventeen",
      "eighteen",
      "nineteen"
    };
    String[] tens = {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
    String[] ordinals = {
      "first",
      "second",
      "third",
      "fourth",
      "fifth",
      "sixth",
      "seventh",
      "eighth",
      "ninth",
      "tenth",
      "eleventh",
      "twelfth",
      "thirteenth",
      "fourteenth",
      "fifteenth",
      "sixteenth",
      "seventeenth",
      "eighteenth",
      "nineteenth"
    };
    for (int i = 0; i < small.length; i++) {
      SMALL.put(small[i], i);
    }
    for (int i = 0; i < tens.length; i++) {
      SMALL.put(tens[i], (i + 2) * 10);
      ORDINALS.put(tens[i].substring(0, tens[i].length() - 1) + "ieth", (i + 2) * 10);
    }
    for (int i = 0; i < ordinals.length; i++) {
      ORDINALS.put(ordinals[i], i + 1);
    }
    ORDINALS.put("hundredth", 100);
  }

  private static final Map<Character, BigDecimal> FRACTIONS =
      Map.of('½', new BigDecimal("0.5"), '¼', new BigDecimal("0.25"), '¾', new BigDecimal("0.75"));

  /** Words that a numeral may start with. */
  static final Set<String> STARTS =
      Stream.concat(
              SMALL.keySet().stream(),
              Stream.of(
                  "a",
                  "an",
                  "half",
                  "several",
                  "couple",
                  "tens",
                  "dozens",
                  "scores",
                  "hundreds",
                  "thousands",
                  "millions",
                  "billions",
                  "trillions"))
          .collect(Collectors.toUnmodifiableSet());

  /**
   * A word, a run of figures or a sign.
   *
   * @param lower its characters in lower case
   * @param value what its figures say; null for words and signs, and for what is too long
   * @param grouped whether commas stand in it
   */
  record Token(String lower, @Nullable BigDecimal value, boolean grouped, int start, int end) {
    boolean is(String word) {
      return lower.equals(word);
    }

    boolean isFigures() {
      return value != null;
    }
  }

  static final Token NOTHING = new Token("", null, false, 0, 0);

  private final List<Token> tokens = new ArrayList<>();

  /**
   * @param text in lower case
   */
  EnglishWords(String text) {
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int end = i + 1;
      if (c >= '0' && c <= '9') {
        end = figures(text, i);
      } else if (isLetter(c)) {
        while (end < text.length() && isLetter(text.charAt(end))) {
          end++;
        }
        tokens.add(new Token(text.substring(i, end), null, false, i, end));
      } else if (!Character.isWhitespace(c)) {
        tokens.add(new Token(text.substring(i, end), null, false, i, end));
      }
      i = end;
    }
  }

  private static boolean isLetter(char c) {
    return c < 0x250 && Character.isLetter(c);
  }

  private static boolean isDigit(String text, int i) {
    return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
  }

  /** Adds a run of figures such as 1,203 or 98.6 and returns its end. */
  private int figures(String text, int start) {
    StringBuilder digits = new StringBuilder();
    boolean grouped = false;
    int i = start;
    while (isDigit(text, i)) {
      digits.append(text.charAt(i++));
      boolean separator = i < text.length() && ",\u00A0\u2009\u202F".indexOf(text.charAt(i)) >= 0;
      if (separator
          && (grouped || i - start <= 3)
          && isDigit(text, i + 1)
          && isDigit(text, i + 2)
          && isDigit(text, i + 3)
          && !isDigit(text, i + 4)) {
        grouped = true;
        i++;
      }
    }
    if (i < text.length() && text.charAt(i) == '.' && isDigit(text, i + 1)) {
      digits.append('.');
      i++;
      while (isDigit(text, i)) {
        digits.append(text.charAt(i++));
      }
    }
    BigDecimal value = digits.length() > MAX_DIGITS ? null : new BigDecimal(digits.toString());
    int sign = i < text.length() && text.charAt(i) == ' ' ? i + 1 : i;
    BigDecimal part = sign < text.length() ? FRACTIONS.get(text.charAt(sign)) : null;
    if (value != null && part != null) {
      value = value.add(part);
      i = sign + 1;
    }
    tokens.add(new Token(text.substring(start, i), value, grouped, start, i));
    return i;
  }

  Token at(int i) {
    return i >= 0 && i < tokens.size() ? tokens.get(i) : NOTHING;
  }

  int count() {
    return tokens.size();
  }

  /** Whether these words stand here one after another. */
  boolean has(String words, int i) {
    if (!words.startsWith(at(i).lower())) {
      return false; // most words begin nothing, and splitting costs more than looking
    }
    int at = i;
    for (String word : words.split(" ", -1)) {
      if (!at(at++).is(word)) {
        return false;
      }
    }
    return true;
  }

  /**
   * A numeral.
   *
   * @param scale what million and the like multiply by; one without any
   * @param top the upper end of what is vague (dozens); null otherwise
   * @param end the token after it
   */
  record Numeral(
      BigDecimal value,
      @Nullable BigDecimal top,
      BigDecimal scale,
      boolean figures,
      int start,
      int end) {}

  /** The cardinal that starts at this token, or null. */
  @Nullable Numeral read(int i) {
    Token token = at(i);
    Numeral vague = vague(i);
    if (vague != null) {
      return vague;
    }
    if (token.isFigures()) {
      return scaled(java.util.Objects.requireNonNull(token.value()), true, i, i + 1);
    }
    if (token.is("a") || token.is("an")) {
      String next = at(i + 1).lower();
      if (next.equals("hundred") || next.length() > 2 && SCALES.containsKey(next)) {
        return words(i, i + 1);
      }
      if (next.equals("dozen")) {
        return new Numeral(BigDecimal.valueOf(12), null, BigDecimal.ONE, false, i, i + 2);
      }
      return null;
    }
    if (has("half a dozen", i)) {
      return new Numeral(BigDecimal.valueOf(6), null, BigDecimal.ONE, false, i, i + 3);
    }
    if (has("half a", i)
        && at(i + 2).lower().length() > 2
        && SCALES.containsKey(at(i + 2).lower())) {
      return new Numeral(
          SCALES
              .getOrDefault(at(i + 2).lower(), BigDecimal.ONE)
              .movePointLeft(1)
              .multiply(BigDecimal.valueOf(5)),
          null,
          BigDecimal.ONE,
          false,
          i,
          i + 3);
    }
    return SMALL.containsKey(token.lower()) ? words(i, i) : null;
  }

  /** Hundreds, tens of thousands, several dozen. */
  private @Nullable Numeral vague(int i) {
    String word = at(i).lower();
    BigDecimal low;
    BigDecimal high;
    int end = i + 1;
    boolean couple = word.equals("couple") || has("a couple", i);
    boolean several = word.equals("several") || has("a few", i) || couple;
    if (several) {
      int j = word.equals("several") || word.equals("couple") ? i + 1 : i + 2;
      j = couple && at(j).is("of") ? j + 1 : j;
      BigDecimal unit = unit(at(j).lower());
      if (unit == null) {
        return null;
      }
      BigDecimal next = SCALES.get(at(j + 1).lower());
      if (next != null && at(j + 1).lower().length() > 2) {
        unit = unit.multiply(next);
        j++;
      }
      low = unit.multiply(BigDecimal.valueOf(2));
      high =
          unit.multiply(couple ? BigDecimal.valueOf(4) : BigDecimal.TEN).subtract(BigDecimal.ONE);
      end = j + 1;
    } else {
      BigDecimal unit = word.endsWith("s") ? unit(word.substring(0, word.length() - 1)) : null;
      boolean marks = word.equals("scores") && !at(end).is("more");
      marks &= !at(end).is("of") || at(end + 1).isFigures(); // "scores of 586 and 574"
      if (unit == null || word.equals("ms") || word.equals("ks") || marks) {
        return null;
      }
      boolean dozens = word.equals("dozens") || word.equals("scores");
      low = dozens ? BigDecimal.valueOf(20) : unit;
      high =
          dozens ? BigDecimal.valueOf(99) : unit.multiply(BigDecimal.TEN).subtract(BigDecimal.ONE);
      if ((at(end).is("upon") || at(end).is("and")) && at(end + 1).is(word)) {
        high = high.add(BigDecimal.ONE).multiply(BigDecimal.TEN).subtract(BigDecimal.ONE);
        end += 2;
      }
      boolean joined = at(end).is("-") && at(end + 1).is("of") && at(end + 2).is("-");
      if (at(end).is("of") || joined) {
        int scale = joined ? end + 3 : end + 1;
        String of = at(scale).lower();
        BigDecimal next = of.endsWith("s") ? SCALES.get(of.substring(0, of.length() - 1)) : null;
        if (next != null && of.length() > 3) {
          low = low.multiply(next);
          high = high.add(BigDecimal.ONE).multiply(next).subtract(BigDecimal.ONE);
          end = scale + 1;
        }
      }
    }
    return new Numeral(low, high, BigDecimal.ONE, false, i, end);
  }

  private static @Nullable BigDecimal unit(String word) {
    return switch (word) {
      case "ten" -> BigDecimal.TEN;
      case "dozen", "score" -> BigDecimal.TEN;
      case "hundred" -> BigDecimal.valueOf(100);
      case "m", "k", "bn", "mn" -> null;
      default -> SCALES.get(word);
    };
  }

  private static boolean isScale(String word) {
    return word.equals("hundred") || word.length() > 2 && SCALES.containsKey(word);
  }

  /** A numeral in words from token {@code from}; {@code start} may be the "a" before it. */
  private @Nullable Numeral words(int start, int from) {
    long total = 0;
    long current = -1;
    boolean open = true;
    boolean tens = false;
    BigDecimal scale = BigDecimal.ONE;
    int i = from;
    if (start < from) {
      current = 1;
      open = false;
    }
    int end = from;
    while (i - from < 24) {
      String word = at(i).lower();
      Integer small = SMALL.get(word);
      if (small != null && (open || tens && small < 10 && small > 0)) {
        current = Math.max(current, 0) + small;
        tens = small >= 20;
        open = false;
      } else if (word.equals("hundred") && current > 0 && current < 100) {
        current *= 100;
        open = true;
        tens = false;
      } else if (word.equals("dozen") && current > 1 && current < 100) {
        current *= DOZEN;
        i++;
        end = i;
        break;
      } else if (word.length() > 2 && SCALES.containsKey(word) && current >= 0) {
        scale = SCALES.getOrDefault(word, BigDecimal.ONE);
        total += current * scale.longValue();
        current = -1;
        open = true;
        tens = false;
      } else if (word.equals("and") && open && end > from && SMALL.containsKey(at(i + 1).lower())) {
        i++;
        continue;
      } else if (word.equals("-")
          && (tens && SMALL.getOrDefault(at(i + 1).lower(), 10) < 10
              || current > 0 && isScale(at(i + 1).lower()))) {
        i++; // twenty-one, one-trillion-yuan
        continue;
      } else {
        break;
      }
      i++;
      end = i;
    }
    if (end == from) {
      return null;
    }
    long value = total + Math.max(current, 0);
    boolean round = current < 0 && scale.compareTo(BigDecimal.ONE) > 0;
    Numeral plain =
        new Numeral(
            BigDecimal.valueOf(value), null, round ? scale : BigDecimal.ONE, false, start, end);
    return round ? plain : scaledHalf(plain);
  }

  /** Figures with million and the like after them. */
  private Numeral scaled(BigDecimal value, boolean figures, int start, int end) {
    BigDecimal scale = BigDecimal.ONE;
    int i = end;
    boolean hyphen = at(i).is("-") && at(i + 1).lower().length() > 2;
    String next = at(hyphen ? i + 1 : i).lower();
    boolean attached = at(i).start() == at(i - 1).end();
    if (next.equals("hundred")) {
      scale = BigDecimal.valueOf(100);
      i++;
      next = at(i).lower();
    }
    boolean squared =
        (at(i + 1).is("²") || at(i + 1).isFigures()) && at(i).end() == at(i + 1).start();
    if (SCALES.containsKey(next) && (next.length() > 1 || attached && !squared)) {
      scale = scale.multiply(SCALES.getOrDefault(next, BigDecimal.ONE));
      i += hyphen ? 2 : 1;
    }
    return scaledHalf(new Numeral(value.multiply(scale), null, scale, figures, start, i));
  }

  /** Whether "and a quarter" or "and three quarters" stands after a number and belongs to it. */
  private boolean isQuarters(Numeral numeral) {
    int end = numeral.end();
    boolean said = has("and a quarter", end) || has("and three quarters", end);
    boolean small = numeral.value().compareTo(BigDecimal.valueOf(100)) < 0;
    return said && small && !at(end + 3).is("of") && !at(end + 3).is("to");
  }

  /** Two and a half (million). */
  private Numeral scaledHalf(Numeral numeral) {
    boolean joined = has("- and - a - half", numeral.end());
    boolean quarters = isQuarters(numeral);
    if (!joined && !quarters && !has("and a half", numeral.end())) {
      return numeral;
    }
    int half = numeral.end() + (joined ? 6 : 3);
    String part = !quarters ? "0.5" : has("and a", numeral.end()) ? "0.25" : "0.75";
    BigDecimal value = numeral.value().add(new BigDecimal(part));
    BigDecimal scale = SCALES.getOrDefault(at(half).lower(), BigDecimal.ONE);
    boolean scaled = at(half).lower().length() > 2 && scale.compareTo(BigDecimal.ONE) > 0;
    return new Numeral(
        scaled ? value.multiply(scale) : value,
        null,
        scaled ? scale : BigDecimal.ONE,
        numeral.figures(),
        numeral.start(),
        scaled ? half + 1 : half);
  }
}
