package duizhao.text;

/** Placeholder. */
public final class StopWords {
  private StopWords() {}

  public static boolean contains(String word) {
    return java.util.Set.of("the", "of", "and", "a", "to", "in").contains(word);
  }
}
