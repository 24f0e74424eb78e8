package duizhao.read;

import duizhao.diagnostic.Code;
import duizhao.model.Byline;
import duizhao.model.Hedge;
import duizhao.model.ReportKind;
import duizhao.model.Translation;
import duizhao.read.Shape.Field;
import duizhao.read.Shape.Fields;
import duizhao.read.Shape.Items;
import duizhao.read.Shape.Kind;
import duizhao.read.Shape.Localized;
import duizhao.read.Shape.LocalizedLists;
import duizhao.read.Shape.Scalar;
import duizhao.text.Fingerprint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The fields of every content file: the one definition that {@code src/docs/content-format.md}
 * describes.
 */
final class Schema {

  /** Findings that a report may declare to be right. */
  static final Code[] WAIVABLE_CODES = {
    Code.NUMBER_DIFFERS,
    Code.NUMBER_MISSING,
    Code.HEDGE_DIFFERS,
    Code.FIGURE_DIFFERS,
    Code.FIGURE_NOT_STATED,
    Code.TERM_MISSING,
    Code.FORBIDDEN_TERM,
    Code.NAME_MISSING,
    Code.NAME_DIFFERS,
    Code.SHAPE_DIFFERS,
    Code.LENGTH_DIFFERS,
    Code.LEFT_UNTRANSLATED,
    Code.NEAR_DUPLICATE,
    Code.CHINESE_MARK,
    Code.CHINESE_SPACE,
    Code.ENGLISH_MARK,
    Code.ENGLISH_SPACE,
    Code.STRAIGHT_QUOTE,
    Code.DOUBLED_MARK,
    Code.UNPAIRED_MARK,
    Code.REPEATED_WORD,
    Code.STRAY_WORD,
    Code.FULL_WIDTH_LETTER,
    Code.NUMBER_DASH
  };

  /** One date of EDTF without its interval. */
  private static final String DAY =
      "([0-9]{4}(-(0[1-9]|1[0-2]|2[1-4]|XX)(-(0[1-9]|[12][0-9]|3[01]|XX))?)?|[0-9]{3}X|[0-9]{2}XX)"
          + "[~?%]?";

  static final Shape TEXT = text();
  private static final Shape ID =
      new Scalar("an id", Kind.TEXT, exactly(Values.ID), "workers-homes", "workers-daily");
  private static final Shape NUMBER =
      new Scalar("a number", Kind.NUMBER, exactly(Values.NUMBER), "34000000", "8.5");
  private static final Shape WHOLE = new Scalar("a number", Kind.WHOLE, "^[0-9]{1,6}$", "1", "4");
  private static final Shape DATE =
      new Scalar(
          "an EDTF date, such as 2020-11-18",
          Kind.TEXT,
          "^(" + DAY + "(/(" + DAY + "|\\.\\.)?)?|(\\.\\.)?/" + DAY + ")$",
          "2020-11-18",
          "2020-11",
          "2020-11-18~",
          "2020-11/2020-12");
  private static final Shape URL =
      new Scalar("a URL", Kind.TEXT, "^https?://[^\\s/?#]+\\S*$", "https://example.org/archive/");
  private static final Shape SPDX = new Scalar("a word", Kind.TEXT, "\\S", "CC-BY-4.0", "CC0-1.0");
  private static final Shape ISSN = new Scalar("a word", Kind.TEXT, "\\S", "1000-0001");
  private static final Shape CN = new Scalar("a word", Kind.TEXT, "\\S", "11-0001");
  private static final Shape FLAG = new Scalar("true or false", Kind.FLAG, "");
  static final Shape LANGUAGE =
      new Scalar("an id", Kind.TEXT, exactly(ContentReader.LANGUAGE_ID), "zh", "en");
  private static final Shape TAG =
      new Scalar("a word", Kind.TEXT, exactly(ContentReader.LANGUAGE_TAG), "zh-Hans", "en");
  private static final Shape UNIT =
      new Scalar("an id", Kind.TEXT, exactly(VocabularyReader.UNIT), "CNY", "%", "people");
  private static final Shape PLACE =
      new Scalar("a place", Kind.TEXT, "\\S", "银川市", "浙江省/台州市/椒江区", "640100");
  private static final Shape FINGERPRINT =
      new Scalar(
          "a fingerprint",
          Kind.TEXT,
          "^([0-9a-f]{10}( \\S.*)?|" + Fingerprint.NONE + "|" + Fingerprint.CHANGED + ")$",
          "5feceb66ff 王芳, 2026-11-21",
          Fingerprint.NONE,
          Fingerprint.CHANGED);
  private static final Shape KINDS = words(ReportKind.values(), ReportKind::id);
  private static final Shape STATUSES = words(Translation.Status.values(), Translation.Status::id);
  private static final Shape HEDGES = words(Hedge.values(), Hedge::id);
  private static final Shape WAIVABLE = words(WAIVABLE_CODES, Code::id);
  private static final Shape ROLES = words(Byline.Role.values(), Byline.Role::id);
  private static final Shape LOCALIZED = new Localized();
  private static final Shape PLACES = new Items(PLACE);
  private static final Shape IDS = new Items(ID);

  static final Fields ARCHIVE =
      fields(
          required("title", LOCALIZED, "name of the archive"),
          required("description", LOCALIZED, "one or two sentences on what it holds"),
          required(
              "languages",
              new Items(
                  fields(
                      required("id", LANGUAGE, "short name, as in `zh`"),
                      required("tag", TAG, "BCP 47 tag, such as `zh-Hans`"),
                      required("name", text("中文", "English"), "what the language calls itself")),
                  1),
              "in the order they are offered; each `id`, `tag` (BCP 47), `name` (what the "
                  + "language calls itself)"),
          optional(
              "base_url",
              URL,
              "where the site will stand; feeds, sitemap, canonical and hreflang links need it"),
          optional("theme", ID, "folder below `themes/`; default `duizhao`"),
          optional(
              "licence",
              fields(
                  required("id", SPDX, "SPDX id, such as `CC-BY-4.0`"),
                  required("name", LOCALIZED, "what it is called"),
                  optional("url", URL, "where it can be read")),
              "terms for the texts: `id` (SPDX), `name` (text in languages), `url`"),
          optional("publisher", LOCALIZED, "who publishes the archive"));

  private static final Shape PICTURES =
      new Items(
          fields(
              required("file", text("photo.jpg"), "name of the file beside this one"),
              required("alt", LOCALIZED, "what the picture shows, for those who do not see it"),
              optional("caption", LOCALIZED, "words below the picture"),
              optional("credit", LOCALIZED, "who took or owns it")));

  private static final Fields SOURCE =
      fields(
          required("newspaper", ID, "of `newspapers.yaml`"),
          required("date", DATE, "as far as the evidence goes"),
          optional("date_note", LOCALIZED, "why that date"),
          optional("page", WHOLE, "print page (版), from 1"),
          optional("kicker", text("银川："), "line above the headline (引题), as printed"),
          optional("headline", text("让职工找到“家”"), "headline as printed"),
          optional("deck", text("两年建成200多个职工之家"), "line below the headline (副题), as printed"),
          optional(
              "byline",
              new Items(
                  fields(
                      required("name", LOCALIZED, "who it was"),
                      optional("role", ROLES, "what they did; default `reporter`"))),
              "each `name` (text in languages, required) and `role` (`reporter`, "
                  + "`correspondent`, `photographer`, `editor`; default `reporter`)"),
          optional("agency", LOCALIZED, "such as 新华社, Xinhua News Agency"),
          optional("url", URL, "where the original can be read"),
          optional("damage", LOCALIZED, "what is cut off or unreadable in the source"));

  private static final Fields FIGURE =
      fields(
          required("what", LOCALIZED, "what the number counts"),
          required(
              "value", NUMBER, "exact, in units, without separators; the lower end of a range"),
          optional("up_to", NUMBER, "the upper end of a range"),
          required("unit", UNIT, "of `units.yaml`"),
          optional(
              "hedge",
              HEDGES,
              "`exact` (default), `over` (多, 余), `nearly` (近), `about` (约, 左右), `at-least`, "
                  + "`up-to`"),
          optional("span", DATE, "the time it covers, or the day it holds for"),
          required("as_stated", LOCALIZED, "the very characters of each edition that state it"),
          optional("regions", PLACES, "when narrower than the report's"),
          optional("programme", ID, "the programme or scheme it measures"));

  private static final Fields TRANSLATION =
      fields(
          required("original", LANGUAGE, "the language it was first written in"),
          required("status", STATUSES, "`full`, `abridged`, `machine-draft`, `none`"),
          optional("by", LOCALIZED, "who translated it, or by what method"),
          optional(
              "fingerprints",
              new Items(FINGERPRINT),
              "one a paragraph of the original as it was when its translation was last checked, "
                  + "then who did, and when (`5feceb66ff 王芳, 2026-11-21`); `none` where nobody "
                  + "has, `changed` where only that is known"),
          optional("checked_by", text("王芳"), "who checked the paragraphs whose line names nobody"),
          optional("checked_on", DATE, "when that was"));

  static final Fields REPORT =
      fields(
          required("title", LOCALIZED, "our headline"),
          required("summary", LOCALIZED, "one or two sentences"),
          required(
              "kind",
              KINDS,
              "`news`, `brief`, `feature`, `photo`, `comment`, `interview`, `notice`, `fragment`"),
          required("source", SOURCE, "where it was printed"),
          required(
              "regions",
              PLACES,
              "each by GB/T 2260 code, by path (`浙江省/台州市/椒江区`), or by a name that only one "
                  + "place has; may be `[]`"),
          required("programmes", IDS, "programmes and schemes of `programmes.yaml`; may be `[]`"),
          optional(
              "people",
              new Items(
                  fields(
                      required("name", LOCALIZED, "who it is"),
                      optional("role", LOCALIZED, "what they do, or did here"),
                      optional("pseudonym", FLAG, "`true` for 化名"))),
              "each `name` (text in languages, required), `role` (text in languages), "
                  + "`pseudonym` (`true` for 化名)"),
          optional("organisations", new Items(LOCALIZED), "bodies that the report names"),
          optional("figures", new Items(FIGURE), "numbers with their meaning"),
          optional(
              "pictures",
              PICTURES,
              "each `file` (required), `alt` (text in languages, required), `caption`, "
                  + "`credit` (texts in languages)"),
          required(
              "translation", TRANSLATION, "how the other editions were made from the original"),
          optional(
              "waive",
              new Items(
                  fields(
                      required(
                          "code",
                          WAIVABLE,
                          "the finding's: any about numbers, terms, names, shape, length, doubles or copy"),
                      optional(
                          "paragraph",
                          WHOLE,
                          "the block it is about, from 1; without it any, and the title and summary"),
                      optional(
                          "value",
                          text("3400万元", "34 million yuan"),
                          "the words, in either language, as the finding quotes them; without it any"),
                      required(
                          "reason",
                          text("the source contradicts itself"),
                          "why, for the next editor"))),
              "findings that are right as they are"),
          optional("updated", DATE, "when the text was last corrected here"),
          optional("aliases", IDS, "ids it had before; their addresses lead here"),
          optional("draft", FLAG, "a draft is checked but not published"));

  static final Fields PAGE =
      fields(
          required("title", LOCALIZED, "heading of the page"),
          optional("summary", LOCALIZED, "for search engines and lists"),
          optional("order", WHOLE, "place in the menu; default 100"),
          optional("pictures", PICTURES, "as in a report"));

  static final Items PROGRAMMES =
      new Items(
          fields(
              required("id", ID, "part of its page's address"),
              optional(
                  "kind",
                  words("programme", "scheme"),
                  "`programme` (default), or `scheme`: a named scheme, system or device that "
                      + "reports describe"),
              required("label", LOCALIZED, "its name"),
              optional("alternatives", new Items(LOCALIZED), "other names"),
              required("scope", LOCALIZED, "one or two sentences on what it is"),
              optional("broader", ID, "the programme it belongs to; a scheme must have one"),
              optional("related", IDS, "programmes that its readers may want too"),
              optional("regions", PLACES, "where a scheme runs"),
              optional("since", DATE, "when it began")));

  static final Items NEWSPAPERS =
      new Items(
          fields(
              required("id", ID, "part of its page's address"),
              required("name", LOCALIZED, "its title"),
              optional("place", LOCALIZED, "where it is published"),
              optional("note", LOCALIZED, "what readers should know of it"),
              optional("issn", ISSN, "ISSN"),
              optional("cn", CN, "Chinese serial number (国内统一刊号)"),
              optional("url", URL, "its own site")));

  static final Items UNITS =
      new Items(
          fields(
              required("id", UNIT, "ISO 4217 code, `%`, or a lower-case word"),
              required("label", LOCALIZED, "how it prints after a number")));

  static final Items GLOSSARY =
      new Items(
          fields(
              required("id", ID, "a name for the term"),
              required("term", LOCALIZED, "the word and the translation to use"),
              optional("variants", new LocalizedLists(), "other words that are accepted"),
              optional("forbidden", new LocalizedLists(), "words never to be used"),
              optional("note", LOCALIZED, "what translators should know of it")));

  static final Items REGIONS =
      new Items(
          fields(
              required("id", ID, "stands for the code"),
              required("name", LOCALIZED, "without the places above it"),
              required("within", PLACE, "the place that holds it"),
              optional(
                  "level",
                  words("zone", "county", "prefecture"),
                  "`zone` (default), `county`, `prefecture`"),
              optional("former", new Items(TEXT), "earlier names, in Chinese")));

  static final Fields THEME =
      fields(
          optional("extends", ID, "another theme; what this one lacks comes from there"),
          optional(
              "styles",
              new Items(TEXT),
              "style sheets below `assets/`, in the order they are joined"),
          optional(
              "scripts", new Items(TEXT), "scripts below `assets/`, in the order they are joined"));

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

  private static Field required(String name, Shape shape, String meaning) {
    return new Field(name, shape, true, meaning);
  }

  private static Field optional(String name, Shape shape, String meaning) {
    return new Field(name, shape, false, meaning);
  }

  private static Shape text(String... examples) {
    return new Scalar("a text", Kind.TEXT, "\\S", examples);
  }

  private static Shape words(String... words) {
    String pattern = "^(" + String.join("|", words) + ")$";
    return new Scalar("a word", Kind.TEXT, pattern, List.of(words), List.of());
  }

  private static <T> Shape words(T[] values, Function<T, String> id) {
    return words(Stream.of(values).map(id).toArray(String[]::new));
  }

  private static String exactly(Pattern pattern) {
    return "^(" + pattern.pattern() + ")$";
  }
}
