package duizhao.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;

/** The search client's own JavaScript, run under GraalJS. */
final class Client implements AutoCloseable {

  private final Context context =
      Context.newBuilder("js")
          .option("engine.WarnInterpreterOnly", "false")
          .option("js.esm-eval-returns-exports", "true")
          .allowIO(IOAccess.ALL)
          .build();

  /** What a module of {@code src/main/resources/client} exports; it may import others. */
  Value module(String name) {
    Path file = Path.of("src/main/resources/client", name);
    try {
      return context.eval(
          Source.newBuilder("js", file.toAbsolutePath().toUri().toURL())
              .mimeType("application/javascript+module")
              .build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a resource as a classic script. */
  void load(String resource) {
    context.eval(source(resource, "application/javascript"));
  }

  Value eval(String script) {
    return context.eval("js", script);
  }

  private static Source source(String resource, String mimeType) {
    try {
      return Source.newBuilder("js", text(resource), resource).mimeType(mimeType).build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A resource as text, from the root of the class path. */
  static String text(String resource) {
    URL url = Objects.requireNonNull(Client.class.getResource(resource), resource);
    try (InputStream in = url.openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
