package duizhao.plan;

import duizhao.model.LocalizedText;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The 34 province-level units of China in code order, each with its cell of a map of equal tiles.
 * Wherever a square grid allows it, tiles that touch are neighbours on the ground, and north is up.
 */
enum Province {
  BEIJING("110000", 5, 1, "北京市", "北京", "Beijing", "BJ"),
  TIANJIN("120000", 5, 2, "天津市", "天津", "Tianjin", "TJ"),
  HEBEI("130000", 4, 2, "河北省", "河北", "Hebei", "HE"),
  SHANXI("140000", 3, 2, "山西省", "山西", "Shanxi", "SX"),
  INNER_MONGOLIA("150000", 4, 1, "内蒙古自治区", "内蒙古", "Inner Mongolia", "NM"),
  LIAONING("210000", 6, 1, "辽宁省", "辽宁", "Liaoning", "LN"),
  JILIN("220000", 7, 1, "吉林省", "吉林", "Jilin", "JL"),
  HEILONGJIANG("230000", 7, 0, "黑龙江省", "黑龙江", "Heilongjiang", "HL"),
  SHANGHAI("310000", 6, 5, "上海市", "上海", "Shanghai", "SH"),
  JIANGSU("320000", 5, 4, "江苏省", "江苏", "Jiangsu", "JS"),
  ZHEJIANG("330000", 5, 5, "浙江省", "浙江", "Zhejiang", "ZJ"),
  ANHUI("340000", 4, 4, "安徽省", "安徽", "Anhui", "AH"),
  FUJIAN("350000", 4, 6, "福建省", "福建", "Fujian", "FJ"),
  JIANGXI("360000", 4, 5, "江西省", "江西", "Jiangxi", "JX"),
  SHANDONG("370000", 4, 3, "山东省", "山东", "Shandong", "SD"),
  HENAN("410000", 3, 3, "河南省", "河南", "Henan", "HA"),
  HUBEI("420000", 3, 4, "湖北省", "湖北", "Hubei", "HB"),
  HUNAN("430000", 3, 5, "湖南省", "湖南", "Hunan", "HN"),
  GUANGDONG("440000", 3, 6, "广东省", "广东", "Guangdong", "GD"),
  GUANGXI("450000", 2, 6, "广西壮族自治区", "广西", "Guangxi", "GX"),
  HAINAN("460000", 2, 7, "海南省", "海南", "Hainan", "HI"),
  CHONGQING("500000", 2, 4, "重庆市", "重庆", "Chongqing", "CQ"),
  SICHUAN("510000", 1, 4, "四川省", "四川", "Sichuan", "SC"),
  GUIZHOU("520000", 2, 5, "贵州省", "贵州", "Guizhou", "GZ"),
  YUNNAN("530000", 1, 5, "云南省", "云南", "Yunnan", "YN"),
  TIBET("540000", 0, 3, "西藏自治区", "西藏", "Tibet", "XZ"),
  SHAANXI("610000", 2, 3, "陕西省", "陕西", "Shaanxi", "SN"),
  GANSU("620000", 1, 2, "甘肃省", "甘肃", "Gansu", "GS"),
  QINGHAI("630000", 1, 3, "青海省", "青海", "Qinghai", "QH"),
  NINGXIA("640000", 2, 2, "宁夏回族自治区", "宁夏", "Ningxia", "NX"),
  XINJIANG("650000", 0, 2, "新疆维吾尔自治区", "新疆", "Xinjiang", "XJ"),
  TAIWAN("710000", 5, 6, "台湾省", "台湾", "Taiwan", "TW"),
  HONG_KONG("810000", 4, 7, "香港特别行政区", "香港", "Hong Kong", "HK"),
  MACAO("820000", 3, 7, "澳门特别行政区", "澳门", "Macao", "MO");

  /** How many cells the map is wide. */
  static final int COLUMNS = 8;

  /** How many cells the map is high. */
  static final int ROWS = 8;

  private final String code;
  private final int column;
  private final int row;
  private final String zh;
  private final String shortZh;
  private final String en;
  private final String letters;

  /**
   * @param code of GB/T 2260
   * @param column from the west, 0-based
   * @param row from the north, 0-based
   * @param letters of ISO 3166-2:CN
   */
  Province(String code, int column, int row, String zh, String shortZh, String en, String letters) {
    this.code = code;
    this.column = column;
    this.row = row;
    this.zh = zh;
    this.shortZh = shortZh;
    this.en = en;
    this.letters = letters;
  }

  private static LocalizedText text(String zh, String en) {
    Map<String, String> byLanguage = new LinkedHashMap<>();
    byLanguage.put("zh", zh);
    byLanguage.put("en", en);
    return new LocalizedText(byLanguage);
  }

  String code() {
    return code;
  }

  int column() {
    return column;
  }

  int row() {
    return row;
  }

  /** Its name, as the gazetteer has it. */
  LocalizedText label() {
    return text(zh, en);
  }

  /** What a small tile has room for: two or three characters, or two letters. */
  LocalizedText abbreviation() {
    return text(shortZh, letters);
  }
}
