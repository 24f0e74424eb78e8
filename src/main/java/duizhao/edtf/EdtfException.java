package duizhao.edtf;

import org.jspecify.annotations.Nullable;

/** A text that is no EDTF date; the message says why in one sentence. */
public final class EdtfException extends Exception {

  private static final long serialVersionUID = 1L;
  private final int index;
  private final @Nullable String hint;

  EdtfException(String message, int index, @Nullable String hint) {
    super(message);
    this.index = index;
    this.hint = hint;
  }

  /** The message, which is never null. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  /** Where in the text the fault is, 0-based, in code points. */
  public int index() {
    return index;
  }

  /** What to write instead, or null when the message says it all. */
  public @Nullable String hint() {
    return hint;
  }
}
