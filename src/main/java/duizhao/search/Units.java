package duizhao.search;

import java.io.IOException;
import java.util.Arrays;

/**
 * Keyed pieces of the index, dealt out to shards by the hash of their key. So a reader who knows a
 * key knows its shard, and no directory is needed.
 */
final class Units {

  /** Before the key of names: they stand in the shard of the characters that follow. */
  static final char NAMES = '\u0004';

  private static final int SHARD_CHARS = 3_000;

  private final Spool spool;
  private int[] hashes = new int[1024];

  Units(Spool spool) {
    this.spool = spool;
  }

  /** Adds a piece. Keys are unique. */
  void add(String key, CharSequence body) throws IOException {
    StringBuilder unit = new StringBuilder(key.length() + body.length() + 6);
    Codec.text(key, unit);
    Codec.text(body, unit);
    if (spool.size() == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * hashes.length);
    }
    hashes[spool.size()] = hash(key);
    spool.add(unit);
  }

  /** How many shards the pieces added so far make. */
  int shardCount() {
    return (int) Math.max(1, (spool.chars() + SHARD_CHARS - 1) / SHARD_CHARS);
  }

  /** What is done with each shard. */
  interface Sink {
    void shard(int number, String text) throws IOException;
  }

  /** Hands over every shard, in order; pieces in a shard are in the order they were added. */
  void write(Sink sink) throws IOException {
    int shards = shardCount();
    long[] order = new long[spool.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = ((long) Integer.remainderUnsigned(hashes[i], shards) << 32) | i;
    }
    Arrays.sort(order);
    int next = 0;
    for (int shard = 0; shard < shards; shard++) {
      StringBuilder text = new StringBuilder();
      while (next < order.length && (int) (order[next] >>> 32) == shard) {
        text.append(spool.get((int) order[next++]));
      }
      sink.shard(shard, text.toString());
    }
  }

  /** FNV-1a over UTF-16 units, 32 bits: small enough to write again in the client. */
  static int hash(CharSequence key) {
    int hash = 0x811c9dc5;
    for (int i = key.charAt(0) == NAMES ? 1 : 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x01000193;
    }
    return hash;
  }
}
