package duizhao.check;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import duizhao.model.Archive;
import duizhao.model.Byline;
import duizhao.model.Language;
import duizhao.model.LocalizedText;
import duizhao.model.Person;
import duizhao.model.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One person has one spelling: the same Chinese name is spelt alike in English everywhere, and in
 * one report no two Chinese names are. (In several reports they may be: 张伟 and 章伟 are both Zhang
 * Wei.) Pseudonyms are left out.
 */
final class NameDiffers implements Rule {

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
              named,
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
    all.sort(Comparator.comparing(Named::at));
    Map<String, Named> byChinese = new HashMap<>();
    for (Named named : all) {
      Named first = byChinese.putIfAbsent(named.chinese(), named);
      if (first != null && !first.english().equals(named.english())) {
        tell(
            named,
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

  private static void tell(Named named, String message, Named first, Diagnostics diagnostics) {
    diagnostics.add(
        Code.NAME_DIFFERS,
        named.at(),
        message,
        "write one of the two in both places; the other is at " + first.at());
  }
}
