package duizhao.check;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.model.Archive;
import duizhao.model.Programme;
import duizhao.model.Reference;
import java.util.LinkedHashSet;
import java.util.Set;

/** Programmes form a tree: none belongs to itself, however far up. */
final class CircularVocabulary implements Rule {

  @Override
  public void check(Archive archive, Diagnostics diagnostics) {
    for (Programme programme : archive.programmes().values()) {
      Set<String> path = new LinkedHashSet<>();
      Programme next = programme;
      while (next != null && path.add(next.id())) {
        Reference broader = next.broader();
        next = broader == null ? null : archive.programmes().get(broader.id());
      }
      Reference broader = programme.broader();
      if (next != null && next.id().equals(programme.id()) && broader != null) {
        diagnostics.add(
            Code.CIRCULAR_VOCABULARY,
            broader.at(),
            "\""
                + programme.id()
                + "\" belongs to itself: "
                + String.join(" > ", path)
                + " > "
                + programme.id(),
            "the programme at the top of the tree has no \"broader:\"");
      }
    }
  }
}
