package duizhao.read;

import duizhao.read.Shape.Field;
import duizhao.read.Shape.Fields;
import duizhao.read.Shape.Items;
import duizhao.read.Shape.Localized;
import duizhao.read.Shape.LocalizedLists;
import duizhao.read.Shape.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of every content file: the one definition that {@code src/docs/content-format.md}
 * describes.
 */
final class Schema {

  private static final Shape TEXT = new Scalar("a text");
  private static final Shape ID = new Scalar("an id");
  private static final Shape NUMBER = new Scalar("a number");
  private static final Shape DATE = new Scalar("an EDTF date, such as 2020-11-18");
  private static final Shape URL = new Scalar("a URL");
  private static final Shape WORD = new Scalar("a word");
  private static final Shape FLAG = new Scalar("true or false");
  private static final Shape LOCALIZED = new Localized();
  private static final Shape PLACES = new Items(new Scalar("a place"));
  private static final Shape IDS = new Items(ID);

  static final Fields ARCHIVE =
      fields(
          required("title", LOCALIZED),
          required("description", LOCALIZED),
          required(
              "languages",
              new Items(fields(required("id", ID), required("tag", WORD), required("name", TEXT)))),
          optional("base_url", URL),
          optional("theme", ID),
          optional(
              "licence",
              fields(required("id", WORD), required("name", LOCALIZED), optional("url", URL))),
          optional("publisher", LOCALIZED));

  private static final Shape PICTURES =
      new Items(
          fields(
              required("file", TEXT),
              required("alt", LOCALIZED),
              optional("caption", LOCALIZED),
              optional("credit", LOCALIZED)));

  private static final Fields SOURCE =
      fields(
          required("newspaper", ID),
          required("date", DATE),
          optional("date_note", LOCALIZED),
          optional("page", NUMBER),
          optional("kicker", TEXT),
          optional("headline", TEXT),
          optional("deck", TEXT),
          optional(
              "byline", new Items(fields(required("name", LOCALIZED), optional("role", WORD)))),
          optional("agency", LOCALIZED),
          optional("url", URL),
          optional("damage", LOCALIZED));

  private static final Fields FIGURE =
      fields(
          required("what", LOCALIZED),
          required("value", NUMBER),
          optional("up_to", NUMBER),
          required("unit", ID),
          optional("hedge", WORD),
          optional("span", DATE),
          required("as_stated", LOCALIZED),
          optional("regions", PLACES),
          optional("programme", ID));

  static final Fields REPORT =
      fields(
          required("title", LOCALIZED),
          required("summary", LOCALIZED),
          required("kind", WORD),
          required("source", SOURCE),
          required("regions", PLACES),
          required("programmes", IDS),
          optional(
              "people",
              new Items(
                  fields(
                      required("name", LOCALIZED),
                      optional("role", LOCALIZED),
                      optional("pseudonym", FLAG)))),
          optional("organisations", new Items(LOCALIZED)),
          optional("figures", new Items(FIGURE)),
          optional("pictures", PICTURES),
          required(
              "translation",
              fields(
                  required("original", ID),
                  required("status", WORD),
                  optional("by", LOCALIZED),
                  optional("fingerprints", new Items(WORD)))),
          optional(
              "waive",
              new Items(
                  fields(
                      required("code", WORD),
                      optional("paragraph", NUMBER),
                      optional("value", TEXT),
                      required("reason", TEXT)))),
          optional("updated", DATE),
          optional("aliases", IDS),
          optional("draft", FLAG));

  static final Fields PAGE =
      fields(
          required("title", LOCALIZED),
          optional("summary", LOCALIZED),
          optional("order", NUMBER),
          optional("pictures", PICTURES));

  static final Items PROGRAMMES =
      new Items(
          fields(
              required("id", ID),
              optional("kind", WORD),
              required("label", LOCALIZED),
              optional("alternatives", new Items(LOCALIZED)),
              required("scope", LOCALIZED),
              optional("broader", ID),
              optional("related", IDS),
              optional("regions", PLACES),
              optional("since", DATE)));

  static final Items NEWSPAPERS =
      new Items(
          fields(
              required("id", ID),
              required("name", LOCALIZED),
              optional("place", LOCALIZED),
              optional("note", LOCALIZED),
              optional("issn", WORD),
              optional("cn", WORD),
              optional("url", URL)));

  static final Items UNITS = new Items(fields(required("id", WORD), required("label", LOCALIZED)));

  static final Items GLOSSARY =
      new Items(
          fields(
              required("id", ID),
              required("term", LOCALIZED),
              optional("variants", new LocalizedLists()),
              optional("forbidden", new LocalizedLists()),
              optional("note", LOCALIZED)));

  static final Items REGIONS =
      new Items(
          fields(
              required("id", ID),
              required("name", LOCALIZED),
              required("within", new Scalar("a place")),
              optional("level", WORD),
              optional("former", new Items(TEXT))));

  static final Fields THEME =
      fields(
          optional("extends", ID),
          optional("styles", new Items(TEXT)),
          optional("scripts", new Items(TEXT)));

  private Schema() {}

  /** Every content file's shape by the name that the documentation uses, in its order. */
  static Map<String, Shape> byFile() {
    Map<String, Shape> files = new LinkedHashMap<>();
    files.put("archive.yaml", ARCHIVE);
    files.put("report.yaml", REPORT);
    files.put("page.yaml", PAGE);
    files.put("programmes.yaml", PROGRAMMES);
    files.put("newspapers.yaml", NEWSPAPERS);
    files.put("units.yaml", UNITS);
    files.put("glossary.yaml", GLOSSARY);
    files.put("regions.yaml", REGIONS);
    return files;
  }

  private static Fields fields(Field... fields) {
    return new Fields(List.of(fields));
  }

  private static Field required(String name, Shape shape) {
    return new Field(name, shape, true);
  }

  private static Field optional(String name, Shape shape) {
    return new Field(name, shape, false);
  }
}
