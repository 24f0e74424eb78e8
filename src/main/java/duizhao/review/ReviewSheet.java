package duizhao.review;

import static duizhao.review.MarkedText.escape;
import static java.util.stream.Collectors.joining;

import duizhao.diagnostic.Diagnostic;
import duizhao.diagnostic.Location;
import duizhao.diagnostic.Severity;
import duizhao.model.Archive;
import duizhao.model.Block;
import duizhao.model.Edition;
import duizhao.model.Figure;
import duizhao.model.Language;
import duizhao.model.LocalizedText;
import duizhao.model.Newspaper;
import duizhao.model.Picture;
import duizhao.model.Report;
import duizhao.model.Signature;
import duizhao.quantity.Quantity;
import duizhao.quantity.QuantityReader;
import duizhao.review.MarkedText.Mark;
import duizhao.text.Fingerprint;
import duizhao.text.Fingerprint.State;
import duizhao.text.TermFinder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page on which reports are read against their originals: both languages level, with what the
 * check found at its place. It needs no script and nothing beside it.
 */
public final class ReviewSheet {

  /** Stands in every sheet, and in nothing else. */
  public static final String MARK = "<meta name=\"generator\" content=\"duizhao review\">";

  private static final String ALT = "alt ";

  /** Larger ones would make a sheet that no browser likes. */
  private static final long MOST_PICTURE_BYTES = 4L << 20;

  /** Looks of numbers and terms; the style sheet has as many. */
  private static final int LOOKS = 8;

  private final StringBuilder html = new StringBuilder();
  private final Archive archive;
  private final List<Diagnostic> diagnostics;
  private final Function<Picture, byte @Nullable []> pictures;
  private final TermFinder[] terms;

  /** The first language of a report, and the one beside it. */
  private Language left;

  private Language right;
  private int findings;

  /** What the ids of a report's rows start with: nothing where the sheet has one report. */
  private String prefix = "";

  private ReviewSheet(
      Archive archive,
      List<Diagnostic> diagnostics,
      Function<Picture, byte @Nullable []> pictures) {
    this.pictures = pictures;
    this.archive = archive;
    this.diagnostics = diagnostics;
    this.left = archive.languages().get(0);
    this.right = archive.languages().get(archive.languages().size() > 1 ? 1 : 0);
    this.terms = new TermFinder[] {finder(left), finder(right)};
  }

  private TermFinder finder(Language language) {
    return new TermFinder(archive.glossary(), language);
  }

  /**
   * A whole page of HTML.
   *
   * @param reports at least one
   * @param diagnostics of the whole archive
   * @param pictures the bytes of a picture; null where they cannot be read
   */
  public static String of(
      Archive archive,
      List<Report> reports,
      List<Diagnostic> diagnostics,
      Function<Picture, byte @Nullable []> pictures) {
    return new ReviewSheet(archive, diagnostics, pictures).page(reports);
  }

  private String page(List<Report> reports) {
    String title = reports.size() == 1 ? reports.get(0).id() : reports.size() + " reports";
    html.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append(MARK)
        .append("\n<meta http-equiv=\"Content-Security-Policy\"")
        .append(" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width\">\n")
        .append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>Review: ")
        .append(escape(title))
        .append("</title>\n<style>\n")
        .append(css())
        .append("</style>\n</head>\n<body>\n");
    for (Report report : reports) {
      prefix = reports.size() == 1 ? "" : report.id() + "-";
      report(report);
    }
    return html.append("</body>\n</html>\n").toString();
  }

  private static String css() {
    try (InputStream in = ReviewSheet.class.getResourceAsStream("sheet.css")) {
      return new String(
          Objects.requireNonNull(in, "sheet.css").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void report(Report report) {
    left = report.translation().original();
    right = archive.languages().stream().filter(l -> !l.equals(left)).findFirst().orElse(left);
    terms[0] = finder(left);
    terms[1] = finder(right);
    findings = 0;
    List<Diagnostic> own = diagnostics.stream().filter(d -> belongs(d.at(), report)).toList();
    html.append("<article>\n<header>\n<h1>").append(escape(report.id())).append("</h1>\n<p>");
    Newspaper newspaper = archive.newspapers().get(report.source().newspaper().id());
    html.append(escape(newspaper == null ? "" : newspaper.name().preferring(right)))
        .append(", ")
        .append(escape(report.source().date().text()))
        .append(" · ")
        .append(escape(report.kind().id()))
        .append(" · translation: ")
        .append(escape(report.translation().status().id()))
        .append("</p>\n<p class=\"legend\"><span class=\"n n1\">number</span> and ")
        .append("<span class=\"t t1\">glossary term</span>: looks alike on both sides; ")
        .append("<span class=\"n alone\">without counterpart</span>; ")
        .append("<span class=\"f error\">error</span>, <span class=\"f warning\">warning</span>")
        .append("</p>\n</header>\n");
    Edition ours = report.in(left);
    Edition theirs = report.in(right);
    List<Block> originals = ours == null ? List.of() : ours.body().blocks();
    List<Block> answers = theirs == null || left.equals(right) ? List.of() : theirs.body().blocks();
    List<Diagnostic> rest = new ArrayList<>(own);
    Map<String, List<Diagnostic>> placed = new LinkedHashMap<>();
    placed.put("report", rest);
    Map<String, LocalizedText> beside = beside(report);
    beside.forEach((name, text) -> place(name, of(text, rest), placed));
    for (int i = 0; i < report.figures().size(); i++) {
      Figure figure = report.figures().get(i);
      Set<Diagnostic> here = new LinkedHashSet<>(of(figure.what(), rest));
      here.addAll(of(figure.asStated(), rest));
      rest.stream().filter(d -> d.at().equals(figure.at())).forEach(here::add);
      place(figure(i), List.copyOf(here), placed);
    }
    int rows = Math.max(originals.size(), answers.size());
    for (int i = 0; i < rows; i++) {
      List<Diagnostic> here = new ArrayList<>(in(originals, i, rest));
      here.addAll(in(answers, i, rest));
      place("p" + (i + 1), here, placed);
    }
    summary(report, own, placed);
    html.append("<div class=\"pair head\"><b class=\"at\"></b>");
    cell(left, escape(left.name()), "");
    cell(right, escape(right.name()), "");
    html.append("</div>\n");
    beside.forEach(
        (name, text) -> {
          Picture picture =
              name.startsWith(ALT)
                  ? report.pictures().get(Integer.parseInt(name.substring(ALT.length())) - 1)
                  : null;
          words(name, text, picture, Objects.requireNonNull(placed.get(name)));
        });
    figures(report, placed);
    if (!rest.isEmpty()) {
      html.append("<section class=\"top\" id=\"")
          .append(escape(prefix))
          .append("report\">\n<h2>On the whole report</h2>\n");
      found(rest);
      html.append("</section>\n");
    }
    List<Integer> stale = Fingerprint.stale(report);
    for (int i = 0; i < rows; i++) {
      Block original = i < originals.size() ? originals.get(i) : null;
      Block answer = i < answers.size() ? answers.get(i) : null;
      List<Diagnostic> here = Objects.requireNonNull(placed.get("p" + (i + 1)));
      pair(i + 1, original, answer, here, stale.contains(i + 1));
    }
    html.append("</article>\n");
  }

  /** The rows beside the text by their names, as the metadata has them. */
  private static Map<String, LocalizedText> beside(Report report) {
    Map<String, LocalizedText> rows = new LinkedHashMap<>();
    rows.put("title", report.title());
    rows.put("summary", report.summary());
    int count = 0;
    for (Picture picture : report.pictures()) {
      count++;
      rows.put(ALT + count, picture.alt());
      if (picture.caption() != null) {
        rows.put("caption " + count, picture.caption());
      }
      if (picture.credit() != null) {
        rows.put("credit " + count, picture.credit());
      }
    }
    return rows;
  }

  private static String figure(int index) {
    return "figure " + (index + 1);
  }

  /** Gives findings a row, and takes them from what is about the whole report. */
  private static void place(
      String row, List<Diagnostic> found, Map<String, List<Diagnostic>> placed) {
    Objects.requireNonNull(placed.get("report")).removeAll(found);
    placed.put(row, List.copyOf(found));
  }

  /** What is wrong in a text of the metadata. */
  private List<Diagnostic> of(LocalizedText text, List<Diagnostic> all) {
    return all.stream()
        .filter(d -> stands(text, left, d.at()) >= 0 || stands(text, right, d.at()) >= 0)
        .toList();
  }

  /** Where in a text a place of its file is; -1 where it is in none of its lines. */
  private static int stands(LocalizedText text, Language language, Location at) {
    String words = text.in(language);
    return words == null
        ? -1
        : index(words, text.runs().getOrDefault(language.id(), List.of()), at);
  }

  /**
   * How the translation stands, and each kind of finding with links to where it stands.
   *
   * @param placed findings by the row that they stand in
   */
  private void summary(Report report, List<Diagnostic> own, Map<String, List<Diagnostic>> placed) {
    html.append("<nav class=\"summary\" aria-label=\"Findings\">\n<p>");
    if (!left.equals(right)) {
      List<State> states = Fingerprint.states(report, right);
      html.append(count(states.size(), "paragraph"));
      standing(states, State.FRESH, "checked");
      standing(states, State.STALE, "out of date");
      standing(states, State.MISSING, "missing");
      standing(states, State.UNRECORDED, "not yet checked");
      Set<Signature> signatures = Fingerprint.signatures(report).keySet();
      html.append(signatures.isEmpty() ? "" : "; by ");
      html.append(signatures.stream().map(s -> escape(s.text())).collect(joining("; ")));
    }
    html.append("</p>\n<p>").append(own.isEmpty() ? "Nothing was found." : "");
    Map<String, List<Diagnostic>> kinds = new TreeMap<>();
    own.forEach(d -> kinds.computeIfAbsent(d.code().id(), k -> new ArrayList<>()).add(d));
    long errors = own.stream().filter(d -> d.severity() == Severity.ERROR).count();
    if (errors > 0) {
      html.append("<b class=\"error\">").append(count(errors, "error")).append("</b> ");
    }
    if (own.size() > errors) {
      html.append("<b class=\"warning\">")
          .append(count(own.size() - errors, "warning"))
          .append("</b>");
    }
    html.append("</p>\n");
    if (!kinds.isEmpty()) {
      html.append("<ul>\n");
      kinds.forEach((code, found) -> kind(code, found, placed));
      html.append("</ul>\n");
    }
    html.append("</nav>\n");
  }

  private void standing(List<State> states, State state, String words) {
    long count = states.stream().filter(s -> s == state).count();
    if (count > 0) {
      html.append(", ").append(count).append(' ').append(words);
    }
  }

  private void kind(String code, List<Diagnostic> found, Map<String, List<Diagnostic>> placed) {
    html.append("<li class=\"")
        .append(found.get(0).severity().word())
        .append("\"><b>")
        .append(found.size())
        .append("</b> <code>")
        .append(escape(code))
        .append("</code>");
    placed.forEach(
        (row, here) -> {
          if (here.stream().anyMatch(d -> d.code().id().equals(code))) {
            html.append(' ').append(link(row));
          }
        });
    html.append("</li>\n");
  }

  private static String count(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  private String link(String row) {
    String words = row.equals("report") ? "whole report" : row;
    return "<a href=\"#" + escape(prefix + row.replace(' ', '-')) + "\">" + escape(words) + "</a>";
  }

  /**
   * Whether a diagnostic is about a file of a report: one in its folder, or a single file of it.
   */
  private static boolean belongs(Location at, Report report) {
    String file = report.at().file();
    return at.file().startsWith(file.substring(0, file.lastIndexOf('/') + 1))
        && (file.endsWith("/report.yaml")
            || at.file().substring(file.lastIndexOf('/') + 1).startsWith(report.id() + "."));
  }

  /** What is wrong in one block: from where it starts to where the next one does. */
  private static List<Diagnostic> in(List<Block> blocks, int index, List<Diagnostic> all) {
    if (index >= blocks.size()) {
      return List.of();
    }
    Location from = blocks.get(index).at();
    Location to = index + 1 < blocks.size() ? blocks.get(index + 1).at() : null;
    return all.stream()
        .filter(d -> d.at().file().equals(from.file()) && before(from, d.at()))
        .filter(d -> to == null || !before(to, d.at()))
        .toList();
  }

  private static boolean before(Location a, Location b) {
    return a.line() < b.line() || a.line() == b.line() && a.column() <= b.column();
  }

  // ---- rows ----

  private void words(
      String name, LocalizedText text, @Nullable Picture picture, List<Diagnostic> found) {
    String ours = Objects.requireNonNullElse(text.in(left), "");
    String theirs = Objects.requireNonNullElse(text.in(right), "");
    List<Mark> before = new ArrayList<>();
    List<Mark> beside = new ArrayList<>();
    counterparts(ours, theirs, before, beside);
    int label = findings;
    for (Diagnostic diagnostic : found) {
      label++;
      mark(ours, stands(text, left, diagnostic.at()), diagnostic, label, before);
      mark(theirs, stands(text, right, diagnostic.at()), diagnostic, label, beside);
    }
    start(name, "");
    if (picture != null) {
      picture(picture);
    }
    cell(left, MarkedText.of(ours, before), ours);
    cell(right, MarkedText.of(theirs, beside), theirs);
    found(found);
    tick(name);
    html.append("</section>\n");
  }

  /** The picture itself, so that its words can be held against it. */
  private void picture(Picture picture) {
    byte[] bytes = picture.bytes() > MOST_PICTURE_BYTES ? null : pictures.apply(picture);
    html.append("<p class=\"shown\">");
    if (bytes != null) {
      html.append("<img src=\"data:")
          .append(type(picture.file()))
          .append(";base64,")
          .append(Base64.getEncoder().encodeToString(bytes))
          .append("\" alt=\"\" width=\"")
          .append(picture.widthPx())
          .append("\" height=\"")
          .append(picture.heightPx())
          .append("\">");
    }
    html.append("<code>").append(escape(picture.file())).append("</code></p>\n");
  }

  private static String type(String file) {
    String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return "image/" + (ending.equals("png") || ending.equals("gif") ? ending : "jpeg");
  }

  private void pair(
      int number,
      @Nullable Block original,
      @Nullable Block answer,
      List<Diagnostic> found,
      boolean stale) {
    String ours = original == null ? "" : original.text();
    String theirs = answer == null ? "" : answer.text();
    List<Mark> before = new ArrayList<>();
    List<Mark> beside = new ArrayList<>();
    counterparts(ours, theirs, before, beside);
    int label = findings;
    for (Diagnostic diagnostic : found) {
      label++;
      mark(original, diagnostic, label, before);
      mark(answer, diagnostic, label, beside);
    }
    start("p" + number, stale ? " stale" : "");
    cell(left, original == null ? "" : MarkedText.of(original.html().markup(), ours, before), ours);
    cell(
        right, answer == null ? "" : MarkedText.of(answer.html().markup(), theirs, beside), theirs);
    if (stale) {
      html.append("<p class=\"note\">The original has changed since this was translated.</p>\n");
    }
    found(found);
    tick("p" + number);
    html.append("</section>\n");
  }

  private void start(String name, String classes) {
    html.append("<section class=\"pair")
        .append(classes)
        .append("\" id=\"")
        .append(escape(prefix + name.replace(' ', '-')))
        .append("\"><b class=\"at\">")
        .append(link(name))
        .append("</b>");
  }

  private void cell(Language language, String markup, String words) {
    html.append("<div class=\"text\" lang=\"").append(escape(language.tag())).append("\">");
    boolean nothing = words.isEmpty() && markup.isEmpty();
    html.append(nothing ? "<p class=\"missing\" lang=\"en\">nothing here</p>" : markup)
        .append("</div>\n");
  }

  private void tick(String name) {
    html.append("<p class=\"tick\"><label><input type=\"checkbox\"> ")
        .append(escape(name))
        .append(" is right</label> <span class=\"line\">Notes</span></p>\n");
  }

  private void found(List<Diagnostic> diagnostics) {
    if (diagnostics.isEmpty()) {
      return;
    }
    html.append("<ol class=\"found\">\n");
    for (Diagnostic diagnostic : diagnostics) {
      findings++;
      html.append("<li value=\"")
          .append(findings)
          .append("\" class=\"")
          .append(diagnostic.severity().word())
          .append("\"><b>")
          .append(diagnostic.severity().word())
          .append("</b> ")
          .append(escape(diagnostic.message()))
          .append(" <code>")
          .append(escape(diagnostic.code().id()))
          .append("</code> <code>")
          .append(escape(inFolder(diagnostic.at())))
          .append("</code>");
      if (diagnostic.hint() != null) {
        html.append("<br><i>").append(escape(diagnostic.hint())).append("</i>");
      }
      html.append("</li>\n");
    }
    html.append("</ol>\n");
  }

  /** A place without the folders above its file, which are the report's. */
  private static String inFolder(Location at) {
    String place = at.toString();
    return place.substring(place.lastIndexOf('/') + 1);
  }

  private void figures(Report report, Map<String, List<Diagnostic>> placed) {
    if (report.figures().isEmpty()) {
      return;
    }
    html.append("<table class=\"figures\">\n<thead><tr><th>Figure</th><th>Value</th>");
    html.append("<th>").append(escape(left.name())).append("</th><th>");
    html.append(escape(right.name())).append("</th><th>At</th></tr></thead>\n<tbody>\n");
    for (int i = 0; i < report.figures().size(); i++) {
      Figure figure = report.figures().get(i);
      String upTo = figure.upTo() == null ? "" : "–" + figure.upTo().toPlainString();
      html.append("<tr id=\"")
          .append(escape(prefix + figure(i).replace(' ', '-')))
          .append("\"><td lang=\"")
          .append(escape(right.tag()))
          .append("\">")
          .append(escape(figure.what().preferring(right)))
          .append("</td><td>")
          .append(escape(figure.value().toPlainString() + upTo + " " + figure.unit().id()))
          .append("</td><td lang=\"")
          .append(escape(left.tag()))
          .append("\">")
          .append(escape(Objects.requireNonNullElse(figure.asStated().in(left), "")))
          .append("</td><td lang=\"")
          .append(escape(right.tag()))
          .append("\">")
          .append(escape(Objects.requireNonNullElse(figure.asStated().in(right), "")))
          .append("</td><td>")
          .append(figure.paragraph() == 0 ? "" : link("p" + figure.paragraph()))
          .append("</td></tr>\n");
      List<Diagnostic> found = Objects.requireNonNull(placed.get(figure(i)));
      if (!found.isEmpty()) {
        html.append("<tr class=\"told\"><td colspan=\"5\">\n");
        found(found);
        html.append("</td></tr>\n");
      }
    }
    html.append("</tbody>\n</table>\n");
  }

  // ---- marks ----

  /**
   * Marks the characters of a block that a diagnostic is about, where it is not the whole block.
   */
  private static void mark(
      @Nullable Block block, Diagnostic diagnostic, int label, List<Mark> marks) {
    Location at = diagnostic.at();
    if (block != null && block.at().file().equals(at.file()) && !block.at().equals(at)) {
      mark(block.text(), index(block.text(), block.runs(), at), diagnostic, label, marks);
    }
  }

  private static void mark(
      String text, int start, Diagnostic diagnostic, int label, List<Mark> marks) {
    if (start >= 0) {
      int length = Math.min(diagnostic.at().length(), text.codePointCount(start, text.length()));
      int end = text.offsetByCodePoints(start, length);
      String classes = "f " + diagnostic.severity().word();
      marks.add(new Mark(start, end, classes, String.valueOf(label)));
    }
  }

  /**
   * Where in a text a place of its file is, in UTF-16 units; -1 where it is in none of its runs.
   */
  private static int index(String text, List<Block.Run> runs, Location at) {
    for (int i = 0; i < runs.size(); i++) {
      Block.Run run = runs.get(i);
      int end = i + 1 < runs.size() ? runs.get(i + 1).start() : text.length();
      int points = text.codePointCount(run.start(), end);
      int skip = at.column() - run.at().column();
      if (run.at().line() == at.line()
          && run.at().file().equals(at.file())
          && skip >= 0
          && skip < points) {
        return text.offsetByCodePoints(run.start(), skip);
      }
    }
    return -1;
  }

  /** Marks numbers and terms: what answers each other looks alike. */
  private void counterparts(String ours, String theirs, List<Mark> before, List<Mark> beside) {
    QuantityReader reader = reader(left);
    QuantityReader other = reader(right);
    int look = 0;
    if (reader != null && other != null) {
      List<Quantity> there = new ArrayList<>(other.read(theirs));
      there.removeIf(quantity -> !quantity.isNumber());
      for (Quantity quantity : reader.read(ours)) {
        if (!quantity.isNumber()) {
          continue;
        }
        Quantity answer = there.stream().filter(q -> same(quantity, q)).findFirst().orElse(null);
        String classes = answer == null ? "n alone" : "n n" + (look++ % LOOKS + 1);
        before.add(new Mark(quantity.start(), quantity.end(), classes, ""));
        if (answer != null) {
          beside.add(new Mark(answer.start(), answer.end(), classes, ""));
          there.remove(answer);
        }
      }
      there.forEach(q -> beside.add(new Mark(q.start(), q.end(), "n alone", "")));
    }
    List<TermFinder.Hit> hits = terms[0].find(ours);
    List<TermFinder.Hit> answers = terms[1].find(theirs);
    List<Integer> shared =
        hits.stream()
            .map(TermFinder.Hit::term)
            .distinct()
            .filter(term -> answers.stream().anyMatch(hit -> hit.term() == term))
            .toList();
    hits.forEach(hit -> before.add(mark(hit, shared)));
    answers.forEach(hit -> beside.add(mark(hit, shared)));
  }

  private static Mark mark(TermFinder.Hit hit, List<Integer> shared) {
    int index = shared.indexOf(hit.term());
    String classes = index < 0 ? "t alone" : "t t" + (index % LOOKS + 1);
    return new Mark(hit.start(), hit.end(), classes, "");
  }

  private static boolean same(Quantity a, Quantity b) {
    return a.low().compareTo(b.low()) == 0 && a.high().compareTo(b.high()) == 0
        || a.also() != null && a.also().compareTo(b.low()) == 0
        || b.also() != null && b.also().compareTo(a.low()) == 0;
  }

  private static @Nullable QuantityReader reader(Language language) {
    return language.tag().startsWith("zh")
        ? QuantityReader.CHINESE
        : language.tag().startsWith("en") ? QuantityReader.ENGLISH : null;
  }
}
