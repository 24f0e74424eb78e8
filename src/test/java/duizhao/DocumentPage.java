package duizhao;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Markdown page of the documentation, read for what tests hold it to. */
public final class DocumentPage {

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  private final Path file;
  private final List<String> lines;

  private DocumentPage(Path file, List<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  /**
   * @param name below {@code src/docs}
   */
  public static DocumentPage of(String name) throws IOException {
    Path file = Path.of("src/docs", name);
    return new DocumentPage(file, Files.readAllLines(file));
  }

  /** What stands below a heading, as far as the next one of its level or above. */
  public DocumentPage section(String heading) {
    int start = lines.indexOf(heading);
    if (start < 0) {
      throw new AssertionError(file + " has no heading \"" + heading + "\"");
    }
    int level = heading.indexOf(' ');
    int end = start + 1;
    while (end < lines.size() && !lines.get(end).matches("#{1," + level + "} .*")) {
      end++;
    }
    return new DocumentPage(file, lines.subList(start + 1, end));
  }

  /** The words of each heading of a level, in order. */
  public List<String> headings(int level) {
    String start = "#".repeat(level) + " ";
    return lines.stream()
        .filter(l -> l.startsWith(start))
        .map(l -> l.substring(level + 1))
        .toList();
  }

  /** The lines of text. */
  public List<String> lines() {
    return lines;
  }

  /** The cells of each row of every table here, without the rows that name the columns. */
  public List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      boolean row = lines.get(i).startsWith("|");
      boolean ruled = i + 1 < lines.size() && lines.get(i + 1).startsWith("|---");
      if (row && !ruled && !lines.get(i).startsWith("|---")) {
        String inner = lines.get(i).strip().replaceAll("^\\||\\|$", "");
        rows.add(Arrays.stream(inner.split("(?<!\\\\)\\|", -1)).map(String::strip).toList());
      }
    }
    return rows;
  }

  /** The points of every list here, without their marks. */
  public List<String> points() {
    return lines.stream().filter(l -> l.startsWith("- ")).map(l -> l.substring(2)).toList();
  }

  /** What stands in a text between backticks. */
  public static List<String> code(String text) {
    return CODE.matcher(text).results().map((MatchResult r) -> r.group(1)).toList();
  }

  /** What stands between backticks anywhere here. */
  public Stream<String> code() {
    return lines.stream().flatMap(line -> code(line).stream());
  }
}
