package duizhao.search;

import duizhao.text.SearchFold;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The folded text of all reports, one segment a title, summary, name, caption or paragraph, each
 * ended by a line feed. It is kept in a file and mapped, so that memory does not grow with the
 * archive.
 */
final class Corpus {

  /** Ends a segment. */
  static final char END = '\n';

  private static final int BUFFER_CHARS = 1 << 19;

  /** Below a report's number in a place. */
  static final int FIELD_BITS = 2;

  private static final List<Field> FIELDS = List.of(Field.values());

  /** A text takes no more than a quarter of the heap. */
  private static final int HEAP_SHARE = 8;

  private final FileChannel file;
  private final ByteBuffer buffer =
      ByteBuffer.allocateDirect(2 * BUFFER_CHARS).order(ByteOrder.LITTLE_ENDIAN);
  private final CharBuffer chars = buffer.asCharBuffer();
  private CharBuffer text = CharBuffer.allocate(0);

  /** All of the text where it is not too long: reading it is much of the work. */
  private char @Nullable [] heap;

  private int length;
  private int segments;
  private int[] starts = new int[1024];
  private int[] places = new int[1024];
  private int[] lengths = new int[256];
  private int reportCount;

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
      places = Arrays.copyOf(places, 2 * segments);
    }
    starts[segments] = length;
    places[segments] = (reportCount - 1) << FIELD_BITS | FIELDS.indexOf(field);
    segments++;
    if (field == Field.TEXT) {
      lengths[reportCount - 1] += folded.length();
    }
    for (int from = 0; from < folded.length(); ) {
      int to = Math.min(folded.length(), from + room());
      chars.put(folded, from, to);
      from = to;
    }
    room();
    chars.put(END);
    length += folded.length() + 1;
  }

  /** How many characters the buffer takes: at least one. */
  private int room() throws IOException {
    if (!chars.hasRemaining()) {
      flush();
    }
    return chars.remaining();
  }

  private void flush() throws IOException {
    buffer.limit(2 * chars.position());
    chars.clear();
    while (buffer.hasRemaining()) {
      file.write(buffer);
    }
    buffer.clear();
  }

  /** Ends the adding; from now on the text can be read. */
  void close() throws IOException {
    flush();
    if (length <= Runtime.getRuntime().maxMemory() / HEAP_SHARE) {
      heap = read();
    } else {
      text =
          file.map(FileChannel.MapMode.READ_ONLY, 0, 2L * length)
              .order(ByteOrder.LITTLE_ENDIAN)
              .asCharBuffer();
    }
  }

  private char[] read() throws IOException {
    char[] all = new char[length];
    for (int at = 0; at < length; ) {
      buffer.clear().limit((int) Math.min(buffer.capacity(), 2L * (length - at)));
      while (buffer.hasRemaining()) {
        if (file.read(buffer, 2L * at + buffer.position()) < 0) {
          throw new IOException("the spill file of the search index ends too soon");
        }
      }
      int size = buffer.position() / 2;
      chars.clear().get(all, at, size);
      at += size;
    }
    return all;
  }

  /** Where a segment is: the number of its report above {@link #FIELD_BITS}, and the field. */
  int place(int segment) {
    return places[segment];
  }

  /** The field of a place. */
  static Field field(int place) {
    return FIELDS.get(place & (1 << FIELD_BITS) - 1);
  }

  String text(int from, int to) {
    if (heap != null) {
      return new String(heap, from, to - from);
    }
    char[] some = new char[to - from];
    text.get(from, some);
    return new String(some);
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

  char at(int index) {
    return heap != null ? heap[index] : text.get(index);
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
