package duizhao.render;

import duizhao.model.Theme.Word;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the interface says in one language: {@code words.search}, {@code words.kind.news}, {@code
 * words.reportCount(12)}. Safe for several threads.
 */
final class Words implements TemplateHashModel {

  /** A word that the theme does not have. */
  static final class UnknownWord extends TemplateModelException {

    private static final long serialVersionUID = 1L;

    UnknownWord(String key) {
      super("the theme has no word \"" + key + "\"");
    }
  }

  private static final Pattern PLACE = Pattern.compile("\\{[0-9]+}");

  private final Map<String, Word> words;
  private final String prefix;

  /** What was asked for so far: templates ask for the same on every page. */
  private final Map<String, TemplateModel> known = new ConcurrentHashMap<>();

  Words(Map<String, Word> words, String prefix) {
    this.words = words;
    this.prefix = prefix;
  }

  @Override
  public TemplateModel get(String key) throws TemplateModelException {
    TemplateModel part = known.get(key);
    if (part == null) {
      part = find(prefix + key);
      known.put(key, part);
    }
    return part;
  }

  private TemplateModel find(String key) throws UnknownWord {
    Word word = words.get(key);
    if (word != null) {
      return new Spoken(word);
    }
    String group = key + ".";
    if (words.keySet().stream().anyMatch(k -> k.startsWith(group))) {
      return new Words(words, group);
    }
    throw new UnknownWord(key);
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
      Map<String, String> filled = new HashMap<>();
      for (int i = 0; i < arguments.size(); i++) {
        Object value = PageWrapper.unwrap(arguments.get(i));
        if (value == null || value instanceof Record) {
          throw new TemplateModelException(
              "what is filled in for {" + i + "} is neither a text nor a number");
        }
        filled.put(
            "{" + i + "}", value instanceof Number n ? Numbers.grouped(n) : value.toString());
      }
      return new SimpleScalar(
          filled.isEmpty()
              ? text
              : PLACE
                  .matcher(text)
                  .replaceAll(
                      m -> Matcher.quoteReplacement(filled.getOrDefault(m.group(), m.group()))));
    }
  }
}
