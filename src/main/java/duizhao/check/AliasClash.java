package duizhao.check;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import duizhao.model.Archive;
import duizhao.model.Reference;
import duizhao.model.Report;
import java.util.HashMap;
import java.util.Map;

/** An old address leads to one report, and to none that stands there itself. */
final class AliasClash implements Rule {

  @Override
  public void check(Archive archive, Diagnostics diagnostics) {
    Map<String, Location> taken = new HashMap<>();
    ArchiveChecker.all(archive).forEach(report -> taken.put(report.id(), report.at()));
    for (Report report : ArchiveChecker.all(archive).toList()) {
      for (Reference alias : report.aliases()) {
        Location earlier = taken.putIfAbsent(alias.id(), alias.at());
        if (earlier != null) {
          diagnostics.add(
              Code.ALIAS_CLASH,
              alias.at(),
              "\"" + alias.id() + "\" is already taken by " + earlier.file(),
              "an alias is an id that no report has now, and leads to one report only");
        }
      }
    }
  }
}
