package duizhao.search;

import duizhao.text.Pinyin;
import duizhao.text.SearchFold;
import duizhao.text.StopWords;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Queries as readers type them and as nobody does, drawn from the texts of an archive. */
final class QueryMaker {

  private static final List<String> FIXED =
      List.of(
          "",
          " ",
          "+",
          "-",
          "~",
          "*",
          "\"",
          "\"\"",
          "..",
          "2018..",
          "..2019",
          "2018..2020",
          "2018..2020 工会",
          "year:2019",
          "year:2019..",
          "year:20182020",
          "year:nonsense",
          "region:江西",
          "-region:江西",
          "region:jiangxi 技能",
          "region:36",
          "programme:skills",
          "newspaper:工人日报",
          "newspaper:\"Workers' Daily\"",
          "person:王",
          "title:技能",
          "title:workers",
          "title:\"the workers\"",
          "unknown:word",
          "constant:工会",
          "the",
          "the of and",
          "+the worker",
          "the workers",
          "worker* skill*",
          "w*",
          "+workers -union",
          "-workers",
          "-技能 -工会",
          "trianing",
          "trianing~2",
          "unoin workers",
          "skils~",
          "covid-19",
          "covid-5~",
          "word~9",
          "gonghui",
          "jineng",
          "duchang",
          "Jiangxi",
          "jiangxi workers",
          "工會",
          "職業技能",
          "勞動者 權益",
          "農民工培訓",
          "龘龘龘",
          "技能龘龘工会",
          "工会\u0000技能",
          "\ud83d\ude00",
          "\ud83d",
          "𠀀𠀁",
          "工会𠀀",
          "<script>alert(1)</script>",
          "../../etc/passwd",
          "__proto__",
          "\\\\\\",
          "((((",
          "‘技能’",
          "“职业技能”",
          "“the union",
          "ＡＢＣ１２３",
          "100%",
          "300多家",
          "0多",
          "3,000 yuan",
          "İstanbul ıſK:x",
          "tıtle:技能",
          "ﬁne",
          "é",
          "a b c d e f g h i j k l m n o p",
          "技".repeat(250));

  private final Random random;
  private final List<String> texts;
  private final List<String> names;
  private final Map<String, String> traditional = new HashMap<>();

  /**
   * Makes the same queries of the same texts, always.
   *
   * @param texts not folded
   */
  QueryMaker(long seed, List<String> texts, List<String> names) {
    this.random = new Random(seed);
    this.texts = texts;
    this.names = names;
    int[] table = SearchFold.table().codePoints().toArray();
    for (int i = 0; i < table.length; i += 2) {
      traditional.putIfAbsent(Character.toString(table[i + 1]), Character.toString(table[i]));
    }
  }

  /** Every fixed query, and some of each other kind. */
  Set<String> queries(int each) {
    Set<String> queries = new LinkedHashSet<>(FIXED);
    for (int i = 0; i < each; i++) {
      queries.add(han(1 + random.nextInt(8)));
      queries.add(han(2) + " " + han(2));
      queries.add(han(2) + " " + word());
      queries.add("“" + han(4) + "”");
      queries.add(traditional(han(1 + random.nextInt(5))));
      queries.add(word());
      queries.add(word() + " " + word());
      queries.add(word() + " " + word() + " " + word());
      queries.add("\"" + phrase(2) + "\"");
      queries.add(phrase(3));
      queries.add(slipped(word()));
      queries.add(word().substring(0, 1) + "* -" + word());
      queries.add("+" + word() + " -" + han(2));
      queries.add("title:" + (random.nextBoolean() ? word() : han(2)));
      queries.add(any(names));
      queries.add("person:\"" + any(names) + "\"");
      queries.add(any(names) + " " + han(2));
      queries.add(String.join("", Pinyin.of(any(names)).stream().limit(1).toList()));
      queries.add(han(3) + " " + (2015 + random.nextInt(8)) + "..");
    }
    return queries;
  }

  /** Folded runs with Chinese in them, some of which stand nowhere. */
  Set<String> runs(int count) {
    Set<String> runs = new LinkedHashSet<>();
    while (runs.size() < count) {
      String run = han(1 + random.nextInt(12));
      if (random.nextInt(4) == 0) {
        int at = random.nextInt(run.length());
        run = run.substring(0, at) + han(1) + run.substring(at + 1);
      }
      runs.add(run);
    }
    return runs;
  }

  /** Where the stop words of a phrase stand. */
  enum StopWordsAt {
    START,
    INSIDE,
    END,
    EVERYWHERE,
    NOWHERE;

    static StopWordsAt in(String phrase) {
      List<Boolean> stops = Stream.of(phrase.split(" ")).map(StopWords::contains).toList();
      return !stops.contains(false)
          ? EVERYWHERE
          : stops.get(0)
              ? START
              : stops.get(stops.size() - 1) ? END : stops.contains(true) ? INSIDE : NOWHERE;
    }
  }

  /**
   * Folded phrases of up to six words without Chinese, the same number for each place of stop
   * words; in some another word takes the place of one, so that they stand nowhere or elsewhere.
   */
  Map<StopWordsAt, Set<String>> phrases(int each) {
    Map<StopWordsAt, Set<String>> phrases = new EnumMap<>(StopWordsAt.class);
    while (phrases.size() < StopWordsAt.values().length
        || phrases.values().stream().anyMatch(some -> some.size() < each)) {
      String[] words = phrase(1 + random.nextInt(6)).split(" ");
      if (random.nextInt(6) == 0) {
        words[random.nextInt(words.length)] = word();
      }
      String phrase = String.join(" ", words);
      Set<String> some =
          phrases.computeIfAbsent(StopWordsAt.in(phrase), place -> new LinkedHashSet<>());
      if (some.size() < each) {
        some.add(phrase);
      }
    }
    return phrases;
  }

  /** A folded piece of a text that holds Chinese and no space. */
  private String han(int length) {
    while (true) {
      String folded = SearchFold.fold(any(texts));
      int at = random.nextInt(Math.max(1, folded.length() - length));
      String piece = folded.substring(at, Math.min(folded.length(), at + length));
      if (Query.hasHan(piece) && piece.indexOf(' ') < 0) {
        return piece;
      }
    }
  }

  private String word() {
    return phrase(1);
  }

  private String phrase(int size) {
    while (true) {
      List<String> words = List.of(SearchFold.fold(any(texts)).split(" "));
      int at = random.nextInt(words.size());
      String phrase = words.stream().skip(at).limit(size).collect(Collectors.joining(" "));
      if (!phrase.isEmpty() && !Query.hasHan(phrase)) {
        return phrase;
      }
    }
  }

  private String slipped(String word) {
    List<String> letters = new ArrayList<>(List.of(word.split("")));
    java.util.Collections.swap(
        letters, random.nextInt(letters.size()), random.nextInt(letters.size()));
    return String.join("", letters);
  }

  private String traditional(String simplified) {
    return simplified
        .codePoints()
        .mapToObj(Character::toString)
        .map(c -> traditional.getOrDefault(c, c))
        .collect(Collectors.joining());
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
