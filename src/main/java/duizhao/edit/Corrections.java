package duizhao.edit;

import duizhao.diagnostic.Diagnostic;
import duizhao.diagnostic.Location;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Makes the corrections that diagnostics of one file ask for. */
public final class Corrections {

  private Corrections() {}

  /**
   * Corrects a file, if all of it is there that the diagnostics speak of: a correction whose
   * characters no longer stand in their place is left out, and so is one that overlaps an earlier
   * one.
   *
   * @return what was corrected, in the order of the file
   */
  public static List<Diagnostic> make(ContentFile file, List<Diagnostic> diagnostics)
      throws IOException {
    List<Diagnostic> made = new ArrayList<>();
    List<ContentFile.Change> changes = new ArrayList<>();
    int done = 0;
    for (Diagnostic diagnostic : diagnostics.stream().sorted().toList()) {
      Diagnostic.Fix fix = diagnostic.fix();
      Location at = diagnostic.at();
      int from = file.index(at.line(), at.column());
      if (fix != null && from >= done && file.text().startsWith(fix.typed(), from)) {
        done = from + fix.typed().length();
        changes.add(new ContentFile.Change(from, done, fix.right()));
        made.add(diagnostic);
      }
    }
    if (!changes.isEmpty()) {
      file.change(changes);
    }
    return made;
  }
}
