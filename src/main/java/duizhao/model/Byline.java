package duizhao.model;

import duizhao.diagnostic.Location;
import java.util.Locale;

/**
 * Who reported, wrote in, or took the picture.
 *
 * @param at where the name is given
 */
public record Byline(LocalizedText name, Role role, Location at) {

  /** What someone in a byline did. */
  public enum Role {
    REPORTER,
    CORRESPONDENT,
    PHOTOGRAPHER,
    EDITOR;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
