package duizhao.place;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.model.Language;
import duizhao.model.Region;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookupTest {

  private static final Language CHINESE = new Language("zh", "zh-Hans", "中文");
  private static final Language ENGLISH = new Language("en", "en", "English");

  private final Gazetteer gazetteer = Gazetteer.builtIn();

  @ParameterizedTest
  @CsvSource({
    "331002, 331002",
    "浙江省/台州市/椒江区, 331002",
    "浙江省/椒江区, 331002",
    "浙江/台州/椒江, 331002",
    "椒江区, 331002",
    "椒江, 331002",
    "Zhejiang/Taizhou/Jiaojiang District, 331002",
    "zhejiang / jiaojiang, 331002",
    "Zhejiang Province/Taizhou City/Jiaojiang District, 331002",
    "' 椒江区 ', 331002",
    "银川, 640100",
    "Yinchuan, 640100",
    "浙江, 330000",
    "宁夏, 640000",
    "内蒙古, 150000",
    "Ningxia Hui Autonomous Region, 640000",
    "Xizang, 540000",
    "Beijing Municipality, 110000",
    "香港, 810000",
    "恩施州, 422800",
    "长阳, 420528",
    "长阳县, 420528",
    "Changyang County, 420528",
    "锡林郭勒, 152500",
    "Shigatse City, 540200",
    "Huhehaote, 150100",
    "Pudong, 310115"
  })
  void findsByCodePathAndName(String reference, String code) {
    assertFound(reference, code);
  }

  @ParameterizedTest
  @CsvSource({
    "Xi'an, 610100",
    "Xi’an, 610100",
    "XIAN, 610100",
    "Lüliang, 141100",
    "Luliang, 141100",
    "Ürümqi, 650100",
    "Hong-Kong, 810000",
    "Doilungdêqên, 540103",
    "Lu'an, 341500"
  })
  void overlooksMarksApostrophesAndCase(String reference, String code) {
    assertFound(reference, code);
  }

  @ParameterizedTest
  @CsvSource({
    "襄樊市, 420600",
    "襄樊, 420600",
    "襄阳县, 420607",
    "思茅市, 530800",
    "江干区, 330102",
    "下城区, 330105",
    "即墨市, 370215",
    "章丘市, 370114",
    "崇文区, 110101",
    "闸北区, 310106",
    "南汇, 310115",
    "浙江省/杭州市/江干区, 330102",
    "新疆/吐鲁番地区/吐鲁番市, 650402",
    "呼伦贝尔盟, 150700",
    "中甸县, 533401",
    "渝北区, 500157",
    "西沙群岛, 460302"
  })
  void findsByFormerNames(String reference, String code) {
    assertFound(reference, code);
  }

  @Test
  void prefersNamesOfTodayToFormerOnes() {
    assertFound("思茅区", "530802");
    // 大厂 is a county of Hebei; a district of Nanjing had the name until 2002.
    assertFound("大厂", "131028");
    assertFound("吐鲁番市", "650400");
  }

  @Test
  void prefersTheProvinceAndThenWhatHoldsTheOther() {
    assertFound("海南", "460000");
    assertFound("Hainan", "460000");
    assertFound("河北", "130000");
    assertFound("长沙", "430100");
    assertFound("Jilin", "220000");
    assertFound("Jilin City", "220200");
    assertFound("Jilin/Jilin", "220200");
  }

  @Test
  void leavesOpenWhetherTheCityOrWhatHoldsItIsMeant() {
    assertAmbiguous("吉林", "220000", "220200");
    assertAmbiguous("大理", "532900", "532901");
    assertFound("吉林市", "220200");
    assertFound("Dali", "532901");
  }

  @Test
  void listsAllCandidatesInCodeOrder() {
    assertAmbiguous("鼓楼区", "320106", "320302", "350102", "410204");
    assertAmbiguous("朝阳区", "110105", "220104");
    assertFound("朝阳市", "211300");
    assertAmbiguous("朝阳", "110105", "211300", "220104");
    assertAmbiguous("Taizhou", "321200", "331000");
    assertAmbiguous("江苏省/鼓楼区", "320106", "320302");
    assertFound("徐州/鼓楼", "320302");
  }

  @ParameterizedTest
  @CsvSource({
    "浙江省/台州市/椒江县, 331002",
    "椒江县, 331002",
    "江苏省/椒江区, 331002",
    "浙江省/台州市/叔江区, 331002",
    "Yinchaun, 640100",
    "Hohot, 150100",
    "内蒙, 150000",
    "莱芜市, 370116"
  })
  void hintsAtTheNearestPlace(String reference, String code) {
    Lookup lookup = gazetteer.find(reference);
    assertThat(lookup).isEqualTo(new Lookup.Unknown(gazetteer.byCode(code)));
  }

  @ParameterizedTest
  @CsvSource({"''", "' '", "/", "椒江区/", "/椒江区", "999999", "xyzzy", "不存在的地方", "椒江区/浙江省"})
  void knowsNothingOfOtherWords(String reference) {
    assertThat(gazetteer.find(reference)).isInstanceOf(Lookup.Unknown.class);
  }

  @Test
  void doesNotTakeOneCharacterForAName() {
    assertThat(gazetteer.find("单")).isInstanceOf(Lookup.Unknown.class);
    assertFound("单县", "371722");
  }

  @Test
  void findsEveryPlaceByItsPathInBothLanguages() {
    gazetteer.provinces().forEach(this::assertRoundTrip);
  }

  private void assertRoundTrip(Region region) {
    for (Language language : List.of(CHINESE, ENGLISH)) {
      String path = gazetteer.pathOf(region, language);
      assertThat(gazetteer.find(path)).as(path).isEqualTo(new Lookup.Found(region));
    }
    assertFound(region.code(), region.code());
    gazetteer.children(region.code()).forEach(this::assertRoundTrip);
  }

  @Test
  void findsEveryFormerNameWithinItsProvince() {
    gazetteer.provinces().forEach(province -> assertFormerNames(province, province));
  }

  private void assertFormerNames(Region province, Region region) {
    for (String former : region.former()) {
      String reference = province.name().preferring(CHINESE) + "/" + former;
      assertThat(gazetteer.find(reference)).as(reference).isNotInstanceOf(Lookup.Unknown.class);
    }
    gazetteer.children(region.code()).forEach(child -> assertFormerNames(province, child));
  }

  @Test
  void answersAnyGarbage() {
    Random random = new Random(20201118);
    String letters = "浙江省台州市椒区县/ //abcdeXYZ'’üÜ-\u0301\uD83D\uDE00\uD800\u0000\t1359 州地自治";
    for (int i = 0; i < 10_000; i++) {
      StringBuilder garbage = new StringBuilder();
      for (int length = random.nextInt(24); length > 0; length--) {
        garbage.append(letters.charAt(random.nextInt(letters.length())));
      }
      assertThat(gazetteer.find(garbage.toString())).isNotNull();
    }
    assertThat(gazetteer.find("市".repeat(1_000_000))).isEqualTo(new Lookup.Unknown(null));
    assertThat(gazetteer.find("/".repeat(1_000_000))).isEqualTo(new Lookup.Unknown(null));
  }

  private void assertFound(String reference, String code) {
    assertThat(gazetteer.find(reference))
        .as(reference)
        .isEqualTo(new Lookup.Found(gazetteer.byCode(code)));
  }

  private void assertAmbiguous(String reference, String... codes) {
    Lookup lookup = gazetteer.find(reference);
    assertThat(lookup).isInstanceOf(Lookup.Ambiguous.class);
    assertThat(((Lookup.Ambiguous) lookup).candidates())
        .extracting(Region::code)
        .containsExactly(codes);
  }
}
