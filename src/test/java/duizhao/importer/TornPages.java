package duizhao.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes pages of the archive's own texts, torn in one way each, of which all is known. */
final class TornPages {

  /** A way in which a newspaper page is torn when it becomes text. */
  enum Tear {
    NONE,
    COLUMNS_ALTERNATE,
    HEADLINES_STACKED,
    HEADLINE_BELOW,
    END_ABOVE,
    END_ELSEWHERE,
    NO_HEADLINE,
    NARROW_LINES
  }

  /** A page, and what belongs where on it. */
  record Torn(PageText page, Labels labels) {}

  /** A report to make pages of; the first paragraph has its dateline. */
  private record Source(String id, String headline, List<String> paragraphs) {}

  /** Some characters of a report that stand in one line, the first of them at a place in it. */
  private record Line(String report, int at, String text) {}

  private static final Pattern TITLE = Pattern.compile("title:\\s+zh: (.+)");
  private static final Pattern NAME = Pattern.compile("name: \\{zh: (\\p{IsHan}{2,3}),");

  private static final int REPORTS = 8;

  private final List<Source> sources;
  private final List<List<Line>> units = new ArrayList<>();
  private final Map<String, Integer> sizes = new LinkedHashMap<>();
  private final Random random;

  private TornPages(List<Source> sources, Random random) {
    this.sources = sources;
    this.random = random;
  }

  /** A page on which a third of the reports are torn in one way; the same for the same seed. */
  static Torn of(Tear tear, int seed) {
    Random random = new Random(seed);
    List<Source> sources = new ArrayList<>(Sources.ALL);
    Collections.shuffle(sources, random);
    return new TornPages(sources.subList(0, REPORTS), random).page(tear);
  }

  private Torn page(Tear tear) {
    List<Line> late = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      Source source = sources.get(i);
      boolean torn = i % 3 == 1 && i + 1 < sources.size();
      List<Line> lines = lines(source);
      Line headline = lines.remove(0);
      int middle = Math.max(1, lines.size() / 2);
      List<Line> end = new ArrayList<>(lines.subList(middle, lines.size()));
      List<Line> beginning = new ArrayList<>(lines.subList(0, middle));
      switch (torn ? tear : Tear.NONE) {
        case COLUMNS_ALTERNATE, HEADLINES_STACKED -> alternate(tear, source, sources.get(++i));
        case HEADLINE_BELOW -> add(lines, List.of(headline));
        case END_ABOVE -> add(end, List.of(headline), beginning);
        case END_ELSEWHERE -> {
          add(List.of(headline), beginning);
          late.addAll(end);
        }
        case NO_HEADLINE -> {
          sizes.merge(source.id(), -size(headline.text()), Integer::sum);
          add(lines.stream().map(l -> moved(l, -size(headline.text()))).toList());
        }
        case NARROW_LINES -> add(List.of(headline), narrow(lines, 14 + random.nextInt(8)));
        default -> add(List.of(headline), lines);
      }
    }
    add(late);
    return print();
  }

  /** Two reports in columns that are cut in the middle of their sentences. */
  private void alternate(Tear tear, Source a, Source b) {
    List<Line> first = lines(a);
    List<Line> second = lines(b);
    List<Line> headA = List.of(first.remove(0));
    List<Line> headB = List.of(second.remove(0));
    List<List<Line>> columnsA = columns(first);
    List<List<Line>> columnsB = columns(second);
    if (tear == Tear.HEADLINES_STACKED) {
      add(headA, headB, columnsA.get(0), columnsB.get(0));
    } else {
      add(headA, columnsA.get(0), headB, columnsB.get(0));
    }
    for (int k = 1; k < Math.max(columnsA.size(), columnsB.size()); k++) {
      add(
          k < columnsA.size() ? columnsA.get(k) : List.of(),
          k < columnsB.size() ? columnsB.get(k) : List.of());
    }
  }

  private static List<List<Line>> columns(List<Line> lines) {
    int height = Math.max(120, lines.stream().mapToInt(l -> l.text().length()).sum() / 2);
    List<List<Line>> columns = new ArrayList<>(List.of(new ArrayList<>()));
    int room = height;
    for (Line line : lines) {
      Line rest = line;
      while (rest.text().length() > room + 8 && room > 8) {
        columns.get(columns.size() - 1).add(part(rest, 0, room));
        rest = part(rest, room, rest.text().length());
        columns.add(new ArrayList<>());
        room = height;
      }
      columns.get(columns.size() - 1).add(rest);
      room -= rest.text().length();
    }
    return columns;
  }

  private static List<Line> narrow(List<Line> lines, int width) {
    List<Line> narrow = new ArrayList<>();
    for (Line line : lines) {
      int from = 0;
      for (int to = width - 2; from < line.text().length(); to += width) {
        int end = Math.min(to, line.text().length());
        narrow.add(part(line, from, end));
        from = end;
      }
    }
    return narrow;
  }

  private static Line part(Line line, int from, int to) {
    int at = line.at() + size(line.text().substring(0, from));
    return new Line(line.report(), at, line.text().substring(from, to));
  }

  private static Line moved(Line line, int by) {
    return new Line(line.report(), line.at() + by, line.text());
  }

  private List<Line> lines(Source source) {
    List<Line> lines = new ArrayList<>();
    int at = 0;
    List<String> texts = new ArrayList<>(List.of(source.headline()));
    texts.addAll(source.paragraphs());
    for (String text : texts) {
      lines.add(new Line(source.id(), at, text));
      at += size(text);
    }
    sizes.put(source.id(), at);
    return lines;
  }

  @SafeVarargs
  private void add(List<Line>... more) {
    for (List<Line> lines : more) {
      units.add(lines);
    }
  }

  private Torn print() {
    StringBuilder text = new StringBuilder();
    Map<Long, Labels.Place> places = new HashMap<>();
    int number = 1;
    for (List<Line> unit : units) {
      for (Line line : unit) {
        int at = line.at();
        for (int k = 0; k < line.text().length(); k++) {
          if (!Signs.isSpace(line.text().charAt(k))) {
            places.put(Labels.key(number, k), new Labels.Place(line.report(), at++));
          }
        }
        text.append(line.text()).append("\n\n");
        number += 2;
      }
    }
    PageText page = PageText.of("torn", text.toString());
    return new Torn(page, new Labels(page, sizes, places));
  }

  private static int size(String text) {
    return (int) text.chars().filter(c -> !Signs.isSpace(c)).count();
  }

  private static final class Sources {

    static final List<Source> ALL = read();

    private static List<Source> read() {
      try (Stream<Path> files = Files.walk(Path.of("content/reports"))) {
        List<Source> all = new ArrayList<>();
        for (Path file : files.filter(f -> f.endsWith("zh.md")).sorted().toList()) {
          Source source = read(file);
          if (source != null) {
            all.add(source);
          }
        }
        return all;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static @Nullable Source read(Path file) throws IOException {
      String metadata = Files.readString(file.resolveSibling("report.yaml"));
      Matcher title = TITLE.matcher(metadata);
      Matcher name = NAME.matcher(metadata);
      String dateline = "本报讯（记者" + (name.find() ? name.group(1) : "白水") + "）";
      List<String> paragraphs =
          Files.readString(file)
              .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
              .replaceAll("\\{[^}]*\\}|[*\\\\]", "")
              .lines()
              .filter(l -> !l.contains("版面") && !l.contains("照片"))
              .filter(l -> l.length() > 24 && Words.isHan(l.replaceAll("[“《]", "").charAt(0)))
              .collect(Collectors.toCollection(ArrayList::new));
      if (paragraphs.isEmpty()) {
        return null;
      }
      paragraphs.set(0, dateline + paragraphs.get(0));
      String headline = title.find() ? title.group(1).replaceAll("[\"']", "") : "";
      return new Source(String.valueOf(file.getParent().getFileName()), headline, paragraphs);
    }
  }
}
