package duizhao.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Gives every test its folder in memory, where the system has one with room, else on the disk: the
 * tests write and delete a million files. Named in {@code junit-platform.properties}.
 */
public final class InMemory implements TempDirFactory {

  private static final Path MEMORY = Path.of("/dev/shm");
  private static final long LEAST_ROOM = 2L << 30;

  @Override
  public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context)
      throws IOException {
    boolean room =
        Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > LEAST_ROOM;
    return room
        ? Files.createTempDirectory(MEMORY, "duizhao-")
        : Files.createTempDirectory("duizhao-");
  }
}
