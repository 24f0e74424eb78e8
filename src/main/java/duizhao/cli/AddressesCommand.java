package duizhao.cli;

import duizhao.SiteBuild;
import duizhao.edit.ContentFile;
import duizhao.model.Ledger;
import duizhao.plan.SitePlan;
import duizhao.read.ContentReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Keeps the ledger of addresses. */
@Command(
    name = "addresses",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Prints the addresses that the ledger, addresses.txt, does not have yet; or adds them to it."
            + " What the ledger has, no build may lose.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  duizhao addresses             what is new since the last publication",
      "  duizhao addresses --record    from now on, these addresses last"
    })
final class AddressesCommand implements Callable<Integer> {

  private static final String HEAD =
      "# Addresses that were published, and the paragraphs they have; a build that would lose one"
          + " fails.\n"
          + "# \"A -> B\" leads readers on, \"A gone\" tells them. Written by: duizhao addresses"
          + " --record\n";

  private final Console console;
  @Mixin private ArchiveOptions options;

  @Option(names = "--record", description = "add them to the ledger")
  private boolean record;

  AddressesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    SiteBuild.Request request = options.request();
    SiteBuild.Result result = SiteBuild.check(request, SiteBuild.Progress.NONE);
    int code = new Run(console, options).tell(result, request, console.err());
    SitePlan plan = result.plan();
    if (plan == null || code != ExitCode.DONE) {
      return code;
    }
    TreeMap<String, String> lines = new TreeMap<>();
    Map<String, Integer> lasting = plan.lasting();
    for (Ledger.Entry entry : result.ledger().entries()) {
      String paragraphs = paragraphs(entry.paragraphs());
      lines.put(
          entry.address(),
          entry.address()
              + (entry.gone()
                  ? paragraphs + " gone"
                  : entry.target() != null
                      ? paragraphs + " -> " + entry.target()
                      : paragraphs(
                          Math.max(entry.paragraphs(), lasting.getOrDefault(entry.address(), 0)))));
    }
    for (Map.Entry<String, Integer> address : lasting.entrySet()) {
      String line = address.getKey() + paragraphs(address.getValue());
      if (lines.putIfAbsent(address.getKey(), line) == null) {
        console.out().println(line.strip());
      }
    }
    console.out().flush();
    if (record) {
      Path ledger = request.content().resolve(ContentReader.LEDGER);
      ContentFile.save(ledger, HEAD + String.join("\n", lines.values()).strip() + "\n");
    }
    return code;
  }

  private static String paragraphs(int highest) {
    return highest == 0 ? "" : highest == 1 ? " #p1" : " #p1-p" + highest;
  }
}
