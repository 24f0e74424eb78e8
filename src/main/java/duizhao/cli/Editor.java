package duizhao.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who sits at the keyboard, as Git knows them. */
final class Editor {

  /** Git answers in milliseconds, unless a disk is away. */
  private static final long PATIENCE_S = 5;

  private Editor() {}

  /**
   * The name that Git would give a commit: {@code GIT_AUTHOR_NAME}, else {@code user.name} of the
   * repository that holds the folder, of the user, or of the machine; null where there is none.
   */
  static @Nullable String name(Map<String, String> environment, Path folder)
      throws InterruptedException {
    String author = environment.getOrDefault("GIT_AUTHOR_NAME", "").strip();
    String name = author.isEmpty() ? configured(environment, folder).strip() : author;
    return isName(name) ? name : null;
  }

  /** Whether this can be written down as a name: one line, without white space around it. */
  static boolean isName(String name) {
    return !name.isBlank() && !name.matches("(?s).*\\p{C}.*") && name.equals(name.strip());
  }

  /** What the first Git of the path says; the empty string where there is none, or no name. */
  private static String configured(Map<String, String> environment, Path folder)
      throws InterruptedException {
    String path = environment.getOrDefault("PATH", "");
    for (String place : path.split(Pattern.quote(System.getProperty("path.separator")), -1)) {
      if (!place.isEmpty()) {
        ProcessBuilder builder =
            new ProcessBuilder(
                    place + "/git", "-C", folder.toString(), "config", "--get", "user.name")
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
          return answer(builder.start());
        } catch (IOException e) {
          // no Git here that runs: the next folder may have one
        }
      }
    }
    return "";
  }

  private static String answer(Process process) throws IOException, InterruptedException {
    process.getOutputStream().close();
    if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      return "";
    }
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
