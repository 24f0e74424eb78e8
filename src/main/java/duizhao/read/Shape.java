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

  /** One scalar. */
  record Scalar(String called) implements Shape {}

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

  /** A list whose items all have one shape. */
  record Items(Shape item) implements Shape {
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
   */
  record Field(String name, Shape shape, boolean required) {}
}
