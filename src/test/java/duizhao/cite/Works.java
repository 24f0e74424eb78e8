package duizhao.cite;

import duizhao.diagnostic.Location;
import duizhao.edtf.EdtfDate;
import duizhao.edtf.EdtfException;
import duizhao.model.Language;
import duizhao.model.LocalizedText;
import duizhao.model.Newspaper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Newspaper articles to cite. */
final class Works {

  static final Language ZH = new Language("zh", "zh-Hans", "中文");
  static final Language EN = new Language("en", "en", "English");

  private Works() {}

  /**
   * An article as printed.
   *
   * @param english its title in English; null where it is in English anyhow
   * @param newspaper its name; where it has one in English too, after a slash
   * @param date EDTF
   */
  static Work article(
      Language language,
      String title,
      @Nullable String english,
      String newspaper,
      String date,
      @Nullable Integer page,
      @Nullable String url,
      Name... authors) {
    String[] names = newspaper.split("/", 2);
    Map<String, String> paper = new LinkedHashMap<>(Map.of(language.id(), names[0]));
    if (names.length > 1) {
      paper.put(EN.id(), names[1]);
    }
    return new Work(
        Citations.Subject.ORIGINAL,
        "key",
        language,
        EN,
        title,
        false,
        english,
        List.of(authors),
        new Newspaper(
            "paper",
            Location.of("newspapers.yaml"),
            new LocalizedText(paper),
            null,
            null,
            null,
            null,
            null),
        CitedDate.of(date(date)),
        page,
        null,
        url,
        null);
  }

  private static EdtfDate date(String text) {
    try {
      return EdtfDate.parse(text);
    } catch (EdtfException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** Someone who writes in Chinese, with the name in letters where there is one. */
  static Name chinese(String name, @Nullable String letters) {
    Map<String, String> names = new LinkedHashMap<>(Map.of(ZH.id(), name));
    if (letters != null) {
      names.put(EN.id(), letters);
    }
    return Name.of(new LocalizedText(names), ZH, EN);
  }

  /** Someone who writes in English. */
  static Name english(String name) {
    return Name.of(new LocalizedText(Map.of(EN.id(), name)), EN, EN);
  }

  static String text(Line line) {
    return Line.text(line.runs());
  }
}
