package duizhao.export;

import duizhao.model.Archive;
import duizhao.model.Language;
import duizhao.model.LocalizedText;
import duizhao.plan.CitationFormat;
import duizhao.plan.Document;
import duizhao.plan.SitePlan;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * {@code ARCHIVE.txt}: what is what in a published folder, in Chinese and in English, for somebody
 * who has the folder and nothing else.
 */
final class Guide {

  private final SitePlan plan;
  private final StringBuilder text = new StringBuilder();

  Guide(SitePlan plan) {
    this.plan = plan;
  }

  String text() {
    Archive archive = plan.archive();
    all(archive.title());
    line("");
    all(archive.description());
    line("");
    if (archive.publisher() != null) {
      line("出版 Publisher: " + said(archive.publisher()));
    }
    if (archive.licence() != null) {
      line("许可 Licence: " + archive.licence().id() + ", " + said(archive.licence().name()));
      if (archive.licence().url() != null) {
        line("  " + archive.licence().url());
      }
    }
    if (archive.baseUrl() != null) {
      line("网址 Address: " + archive.baseUrl());
    }
    line("报道 Reports: " + archive.reports().size());
    line("");
    line("用浏览器打开 index.html 即可阅读，无须服务器、网络或其他软件。");
    line("Open index.html in a browser. No server, no network and no other program is needed.");
    line("");
    for (Language language : archive.languages()) {
      entry(language.id() + "/", "网页：" + language.name(), "pages: " + language.name());
    }
    String first = archive.languages().get(0).id();
    entry(first + "/reports/ID/", "一篇报道；#p3 为第三段", "one report; #p3 is its third paragraph");
    entry(first + "/parallel/ID/", "各语言逐段对照", "its languages side by side");
    if (!plan.copies().isEmpty()) {
      entry("media/ID/", "报道的图片", "pictures of a report");
    }
    entry(Document.REPORTS_JSON, "全部报道，含正文", "every report with its texts");
    entry(Document.REPORTS_CSV, "报道一览", "a table of the reports");
    entry(Document.FIGURES_CSV, "报道中的数字", "a table of the figures in them");
    entry(Document.VOCABULARIES_TURTLE, "项目、地区等词表（SKOS）", "vocabularies, as SKOS");
    entry(Document.TMX, "对照句段（TMX 1.4）", "aligned texts, as TMX 1.4");
    entry(Document.DATA_PACKAGE, "各表各列的说明", "what each column means (Data Package)");
    entry(
        "data/citations/ID.*",
        "引用格式",
        "citations: "
            + Arrays.stream(CitationFormat.values())
                .map(CitationFormat::ending)
                .collect(Collectors.joining(", ")));
    entry("search/", "检索页用的索引", "the index that the search pages read");
    entry("assets/", "样式与脚本", "style sheets and scripts");
    if (!plan.sources().isEmpty()) {
      entry(SitePlan.SOURCES, "网站由此生成：正文与主题的原文件", "what the site was made from");
    }
    entry(Document.HEADERS, "给主机的响应头", "headers, for hosts that read them");
    entry(Document.CHECKSUMS, "各文件的 SHA-256", "the SHA-256 of every file");
    line("");
    line("核对文件是否完好 To see that nothing is lost or changed:");
    line("  sha256sum -c " + Document.CHECKSUMS.path());
    line("");
    line("文本均为 UTF-8。生成工具 Texts are UTF-8. Made with: duizhao");
    return text.toString();
  }

  private void entry(Document document, String chinese, String english) {
    if (plan.documents().contains(document)) {
      entry(document.path().value(), chinese, english);
    }
  }

  private void entry(String path, String chinese, String english) {
    line("  " + path + " ".repeat(Math.max(1, 26 - path.length())) + chinese);
    line(" ".repeat(28) + english);
  }

  private void all(LocalizedText words) {
    plan.archive().languages().stream()
        .map(words::in)
        .filter(word -> word != null)
        .distinct()
        .forEach(this::line);
  }

  private String said(LocalizedText words) {
    return plan.archive().languages().stream()
        .map(words::in)
        .filter(word -> word != null)
        .distinct()
        .collect(Collectors.joining(" / "));
  }

  /** One line of text cannot forge another. */
  private void line(String line) {
    text.append(line.replaceAll("\\R", " ")).append('\n');
  }
}
