package duizhao.place;

import duizhao.model.LocalizedText;
import duizhao.model.Region;
import duizhao.model.RegionLevel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Reads {@code gazetteer.tsv}, which {@code src/gazetteer} writes. */
final class GazetteerFile {

  static final String RESOURCE = "gazetteer.tsv";

  private GazetteerFile() {}

  /** Hands over each place, outer ones before those within, with what else it is known as. */
  static void read(BiConsumer<Region, List<String>> places) {
    Set<String> seen = new HashSet<>();
    String text = text();
    for (int start = 0; start < text.length(); ) {
      int end = text.indexOf('\n', start);
      if (text.charAt(start) != '#') {
        List<String> columns = split(text.substring(start, end), '\t');
        Region region = region(columns, seen);
        seen.add(region.code());
        places.accept(region, columns.size() > 5 ? parts(columns.get(5)) : List.of());
      }
      start = end + 1;
    }
  }

  private static String text() {
    try (InputStream in = GazetteerFile.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + RESOURCE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Region region(List<String> columns, Set<String> seen) {
    String code = columns.get(0);
    Map<String, String> name = new LinkedHashMap<>();
    name.put("zh", columns.get(1));
    // The file is typed as keyboards type; names are shown as printed: Xi’an.
    name.put("en", columns.get(2).replace('\'', '’'));
    List<String> former = columns.size() > 4 ? parts(columns.get(4)) : List.of();
    return new Region(
        code, new LocalizedText(name), columns.get(3), level(code), parent(code, seen), former);
  }

  /** GB/T 2260: two digits each for the province, the prefecture and the county. */
  private static RegionLevel level(String code) {
    if (code.endsWith("0000")) {
      return RegionLevel.PROVINCE;
    }
    return code.endsWith("00") ? RegionLevel.PREFECTURE : RegionLevel.COUNTY;
  }

  /**
   * The prefecture where there is one: municipalities and some provinces hold counties directly.
   */
  private static @Nullable String parent(String code, Set<String> seen) {
    if (code.endsWith("0000")) {
      return null;
    }
    String prefecture = code.substring(0, 4) + "00";
    return !code.equals(prefecture) && seen.contains(prefecture)
        ? prefecture
        : code.substring(0, 2) + "0000";
  }

  private static List<String> parts(String column) {
    return column.isEmpty() ? List.of() : split(column, ';');
  }

  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>(6);
    int from = 0;
    for (int to = text.indexOf(separator); to >= 0; to = text.indexOf(separator, from)) {
      parts.add(text.substring(from, to));
      from = to + 1;
    }
    parts.add(text.substring(from));
    return parts;
  }
}
