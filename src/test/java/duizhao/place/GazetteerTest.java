package duizhao.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duizhao.model.Language;
import duizhao.model.LocalizedText;
import duizhao.model.Region;
import duizhao.model.RegionLevel;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class GazetteerTest {

  private static final Language CHINESE = new Language("zh", "zh-Hans", "中文");
  private static final Language ENGLISH = new Language("en", "en", "English");
  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private final Gazetteer gazetteer = Gazetteer.builtIn();

  @Test
  void holdsEveryProvincePrefectureAndCounty() {
    assertThat(places()).hasSize(3214);
    assertThat(places(RegionLevel.PROVINCE)).hasSize(34);
    assertThat(places(RegionLevel.PREFECTURE)).hasSize(333);
    assertThat(places(RegionLevel.COUNTY)).hasSize(2847);
  }

  @Test
  void listsProvincesAndChildrenInCodeOrder() {
    assertThat(gazetteer.provinces())
        .hasSize(34)
        .isSortedAccordingTo(Comparator.comparing(Region::code));
    assertThat(gazetteer.children("331000"))
        .extracting(Region::code)
        .containsExactly(
            "331002", "331003", "331004", "331022", "331023", "331024", "331081", "331082",
            "331083");
    assertThat(gazetteer.children("331002")).isEmpty();
    assertThat(gazetteer.children("no such code")).isEmpty();
  }

  @Test
  void hangsEveryPlaceUnderTheOneThatHoldsIt() {
    for (Region region : places()) {
      if (region.level() == RegionLevel.PROVINCE) {
        assertThat(region.parent()).isNull();
        continue;
      }
      Region parent = gazetteer.byCode(String.valueOf(region.parent()));
      assertThat(parent).as(region.code()).isNotNull();
      assertThat(parent.level()).isLessThan(region.level());
      assertThat(region.code()).startsWith(parent.code().replaceFirst("(00)+$", ""));
    }
  }

  @Test
  void hangsCountiesDirectlyUnderTheProvinceWhereNoPrefectureHoldsThem() {
    assertThat(List.of("110101", "500157", "429004", "469001", "659001"))
        .allSatisfy(code -> assertThat(byCode(code).parent()).endsWith("0000"));
    assertThat(gazetteer.byCode("110100")).isNull();
    assertThat(gazetteer.byCode("429000")).isNull();
  }

  @Test
  void leavesOutDevelopmentZonesAndKeepsCitiesWithoutDistricts() {
    assertThat(places())
        .filteredOn(r -> Pattern.matches(".*(开发区|管理区|示范区|产业园区)", chinese(r)))
        .isEmpty();
    assertThat(List.of("441900", "442000", "460400", "620200"))
        .allSatisfy(code -> assertThat(byCode(code).level()).isEqualTo(RegionLevel.PREFECTURE))
        .allSatisfy(code -> assertThat(gazetteer.children(code)).isEmpty());
  }

  @Test
  void knowsWhatWasFoundedSinceItsSource() {
    assertThat(
            List.of("460302", "460303", "500157", "653132", "653228", "653229", "659013").stream()
                .map(code -> chinese(byCode(code))))
        .containsExactly("西沙区", "南沙区", "两江新区", "岑岭县", "和康县", "和安县", "草湖市");
    assertThat(gazetteer.byCode("500105")).isNull();
  }

  @Test
  void givesSiblingsDifferentAddresses() {
    for (Region parent : places()) {
      Set<String> slugs = new HashSet<>();
      for (Region child : gazetteer.children(parent.code())) {
        assertThat(child.slug()).matches(SLUG);
        assertThat(slugs.add(child.slug())).as("%s in %s", child, parent).isTrue();
      }
    }
    assertThat(gazetteer.provinces()).extracting(Region::slug).doesNotHaveDuplicates();
    assertThat(byCode("331002").slug()).isEqualTo("jiaojiang");
    assertThat(byCode("654002").slug()).isEqualTo("yining");
    assertThat(byCode("654021").slug()).isEqualTo("yining-county");
    assertThat(byCode("540000").slug()).isEqualTo("tibet");
    assertThat(byCode("141100").slug()).isEqualTo("luliang");
  }

  @Test
  void namesPlacesInBothLanguages() {
    for (Region region : places()) {
      assertThat(region.name().byLanguage().keySet()).containsExactly("zh", "en");
      assertThat(chinese(region)).matches("\\p{IsHan}{2,}");
      assertThat(english(region)).matches("[A-Z][A-Za-zü’, -]*[a-z]");
    }
  }

  @Test
  void writesEnglishNamesAsTheyAreUsed() throws IOException {
    Map<String, List<Region>> byName = new HashMap<>();
    places().forEach(r -> byName.computeIfAbsent(chinese(r), n -> new ArrayList<>()).add(r));
    List<String> rows = rows("english-names.tsv");
    assertThat(rows).hasSizeGreaterThan(150);
    for (String row : rows) {
      String[] columns = row.split("\t");
      assertThat(byName.get(columns[0])).as(columns[0]).hasSize(1);
      assertThat(english(byName.get(columns[0]).get(0))).as(columns[0]).isEqualTo(columns[1]);
    }
  }

  @Test
  void tellsThePathInBothLanguages() {
    Region jiaojiang = byCode("331002");
    assertThat(gazetteer.path(jiaojiang))
        .extracting(Region::code)
        .containsExactly("330000", "331000", "331002");
    assertThat(gazetteer.pathOf(jiaojiang, CHINESE)).isEqualTo("浙江省/台州市/椒江区");
    assertThat(gazetteer.pathOf(jiaojiang, ENGLISH))
        .isEqualTo("Zhejiang/Taizhou/Jiaojiang District");
  }

  @Test
  void takesAdditionsWithoutChangingItself() {
    Region zone = addition("lanzhou-new-area", "兰州新区", "Lanzhou New Area", "620100");
    Region inside = addition("zhongchuan", "中川园区", "Zhongchuan Park", "lanzhou-new-area");
    Gazetteer extended = gazetteer.with(List.of(inside, zone));
    assertThat(extended.byCode("lanzhou-new-area")).isEqualTo(zone);
    assertThat(extended.children("620100")).contains(zone);
    assertThat(extended.pathOf(inside, CHINESE)).isEqualTo("甘肃省/兰州市/兰州新区/中川园区");
    for (String name :
        List.of(
            "lanzhou-new-area", "兰州新区", "Lanzhou New Area", "甘肃/兰州新区", "Gansu/lanzhou new area")) {
      assertThat(extended.find(name)).isEqualTo(new Lookup.Found(zone));
    }
    assertThat(gazetteer.byCode("lanzhou-new-area")).isNull();
    assertThat(gazetteer.find("兰州新区")).isInstanceOf(Lookup.Unknown.class);
    assertThat(extended.find("兰州")).isEqualTo(new Lookup.Found(byCode("620100")));
  }

  @Test
  void refusesAdditionsThatFitNowhere() {
    assertThatThrownBy(() -> gazetteer.with(List.of(addition("a", "甲", "A", "no-such-place"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no-such-place");
    assertThatThrownBy(() -> gazetteer.with(List.of(addition("331002", "甲", "A", "331000"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                gazetteer.with(List.of(addition("a", "甲", "A", "b"), addition("b", "乙", "B", "a"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void staysSmall() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (InputStream in = Gazetteer.class.getResourceAsStream(GazetteerFile.RESOURCE);
        GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      assertThat(in).isNotNull();
      in.transferTo(gzip);
    }
    assertThat(packed.size()).isLessThan(60_000);
  }

  private List<Region> places() {
    List<Region> places = new ArrayList<>();
    gazetteer.provinces().forEach(p -> collect(p, places));
    return places;
  }

  private void collect(Region region, List<Region> places) {
    places.add(region);
    gazetteer.children(region.code()).forEach(child -> collect(child, places));
  }

  private List<Region> places(RegionLevel level) {
    return places().stream().filter(r -> r.level() == level).toList();
  }

  private Region byCode(String code) {
    Region region = gazetteer.byCode(code);
    assertThat(region).as(code).isNotNull();
    return region;
  }

  private static String chinese(Region region) {
    return String.valueOf(region.name().in(CHINESE));
  }

  private static String english(Region region) {
    return String.valueOf(region.name().in(ENGLISH));
  }

  private static Region addition(String id, String chinese, String english, String within) {
    LocalizedText name = new LocalizedText(Map.of("zh", chinese, "en", english));
    return new Region(id, name, id, RegionLevel.ZONE, within, List.of());
  }

  private static List<String> rows(String resource) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                GazetteerTest.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }
}
