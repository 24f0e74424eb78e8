package duizhao.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the schemas against a validator of their own, and against what the reader takes. */
class JsonSchemaTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final Pattern ERROR =
      Pattern.compile("(?m)^(\\S+\\.yaml):\\d+:\\d+: error: .* \\[([a-z0-9-]+)]");

  /** What a schema can see; the rest takes the whole archive, or a calendar. */
  private static final Set<String> SEEN =
      Set.of("unknown-field", "missing-field", "wrong-type", "bad-value", "bad-id");

  /** The name of a folder is no part of its file, nor can a schema see a scheme of no programme. */
  private static final Set<String> UNSEEN = Set.of("bad-ids", "circular-vocabulary");

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Map<String, Schema> SCHEMAS = new HashMap<>();

  private static List<String> faults(String schema, String yaml) {
    Schema compiled =
        SCHEMAS.computeIfAbsent(
            schema,
            name ->
                REGISTRY.getSchema(
                    Objects.requireNonNull(JsonSchema.all().get(name)), InputFormat.JSON));
    return compiled.validate(yaml, InputFormat.YAML).stream().map(Object::toString).toList();
  }

  private static List<String> faults(Path file) throws IOException {
    return faults(file.getFileName().toString().replace(".yaml", ""), Files.readString(file));
  }

  private static List<Path> yaml(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(
              f -> JsonSchema.all().containsKey(f.getFileName().toString().replace(".yaml", "")))
          .sorted()
          .toList();
    }
  }

  /** What an editor's tool shows and completes while one types. */
  @Test
  void saysOfEveryFieldWhatItMeansAndWhatMayStandThere() {
    JsonSchema.all()
        .forEach(
            (name, text) -> {
              JsonObject schema = JsonParser.parseString(text).getAsJsonObject();
              assertThat(explained(schema, name)).as(name).isPositive();
            });
  }

  /** How many fields there are below a part of a schema, each explained. */
  private static int explained(JsonElement part, String at) {
    int fields = 0;
    if (part instanceof JsonArray list) {
      for (JsonElement each : list) {
        fields += explained(each, at);
      }
    } else if (part instanceof JsonObject object) {
      if (object.get("properties") instanceof JsonObject properties) {
        for (String field : properties.keySet()) {
          JsonObject shape = properties.getAsJsonObject(field);
          assertThat(shape.has("description")).as(at + " " + field).isTrue();
          boolean flag = shape.has("type") && shape.get("type").toString().equals("\"boolean\"");
          assertThat(flag ? Set.of("enum") : shape.keySet())
              .as(at + " " + field)
              .containsAnyOf("enum", "examples", "$ref", "items", "properties");
          fields++;
        }
      }
      for (String key : object.keySet()) {
        fields += explained(object.get(key), at + "/" + key);
      }
    }
    return fields;
  }

  /** Each file of a new archive is valid, and no longer is with any one field misspelt. */
  @Test
  void takesWhatANewArchiveStartsWithAndNoFieldMisspelt() throws IOException {
    List<Path> files = yaml(Path.of("src/main/resources/duizhao/edit/archive/content"));
    assertThat(files).hasSizeGreaterThan(7);
    int misspelt = 0;
    for (Path file : files) {
      assertThat(faults(file)).as(file.toString()).isEmpty();
      String name = file.getFileName().toString().replace(".yaml", "");
      String text = Files.readString(file);
      Matcher field = Pattern.compile("(?m)^(?:- )?([a-z_]+):").matcher(text);
      while (field.find()) {
        String wrong = text.substring(0, field.end(1)) + "x" + text.substring(field.end(1));
        assertThat(faults(name, wrong)).as(file + ": " + field.group(1)).isNotEmpty();
        misspelt++;
      }
    }
    assertThat(misspelt).isGreaterThan(30);
  }

  @Test
  void takesEveryFileOfTheArchiveAndTheTheme() throws IOException {
    List<Path> files = new ArrayList<>(yaml(Path.of("content")));
    files.addAll(yaml(Path.of("themes")));
    assertThat(files).hasSizeGreaterThan(40);
    for (Path file : files) {
      assertThat(faults(file)).as(file.toString()).isEmpty();
    }
  }

  @Test
  void takesWhatTheReaderTakesAndRefusesWhatItRefuses() throws IOException {
    SoftAssertions softly = new SoftAssertions();
    int taken = 0;
    int refused = 0;
    for (Path file : yaml(GOLDEN)) {
      Path folder = GOLDEN.resolve(GOLDEN.relativize(file).getName(0));
      Set<String> errors = errors(folder).get(folder.relativize(file).toString());
      if (errors == null) {
        if (!complete(file)) {
          continue;
        }
        softly.assertThat(faults(file)).as(file.toString()).isEmpty();
        taken++;
      } else if (errors.stream().anyMatch(SEEN::contains)
          && !(UNSEEN.contains(folder.getFileName().toString()) && faults(file).isEmpty())) {
        softly.assertThat(faults(file)).as(file + " " + errors).isNotEmpty();
        refused++;
      }
    }
    softly.assertAll();
    assertThat(taken).isGreaterThan(40);
    assertThat(refused).isGreaterThan(10);
  }

  /** Codes of the errors by file, as the case has them. */
  private static Map<String, Set<String>> errors(Path folder) throws IOException {
    Map<String, Set<String>> errors = new TreeMap<>();
    Path diagnostics = folder.resolve("diagnostics.txt");
    if (Files.exists(diagnostics)) {
      Matcher matcher = ERROR.matcher(Files.readString(diagnostics));
      while (matcher.find()) {
        errors
            .computeIfAbsent(matcher.group(1), k -> new java.util.TreeSet<>())
            .add(matcher.group(2));
      }
    }
    return errors;
  }

  /** Whether no part of a report's fields stands in the front matter of a text beside it. */
  private static boolean complete(Path file) throws IOException {
    try (Stream<Path> beside = Files.list(file.resolveSibling("."))) {
      for (Path text : beside.filter(f -> f.toString().endsWith(".md")).toList()) {
        if (Files.readString(text).startsWith("---\n")) {
          return false;
        }
      }
      return true;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2020-11-18 | true",
        "2020 | true",
        "202X | true",
        "2020-11-18~ | true",
        "2020-22 | true",
        "2020-11-10/2020-11-20 | true",
        "2020-11/.. | true",
        "../2020 | true",
        "2020-XX-XX | true",
        "18 November 2020 | false",
        "2020-13 | false",
        "2020/11/18 | false",
        "2020-11-18T10:00 | false",
      })
  void knowsADate(String date, boolean valid) {
    String yaml = "- {id: a, label: {zh: 一}, scope: {zh: 一}, since: " + date + "}";
    assertThat(faults("programmes", yaml).isEmpty()).isEqualTo(valid);
  }

  @Test
  void everyFieldSaysWhatItIs() {
    JsonSchema.all()
        .forEach(
            (name, text) -> {
              assertThat(text)
                  .as(name)
                  .contains("\"title\": \"" + name + ".yaml of a duizhao archive\"");
              assertThat(text).as(name).doesNotContain("\"description\": \"\"");
            });
  }
}
