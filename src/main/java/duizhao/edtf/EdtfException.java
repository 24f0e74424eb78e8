package duizhao.edtf;

/** A text that is no EDTF date; the message says why in one sentence. */
public final class EdtfException extends Exception {

  private static final long serialVersionUID = 1L;
  private final int index;

  EdtfException(String message, int index) {
    super(message);
    this.index = index;
  }

  /** Where in the text the fault is, 0-based. */
  public int index() {
    return index;
  }

  public @org.jspecify.annotations.Nullable String hint() {
    return null;
  }
}
