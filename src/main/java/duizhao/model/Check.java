package duizhao.model;

import org.jspecify.annotations.Nullable;

/**
 * What is recorded of one paragraph's translation.
 *
 * @param fingerprint of the paragraph of the original when it was last checked, or a word that
 *     stands for one
 * @param signature of whoever checked it; null where nobody says
 */
public record Check(String fingerprint, @Nullable Signature signature) {

  /** A fingerprint of which nobody says who recorded it. */
  public Check(String fingerprint) {
    this(fingerprint, null);
  }

  /** Reads what {@link #line} writes. */
  public static Check parse(String line) {
    String[] parts = line.strip().split("\\s+", 2);
    return new Check(parts[0], parts.length == 1 ? null : Signature.parse(parts[1]));
  }

  /** As a file says it: the fingerprint, and the signature behind it. */
  public String line() {
    return signature == null ? fingerprint : fingerprint + " " + signature.text();
  }
}
