package duizhao.cite;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * BibTeX in UTF-8, for classic styles ({@code year}, {@code month}) and biblatex ({@code date} in
 * EDTF, {@code langid}, {@code titleaddon}).
 */
final class BibTex {

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private final StringBuilder text = new StringBuilder();

  private BibTex() {}

  static String of(List<Work> works) {
    BibTex file = new BibTex();
    works.forEach(file::entry);
    return file.text.toString();
  }

  private void entry(Work work) {
    boolean article = work.newspaper() != null;
    text.append(text.length() == 0 ? "" : "\n");
    text.append(article ? "@article{" : "@misc{").append(work.key()).append(",\n");
    field("author", names(work.authors()));
    field("title", "{" + escaped(work.supplied() ? "[" + work.title() + "]" : work.title()) + "}");
    field("titleaddon", work.english() == null ? null : "[" + escaped(work.english()) + "]");
    if (article) {
      field("journal", braced(work.newspaperAsPrinted()));
      field("issn", braced(Objects.requireNonNull(work.newspaper()).issn()));
      field("entrysubtype", "newspaper");
    } else if (work.archive() != null) {
      field("howpublished", escaped(work.archive().preferring(work.language())));
    }
    date(work.date());
    field("pages", work.page() == null ? null : work.page().toString());
    field("url", work.url() == null ? null : address(work.url()));
    field("langid", langid(work));
    Work printed = work.printed();
    field("related", printed == null ? null : printed.key());
    field("relatedtype", printed == null ? null : "origpubas");
    text.append("}\n");
  }

  /** The plain fields only as far as they are certain numbers; what is guessed is a note too. */
  private void date(@Nullable CitedDate date) {
    CitedDate.Part part = date == null ? null : date.known();
    if (date == null || part == null) {
      return;
    }
    field("date", date.edtf().text());
    field("year", part.year().endsWith("X") ? part.yearInWords() : part.year());
    if (part.month() > 0 && !part.season()) {
      text.append("  month = ").append(MONTHS.get(part.month() - 1)).append(",\n");
    }
    if (!date.edtf().certain()) {
      String words = date.words(English::monthFirst, "--");
      field("note", "Date " + (date.uncertain() ? "uncertain: " : "approximate: ") + words);
    }
  }

  private void field(String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      text.append("  ").append(name).append(" = {").append(value).append("},\n");
    }
  }

  private static String names(List<Name> names) {
    return names.stream().map(BibTex::name).collect(Collectors.joining(" and "));
  }

  /** A Chinese name and that of a body stand in braces, which keep them whole. */
  private static String name(Name name) {
    String family = name.family();
    String given = name.given();
    return name.isChinese() || family == null || given == null
        ? "{" + escaped(name.original()) + "}"
        : escaped(family) + ", " + escaped(given);
  }

  private static @Nullable String braced(@Nullable String value) {
    return value == null ? null : "{" + escaped(value) + "}";
  }

  /** The name that babel and polyglossia have for the language; null for others. */
  private static @Nullable String langid(Work work) {
    String primary = work.language().tag().toLowerCase(Locale.ROOT).split("-", 2)[0];
    return switch (primary) {
      case "zh" -> "chinese";
      case "en" -> "english";
      case "ja" -> "japanese";
      case "ko" -> "korean";
      case "fr" -> "french";
      case "de" -> "german";
      case "es" -> "spanish";
      case "ru" -> "russian";
      default -> null;
    };
  }

  /** Biblatex reads addresses as they are; braces and backslashes would still end the field. */
  private static String address(String url) {
    StringBuilder address = new StringBuilder();
    for (char c : Plain.line(url).toCharArray()) {
      address.append(
          switch (c) {
            case '{' -> "%7B";
            case '}' -> "%7D";
            case '\\' -> "%5C";
            case ' ' -> "%20";
            default -> Character.toString(c);
          });
    }
    return address.toString();
  }

  /** Even an escaped brace counts for BibTeX, so braces become commands. */
  static String escaped(String value) {
    StringBuilder escaped = new StringBuilder();
    for (char c : Plain.line(value).toCharArray()) {
      escaped.append(
          switch (c) {
            case '\\' -> "\\textbackslash{}";
            case '{' -> "\\textbraceleft{}";
            case '}' -> "\\textbraceright{}";
            case '~' -> "\\textasciitilde{}";
            case '^' -> "\\textasciicircum{}";
            case '"' -> "\\textquotedbl{}";
            case '#', '$', '%', '&', '_' -> "\\" + c;
            default -> Character.toString(c);
          });
    }
    return escaped.toString();
  }
}
