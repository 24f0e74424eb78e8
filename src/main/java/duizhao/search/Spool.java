package duizhao.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Texts kept in a file and numbered from 0, so that memory does not grow with them. */
final class Spool {

  private final FileChannel file;
  private final ByteBuffer buffer =
      ByteBuffer.allocateDirect(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
  private final CharBuffer chars = buffer.asCharBuffer();
  private long written;
  private long[] ends = new long[1024];
  private int size;
  private final MessageDigest digest;

  /**
   * @param file empty; used as long as texts are added or read
   */
  Spool(FileChannel file) {
    this.file = file;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has SHA-256
    }
  }

  /** The SHA-256 of all texts; nothing can be added any more. */
  byte[] digest() throws IOException {
    flush();
    return digest.digest();
  }

  void add(CharSequence text) throws IOException {
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
    }
    String whole = text.toString();
    for (int from = 0; from < whole.length(); ) {
      if (!chars.hasRemaining()) {
        flush();
      }
      int to = Math.min(whole.length(), from + chars.remaining());
      chars.put(whole, from, to);
      from = to;
    }
    written += 2L * text.length();
    ends[size++] = written;
  }

  int size() {
    return size;
  }

  /** Length of all texts, in UTF-16 units. */
  long chars() {
    return written / 2;
  }

  String get(int number) throws IOException {
    if (chars.position() > 0) {
      flush();
    }
    long start = number == 0 ? 0 : ends[number - 1];
    ByteBuffer bytes = ByteBuffer.allocate((int) (ends[number] - start));
    while (bytes.hasRemaining()) {
      if (file.read(bytes, start + bytes.position()) < 0) {
        throw new IOException("the spill file of the search index ends too soon");
      }
    }
    return bytes.flip().order(ByteOrder.LITTLE_ENDIAN).asCharBuffer().toString();
  }

  private void flush() throws IOException {
    buffer.limit(2 * chars.position());
    chars.clear();
    digest.update(buffer.duplicate());
    while (buffer.hasRemaining()) {
      file.write(buffer);
    }
    buffer.clear();
  }
}
