package duizhao.plan;

import duizhao.model.Block;
import duizhao.model.BlockKind;
import duizhao.model.Edition;
import duizhao.model.Html;
import duizhao.model.Language;
import duizhao.model.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Sets the editions of a report side by side. */
final class ParallelRows {

  /** A picture in clean markup; no attribute has an angle bracket in it. */
  private static final Pattern IMAGE = Pattern.compile("<img[^>]* src=\"([^\"]*)\"[^>]*>");

  private ParallelRows() {}

  /**
   * One row a paragraph, as many as the longest edition has.
   *
   * @param shown language that says what is in pictures, where it is among the editions
   */
  static List<Page.Row> of(Report report, List<Language> languages, Language shown) {
    int rows =
        report.editions().values().stream().mapToInt(e -> e.body().blocks().size()).max().orElse(0);
    return IntStream.rangeClosed(1, rows)
        .mapToObj(
            n ->
                row(
                    n,
                    languages.stream().map(l -> new Page.Cell(l, block(report.in(l), n))).toList(),
                    shown))
        .toList();
  }

  private static @Nullable Block block(@Nullable Edition edition, int number) {
    List<Block> blocks = edition == null ? List.of() : edition.body().blocks();
    return number <= blocks.size() ? blocks.get(number - 1) : null;
  }

  private static Page.Row row(int number, List<Page.Cell> cells, Language shown) {
    String source = null;
    Html picture = null;
    List<Page.Cell> captions = new ArrayList<>();
    for (Page.Cell cell : cells) {
      Block block = cell.block();
      Matcher image = IMAGE.matcher(block == null ? "" : block.html().markup());
      if (block == null || block.kind() != BlockKind.PICTURE || !image.find()) {
        return new Page.Row(number, null, cells);
      }
      if (source != null && !Objects.equals(source, image.group(1))) {
        return new Page.Row(number, null, cells);
      }
      source = image.group(1);
      if (picture == null || cell.language().equals(shown)) {
        picture = new Html(image.group());
      }
      Html caption = new Html(image.replaceFirst("").replace("<figure></figure>", ""));
      if (IMAGE.matcher(caption.markup()).find()) {
        return new Page.Row(number, null, cells);
      }
      captions.add(
          new Page.Cell(
              cell.language(),
              new Block(number, BlockKind.PICTURE, caption, block.text(), block.at())));
    }
    return new Page.Row(number, picture, captions);
  }
}
