package duizhao.check;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import duizhao.model.Archive;
import duizhao.model.Block;
import duizhao.model.ContentPage;
import duizhao.model.Edition;
import duizhao.model.Language;
import duizhao.model.LinkUse;
import duizhao.model.Report;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Paragraph n of one edition has the shape of paragraph n of the other: a list as many items, a
 * table as many rows and columns, and both the same links into the archive, pictures and footnotes.
 *
 * <p>Editions of which one has more paragraphs are told as {@code uneven-paragraphs}.
 */
final class ShapeDiffers implements Rule {

  @Override
  public void check(Archive archive, Diagnostics diagnostics) {
    for (Report report : ArchiveChecker.all(archive).toList()) {
      Edition original = report.in(report.translation().original());
      if (original != null) {
        check(original, report.editions().values(), diagnostics);
      }
    }
    for (ContentPage page : archive.pages()) {
      for (Language language : archive.languages()) {
        Edition first = page.in(language);
        if (first != null) {
          check(first, page.editions().values(), diagnostics);
          break;
        }
      }
    }
  }

  private static void check(
      Edition original, Collection<Edition> editions, Diagnostics diagnostics) {
    for (Edition edition : editions) {
      if (!edition.language().equals(original.language())
          && edition.body().blocks().size() == original.body().blocks().size()) {
        check(original, edition, diagnostics);
      }
    }
  }

  private static void check(Edition original, Edition edition, Diagnostics diagnostics) {
    List<Block> theirs = original.body().blocks();
    List<Block> ours = edition.body().blocks();
    List<Map<String, LinkUse>> theirLinks = links(original);
    List<Map<String, LinkUse>> ourLinks = links(edition);
    for (int i = 0; i < ours.size(); i++) {
      Block there = theirs.get(i);
      Block here = ours.get(i);
      if (there.kind() != here.kind()) {
        tell(
            here.at(),
            "this is " + called(here) + ", and what it answers is " + called(there),
            there,
            diagnostics);
        continue;
      }
      count("item", "<li>", here, there, diagnostics);
      count("row", "<tr>", here, there, diagnostics);
      count("cell", "<th", here, there, diagnostics);
      count("picture", "<img", here, there, diagnostics);
      count("footnote mark", "<sup class=\"note\">", here, there, diagnostics);
      missing(ourLinks.get(i), theirLinks.get(i), here, diagnostics);
      missing(theirLinks.get(i), ourLinks.get(i), there, diagnostics);
    }
  }

  private static void count(
      String thing, String tag, Block here, Block there, Diagnostics diagnostics) {
    int ours = count(here.html().markup(), tag);
    int theirs = count(there.html().markup(), tag);
    if (ours != theirs) {
      tell(
          here.at(),
          "this has "
              + counted(ours, thing)
              + ", and what it answers has "
              + counted(theirs, thing),
          there,
          diagnostics);
    }
  }

  private static int count(String html, String tag) {
    int count = 0;
    for (int i = html.indexOf(tag); i >= 0; i = html.indexOf(tag, i + tag.length())) {
      count++;
    }
    return count;
  }

  private static String counted(int count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }

  /** The links into the archive of each block, by what they lead to. */
  private static List<Map<String, LinkUse>> links(Edition edition) {
    List<Block> blocks = edition.body().blocks();
    List<Map<String, LinkUse>> links = new ArrayList<>();
    blocks.forEach(block -> links.add(new TreeMap<>()));
    for (LinkUse link : edition.body().links()) {
      int i = blocks.size() - 1;
      while (i > 0 && isBefore(link.at(), blocks.get(i).at())) {
        i--;
      }
      if (i >= 0 && !link.reference().startsWith("file:")) {
        links.get(i).putIfAbsent(link.reference(), link);
      }
    }
    return links;
  }

  private static boolean isBefore(Location one, Location other) {
    return one.line() < other.line() || one.line() == other.line() && one.column() < other.column();
  }

  private static void missing(
      Map<String, LinkUse> here, Map<String, LinkUse> there, Block block, Diagnostics diagnostics) {
    for (Map.Entry<String, LinkUse> link : there.entrySet()) {
      if (!here.containsKey(link.getKey())) {
        tell(
            link.getValue().at(),
            "the paragraph of the other language does not link to \"" + link.getKey() + "\"",
            block,
            diagnostics);
      }
    }
  }

  private static String called(Block block) {
    String kind = block.kind().name().toLowerCase(Locale.ROOT);
    return kind.equals("code") ? "code" : "a " + kind;
  }

  private static void tell(
      Location at, String message, @Nullable Block answer, Diagnostics diagnostics) {
    diagnostics.add(
        Code.SHAPE_DIFFERS,
        at,
        message,
        "give both the same shape" + (answer == null ? "" : "; the other is at " + answer.at()));
  }
}
