package duizhao.site;

import duizhao.SiteBuild;
import duizhao.diagnostic.Severity;
import duizhao.plan.SitePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * An archive in three languages for the pages of regions and programmes: a programme with 120
 * reports from eleven provinces, figures that regions state alike, dates in doubt, a place without
 * an English name, and a programme without any report. French has the interface words of English.
 *
 * @param folder where the site stands
 */
public record PlacesArchive(Path folder, SitePlan plan) {

  static final int REPORTS = 120;

  private static final List<String> PLACES =
      List.of(
          "330000", "330100", "640000", "110000", "150000", "440000", "230000", "310000", "540000",
          "810000", "650000");

  /** Builds it below a folder. */
  public static PlacesArchive in(Path folder) throws IOException {
    Path content = folder.resolve("content");
    Path themes = folder.resolve("themes");
    Tree.copy(Path.of("themes"), themes, false);
    Path words = themes.resolve("duizhao/words");
    Files.copy(words.resolve("en.yaml"), words.resolve("fr.yaml"));
    write(content);
    Path site = folder.resolve("site");
    SiteBuild.Result result =
        SiteBuild.build(
            new SiteBuild.Request(content, themes, site, null, null, List.of(), false),
            SiteBuild.Progress.NONE);
    if (!result.published()) {
      throw new IllegalStateException(
          result.diagnostics().stream()
              .filter(d -> d.severity() == Severity.ERROR)
              .toList()
              .toString());
    }
    return new PlacesArchive(site, Objects.requireNonNull(result.plan()));
  }

  private static void write(Path content) throws IOException {
    put(
        content.resolve("archive.yaml"),
        """
        title: {zh: 地方, en: Places}
        description: {zh: 各地。, en: Places of all kinds.}
        languages:
          - {id: zh, tag: zh-Hans, name: 中文}
          - {id: en, tag: en, name: English}
          - {id: fr, tag: fr, name: Français}
        """);
    put(
        content.resolve("newspapers.yaml"),
        """
        - {id: daily, name: {zh: 工人日报, en: Workers’ Daily}}
        - {id: weekly, name: {zh: 工会周报, en: Union Weekly}}
        """);
    put(
        content.resolve("programmes.yaml"),
        """
        - {id: stations, label: {zh: 服务站点, en: Service stations}, scope: {zh: 站点。, en: Stops.}, related: [homes]}
        - {id: homes, label: {zh: 职工之家, en: Workers’ homes}, scope: {zh: 场所。, en: Places.}}
        - {id: culture, label: {zh: 职工文化, en: Culture}, scope: {zh: 文化。, en: Arts.}}
        - {id: harbour, kind: scheme, broader: stations, label: {zh: 港湾}, scope: {zh: 港湾。}, regions: ["330000"]}
        """);
    put(
        content.resolve("regions.yaml"),
        "- {id: new-area, name: {zh: 某新区}, within: \"330100\", level: zone}\n");
    put(content.resolve("units.yaml"), "- {id: stations, label: {zh: 个站点, en: stations}}\n");
    put(content.resolve("glossary.yaml"), "- {id: union, term: {zh: 工会, en: union}}\n");
    for (int n = 0; n < REPORTS; n++) {
      report(content, n);
    }
  }

  private static void report(Path content, int n) throws IOException {
    String date =
        switch (n) {
          case 0 -> "200X";
          case 1 -> "2019-12-30/2020-01-02";
          case 2 -> "2021?";
          default -> (2018 + n % 6) + "-%02d".formatted(1 + n % 12);
        };
    int built = n < 12 ? 10_000 - 700 * n : n;
    Path folder = content.resolve("reports/all/report-" + n);
    put(
        folder.resolve("report.yaml"),
        """
        title: {zh: 第%1$d篇, en: Number %1$d}
        summary: {zh: 已建%2$d个站点。, en: There are %2$d stations.}
        source: {newspaper: %3$s, date: "%4$s"}
        kind: brief
        regions: ["%5$s"]
        programmes: [%6$s]
        figures:
          - what: {zh: %7$s, en: %8$s}
            value: %2$d
            unit: stations
            as_stated: {zh: %2$d个站点, en: %2$d stations}
        translation: {original: zh, status: full}
        """
            .formatted(
                n,
                built,
                n % 3 == 0 ? "weekly" : "daily",
                date,
                n == 5 ? "new-area" : PLACES.get(n % (n < 60 ? PLACES.size() : 3)),
                n == 7 ? "harbour, culture" : "stations",
                n < 12 ? "已建的站点" : "第" + n + "种站点",
                n < 12 ? "Stations built" : "Stations of kind " + n));
    put(folder.resolve("zh.md"), "已建" + built + "个站点。\n");
    put(folder.resolve("en.md"), "There are " + built + " stations.\n");
    put(folder.resolve("fr.md"), "Il y en a " + built + ".\n");
  }

  private static void put(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
