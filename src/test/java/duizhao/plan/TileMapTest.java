package duizhao.plan;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.place.Gazetteer;
import duizhao.plan.TileMap.Step;
import duizhao.plan.TileMap.Tile;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TileMapTest {

  private static TileMap map(Map<String, Integer> counts) {
    return TileMap.of(Map.of(), code -> counts.getOrDefault(code, 0));
  }

  private static Tile tile(TileMap map, String code) {
    return map.tiles().stream().filter(t -> t.code().equals(code)).findFirst().orElseThrow();
  }

  @Test
  void growsByOneFactorToTheGreatestCount() {
    assertThat(map(Map.of("330000", 3000, "640000", 1)).steps())
        .containsExactly(
            new Step(1, 1, 4),
            new Step(2, 5, 24),
            new Step(3, 25, 120),
            new Step(4, 121, 600),
            new Step(5, 601, 3000));
  }

  @Test
  void startsAtTheSmallestCount() {
    assertThat(map(Map.of("330000", 1125, "640000", 101)).steps())
        .containsExactly(
            new Step(1, 101, 160),
            new Step(2, 161, 260),
            new Step(3, 261, 420),
            new Step(4, 421, 690),
            new Step(5, 691, 1125));
  }

  @Test
  void givesSeveralMapsTheSameShades() {
    List<TileMap> maps =
        TileMap.all(
            Map.of(), List.of(code -> code.equals("330000") ? 40 : 0, code -> 1, code -> 0));
    assertThat(maps).extracting(TileMap::steps).containsOnly(maps.get(0).steps());
    assertThat(tile(maps.get(0), "330000").shade()).isEqualTo(5);
    assertThat(tile(maps.get(1), "330000").shade()).isEqualTo(1);
    assertThat(tile(maps.get(2), "330000").shade()).isZero();
  }

  @Test
  void takesShadesFarApartWhereCountsAreFew() {
    assertThat(map(Map.of("330000", 1)).steps()).containsExactly(new Step(3, 1, 1));
    assertThat(map(Map.of("330000", 2, "640000", 1)).steps())
        .containsExactly(new Step(1, 1, 1), new Step(5, 2, 2));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 31, 32, 33, 99, 100, 243, 1023, 99_999})
  void leavesNoCountWithoutAShade(int most) {
    TileMap map = map(Map.of("330000", most, "640000", Math.min(most, 1)));
    int next = 1;
    int shade = 0;
    for (Step step : map.steps()) {
      assertThat(step.from()).isEqualTo(next).isLessThanOrEqualTo(step.to());
      assertThat(step.shade()).isBetween(shade + 1, 5);
      next = step.to() + 1;
      shade = step.shade();
    }
    assertThat(next).isEqualTo(most + 1);
    assertThat(tile(map, "330000").shade()).isEqualTo(shade);
    assertThat(tile(map, "110000").shade()).isZero();
  }

  @Test
  void namesUnitsThatHaveNoPage() {
    Tile taiwan = tile(map(Map.of()), "710000");
    assertThat(taiwan.region()).isNull();
    assertThat(taiwan.label().byLanguage())
        .containsEntry("zh", "台湾省")
        .containsEntry("en", "Taiwan");
  }

  @Test
  void callsARegionWithAPageByItsOwnName() {
    var region = Objects.requireNonNull(Gazetteer.builtIn().byCode("640000"));
    TileMap map = TileMap.of(Map.of("640000", region), code -> 0);
    assertThat(tile(map, "640000").region()).isEqualTo(region);
    assertThat(tile(map, "640000").label()).isEqualTo(region.name());
  }
}
