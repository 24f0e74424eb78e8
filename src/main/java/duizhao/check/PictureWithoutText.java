package duizhao.check;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.model.Archive;
import duizhao.model.Language;
import duizhao.model.Picture;
import duizhao.model.Report;

/** A picture says what it shows, to those who cannot see it, in every language. */
final class PictureWithoutText implements Rule {

  @Override
  public void check(Archive archive, Diagnostics diagnostics) {
    for (Report report : ArchiveChecker.all(archive).toList()) {
      for (Picture picture : report.pictures()) {
        for (Language language : archive.languages()) {
          boolean described = !picture.alt().isEmpty();
          if (described && picture.alt().in(language) == null && report.in(language) != null) {
            diagnostics.add(
                Code.PICTURE_WITHOUT_TEXT,
                picture.at(),
                "\"" + picture.file() + "\" has no description in " + language.name(),
                "say in \"alt:\" what the picture shows");
          }
        }
      }
    }
  }
}
