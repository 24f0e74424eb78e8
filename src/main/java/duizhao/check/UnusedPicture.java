package duizhao.check;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.model.Archive;
import duizhao.model.ContentPage;
import duizhao.model.Edition;
import duizhao.model.Picture;
import duizhao.model.Report;
import java.util.Collection;
import java.util.List;

/**
 * A picture in a report's folder is described in its metadata or placed in its text; else no reader
 * sees it.
 */
final class UnusedPicture implements Rule {

  @Override
  public void check(Archive archive, Diagnostics diagnostics) {
    for (Report report : ArchiveChecker.all(archive).toList()) {
      check(report.pictures(), report.editions().values(), diagnostics);
    }
    for (ContentPage page : archive.pages()) {
      check(page.pictures(), page.editions().values(), diagnostics);
    }
  }

  private static void check(
      List<Picture> pictures, Collection<Edition> editions, Diagnostics diagnostics) {
    for (Picture picture : pictures) {
      boolean placed =
          editions.stream()
              .flatMap(e -> e.body().links().stream())
              .anyMatch(l -> l.reference().endsWith("/" + picture.file()));
      if (picture.alt().isEmpty() && !placed) {
        diagnostics.add(
            Code.UNUSED_PICTURE,
            picture.at(),
            "no text shows the picture \"" + picture.file() + "\"",
            "place it with ![what it shows]("
                + picture.file()
                + "), or describe it under \"pictures:\"");
      }
    }
  }
}
