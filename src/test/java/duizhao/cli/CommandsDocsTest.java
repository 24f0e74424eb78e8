package duizhao.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import duizhao.DocumentPage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Holds {@code src/docs/commands.md} to the commands and their options. */
class CommandsDocsTest {

  private static DocumentPage page;

  @BeforeAll
  static void read() throws IOException {
    page = DocumentPage.of("commands.md");
  }

  private static List<CommandSpec> commands() {
    Console console =
        new Console(
            new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()), Map.of());
    return Main.COMMANDS.values().stream()
        .map(type -> CommandSpec.forAnnotatedObject(type, new CommandFactory(console)))
        .toList();
  }

  /** The commands that do something: those of a group stand for it. */
  private static List<CommandSpec> all() {
    return commands().stream()
        .flatMap(
            command ->
                command.subcommands().isEmpty()
                    ? Stream.of(command)
                    : command.subcommands().values().stream().map(CommandLine::getCommandSpec))
        .toList();
  }

  private static String name(CommandSpec command) {
    CommandSpec group = command.parent();
    return group == null ? command.name() : group.name() + " " + command.name();
  }

  private static List<String> named(DocumentPage section) {
    return section.rows().stream().map(row -> DocumentPage.code(row.get(0)).get(0)).toList();
  }

  @Test
  void everyCommandIsDocumentedAndNoOther() {
    assertThat(named(page.section("## Commands")))
        .containsExactlyElementsOf(all().stream().map(CommandsDocsTest::name).toList());
  }

  @Test
  void everyOptionIsDocumentedAndNoOther() {
    for (CommandSpec command : all()) {
      Map<String, List<String>> documented = new LinkedHashMap<>();
      for (List<String> row : options(command)) {
        if (row.get(0).contains("`-")) {
          documented.put(
              DocumentPage.code(row.get(0)).stream().collect(joining(", ")),
              DocumentPage.code(row.get(1)));
        }
      }
      Map<String, List<String>> options = new LinkedHashMap<>();
      for (OptionSpec option : command.options()) {
        options.put(String.join(", ", option.names()), words(option));
      }
      assertThat(documented).as(name(command)).containsExactlyInAnyOrderEntriesOf(options);
    }
  }

  /** The rows on the options of a command: those of its own section, and those that are shared. */
  private static List<List<String>> options(CommandSpec command) {
    String name = name(command);
    String own = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    List<List<String>> rows = new ArrayList<>();
    if (page.headings(2).contains(own)) {
      rows.addAll(page.section("## " + own).rows());
    }
    if (command.findOption("--themes") != null) {
      rows.addAll(page.section("## Options").rows());
    }
    return rows;
  }

  /** The words that an option takes, where it takes no others. */
  private static List<String> words(OptionSpec option) {
    return option.type().isEnum()
        ? Arrays.stream(option.type().getEnumConstants())
            .map(word -> word.toString().toLowerCase(Locale.ROOT))
            .toList()
        : List.of();
  }

  @Test
  void everyDefaultIsDocumented() {
    for (CommandSpec command : all()) {
      for (OptionSpec option : command.options()) {
        if (option.defaultValue() != null) {
          String row =
              options(command).stream()
                  .filter(cells -> cells.get(0).contains("`" + option.longestName() + "`"))
                  .map(Object::toString)
                  .collect(joining());
          assertThat(row).contains("default `" + option.defaultValue() + "`");
        }
      }
    }
  }

  @Test
  void everyFormatIsDocumentedAndNoOther() {
    assertThat(named(page.section("## Formats")))
        .containsExactlyElementsOf(
            Arrays.stream(Format.values()).map(f -> f.name().toLowerCase(Locale.ROOT)).toList());
  }

  @Test
  void everyExitCodeIsDocumentedAndNoOther() {
    assertThat(page.section("## Exit codes").rows())
        .extracting(row -> Integer.valueOf(row.get(0)))
        .containsExactly(
            ExitCode.DONE, ExitCode.FOUND_ERRORS, ExitCode.WRONG_USAGE, ExitCode.FAILED);
  }

  @Test
  void examplesOnThePageAreCommandsThatParse() {
    CommandLine commands = new CommandLine(CommandSpec.create());
    commands().forEach(command -> commands.addSubcommand(command.name(), command));
    List<String> examples =
        page.lines().stream()
            .filter(
                line ->
                    line.matches(
                        "(\\./)?duizhao (build|check|plan|verify|addresses|search|status|accept|schema|new|review|translate).*"))
            .map(line -> line.replaceAll("[>|;].*|   .*", "").replaceFirst("^\\S+ ", "").strip())
            .toList();
    assertThat(examples).hasSizeGreaterThan(6);
    for (String example : examples) {
      commands.setCaseInsensitiveEnumValuesAllowed(true);
      assertThat(commands.parseArgs(example.split(" +")).subcommand()).as(example).isNotNull();
    }
  }
}
