package duizhao.search;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A site has no search index that can be read. */
public final class SearchIndexException extends IOException {

  private static final long serialVersionUID = 1L;
  private final String hint;

  /**
   * @param message what is wrong, in one sentence
   * @param hint what to do about it
   */
  SearchIndexException(String message, String hint, @Nullable Throwable cause) {
    super(message, cause);
    this.hint = hint;
  }

  public String hint() {
    return hint;
  }
}
