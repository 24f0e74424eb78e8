package duizhao.read;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import duizhao.diagnostic.Nearest;
import duizhao.edtf.EdtfDate;
import duizhao.edtf.EdtfException;
import duizhao.model.Block;
import duizhao.model.LocalizedText;
import duizhao.read.YamlValue.Entries;
import duizhao.read.YamlValue.Entry;
import duizhao.read.YamlValue.Items;
import duizhao.read.YamlValue.Scalar;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one YAML map as values of the model. What {@link ShapeChecker} has already
 * complained about comes out as missing; what only the value itself can show to be wrong is told
 * here.
 */
final class Values {

  static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");
  private static final Pattern WHITE = Pattern.compile("\\s+");

  /** Room for any count in the news; refuses 1e999999999, which would print as a billion digits. */
  static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,9})?");

  private final Entries entries;
  private final Collection<String> languages;
  private final Diagnostics diagnostics;

  /**
   * @param languages language ids in the archive's order
   */
  Values(Entries entries, Collection<String> languages, Diagnostics diagnostics) {
    this.entries = entries;
    this.languages = languages;
    this.diagnostics = diagnostics;
  }

  Entries entries() {
    return entries;
  }

  /** The same fields, now that the archive's languages are known. */
  Values in(Collection<String> known) {
    return new Values(entries, known, diagnostics);
  }

  /** Where the map starts. */
  Location at() {
    return entries.at();
  }

  /** Where a field's value stands; where the map starts when there is none. */
  Location at(String name) {
    YamlValue value = entries.get(name);
    return value == null ? entries.at() : value.at();
  }

  boolean has(String name) {
    return entries.get(name) != null;
  }

  @Nullable Scalar scalar(String name) {
    return entries.get(name) instanceof Scalar s && !s.nothing() && !s.text().isBlank() ? s : null;
  }

  /** A text with its white space folded. */
  @Nullable String text(String name) {
    Scalar scalar = scalar(name);
    return scalar == null ? null : fold(scalar.text());
  }

  /** A text in several languages; null when the field is missing or says nothing. */
  @Nullable LocalizedText localized(String name) {
    return entries.get(name) instanceof Entries map ? localized(map) : null;
  }

  /** A text in several languages; empty when the field is missing. */
  LocalizedText localizedOrEmpty(String name) {
    LocalizedText text = localized(name);
    return text == null ? LocalizedText.EMPTY : text;
  }

  private @Nullable LocalizedText localized(Entries map) {
    Map<String, String> texts = new LinkedHashMap<>();
    Map<String, List<Block.Run>> runs = new LinkedHashMap<>();
    for (String language : languages) {
      if (map.get(language) instanceof Scalar s && !s.nothing() && !s.text().isBlank()) {
        texts.put(language, fold(s.text()));
        runs.put(language, runs(s, fold(s.text())));
      }
    }
    return texts.isEmpty() ? null : new LocalizedText(texts, runs);
  }

  /** Where each line of a text stands; nothing where the file spells it otherwise. */
  private static List<Block.Run> runs(Scalar scalar, String text) {
    List<Block.Run> runs = new ArrayList<>();
    String typed = scalar.typed();
    int line = scalar.at().line();
    int first = scalar.at().column();
    int done = 0;
    for (int from = 0; from < typed.length() && done < text.length(); line++) {
      int end = typed.indexOf('\n', from);
      int to = end < 0 ? typed.length() : end;
      int begin = from;
      while (begin < to && " \t\"'".indexOf(typed.charAt(begin)) >= 0) {
        begin++;
      }
      boolean inRun = false;
      for (int i = begin; i < to && done < text.length(); i++) {
        char c = typed.charAt(i);
        if (c == text.charAt(done)) {
          if (!inRun) {
            int column = (from == 0 ? first : 1) + typed.codePointCount(from, i);
            runs.add(new Block.Run(done, new Location(scalar.at().file(), line, column, 0)));
          }
          inRun = true;
          done++;
        } else if (c == ' ' || c == '\t') {
          inRun = false; // several were folded into one
        } else {
          break;
        }
      }
      done += done > 0 && done < text.length() && text.charAt(done) == ' ' ? 1 : 0;
      from = to + 1;
    }
    return done < text.length() ? List.of() : runs;
  }

  /** A list of texts in several languages. */
  List<LocalizedText> localizedList(String name) {
    List<LocalizedText> texts = new ArrayList<>();
    for (YamlValue item : items(name)) {
      LocalizedText text = item instanceof Entries map ? localized(map) : null;
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** A map from language id to a list of texts. */
  Map<String, List<String>> lists(String name) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    if (entries.get(name) instanceof Entries map) {
      for (Entry entry : map.entries()) {
        if (entry.value() instanceof Items list) {
          lists.put(
              entry.key().text(), scalars(list.items()).stream().map(s -> fold(s.text())).toList());
        }
      }
    }
    return lists;
  }

  /** A list of scalars. */
  List<Scalar> scalars(String name) {
    return scalars(items(name));
  }

  private static List<Scalar> scalars(List<YamlValue> items) {
    List<Scalar> scalars = new ArrayList<>();
    for (YamlValue item : items) {
      if (item instanceof Scalar s && !s.nothing() && !s.text().isBlank()) {
        scalars.add(s);
      }
    }
    return scalars;
  }

  /** A list of maps. */
  List<Values> maps(String name) {
    return maps(items(name), languages, diagnostics);
  }

  /** The maps of a list. */
  static List<Values> maps(
      List<YamlValue> items, Collection<String> languages, Diagnostics diagnostics) {
    List<Values> maps = new ArrayList<>();
    for (YamlValue item : items) {
      if (item instanceof Entries map) {
        maps.add(new Values(map, languages, diagnostics));
      }
    }
    return maps;
  }

  /** A map inside this one, or null. */
  @Nullable Values map(String name) {
    return entries.get(name) instanceof Entries map
        ? new Values(map, languages, diagnostics)
        : null;
  }

  private List<YamlValue> items(String name) {
    return entries.get(name) instanceof Items list ? list.items() : List.of();
  }

  /** An id in its one form; null, with {@code bad-id}, when it is none. */
  @Nullable String id(String name) {
    Scalar scalar = scalar(name);
    return scalar == null ? null : id(scalar, diagnostics);
  }

  /** An id in its one form; null, with {@code bad-id}, when it is none. */
  static @Nullable String id(Scalar scalar, Diagnostics diagnostics) {
    return id(scalar.text(), scalar.at(), diagnostics);
  }

  /** An id in its one form; null, with {@code bad-id}, when it is none. */
  static @Nullable String id(String text, Location at, Diagnostics diagnostics) {
    if (ID.matcher(text).matches()) {
      return text;
    }
    diagnostics.add(
        Code.BAD_ID,
        at,
        "\"" + shorten(text) + "\" is not an id",
        "ids are lower-case ASCII letters, digits and hyphens, and at most 80 of them");
    return null;
  }

  /** One of a few words; null, with {@code bad-value}, when it is none of them. */
  <T> @Nullable T choice(String name, Map<String, T> choices) {
    Scalar scalar = scalar(name);
    if (scalar == null) {
      return null;
    }
    T value = choices.get(scalar.text());
    if (value == null) {
      bad(
          scalar,
          name,
          Nearest.didYouMean(scalar.text(), choices.keySet())
              + "It is one of "
              + String.join(", ", choices.keySet()));
    }
    return value;
  }

  boolean flag(String name) {
    return Boolean.TRUE.equals(choice(name, FLAGS));
  }

  private static final Map<String, Boolean> FLAGS = flags();

  private static Map<String, Boolean> flags() {
    Map<String, Boolean> flags = new LinkedHashMap<>();
    flags.put("true", true);
    flags.put("false", false);
    return flags;
  }

  /** A decimal number; null, with {@code bad-value}, when it is none. */
  @Nullable BigDecimal number(String name) {
    Scalar scalar = scalar(name);
    if (scalar == null) {
      return null;
    }
    if (NUMBER.matcher(scalar.text()).matches()) {
      return new BigDecimal(scalar.text());
    }
    bad(scalar, name, "write digits only, such as 34000000 or 12.5");
    return null;
  }

  /** A whole number of at least {@code least}; null, with {@code bad-value}, when it is none. */
  @Nullable Integer whole(String name, int least) {
    Scalar scalar = scalar(name);
    if (scalar == null) {
      return null;
    }
    int number = scalar.text().matches("[0-9]{1,6}") ? Integer.parseInt(scalar.text()) : -1;
    if (number >= least && number <= 100_000) {
      return number;
    }
    bad(scalar, name, "write a whole number from " + least + " to 100000");
    return null;
  }

  /** A date; null, with {@code bad-date}, when it is none. */
  @Nullable EdtfDate date(String name) {
    Scalar scalar = scalar(name);
    if (scalar == null) {
      return null;
    }
    try {
      return EdtfDate.parse(scalar.text());
    } catch (EdtfException e) {
      diagnostics.add(Code.BAD_DATE, scalar.at(), shorten(e.getMessage(), 200), e.hint());
      return null;
    }
  }

  /** A web address; null, with {@code unsafe-link}, when it is none. */
  @Nullable String url(String name) {
    Scalar scalar = scalar(name);
    if (scalar == null) {
      return null;
    }
    try {
      URI uri = new URI(scalar.text());
      String scheme = uri.getScheme();
      if (uri.getHost() != null && ("https".equals(scheme) || "http".equals(scheme))) {
        return scalar.text();
      }
    } catch (URISyntaxException e) {
      // told below, like any other text that is no web address
    }
    diagnostics.add(
        Code.UNSAFE_LINK,
        scalar.at(),
        "\"" + shorten(scalar.text()) + "\" is not a web address",
        "write it in full, starting with https://");
    return null;
  }

  void bad(Scalar scalar, String name, String hint) {
    diagnostics.add(
        Code.BAD_VALUE,
        scalar.at(),
        "\"" + shorten(scalar.text()) + "\" is no value for \"" + name + "\"",
        hint);
  }

  static String fold(String text) {
    return WHITE.matcher(text.strip()).replaceAll(" ");
  }

  /** Long values are cut in messages. */
  static String shorten(String text) {
    return shorten(text, 60);
  }

  private static String shorten(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 3)) + "...";
  }
}
