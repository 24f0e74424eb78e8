package duizhao.importer;

import duizhao.importer.Damage.Finding;
import duizhao.importer.DraftText.Paragraph;
import duizhao.importer.Names.Writer;
import duizhao.model.Archive;
import duizhao.model.Byline;
import duizhao.model.Language;
import duizhao.model.Newspaper;
import duizhao.model.Programme;
import duizhao.model.Report;
import duizhao.place.Gazetteer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a report.yaml and a text for each report of a page, with the evidence in comments. */
final class DraftWriter {

  private static final String TODO = "TODO";
  private static final int LONGEST_SUMMARY = 120;

  private static final Pattern MARKDOWN = Pattern.compile("[\\\\`*_\\[\\]<>~|#&!$]");
  private static final Pattern LINE_START = Pattern.compile("^(?:[-+=]|\\d{1,9}(?=[.)]))");

  private final Archive archive;
  private final Language original;
  private final PlaceFinder places;
  private final Numbers numbers;
  private final Set<String> taken = new HashSet<>();

  /**
   * @param original the language that pages are in
   */
  DraftWriter(Archive archive, Language original, Gazetteer gazetteer) {
    this.archive = archive;
    this.original = original;
    this.places = new PlaceFinder(gazetteer, original);
    this.numbers = new Numbers(archive.units().values(), original);
    archive.reports().forEach(r -> taken.add(r.id()));
    archive.drafts().forEach(r -> taken.add(r.id()));
  }

  /** The id of the language that the drafts are in. */
  String language() {
    return original.id();
  }

  /**
   * The drafts of a page.
   *
   * @param newspaper id, as the user gave it; null where the page has to tell
   * @param date EDTF, as the user gave it; null where the page has to tell
   */
  List<Draft> drafts(
      PageText page,
      Reading reading,
      @Nullable String newspaper,
      @Nullable String date,
      boolean force) {
    Evidence evidence = Evidence.of(date, reading.margin(), reading.reports());
    Proposal paper =
        newspaper != null ? new Proposal(newspaper, 1, "given with --newspaper") : paper(reading);
    String year = evidence.date() == null ? "undated" : evidence.date().replaceAll("[^0-9].*", "");
    String folder = year.length() == 4 ? year : "undated";
    List<Draft> drafts = new ArrayList<>();
    int k = 0;
    for (Section report : reading.reports()) {
      DraftText text = DraftText.of(report);
      Proof.check(page, report, text);
      String id;
      do {
        k++;
        id = id(folder, paper.value(), page.name(), evidence.page(), k);
      } while (taken.contains(id) && !force);
      List<Finding> findings = Damage.find(page, report, text);
      double confidence = reading.confidences().get(drafts.size());
      drafts.add(
          new Draft(
              id,
              folder,
              report,
              text,
              findings,
              confidence,
              metadata(page, report, text, findings, confidence, paper, evidence),
              markdown(text)));
    }
    drafts.forEach(d -> taken.add(d.id()));
    return drafts;
  }

  private static String id(
      String year, String paper, String file, @Nullable Integer page, int number) {
    String stem = file.replace('\\', '/').replaceFirst(".*/", "").replaceFirst("\\.[^.]*$", "");
    String slug =
        stem.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String where = slug.isEmpty() ? "page" + (page == null ? "" : page) : slug;
    String id =
        year
            + "-"
            + (paper.equals(TODO) ? "newspaper" : paper)
            + "-"
            + where.substring(0, Math.min(24, where.length()))
            + "-"
            + number;
    return id.length() <= 80 ? id : id.substring(id.length() - 80).replaceFirst("^-+", "");
  }

  /** The newspaper whose name stands in the margin, or whose known writers wrote the page. */
  private Proposal paper(Reading reading) {
    for (Newspaper newspaper : archive.newspapers().values()) {
      String name = newspaper.name().preferring(original);
      for (Part part : reading.margin()) {
        if (part.text().contains(name)) {
          return new Proposal(newspaper.id(), 0.95, name + ", printed in the margin");
        }
      }
    }
    Map<String, String> papers = new HashMap<>();
    for (Report report : archive.reports()) {
      for (Byline writer : report.source().byline()) {
        if (writer.role() == Byline.Role.REPORTER) {
          papers.put(writer.name().preferring(original), report.source().newspaper().id());
        }
      }
    }
    Map<String, Set<String>> votes = new HashMap<>();
    for (Section report : reading.reports()) {
      for (Writer writer : Names.writers(report)) {
        String known = papers.get(writer.name());
        if (known != null && writer.role().equals("reporter")) {
          votes.computeIfAbsent(known, n -> new HashSet<>()).add(writer.name());
        }
      }
    }
    String best =
        votes.entrySet().stream()
            .max(
                Comparator.comparing((Map.Entry<String, Set<String>> e) -> e.getValue().size())
                    .thenComparing(Map.Entry::getKey))
            .map(Map.Entry::getKey)
            .orElse(null);
    if (best == null) {
      return new Proposal(TODO, 0, "nothing on the page tells");
    }
    Set<String> names = votes.getOrDefault(best, Set.of());
    return new Proposal(
        best,
        Math.min(0.9, 0.5 + 0.1 * names.size()),
        names.stream().sorted().collect(Collectors.joining(", ")) + " wrote for it before");
  }

  private String metadata(
      PageText page,
      Section report,
      DraftText text,
      List<Finding> findings,
      double confidence,
      Proposal paper,
      Evidence evidence) {
    String headline = text.headline();
    String heads =
        String.join("\n", report.of(Part.Type.HEADLINE).stream().map(Part::text).toList());
    String body = text.text();
    Yaml yaml = new Yaml();
    yaml.comment("proposed from " + page.name() + ", lines " + lines(report));
    yaml.comment("that these parts are one report, in this order: " + percent(confidence));
    findings.forEach(f -> yaml.comment("look at " + f));
    yaml.line("draft: true");
    yaml.line("title:");
    yaml.text("  " + original.id(), headline == null ? TODO + ": the headline is lost" : headline);
    yaml.comment(
        "TODO: the first sentence of the text stands here; say in your own words what it says");
    yaml.line("summary:");
    yaml.text("  " + original.id(), summary(text, headline));
    yaml.line("kind: " + kind(report, text, findings));
    yaml.line("source:");
    yaml.line("  newspaper: " + paper.value() + comment(paper));
    String day = evidence.date() == null ? TODO : evidence.date();
    yaml.line(
        "  date: \""
            + day
            + "\""
            + comment(new Proposal(day, evidence.confidence(), evidence.basis())));
    List<String> days = Evidence.days(body);
    if (!days.isEmpty()) {
      yaml.comment("  days named in this text: " + String.join(", ", days));
    }
    if (evidence.page() != null) {
      yaml.line("  page: " + evidence.page());
    }
    yaml.text("  kicker", text.kicker());
    yaml.text("  headline", headline);
    yaml.text("  deck", text.deck());
    List<Writer> writers = Names.writers(report);
    if (!writers.isEmpty()) {
      yaml.line("  byline:");
      for (Writer writer : writers) {
        yaml.line(
            "    - {name: {"
                + original.id()
                + ": "
                + Yaml.quoted(writer.name())
                + "}, role: "
                + writer.role()
                + "}"
                + comment(new Proposal(writer.name(), 0.9, writer.evidence())));
      }
    }
    if (!text.beside().isEmpty()) {
      yaml.comment(
          "  printed beside the text: "
              + text.beside().stream().map(Part::text).collect(Collectors.joining(" | ")));
    }
    list(yaml, "regions", places.find(heads, body), true);
    list(yaml, "programmes", programmes(heads, body), false);
    people(yaml, body);
    organisations(yaml, body);
    figures(yaml, heads + "\n" + body);
    yaml.line("translation:");
    yaml.line("  original: " + original.id());
    yaml.line("  status: none");
    return yaml.toString();
  }

  private void list(Yaml yaml, String field, List<Proposal> proposals, boolean quoted) {
    List<Proposal> likely = proposals.stream().filter(Proposal::likely).toList();
    yaml.line(field + ":" + (likely.isEmpty() ? " []" : ""));
    for (Proposal proposal : proposals) {
      String value = quoted ? Yaml.quoted(proposal.value()) : proposal.value();
      String line = "  - " + value + comment(proposal);
      if (proposal.likely()) {
        yaml.line(line);
      } else {
        yaml.comment("less likely:" + line.substring(3));
      }
    }
  }

  private List<Proposal> programmes(String headlines, String body) {
    List<Proposal> found = new ArrayList<>();
    for (Programme programme : archive.programmes().values()) {
      List<String> labels = new ArrayList<>();
      labels.add(programme.label().preferring(original));
      programme.alternatives().forEach(a -> labels.add(a.preferring(original)));
      double best = 0;
      String evidence = "";
      for (String label : labels) {
        if (label.length() < 3 || !Words.isHan(label.charAt(0))) {
          continue;
        }
        int times = times(body, label);
        double confidence =
            headlines.contains(label) ? 0.9 : times == 0 ? 0 : Math.min(0.85, 0.5 + 0.15 * times);
        if (confidence > best) {
          best = confidence;
          evidence = label;
        }
      }
      if (best > 0) {
        found.add(new Proposal(programme.id(), best, evidence));
      }
    }
    found.sort(Comparator.comparingDouble(Proposal::confidence).reversed());
    return found.subList(0, Math.min(12, found.size()));
  }

  private static int times(String text, String words) {
    int times = 0;
    for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length())) {
      times++;
    }
    return times;
  }

  private void people(Yaml yaml, String body) {
    List<Proposal> people = Names.people(body);
    if (!people.isEmpty()) {
      yaml.line("people:");
    }
    for (Proposal person : people) {
      yaml.line(
          "  - name: {"
              + original.id()
              + ": "
              + Yaml.quoted(person.value())
              + "}"
              + comment(person));
      yaml.line("    role: {" + original.id() + ": " + Yaml.quoted(person.evidence()) + "}");
    }
  }

  private void organisations(Yaml yaml, String body) {
    List<Proposal> bodies = Names.organisations(body);
    if (bodies.stream().anyMatch(Proposal::likely)) {
      yaml.line("organisations:");
    }
    for (Proposal each : bodies) {
      String line = "{" + original.id() + ": " + Yaml.quoted(each.value()) + "}" + comment(each);
      if (each.likely()) {
        yaml.line("  - " + line);
      } else {
        yaml.comment("perhaps an organisation: " + line);
      }
    }
  }

  /** What a number counts is for the editor to say, so all of them are only proposed. */
  private void figures(Yaml yaml, String text) {
    List<Numbers.Found> found = numbers.find(text);
    if (!found.isEmpty()) {
      yaml.comment("figures: TODO: say what each counts, and take the marks away");
    }
    for (Numbers.Found each : found) {
      yaml.comment(
          "  - {what: {"
              + original.id()
              + ": "
              + Yaml.quoted(TODO + " " + each.around())
              + "}, value: "
              + each.value()
              + ", unit: "
              + Yaml.quoted(each.unit())
              + (each.hedge() == null ? "" : ", hedge: " + each.hedge())
              + ", as_stated: {"
              + original.id()
              + ": "
              + Yaml.quoted(each.stated())
              + "}}");
    }
  }

  private static String summary(DraftText text, @Nullable String headline) {
    for (Paragraph paragraph : text.paragraphs()) {
      if (paragraph.type() == Part.Type.SUBHEADING || Signs.box(paragraph.text())) {
        continue;
      }
      int end = paragraph.text().indexOf('。') + 1;
      String whole = end > 0 ? paragraph.text().substring(0, end) : paragraph.text();
      String first =
          whole.replaceFirst("^本[报刊网][^。,，:：“]{0,14}?讯[\\s\u3000]*(?:[(（][^)）]{2,40}[)）])?", "");
      return first.length() > LONGEST_SUMMARY ? first.substring(0, LONGEST_SUMMARY) + "…" : first;
    }
    return headline == null ? TODO : headline;
  }

  private static String kind(Section report, DraftText text, List<Finding> findings) {
    boolean whole = findings.stream().noneMatch(f -> f.message().startsWith("the"));
    if (report.has(Part.Type.CREDIT) || report.has(Part.Type.CAPTION)) {
      return "photo";
    }
    if (!whole) {
      return "fragment";
    }
    if (report.has(Part.Type.SUBHEADING) || report.has(Part.Type.BOX)) {
      return "feature";
    }
    return text.text().length() < 300 ? "brief" : "news";
  }

  /** Markdown that reads back as the very characters of the page. */
  private static String markdown(DraftText text) {
    StringBuilder markdown = new StringBuilder();
    for (Paragraph paragraph : text.paragraphs()) {
      String words = MARKDOWN.matcher(paragraph.text()).replaceAll("\\\\$0");
      words = LINE_START.matcher(words).replaceFirst("$0\\\\");
      if (words.length() > 1 && words.charAt(1) == '\\' && "-+=".indexOf(words.charAt(0)) >= 0) {
        words = "\\" + words.charAt(0) + words.substring(2);
      }
      markdown
          .append(paragraph.type() == Part.Type.SUBHEADING ? "## " : "")
          .append(paragraph.type() == Part.Type.BOX ? "> " : "")
          .append(words)
          .append("\n\n");
    }
    return markdown.length() == 0 ? "" : markdown.substring(0, markdown.length() - 1);
  }

  private static String comment(Proposal proposal) {
    return "  # " + percent(proposal.confidence()) + ": " + Yaml.plain(proposal.evidence());
  }

  private static String percent(double confidence) {
    return Math.round(confidence * 100) + " %";
  }

  /** Line numbers as ranges: {@code 3-19, 27}. */
  static String lines(Section report) {
    List<Integer> numbers = report.parts.stream().map(p -> p.piece().line()).toList();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < numbers.size(); ) {
      int j = i;
      while (j + 1 < numbers.size()
          && numbers.get(j + 1) >= numbers.get(j)
          && numbers.get(j + 1) <= numbers.get(j) + 4) {
        j++;
      }
      text.append(text.length() == 0 ? "" : ", ").append(numbers.get(i));
      text.append(numbers.get(j).equals(numbers.get(i)) ? "" : "-" + numbers.get(j));
      i = j + 1;
    }
    return text.toString();
  }

  /** Lines of YAML; texts are in double quotes, in which nothing can be taken for syntax. */
  private static final class Yaml {
    private final StringBuilder yaml = new StringBuilder();

    void line(String line) {
      yaml.append(line).append('\n');
    }

    void comment(String words) {
      yaml.append("# ").append(plain(words)).append('\n');
    }

    void text(String field, @Nullable String value) {
      if (value != null) {
        line(field + ": " + quoted(value));
      }
    }

    static String quoted(String text) {
      StringBuilder quoted = new StringBuilder("\"");
      plain(text)
          .codePoints()
          .forEach(
              c -> {
                if (c == '"' || c == '\\') {
                  quoted.append('\\');
                }
                quoted.appendCodePoint(c);
              });
      return quoted.append('"').toString();
    }

    /** In one line, without what YAML does not print. */
    static String plain(String text) {
      return text.replaceAll("[\\p{Cc}\\p{Cs}\u0085\u2028\u2029\uFEFF\uFFFE\uFFFF]+", " ");
    }

    @Override
    public String toString() {
      return yaml.toString();
    }
  }
}
