package duizhao.text;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.List;

/** Chinese names in pinyin without tones, as they are typed and as they are sorted. */
public final class Pinyin {

  private Pinyin() {}

  /** The pinyin of a text that holds Chinese, in full and by initials; nothing for other texts. */
  public static List<String> of(String text) {
    if (text.codePoints().noneMatch(SearchFold::isHan)) {
      return List.of();
    }
    String full =
        SearchFold.fold(PinyinHelper.toPinyin(text, PinyinStyleEnum.NORMAL)).replace(" ", "");
    String initials =
        SearchFold.fold(PinyinHelper.toPinyin(text, PinyinStyleEnum.FIRST_LETTER)).replace(" ", "");
    return initials.length() < 3 ? List.of(full) : List.of(full, initials);
  }

  /** A text with each Chinese character replaced by its pinyin and a space, to be sorted by. */
  public static String spelled(String text) {
    return SearchFold.fold(PinyinHelper.toPinyin(text, PinyinStyleEnum.NORMAL));
  }
}
