package duizhao.edit;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.edit.ContentFile.Change;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class YamlMapTest {

  private static String set(String yaml, Map<String, @Nullable Object> fields) {
    YamlMap map = Objects.requireNonNull(YamlMap.find(yaml, 0, yaml.length(), "translation"));
    List<Change> changes = new ArrayList<>(map.set(fields));
    changes.sort(Comparator.comparingInt(Change::from).reversed());
    StringBuilder text = new StringBuilder(yaml);
    changes.forEach(c -> text.replace(c.from(), c.to(), c.text()));
    return text.toString();
  }

  private static Map<String, @Nullable Object> prints(String... prints) {
    return new LinkedHashMap<>(Map.of("fingerprints", Arrays.asList(prints)));
  }

  @Test
  void addsLinesAfterTheLastOneAndItsComment() {
    assertThat(
            set(
                """
                title: {zh: 𠮷林}
                translation:
                  # who, and how
                  original: zh
                  by:
                    zh: 编辑部   # 见版权页

                # the next
                draft: true
                """,
                prints("1", "2")))
        .isEqualTo(
            """
            title: {zh: 𠮷林}
            translation:
              # who, and how
              original: zh
              by:
                zh: 编辑部   # 见版权页
              fingerprints:
                - "1"
                - "2"

            # the next
            draft: true
            """);
  }

  @Test
  void changesOnlyTheItemsThatDiffer() {
    assertThat(
            set(
                """
                translation:
                    fingerprints:
                    - aa # first
                    - bb # second
                    - 'cc'
                    # end
                    original: zh
                """,
                prints("aa", "dd", "cc", "ee")))
        .isEqualTo(
            """
            translation:
                fingerprints:
                - aa # first
                - "dd" # second
                - 'cc'
                - "ee"
                # end
                original: zh
            """);
  }

  @Test
  void takesAwayItemsThatAreTooMany() {
    assertThat(set("translation:\n  fingerprints:\n    - a\n    - b\n    - c\n", prints("a")))
        .isEqualTo("translation:\n  fingerprints:\n    - a\n");
    assertThat(set("translation: {fingerprints: [a, b, c], by: x}", prints("d")))
        .isEqualTo("translation: {fingerprints: [\"d\"], by: x}");
  }

  @Test
  void keepsToOneLineWhatStandsOnOne() {
    assertThat(set("translation: {original: zh, status: full}  # x\n", prints("a", "b")))
        .isEqualTo(
            "translation: {original: zh, status: full, fingerprints: [\"a\", \"b\"]}  # x\n");
    assertThat(set("translation:\n  fingerprints: [a, b]\n", prints("a", "c", "d")))
        .isEqualTo("translation:\n  fingerprints: [a, \"c\", \"d\"]\n");
    assertThat(set("translation:\n  fingerprints: []\n", prints("a")))
        .isEqualTo("translation:\n  fingerprints: [\"a\"]\n");
  }

  @Test
  void replacesAddsAndRemovesTexts() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("checked_by", "O'Neill: \"x\"");
    fields.put("checked_on", null);
    String yaml = "translation:\n  checked_on: 2020\n  checked_by: 王芳 # ok\n  status: full\n";
    assertThat(set(yaml, fields))
        .isEqualTo("translation:\n  checked_by: \"O'Neill: \\\"x\\\"\" # ok\n  status: full\n");
    assertThat(set("translation: {status: full, checked_on: 2020}", fields))
        .isEqualTo("translation: {status: full, checked_by: \"O'Neill: \\\"x\\\"\"}");
  }

  @Test
  void writesPlainWhatYamlTakesForAText() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("checked_by", "王芳 Wang Fang");
    fields.put("checked_on", "2026-11-21~");
    assertThat(set("translation:\n  status: full", fields))
        .isEqualTo(
            "translation:\n  status: full\n  checked_by: 王芳 Wang Fang\n  checked_on: 2026-11-21~");
    for (String quoted : List.of("no", "12", "1e5", "a: b", "# x", "-", "[x]", "a #b", " x")) {
      fields.put("checked_by", quoted);
      assertThat(set("translation:\n  status: full", fields)).contains("\"" + quoted + "\"");
    }
  }

  @Test
  void findsNoMapWhereThereIsNone() {
    assertThat(YamlMap.find("a: 1", 0, 4, "translation")).isNull();
    assertThat(YamlMap.find("translation: x", 0, 14, "translation")).isNull();
    assertThat(YamlMap.find("a: [", 0, 4, "translation")).isNull();
  }
}
