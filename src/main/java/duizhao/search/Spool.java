package duizhao.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Parts of finished files, numbered from 0 and kept in a file: memory does not grow with them. */
final class Spool {

  private final FileChannel file;
  private byte[] buffer = new byte[1 << 20];
  private int used;
  private long written;
  private long[] ends = new long[1024];
  private int size;
  private final MessageDigest digest;

  /**
   * @param file empty; used as long as parts are added or read
   * @param digest is given a CRC-32 of every megabyte or so: a tenth of the work of giving it all
   */
  Spool(FileChannel file, MessageDigest digest) {
    this.file = file;
    this.digest = digest;
  }

  void add(byte[] bytes) throws IOException {
    reserve(bytes.length);
    System.arraycopy(bytes, 0, buffer, used, bytes.length);
    end(used + bytes.length);
  }

  /** Adds a text as the inside of a string in a script. */
  void add(UnitWriter text) throws IOException {
    reserve(text.length() * UnitWriter.JSON_BYTES);
    end(text.json(buffer, used));
  }

  private void reserve(int bytes) throws IOException {
    if (bytes > buffer.length - used) {
      flush();
    }
    if (bytes > buffer.length) {
      buffer = new byte[bytes];
    }
  }

  private void end(int at) {
    used = at;
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
    }
    ends[size++] = written + used;
  }

  int size() {
    return size;
  }

  /** How many bytes a part has. */
  int length(int number) {
    return (int) (ends[number] - start(number));
  }

  private long start(int number) {
    return number == 0 ? 0 : ends[number - 1];
  }

  /** A part that was flushed. */
  ByteBuffer read(int number) throws IOException {
    ByteBuffer part = ByteBuffer.allocate(length(number));
    read(number, part);
    return part.flip();
  }

  /** Reads a part that was flushed into a buffer, from where that stands. */
  void read(int number, ByteBuffer into) throws IOException {
    ByteBuffer part = into.slice(into.position(), length(number));
    while (part.hasRemaining()) {
      if (file.read(part, start(number) + part.position()) < 0) {
        throw new IOException("the spill file of the search index ends too soon");
      }
    }
    into.position(into.position() + part.capacity());
  }

  /** Puts what was added into the file and the digest. */
  void flush() throws IOException {
    CRC32 sum = new CRC32();
    sum.update(buffer, 0, used);
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, sum.getValue()));
    for (ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, used); bytes.hasRemaining(); ) {
      file.write(bytes);
    }
    written += used;
    used = 0;
  }
}
