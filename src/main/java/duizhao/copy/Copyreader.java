package duizhao.copy;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostic;
import duizhao.diagnostic.Diagnostics;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the copy of one text, paragraph by paragraph, and tells what no good newspaper would print.
 * Languages other than Chinese and English are left alone.
 */
public final class Copyreader {

  /** Addresses are spelt as they are; there are Chinese characters in paths, not in hosts. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:https?://|www\\.|mailto:|[\\w.+-]{1,64}@)"
              + "[^\\s\\uFFFC㐀-鿿，。；：！？、“”‘’（）《》「」/]*[^\\s\\uFFFC㐀-鿿，。；：！？、“”‘’（）《》「」/.,;:!?]"
              + "(?:/[^\\s\\uFFFC，。；：！？、“”‘’（）《》「」]*)?");

  private final Diagnostics diagnostics;
  private final boolean chinese;
  private final boolean english;

  /** A quotation left open, which is right if the next paragraph goes on with it. */
  private List<Diagnostic> open = List.of();

  /**
   * @param tag of the language the text is in, BCP 47
   */
  public Copyreader(String tag, Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    this.chinese = tag.equals("zh") || tag.startsWith("zh-");
    this.english = tag.equals("en") || tag.startsWith("en-");
  }

  /**
   * Reads the next paragraph. Adds {@code chinese-mark}, {@code chinese-space}, {@code
   * doubled-mark}, {@code unpaired-mark}, {@code straight-quote}, {@code repeated-word}, {@code
   * stray-word}, {@code full-width-letter}, {@code english-mark}, {@code english-space} and {@code
   * number-dash}.
   */
  public void read(Prose prose) {
    if (!chinese && !english) {
      return;
    }
    String text = masked(prose.toString());
    if (!text.startsWith("“") && !text.startsWith("「")) {
      open.forEach(diagnostics::add);
    }
    Findings findings = new Findings(prose, text);
    if (chinese) {
      ChineseCopy.read(findings);
    } else {
      EnglishCopy.read(findings);
    }
    findings.told.forEach(diagnostics::add);
    open = findings.open;
  }

  /** Reads a text of one paragraph. */
  public void readAlone(Prose prose) {
    read(prose);
    end();
  }

  /** Says that no paragraph follows. */
  public void end() {
    open.forEach(diagnostics::add);
    open = List.of();
  }

  private static String masked(String text) {
    if (text.indexOf("://") < 0 && text.indexOf('@') < 0 && text.indexOf("www.") < 0) {
      return text;
    }
    Matcher address = ADDRESS.matcher(text);
    return address.replaceAll(found -> String.valueOf(Prose.OTHER).repeat(found.group().length()));
  }

  /** What is found in one paragraph. */
  static final class Findings {

    private static final String FIX = "; \"duizhao check --fix\" does";

    final String text;
    private final Prose prose;
    private final List<Diagnostic> told = new ArrayList<>();
    private final List<Diagnostic> open = new ArrayList<>();

    /** What a correction touches: two never overlap. */
    private final BitSet taken = new BitSet();

    private final int traits;

    Findings(Prose prose, String text) {
      this.prose = prose;
      this.text = text;
      this.traits = Traits.of(text);
    }

    /** Whether the text has one of these {@link Traits}: most rules need look at few texts. */
    boolean has(int wanted) {
      return (traits & wanted) != 0;
    }

    boolean isHeading() {
      return prose.isHeading();
    }

    /** Whether a piece stands in the file just so, without markup or a line break within it. */
    boolean isWhole(int from, int to) {
      return prose.isWhole(from, to);
    }

    /** A finding whose correction is for a person to decide. */
    void tell(Code code, int from, int to, String message, String hint) {
      told.add(new Diagnostic(code, prose.at(from, to), message, hint));
    }

    /** A quotation that does not end in this paragraph. */
    void open(int from, String message, String hint) {
      open.add(new Diagnostic(Code.UNPAIRED_MARK, prose.at(from, from + 1), message, hint));
    }

    /**
     * A finding with its correction, which is kept only if the piece stands in the file as it is
     * and no other correction touches it.
     */
    void correct(Code code, int from, int to, String right, String message, String hint) {
      int touched = taken.nextSetBit(from);
      boolean free = prose.isWhole(from, to) && (touched < 0 || touched >= to);
      Diagnostic.@Nullable Fix fix =
          free ? new Diagnostic.Fix(text.substring(from, to), right) : null;
      if (free) {
        taken.set(from, to);
      }
      told.add(new Diagnostic(code, prose.at(from, to), message, hint + (free ? FIX : ""), fix));
    }

    char before(int i) {
      return i > 0 ? text.charAt(i - 1) : '\n';
    }

    char at(int i) {
      return i >= 0 && i < text.length() ? text.charAt(i) : '\n';
    }
  }
}
