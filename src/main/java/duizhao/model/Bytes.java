package duizhao.model;

import java.util.Arrays;

/** Bytes that nobody changes, equal when their content is. */
public final class Bytes {

  private final byte[] bytes;

  public Bytes(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /** A copy. */
  public byte[] toArray() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes b && Arrays.equals(bytes, b.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
