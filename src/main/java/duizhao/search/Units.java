package duizhao.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Keyed pieces of the index, dealt out to shards by the hash of their key. So a reader who knows a
 * key knows its shard, and no directory is needed.
 */
final class Units {

  /** Before the key of names: they stand in the shard of the characters that follow. */
  static final char NAMES = '\u0004';

  private static final int SHARD_CHARS = 4_000;

  private final Spool spool;
  private final UnitWriter unit = new UnitWriter();
  private int[] hashes = new int[1024];
  private long chars;

  /**
   * @param spool empty
   */
  Units(Spool spool) {
    this.spool = spool;
  }

  /** Adds a piece. Keys are unique. */
  void add(String key, String body) throws IOException {
    unit.truncate(0);
    unit.text(key);
    unit.text(body);
    add(key);
  }

  /** Adds a piece whose body is what a writer holds from an index on, up to another. */
  void add(String key, UnitWriter body, int from, int to) throws IOException {
    unit.truncate(0);
    unit.text(key);
    unit.number(to - from);
    unit.append(body, from, to);
    add(key);
  }

  private void add(String key) throws IOException {
    if (spool.size() == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * hashes.length);
    }
    hashes[spool.size()] = hash(key);
    chars += unit.length();
    spool.add(unit);
  }

  /** How many shards the pieces added so far make. */
  int shardCount() {
    return (int) Math.max(1, (chars + SHARD_CHARS - 1) / SHARD_CHARS);
  }

  /** What is done with each shard. */
  interface Sink {
    /**
     * Takes a shard.
     *
     * @param text the inside of a string in a script; used again for the next shard
     */
    void shard(int number, ByteBuffer text) throws IOException;
  }

  /** Hands over every shard, in order; pieces in a shard are in the order they were added. */
  void write(Sink sink) throws IOException {
    int shards = shardCount();
    long[] order = new long[spool.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = ((long) Integer.remainderUnsigned(hashes[i], shards) << 32) | i;
    }
    Arrays.sort(order);
    ByteBuffer text = ByteBuffer.allocateDirect(0);
    for (int shard = 0, from = 0, to = 0; shard < shards; shard++, from = to) {
      int bytes = 0;
      while (to < order.length && (int) (order[to] >>> 32) == shard) {
        bytes += spool.length((int) order[to++]);
      }
      if (text.capacity() < bytes) {
        text = ByteBuffer.allocateDirect(2 * bytes);
      }
      text.clear();
      for (int i = from; i < to; i++) {
        spool.read((int) order[i], text);
      }
      sink.shard(shard, text.flip());
    }
  }

  /** FNV-1a over UTF-16 units, 32 bits: small enough to write again in the client. */
  static int hash(String key) {
    int hash = 0x811c9dc5;
    for (int i = key.charAt(0) == NAMES ? 1 : 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x01000193;
    }
    return hash;
  }
}
