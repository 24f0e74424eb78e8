package duizhao.cli;

import duizhao.SiteBuild;
import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostic;
import duizhao.diagnostic.Location;
import duizhao.edit.ContentFile;
import duizhao.model.Ledger;
import duizhao.plan.SitePlan;
import duizhao.read.ContentReader;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
      "  duizhao addresses --record    from now on, these addresses last",
      "  duizhao addresses --gone      a report was withdrawn: what went with it is given up"
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

  @Option(
      names = "--gone",
      description =
          "write \"gone\" behind every address of the ledger that the site has no more, and add what"
              + " is new: for a report that was withdrawn")
  private boolean gone;

  AddressesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    SiteBuild.Request request = options.request();
    SiteBuild.Result result = SiteBuild.check(request, SiteBuild.Progress.NONE);
    Set<Ledger.Entry> givenUp = gone ? lost(result) : Set.of();
    if (!givenUp.isEmpty()) {
      result = without(givenUp, result);
    }
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
              + (entry.gone() || givenUp.contains(entry)
                  ? paragraphs + " gone"
                  : entry.target() != null
                      ? paragraphs + " -> " + entry.target()
                      : paragraphs(
                          Math.max(entry.paragraphs(), lasting.getOrDefault(entry.address(), 0)))));
    }
    givenUp.forEach(entry -> console.out().println(entry.address() + " gone"));
    for (Map.Entry<String, Integer> address : lasting.entrySet()) {
      String line = address.getKey() + paragraphs(address.getValue());
      if (lines.putIfAbsent(address.getKey(), line) == null) {
        console.out().println(line.strip());
      }
    }
    console.out().flush();
    if (record || gone) {
      Path ledger = request.content().resolve(ContentReader.LEDGER);
      ContentFile.save(ledger, HEAD + String.join("\n", lines.values()).strip() + "\n");
    }
    return code;
  }

  /** The addresses that the site has no more, and that lead nowhere else. */
  private static Set<Ledger.Entry> lost(SiteBuild.Result result) {
    Set<Location> lost =
        result.diagnostics().stream()
            .filter(d -> d.code() == Code.LOST_ADDRESS)
            .map(Diagnostic::at)
            .collect(Collectors.toSet());
    return result.ledger().entries().stream()
        .filter(entry -> entry.target() == null && lost.contains(entry.at()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The same, but that these addresses are missing is no fault. */
  private static SiteBuild.Result without(Set<Ledger.Entry> givenUp, SiteBuild.Result result) {
    Set<Location> at = givenUp.stream().map(Ledger.Entry::at).collect(Collectors.toSet());
    return new SiteBuild.Result(
        result.diagnostics().stream()
            .filter(d -> d.code() != Code.LOST_ADDRESS || !at.contains(d.at()))
            .toList(),
        result.plan(),
        result.published(),
        result.files(),
        result.bytes(),
        result.ledger(),
        result.unchanged());
  }

  private static String paragraphs(int highest) {
    return highest == 0 ? "" : highest == 1 ? " #p1" : " #p1-p" + highest;
  }
}
