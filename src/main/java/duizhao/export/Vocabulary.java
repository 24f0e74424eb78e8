package duizhao.export;

import duizhao.model.Archive;
import duizhao.model.Language;
import duizhao.model.LocalizedText;
import duizhao.model.Programme;
import duizhao.model.Reference;
import duizhao.model.Region;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the ids in a report name. */
record Vocabulary(Archive archive) {

  /** From the province down to the place itself; empty for an unknown code. */
  List<Region> path(String code) {
    List<Region> path = new ArrayList<>();
    Region next = archive.regions().get(code);
    while (next != null) {
      path.add(0, next);
      next = next.parent() == null ? null : archive.regions().get(next.parent());
    }
    return path;
  }

  List<Region> regions(List<Reference> references) {
    return references.stream()
        .map(r -> archive.regions().get(r.id()))
        .filter(Objects::nonNull)
        .toList();
  }

  List<Programme> programmes(List<Reference> references) {
    return references.stream()
        .map(r -> archive.programmes().get(r.id()))
        .filter(Objects::nonNull)
        .toList();
  }

  @Nullable LocalizedText newspaper(Reference reference) {
    var newspaper = archive.newspapers().get(reference.id());
    return newspaper == null ? null : newspaper.name();
  }

  /** Places with those above them, such as {@code Zhejiang/Taizhou/Jiaojiang}, in one language. */
  String regionNames(List<Reference> references, Language language) {
    return references.stream()
        .map(r -> path(r.id()).stream().map(Region::name).toList())
        .map(path -> names(path, language, "/"))
        .filter(path -> !path.isEmpty())
        .collect(Collectors.joining(";"));
  }

  static String ids(List<Reference> references) {
    return references.stream().map(Reference::id).collect(Collectors.joining(";"));
  }

  /** Those names that there are in a language. */
  static String names(Collection<LocalizedText> names, Language language, String between) {
    return names.stream()
        .map(name -> name.in(language))
        .filter(Objects::nonNull)
        .collect(Collectors.joining(between));
  }
}
