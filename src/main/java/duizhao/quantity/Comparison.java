package duizhao.quantity;

import duizhao.model.Hedge;
import duizhao.quantity.Quantity.Kind;
import duizhao.quantity.Quantity.Weight;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares the numbers of two editions of a text, paragraph by paragraph. */
public final class Comparison {

  /** Beyond this many pairs a paragraph is a table of figures and only equal ones are sought. */
  private static final int MAX_PAIRS = 250_000;

  /** What is wrong with a number or two. */
  public enum Fault {
    /** Both say a number here, and not the same. */
    DIFFERS,
    /** One says a number here, and the other says it nowhere. */
    MISSING,
    /** Both say the same number, and not equally exactly. */
    HEDGE
  }

  /** The numbers of one paragraph in both editions; empty lists where there is no paragraph. */
  public record Pair(List<Quantity> ours, List<Quantity> theirs) {
    public Pair {
      ours = List.copyOf(ours);
      theirs = List.copyOf(theirs);
    }
  }

  /**
   * A disagreement; one of its two numbers is null where it is missing.
   *
   * @param pair place of our paragraph in the list, from 0
   * @param other place of theirs: the one before or after where a sentence moved there
   */
  public record Difference(
      Fault fault, int pair, int other, @Nullable Quantity ours, @Nullable Quantity theirs) {

    /** How many times as much the one says as the other, when that is a power of ten; else 0. */
    public int powerOfTen() {
      return ours == null || theirs == null ? 0 : Comparison.powerOfTen(ours, theirs);
    }
  }

  private static final Pattern PER_CENT = Pattern.compile("[%‰％]|cent|百分|成");

  /** How far apart the two numbers of "6.4 births per 1,000 people" may stand. */
  private static final int RATE_GAP = 40;

  /** The decimals of a third, of which a per cent as it is printed has fewer. */
  private static final int ENDLESS = 10;

  /** How far apart the parts of "one hour and 20 minutes" may stand. */
  private static final int COMPOUND_GAP = 5;

  private static final Pattern PER_MILLE = Pattern.compile("‰|[千万]分之");
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal THREE = BigDecimal.valueOf(3);

  /** Yuan to the dollar since 1990. */
  private static final BigDecimal LEAST_RATE = BigDecimal.valueOf(4);

  private static final BigDecimal THIRTY_ONE = BigDecimal.valueOf(31);
  private static final BigDecimal MOST_RATE = BigDecimal.valueOf(9);

  private final List<Pair> pairs;
  private final List<Difference> found = new ArrayList<>();
  private final List<List<Quantity>> ours = new ArrayList<>();
  private final List<List<Quantity>> theirs = new ArrayList<>();
  private final Map<Kind, Set<BigDecimal>> allOurs = new HashMap<>();
  private final Map<Kind, Set<BigDecimal>> allTheirs = new HashMap<>();

  private Comparison(List<Pair> pairs) {
    this.pairs = pairs;
  }

  /**
   * Every disagreement, in the order of the paragraphs. A number that moved to the paragraph before
   * or after is not missing, nor is one that merely repeats what stands elsewhere in the text.
   *
   * @param pairs paragraph by paragraph; a title may be a pair of its own
   */
  public static List<Difference> of(List<Pair> pairs) {
    return new Comparison(pairs).compare();
  }

  private List<Difference> compare() {
    for (int n = 0; n < pairs.size(); n++) {
      Pair pair = pairs.get(n);
      ours.add(new ArrayList<>(pair.ours()));
      theirs.add(new ArrayList<>(pair.theirs()));
      pair.ours().forEach(q -> note(allOurs, q));
      pair.theirs().forEach(q -> note(allTheirs, q));
      match(n, n);
    }
    for (int n = 0; n < pairs.size(); n++) {
      Pair pair = pairs.get(n);
      dropConverted(ours.get(n), pair.theirs());
      dropConverted(theirs.get(n), pair.ours());
      theirs.get(n).removeIf(q -> q.measure() == Measure.DOLLARS && isExchanged(q, pair.ours()));
      differing(n);
      dropTwins(ours.get(n), pair.ours());
    }
    for (int n = 0; n + 1 < pairs.size(); n++) {
      match(n, n + 1);
      match(n + 1, n);
    }
    for (int n = 0; n < pairs.size(); n++) {
      int pair = n;
      ours.get(n).stream()
          .filter(q -> isMissing(q, pairs.get(pair).theirs(), allTheirs))
          .forEach(q -> found.add(new Difference(Fault.MISSING, pair, pair, q, null)));
      theirs.get(n).stream()
          .filter(q -> isMissing(q, pairs.get(pair).ours(), allOurs))
          .forEach(q -> found.add(new Difference(Fault.MISSING, pair, pair, null, q)));
    }
    found.sort(Comparator.comparingInt(Difference::pair));
    return List.copyOf(found);
  }

  private static void note(Map<Kind, Set<BigDecimal>> all, Quantity quantity) {
    if (!quantity.vague() && quantity.isNumber()) {
      all.computeIfAbsent(quantity.kind(), k -> new HashSet<>()).add(plain(quantity.low()));
    }
  }

  private static BigDecimal plain(BigDecimal number) {
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }

  // ---- what agrees ----

  /** Takes away what agrees between paragraph n of ours and paragraph m of theirs. */
  private void match(int n, int m) {
    List<Quantity> left = ours.get(n);
    List<Quantity> right = theirs.get(m);
    if (n == m) {
      rates(left, right);
      rates(right, left);
      exact(left, right);
      compounds(left, right, n, true);
      compounds(right, left, n, false);
    }
    if (left.isEmpty() || right.isEmpty() || (long) left.size() * right.size() > MAX_PAIRS) {
      return;
    }
    List<BiPredicate<Quantity, Quantity>> rules =
        List.of(
            (a, b) -> isOne(a, b) && direction(a.hedge()) == direction(b.hedge()),
            (a, b) -> isOne(a, b) && !hedgesAgree(a, b),
            (a, b) -> a.kind() == b.kind() && same(a, b) && hedgesAgree(a, b),
            (a, b) -> a.kind() == b.kind() && same(a, b),
            (a, b) ->
                looselySame(a, b)
                    && (isStrong(a) && isStrong(b)
                        || isNamed(a, b)
                        || !hasOwnKind(a, right) && !hasOwnKind(b, left)),
            Comparison::roundedAlike,
            (a, b) ->
                (a.kind() == b.kind() || isCounted(a) && isCounted(b))
                    && (a.vague() || b.vague())
                    && (overlap(a, b) || isJustOver(a, b) || isJustOver(b, a))
                    && n == m
                    && sizes(a, b),
            (a, b) -> n == m && (isAll(a, b) || isAll(b, a)),
            (a, b) -> n == m && isPeriod(a, b),
            (a, b) -> n == m && isDayOfWeek(a, b, left, right));
    for (BiPredicate<Quantity, Quantity> rule : rules) {
      // a small number beside a paragraph is no sign that a sentence moved there
      take(left, right, n, m, n == m ? rule : rule.and((a, b) -> isStrong(a) || isStrong(b)));
    }
    if (n == m) {
      take(left, right, n, m, (a, b) -> names(a, b, left) || names(b, a, right));
    }
  }

  /** Takes away 10万分之8.2 and 2.7‰ with the two numbers of "8.2 per 100,000" that answer them. */
  private static void rates(List<Quantity> shares, List<Quantity> counts) {
    Set<Quantity> gone = new HashSet<>();
    for (Quantity share : shares) {
      if (share.kind() != Kind.SHARE || share.vague() || !PER_MILLE.matcher(share.words()).find()) {
        continue;
      }
      for (int i = 1; i < counts.size() && !gone.contains(share); i++) {
        Quantity whole = counts.get(i);
        Quantity part = counts.get(i - 1);
        if (isRound(whole)
            && part.kind() == Kind.COUNT
            && !gone.contains(part)
            && part.end() + RATE_GAP > whole.start()
            && near(share.low().multiply(whole.low()), part.low().abs(), "0.0001")) {
          gone.addAll(List.of(share, part, whole));
        }
      }
    }
    shares.removeIf(gone::contains);
    counts.removeIf(gone::contains);
  }

  /** Takes away 1小时20分 with the "80 minutes" that answers it. */
  private void compounds(List<Quantity> parts, List<Quantity> wholes, int n, boolean mine) {
    for (int i = 1; i < parts.size(); i++) {
      Quantity first = parts.get(i - 1);
      Quantity rest = parts.get(i);
      if (!isCompound(first, rest)) {
        continue;
      }
      BigDecimal sum = base(first).add(base(rest));
      for (Quantity whole : wholes) {
        Measure measure = whole.measure();
        boolean bare = measure == null && plain(whole.low()).scale() > 0; // "to three and a half"
        Measure unit = bare ? first.measure() : measure;
        if (whole.kind() == Kind.COUNT
            && !whole.vague()
            && unit != null
            && unit.converts(Measure.DAYS)
            && near(unit.base(whole.low()), sum, "0.001")) {
          parts.subList(i - 1, i + 1).clear();
          wholes.remove(whole);
          i--;
          Quantity said = first.hedge() == Hedge.EXACT ? rest : first;
          if (!hedgesAgree(said, whole)) {
            found.add(new Difference(Fault.HEDGE, n, n, mine ? said : whole, mine ? whole : said));
          }
          break;
        }
      }
    }
  }

  /** Whether two numbers are one time, in a large unit and a small one right after it. */
  private static boolean isCompound(Quantity first, Quantity rest) {
    return isTime(first)
        && isTime(rest)
        && !first.vague()
        && !rest.vague()
        && rest.start() >= first.end()
        && rest.start() - first.end() <= COMPOUND_GAP
        && base(rest).compareTo(Objects.requireNonNull(first.measure()).base(BigDecimal.ONE)) < 0;
  }

  private static BigDecimal base(Quantity time) {
    return Objects.requireNonNull(time.measure()).base(time.low());
  }

  /** Whether this is a thousand, ten thousand and so on, of which something may be so many. */
  private static boolean isRound(Quantity quantity) {
    return quantity.kind() == Kind.COUNT
        && quantity.low().compareTo(THOUSAND) >= 0
        && plain(quantity.low()).precision() == 1
        && plain(quantity.low()).unscaledValue().equals(BigInteger.ONE);
  }

  /** A first pass in linear time over what is simply equal. */
  private static void exact(List<Quantity> left, List<Quantity> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return;
    }
    Map<Value, List<Quantity>> byValue = new HashMap<>();
    for (Quantity quantity : right) {
      byValue.computeIfAbsent(Value.of(quantity), k -> new ArrayList<>()).add(quantity);
    }
    List<Quantity> kept = new ArrayList<>();
    Set<Quantity> gone = new HashSet<>();
    for (Quantity quantity : left) {
      List<Quantity> equal = byValue.getOrDefault(Value.of(quantity), List.of());
      if (equal.isEmpty()) {
        kept.add(quantity);
      } else {
        gone.add(equal.remove(0));
      }
    }
    left.clear();
    left.addAll(kept);
    right.removeIf(gone::contains);
  }

  /** What makes numbers equal, wherever they stand. */
  private record Value(
      Kind kind, BigDecimal low, BigDecimal high, Hedge hedge, @Nullable Measure measure) {

    static Value of(Quantity q) {
      return new Value(q.kind(), plain(q.low()), plain(q.high()), q.hedge(), q.measure());
    }
  }

  private void take(
      List<Quantity> left,
      List<Quantity> right,
      int n,
      int m,
      BiPredicate<Quantity, Quantity> rule) {
    for (int i = 0; i < left.size(); i++) {
      Quantity mine = left.get(i);
      Quantity best = null;
      for (Quantity yours : right) {
        if (rule.test(mine, yours)
            && (best == null || yours.weight().compareTo(best.weight()) > 0)) {
          best = yours;
        }
      }
      if (best != null) {
        left.remove(i--);
        right.remove(best);
        if (!hedgesAgree(mine, best) && !roundedAlike(mine, best)) {
          found.add(new Difference(Fault.HEDGE, n, m, mine, best));
        }
      }
    }
  }

  /**
   * Whether one is 今年 or the like and the other the year it may be; not while beside 今年 another
   * year is left over, of which that year is likelier to be a slip.
   */
  private static boolean names(Quantity word, Quantity date, List<Quantity> beside) {
    return isDate(word)
        && word.vague()
        && word.kind() == date.kind()
        && overlap(word, date)
        && beside.stream().noneMatch(other -> other.kind() == word.kind() && !other.vague());
  }

  private static boolean isDate(Quantity quantity) {
    return switch (quantity.kind()) {
      case YEAR, MONTH, DAY -> true;
      default -> false;
    };
  }

  /** Whether this may be "hundreds of times", which is read as a count. */
  private static boolean isCounted(Quantity quantity) {
    return quantity.kind() == Kind.MULTIPLE || quantity.kind() == Kind.COUNT;
  }

  /** Whether one is 前三季度 and the other "nine months" or the September at their end. */
  private static boolean isPeriod(Quantity a, Quantity b) {
    return endsPeriod(b, a) || endsPeriod(a, b) || isQuarter(a, b) || isQuarter(b, a);
  }

  private static boolean endsPeriod(Quantity end, Quantity period) {
    return period.kind() == Kind.PERIOD
        && (end.kind() == Kind.MONTH || isMonths(end))
        && end.low().compareTo(period.low()) == 0;
  }

  private static boolean isMonths(Quantity quantity) {
    return quantity.kind() == Kind.COUNT && quantity.measure() == Measure.MONTHS;
  }

  /** Whether one is 三季度 and the other "three months", or the month or the months at its end. */
  private static boolean isQuarter(Quantity quarter, Quantity other) {
    if (quarter.kind() != Kind.QUARTER) {
      return false;
    }
    BigDecimal end = quarter.low().multiply(THREE);
    boolean months = isMonths(other) || other.kind() == Kind.PERIOD;
    boolean over = quarter.also() != null;
    return isMonths(other) && other.low().compareTo(THREE) == 0
        || (other.kind() == Kind.MONTH || over && months) && other.low().compareTo(end) == 0;
  }

  /** Whether a day of the month stands in the one edition and only a weekday in the other. */
  private static boolean isDayOfWeek(
      Quantity a, Quantity b, List<Quantity> left, List<Quantity> right) {
    return EnumSet.of(a.kind(), b.kind()).equals(EnumSet.of(Kind.DAY, Kind.WEEKDAY))
        && !hasOwnKind(a, right)
        && !hasOwnKind(b, left);
  }

  private static boolean sizes(Quantity a, Quantity b) {
    return !isDate(a) && measuresAgree(a, b);
  }

  private static boolean overlap(Quantity a, Quantity b) {
    return a.low().compareTo(b.high()) <= 0 && b.low().compareTo(a.high()) <= 0;
  }

  /** Whether one is 十几 and the other "more than ten" or "ten or so", or 三十几 and "over thirty". */
  private static boolean isJustOver(Quantity vague, Quantity number) {
    BigDecimal gap = vague.low().subtract(number.low().abs()); // 零下十几度
    BigDecimal room = vague.high().subtract(vague.low()).divide(TWO.multiply(TWO));
    return !number.vague()
        && direction(number.hedge()) > 0
        && gap.signum() > 0
        && vague.high().compareTo(number.low().abs().multiply(TWO)) < 0
        && gap.compareTo(room) <= 0;
  }

  /** Whether one is "all" and the other 100%, or one "none" and the other 0 or "none left out". */
  private static boolean isAll(Quantity word, Quantity number) {
    boolean whole = number.kind() == Kind.SHARE && number.low().compareTo(BigDecimal.ONE) == 0;
    if (word.kind() == Kind.WHOLE && whole) {
      return true;
    }
    return word.kind() == Kind.WHOLE
        && (number.kind() == Kind.SHARE || number.kind() == Kind.COUNT && word.low().signum() == 0)
        && !number.vague()
        && word.low().compareTo(number.low()) == 0;
  }

  private static boolean measuresAgree(Quantity a, Quantity b) {
    return a.measure() == null || b.measure() == null || a.measure() == b.measure();
  }

  /** The same value, in the same unit or in one that converts. */
  private static boolean same(Quantity a, Quantity b) {
    if (a.vague() || b.vague()) {
      return a.low().compareTo(b.low()) == 0 && a.high().compareTo(b.high()) == 0;
    }
    Measure mine = a.measure();
    Measure yours = b.measure();
    if (mine != null && yours != null && mine != yours) {
      boolean weeks = mine == Measure.WEEKS && yours == Measure.MONTHS;
      weeks |= mine == Measure.MONTHS && yours == Measure.WEEKS; // 一个半月 is "six weeks"
      String room = weeks ? "0.08" : "0.02";
      return mine.converts(yours) && near(mine.base(a.low()), yours.base(b.low()), room);
    }
    if (a.kind() == Kind.SHARE) {
      return near(a.low(), b.low(), "0.0001") || isCut(a, b) || isCut(b, a) || also(a, b);
    }
    return a.low().compareTo(b.low()) == 0 || also(a, b);
  }

  /** Whether one is a third or the like, and the other the per cent that it rounds to. */
  private static boolean isCut(Quantity fraction, Quantity percent) {
    int places = percent.low().scale();
    return fraction.low().scale() > places
        && fraction.low().scale() > ENDLESS
        && places >= 2
        && fraction.low().setScale(places, RoundingMode.HALF_UP).compareTo(percent.low()) == 0;
  }

  private static boolean isOne(Quantity a, Quantity b) {
    return a.kind() == Kind.COUNT
        && b.kind() == Kind.COUNT
        && a.low().compareTo(BigDecimal.ONE) == 0
        && same(a, b);
  }

  private static boolean also(Quantity a, Quantity b) {
    if (a.kind() == Kind.QUARTER) {
      return false; // in months
    }
    boolean growth = a.kind() == Kind.SHARE && a.low().max(b.low()).compareTo(BigDecimal.ONE) >= 0;
    BigDecimal mine = growth ? null : a.also();
    BigDecimal yours = growth ? null : b.also();
    return mine != null && mine.compareTo(b.low()) == 0
        || yours != null && yours.compareTo(a.low()) == 0
        || a.kind() == Kind.CLOCK && mine != null && yours != null && mine.compareTo(yours) == 0;
  }

  private static boolean near(BigDecimal a, BigDecimal b, String part) {
    BigDecimal room = a.abs().max(b.abs()).multiply(new BigDecimal(part));
    return a.subtract(b).abs().compareTo(room) <= 0;
  }

  /** Whether a number of the same kind is left, which is likelier to answer this one. */
  private static boolean hasOwnKind(Quantity quantity, List<Quantity> others) {
    return others.stream()
        .anyMatch(o -> o.kind() == quantity.kind() && o.weight() != Weight.OPTIONAL);
  }

  /** The same in other words: 3倍 and "three times", 1.5倍 more and "by 150 per cent". */
  private static boolean looselySame(Quantity a, Quantity b) {
    if (a.kind() == b.kind() || a.vague() || b.vague() || !a.isNumber() || !b.isNumber()) {
      return false;
    }
    Set<Kind> kinds = EnumSet.of(a.kind(), b.kind());
    if (kinds.equals(Set.of(Kind.SHARE, Kind.MULTIPLE))) {
      Quantity share = a.kind() == Kind.SHARE ? a : b;
      Quantity multiple = a.kind() == Kind.SHARE ? b : a;
      BigDecimal more = multiple.low().subtract(BigDecimal.ONE);
      boolean grown = share.also() != null && share.low().compareTo(BigDecimal.ONE) >= 0;
      return near(share.low(), more, "0.0001")
          || !grown && near(share.low(), multiple.low(), "0.0001")
          || multiple.low().signum() > 0
              && near(
                  share.low(),
                  BigDecimal.ONE.divide(multiple.low(), MathContext.DECIMAL64),
                  "0.0001");
    }
    if (kinds.equals(Set.of(Kind.SHARE, Kind.POINTS))) {
      Quantity share = a.kind() == Kind.SHARE ? a : b;
      Quantity points = a.kind() == Kind.SHARE ? b : a;
      BigDecimal compared = share.also(); // 多了一成
      return compared != null && compared.compareTo(points.low()) == 0;
    }
    if (kinds.equals(Set.of(Kind.SHARE, Kind.COUNT))) {
      Quantity count = a.kind() == Kind.COUNT ? a : b;
      Quantity share = a.kind() == Kind.COUNT ? b : a;
      return count.also() != null && share.low().compareTo(count.also()) == 0;
    }
    if (kinds.contains(Kind.SHARE) || kinds.contains(Kind.POINTS) && !kinds.contains(Kind.COUNT)) {
      return false;
    }
    if (kinds.equals(Set.of(Kind.MULTIPLE, Kind.COUNT))) {
      Quantity count = a.kind() == Kind.COUNT ? a : b;
      Quantity multiple = a.kind() == Kind.COUNT ? b : a;
      boolean less =
          count.words().endsWith("times")
              && multiple.low().subtract(BigDecimal.ONE).compareTo(count.low()) == 0;
      return less || multiple.low().compareTo(count.low()) == 0 || also(multiple, count);
    }
    Quantity pointed = a.kind() == Kind.POINTS ? a : b;
    boolean marks = pointed.words().endsWith("points") && !PER_CENT.matcher(pointed.words()).find();
    boolean points = kinds.contains(Kind.POINTS) && !marks || kinds.contains(Kind.WEEKDAY);
    if (kinds.equals(Set.of(Kind.CLOCK, Kind.COUNT))) {
      return a.kind() == Kind.CLOCK ? isHour(a, b) : isHour(b, a);
    }
    return !points && a.low().compareTo(b.low()) == 0;
  }

  /** Whether a small number may be the hour of a clock time: 8点 is "until eight". */
  private static boolean isHour(Quantity clock, Quantity count) {
    int minutes = clock.low().intValue();
    BigDecimal pointed = BigDecimal.valueOf(minutes / 60 * 100L + minutes % 60).movePointLeft(2);
    if (count.low().scale() == 2 && count.low().compareTo(pointed) == 0) {
      return true; // "at 8.10"
    }
    boolean small = count.measure() == null && count.low().compareTo(BigDecimal.TEN.add(TWO)) <= 0;
    return small
        && minutes % 60 == 0
        && count.low().compareTo(BigDecimal.valueOf((minutes / 60 + 11) % 12 + 1)) == 0;
  }

  /** 16.89万 and "nearly 170,000": rounded, and saying so rightly. */
  private static boolean roundedAlike(Quantity a, Quantity b) {
    if (a.kind() != b.kind()
        || !isMeasured(a)
        || a.vague()
        || b.vague()
        || !measuresAgree(a, b)
        || a.hedge() == b.hedge()) {
      return false;
    }
    return rounds(a, b) || rounds(b, a) || isNearFraction(a, b) || isNearFraction(b, a);
  }

  /** Whether one is a fraction in words that tenths round to: 约三成 is "nearly a third". */
  private static boolean isNearFraction(Quantity rough, Quantity fine) {
    int side = fine.low().compareTo(rough.low());
    return rough.kind() == Kind.SHARE
        && rough.sure()
        && !PER_CENT.matcher(rough.words()).find()
        && PER_CENT.matcher(fine.words()).find()
        && near(rough.low(), fine.low(), "0.11")
        && side == (direction(rough.hedge()) == -1 ? -1 : 1)
        && Math.abs(direction(rough.hedge())) == 1;
  }

  /** Whether one number is what the other rounds to, and its hedge points back the right way. */
  private static boolean rounds(Quantity rough, Quantity fine) {
    if (rough.hedge() == Hedge.EXACT
        || !rough.sure()
        || rough.low().precision() - trailing(rough.low())
            >= fine.low().precision() - trailing(fine.low())
        || !near(rough.low(), fine.low(), "0.1")) {
      return false;
    }
    int side = fine.low().compareTo(rough.low());
    return switch (rough.hedge()) {
      case OVER, AT_LEAST -> side > 0;
      case NEARLY, UP_TO -> side < 0;
      default -> side != 0 && near(rough.low(), fine.low(), "0.05");
    };
  }

  private static int trailing(BigDecimal number) {
    return number.precision() - plain(number).precision();
  }

  /** Whether both are equally exact, or nearly enough; what is unsure never disagrees. */
  private static boolean hedgesAgree(Quantity a, Quantity b) {
    int mine = direction(a.hedge());
    int yours = direction(b.hedge());
    boolean compared =
        !a.vague()
                && !b.vague()
                && a.low().compareTo(BigDecimal.ONE) != 0
                && isMeasured(a)
                && isMeasured(b)
            || a.kind() == Kind.SHARE;
    if (a.sure() && b.sure() && mine * yours == -1 && (isOne(a, b) || isTime(a) && isTime(b))) {
      return false; // 不少于一次 is not "no more than one", though one is often no number at all
    }
    if (isTime(a) && isTime(b) && (isNever(a, b) || isNever(b, a))) {
      return false;
    }
    if (!compared
        || mine == yours
        || a.weight() == Weight.OPTIONAL
        || b.weight() == Weight.OPTIONAL) {
      return true;
    }
    if (mine == 0 || yours == 0) {
      return !(mine == 0 ? b : a).sure();
    }
    if (a.low().signum() < 0) {
      return true; // "below minus 30" is 零下30多度
    }
    if (mine == 2 && yours != 2) {
      return !a.sure() || !b.sure(); // 约 is not "more than", though 余 may be "about"
    }
    return yours == 2 || mayBeExact(a) || mayBeExact(b);
  }

  private static boolean isTime(Quantity quantity) {
    Measure measure = quantity.measure();
    return quantity.kind() == Kind.COUNT && measure != null && measure.converts(Measure.DAYS);
  }

  /** Whether one is 近两年, which may be the last two years, and the other more than two years. */
  private static boolean isNever(Quantity recent, Quantity more) {
    return recent.hedge() == Hedge.NEARLY
        && more.hedge() == Hedge.OVER
        && more.sure()
        && recent.weight() != Weight.OPTIONAL
        && more.weight() != Weight.OPTIONAL;
  }

  /** Whether a number may be more or less than said, which a date or place in a row may not. */
  private static boolean isMeasured(Quantity quantity) {
    return switch (quantity.kind()) {
      case COUNT, SHARE, POINTS, MULTIPLE -> true;
      default -> false;
    };
  }

  /** Whether the hedge may be none: 三年内 may be "in three years", but never "over" them. */
  private static boolean mayBeExact(Quantity quantity) {
    return !quantity.sure() && quantity.hedge() != Hedge.UP_TO;
  }

  /** 0 exact, 1 more than said, -1 less, 2 either. */
  private static int direction(Hedge hedge) {
    return switch (hedge) {
      case EXACT -> 0;
      case OVER, AT_LEAST -> 1;
      case NEARLY, UP_TO -> -1;
      case ABOUT -> 2;
    };
  }

  // ---- what does not ----

  /** Takes away what says again, in another unit, what the other edition says once. */
  private static void dropConverted(List<Quantity> left, List<Quantity> beside) {
    left.removeIf(quantity -> beside.stream().anyMatch(other -> isConverted(quantity, other)));
  }

  /** Takes away the other end of 五六百 where "about 500" answers one. */
  private static void dropTwins(List<Quantity> left, List<Quantity> all) {
    Map<Integer, Integer> open = new HashMap<>();
    all.forEach(quantity -> open.merge(quantity.start(), 1, Integer::sum));
    left.forEach(quantity -> open.merge(quantity.start(), -2, Integer::sum));
    left.removeIf(quantity -> open.getOrDefault(quantity.start(), 0) == 0);
  }

  /** Pairs what is left in one paragraph: the likeliest slips of each other first. */
  private void differing(int n) {
    List<Quantity> left = ours.get(n);
    List<Quantity> right = theirs.get(n);
    if ((long) left.size() * right.size() > MAX_PAIRS) {
      return;
    }
    for (int likeness = 4; likeness >= 1; likeness--) {
      for (int i = 0; i < left.size(); i++) {
        Quantity mine = left.get(i);
        Quantity best = null;
        for (Quantity yours : right) {
          if (likeness(mine, yours) == likeness
              && isSlip(mine, yours, likeness)
              && !(moved(mine, n, theirs) && moved(yours, n, ours))
              && (best == null
                  || Math.abs(place(yours, n, false) - place(mine, n, true))
                      < Math.abs(place(best, n, false) - place(mine, n, true)))) {
            best = yours;
          }
        }
        if (best != null) {
          left.remove(i--);
          right.remove(best);
          found.add(new Difference(Fault.DIFFERS, n, n, mine, best));
        }
      }
    }
  }

  /** Whether an equal number is left over in the other edition, a paragraph before or after. */
  private static boolean moved(Quantity quantity, int n, List<List<Quantity>> others) {
    return Stream.of(n - 1, n + 1)
        .filter(m -> m >= 0 && m < others.size())
        .flatMap(m -> others.get(m).stream())
        .anyMatch(other -> other.kind() == quantity.kind() && same(quantity, other));
  }

  /** Where in its paragraph a number stands, from 0 to 1. */
  private double place(Quantity quantity, int n, boolean mine) {
    List<Quantity> all = mine ? pairs.get(n).ours() : pairs.get(n).theirs();
    int length = all.isEmpty() ? 1 : Math.max(1, all.get(all.size() - 1).end());
    return (double) quantity.start() / length;
  }

  /**
   * How likely one is the other with a slip: 4 the same figures, 3 the same kind and unit, 2 the
   * same kind, 1 kinds that may stand for each other, 0 unlike.
   */
  private static int likeness(Quantity a, Quantity b) {
    if (a.vague() != b.vague()
        && (a.kind() == Kind.YEAR || a.kind() == Kind.DAY || a.kind() == Kind.MONTH)) {
      return 0;
    }
    boolean kinds = a.kind() == b.kind();
    boolean digits = plain(percent(a)).unscaledValue().equals(plain(percent(b)).unscaledValue());
    if (kinds && digits && a.kind() != Kind.YEAR) {
      return 4;
    }
    boolean shares = isShare(a) && isShare(b);
    boolean rates = isShare(a) || isShare(b);
    if (!kinds
        && (shares || rates && (isBare(a, b) || isBare(b, a)))
        && percent(a).compareTo(percent(b)) == 0) {
      return 4;
    }
    if (EnumSet.of(Kind.YEAR, Kind.DECADE).equals(EnumSet.of(a.kind(), b.kind()))) {
      return 3;
    }
    if (kinds) {
      return unitLikeness(a, b);
    }
    if (EnumSet.of(a.kind(), b.kind()).equals(EnumSet.of(Kind.DAY, Kind.ORDINAL))) {
      return a.weight() == b.weight() && a.low().max(b.low()).compareTo(THIRTY_ONE) <= 0 ? 2 : 0;
    }
    if (isPartOfYear(a) && isPartOfYear(b)) {
      return 3;
    }
    if (isPartOfYear(a) || isPartOfYear(b)) {
      Quantity end = isPartOfYear(a) ? b : a;
      boolean month = end.kind() == Kind.MONTH && end.low().compareTo(BigDecimal.ONE) > 0;
      return month || end.kind() == Kind.COUNT && end.measure() == Measure.MONTHS ? 2 : 0;
    }
    boolean parts = shares && a.kind() != Kind.MULTIPLE && b.kind() != Kind.MULTIPLE;
    return parts || isNamed(a, b) ? 1 : 0;
  }

  private static boolean isPartOfYear(Quantity quantity) {
    return quantity.kind() == Kind.PERIOD || quantity.kind() == Kind.QUARTER;
  }

  /** Whether this is "a month" or the like, which is a number only beside another time. */
  private static boolean isArticle(Quantity quantity) {
    return quantity.low().compareTo(BigDecimal.ONE) == 0 && !inFigures(quantity);
  }

  private static int unitLikeness(Quantity a, Quantity b) {
    Measure mine = a.measure();
    Measure yours = b.measure();
    if (a.kind() != Kind.COUNT || mine != null && mine == yours) {
      return 3;
    }
    boolean apart = mine != null && yours != null && !mine.converts(yours);
    boolean article = isArticle(a) || isArticle(b);
    return apart ? 1 : article && (mine == null || yours == null) ? 0 : 2;
  }

  /** Whether one is a number and the other the same per cent. */
  private static boolean isBare(Quantity number, Quantity rate) {
    boolean fraction = rate.kind() == Kind.SHARE && !PER_CENT.matcher(rate.words()).find();
    return number.kind() == Kind.COUNT && !fraction;
  }

  private static boolean isShare(Quantity q) {
    return q.kind() == Kind.SHARE || q.kind() == Kind.POINTS || q.kind() == Kind.MULTIPLE;
  }

  private static BigDecimal percent(Quantity q) {
    return q.kind() == Kind.SHARE ? q.low().movePointRight(2) : q.low();
  }

  /** Whether two numbers are worth telling: small ones may both be mere ways of putting things. */
  private boolean isSlip(Quantity mine, Quantity yours, int likeness) {
    if (mine.weight() == Weight.OPTIONAL && yours.weight() == Weight.OPTIONAL) {
      return false;
    }
    boolean optional = mine.weight() == Weight.OPTIONAL || yours.weight() == Weight.OPTIONAL;
    boolean strong = mine.weight() == Weight.STRONG || yours.weight() == Weight.STRONG;
    if (optional) {
      return strong && likeness == 4 && !repeats(yours, allOurs) && !repeats(mine, allTheirs);
    }
    return likeness >= 3
        || likeness == 2 && (strong || inFigures(mine) || inFigures(yours))
        || !repeats(yours, allOurs)
        || !repeats(mine, allTheirs);
  }

  private static boolean inFigures(Quantity quantity) {
    return quantity.words().chars().anyMatch(Character::isDigit);
  }

  /** Whether both are figures, one of them in a name: "the No 1 bus" for 1路车. */
  private static boolean isNamed(Quantity a, Quantity b) {
    return inFigures(a)
        && inFigures(b)
        && EnumSet.of(a.kind(), b.kind()).equals(EnumSet.of(Kind.COUNT, Kind.ORDINAL));
  }

  private static boolean isStrong(Quantity quantity) {
    return quantity.weight() == Weight.STRONG;
  }

  private static boolean repeats(Quantity quantity, Map<Kind, Set<BigDecimal>> all) {
    return all.getOrDefault(quantity.kind(), Set.of()).contains(plain(quantity.low()));
  }

  private static boolean isMissing(
      Quantity quantity, List<Quantity> beside, Map<Kind, Set<BigDecimal>> elsewhere) {
    if (quantity.weight() != Weight.STRONG || repeats(quantity, elsewhere)) {
      return false;
    }
    boolean saidOtherwise =
        elsewhere.entrySet().stream()
            .filter(e -> e.getKey() != Kind.SHARE)
            .anyMatch(
                e -> quantity.kind() != Kind.SHARE && e.getValue().contains(plain(quantity.low())));
    return !saidOtherwise && beside.stream().noneMatch(other -> roundedAlike(quantity, other));
  }

  /** Whether this says in hectares what the other edition says in mu alone. */
  private static boolean isConverted(Quantity quantity, Quantity other) {
    return quantity.kind() == other.kind()
        && quantity.measure() != null
        && quantity.measure() != other.measure()
        && other.measure() != null
        && same(quantity, other);
  }

  /** Whether dollars may be what yuan come to, where the other edition says yuan alone. */
  private static boolean isExchanged(Quantity dollars, List<Quantity> beside) {
    return beside.stream().noneMatch(other -> other.measure() == Measure.DOLLARS)
        && beside.stream()
            .filter(other -> other.measure() == Measure.YUAN)
            .map(other -> other.low().divide(dollars.low(), MathContext.DECIMAL64))
            .anyMatch(rate -> rate.compareTo(LEAST_RATE) >= 0 && rate.compareTo(MOST_RATE) <= 0);
  }

  static int powerOfTen(Quantity a, Quantity b) {
    if (a.kind() != b.kind()
        || a.vague()
        || b.vague()
        || a.low().signum() <= 0
        || b.low().signum() <= 0) {
      return 0;
    }
    BigDecimal mine = plain(a.low());
    BigDecimal yours = plain(b.low());
    return mine.unscaledValue().equals(yours.unscaledValue()) ? mine.scale() - yours.scale() : 0;
  }
}
