package duizhao.check;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import duizhao.model.Archive;
import duizhao.model.Block;
import duizhao.model.BlockKind;
import duizhao.model.Edition;
import duizhao.model.Language;
import duizhao.model.Report;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * English text is in English, and Chinese text in Chinese. Chinese characters in English are right
 * beside brackets or within quotation marks, where a text is about the characters.
 */
final class LeftUntranslated implements Rule {

  private static final Pattern HAN = Pattern.compile("[\\u3400-\\u9FFF]{2,}");

  /** So many English words in a row are no name. */
  private static final Pattern ENGLISH =
      Pattern.compile("[A-Za-z][A-Za-z’'-]*+(?:[ ,;:]++[A-Za-z][A-Za-z’'-]*+){5,200}");

  @Override
  public void check(Archive archive, Diagnostics diagnostics) {
    Language chinese = Languages.find(archive, "zh");
    Language english = Languages.find(archive, "en");
    for (Report report : ArchiveChecker.all(archive).toList()) {
      for (Edition edition : report.editions().values()) {
        for (Block block : edition.body().blocks()) {
          if (block.kind() == BlockKind.CODE) {
            continue;
          }
          Text text = new Text("paragraph", block.text(), block.at(), block::place);
          if (edition.language().equals(english)) {
            english(text, diagnostics);
          } else if (edition.language().equals(chinese)) {
            chinese(text, diagnostics);
          }
        }
      }
      for (Words words : Words.of(report)) {
        if (english != null) {
          english(text(words, english), diagnostics);
        }
        if (chinese != null) {
          chinese(text(words, chinese), diagnostics);
        }
      }
    }
  }

  /**
   * What is looked at.
   *
   * @param called as messages call it
   * @param place where a piece of the text stands
   */
  private record Text(
      String called, String words, Location at, BiFunction<Integer, Integer, Location> place) {}

  private static Text text(Words words, Language language) {
    String text = words.in(language);
    Location at = words.place(language, 0, text.length());
    return new Text(
        words.called().replace("the ", ""),
        text,
        at,
        (start, end) -> words.place(language, start, end));
  }

  private static void english(Text text, Diagnostics diagnostics) {
    String words = text.words();
    int han = Languages.han(words);
    if (han == 0) {
      return;
    }
    if (han * 2 > Languages.size(words)) {
      diagnostics.add(
          Code.LEFT_UNTRANSLATED,
          text.at(),
          "this " + text.called() + " of the English text is Chinese",
          "translate it");
      return;
    }
    Matcher run = HAN.matcher(words);
    while (run.find()) {
      if (!isQuoted(words, run.start(), run.end())) {
        diagnostics.add(
            Code.LEFT_UNTRANSLATED,
            text.place().apply(run.start(), run.end()),
            "\"" + run.group() + "\" is not translated",
            "write its English name; the characters themselves may stand in brackets after it");
      }
    }
  }

  /** Whether brackets or quotation marks stand on either side, or a bracket that explains. */
  private static boolean isQuoted(String text, int start, int end) {
    int opening = Math.max(text.lastIndexOf('(', start), text.lastIndexOf('“', start));
    int closing = Math.max(text.lastIndexOf(')', start), text.lastIndexOf('”', start));
    return opening > closing || text.startsWith(" (", end);
  }

  private static void chinese(Text text, Diagnostics diagnostics) {
    String words = text.words();
    int han = Languages.han(words);
    int size = Languages.size(words);
    if (size >= 6 && han * 5 < size) {
      diagnostics.add(
          Code.LEFT_UNTRANSLATED,
          text.at(),
          "this " + text.called() + " of the Chinese text is not Chinese",
          "translate it");
      return;
    }
    Matcher run = ENGLISH.matcher(words);
    while (run.find()) {
      diagnostics.add(
          Code.LEFT_UNTRANSLATED,
          text.place().apply(run.start(), run.end()),
          "these words of the Chinese text are not Chinese",
          "translate them");
    }
  }
}
