package duizhao.search;

import duizhao.text.SearchFold;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/**
 * The folded text of all reports, one segment a title, summary, name, caption or paragraph, each
 * ended by a line feed. It is kept in a file and mapped, so that memory does not grow with the
 * archive.
 */
final class Corpus {

  /** Ends a segment. */
  static final char END = '\n';

  private static final int BUFFER_CHARS = 1 << 19;
  private static final int BLOCK_SHIFT = 6;

  private final FileChannel file;
  private final ByteBuffer buffer =
      ByteBuffer.allocateDirect(2 * BUFFER_CHARS).order(ByteOrder.LITTLE_ENDIAN);
  private CharBuffer text = CharBuffer.allocate(0);
  private int length;
  private int segments;
  private int[] starts = new int[1024];
  private int[] reports = new int[1024];
  private Field[] fields = new Field[1024];
  private int[] lengths = new int[256];
  private int reportCount;

  /** For each 64 UTF-16 units of the text, the segment that the first of them is in. */
  private int[] blocks = {};

  /**
   * @param file empty; used until the index is written
   */
  Corpus(FileChannel file) {
    this.file = file;
  }

  /** Begins the next report; reports are numbered from 0. */
  void nextReport() {
    if (reportCount == lengths.length) {
      lengths = Arrays.copyOf(lengths, 2 * lengths.length);
    }
    reportCount++;
  }

  /** Adds a text to the report that was begun last. */
  void add(Field field, String original) throws IOException {
    String folded = SearchFold.fold(original);
    if (folded.isEmpty()) {
      return;
    }
    if (segments == starts.length) {
      starts = Arrays.copyOf(starts, 2 * segments);
      reports = Arrays.copyOf(reports, 2 * segments);
      fields = Arrays.copyOf(fields, 2 * segments);
    }
    starts[segments] = length;
    reports[segments] = reportCount - 1;
    fields[segments] = field;
    segments++;
    if (field == Field.TEXT) {
      lengths[reportCount - 1] += folded.length();
    }
    for (int i = 0; i < folded.length(); i++) {
      put(folded.charAt(i));
    }
    put(END);
  }

  private void put(char c) throws IOException {
    if (buffer.remaining() < 2) {
      flush();
    }
    buffer.putChar(c);
    length++;
  }

  private void flush() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      file.write(buffer);
    }
    buffer.clear();
  }

  /** Ends the adding; from now on the text can be read. */
  void close() throws IOException {
    flush();
    text =
        file.map(FileChannel.MapMode.READ_ONLY, 0, 2L * length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .asCharBuffer();
    blocks = new int[(length >> BLOCK_SHIFT) + 1];
    for (int block = 0, segment = 0; block < blocks.length; block++) {
      while (segment + 1 < segments && starts[segment + 1] <= block << BLOCK_SHIFT) {
        segment++;
      }
      blocks[block] = segment;
    }
  }

  /** The segment that an index of the text is in. */
  int segment(int index) {
    int segment = blocks[index >> BLOCK_SHIFT];
    while (segment + 1 < segments && starts[segment + 1] <= index) {
      segment++;
    }
    return segment;
  }

  String text(int from, int to) {
    char[] chars = new char[to - from];
    text.get(from, chars);
    return new String(chars);
  }

  int reportCount() {
    return reportCount;
  }

  int segmentCount() {
    return segments;
  }

  /** First index of a segment. */
  int start(int segment) {
    return starts[segment];
  }

  int report(int segment) {
    return reports[segment];
  }

  Field field(int segment) {
    return fields[segment];
  }

  char at(int index) {
    return text.get(index);
  }

  /** Index after the last character. */
  int length() {
    return length;
  }

  /**
   * How much the length of a report's text takes from the weight of each word in it: 1 for one of
   * average length, less for shorter ones.
   */
  float[] lengthNorms() {
    double total = 0;
    for (int i = 0; i < reportCount; i++) {
      total += lengths[i];
    }
    float[] norms = new float[reportCount];
    for (int i = 0; i < reportCount; i++) {
      norms[i] = total == 0 ? 1f : (float) (0.5 + 0.5 * lengths[i] * reportCount / total);
    }
    return norms;
  }
}
