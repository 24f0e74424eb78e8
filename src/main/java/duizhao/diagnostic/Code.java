package duizhao.diagnostic;

import java.util.Locale;

/**
 * Every kind of diagnostic there is. The kebab-case {@link #id} is stable: it is printed,
 * documented in {@code src/docs/diagnostics.md} and may be used by scripts.
 */
public enum Code {
  // files
  MISSING_FILE(Severity.ERROR),
  NOT_A_FILE(Severity.ERROR),
  NOT_A_FOLDER(Severity.ERROR),
  UNREADABLE_FILE(Severity.ERROR),
  FILE_TOO_LARGE(Severity.ERROR),
  EMPTY_FILE(Severity.ERROR),
  INVALID_UTF8(Severity.ERROR),
  CONTROL_CHARACTER(Severity.ERROR),
  UNSAFE_PATH(Severity.ERROR),
  UNKNOWN_FILE(Severity.WARNING),

  // YAML
  YAML_SYNTAX(Severity.ERROR),
  YAML_TAG(Severity.ERROR),
  YAML_ALIAS(Severity.ERROR),
  DUPLICATE_KEY(Severity.ERROR),
  UNKNOWN_FIELD(Severity.ERROR),
  MISSING_FIELD(Severity.ERROR),
  WRONG_TYPE(Severity.ERROR),
  BAD_VALUE(Severity.ERROR),
  CONFLICTING_FIELD(Severity.ERROR),

  // vocabulary and identity
  BAD_ID(Severity.ERROR),
  DUPLICATE_ID(Severity.ERROR),
  UNKNOWN_LANGUAGE(Severity.ERROR),
  UNKNOWN_REGION(Severity.ERROR),
  AMBIGUOUS_REGION(Severity.ERROR),
  UNKNOWN_PROGRAMME(Severity.ERROR),
  UNKNOWN_NEWSPAPER(Severity.ERROR),
  UNKNOWN_UNIT(Severity.ERROR),
  CIRCULAR_VOCABULARY(Severity.ERROR),
  BAD_DATE(Severity.ERROR),

  // text
  RAW_HTML(Severity.WARNING),
  UNSAFE_HTML(Severity.WARNING),
  UNSAFE_LINK(Severity.ERROR),
  NESTING_TOO_DEEP(Severity.ERROR),
  TABLE_TOO_LARGE(Severity.ERROR),
  DEAD_LINK(Severity.ERROR),
  MISSING_PICTURE(Severity.ERROR),
  UNUSED_PICTURE(Severity.WARNING),
  UNSUPPORTED_PICTURE(Severity.ERROR),
  PICTURE_WITHOUT_TEXT(Severity.WARNING),

  // the two languages
  MISSING_EDITION(Severity.ERROR),
  UNTRANSLATED_REPORT(Severity.WARNING),
  UNTRANSLATED_TEXT(Severity.WARNING),
  UNEVEN_PARAGRAPHS(Severity.ERROR),
  STALE_TRANSLATION(Severity.WARNING),
  FIGURE_NOT_STATED(Severity.WARNING),
  FIGURE_DIFFERS(Severity.WARNING),
  NUMBER_DIFFERS(Severity.WARNING),
  NUMBER_MISSING(Severity.WARNING),
  HEDGE_DIFFERS(Severity.WARNING),
  UNUSED_WAIVER(Severity.WARNING),
  TERM_MISSING(Severity.WARNING),
  FORBIDDEN_TERM(Severity.WARNING),
  NAME_MISSING(Severity.WARNING),
  NAME_DIFFERS(Severity.WARNING),
  SHAPE_DIFFERS(Severity.WARNING),
  LENGTH_DIFFERS(Severity.WARNING),
  LEFT_UNTRANSLATED(Severity.WARNING),
  NEAR_DUPLICATE(Severity.WARNING),

  // copy
  CHINESE_MARK(Severity.WARNING),
  CHINESE_SPACE(Severity.WARNING),
  ENGLISH_MARK(Severity.WARNING),
  ENGLISH_SPACE(Severity.WARNING),
  STRAIGHT_QUOTE(Severity.WARNING),
  DOUBLED_MARK(Severity.WARNING),
  UNPAIRED_MARK(Severity.WARNING),
  REPEATED_WORD(Severity.WARNING),
  STRAY_WORD(Severity.WARNING),
  FULL_WIDTH_LETTER(Severity.WARNING),
  NUMBER_DASH(Severity.WARNING),

  // the site
  ADDRESS_CLASH(Severity.ERROR),
  ALIAS_CLASH(Severity.ERROR),
  LOST_ADDRESS(Severity.ERROR),
  LOST_PARAGRAPH(Severity.ERROR),

  // translations that come back
  XML_SYNTAX(Severity.ERROR),
  NOT_XLIFF(Severity.ERROR),
  NOT_EXCHANGEABLE(Severity.ERROR),
  UNKNOWN_REPORT(Severity.ERROR),
  WRONG_LANGUAGE(Severity.ERROR),
  WRONG_UNITS(Severity.ERROR),
  SOURCE_CHANGED(Severity.ERROR),
  TRANSLATION_CHANGED(Severity.ERROR),
  BROKEN_CODES(Severity.ERROR),
  UNWRITABLE_TEXT(Severity.ERROR),

  // themes
  UNKNOWN_THEME(Severity.ERROR),
  CIRCULAR_THEME(Severity.ERROR),
  MISSING_TEMPLATE(Severity.ERROR),
  TEMPLATE_SYNTAX(Severity.ERROR),
  TEMPLATE_FAULT(Severity.ERROR),
  MISSING_WORD(Severity.ERROR),
  UNKNOWN_WORD(Severity.ERROR),

  // this program
  PROGRAM_FAULT(Severity.ERROR);

  private final Severity severity;

  Code(Severity severity) {
    this.severity = severity;
  }

  public Severity severity() {
    return severity;
  }

  /** The code as it is printed, such as {@code unknown-region}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
