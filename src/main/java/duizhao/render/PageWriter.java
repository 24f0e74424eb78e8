package duizhao.render;

import java.io.IOException;
import java.io.Writer;

/** Takes what a template prints, up to the longest page that there may be. */
final class PageWriter extends Writer {

  private final StringBuilder text = new StringBuilder(16_384);
  private final long mostChars;
  private final RenderThread.Watch watch;

  PageWriter(long mostChars, RenderThread.Watch watch) {
    this.mostChars = mostChars;
    this.watch = watch;
  }

  private void room(int length) throws IOException {
    if (text.length() + (long) length > mostChars) {
      throw new IOException(watch.fail("it makes a page longer than " + mostChars + " characters"));
    }
  }

  @Override
  public void write(int c) throws IOException {
    room(1);
    text.append((char) c);
  }

  @Override
  public void write(char[] from, int start, int length) throws IOException {
    room(length);
    text.append(from, start, length);
  }

  @Override
  public void write(String from, int start, int length) throws IOException {
    room(length);
    text.append(from, start, start + length);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  @Override
  public String toString() {
    return text.toString();
  }
}
