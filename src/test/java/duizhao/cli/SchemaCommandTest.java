package duizhao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.read.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaCommandTest {

  @TempDir Path place;

  @Test
  void listsWhatThereIs() {
    Invocation list = Invocation.of("schema");
    assertThat(list.exit()).isZero();
    assertThat(list.out().lines())
        .containsExactly(
            "archive",
            "report",
            "page",
            "programmes",
            "newspapers",
            "units",
            "glossary",
            "regions",
            "theme");
  }

  @Test
  void printsOneByItsNameOrItsFile() {
    assertThat(Invocation.of("schema", "report").out()).isEqualTo(JsonSchema.all().get("report"));
    assertThat(Invocation.of("schema", "report.yaml").out())
        .startsWith("{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\"");
  }

  @Test
  void writesAllOverOldOnes() throws IOException {
    Path folder = place.resolve("content/.schema");
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("report.json"), "old");
    Invocation write = Invocation.of("schema", "--output", folder.toString());
    assertThat(write.exit()).isZero();
    assertThat(write.out()).contains("wrote " + folder.resolve("theme.json"));
    for (Map.Entry<String, String> schema : JsonSchema.all().entrySet()) {
      assertThat(Files.readString(folder.resolve(schema.getKey() + ".json")))
          .isEqualTo(schema.getValue());
    }
    assertThat(folder.toFile().list()).hasSize(JsonSchema.all().size());
  }

  @Test
  void whatThereIsNotIsWrongUsageAndWhatCannotBeWrittenIsTold() throws IOException {
    Invocation none = Invocation.of("schema", "reports");
    assertThat(none.exit()).isEqualTo(2);
    assertThat(none.err())
        .contains("there is no schema called \"reports\"; did you mean \"report\"?");
    Path file = Files.writeString(place.resolve("file"), "mine");
    Invocation below = Invocation.of("schema", "--output", file.toString());
    assertThat(below.exit()).isEqualTo(3);
    assertThat(below.err()).contains("cannot be written");
    assertThat(file).hasContent("mine");
  }
}
