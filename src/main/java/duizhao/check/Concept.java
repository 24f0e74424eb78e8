package duizhao.check;

import duizhao.diagnostic.Code;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something with a name in both languages. Two are never equal. */
final class Concept {

  private final Code code;
  private final List<String> chinese;
  private final List<String> english;
  private final @Nullable String link;

  /**
   * @param code what is told when one language lacks it
   * @param chinese the name to use, then others that are accepted
   * @param english the name to use, then others that are accepted
   * @param link what a link to it says, such as {@code programme:ID}: as good as its name
   */
  Concept(Code code, List<String> chinese, List<String> english, @Nullable String link) {
    this.code = code;
    this.chinese = List.copyOf(chinese);
    this.english = List.copyOf(english);
    this.link = link;
  }

  Code code() {
    return code;
  }

  List<String> chinese() {
    return chinese;
  }

  List<String> english() {
    return english;
  }

  @Nullable String link() {
    return link;
  }
}
