package duizhao.plan;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.model.Region;
import duizhao.place.Gazetteer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvinceTest {

  @Test
  void areTheProvincesOfTheGazetteerInItsOrder() {
    List<Region> provinces = Gazetteer.builtIn().provinces();
    assertThat(Province.values()).hasSize(34);
    assertThat(Stream.of(Province.values()).map(Province::code))
        .containsExactlyElementsOf(provinces.stream().map(Region::code).toList());
    assertThat(Stream.of(Province.values()).map(Province::label))
        .containsExactlyElementsOf(provinces.stream().map(Region::name).toList());
  }

  @Test
  void haveCellsOfTheirOwnWithinTheGrid() {
    assertThat(Stream.of(Province.values()).map(p -> List.of(p.column(), p.row())))
        .doesNotHaveDuplicates()
        .allMatch(cell -> cell.get(0) >= 0 && cell.get(0) < Province.COLUMNS)
        .allMatch(cell -> cell.get(1) >= 0 && cell.get(1) < Province.ROWS);
  }

  @Test
  void haveAbbreviationsOfTheirOwnThatFitATile() {
    assertThat(Stream.of(Province.values()).map(p -> p.abbreviation().byLanguage().get("zh")))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.length() <= 3);
    assertThat(Stream.of(Province.values()).map(p -> p.abbreviation().byLanguage().get("en")))
        .doesNotHaveDuplicates()
        .allMatch(letters -> letters.matches("[A-Z]{2}"));
  }

  /** Land borders that readers look for. */
  @ParameterizedTest
  @CsvSource({
    "BEIJING, TIANJIN",
    "BEIJING, HEBEI",
    "TIANJIN, HEBEI",
    "HEBEI, SHANDONG",
    "HEBEI, SHANXI",
    "HEBEI, INNER_MONGOLIA",
    "SHANXI, HENAN",
    "HENAN, SHANDONG",
    "HENAN, HUBEI",
    "HENAN, SHAANXI",
    "LIAONING, JILIN",
    "JILIN, HEILONGJIANG",
    "SHANGHAI, ZHEJIANG",
    "SHANGHAI, JIANGSU",
    "JIANGSU, ZHEJIANG",
    "JIANGSU, ANHUI",
    "ZHEJIANG, JIANGXI",
    "ZHEJIANG, FUJIAN",
    "FUJIAN, JIANGXI",
    "FUJIAN, GUANGDONG",
    "HUBEI, HUNAN",
    "HUBEI, ANHUI",
    "HUBEI, CHONGQING",
    "HUNAN, GUANGDONG",
    "HUNAN, GUIZHOU",
    "HUNAN, JIANGXI",
    "GUANGDONG, GUANGXI",
    "GUANGDONG, HONG_KONG",
    "GUANGDONG, MACAO",
    "GUANGXI, GUIZHOU",
    "GUANGXI, YUNNAN",
    "CHONGQING, SICHUAN",
    "CHONGQING, GUIZHOU",
    "SICHUAN, YUNNAN",
    "SICHUAN, QINGHAI",
    "SICHUAN, TIBET",
    "TIBET, XINJIANG",
    "TIBET, QINGHAI",
    "XINJIANG, GANSU",
    "GANSU, QINGHAI",
    "GANSU, NINGXIA",
    "GANSU, SHAANXI",
    "NINGXIA, SHAANXI",
    "SHAANXI, SHANXI"
  })
  void touchTheirNeighbours(Province one, Province other) {
    assertThat(Math.abs(one.column() - other.column())).isLessThanOrEqualTo(1);
    assertThat(Math.abs(one.row() - other.row())).isLessThanOrEqualTo(1);
  }
}
