package duizhao.importer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures how well pages are cut into reports. Takes a folder of pages, {@code NAME.txt}, a folder
 * of what is expected, {@code NAME.gold} (a line a report: a name, a tab, its characters in their
 * order without white space and without doubled passages), the content folder whose words are
 * known, and the names of the pages to measure, each with {@code =YEAR} where the reports of that
 * year were made from it, and are not to be known.
 */
final class Measure {

  private Measure() {}

  public static void main(String[] arguments) throws IOException {
    int right = 0;
    int all = 0;
    int whole = 0;
    int reports = 0;
    for (String argument : Arrays.asList(arguments).subList(3, arguments.length)) {
      String name = argument.split("=")[0];
      String without = argument.contains("=") ? argument.split("=")[1] : "";
      List<String> known = known(Path.of(arguments[2]), without);
      String text = Files.readString(Path.of(arguments[0], name + ".txt"));
      Reading reading = Reading.of(PageText.of(name, text), known);
      List<String> made = reading.reports().stream().map(Measure::characters).toList();
      List<String[]> expected =
          Files.readAllLines(Path.of(arguments[1], name + ".gold")).stream()
              .map(l -> l.split("\t", 2))
              .toList();
      int pageRight = 0;
      int pageAll = 0;
      int pageWhole = 0;
      List<String> left = new ArrayList<>(made);
      List<String[]> open = new ArrayList<>(expected);
      while (!open.isEmpty()) {
        String[] report = open.get(0);
        String best = "";
        int bestCommon = -1;
        for (String[] wanted : open) {
          for (String candidate : left) {
            int common = common(candidate, wanted[1]);
            if (common > bestCommon) {
              report = wanted;
              best = candidate;
              bestCommon = common;
            }
          }
        }
        open.remove(report);
        left.remove(best);
        pageRight += Math.max(0, bestCommon);
        pageAll += Math.max(report[1].length(), best.length());
        if (best.equals(report[1])) {
          pageWhole++;
        } else {
          System.out.printf(
              Locale.ROOT,
              "  %s %s: %d of %d, made %d%n",
              name,
              report[0],
              bestCommon,
              report[1].length(),
              best.length());
        }
      }
      for (String extra : left) {
        System.out.println(
            "  "
                + name
                + " extra: "
                + extra.length()
                + " "
                + extra.substring(0, Math.min(20, extra.length())));
      }
      System.out.printf(
          Locale.ROOT,
          "%s: %.2f %% of characters, %d of %d reports whole%n",
          name,
          100.0 * pageRight / pageAll,
          pageWhole,
          expected.size());
      right += pageRight;
      all += pageAll;
      whole += pageWhole;
      reports += expected.size();
    }
    System.out.printf(
        Locale.ROOT,
        "all: %.2f %% of characters, %d of %d reports whole%n",
        100.0 * right / all,
        whole,
        reports);
  }

  private static List<String> known(Path content, String without) throws IOException {
    if (!Files.isDirectory(content)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(content)) {
      List<String> texts = new ArrayList<>();
      for (Path file :
          files
              .filter(f -> f.endsWith("zh.md"))
              .filter(f -> without.isEmpty() || !f.toString().contains("/" + without + "/"))
              .sorted()
              .toList()) {
        texts.add(Files.readString(file));
      }
      return texts;
    }
  }

  private static String characters(Section report) {
    String order = "HEADLINE BYLINE BOX";
    return Stream.concat(
            Stream.of(order.split(" ")).flatMap(t -> report.of(Part.Type.valueOf(t)).stream()),
            report.parts.stream().filter(p -> !order.contains(p.type().name())))
        .map(Part::text)
        .collect(Collectors.joining())
        .replaceAll("[\\s\u3000]", "");
  }

  /** The length of the longest common subsequence. */
  private static int common(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int i = 0; i < a.length(); i++) {
      int diagonal = 0;
      for (int j = 0; j < b.length(); j++) {
        int up = row[j + 1];
        row[j + 1] = a.charAt(i) == b.charAt(j) ? diagonal + 1 : Math.max(up, row[j]);
        diagonal = up;
      }
    }
    return row[b.length()];
  }
}
