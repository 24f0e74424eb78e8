package duizhao;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the code to {@code src/docs/architecture.md}. */
class ArchitectureTest {

  private static final String ROOT = "duizhao";
  private static final Pattern PACKAGE_SENTENCE = Pattern.compile("(?s)/\\*\\*(.*?)\\*/");

  private static DocumentPage page;
  private static JavaClasses classes;

  @BeforeAll
  static void read() throws IOException {
    page = DocumentPage.of("architecture.md");
    classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);
    assertThat(classes).hasSizeGreaterThan(100);
  }

  /** A row of the table of packages. */
  private record Row(String sentence, Set<String> mayUse, int publicTypes) {}

  private static Map<String, Row> packages() {
    return page.section("## Packages").rows().stream()
        .collect(
            toMap(
                row -> name(row.get(0)),
                row -> new Row(row.get(1), names(row.get(2)), Integer.parseInt(row.get(3)))));
  }

  private static String name(String cell) {
    return DocumentPage.code(cell).get(0);
  }

  private static Set<String> names(String cell) {
    return Set.copyOf(DocumentPage.code(cell));
  }

  /**
   * What the page calls the package of a class: without the root's name, which stands for itself.
   */
  private static String called(JavaClass type) {
    String name = type.getPackageName();
    return name.equals(ROOT) ? ROOT : name.substring(ROOT.length() + 1);
  }

  private static boolean ours(JavaClass type) {
    return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
  }

  private static Stream<Dependency> dependencies() {
    return classes.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream());
  }

  @Test
  void theTableNamesEveryPackageAndNoOther() {
    Set<String> packages =
        classes.stream().map(ArchitectureTest::called).collect(toCollection(TreeSet::new));
    assertThat(packages()).containsOnlyKeys(packages);
  }

  @Test
  void aPackageUsesOnlyThoseThatTheTableAllows() {
    Map<String, Row> packages = packages();
    List<String> wrong =
        dependencies()
            .filter(d -> ours(d.getTargetClass().getBaseComponentType()))
            .filter(
                d -> {
                  String from = called(d.getOriginClass());
                  String to = called(d.getTargetClass().getBaseComponentType());
                  return !from.equals(to) && !packages.get(from).mayUse().contains(to);
                })
            .map(Dependency::getDescription)
            .toList();
    assertThat(wrong).isEmpty();
  }

  @Test
  void packagesHaveNoCycle() {
    SlicesRuleDefinition.slices().matching("(duizhao..)").should().beFreeOfCycles().check(classes);
  }

  @Test
  void everyPackageSaysTheSentenceOfTheTableAndIsNullMarked() throws IOException {
    for (Map.Entry<String, Row> entry : packages().entrySet()) {
      String folder = entry.getKey().equals(ROOT) ? "" : entry.getKey() + "/";
      String source =
          Files.readString(Path.of("src/main/java/duizhao/" + folder + "package-info.java"));
      Matcher comment = PACKAGE_SENTENCE.matcher(source);
      assertThat(comment.find()).as(entry.getKey()).isTrue();
      String sentence =
          comment
              .group(1)
              .replaceAll("\\n \\*", " ")
              .replaceAll("\\{@\\w+ (?:duizhao\\.)?([^}]+)}", "$1")
              .replaceAll("\\s+", " ")
              .strip();
      assertThat(sentence).isEqualTo(entry.getValue().sentence());
      assertThat(source).contains("@NullMarked\npackage ");
    }
  }

  @Test
  void aPackageShowsNoMoreTypesThanTheTableSays() {
    Map<String, Row> packages = packages();
    Map<String, List<String>> shown =
        classes.stream()
            .filter(
                type -> type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
            .collect(
                Collectors.groupingBy(
                    ArchitectureTest::called,
                    TreeMap::new,
                    Collectors.mapping(JavaClass::getSimpleName, Collectors.toList())));
    shown.forEach(
        (name, types) ->
            assertThat(types)
                .as("public types of " + name)
                .hasSizeLessThanOrEqualTo(packages.get(name).publicTypes()));
  }

  @Test
  void librariesAreUsedOnlyWhereThePageSays() {
    Map<String, String> allowed =
        page.section("## Libraries").rows().stream()
            .collect(toMap(row -> name(row.get(1)), row -> row.get(2)));
    List<String> wrong = new ArrayList<>();
    dependencies()
        .forEach(
            d -> {
              String target = d.getTargetClass().getBaseComponentType().getName();
              if (ours(d.getTargetClass().getBaseComponentType())
                  || !target.contains(".")
                  || target.startsWith("java.")
                  || target.startsWith("javax.")) {
                return;
              }
              String where =
                  allowed.entrySet().stream()
                      .filter(e -> target.startsWith(e.getKey() + "."))
                      .map(Map.Entry::getValue)
                      .findFirst()
                      .orElse("nowhere");
              if (!where.equals("everywhere")
                  && !names(where).contains(called(d.getOriginClass()))) {
                wrong.add(d.getDescription());
              }
            });
    assertThat(wrong).isEmpty();
  }

  @Test
  void theMachineIsTouchedOnlyWhereThePageSays() {
    Map<String, Set<String>> allowed = new TreeMap<>();
    for (List<String> row : page.section("## The machine").rows()) {
      names(row.get(0)).forEach(name -> allowed.put(name, names(row.get(1))));
    }
    List<String> wrong = new ArrayList<>();
    for (JavaClass type : classes) {
      for (Dependency d : type.getDirectDependenciesFromSelf()) {
        Set<String> where = allowed.get(d.getTargetClass().getBaseComponentType().getName());
        if (where != null && !where.contains(called(type))) {
          wrong.add(d.getDescription());
        }
      }
      for (JavaAccess<?> access : type.getAccessesFromSelf()) {
        AccessTarget target = access.getTarget();
        String member = target.getOwner().getName() + "." + target.getName();
        for (String name : List.of(member, member + parameters(target))) {
          Set<String> where = allowed.get(name);
          if (where != null && !where.contains(called(type))) {
            wrong.add(access.getDescription());
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static String parameters(AccessTarget target) {
    return target instanceof AccessTarget.CodeUnitAccessTarget unit
        ? unit.getRawParameterTypes().stream()
            .map(JavaClass::getSimpleName)
            .collect(Collectors.joining(", ", "(", ")"))
        : "";
  }

  @Test
  void whatThePageSaysOfTheMachineExists() throws ClassNotFoundException {
    for (List<String> row : page.section("## The machine").rows()) {
      for (String name : names(row.get(0))) {
        int dot = name.replaceAll("\\(.*", "").lastIndexOf('.');
        boolean member = Character.isLowerCase(name.charAt(dot + 1));
        Class<?> type = Class.forName(member ? name.substring(0, dot) : name);
        if (member) {
          String called = name.substring(dot + 1).replaceAll("\\(.*", "");
          assertThat(
                  Stream.concat(Stream.of(type.getMethods()), Stream.of(type.getFields()))
                      .map(java.lang.reflect.Member::getName))
              .as(name)
              .contains(called);
        }
      }
    }
  }

  @Test
  void valuesAreRecordsEnumsOrSealedInterfacesButForThoseListed() {
    Set<String> others =
        classes.stream()
            .filter(type -> Set.of("model", "plan", "diagnostic").contains(called(type)))
            .map(JavaClass::reflect)
            .filter(type -> !type.isRecord() && !type.isEnum() && !type.isSealed())
            .filter(type -> !type.isAnonymousClass() && !type.isSynthetic())
            .filter(type -> !Modifier.isPrivate(type.getModifiers()))
            .map(type -> type.getName().substring(ROOT.length() + 1))
            .collect(toCollection(TreeSet::new));
    Set<String> listed =
        page.section("## Values").points().stream()
            .map(ArchitectureTest::name)
            .collect(toCollection(TreeSet::new));
    assertThat(others).isEqualTo(listed);
  }
}
