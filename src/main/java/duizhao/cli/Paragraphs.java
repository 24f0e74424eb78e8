package duizhao.cli;

import java.util.ArrayList;
import java.util.List;

/** Numbers of paragraphs as an editor writes them. */
final class Paragraphs {

  private Paragraphs() {}

  /** Numbers in ascending order, such as {@code p1-p4 p7}. */
  static String list(List<Integer> numbers) {
    List<String> runs = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= numbers.size(); i++) {
      if (i == numbers.size() || numbers.get(i) != numbers.get(i - 1) + 1) {
        String first = "p" + numbers.get(start);
        runs.add(i - start == 1 ? first : first + "-p" + numbers.get(i - 1));
        start = i;
      }
    }
    return String.join(" ", runs);
  }
}
