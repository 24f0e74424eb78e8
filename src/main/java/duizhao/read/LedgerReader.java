package duizhao.read;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import duizhao.model.Ledger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code addresses.txt}; {@code src/docs/trust.md} gives its form. */
final class LedgerReader {

  private static final String ADDRESS = "((?:[A-Za-z0-9_.-]+/)*[A-Za-z0-9_.-]*)";

  /** An address; its paragraphs; where it leads, or that it is gone. */
  private static final Pattern LINE =
      Pattern.compile(
          ADDRESS + "(?: #p1(?:-p([1-9][0-9]{0,5}))?)?(?: (?:(gone)|-> (?:" + ADDRESS + ")))?");

  private LedgerReader() {}

  /** What a text says, line by line. Adds {@code bad-value} for each line that says nothing. */
  static Ledger read(String text, String file, Diagnostics diagnostics) {
    List<Ledger.Entry> entries = new ArrayList<>();
    Set<String> known = new HashSet<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      Location at = new Location(file, number, 1, Math.max(1, line.length()));
      Matcher matcher = LINE.matcher(line.stripTrailing());
      if (!matcher.matches() || ("/" + line + "/").matches("(?s).*/\\.\\.?[/ ].*")) {
        diagnostics.add(
            Code.BAD_VALUE,
            at,
            "\"" + Values.shorten(line) + "\" is no address of the ledger",
            "write it like \"en/reports/x/ #p1-p9\", \"en/reports/x/ -> en/reports/y/\" or"
                + " \"en/reports/x/ gone\"");
      } else if (!known.add(matcher.group(1))) {
        diagnostics.add(
            Code.DUPLICATE_ID,
            at,
            "\"" + matcher.group(1) + "\" is in the ledger twice",
            "delete one of the two lines");
      } else {
        entries.add(
            new Ledger.Entry(
                matcher.group(1),
                paragraphs(line, matcher.group(2)),
                matcher.group(4),
                matcher.group(3) != null,
                at));
      }
    }
    return new Ledger(entries);
  }

  private static int paragraphs(String line, @org.jspecify.annotations.Nullable String last) {
    return last != null ? Integer.parseInt(last) : line.contains(" #p1") ? 1 : 0;
  }
}
