package duizhao.read;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a YAML value has to look like. These definitions check content files, and the documentation
 * is held against them.
 */
sealed interface Shape {

  /** What the value is called in messages, with its article. */
  String called();

  /** What kind of scalar YAML makes of what is typed without quotes. */
  enum Kind {
    TEXT,
    NUMBER,
    WHOLE,
    FLAG
  }

  /**
   * One scalar.
   *
   * @param pattern what its characters match, as a regular expression that Java and JavaScript read
   *     alike; files are held to the same by whoever takes the value
   * @param words the only ones that it can be; empty where any will do
   * @param examples some of what it can be; empty where there are words
   */
  record Scalar(String called, Kind kind, String pattern, List<String> words, List<String> examples)
      implements Shape {

    Scalar(String called, Kind kind, String pattern, String... examples) {
      this(called, kind, pattern, List.of(), List.of(examples));
    }
  }

  /** A map from language id to text. */
  record Localized() implements Shape {
    @Override
    public String called() {
      return "a text in each language, such as {zh: 银川, en: Yinchuan}";
    }
  }

  /** A map from language id to a list of texts. */
  record LocalizedLists() implements Shape {
    @Override
    public String called() {
      return "a list of texts for each language, such as {en: [one, two]}";
    }
  }

  /**
   * A list whose items all have one shape.
   *
   * @param least how many there have to be
   */
  record Items(Shape item, int least) implements Shape {

    Items(Shape item) {
      this(item, 0);
    }

    @Override
    public String called() {
      return "a list";
    }
  }

  /** A map with known fields. */
  record Fields(List<Field> fields) implements Shape {
    @Override
    public String called() {
      return "a map with the fields "
          + fields.stream().map(Field::name).collect(Collectors.joining(", "));
    }
  }

  /**
   * A field of a map.
   *
   * @param required whether a file without it is wrong
   * @param meaning as the documentation says it; Markdown
   */
  record Field(String name, Shape shape, boolean required, String meaning) {}
}
