package duizhao.text;

/** Placeholder. */
public final class EnglishStemmer {
  private EnglishStemmer() {}

  public static String stem(String word) {
    return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
  }
}
