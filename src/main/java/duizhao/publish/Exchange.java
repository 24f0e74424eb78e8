package duizhao.publish;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Lets two folders change places in one step, by a call of the system that Java does not have:
 * {@code renameat2(2)} of Linux, {@code renamex_np(2)} of macOS.
 */
final class Exchange {

  /** Of a system without such a call. */
  static final Exchange NONE = new Exchange(null);

  /** The working directory, for paths that do not start at the root: Linux's {@code AT_FDCWD}. */
  private static final int HERE = -100;

  /** Linux's {@code RENAME_EXCHANGE}, and {@code RENAME_SWAP} of macOS. */
  private static final int CHANGE_PLACES = 2;

  private final @Nullable Function call;

  private Exchange(@Nullable Function call) {
    this.call = call;
  }

  /**
   * Finds the system's call.
   *
   * @param folder where JNA unpacks its native library, once in a process; made when there is none.
   *     It may be deleted afterwards
   * @return {@link #NONE} where the system has no such call, or nothing may be run from that folder
   */
  static Exchange load(Path folder) {
    if (!Platform.isLinux() && !Platform.isMac()) {
      return NONE;
    }
    System.getProperties().putIfAbsent("jna.tmpdir", folder.toString());
    try {
      NativeLibrary system = NativeLibrary.getProcess();
      return new Exchange(system.getFunction(Platform.isMac() ? "renamex_np" : "renameat2"));
    } catch (LinkageError e) {
      return NONE;
    }
  }

  /**
   * Has two folders of one disk change places.
   *
   * @return whether they did; where the file system cannot do it, all is as it was
   */
  boolean swap(Path one, Path other) {
    if (call == null) {
      return false;
    }
    Object[] arguments =
        Platform.isMac()
            ? new Object[] {name(one), name(other), CHANGE_PLACES}
            : new Object[] {HERE, name(one), HERE, name(other), CHANGE_PLACES};
    return call.invokeInt(arguments) == 0;
  }

  /** As C has it. A system whose names are not in UTF-8 finds no such folder, and does nothing. */
  private static byte[] name(Path path) {
    return (path + "\0").getBytes(StandardCharsets.UTF_8);
  }
}
