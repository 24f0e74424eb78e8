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

/** What reports may refer to by id. */
record Vocabularies(
    Map<String, Programme> programmes, Map<String, Newspaper> newspapers, Map<String, Unit> units) {

  @Nullable Reference programme(@Nullable Scalar id, Diagnostics diagnostics) {
    return find(
        id,
        programmes.keySet(),
        Code.UNKNOWN_PROGRAMME,
        "programme",
        "programmes.yaml",
        diagnostics);
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
    return find(
        id,
        newspapers.keySet(),
        Code.UNKNOWN_NEWSPAPER,
        "newspaper",
        "newspapers.yaml",
        diagnostics);
  }

  @Nullable Reference unit(@Nullable Scalar id, Diagnostics diagnostics) {
    return find(id, units.keySet(), Code.UNKNOWN_UNIT, "unit", "units.yaml", diagnostics);
  }

  private static @Nullable Reference find(
      @Nullable Scalar id,
      Set<String> known,
      Code code,
      String thing,
      String listed,
      Diagnostics diagnostics) {
    if (id == null) {
      return null;
    }
    if (known.contains(id.text())) {
      return new Reference(id.text(), id.at());
    }
    diagnostics.add(
        code,
        id.at(),
        "no " + thing + " is called \"" + Values.shorten(id.text()) + "\"",
        Nearest.didYouMean(id.text(), known) + "They are listed in " + listed);
    return null;
  }
}
