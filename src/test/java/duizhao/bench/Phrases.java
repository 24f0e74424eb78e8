package duizhao.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences of a benchmark archive, in Chinese and English at once: {@code phrases.txt} says
 * how they are written. Immutable.
 */
final class Phrases {

  /** The same words in both languages. */
  record Pair(String zh, String en) {

    Pair map(UnaryOperator<String> change) {
      return new Pair(change.apply(zh), change.apply(en));
    }
  }

  /** A number that a sentence states, as {@code report.yaml} wants it. */
  record Stated(Pair what, BigDecimal value, String unit, boolean over, Pair words) {}

  /**
   * A sentence.
   *
   * @param slots what it filled in, by the names of the slots
   */
  record Sentence(Pair text, List<Stated> figures, Map<String, Pair> slots) {}

  /** An entry of a list: what it says, and of each figure what it counts and its unit. */
  private record Entry(Pair text, List<Pair> counted, List<String> units) {}

  /** A number as both languages write it. */
  private record Number(Pair words, BigDecimal value, boolean over) {}

  private static final Pattern SLOT =
      Pattern.compile("\\{([A-Za-z]+)(#\\d)?(?::(\\d+)-(\\d+))?}", Pattern.CASE_INSENSITIVE);

  private static final Pattern FIGURE = Pattern.compile("\\[\\[(.*?)]]");
  private static final Pattern START = Pattern.compile("(?:^|[.!?]”? )(?:\\[\\[|“)?\\p{Ll}");
  private static final List<String> NUMBERS = List.of("count", "over", "percent", "yuan");

  private static final List<String> WORDS =
      List.of("two", "three", "four", "five", "six", "seven", "eight", "nine");

  private final Map<String, List<Entry>> lists = new HashMap<>();

  private Phrases() {}

  static Phrases read() {
    Phrases phrases = new Phrases();
    try (InputStream in = Phrases.class.getResourceAsStream("/bench/phrases.txt");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      List<Entry> list = List.of();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.matches("\\[[a-z:-]+]")) {
          list = new ArrayList<>();
          phrases.lists.put(line.substring(1, line.length() - 1), list);
        } else if (!line.isBlank() && !line.startsWith("#")) {
          list.add(entry(line.split(" \\| ")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return phrases;
  }

  private static Entry entry(String[] fields) {
    List<Pair> counted = new ArrayList<>();
    List<String> units = new ArrayList<>();
    for (int i = 2; i + 2 < fields.length; i += 3) {
      counted.add(new Pair(fields[i], fields[i + 1]));
      units.add(fields[i + 2]);
    }
    return new Entry(new Pair(fields[0], fields[1]), counted, units);
  }

  boolean has(String list) {
    return lists.containsKey(list);
  }

  /** An entry of a list of words, which have no slots. */
  Pair any(String list, Random random) {
    return list(list).get(random.nextInt(size(list))).text();
  }

  private List<Entry> list(String name) {
    return Objects.requireNonNull(lists.get(name), name);
  }

  /** How many entries a list has. */
  int size(String list) {
    return list(list).size();
  }

  /**
   * One entry of a list, with its slots filled.
   *
   * @param bound what slots hold; what is missing is drawn from the lists
   */
  Sentence sentence(String list, int index, Map<String, Pair> bound, Random random) {
    Entry entry = list(list).get(index);
    Map<String, Pair> slots = new HashMap<>(bound);
    Map<String, Number> numbers = new HashMap<>();
    Matcher slot = SLOT.matcher(entry.text().zh());
    while (slot.find()) {
      String name = name(slot);
      if (!slots.containsKey(name)) {
        slots.put(name, draw(slot, slots, numbers, random));
      }
    }
    Pair marked = fill(entry.text(), slots);
    marked = new Pair(marked.zh(), capitals(marked.en()));
    return new Sentence(
        marked.map(text -> FIGURE.matcher(text).replaceAll("$1")),
        figures(entry, marked, slots, numbers),
        slots);
  }

  /** Slots differ by their number only: {Fed} is {fed} at the start of a sentence. */
  private static String name(MatchResult slot) {
    return slot.group(1).toLowerCase(Locale.ROOT) + Objects.requireNonNullElse(slot.group(2), "");
  }

  private Pair draw(
      MatchResult slot, Map<String, Pair> slots, Map<String, Number> numbers, Random random) {
    String kind = slot.group(1).toLowerCase(Locale.ROOT);
    if (NUMBERS.contains(kind)) {
      int least = Integer.parseInt(slot.group(3));
      int most = Integer.parseInt(slot.group(4));
      Number number = number(kind, least + random.nextInt(most - least + 1));
      numbers.put(name(slot), number);
      return number.words();
    }
    Pair drawn = any(kind, random);
    while (slots.containsValue(drawn)) {
      drawn = any(kind, random);
    }
    return drawn;
  }

  private static Number number(String kind, int drawn) {
    if (kind.equals("yuan")) {
      int value = drawn < 100 ? drawn : drawn / 10 * 10;
      String en =
          value < 100
              ? grouped(value * 10_000) + " yuan"
              : BigDecimal.valueOf(value, 2).stripTrailingZeros().toPlainString() + " million yuan";
      return new Number(new Pair(value + "万元", en), BigDecimal.valueOf(value * 10_000L), false);
    }
    if (kind.equals("percent")) {
      return new Number(new Pair(drawn + "%", drawn + "%"), BigDecimal.valueOf(drawn), false);
    }
    if (kind.equals("over")) {
      int value = drawn < 10_000 ? drawn / 100 * 100 : drawn / 1_000 * 1_000;
      String zh =
          value < 10_000
              ? String.valueOf(value)
              : BigDecimal.valueOf(value, 4).stripTrailingZeros().toPlainString() + "万";
      return new Number(
          new Pair(zh + "多", "more than " + grouped(value)), BigDecimal.valueOf(value), true);
    }
    String en = drawn < 10 && drawn > 1 ? WORDS.get(drawn - 2) : grouped(drawn);
    return new Number(new Pair(String.valueOf(drawn), en), BigDecimal.valueOf(drawn), false);
  }

  private static String grouped(int value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private static Pair fill(Pair text, Map<String, Pair> slots) {
    return new Pair(
        SLOT.matcher(text.zh()).replaceAll(slot -> quote(value(slots, slot).zh())),
        SLOT.matcher(text.en()).replaceAll(slot -> quote(value(slots, slot).en())));
  }

  private static String quote(String text) {
    return Matcher.quoteReplacement(text);
  }

  private static Pair value(Map<String, Pair> slots, MatchResult slot) {
    return Objects.requireNonNull(slots.get(name(slot)), () -> "no value for " + slot.group());
  }

  /** A capital at the start of every sentence. */
  static String capitals(String text) {
    return START.matcher(text).replaceAll(start -> quote(last(start.group())));
  }

  private static String last(String start) {
    int end = start.length() - 1;
    return start.substring(0, end) + start.substring(end).toUpperCase(Locale.ROOT);
  }

  private static List<Stated> figures(
      Entry entry, Pair marked, Map<String, Pair> slots, Map<String, Number> numbers) {
    Matcher template = FIGURE.matcher(entry.text().zh());
    Matcher zh = FIGURE.matcher(marked.zh());
    Matcher en = FIGURE.matcher(marked.en());
    List<Stated> figures = new ArrayList<>();
    while (template.find() && zh.find() && en.find()) {
      int n = figures.size();
      Matcher slot = SLOT.matcher(template.group());
      Number number = slot.find() ? numbers.get(name(slot)) : null;
      Pair counted = fill(entry.counted().get(n), slots);
      figures.add(
          new Stated(
              new Pair(counted.zh(), capitals(counted.en())),
              Objects.requireNonNull(number).value(),
              entry.units().get(n),
              number.over(),
              new Pair(zh.group(1), en.group(1))));
    }
    return figures;
  }
}
