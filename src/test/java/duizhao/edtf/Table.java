package duizhao.edtf;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The test data beside these tests. */
final class Table {

  private Table() {}

  /** The rows below the heading, split at tabs. */
  static Stream<List<String>> rows(String file) throws IOException {
    try (BufferedReader reader = new BufferedReader(open(file))) {
      return reader.lines().skip(1).map(line -> List.of(line.split("\t", -1))).toList().stream();
    }
  }

  static Reader open(String file) {
    return new InputStreamReader(
        Objects.requireNonNull(Table.class.getResourceAsStream(file), file),
        StandardCharsets.UTF_8);
  }
}
