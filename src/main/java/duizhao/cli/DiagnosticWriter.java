package duizhao.cli;

import com.google.gson.stream.JsonWriter;
import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostic;
import duizhao.diagnostic.Location;
import duizhao.diagnostic.Severity;
import duizhao.read.SourceLines;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Prints diagnostics for people, for programs, for GitHub Actions, and as SARIF 2.1.0. */
final class DiagnosticWriter {

  private static final int MOST_COLUMNS = 100;

  private final PrintWriter out;
  private final SourceLines lines;
  private final boolean colour;
  private final boolean errorsOnly;

  DiagnosticWriter(PrintWriter out, SourceLines lines, boolean colour, boolean errorsOnly) {
    this.out = out;
    this.lines = lines;
    this.colour = colour;
    this.errorsOnly = errorsOnly;
  }

  void write(List<Diagnostic> all, Format format) throws IOException {
    List<Diagnostic> diagnostics =
        errorsOnly ? all.stream().filter(d -> d.severity() == Severity.ERROR).toList() : all;
    switch (format) {
      case TEXT -> diagnostics.forEach(this::text);
      case GITHUB -> diagnostics.forEach(this::github);
      case JSON -> json(diagnostics);
      case SARIF -> sarif(diagnostics);
    }
    out.flush();
  }

  // ---- for people ----

  private void text(Diagnostic diagnostic) {
    Location at = diagnostic.at();
    String paint = diagnostic.severity() == Severity.ERROR ? "31;1" : "33;1";
    out.println(
        painted("1", visible(at.toString()))
            + ": "
            + painted(paint, diagnostic.severity().word())
            + ": "
            + visible(diagnostic.message())
            + " ["
            + diagnostic.code().id()
            + "]");
    String line = lines.line(at);
    if (line != null && at.length() > 0) {
      excerpt(line, at, paint);
    }
    if (diagnostic.hint() != null) {
      out.println("  hint: " + visible(diagnostic.hint()));
    }
  }

  /** The line and a mark below it; a window of it where it is long. */
  private void excerpt(String line, Location at, String paint) {
    int[] points = line.codePoints().map(c -> c == '\t' ? ' ' : hidden(c) ? '\uFFFD' : c).toArray();
    int start = Math.min(at.column() - 1, points.length);
    int from = start > MOST_COLUMNS / 2 && points.length > MOST_COLUMNS ? start - 20 : 0;
    int to = Math.min(points.length, from + MOST_COLUMNS);
    int end = Math.max(start + 1, Math.min(to, start + at.length()));
    String number = Integer.toString(at.line());
    String margin = "  " + " ".repeat(number.length()) + " | ";
    out.println(
        "  "
            + number
            + " | "
            + (from > 0 ? "…" : "")
            + new String(points, from, to - from)
            + (to < points.length ? "…" : ""));
    int before = (from > 0 ? 1 : 0) + columns(points, from, start);
    int marked = Math.max(1, columns(points, start, Math.min(end, points.length)));
    out.println(margin + " ".repeat(before) + painted(paint, "^".repeat(marked)));
  }

  private static int columns(int[] points, int from, int to) {
    return Columns.of(new String(points, from, to - from));
  }

  /** What an author typed may not move the cursor of whoever reads the message. */
  private static String visible(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (hidden(c)) {
                visible.append(String.format(Locale.ROOT, "<U+%04X>", c));
              } else {
                visible.appendCodePoint(c);
              }
            });
    return visible.toString();
  }

  private static boolean hidden(int c) {
    int type = Character.getType(c);
    return (type == Character.CONTROL && c != '\t')
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  private String painted(String paint, String text) {
    return colour ? "\u001B[" + paint + "m" + text + "\u001B[0m" : text;
  }

  // ---- for programs ----

  private void github(Diagnostic diagnostic) {
    Location at = diagnostic.at();
    String hint = diagnostic.hint() == null ? "" : "\nhint: " + diagnostic.hint();
    out.println(
        "::"
            + diagnostic.severity().word()
            + " file="
            + property(at.file())
            + ",line="
            + at.line()
            + ",col="
            + at.column()
            + ",title="
            + property(diagnostic.code().id())
            + "::"
            + data(visible(diagnostic.message()) + hint));
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }

  private void json(List<Diagnostic> diagnostics) throws IOException {
    JsonWriter json = new JsonWriter(out);
    json.setIndent("  ");
    json.beginObject();
    json.name("errors").value(count(diagnostics, Severity.ERROR));
    json.name("warnings").value(count(diagnostics, Severity.WARNING));
    json.name("diagnostics").beginArray();
    for (Diagnostic diagnostic : diagnostics) {
      json.beginObject();
      json.name("severity").value(diagnostic.severity().word());
      json.name("code").value(diagnostic.code().id());
      json.name("file").value(diagnostic.at().file());
      json.name("line").value(diagnostic.at().line());
      json.name("column").value(diagnostic.at().column());
      json.name("length").value(diagnostic.at().length());
      json.name("message").value(diagnostic.message());
      json.name("hint").value(diagnostic.hint());
      json.endObject();
    }
    json.endArray();
    json.endObject();
    json.flush();
    out.println();
  }

  private static long count(List<Diagnostic> diagnostics, Severity severity) {
    return diagnostics.stream().filter(d -> d.severity() == severity).count();
  }

  private void sarif(List<Diagnostic> diagnostics) throws IOException {
    JsonWriter json = new JsonWriter(out);
    json.setIndent("  ");
    json.beginObject();
    json.name("$schema").value("https://json.schemastore.org/sarif-2.1.0.json");
    json.name("version").value("2.1.0");
    json.name("runs").beginArray().beginObject();
    json.name("tool").beginObject().name("driver").beginObject();
    json.name("name").value("duizhao");
    json.name("rules").beginArray();
    TreeSet<Code> codes = new TreeSet<>();
    diagnostics.forEach(d -> codes.add(d.code()));
    for (Code code : codes) {
      json.beginObject().name("id").value(code.id()).endObject();
    }
    json.endArray().endObject().endObject();
    json.name("columnKind").value("unicodeCodePoints");
    json.name("results").beginArray();
    for (Diagnostic diagnostic : diagnostics) {
      result(json, diagnostic);
    }
    json.endArray().endObject().endArray();
    json.endObject();
    json.flush();
    out.println();
  }

  /** A path as a relative URI reference; RFC 3986, section 4.2. */
  private static String uri(String path) {
    return Arrays.stream(path.split("/", -1))
        .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining("/"));
  }

  private static void result(JsonWriter json, Diagnostic diagnostic) throws IOException {
    Location at = diagnostic.at();
    String hint = diagnostic.hint() == null ? "" : "\n" + diagnostic.hint();
    json.beginObject();
    json.name("ruleId").value(diagnostic.code().id());
    json.name("level").value(diagnostic.severity().word());
    json.name("message").beginObject();
    json.name("text").value(diagnostic.message() + hint).endObject();
    json.name("locations").beginArray().beginObject();
    json.name("physicalLocation").beginObject();
    json.name("artifactLocation").beginObject();
    json.name("uri").value(uri(at.file())).endObject();
    json.name("region").beginObject();
    json.name("startLine").value(at.line());
    json.name("startColumn").value(at.column());
    json.name("endColumn").value(at.column() + Math.max(1, at.length())).endObject();
    json.endObject().endObject().endArray();
    json.endObject();
  }
}
