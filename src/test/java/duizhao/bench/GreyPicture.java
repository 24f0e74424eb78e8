package duizhao.bench;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A picture in shades of grey, as a PNG whose bytes no library's version changes. */
final class GreyPicture {

  private static final int WIDTH_PX = 360;
  private static final int HEIGHT_PX = 240;

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private GreyPicture() {}

  static byte[] png(Random random) {
    int slopeX = 1 + random.nextInt(7);
    int slopeY = 1 + random.nextInt(7);
    byte[] rows = new byte[(WIDTH_PX + 1) * HEIGHT_PX];
    for (int y = 0; y < HEIGHT_PX; y++) {
      for (int x = 0; x < WIDTH_PX; x++) {
        rows[y * (WIDTH_PX + 1) + 1 + x] = (byte) ((x * slopeX ^ y * slopeY) & 0xff);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13);
    header.putInt(WIDTH_PX).putInt(HEIGHT_PX).put(new byte[] {8, 0, 0, 0, 0});
    chunk(out, "IHDR", header.array());
    chunk(out, "IDAT", stored(rows));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  /** RFC 1950 and 1951, without compression. */
  private static byte[] stored(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.NO_COMPRESSION);
    deflater.setInput(bytes);
    deflater.finish();
    byte[] buffer = new byte[1 << 16];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    ByteBuffer chunk = ByteBuffer.allocate(data.length + 12);
    chunk.putInt(data.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
    CRC32 crc = new CRC32();
    crc.update(chunk.array(), 4, data.length + 4);
    chunk.putInt((int) crc.getValue());
    out.writeBytes(chunk.array());
  }
}
