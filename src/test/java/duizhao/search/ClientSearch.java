package duizhao.search;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/** The search client's own engine, run under GraalJS on the files of a built site. */
final class ClientSearch implements AutoCloseable {

  private static final String BRIDGE =
      """
      import { Index } from "./index.js";
      import { Search } from "./search.js";

      export const open = (read) => {
        const index = new Index(JSON.parse(read("")), async (name) => JSON.parse(read(name)));
        const search = new Search(index, index.current.l[0]);
        return {
          run: async (query) => {
            const { docs, also, instead, partial } = await search.run(query, false);
            return JSON.stringify({ docs, also: also.map((a) => a.label), instead, partial });
          },
          holding: async (path) => JSON.stringify((await search.holding(path, false)).docs),
        };
      };
      """;

  private final Context context =
      Context.newBuilder("js")
          .option("engine.WarnInterpreterOnly", "false")
          .option("js.esm-eval-returns-exports", "true")
          .allowIO(IOAccess.ALL)
          .build();

  private final Value engine;

  /** Opens a site; the table of traditional characters is fetched, as Java has it always. */
  ClientSearch(Path site) throws IOException {
    // Ends in a slash, because the folder is there.
    String folder = Path.of("src/main/resources/client").toAbsolutePath().toUri().toString();
    Value bridge =
        context.eval(
            Source.newBuilder("js", BRIDGE.replace("./", folder), "bridge.js")
                .mimeType("application/javascript+module")
                .build());
    ProxyExecutable read = arguments -> json(site.resolve("search"), arguments[0].asString());
    engine = bridge.getMember("open").execute(read);
  }

  /** What a file of the index holds, as JSON; the folder is the only one there is. */
  private static String json(Path search, String name) {
    try (var all = Files.list(search)) {
      Path folder = all.filter(Files::isDirectory).findAny().orElseThrow();
      Path file = name.isEmpty() ? search.resolve("index.js") : folder.resolve(name + ".js");
      String text = Files.readString(file);
      return text.substring(text.indexOf(',') + 1, text.lastIndexOf(')'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Documents, names, what was searched for instead, and partial, as JSON. */
  String run(String query) {
    return awaited(engine.invokeMember("run", query)).asString();
  }

  /** The documents that a query finds, ascending. */
  List<Integer> documents(String query) {
    JsonArray found = JsonParser.parseString(run(query)).getAsJsonObject().getAsJsonArray("docs");
    return found.asList().stream().map(JsonElement::getAsInt).sorted().toList();
  }

  /** Documents that hold a path, as JSON. */
  String holding(String path) {
    return awaited(engine.invokeMember("holding", path)).asString();
  }

  /** What a promise gives: all that it waits for is done before a call returns. */
  private static Value awaited(Value promise) {
    AtomicReference<Value> given = new AtomicReference<>();
    AtomicReference<Value> refused = new AtomicReference<>();
    promise.invokeMember("then", keep(given), keep(refused));
    if (given.get() == null) {
      throw new IllegalStateException(String.valueOf(refused.get()));
    }
    return given.get();
  }

  private static ProxyExecutable keep(AtomicReference<Value> into) {
    return arguments -> {
      into.set(arguments[0]);
      return null;
    };
  }

  @Override
  public void close() {
    context.close();
  }
}
