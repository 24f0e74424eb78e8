package duizhao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Makes a content folder of N bilingual reports for benchmarks: text that chains of characters
 * (Chinese) and words (English) of the real archive generate, so that common phrases are as common
 * as they are there, and most of the rest is new. The same N and seed give the same bytes.
 */
public final class CorpusMaker {

  private static final long SEED = 20260;

  private final Random random = new Random(SEED);
  private final Map<String, List<String>> han = new HashMap<>();
  private final Map<String, List<String>> english = new HashMap<>();
  private final List<String> regions = new ArrayList<>();
  private final List<String> programmes = new ArrayList<>();

  private CorpusMaker(Path content) throws IOException {
    try (Stream<Path> files = Files.walk(content.resolve("reports"))) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.equals("zh.md")) {
          learn(plain(Files.readString(file)).split(""), han);
        } else if (name.equals("en.md")) {
          learn(plain(Files.readString(file)).split("(?<= )"), english);
        } else if (name.equals("report.yaml")) {
          learnMetadata(Files.readString(file));
        }
      }
    }
  }

  private static String plain(String markdown) {
    return markdown.replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1").replaceAll("[*#]", "");
  }

  /** What follows one symbol, and what follows two. */
  private static void learn(String[] symbols, Map<String, List<String>> chain) {
    for (int i = 0; i + 1 < symbols.length; i++) {
      chain.computeIfAbsent(symbols[i], k -> new ArrayList<>()).add(symbols[i + 1]);
      if (i > 0) {
        chain
            .computeIfAbsent(symbols[i - 1] + "\u0000" + symbols[i], k -> new ArrayList<>())
            .add(symbols[i + 1]);
      }
    }
  }

  private void learnMetadata(String yaml) {
    List<String> into = null;
    for (String line : yaml.split("\n", -1)) {
      if (line.equals("regions:")) {
        into = regions;
      } else if (line.equals("programmes:")) {
        into = programmes;
      } else if (into != null && line.startsWith("  - ")) {
        into.add(line.substring(4).strip());
      } else {
        into = null;
      }
    }
  }

  /**
   * A text of some symbols; two in three are chosen by the two before, so that it reads nearly like
   * language.
   */
  private String text(Map<String, List<String>> chain, String start, int symbols) {
    StringBuilder text = new StringBuilder();
    String before = "";
    String last = start;
    for (int i = 0; i < symbols; i++) {
      List<String> next =
          random.nextInt(3) > 0 ? chain.get(before + "\u0000" + last) : chain.get(last);
      if (next == null) {
        next = chain.get(start);
      }
      before = last;
      last = next.get(random.nextInt(next.size()));
      if (!last.equals("\n")) {
        text.append(last.replace("\n", " "));
      }
    }
    String clean = text.toString().strip().replace("\"", "'").replace("\\", "");
    return clean.isEmpty() ? start : clean;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /**
   * Makes the folder.
   *
   * @param arguments the archive to learn from, the folder to make, and how many reports
   */
  public static void main(String[] arguments) throws IOException {
    Path model = Path.of(arguments[0]);
    Path target = Path.of(arguments[1]);
    int count = Integer.parseInt(arguments[2]);
    Files.createDirectories(target);
    for (String name :
        List.of("archive", "programmes", "newspapers", "units", "glossary", "regions")) {
      Files.copy(model.resolve(name + ".yaml"), target.resolve(name + ".yaml"));
    }
    CorpusMaker maker = new CorpusMaker(model);
    for (int i = 0; i < count; i++) {
      maker.report(target, i);
    }
  }

  private void report(Path target, int number) throws IOException {
    int year = 2004 + random.nextInt(20);
    Path folder = target.resolve("reports/%d/%03d/r%06d".formatted(year, number % 1000, number));
    Files.createDirectories(folder);
    StringBuilder zh = new StringBuilder();
    StringBuilder en = new StringBuilder();
    for (int p = 0; p < 6; p++) {
      zh.append(text(han, "。", 150 + random.nextInt(80))).append("。\n\n");
      en.append(text(english, "the ", 55 + random.nextInt(40))).append(".\n\n");
    }
    Files.writeString(folder.resolve("zh.md"), zh);
    Files.writeString(folder.resolve("en.md"), en);
    Files.writeString(
        folder.resolve("report.yaml"),
        """
        title: {zh: "%s", en: "%s"}
        summary: {zh: "%s", en: "%s"}
        kind: news
        source: {newspaper: %s, date: %d-%02d-%02d}
        regions: ["%s"]
        programmes: [%s]
        people:
          - name: {zh: "%s", en: "Person %d"}
        translation: {original: zh, status: full}
        """
            .formatted(
                text(han, "，", 18),
                text(english, "the ", 9),
                text(han, "。", 60),
                text(english, "the ", 25),
                random.nextInt(3) > 0 ? "workers-daily" : "zhejiang-workers-daily",
                year,
                1 + random.nextInt(12),
                1 + random.nextInt(28),
                any(regions),
                String.join(
                    ", ",
                    new java.util.TreeSet<>(
                        List.of(any(programmes), any(programmes), any(programmes)))),
                "陈" + text(han, "。", 4).replaceAll("\\P{IsHan}", ""),
                number));
  }
}
