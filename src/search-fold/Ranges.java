import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/** Writes the ranges of characters that search folding goes by. See README.md. */
class Ranges {

  private static final int IN = 1;
  private static final int OUT = 0;

  /** Whatever makes the fewest ranges. */
  private static final int EITHER = -1;

  /** Combining diacritics, and what Unicode says to ignore by default. */
  private static final int[] IGNORED = {
    0xAD, 0xAE, 0x300, 0x370, 0x61C, 0x61D, 0x180B, 0x180F, 0x200B, 0x2010, 0x202A, 0x202F, 0x2060,
    0x2070, 0xFE00, 0xFE10, 0xFEFF, 0xFF00, 0xE0000, 0xE1000
  };

  /** The acute accent decomposes to a space and a mark, but is typed as an apostrophe. */
  private static final int ACUTE = 0xB4;

  public static void main(String[] arguments) throws IOException {
    if (!assigned(0x1FAD0) || assigned(0x61D)) {
      throw new IllegalStateException("wants the Unicode 13 of JDK 17");
    }
    List<String> lines =
        List.of(
            "word " + bounds(Ranges::word),
            "mapped " + bounds(Ranges::mapped),
            "ignored " + bounds(c -> within(IGNORED, c) ? IN : OUT),
            "han " + bounds(Ranges::han));
    Files.writeString(
        Path.of("src/main/resources/duizhao/text/ranges.txt"),
        """
        # Characters that search folding keeps, maps or leaves out, and those of the script Han; see SearchFold.
        # Code points, in base 36, at which a set begins, ends, begins ...: each less the one before it.
        # Written by src/search-fold/Ranges.java from Unicode 13; not to be edited here. terms.js has the same.
        """
            + lines.stream().map(line -> line + "\n").collect(Collectors.joining()));
    Files.writeString(
        Path.of("src/test/resources/terms/unicode-13.txt"),
        """
        # Which code points Unicode 13 assigns, written as in ranges.txt, and by the same program.
        """
            + bounds(c -> assigned(c) ? IN : OUT)
            + "\n");
    Path script = Path.of("src/main/resources/client/terms.js");
    String text = Files.readString(script);
    for (String line : lines) {
      String name = line.substring(0, line.indexOf(' ')).toUpperCase();
      String value = numbers(line.substring(line.indexOf(' ') + 1));
      text =
          text.replaceFirst(
              "(const " + name + " = ranges\\(\")[^\"]*", "$1" + Matcher.quoteReplacement(value));
    }
    Files.writeString(script, text);
  }

  /** The same bounds as shards of the search index have numbers, which is shorter. */
  private static String numbers(String bounds) {
    StringBuilder out = new StringBuilder();
    for (String bound : bounds.split(" ")) {
      int rest = Integer.parseInt(bound, 36);
      while (rest >= 62) {
        rest -= 62;
        out.append(symbol(62 + rest % 31));
        rest /= 31;
      }
      out.append(symbol(rest));
    }
    return out.toString();
  }

  private static char symbol(int index) {
    int c = index + ' ';
    if (c >= '"') {
      c++;
    }
    return (char) (c >= '\\' ? c + 1 : c);
  }

  private static boolean assigned(int c) {
    return Character.getType(c) != Character.UNASSIGNED;
  }

  /** Letters, digits, and the marks that belong to them. */
  private static int word(int c) {
    return switch (Character.getType(c)) {
      case Character.UPPERCASE_LETTER,
              Character.LOWERCASE_LETTER,
              Character.TITLECASE_LETTER,
              Character.MODIFIER_LETTER,
              Character.OTHER_LETTER,
              Character.NON_SPACING_MARK,
              Character.ENCLOSING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.DECIMAL_DIGIT_NUMBER,
              Character.LETTER_NUMBER,
              Character.OTHER_NUMBER ->
          mapped(c) == IN || within(IGNORED, c) ? EITHER : IN;
      case Character.UNASSIGNED -> EITHER;
      default -> mapped(c) == IN || within(IGNORED, c) ? EITHER : OUT;
    };
  }

  /**
   * Characters that NFKD or lower case changes. Those that Unicode 13 does not assign have to be
   * out, because a later version may change them; what it assigns and does not change, stays so.
   */
  private static int mapped(int c) {
    if (c == ACUTE || Character.getType(c) == Character.SURROGATE) {
      return OUT;
    }
    String itself = Character.toString(c);
    String mapped = Normalizer.normalize(itself, Normalizer.Form.NFKD);
    boolean changes =
        !mapped.equals(itself) || mapped.codePoints().anyMatch(m -> m != Character.toLowerCase(m));
    return changes ? IN : assigned(c) ? EITHER : OUT;
  }

  private static int han(int c) {
    if (Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN) {
      return IN;
    }
    boolean reserved = c >= 0x4E00 && c < 0xA000 || c >= 0x20000 && c < 0x40000;
    return assigned(c) ? OUT : reserved ? IN : c < 0x2E80 || c >= 0x40000 ? OUT : EITHER;
  }

  private static boolean within(int[] bounds, int c) {
    int below = 0;
    while (below < bounds.length && bounds[below] <= c) {
      below++;
    }
    return below % 2 == 1;
  }

  private static String bounds(IntUnaryOperator set) {
    List<String> bounds = new ArrayList<>();
    int state = OUT;
    int last = 0;
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      int wanted = set.applyAsInt(c);
      if (wanted != EITHER && wanted != state) {
        bounds.add(Integer.toString(c - last, 36));
        last = c;
        state = wanted;
      }
    }
    return String.join(" ", bounds);
  }
}
