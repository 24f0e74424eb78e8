package duizhao.export;

import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import duizhao.edtf.EdtfDate;
import duizhao.edtf.EdtfException;
import duizhao.model.Archive;
import duizhao.model.Block;
import duizhao.model.BlockKind;
import duizhao.model.Body;
import duizhao.model.Byline;
import duizhao.model.Edition;
import duizhao.model.Figure;
import duizhao.model.Hedge;
import duizhao.model.Html;
import duizhao.model.Language;
import duizhao.model.Licence;
import duizhao.model.LocalizedText;
import duizhao.model.Newspaper;
import duizhao.model.Organisation;
import duizhao.model.Person;
import duizhao.model.Picture;
import duizhao.model.Programme;
import duizhao.model.Reference;
import duizhao.model.Region;
import duizhao.model.RegionLevel;
import duizhao.model.Report;
import duizhao.model.ReportKind;
import duizhao.model.Source;
import duizhao.model.Theme;
import duizhao.model.Translation;
import duizhao.model.Unit;
import duizhao.plan.SitePlan;
import duizhao.plan.SitePlanner;
import duizhao.read.ContentReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A small archive: one report with everything in it and as hostile as text gets, one that is not
 * translated, and one of which only an approximate month is known.
 */
public final class Sample {

  public static final String BASE = "https://example.org/archive/";
  public static final Language ZH = new Language("zh", "zh-Hans", "中文");
  public static final Language EN = new Language("en", "en", "English");

  /** Each mark-up's way out of a text, quotes, a line break, and a character beyond 16 bits. */
  public static final String HOSTILE = "</script>]]>\"',;&amp;<b>\n第二行😀";

  /** A command that a spreadsheet would run. */
  public static final String FORMULA = "=cmd|' /C calc'!A0";

  private static final Location AT = Location.of("content/sample");

  private Sample() {}

  /** Every file of the plan by its path. */
  public static Map<String, String> export(SitePlan plan) {
    Map<String, String> files = new ConcurrentSkipListMap<>();
    try {
      Exporter.export(
          plan,
          file -> files.merge(file.path().value(), file.text(), (one, other) -> "written twice"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** The whole sample as a site at {@link #BASE}, or at an unknown address for null. */
  public static SitePlan plan(@Nullable String baseUrl) {
    return plan(baseUrl, List.of(rich(), untranslated(), bare("bare", "2019-05~")));
  }

  /** The archive of this repository. */
  static SitePlan content() {
    Diagnostics diagnostics = new Diagnostics();
    Archive archive = new ContentReader(Path.of("content"), "content", diagnostics).read();
    return SitePlanner.plan(
        Objects.requireNonNull(archive),
        new Theme("plain", Map.of(), Map.of(), "", "", List.of()),
        diagnostics);
  }

  public static SitePlan plan(@Nullable String baseUrl, List<Report> reports) {
    Archive archive =
        new Archive(
            AT,
            text("对照 & 档案", "Side by Side & More"),
            text("工会新闻。", "Union news."),
            List.of(ZH, EN),
            baseUrl,
            "plain",
            new Licence(
                "CC-BY-4.0",
                text("知识共享 署名", "Creative Commons Attribution"),
                "https://creativecommons.org/licenses/by/4.0/"),
            text("编辑部", "The editors"),
            new TreeMap<>(
                Map.of(
                    "640000", region("640000", "宁夏", "Ningxia", null),
                    "640100", region("640100", "银川", "Yinchuan", "640000"))),
            ordered(programme("homes", null), programme("card", "homes")),
            Map.of(
                "daily",
                new Newspaper(
                    "daily", AT, text("工人日报", "Workers' Daily"), null, null, null, null, null)),
            Map.of("CNY", new Unit("CNY", AT, text("元", "yuan"))),
            List.of(),
            List.of(),
            reports,
            List.of());
    Theme theme = new Theme("plain", Map.of(), Map.of(), "", "", List.of());
    return SitePlanner.plan(archive, theme, new Diagnostics());
  }

  /** The report that has everything. */
  public static Report rich() {
    return new Report(
        "rich",
        AT,
        text("标题" + HOSTILE, "Title " + HOSTILE),
        text(FORMULA, "-" + HOSTILE),
        ReportKind.NEWS,
        new Source(
            reference("daily"),
            date("2020-11-18"),
            text("版面", "on the page"),
            3,
            "引题",
            "印的标题" + HOSTILE,
            "副题",
            List.of(
                new Byline(text("王小明", "Wang Xiaoming"), Byline.Role.REPORTER, AT),
                new Byline(text("李", "Li"), Byline.Role.PHOTOGRAPHER, AT)),
            text("新华社", "Xinhua"),
            "https://paper.example/2020?a=1&b=2",
            text("缺角", "a corner is missing")),
        List.of(reference("640100")),
        List.of(reference("homes"), reference("card")),
        List.of(
            new Person(text("张三", "Zhang San"), text("工人", "worker"), false, AT),
            new Person(text("小红", "Xiaohong"), null, true, AT)),
        List.of(new Organisation(text("总工会", "Federation"))),
        List.of(
            new Figure(
                AT,
                text("投入", "invested"),
                new BigDecimal("3.4E+7"),
                null,
                reference("CNY"),
                Hedge.OVER,
                date("2020"),
                text("3400万余元", "over 34 million yuan"),
                1,
                List.of(),
                reference("homes")),
            new Figure(
                AT,
                text("补助", "aid"),
                new BigDecimal("-1.50"),
                new BigDecimal("200"),
                reference("CNY"),
                Hedge.EXACT,
                null,
                text("@补助", "+aid"),
                0,
                List.of(reference("640000")),
                null)),
        List.of(new Picture("a.jpg", AT, text("照片", "photo"), null, null, 600, 400, 1000)),
        new Translation(ZH, Translation.Status.MACHINE_DRAFT, text("机器", "a machine"), List.of()),
        date("2026-11-01"),
        List.of(reference("old-rich")),
        Map.of(
            "zh", edition(ZH, "第一段" + HOSTILE, "第二段"),
            "en", edition(EN, "First " + HOSTILE, "Second")));
  }

  /** A report that is there in Chinese only. */
  public static Report untranslated() {
    return untranslated(Translation.Status.NONE);
  }

  /** The same, with the status that translations into yet other languages may have. */
  static Report untranslated(Translation.Status status) {
    return simple(
        "untranslated",
        "2020-03",
        new LocalizedText(Map.of("zh", "未译")),
        status,
        Map.of("zh", edition(ZH, "只有中文")));
  }

  /** A translated report without anything that may be missing. */
  public static Report bare(String id, String date) {
    return simple(
        id,
        date,
        text("素", "Bare"),
        Translation.Status.FULL,
        Map.of("zh", edition(ZH, "段"), "en", edition(EN, "Paragraph")));
  }

  /** A translated report with a title and one paragraph, which say the same. */
  public static Report saying(String id, String date, LocalizedText words) {
    return simple(
        id,
        date,
        words,
        Translation.Status.FULL,
        Map.of("zh", edition(ZH, words.preferring(ZH)), "en", edition(EN, words.preferring(EN))));
  }

  private static Report simple(
      String id,
      String date,
      LocalizedText title,
      Translation.Status status,
      Map<String, Edition> editions) {
    return new Report(
        id,
        AT,
        title,
        title,
        ReportKind.BRIEF,
        new Source(
            reference("daily"),
            date(date),
            null,
            null,
            null,
            null,
            null,
            List.of(),
            null,
            null,
            null),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Translation(ZH, status, null, List.of()),
        null,
        List.of(),
        editions);
  }

  private static Edition edition(Language language, String... paragraphs) {
    List<Block> blocks =
        IntStream.range(0, paragraphs.length)
            .mapToObj(
                i -> new Block(i + 1, BlockKind.PARAGRAPH, new Html("<p>x</p>"), paragraphs[i], AT))
            .toList();
    return new Edition(language, new Body(blocks, null, List.of()), AT);
  }

  private static Region region(String code, String zh, String en, @Nullable String parent) {
    return new Region(
        code,
        text(zh, en),
        en.toLowerCase(Locale.ROOT),
        parent == null ? RegionLevel.PROVINCE : RegionLevel.PREFECTURE,
        parent,
        List.of());
  }

  private static Programme programme(String id, @Nullable String broader) {
    return new Programme(
        id,
        AT,
        broader != null,
        text("项目 " + id, "Programme " + id),
        List.of(),
        text("说明", "scope"),
        broader == null ? null : reference(broader),
        List.of(),
        List.of(),
        null);
  }

  private static Map<String, Programme> ordered(Programme... programmes) {
    Map<String, Programme> byId = new LinkedHashMap<>();
    Stream.of(programmes).forEach(p -> byId.put(p.id(), p));
    return byId;
  }

  private static Reference reference(String id) {
    return new Reference(id, AT);
  }

  public static LocalizedText text(String zh, String en) {
    Map<String, String> byLanguage = new LinkedHashMap<>();
    byLanguage.put("zh", zh);
    byLanguage.put("en", en);
    return new LocalizedText(byLanguage);
  }

  private static EdtfDate date(String text) {
    try {
      return EdtfDate.parse(text);
    } catch (EdtfException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** Reports enough to need several pages of a list. */
  public static List<Report> many(int count) {
    List<Report> reports = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      reports.add(bare("report-" + i, "2020-01-01"));
    }
    return reports;
  }
}
