package duizhao.plan;

import duizhao.model.Language;
import duizhao.model.LocalizedText;
import duizhao.model.Report;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed of reports in one language.
 *
 * @param page the page that lists the same
 * @param subject the region or programme it is about; null for the whole archive
 * @param reports newest first
 */
public record Feed(
    SitePath path,
    SitePath page,
    Language language,
    @Nullable LocalizedText subject,
    List<Report> reports) {

  public Feed {
    reports = List.copyOf(reports);
  }
}
