package duizhao.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads whole pages of which every character is known where it belongs. */
class LabelledPagesTest {

  private static final List<String> PAGES = List.of("street", "skills", "wages", "lists");

  @ParameterizedTest
  @CsvSource({"street,duanping", "skills,", "wages,", "lists,"})
  void allReportsButThoseKnownToBeTooTornAreWhole(String name, String torn) throws IOException {
    PageText page = page(name);
    Set<String> broken = new TreeSet<>();
    for (Labels.Result result : compare(page, name)) {
      if (!result.whole()) {
        broken.add(result.id());
      }
    }
    assertThat(String.join(" ", broken)).isEqualTo(torn == null ? "" : torn);
  }

  @Test
  void confidenceIsHigherForWhatIsRight() throws IOException {
    List<Double> right = new ArrayList<>();
    List<Double> wrong = new ArrayList<>();
    for (String name : PAGES) {
      PageText page = page(name);
      Reading reading = Reading.of(page, List.of());
      for (Labels.Result result : compare(page, name)) {
        if (result.made() >= 0) {
          (result.whole() ? right : wrong).add(reading.confidences().get(result.made()));
        }
      }
    }
    assertThat(wrong).allSatisfy(c -> assertThat(c).isLessThan(0.7));
    assertThat(right.stream().mapToDouble(c -> c).average().orElse(0)).isGreaterThan(0.8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"street", "skills", "wages", "lists"})
  void everyCharacterIsInOneReportOrLeftOverHoweverThePageIsDamaged(String name)
      throws IOException {
    String whole = text(name + ".txt");
    for (int seed = 0; seed < 60; seed++) {
      PageText page = PageText.of("seed " + seed, damaged(whole, new Random(seed)));
      Reading reading = Reading.of(page, List.of());
      int[][] uses = new int[page.lines().size()][];
      for (int i = 0; i < uses.length; i++) {
        uses[i] = new int[page.lines().get(i).text().length()];
      }
      reading.reports().forEach(r -> r.parts.forEach(p -> use(p.piece(), uses)));
      reading.outside().forEach(p -> use(p.piece(), uses));
      reading.doubles().forEach(d -> use(d.piece(), uses));
      for (int i = 0; i < uses.length; i++) {
        String line = page.lines().get(i).text();
        for (int k = 0; k < line.length(); k++) {
          if (!Signs.isSpace(line.charAt(k))) {
            assertThat(uses[i][k]).as("seed %s, line %s, %s", seed, i + 1, line).isEqualTo(1);
          }
        }
      }
    }
  }

  private static void use(Piece piece, int[][] uses) {
    for (int k = piece.from(); k < piece.to(); k++) {
      uses[piece.line() - 1][k]++;
    }
  }

  /** Loses, doubles, moves and breaks lines, and puts strange characters among theirs. */
  private static String damaged(String text, Random random) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n")));
    String strange = "\u3000\uFEFF\u200B“”()（）《》。,，—…▲1aZ\uD83D\uDE00\t ";
    for (int i = 0; i < 40; i++) {
      int at = random.nextInt(lines.size());
      String line = lines.get(at);
      int cut = random.nextInt(line.length() + 1);
      switch (random.nextInt(6)) {
        case 0 -> lines.remove(at);
        case 1 -> lines.add(random.nextInt(lines.size()), line);
        case 2 -> lines.add(random.nextInt(lines.size()), lines.remove(at));
        case 3 -> {
          lines.set(at, line.substring(0, cut));
          lines.add(at + 1, line.substring(cut));
        }
        case 4 -> lines.set(at, line + lines.get(random.nextInt(lines.size())));
        default -> {
          char c = strange.charAt(random.nextInt(strange.length()));
          lines.set(at, line.substring(0, cut) + c + line.substring(cut));
        }
      }
    }
    return String.join("\n", lines);
  }

  private static List<Labels.Result> compare(PageText page, String name) throws IOException {
    Reading reading = Reading.of(page, List.of());
    return Labels.of(page, text(name + ".labels"))
        .compare(reading.reports().stream().map(Labels.Span::of).toList());
  }

  private static PageText page(String name) throws IOException {
    return PageText.of(name, text(name + ".txt"));
  }

  private static String text(String name) throws IOException {
    try (InputStream in = LabelledPagesTest.class.getResourceAsStream("/import/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
