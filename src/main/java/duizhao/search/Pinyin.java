package duizhao.search;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import duizhao.text.SearchFold;
import java.util.List;

/** Chinese names as they are typed in pinyin: without tones and spaces. */
final class Pinyin {

  private Pinyin() {}

  /** The pinyin of a text that holds Chinese, in full and by initials; nothing for other texts. */
  static List<String> of(String text) {
    if (text.codePoints().noneMatch(SearchFold::isHan)) {
      return List.of();
    }
    String full =
        SearchFold.fold(PinyinHelper.toPinyin(text, PinyinStyleEnum.NORMAL)).replace(" ", "");
    String initials =
        SearchFold.fold(PinyinHelper.toPinyin(text, PinyinStyleEnum.FIRST_LETTER)).replace(" ", "");
    return initials.length() < 3 ? List.of(full) : List.of(full, initials);
  }
}
