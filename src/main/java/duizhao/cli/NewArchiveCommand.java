package duizhao.cli;

import duizhao.edit.NewArchive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes an archive to start from. */
@Command(
    name = "archive",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Makes a small archive that builds: two languages, three reports from an invented"
            + " newsletter, every vocabulary, and comments where an editor looks first.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  duizhao new archive my-archive",
      "  duizhao new archive .                the folder that one stands in, when it is empty"
    })
final class NewArchiveCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(paramLabel = "DIR", description = "a folder that is new or empty")
  private Path folder;

  NewArchiveCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    List<String> files = NewArchive.make(folder);
    console.out().println("made an archive in " + folder + ": " + files.size() + " files");
    String go = folder.toString().equals(".") ? "" : "cd " + folder + " && ";
    console.out().println("  see it:     " + go + "duizhao serve --open");
    console.out().println("  start with: " + folder.resolve("content").resolve("archive.yaml"));
    console.out().flush();
    return ExitCode.DONE;
  }
}
