package duizhao.cli;

import static java.util.Map.entry;

import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands that know the console they talk to. */
final class CommandFactory implements IFactory {

  private static final Map<Class<?>, Function<Console, Object>> COMMANDS =
      Map.ofEntries(
          entry(BuildCommand.class, BuildCommand::new),
          entry(CheckCommand.class, CheckCommand::new),
          entry(PlanCommand.class, PlanCommand::new),
          entry(VerifyCommand.class, VerifyCommand::new),
          entry(AddressesCommand.class, AddressesCommand::new),
          entry(ServeCommand.class, ServeCommand::new),
          entry(SearchCommand.class, SearchCommand::new),
          entry(ImportCommand.class, ImportCommand::new),
          entry(StatusCommand.class, StatusCommand::new),
          entry(AcceptCommand.class, AcceptCommand::new),
          entry(SchemaCommand.class, SchemaCommand::new),
          entry(NewArchiveCommand.class, NewArchiveCommand::new),
          entry(NewReportCommand.class, NewReportCommand::new),
          entry(ReviewCommand.class, ReviewCommand::new),
          entry(TranslateCommand.Export.class, TranslateCommand.Export::new),
          entry(TranslateCommand.Import.class, TranslateCommand.Import::new));

  private final Console console;

  CommandFactory(Console console) {
    this.console = console;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    Function<Console, Object> command = COMMANDS.get(type);
    return command == null
        ? CommandLine.defaultFactory().create(type)
        : type.cast(command.apply(console));
  }
}
