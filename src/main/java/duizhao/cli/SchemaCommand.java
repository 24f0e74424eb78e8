package duizhao.cli;

import duizhao.diagnostic.Nearest;
import duizhao.edit.ContentFile;
import duizhao.read.JsonSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives editors' tools the fields of the content files. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Prints the JSON Schema of a YAML file, or writes those of all, so that an editor completes"
            + " fields and marks mistakes while one types.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  duizhao schema                              which there are",
      "  duizhao schema report > report.json",
      "  duizhao schema --output content/.schema     all, where new reports look for them"
    })
final class SchemaCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "the file, such as report for report.yaml")
  private @Nullable String name;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "write the schemas into this folder, each as NAME.json")
  private @Nullable Path output;

  SchemaCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Map<String, String> schemas = new LinkedHashMap<>(JsonSchema.all());
    if (name != null) {
      String asked = name.replaceFirst("\\.(yaml|json)$", "");
      if (!schemas.containsKey(asked)) {
        return Failure.refuse(
            "there is no schema called \""
                + name
                + "\"; "
                + Nearest.didYouMean(asked, schemas.keySet())
                + "there are "
                + String.join(", ", schemas.keySet()),
            console);
      }
      schemas.keySet().retainAll(java.util.List.of(asked));
    }
    if (output != null) {
      for (Map.Entry<String, String> schema : schemas.entrySet()) {
        Path file = output.resolve(schema.getKey() + ".json");
        ContentFile.save(file, schema.getValue());
        console.out().println("wrote " + file);
      }
    } else if (name != null) {
      schemas.values().forEach(console.out()::print);
    } else {
      schemas.keySet().forEach(console.out()::println);
    }
    console.out().flush();
    return ExitCode.DONE;
  }
}
