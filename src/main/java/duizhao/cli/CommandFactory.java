package duizhao.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands that know the console they talk to. */
final class CommandFactory implements IFactory {

  private final Console console;

  CommandFactory(Console console) {
    this.console = console;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == BuildCommand.class) {
      return type.cast(new BuildCommand(console));
    }
    if (type == CheckCommand.class) {
      return type.cast(new CheckCommand(console));
    }
    if (type == PlanCommand.class) {
      return type.cast(new PlanCommand(console));
    }
    if (type == ServeCommand.class) {
      return type.cast(new ServeCommand(console));
    }
    if (type == SearchCommand.class) {
      return type.cast(new SearchCommand(console));
    }
    if (type == ImportCommand.class) {
      return type.cast(new ImportCommand(console));
    }
    if (type == StatusCommand.class) {
      return type.cast(new StatusCommand(console));
    }
    if (type == AcceptCommand.class) {
      return type.cast(new AcceptCommand(console));
    }
    if (type == SchemaCommand.class) {
      return type.cast(new SchemaCommand(console));
    }
    if (type == NewArchiveCommand.class) {
      return type.cast(new NewArchiveCommand(console));
    }
    if (type == NewReportCommand.class) {
      return type.cast(new NewReportCommand(console));
    }
    if (type == NewCommand.class) {
      return type.cast(new NewCommand());
    }
    if (type == ReviewCommand.class) {
      return type.cast(new ReviewCommand(console));
    }
    if (type == TranslateCommand.Export.class) {
      return type.cast(new TranslateCommand.Export(console));
    }
    if (type == TranslateCommand.Import.class) {
      return type.cast(new TranslateCommand.Import(console));
    }
    if (type == Version.class) {
      return type.cast(new Version());
    }
    return CommandLine.defaultFactory().create(type);
  }
}
