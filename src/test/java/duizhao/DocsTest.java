package duizhao;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Location;
import duizhao.edtf.EdtfDate;
import duizhao.model.Archive;
import duizhao.model.Html;
import duizhao.model.LocalizedText;
import duizhao.plan.Page;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Holds the documentation to the program; content fields and commands are held beside them. */
class DocsTest {

  private static final Path PAGE_RENDERER =
      Path.of("src/main/java/duizhao/render/PageRenderer.java");
  private static final Pattern LINK =
      Pattern.compile("(?<!`)\\[[^\\]`]*(?:`[^`]*`)?[^\\]]*]\\(([^)]+)\\)");
  private static final Pattern LEADING_NAME = Pattern.compile("`(\\w+\\??)`");
  private static final Set<Class<?>> PRINTED =
      Set.of(LocalizedText.class, EdtfDate.class, Html.class, Location.class);

  // ---- diagnostics.md ----

  @Test
  void everyDiagnosticIsDocumentedAndNoOther() throws IOException {
    assertThat(DocumentPage.of("diagnostics.md").headings(3))
        .containsExactlyElementsOf(Stream.of(Code.values()).map(Code::id).toList());
  }

  @Test
  void everyDiagnosticHasItsSeverityAnExampleAndWhatToDo() throws IOException {
    DocumentPage page = DocumentPage.of("diagnostics.md");
    for (Code code : Code.values()) {
      String entry = String.join("\n", page.section("### " + code.id()).lines());
      String severity = code.severity().word();
      assertThat(entry)
          .as(code.id())
          .matches(
              "(?s)\n\\*\\*"
                  + severity
                  + "\\*\\*: .+\n\n```\n\\S+:\\d+:\\d+: "
                  + severity
                  + ": [^\n]+ \\["
                  + code.id()
                  + "]\n```\n\nWhat to do: .+\\.\n*");
    }
  }

  // ---- theme.md ----

  @Test
  void everyTemplateAndWhatItsPageHasIsDocumentedAndNoOther() throws Exception {
    Map<String, Set<String>> pages = new TreeMap<>();
    for (Class<?> kind : Page.class.getPermittedSubclasses()) {
      Set<String> names = components(kind);
      names.remove("head");
      pages.put(template(kind), names);
    }
    Map<String, Set<String>> documented = new TreeMap<>();
    for (List<String> row : DocumentPage.of("theme.md").section("## Pages").rows()) {
      documented.put(DocumentPage.code(row.get(0)).get(0), names(row.get(2)));
    }
    assertThat(documented).isEqualTo(pages);
  }

  /** Only a constant is returned, so a page without any content is enough to ask. */
  private static String template(Class<?> kind) throws ReflectiveOperationException {
    Class<?>[] types =
        Arrays.stream(kind.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    Object[] nothing =
        Arrays.stream(types)
            .map(type -> type == boolean.class ? (Object) false : type == int.class ? 0 : null)
            .toArray();
    return ((Page) kind.getDeclaredConstructor(types).newInstance(nothing)).template();
  }

  @Test
  void everyValueThatTemplatesSeeIsDocumentedAndNoOther() throws IOException {
    Set<Class<?>> seen = seen();
    Map<String, Set<String>> values = new TreeMap<>();
    seen.stream()
        .filter(Class::isRecord)
        .forEach(t -> values.put(t.getSimpleName(), components(t)));
    Map<String, Set<String>> words = new TreeMap<>();
    seen.stream()
        .filter(Class::isEnum)
        .forEach(
            t ->
                words.put(
                    t.getSimpleName(),
                    Arrays.stream(t.getEnumConstants())
                        .map(w -> ((Enum<?>) w).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .collect(toCollection(LinkedHashSet::new))));
    Map<String, Set<String>> documented = new TreeMap<>();
    for (List<String> row : DocumentPage.of("theme.md").section("## Values").rows()) {
      String name = DocumentPage.code(row.get(0)).get(0);
      documented.put(
          name,
          words.containsKey(name)
              ? new LinkedHashSet<>(DocumentPage.code(row.get(1)))
              : names(row.get(1)));
    }
    values.putAll(words);
    assertThat(documented).isEqualTo(values);
  }

  /** Every record and enum that a template reaches from the page and the archive. */
  private static Set<Class<?>> seen() {
    Set<Class<?>> seen = new LinkedHashSet<>();
    List<Type> open = new ArrayList<>(List.of(Archive.class));
    for (Class<?> kind : Page.class.getPermittedSubclasses()) {
      Stream.of(kind.getRecordComponents()).forEach(c -> open.add(c.getGenericType()));
    }
    while (!open.isEmpty()) {
      Type type = open.remove(open.size() - 1);
      if (type instanceof ParameterizedType generic) {
        open.addAll(List.of(generic.getActualTypeArguments()));
      } else if (type instanceof Class<?> c
          && (c.isRecord() || c.isEnum())
          && !PRINTED.contains(c)) {
        if (seen.add(c) && c.isRecord()) {
          Stream.of(c.getRecordComponents()).forEach(part -> open.add(part.getGenericType()));
        }
      }
    }
    return seen;
  }

  /** The parts of a record but for where it was read; those that may be missing end in "?". */
  private static Set<String> components(Class<?> type) {
    return Stream.of(type.getRecordComponents())
        .filter(c -> c.getType() != Location.class)
        .map(
            c ->
                c.getName() + (c.getAnnotatedType().isAnnotationPresent(Nullable.class) ? "?" : ""))
        .collect(toCollection(TreeSet::new));
  }

  /** The names in a cell of the page; what stands in brackets explains them. */
  private static Set<String> names(String cell) {
    String plain = cell.replaceAll("\\([^)]*\\)", "").replaceAll(";.*", "");
    return LEADING_NAME
        .matcher(plain)
        .results()
        .map(name -> name.group(1))
        .collect(toCollection(TreeSet::new));
  }

  @Test
  void everyNameThatTemplatesMayCallIsDocumentedAndNoOther() throws IOException {
    String source = Files.readString(PAGE_RENDERER);
    int start = source.indexOf("TemplateModel get(String key)");
    String cases = source.substring(start, source.indexOf("default ->", start));
    Set<String> names =
        Pattern.compile("case \"(\\w+)\" ->")
            .matcher(cases)
            .results()
            .map(name -> name.group(1))
            .collect(toCollection(TreeSet::new));
    Set<String> documented =
        DocumentPage.of("theme.md").section("## Templates").rows().stream()
            .flatMap(row -> DocumentPage.code(row.get(0)).stream())
            .map(name -> name.replaceAll("\\(.*", ""))
            .collect(toCollection(TreeSet::new));
    assertThat(documented).isEqualTo(names).contains("page", "link");
  }

  // ---- all pages ----

  @Test
  void everyRelativeLinkLeadsToAFileAndToAHeadingOfIt() throws IOException {
    Map<Path, List<String>> pages = new LinkedHashMap<>();
    for (Path file : markdown()) {
      pages.put(file.normalize(), Files.readAllLines(file));
    }
    assertThat(pages).hasSizeGreaterThan(8);
    List<String> dead = new ArrayList<>();
    pages.forEach(
        (file, lines) -> {
          Matcher link = LINK.matcher(withoutExamples(lines));
          while (link.find()) {
            String target = link.group(1);
            if (!target.matches("[a-z]+:.*") && !leads(file, target, pages)) {
              dead.add(file + " -> " + target);
            }
          }
        });
    assertThat(dead).isEmpty();
  }

  private static boolean leads(Path from, String target, Map<Path, List<String>> pages) {
    String[] parts = target.split("#", 2);
    Path file = parts[0].isEmpty() ? from : from.resolveSibling(parts[0]).normalize();
    if (!Files.exists(file.toString().isEmpty() ? Path.of(".") : file)) {
      return false;
    }
    return parts.length == 1
        || pages.getOrDefault(file, List.of()).stream()
            .filter(line -> line.matches("#+ .*"))
            .map(DocsTest::anchor)
            .anyMatch(parts[1]::equals);
  }

  /** The fragment that hosts of repositories give a heading. */
  private static String anchor(String heading) {
    return heading
        .replaceFirst("#+ ", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }

  /** Text without what stands between fences or backticks. */
  private static String withoutExamples(List<String> lines) {
    StringBuilder text = new StringBuilder();
    boolean fenced = false;
    for (String line : lines) {
      if (line.startsWith("```")) {
        fenced = !fenced;
      } else if (!fenced) {
        text.append(line.replaceAll("`[^`]*`", "code")).append('\n');
      }
    }
    return text.toString();
  }

  /** Every Markdown file but for the texts of reports and pages, which duizhao itself checks. */
  private static List<Path> markdown() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : List.of("", "content", "src/docs", "src/docs/decisions")) {
      try (Stream<Path> entries = Files.list(Path.of(folder))) {
        entries
            .filter(file -> file.toString().endsWith(".md"))
            .sorted()
            .collect(Collectors.toCollection(() -> files));
      }
    }
    return files;
  }

  @Test
  void everyPageOfTheDocumentationIsLinkedFromAnother() throws IOException {
    List<String> texts = new ArrayList<>();
    for (Path file : markdown()) {
      texts.add(Files.readString(file));
    }
    for (Path file : markdown()) {
      if (file.startsWith("src/docs")) {
        String name = file.getFileName().toString();
        assertThat(texts)
            .as(file + " is linked from another")
            .anyMatch(t -> t.contains(name + ")"));
      }
    }
  }
}
