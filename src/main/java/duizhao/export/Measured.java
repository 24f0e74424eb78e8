package duizhao.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How long a written file is, and what it hashes to.
 *
 * @param sha256 in hexadecimal
 */
record Measured(long bytes, String sha256) {

  /** Writes what a file holds. */
  interface Content {
    void write(Writer out) throws IOException;
  }

  /** Counts what passes. */
  private static final class Counter extends DigestOutputStream {

    private long bytes;

    Counter(OutputStream out, MessageDigest digest) {
      super(out, digest);
    }

    @Override
    public void write(int b) throws IOException {
      super.write(b);
      bytes++;
    }

    @Override
    public void write(byte[] b, int from, int count) throws IOException {
      super.write(b, from, count);
      bytes += count;
    }
  }

  /** Writes text as UTF-8 and closes the stream. */
  static Measured write(OutputStream out, Content content) throws IOException {
    try (Counter counter = new Counter(out, MessageDigest.getInstance("SHA-256"))) {
      Writer text =
          new BufferedWriter(new OutputStreamWriter(counter, StandardCharsets.UTF_8), 1 << 16);
      content.write(text);
      text.flush();
      return new Measured(
          counter.bytes, HexFormat.of().formatHex(counter.getMessageDigest().digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has SHA-256
    }
  }
}
