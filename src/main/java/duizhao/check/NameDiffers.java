package duizhao.check;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import duizhao.model.Archive;
import duizhao.model.Byline;
import duizhao.model.Edition;
import duizhao.model.Language;
import duizhao.model.LocalizedText;
import duizhao.model.Person;
import duizhao.model.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One person has one spelling: the same Chinese name is spelt alike in English everywhere, and in
 * one report no two Chinese names are. (In several reports they may be: 张伟 and 章伟 are both Zhang
 * Wei.) A name in a text that only a letter sets apart from one of the report's is a slip of it.
 * Pseudonyms are left out.
 */
final class NameDiffers implements Rule {

  /**
   * Two words with capitals, as a Chinese name is spelt; each pair of words in a row is looked at.
   */
  private static final Pattern NAME =
      Pattern.compile("\\b(?=([A-Z][a-zü]+ [A-Z][a-zü]*(?:[’'-][a-zü]{2,9})?)\\b)");

  /** Shorter given names have one syllable, and may be another's. */
  private static final int SHORTEST_GIVEN = 5;

  private record Named(String chinese, String english, Location at) {}

  @Override
  public void check(Archive archive, Diagnostics diagnostics) {
    Language chinese = Languages.find(archive, "zh");
    Language english = Languages.find(archive, "en");
    if (chinese == null || english == null) {
      return;
    }
    List<Named> all = new ArrayList<>();
    for (Report report : ArchiveChecker.all(archive).toList()) {
      List<Named> names = names(report, chinese, english);
      all.addAll(names);
      Map<String, Named> byEnglish = new HashMap<>();
      for (Named named : names) {
        Named first = byEnglish.putIfAbsent(named.english(), named);
        if (first != null && !first.chinese().equals(named.chinese())) {
          tell(
              named.at(),
              "\""
                  + named.chinese()
                  + "\" and \""
                  + first.chinese()
                  + "\" are both \""
                  + named.english()
                  + "\" in English",
              first,
              diagnostics);
        }
      }
    }
    Set<String> known = all.stream().map(Named::english).collect(Collectors.toSet());
    for (Report report : ArchiveChecker.all(archive).toList()) {
      List<Named> names = names(report, chinese, english);
      Edition edition = report.in(english);
      if (edition != null && !names.isEmpty()) {
        edition.body().blocks().forEach(b -> slips(b.text(), b::place, names, known, diagnostics));
      }
      for (Words words : names.isEmpty() ? List.<Words>of() : Words.of(report)) {
        slips(
            words.in(english),
            (start, end) -> words.place(english, start, end),
            names,
            known,
            diagnostics);
      }
    }
    all.sort(Comparator.comparing(Named::at));
    Map<String, Named> byChinese = new HashMap<>();
    for (Named named : all) {
      Named first = byChinese.putIfAbsent(named.chinese(), named);
      if (first != null && !first.english().equals(named.english())) {
        tell(
            named.at(),
            "\""
                + named.chinese()
                + "\" is \""
                + named.english()
                + "\" here and \""
                + first.english()
                + "\" elsewhere",
            first,
            diagnostics);
      }
    }
  }

  /** Tells names in a text that one letter sets apart from a name of the report. */
  private static void slips(
      String text,
      BiFunction<Integer, Integer, Location> place,
      List<Named> names,
      Set<String> known,
      Diagnostics diagnostics) {
    Matcher found = NAME.matcher(text);
    while (found.find()) {
      String name = found.group(1);
      if (known.contains(name)) {
        continue;
      }
      for (Named named : names) {
        if (named.english().indexOf(' ') >= 0 && isSlip(name, named.english())) {
          tell(
              place.apply(found.start(1), found.end(1)),
              "\""
                  + name
                  + "\" is nearly \""
                  + named.english()
                  + "\", as "
                  + named.chinese()
                  + " is spelt",
              named,
              diagnostics);
          break;
        }
      }
    }
  }

  /** Whether one letter was put in, left out or changed, in names that are long enough. */
  private static boolean isSlip(String name, String right) {
    int given = right.length() - right.lastIndexOf(' ') - 1;
    int longer = Math.max(name.length(), right.length());
    if (given < SHORTEST_GIVEN || Math.abs(name.length() - right.length()) > 1) {
      return false;
    }
    int start = 0;
    while (start < Math.min(name.length(), right.length())
        && name.charAt(start) == right.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < Math.min(name.length(), right.length()) - start
        && name.charAt(name.length() - 1 - end) == right.charAt(right.length() - 1 - end)) {
      end++;
    }
    return start + end == longer - 1;
  }

  private static List<Named> names(Report report, Language chinese, Language english) {
    List<Named> names = new ArrayList<>();
    for (Person person : report.people()) {
      if (!person.pseudonym()) {
        add(names, person.name(), person.at(), chinese, english);
      }
    }
    for (Byline byline : report.source().byline()) {
      add(names, byline.name(), byline.at(), chinese, english);
    }
    return names;
  }

  private static void add(
      List<Named> names, LocalizedText name, Location at, Language chinese, Language english) {
    String zh = name.in(chinese);
    String en = name.in(english);
    if (zh != null && en != null) {
      names.add(new Named(zh, en, at));
    }
  }

  private static void tell(Location at, String message, Named first, Diagnostics diagnostics) {
    diagnostics.add(
        Code.NAME_DIFFERS,
        at,
        message,
        "write one of the two in both places; the other is at " + first.at());
  }
}
