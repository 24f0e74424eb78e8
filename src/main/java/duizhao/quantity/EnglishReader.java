package duizhao.quantity;

import duizhao.model.Hedge;
import duizhao.quantity.EnglishWords.Numeral;
import duizhao.quantity.EnglishWords.Token;
import duizhao.quantity.Quantity.Kind;
import duizhao.quantity.Quantity.Weight;
import duizhao.quantity.QuantityReader.Names;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the numbers of an English text from left to right. */
final class EnglishReader extends TextReader {

  private static final Phrases IDIOMS = Phrases.of("idioms-en.txt");
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private static final Map<String, Integer> MONTHS = new HashMap<>();
  private static final Map<String, Measure> UNITS = new HashMap<>();
  private static final Map<String, Integer> WEEKDAYS =
      Map.ofEntries(
          Map.entry("monday", 1),
          Map.entry("mondays", 1),
          Map.entry("tuesday", 2),
          Map.entry("tuesdays", 2),
          Map.entry("wednesday", 3),
          Map.entry("wednesdays", 3),
          Map.entry("thursday", 4),
          Map.entry("thursdays", 4),
          Map.entry("friday", 5),
          Map.entry("fridays", 5),
          Map.entry("saturday", 6),
          Map.entry("saturdays", 6),
          Map.entry("sunday", 7),
          Map.entry("sundays", 7));

  /** What may stand before a part of the day. */
  private static final Set<String> DAYS =
      Set.of("yesterday", "this", "that", "tomorrow", "every", "each", "next", "last");

  private static final Map<String, Integer> PARTS = new HashMap<>();
  private static final Map<String, Integer> MULTIPLES = new HashMap<>();
  private static final Map<String, Integer> AGES = new HashMap<>();

  /** Words for a few hundred years, and for an age, by the least that they may mean. */
  private static final Map<String, Integer> VAGUE =
      Map.of(
          "centuries",
          200,
          "millennia",
          2000,
          "teen",
          11,
          "teens",
          11,
          "teenage",
          11,
          "teenager",
          11,
          "teenagers",
          11);

  /** Words for so many years. */
  private static final Map<String, Integer> JUBILEES =
      Map.of(
          "centenary",
          100,
          "centennial",
          100,
          "centenarian",
          100,
          "centenarians",
          100,
          "bicentenary",
          200,
          "bicentennial",
          200);

  static {
    String[] months = {
      "january",
      "february",
      "march",
      "april",
      "may",
      "june",
      "july",
      "august",
      "september",
      "october",
      "november",
      "december"
    };
    for (int i = 0; i < months.length; i++) {
      MONTHS.put(months[i], i + 1);
      MONTHS.put(months[i].substring(0, 3), i + 1);
    }
    MONTHS.put("sept", 9);
    units(Measure.YEARS, "year", "years", "yr", "yrs");
    units(Measure.MONTHS, "month", "months");
    units(Measure.WEEKS, "week", "weeks");
    units(Measure.DAYS, "day", "days");
    units(Measure.HOURS, "hour", "hours");
    units(Measure.MINUTES, "minute", "minutes", "min", "mins");
    units(Measure.SECONDS, "seconds");
    units(Measure.MU, "mu");
    units(Measure.HECTARES, "hectare", "hectares", "ha");
    units(Measure.ACRES, "acre", "acres");
    units(Measure.KILOMETRES, "kilometre", "kilometres", "kilometer", "kilometers", "km");
    units(Measure.MILES, "mile", "miles");
    units(Measure.LI, "li");
    units(Measure.METRES, "metre", "metres", "meter", "meters");
    units(Measure.CENTIMETRES, "centimetre", "centimetres", "cm");
    units(Measure.MILLIMETRES, "millimetre", "millimetres", "mm");
    units(Measure.TONNES, "tonne", "tonnes", "ton", "tons");
    units(Measure.KILOGRAMS, "kilogram", "kilograms", "kilo", "kilos", "kg");
    units(Measure.JIN, "jin", "catty", "catties");
    units(Measure.GRAMS, "gram", "grams", "g");
    units(Measure.YUAN, "yuan", "rmb", "renminbi");
    units(Measure.DOLLARS, "dollar", "dollars");
    units(Measure.EUROS, "euro", "euros");
    PARTS.put("half", 2);
    PARTS.put("halves", 2);
    PARTS.put("quarter", 4);
    PARTS.put("quarters", 4);
    String[] parts = {"third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"};
    for (int i = 0; i < parts.length; i++) {
      PARTS.put(parts[i], i + 3);
      PARTS.put(parts[i] + "s", i + 3);
    }
    String[] small = {"twentieth", "fiftieth", "hundredth", "thousandth"};
    int[] of = {20, 50, 100, 1000};
    for (int i = 0; i < small.length; i++) {
      PARTS.put(small[i], of[i]);
      PARTS.put(small[i] + "s", of[i]);
    }
    EnglishWords.ORDINALS.forEach(
        (name, value) -> {
          if (value > 10) {
            PARTS.putIfAbsent(name, value);
            PARTS.putIfAbsent(name + "s", value);
          }
        });
    multiples(2, "doubled", "doubling", "doubles", "twofold", "twice");
    multiples(3, "tripled", "tripling", "triples", "trebled", "trebling", "threefold", "thrice");
    multiples(4, "quadrupled", "quadrupling", "quadruples", "fourfold");
    multiples(5, "quintupled", "fivefold");
    multiples(6, "sixfold");
    multiples(7, "sevenfold");
    multiples(8, "eightfold");
    multiples(10, "tenfold");
    EnglishWords.SMALL.forEach(
        (name, value) -> {
          if (value > 1) {
            multiples(value, name + "fold");
          }
        });
    String[] ages = {
      "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"
    };
    for (int i = 0; i < ages.length; i++) {
      AGES.put(ages[i], (i + 2) * 10);
    }
  }

  /** Words right before a number, the longer before those that they end with. */
  private static final List<Map.Entry<String, Hedge>> BEFORE =
      List.of(
          Map.entry("no more than", Hedge.UP_TO),
          Map.entry("no higher than", Hedge.UP_TO),
          Map.entry("not higher than", Hedge.UP_TO),
          Map.entry("no greater than", Hedge.UP_TO),
          Map.entry("not greater than", Hedge.UP_TO),
          Map.entry("no longer than", Hedge.UP_TO),
          Map.entry("not longer than", Hedge.UP_TO),
          Map.entry("no larger than", Hedge.UP_TO),
          Map.entry("no older than", Hedge.UP_TO),
          Map.entry("not over", Hedge.UP_TO),
          Map.entry("not above", Hedge.UP_TO),
          Map.entry("no lower than", Hedge.AT_LEAST),
          Map.entry("floor of", Hedge.AT_LEAST),
          Map.entry("ceiling of", Hedge.UP_TO),
          Map.entry("not lower than", Hedge.AT_LEAST),
          Map.entry("no shorter than", Hedge.AT_LEAST),
          Map.entry("not shorter than", Hedge.AT_LEAST),
          Map.entry("no smaller than", Hedge.AT_LEAST),
          Map.entry("no younger than", Hedge.AT_LEAST),
          Map.entry("not below", Hedge.AT_LEAST),
          Map.entry("not under", Hedge.AT_LEAST),
          Map.entry("higher than", Hedge.OVER),
          Map.entry("longer than", Hedge.OVER),
          Map.entry("shorter than", Hedge.NEARLY),
          Map.entry("not more than", Hedge.UP_TO),
          Map.entry("no less than", Hedge.AT_LEAST),
          Map.entry("not less than", Hedge.AT_LEAST),
          Map.entry("no fewer than", Hedge.AT_LEAST),
          Map.entry("not fewer than", Hedge.AT_LEAST),
          Map.entry("in excess of", Hedge.OVER),
          Map.entry("in the region of", Hedge.ABOUT),
          Map.entry("in the order of", Hedge.ABOUT),
          Map.entry("on the order of", Hedge.ABOUT),
          Map.entry("getting on for", Hedge.NEARLY),
          Map.entry("short of", Hedge.NEARLY),
          Map.entry("nigh on", Hedge.NEARLY),
          Map.entry("not exceeding", Hedge.UP_TO),
          Map.entry("not to exceed", Hedge.UP_TO),
          Map.entry("more or less", Hedge.ABOUT),
          Map.entry("just about", Hedge.ABOUT),
          Map.entry("virtually", Hedge.NEARLY),
          Map.entry("practically", Hedge.NEARLY),
          Map.entry("over the age of", Hedge.OVER),
          Map.entry("above the age of", Hedge.OVER),
          Map.entry("under the age of", Hedge.UP_TO),
          Map.entry("below the age of", Hedge.UP_TO),
          Map.entry("as many as", Hedge.UP_TO),
          Map.entry("as much as", Hedge.UP_TO),
          Map.entry("just short of", Hedge.NEARLY),
          Map.entry("a minimum of", Hedge.AT_LEAST),
          Map.entry("a maximum of", Hedge.UP_TO),
          Map.entry("more than", Hedge.OVER),
          Map.entry("greater than", Hedge.OVER),
          Map.entry("upwards of", Hedge.OVER),
          Map.entry("less than", Hedge.NEARLY),
          Map.entry("fewer than", Hedge.NEARLY),
          Map.entry("lower than", Hedge.NEARLY),
          Map.entry("younger than", Hedge.NEARLY),
          Map.entry("older than", Hedge.OVER),
          Map.entry("close to", Hedge.NEARLY),
          Map.entry("not quite", Hedge.NEARLY),
          Map.entry("not yet", Hedge.NEARLY),
          Map.entry("at least", Hedge.AT_LEAST),
          Map.entry("at most", Hedge.UP_TO),
          Map.entry("up to", Hedge.UP_TO),
          Map.entry("something like", Hedge.ABOUT),
          Map.entry("an estimated", Hedge.ABOUT),
          Map.entry("over", Hedge.OVER),
          Map.entry("above", Hedge.OVER),
          Map.entry("exceeding", Hedge.OVER),
          Map.entry("exceeded", Hedge.OVER),
          Map.entry("exceeds", Hedge.OVER),
          Map.entry("exceed", Hedge.OVER),
          Map.entry("topped", Hedge.OVER),
          Map.entry("passed", Hedge.OVER),
          Map.entry("surpassed", Hedge.OVER),
          Map.entry("beyond", Hedge.OVER),
          Map.entry("past", Hedge.OVER),
          Map.entry("nearly", Hedge.NEARLY),
          Map.entry("almost", Hedge.NEARLY),
          Map.entry("approaching", Hedge.NEARLY),
          Map.entry("nearing", Hedge.NEARLY),
          Map.entry("under", Hedge.NEARLY),
          Map.entry("below", Hedge.NEARLY),
          Map.entry("about", Hedge.ABOUT),
          Map.entry("around", Hedge.ABOUT),
          Map.entry("some", Hedge.ABOUT),
          Map.entry("roughly", Hedge.ABOUT),
          Map.entry("approximately", Hedge.ABOUT),
          Map.entry("circa", Hedge.ABOUT),
          Map.entry("larger than", Hedge.OVER),
          Map.entry("bigger than", Hedge.OVER),
          Map.entry("heavier than", Hedge.OVER),
          Map.entry("taller than", Hedge.OVER),
          Map.entry("wider than", Hedge.OVER),
          Map.entry("deeper than", Hedge.OVER),
          Map.entry("thicker than", Hedge.OVER),
          Map.entry("faster than", Hedge.OVER),
          Map.entry("later than", Hedge.OVER),
          Map.entry("smaller than", Hedge.NEARLY),
          Map.entry("lighter than", Hedge.NEARLY),
          Map.entry("narrower than", Hedge.NEARLY),
          Map.entry("thinner than", Hedge.NEARLY),
          Map.entry("slower than", Hedge.NEARLY),
          Map.entry("cheaper than", Hedge.NEARLY),
          Map.entry("earlier than", Hedge.NEARLY),
          Map.entry("upward of", Hedge.OVER),
          Map.entry("shy of", Hedge.NEARLY),
          Map.entry("close on", Hedge.NEARLY),
          Map.entry("not far off", Hedge.NEARLY),
          Map.entry("starting at", Hedge.AT_LEAST),
          Map.entry("starting from", Hedge.AT_LEAST),
          Map.entry("starts at", Hedge.AT_LEAST),
          Map.entry("start at", Hedge.AT_LEAST),
          Map.entry("capped at", Hedge.UP_TO),
          Map.entry("limited to", Hedge.UP_TO),
          Map.entry("top", Hedge.OVER),
          Map.entry("tops", Hedge.OVER),
          Map.entry("topping", Hedge.OVER),
          Map.entry("pass", Hedge.OVER),
          Map.entry("passes", Hedge.OVER),
          Map.entry("passing", Hedge.OVER),
          Map.entry("surpass", Hedge.OVER),
          Map.entry("surpasses", Hedge.OVER),
          Map.entry("surpassing", Hedge.OVER),
          Map.entry("cross", Hedge.OVER),
          Map.entry("crosses", Hedge.OVER),
          Map.entry("crossed", Hedge.OVER),
          Map.entry("break", Hedge.OVER),
          Map.entry("breaks", Hedge.OVER),
          Map.entry("broke", Hedge.OVER),
          Map.entry("broken", Hedge.OVER),
          Map.entry("clear", Hedge.OVER),
          Map.entry("clears", Hedge.OVER),
          Map.entry("cleared", Hedge.OVER),
          Map.entry("near", Hedge.NEARLY),
          Map.entry("nears", Hedge.NEARLY),
          Map.entry("approx .", Hedge.ABOUT),
          Map.entry("approx", Hedge.ABOUT),
          Map.entry("within", Hedge.UP_TO));

  /** The last words of those. */
  private static final Set<String> ENDS_BEFORE =
      BEFORE.stream()
          .map(entry -> entry.getKey().substring(entry.getKey().lastIndexOf(' ') + 1))
          .collect(Collectors.toUnmodifiableSet());

  /** Words that turn "more than" round. */
  private static final Set<String> NEGATIVE =
      Set.of(
          "no",
          "not",
          "none",
          "never",
          "nor",
          "without",
          "cannot",
          "t",
          "nobody",
          "nothing",
          "neither",
          "hardly",
          "prevent",
          "prevents",
          "prevented",
          "preventing",
          "avoid",
          "ban",
          "bans",
          "banned",
          "barred",
          "forbidden",
          "forbids",
          "prohibited");

  /** How many characters after per cent a number may be per cent, too. */
  private static final int ELIDED_REACH = 50;

  /** How many words before a hedge a negation may stand, in the same clause. */
  private static final int NEGATION_REACH = 11;

  /** Words after a time that make "more than" a comparison with it. */
  private static final Set<String> AGO = Set.of("ago", "earlier", "before", "previously");

  /** Verbs that count nothing, so that "more than" after them can only go with the time. */
  private static final Set<String> BEGUN =
      Set.of(
          "founded",
          "established",
          "opened",
          "started",
          "began",
          "begun",
          "born",
          "died",
          "formed",
          "launched",
          "joined",
          "retired",
          "married",
          "up");

  /** Words for a whole, and for nothing. */
  private static final Map<String, BigDecimal> WHOLES =
      Map.ofEntries(
          Map.entry("all", BigDecimal.ONE),
          Map.entry("every", BigDecimal.ONE),
          Map.entry("everyone", BigDecimal.ONE),
          Map.entry("each", BigDecimal.ONE),
          Map.entry("completely", BigDecimal.ONE),
          Map.entry("totally", BigDecimal.ONE),
          Map.entry("universal", BigDecimal.ONE),
          Map.entry("full", BigDecimal.ONE),
          Map.entry("fully", BigDecimal.ONE),
          Map.entry("whole", BigDecimal.ONE),
          Map.entry("wholly", BigDecimal.ONE),
          Map.entry("entire", BigDecimal.ONE),
          Map.entry("entirely", BigDecimal.ONE),
          Map.entry("no", BigDecimal.ZERO),
          Map.entry("none", BigDecimal.ZERO),
          Map.entry("nil", BigDecimal.ZERO));

  /** Parts of the year, by the months at their end. */
  private static final Map<String, Integer> PERIODS =
      Map.ofEntries(
          Map.entry("first half", 6),
          Map.entry("second half", 12),
          Map.entry("first three quarters", 9),
          Map.entry("first two quarters", 6));

  private static final BigDecimal MONTHS_A_QUARTER = BigDecimal.valueOf(3);

  /** Quarters of the year. */
  private static final Map<String, Integer> QUARTERS =
      Map.ofEntries(
          Map.entry("first quarter", 1),
          Map.entry("second quarter", 2),
          Map.entry("third quarter", 3),
          Map.entry("fourth quarter", 4),
          Map.entry("final quarter", 4),
          Map.entry("last quarter", 4),
          Map.entry("q 1", 1),
          Map.entry("q 2", 2),
          Map.entry("q 3", 3),
          Map.entry("q 4", 4));

  private static final Set<String> UP_TO = Set.of("by", "to", "until", "till", "through");

  private static final Set<String> OPENS_PERIOD =
      Set.of("first", "second", "third", "fourth", "final", "last", "q");

  /** Words before a time that is how long something took, and no time of the day. */
  private static final Set<String> BEFORE_RUNS =
      Set.of("in", "of", "with", "within", "under", "clocked", "ran", "was", "for", "a");

  /** Minutes that are told by words before the hour. */
  private static final Set<Integer> PAST_HOURS = Set.of(5, 10, 20, 25);

  /** Words before a time of the day. */
  private static final Set<String> BEFORE_CLOCKS =
      Set.of("at", "by", "until", "till", "before", "after", "since");

  /** What lasts one of something: a week-long course. */
  private static final Map<String, Measure> LONG =
      Map.ofEntries(
          Map.entry("hour", Measure.HOURS),
          Map.entry("hourlong", Measure.HOURS),
          Map.entry("day", Measure.DAYS),
          Map.entry("daylong", Measure.DAYS),
          Map.entry("week", Measure.WEEKS),
          Map.entry("weeklong", Measure.WEEKS),
          Map.entry("month", Measure.MONTHS),
          Map.entry("monthlong", Measure.MONTHS),
          Map.entry("year", Measure.YEARS),
          Map.entry("yearlong", Measure.YEARS));

  /** Tenths and hundredths of a yuan, by what they are called. */
  private static final Set<String> SMALL_MONEY = Set.of("jiao", "mao", "fen");

  /** What may follow those with "of" when they are parts of a year. */
  private static final List<String> OF_YEARS =
      List.of(
          "of the year",
          "of this year",
          "of last year",
          "of next year",
          "of that year",
          "of the same year",
          "of the previous year");

  /** What "over" and the like may stand before when they start another phrase. */
  private static final Set<String> ARTICLES = Set.of("the", "a", "an", "this", "its", "their");

  /** Words before "over" after which a time is how long something takes. */
  private static final Set<String> LASTING =
      Set.of(
          "for", "take", "takes", "took", "taken", "taking", "last", "lasts", "lasted", "lasting",
          "is", "was", "spent", "spend", "after");

  /** Words before "a month" where it is how long something takes, and not how often it is. */
  private static final Set<String> LASTS =
      Set.of(
          "for", "in", "within", "after", "lasted", "lasting", "lasts", "took", "takes", "taking",
          "take", "than", "over", "nearly", "almost", "about", "under", "spent", "of");

  /** What follows a time by which something is later or shorter. */
  private static final Set<String> BEYOND =
      Set.of("less", "later", "early", "ahead", "sooner", "longer", "shorter", "late", "behind");

  /** Years in what is counted by tens and hundreds of them. */
  private static final Map<String, Integer> YEARS =
      Map.of("decade", 10, "decades", 10, "century", 100, "centuries", 100);

  private static final Set<String> UNSURE =
      Set.of(
          "as many as",
          "as much as",
          "within",
          "up to",
          "past",
          "passed",
          "topped",
          "surpassed",
          "beyond",
          "exceeded",
          "exceeds",
          "exceed",
          "exceeding",
          "larger than",
          "bigger than",
          "heavier than",
          "taller than",
          "wider than",
          "deeper than",
          "thicker than",
          "faster than",
          "later than",
          "smaller than",
          "lighter than",
          "narrower than",
          "thinner than",
          "slower than",
          "cheaper than",
          "earlier than",
          "starting at",
          "starting from",
          "starts at",
          "start at",
          "capped at",
          "limited to",
          "top",
          "tops",
          "topping",
          "pass",
          "passes",
          "passing",
          "surpass",
          "surpasses",
          "surpassing",
          "cross",
          "crosses",
          "crossed",
          "break",
          "breaks",
          "broke",
          "broken",
          "clear",
          "clears",
          "cleared",
          "near",
          "nears");

  private static final List<Map.Entry<String, Hedge>> AFTER =
      List.of(
          Map.entry("or more", Hedge.AT_LEAST),
          Map.entry("and more", Hedge.AT_LEAST),
          Map.entry("or above", Hedge.AT_LEAST),
          Map.entry("or over", Hedge.AT_LEAST),
          Map.entry("or older", Hedge.AT_LEAST),
          Map.entry("or higher", Hedge.AT_LEAST),
          Map.entry("and over", Hedge.AT_LEAST),
          Map.entry("and above", Hedge.AT_LEAST),
          Map.entry("at least", Hedge.AT_LEAST),
          Map.entry("at the least", Hedge.AT_LEAST),
          Map.entry("at the very least", Hedge.AT_LEAST),
          Map.entry("and counting", Hedge.OVER),
          Map.entry("at the most", Hedge.UP_TO),
          Map.entry("or so", Hedge.ABOUT),
          Map.entry("or thereabouts", Hedge.ABOUT),
          Map.entry("or under", Hedge.UP_TO),
          Map.entry("or less", Hedge.UP_TO),
          Map.entry("or fewer", Hedge.UP_TO),
          Map.entry("or younger", Hedge.UP_TO),
          Map.entry("or below", Hedge.UP_TO),
          Map.entry("and under", Hedge.UP_TO),
          Map.entry("and below", Hedge.UP_TO),
          Map.entry("and younger", Hedge.UP_TO),
          Map.entry("and older", Hedge.AT_LEAST),
          Map.entry("and upwards", Hedge.AT_LEAST),
          Map.entry("at most", Hedge.UP_TO),
          Map.entry("or larger", Hedge.AT_LEAST),
          Map.entry("or bigger", Hedge.AT_LEAST),
          Map.entry("or longer", Hedge.AT_LEAST),
          Map.entry("or even longer", Hedge.AT_LEAST),
          Map.entry("or even more", Hedge.AT_LEAST),
          Map.entry("if not more", Hedge.AT_LEAST),
          Map.entry("or better", Hedge.AT_LEAST),
          Map.entry("or heavier", Hedge.AT_LEAST),
          Map.entry("or upwards", Hedge.AT_LEAST),
          Map.entry("and up", Hedge.AT_LEAST),
          Map.entry("and higher", Hedge.AT_LEAST),
          Map.entry("at the shortest", Hedge.AT_LEAST),
          Map.entry("at the lowest", Hedge.AT_LEAST),
          Map.entry("at the earliest", Hedge.AT_LEAST),
          Map.entry("at a minimum", Hedge.AT_LEAST),
          Map.entry("or smaller", Hedge.UP_TO),
          Map.entry("or shorter", Hedge.UP_TO),
          Map.entry("or lower", Hedge.UP_TO),
          Map.entry("or lighter", Hedge.UP_TO),
          Map.entry("at the longest", Hedge.UP_TO),
          Map.entry("at the highest", Hedge.UP_TO),
          Map.entry("at the latest", Hedge.UP_TO),
          Map.entry("at the outside", Hedge.UP_TO),
          Map.entry("at the very most", Hedge.UP_TO),
          Map.entry("and lower", Hedge.UP_TO),
          Map.entry("plus", Hedge.OVER),
          Map.entry("+", Hedge.OVER),
          Map.entry("odd", Hedge.OVER));

  private static final Set<String> RELATIVE =
      Set.of("this", "last", "next", "that", "same", "previous", "following", "the");

  /** Words after a number that are not what it counts. */
  private static final Set<String> NO_NOUNS =
      Set.of(
          "at", "in", "by", "the", "this", "last", "when", "with", "for", "of", "a", "as", "was",
          "were", "from", "on", "until", "after", "before", "he", "she", "it", "they", "that",
          "which", "but", "or", "had", "has", "have", "is", "are", "hold", "saw", "marked",
          "through");

  /** Words before "may" or "march" that make it a month. */
  private static final Set<String> BEFORE_MONTHS =
      Set.of(
          "in", "of", "since", "by", "until", "from", "to", "last", "this", "next", "early", "late",
          "mid", "-", "–", "between", "and", "th", "st", "nd", "rd", "during", "every", "each",
          "through", "before", "after");

  /** Words after "a third" that it cannot be counting. */
  private static final Set<String> AFTER_PARTS =
      Set.of(
          "the", "its", "of", "more", "less", "fewer", "higher", "lower", "from", "to", "in",
          "since", "and", "over", "on", "have", "are", "were", "had", "has", "is", "was", "off",
          "as", "will", "would", "can", "could", "now", "by", "for", "at", "with", "than", "or",
          "but", "who", "which", "that", "when", "while", "came", "comes", "come", "went", "goes",
          "go");

  /** Words before a number that it tells the growth of. */
  private static final Set<String> GROWN =
      Set.of(
          "grew",
          "rose",
          "risen",
          "rise",
          "rises",
          "rising",
          "up",
          "by",
          "jumped",
          "surged",
          "soared",
          "climbed",
          "expanded",
          "multiplied",
          "fell",
          "fallen",
          "down",
          "dropped",
          "gained",
          "shot");

  /** Words after it. */
  private static final Set<String> GROWTH =
      Set.of(
          "more",
          "higher",
          "larger",
          "bigger",
          "greater",
          "faster",
          "over",
          "increase",
          "rise",
          "growth",
          "jump",
          "surge");

  /** What may stand between a hedge and its number. */
  private static final Set<String> BEFORE_FIGURES =
      Set.of(
          "rmb",
          "cny",
          "usd",
          "eur",
          "hkd",
          "sgd",
          "gbp",
          "jpy",
          "¥",
          "￥",
          "$",
          "€",
          "£",
          "the",
          "a",
          "an",
          "age",
          "aged",
          "of",
          "another",
          "further",
          "additional",
          "extra",
          "those",
          "these",
          "category",
          "level",
          "grade",
          "magnitude");

  /** What may stand right before a currency sign: US$, HK$, S$. */
  private static final Set<String> CURRENCIES =
      Set.of("us", "hk", "s", "nz", "a", "au", "c", "ca", "nt", "r", "rmb", "cn");

  /** Verbs that make one word with the "over" after them. */
  private static final Set<String> PHRASAL =
      Set.of(
          "take",
          "takes",
          "took",
          "taken",
          "taking",
          "hand",
          "hands",
          "handed",
          "turn",
          "turned",
          "won",
          "win",
          "all",
          "go",
          "went",
          "goes",
          "crossed",
          "watch",
          "watched",
          "presided",
          "lay",
          "laid",
          "spread",
          "stretch",
          "stretches",
          "stretched",
          "extend",
          "extends",
          "extended");

  /** Words after which a clause, and with it a share such as "one in three", may begin. */
  private static final Set<String> CONJUNCTIONS =
      Set.of("and", "but", "while", "that", "as", "so", "yet", "only", "just", "than");

  /** Words near a number of floors, which may be below ground. */
  private static final Set<String> STOREYS =
      Set.of("above", "floors", "storeys", "stories", "levels");

  private static final Set<String> HALVES = Set.of("half", "halved", "halving", "halves");
  private static final Set<String> TRIPLES = Set.of("triple", "treble", "quadruple");

  private static final Set<String> PAIRS =
      Set.of("both", "couple", "couples", "pair", "pairs", "twin");

  /** Words that a number, or what stands for one, may start with. */
  private static final Set<String> STARTS =
      Stream.of(
              MONTHS.keySet(),
              MULTIPLES.keySet(),
              AGES.keySet(),
              JUBILEES.keySet(),
              VAGUE.keySet(),
              EnglishWords.STARTS,
              EnglishWords.ORDINALS.keySet(),
              RELATIVE,
              HALVES,
              TRIPLES,
              PAIRS,
              Set.of("noon", "midday", "midnight", "quarter", "today", "yesterday", "tomorrow"),
              Set.of("round", "around"),
              WEEKDAYS.keySet(),
              WHOLES.keySet(),
              LONG.keySet(),
              Set.of(
                  "without",
                  "last",
                  "not",
                  "double",
                  "decade",
                  "decades",
                  "century",
                  "fortnight",
                  "dozen"),
              Set.of(
                  "q", "final", "percentage", "multi", "hundred", "thousand", "million", "billion"))
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private final EnglishWords words;
  private final BitSet idioms;

  EnglishReader(String text, Names names) {
    this(text, lower(fold(text)), names);
  }

  private EnglishReader(String text, String lower, Names names) {
    super(text, lower, names);
    this.words = new EnglishWords(lower);
    this.idioms = IDIOMS.in(lower);
  }

  /** Lower case character for character, so that places stay the same. */
  static String lower(String text) {
    char[] lower = text.toCharArray();
    for (int i = 0; i < lower.length; i++) {
      lower[i] = Character.toLowerCase(lower[i]);
    }
    return new String(lower);
  }

  static String fold(String text) {
    return text.replace('’', '\'').replace('‑', '-').replace('‐', '-');
  }

  private static void units(Measure measure, String... names) {
    for (String name : names) {
      UNITS.put(name, measure);
    }
  }

  private static void multiples(int value, String... names) {
    for (String name : names) {
      MULTIPLES.put(name, value);
    }
  }

  private Token at(int i) {
    return words.at(i);
  }

  @Override
  int size() {
    return words.count();
  }

  @Override
  int step(int i) {
    Token token = at(i);
    if (!token.isFigures() && !STARTS.contains(token.lower())) {
      return i + 1;
    }
    int end = period(i);
    if (end > i || idioms.get(token.start())) {
      return Math.max(end > i || !token.is("every") ? end : whole(i), i + 1);
    }
    end = clock(i);
    end = end > i ? end : date(i);
    end = end > i ? end : relative(i);
    end = end > i ? end : share(i);
    end = end > i ? end : fixed(i);
    end = end > i ? end : ordinal(i);
    end = end > i ? end : numeral(i);
    end = end > i ? end : bare(i);
    return end > i ? end : whole(i);
  }

  /** "Per million" and "the hundred billion stars": one of what it names. */
  private int bare(int i) {
    BigDecimal one =
        at(i).is("hundred")
            ? BigDecimal.valueOf(100)
            : at(i).lower().length() > 2 ? EnglishWords.SCALES.get(at(i).lower()) : null;
    if (one == null) {
      return i;
    }
    int next = at(i + 1).is("-") ? i + 2 : i + 1;
    BigDecimal more =
        at(next).lower().length() > 2 ? EnglishWords.SCALES.get(at(next).lower()) : null;
    int end = more == null ? i + 1 : next + 1;
    add(Kind.COUNT, more == null ? one : one.multiply(more), i, end)
        .weight(Weight.WEAK)
        .hedge(before(i), false)
        .done();
    return end;
  }

  /** The first half and the first three quarters, where it is a year that they are parts of. */
  private int period(int i) {
    if (!OPENS_PERIOD.contains(at(i).lower())) {
      return i;
    }
    for (Map.Entry<String, Integer> period : PERIODS.entrySet()) {
      int end = i + period.getKey().split(" ", -1).length;
      if (words.has(period.getKey(), i) && isOfYear(end)) {
        add(Kind.PERIOD, BigDecimal.valueOf(period.getValue()), i, end).weight(Weight.WEAK).done();
        return end;
      }
    }
    for (Map.Entry<String, Integer> quarter : QUARTERS.entrySet()) {
      int end = i + quarter.getKey().split(" ", -1).length;
      if (words.has(quarter.getKey(), i) && isOfYear(end)) {
        BigDecimal number = BigDecimal.valueOf(quarter.getValue());
        Draft draft = add(Kind.QUARTER, number, i, end).weight(Weight.WEAK);
        (isOver(i) ? draft.also(number.multiply(MONTHS_A_QUARTER)) : draft).done();
        return end;
      }
    }
    return i;
  }

  /**
   * Whether what ends here may be a part of a year, as what is followed by "of the match" is not.
   */
  private boolean isOfYear(int end) {
    return !at(end).is("of")
        || isYear(at(end + 1))
        || OF_YEARS.stream().anyMatch(of -> words.has(of, end));
  }

  /** Whether it is the end of a quarter that is spoken of: "by", or "at the end of the third". */
  private boolean isOver(int i) {
    int before = at(i - 1).is("the") ? i - 2 : i - 1;
    return UP_TO.contains(at(before).lower()) || at(before).is("of") && at(before - 1).is("end");
  }

  private int whole(int i) {
    boolean without =
        words.has("without exception", i)
            || words.has("last one", i)
            || words.has("last man", i)
            || words.has("last woman", i);
    boolean single = words.has("not a single", i) || words.has("not one", i);
    BigDecimal whole =
        without ? BigDecimal.ONE : single ? BigDecimal.ZERO : WHOLES.get(at(i).lower());
    if (whole == null) {
      return i;
    }
    int end = without || single ? i + 2 : i + 1;
    add(Kind.WHOLE, whole, i, end).weight(Weight.OPTIONAL).done();
    return end;
  }

  // ---- times ----

  private int clock(int i) {
    Token token = at(i);
    if (token.is("noon") || token.is("midday") || token.is("midnight")) {
      Draft draft =
          add(Kind.CLOCK, token.is("midnight") ? BigDecimal.ZERO : NOON, i, i + 1)
              .weight(Weight.OPTIONAL);
      if (token.is("midnight")) {
        draft.also(NOON.add(NOON));
      }
      draft.done();
      return i + 1;
    }
    int past = pastHour(i);
    if (past > i) {
      return past;
    }
    boolean half = words.has("half past", i);
    boolean quarter = words.has("quarter past", i) || words.has("quarter to", i);
    int named = half || quarter ? i + 2 : i;
    Integer hour =
        at(named).isFigures() ? whole(at(named), 24) : EnglishWords.SMALL.get(at(named).lower());
    if (half || quarter) {
      hour = at(named).is("midnight") ? Integer.valueOf(0) : hour;
      hour = at(named).is("noon") || at(named).is("midday") ? Integer.valueOf(12) : hour;
      if (hour == null || hour > 12) {
        return i;
      }
      boolean to = at(i + 1).is("to");
      int minutes = hour * 60 + (half ? 30 : to ? -15 : 15);
      return time(minutes, i, named + 1);
    }
    if (hour != null && hour > 0 && hour <= 12 && at(i + 1).is("or")) {
      int end = clock(i + 2);
      if (end > i + 2) {
        Quantity later = found.remove(found.size() - 1);
        boolean noon = later.low().compareTo(NOON) > 0 && hour < 12;
        time((noon ? hour + 12 : hour) * 60, i, i + 1);
        found.add(later);
        return end;
      }
    }
    if (!token.isFigures()) {
      boolean oclock = words.has("o ' clock", i + 1);
      return hour == null || hour > 12
          ? i
          : oclock
              ? time(hour * 60, i, i + 4)
              : partOfDay(i + 1) > i + 1 && hour > 0 && !isTimesADay(i)
                  ? time(hour * 60, i, i + 1)
                  : i;
    }
    boolean ratio = at(i - 1).is("ratio") || at(i - 2).is("ratio");
    if (hour != null
        && !ratio
        && at(i + 1).is(":")
        && at(i).end() == at(i + 1).start()
        && at(i + 2).start() - at(i + 1).end() <= 1
        && at(i + 2).lower().length() == 2) {
      Integer minutes = whole(at(i + 2), 59);
      Integer seconds =
          at(i + 3).is(":") && at(i + 4).start() == at(i + 3).end() ? whole(at(i + 4), 59) : null;
      if (minutes != null && seconds != null && BEFORE_RUNS.contains(at(i - 1).lower())) {
        return run(i, hour, minutes, BigDecimal.valueOf(seconds), i + 5);
      }
      return minutes == null ? i : time(hour * 60 + minutes, i, i + 3);
    }
    BigDecimal seconds = at(i + 2).value();
    if (hour != null
        && at(i + 1).is(":")
        && at(i).end() == at(i + 1).start()
        && seconds != null
        && seconds.scale() > 0
        && at(i + 2).start() == at(i + 1).end()) {
      return run(i, 0, hour, seconds, i + 3); // 4:15.08
    }
    if (at(i + 1).is("'") && at(i).end() + 1 == at(i + 2).start() && seconds != null) {
      BigDecimal parts = seconds.movePointLeft(at(i + 2).lower().length());
      return run(i, 0, 0, parts.add(Objects.requireNonNull(token.value())), i + 3); // 22'85
    }
    boolean half12 = isHalfOfDay(i + 1);
    if (hour != null && (half12 || hour > 0 && hour <= 12 && partOfDay(i + 1) > i + 1)) {
      return time(hour * 60, i, i + 1);
    }
    if (hour != null && words.has("o ' clock", i + 1)) {
      return time(hour * 60, i, i + 4);
    }
    int point = token.lower().indexOf('.');
    if (point > 0 && token.lower().length() == point + 3 && point <= 2) {
      int hours = Integer.parseInt(token.lower().substring(0, point));
      int minutes = Integer.parseInt(token.lower().substring(point + 1));
      boolean ranged = "-–—to".contains(at(i + 1).lower()) && !at(i + 1).lower().isEmpty();
      boolean said = half12 || ranged && isHalfOfDay(i + 3) || partOfDay(i + 1) > i + 1;
      if (hours <= 24 && minutes < 60 && said) {
        return time(hours * 60 + minutes, i, i + 1);
      }
    }
    return i;
  }

  /** "Twenty past six" and, where it can be no range, "ten to eight"; else the start. */
  private int pastHour(int i) {
    Numeral minutes = at(i).isFigures() ? null : words.read(i);
    if (minutes == null || !PAST_HOURS.contains(minutes.value().intValue())) {
      return i;
    }
    int past = at(minutes.end()).is("minutes") ? minutes.end() + 1 : minutes.end();
    boolean to = at(past).is("to");
    String name = at(past + 1).lower();
    Integer hour =
        name.equals("midnight")
            ? Integer.valueOf(24)
            : name.equals("noon") ? Integer.valueOf(12) : EnglishWords.SMALL.get(name);
    boolean said = hour != null && (hour > 12 || partOfDay(past + 2) > past + 2);
    boolean range = to && !said && !BEFORE_CLOCKS.contains(at(i - 1).lower());
    if (!to && !at(past).is("past") || hour == null || hour == 0 || range) {
      return i;
    }
    int told = hour * 60 + minutes.value().intValue() * (to ? -1 : 1);
    return time(told % (24 * 60), i, past + 2);
  }

  /** Adds how long a run took, which is told like a time of the day: 3:26:18. */
  private int run(int i, int hours, int minutes, BigDecimal seconds, int end) {
    if (hours > 0) {
      add(Kind.COUNT, BigDecimal.valueOf(hours), i, end).measure(Measure.HOURS).done();
    }
    if (minutes > 0) {
      add(Kind.COUNT, BigDecimal.valueOf(minutes), i, end).measure(Measure.MINUTES).done();
    }
    add(Kind.COUNT, seconds, i, end).measure(Measure.SECONDS).done();
    return end;
  }

  /** Where "in the morning", "at night", "yesterday afternoon" and the like end; else the start. */
  private int partOfDay(int i) {
    boolean in = at(i).is("in") && at(i + 1).is("the");
    boolean day = DAYS.contains(at(i).lower());
    int part = in ? i + 2 : i + 1;
    if ((in || day) && (isLate(part) || at(part).is("morning"))
        || at(i).is("at") && at(part).is("night")) {
      return part + 1;
    }
    return i;
  }

  /** Whether this is how many there are each morning, and not "at seven each morning". */
  private boolean isTimesADay(int i) {
    boolean daily = at(i + 1).is("each") || at(i + 1).is("every");
    boolean time = BEFORE_CLOCKS.contains(at(i - 1).lower()) || at(i - 1).is("or");
    return daily && !time;
  }

  private boolean isLate(int i) {
    return at(i).is("afternoon") || at(i).is("evening") || at(i).is("night");
  }

  private boolean isHalfOfDay(int i) {
    String next = at(i).lower();
    return next.equals("am")
        || next.equals("pm")
        || (next.equals("a") || next.equals("p")) && at(i + 1).is(".") && at(i + 2).is("m");
  }

  private static @Nullable Integer whole(Token token, int most) {
    BigDecimal value = token.value();
    boolean fits =
        value != null && value.scale() <= 0 && value.compareTo(BigDecimal.valueOf(most)) <= 0;
    return fits && value != null ? Integer.valueOf(value.intValue()) : null;
  }

  private int time(int minutes, int i, int end) {
    int told = minutes;
    boolean open = minutes <= 12 * 60 + 59;
    int next = end;
    int part = partOfDay(end);
    boolean said = part > end;
    boolean morning =
        at(end).is("am")
            || at(end).is("a") && at(end + 1).is(".")
            || said && at(part - 1).is("morning");
    boolean later =
        at(end).is("pm") || at(end).is("p") && at(end + 1).is(".") || said && isLate(part - 1);
    if (morning || later) {
      open = false;
      boolean midnight = minutes == 12 * 60 && said && at(part - 1).is("night");
      boolean early = morning && minutes > 12 * 60; // 12.50 am
      told =
          midnight
              ? 0
              : early ? minutes - 720 : later && minutes < 12 * 60 ? minutes + 720 : minutes;
      next = at(end).lower().length() == 1 ? end + 3 : said ? part : end + 1;
    }
    Draft draft = add(Kind.CLOCK, BigDecimal.valueOf(told), i, next);
    if (open) {
      draft.also(BigDecimal.valueOf(told).add(NOON));
    }
    if (told % (24 * 60) == 0) {
      draft.weight(Weight.WEAK); // from 0 to 24 is the day
    }
    if (told == 720 && later) {
      draft.also(NOON.add(NOON)); // 12 pm is said of midnight, too
    }
    draft.hedge(before(i), false).done();
    return next;
  }

  // ---- dates ----

  private int date(int i) {
    Integer month = month(i);
    if (month != null) {
      int end = i + 1;
      if (at(end).is(".") && at(i).lower().length() <= 4) {
        end++;
      }
      add(Kind.MONTH, BigDecimal.valueOf(month), i, end).weight(Weight.WEAK).done();
      int day = end;
      // "November 18 and 20", but not "in November 18 firms"
      Integer number = at(day).isFigures() && !at(day).grouped() ? whole(at(day), 31) : null;
      while (number != null) {
        boolean ordinal = isOrdinalEnding(day + 1);
        int after = day + (ordinal ? 2 : 1);
        boolean plain =
            ordinal
                || ",.;:)–-—".contains(at(after).lower())
                || at(after).is("and")
                || at(after).is("to")
                || isYear(at(after))
                || EnglishWords.NOTHING.equals(at(after));
        if (!plain && isNoun(at(after))) {
          return day;
        }
        add(Kind.DAY, BigDecimal.valueOf(number), day, day + 1).done();
        end = after;
        boolean more = at(end).is("-") || at(end).is("–") || at(end).is("to") || at(end).is("and");
        number =
            more
                    && at(end + 1).isFigures()
                    && !isUnit(end + 2)
                    && !at(end + 2).is(":")
                    && !isHalfOfDay(end + 2)
                ? whole(at(end + 1), 31)
                : null;
        day = end + 1;
      }
      return year(at(end).is(",") ? end + 1 : end, end, Weight.WEAK);
    }
    if (isYear(at(i)) && !at(i).grouped()) {
      return year(i, i, Weight.STRONG);
    }
    Integer fiscal = at(i - 1).is("fy") && at(i).lower().length() == 2 ? whole(at(i), 99) : null;
    if (fiscal != null) {
      add(Kind.YEAR, BigDecimal.valueOf(2000L + fiscal), i, i + 1).done();
      return i + 1;
    }
    return dayBeforeMonth(i);
  }

  private boolean isNoun(Token token) {
    return !token.lower().isEmpty()
        && Character.isLetter(token.lower().charAt(0))
        && !NO_NOUNS.contains(token.lower());
  }

  private boolean isUnit(int i) {
    return UNITS.containsKey(at(i).lower()) || at(i).is("per") || at(i).is("%");
  }

  private @Nullable Integer month(int i) {
    Integer month = MONTHS.get(at(i).lower());
    if (month == null || !Character.isUpperCase(source.charAt(at(i).start()))) {
      return null;
    }
    boolean ambiguous =
        at(i).is("may")
            || at(i).is("march")
            || at(i).is("mar")
            || at(i).is("dec")
            || at(i).is("jan")
            || at(i).is("sep");
    String before = at(i - 1).lower();
    boolean dated =
        at(i + 1).isFigures() || at(i - 1).isFigures() || BEFORE_MONTHS.contains(before);
    return ambiguous && !dated ? null : month;
  }

  private boolean isOrdinalEnding(int i) {
    boolean touches = at(i).start() == at(i - 1).end();
    return touches && (at(i).is("st") || at(i).is("nd") || at(i).is("rd") || at(i).is("th"));
  }

  /** 18 November, 12 to 14 May, 12th of May: the days; the month is read next. */
  private int dayBeforeMonth(int i) {
    int j = i;
    List<Integer> days = new ArrayList<>();
    while (days.size() < 8) {
      Integer day = at(j).grouped() ? null : whole(at(j), 31);
      if (day == null || day == 0) {
        return i;
      }
      days.add(j);
      j += isOrdinalEnding(j + 1) ? 2 : 1;
      if (month(at(j).is("of") ? j + 1 : j) != null) {
        for (int at : days) {
          add(Kind.DAY, Objects.requireNonNull(at(at).value()), at, at + 1).done();
        }
        return at(j).is("of") ? j + 1 : j;
      }
      if (!(at(j).is("-") || at(j).is("–") || at(j).is("to") || at(j).is("and") || at(j).is(","))) {
        return i;
      }
      j++;
    }
    return i;
  }

  private static boolean isYear(Token token) {
    BigDecimal value = token.value();
    return value != null
        && token.lower().length() == 4
        && value.scale() <= 0
        && value.intValue() >= 1800
        && value.intValue() <= 2100;
  }

  /**
   * 2020, 2016–2020, 2021-25, 1990s.
   *
   * @param weight less where it follows a day or month, to which a translation may add it
   */
  private int year(int i, int otherwise, Weight weight) {
    Token token = at(i);
    if (!isYear(token) || token.grouped()) {
      return otherwise;
    }
    BigDecimal value = Objects.requireNonNull(token.value());
    if (at(i + 1).is("s") && at(i + 1).start() == token.end()
        || words.has("' s", i + 1) && value.intValue() % 10 == 0) {
      add(Kind.DECADE, value, i, i + 2).weight(Weight.WEAK).done();
      return i + 2;
    }
    if (UNITS.containsKey(at(i + 1).lower())
        || at(i + 1).is("million")
        || at(i + 1).is("people")
        || at(i + 1).is("square")) {
      return otherwise;
    }
    boolean event = isCapital(i - 1) && isCapital(i + 1) && month(i - 1) == null;
    add(Kind.YEAR, value, i, i + 1).weight(event ? Weight.WEAK : weight).done();
    boolean joined =
        (at(i + 1).is("-") || at(i + 1).is("–") || at(i + 1).is("/")) && at(i + 2).isFigures();
    if (joined && at(i + 2).lower().length() == 2 && !at(i + 3).is("-")) {
      BigDecimal century = BigDecimal.valueOf(value.intValue() / 100 * 100L);
      add(Kind.YEAR, century.add(Objects.requireNonNull(at(i + 2).value())), i + 2, i + 3).done();
      return i + 3;
    }
    return i + 1;
  }

  /** Whether a word begins with a capital, as those around the year of "Beijing 2022 Games" do. */
  private boolean isCapital(int i) {
    Token token = at(i);
    return !token.lower().isEmpty() && Character.isUpperCase(source.charAt(token.start()));
  }

  /** "This year" and the like: what the other language may name. */
  private int relative(int i) {
    String word = at(i).lower();
    boolean dated = at(i + 1).is("year") && isYear(at(at(i + 2).is("of") ? i + 3 : i + 2));
    if (RELATIVE.contains(word) && !dated) {
      String next = at(i + 1).lower();
      String[] after = {"year", "month", "day"};
      Kind[] kinds = {Kind.YEAR, Kind.MONTH, Kind.DAY};
      int[] most = {2100, 12, 31};
      for (int n = 0; n < after.length; n++) {
        if (next.equals(after[n])) {
          return wide(kinds[n], n == 0 ? 1900 : 1, most[n], i, i + 2);
        }
      }
    }
    if (words.has("a year earlier", i)
        || words.has("a year ago", i)
        || words.has("a year before", i)) {
      return wide(Kind.YEAR, 1900, 2100, i, i + 3);
    }
    Integer weekday = WEEKDAYS.get(word);
    if (weekday != null && Character.isUpperCase(source.charAt(at(i).start()))) {
      add(Kind.WEEKDAY, BigDecimal.valueOf(weekday), i, i + 1).weight(Weight.WEAK).done();
      return i + 1;
    }
    if (word.equals("today") || word.equals("yesterday") || word.equals("tomorrow")) {
      return wide(Kind.DAY, 1, 31, i, i + 1);
    }
    return i;
  }

  // ---- shares and multiples ----

  /** Halves, two thirds, one in three, nine out of ten. */
  private int share(int i) {
    if (HALVES.contains(at(i).lower())) {
      if (words.has("half past", i) || words.has("half a dozen", i)) {
        return i;
      }
      int next = at(i + 1).is("a") || at(i + 1).is("an") || at(i + 1).is("-") ? i + 2 : i + 1;
      Measure measure = UNITS.get(at(next).lower());
      if (measure != null && at(i).is("half") && measure != Measure.YUAN) {
        add(Kind.COUNT, HALF, i, next + 1)
            .measure(measure)
            .weight(Weight.WEAK)
            .hedge(before(i), isSureOfTime(i))
            .done();
        return next + 1;
      }
      if (at(next).is("century") || at(next).is("decade")) {
        return century(HALF, i, next);
      }
      int percent = ofAPerCent(next);
      if (percent > next) {
        add(Kind.SHARE, HALF.movePointLeft(2), i, percent).hedge(before(i), true).done();
        return percent;
      }
      int points = words.has("percentage point", next) ? next + 2 : ofAPoint(i + 1);
      if (points > i + 1) {
        add(Kind.POINTS, HALF, i, points).hedge(before(i), true).done();
        return points;
      }
      if (at(next).lower().length() > 2
          && EnglishWords.SCALES.containsKey(at(next).lower())
          && at(i + 1).is("a")) {
        return i;
      }
      add(Kind.SHARE, HALF, i, i + 1)
          .weight(
              at(i - 1).is("-")
                      || at(i + 1).is("-")
                      || at(i - 1).is("first")
                      || at(i - 1).is("second")
                  ? Weight.OPTIONAL
                  : Weight.WEAK)
          .hedge(before(i), true)
          .done();
      return i + 1;
    }
    Numeral top =
        (at(i).is("a") || at(i).is("an")) && PARTS.containsKey(at(i + 1).lower())
            ? new Numeral(BigDecimal.ONE, null, BigDecimal.ONE, false, i, i + 1)
            : words.read(i);
    if (top == null || top.top() != null) {
      return i;
    }
    int part = at(top.end()).is("-") ? top.end() + 1 : top.end();
    Integer of = PARTS.get(at(part).lower());
    if (of != null && top.value().compareTo(BigDecimal.valueOf(100)) < 0) {
      boolean plural = at(part).lower().endsWith("s");
      boolean one = top.value().compareTo(BigDecimal.ONE) == 0;
      String next = at(part + 1).lower();
      boolean ends =
          next.isEmpty() || !Character.isLetter(next.charAt(0)) || AFTER_PARTS.contains(next);
      if (of == 4 && (next.equals("past") || next.equals("to") && isHourWord(part + 2))) {
        return i;
      }
      int percent = ofAPerCent(part + 1);
      if (percent > part + 1) {
        BigDecimal share = top.value().divide(BigDecimal.valueOf(of), MathContext.DECIMAL64);
        add(Kind.SHARE, share.movePointLeft(2), i, percent).hedge(before(i), true).done();
        return percent;
      }
      if (ofAPoint(part + 1) > part + 1) {
        BigDecimal points = top.value().divide(BigDecimal.valueOf(of), MathContext.DECIMAL64);
        add(Kind.POINTS, points, i, part + 5).hedge(before(i), true).done();
        return part + 5;
      }
      if (words.has("of an hour", part + 1)) {
        BigDecimal hour = BigDecimal.valueOf(60).multiply(top.value());
        add(Kind.COUNT, hour.divide(BigDecimal.valueOf(of), MathContext.DECIMAL64), i, part + 4)
            .measure(Measure.MINUTES)
            .weight(Weight.WEAK)
            .hedge(before(i), isSureOfTime(i))
            .done();
        return part + 4;
      }
      String large = at(part + 3).lower();
      boolean article = words.has("of a", part + 1);
      if (article && large.length() > 2 && EnglishWords.SCALES.containsKey(large)) {
        BigDecimal whole = EnglishWords.SCALES.getOrDefault(large, BigDecimal.ONE);
        BigDecimal value =
            whole
                .multiply(top.value())
                .divide(BigDecimal.valueOf(of), MathContext.DECIMAL64)
                .stripTrailingZeros();
        Unit unit = unit(part + 4, i);
        add(Kind.COUNT, value, i, Math.max(part + 4, unit.end()))
            .measure(unit.measure())
            .hedge(before(i), true)
            .done();
        return Math.max(part + 4, unit.end());
      }
      if (article && (large.equals("century") || large.equals("decade"))) {
        BigDecimal share = top.value().divide(BigDecimal.valueOf(of), MathContext.DECIMAL64);
        return century(share, i, part + 3);
      }
      if (plural == !one && (plural || ends)) {
        add(
                Kind.SHARE,
                top.value().divide(BigDecimal.valueOf(of), MathContext.DECIMAL64),
                i,
                part + 1)
            .weight(Weight.WEAK)
            .hedge(before(i), isSureOfShare(i))
            .done();
        return part + 1;
      }
      return i;
    }
    int j =
        at(top.end()).is("times") && words.has("out of", top.end() + 1)
            ? top.end() + 1
            : inEach(top);
    Numeral or = at(j).is("or") ? words.read(j + 1) : null;
    j = or == null || or.top() != null ? j : inEach(or);
    boolean in = at(j).is("in") || words.has("out of", j) || words.has("of every", j);
    if (!in) {
      return i;
    }
    int base = at(j).is("in") ? j + 1 : j + 2;
    base = at(base).is("every") ? base + 1 : base;
    Numeral whole = at(base).isFigures() && isYear(at(base)) ? null : words.read(base);
    if (whole == null
        || whole.top() != null
        || whole.value().compareTo(top.value()) <= 0
        || UNITS.containsKey(at(whole.end()).lower())
        || at(whole.end()).is("-")
        || top.value().compareTo(BigDecimal.TEN) > 0
        || whole.value().compareTo(BigDecimal.valueOf(100)) > 0 && !isRound(whole.value())
        || at(base - 1).is("in") && !isRatio(top, whole, j > top.end())) {
      return i;
    }
    add(Kind.SHARE, top.value().divide(whole.value(), MathContext.DECIMAL64), i, whole.end())
        .weight(Weight.WEAK)
        .hedge(or == null ? around(i, whole.end()) : Hedge.ABOUT, or == null)
        .done();
    if (or != null) {
      add(Kind.SHARE, or.value().divide(whole.value(), MathContext.DECIMAL64), i, whole.end())
          .weight(Weight.WEAK)
          .hedge(Hedge.ABOUT, false)
          .done();
    }
    return whole.end();
  }

  /** Whether the hedge before a fraction can mean nothing else, which "within" does not. */
  private boolean isSureOfShare(int i) {
    Map.Entry<String, Hedge> said = said(i);
    return said == null || !UNSURE.contains(said.getKey());
  }

  /** Whether the hedge before half an hour and the like can mean nothing else. */
  private boolean isSureOfTime(int i) {
    Map.Entry<String, Hedge> said = said(i);
    return said == null
        || !UNSURE.contains(said.getKey())
            && !said.getKey().equals("over")
            && !said.getKey().equals("around");
  }

  private boolean isHourWord(int i) {
    boolean small = EnglishWords.SMALL.getOrDefault(at(i).lower(), 13) <= 12;
    String next = at(i + 1).lower();
    boolean alone = !PARTS.containsKey(next) && !next.equals("-") && !next.equals("per");
    return at(i).isFigures() || small && alone;
  }

  /** Half a century and the like, in years. */
  private int century(BigDecimal part, int i, int of) {
    BigDecimal years = BigDecimal.valueOf(at(of).is("century") ? 100 : 10).multiply(part);
    add(Kind.COUNT, years, i, of + 1)
        .measure(Measure.YEARS)
        .weight(Weight.OPTIONAL)
        .hedge(before(i), false)
        .done();
    return of + 1;
  }

  /** Where "in" stands, of which one of a few words before: "one worker in four". */
  private int inEach(Numeral top) {
    if (top.value().compareTo(BigDecimal.ONE) == 0 && !top.figures()) {
      for (int i = top.end(); i < top.end() + 5; i++) {
        String word = at(i).lower();
        boolean part = word.equals("-") || !word.isEmpty() && Character.isLetter(word.charAt(0));
        if (i > top.end() && word.equals("in")) {
          return i;
        }
        if (!part || i > top.end() && NO_NOUNS.contains(word)) {
          break;
        }
      }
    }
    return top.end();
  }

  /** Whether this is a thousand, ten thousand and so on, of which one may be a share. */
  private static boolean isRound(BigDecimal value) {
    return value.stripTrailingZeros().unscaledValue().equals(java.math.BigInteger.ONE);
  }

  /** Whether "one in four" is a share, and not one thing in four places. */
  private boolean isRatio(Numeral top, Numeral whole, boolean apart) {
    Token next = at(whole.end());
    Token last = at(top.start() - 1);
    boolean opens = last.lower().isEmpty() || !Character.isLetter(last.lower().charAt(0));
    boolean one = top.value().compareTo(BigDecimal.ONE) == 0;
    opens |= CONJUNCTIONS.contains(last.lower());
    boolean spelt = one || !top.figures() && whole.value().compareTo(BigDecimal.TEN) <= 0;
    if (spelt && !apart && (opens || ENDS_BEFORE.contains(last.lower()))) {
      return true; // "One in five workers"
    }
    boolean tens =
        whole.value().compareTo(BigDecimal.TEN) == 0
            || whole.value().compareTo(BigDecimal.valueOf(100)) == 0;
    boolean alike = top.figures() == whole.figures();
    return !isNoun(next)
        || next.is("of")
        || tens && alike && !apart
        || apart && !next.lower().endsWith("s");
  }

  private int fixed(int i) {
    String word = at(i).lower();
    boolean joined = words.has("- the - clock", i + 1);
    if ((word.equals("round") || word.equals("around"))
        && (joined || words.has("the clock", i + 1))) {
      int end = joined ? i + 5 : i + 3;
      add(Kind.COUNT, BigDecimal.valueOf(24), i, end)
          .measure(Measure.HOURS)
          .weight(Weight.OPTIONAL)
          .done();
      return end;
    }
    Integer multiple = MULTIPLES.get(word);
    if (multiple != null) {
      boolean fold = word.endsWith("fold");
      Draft draft =
          add(Kind.MULTIPLE, BigDecimal.valueOf(multiple), i, i + 1)
              .weight(
                  word.equals("twice") && !at(i + 1).is("as") && !at(i + 1).is("the")
                      ? Weight.OPTIONAL
                      : Weight.WEAK)
              .hedge(before(i), true);
      if (fold) {
        draft.also(BigDecimal.valueOf(multiple + 1L));
      }
      draft.done();
      return i + 1;
    }
    if (TRIPLES.contains(word)) {
      add(Kind.MULTIPLE, BigDecimal.valueOf(word.equals("quadruple") ? 4 : 3), i, i + 1)
          .weight(Weight.WEAK)
          .hedge(before(i), true)
          .done();
      return i + 1;
    }
    if (words.has("percentage point", i)) {
      add(Kind.POINTS, BigDecimal.ONE, i, i + 2).weight(Weight.OPTIONAL).done();
      return i + 2; // "every percentage point"
    }
    if (word.equals("double")) {
      add(Kind.MULTIPLE, TWO, i, i + 1).weight(Weight.OPTIONAL).done();
      return i + 1;
    }
    if (PAIRS.contains(word) && words.read(i) == null) {
      add(Kind.COUNT, TWO, i, i + 1).weight(Weight.OPTIONAL).done();
      return i + 1;
    }
    boolean one = word.equals("a") || word.equals("an") || word.equals("one");
    Measure timed = UNITS.get(at(i + 1).lower());
    if (one && timed != null && words.has("and a half", i + 2)) {
      add(Kind.COUNT, BigDecimal.ONE.add(HALF), i, i + 5)
          .measure(timed)
          .weight(Weight.WEAK)
          .hedge(before(i), true)
          .done();
      return i + 5;
    }
    if (one
        && timed != null
        && timed.converts(Measure.DAYS)
        && (LASTS.contains(at(i - 1).lower()) || BEYOND.contains(at(i + 2).lower()))) {
      add(Kind.COUNT, BigDecimal.ONE, i, i + 2)
          .measure(timed)
          .weight(Weight.WEAK)
          .hedge(before(i), false)
          .done();
      return i + 2;
    }
    Measure span = LONG.get(word);
    boolean whole = word.endsWith("long");
    if (span != null && (whole || words.has("- long", i + 1)) && !at(i - 1).is("-")) {
      int end = whole ? i + 1 : i + 3;
      add(Kind.COUNT, BigDecimal.ONE, i, end).measure(span).weight(Weight.OPTIONAL).done();
      return end;
    }
    if (word.equals("decade") || word.equals("century") || word.equals("fortnight")) {
      boolean fortnight = word.equals("fortnight");
      int years = word.equals("decade") ? 10 : 100;
      int article = at(i - 1).is("a") || at(i - 1).is("the") ? i - 1 : i;
      Map.Entry<String, Hedge> said = said(article);
      Hedge before = said == null ? Hedge.EXACT : said.getValue();
      boolean ago = at(i - 1).is("a") && AGO.contains(at(i + 1).lower());
      boolean sure = said != null && said.getKey().endsWith("than") && !ago;
      add(Kind.COUNT, BigDecimal.valueOf(fortnight ? 2 : years), i, i + 1)
          .measure(fortnight ? Measure.WEEKS : Measure.YEARS)
          .weight(ago ? Weight.WEAK : Weight.OPTIONAL)
          .hedge(before == Hedge.EXACT ? after(i + 1, i + 1) : before, sure)
          .done();
      return i + 1;
    }
    Integer vague = VAGUE.get(word);
    if (vague != null) {
      int most = word.startsWith("teen") ? 19 : vague * 5 - 1;
      add(Kind.COUNT, BigDecimal.valueOf(vague), i, i + 1)
          .high(BigDecimal.valueOf(most))
          .weight(Weight.OPTIONAL)
          .done();
      return i + 1;
    }
    if (word.equals("multi")) {
      int scale = at(i + 1).is("-") ? i + 2 : i + 1;
      BigDecimal unit =
          at(scale).lower().length() > 2 ? EnglishWords.SCALES.get(at(scale).lower()) : null;
      if (unit != null) {
        add(Kind.COUNT, unit.multiply(TWO), i, scale + 1)
            .high(unit.multiply(BigDecimal.valueOf(1000)))
            .weight(Weight.WEAK)
            .done();
        return scale + 1;
      }
      return i;
    }
    if (word.equals("decades") || word.equals("dozen") && !at(i - 1).is("a")) {
      add(
              Kind.COUNT,
              word.equals("dozen") ? BigDecimal.valueOf(12) : BigDecimal.valueOf(20),
              i,
              i + 1)
          .high(word.equals("dozen") ? BigDecimal.valueOf(12) : BigDecimal.valueOf(99))
          .weight(Weight.OPTIONAL)
          .done();
      return i + 1;
    }
    Integer jubilee = JUBILEES.get(word);
    if (jubilee != null) {
      add(Kind.COUNT, BigDecimal.valueOf(jubilee), i, i + 1).weight(Weight.OPTIONAL).done();
      return i + 1;
    }
    Integer age = AGES.get(word);
    int article = Set.of("early", "mid", "late").contains(at(i - 1).lower()) ? i - 2 : i - 1;
    if (age != null && age >= 50 && at(article).is("the")) {
      add(Kind.DECADE, BigDecimal.valueOf(1900L + age), i, i + 1).weight(Weight.WEAK).done();
      return i + 1;
    }
    if (age != null) {
      add(Kind.COUNT, BigDecimal.valueOf(age), i, i + 1)
          .high(BigDecimal.valueOf(age + 9L))
          .weight(Weight.WEAK)
          .done();
      return i + 1;
    }
    int something = at(i + 1).is("-") ? i + 2 : i + 1;
    BigDecimal tens = at(something).lower().startsWith("something") ? tens(i) : null;
    if (tens != null) {
      add(Kind.COUNT, tens, i, something + 1)
          .high(tens.add(BigDecimal.valueOf(9)))
          .weight(Weight.WEAK)
          .done();
      return something + 1;
    }
    boolean apostrophe = words.has("' s", i + 1) && at(i).lower().endsWith("0");
    if (at(i).isFigures()
        && (at(i + 1).is("s") || apostrophe)
        && at(i).end() == at(i + 1).start()
        && at(i).lower().length() == 2) {
      int end = apostrophe ? i + 3 : i + 2;
      int decade = Integer.parseInt(at(i).lower());
      int limit = at(i - 1).is("-") ? i - 2 : i - 1;
      if (at(limit).is("over") || at(limit).is("under")) {
        add(Kind.COUNT, BigDecimal.valueOf(decade), i, end)
            .weight(Weight.WEAK)
            .hedge(at(limit).is("over") ? Hedge.OVER : Hedge.UP_TO, true)
            .done();
        return end;
      }
      boolean part = Set.of("early", "mid", "late", "-").contains(at(i - 1).lower());
      boolean hers =
          Set.of("his", "her", "their").contains(at(i - 1).lower())
              || part && !at(i - 2).is("the") && !at(i - 3).is("the");
      Draft draft =
          hers
              ? add(Kind.COUNT, BigDecimal.valueOf(decade), i, end)
                  .high(BigDecimal.valueOf(decade + 9L))
              : add(Kind.DECADE, BigDecimal.valueOf(decade + (decade >= 30 ? 1900 : 2000)), i, end);
      draft.weight(Weight.WEAK).done();
      return end;
    }
    return i;
  }

  /** The tens of "thirty-something"; null for another number. */
  private @Nullable BigDecimal tens(int i) {
    Numeral numeral = words.read(i);
    if (numeral == null || numeral.end() != i + 1) {
      return null;
    }
    BigDecimal value = numeral.value();
    boolean tens = value.remainder(BigDecimal.TEN).signum() == 0;
    return tens && value.compareTo(BigDecimal.valueOf(90)) <= 0 ? value : null;
  }

  // ---- ordinals ----

  private int ordinal(int i) {
    Token token = at(i);
    BigDecimal value = null;
    int end = i + 1;
    boolean figures = false;
    if (token.isFigures() && isOrdinalEnding(i + 1)) {
      value = token.value();
      end = i + 2;
      figures = true;
    } else if (token.is("no") && (at(i + 1).is(".") ? at(i + 2) : at(i + 1)).isFigures()) {
      int at = at(i + 1).is(".") ? i + 2 : i + 1;
      value = at(at).value();
      end = at + 1;
      figures = true;
    } else if (EnglishWords.ORDINALS.containsKey(token.lower())) {
      value = BigDecimal.valueOf(EnglishWords.ORDINALS.getOrDefault(token.lower(), 0));
    } else if (EnglishWords.SMALL.getOrDefault(token.lower(), 0) >= 20) {
      int next = at(i + 1).is("-") ? i + 2 : i + 1;
      Integer units = EnglishWords.ORDINALS.get(at(next).lower());
      if (units != null && units < 10) {
        value =
            BigDecimal.valueOf((long) EnglishWords.SMALL.getOrDefault(token.lower(), 0) + units);
        end = next + 1;
      }
    }
    if (value == null) {
      return i;
    }
    int small = value.compareTo(BigDecimal.valueOf(1000)) < 0 ? value.intValue() : 1000;
    Weight weight =
        small <= 1
            ? Weight.OPTIONAL
            : small <= 3 || !figures && small <= 10 || isCongress(end)
                ? Weight.WEAK
                : Weight.STRONG;
    if (isRunning(end)) {
      add(Kind.COUNT, value, i, end).measure(Measure.YEARS).weight(Weight.WEAK).done();
      return end; // 连续五年 is "for the fifth year running"
    }
    boolean lunar = at(end).is("lunar") || words.has("month of the", end);
    add(Kind.ORDINAL, value, i, end).weight(lunar ? Weight.WEAK : weight).done();
    if (words.has("five - year", end) || words.has("five year", end)) {
      return at(end + 1).is("-") ? end + 3 : end + 2;
    }
    return end;
  }

  /** Whether "year in a row" and the like stand here. */
  private boolean isRunning(int i) {
    boolean before = at(i).is("consecutive") || at(i).is("straight") || at(i).is("successive");
    return before && at(i + 1).is("year")
        || at(i).is("year")
            && (at(i + 1).is("running")
                || words.has("in a row", i + 1)
                || words.has("in succession", i + 1));
  }

  /** Whether a party's congress or committee stands here, whose number goes without saying. */
  private boolean isCongress(int i) {
    int name = at(i).is("cpc") || at(i).is("party") ? i + 1 : i;
    return words.has("national congress", name)
        || words.has("party congress", i)
        || words.has("central committee", name);
  }

  // ---- everything else ----

  private int numeral(int i) {
    Numeral first = words.read(i);
    if (first == null) {
      return i;
    }
    List<Numeral> chain = new ArrayList<>(List.of(first));
    Numeral last = first;
    boolean range = false;
    while (chain.size() < 50) {
      int j = last.end();
      boolean dash =
          at(j).is("-") || at(j).is("–") || at(j).is("—") || at(j).is("to") || at(j).is("or");
      boolean and = at(j).is("and") || at(j).is(",");
      int after = at(j).is(",") && at(j + 1).is("and") ? j + 2 : j + 1;
      if (!dash && !and
          || idioms.get(at(after).start())
          || isYear(at(after)) && !at(after).grouped()) {
        break;
      }
      Numeral next = isTimeOrShare(after) ? null : words.read(after);
      if (next == null || next.top() != null || last.top() != null) {
        break;
      }
      range |= dash || and && at(i - 1).is("between");
      chain.add(next);
      last = next;
    }
    int decades = at(last.end()).is("-") ? last.end() + 1 : last.end();
    int years = YEARS.getOrDefault(at(decades).lower(), 0);
    Unit unit = years > 0 ? new Unit(null, Measure.YEARS, false, decades + 1) : unit(last.end(), i);
    int before = found.size();
    for (int n = 0; n < chain.size(); n++) {
      Numeral each = chain.get(n);
      boolean own = n == chain.size() - 1;
      BigDecimal value = each.value();
      boolean hundreds =
          last.scale().compareTo(BigDecimal.ONE) == 0
              && !last.figures()
              && last.value().compareTo(BigDecimal.valueOf(100)) >= 0
              && last.value().compareTo(BigDecimal.valueOf(900)) <= 0
              && value.compareTo(BigDecimal.TEN) < 0
              && last.value().remainder(BigDecimal.valueOf(100)).signum() == 0;
      if (!own && range && hundreds) {
        value = value.multiply(BigDecimal.valueOf(100));
      } else if (!own
          && range
          && each.scale().compareTo(BigDecimal.ONE) == 0
          && value.multiply(last.scale()).compareTo(last.value()) < 0) {
        value = value.multiply(last.scale());
      }
      value = years > 0 && (own || range) ? value.multiply(BigDecimal.valueOf(years)) : value;
      boolean shares =
          own
              || inherits(
                  each, chain.get(Math.min(n + 1, chain.size() - 1)), chain.size(), range, unit);
      emit(each, value, unit, n == 0 ? first : null, own, shares);
    }
    if (range) {
      shareHedge(before);
    }
    return Math.max(last.end(), unit.end());
  }

  /**
   * Whether the unit after the last number of a list is this one's, too: 5 to 8 per cent, but not
   * "59,000 or 3 per cent more".
   */
  private boolean inherits(Numeral each, Numeral next, int size, boolean range, Unit unit) {
    boolean or = at(each.end()).is("or");
    boolean comma = at(each.end()).is(",");
    if (unit.kind() == null) {
      return range || !unit.late();
    }
    String sign = at(each.start() - 1).lower();
    if (currency(sign, "") != null || sign.equals("$")) {
      return false;
    }
    boolean small = each.value().compareTo(BigDecimal.valueOf(100)) <= 0;
    boolean rising = each.value().compareTo(next.value()) < 0 && each.figures() == next.figures();
    return small && (or ? rising || !each.figures() && !next.figures() : !comma || size > 2);
  }

  /** Whether a numeral is better read by another rule, as 14 May and 3.30 pm are. */
  private boolean isTimeOrShare(int i) {
    Integer small = at(i).isFigures() ? whole(at(i), 31) : null;
    boolean time = at(i).isFigures() && (isHalfOfDay(i + 1) || at(i + 1).is(":"));
    return time || small != null && (month(i + 1) != null || isOrdinalEnding(i + 1));
  }

  /**
   * What stands after a number.
   *
   * @param kind null for none
   * @param late whether it counts for the last number of a list only, as the noun of "5 and 8
   *     years" may
   * @param end the token after it
   */
  private record Unit(@Nullable Kind kind, @Nullable Measure measure, boolean late, int end) {}

  /**
   * The unit at a token.
   *
   * @param start where the first number before it stands
   */
  private Unit unit(int i, int start) {
    int j = at(i).is("-") ? i + 1 : i;
    String word = at(j).lower();
    boolean cent = words.has("per cent", j);
    int after = cent ? j + 2 : j + 1;
    if (word.equals("%") || word.equals("percent") || word.equals("pct") || cent) {
      boolean points = at(after).lower().startsWith("point");
      return new Unit(points ? Kind.POINTS : Kind.SHARE, null, false, points ? after + 1 : after);
    }
    int point = at(j + 1).is("-") ? j + 2 : j + 1; // "a one-percentage-point cut"
    if (word.equals("percentage") && at(point).lower().startsWith("point")) {
      return new Unit(Kind.POINTS, null, false, point + 1);
    }
    if (ofAPoint(j) > j) {
      return new Unit(Kind.POINTS, null, false, ofAPoint(j));
    }
    Measure small = SMALL_MONEY.contains(word) ? Measure.YUAN : null;
    if (small != null) {
      return new Unit(null, small, false, j + 1);
    }
    if (word.equals("pp") || word.equals("points") && grows(start, j + 1)) {
      return new Unit(Kind.POINTS, null, false, j + 1);
    }
    boolean often = Set.of("a", "an", "per", "every", "each").contains(at(j + 1).lower());
    if (word.equals("times") && often) {
      return new Unit(null, null, false, j + 1); // "break down nine times a month"
    }
    if (word.equals("fold") || word.equals("times")) {
      boolean multiple =
          word.equals("fold")
              || grows(start, j + 1)
              || Set.of(
                      "as", "more", "the", "what", "higher", "larger", "bigger", "that", "its",
                      "over", "faster", "their")
                  .contains(at(j + 1).lower());
      return new Unit(multiple ? Kind.MULTIPLE : null, null, false, j + 1);
    }
    if (word.equals("square") || word.equals("sq")) {
      int name = word.equals("sq") && at(j + 1).is(".") ? j + 2 : j + 1;
      String of = at(name).lower();
      Measure measure =
          of.startsWith("kilomet") || of.equals("km")
              ? Measure.SQUARE_KILOMETRES
              : of.startsWith("met") || of.equals("m") ? Measure.SQUARE_METRES : null;
      return new Unit(null, measure, false, measure == null ? i : name + 1);
    }
    if (word.equals("working") && at(j + 1).lower().startsWith("day")) {
      return new Unit(null, Measure.DAYS, false, j + 2);
    }
    if (word.equals("us") && at(j + 1).lower().startsWith("dollar")) {
      return new Unit(null, Measure.DOLLARS, false, j + 2);
    }
    boolean squared = word.equals("m") && (at(j + 1).is("2") || at(j + 1).is("²"));
    if (squared && at(j).end() == at(j + 1).start()) {
      return new Unit(null, Measure.SQUARE_METRES, false, j + 2);
    }
    Measure measure = UNITS.get(word);
    // "five-year-old" and "five years old" are ages
    int old = at(j + 1).is("-") ? j + 2 : j + 1;
    if (measure == Measure.YEARS
        && (at(old).lower().startsWith("old") || words.has("of age", old))) {
      return new Unit(null, null, true, old + 1);
    }
    return new Unit(null, measure, true, measure == null ? i : j + 1);
  }

  /**
   * Where the rest of "half of one per cent" ends, or that of "half a per cent"; else its start.
   */
  private int ofAPerCent(int i) {
    boolean one = at(i).is("of") && (at(i + 1).is("a") || at(i + 1).is("one"));
    int cent = one ? i + 2 : i;
    if (!one && !at(i - 1).is("a")) {
      return i;
    }
    return at(cent).is("percent") ? cent + 1 : words.has("per cent", cent) ? cent + 2 : i;
  }

  /** Where the rest of "0.4 of a percentage point" ends; else its start. */
  private int ofAPoint(int i) {
    boolean one = at(i).is("of") && (at(i + 1).is("a") || at(i + 1).is("one"));
    return one && words.has("percentage point", i + 2) ? i + 4 : i;
  }

  private void emit(
      Numeral numeral,
      BigDecimal value,
      Unit unit,
      @Nullable Numeral first,
      boolean last,
      boolean takesUnit) {
    Kind kind = takesUnit && unit.kind() != null ? unit.kind() : Kind.COUNT;
    int start = numeral.start();
    String before = at(start - 1).lower();
    Measure measure = takesUnit ? unit.measure() : null;
    Measure currency = currency(before, at(start - 2).lower());
    boolean counted = before.equals("yuan") && (measure != null || at(start - 2).isFigures());
    measure = currency == null || counted ? measure : currency; // "8,600 yuan ten years ago"
    BigDecimal read = kind == Kind.SHARE ? value.movePointLeft(2) : value;
    if (kind == Kind.COUNT && SMALL_MONEY.contains(at(unit.end() - 1).lower())) {
      read = read.movePointLeft(at(unit.end() - 1).is("fen") ? 2 : 1);
    }
    boolean frost = kind == Kind.COUNT && numeral.top() == null && isFrost(numeral, unit, measure);
    read = frost ? read.negate() : read;
    int end = last ? Math.max(numeral.end(), unit.end()) : numeral.end();
    Draft draft = add(kind, read, start, end).measure(measure);
    if (frost && isColder(numeral)) {
      draft.also(value); // "minus 5 to 8" may go up
    }
    if (read.scale() > value.scale() && kind == Kind.COUNT) {
      draft.also(value); // five fen is 5分
    }
    if (numeral.top() != null) {
      draft.high(kind == Kind.SHARE ? numeral.top().movePointLeft(2) : numeral.top());
    }
    if (kind == Kind.COUNT && last && measure == null && isElided(numeral)) {
      draft.also(value.movePointLeft(2)); // "60 per cent, and the others 40"
    }
    if (kind == Kind.COUNT && last && (at(end).is("other") || at(end).is("others"))) {
      draft.also(read.add(BigDecimal.ONE)); // "Yale and two others" are three
    }
    if (kind == Kind.COUNT && at(numeral.end() - 1).is("m")) {
      draft.also(value.movePointLeft(6)); // 30m may be metres
    }
    if (at(start).is("a") && at(start + 1).is("dozen")) {
      draft.also(BigDecimal.TEN); // 十多名 is "a dozen or so"
    }
    boolean more = kind == Kind.SHARE && read.compareTo(BigDecimal.ONE) >= 0;
    if ((kind == Kind.MULTIPLE || more && !words.has("of", end)) && grows(start, unit.end())) {
      draft.also(read.add(BigDecimal.ONE));
    }
    Hedge hedge = first == null ? Hedge.EXACT : before(start);
    boolean sure = hedge == Hedge.EXACT || isSure(numeral, measure, end);
    if (last && (hedge == Hedge.EXACT || hedge == Hedge.ABOUT)) {
      Hedge after = after(numeral.end(), end);
      boolean apart = after == Hedge.AT_LEAST && at(end).is("and") && isNoun(at(end + 2));
      sure = after == Hedge.EXACT ? sure : !apart; // "for 28 days and over the line"
      hedge = after == Hedge.EXACT ? hedge : after;
    }
    if (hedge == Hedge.EXACT && before.equals("of")) {
      hedge = limit(start - 2);
      sure = hedge == Hedge.EXACT; // a wage so called may be the wage itself
    }
    if (hedge == Hedge.EXACT && at(start).is("a") && at(start + 1).is("dozen")) {
      hedge = Hedge.ABOUT;
      sure = false;
    }
    Weight weight = isGloss(start, read, measure) ? Weight.OPTIONAL : weight(numeral, kind);
    Measure far = at(end).is("of") ? UNITS.get(at(end + 1).lower()) : null;
    if (numeral.top() != null && far != null && far.converts(Measure.METRES)) {
      weight = Weight.WEAK; // 千里之外 is "hundreds of miles away"
    }
    draft.hedge(hedge, sure).weight(weight).done();
  }

  /** Whether a number at the end of a clause may be per cent, which were said before it. */
  private boolean isElided(Numeral numeral) {
    Quantity before = found.isEmpty() ? null : found.get(found.size() - 1);
    String next = at(numeral.end()).lower();
    return before != null
        && before.kind() == Kind.SHARE
        && before.words().matches(".*(?:%|cent)")
        && numeral.value().compareTo(BigDecimal.valueOf(100)) < 0
        && at(numeral.start()).start() - before.end() < ELIDED_REACH
        && (next.isEmpty() || ".,;".contains(next));
  }

  /** Whether degrees are below zero: "minus 18", "26 degrees below zero". */
  private boolean isFrost(Numeral numeral, Unit unit, @Nullable Measure measure) {
    int start = numeral.start();
    if (measure != null || numeral.value().compareTo(BigDecimal.valueOf(100)) >= 0) {
      return false;
    }
    if (at(unit.end()).is("below")
        && !isNoun(at(unit.end() + 1))
        && !at(unit.end() + 1).isFigures()
        && IntStream.range(start - 8, start).noneMatch(i -> STOREYS.contains(at(i).lower()))) {
      return true; // "15 below", but not "nine floors above ground and two below"
    }
    for (int i = unit.end(); i < unit.end() + 5; i++) {
      if (at(i).is("below") && (at(i + 1).is("zero") || at(i + 1).is("freezing"))) {
        return true;
      }
      boolean between = isDegree(i) || at(i).is("to") || at(i).is("and") || at(i).is("-");
      between |= at(i).is("odd") || at(i).is("or") || at(i).is("so") || at(i).is("more");
      if (!between && !at(i).isFigures()) {
        break;
      }
    }
    if (isColder(numeral)) {
      return true;
    }
    boolean dash = at(start - 1).is("-") || at(start - 1).is("−") || at(start - 1).is("–");
    boolean sign = dash && at(start - 1).end() == at(start).start() && isApart(start - 1);
    boolean degrees = false;
    for (int i = numeral.end(); i < numeral.end() + 5; i++) {
      degrees |= isDegree(i);
    }
    boolean said = at(start - 1).is("minus") || at(start - 1).is("negative");
    return said && !at(unit.end()).is("per") || sign && degrees;
  }

  /** Whether this is the other end of "minus 20 to 30", which is as far below zero. */
  private boolean isColder(Numeral numeral) {
    Quantity last = found.isEmpty() ? null : found.get(found.size() - 1);
    Token join = at(numeral.start() - 1);
    boolean joined = join.is("to") || join.is("or") || join.is("-") || join.is("–");
    return last != null
        && joined
        && last.low().signum() < 0
        && last.end() == at(numeral.start() - 2).end()
        && numeral.value().compareTo(last.low().negate()) > 0;
  }

  private boolean isDegree(int i) {
    return at(i).lower().startsWith("degree")
        || Set.of("°", "℃", "c", "celsius", "centigrade").contains(at(i).lower());
  }

  private boolean isApart(int i) {
    return i == 0 || at(i - 1).end() < at(i).start() || at(i - 1).is("(");
  }

  /** Whether a number in brackets says how much the unit before it is: "per jin (500 grams)". */
  private boolean isGloss(int start, BigDecimal value, @Nullable Measure measure) {
    int bracket = start - 1;
    while (bracket > start - 3 && !at(bracket).is("(")) {
      bracket--;
    }
    Measure outer = at(bracket).is("(") ? UNITS.get(at(bracket - 1).lower()) : null;
    if (outer == null || measure == null || !outer.converts(measure)) {
      return false;
    }
    BigDecimal gap = measure.base(value).subtract(outer.base(BigDecimal.ONE)).abs();
    return gap.compareTo(outer.base(new BigDecimal("0.03"))) <= 0;
  }

  /** What "a minimum monthly wage of" makes of the number after it. */
  private Hedge limit(int i) {
    for (int j = i; j > i - 4 && j >= 0 && isNoun(at(j)); j--) {
      if (at(j).is("minimum") || at(j).is("maximum")) {
        return at(j).is("minimum") ? Hedge.AT_LEAST : Hedge.UP_TO;
      }
    }
    return Hedge.EXACT;
  }

  /** The measure of an amount that a sign or code stands before; null for none that is told. */
  private static @Nullable Measure currency(String sign, String before) {
    return switch (sign) {
      case "¥", "￥", "rmb", "cny", "yuan" -> Measure.YUAN;
      case "$" -> CURRENCIES.contains(before) && !before.equals("us") ? null : Measure.DOLLARS;
      case "usd" -> Measure.DOLLARS;
      case "€", "eur" -> Measure.EUROS;
      default -> null;
    };
  }

  /** Whether a number tells by how much something grows, or how much larger it is. */
  private boolean grows(int start, int end) {
    for (int i = end; i <= end + 1; i++) {
      if (GROWTH.contains(at(i).lower())) {
        return true;
      }
    }
    for (int i = start - 1; i >= start - 6 && !",.;:".contains(at(i).lower()); i--) {
      String word = at(i).lower();
      if (GROWN.contains(word) || word.startsWith("increas") || word.startsWith("grow")) {
        return !to(i, start);
      }
    }
    return false;
  }

  /** Whether growth is told by what it comes to: "rose to 300 per cent". */
  private boolean to(int i, int start) {
    return at(start - 1).is("to") || at(start - 2).is("to") && i < start - 2;
  }

  private Weight weight(Numeral numeral, Kind kind) {
    int start = numeral.start();
    boolean screen =
        at(start + 1).is("k")
            && source.charAt(at(start + 1).start()) == 'K'
            && at(start).lower().length() == 1; // 4K is no 4,000
    boolean code = (screen || touchesLatin(start)) && kind == Kind.COUNT;
    if (code || isListNumber(start)) {
      return Weight.OPTIONAL;
    }
    BigDecimal value = numeral.value();
    if (kind == Kind.SHARE || kind == Kind.POINTS) {
      return Weight.STRONG;
    }
    if (numeral.figures()) {
      return value.compareTo(BigDecimal.valueOf(3)) <= 0 ? Weight.WEAK : Weight.STRONG;
    }
    if (value.compareTo(BigDecimal.ONE) <= 0) {
      return Weight.OPTIONAL;
    }
    boolean dozen = at(start + 1).is("dozen");
    return value.compareTo(BigDecimal.TEN) <= 0 || dozen ? Weight.WEAK : Weight.STRONG;
  }

  /** Whether these figures number a paragraph or what it lists: "4. Take part", "(2) Pay". */
  private boolean isListNumber(int i) {
    boolean mark = at(i + 1).is(".") || at(i + 1).is(")");
    boolean opens = i == 0 || source.charAt(at(i).start() - 1) == '\n';
    boolean bracketed = at(i - 1).is("(") && at(i + 1).is(")");
    return at(i).isFigures() && at(i).lower().length() <= 2 && (mark && opens || bracketed);
  }

  /** Whether letters touch the figures, as in 5G, G20 or COVID-19. */
  private boolean touchesLatin(int i) {
    Token token = at(i);
    if (!token.isFigures()) {
      return false;
    }
    Token next = at(i + 1);
    Token previous = at(i - 1);
    boolean letterAfter =
        next.start() == token.end()
            && !next.lower().isEmpty()
            && Character.isLetter(next.lower().charAt(0))
            && !(UNITS.containsKey(next.lower()) && !isCode(next))
            && !EnglishWords.SCALES.containsKey(next.lower())
            && !SIGNS.contains(next.lower());
    boolean letterBefore =
        previous.end() == token.start()
            && !previous.lower().isEmpty()
            && Character.isLetter(previous.lower().charAt(0))
            && !BEFORE_FIGURES.contains(previous.lower());
    boolean hyphenBefore =
        previous.is("-")
            && previous.end() == token.start()
            && at(i - 2).end() == previous.start()
            && !at(i - 2).lower().isEmpty()
            && Character.isLetter(at(i - 2).lower().charAt(0))
            && !EnglishWords.SMALL.containsKey(at(i - 2).lower());
    return letterAfter || letterBefore || hyphenBefore;
  }

  /** Whether this is the letter of 5G, which is no gram. */
  private boolean isCode(Token token) {
    return token.is("g") && source.charAt(token.start()) == 'G';
  }

  /** What the words right before a token make of the number there. */
  private Hedge before(int start) {
    Map.Entry<String, Hedge> said = said(start);
    return said == null ? Hedge.EXACT : said.getValue();
  }

  private Map.@Nullable Entry<String, Hedge> said(int start) {
    int end = start;
    while (start - end < 3 && isBeforeFigures(end)) {
      end--;
    }
    if (!ENDS_BEFORE.contains(at(end - 1).lower())) {
      return null;
    }
    for (Map.Entry<String, Hedge> entry : BEFORE) {
      int length = entry.getKey().split(" ", -1).length;
      if (words.has(entry.getKey(), end - length)) {
        return entry;
      }
    }
    return null;
  }

  /** Whether the word before this place may stand between a hedge and its number. */
  private boolean isBeforeFigures(int end) {
    Token last = at(end - 1);
    if (last.is("minus") || last.is("-") && isApart(end - 1) && at(end).isFigures()) {
      return true;
    }
    boolean sign = "$¥￥€£".contains(at(end).lower()) && !at(end).lower().isEmpty();
    boolean code = last.lower().length() == 2 || last.end() == at(end).start();
    if (sign && code && CURRENCIES.contains(last.lower())) {
      return true;
    }
    boolean scale = last.is("force") || last.is("magnitude"); // gusts of about force 7
    return scale || BEFORE_FIGURES.contains(last.lower()) && !last.is("of");
  }

  /**
   * Whether the hedge before a number can be nothing else: "over three years" may be a time, "over
   * three hills" a way, "more than three years ago" a comparison, and a negation turns it round.
   */
  private boolean isSure(Numeral numeral, @Nullable Measure measure, int end) {
    int start = numeral.start();
    Map.Entry<String, Hedge> said = said(start);
    if (said == null || UNSURE.contains(said.getKey())) {
      return said == null;
    }
    int words = said.getKey().split(" ", -1).length;
    boolean ratio = said.getKey().equals("over") && at(start - words - 1).isFigures();
    if (at(start - 1).is("the") || isInName(start) || ratio) { // "180 over 110"
      return false; // "approaching the 31,000 of that year" compares
    }
    int from = start - said.getKey().split(" ", -1).length;
    if (said.getKey().equals("some") && isCapital(from)) {
      return false; // "Some 27 per cent of them", so as not to begin with figures
    }
    for (int i = from - 1; i >= from - NEGATION_REACH && !",.;:".contains(at(i).lower()); i--) {
      boolean kept = at(i).is("from") && at(i + 1).lower().endsWith("ing");
      if (kept || NEGATIVE.contains(at(i).lower())) {
        return false;
      }
    }
    boolean time = measure != null && measure.converts(Measure.DAYS);
    boolean compared =
        time
            && said.getKey().endsWith("than")
            && AGO.contains(at(end).lower())
            && !BEGUN.contains(at(from - 1).lower());
    boolean lasts = LASTING.contains(at(from - 1).lower());
    boolean place = Set.of("over", "under", "above").contains(said.getKey());
    boolean spatial =
        place
            && !numeral.figures()
            && (measure == null || measure.converts(Measure.METRES))
            && numeral.value().compareTo(BigDecimal.TEN) <= 0;
    boolean topic =
        (said.getKey().equals("about") || said.getKey().equals("around"))
            && !numeral.figures()
            && measure == null
            && numeral.value().compareTo(BigDecimal.TEN) <= 0;
    boolean phrasal =
        said.getKey().equals("over") && !time && PHRASAL.contains(at(from - 1).lower());
    if (phrasal || topic) {
      return false; // "took over 15 per cent", "a play about two officers"
    }
    return !compared
        && !spatial
        && (lasts
            || !(time
                && (said.getKey().equals("over")
                    || said.getKey().equals("around")
                    || said.getKey().equals("about"))));
  }

  /** Whether a number in words begins with a capital, though no sentence begins with it. */
  private boolean isInName(int i) {
    return i > 0
        && Character.isUpperCase(source.charAt(at(i).start()))
        && Character.isLetter(source.charAt(at(i - 1).end() - 1));
  }

  /** What the words before a share, or else those after it, make of it. */
  private Hedge around(int start, int end) {
    Hedge before = before(start);
    return before == Hedge.EXACT ? after(end, end) : before;
  }

  private Hedge after(int afterNumber, int afterUnit) {
    for (int i = afterNumber; i <= afterUnit + 2; i++) {
      String word = at(i).lower();
      boolean aside =
          word.equals(",") && (words.has("at least", i + 1) || words.has("or so", i + 1));
      if (",.;:()".contains(word) && !word.isEmpty() && !aside
          || at(i).isFigures() && i >= afterUnit) {
        break;
      }
      for (Map.Entry<String, Hedge> entry : AFTER) {
        boolean close =
            entry.getKey().length() > 4 || entry.getKey().startsWith("or ") || i <= afterNumber + 1;
        boolean sum = at(i).is("+") && isSum(i + 1); // 120 ml + 100 ml, 3+N
        boolean next =
            entry.getKey().startsWith("at ")
                && i > afterUnit
                && NO_NOUNS.contains(at(i - 1).lower());
        boolean free = close && !sum && !next && words.has(entry.getKey(), i);
        if (free && !isOfNext(entry.getKey(), i + 2)) {
          return entry.getValue();
        }
      }
    }
    return Hedge.EXACT;
  }

  private boolean isSum(int i) {
    boolean touches = at(i).start() == at(i - 1).end();
    return at(i).isFigures() || touches && Character.isLetter(source.charAt(at(i).start()));
  }

  /** Whether a hedge goes with what follows: "12,000 books and over sixty newspapers". */
  private boolean isOfNext(String hedge, int i) {
    boolean more = hedge.endsWith(" more");
    boolean joins = hedge.startsWith("and ");
    return more && at(i).is("than")
        || joins && !more && ARTICLES.contains(at(i).lower())
        || hedge.equals("and up")
            && (at(i).is("to") || at(i).is("by") || at(i).is("from") || at(i).isFigures())
        || hedge.equals("at least") && ARTICLES.contains(at(i).lower())
        || (joins || hedge.startsWith("at "))
            && (at(i).is("half") || words.read(i) != null && !(more && at(i).is("a")));
  }

  @Override
  Draft add(Kind kind, BigDecimal value, int from, int to) {
    return draft(kind, value, at(from).start(), at(Math.min(to, words.count()) - 1).end());
  }
}
