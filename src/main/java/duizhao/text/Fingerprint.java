package duizhao.text;

import duizhao.model.Block;
import duizhao.model.Check;
import duizhao.model.Edition;
import duizhao.model.Language;
import duizhao.model.Report;
import duizhao.model.Signature;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Tells whether a paragraph still says what it said when it was translated. White space, width,
 * quotes and punctuation do not count; a changed word or number does.
 */
public final class Fingerprint {

  /** Stands in the list for a paragraph whose translation nobody has checked. */
  public static final String NONE = "none";

  /** Stands for a paragraph that has changed, where its old words cannot be told any more. */
  public static final String CHANGED = "changed";

  /** How the translation of one paragraph stands to the original. */
  public enum State {
    /** It was checked against the words that the original has now. */
    FRESH,
    /** The original has changed since. */
    STALE,
    /** There is no such paragraph in the translation. */
    MISSING,
    /** Nobody has recorded what it was made from. */
    UNRECORDED
  }

  /** Chinese numerals count as digits: 三、五 is not 三五. */
  private static final String NUMERALS = "〇零一二三四五六七八九十百千万亿两";

  /** A separator of thousands, which says nothing: 3,400 is 3400. */
  private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3}(?!\\d))");

  private static final Pattern RAISED = Pattern.compile("[⁰¹²³⁴-⁹]");

  private Fingerprint() {}

  /** Ten hexadecimal digits of SHA-256 over what counts of a text, in NFKC and lower case. */
  public static String of(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(counting(text).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 5);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has SHA-256
    }
  }

  /**
   * Letters, digits and symbols. Whatever else stands between two digits is kept as one sign, so
   * that 2.5 and 3-5 are not 25 and 35.
   */
  private static String counting(String text) {
    String raised = RAISED.matcher(text).replaceAll("^$0"); // 10⁴ is not 104
    String folded = Normalizer.normalize(raised, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String plain = folded.indexOf(',') < 0 ? folded : THOUSANDS.matcher(folded).replaceAll("");
    StringBuilder kept = new StringBuilder(plain.length());
    int last = 0; // what was kept last, and where what stands between it and the next begins
    int between = 0;
    int c;
    for (int i = 0; i < plain.length(); i += Character.charCount(c)) {
      c = plain.codePointAt(i);
      if (!counts(c)) {
        continue;
      }
      if (digit(c) && digit(last) && between < i) {
        kept.append(sign(plain.substring(between, i)));
      } else if (Character.isDigit(c)
          && between < i
          && (plain.charAt(i - 1) == '-' || plain.charAt(i - 1) == '−')) {
        kept.append('-'); // below zero
      }
      kept.appendCodePoint(c);
      last = c;
      between = i + Character.charCount(c);
    }
    return kept.toString();
  }

  private static boolean counts(int c) {
    return c >= 'a' && c <= 'z'
        || Character.isLetterOrDigit(c)
        || c == '%'
        || c == '‰'
        || c == '^'
        || switch (Character.getType(c)) {
          case Character.CURRENCY_SYMBOL,
              Character.LETTER_NUMBER,
              Character.OTHER_NUMBER,
              Character.NON_SPACING_MARK,
              Character.OTHER_SYMBOL ->
              true;
          case Character.MATH_SYMBOL -> c != '~' && c != '|' && c != '−';
          default -> false;
        };
  }

  private static boolean digit(int c) {
    return Character.isDigit(c) || c != 0 && NUMERALS.indexOf(c) >= 0;
  }

  /** One sign for each meaning that the signs between two numbers can have. */
  private static char sign(String between) {
    String sign = between.strip();
    return sign.equals(".") || sign.equals("/") || sign.equals(":")
        ? sign.charAt(0)
        : !sign.isEmpty() && "-−‐‑‒–—―~".indexOf(sign.charAt(0)) >= 0 ? '-' : ' ';
  }

  /**
   * Numbers of the paragraphs of the original that have changed since they were translated; empty
   * when the report keeps no fingerprints.
   */
  public static List<Integer> stale(Report report) {
    List<State> states = recorded(report);
    return IntStream.range(0, states.size())
        .filter(i -> states.get(i) == State.STALE)
        .mapToObj(i -> i + 1)
        .toList();
  }

  /** How each paragraph of the original stands in a translation, in order. */
  public static List<State> states(Report report, Language translation) {
    List<State> states = new ArrayList<>(recorded(report));
    Edition edition = report.in(translation);
    int translated = edition == null ? 0 : edition.body().blocks().size();
    for (int i = translated; i < states.size(); i++) {
      states.set(i, State.MISSING);
    }
    return states;
  }

  private static List<State> recorded(Report report) {
    Edition original = report.in(report.translation().original());
    if (original == null) {
      return List.of();
    }
    List<String> now = now(original);
    List<Check> kept = kept(report.translation().checks(), now);
    return IntStream.range(0, now.size())
        .mapToObj(
            i -> {
              String then = kept.get(i).fingerprint();
              return then.equals(NONE)
                  ? State.UNRECORDED
                  : then.equals(now.get(i)) ? State.FRESH : State.STALE;
            })
        .toList();
  }

  private static List<String> now(Edition original) {
    return original.body().blocks().stream().map(Block::text).map(Fingerprint::of).toList();
  }

  /** What is recorded of each paragraph that the original has now, in order. */
  public static List<Check> kept(Report report) {
    Edition original = report.in(report.translation().original());
    return original == null ? List.of() : kept(report.translation().checks(), now(original));
  }

  /**
   * Whether a word stands for the fingerprint, so that nothing can have been checked against it.
   */
  public static boolean isWord(Check check) {
    return check.fingerprint().equals(NONE) || check.fingerprint().equals(CHANGED);
  }

  private static List<Check> kept(List<Check> kept, List<String> now) {
    return kept.isEmpty()
        ? Collections.nCopies(now.size(), new Check(NONE))
        : kept.size() == now.size() ? kept : inserted(kept, now);
  }

  /**
   * Who checked the translation, and which paragraphs of the original, by their numbers; in the
   * order of the first. Those paragraphs are missing of which nobody says who checked them.
   */
  public static Map<Signature, List<Integer>> signatures(Report report) {
    Map<Signature, List<Integer>> signatures = new LinkedHashMap<>();
    int number = 0;
    for (Check check : kept(report)) {
      number++;
      Signature own = check.signature();
      Signature signature = own == null ? report.translation().signature() : own;
      if (signature != null && !isWord(check)) {
        signatures.computeIfAbsent(signature, s -> new ArrayList<>()).add(number);
      }
    }
    return signatures;
  }

  /** A paragraph more or less moves the others; those of the longest common run of both stay. */
  private static List<Check> inserted(List<Check> checks, List<String> now) {
    List<String> kept = checks.stream().map(Check::fingerprint).toList();
    int[][] common = new int[kept.size() + 1][now.size() + 1];
    for (int i = kept.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        common[i][j] =
            kept.get(i).equals(now.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    List<Check> found = new ArrayList<>();
    int i = 0;
    for (int j = 0; j < now.size(); j++) {
      while (i < kept.size()
          && !kept.get(i).equals(now.get(j))
          && common[i + 1][j] >= common[i][j + 1]) {
        i++;
      }
      boolean same = i < kept.size() && kept.get(i).equals(now.get(j));
      found.add(same ? checks.get(i) : new Check(CHANGED));
      i += same ? 1 : 0;
    }
    return found;
  }
}
