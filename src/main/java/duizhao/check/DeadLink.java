package duizhao.check;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Nearest;
import duizhao.model.Archive;
import duizhao.model.Body;
import duizhao.model.ContentPage;
import duizhao.model.Edition;
import duizhao.model.LinkUse;
import duizhao.model.Report;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every link into the archive leads to something that is published, and to a paragraph that is
 * there.
 */
final class DeadLink implements Rule {

  @Override
  public void check(Archive archive, Diagnostics diagnostics) {
    Map<String, Report> reports =
        archive.reports().stream()
            .collect(Collectors.toMap(Report::id, Function.identity(), (a, b) -> a));
    Map<String, Collection<String>> ids = new HashMap<>();
    ids.put("report", reports.keySet());
    ids.put("programme", archive.programmes().keySet());
    ids.put("newspaper", archive.newspapers().keySet());
    ids.put("region", archive.regions().keySet());
    ids.put("page", archive.pages().stream().map(ContentPage::id).toList());
    for (Report report : ArchiveChecker.all(archive).toList()) {
      report.editions().values().forEach(e -> check(e, ids, reports, diagnostics));
    }
    for (ContentPage page : archive.pages()) {
      page.editions().values().forEach(e -> check(e, ids, reports, diagnostics));
    }
  }

  private static void check(
      Edition edition,
      Map<String, Collection<String>> ids,
      Map<String, Report> reports,
      Diagnostics diagnostics) {
    for (LinkUse link : edition.body().links()) {
      int colon = link.reference().indexOf(':');
      int hash = link.reference().indexOf('#');
      String kind = colon < 0 ? "" : link.reference().substring(0, colon);
      Collection<String> known = ids.get(kind);
      if (known == null) {
        continue; // files are checked where they are read
      }
      String id =
          link.reference().substring(colon + 1, hash < 0 ? link.reference().length() : hash);
      if (!known.contains(id)) {
        diagnostics.add(
            Code.DEAD_LINK,
            link.at(),
            "this link leads to no published " + kind + ": \"" + id + "\"",
            Nearest.didYouMean(id, known) + hint(kind));
      } else if (kind.equals("report") && hash >= 0) {
        paragraph(link, link.reference().substring(hash + 1), reports.get(id), diagnostics);
      }
    }
  }

  private static String hint(String kind) {
    return switch (kind) {
      case "report" -> "Drafts are not published";
      case "region" -> "Only places that a report or scheme names have a page";
      default -> "See " + (kind.equals("page") ? "the folder pages" : kind + "s.yaml");
    };
  }

  private static void paragraph(
      LinkUse link, String fragment, @Nullable Report report, Diagnostics diagnostics) {
    int most =
        report == null
            ? 0
            : report.editions().values().stream()
                .map(Edition::body)
                .mapToInt((Body b) -> b.blocks().size())
                .max()
                .orElse(0);
    boolean there =
        fragment.matches("p[1-9][0-9]{0,5}") && Integer.parseInt(fragment.substring(1)) <= most;
    if (!there) {
      diagnostics.add(
          Code.DEAD_LINK,
          link.at(),
          "there is no paragraph \"#" + fragment + "\" in that report",
          "its paragraphs are #p1 to #p" + most);
    }
  }
}
