package duizhao.text;

import duizhao.model.Block;
import duizhao.model.Edition;
import duizhao.model.Report;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Tells whether a paragraph still says what it said when it was translated. White space, width and
 * punctuation do not count; a changed word or number does.
 */
public final class Fingerprint {

  private Fingerprint() {}

  /**
   * Ten hexadecimal digits of SHA-256 over the letters, digits and number signs of the text in
   * NFKC, in lower case.
   */
  public static String of(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < folded.length(); i++) {
      if (counts(folded, i)) {
        kept.append(folded.charAt(i));
      }
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(kept.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 5);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has SHA-256
    }
  }

  /** Letters, digits and the signs that change a number's meaning: 2.5 is not 25, 5% is not 5. */
  private static boolean counts(String text, int i) {
    char c = text.charAt(i);
    if (c == '.') {
      return i > 0
          && i + 1 < text.length()
          && Character.isDigit(text.charAt(i - 1))
          && Character.isDigit(text.charAt(i + 1));
    }
    return Character.isSurrogate(c)
        || Character.isLetterOrDigit(c)
        || c == '%'
        || Character.getType(c) == Character.CURRENCY_SYMBOL;
  }

  /**
   * Numbers of the paragraphs of the original that have changed since they were translated; empty
   * when the report keeps no fingerprints or another count of them (a count that differs is told as
   * such).
   */
  public static List<Integer> stale(Report report) {
    List<String> kept = report.translation().fingerprints();
    Edition original = report.in(report.translation().original());
    List<Integer> stale = new ArrayList<>();
    if (original == null || kept.size() != original.body().blocks().size()) {
      return stale;
    }
    for (Block block : original.body().blocks()) {
      if (!kept.get(block.number() - 1).equals(of(block.text()))) {
        stale.add(block.number());
      }
    }
    return stale;
  }
}
