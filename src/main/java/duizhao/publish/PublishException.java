package duizhao.publish;

import java.io.IOException;

/** The site cannot be published to the place that was asked for; what stands there is as it was. */
public final class PublishException extends IOException {

  private static final long serialVersionUID = 1L;
  private final String hint;

  /**
   * @param message what is wrong, in one sentence
   * @param hint what to do about it
   */
  public PublishException(String message, String hint) {
    super(message);
    this.hint = hint;
  }

  public String hint() {
    return hint;
  }
}
