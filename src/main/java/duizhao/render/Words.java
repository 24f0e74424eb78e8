package duizhao.render;

import duizhao.model.Theme.Word;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.util.List;
import java.util.Map;

/**
 * What the interface says in one language: {@code words.search}, {@code words.kind.news}, {@code
 * words.reportCount(12)}.
 */
final class Words implements TemplateHashModel {

  /** A word that the theme does not have. */
  static final class UnknownWord extends TemplateModelException {

    private static final long serialVersionUID = 1L;

    UnknownWord(String key) {
      super("the theme has no word \"" + key + "\"");
    }
  }

  private final Map<String, Word> words;
  private final String prefix;

  Words(Map<String, Word> words, String prefix) {
    this.words = words;
    this.prefix = prefix;
  }

  @Override
  public TemplateModel get(String key) throws TemplateModelException {
    Word word = words.get(prefix + key);
    if (word != null) {
      return new Spoken(word);
    }
    String group = prefix + key + ".";
    if (words.keySet().stream().anyMatch(k -> k.startsWith(group))) {
      return new Words(words, group);
    }
    throw new UnknownWord(prefix + key);
  }

  @Override
  public boolean isEmpty() {
    return words.isEmpty();
  }

  /** A word as it is, or filled in: the first number among what is filled in chooses the form. */
  private record Spoken(Word word) implements TemplateScalarModel, TemplateMethodModelEx {

    @Override
    public String getAsString() {
      return word.other();
    }

    @Override
    public Object exec(@SuppressWarnings("rawtypes") List arguments) throws TemplateModelException {
      String text = word.other();
      for (Object argument : arguments) {
        if (PageWrapper.unwrap(argument) instanceof Number number) {
          text = number.doubleValue() == 1 ? word.one() : word.other();
          break;
        }
      }
      for (int i = 0; i < arguments.size(); i++) {
        Object value = PageWrapper.unwrap(arguments.get(i));
        String filled = value instanceof Number n ? Numbers.grouped(n) : String.valueOf(value);
        text = text.replace("{" + i + "}", filled);
      }
      return new SimpleScalar(text);
    }
  }
}
