package duizhao.model;

import java.util.Locale;

/** Who reported, wrote in, or took the picture. */
public record Byline(LocalizedText name, Role role) {

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
