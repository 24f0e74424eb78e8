package duizhao.cli;

import duizhao.SiteBuild;
import duizhao.diagnostic.Severity;
import duizhao.serve.PreviewServer;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows the archive in a browser, and each saved change at once. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Shows the archive at http://127.0.0.1:PORT/ while it is being edited. Each saved change of"
            + " content or theme is seen in the browser at once, and each mistake too. Nothing is"
            + " written; end it with Ctrl-C.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  duizhao serve",
      "  duizhao serve --open",
      "  duizhao serve --port 0 --lang en      at any free port, in English only"
    })
final class ServeCommand implements Callable<Integer> {

  private static final int LAST_PORT = 65_535;
  private static final int MOST_NAMES = 5;

  private final Console console;
  @Mixin private ArchiveOptions options;

  @Spec private CommandSpec command;

  @Option(
      names = {"-p", "--port"},
      paramLabel = "PORT",
      defaultValue = "4040",
      description = "port to serve at; 0 for any that is free (default: ${DEFAULT-VALUE})")
  private int port;

  @Option(names = "--open", description = "open the archive in the browser")
  private boolean open;

  ServeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (port < 0 || port > LAST_PORT) {
      throw new ParameterException(
          command.commandLine(), "--port takes a number from 0 to 65535, not " + port);
    }
    SiteBuild.Request request = options.request();
    try (PreviewServer server =
        PreviewServer.start(request, port, System::nanoTime, listener(request))) {
      console.out().println("Serving at " + server.address() + " - end with Ctrl-C");
      console.out().flush();
      if (open) {
        open(server.address());
      }
      server.await();
    } catch (BindException e) {
      console.err().println("duizhao: port " + port + " is in use");
      console.err().println("  hint: name another with --port, or --port 0 for any that is free");
      return ExitCode.FAILED;
    }
    return ExitCode.DONE;
  }

  private PreviewServer.Listener listener(SiteBuild.Request request) {
    return new PreviewServer.Listener() {
      @Override
      public void rebuilt(PreviewServer.Rebuilt built) {
        tell(built, request);
      }

      @Override
      public void unwatched(String reason) {
        console.err().println(unwatchedMessage(reason));
        console.err().flush();
      }
    };
  }

  /** What is said where the system does not tell of changes, and what to do about it. */
  static String unwatchedMessage(String reason) {
    String said =
        "duizhao: the system does not tell of changes ("
            + reason
            + "); every file is looked at once a second instead";
    String limit =
        reason.contains("inotify watches")
            ? "max_user_watches=524288"
            : reason.contains("inotify instances") ? "max_user_instances=512" : "";
    return limit.isEmpty()
        ? said
        : said + "\n  hint: raise the limit with: sudo sysctl fs.inotify." + limit;
  }

  private void tell(PreviewServer.Rebuilt built, SiteBuild.Request request) {
    if (built.fault() != null) {
      Failure.tell(built.fault(), console);
    } else if (built.proofread()) {
      write(built, request);
    } else if (!options.quiet()) {
      long errors =
          built.diagnostics().stream().filter(d -> d.severity() == Severity.ERROR).count();
      String how =
          built.shown() ? "ready" : errors + (errors == 1 ? " error" : " errors") + ", not shown";
      console
          .err()
          .println(
              names(built) + how + String.format(Locale.ROOT, ", %.2f s", built.millis() / 1000.0));
    }
    console.err().flush();
  }

  private void write(PreviewServer.Rebuilt built, SiteBuild.Request request) {
    try {
      new DiagnosticWriter(
              console.err(),
              SiteBuild.lines(request),
              console.colourful(options.colour()),
              options.quiet())
          .write(built.diagnostics(), options.format());
    } catch (IOException e) {
      console.err().println("duizhao: " + e.getMessage());
    }
  }

  private static String names(PreviewServer.Rebuilt built) {
    List<String> names =
        built.changed().stream()
            .map(path -> String.valueOf(path.getFileName()))
            .distinct()
            .toList();
    int more = names.size() - MOST_NAMES;
    return names.isEmpty()
        ? ""
        : String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())))
            + (more > 0 ? " and " + more + " more" : "")
            + ": ";
  }

  private void open(URI address) {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    List<String> opener =
        system.contains("mac")
            ? List.of("open", address.toString())
            : system.contains("windows")
                ? List.of("rundll32", "url.dll,FileProtocolHandler", address.toString())
                : List.of("xdg-open", address.toString());
    try {
      new ProcessBuilder(opener)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      console.err().println("duizhao: no browser could be opened; go to " + address);
    }
  }
}
