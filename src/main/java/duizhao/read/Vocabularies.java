package duizhao.read;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Nearest;
import duizhao.model.Newspaper;
import duizhao.model.Programme;
import duizhao.model.Reference;
import duizhao.model.Unit;
import duizhao.read.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What reports may refer to by id.
 *
 * @param listed the ids in each file, those of items with mistakes too; no entry for a file that
 *     could not be read. What is wrong with these is told there and not wherever they are used.
 */
record Vocabularies(
    Map<String, Programme> programmes,
    Map<String, Newspaper> newspapers,
    Map<String, Unit> units,
    Map<String, Set<String>> listed) {

  @Nullable Reference programme(@Nullable Scalar id, Diagnostics diagnostics) {
    return find(id, programmes.keySet(), Code.UNKNOWN_PROGRAMME, "programme", diagnostics);
  }

  List<Reference> programmes(List<Scalar> ids, Diagnostics diagnostics) {
    List<Reference> references = new ArrayList<>();
    for (Scalar id : ids) {
      Reference reference = programme(id, diagnostics);
      if (reference != null && references.stream().noneMatch(r -> r.id().equals(reference.id()))) {
        references.add(reference);
      }
    }
    return references;
  }

  @Nullable Reference newspaper(@Nullable Scalar id, Diagnostics diagnostics) {
    return find(id, newspapers.keySet(), Code.UNKNOWN_NEWSPAPER, "newspaper", diagnostics);
  }

  @Nullable Reference unit(@Nullable Scalar id, Diagnostics diagnostics) {
    return find(id, units.keySet(), Code.UNKNOWN_UNIT, "unit", diagnostics);
  }

  private @Nullable Reference find(
      @Nullable Scalar id, Set<String> known, Code code, String thing, Diagnostics diagnostics) {
    if (id == null) {
      return null;
    }
    if (known.contains(id.text())) {
      return new Reference(id.text(), id.at());
    }
    String file = thing + "s.yaml";
    Set<String> flawed = listed.get(file);
    if (flawed == null || flawed.contains(id.text())) {
      return null;
    }
    diagnostics.add(
        code,
        id.at(),
        "no " + thing + " is called \"" + Values.shorten(id.text()) + "\"",
        Nearest.didYouMean(id.text(), known) + "See " + file);
    return null;
  }
}
