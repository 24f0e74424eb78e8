package duizhao.check;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.model.Archive;
import duizhao.model.Block;
import duizhao.model.BlockKind;
import duizhao.model.Edition;
import duizhao.model.Language;
import duizhao.model.Report;
import duizhao.model.Translation;
import java.util.List;
import java.util.Locale;

/**
 * An English paragraph is about as long as the Chinese one that it answers, else something was left
 * out or put in.
 *
 * <p>What is compared is the ratio of English words to Chinese characters, numbers and Latin words
 * counting as one each. Over the 203 paragraphs of at least 30 characters that this rule was made
 * from, the median is 0.756 and the median deviation of its logarithm 0.071, which is a standard
 * deviation of 0.105; the ratio is allowed five of those each way, that is 0.45 to 1.28. The
 * paragraphs themselves reach from 0.50 to 0.99.
 */
final class LengthDiffers implements Rule {

  private static final double LEAST = 0.45;
  private static final double MOST = 1.28;

  /** Shorter paragraphs may be nearly anything. */
  private static final int SHORTEST = 30;

  @Override
  public void check(Archive archive, Diagnostics diagnostics) {
    Language chinese = Languages.find(archive, "zh");
    Language english = Languages.find(archive, "en");
    if (chinese == null || english == null) {
      return;
    }
    for (Report report : ArchiveChecker.all(archive).toList()) {
      Edition zh = report.in(chinese);
      Edition en = report.in(english);
      if (zh != null && en != null && zh.body().blocks().size() == en.body().blocks().size()) {
        check(zh, en, report.translation(), diagnostics);
      }
    }
  }

  private static void check(
      Edition zh, Edition en, Translation translation, Diagnostics diagnostics) {
    boolean abridged = translation.status() == Translation.Status.ABRIDGED;
    List<Block> blocks = zh.body().blocks();
    for (Block block : en.body().blocks()) {
      Block answered = blocks.get(block.number() - 1);
      int characters = Languages.size(answered.text());
      if (block.kind() == BlockKind.TABLE
          || block.kind() == BlockKind.CODE
          || characters < SHORTEST
          || Languages.han(answered.text()) * 2 < characters) {
        continue;
      }
      int words = Languages.size(block.text());
      double ratio = (double) words / characters;
      if (ratio > MOST || ratio < LEAST && !abridged) {
        diagnostics.add(
            Code.LENGTH_DIFFERS,
            block.at(),
            "this paragraph has "
                + words
                + " words for "
                + characters
                + " Chinese characters, "
                + String.format(Locale.ROOT, "%.2f", ratio)
                + " each",
            (ratio < LEAST
                    ? "usual are 0.6 to 0.9: is something left out?"
                    : "usual are 0.6 to 0.9: does it say more than the Chinese?")
                + " The Chinese is at "
                + answered.at());
      }
    }
  }
}
