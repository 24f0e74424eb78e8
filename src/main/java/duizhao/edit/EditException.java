package duizhao.edit;

import java.io.IOException;

/** A content file cannot be changed as was asked for; it is as it was. */
public final class EditException extends IOException {

  private static final long serialVersionUID = 1L;
  private final String hint;

  /**
   * @param message what is wrong, in one sentence
   * @param hint what to do about it
   */
  public EditException(String message, String hint) {
    super(message);
    this.hint = hint;
  }

  public String hint() {
    return hint;
  }
}
