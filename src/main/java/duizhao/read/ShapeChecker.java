package duizhao.read;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Nearest;
import duizhao.read.Shape.Field;
import duizhao.read.Shape.Fields;
import duizhao.read.Shape.Items;
import duizhao.read.Shape.Localized;
import duizhao.read.Shape.LocalizedLists;
import duizhao.read.Shape.Scalar;
import duizhao.read.YamlValue.Entries;
import duizhao.read.YamlValue.Entry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Holds YAML against a {@link Shape}, and says where it differs. */
final class ShapeChecker {

  private final Diagnostics diagnostics;
  private final Collection<String> languages;
  private final boolean complete;

  /**
   * @param languages ids that a text may be in; empty while they are not yet known
   * @param complete whether a text that lacks one of them is worth a warning
   */
  ShapeChecker(Diagnostics diagnostics, Collection<String> languages, boolean complete) {
    this.diagnostics = diagnostics;
    this.languages = languages;
    this.complete = complete;
  }

  /** Adds a diagnostic for everything about a value that is not as its shape says. */
  void check(YamlValue value, Shape shape, String name) {
    checkCalled(value, shape, "\"" + Values.shorten(name) + "\"");
  }

  private void checkCalled(YamlValue value, Shape shape, String name) {
    if (shape instanceof Scalar) {
      if (!(value instanceof YamlValue.Scalar)) {
        wrongType(value, shape, name);
      } else if (blank(value)) {
        empty(value, name);
      }
    } else if (shape instanceof Items items) {
      if (value instanceof YamlValue.Items list) {
        String each = name.startsWith("an item of ") ? name : "an item of " + name;
        list.items().forEach(item -> checkCalled(item, items.item(), each));
      } else {
        wrongType(value, shape, name);
      }
    } else if (shape instanceof Fields fields) {
      if (value instanceof Entries entries) {
        fields(entries, fields.fields());
      } else {
        wrongType(value, shape, name);
      }
    } else if (value instanceof Entries entries) {
      localized(entries, shape, name);
    } else {
      wrongType(value, shape, name);
    }
  }

  private void fields(Entries entries, List<Field> fields) {
    List<String> known = fields.stream().map(Field::name).toList();
    for (Entry entry : entries.entries()) {
      String name = entry.key().text();
      int index = known.indexOf(name);
      if (index >= 0) {
        check(entry.value(), fields.get(index).shape(), name);
        continue;
      }
      diagnostics.add(
          Code.UNKNOWN_FIELD,
          entry.key().at(),
          "there is no field called \"" + Values.shorten(name) + "\" here",
          Nearest.didYouMean(name, known) + "The fields are " + String.join(", ", known));
    }
    for (Field field : fields) {
      if (field.required() && entries.get(field.name()) == null) {
        diagnostics.add(
            Code.MISSING_FIELD,
            entries.at(),
            "the field \"" + field.name() + "\" is missing",
            "add \"" + field.name() + ":\" with " + field.shape().called());
      }
    }
  }

  private void localized(Entries entries, Shape shape, String name) {
    for (Entry entry : entries.entries()) {
      String language = entry.key().text();
      if (!languages.isEmpty() && !languages.contains(language)) {
        diagnostics.add(
            Code.UNKNOWN_LANGUAGE,
            entry.key().at(),
            "\"" + Values.shorten(language) + "\" is not a language of this archive",
            "archive.yaml lists " + String.join(", ", languages));
      }
      Shape text = Schema.TEXT;
      checkCalled(entry.value(), shape instanceof LocalizedLists ? new Items(text) : text, name);
      if (shape instanceof Localized && entry.value() instanceof YamlValue.Scalar scalar) {
        YamlProse.read(scalar, language, name, diagnostics);
      }
    }
    if (complete && shape instanceof Localized) {
      List<String> missing = new ArrayList<>(languages);
      missing.removeAll(entries.keys());
      if (!missing.isEmpty()) {
        diagnostics.add(
            Code.UNTRANSLATED_TEXT,
            entries.at(),
            name + " has no text in " + String.join(", ", missing),
            "add \"" + missing.get(0) + ":\"");
      }
    }
  }

  private void wrongType(YamlValue value, Shape shape, String name) {
    if (blank(value)) {
      empty(value, name);
      return;
    }
    diagnostics.add(
        Code.WRONG_TYPE,
        value.at(),
        name + " is " + value.called(),
        "it has to be " + shape.called());
  }

  private void empty(YamlValue value, String name) {
    diagnostics.add(
        Code.BAD_VALUE, value.at(), name + " is empty", "give it a value or delete the line");
  }

  private static boolean blank(YamlValue value) {
    return value instanceof YamlValue.Scalar s && (s.nothing() || s.text().isBlank());
  }
}
