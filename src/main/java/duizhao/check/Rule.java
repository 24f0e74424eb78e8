package duizhao.check;

import duizhao.diagnostic.Diagnostics;
import duizhao.model.Archive;

/** Something that has to hold in every archive. */
interface Rule {

  /** Adds a diagnostic for each place where it does not hold. */
  void check(Archive archive, Diagnostics diagnostics);
}
