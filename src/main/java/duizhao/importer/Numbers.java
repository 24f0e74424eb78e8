package duizhao.importer;

import duizhao.model.Language;
import duizhao.model.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numbers with units: {@code 3400多万元} is over 34000000 CNY. */
final class Numbers {

  /**
   * A number that a report states.
   *
   * @param value plain, in units
   * @param unit id of a unit of the archive
   * @param hedge as report.yaml has it; null where exact
   * @param stated the characters that state it
   * @param around what stands before it, for whoever has to say what it counts
   */
  record Found(String value, String unit, @Nullable String hedge, String stated, String around) {}

  private static final Pattern NUMBER =
      Pattern.compile("(近|约|超过|超|逾)?(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?(余|多)?(万|亿|千|百)?(余|多)?");

  private final Map<String, String> units = new LinkedHashMap<>();

  Numbers(Collection<Unit> known, Language language) {
    List<Unit> byLength = new ArrayList<>(known);
    byLength.sort(
        Comparator.comparingInt((Unit u) -> u.label().preferring(language).length()).reversed());
    for (Unit unit : byLength) {
      units.put(unit.label().preferring(language), unit.id());
      if (unit.id().equals("people")) {
        units.put("名", unit.id());
      }
    }
  }

  /** At most 40 of them, in the order of the text. */
  List<Found> find(String text) {
    List<Found> found = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find() && found.size() < 40) {
      int end = matcher.end();
      String label = null;
      for (String unit : units.keySet()) {
        if (text.startsWith(unit, end)) {
          label = unit;
          break;
        }
      }
      if (label == null || label.equals("年") || matcher.group(2).length() > 15) {
        continue;
      }
      BigDecimal value =
          new BigDecimal(
              matcher.group(2).replace(",", "")
                  + (matcher.group(3) == null ? "" : matcher.group(3)));
      value = value.scaleByPowerOfTen(power(matcher.group(5)));
      found.add(
          new Found(
              value.stripTrailingZeros().toPlainString(),
              units.getOrDefault(label, ""),
              hedge(matcher),
              matcher.group() + label,
              text.substring(Math.max(0, matcher.start() - 12), matcher.start())
                  .replaceFirst("(?s).*[，,。；;“]", "")));
    }
    return found;
  }

  private static int power(@Nullable String character) {
    return character == null
        ? 0
        : switch (character) {
          case "亿" -> 8;
          case "万" -> 4;
          case "千" -> 3;
          default -> 2;
        };
  }

  private static @Nullable String hedge(Matcher matcher) {
    String before = matcher.group(1);
    if (matcher.group(4) != null || matcher.group(6) != null) {
      return "over";
    }
    if (before == null) {
      return null;
    }
    return before.equals("近") ? "nearly" : before.equals("约") ? "about" : "over";
  }
}
