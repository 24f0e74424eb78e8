package duizhao.cli;

import duizhao.edit.EditException;
import duizhao.publish.PublishException;
import duizhao.search.SearchIndexException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Tells what went wrong that is not the fault of content, theme or command line. */
final class Failure {

  private Failure() {}

  /** Says it, and gives the exit code. */
  static int tell(Throwable failure, Console console) {
    if (failure instanceof PublishException e) {
      console.err().println("duizhao: " + e.getMessage());
      console.err().println("  hint: " + e.hint());
    } else if (failure instanceof SearchIndexException e) {
      console.err().println("duizhao: " + e.getMessage());
      console.err().println("  hint: " + e.hint());
    } else if (failure instanceof EditException e) {
      console.err().println("duizhao: " + e.getMessage());
      console.err().println("  hint: " + e.hint());
    } else if (failure instanceof IOException e) {
      console.err().println("duizhao: " + reason(e));
      console
          .err()
          .println("  hint: the published site is as it was; try again when this is mended");
    } else if (failure instanceof OutOfMemoryError) {
      console
          .err()
          .println("duizhao: there is too much content for the memory that Java was given");
      console
          .err()
          .println("  hint: give it more, such as DUIZHAO_JAVA_OPTS=-Xmx4g, or lower --limit");
    } else {
      console
          .err()
          .println(
              "duizhao: this is a fault of the program itself; please report it with what follows");
      failure.printStackTrace(console.err());
    }
    return ExitCode.FAILED;
  }

  /** Says that what was asked for cannot be, and gives the exit code. */
  static int refuse(String message, Console console) {
    console.err().println("duizhao: " + message);
    console.err().flush();
    return ExitCode.WRONG_USAGE;
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException denied) {
      return "access is denied: " + denied.getFile();
    }
    if (e instanceof NoSuchFileException missing) {
      return "there is no such file: " + missing.getFile();
    }
    if (e instanceof FileAlreadyExistsException there) {
      return "a file is in the way: " + there.getFile();
    }
    if (e instanceof FileSystemException disk && disk.getReason() != null) {
      return disk.getReason() + ": " + disk.getFile();
    }
    return "cannot read or write: " + e.getMessage();
  }
}
