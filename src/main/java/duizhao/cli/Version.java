package duizhao.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What is running: the version, the commit that it was built from, and the Java it runs on. */
final class Version implements IVersionProvider {
  Version() {}

  /** One line, for example {@code duizhao 0.1.0 (a1b2c3d4e5), Java 17.0.15}. */
  @Override
  public String[] getVersion() throws IOException {
    Properties build = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
      build.load(in);
    }
    return new String[] {
      "duizhao "
          + build.getProperty("version")
          + " ("
          + build.getProperty("commit")
          + "), Java "
          + System.getProperty("java.version")
    };
  }
}
