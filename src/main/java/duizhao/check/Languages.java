package duizhao.check;

import duizhao.model.Archive;
import duizhao.model.Language;
import duizhao.text.SearchFold;
import org.jspecify.annotations.Nullable;

/** Which language is which, and how much of each a text holds. */
final class Languages {

  /** No character before this is of the script Han: radicals are the first that are. */
  private static final int FIRST_HAN = 0x2E80;

  private Languages() {}

  /**
   * The first language of the archive with this primary subtag; null where there is none.
   *
   * @param primary such as {@code zh}
   */
  static @Nullable Language find(Archive archive, String primary) {
    return archive.languages().stream()
        .filter(l -> l.tag().equals(primary) || l.tag().startsWith(primary + "-"))
        .findFirst()
        .orElse(null);
  }

  /** How many Chinese characters a text has. */
  static int han(String text) {
    int han = 0;
    int c;
    for (int i = 0; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      han += c >= FIRST_HAN && SearchFold.isHan(c) ? 1 : 0;
    }
    return han;
  }

  /** How long a text is: Chinese characters, and words and numbers of other scripts. */
  static int size(String text) {
    int size = 0;
    boolean inWord = false;
    int c;
    for (int i = 0; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      boolean han = c >= FIRST_HAN && SearchFold.isHan(c);
      boolean word =
          c >= 'a' && c <= 'z'
              || !han && (Character.isLetterOrDigit(c) || inWord && (c == '’' || c == '\''));
      if (han || word && !inWord) {
        size++;
      }
      inWord = word;
    }
    return size;
  }
}
