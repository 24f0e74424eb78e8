package duizhao.bench;

import duizhao.bench.Phrases.Pair;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** The people and firms of one report, each with a name that no other of them has. */
final class Names {

  private static final String SURNAMES =
      "王 Wang,李 Li,张 Zhang,刘 Liu,陈 Chen,杨 Yang,赵 Zhao,黄 Huang,周 Zhou,吴 Wu,徐 Xu,孙 Sun,胡 Hu,朱 Zhu,"
          + "高 Gao,林 Lin,何 He,郭 Guo,马 Ma,罗 Luo,梁 Liang,宋 Song,郑 Zheng,谢 Xie,韩 Han,唐 Tang,冯 Feng,"
          + "董 Dong,萧 Xiao,程 Cheng,曹 Cao,袁 Yuan,邓 Deng,许 Xu,傅 Fu,沈 Shen,彭 Peng,吕 Lü,苏 Su,卢 Lu,"
          + "蒋 Jiang,蔡 Cai,贾 Jia,丁 Ding,魏 Wei,薛 Xue,叶 Ye,余 Yu,潘 Pan,杜 Du,戴 Dai,夏 Xia,钟 Zhong,"
          + "汪 Wang,田 Tian,任 Ren,姜 Jiang,范 Fan,石 Shi,姚 Yao,谭 Tan,廖 Liao,邹 Zou,熊 Xiong,陆 Lu,郝 Hao";

  private static final String GIVEN =
      "伟 wei,芳 fang,娜 na,敏 min,静 jing,丽 li,强 qiang,磊 lei,军 jun,洋 yang,勇 yong,艳 yan,杰 jie,娟 juan,"
          + "涛 tao,明 ming,超 chao,霞 xia,刚 gang,桂 gui,华 hua,建 jian,国 guo,文 wen,志 zhi,秀 xiu,玉 yu,兰 lan,"
          + "英 ying,海 hai,春 chun,梅 mei,红 hong,晓 xiao,东 dong,俊 jun,宇 yu,浩 hao,晨 chen,佳 jia,慧 hui,"
          + "雪 xue,峰 feng,鹏 peng,宁 ning,辉 hui,斌 bin,波 bo,立 li,永 yong,庆 qing,福 fu,祥 xiang,瑞 rui,"
          + "松 song,柏 bai,云 yun,月 yue,思 si,嘉 jia,振 zhen,宗 zong,德 de,怀 huai,润 run,泽 ze,启 qi,成 cheng";

  private static final String BRANDS =
      "兴 xing,达 da,华 hua,远 yuan,鑫 xin,隆 long,恒 heng,瑞 rui,宏 hong,泰 tai,顺 shun,昌 chang,裕 yu,丰 feng,"
          + "润 run,天 tian,博 bo,凯 kai,锦 jin,盛 sheng,佳 jia,诚 cheng,利 li,通 tong,康 kang,源 yuan,旭 xu,阳 yang,"
          + "嘉 jia,和 he,信 xin,腾 teng,飞 fei,安 an,永 yong,正 zheng,金 jin,海 hai,龙 long,江 jiang";

  private static final List<Pair> FAMILIES = pairs(SURNAMES);
  private static final List<Pair> FIRST = pairs(GIVEN);
  private static final List<Pair> FIRMS = pairs(BRANDS);

  private final Random random;
  private final Set<String> taken = new HashSet<>();

  Names(Random random) {
    this.random = random;
  }

  private static List<Pair> pairs(String words) {
    return Stream.of(words.split(","))
        .map(word -> new Pair(word.substring(0, 1), word.substring(2)))
        .toList();
  }

  private Pair any(List<Pair> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** Two characters, or for one in four people one. */
  Pair person() {
    while (true) {
      Pair family = any(FAMILIES);
      Pair first = any(FIRST);
      Pair second = random.nextInt(4) == 0 ? new Pair("", "") : any(FIRST);
      String english = family.en() + " " + Phrases.capitals(first.en()) + second.en();
      if (!first.equals(second) && taken.add(english)) {
        return new Pair(family.zh() + first.zh() + second.zh(), english);
      }
    }
  }

  /** A company of this trade. */
  Pair firm(Pair sector) {
    while (true) {
      Pair first = any(FIRMS);
      Pair second = any(FIRMS);
      String brand = Phrases.capitals(first.en()) + second.en();
      if (!first.equals(second) && taken.add(brand)) {
        return new Pair(
            first.zh() + second.zh() + sector.zh() + "有限公司",
            brand + " " + titled(sector.en()) + " Co., Ltd");
      }
    }
  }

  /** A name of two characters, and what bears it: a road, a village, a team. */
  Pair called(String zh, String en) {
    List<Pair> characters = random.nextBoolean() ? FIRST : FIRMS;
    Pair first = any(characters);
    Pair second = any(FIRMS);
    return new Pair(
        zh.formatted(first.zh() + second.zh()),
        en.formatted(Phrases.capitals(first.en()) + second.en()));
  }

  private static String titled(String words) {
    StringBuilder titled = new StringBuilder();
    for (String word : words.split(" ")) {
      titled.append(titled.isEmpty() ? "" : " ").append(Phrases.capitals(word));
    }
    return titled.toString();
  }
}
